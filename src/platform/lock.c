/*
 * flock() on a file that stays: unlike a pid file it cannot go stale, and
 * unlike fcntl() locks it survives when another part of the process closes the
 * same file. What the file contains is for the message only.
 */
#include "proctor/platform/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "proctor/base/mem.h"
#include "proctor/base/str.h"

#define NOTE_SIZE 320 /* a process number and the longest host name */

struct lock {
    int fd;
};

static void write_note(int fd)
{
    char host[256] = "", note[NOTE_SIZE];

    /* A host name that does not fit may come unterminated. */
    gethostname(host, sizeof host - 1);
    int len = snprintf(note, sizeof note, "%jd %s\n", (intmax_t)getpid(), host);

    /* A full disk costs the note, not the lock. */
    if (ftruncate(fd, 0) == 0 && pwrite(fd, note, (size_t)len, 0) < 0)
        return;
}

/* Says who holds the lock, as far as the note can be read. */
static bool set_busy(const char *path, int fd, struct error *err)
{
    char note[NOTE_SIZE];
    ssize_t len = pread(fd, note, sizeof note, 0);
    struct str rest = {note, len > 0 ? (size_t)len : 0}, number;
    int64_t pid;

    if (!str_split(&rest, ' ', &number) ||
        !str_to_i64(number, 1, INT32_MAX, &pid))
        return error_set(err, ERR_BUSY,
                         "another process is using the database "
                         "(lock file '%s'); close it first",
                         path);
    rest = str_trim(rest);
    return error_set(err, ERR_BUSY,
                     "process %" PRId64 " on " STR_FORMAT " is using the "
                     "database (lock file '%s'); close it first",
                     pid, STR_ARG(rest), path);
}

static bool take(const char *path, int fd, struct error *err)
{
    int result;

    do {
        result = flock(fd, LOCK_EX | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    if (result == 0)
        return true;
    if (errno == EWOULDBLOCK)
        return set_busy(path, fd, err);
    return error_set_errno(err, "cannot lock '%s'", path);
}

struct lock *lock_take(const char *path, struct error *err)
{
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
                  0600);

    if (fd < 0) {
        error_set_errno(err, "cannot open the lock file '%s'", path);
        return NULL;
    }
    if (!take(path, fd, err)) {
        close(fd);
        return NULL;
    }
    write_note(fd);

    struct lock *lock = mem_alloc(1, sizeof *lock);
    lock->fd = fd;
    return lock;
}

void lock_release(struct lock *lock)
{
    if (!lock)
        return;
    /* The descriptor's end is the lock's end; the note goes first, so that no
     * later holder is taken for this one. */
    if (ftruncate(lock->fd, 0) != 0)
        errno = 0;
    close(lock->fd);
    free(lock);
}
