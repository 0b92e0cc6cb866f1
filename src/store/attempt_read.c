/* Attempts as they are stored: the sitting, its form, its events and what they
 * came to. Enum values that this program does not know are damage. */
#include "proctor/store/attempts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "store_private.h"

static bool unreadable(int64_t attempt_id, const char *what, struct error *err)
{
    return error_set(err, ERR_CORRUPT,
                     "attempt %" PRId64 ": %s cannot be read: run 'proctor "
                     "doctor'",
                     attempt_id, what);
}

static bool mode_from_id(struct str id, enum attempt_mode *out)
{
    for (int mode = 0; mode < MODE_COUNT; mode++)
        if (str_is(id, attempt_mode_id((enum attempt_mode)mode))) {
            *out = (enum attempt_mode)mode;
            return true;
        }
    return false;
}

/* Decimal digits, the whole of 64 bits. */
static bool seed_from_text(struct str text, uint64_t *out)
{
    uint64_t seed = 0;

    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)(text.data[i] - '0');

        if (digit > 9 || seed > (UINT64_MAX - digit) / 10)
            return false;
        seed = seed * 10 + digit;
    }
    *out = seed;
    return text.len > 0;
}

static void read_clock(struct stmt *stmt, struct arena *arena,
                       struct clock_stamp *out)
{
    out->used_ms = stmt_i64(stmt, "used_ms");
    out->boot_id = stmt_cstr(stmt, "boot_id", arena);
    out->clocks.boot_ms = stmt_i64(stmt, "last_boot_ms");
    out->clocks.monotonic_ms = stmt_i64(stmt, "last_monotonic_ms");
    out->clocks.utc_ms = stmt_i64(stmt, "last_utc_ms");
}

static bool read_result(struct stmt *stmt, struct attempt_row *out)
{
    out->has_result = !stmt_is_null(stmt, "result_id");
    if (!out->has_result)
        return true;
    out->earned = (int)stmt_i64(stmt, "earned");
    out->possible = (int)stmt_i64(stmt, "possible");
    out->needed = (int)stmt_i64(stmt, "needed");
    out->cut = (int)stmt_i64(stmt, "cut");
    return verdict_from_id(stmt_text(stmt, "verdict"), &out->verdict);
}

static bool read_attempt(struct stmt *stmt, struct arena *arena,
                         struct attempt_row *out)
{
    *out = (struct attempt_row){
        .attempt_id = stmt_i64(stmt, "attempt_id"),
        .candidate_id = stmt_i64(stmt, "candidate_id"),
        .candidate_label = stmt_cstr(stmt, "candidate", arena),
        .exam_rev_id = stmt_i64(stmt, "exam_rev_id"),
        .exam = stmt_cstr(stmt, "exam", arena),
        .exam_version = stmt_cstr(stmt, "exam_version", arena),
        .seed_given = stmt_i64(stmt, "seed_given") != 0,
        .algorithm = (int)stmt_i64(stmt, "algorithm"),
        .limit_ms = stmt_i64(stmt, "limit_ms"),
        .time_percent = (int)stmt_i64(stmt, "time_percent"),
        .added_minutes = (int)stmt_i64(stmt, "added_minutes"),
        .planned = (int)stmt_i64(stmt, "planned"),
        .is_short = stmt_i64(stmt, "is_short") != 0,
        .interrupted = stmt_i64(stmt, "interrupted") != 0,
        .by_wall_clock = stmt_i64(stmt, "by_wall_clock") != 0,
        .started_utc_ms = stmt_i64(stmt, "started_utc_ms"),
        .ended_utc_ms = stmt_i64(stmt, "ended_utc_ms"),
        .zone_minutes = (int)stmt_i64(stmt, "zone_minutes"),
        .app_version = stmt_cstr(stmt, "app_version", arena),
        .count = (int)stmt_i64(stmt, "questions"),
    };
    read_clock(stmt, arena, &out->stamp);
    return mode_from_id(stmt_text(stmt, "mode"), &out->mode) &&
           sitting_state_from_id(stmt_text(stmt, "state"), &out->state) &&
           seed_from_text(stmt_text(stmt, "seed"), &out->seed) &&
           read_result(stmt, out);
}

bool attempt_get(struct store *store, int64_t attempt_id, struct arena *arena,
                 struct attempt_row *out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_GET);
    struct attempt_row row;
    bool found, valid = false;

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    found = stmt_next(stmt);
    if (found)
        valid = read_attempt(stmt, arena, &row);
    if (!stmt_end(stmt, err))
        return false;
    if (!found)
        return error_set(err, ERR_NOT_FOUND, "there is no attempt %" PRId64,
                         attempt_id);
    if (!valid)
        return unreadable(attempt_id, "it", err);
    *out = row;
    return true;
}

