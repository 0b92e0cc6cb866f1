/* Files: read whole with a limit, written whole or not at all. */
#ifndef PROCTOR_PLATFORM_FILE_H
#define PROCTOR_PLATFORM_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/error.h"
#include "proctor/base/str.h"

/* A file's bytes. `mtime_ms` is 0 for the standard input. */
struct file_view {
    struct str bytes;
    int64_t size, mtime_ms;
    char *memory; /* private to the module */
};

/*
 * Opens a regular file of at most `limit` bytes for reading; a directory, a
 * FIFO or a device is refused, a file that grows meanwhile is read as it was.
 * "-" is standard input. ERR_NOT_FOUND when there is no such file, ERR_INVALID
 * when it is no regular file or too large. Close with file_view_close(), which
 * accepts a zeroed view.
 */
bool file_view_open(const char *path, size_t limit, struct file_view *out,
                    struct error *err);
void file_view_close(struct file_view *view);

/*
 * Writes the bytes beside `path` under another name, flushes them and moves
 * them into place; mode 0600. Refuses to replace an existing file (ERR_USAGE)
 * unless `force`, which replaces a symbolic link, not what it points to. On
 * failure nothing is left behind.
 */
bool file_write(const char *path, struct str bytes, bool force,
                struct error *err);

/* Size and time without opening; false when there is no such regular file. */
bool file_stat(const char *path, int64_t *size_out, int64_t *mtime_ms_out);

/* Flushes a directory, so that names made or moved in it last. */
bool file_sync_dir(const char *dir, struct error *err);

/* The directory of `path` ("." when it has none), in `out` of `size` bytes. */
bool file_dirname(const char *path, char *out, size_t size);

/* The file lies on NFS, CIFS, 9p, a FUSE or another network file system. */
bool file_is_remote(const char *path);

#endif
