/* All attempts as a list. */
#ifndef PROCTOR_TUI_HISTORY_VIEW_H
#define PROCTOR_TUI_HISTORY_VIEW_H

#include "proctor/app/history.h"

#include "page.h"

/* Choices of the page are the attempts, in their order. */
void history_page(struct page *page, const struct attempt_rows *rows);

/* "69 of 100" marks, and "69 %" of them, cut off; empty without a result. */
const char *history_marks(const struct attempt_row *row, struct arena *arena);
const char *history_percent(const struct attempt_row *row, struct arena *arena);
/* "2026-11-23", in the attempt's own time zone. */
const char *history_day(const struct attempt_row *row, struct arena *arena);

#endif
