/* Attempts as history shows them: each as a whole, its sections, and how every
 * question last went. */
#include "proctor/store/attempts.h"

#include <inttypes.h>
#include <stdlib.h>

#include "proctor/domain/retrospect.h"

#include "attempt_rows.h"
#include "rows.h"
#include "store_private.h"

bool attempt_mode_from_id(struct str id, enum attempt_mode *out)
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
        .exam_title = stmt_cstr(stmt, "exam_title", arena),
        .gives_feedback = stmt_i64(stmt, "gives_feedback") != 0,
        .gives_hints = stmt_i64(stmt, "gives_hints") != 0,
        .target_ms = stmt_i64(stmt, "target_ms"),
        .count = (int)stmt_i64(stmt, "questions"),
    };
    read_clock(stmt, arena, &out->stamp);
    return attempt_mode_from_id(stmt_text(stmt, "mode"), &out->mode) &&
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
        return attempt_unreadable(attempt_id, "it", err);
    *out = row;
    return true;
}

/* What both lists ask for. `modes` holds text that is bound. */
static void bind_filter(struct stmt *stmt, const struct attempt_filter *filter,
                        struct strbuf *modes)
{
    for (int mode = 0; mode < MODE_COUNT; mode++)
        if (filter->modes & (1u << mode))
            strbuf_printf(modes, " %s ",
                          attempt_mode_id((enum attempt_mode)mode));
    stmt_bind_i64(stmt, ":candidate_id", filter->candidate_id);
    stmt_bind_cstr(stmt, ":exam", filter->exam);
    stmt_bind_opt_text(stmt, ":modes", strbuf_str(modes));
    stmt_bind_i64(stmt, ":limit", filter->limit > 0 ? filter->limit : -1);
}

bool attempt_list(struct store *store, const struct attempt_filter *filter,
                  struct arena *arena, struct attempt_rows *out,
                  struct error *err)
{
    struct {
        struct attempt_row *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_LIST);
    struct strbuf modes = {0};
    int64_t bad_id = 0;
    bool ok;

    bind_filter(stmt, filter, &modes);
    stmt_bind_i64(stmt, ":ended_only", filter->ended_only);
    while (!bad_id && stmt_next(stmt)) {
        struct attempt_row *row = array_add(&rows);

        if (!read_attempt(stmt, arena, row))
            bad_id = row->attempt_id;
    }
    ok = stmt_end(stmt, err) &&
         (!bad_id || attempt_unreadable(bad_id, "it", err));
    if (ok) {
        out->items = ARENA_COPY(arena, struct attempt_row, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    strbuf_finish(&modes);
    return ok;
}

static void read_section(struct stmt *stmt, struct arena *arena,
                         struct section_row *out)
{
    *out = (struct section_row){
        .attempt_id = stmt_i64(stmt, "attempt_id"),
        .number = (int)stmt_i64(stmt, "section_ord"),
        .section = stmt_cstr(stmt, "section", arena),
        .title = stmt_cstr(stmt, "title", arena),
        .asked = (int)stmt_i64(stmt, "asked"),
        .right = (int)stmt_i64(stmt, "right"),
        .blank = (int)stmt_i64(stmt, "blank"),
        .earned = (int)stmt_i64(stmt, "earned"),
        .possible = (int)stmt_i64(stmt, "possible"),
    };
}

bool attempt_sections(struct store *store, const struct attempt_filter *filter,
                      struct arena *arena, struct section_rows *out,
                      struct error *err)
{
    struct {
        struct section_row *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_SECTIONS);
    struct strbuf modes = {0};
    bool ok;

    bind_filter(stmt, filter, &modes);
    while (stmt_next(stmt))
        read_section(stmt, arena, array_add(&rows));
    ok = stmt_end(stmt, err);
    if (ok) {
        out->items = ARENA_COPY(arena, struct section_row, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    strbuf_finish(&modes);
    return ok;
}

/* What counts as changed is the domain's to say. */
static bool is_changed(struct stmt *stmt, struct arena *scratch)
{
    struct response response;

    arena_reset(scratch);
    response = (struct response){
        .answer = stmt_opt_cstr(stmt, "answer", scratch),
        .first_answer = stmt_opt_cstr(stmt, "first_answer", scratch),
    };
    return response_is_changed(&response);
}

bool attempt_last_responses(struct store *store, int64_t candidate_id,
                            struct arena *arena, struct last_responses *out,
                            struct error *err)
{
    struct {
        struct last_response *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_ATTEMPT_LAST_RESPONSES);
    struct arena scratch = {0};
    bool ok;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    while (stmt_next(stmt))
        *array_add(&rows) = (struct last_response){
            .item_id = stmt_i64(stmt, "item_id"),
            .changed = is_changed(stmt, &scratch),
            .marked = stmt_i64(stmt, "marked") != 0,
            .sure = attempt_read_sure(stmt),
            .time_ms = stmt_i64(stmt, "time_ms"),
            .missed = stmt_i64(stmt, "missed") != 0,
            .target_ms = stmt_i64(stmt, "target_ms"),
        };
    ok = stmt_end(stmt, err);
    if (ok) {
        out->items = ARENA_COPY(arena, struct last_response, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    arena_finish(&scratch);
    return ok;
}
