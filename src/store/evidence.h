/* Evidence from inside: brought up to date in the transaction that changes what
 * it rests on. */
#ifndef PROCTOR_STORE_EVIDENCE_PRIVATE_H
#define PROCTOR_STORE_EVIDENCE_PRIVATE_H

#include <stddef.h>

#include "proctor/base/mem.h"

#include "db.h"

/* An array_add() array. */
struct attempt_ids {
    int64_t *items;
    size_t count, capacity;
};

/* What this attempt, just ended, says. Nothing that is there changes. */
bool evidence_add(struct db *db, int64_t attempt_id, struct error *err);
bool evidence_add_all(struct db *db, const struct attempt_ids *attempts,
                      struct error *err);

/* Takes away what rests on the questions of an attempt that is about to go.
 * `beside_out`: the attempts to add anew when it is gone; the caller frees. */
bool evidence_release(struct db *db, int64_t attempt_id,
                      struct attempt_ids *beside_out, struct error *err);

/* Questions became one: of their first meetings the earlier one stands. */
bool evidence_follow_merges(struct db *db, struct error *err);

#endif
