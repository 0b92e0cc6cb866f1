/*
 * What a form is drawn from: units (an item, or a case with all its items),
 * each in one section, with the enemies that keep units apart.
 */
#ifndef DOMAIN_FORM_UNITS_H
#define DOMAIN_FORM_UNITS_H

#include "proctor/domain/form.h"

struct unit {
    uint32_t first; /* of its items in `members`, a case's in its own order */
    uint32_t size;
    int section;
    int32_t seen;         /* the most any of its items was */
    int64_t last_seen_ms; /* the newest of its items; 0 when not seen */
    uint32_t class_start; /* where its class begins in `ranked` */
    uint32_t weight; /* what its section counts: items, or one for a case */
    const uint32_t *tags;    /* numbers below tag_count */
    const uint32_t *tallies; /* of each of its tags the one it counts in */
    uint32_t tag_count;
    bool is_case;
};

/* Units of one tag that are alike in section and weight. */
struct tally {
    int section;
    uint32_t weight;
};

struct units {
    struct unit *list; /* in the order of their first names */
    size_t count;
    uint32_t *members; /* indexes into the pool */

    /* Units of a section, those to be drawn first in front. Units seen equally
     * often and long ago form a class: class_end of its first place is its
     * end. */
    uint32_t *ranked;
    uint32_t *class_end;
    uint32_t section_start[EXAM_SECTIONS_MAX + 1]; /* into `ranked` */

    /* Units with enemy tag t: tagged[tag_start[t]] up to tag_start[t + 1]. */
    uint32_t *tagged;
    uint32_t *tag_start;
    uint32_t tag_count;

    /* Tallies of tag t: from tally_start[t] up to tally_start[t + 1], those of
     * a section together, sections rising. */
    struct tally *tallies;
    uint32_t *tally_start;
    uint32_t tally_count;
};

/* Groups the sorted pool. All lives in the arena and borrows from the pool. */
void units_build(struct units *units, const struct exam *exam,
                 const struct pool *pool, struct arena *arena);

/* The parts of units_build() in form_index.c: fills `ranked`, `class_end` and
 * `section_start`, with the fresh before the seen, the least seen and then the
 * longest unseen first. */
void units_rank(struct units *units, size_t section_count, struct arena *arena);

/* Fills the tags. They are renumbered from 0; one that only one unit has keeps
 * nothing apart and is forgotten. */
void units_index_enemies(struct units *units, const struct pool *pool,
                         struct arena *arena);

/* What every form misses of these goals at least, because of two units with a
 * common tag it can have only one. In form_bound.c. */
int units_least_missing(const struct units *units, size_t section_count,
                        const int *goal, struct arena *arena);

/* What each section of a form is to have, in items or cases: those that score,
 * and those with the pretest. */
void units_size_sections(const struct units *units, const struct exam *exam,
                         int *scored_out, int *needed_out);

#endif
