/*
 * Evidence: which first meetings count, and what they came to. The rule is the
 * view evidence_due; here the table is kept in step with it, attempt by
 * attempt, and read. A topic that was moved counts as what it became.
 */
#include "proctor/store/evidence.h"

#include <stdlib.h>

#include "proctor/domain/topic.h"

#include "attempt_rows.h"
#include "content.h"
#include "evidence.h"
#include "lists.h"
#include "rows.h"
#include "store_private.h"
#include "topics.h"

bool evidence_add(struct db *db, int64_t attempt_id, struct error *err)
{
    static const enum sql_id steps[] = {SQL_EVIDENCE_ADD_AREAS,
                                        SQL_EVIDENCE_ADD};

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct stmt *stmt = db_stmt(db, steps[i]);

        stmt_bind_i64(stmt, ":attempt_id", attempt_id);
        if (!stmt_exec(stmt, err))
            return false;
    }
    return true;
}

bool evidence_add_all(struct db *db, const struct attempt_ids *attempts,
                      struct error *err)
{
    for (size_t i = 0; i < attempts->count; i++)
        if (!evidence_add(db, attempts->items[i], err))
            return false;
    return true;
}

static bool read_ids(struct stmt *stmt, struct attempt_ids *out,
                     struct error *err)
{
    while (stmt_next(stmt))
        *array_add(out) = stmt_i64(stmt, "attempt_id");
    return stmt_end(stmt, err);
}

bool evidence_release(struct db *db, int64_t attempt_id,
                      struct attempt_ids *beside_out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EVIDENCE_REMOVE_OF_ATTEMPT);

    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    if (!stmt_exec(stmt, err))
        return false;
    stmt = db_stmt(db, SQL_EVIDENCE_ATTEMPTS_BESIDE);
    stmt_bind_i64(stmt, ":attempt_id", attempt_id);
    return read_ids(stmt, beside_out, err);
}

/* Adds anew what these attempts say, all of them or those of merged items. */
static bool refill(struct db *db, enum sql_id attempts_id, struct error *err)
{
    struct attempt_ids attempts = {0};
    bool ok = read_ids(db_stmt(db, attempts_id), &attempts, err) &&
              evidence_add_all(db, &attempts, err);

    array_free(&attempts);
    return ok;
}

bool evidence_follow_merges(struct db *db, struct error *err)
{
    return stmt_exec(db_stmt(db, SQL_EVIDENCE_REMOVE_OF_MERGED), err) &&
           refill(db, SQL_EVIDENCE_ATTEMPTS_OF_MERGED, err);
}

static bool rebuild(struct db *db, struct error *err)
{
    return stmt_exec(db_stmt(db, SQL_EVIDENCE_REMOVE_ALL), err) &&
           stmt_exec(db_stmt(db, SQL_EVIDENCE_AREAS_REMOVE_ALL), err) &&
           refill(db, SQL_EVIDENCE_ATTEMPTS_ALL, err);
}

bool evidence_rebuild(struct store *store, struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, rebuild(store->db, err), err);
}

bool evidence_check(struct store *store, bool *same_out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_EVIDENCE_CHECK);
    bool same = stmt_next(stmt) && stmt_i64(stmt, "same") != 0;

    if (!stmt_end(stmt, err))
        return false;
    *same_out = same;
    return true;
}

bool evidence_counts(struct store *store, int64_t candidate_id,
                     struct evidence_counts *out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_EVIDENCE_COUNTS);
    struct evidence_counts counts = {0};

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    if (stmt_next(stmt)) {
        counts.answers = stmt_i64(stmt, "answers");
        counts.counted = stmt_i64(stmt, "counted");
    }
    if (!stmt_end(stmt, err))
        return false;
    *out = counts;
    return true;
}

/* What answers are filed under, with those of one candidate. */
struct area_row {
    int64_t area_id;
    struct evidence_sum sum; /* its topic as it is called today */
};

struct area_rows {
    struct area_row *items;
    size_t count, capacity;
};

static bool unreadable(struct error *err)
{
    return error_set(err, ERR_CORRUPT,
                     "the evidence cannot be read: run 'proctor doctor'");
}

static bool read_area(struct stmt *stmt, const struct topic_moves *moves,
                      struct arena *arena, struct area_row *out)
{
    struct evidence_sum *sum = &out->sum;
    struct str topic;

    out->area_id = stmt_i64(stmt, "area_id");
    topic = topic_moves_now(moves, stmt_text(stmt, "topic"));
    sum->topic = arena_str(arena, topic);
    if (!item_kind_from_id(stmt_text(stmt, "kind"), &sum->kind))
        return false;
    sum->has_case = stmt_i64(stmt, "has_case") != 0;
    sum->needs = list_read_books(stmt_text(stmt, "needs"));
    sum->right = (int)stmt_i64(stmt, "right");
    sum->asked = sum->right + (int)stmt_i64(stmt, "wrong");
    return true;
}

