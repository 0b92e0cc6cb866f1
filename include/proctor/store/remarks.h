/* Notes, causes and disputes of candidates, kept with the revision they were
 * made on. Follows the item when a bank renames it. */
#ifndef PROCTOR_STORE_REMARKS_H
#define PROCTOR_STORE_REMARKS_H

#include "proctor/domain/remark.h"
#include "proctor/store/attempts.h"

struct remark {
    int64_t remark_id;
    int64_t candidate_id, item_id, rev_id;
    int64_t attempt_id; /* 0: none */
    enum remark_kind kind;
    const char *text;  /* a cause: its id; a dispute: the reason */
    const char *claim; /* a dispute: the answer claimed, as stored; else "" */
    bool is_open;
    int64_t utc_ms;
    const char *name; /* publisher/bank/item as it is called today */
    const char *candidate_label;
};
struct remarks {
    struct remark *items;
    size_t count;
};

/*
 * Stores it: a note in place of the candidate's note on that item, a cause in
 * place of that for the same attempt and item, a dispute in place of their open
 * one on that item. An empty text (MISS_CAUSE_COUNT has none) takes it away.
 * The UUID is the caller's, remark_id, is_open, names are not read.
 */
bool remark_put(struct store *store, const struct remark *remark,
                const unsigned char uuid[STORE_UUID_SIZE], struct error *err);

/* Zeroed: all. */
struct remark_filter {
    int64_t candidate_id, item_id, attempt_id; /* 0: any */
    unsigned kinds;                            /* bit n: enum remark_kind n */
    bool open_only;
};
/* Newest first. */
bool remark_list(struct store *store, const struct remark_filter *filter,
                 struct arena *arena, struct remarks *out, struct error *err);

/* The notes that the candidate typed in sittings that have ended, as remarks
 * with remark_id 0 and the time of that end, newest first. */
bool remark_sitting_notes(struct store *store, int64_t candidate_id,
                          struct arena *arena, struct remarks *out,
                          struct error *err);

#endif
