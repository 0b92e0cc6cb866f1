/* Banks and exams as a page, and the questions of a bank. */
#ifndef PROCTOR_TUI_LIBRARY_VIEW_H
#define PROCTOR_TUI_LIBRARY_VIEW_H

#include "proctor/app/exams.h"
#include "proctor/store/catalog.h"

#include "page.h"

struct library_view {
    struct bank_rows banks;
    struct exam_entries exams; /* supply NULL: not counted yet */
};

/* The choices of the page are the banks, then the exams. */
void library_page(struct page *page, const struct library_view *view);

struct bank_view {
    const struct bank_row *bank;
    const struct bank_item_row *const *rows; /* those that are shown */
    const size_t *numbers;                   /* from 1, of each */
    size_t count;
    bool is_narrowed;
};

/* The choices of the page are the rows. */
void bank_page(struct page *page, const struct bank_view *view);

#endif
