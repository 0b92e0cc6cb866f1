/*
 * SQLite's result codes as our errors, in one place, each with words that say
 * what to do.
 */
#include "db.h"

#include <errno.h>
#include <string.h>

#include <sqlite3.h>

#include "proctor/base/mem.h"

#include "db_private.h"

/* What a primary result code means here, and what helps. */
struct failure {
    int rc;
    enum error_code code;
    const char *format; /* path, SQLite's own words */
};

static const struct failure failures[] = {
    {SQLITE_FULL, ERR_FULL,
     "no space is left for the database '%s' (%s): free some space, then try "
     "again"},
    {SQLITE_BUSY, ERR_BUSY,
     "the database '%s' is in use by another program (%s): close that, then "
     "try again"},
    {SQLITE_LOCKED, ERR_BUSY,
     "the database '%s' is in use (%s): close the other program, then try "
     "again"},
    {SQLITE_PROTOCOL, ERR_BUSY,
     "the database '%s' cannot be locked (%s): close other programs that use "
     "it, then try again"},
    {SQLITE_CORRUPT, ERR_CORRUPT,
     "the database '%s' is damaged, or its disk cannot be read (%s): run "
     "'proctor doctor', or bring a copy back with 'proctor restore'"},
    {SQLITE_NOTADB, ERR_CORRUPT,
     "'%s' is damaged or not a database (%s): run 'proctor doctor', or bring a "
     "copy back with 'proctor restore'"},
    {SQLITE_READONLY, ERR_READONLY,
     "the database '%s' cannot be written (%s): check who owns the file and "
     "its folder"},
    {SQLITE_PERM, ERR_READONLY,
     "the database '%s' cannot be written (%s): check who owns the file and "
     "its folder"},
    {SQLITE_CONSTRAINT, ERR_INVALID, "the database '%s' refuses that: %s"},
};

static bool is_full_errno(int number)
{
    return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/*
 * A failed read, write, flush or open; the system says why. SQLite does not
 * keep the reason of a commit that failed, but then it still stands in errno,
 * which is cleared before each call.
 */
static bool fail_by_system(const struct db *db, int last_errno,
                           struct error *err)
{
    int number = sqlite3_system_errno(db->handle);
    const char *reason;

    if (!number && is_full_errno(last_errno))
        number = last_errno;
    reason = number ? strerror(number) : sqlite3_errmsg(db->handle);
    if (is_full_errno(number))
        return error_set(err, ERR_FULL,
                         "no space is left for the database '%s' (%s): free "
                         "some space, then try again",
                         db->path, reason);
    return error_set(err, ERR_IO,
                     "the database '%s' cannot be read or written (%s, code "
                     "%d): check the disk and the rights of the folder; a "
                     "full disk looks like this too",
                     db->path, reason, sqlite3_extended_errcode(db->handle));
}

bool db_fail(struct db *db, struct error *err)
{
    int last_errno = errno;
    int rc = sqlite3_extended_errcode(db->handle) & 0xff;

    if (rc == SQLITE_NOMEM)
        mem_exhausted();
    if (rc == SQLITE_IOERR || rc == SQLITE_CANTOPEN)
        return fail_by_system(db, last_errno, err);
    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++)
        if (failures[i].rc == rc)
            return error_set(err, failures[i].code, failures[i].format,
                             db->path, sqlite3_errmsg(db->handle));
    return error_set(err, ERR_CORRUPT,
                     "the database '%s' cannot be used (%s): run 'proctor "
                     "doctor'",
                     db->path, sqlite3_errmsg(db->handle));
}
