/* The sheet of a planned sitting, as a page. */
#ifndef PROCTOR_TUI_START_VIEW_H
#define PROCTOR_TUI_START_VIEW_H

#include "proctor/app/session.h"

#include "page.h"

void start_page(struct page *page, const struct session_plan *plan);

#endif
