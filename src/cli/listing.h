/* The common course of commands: those that print one table, those that do one
 * thing, and those whose first word says what is done to the things listed. */
#ifndef PROCTOR_CLI_LISTING_H
#define PROCTOR_CLI_LISTING_H

#include "cli.h"
#include "proctor/domain/score.h"

#define COLUMNS(columns) (columns), sizeof(columns) / sizeof *(columns)
/* The same for designated initialisers. */
#define WITH_COLUMNS(list)                                                     \
    .columns = (list), .column_count = sizeof(list) / sizeof *(list)

/* A table while it is made, and what is said below it. */
struct page {
    const struct cli *cli;
    struct app *app;
    struct arena arena;
    struct table table;
    struct strbuf below; /* lines; in text only */
};

struct listing {
    const char *name; /* of the table: the JSON says proctor-NAME/1 */
    const struct column *columns;
    size_t column_count;
    const char *empty; /* what text says when there is no row */
    /* Adds the rows, and the lines below. */
    bool (*fill)(struct page *page, struct error *err);
};

/* Gives the exit status. */
int listing_run(const struct cli *cli, const struct listing *listing);

/* True when text is printed: neither JSON nor CSV was asked for. */
bool listing_is_text(const struct cli *cli);

/* Sets the columns `low`, `high` and `likely` ("32 to 81 %"), which follow each
 * other from `column` on. */
void table_interval(struct table *table, size_t column,
                    struct interval interval);

/* What a command does with the opened database. Text goes out by cli_deliver()
 * or by printing it: main() sees whether it arrived. */
typedef bool (*action)(const struct cli *cli, struct app *app,
                       struct error *err);
/* Opens, loads what is shipped, acts, closes. Gives the exit status. */
int action_run(const struct cli *cli, bool writes, action act);

/* "enable X": the word says what is done to what stands behind it. */
struct verb {
    const char *word;
    size_t arguments; /* behind the word */
    uint64_t options; /* beside CLI_ALWAYS */
    bool only_reads;  /* a database that is read only will do */
    action act;
};
/* "X: in use", of the argument behind the verb; gives true. */
bool verb_done(const struct cli *cli, const char *what);
/*
 * Without an argument the listing; else the verb that the first one names. A
 * word that is none, the wrong number of arguments and options that do not
 * belong to it are wrong usage.
 */
int verbs_run(const struct cli *cli, const struct listing *listing,
              const struct verb *verbs, size_t count);

#endif
