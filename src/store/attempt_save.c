/*
 * One commit of a sitting: events, the responses they led to, the clock, and
 * with the end of it exposures, the result and evidence. One transaction, so
 * one flush; a commit that was stored although its success could not be
 * reported may come again.
 */
#include "proctor/store/attempts.h"

#include <inttypes.h>

#include "attempt_rows.h"
#include "evidence.h"
#include "store_private.h"

void attempt_bind_stamp(struct stmt *stmt, const struct clock_stamp *stamp)
{
    stmt_bind_i64(stmt, ":used_ms", stamp->used_ms);
    stmt_bind_text(stmt, ":boot_id", str_from(stamp->boot_id));
    stmt_bind_i64(stmt, ":last_boot_ms", stamp->clocks.boot_ms);
    stmt_bind_i64(stmt, ":last_monotonic_ms", stamp->clocks.monotonic_ms);
    stmt_bind_i64(stmt, ":last_utc_ms", stamp->clocks.utc_ms);
}

bool attempt_add_event(struct db *db, int64_t attempt_id,
                       const struct event *event, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EVENT_ADD);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    stmt_bind_i64(stmt, ":seq", event->seq);
    stmt_bind_i64(stmt, ":used_ms", event->used_ms);
    stmt_bind_i64(stmt, ":utc_ms", event->utc_ms);
    stmt_bind_text(stmt, ":kind", str_from(event_kind_id(event->kind)));
    if (event->pos >= 0)
        stmt_bind_i64(stmt, ":pos", event->pos);
    stmt_bind_opt_text(stmt, ":value", event->value);
    return stmt_exec(stmt, err);
}

/* How far the attempt has come in the database. */
struct progress_row {
    enum sitting_state state;
    int64_t candidate_id;
    struct event last; /* value is left out */
};

static bool read_progress(struct db *db, int64_t attempt_id,
                          struct progress_row *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EVENT_LAST);
    bool found, valid = false;

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    found = stmt_next(stmt);
    if (found) {
        valid = sitting_state_from_id(stmt_text(stmt, "state"), &out->state) &&
                event_kind_from_id(stmt_text(stmt, "kind"), &out->last.kind);
        out->candidate_id = stmt_i64(stmt, "candidate_id");
        out->last.seq = stmt_i64(stmt, "seq");
        out->last.used_ms = stmt_i64(stmt, "used_ms");
        out->last.utc_ms = stmt_i64(stmt, "utc_ms");
    }
    if (!stmt_end(stmt, err))
        return false;
    if (!found)
        return error_set(err, ERR_NOT_FOUND, "there is no attempt %" PRId64,
                         attempt_id);
    return valid || error_set(err, ERR_CORRUPT,
                              "attempt %" PRId64 " cannot be read: run "
                              "'proctor doctor'",
                              attempt_id);
}

/*
 * The number of leading events that are stored already: after an error whose
 * transaction reached the disk all the same, the next try finds them there.
 */
static bool count_stored(const struct attempt_commit *commit,
                         const struct event *last, size_t *out,
                         struct error *err)
{
    size_t stored = 0;
    const struct event *same;

    while (stored < commit->event_count &&
           commit->events[stored].seq <= last->seq)
        stored++;
    *out = stored;
    if (stored == 0)
        return commit->event_count == 0 ||
               commit->events[0].seq == last->seq + 1 ||
               error_set(err, ERR_INVALID,
                         "event %" PRId64 " cannot follow event %" PRId64,
                         commit->events[0].seq, last->seq);
    same = &commit->events[stored - 1];
    return (same->seq == last->seq && same->used_ms == last->used_ms &&
            same->utc_ms == last->utc_ms && same->kind == last->kind) ||
           error_set(err, ERR_INVALID,
                     "the attempt went on elsewhere: leave it and resume");
}

static bool put_response(struct db *db, int64_t attempt_id, int pos,
                         const struct response *response, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_RESPONSE_PUT);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    stmt_bind_i64(stmt, ":pos", pos);
    stmt_bind_cstr(stmt, ":answer", response->answer);
    stmt_bind_cstr(stmt, ":first_answer", response->first_answer);
    stmt_bind_cstr(stmt, ":note", response->note);
    stmt_bind_opt_text(stmt, ":struck", str_from(response->struck));
    stmt_bind_i64(stmt, ":marked", response->marked);
    if (response->sure >= 0)
        stmt_bind_i64(stmt, ":sure", response->sure);
    stmt_bind_i64(stmt, ":time_ms", response->time_ms);
    stmt_bind_i64(stmt, ":visits", response->visits);
    stmt_bind_i64(stmt, ":changes", response->changes);
    stmt_bind_i64(stmt, ":hints", response->hints);
    stmt_bind_i64(stmt, ":checked", response->checked);
    return stmt_exec(stmt, err);
}

