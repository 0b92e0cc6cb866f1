/*
 * Whole files, in and out. They are read, never mapped: a mapped file that
 * somebody cuts short meanwhile ends the program with SIGBUS. Where files lie
 * is decided in paths.c; what is in them, by the callers.
 */
#include "proctor/platform/file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "proctor/base/mem.h"

#define STDIN_CHUNK (64 * 1024)
#define TEMPORARY_SUFFIX ".new-XXXXXX"

static int64_t mtime_ms_of(const struct stat *st)
{
#ifdef __APPLE__
    const struct timespec *time = &st->st_mtimespec;
#else
    const struct timespec *time = &st->st_mtim;
#endif

    return (int64_t)time->tv_sec * 1000 + time->tv_nsec / 1000000;
}

static const char *kind_of(const struct stat *st)
{
    if (S_ISDIR(st->st_mode))
        return "a directory";
    if (S_ISFIFO(st->st_mode))
        return "a pipe";
    if (S_ISSOCK(st->st_mode))
        return "a socket";
    return "a device";
}

/* A missing file is a fault of the one who named it, not of the system. */
static bool set_cannot_open(struct error *err, const char *path)
{
    int number = errno;

    error_set_errno(err, "cannot open '%s'", path);
    if (err && (number == ENOENT || number == ENOTDIR))
        err->code = ERR_NOT_FOUND;
    return false;
}

/* Reads up to `size` bytes, fewer only at the end of the file. -1 on error. */
static ssize_t read_up_to(int fd, char *out, size_t size)
{
    size_t total = 0;

    while (total < size) {
        ssize_t len = read(fd, out + total, size - total);

        if (len < 0 && errno == EINTR)
            continue;
        if (len < 0)
            return -1;
        if (len == 0)
            break;
        total += (size_t)len;
    }
    return (ssize_t)total;
}

static bool set_too_large(struct error *err, const char *path, size_t limit)
{
    if (limit >= 1024 * 1024)
        return error_set(err, ERR_INVALID, "'%s' is larger than %zu MiB", path,
                         limit / (1024 * 1024));
    return error_set(err, ERR_INVALID, "'%s' is larger than %zu bytes", path,
                     limit);
}

static void view_set(struct file_view *view, char *memory, size_t len)
{
    view->memory = memory;
    view->bytes = (struct str){memory, len};
    view->size = (int64_t)len;
}

static bool view_read_stdin(size_t limit, struct file_view *view,
                            struct error *err)
{
    char *memory = NULL;
    size_t len = 0;

    for (;;) {
        memory = mem_realloc(memory, len + STDIN_CHUNK, 1);
        ssize_t more = read_up_to(STDIN_FILENO, memory + len, STDIN_CHUNK);

        if (more < 0) {
            error_set_errno(err, "cannot read the standard input");
            break;
        }
        len += (size_t)more;
        if (len > limit) {
            set_too_large(err, "standard input", limit);
            break;
        }
        if (more < STDIN_CHUNK) {
            view_set(view, memory, len);
            return true;
        }
    }
    free(memory);
    return false;
}

static bool view_read(int fd, const char *path, size_t limit,
                      struct file_view *view, struct error *err)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        return error_set_errno(err, "cannot read '%s'", path);
    if (!S_ISREG(st.st_mode))
        return error_set(err, ERR_INVALID, "'%s' is %s, not a file", path,
                         kind_of(&st));
    if ((uintmax_t)st.st_size > limit)
        return set_too_large(err, path, limit);

    char *memory = mem_alloc((size_t)st.st_size, 1);
    ssize_t len = read_up_to(fd, memory, (size_t)st.st_size);
    if (len < 0) {
        free(memory);
        return error_set_errno(err, "cannot read '%s'", path);
    }
    view_set(view, memory, (size_t)len);
    view->mtime_ms = mtime_ms_of(&st);
    return true;
}

bool file_view_open(const char *path, size_t limit, struct file_view *out,
                    struct error *err)
{
    struct file_view view = {0};
    bool ok;

