/* Two attempts of an exam beside each other, as a page. */
#ifndef PROCTOR_TUI_COMPARE_VIEW_H
#define PROCTOR_TUI_COMPARE_VIEW_H

#include "proctor/app/review.h"

#include "page.h"

struct compare_view {
    const struct comparison *comparison;
    bool in_rows; /* where there is room; else numbers are told in words */
};

void compare_page(struct page *page, const struct compare_view *view);

#endif