static bool put_responses(struct db *db, int64_t attempt_id,
                          const struct attempt_commit *commit,
                          struct error *err)
{
    for (size_t i = 0; i < commit->changed_count; i++) {
        int pos = commit->changed[i];

        if (!put_response(db, attempt_id, pos, &commit->responses[pos], err))
            return false;
    }
    return true;
}

static bool update_attempt(struct db *db, int64_t attempt_id,
                           const struct attempt_commit *commit,
                           struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ATTEMPT_UPDATE);

    stmt_bind_text(stmt, ":state", str_from(sitting_state_id(commit->state)));
    stmt_bind_i64(stmt, ":interrupted", commit->interrupted);
    stmt_bind_i64(stmt, ":by_wall_clock", commit->by_wall_clock);
    attempt_bind_stamp(stmt, &commit->stamp);
    if (commit->state != SITTING_RUNNING)
        stmt_bind_i64(stmt, ":ended_utc_ms", commit->stamp.clocks.utc_ms);
    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    return stmt_exec(stmt, err);
}

static bool count_questions(struct db *db, int64_t attempt_id, int *out,
                            struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ATTEMPT_QUESTION_COUNT);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    *out = stmt_next(stmt) ? (int)stmt_i64(stmt, "questions") : 0;
    return stmt_end(stmt, err);
}

/* Every question that was on screen is an exposure, answered or not. */
static bool add_exposures(struct db *db, int64_t attempt_id,
                          int64_t candidate_id,
                          const struct attempt_commit *commit,
                          struct error *err)
{
    int count;

    if (!count_questions(db, attempt_id, &count, err))
        return false;
    for (int pos = 0; pos < count; pos++) {
        struct stmt *stmt;

        if (commit->responses[pos].visits == 0)
            continue;
        stmt = db_stmt(db, SQL_EXPOSURE_SAT);
        stmt_bind_i64(stmt, ":candidate_id", candidate_id);
        stmt_bind_i64(stmt, ":attempt_id", attempt_id);
        stmt_bind_i64(stmt, ":pos", pos);
        stmt_bind_i64(stmt, ":utc_ms", commit->stamp.clocks.utc_ms);
        if (!stmt_exec(stmt, err))
            return false;
    }
    return true;
}

/* The end closes the attempt, so it comes behind all that belongs to it. */
static bool write_rest(struct db *db, int64_t attempt_id, int64_t candidate_id,
                       const struct attempt_commit *commit, size_t stored,
                       struct error *err)
{
    bool ends = commit->state != SITTING_RUNNING;

    for (size_t i = stored; i < commit->event_count; i++)
        if (!attempt_add_event(db, attempt_id, &commit->events[i], err))
            return false;
    return put_responses(db, attempt_id, commit, err) &&
           (!ends ||
            add_exposures(db, attempt_id, candidate_id, commit, err)) &&
           (!commit->result ||
            attempt_add_result(db, attempt_id, commit->result, err)) &&
           (!ends || evidence_add(db, attempt_id, err)) &&
           update_attempt(db, attempt_id, commit, err);
}

static bool save(struct db *db, int64_t attempt_id,
                 const struct attempt_commit *commit, struct error *err)
{
    struct progress_row progress;
    size_t stored;

    if (!read_progress(db, attempt_id, &progress, err) ||
        !count_stored(commit, &progress.last, &stored, err))
        return false;
    if (commit->event_count && stored == commit->event_count)
        return true;
    if (progress.state != SITTING_RUNNING)
        return error_set(err, ERR_INVALID,
                         "the attempt has ended, it does not change any more");
    return write_rest(db, attempt_id, progress.candidate_id, commit, stored,
                      err);
}

bool attempt_save(struct store *store, int64_t attempt_id,
                  const struct attempt_commit *commit, struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, save(store->db, attempt_id, commit, err), err);
}

static bool reveal(struct db *db, int64_t attempt_id, const int *positions,
                   size_t count, int64_t utc_ms, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        struct stmt *stmt = db_stmt(db, SQL_EXPOSURE_REVEALED);

        stmt_bind_i64(stmt, ":attempt_id", attempt_id);
        stmt_bind_i64(stmt, ":pos", positions[i]);
        stmt_bind_i64(stmt, ":utc_ms", utc_ms);
        if (!stmt_exec(stmt, err))
            return false;
    }
    return true;
}

bool attempt_reveal(struct store *store, int64_t attempt_id,
                    const int *positions, size_t count, int64_t utc_ms,
                    struct error *err)
{
    struct db *db = store->db;

    return db_begin(db, err) &&
           db_end(db, reveal(db, attempt_id, positions, count, utc_ms, err),
                  err);
}
