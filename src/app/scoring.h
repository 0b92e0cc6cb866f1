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

/* How an answer counts. Of a practice only questions that were displayed do:
 * it may be ended anywhere. */
struct scored_item score_slot(const struct exam *exam, enum attempt_mode mode,
                              const struct attempt_slot *slot,
                              const struct item *item,
                              const struct response *response,
                              struct arena *arena);

/* Scores a question of a review or of feedback whose item, slot and response
 * are set, with the details that are not stored. */
struct review_item;
void score_review_item(const struct exam *exam, enum attempt_mode mode,
                       struct review_item *item, struct arena *arena);

/* The result of a session as it stands, ready to store. */
void score_session(const struct session *session, struct arena *arena,
                   struct result_row *out);

#endif
