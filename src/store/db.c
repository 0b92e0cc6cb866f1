/*
 * The connection: which settings a file is opened with (docs/schema.md gives
 * the reasons), when a file is ours, transactions. Statements are in stmt.c,
 * what a failure is called in db_error.c.
 */
#include "db.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "proctor/base/mem.h"
#include "proctor/store/store.h"

#include "db_private.h"

enum {
    BUSY_TIMEOUT_MS = 5000,
    LENGTH_MAX = 64 << 20,
    CACHE_KIB = 4096,
    LOG_SIZE_KEPT = 4 << 20, /* a larger log is cut when it starts over */
    CHECKPOINT_PAGES = 1000,
};

bool db_run(struct db *db, const char *sql, struct error *err)
{
    errno = 0;
    return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ||
           db_fail(db, err);
}

/* The first column of the first row as a number; 0 without a row. */
static bool query_i64(struct db *db, const char *sql, int64_t *out,
                      struct error *err)
{
    sqlite3_stmt *handle = NULL;
    int rc;

    errno = 0;
    rc = sqlite3_prepare_v2(db->handle, sql, -1, &handle, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(handle);
    if (rc == SQLITE_ROW)
        *out = sqlite3_column_int64(handle, 0);
    else if (rc == SQLITE_DONE)
        *out = 0;
    else
        db_fail(db, err);
    sqlite3_finalize(handle);
    return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* Asks for the journal mode; `got_out` tells whether it is in force. */
static bool set_journal(struct db *db, const char *sql, const char *mode,
                        bool *got_out, struct error *err)
{
    sqlite3_stmt *handle = NULL;
    const void *text = NULL;
    int rc;

    errno = 0;
    rc = sqlite3_prepare_v2(db->handle, sql, -1, &handle, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(handle);
    if (rc == SQLITE_ROW)
        text = sqlite3_column_text(handle, 0);
    else
        db_fail(db, err);
    *got_out = text && strcmp(text, mode) == 0;
    sqlite3_finalize(handle);
    return rc == SQLITE_ROW;
}

static bool check_is_ours(struct db *db, struct error *err)
{
    int64_t id;

    if (!query_i64(db, "PRAGMA application_id", &id, err))
        return false;
    if (id != STORE_APPLICATION_ID)
        return error_set(err, ERR_INVALID,
                         "'%s' is the database of another program: name "
                         "another file with --db",
                         db->path);
    return true;
}

/* SQLite opens for reading what it cannot open for writing. */
static bool check_is_writable(struct db *db, struct error *err)
{
    if (db->mode == DB_READ || !sqlite3_db_readonly(db->handle, "main"))
        return true;
    return error_set(err, ERR_READONLY,
                     "the database '%s' cannot be written: check who owns the "
                     "file and its folder",
                     db->path);
}

static void set_limits(struct db *db)
{
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };

    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
        sqlite3_db_config(db->handle, options[i].option, options[i].value,
                          NULL);
    /* One: VACUUM INTO attaches its target. */
    sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, LENGTH_MAX);
    sqlite3_busy_timeout(db->handle, BUSY_TIMEOUT_MS);
    if (db->mode == DB_READ)
        sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                          NULL);
}

/* Without shared memory: the file stays locked from here on. */
static bool set_up_remote(struct db *db, struct error *err)
{
    bool got;

    db->mode = DB_REMOTE;
    return db_run(db, "PRAGMA locking_mode = EXCLUSIVE", err) &&
           set_journal(db, "PRAGMA journal_mode = TRUNCATE", "truncate", &got,
                       err) &&
           db_run(db,
                  "PRAGMA synchronous = EXTRA;"
                  "BEGIN EXCLUSIVE; COMMIT",
                  err);
}

static bool set_up_write(struct db *db, struct error *err)
{
    bool is_log;

    if (!set_journal(db, "PRAGMA journal_mode = WAL", "wal", &is_log, err))
        return false;
    if (!is_log)
        return set_up_remote(db, err);
    sqlite3_wal_autocheckpoint(db->handle, DB_CHECKPOINT_PAGES);
    return db_run(db, "PRAGMA synchronous = FULL", err);
}

static bool set_up_journal(struct db *db, struct error *err)
{
    switch (db->mode) {
    case DB_BUILD:
        return db_run(db,
                      "PRAGMA journal_mode = MEMORY;"
                      "PRAGMA synchronous = OFF",
                      err);
    case DB_WRITE:
        return set_up_write(db, err);
    case DB_REMOTE:
        return set_up_remote(db, err);
    case DB_READ:
        return true;
    }
    return false;
}

