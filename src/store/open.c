/*
 * From a path to a usable store: lock, birth, the checks that must hold before
 * a byte is written, migration after a copy. The reasons are in
 * docs/schema.md, "Opening". How a connection is set up is db.c's affair.
 */
#include "proctor/store/store.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "proctor/base/mem.h"
#include "proctor/platform/clock.h"
#include "proctor/platform/file.h"

#include "copy.h"
#include "db.h"
#include "migrate.h"
#include "place.h"
#include "store_private.h"

#define UPGRADE_COPIES 3

/* Whether this process writes; with another one writing it only reads. */
static bool take_lock(struct store *store, const struct store_options *options,
                      bool is_remote, struct error *err)
{
    struct strbuf path = {0};
    struct error why;

    if (options->read_only)
        return true;
    strbuf_printf(&path, "%s.lock", store->path);
    store->lock = lock_take(strbuf_text(&path), &why);
    strbuf_finish(&path);
    if (store->lock)
        return true;
    if (why.code == ERR_BUSY && !is_remote) {
        free(store->holder);
        store->holder = mem_strdup(why.message);
        return true;
    }
    if (why.code == ERR_BUSY)
        error_prefix(&why, "the database lies on a network file system, where "
                           "only one proctor can use it");
    if (err)
        *err = why;
    return false;
}

/* A new database is complete before it has its name: a process killed halfway
 * leaves nothing that could be taken for a history. */
static bool give_birth(struct store *store, struct error *err)
{
    struct strbuf temp = {0};
    const char *name;
    struct db *db = NULL;
    bool ok;

    place_temp_name(store->path, &temp);
    name = strbuf_text(&temp);
    ok = place_create(name, err) &&
         (db = db_open(name, store->vfs, DB_BUILD, err)) &&
         migrate(db, &store_migrations, err);
    db_close(db);
    ok = ok && place_commit(name, store->path, false, err);
    if (!ok)
        unlink(name);
    strbuf_finish(&temp);
    store->is_new = ok;
    return ok;
}

static bool refuse_missing(const struct store *store, struct error *err)
{
    if (*store->holder)
        return error_set(err, ERR_BUSY,
                         "the database is just being made: try again in a "
                         "moment (%s)",
                         store->holder);
    return error_set(err, ERR_NOT_FOUND,
                     "there is no database at '%s', and none can be made",
                     store->path);
}

/* A birth that was killed; not the files of a database of a longer name. */
static void clean_up(const struct store *store)
{
    struct strbuf prefix = {0};

    strbuf_printf(&prefix, "%s.new-", store->path);
    place_clean(strbuf_text(&prefix));
    strbuf_finish(&prefix);
}

/* The file is there afterwards, and is a regular one with content. */
static bool find_file(struct store *store, struct error *err)
{
    if (store->lock)
        clean_up(store);
    switch (place_kind_of(store->path)) {
    case PLACE_FILE:
        return true;
    case PLACE_MISSING:
        return store->lock ? give_birth(store, err)
                           : refuse_missing(store, err);
    case PLACE_EMPTY:
        return error_set(err, ERR_CORRUPT,
                         "'%s' is empty, but a database should be there: bring "
                         "a copy back with 'proctor restore', or move the "
                         "empty file away to start anew",
                         store->path);
    case PLACE_LINK:
        return error_set(err, ERR_IO,
                         "'%s' is a symbolic link: name the file it points to "
                         "with --db",
                         store->path);
    case PLACE_OTHER:
        break;
    }
    return error_set(err, ERR_IO,
                     "'%s' is not a file that can be read: name another one "
                     "with --db",
                     store->path);
}

