/*
 * Named statements: prepared once per connection, bound and read by name. A
 * failure anywhere between db_stmt() and the end is kept in the statement and
 * reported once, so that binding needs no checks. Names are searched from
 * where the last one was found, which makes the usual order cheap.
 */
#include "db.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "proctor/base/mem.h"

#include "db_private.h"

static void stmt_fail(struct stmt *stmt)
{
    if (stmt->failed)
        return;
    stmt->failed = true;
    db_fail(stmt->db, &stmt->error);
}

/* A statement that owns nothing of the file must not read a schema it does
 * not know: a newer program may have migrated it meanwhile. */
static bool version_stands(struct db *db, struct error *err)
{
    int64_t version;

    if (!db->expected_version)
        return true;
    version = db_version(db, err);
    if (version < 0)
        return false;
    if (version != db->expected_version)
        return error_set(err, ERR_NEWER,
                         "'%s' was changed by a newer proctor meanwhile: "
                         "start proctor again",
                         db->path);
    return true;
}

struct stmt *db_stmt(struct db *db, enum sql_id id)
{
    struct stmt *stmt = &db->stmts[id];

    assert(!stmt->in_use);
    stmt->in_use = true;
    stmt->failed = false;
    stmt->next_parameter = stmt->next_column = 0;
    stmt->db = db;
    if (id != SQL_USER_VERSION && !version_stands(db, &stmt->error)) {
        stmt->failed = true;
        return stmt;
    }
    if (!stmt->handle && sqlite3_prepare_v3(db->handle, sql_texts[id], -1,
                                            SQLITE_PREPARE_PERSISTENT,
                                            &stmt->handle, NULL) != SQLITE_OK)
        stmt_fail(stmt);
    return stmt;
}

/* 1-based index of the parameter; the program promises that it exists. */
static int parameter(struct stmt *stmt, const char *name)
{
    int count = sqlite3_bind_parameter_count(stmt->handle);

    for (int i = 0; i < count; i++) {
        int index = (stmt->next_parameter + i) % count;
        const char *candidate =
            sqlite3_bind_parameter_name(stmt->handle, index + 1);

        if (candidate && strcmp(candidate, name) == 0) {
            stmt->next_parameter = index + 1;
            return index + 1;
        }
    }
    assert(!"the statement has a parameter of that name");
    return 0;
}

static int column(struct stmt *stmt, const char *name)
{
    int count = sqlite3_column_count(stmt->handle);

    for (int i = 0; i < count; i++) {
        int index = (stmt->next_column + i) % count;

        if (strcmp(sqlite3_column_name(stmt->handle, index), name) == 0) {
            stmt->next_column = index + 1;
            return index;
        }
    }
    assert(!"the statement has a column of that name");
    return 0;
}

static void check_bind(struct stmt *stmt, int rc)
{
    if (rc != SQLITE_OK)
        stmt_fail(stmt);
}

void stmt_bind_i64(struct stmt *stmt, const char *name, int64_t value)
{
    if (!stmt->failed)
        check_bind(stmt, sqlite3_bind_int64(stmt->handle, parameter(stmt, name),
                                            value));
}

void stmt_bind_text(struct stmt *stmt, const char *name, struct str text)
{
    if (!stmt->failed)
        check_bind(stmt, sqlite3_bind_text64(
                             stmt->handle, parameter(stmt, name), text.data,
                             text.len, SQLITE_STATIC, SQLITE_UTF8));
}

void stmt_bind_opt_text(struct stmt *stmt, const char *name, struct str text)
{
    if (text.len)
        stmt_bind_text(stmt, name, text);
}

void stmt_bind_cstr(struct stmt *stmt, const char *name, const char *text)
{
    if (text)
        stmt_bind_text(stmt, name, str_from(text));
}

void stmt_bind_blob(struct stmt *stmt, const char *name, const void *bytes,
                    size_t size)
{
    if (!stmt->failed)
        check_bind(stmt,
                   sqlite3_bind_blob64(stmt->handle, parameter(stmt, name),
                                       bytes, size, SQLITE_STATIC));
}

void stmt_bind_hash(struct stmt *stmt, const char *name,
                    const struct hash *hash)
{
    stmt_bind_blob(stmt, name, hash->bytes, sizeof hash->bytes);
}

bool stmt_next(struct stmt *stmt)
{
    int rc;

    assert(stmt->in_use);
    if (stmt->failed)
        return false;
    errno = 0;
    rc = sqlite3_step(stmt->handle);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        stmt_fail(stmt);
    return rc == SQLITE_ROW;
}

bool stmt_end(struct stmt *stmt, struct error *err)
{
    /* One that could not be prepared has nothing to let go of. */
    if (stmt->handle) {
        sqlite3_reset(stmt->handle);
        sqlite3_clear_bindings(stmt->handle);
    }
    stmt->in_use = false;
    if (stmt->failed && err)
        *err = stmt->error;
    return !stmt->failed;
}

bool stmt_exec(struct stmt *stmt, struct error *err)
{
    while (stmt_next(stmt))
        continue;
    return stmt_end(stmt, err);
}

int64_t stmt_i64(struct stmt *stmt, const char *name)
{
    return sqlite3_column_int64(stmt->handle, column(stmt, name));
}

struct str stmt_text(struct stmt *stmt, const char *name)
{
    int index = column(stmt, name);
    const void *data = sqlite3_column_text(stmt->handle, index);

    if (!data && sqlite3_column_type(stmt->handle, index) != SQLITE_NULL)
        mem_exhausted();
    if (!data)
        return STR("");
    return (struct str){data,
                        (size_t)sqlite3_column_bytes(stmt->handle, index)};
}

bool stmt_is_null(struct stmt *stmt, const char *name)
{
    return sqlite3_column_type(stmt->handle, column(stmt, name)) == SQLITE_NULL;
}

bool stmt_hash(struct stmt *stmt, const char *name, struct hash *out)
{
    int index = column(stmt, name);
    const void *bytes = sqlite3_column_blob(stmt->handle, index);

    if (!bytes || sqlite3_column_bytes(stmt->handle, index) != HASH_SIZE)
        return false;
    memcpy(out->bytes, bytes, HASH_SIZE);
    return true;
}

char *stmt_opt_cstr(struct stmt *stmt, const char *name, struct arena *arena)
{
    struct str text = stmt_text(stmt, name);
    int index = stmt->next_column - 1;
    bool is_null = sqlite3_column_type(stmt->handle, index) == SQLITE_NULL;
    char *copy;

    if (is_null)
        return NULL;
    copy = arena_alloc(arena, text.len + 1, 1);
    memcpy(copy, text.data, text.len);
    return copy;
}

char *stmt_cstr(struct stmt *stmt, const char *name, struct arena *arena)
{
    char *copy = stmt_opt_cstr(stmt, name, arena);

    return copy ? copy : arena_alloc(arena, 1, 1);
}