/* Those that the candidate has answers in. */
static bool read_areas(struct db *db, int64_t candidate_id, struct arena *arena,
                       struct area_rows *out, struct error *err)
{
    struct topic_moves moves;
    struct area_row area;
    struct stmt *stmt;
    bool valid = true;

    if (!topic_moves_read(&moves, db, arena, err))
        return false;
    stmt = db_stmt(db, SQL_EVIDENCE_AREAS);
    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    while (valid && stmt_next(stmt)) {
        valid = read_area(stmt, &moves, arena, &area);
        if (valid && area.sum.asked)
            *array_add(out) = area;
    }
    topic_moves_finish(&moves);
    return stmt_end(stmt, err) && (valid || unreadable(err));
}

bool evidence_sums(struct store *store, int64_t candidate_id,
                   struct arena *arena, struct evidence_sums *out,
                   struct error *err)
{
    struct area_rows areas = {0};
    bool ok;

    if (!db_begin_read(store->db, err))
        return false;
    ok = read_areas(store->db, candidate_id, arena, &areas, err);
    db_end_read(store->db);
    if (ok) {
        out->items = ARENA_ARRAY(arena, struct evidence_sum, areas.count);
        out->count = areas.count;
        for (size_t i = 0; i < areas.count; i++)
            out->items[i] = areas.items[i].sum;
    }
    array_free(&areas);
    return ok;
}

struct evidence_list {
    struct evidence_row *items;
    size_t count, capacity;
};

static bool read_row(struct stmt *stmt, const struct evidence_sum *area,
                     struct arena *arena, struct evidence_row *out)
{
    *out = (struct evidence_row){
        .item_id = stmt_i64(stmt, "item_id"),
        .rev_id = stmt_i64(stmt, "rev_id"),
        .attempt_id = stmt_i64(stmt, "attempt_id"),
        .pos = (int)stmt_i64(stmt, "pos"),
        .name = content_full_name(arena, stmt),
        .topic = area->topic,
        .kind = area->kind,
        .has_case = area->has_case,
        .needs = area->needs,
        .earned = (int)stmt_i64(stmt, "earned"),
        .possible = (int)stmt_i64(stmt, "possible"),
        .utc_ms = stmt_i64(stmt, "utc_ms"),
    };
    return attempt_mode_from_id(stmt_text(stmt, "mode"), &out->mode);
}

static bool list_area(struct db *db, int64_t candidate_id,
                      const struct area_row *area, struct arena *arena,
                      struct evidence_list *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EVIDENCE_OF_AREA);
    bool valid = true;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    stmt_bind_i64(stmt, ":area_id", area->area_id);
    while (valid && stmt_next(stmt))
        valid = read_row(stmt, &area->sum, arena, array_add(out));
    return stmt_end(stmt, err) && (valid || unreadable(err));
}

/* NULL stands for all topics. */
static bool is_below_any(struct str topic, const struct str_list *nodes)
{
    for (size_t i = 0; nodes && i < nodes->count; i++)
        if (topic_is_below(topic, nodes->items[i]))
            return true;
    return !nodes;
}

static bool list_below(struct db *db, int64_t candidate_id,
                       const struct str_list *topics, struct arena *arena,
                       struct evidence_list *out, struct error *err)
{
    struct area_rows areas = {0};
    bool ok = read_areas(db, candidate_id, arena, &areas, err);

    for (size_t i = 0; ok && i < areas.count; i++) {
        const struct area_row *area = &areas.items[i];

        if (is_below_any(area->sum.topic, topics))
            ok = list_area(db, candidate_id, area, arena, out, err);
    }
    array_free(&areas);
    return ok;
}

/* Newest first, and the last question of an attempt before the others. */
static int by_time(const void *left, const void *right)
{
    const struct evidence_row *a = left, *b = right;

    if (a->utc_ms != b->utc_ms)
        return a->utc_ms < b->utc_ms ? 1 : -1;
    if (a->attempt_id != b->attempt_id)
        return a->attempt_id < b->attempt_id ? 1 : -1;
    return b->pos - a->pos;
}

bool evidence_list(struct store *store, int64_t candidate_id,
                   const struct str_list *topics, struct arena *arena,
                   struct evidence_rows *out, struct error *err)
{
    struct evidence_list rows = {0};
    bool ok;

    if (!db_begin_read(store->db, err))
        return false;
    ok = list_below(store->db, candidate_id, topics, arena, &rows, err);
    db_end_read(store->db);
    if (ok) {
        if (rows.count)
            qsort(rows.items, rows.count, sizeof *rows.items, by_time);
        out->items = ARENA_COPY(arena, struct evidence_row, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}
