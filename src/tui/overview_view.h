/* All questions of a sitting as a list, without a session: rows in, page
 * out. */
#ifndef PROCTOR_TUI_OVERVIEW_VIEW_H
#define PROCTOR_TUI_OVERVIEW_VIEW_H

#include "proctor/app/session.h"

#include "page.h"

#define OVERVIEW_FILTERS(X)                                                    \
    X(ALL, "all questions")                                                    \
    X(OPEN, "not complete")                                                    \
    X(UNSEEN, "unseen")                                                        \
    X(INCOMPLETE, "incomplete")                                                \
    X(MARKED, "marked")                                                        \
    X(SECTION, "section") /* one of them; each is a step of its own */

enum overview_filter {
#define X(NAME, label) OVERVIEW_##NAME,
    OVERVIEW_FILTERS(X)
#undef X
        OVERVIEW_FILTER_COUNT
};
struct overview_row {
    int pos, section;
    enum progress progress;
    bool marked;
    bool checked;    /* of a practice: the key was shown */
    struct str stem; /* its beginning; empty while unseen: nothing is shown
                      * of it before */
};

struct overview_view {
    const struct exam *exam; /* for the titles of sections */
    const struct overview_row *rows;
    size_t count;
    struct session_counts counts;
    enum overview_filter filter;
    int section; /* of OVERVIEW_SECTION */
};

bool overview_matches(const struct overview_row *row,
                      enum overview_filter filter, int section);

/* "marked: 5 of 100", or the section's title; in the arena. */
const char *overview_shown(const struct overview_view *view,
                           struct arena *arena);

/* The counts with the signs of the list. */
void overview_counts(struct page *page, const struct session_counts *counts);

/* Choices of the page are the rows that match, in order. */
void overview_page(struct page *page, const struct overview_view *view);

#endif
