/*
 * The program's entry: environment first, then options, then the one command.
 * Commands live in command_*.c, help in help.c, completion in completion.c.
 */
#include "completion.h"
#include "help.h"
#include "open.h"
#include "parse.h"
#include "proctor/platform/env.h"
#include "proctor/platform/system.h"

static int run(const struct cli *cli)
{
    if (cli_has(cli, OPTION_HELP))
        return help_show(cli->command);
    if (cli_has(cli, OPTION_VERSION))
        return help_version();
    if (cli_has(cli, OPTION_COMPLETION))
        return completion_write(cli);
    return cli->command ? cli->command->run(cli) : open_program(cli);
}

int main(int argc, char **argv)
{
    struct cli cli = {0};
    int status;

    system_prepare();
    cli.ascii = !env_set_locale();
    if (!parse_arguments(argc, argv, &cli))
        return EXIT_WRONG_USAGE;
    status = run(&cli);
    /* Who ends so has reported already, also output that did not arrive. */
    if (status != EXIT_ENVIRONMENT && !cli_flush(&cli))
        status = EXIT_ENVIRONMENT;
    return status;
}
