/*
 * What may stand where on a command line. The usage texts of the table of
 * commands are read for it: "adopt|enable" are words to type, FILE is a file,
 * SCOPE, KEY and VALUE have lists of their own. How a shell is told:
 * completion_bash.c, _zsh.c, _fish.c.
 */
#include "completion.h"

#include <ctype.h>
#include <string.h>

#include "proctor/app/history.h"
#include "proctor/domain/practice.h"

/* X(shell, function) */
#define SHELLS(X)                                                              \
    X("bash", completion_bash)                                                 \
    X("zsh", completion_zsh)                                                   \
    X("fish", completion_fish)

static const struct {
    const char *name;
    void (*append)(struct strbuf *out);
} shells[] = {
#define X(name, append) {name, append},
    SHELLS(X)
#undef X
};
#define SHELL_COUNT ((int)(sizeof shells / sizeof *shells))

/* --- lists by the word that stands for them ------------------------------- */

static const char *scope_at(int index)
{
    return index < PRACTICE_SCOPE_COUNT
               ? practice_scope_id((enum practice_scope)index)
               : NULL;
}

static const char *key_at(int index)
{
    return index < SETTING_COUNT ? setting_key((enum setting)index) : NULL;
}

static const char *kind_at(int index)
{
    return index < HISTORY_KIND_COUNT
               ? history_kind_id((enum history_kind)index)
               : NULL;
}

static const char *shell_at(int index)
{
    return index < SHELL_COUNT ? shells[index].name : NULL;
}

static const struct {
    const char *stands_for;
    const char *(*at)(int index); /* NULL behind the last */
} lists[] = {
    {"SCOPE", scope_at},
    {"KEY", key_at},
    {"KIND", kind_at},
    {"SHELL", shell_at},
};

static const char *join(const char *(*at)(int index), struct arena *arena)
{
    const char *words = "", *word;

    for (int i = 0; (word = at(i)) != NULL; i++)
        words = arena_printf(arena, "%s%s%s", words, i > 0 ? " " : "", word);
    return words;
}

/* "adopt|enable|disable" is typed as it stands. */
static bool is_typed(const char *usage)
{
    for (; *usage != '\0'; usage++)
        if (!islower((unsigned char)*usage) && *usage != '|')
            return false;
    return true;
}

static const char *with_blanks(const char *usage, struct arena *arena)
{
    char *words = arena_strdup(arena, usage);

    for (char *bar = words; (bar = strchr(bar, '|')) != NULL;)
        *bar = ' ';
    return words;
}

static struct choices choices_of(const char *usage, struct arena *arena)
{
    if (strncmp(usage, "FILE", strlen("FILE")) == 0)
        return (struct choices){true, ""};
    if (is_typed(usage))
        return (struct choices){false, with_blanks(usage, arena)};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(usage, lists[i].stands_for) == 0)
            return (struct choices){false, join(lists[i].at, arena)};
    return (struct choices){false, ""};
}

struct choices option_choices(enum cli_option option, struct arena *arena)
{
    if (option == OPTION_COMPARE)
        return (struct choices){false, "last"};
    return choices_of(cli_options[option].argument, arena);
}

/* --- arguments ------------------------------------------------------------ */

/* The first word of "[KEY [VALUE]]". */
static const char *first_argument(const char *usage, struct arena *arena)
{
    usage += usage[0] == '[';
    return arena_str(arena, (struct str){usage, strcspn(usage, " []")}).data;
}

static void add(struct followers *list, const char *before,
                struct choices choices, bool repeats)
{
    if (choices.files || choices.words[0] != '\0')
        list->items[list->count++] =
            (struct follower){before, repeats, choices};
}

struct followers command_followers(const struct cli_command *command,
                                   struct arena *arena)
{
    const char *first = first_argument(command->arguments, arena);
    struct followers list = {
        .items = ARENA_ARRAY(arena, struct follower, 1 + SETTING_COUNT)};

    add(&list, command->name, choices_of(first, arena),
        command->most == CLI_MANY);
    for (int i = 0; i < SETTING_COUNT && strcmp(first, "KEY") == 0; i++)
        add(&list, arena_printf(arena, "%s %s", command->name, key_at(i)),
            (struct choices){false, cli_setting_values((enum setting)i, arena)},
            false);
    return list;
}

bool command_takes(const struct cli_command *command, enum cli_option option)
{
    return ((CLI_ALWAYS | command->options) & (UINT64_C(1) << option)) != 0;
}

void append_quoted(struct strbuf *out, const char *text, const char *special,
                   const char *quote)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            strbuf_adds(out, quote);
            continue;
        }
        if (strchr(special, *text))
            strbuf_addc(out, '\\');
        strbuf_addc(out, *text);
    }
}

void append_valued_options(struct strbuf *out, const char *between)
{
    const char *before = "";

    for (int i = 0; i < OPTION_COUNT; i++) {
        char letter = cli_option_letter((enum cli_option)i);

        if (!cli_options[i].argument)
            continue;
        strbuf_printf(out, "%s--%s", before, cli_options[i].name);
        before = between;
        if (letter != '\0')
            strbuf_printf(out, "%s-%c", between, letter);
    }
}

/* --- the shells ----------------------------------------------------------- */

int completion_write(const struct cli *cli)
{
    const char *shell = cli->values[OPTION_COMPLETION];
    struct arena arena = {0};
    struct strbuf out = {0};
    struct error err;
    int status = EXIT_WELL;

    for (int i = 0; i < SHELL_COUNT && out.len == 0; i++)
        if (strcmp(shell, shells[i].name) == 0)
            shells[i].append(&out);
    if (out.len > 0) {
        status = cli_write(cli, &out) ? EXIT_WELL : EXIT_ENVIRONMENT;
    } else {
        error_set(&err, ERR_USAGE,
                  "there is no completion for '%s'; there is one for: %s",
                  shell, join(shell_at, &arena));
        status = cli_fail(cli, &err);
    }
    strbuf_finish(&out);
    arena_finish(&arena);
    return status;
}
