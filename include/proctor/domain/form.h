/*
 * Form assembly: which items make one sitting, in which order. A pure function
 * of exam, pool, seed and FORM_ALGORITHM: the same arguments give the same form
 * on any machine. Integers only. Rules: `docs/assembly.md` (analytics 4).
 */
#ifndef PROCTOR_DOMAIN_FORM_H
#define PROCTOR_DOMAIN_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/domain/exam.h"

/* Rises with every change that gives another form for the same seed. */
#define FORM_ALGORITHM 1

/* An item that may be drawn. Text and enemies are borrowed. */
struct pool_item {
    int64_t item_id, rev_id; /* the caller's; they decide nothing here */
    struct exam_candidate about;
    struct str case_name;    /* "publisher/bank/case", empty when none */
    const uint32_t *enemies; /* sorted tag numbers */
    size_t enemy_count;
    int32_t case_ord;     /* place among the items of its case */
    int32_t seen;         /* exposures of this candidate, 0 for fresh */
    int64_t last_seen_ms; /* of the last exposure, 0 for none */
    bool out_of_date;     /* not right for the exam's code years */
};

struct pool {
    struct pool_item *items;
    size_t count;
};

/* Sorts by name, so that the order of the database does not matter. Called by
 * form_assemble() and pool_supply(). */
void pool_sort(struct pool *pool);

/* What the banks can give one section. */
struct section_supply {
    int needed_items; /* scored + pretest, as the blueprint asks */
    int needed_cases; /* SIZE_CASES only */
    int items;        /* drawable items */
    int cases;        /* cases among them */
    int fresh;        /* items never seen */
    int out_of_date;  /* drawable, but of another code year */
    int fillable;     /* of needed_items (of needed_cases for SIZE_CASES) */
};

/* Fills supply_out[section_count]. True when a full form can be drawn, judged
 * by counts (cases and enemies are only known once a form is drawn). */
bool pool_supply(const struct exam *exam, struct pool *pool,
                 struct section_supply *supply_out);

struct form_slot {
    size_t item; /* index into the sorted pool */
    int section;
    bool scored;
};

struct form {
    struct form_slot *slots; /* in the order they are asked */
    size_t count;
    int scored;       /* of count */
    int planned;      /* items the blueprint asks for */
    int *section_got; /* items drawn per section */
    int *section_asked;
    int repeats; /* items the candidate met before */
    int out_of_date;
    bool is_short;     /* fewer than planned */
    int limit_minutes; /* the exam's time, cut in proportion when short */
};

/*
 * Draws a form; slots and arrays live in the arena. Unseen units go first, then
 * least seen, then longest unseen. Cases are drawn whole: all items of a case
 * follow the first of its items that a section takes, or, where a section lists
 * some of them, just the listed ones; a case that cannot be drawn whole (an
 * item needs a barred book, two items are enemies) is not drawn. Enemies never
 * meet. A section that cannot be filled comes short. ERR_INVALID only when not
 * one item can be drawn.
 */
bool form_assemble(const struct exam *exam, struct pool *pool, uint64_t seed,
                   struct arena *arena, struct form *out, struct error *err);

/*
 * The items kept back from practice: those of one full form, drawn from what
 * the candidate never met, with a seed of its own so that the same pool gives
 * the same reserve. Where fresh items do not fill a form, all that would be in
 * it. `reserved_out`: one flag per item of the sorted pool, in the arena. Gives
 * the number of items kept back.
 */
size_t form_reserve(const struct exam *exam, struct pool *pool,
                    struct arena *arena, bool **reserved_out);

/* Full forms that can still be drawn one after the other without any item the
 * candidate met or a former one of them has; counted up to `most`. */
int form_fresh_count(const struct exam *exam, struct pool *pool, int most,
                     struct arena *arena);

#endif
