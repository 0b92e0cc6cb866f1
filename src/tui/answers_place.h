/* Which questions of an ended attempt are looked at, and at which one. Shared
 * by the list of them and the one that is open. */
#ifndef PROCTOR_TUI_ANSWERS_PLACE_H
#define PROCTOR_TUI_ANSWERS_PLACE_H

#include "proctor/app/review.h"

#define ANSWERS_ALL_SECTIONS (-1)

struct answers_place {
    struct review *review; /* both borrowed */
    struct arena *arena;   /* of the review; own words go there too */
    enum review_filter filter;
    int section; /* of the exam, or ANSWERS_ALL_SECTIONS */
    int pos;     /* the question looked at last; -1: none */
};

/* The question may be shown at all: of a practice and of an abandoned attempt
 * only what was seen, the rest stays fresh. */
bool answers_may_show(const struct review *review, int pos);
/* It may, and it is among those looked at. */
bool answers_shows(const struct answers_place *place, int pos);
/* The first one shown from `pos` on in steps of `step`, or -1. */
int answers_find(const struct answers_place *place, int pos, int step);
/* How many are shown up to and with `last`; the whole attempt's for INT_MAX. */
int answers_count(const struct answers_place *place, int last);

/* The next filter; of all sections that of the question looked at, then the
 * next one with a question to show, then all again. The place moves to the
 * nearest question shown, or to none. */
void answers_next_filter(struct answers_place *place);
void answers_next_section(struct answers_place *place);
/* Widens to all questions where `pos` is not among those shown, and goes
 * there. */
void answers_go(struct answers_place *place, int pos);

/* "wrong, Integumentary system": what is shown, in words. */
const char *answers_shown_words(const struct answers_place *place,
                                struct arena *arena);
/* That no question is, and what shows others. */
const char *answers_none_words(const struct answers_place *place,
                               struct arena *arena);

#endif
