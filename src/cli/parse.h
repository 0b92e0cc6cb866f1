/* Arguments to options and command. */
#ifndef PROCTOR_CLI_PARSE_H
#define PROCTOR_CLI_PARSE_H

#include "cli.h"

struct cli_command {
    const char *name, *arguments;
    size_t least, most;
    unsigned options; /* beside CLI_ALWAYS */
    int (*run)(const struct cli *cli);
    const char *help;
};

struct cli_option_info {
    const char *name, *argument, *help;
};

extern const struct cli_command cli_commands[];
extern const size_t cli_command_count;
extern const struct cli_option_info cli_options[OPTION_COUNT];

/*
 * Reads the arguments: options may stand anywhere, "--" ends them. No command
 * leaves `*command_out` NULL. False when the call is wrong; what is wrong was
 * said on stderr.
 */
bool parse_arguments(int argc, char **argv, struct cli *cli,
                     const struct cli_command **command_out);

#endif
