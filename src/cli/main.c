/*
 * The program's entry: environment first, then options, then the one command.
 * Commands live in command_*.c; help and completion in help.c.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "help.h"
#include "open.h"
#include "parse.h"
#include "proctor/platform/env.h"
#include "proctor/platform/system.h"

int main(int argc, char **argv)
{
    struct cli cli = {0};
    const struct cli_command *command;

    system_prepare();
    cli.ascii = !env_set_locale();
    if (!parse_arguments(argc, argv, &cli, &command))
        return EXIT_WRONG_USAGE;
    if (cli_has(&cli, OPTION_HELP))
        return help_show(command);
    if (cli_has(&cli, OPTION_VERSION))
        return help_version();
    if (cli_has(&cli, OPTION_COMPLETION))
        return help_completion(cli.values[OPTION_COMPLETION]);
    return command ? command->run(&cli) : open_program(&cli);
}
