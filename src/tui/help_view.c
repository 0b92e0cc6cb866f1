/*
 * What a screen is for, and its keys: all from its class and the table of
 * commands, so that no help can be wrong.
 */
#include "help_view.h"

/* From here on keys stand in a column of their own. */
#define TABLE_COLUMNS 60
#define KEYS_COLUMNS 18

static void add_command(struct page *page, enum command command)
{
    const char *keys = command_keys(command);

    if (page->columns >= TABLE_COLUMNS)
        page_lead(page, STYLE_NORMAL,
                  arena_printf(&page->arena, "%-*s ", KEYS_COLUMNS, keys),
                  str_from(command_help(command)));
    else
        page_printf(page, STYLE_NORMAL, "%s: %s", keys, command_help(command));
}

static void add_commands(struct page *page, const enum command *list)
{
    for (; *list != CMD_NONE; list++)
        add_command(page, *list);
}

static bool knows(const enum command *list, enum command command)
{
    for (; *list != CMD_NONE; list++)
        if (*list == command)
            return true;
    return false;
}

/* Everywhere, beside what the screen has. */
static void add_common(struct page *page, const enum command *list)
{
    static const enum command common[] = {CMD_HELP, CMD_REDRAW, CMD_SUSPEND,
                                          CMD_NONE};

    if (!knows(list, CMD_LEAVE) && !knows(list, CMD_QUIT))
        add_command(page, CMD_LEAVE);
    add_commands(page, common);
}

void help_page(struct page *page, const struct screen_class *of)
{
    page_text(page, STYLE_NORMAL, str_from(of->purpose));
    page_gap(page);
    if (knows(of->commands, CMD_CHOOSE)) {
        page_text(page, STYLE_NORMAL,
                  STR("The letter or number of an option chooses it; again "
                      "takes it back where several may be chosen. In a code "
                      "field letters type: Enter or Tab goes on, Esc leaves "
                      "it, and Ctrl or Alt with a letter is a command."));
        page_gap(page);
    }
    add_commands(page, of->commands);
    add_common(page, of->commands);
}
