/* What a shell may offer at each place of a command line, from the tables, and
 * how each shell is told so. */
#ifndef PROCTOR_CLI_COMPLETION_H
#define PROCTOR_CLI_COMPLETION_H

#include "parse.h"

/* Writes the completion for the shell of --completion. Gives the status. */
int completion_write(const struct cli *cli);

/* --- shared by the files of the shells ------------------------------------ */

/* What may stand somewhere: files, or these words; neither: anything. */
struct choices {
    bool files;
    const char *words; /* with a blank between them, "" for none */
};

/* The values of an option. */
struct choices option_choices(enum cli_option option, struct arena *arena);

/* What may follow `before`, the words up to there without options; with
 * `repeats` any number of words may stand between. Places where anything may
 * stand are left out. */
struct follower {
    const char *before;
    bool repeats;
    struct choices choices;
};
struct followers {
    struct follower *items;
    size_t count;
};
struct followers command_followers(const struct cli_command *command,
                                   struct arena *arena);

/* Whether a command has the option. */
bool command_takes(const struct cli_command *command, enum cli_option option);

/* Appends the text, each character of `special` behind a backslash, and each
 * quote as `quote`: for single quotes of a shell. */
void append_quoted(struct strbuf *out, const char *text, const char *special,
                   const char *quote);
/* Appends "--db" and so on, all options that take a value, and their letters.
 */
void append_valued_options(struct strbuf *out, const char *between);

void completion_bash(struct strbuf *out);
void completion_zsh(struct strbuf *out);
void completion_fish(struct strbuf *out);

#endif
