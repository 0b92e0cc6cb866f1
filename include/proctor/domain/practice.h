/*
 * Which items a practice asks, and in which order. A pure function of pool,
 * reserve, wish and seed. Unlike a form a practice has no quotas: unseen items
 * go first, then the least and longest seen, by chance among equals; cases are
 * whole, enemies apart. Rules: docs/practice.md.
 */
#ifndef PROCTOR_DOMAIN_PRACTICE_H
#define PROCTOR_DOMAIN_PRACTICE_H

#include "proctor/domain/form.h"

/* X(NAME, id, label): where the items come from. The redo scopes take items of
 * earlier attempts by how it went the last time. */
#define PRACTICE_SCOPES(X)                                                     \
    X(EXAM, "exam", "all sections of an exam")                                 \
    X(SECTION, "section", "a section of an exam")                              \
    X(TOPIC, "topic", "a topic and what is below it")                          \
    X(BANK, "bank", "a question bank")                                         \
    X(MISSED, "missed", "questions you missed")                                \
    X(MARKED, "marked", "questions you marked")                                \
    X(SLOW, "slow", "questions that took you long")                            \
    X(CHANGED, "changed", "questions whose answer you changed")                \
    X(GUESSED, "guessed", "questions you were not sure of")                    \
    X(DISPUTED, "disputed", "questions you dispute")
enum practice_scope {
#define X(NAME, id, label) PRACTICE_##NAME,
    PRACTICE_SCOPES(X)
#undef X
        PRACTICE_SCOPE_COUNT
};
const char *practice_scope_id(enum practice_scope scope);
const char *practice_scope_label(enum practice_scope scope);
bool practice_scope_from_id(struct str id, enum practice_scope *out);
/* Takes items of earlier attempts: such a practice is a redo. */
bool practice_scope_is_redo(enum practice_scope scope);

#define PRACTICE_ITEMS_MAX 200

/* What the pool holds for a practice. */
struct practice_supply {
    int fresh;    /* never met, not kept back */
    int reserved; /* never met, kept back for a mock exam */
    int seen;
};
struct practice_supply practice_supply(const struct pool *pool,
                                       const bool *reserved);

/*
 * Draws up to `count` items, 1 to PRACTICE_ITEMS_MAX; a case that begins within
 * the count is not cut. `reserved` (one flag per item, may be NULL) are left
 * out. Indices into the pool in the order to ask, in the arena; fewer than
 * wished when there are not more, ERR_INVALID when there is none.
 */
bool practice_draw(const struct pool *pool, const bool *reserved, int count,
                   uint64_t seed, struct arena *arena, size_t **drawn_out,
                   size_t *count_out, struct error *err);

#endif
