/* Contents and scores of an attempt: shared inside this layer. */
#ifndef PROCTOR_APP_SCORING_H
#define PROCTOR_APP_SCORING_H

#include "proctor/app/session.h"
#include "proctor/domain/score.h"
#include "proctor/store/attempts.h"

/*
 * The items behind the slots; neighbours of one case share its case_text.
 * `names_out` (may be NULL) gets "publisher/bank/item" per slot.
 */
bool load_items(struct store *store, const struct attempt_slot *slots,
                size_t count, struct arena *arena, struct item **items_out,
                const char ***names_out, struct error *err);

/* Sets case_size of slots whose items share a case. */
void count_cases(struct attempt_slot *slots, const struct item *items,
                 size_t count);

/* How an answer counts. */
struct scored_item score_slot(const struct exam *exam,
                              const struct attempt_slot *slot,
                              const struct item *item,
                              const struct response *response,
                              struct arena *arena);

/* The result of a session as it stands, ready to store. */
void score_session(const struct session *session, struct arena *arena,
                   struct result_row *out);

#endif
