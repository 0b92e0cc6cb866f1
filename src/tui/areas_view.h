/* Weak areas, and what one of them rests on, as pages. */
#ifndef PROCTOR_TUI_AREAS_VIEW_H
#define PROCTOR_TUI_AREAS_VIEW_H

#include "proctor/app/areas.h"

#include "share_row.h"

struct areas_view {
    const struct areas *areas;
    struct share_look look;
};

/* Choices of the page are the areas, in their order. */
void areas_page(struct page *page, const struct areas_view *view);

/* "Estimated 58 % right on new questions; that costs about 3.4 of 8 questions
 * in the exam."; empty when there are too few to say. */
const char *area_estimate_words(const struct area *area, struct arena *arena);

struct evidence_view {
    const struct area *area;
    const struct evidence_row *rows; /* newest first */
    size_t count;                    /* of those listed */
    size_t left_out;                 /* older ones */
    const char *const *stems;        /* per row; NULL: not read, not in sight */
    int zone_minutes;
};

/* Choices of the page are the rows. */
void evidence_page(struct page *page, const struct evidence_view *view);

#endif
