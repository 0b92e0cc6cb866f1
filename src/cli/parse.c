/*
 * Arguments to options and command, by the tables of cli.h. Nothing is done
 * here but understanding, and saying what was not understood.
 */
#include "parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "proctor/base/str.h"

const struct cli_command cli_commands[] = {
#define X(name, arguments, least, most, options, function, help)               \
    {name, arguments, least, most, options, function, help},
    CLI_COMMANDS(X)
#undef X
};
const size_t cli_command_count = sizeof cli_commands / sizeof *cli_commands;

const struct cli_option_info cli_options[OPTION_COUNT] = {
#define X(NAME, name, argument, help) {name, argument, help},
    CLI_OPTIONS(X)
#undef X
};

#define WITHOUT_COMMAND (CLI_ALWAYS | BIT(VERSION) | BIT(COMPLETION))

__attribute__((format(printf, 2, 3))) static bool wrong(const struct cli *cli,
                                                        const char *format, ...)
{
    struct strbuf text = {0};
    struct arena scratch = {0};
    va_list args;

    va_start(args, format);
    strbuf_vprintf(&text, format, args);
    va_end(args);
    fprintf(stderr, "proctor: %s\n",
            cli_folded(cli, &scratch, strbuf_text(&text)));
    arena_finish(&scratch);
    strbuf_finish(&text);
    return false;
}

static const struct cli_command *find_command(const char *name)
{
    for (size_t i = 0; i < cli_command_count; i++)
        if (strcmp(cli_commands[i].name, name) == 0)
            return &cli_commands[i];
    return NULL;
}

static const char *nearest(const char *name, bool options)
{
    size_t count = options ? OPTION_COUNT : cli_command_count, best = 3;
    const char *found = NULL;

    for (size_t i = 0; i < count; i++) {
        const char *other =
            options ? cli_options[i].name : cli_commands[i].name;
        size_t distance = str_distance(str_from(name), str_from(other), best);

        if (distance < best) {
            best = distance;
            found = other;
        }
    }
    return found;
}

static bool unknown(const struct cli *cli, const char *what, const char *name,
                    bool is_option)
{
    const char *meant = nearest(name, is_option);
    const char *dashes = is_option ? "--" : "";

    if (meant)
        return wrong(cli, "there is no %s '%s%s'; did you mean '%s%s'?", what,
                     dashes, name, dashes, meant);
    return wrong(cli, "there is no %s '%s%s'; `proctor --help` lists them",
                 what, dashes, name);
}

/* One "--name", "--name=value" or "--name value"; moves `*at` over it. */
static bool read_option(int argc, char **argv, int *at, struct cli *cli)
{
    struct str rest = str_from(argv[*at] + 2), name;
    char key[32];
    bool has_value = strchr(argv[*at], '=') != NULL;

    str_split(&rest, '=', &name);
    snprintf(key, sizeof key, STR_FORMAT, STR_ARG(name));
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(cli_options[i].name, key) != 0)
            continue;
        if (!cli_options[i].argument && has_value)
            return wrong(cli, "--%s takes no value", key);
        if (!cli_options[i].argument)
            cli->values[i] = "";
        else if (has_value)
            cli->values[i] = rest.data;
        else if (*at + 1 < argc)
            cli->values[i] = argv[++*at];
        else
            return wrong(cli, "--%s needs a value: --%s %s", key, key,
                         cli_options[i].argument);
        return true;
    }
    return unknown(cli, "option", key, true);
}

static bool check_options(const struct cli *cli,
                          const struct cli_command *command)
{
    unsigned allowed =
        command ? CLI_ALWAYS | command->options : WITHOUT_COMMAND;

    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!cli->values[i] || (allowed & (1u << i)) != 0)
            continue;
        if (command)
            return wrong(cli,
                         "`proctor %s` has no option --%s; see `proctor %s "
                         "--help`",
                         command->name, cli_options[i].name, command->name);
        return wrong(cli, "--%s belongs to a command; see `proctor --help`",
                     cli_options[i].name);
    }
    if (cli_has(cli, OPTION_JSON) && cli_has(cli, OPTION_CSV))
        return wrong(cli, "--json and --csv do not go together");
    return true;
}

static bool check_count(const struct cli *cli,
                        const struct cli_command *command)
{
    if (cli_has(cli, OPTION_HELP) || !command ||
        (cli->argument_count >= command->least &&
         cli->argument_count <= command->most))
        return true;
    return wrong(cli, "usage: proctor %s %s", command->name,
                 command->arguments);
}

bool parse_arguments(int argc, char **argv, struct cli *cli,
                     const struct cli_command **command_out)
{
    const char **words = (const char **)(void *)argv;
    size_t count = 0;
    bool options_end = false;

    /* Words are collected in place: never more than were read. */
    for (int at = 1; at < argc; at++) {
        const char *word = argv[at];

        if (options_end || word[0] != '-' || word[1] == '\0') {
            words[count++] = word;
        } else if (strcmp(word, "--") == 0) {
            options_end = true;
        } else if (strcmp(word, "-h") == 0) {
            cli->values[OPTION_HELP] = "";
        } else if (word[1] != '-') {
            return wrong(cli,
                         "there is no option '%s'; `proctor --help` lists them",
                         word);
        } else if (!read_option(argc, argv, &at, cli)) {
            return false;
        }
    }
    *command_out = NULL;
    if (count > 0) {
        *command_out = find_command(words[0]);
        if (!*command_out)
            return unknown(cli, "command", words[0], false);
        cli->arguments = words + 1;
        cli->argument_count = count - 1;
    }
    return check_options(cli, *command_out) && check_count(cli, *command_out);
}
