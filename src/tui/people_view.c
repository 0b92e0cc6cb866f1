/* The list of people, each with what they prepare for, and what a removal
 * takes. */
#include "people_view.h"

#include <inttypes.h>

static void add_extra_time(struct strbuf *text,
                           const struct candidate *candidate)
{
    if (candidate->time_percent != 100)
        strbuf_printf(text, ", %d %% of the time", candidate->time_percent);
    if (candidate->added_minutes != 0)
        strbuf_printf(text, ", %d minutes added", candidate->added_minutes);
}

/* "cpc, exam on 2026-12-05, 150 % of the time, 14 attempts" */
static const char *about(const struct people_row *row, bool is_now,
                         struct arena *arena)
{
    const struct candidate *candidate = row->candidate;
    struct strbuf text = {0};
    const char *words;

    strbuf_adds(&text, candidate->exam[0] ? candidate->exam : "no exam chosen");
    if (candidate->exam_date[0] != '\0')
        strbuf_printf(&text, ", exam on %s", candidate->exam_date);
    add_extra_time(&text, candidate);
    strbuf_printf(&text, ", %" PRId64 " attempt%s%s", row->attempts,
                  row->attempts == 1 ? "" : "s", is_now ? " (now)" : "");
    words = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return words;
}

void people_page(struct page *page, const struct people_view *view)
{
    page_text(page, STYLE_NORMAL,
              view->is_choosing
                  ? STR("Several people practise here: who are you?")
                  : STR("Enter goes on as that person."));
    page_gap(page);
    for (size_t i = 0; i < view->count; i++) {
        const struct people_row *row = &view->rows[i];

        page_choice(page, STYLE_NORMAL,
                    arena_printf(&page->arena, "%s: ", row->candidate->label),
                    str_from(about(row,
                                   row->candidate->candidate_id == view->now_id,
                                   &page->arena)));
    }
}

void removal_page(struct page *page, const char *name,
                  const struct candidate_holdings *holdings)
{
    page_printf(page, STYLE_HEADING, "Remove %s?", name);
    page_gap(page);
    page_printf(page, STYLE_WARNING,
                "These go for good: %" PRId64 " attempt%s, %" PRId64
                " answer%s, %" PRId64 " note%s and what was learned from them.",
                holdings->attempts, holdings->attempts == 1 ? "" : "s",
                holdings->answers, holdings->answers == 1 ? "" : "s",
                holdings->remarks, holdings->remarks == 1 ? "" : "s");
    page_text(page, STYLE_NORMAL,
              STR("The automatic copies of the database go too. Copies that "
                  "you made yourself with `proctor backup` still hold them."));
}
