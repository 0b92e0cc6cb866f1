/* The end of an attempt's record: everything that points to it goes first. */
#include "proctor/store/attempts.h"

#include <inttypes.h>
#include <stdlib.h>

#include "attempt_rows.h"
#include "evidence.h"
#include "store_private.h"

static bool run_on_attempt(struct db *db, enum sql_id id, int64_t attempt_id,
                           struct error *err)
{
    struct stmt *stmt = db_stmt(db, id);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    return stmt_exec(stmt, err);
}

bool attempt_erase(struct db *db, int64_t attempt_id, struct error *err)
{
    static const enum sql_id removals[] = {
        SQL_ATTEMPT_REMARKS_REMOVE,
        SQL_ATTEMPT_EXPOSURES_REMOVE,
        SQL_ATTEMPT_ITEM_RESULTS_REMOVE,
        SQL_ATTEMPT_SECTION_RESULTS_REMOVE,
        SQL_ATTEMPT_RESULTS_REMOVE,
        SQL_ATTEMPT_RESPONSES_REMOVE,
        SQL_ATTEMPT_EVENTS_REMOVE,
        SQL_ATTEMPT_ITEMS_REMOVE,
        SQL_ATTEMPT_REMOVE,
    };

    for (size_t i = 0; i < sizeof removals / sizeof *removals; i++)
        if (!run_on_attempt(db, removals[i], attempt_id, err))
            return false;
    return true;
}

/* What others met first in this attempt, they now met first elsewhere. */
static bool forget(struct db *db, int64_t attempt_id, struct error *err)
{
    struct attempt_ids beside = {0};
    bool ok = evidence_release(db, attempt_id, &beside, err) &&
              attempt_erase(db, attempt_id, err);

    if (ok && db_changes(db) == 0)
        ok = error_set(err, ERR_NOT_FOUND, "there is no attempt %" PRId64,
                       attempt_id);
    ok = ok && evidence_add_all(db, &beside, err);
    array_free(&beside);
    return ok;
}

bool attempt_forget(struct store *store, int64_t attempt_id, struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, forget(store->db, attempt_id, err), err);
}
