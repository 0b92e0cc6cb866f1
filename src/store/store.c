/*
 * What can be asked of an open store, its settings, and the quiet time of a
 * sitting. Opening is open.c; copies are copy.c and backup.c.
 */
#include "proctor/store/store.h"

#include "db.h"
#include "store_private.h"

const char *store_path(const struct store *store)
{
    return store->path;
}

bool store_is_read_only(const struct store *store)
{
    return !store->lock;
}

const char *store_holder(const struct store *store)
{
    return store->holder;
}

bool store_is_remote(const struct store *store)
{
    return db_is_remote(store->db);
}

bool store_is_new(const struct store *store)
{
    return store->is_new;
}

int64_t store_commits(const struct store *store)
{
    return db_commits(store->db);
}

/*
 * The first commit behind a complete checkpoint starts the log over and
 * flushes its header too. A commit without content takes that second flush
 * away from the first answer. When it fails, nothing is lost by it.
 */
static void start_log(struct db *db)
{
    struct strbuf sql = {0};

    if (db_is_remote(db) || !db_begin(db, NULL))
        return;
    strbuf_printf(&sql, "PRAGMA user_version = %d", SCHEMA_VERSION);
    db_end(db, db_run(db, strbuf_text(&sql), NULL), NULL);
    strbuf_finish(&sql);
}

void store_quiet_begin(struct store *store)
{
    if (store_is_read_only(store))
        return;
    db_set_autocheckpoint(store->db, 0);
    db_checkpoint(store->db);
    start_log(store->db);
}

void store_quiet_end(struct store *store)
{
    if (store_is_read_only(store))
        return;
    db_checkpoint(store->db);
    db_set_autocheckpoint(store->db, DB_CHECKPOINT_PAGES);
}

const char *setting_get(struct store *store, const char *key,
                        struct arena *arena)
{
    struct stmt *stmt = db_stmt(store->db, SQL_SETTING_GET);
    const char *value = "";

    stmt_bind_text(stmt, ":key", str_from(key));
    if (stmt_next(stmt))
        value = stmt_cstr(stmt, "value", arena);
    stmt_end(stmt, NULL);
    return value;
}

bool db_put_setting(struct db *db, const char *key, const char *value,
                    struct error *err)
{
    struct stmt *stmt =
        db_stmt(db, *value ? SQL_SETTING_PUT : SQL_SETTING_REMOVE);

    stmt_bind_text(stmt, ":key", str_from(key));
    if (*value)
        stmt_bind_text(stmt, ":value", str_from(value));
    return stmt_exec(stmt, err);
}

bool setting_put(struct store *store, const char *key, const char *value,
                 struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, db_put_setting(store->db, key, value, err), err);
}
