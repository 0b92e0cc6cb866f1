/* One question with what was answered, the key, and why, as a page. */
#ifndef PROCTOR_TUI_ANSWER_VIEW_H
#define PROCTOR_TUI_ANSWER_VIEW_H

#include "proctor/app/review.h"

#include "page.h"

/* Of a question that was answered just now, or is looked at again. */
void answer_page(struct page *page, const struct review_item *item);
/* The question with its key and why, whatever was answered; of `item` only
 * what was asked, its name and the order of the options count then. */
void answer_key_page(struct page *page, const struct review_item *item);
/* Of a question that nobody answered: its key, and why. */
void answer_key_page(struct page *page, const struct review_item *item);
/* Question `pos` of a review: also its first answer, its time against the
 * target, and what the candidate wrote on it. */
void answer_review_page(struct page *page, const struct review *review,
                        int pos);

/* It earned all its marks. */
bool answer_is_right(const struct review_item *item);
/* "Right", "Partly right", "Wrong", "Not answered", "Not reached", "Pretest",
 * "Void". */
const char *answer_outcome(const struct review_item *item);
/* An answer as in domain/response.h in words: "A, C" by position on screen, or
 * "I50.23; E11.22"; empty for none. */
const char *answer_words(const struct item *item, const char *option_order,
                         struct str answer, struct arena *arena);

/* "A", "A, C", "B or C": the keys by position; empty for codes. */
const char *answer_key_words(const struct review_item *item,
                             struct arena *arena);

#endif
