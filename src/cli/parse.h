/* Arguments to options and command. */
#ifndef PROCTOR_CLI_PARSE_H
#define PROCTOR_CLI_PARSE_H

#include "cli.h"

struct cli_command {
    const char *name, *arguments;
    size_t least, most;
    uint64_t options; /* beside CLI_ALWAYS */
    int (*run)(const struct cli *cli);
    const char *help;
};

struct cli_option_info {
    const char *name, *argument, *help; /* argument NULL: a flag */
};

extern const struct cli_command cli_commands[];
extern const size_t cli_command_count;
extern const struct cli_option_info cli_options[OPTION_COUNT];

/* The letter that stands for the option, as in -h; '\0' for none. */
char cli_option_letter(enum cli_option option);

/* What may be given without a command. */
#define CLI_WITHOUT_COMMAND (CLI_ALWAYS | BIT(VERSION) | BIT(COMPLETION))

/*
 * Reads the arguments: options may stand anywhere, "--" ends them. False when
 * the call is wrong; what is wrong was said on stderr.
 */
bool parse_arguments(int argc, char **argv, struct cli *cli);

#endif
