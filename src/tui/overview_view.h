/* All questions of a sitting as a list, without a session: rows in, page
 * out. */
#ifndef PROCTOR_TUI_OVERVIEW_VIEW_H
#define PROCTOR_TUI_OVERVIEW_VIEW_H

#include "proctor/app/session.h"

#include "page.h"

#define OVERVIEW_FILTERS(X)                                                    \
    X(ALL, "all questions")                                                    \
    X(OPEN, "not complete")                                                    \
    X(MARKED, "marked")

enum overview_filter {
#define X(NAME, label) OVERVIEW_##NAME,
    OVERVIEW_FILTERS(X)
#undef X
        OVERVIEW_FILTER_COUNT
};
const char *overview_filter_label(enum overview_filter filter);

struct overview_row {
    int pos, section;
    enum progress progress;
    bool marked;
    struct str stem; /* its beginning; empty while unseen: nothing is shown
                      * of it before */
};

struct overview_view {
    const struct exam *exam; /* for the titles of sections */
    const struct overview_row *rows;
    size_t count;
    struct session_counts counts;
    enum overview_filter filter;
};

bool overview_matches(const struct overview_row *row,
                      enum overview_filter filter);

/* The counts with the signs of the list. */
void overview_counts(struct page *page, const struct session_counts *counts);

/* Choices of the page are the rows that match, in order. */
void overview_page(struct page *page, const struct overview_view *view);

#endif
