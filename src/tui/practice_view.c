/* What a practice can draw from, in words. */
#include "practice_view.h"

#include <inttypes.h>

#include "proctor/domain/timing.h"

static void add_supply(struct page *page, const struct practice_supply *supply)
{
    struct strbuf text = {0};

    strbuf_printf(&text, "%d new to you", supply->fresh);
    if (supply->reserved > 0)
        strbuf_printf(&text, ", %d kept back for a mock exam",
                      supply->reserved);
    if (supply->seen > 0)
        strbuf_printf(&text, ", %d met before", supply->seen);
    page_printf(page, STYLE_NORMAL, "Questions: %s.", strbuf_text(&text));
    strbuf_finish(&text);
}

void practice_offer_page(struct page *page, const struct practice_offer *offer,
                         const char *problem)
{
    char target[DURATION_SIZE];

    page_gap(page);
    if (problem) {
        page_lead(page, STYLE_WARNING, "! ", str_from(problem));
        return;
    }
    if (!offer) {
        page_text(page, STYLE_DIM, STR("Looking what there is..."));
        return;
    }
    page_text(page, STYLE_HEADING, str_from(offer->title));
    add_supply(page, &offer->supply);
    if (offer->target_ms > 0) {
        duration_exact(offer->target_ms, target);
        page_printf(page, STYLE_NORMAL, "The exam gives %s a question.",
                    target);
    }
    for (size_t i = 0; i < offer->notes.count; i++)
        page_text(page, STYLE_NORMAL, offer->notes.items[i]);
}

const char *practice_choice_words(const struct practice_choice *choice,
                                  struct arena *arena)
{
    const char *indented =
        arena_printf(arena, "%*s%s", 2 * choice->depth, "", choice->title);

    if (choice->items == 0)
        return indented;
    if (choice->fresh < 0)
        return arena_printf(arena, "%s: %" PRId64 " question%s", indented,
                            choice->items, choice->items == 1 ? "" : "s");
    return arena_printf(arena, "%s: %d of %" PRId64 " new to you", indented,
                        choice->fresh, choice->items);
}
