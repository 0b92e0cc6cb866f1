/*
 * How the lines look and how they are filled in. The focus is the page's;
 * letters type where the focus is on a text, without a mode to enter or leave.
 */
#include "inputs.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* From here on labels stand in a column of their own. */
#define LABEL_COLUMN_FROM 60

/* --- lines and choices ---------------------------------------------------- */

/* The visible line number `choice`, or the last. */
static int line_of_choice(const struct inputs *inputs, int choice)
{
    int last = 0;

    for (int i = 0; i < inputs->count; i++) {
        if (inputs->lines[i].is_hidden)
            continue;
        last = i;
        if (choice-- == 0)
            break;
    }
    return last;
}

int inputs_focused(const struct inputs *inputs, const struct page *page)
{
    return line_of_choice(inputs, page->focus);
}

void inputs_focus(const struct inputs *inputs, struct page *page, int line)
{
    int choice = 0;

    for (int i = 0; i < line; i++)
        choice += !inputs->lines[i].is_hidden;
    page_focus(page, choice);
}

const enum command *inputs_hints(const struct inputs *inputs,
                                 const struct page *page)
{
    static const enum command plain[] = {CMD_GO_ON, CMD_BACK, CMD_UP, CMD_NONE};
    static const enum command value[] = {CMD_VALUE_NEXT, CMD_GO_ON, CMD_BACK,
                                         CMD_UP, CMD_NONE};

    return inputs->lines[inputs_focused(inputs, page)].kind == INPUT_VALUE
               ? value
               : plain;
}

/* --- looks ---------------------------------------------------------------- */

static int label_columns(const struct inputs *inputs)
{
    size_t most = 0;

    for (int i = 0; i < inputs->count; i++)
        if (inputs->lines[i].kind != INPUT_ACT && !inputs->lines[i].is_hidden &&
            strlen(inputs->lines[i].label) > most)
            most = strlen(inputs->lines[i].label);
    return (int)most;
}

/* "Name:      " */
static const char *lead_of(const struct inputs *inputs,
                           const struct input *line, struct page *page)
{
    int columns =
        page->columns >= LABEL_COLUMN_FROM ? label_columns(inputs) : 0;
    int length = (int)strlen(line->label);

    return arena_printf(&page->arena, "%s:%*s ", line->label,
                        columns > length ? columns - length : 0, "");
}

static void add_text(struct page *page, const char *lead,
                     const struct input *line, bool has_focus)
{
    struct str text = text_field_str(&line->typed);

    if (has_focus)
        page_field(page, STYLE_NORMAL, lead, text, (int)line->typed.caret);
    else if (text.len > 0)
        page_field(page, STYLE_NORMAL, lead, text, -1);
    else
        page_field(page, STYLE_DIM, lead, str_from(line->empty), -1);
}

static void add_line(const struct inputs *inputs, const struct input *line,
                     struct page *page, bool has_focus)
{
    const char *lead =
        line->kind == INPUT_ACT ? "" : lead_of(inputs, line, page);

    switch (line->kind) {
    case INPUT_TEXT:
        add_text(page, lead, line, has_focus);
        break;
    case INPUT_VALUE:
        page_choice(page, STYLE_NORMAL, lead,
                    str_from(arena_printf(&page->arena,
                                          has_focus ? "< %s >" : "%s",
                                          line->values[line->chosen])));
        break;
    case INPUT_LIST:
        page_choice(page, line->shown ? STYLE_NORMAL : STYLE_DIM, lead,
                    str_from(line->shown ? line->shown : line->empty));
        break;
    case INPUT_ACT:
        page_choice(page, STYLE_NORMAL, lead, str_from(line->label));
        break;
    }
}

void inputs_build(const struct inputs *inputs, struct page *page)
{
    int focused = inputs_focused(inputs, page);

    for (int i = 0; i < inputs->count; i++) {
        const struct input *line = &inputs->lines[i];

        if (line->is_hidden)
            continue;
        if (line->kind == INPUT_ACT &&
            (i == 0 || inputs->lines[i - 1].kind != INPUT_ACT))
            page_gap(page);
        add_line(inputs, line, page, i == focused);
        if (line->problem[0] != '\0')
            page_lead(page, STYLE_WARNING, "  ! ", str_from(line->problem));
        if (i == focused && line->help)
            page_lead(page, STYLE_DIM, "    ", str_from(line->help));
    }
}

