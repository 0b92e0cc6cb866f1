/* The birth of an attempt: the sitting, its form and its first event in one
 * commit. What happens in it afterwards is attempt_save.c. */
#include "proctor/store/attempts.h"

#include <inttypes.h>
#include <stdio.h>

#include "attempt_rows.h"
#include "store_private.h"

static const char *const mode_ids[] = {
#define X(NAME, id) [MODE_##NAME] = id,
    ATTEMPT_MODES(X)
#undef X
};

const char *attempt_mode_id(enum attempt_mode mode)
{
    return mode_ids[mode];
}

static bool find_running(struct db *db, enum sql_id id, int64_t candidate_id,
                         int64_t *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, id);

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "attempt_id") : 0;
    return stmt_end(stmt, err);
}

int64_t attempt_running(struct store *store, int64_t candidate_id)
{
    int64_t id;

    return find_running(store->db, SQL_ATTEMPT_RUNNING, candidate_id, &id, NULL)
               ? id
               : 0;
}

int64_t attempt_running_practice(struct store *store, int64_t candidate_id)
{
    int64_t id;

    return find_running(store->db, SQL_ATTEMPT_RUNNING_PRACTICE, candidate_id,
                        &id, NULL)
               ? id
               : 0;
}

/* One exam and one practice may run beside each other. */
static bool check_free(struct db *db, const struct attempt_start *start,
                       struct error *err)
{
    bool is_exam = start->mode == MODE_EXAM;
    int64_t id;

    if (!find_running(
            db, is_exam ? SQL_ATTEMPT_RUNNING : SQL_ATTEMPT_RUNNING_PRACTICE,
            start->candidate_id, &id, err))
        return false;
    return !id || error_set(err, ERR_BUSY,
                            "%s of this candidate is running: go on with it, "
                            "submit or abandon it first",
                            is_exam ? "an exam" : "a practice");
}

static bool add_attempt(struct store *store, const struct attempt_start *start,
                        const struct clock_stamp *stamp, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_ADD);
    char seed[24];

    snprintf(seed, sizeof seed, "%" PRIu64, start->seed);
    stmt_bind_blob(stmt, ":uuid", start->uuid, sizeof start->uuid);
    stmt_bind_i64(stmt, ":candidate_id", start->candidate_id);
    stmt_bind_i64(stmt, ":exam_rev_id", start->exam_rev_id);
    stmt_bind_text(stmt, ":mode", str_from(attempt_mode_id(start->mode)));
    stmt_bind_text(stmt, ":seed", str_from(seed));
    stmt_bind_i64(stmt, ":seed_given", start->seed_given);
    stmt_bind_i64(stmt, ":algorithm", start->algorithm);
    stmt_bind_i64(stmt, ":limit_ms", start->limit_ms);
    stmt_bind_i64(stmt, ":target_ms", start->target_ms);
    stmt_bind_i64(stmt, ":time_percent", start->time_percent);
    stmt_bind_i64(stmt, ":added_minutes", start->added_minutes);
    stmt_bind_i64(stmt, ":planned", start->planned);
    stmt_bind_i64(stmt, ":is_short", start->is_short);
    stmt_bind_i64(stmt, ":started_utc_ms", start->started_utc_ms);
    stmt_bind_i64(stmt, ":zone_minutes", start->zone_minutes);
    attempt_bind_stamp(stmt, stamp);
    stmt_bind_text(stmt, ":app_version", str_from(store->app_version));
    stmt_bind_i64(stmt, ":gives_feedback", start->gives_feedback);
    stmt_bind_i64(stmt, ":gives_hints", start->gives_hints);
    return stmt_exec(stmt, err);
}

static bool add_slot(struct db *db, int64_t attempt_id, size_t pos,
                     const struct attempt_slot *slot, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ATTEMPT_ITEM_ADD);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    stmt_bind_i64(stmt, ":pos", (int64_t)pos);
    stmt_bind_i64(stmt, ":item_id", slot->item_id);
    stmt_bind_i64(stmt, ":rev_id", slot->rev_id);
    stmt_bind_i64(stmt, ":section_ord", slot->section);
    stmt_bind_opt_text(stmt, ":section", slot->section_id);
    stmt_bind_text(stmt, ":topic", slot->topic);
    stmt_bind_i64(stmt, ":case_size", slot->case_size);
    stmt_bind_i64(stmt, ":scored", slot->scored);
    stmt_bind_text(stmt, ":option_order", str_from(slot->option_order));
    return stmt_exec(stmt, err);
}

static bool add_slots(struct db *db, int64_t attempt_id,
                      const struct attempt_slot *slots, size_t count,
                      struct error *err)
{
    for (size_t pos = 0; pos < count; pos++)
        if (!add_slot(db, attempt_id, pos, &slots[pos], err))
            return false;
    return true;
}

/* The attempt of that UUID, 0 for none: a creation whose success could not be
 * reported is found when it is tried again. */
static bool find_created(struct db *db, const struct attempt_start *start,
                         int64_t *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ATTEMPT_FIND_UUID);

    stmt_bind_blob(stmt, ":uuid", start->uuid, sizeof start->uuid);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "attempt_id") : 0;
    return stmt_end(stmt, err);
}

static bool create(struct store *store, const struct attempt_start *start,
                   const struct attempt_slot *slots, size_t count,
                   const struct clock_stamp *stamp, int64_t *id_out,
                   struct error *err)
{
    struct event first = {
        .seq = 1,
        .used_ms = stamp->used_ms,
        .utc_ms = stamp->clocks.utc_ms,
        .kind = EVENT_START,
        .pos = -1,
        .value = STR(""),
    };

    if (!find_created(store->db, start, id_out, err))
        return false;
    if (*id_out)
        return true;
    if (!check_free(store->db, start, err) ||
        !add_attempt(store, start, stamp, err))
        return false;
    *id_out = db_last_id(store->db);
    return add_slots(store->db, *id_out, slots, count, err) &&
           attempt_add_event(store->db, *id_out, &first, err);
}

bool attempt_create(struct store *store, const struct attempt_start *start,
                    const struct attempt_slot *slots, size_t count,
                    const struct clock_stamp *stamp, int64_t *attempt_id_out,
                    struct error *err)
{
    int64_t id = 0;

    if (!db_begin(store->db, err) ||
        !db_end(store->db, create(store, start, slots, count, stamp, &id, err),
                err))
        return false;
    *attempt_id_out = id;
    return true;
}
