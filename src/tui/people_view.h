/* The people of a database as a page. */
#ifndef PROCTOR_TUI_PEOPLE_VIEW_H
#define PROCTOR_TUI_PEOPLE_VIEW_H

#include "proctor/store/attempts.h"

#include "page.h"

struct people_row {
    const struct candidate *candidate;
    int64_t attempts;
};

struct people_view {
    const struct people_row *rows;
    size_t count;
    int64_t now_id;   /* who practises now */
    bool is_choosing; /* it has to be said who this is */
};

/* The choices of the page are the rows. */
void people_page(struct page *page, const struct people_view *view);

/* What goes with a person, before the question whether they are to be removed:
 * "14 attempts, 1230 answers and 12 notes". */
void removal_page(struct page *page, const char *name,
                  const struct candidate_holdings *holdings);

#endif
