/*
 * Weak areas: what first exposures say of a section or a topic, how sure that
 * is, and what it costs in the exam. Rules: docs/weak-areas.md (analytics 1.3,
 * 1.5). The estimate is one function, so that a better model can take its
 * place.
 */
#ifndef PROCTOR_DOMAIN_AREA_H
#define PROCTOR_DOMAIN_AREA_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/base/str.h"
#include "proctor/domain/score.h"

/* Below this an area says "too few questions". */
#define AREA_ASKED_MIN 6

struct area {
    struct str id; /* of the section, or the topic */
    struct str title;
    int depth;        /* in the topic tree, 0 at the top; sections 0 */
    bool has_below;   /* a topic with topics below it */
    int asked, right; /* first exposures; right: full marks */
    /* Questions of one form of the exam that fall here; 0: unknown. */
    double expected;
    /* By areas_estimate(): */
    struct interval interval; /* Wilson, 95 % */
    double estimate;          /* share right on new questions */
    double lost;              /* expected x (1 - estimate) */
};

/* asked < AREA_ASKED_MIN */
bool area_is_thin(const struct area *area);

/*
 * Fills interval, estimate and lost. The estimate shrinks an area to the
 * candidate's own level, and that to AREA_PRIOR (beta-binomial, analytics 1.2):
 *   m = (8 x 0.65 + R) / (8 + N),  estimate = (8 m + right) / (8 + asked)
 * where R and N are `right` and `asked` of everything the candidate answered.
 */
void areas_estimate(struct area *areas, size_t count, int all_right,
                    int all_asked);

/* Orders by expected marks lost, then by estimate; thin ones behind the others,
 * ties as they were. A tree keeps its shape: siblings are ordered. */
void areas_order(struct area *areas, size_t count);

#endif
