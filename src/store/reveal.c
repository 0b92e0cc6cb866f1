/*
 * The questions of an attempt as they are known today, where a question was met
 * last, and whether the answers of an attempt were looked at. What is looked at
 * is stored by attempt_reveal().
 */
#include "proctor/store/attempts.h"

#include "store_private.h"

bool attempt_was_read(struct store *store, int64_t attempt_id, bool *out,
                      struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_REVEAL_ANY);
    bool was_read;

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    was_read = stmt_next(stmt) && stmt_i64(stmt, "was_read") != 0;
    if (!stmt_end(stmt, err))
        return false;
    *out = was_read;
    return true;
}

bool attempt_items_today(struct store *store, int64_t attempt_id, int count,
                         struct arena *arena, int64_t **out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_REVEAL_ITEMS_TODAY);
    int64_t *items = ARENA_ARRAY(arena, int64_t, (size_t)count);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    while (stmt_next(stmt)) {
        int64_t pos = stmt_i64(stmt, "pos");

        if (pos >= 0 && pos < count)
            items[pos] = stmt_i64(stmt, "item_id");
    }
    if (!stmt_end(stmt, err))
        return false;
    *out = items;
    return true;
}

bool attempt_last_meeting(struct store *store, int64_t candidate_id,
                          int64_t item_id, int64_t *attempt_id_out,
                          int *pos_out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_REVEAL_LAST_MEETING);
    int64_t attempt_id = 0;
    int pos = 0;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    stmt_bind_i64(stmt, ":item_id", item_id);
    if (stmt_next(stmt)) {
        attempt_id = stmt_i64(stmt, "attempt_id");
        pos = (int)stmt_i64(stmt, "pos");
    }
    if (!stmt_end(stmt, err))
        return false;
    if (attempt_id == 0)
        return error_set(err, ERR_NOT_FOUND, "this question was not met yet");
    *attempt_id_out = attempt_id;
    *pos_out = pos;
    return true;
}
