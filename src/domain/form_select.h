/* Which units make a form. */
#ifndef DOMAIN_FORM_SELECT_H
#define DOMAIN_FORM_SELECT_H

#include "form_units.h"

/* Reshuffles of a whole form before it comes short; the later ones look for a
 * full form without regard to what was seen. */
#define FORM_RESHUFFLES_MAX 50
#define FORM_RESHUFFLES_RANKED 25

struct selection {
    uint32_t *units; /* section after section, each in the order of the list */
    size_t section_start[EXAM_SECTIONS_MAX + 1];
};

/*
 * Draws `needed[s]` items for each section, or cases where the section counts
 * cases. Falls short only where the units do not add up or enemies stand in the
 * way. What it returns lives in the arena.
 */
void form_select(struct selection *selection, const struct units *units,
                 const struct exam *exam, const int *needed, uint64_t seed,
                 struct arena *arena);

#endif
