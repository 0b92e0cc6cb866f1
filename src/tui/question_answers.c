/*
 * What is below the stem: options by position with their signs, or the entries
 * of code fields with how many are asked for; then hints and the note.
 */
#include "question_view.h"

#include <string.h>

#include "proctor/domain/response.h"

static const char *option_sign(const struct item *item, bool chosen)
{
    if (item->kind == ITEM_MULTIPLE)
        return chosen ? "[x]" : "[ ]";
    return chosen ? "(x)" : "( )";
}

static void add_option(struct page *page, const struct question_view *view,
                       int position)
{
    char letter = view->option_order[position];
    const struct option *option = item_option(view->item, letter);
    bool is_chosen = response_has(str_from(view->response->answer), letter);
    bool is_struck = strchr(view->response->struck, letter) != NULL;
    const char *lead =
        arena_printf(&page->arena, "%s %c. ",
                     option_sign(view->item, is_chosen), 'A' + position);
    struct str text = option->text;

    if (is_struck)
        text = str_from(arena_printf(&page->arena, "[%s] " STR_FORMAT,
                                     is_chosen ? "chosen and struck" : "struck",
                                     STR_ARG(text)));
    page_choice(page,
                is_chosen   ? STYLE_CHOSEN
                : is_struck ? STYLE_STRUCK
                            : STYLE_NORMAL,
                lead, text);
}

static void add_options(struct page *page, const struct question_view *view)
{
    if (view->item->kind == ITEM_MULTIPLE) {
        page_printf(page, STYLE_HEADING, "Choose %zu.",
                    item_choose_count(view->item));
        page_gap(page);
    }
    for (int i = 0; view->option_order[i] != '\0'; i++)
        add_option(page, view, i);
}

/* --- codes ---------------------------------------------------------------- */

static size_t at_least(size_t a, size_t b)
{
    return a > b ? a : b;
}

size_t question_entry_lines(const struct item *item, struct str answer,
                            size_t field, const struct code_place *typing)
{
    struct code_entries entries;
    size_t lines;

    response_entries(item, answer, field, &entries);
    lines = at_least(item->fields[field].slot_count, entries.count + 1);
    if (typing->is_set && typing->field == field)
        lines = at_least(lines, typing->slot + 1);
    return lines < ITEM_CODES_MAX ? lines : ITEM_CODES_MAX;
}

struct code_place question_entry(const struct item *item, struct str answer,
                                 int index)
{
    static const struct code_place none = {0};
    size_t left = (size_t)index;

    for (size_t i = 0; index >= 0 && i < item->field_count; i++) {
        size_t lines = question_entry_lines(item, answer, i, &none);

        if (left < lines)
            return (struct code_place){true, i, left};
        left -= lines;
    }
    return none;
}

static void add_entry(struct page *page, const struct question_view *view,
                      struct code_place place, struct str entry)
{
    bool is_more = place.slot >= view->item->fields[place.field].slot_count;
    const char *lead = arena_printf(&page->arena, "%zu%s: ", place.slot + 1,
                                    is_more ? " (more, if needed)" : "");
    bool is_typing = view->typing.is_set && view->typing.field == place.field &&
                     view->typing.slot == place.slot;

    if (is_typing)
        page_field(page, STYLE_CHOSEN, lead, text_field_str(view->typed),
                   (int)view->typed->caret);
    else if (entry.len > 0)
        page_field(page, STYLE_CHOSEN, lead, entry, -1);
    else
        page_field(page, STYLE_NORMAL, lead, STR("________"), -1);
}

static void add_field(struct page *page, const struct question_view *view,
                      size_t index)
{
    const struct code_field *field = &view->item->fields[index];
    struct str answer = str_from(view->response->answer);
    size_t lines =
        question_entry_lines(view->item, answer, index, &view->typing);
    struct code_entries entries;

    response_entries(view->item, answer, index, &entries);
    page_gap(page);
    if (field->label.len > 0)
        page_text(page, STYLE_HEADING, field->label);
    page_printf(page, STYLE_NORMAL, "%s, %zu %s%s", code_set_title(field->set),
                field->slot_count,
                field->slot_count == 1 ? "code asked for" : "codes asked for",
                field->asks_poa
                    ? ", each with its POA indicator in brackets: I10 (Y)"
                    : "");
    for (size_t i = 0; i < lines; i++)
        add_entry(page, view, (struct code_place){true, index, i},
                  i < entries.count ? entries.items[i] : STR(""));
}

void question_page_answers(struct page *page, const struct question_view *view)
{
    if (view->item->kind != ITEM_CODES) {
        add_options(page, view);
        return;
    }
    for (size_t i = 0; i < view->item->field_count; i++)
        add_field(page, view, i);
}

/* --- beside the answer ---------------------------------------------------- */

static void add_part(struct page *page, const char *heading, struct str text)
{
    if (text.len == 0)
        return;
    page_gap(page);
    page_text(page, STYLE_HEADING, str_from(heading));
    page_text(page, STYLE_NORMAL, text);
}

void question_page_extras(struct page *page, const struct question_view *view)
{
    add_part(page, "Hints", view->hints_told);
    add_part(page, "Your note", str_from(view->response->note));
}
