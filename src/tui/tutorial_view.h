/* The end of the tutorial as a page. */
#ifndef PROCTOR_TUI_TUTORIAL_VIEW_H
#define PROCTOR_TUI_TUTORIAL_VIEW_H

#include "page.h"

/* What was done in it. */
struct tutorial_done {
    int answered, count; /* questions */
    int marked, struck;  /* questions marked, options struck out */
    bool checked;        /* a right answer was looked at */
};

void tutorial_page(struct page *page, const struct tutorial_done *done);

#endif