    if (strcmp(path, "-") == 0) {
        ok = view_read_stdin(limit, &view, err);
    } else {
        /* Without O_NONBLOCK, a pipe would be waited for before it can be
         * refused; a regular file does not care. */
        int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

        if (fd < 0)
            return set_cannot_open(err, path);
        ok = view_read(fd, path, limit, &view, err);
        close(fd);
    }
    if (ok)
        *out = view;
    return ok;
}

void file_view_close(struct file_view *view)
{
    if (!view)
        return;
    free(view->memory);
    *view = (struct file_view){0};
}

static bool write_all(int fd, struct str bytes)
{
    size_t done = 0;

    while (done < bytes.len) {
        ssize_t len = write(fd, bytes.data + done, bytes.len - done);

        if (len < 0 && errno != EINTR)
            return false;
        done += len > 0 ? (size_t)len : 0;
    }
    return true;
}

/* link() refuses an existing name in one step. Where a file system has no
 * links, the name is looked for first. */
static bool move_to_free_name(const char *from, const char *to)
{
    struct stat st;

    if (link(from, to) == 0) {
        unlink(from);
        return true;
    }
    if (errno == EEXIST)
        return false;
    if (lstat(to, &st) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(from, to) == 0;
}

static bool move_into_place(const char *from, const char *to, bool force,
                            struct error *err)
{
    if (force ? rename(from, to) == 0 : move_to_free_name(from, to))
        return true;
    if (errno == EEXIST && !force)
        return error_set(err, ERR_USAGE,
                         "'%s' exists already; give another name, or --force "
                         "to replace it",
                         to);
    return error_set_errno(err, "cannot write '%s'", to);
}

static bool write_temporary(int fd, const char *path, struct str bytes,
                            struct error *err)
{
    bool ok = write_all(fd, bytes) && fsync(fd) == 0;

    if (!ok)
        error_set_errno(err, "cannot write '%s'", path);
    /* NFS reports a full disk here. */
    if (close(fd) != 0 && ok)
        ok = error_set_errno(err, "cannot write '%s'", path);
    return ok;
}

static bool sync_dir_of(const char *path, struct error *err)
{
    size_t size = strlen(path) + 2;
    char *dir = mem_alloc(size, 1);
    bool ok = file_dirname(path, dir, size) && file_sync_dir(dir, err);

    free(dir);
    return ok;
}

bool file_write(const char *path, struct str bytes, bool force,
                struct error *err)
{
    struct strbuf temporary = {0};
    bool ok = false;

    strbuf_printf(&temporary, "%s" TEMPORARY_SUFFIX, path);
    int fd = mkostemp(temporary.data, O_CLOEXEC); /* new, and mode 0600 */
    if (fd < 0) {
        error_set_errno(err, "cannot write '%s'", path);
        goto out;
    }
    ok = write_temporary(fd, path, bytes, err) &&
         move_into_place(temporary.data, path, force, err);
    if (!ok)
        unlink(temporary.data);
    ok = ok && sync_dir_of(path, err);
out:
    strbuf_finish(&temporary);
    return ok;
}

bool file_stat(const char *path, int64_t *size_out, int64_t *mtime_ms_out)
{
    struct stat st;

    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    *size_out = (int64_t)st.st_size;
    *mtime_ms_out = mtime_ms_of(&st);
    return true;
}

bool file_sync_dir(const char *dir, struct error *err)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return error_set_errno(err, "cannot open the directory '%s'", dir);
    /* Some file systems cannot flush a directory and say EINVAL. */
    bool ok = fsync(fd) == 0 || errno == EINVAL ||
              error_set_errno(err, "cannot flush the directory '%s'", dir);
    close(fd);
    return ok;
}

bool file_dirname(const char *path, char *out, size_t size)
{
    size_t len = strlen(path);

    while (len > 1 && path[len - 1] == '/')
        len--;
    while (len > 0 && path[len - 1] != '/')
        len--;
    while (len > 1 && path[len - 1] == '/')
        len--;

    const char *dir = len > 0 ? path : ".";
    len = len > 0 ? len : 1;
    if (len >= size)
        return false;
    memcpy(out, dir, len);
    out[len] = '\0';
    return true;
}
