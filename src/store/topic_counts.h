/* How many active questions of each topic a head has, and which exams these are
 * kept for: counted with the head, since counting them when they are asked for
 * goes through all of a bank. */
#ifndef PROCTOR_STORE_TOPIC_COUNTS_H
#define PROCTOR_STORE_TOPIC_COUNTS_H

#include "proctor/store/store.h"

#include "db.h"

/* Counts a head anew, in the transaction that changed its questions. */
bool topic_counts_refresh(struct db *db, int64_t head_id, struct error *err);

/* Whether what is kept is what the heads hold. */
bool topic_counts_check(struct store *store, bool *same_out, struct error *err);
/* Counts all heads anew, in one transaction. */
bool topic_counts_rebuild(struct store *store, struct error *err);

#endif