/* The line behind what is told about the focus. */
static int end_of_focus(const struct page *page)
{
    int count = (int)page->lines.count, i = 0;

    while (i < count && page->lines.items[i].choice != page->focus)
        i++;
    while (
        i < count &&
        (page->lines.items[i].choice == page->focus ||
         (page->lines.items[i].choice == PAGE_NO_CHOICE &&
          page->lines.items[i].lead.len + page->lines.items[i].text.len > 0)))
        i++;
    return i;
}

void inputs_show_focus(struct inputs *inputs, struct page *page)
{
    int top = end_of_focus(page) - page->height;

    if (inputs->shown_focus == page->focus &&
        inputs->shown_columns == page->columns &&
        inputs->shown_height == page->height)
        return;
    if (page->top < top)
        page->top = top;
    page_focus(page, page->focus);
    inputs->shown_focus = page->focus;
    inputs->shown_columns = page->columns;
    inputs->shown_height = page->height;
}

/* --- keys ----------------------------------------------------------------- */

static struct input_news news(enum input_event event, int line)
{
    return (struct input_news){event, line};
}

struct input_news inputs_key(struct inputs *inputs, struct page *page,
                             const struct key *key)
{
    int index = inputs_focused(inputs, page);
    struct input *line = &inputs->lines[index];

    if (line->kind != INPUT_TEXT ||
        (key_is_text(key) && key->c == '?' && !key->pasted))
        return news(INPUT_NOTHING, index);
    if (line->is_retyped && inputs->touched != index + 1 && key_is_text(key))
        text_field_set(&line->typed, STR(""));
    if (!text_field_key(&line->typed, key))
        return news(INPUT_NOTHING, index);
    inputs->touched = index + 1;
    return news(INPUT_CHANGED, index);
}

static struct input_news move(struct page *page, int line, int by)
{
    int choice = page->focus + by;

    if (choice >= 0 && choice < page->choice_count)
        page_focus(page, choice);
    return news(INPUT_MOVED, line);
}

/* Who comes back from a list goes on with the next line. */
static struct input_news open_line(struct inputs *inputs, struct page *page,
                                   int line)
{
    if (inputs->lines[line].kind == INPUT_LIST)
        move(page, line, 1);
    return news(INPUT_OPENED, line);
}

static struct input_news change_value(struct inputs *inputs, struct page *page,
                                      int index, int by)
{
    struct input *line = &inputs->lines[index];
    int count = 0;

    if (line->kind == INPUT_LIST && by > 0)
        return open_line(inputs, page, index);
    if (line->kind != INPUT_VALUE)
        return news(INPUT_MOVED, index);
    while (line->values[count])
        count++;
    line->chosen = (line->chosen + by + count) % count;
    return news(INPUT_CHANGED, index);
}

struct input_news inputs_command(struct inputs *inputs, struct page *page,
                                 enum command command)
{
    int line = inputs_focused(inputs, page);
    enum input_kind kind = inputs->lines[line].kind;

    inputs->touched = 0;
    if (command == CMD_GO_ON && (kind == INPUT_LIST || kind == INPUT_ACT))
        return open_line(inputs, page, line);
    if (command == CMD_GO_ON || command == CMD_LINE_NEXT)
        return move(page, line, 1);
    if (command == CMD_LINE_BEFORE)
        return move(page, line, -1);
    if (command == CMD_VALUE_NEXT)
        return change_value(inputs, page, line, 1);
    if (command == CMD_VALUE_BEFORE)
        return change_value(inputs, page, line, -1);
    return news(page_command(page, command) ? INPUT_MOVED : INPUT_NOTHING,
                line);
}

/* --- what was typed ------------------------------------------------------- */

void input_problem(struct input *line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(line->problem, sizeof line->problem, format, args);
    va_end(args);
}

void input_error(struct input *line, const struct error *err)
{
    input_problem(line, "%s", err->message);
}

bool input_number(struct input *line, int low, int high, int unset, int *out)
{
    struct str text = str_trim(text_field_str(&line->typed));
    int64_t number = unset;

    if (text.len > 0 && !str_to_i64(text, low, high, &number)) {
        input_problem(line, "a number from %d to %d is needed here", low, high);
        return false;
    }
    line->problem[0] = '\0';
    *out = (int)number;
    return true;
}