static bool set_up(struct db *db, struct error *err)
{
    struct strbuf sql = {0};
    bool ok;

    set_limits(db);
    strbuf_printf(&sql,
                  "PRAGMA cell_size_check = ON;"
                  "PRAGMA fullfsync = ON;"
                  "PRAGMA checkpoint_fullfsync = ON;"
                  "PRAGMA mmap_size = 0;"
                  "PRAGMA secure_delete = ON;"
                  "PRAGMA cache_size = -%d;"
                  "PRAGMA journal_size_limit = %d;"
                  "%s",
                  CACHE_KIB, LOG_SIZE_KEPT,
                  db->mode == DB_REMOTE ? "PRAGMA locking_mode = EXCLUSIVE"
                                        : "");
    ok = check_is_writable(db, err) && db_run(db, strbuf_text(&sql), err) &&
         (db->mode == DB_BUILD || check_is_ours(db, err)) &&
         set_up_journal(db, err);
    strbuf_finish(&sql);
    return ok;
}

struct db *db_open(const char *path, const char *vfs, enum db_mode mode,
                   struct error *err)
{
    struct db *db = mem_alloc(1, sizeof *db);
    int flags =
        SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
        SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX |
        (mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);

    db->path = mem_strdup(path);
    db->mode = mode;
    errno = 0;
    if (sqlite3_open_v2(path, &db->handle, flags, vfs) != SQLITE_OK) {
        if (!db->handle)
            mem_exhausted();
        db_fail(db, err);
    } else if (set_up(db, err)) {
        return db;
    }
    db_close(db);
    return NULL;
}

void db_close(struct db *db)
{
    int rc;

    if (!db)
        return;
    for (int id = 0; id < SQL_COUNT; id++)
        sqlite3_finalize(db->stmts[id].handle);
    rc = sqlite3_close(db->handle);
    assert(rc == SQLITE_OK);
    (void)rc;
    free(db->reader_reason);
    free(db->path);
    free(db);
}

const char *db_path(const struct db *db)
{
    return db->path;
}

struct sqlite3 *db_handle(struct db *db)
{
    return db->handle;
}

bool db_is_remote(const struct db *db)
{
    return db->mode == DB_REMOTE;
}

int64_t db_version(struct db *db, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_USER_VERSION);
    int64_t version = stmt_next(stmt) ? stmt_i64(stmt, "user_version") : 0;

    return stmt_end(stmt, err) ? version : -1;
}

bool db_is_idle(struct db *db)
{
    return sqlite3_txn_state(db->handle, NULL) == SQLITE_TXN_NONE;
}

void db_expect_version(struct db *db, int64_t version)
{
    db->expected_version = version;
}

void db_set_reader_reason(struct db *db, const char *reason)
{
    free(db->reader_reason);
    db->reader_reason = mem_strdup(reason);
}

void db_checkpoint(struct db *db)
{
    if (db->mode == DB_WRITE)
        sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_PASSIVE,
                                  NULL, NULL);
}

static bool empty_log(struct db *db, struct error *err)
{
    if (db->mode != DB_WRITE)
        return true;
    errno = 0;
    return sqlite3_wal_checkpoint_v2(db->handle, NULL,
                                     SQLITE_CHECKPOINT_TRUNCATE, NULL,
                                     NULL) == SQLITE_OK ||
           db_fail(db, err);
}

/* Deleted content is zeroed in its pages, which the first checkpoint brings
 * into the file; what moving rows about left between others only goes when all
 * is written anew. */
bool db_wipe(struct db *db, struct error *err)
{
    return empty_log(db, err) && db_run(db, "VACUUM", err) &&
           empty_log(db, err);
}

void db_set_autocheckpoint(struct db *db, int pages)
{
    if (db->mode == DB_WRITE)
        sqlite3_wal_autocheckpoint(db->handle, pages);
}

bool db_begin(struct db *db, struct error *err)
{
    if (db->mode == DB_READ)
        return error_set(err, ERR_READONLY,
                         "nothing can be stored, the database '%s' is open for "
                         "reading only: %s",
                         db->path,
                         db->reader_reason ? db->reader_reason
                                           : "that was asked for");
    assert(sqlite3_get_autocommit(db->handle));
    return stmt_exec(db_stmt(db, SQL_BEGIN), err);
}

/* SQLite ends the transaction itself after some failures. */
static void roll_back(struct db *db)
{
    if (!sqlite3_get_autocommit(db->handle))
        stmt_exec(db_stmt(db, SQL_ROLLBACK), NULL);
}

bool db_end(struct db *db, bool ok, struct error *err)
{
    if (ok)
        ok = stmt_exec(db_stmt(db, SQL_COMMIT), err);
    if (ok)
        db->commits++;
    else
        roll_back(db);
    return ok;
}

bool db_begin_read(struct db *db, struct error *err)
{
    return stmt_exec(db_stmt(db, SQL_BEGIN_READ), err);
}

void db_end_read(struct db *db)
{
    roll_back(db);
}

int64_t db_commits(const struct db *db)
{
    return db->commits;
}

int64_t db_last_id(struct db *db)
{
    return sqlite3_last_insert_rowid(db->handle);
}

int db_changes(struct db *db)
{
    return sqlite3_changes(db->handle);
}
