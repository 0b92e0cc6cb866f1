/*
 * The list of a review: number, sign and word of what became of it, time, what
 * else is to be said, the beginning of the stem; section by section.
 */
#include "answers_view.h"

#include "proctor/domain/timing.h"

#include "answer_view.h"
#include "stem_line.h"

/* From here on the words have room beside their signs. */
#define WORDS_COLUMNS 76

/* For what has no mark to earn there is no sign of one. */
static const char *sign_of(const struct review_item *item)
{
    const struct scored_item *scored = &item->scored;

    return !scored->counts            ? "[=]"
           : !scored->reached         ? "[ ]"
           : scored->blank            ? "[o]"
           : answer_is_right(item)    ? "[+]"
           : scored->score.earned > 0 ? "[~]"
                                      : "[-]";
}

/* Drawn and answered one after the other: a heading each would be one for each
 * row. */
static bool is_mixed(const struct answers_place *place)
{
    return place->review->exam->order == EXAM_ORDER_MIXED;
}

/* "[marked, slow] ", or nothing. */
static const char *remarks_of(const struct review_item *item,
                              struct arena *arena)
{
    const struct {
        bool is_so;
        const char *word;
    } remarks[] = {
        {item->response.marked, "marked"},
        {item->is_slow, "slow"},
        {item->is_changed, "changed"},
        {item->response.sure == 0, "not sure"},
        {str_from(item->note).len > 0, "note"},
        {item->dispute != NULL, "disputed"},
    };
    const char *text = "";

    for (size_t i = 0; i < sizeof remarks / sizeof *remarks; i++)
        if (remarks[i].is_so)
            text = arena_printf(arena, "%s%s%s", text, text[0] ? ", " : "",
                                remarks[i].word);
    return text[0] ? arena_printf(arena, "[%s] ", text) : "";
}

static void add_row(struct page *page, const struct review_item *item, int pos)
{
    const char *remarks = remarks_of(item, &page->arena), *text;
    struct str stem = stem_line(item->item->stem);
    char spent[DURATION_SIZE];

    duration_exact(item->response.time_ms, spent);
    if (page->columns >= WORDS_COLUMNS)
        text = arena_printf(&page->arena, "%4d  %s %-12s %11s  %s" STR_FORMAT,
                            pos + 1, sign_of(item), answer_outcome(item),
                            item->scored.reached ? spent : "", remarks,
                            STR_ARG(stem));
    else
        text = arena_printf(&page->arena, "%4d %s %s" STR_FORMAT, pos + 1,
                            sign_of(item), remarks, STR_ARG(stem));
    page_row(page, STYLE_NORMAL, str_from(text));
}

void answers_page(struct page *page, const struct answers_place *place)
{
    const struct review *review = place->review;
    int section = -1;

    if (page->columns < WORDS_COLUMNS)
        page_text(page, STYLE_DIM,
                  STR("[+] right, [~] partly, [-] wrong, [o] not answered, [ ] "
                      "not reached, [=] not scored"));
    page_gap(page);
    for (int pos = answers_find(place, 0, 1); pos >= 0;
         pos = answers_find(place, pos + 1, 1)) {
        const struct review_item *item = &review->items[pos];

        if (item->slot.section >= 0 && item->slot.section != section &&
            !is_mixed(place)) {
            page_gap(page);
            page_text(page, STYLE_HEADING,
                      review->exam->sections[item->slot.section].title);
        }
        section = item->slot.section;
        add_row(page, item, pos);
    }
    if (page->choice_count == 0)
        page_text(page, STYLE_NORMAL,
                  str_from(answers_none_words(place, &page->arena)));
}
