/* The completion for bash: one function that says, by the words before the one
 * to complete, which words or files there are. */
#include "completion.h"

static void append_options(struct strbuf *out,
                           const struct cli_command *command)
{
    const char *between = "";

    for (int i = 0; i < OPTION_COUNT; i++) {
        if (command ? !command_takes(command, (enum cli_option)i)
                    : (CLI_WITHOUT_COMMAND & (UINT64_C(1) << i)) == 0)
            continue;
        strbuf_printf(out, "%s--%s", between, cli_options[i].name);
        between = " ";
    }
}

/* "words='a b'" or "files=yes". */
static void append_choices(struct strbuf *out, const struct choices *choices)
{
    if (choices->files)
        strbuf_adds(out, "files=yes");
    else
        strbuf_printf(out, "words='%s'", choices->words);
}

/* What an option before the word asks for; else the place of an argument. */
static void append_values(struct strbuf *out)
{
    struct arena arena = {0};

    for (int i = 0; i < OPTION_COUNT; i++) {
        struct choices choices;

        if (!cli_options[i].argument)
            continue;
        choices = option_choices((enum cli_option)i, &arena);
        strbuf_printf(out, "    --%s", cli_options[i].name);
        if (cli_option_letter((enum cli_option)i) != '\0')
            strbuf_printf(out, "|-%c", cli_option_letter((enum cli_option)i));
        strbuf_adds(out, ") ");
        if (choices.files || choices.words[0] != '\0')
            append_choices(out, &choices);
        else
            strbuf_adds(out, "return");
        strbuf_adds(out, " ;;\n");
    }
    arena_finish(&arena);
}

static void append_command_options(struct strbuf *out)
{
    for (size_t i = 0; i < cli_command_count; i++) {
        strbuf_printf(out, "        %s) options='", cli_commands[i].name);
        append_options(out, &cli_commands[i]);
        strbuf_adds(out, "' ;;\n");
    }
    strbuf_adds(out, "        *) options='");
    append_options(out, NULL);
    strbuf_adds(out, "' ;;\n");
}

static void append_follower(struct strbuf *out, const struct follower *follower)
{
    strbuf_printf(out, "        '%s'", follower->before);
    if (follower->repeats)
        strbuf_printf(out, "|'%s '*", follower->before);
    strbuf_adds(out, ") ");
    append_choices(out, &follower->choices);
    strbuf_adds(out, " ;;\n");
}

static void append_arguments(struct strbuf *out)
{
    struct arena arena = {0};

    strbuf_adds(out, "        '') words='");
    for (size_t i = 0; i < cli_command_count; i++)
        strbuf_printf(out, "%s%s", i > 0 ? " " : "", cli_commands[i].name);
    strbuf_adds(out, "' ;;\n");
    for (size_t i = 0; i < cli_command_count; i++) {
        struct followers list = command_followers(&cli_commands[i], &arena);

        for (size_t j = 0; j < list.count; j++)
            append_follower(out, &list.items[j]);
    }
    arena_finish(&arena);
}

void completion_bash(struct strbuf *out)
{
    strbuf_adds(
        out, "# Completion of proctor for bash.\n"
             "_proctor()\n"
             "{\n"
             "    local word=${COMP_WORDS[COMP_CWORD]} given=()\n"
             "    local before=${COMP_WORDS[COMP_CWORD - 1]}\n"
             "    local words= options= files= i\n"
             "\n"
             "    # \"--name=value\" comes as three words.\n"
             "    [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD - 2]}\n"
             "    [[ $word == = ]] && word=\n"
             "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
             "        case ${COMP_WORDS[i]} in\n"
             "        ");
    append_valued_options(out, "|");
    strbuf_adds(out, ")\n"
                     "            ((i++))\n"
                     "            [[ ${COMP_WORDS[i]} == = ]] && ((i++)) ;;\n"
                     "        -*) ;;\n"
                     "        *) given+=(\"${COMP_WORDS[i]}\") ;;\n"
                     "        esac\n"
                     "    done\n"
                     "    case $before in\n");
    append_values(out);
    strbuf_adds(out, "    *)\n"
                     "        case ${given[0]-} in\n");
    append_command_options(out);
    strbuf_adds(out, "        esac\n"
                     "        case ${given[*]-} in\n");
    append_arguments(out);
    strbuf_adds(out,
                "        esac ;;\n"
                "    esac\n"
                "    if [[ $word == -* || ! $words$files ]]; then\n"
                "        words=$options files=\n"
                "    fi\n"
                "    if [[ $files ]]; then\n"
                "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
                "    else\n"
                "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- "
                "\"$word\")\n"
                "    fi\n"
                "}\n"
                "complete -o filenames -F _proctor proctor\n");
}
