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

/* Options that have a letter too. */
static const struct {
    char letter;
    enum cli_option option;
} letters[] = {{'h', OPTION_HELP}, {'o', OPTION_OUTPUT}};
#define LETTER_COUNT (sizeof letters / sizeof *letters)

char cli_option_letter(enum cli_option option)
{
    for (size_t i = 0; i < LETTER_COUNT; i++)
        if (letters[i].option == option)
            return letters[i].letter;
    return '\0';
}

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

/* Takes the value behind "=", or else the next word; moves `*at` over it. */
static bool take_option(int argc, char **argv, int *at, struct cli *cli,
                        enum cli_option option, const char *value)
{
    const struct cli_option_info *info = &cli_options[option];

    if (!info->argument && value)
        return wrong(cli, "--%s takes no value", info->name);
    if (!info->argument)
        value = "";
    else if (!value && *at + 1 < argc)
        value = argv[++*at];
    if (!value)
        return wrong(cli, "--%s needs a value: --%s %s", info->name, info->name,
                     info->argument);
    cli->values[option] = value;
    return true;
}

/* One "--name", "--name=value" or "--name value". */
static bool read_option(int argc, char **argv, int *at, struct cli *cli)
{
    struct str rest = str_from(argv[*at] + 2), name = STR("");
    bool has_value = strchr(argv[*at], '=') != NULL;
    char key[64];

    str_split(&rest, '=', &name);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (str_is(name, cli_options[i].name))
            return take_option(argc, argv, at, cli, (enum cli_option)i,
                               has_value ? rest.data : NULL);
    snprintf(key, sizeof key, STR_FORMAT, STR_ARG(name));
    return unknown(cli, "option", key, true);
}

/* "-h", "-o FILE". */
static bool read_letter(int argc, char **argv, int *at, struct cli *cli)
{
    const char *word = argv[*at];

    for (size_t i = 0; i < LETTER_COUNT; i++)
        if (word[1] == letters[i].letter && word[2] == '\0')
            return take_option(argc, argv, at, cli, letters[i].option, NULL);
    return wrong(cli, "there is no option '%s'; `proctor --help` lists them",
                 word);
}

static bool check_options(const struct cli *cli)
{
    struct error err;

    if (cli->command) {
        if (!cli_only(cli, cli->command->options, cli->command->name, &err))
            return wrong(cli, "%s", err.message);
    } else {
        for (int i = 0; i < OPTION_COUNT; i++)
            if (cli->values[i] &&
                (CLI_WITHOUT_COMMAND & (UINT64_C(1) << i)) == 0)
                return wrong(cli,
                             "--%s belongs to a command; see `proctor --help`",
                             cli_options[i].name);
    }
    if (cli_has(cli, OPTION_JSON) && cli_has(cli, OPTION_CSV))
        return wrong(cli, "--json and --csv do not go together");
    return true;
}

static bool check_count(const struct cli *cli)
{
    const struct cli_command *command = cli->command;
    struct error err;

    if (cli_has(cli, OPTION_HELP) || !command ||
        (cli->argument_count >= command->least &&
         cli->argument_count <= command->most))
        return true;
    cli_usage(cli, &err);
    return wrong(cli, "%s", err.message);
}

bool parse_arguments(int argc, char **argv, struct cli *cli)
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
        } else if (word[1] == '-' ? !read_option(argc, argv, &at, cli)
                                  : !read_letter(argc, argv, &at, cli)) {
            return false;
        }
    }
    if (count > 0) {
        cli->command = find_command(words[0]);
        if (!cli->command)
            return unknown(cli, "command", words[0], false);
        cli->arguments = words + 1;
        cli->argument_count = count - 1;
    }
    return check_options(cli) && check_count(cli);
}
