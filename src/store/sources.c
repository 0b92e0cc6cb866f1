/* The files that content came from, and those that were looked at. A source is
 * added for each load; a looked-at file has one row that is overwritten. */
#include "sources.h"

#include <string.h>

#include "store_private.h"

static const char *const origin_ids[] = {
#define X(NAME, id) [ORIGIN_##NAME] = id,
    ORIGINS(X)
#undef X
};

const char *origin_id(enum origin origin)
{
    return origin_ids[origin];
}

bool origin_from_id(struct str id, enum origin *out)
{
    for (int origin = 0; origin < ORIGIN_COUNT; origin++)
        if (str_is(id, origin_ids[origin])) {
            *out = (enum origin)origin;
            return true;
        }
    return false;
}

bool catalog_shipped_is_known(struct store *store, const char *path,
                              int64_t size, int64_t mtime_ms)
{
    struct stmt *stmt = db_stmt(store->db, SQL_SEEN_FILE_KNOWN);
    bool known;

    stmt_bind_text(stmt, ":path", str_from(path));
    stmt_bind_i64(stmt, ":size", size);
    stmt_bind_i64(stmt, ":mtime_ms", mtime_ms);
    stmt_bind_text(stmt, ":app_version", str_from(store->app_version));
    known = stmt_next(stmt);
    return stmt_end(stmt, NULL) && known;
}

bool catalog_is_current(struct store *store, const struct source *source)
{
    static const struct {
        const char *kind;
        enum sql_id id;
    } queries[] = {
        {"bank", SQL_BANK_IS_CURRENT},
        {"exam", SQL_EXAM_IS_CURRENT},
        {"topics", SQL_TOPICS_ARE_CURRENT},
    };
    bool current = false;

    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++) {
        struct stmt *stmt;

        if (strcmp(queries[i].kind, source->kind) != 0)
            continue;
        stmt = db_stmt(store->db, queries[i].id);
        stmt_bind_text(stmt, ":origin", str_from(origin_id(source->origin)));
        stmt_bind_hash(stmt, ":sha256", &source->sha256);
        if (queries[i].id == SQL_TOPICS_ARE_CURRENT)
            stmt_bind_text(stmt, ":path", str_from(source->path));
        current = stmt_next(stmt);
        current = stmt_end(stmt, NULL) && current;
    }
    return current;
}

static bool put_seen_file(struct store *store, const struct source *source,
                          struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_SEEN_FILE_PUT);

    stmt_bind_text(stmt, ":path", str_from(source->path));
    stmt_bind_hash(stmt, ":sha256", &source->sha256);
    stmt_bind_i64(stmt, ":size", source->size);
    stmt_bind_i64(stmt, ":mtime_ms", source->mtime_ms);
    stmt_bind_text(stmt, ":app_version", str_from(store->app_version));
    stmt_bind_i64(stmt, ":utc_ms", source->loaded_utc_ms);
    return stmt_exec(stmt, err);
}

bool catalog_note_source(struct store *store, const struct source *source,
                         struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, put_seen_file(store, source, err), err);
}

bool source_add(struct store *store, const struct source *source,
                int64_t *source_id_out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_SOURCE_ADD);

    stmt_bind_text(stmt, ":kind", str_from(source->kind));
    stmt_bind_text(stmt, ":origin", str_from(origin_id(source->origin)));
    stmt_bind_text(stmt, ":path", str_from(source->path));
    stmt_bind_hash(stmt, ":sha256", &source->sha256);
    stmt_bind_i64(stmt, ":size", source->size);
    stmt_bind_i64(stmt, ":mtime_ms", source->mtime_ms);
    stmt_bind_text(stmt, ":app_version", str_from(store->app_version));
    stmt_bind_i64(stmt, ":utc_ms", source->loaded_utc_ms);
    if (!stmt_exec(stmt, err))
        return false;
    *source_id_out = db_last_id(store->db);
    return true;
}
