/* What db.c and stmt.c share: the connection from inside. */
#ifndef PROCTOR_STORE_DB_PRIVATE_H
#define PROCTOR_STORE_DB_PRIVATE_H

#include <sqlite3.h>

#include "db.h"

struct stmt {
    struct db *db;
    sqlite3_stmt *handle;
    int next_parameter, next_column; /* where the search for a name starts */
    bool in_use;
    bool failed; /* `error` says why */
    struct error error;
};

struct db {
    sqlite3 *handle;
    char *path;
    char *reader_reason;
    enum db_mode mode;
    int64_t expected_version; /* 0: whatever it is */
    int64_t commits;
    struct stmt stmts[SQL_COUNT];
};

#endif
