/* Exams: immutable revisions as the text they were read from, and heads that
 * say which revision of an exam's version stands. */
#include "proctor/store/catalog.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/version.h"

#include "nearest.h"
#include "rows.h"
#include "sources.h"
#include "store_private.h"

static bool find_rev(struct db *db, const struct hash *sha256, int64_t *out,
                     struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EXAM_REV_FIND);

    stmt_bind_hash(stmt, ":sha256", sha256);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "exam_rev_id") : 0;
    return stmt_end(stmt, err);
}

static bool add_section(struct db *db, int64_t exam_rev_id, int64_t ord,
                        const struct exam_section *section, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_SECTION_REV_ADD);

    stmt_bind_i64(stmt, ":exam_rev_id", exam_rev_id);
    stmt_bind_i64(stmt, ":ord", ord);
    stmt_bind_text(stmt, ":section", section->id);
    stmt_bind_text(stmt, ":title", section->title);
    if (!stmt_exec(stmt, err))
        return false;
    for (size_t i = 0; i < section->topics.count; i++) {
        stmt = db_stmt(db, SQL_SECTION_TOPIC_ADD);
        stmt_bind_i64(stmt, ":exam_rev_id", exam_rev_id);
        stmt_bind_i64(stmt, ":ord", ord);
        stmt_bind_text(stmt, ":topic", section->topics.items[i]);
        if (!stmt_exec(stmt, err))
            return false;
    }
    return true;
}

static bool add_rev(struct db *db, const struct hash *sha256,
                    const struct exam *exam, struct str yaml, int64_t *out,
                    struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EXAM_REV_ADD);

    stmt_bind_hash(stmt, ":sha256", sha256);
    stmt_bind_text(stmt, ":exam", exam->id);
    stmt_bind_text(stmt, ":version", exam->version);
    stmt_bind_text(stmt, ":title", exam->title);
    stmt_bind_text(stmt, ":yaml", yaml);
    if (!stmt_exec(stmt, err))
        return false;
    *out = db_last_id(db);
    for (size_t i = 0; i < exam->section_count; i++)
        if (!add_section(db, *out, (int64_t)i, &exam->sections[i], err))
            return false;
    return true;
}

static bool put_head(struct db *db, const struct source *source,
                     const struct exam *exam, int64_t exam_rev_id,
                     int64_t source_id, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EXAM_HEAD_PUT);

    stmt_bind_text(stmt, ":exam", exam->id);
    stmt_bind_text(stmt, ":version", exam->version);
    stmt_bind_text(stmt, ":origin", str_from(origin_id(source->origin)));
    stmt_bind_i64(stmt, ":exam_rev_id", exam_rev_id);
    stmt_bind_i64(stmt, ":source_id", source_id);
    return stmt_exec(stmt, err);
}

/* The revision of that text, added when it is new. */
static bool settle_rev(struct db *db, const struct exam *exam, struct str yaml,
                       int64_t *out, struct error *err)
{
    struct hash sha256 = hash_of(yaml);

    return find_rev(db, &sha256, out, err) &&
           (*out || add_rev(db, &sha256, exam, yaml, out, err));
}

bool catalog_put_exam_rev(struct store *store, const struct exam *exam,
                          struct str yaml, int64_t *exam_rev_id_out,
                          struct error *err)
{
    struct db *db = store->db;
    int64_t id = 0;

    if (!db_begin(db, err) ||
        !db_end(db, settle_rev(db, exam, yaml, &id, err), err))
        return false;
    *exam_rev_id_out = id;
    return true;
}

static bool put_exam(struct store *store, const struct source *source,
                     const struct exam *exam, struct str yaml,
                     struct error *err)
{
    int64_t source_id, exam_rev_id;

    if (!source_add(store, source, &source_id, err) ||
        !settle_rev(store->db, exam, yaml, &exam_rev_id, err))
        return false;
    return put_head(store->db, source, exam, exam_rev_id, source_id, err);
}

bool catalog_put_exam(struct store *store, const struct source *source,
                      const struct exam *exam, struct str yaml,
                      struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, put_exam(store, source, exam, yaml, err), err);
}

static bool check_known(struct db *db, const char *exam, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_EXAM_IS_KNOWN);
    bool known;

    stmt_bind_text(stmt, ":exam", str_from(exam));
    known = stmt_next(stmt);
    return stmt_end(stmt, err) &&
           (known ||
            nearest_refuse(db_stmt(db, SQL_EXAM_NAMES), "exam", str_from(exam),
                           "'proctor exams' lists them", err));
}

static bool enable(struct db *db, const char *exam, bool enabled,
                   struct error *err)
{
    struct stmt *stmt;

    if (!check_known(db, exam, err))
        return false;
    stmt = db_stmt(db, enabled ? SQL_EXAM_ENABLE : SQL_EXAM_DISABLE);
    stmt_bind_text(stmt, ":exam", str_from(exam));
    return stmt_exec(stmt, err);
}

bool catalog_enable_exam(struct store *store, const char *exam, bool enabled,
                         struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, enable(store->db, exam, enabled, err), err);
}

static bool read_exam(struct stmt *stmt, struct arena *arena,
                      struct exam_row *out)
{
    *out = (struct exam_row){
        .exam_rev_id = stmt_i64(stmt, "exam_rev_id"),
        .exam = stmt_cstr(stmt, "exam", arena),
        .version = stmt_cstr(stmt, "version", arena),
        .yaml = stmt_cstr(stmt, "yaml", arena),
        .path = stmt_cstr(stmt, "path", arena),
        .shadowed = stmt_i64(stmt, "shadowed") != 0,
        .enabled = stmt_i64(stmt, "enabled") != 0,
    };
    return origin_from_id(stmt_text(stmt, "origin"), &out->origin);
}

static int by_exam_and_version(const void *left, const void *right)
{
    const struct exam_row *a = left, *b = right;
    int order = strcmp(a->exam, b->exam);

    if (order == 0)
        order = version_compare(str_from(b->version), str_from(a->version));
    return order ? order : (int)b->origin - (int)a->origin;
}

bool catalog_exams(struct store *store, struct arena *arena,
                   struct exam_rows *out, struct error *err)
{
    struct {
        struct exam_row *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_EXAM_LIST);
    bool valid = true, ok;

    while (valid && stmt_next(stmt))
        valid = read_exam(stmt, arena, array_add(&rows));
    ok = stmt_end(stmt, err) &&
         (valid || error_set(err, ERR_CORRUPT,
                             "the exams cannot be read: run 'proctor doctor'"));
    if (ok) {
        out->items = ARENA_COPY(arena, struct exam_row, &rows);
        out->count = rows.count;
        if (out->count)
            qsort(out->items, out->count, sizeof *out->items,
                  by_exam_and_version);
    }
    array_free(&rows);
    return ok;
}

bool catalog_exam_rev(struct store *store, int64_t exam_rev_id,
                      struct arena *arena, struct exam_row *out,
                      struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_EXAM_REV_GET);
    struct exam_row row;
    bool found;

    stmt_bind_i64(stmt, ":exam_rev_id", exam_rev_id);
    found = stmt_next(stmt) && read_exam(stmt, arena, &row);
    if (!stmt_end(stmt, err))
        return false;
    if (!found)
        return error_set(err, ERR_NOT_FOUND,
                         "there is no exam revision %" PRId64, exam_rev_id);
    *out = row;
    return true;
}
