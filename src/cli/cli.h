/*
 * The command line: one table of commands and one of options, from which
 * parsing, help, completion and the manual's lists come.
 */
#ifndef PROCTOR_CLI_CLI_H
#define PROCTOR_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/app/app.h"
#include "proctor/app/settings.h"
#include "proctor/report/table.h"

enum exit_status {
    EXIT_WELL = 0,
    EXIT_INPUT = 1,       /* the input has problems */
    EXIT_WRONG_USAGE = 2, /* called in a wrong way */
    EXIT_ENVIRONMENT = 3, /* the environment failed */
};

/* X(NAME, long name, argument or NULL, help) */
#define CLI_OPTIONS(X)                                                         \
    X(DB, "db", "FILE", "use this database")                                   \
    X(CANDIDATE, "candidate", "NAME", "for this person, not the last chosen")  \
    X(PLAIN, "plain", NULL, "the line mode: a conversation of lines")          \
    X(ACCESSIBLE, "accessible", NULL,                                          \
      "full screen for screen readers: cursor on the focus, no lines drawn")   \
    X(HELP, "help", NULL, "show help and end")                                 \
    X(VERSION, "version", NULL, "show the version and end")                    \
    X(COMPLETION, "completion", "SHELL",                                       \
      "write the completion for a shell (bash, zsh or fish) and end")          \
    X(JSON, "json", NULL, "write JSON")                                        \
    X(CSV, "csv", NULL, "write CSV")                                           \
    X(RAW, "raw", NULL,                                                        \
      "with --csv: do not guard text that a spreadsheet would run")            \
    X(DRY_RUN, "dry-run", NULL, "say what would happen, change nothing")       \
    X(FORCE, "force", NULL, "replace what is newer, or an existing file")      \
    X(ABSENT, "absent", NULL, "more than a fifth of a bank may become absent") \
    X(SEED, "seed", "NUMBER", "draw by this number instead of by chance")      \
    X(TIME_PERCENT, "time-percent", "N",                                       \
      "your accommodation: 100 to 400 percent of the time; kept")              \
    X(ADD_MINUTES, "add-minutes", "N",                                         \
      "your accommodation: minutes added to the time; kept")                   \
    X(EXAM, "exam", "ID", "of this exam")                                      \
    X(DATE, "date", "YYYY-MM-DD", "the day of the exam; \"\" for none")        \
    X(QUESTIONS, "questions", "N", "so many questions")                        \
    X(MINUTES, "minutes", "N", "end after so many minutes")                    \
    X(PACE, "pace", NULL, "limit the time to the exam's pace")                 \
    X(NO_FEEDBACK, "no-feedback", NULL, "show what was right at the end only") \
    X(HINTS, "hints", NULL, "hints may be asked for")                          \
    X(RESERVE, "reserve", NULL,                                                \
      "use what is kept back for a fresh mock exam too")                       \
    X(KIND, "kind", "KIND", "all, mocks or practice")                          \
    X(TOPICS, "topics", NULL, "by topic instead of by section")                \
    X(RESTS, "rests", "AREA", "the answers that an area rests on")             \
    X(COMPARE, "compare", "ATTEMPT",                                           \
      "beside this earlier attempt, or `last`: the one before")                \
    X(KEY, "key", NULL, "with its key and the explanations")                   \
    X(OUTPUT, "output", "FILE", "write to a file instead of standard output")

enum cli_option {
#define X(NAME, name, argument, help) OPTION_##NAME,
    CLI_OPTIONS(X)
#undef X
        OPTION_COUNT
};

struct cli_command;

struct cli {
    const struct cli_command *command; /* parse.h; NULL: none */
    const char *values[OPTION_COUNT];  /* NULL: not given; "" for a flag */
    const char *const *arguments;      /* behind the command */
    size_t argument_count;
    bool ascii; /* the locale is not UTF-8 */
};

