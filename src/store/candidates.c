/* The people who sit exams on this database. */
#include "proctor/store/attempts.h"

#include <stdlib.h>

#include "rows.h"
#include "store_private.h"

bool candidates_list(struct store *store, struct arena *arena,
                     struct candidate_list *out, struct error *err)
{
    struct {
        struct candidate *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_CANDIDATE_LIST);
    bool ok;

    while (stmt_next(stmt))
        *array_add(&rows) = (struct candidate){
            .candidate_id = stmt_i64(stmt, "candidate_id"),
            .label = stmt_cstr(stmt, "label", arena),
            .time_percent = (int)stmt_i64(stmt, "time_percent"),
            .added_minutes = (int)stmt_i64(stmt, "added_minutes"),
            .exam = stmt_cstr(stmt, "exam", arena),
            .exam_date = stmt_cstr(stmt, "exam_date", arena),
        };
    ok = stmt_end(stmt, err);
    if (ok) {
        out->items = ARENA_COPY(arena, struct candidate, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}

static bool add_candidate(struct db *db, const char *label,
                          const unsigned char *uuid, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_CANDIDATE_ADD);

    stmt_bind_blob(stmt, ":uuid", uuid, STORE_UUID_SIZE);
    stmt_bind_text(stmt, ":label", str_from(label));
    return stmt_exec(stmt, err);
}

bool candidate_add(struct store *store, const char *label,
                   const unsigned char uuid[STORE_UUID_SIZE], int64_t *id_out,
                   struct error *err)
{
    struct db *db = store->db;

    if (!db_begin(db, err) ||
        !db_end(db, add_candidate(db, label, uuid, err), err))
        return false;
    *id_out = db_last_id(db);
    return true;
}

static bool update_candidate(struct db *db, const struct candidate *candidate,
                             struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_CANDIDATE_UPDATE);

    stmt_bind_text(stmt, ":label", str_from(candidate->label));
    stmt_bind_i64(stmt, ":time_percent", candidate->time_percent);
    stmt_bind_i64(stmt, ":added_minutes", candidate->added_minutes);
    stmt_bind_opt_text(stmt, ":exam", str_from(candidate->exam));
    stmt_bind_opt_text(stmt, ":exam_date", str_from(candidate->exam_date));
    stmt_bind_i64(stmt, ":candidate_id", candidate->candidate_id);
    if (!stmt_exec(stmt, err))
        return false;
    return db_changes(db) == 1 ||
           error_set(err, ERR_NOT_FOUND, "there is no such candidate");
}

bool candidate_update(struct store *store, const struct candidate *candidate,
                      struct error *err)
{
    struct db *db = store->db;

    return db_begin(db, err) &&
           db_end(db, update_candidate(db, candidate, err), err);
}
