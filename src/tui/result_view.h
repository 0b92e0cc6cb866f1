/* The result of an ended attempt as a page. Its choices are acts, then the
 * sections that were asked. */
#ifndef PROCTOR_TUI_RESULT_VIEW_H
#define PROCTOR_TUI_RESULT_VIEW_H

#include "proctor/app/review.h"

#include "share_row.h"

struct result_view {
    const struct review *review;
    bool by_loss; /* sections by marks lost, else in the exam's order */
    struct share_look look;
};

/* Gives the line that the sections begin with. */
int result_page(struct page *page, const struct result_view *view);

/* X(NAME): what can be done, in the order of the page. */
#define RESULT_ACTS(X)                                                         \
    X(QUESTIONS, "Go through the questions")                                   \
    X(MISSED, "Go through those you missed")                                   \
    X(PRACTICE, "Practise what you missed")                                    \
    X(COMPARE, "Compare with the attempt before")
enum result_act {
#define X(NAME, label) RESULT_##NAME,
    RESULT_ACTS(X)
#undef X
        RESULT_SECTION, /* look at its questions */
    RESULT_NOTHING
};
/* What a choice of the page is; `*section_out` is set for a section. */
enum result_act result_choice(const struct result_view *view, int choice,
                              int *section_out);

#endif
