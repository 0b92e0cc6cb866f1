/*
 * A connection to one SQLite file: opening with the settings this program
 * insists on, transactions, named statements, and SQLite's failures as ours.
 * It knows nothing of what the tables mean.
 */
#ifndef PROCTOR_STORE_DB_H
#define PROCTOR_STORE_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/base/hash.h"
#include "proctor/base/str.h"

#include "sql.h"

struct db;
struct stmt;
struct sqlite3;

enum db_mode {
    DB_BUILD,  /* a file that nobody else can see yet; flush it yourself */
    DB_WRITE,  /* the one writing process, WAL */
    DB_REMOTE, /* the same on a network file system: no shared memory */
    DB_READ,   /* beside a writer; checkpoints nothing */
};

/*
 * Opens an existing file (of any length for DB_BUILD). NULL with ERR_INVALID
 * when it is a database of another program; else as in store.h. DB_WRITE and
 * DB_REMOTE switch the journal only once the file proved to be ours.
 */
struct db *db_open(const char *path, const char *vfs, enum db_mode mode,
                   struct error *err);
void db_close(struct db *db);

const char *db_path(const struct db *db);
struct sqlite3 *db_handle(struct db *db);
/* The schema version of the file, or -1 with err. */
int64_t db_version(struct db *db, struct error *err);
/* No statement is in the middle of its rows: no read transaction is held. */
bool db_is_idle(struct db *db);

/* Refuses every later statement when the schema is not this version. Done
 * before each one by a connection that does not own the file. */
void db_expect_version(struct db *db, int64_t version);

/* Why a DB_READ connection may not write, for people. Copied. */
void db_set_reader_reason(struct db *db, const char *reason);

/* The journal is not a write-ahead log: the file system lacks what that needs,
 * or DB_REMOTE was asked for. */
bool db_is_remote(const struct db *db);

/* SQL that is no named statement: pragmas and migrations. */
bool db_run(struct db *db, const char *sql, struct error *err);

/* Sets err to the connection's last failure, in words that say what to do. To
 * be called at once, with errno as the failed call left it. */
bool db_fail(struct db *db, struct error *err);

/*
 * A write transaction. db_end() commits when `ok`, else rolls back; it gives
 * `ok` and the success of the commit. After a failed commit nothing of it is
 * stored.
 */
bool db_begin(struct db *db, struct error *err);
bool db_end(struct db *db, bool ok, struct error *err);
/* Reads of several statements that must fit together. */
bool db_begin_read(struct db *db, struct error *err);
void db_end_read(struct db *db);
/* Write transactions committed so far. */
int64_t db_commits(const struct db *db);
int64_t db_last_id(struct db *db);
/* Writes committed pages back into the file; keeps nobody waiting and never
 * fails: what is not written back now stays in the log. */
void db_checkpoint(struct db *db);
/*
 * Nothing of what was deleted stays in the file or its log: both are written
 * anew. Outside a transaction. False, with the deletion in force, when there
 * was no room for it or somebody read all the while.
 */
bool db_wipe(struct db *db, struct error *err);
#define DB_CHECKPOINT_PAGES 1000
/* Pages in the log after which a commit checkpoints by itself, at first
 * DB_CHECKPOINT_PAGES; 0: never. */
void db_set_autocheckpoint(struct db *db, int pages);
/* Rows the last statement inserted, updated or deleted. */
int db_changes(struct db *db);

/*
 * The statement, prepared once and ready to be bound. Never NULL: a failure is
 * kept and reported by stmt_exec() or stmt_end(). Texts and blobs bound must
 * live until then. One use at a time.
 */
struct stmt *db_stmt(struct db *db, enum sql_id id);

/* Names are those of the SQL, with the colon. What is not bound is NULL. */
void stmt_bind_i64(struct stmt *stmt, const char *name, int64_t value);
void stmt_bind_text(struct stmt *stmt, const char *name, struct str text);
/* Nothing for an empty text. */
void stmt_bind_opt_text(struct stmt *stmt, const char *name, struct str text);
/* Nothing for a NULL pointer. */
void stmt_bind_cstr(struct stmt *stmt, const char *name, const char *text);
void stmt_bind_blob(struct stmt *stmt, const char *name, const void *bytes,
                    size_t size);
void stmt_bind_hash(struct stmt *stmt, const char *name,
                    const struct hash *hash);

/* Runs a statement whose rows, if any, do not matter. */
bool stmt_exec(struct stmt *stmt, struct error *err);
/* True with the next row; false behind the last and on failure. */
bool stmt_next(struct stmt *stmt);
/* Lets go of the rows; needed behind each series of stmt_next(). False when
 * one of them failed. */
bool stmt_end(struct stmt *stmt, struct error *err);

/* Columns of the row by name; cheapest in the order of the SELECT. Texts are
 * borrowed until the next row. NULL reads as 0 and as the empty text. */
int64_t stmt_i64(struct stmt *stmt, const char *column);
struct str stmt_text(struct stmt *stmt, const char *column);
bool stmt_is_null(struct stmt *stmt, const char *column);
/* False when the blob is no hash. */
bool stmt_hash(struct stmt *stmt, const char *column, struct hash *out);
/* A copy in the arena, terminated; of NULL the empty text. */
char *stmt_cstr(struct stmt *stmt, const char *column, struct arena *arena);

/* The same, but NULL stays NULL. */
char *stmt_opt_cstr(struct stmt *stmt, const char *column, struct arena *arena);

#endif
