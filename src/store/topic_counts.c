/*
 * Keeps the table topic_count in step with the questions of the heads. What it
 * should hold is said once, by the view topic_count_due. A topic stands there
 * under the name that the revisions have; who reads it follows the moves.
 */
#include "topic_counts.h"

#include "store_private.h"

static bool run_on_head(struct db *db, enum sql_id id, int64_t head_id,
                        struct error *err)
{
    struct stmt *stmt = db_stmt(db, id);

    stmt_bind_i64(stmt, ":head_id", head_id);
    return stmt_exec(stmt, err);
}

bool topic_counts_refresh(struct db *db, int64_t head_id, struct error *err)
{
    return run_on_head(db, SQL_TOPIC_COUNTS_REMOVE, head_id, err) &&
           run_on_head(db, SQL_TOPIC_COUNTS_ADD, head_id, err);
}

bool topic_counts_check(struct store *store, bool *same_out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_TOPIC_COUNTS_CHECK);
    bool same = stmt_next(stmt) && stmt_i64(stmt, "same") != 0;

    if (!stmt_end(stmt, err))
        return false;
    *same_out = same;
    return true;
}

static bool rebuild(struct db *db, struct error *err)
{
    return stmt_exec(db_stmt(db, SQL_TOPIC_COUNTS_REMOVE_ALL), err) &&
           stmt_exec(db_stmt(db, SQL_TOPIC_COUNTS_ADD_ALL), err);
}

bool topic_counts_rebuild(struct store *store, struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, rebuild(store->db, err), err);
}
