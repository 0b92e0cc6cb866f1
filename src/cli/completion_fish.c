/* The completion for fish: a line for each command, option and place. */
#include "completion.h"

#include <string.h>

#define IN_QUOTES "\\'"

static void append_description(struct strbuf *out, const char *text)
{
    strbuf_adds(out, " -d '");
    append_quoted(out, text, "\\", IN_QUOTES);
    strbuf_adds(out, "'\n");
}

static void append_commands(struct strbuf *out)
{
    for (size_t i = 0; i < cli_command_count; i++) {
        strbuf_printf(out, "complete -c proctor -n __proctor_is -a %s",
                      cli_commands[i].name);
        append_description(out, cli_commands[i].help);
    }
}

/* When the option may come: always, without a command, or with some. */
static void append_condition(struct strbuf *out, enum cli_option option)
{
    uint64_t bit = UINT64_C(1) << option;

    if ((CLI_ALWAYS & bit) != 0)
        return;
    if ((CLI_WITHOUT_COMMAND & bit) != 0) {
        strbuf_adds(out, " -n __proctor_is");
        return;
    }
    strbuf_adds(out, " -n '__proctor_begins");
    for (size_t i = 0; i < cli_command_count; i++)
        if (command_takes(&cli_commands[i], option))
            strbuf_printf(out, " %s", cli_commands[i].name);
    strbuf_addc(out, '\'');
}

static void append_option(struct strbuf *out, enum cli_option option,
                          struct arena *arena)
{
    const struct cli_option_info *info = &cli_options[option];
    char letter = cli_option_letter(option);

    strbuf_adds(out, "complete -c proctor");
    append_condition(out, option);
    strbuf_printf(out, " -l %s", info->name);
    if (letter != '\0')
        strbuf_printf(out, " -s %c", letter);
    if (info->argument) {
        struct choices choices = option_choices(option, arena);

        strbuf_adds(out, choices.files ? " -r -F" : " -x");
        if (choices.words[0] != '\0')
            strbuf_printf(out, " -a '%s'", choices.words);
    }
    append_description(out, info->help);
}

static void append_arguments(struct strbuf *out,
                             const struct cli_command *command,
                             struct arena *arena)
{
    struct followers list = command_followers(command, arena);

    for (size_t i = 0; i < list.count; i++) {
        const struct follower *follower = &list.items[i];

        strbuf_printf(out, "complete -c proctor -n '__proctor_%s %s'",
                      follower->repeats ? "begins" : "is", follower->before);
        if (follower->choices.files)
            strbuf_adds(out, " -F\n");
        else
            strbuf_printf(out, " -a '%s'\n", follower->choices.words);
    }
}

void completion_fish(struct strbuf *out)
{
    struct arena arena = {0};

    strbuf_adds(out, "# Completion of proctor for fish.\n"
                     "function __proctor_given -d 'the words so far that are "
                     "no options'\n"
                     "    set -l tokens (commandline -opc)\n"
                     "    set -l skips no\n"
                     "    set -e tokens[1]\n"
                     "    for token in $tokens\n"
                     "        if test $skips = yes\n"
                     "            set skips no\n"
                     "            continue\n"
                     "        end\n"
                     "        switch $token\n"
                     "            case ");
    append_valued_options(out, " ");
    strbuf_adds(out, "\n"
                     "                set skips yes\n"
                     "            case '-*'\n"
                     "            case '*'\n"
                     "                echo $token\n"
                     "        end\n"
                     "    end\n"
                     "end\n"
                     "function __proctor_is -d 'just these words were given'\n"
                     "    set -l given (__proctor_given)\n"
                     "    test \"$given\" = \"$argv\"\n"
                     "end\n"
                     "function __proctor_begins -d 'one of these commands was "
                     "given'\n"
                     "    set -l given (__proctor_given)\n"
                     "    set -q given[1]; and contains -- $given[1] $argv\n"
                     "end\n"
                     "complete -c proctor -f\n");
    append_commands(out);
    for (int i = 0; i < OPTION_COUNT; i++)
        append_option(out, (enum cli_option)i, &arena);
    for (size_t i = 0; i < cli_command_count; i++)
        append_arguments(out, &cli_commands[i], &arena);
    arena_finish(&arena);
}
