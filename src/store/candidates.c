/* The people who sit exams on this database: who they are, and that nothing is
 * left of one who goes. */
#include "proctor/store/attempts.h"

#include <stdlib.h>

#include "attempt_rows.h"
#include "copy.h"
#include "evidence.h"
#include "rows.h"
#include "store_private.h"

/* What a removal has still to do, so that a kill in its middle leaves it to the
 * next start: the file written anew, and the copies removed. */
#define SETTING_WIPE "wipe"
#define WIPE_ALL "all"
#define WIPE_FILE "file"

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

static bool refuse_unknown(struct error *err)
{
    return error_set(err, ERR_NOT_FOUND, "there is no such candidate");
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
    return db_changes(db) == 1 || refuse_unknown(err);
}

bool candidate_update(struct store *store, const struct candidate *candidate,
                      struct error *err)
{
    struct db *db = store->db;

    return db_begin(db, err) &&
           db_end(db, update_candidate(db, candidate, err), err);
}

bool candidate_holdings(struct store *store, int64_t candidate_id,
                        struct candidate_holdings *out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_CANDIDATE_HOLDINGS);
    struct candidate_holdings holdings = {0};
    bool found;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    found = stmt_next(stmt);
    if (found) {
        holdings.attempts = stmt_i64(stmt, "attempts");
        holdings.answers = stmt_i64(stmt, "answers");
        holdings.remarks = stmt_i64(stmt, "remarks");
    }
    if (!stmt_end(stmt, err))
        return false;
    if (!found)
        return refuse_unknown(err);
    *out = holdings;
    return true;
}

static bool erase_attempts(struct db *db, int64_t candidate_id,
                           struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_CANDIDATE_ATTEMPTS);
    struct attempt_ids attempts = {0};
    bool ok;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    while (stmt_next(stmt))
        *array_add(&attempts) = stmt_i64(stmt, "attempt_id");
    ok = stmt_end(stmt, err);
    for (size_t i = 0; ok && i < attempts.count; i++)
        ok = attempt_erase(db, attempts.items[i], err);
    array_free(&attempts);
    return ok;
}

static bool run_on_candidate(struct db *db, enum sql_id id,
                             int64_t candidate_id, struct error *err)
{
    struct stmt *stmt = db_stmt(db, id);

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    return stmt_exec(stmt, err);
}

/* The blueprints of practices tell which questions somebody was asked. */
static bool erase_unused_exams(struct db *db, struct error *err)
{
    static const enum sql_id removals[] = {
        SQL_EXAM_UNUSED_TOPICS_REMOVE,
        SQL_EXAM_UNUSED_SECTIONS_REMOVE,
        SQL_EXAM_UNUSED_REMOVE,
    };

    for (size_t i = 0; i < sizeof removals / sizeof *removals; i++)
        if (!stmt_exec(db_stmt(db, removals[i]), err))
            return false;
    return true;
}

static bool erase(struct db *db, int64_t candidate_id, struct error *err)
{
    return run_on_candidate(db, SQL_CANDIDATE_EVIDENCE_REMOVE, candidate_id,
                            err) &&
           erase_attempts(db, candidate_id, err) &&
           run_on_candidate(db, SQL_CANDIDATE_REMARKS_REMOVE, candidate_id,
                            err) &&
           run_on_candidate(db, SQL_CANDIDATE_REMOVE, candidate_id, err) &&
           (db_changes(db) == 1 || refuse_unknown(err)) &&
           erase_unused_exams(db, err) &&
           db_put_setting(db, SETTING_WIPE, WIPE_ALL, err);
}

/* Behind the commit nothing is undone any more: each step is tried, and the
 * first failure is told. A file that could not be wiped stays due; a copy that
 * is left is for people to remove. */
static bool wipe_traces(struct store *store, struct error *err)
{
    bool wiped = db_wipe(store->db, err);
    bool removed;

    if (!wiped)
        error_prefix(err, "the candidate is removed, but until the next start "
                          "of proctor what was written may still be found in "
                          "the file");
    removed = copies_remove(store->path, wiped ? err : NULL);
    setting_put(store, SETTING_WIPE, wiped ? "" : WIPE_FILE, NULL);
    return wiped && removed;
}

bool candidate_remove(struct store *store, int64_t candidate_id,
                      struct error *err)
{
    struct db *db = store->db;

    return db_begin(db, err) && db_end(db, erase(db, candidate_id, err), err) &&
           wipe_traces(store, err);
}

void candidates_wipe_due(struct store *store)
{
    struct arena scratch = {0};
    struct str due = str_from(setting_get(store, SETTING_WIPE, &scratch));

    if (str_is(due, WIPE_ALL))
        wipe_traces(store, NULL);
    else if (str_is(due, WIPE_FILE) && db_wipe(store->db, NULL))
        setting_put(store, SETTING_WIPE, "", NULL);
    arena_finish(&scratch);
}
