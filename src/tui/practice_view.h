/* What there is for a practice, as part of a page. */
#ifndef PROCTOR_TUI_PRACTICE_VIEW_H
#define PROCTOR_TUI_PRACTICE_VIEW_H

#include "proctor/app/practice.h"

#include "page.h"

/* `problem` stands for the offer where it is not NULL; both NULL: not looked
 * up yet. */
void practice_offer_page(struct page *page, const struct practice_offer *offer,
                         const char *problem);

/* "Integumentary system: 12 of 40 new to you", indented in a tree. */
const char *practice_choice_words(const struct practice_choice *choice,
                                  struct arena *arena);

#endif
