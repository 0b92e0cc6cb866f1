/* Answers, keys and what became of a question in few words, as lists and pages
 * of a review show them. */
#include "proctor/domain/response.h"

#include "answer_view.h"

static void append_letter(struct strbuf *text, const char *between, int place)
{
    if (text->len > 0)
        strbuf_adds(text, between);
    strbuf_addc(text, (char)('A' + place));
}

const char *answer_key_words(const struct review_item *item,
                             struct arena *arena)
{
    const char *order = item->slot.option_order;
    const char *between = item->item->any_key ? " or " : ", ";
    struct strbuf text = {0};
    const char *words;

    for (int i = 0; order[i] != '\0'; i++)
        if (item_option(item->item, order[i])->is_key)
            append_letter(&text, between, i);
    words = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return words;
}

static void append_entries(struct strbuf *text, const struct item *item,
                           struct str answer, size_t field)
{
    const struct code_field *about = &item->fields[field];
    struct code_entries entries;

    response_entries(item, answer, field, &entries);
    if (entries.count == 0)
        return;
    if (text->len > 0)
        strbuf_adds(text, ". ");
    if (item->field_count > 1)
        strbuf_printf(text, STR_FORMAT ": ",
                      STR_ARG(about->label.len > 0
                                  ? about->label
                                  : str_from(code_set_title(about->set))));
    for (size_t i = 0, told = 0; i < entries.count; i++) {
        if (entries.items[i].len == 0)
            continue;
        strbuf_adds(text, told++ > 0 ? "; " : "");
        strbuf_add(text, entries.items[i]);
    }
}

const char *answer_words(const struct item *item, const char *option_order,
                         struct str answer, struct arena *arena)
{
    struct strbuf text = {0};
    const char *words;

    for (int i = 0; option_order[i] != '\0'; i++)
        if (response_has(answer, option_order[i]))
            append_letter(&text, ", ", i);
    for (size_t i = 0; i < item->field_count; i++)
        append_entries(&text, item, answer, i);
    words = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return words;
}

bool answer_is_right(const struct review_item *item)
{
    return item->scored.score.earned == item->scored.score.possible;
}

const char *answer_outcome(const struct review_item *item)
{
    const struct scored_item *scored = &item->scored;

    return !scored->counts            ? item->slot.scored ? "Void" : "Pretest"
           : !scored->reached         ? "Not reached"
           : scored->blank            ? "Not answered"
           : answer_is_right(item)    ? "Right"
           : scored->score.earned > 0 ? "Partly right"
                                      : "Wrong";
}