static inline bool cli_has(const struct cli *cli, enum cli_option option)
{
    return cli->values[option] != NULL;
}

/* X(name, arguments, smallest and largest number of them, options, function,
 *   help) */
#define BIT(NAME) (UINT64_C(1) << OPTION_##NAME)
#define CLI_ALWAYS                                                             \
    (BIT(DB) | BIT(CANDIDATE) | BIT(PLAIN) | BIT(ACCESSIBLE) | BIT(HELP))
#define CLI_TABLES (BIT(JSON) | BIT(CSV) | BIT(RAW))
#define CLI_COMMANDS(X)                                                        \
    X("sit", "[EXAM]", 0, 1, BIT(SEED) | BIT(TIME_PERCENT) | BIT(ADD_MINUTES), \
      command_sit, "sit a mock exam, or go on with the one that runs")         \
    X("practice", "[SCOPE [NAME]]", 0, 2,                                      \
      BIT(EXAM) | BIT(QUESTIONS) | BIT(MINUTES) | BIT(PACE) |                  \
          BIT(NO_FEEDBACK) | BIT(HINTS) | BIT(RESERVE) | BIT(SEED) |           \
          BIT(DRY_RUN) | CLI_TABLES,                                           \
      command_practice, "practise by section, topic, bank or exam, or redo")   \
    X("status", "", 0, 0, CLI_TABLES, command_status,                          \
      "tell where you stand and what to do next")                              \
    X("exams", "[enable|disable EXAM]", 0, 2, CLI_TABLES, command_exams,       \
      "list the exams and what the loaded banks can fill")                     \
    X("exam", "ID", 1, 1, CLI_TABLES, command_exam,                            \
      "show an exam's sheet with sources and doubts")                          \
    X("history", "", 0, 0, CLI_TABLES | BIT(EXAM) | BIT(KIND),                 \
      command_history, "list your attempts")                                   \
    X("trend", "[EXAM]", 0, 1, CLI_TABLES, command_trend,                      \
      "tell how your marks went, in the exam and by section")                  \
    X("show", "ATTEMPT", 1, 1, CLI_TABLES | BIT(COMPARE), command_show,        \
      "show the result of an attempt and every question")                      \
    X("weak", "", 0, 0, CLI_TABLES | BIT(EXAM) | BIT(TOPICS) | BIT(RESTS),     \
      command_weak, "tell where marks are lost, and how sure that is")         \
    X("notes", "", 0, 0, CLI_TABLES, command_notes, "list your notes")         \
    X("disputes", "[export]", 0, 1, CLI_TABLES | BIT(OUTPUT) | BIT(FORCE),     \
      command_disputes, "list the keys you dispute, or write them to a file")  \
    X("search", "WORD...", 1, CLI_MANY, CLI_TABLES, command_search,            \
      "search the questions you met, topics and notes")                        \
    X("candidates", "[add|rename|remove|set NAME [NEW]]", 0, 3,                \
      CLI_TABLES | BIT(EXAM) | BIT(DATE) | BIT(TIME_PERCENT) |                 \
          BIT(ADD_MINUTES),                                                    \
      command_candidates, "list the people who practise here, or change them") \
    X("settings", "[KEY [VALUE]]", 0, 2, CLI_TABLES, command_settings,         \
      "list your settings, or change one")                                     \
    X("check", "FILE...", 1, CLI_MANY, BIT(JSON), command_check,               \
      "check question banks, exams and topics")                                \
    X("import", "FILE|DIR...", 1, CLI_MANY,                                    \
      BIT(DRY_RUN) | BIT(FORCE) | BIT(ABSENT) | BIT(JSON), command_import,     \
      "load question banks, exams and topics")                                 \
    X("banks", "[adopt|enable|disable BANK]", 0, 2, CLI_TABLES, command_banks, \
      "list the loaded banks; adopt takes the shipped one for your own copy")  \
    X("questions", "BANK", 1, 1, CLI_TABLES, command_questions,                \
      "list the questions of a bank")                                          \
    X("question", "BANK/QUESTION", 1, 1, BIT(KEY) | BIT(JSON),                 \
      command_question, "show a question as candidates see it")                \
    X("export", "BANK", 1, 1, BIT(OUTPUT) | BIT(FORCE), command_export,        \
      "write a bank as YAML")                                                  \
    X("doctor", "", 0, 0, 0, command_doctor, "examine the database")           \
    X("backup", "FILE", 1, 1, BIT(FORCE), command_backup,                      \
      "write a copy of the database")                                          \
    X("restore", "FILE", 1, 1, 0, command_restore,                             \
      "put a backup in the place of the database")
