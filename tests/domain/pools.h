/* Pools and blueprints for tests of form assembly. */
#ifndef TESTS_DOMAIN_POOLS_H
#define TESTS_DOMAIN_POOLS_H

#include "proctor/base/arena.h"
#include "proctor/domain/form.h"

/* One kind of items in a pool; its topic is "topic/N" with N its index. */
struct pool_part {
    int singles; /* items without a case */
    int cases;   /* cases with 1 to `case_max` items */
    int case_max;
    int enemy_percent; /* of units that share a tag with another one */
    int seen_percent;  /* of items met before, one to four times */
};

/* All parts as one pool, in an order that depends on the seed as little as the
 * names do. Enemies may be in different parts. */
struct pool pool_build(struct arena *arena, const struct pool_part *parts,
                       size_t count, uint64_t seed);

/* A blueprint with one section for each part: so many items. */
struct exam exam_build(struct arena *arena, const int *items, size_t count);

/* A copy in another order; the seed says which. */
struct pool pool_permuted(struct arena *arena, const struct pool *pool,
                          uint64_t seed);

/* Makes what the form asks seen once more, at that time. */
void pool_expose(struct pool *pool, const struct form *form, int64_t when_ms);

/*
 * Fails the test unless the form is well made: every item once and of its
 * section, cases whole, together and in order, no enemies, sections in order
 * unless mixed, counts that agree with the slots.
 */
void form_check(const struct exam *exam, const struct pool *pool,
                const struct form *form);

#endif
