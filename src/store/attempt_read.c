/* What belongs to one attempt: its form, its events, their fold and what they
 * came to. Enum values that this program does not know are damage. */
#include "proctor/store/attempts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "attempt_rows.h"
#include "rows.h"
#include "store_private.h"

bool attempt_unreadable(int64_t attempt_id, const char *what, struct error *err)
{
    return error_set(err, ERR_CORRUPT,
                     "attempt %" PRId64 ": %s cannot be read: run 'proctor "
                     "doctor'",
                     attempt_id, what);
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
         (valid || attempt_unreadable(attempt_id, "its form", err));
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
           (valid || attempt_unreadable(attempt_id, "its events", err));
}

int attempt_read_sure(struct stmt *stmt)
{
    return stmt_is_null(stmt, "sure") ? -1 : (int)stmt_i64(stmt, "sure");
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
    out->sure = attempt_read_sure(stmt);
    out->time_ms = stmt_i64(stmt, "time_ms");
    out->visits = (int)stmt_i64(stmt, "visits");
    out->changes = (int)stmt_i64(stmt, "changes");
    out->hints = (int)stmt_i64(stmt, "hints");
    out->checked = stmt_i64(stmt, "checked") != 0;
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
        return attempt_unreadable(attempt_id, "its responses", err);
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
        return attempt_unreadable(attempt_id, "its result", err);
    if (!found)
        return error_set(err, ERR_NOT_FOUND,
                         "attempt %" PRId64 " has no result", attempt_id);
    *out = scores;
    return true;
}
