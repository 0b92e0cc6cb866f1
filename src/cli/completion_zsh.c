/* The completion for zsh, for its _arguments: options with what they do, and
 * what stands at each place. */
#include "completion.h"

#include <string.h>

/* Inside single quotes, and inside the brackets of _arguments. */
#define IN_QUOTES "'\\''"
#define SPECIAL "\\[]:"

/* "(a b)", "_files", or a blank: anything. */
static void append_action(struct strbuf *out, const struct choices *choices)
{
    if (choices->files)
        strbuf_adds(out, "_files");
    else if (choices->words[0] != '\0')
        strbuf_printf(out, "(%s)", choices->words);
    else
        strbuf_addc(out, ' ');
}

/* '--kind=[all, mocks or practice]:KIND:(all mocks practice)' */
static void append_option(struct strbuf *out, enum cli_option option,
                          struct arena *arena)
{
    const struct cli_option_info *info = &cli_options[option];

    strbuf_printf(out, " \\\n            '--%s%s[", info->name,
                  info->argument ? "=" : "");
    append_quoted(out, info->help, SPECIAL, IN_QUOTES);
    strbuf_addc(out, ']');
    if (info->argument) {
        struct choices choices = option_choices(option, arena);

        strbuf_printf(out, ":%s:", info->argument);
        append_action(out, &choices);
    }
    strbuf_addc(out, '\'');
}

static void append_options(struct strbuf *out, uint64_t options,
                           struct arena *arena)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if ((options & (UINT64_C(1) << i)) != 0)
            append_option(out, (enum cli_option)i, arena);
}

static void append_place(struct strbuf *out, const char *place,
                         const struct choices *choices)
{
    strbuf_printf(out, " \\\n            '%s:argument:", place);
    append_action(out, choices);
    strbuf_addc(out, '\'');
}

/* Places where anything may stand are named too: zsh completes no option behind
 * a word that it has no place for. */
static void append_arguments(struct strbuf *out,
                             const struct cli_command *command,
                             struct arena *arena)
{
    struct followers list = command_followers(command, arena);
    struct choices anything = {false, ""};
    bool repeats = list.count > 0 && list.items[0].repeats;

    if (list.count > 0)
        append_place(out, repeats ? "*" : "1", &list.items[0].choices);
    if (list.count > 1)
        strbuf_adds(out, " \\\n            '2:argument:_proctor_values'");
    else if (!repeats && command->most > list.count)
        append_place(out, "*", &anything);
}

static void append_command(struct strbuf *out,
                           const struct cli_command *command,
                           struct arena *arena)
{
    strbuf_printf(out, "        %s)\n            _arguments", command->name);
    append_options(out, CLI_ALWAYS | command->options, arena);
    append_arguments(out, command, arena);
    strbuf_adds(out, " && result=0 ;;\n");
}

/* Values by the word before: "settings theme" and what follows. */
static void append_values(struct strbuf *out, const struct cli_command *command,
                          struct arena *arena)
{
    struct followers list = command_followers(command, arena);

    for (size_t i = 1; i < list.count; i++)
        strbuf_printf(out, "    *' %s '*) compadd -- %s ;;\n",
                      strrchr(list.items[i].before, ' ') + 1,
                      list.items[i].choices.words);
}

static void append_names(struct strbuf *out)
{
    for (size_t i = 0; i < cli_command_count; i++) {
        strbuf_printf(out, "        '%s:", cli_commands[i].name);
        append_quoted(out, cli_commands[i].help, "\\", IN_QUOTES);
        strbuf_adds(out, "'\n");
    }
}

void completion_zsh(struct strbuf *out)
{
    struct arena arena = {0};

    strbuf_adds(out, "#compdef proctor\n"
                     "# Completion of proctor for zsh.\n"
                     "_proctor_values()\n"
                     "{\n"
                     "    case \" $words \" in\n");
    for (size_t i = 0; i < cli_command_count; i++)
        append_values(out, &cli_commands[i], &arena);
    strbuf_adds(out, "    esac\n"
                     "}\n"
                     "\n"
                     "_proctor()\n"
                     "{\n"
                     "    local curcontext=$curcontext state line result=1\n"
                     "    local -A opt_args\n"
                     "    local -a commands\n"
                     "\n"
                     "    commands=(\n");
    append_names(out);
    strbuf_adds(out, "    )\n"
                     "    _arguments -C");
    append_options(out, CLI_WITHOUT_COMMAND, &arena);
    strbuf_adds(out, " \\\n"
                     "            '1:command:->command' \\\n"
                     "            '*::argument:->argument' && result=0\n"
                     "    case $state in\n"
                     "    command) _describe -t commands command commands && "
                     "result=0 ;;\n"
                     "    argument)\n"
                     "        case $words[1] in\n");
    for (size_t i = 0; i < cli_command_count; i++)
        append_command(out, &cli_commands[i], &arena);
    strbuf_adds(out, "        esac ;;\n"
                     "    esac\n"
                     "    return result\n"
                     "}\n"
                     "\n"
                     "if [[ $funcstack[1] == _proctor ]]; then\n"
                     "    _proctor \"$@\"\n"
                     "else\n"
                     "    compdef _proctor proctor\n"
                     "fi\n");
    arena_finish(&arena);
}
