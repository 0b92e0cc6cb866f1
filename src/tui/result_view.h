/* The result of an ended attempt and its questions, as pages. */
#ifndef PROCTOR_TUI_RESULT_VIEW_H
#define PROCTOR_TUI_RESULT_VIEW_H

#include "proctor/app/review.h"

#include "page.h"

/* `bars`: draw bars; without, numbers say it all. */
void result_page(struct page *page, const struct review *review, bool bars);

/* One question with what was answered, the key, and why. */
void answer_page(struct page *page, const struct review_item *item);

#endif
