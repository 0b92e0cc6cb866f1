/* An attempt beside the one before. */
#ifndef PROCTOR_TUI_COMPARE_SCREEN_H
#define PROCTOR_TUI_COMPARE_SCREEN_H

#include "proctor/app/review.h"

#include "screen.h"

/* NULL with err as review_compare(). */
struct screen *compare_screen_create(struct ui *ui, const struct review *review,
                                     struct error *err);

#endif