#define CLI_MANY 100000

/* Each gives the exit status. */
#define X(name, arguments, least, most, options, function, help)               \
    int function(const struct cli *cli);
CLI_COMMANDS(X)
#undef X

/* Opens the database as the options say; on failure reports it, sets
 * `*status_out` and gives NULL. A read-only database is said once, on stderr.
 */
struct app *cli_open(const struct cli *cli, bool writes, int *status_out);

/* The same without a word: NULL with err set. Who only wants to look at what is
 * wrong with a database starts here. */
struct app *cli_try_open(const struct cli *cli, struct error *err);
/* What must be known of the database before anything else: that it is read
 * only. cli_open() says it. */
void cli_tell_condition(const struct cli *cli, struct app *app);

/* Loads what is shipped and new, so that a first call knows it. Troubles with
 * it are said on stderr and keep nobody from anything. */
void cli_load_shipped(const struct cli *cli, struct app *app);

/* "proctor: message" on stderr, folded; gives the exit status of the error. */
int cli_fail(const struct cli *cli, const struct error *err);

/* Writes to stdout; false (reported) when that fails. */
bool cli_write(const struct cli *cli, const struct strbuf *text);

/* Whether all that was printed so far has arrived; false is reported. */
bool cli_flush(const struct cli *cli);

/* Writes to the file of --output, which is said on stderr, or to stdout, where
 * main() sees whether it arrived. */
bool cli_deliver(const struct cli *cli, const struct strbuf *text,
                 struct error *err);

/* Appends the JSON document of one table. */
void cli_table_json(const struct table *table, struct strbuf *out);
/* Prints one table as text, CSV or JSON, as asked for. Gives the status. */
int cli_table(const struct cli *cli, const struct table *table,
              const char *empty);

/* Folds what the program was given or stored, for a sentence. */
const char *cli_folded(const struct cli *cli, struct arena *arena,
                       const char *text);
/* The same for several lines. */
const char *cli_folded_text(const struct cli *cli, struct arena *arena,
                            const char *text);

/* Whether any of these options was given. */
bool cli_has_any(const struct cli *cli, uint64_t options);

/* ERR_USAGE with how the command is called; gives false. */
bool cli_usage(const struct cli *cli, struct error *err);

/* Whether only options of `allowed` and CLI_ALWAYS were given; else ERR_USAGE
 * names the first other one, and `what` that does not have it. */
bool cli_only(const struct cli *cli, uint64_t allowed, const char *what,
              struct error *err);

/* A number option: false with ERR_USAGE when it is none from low to high;
 * `*value` is left when the option was not given. */
bool cli_number(const struct cli *cli, enum cli_option option, int low,
                int high, int *value, struct error *err);

/* Puts the accommodation that options ask for into `person`. */
bool cli_accommodation(const struct cli *cli, struct candidate *person,
                       struct error *err);

/* What the config file says. Problems of it are said on stderr and keep nobody
 * from anything. */
void cli_settings_kept(const struct cli *cli, struct settings *out);
/* The same with the options of this call on top. */
void cli_settings(const struct cli *cli, struct settings *out);
/* "auto dark light mono" */
const char *cli_setting_values(enum setting setting, struct arena *arena);

#endif
