/* The field, how far the search is, and the hits: topics, notes, questions. */
#include "search_view.h"

#include <inttypes.h>

static const char *const headings[SEARCH_KIND_COUNT] = {
    [SEARCH_TOPIC] = "Topics: Enter practises one",
    [SEARCH_NOTE] = "Your notes",
    [SEARCH_QUESTION] = "Questions you met",
};

static void add_progress(struct page *page, const struct search_view *view)
{
    if (!view->has_begun) {
        page_text(page, STYLE_DIM,
                  STR("Type a word or more, then Enter. Searched are topics, "
                      "your notes, and the questions you met."));
        return;
    }
    page_printf(page, STYLE_NORMAL,
                "%zu hit%s; %" PRId64 " question%s gone through%s.%s",
                view->count, view->count == 1 ? "" : "s", view->seen,
                view->seen == 1 ? "" : "s",
                view->is_done ? "" : ", searching on",
                view->count == SEARCH_HITS_MAX
                    ? " There may be more: add a word."
                    : "");
}

static void add_hit(struct page *page, const struct search_hit *hit)
{
    if (hit->kind == SEARCH_TOPIC) {
        page_choice(page, STYLE_NORMAL, "",
                    str_from(arena_printf(&page->arena, "%s (%s)", hit->title,
                                          hit->name)));
        return;
    }
    page_row(page, STYLE_NORMAL, str_from(hit->title));
    page_lead(page, STYLE_DIM, "    ", str_from(hit->excerpt));
}

void search_page(struct page *page, const struct search_view *view)
{
    page_field(page, STYLE_CHOSEN, "Search: ", text_field_str(view->typed),
               view->is_typing ? (int)view->typed->caret : -1);
    page_gap(page);
    add_progress(page, view);
    for (size_t i = 0; i < view->count; i++) {
        const struct search_hit *hit = &view->hits[i];

        if (i == 0 || hit->kind != view->hits[i - 1].kind) {
            page_gap(page);
            page_text(page, STYLE_HEADING, str_from(headings[hit->kind]));
        }
        add_hit(page, hit);
    }
}