bool attempt_list(struct store *store, int64_t candidate_id, int limit,
                  struct arena *arena, struct attempt_rows *out,
                  struct error *err)
{
    struct {
        struct attempt_row *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_LIST);
    int64_t bad_id = 0;
    bool ok;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    stmt_bind_i64(stmt, ":limit", limit > 0 ? limit : -1);
    while (!bad_id && stmt_next(stmt)) {
        struct attempt_row *row = array_add(&rows);

        if (!read_attempt(stmt, arena, row))
            bad_id = row->attempt_id;
    }
    ok = stmt_end(stmt, err) && (!bad_id || unreadable(bad_id, "it", err));
    if (ok) {
        out->items = ARENA_COPY(arena, struct attempt_row, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}

static bool read_slot(struct stmt *stmt, struct arena *arena,
                      struct attempt_slot *out)
{
    struct str order;

    *out = (struct attempt_slot){
        .item_id = stmt_i64(stmt, "item_id"),
        .rev_id = stmt_i64(stmt, "rev_id"),
        .section = (int)stmt_i64(stmt, "section_ord"),
        .section_id = arena_str(arena, stmt_text(stmt, "section")),
        .topic = arena_str(arena, stmt_text(stmt, "topic")),
        .case_size = (int)stmt_i64(stmt, "case_size"),
        .scored = stmt_i64(stmt, "scored") != 0,
    };
    order = stmt_text(stmt, "option_order");
    if (order.len > ITEM_OPTIONS_MAX)
        return false;
    memcpy(out->option_order, order.data, order.len);
    return true;
}

bool attempt_slots(struct store *store, int64_t attempt_id, struct arena *arena,
                   struct attempt_slot **slots_out, size_t *count_out,
                   struct error *err)
{
    struct {
        struct attempt_slot *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_SLOTS);
    bool valid = true, ok;

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    while (valid && stmt_next(stmt))
        valid = read_slot(stmt, arena, array_add(&rows));
    ok = stmt_end(stmt, err) &&
         (valid || unreadable(attempt_id, "its form", err));
    if (ok) {
        *slots_out = ARENA_COPY(arena, struct attempt_slot, &rows);
        *count_out = rows.count;
    }
    array_free(&rows);
    return ok;
}

static bool read_event(struct stmt *stmt, struct event *out)
{
    out->seq = stmt_i64(stmt, "seq");
    out->used_ms = stmt_i64(stmt, "used_ms");
    out->utc_ms = stmt_i64(stmt, "utc_ms");
    if (!event_kind_from_id(stmt_text(stmt, "kind"), &out->kind))
        return false;
    out->pos = stmt_is_null(stmt, "pos") ? -1 : (int)stmt_i64(stmt, "pos");
    out->value = stmt_text(stmt, "value");
    return true;
}

bool attempt_events(struct store *store, int64_t attempt_id, event_fn each,
                    void *context, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_EVENT_LIST);
    struct event event;
    bool valid = true;

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    while (valid && stmt_next(stmt))
        valid = read_event(stmt, &event) && each(context, &event);
    return stmt_end(stmt, err) &&
           (valid || unreadable(attempt_id, "its events", err));
}

static bool read_response(struct stmt *stmt, struct arena *arena,
                          struct response *out)
{
    struct str struck;

    out->answer = stmt_opt_cstr(stmt, "answer", arena);
    out->first_answer = stmt_opt_cstr(stmt, "first_answer", arena);
    out->note = stmt_opt_cstr(stmt, "note", arena);
    struck = stmt_text(stmt, "struck");
    if (struck.len > ITEM_OPTIONS_MAX)
        return false;
    memcpy(out->struck, struck.data, struck.len);
    out->marked = stmt_i64(stmt, "marked") != 0;
    out->sure = stmt_is_null(stmt, "sure") ? -1 : (int)stmt_i64(stmt, "sure");
    out->time_ms = stmt_i64(stmt, "time_ms");
    out->visits = (int)stmt_i64(stmt, "visits");
    out->changes = (int)stmt_i64(stmt, "changes");
    return true;
}

bool attempt_responses(struct store *store, int64_t attempt_id, int count,
                       struct arena *arena, struct response **out,
                       struct error *err)
{
    struct response *responses =
        ARENA_ARRAY(arena, struct response, (size_t)count);
    struct stmt *stmt = db_stmt(store->db, SQL_RESPONSE_LIST);
    bool valid = true;

    for (int i = 0; i < count; i++)
        responses[i].sure = -1;
    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    while (valid && stmt_next(stmt)) {
        int64_t pos = stmt_i64(stmt, "pos");

        valid = pos >= 0 && pos < count &&
                read_response(stmt, arena, &responses[pos]);
    }
    if (!stmt_end(stmt, err))
        return false;
    if (!valid)
        return unreadable(attempt_id, "its responses", err);
    *out = responses;
    return true;
}

bool attempt_item_scores(struct store *store, int64_t attempt_id, int count,
                         struct arena *arena, struct score **out,
                         struct error *err)
{
    struct score *scores = ARENA_ARRAY(arena, struct score, (size_t)count);
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_ITEM_SCORES);
    bool valid = true;
    int found = 0;

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    for (; valid && stmt_next(stmt); found++) {
        int64_t pos = stmt_i64(stmt, "pos");

        valid = pos >= 0 && pos < count;
        if (valid)
            scores[pos] = (struct score){
                .earned = (int)stmt_i64(stmt, "earned"),
                .possible = (int)stmt_i64(stmt, "possible"),
            };
    }
    if (!stmt_end(stmt, err))
        return false;
    if (!valid)
        return unreadable(attempt_id, "its result", err);
    if (!found)
        return error_set(err, ERR_NOT_FOUND,
                         "attempt %" PRId64 " has no result", attempt_id);
    *out = scores;
    return true;
}
