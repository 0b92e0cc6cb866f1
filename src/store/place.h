/* Database files as files: made under another name, flushed, put into place.
 * Nothing here looks inside them. */
#ifndef PROCTOR_STORE_PLACE_H
#define PROCTOR_STORE_PLACE_H

#include <stdbool.h>

#include "proctor/base/error.h"
#include "proctor/base/str.h"

enum place_kind {
    PLACE_MISSING,
    PLACE_EMPTY, /* a regular file without a byte */
    PLACE_FILE,
    PLACE_LINK,
    PLACE_OTHER, /* a directory, a device... */
};
enum place_kind place_kind_of(const char *path);

/* The path with its directory resolved: links in the directory are followed,
 * the last name is kept as it is. */
bool place_resolve(const char *path, struct strbuf *out, struct error *err);

/* `path` + ".new-<pid>": the name under which a file is made. */
void place_temp_name(const char *path, struct strbuf *out);

/* An empty file of mode 0600; ERR_INVALID when the name is taken. */
bool place_create(const char *path, struct error *err);

/* Flushes `temp`, gives it its final name and flushes the directory. Without
 * `replace` an existing file is not touched and ERR_INVALID comes back. `temp`
 * is gone afterwards in any case. */
bool place_commit(const char *temp, const char *path, bool replace,
                  struct error *err);

/* Another name for the file at `path`: the old one stays. */
bool place_keep(const char *path, const char *kept, struct error *err);

/* Removes the files that begin with this path and have `mark` in their name.
 * False when one could not be removed; the others are gone all the same. */
bool place_remove_all(const char *prefix, const char *mark, struct error *err);

/* Removes what a killed process left: files that begin with this path and have
 * the mark of place_temp_name(). */
void place_clean(const char *prefix);

/* True when a file beside the database, such as "-wal", holds bytes. */
bool place_has_side_file(const char *path, const char *suffix);

/* Both name the same file, directly or by links. */
bool place_same(const char *a, const char *b);

#endif
