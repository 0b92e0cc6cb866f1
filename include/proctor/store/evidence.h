/*
 * Evidence: what the first exposures of a candidate say. An item counts once,
 * by its first meeting: displayed in an exam or a practice, without a hint. A
 * first meeting in a redo, after a hint or in a review leaves the item without
 * evidence for good (analytics 1.3). Derived: rebuilt from the record.
 */
#ifndef PROCTOR_STORE_EVIDENCE_H
#define PROCTOR_STORE_EVIDENCE_H

#include "proctor/domain/item.h"
#include "proctor/store/attempts.h"

/* What decides the section of an exam, with its sum. */
struct evidence_sum {
    struct str topic;
    enum item_kind kind;
    bool has_case;
    code_set_mask needs;
    int asked, right; /* right: full marks */
};
struct evidence_sums {
    struct evidence_sum *items;
    size_t count;
};
/* Those that the candidate was asked; the same key may come twice, when a topic
 * was moved. Under 10 ms for 100,000 first exposures. */
bool evidence_sums(struct store *store, int64_t candidate_id,
                   struct arena *arena, struct evidence_sums *out,
                   struct error *err);

/* One piece. */
struct evidence_row {
    int64_t item_id, rev_id, attempt_id;
    int pos;
    const char *name; /* publisher/bank/item */
    struct str topic;
    enum item_kind kind;
    bool has_case;
    code_set_mask needs;
    enum attempt_mode mode;
    int earned, possible;
    int64_t utc_ms;
};
struct evidence_rows {
    struct evidence_row *items;
    size_t count;
};
/* Newest first, each once; `topics` (NULL: all) with what is below them. */
bool evidence_list(struct store *store, int64_t candidate_id,
                   const struct str_list *topics, struct arena *arena,
                   struct evidence_rows *out, struct error *err);

/* Answers to displayed questions in ended attempts, and those that count. */
struct evidence_counts {
    int64_t answers, counted;
};
bool evidence_counts(struct store *store, int64_t candidate_id,
                     struct evidence_counts *out, struct error *err);

/* Whether what is stored is what the record gives. */
bool evidence_check(struct store *store, bool *same_out, struct error *err);
/* Drops and rebuilds all of it in one transaction. */
bool evidence_rebuild(struct store *store, struct error *err);

#endif