static bool check_sound(struct db *db, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_QUICK_CHECK);
    struct strbuf finding = {0};
    bool ok = true;

    if (stmt_next(stmt) && !str_is(stmt_text(stmt, "quick_check"), "ok")) {
        strbuf_add(&finding, stmt_text(stmt, "quick_check"));
        ok = error_set(err, ERR_CORRUPT,
                       "the database '%s' is damaged (%s): run 'proctor "
                       "doctor', or bring a copy back with 'proctor restore'",
                       db_path(db), strbuf_text(&finding));
    }
    strbuf_finish(&finding);
    return stmt_end(stmt, ok ? err : NULL) && ok;
}

static bool refuse_older(const struct store *store, int64_t version,
                         struct error *err)
{
    const char *who = *store->holder
                          ? store->holder
                          : "make it writable and start proctor once";

    return error_set(err, ERR_BUSY,
                     "the database '%s' is of an older version (%" PRId64
                     " of %d) and must be brought up to date first: %s",
                     store->path, version, SCHEMA_VERSION, who);
}

/* Brings an older database up to date, after a copy of it. */
static bool settle_version(struct store *store, struct error *err)
{
    int64_t version = db_version(store->db, err);
    int64_t now_ms = clock_now(clock_system()).utc_ms;

    if (version < 0)
        return false;
    if (version > SCHEMA_VERSION)
        return error_set(err, ERR_NEWER,
                         "the database '%s' was written by a newer proctor "
                         "(schema %" PRId64 ", this one knows %d): install "
                         "that version, or name another file with --db",
                         store->path, version, SCHEMA_VERSION);
    if (version == 0)
        return error_set(err, ERR_CORRUPT,
                         "the database '%s' has no version: bring a copy back "
                         "with 'proctor restore'",
                         store->path);
    if (version == SCHEMA_VERSION)
        return true;
    if (!store->lock)
        return refuse_older(store, version, err);
    return copy_make_named(store->db, "upgrade", now_ms, UPGRADE_COPIES, err) &&
           migrate(store->db, &store_migrations, err);
}

static bool open_file(struct store *store, bool is_remote, struct error *err)
{
    bool ended_badly = place_has_side_file(store->path, "-wal") ||
                       place_has_side_file(store->path, "-journal");
    enum db_mode mode = !store->lock ? DB_READ
                        : is_remote  ? DB_REMOTE
                                     : DB_WRITE;

    store->db = db_open(store->path, store->vfs, mode, err);
    if (!store->db)
        return false;
    if (store->lock && ended_badly && !check_sound(store->db, err))
        return false;
    if (!settle_version(store, err))
        return false;
    if (store->lock) {
        candidates_wipe_due(store);
    } else {
        db_expect_version(store->db, SCHEMA_VERSION);
        if (*store->holder)
            db_set_reader_reason(store->db, store->holder);
    }
    return true;
}

static bool resolve(struct store *store, const char *path, struct error *err)
{
    struct strbuf resolved = {0};
    bool ok = place_resolve(path, &resolved, err);

    store->path = strbuf_take(&resolved);
    return ok;
}

static bool is_remote_place(const struct store *store,
                            const struct store_options *options)
{
    struct strbuf dir = {0};
    const char *slash = strrchr(store->path, '/');
    bool remote;

    strbuf_add(&dir, (struct str){store->path, (size_t)(slash - store->path)});
    strbuf_adds(&dir, "/.");
    remote = options->assume_remote || file_is_remote(strbuf_text(&dir));
    strbuf_finish(&dir);
    return remote;
}

struct store *store_open(const struct store_options *options, struct error *err)
{
    struct store *store = mem_alloc(1, sizeof *store);
    bool is_remote;

    store->app_version = mem_strdup(options->app_version);
    store->vfs = mem_strdup(options->vfs);
    store->holder = mem_strdup("");
    if (resolve(store, options->path, err)) {
        is_remote = is_remote_place(store, options);
        if (take_lock(store, options, is_remote, err) &&
            find_file(store, err) && open_file(store, is_remote, err))
            return store;
    }
    store_close(store);
    return NULL;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    db_close(store->db);
    lock_release(store->lock);
    free(store->holder);
    free(store->app_version);
    free(store->vfs);
    free(store->path);
    free(store);
}
