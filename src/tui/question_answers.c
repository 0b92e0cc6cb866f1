/*
 * What is below the stem: options by position with their signs, or the entries
 * of code fields with how many are asked for.
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
        text = str_from(
            arena_printf(&page->arena, "-- " STR_FORMAT " --", STR_ARG(text)));
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

/* As many lines as codes are asked for, or were entered. */
static size_t entry_lines(const struct code_field *field,
                          const struct code_entries *entries)
{
    return entries->count > field->slot_count ? entries->count
                                              : field->slot_count;
}

bool question_entry(const struct item *item, struct str answer, int index,
                    size_t *field_out, size_t *slot_out)
{
    size_t left = (size_t)index;

    for (size_t i = 0; index >= 0 && i < item->field_count; i++) {
        struct code_entries entries;
        size_t lines;

        response_entries(item, answer, i, &entries);
        lines = entry_lines(&item->fields[i], &entries);
        if (left < lines) {
            *field_out = i;
            *slot_out = left;
            return true;
        }
        left -= lines;
    }
    return false;
}

static void add_entry(struct page *page, const struct question_view *view,
                      size_t number, struct str entry)
{
    const char *lead = arena_printf(&page->arena, "%zu: ", number);
    bool is_typing = page->choice_count == view->typing;

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
    struct code_entries entries;

    response_entries(view->item, str_from(view->response->answer), index,
                     &entries);
    page_gap(page);
    if (field->label.len > 0)
        page_text(page, STYLE_HEADING, field->label);
    page_printf(page, STYLE_NORMAL, "%s, %zu %s%s", code_set_title(field->set),
                field->slot_count,
                field->slot_count == 1 ? "code asked for" : "codes asked for",
                field->asks_poa
                    ? ", each with its POA indicator in brackets: I10 (Y)"
                    : "");
    for (size_t i = 0; i < entry_lines(field, &entries); i++)
        add_entry(page, view, i + 1,
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
