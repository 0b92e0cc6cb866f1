/* The questions of an ended attempt as a list. */
#ifndef PROCTOR_TUI_ANSWERS_VIEW_H
#define PROCTOR_TUI_ANSWERS_VIEW_H

#include "answers_place.h"
#include "page.h"

/* Choices of the page are the questions shown, in order. */
void answers_page(struct page *page, const struct answers_place *place);

#endif
