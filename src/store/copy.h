/* Whole copies of a database. */
#ifndef PROCTOR_STORE_COPY_H
#define PROCTOR_STORE_COPY_H

#include "db.h"

/* Behind the name of a database that another one took the place of; a time
 * follows. */
#define REPLACED_MARK ".replaced-"

/* Writes a consistent copy to `path` (made under another name, checked,
 * flushed, put into place; mode 0600, no write-ahead log). */
bool copy_make(struct db *db, const char *path, bool replace,
               struct error *err);

/* The file at `path` is a sound database of ours that this program can read.
 * ERR_NEWER, ERR_CORRUPT, ERR_INVALID name the file. */
bool copy_check(const char *path, struct error *err);

/* copy_make() into the backups folder of the database, named by label and
 * time; the newest `keep` of that label stay. */
bool copy_make_named(struct db *db, const char *label, int64_t utc_ms, int keep,
                     struct error *err);

/* Removes all copies that were made by themselves: those of the backups folder,
 * and databases that a restored one replaced. ERR_IO names one that is left. */
bool copies_remove(const char *database, struct error *err);

#endif
