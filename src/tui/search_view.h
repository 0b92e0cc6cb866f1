/* A search and what it found, as a page. */
#ifndef PROCTOR_TUI_SEARCH_VIEW_H
#define PROCTOR_TUI_SEARCH_VIEW_H

#include "proctor/app/search.h"

#include "page.h"
#include "text_field.h"

struct search_view {
    const struct text_field *typed;
    bool is_typing; /* the field has the focus */
    bool has_begun; /* something was searched for */
    bool is_done;   /* all was gone through */
    int64_t seen;   /* questions so far */
    const struct search_hit *hits;
    size_t count;
};

/* The first choice is the field, then come the hits in their order. */
void search_page(struct page *page, const struct search_view *view);

#endif
