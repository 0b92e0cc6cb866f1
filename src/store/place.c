/*
 * The steps that make a file appear whole or not at all, also when the machine
 * stops between them: a private name, a flush, the final name, a flush of the
 * directory. SQLite must have closed a file before it comes here, because
 * closing any descriptor of it drops SQLite's locks.
 */
#include "place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "proctor/platform/file.h"

#define TEMP_MARK ".new-"

enum place_kind place_kind_of(const char *path)
{
    struct stat status;

    if (lstat(path, &status) != 0)
        return errno == ENOENT ? PLACE_MISSING : PLACE_OTHER;
    if (S_ISLNK(status.st_mode))
        return PLACE_LINK;
    if (!S_ISREG(status.st_mode))
        return PLACE_OTHER;
    return status.st_size ? PLACE_FILE : PLACE_EMPTY;
}

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

bool place_resolve(const char *path, struct strbuf *out, struct error *err)
{
    char dir[PATH_MAX];
    char *resolved;

    if (!*last_name(path))
        return error_set(err, ERR_USAGE,
                         "'%s' names a folder: name a file in it", path);
    if (!file_dirname(path, dir, sizeof dir))
        return error_set(err, ERR_USAGE, "the path '%s' is too long", path);
    resolved = realpath(dir, NULL);
    if (!resolved)
        return error_set_errno(err, "cannot use the folder '%s'", dir);
    strbuf_printf(out, "%s/%s", strcmp(resolved, "/") ? resolved : "",
                  last_name(path));
    free(resolved);
    return true;
}

void place_temp_name(const char *path, struct strbuf *out)
{
    strbuf_printf(out, "%s" TEMP_MARK "%ld", path, (long)getpid());
}

bool place_create(const char *path, struct error *err)
{
    int fd =
        open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

    if (fd < 0)
        return error_set_errno(err, "cannot make '%s'", path);
    close(fd);
    return true;
}

static bool flush(const char *path, struct error *err)
{
    int fd = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (!ok)
        error_set_errno(err, "cannot flush '%s'", path);
    if (fd >= 0)
        close(fd);
    return ok;
}

/* Some file systems know no second names; there a look must do. */
static bool is_without_links(int number)
{
    return number == EPERM || number == ENOTSUP || number == ENOSYS ||
           number == EMLINK || number == EOPNOTSUPP;
}

static bool give_name(const char *temp, const char *path, bool replace,
                      struct error *err)
{
    if (replace)
        return rename(temp, path) == 0 ||
               error_set_errno(err, "cannot replace '%s'", path);
    if (link(temp, path) == 0)
        return true;
    if (is_without_links(errno) && place_kind_of(path) == PLACE_MISSING &&
        rename(temp, path) == 0)
        return true;
    if (errno == EEXIST || place_kind_of(path) != PLACE_MISSING)
        return error_set(err, ERR_INVALID,
                         "'%s' exists already: name another file, or use "
                         "--force to replace it",
                         path);
    return error_set_errno(err, "cannot make '%s'", path);
}

static bool flush_directory_of(const char *path, struct error *err)
{
    char dir[PATH_MAX];

    return file_dirname(path, dir, sizeof dir) && file_sync_dir(dir, err);
}

bool place_commit(const char *temp, const char *path, bool replace,
                  struct error *err)
{
    bool ok = flush(temp, err) && give_name(temp, path, replace, err);

    unlink(temp);
    return ok && flush_directory_of(path, err);
}

bool place_keep(const char *path, const char *kept, struct error *err)
{
    if (link(path, kept) == 0)
        return flush_directory_of(kept, err);
    if (is_without_links(errno) && rename(path, kept) == 0)
        return flush_directory_of(kept, err);
    return error_set_errno(err, "cannot keep '%s' as '%s'", path, kept);
}

bool place_remove_all(const char *prefix, const char *mark, struct error *err)
{
    const char *name = last_name(prefix);
    size_t len = strlen(name);
    char dir[PATH_MAX];
    struct dirent *entry;
    DIR *stream = file_dirname(prefix, dir, sizeof dir) ? opendir(dir) : NULL;
    bool ok = true;

    if (!stream)
        return error_set_errno(err, "cannot look for files beside '%s'",
                               prefix);
    while ((entry = readdir(stream)))
        if (strncmp(entry->d_name, name, len) == 0 &&
            strstr(entry->d_name, mark) &&
            unlinkat(dirfd(stream), entry->d_name, 0) != 0)
            ok = error_set_errno(err, "'%s/%s' is left, remove it by hand", dir,
                                 entry->d_name);
    closedir(stream);
    return ok;
}

void place_clean(const char *prefix)
{
    place_remove_all(prefix, TEMP_MARK, NULL);
}

bool place_has_side_file(const char *path, const char *suffix)
{
    struct strbuf side = {0};
    bool found;

    strbuf_printf(&side, "%s%s", path, suffix);
    found = place_kind_of(strbuf_text(&side)) == PLACE_FILE;
    strbuf_finish(&side);
    return found;
}

bool place_same(const char *a, const char *b)
{
    struct stat first, second;

    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}
