/*
 * The places of the XDG base directory specification and of the installation.
 * Directories of our own are made on first use, closed to others. What lies in
 * them is decided by store and bank.
 */
#include "proctor/platform/paths.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "proctor/base/mem.h"
#include "proctor/base/str.h"
#include "proctor/platform/env.h"
#include "proctor/platform/file.h"

#define DEPTH_MAX 8
#define LINKS_MAX 40 /* as Linux follows */

/* A growing list whose texts lie in the arena. */
struct list {
    const char **items;
    size_t count, capacity;
};

/* Hands the list over to the arena. */
static struct path_list list_finish(struct list *list, struct arena *arena)
{
    struct path_list result = {
        .paths = ARENA_ARRAY(arena, const char *, list->count),
        .count = list->count,
    };

    for (size_t i = 0; i < list->count; i++)
        result.paths[i] = list->items[i];
    array_free(list);
    return result;
}

static const char *absolute_or_null(const char *path)
{
    return path && path[0] == '/' ? path : NULL;
}

const char *paths_home(void)
{
    const char *given = absolute_or_null(env_get("HOME"));

    if (given)
        return given;
    const struct passwd *user = getpwuid(getuid());
    return user ? absolute_or_null(user->pw_dir) : NULL;
}

/* "<base>/proctor", where the base is the variable's value or below home.
 * NULL when there is neither. */
static const char *xdg_dir(struct arena *arena, const char *variable,
                           const char *below_home)
{
    const char *base = absolute_or_null(env_get(variable));

    if (base)
        return arena_printf(arena, "%s/proctor", base);
    base = paths_home();
    return base ? arena_printf(arena, "%s/%s/proctor", base, below_home) : NULL;
}

static bool is_dir(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Makes the directory and what is missing above it. */
static bool make_dirs(struct arena *arena, const char *path, struct error *err)
{
    char *part = arena_strdup(arena, path);

    for (char *p = part + 1;; p++) {
        if (*p != '/' && *p != '\0')
            continue;

        char end = *p;
        *p = '\0';
        if (mkdir(part, S_IRWXU) != 0 && !is_dir(part))
            return error_set_errno(err, "cannot make the directory '%s'", part);
        if (end == '\0')
            return true;
        *p = end;
    }
}

static bool own_dir(struct arena *arena, const char *variable,
                    const char *below_home, bool make, const char **out,
                    struct error *err)
{
    const char *dir = xdg_dir(arena, variable, below_home);

    if (!dir)
        return error_set(err, ERR_IO,
                         "there is no home directory; set HOME or %s to a "
                         "directory",
                         variable);
    if (make && !make_dirs(arena, dir, err))
        return false;
    *out = dir;
    return true;
}

bool paths_database(struct arena *arena, const char *given, const char **out,
                    struct error *err)
{
    const char *dir;

    if (!given)
        given = env_get("PROCTOR_DB");
    if (given) {
        *out = arena_strdup(arena, given);
        return true;
    }
    if (!own_dir(arena, "XDG_DATA_HOME", ".local/share", true, &dir, err))
        return false;
    *out = arena_printf(arena, "%s/proctor.db", dir);
    return true;
}

bool paths_state(struct arena *arena, const char **out, struct error *err)
{
    return own_dir(arena, "XDG_STATE_HOME", ".local/state", true, out, err);
}

bool paths_config(struct arena *arena, bool make, const char **out,
                  struct error *err)
{
    return own_dir(arena, "XDG_CONFIG_HOME", ".config", make, out, err);
}

/* Where a link points, or NULL when the path is none. */
static const char *link_target(struct arena *arena, const char *path)
{
    char target[PATH_MAX], dir[PATH_MAX];
    ssize_t len = readlink(path, target, sizeof target - 1);

    if (len < 0 || !file_dirname(path, dir, sizeof dir))
        return NULL;
    target[len] = '\0';
    return target[0] == '/' ? arena_strdup(arena, target)
                            : arena_printf(arena, "%s/%s", dir, target);
}

const char *paths_follow(struct arena *arena, const char *path)
{
    char *followed = realpath(path, NULL);
    const char *out = followed ? arena_strdup(arena, followed) : path;
    const char *target = followed ? NULL : link_target(arena, path);

    free(followed);
    /* The last name need not be there yet. */
    for (int links = 0; target && links < LINKS_MAX; links++) {
        out = target;
        target = link_target(arena, out);
    }
    return out;
}

/* Adds the folder if it exists and is not in the list by another name. */
static void add_folder(struct list *list, const char *path)
{
    struct stat new_one, old;

    if (!path || stat(path, &new_one) != 0 || !S_ISDIR(new_one.st_mode))
        return;
    for (size_t i = 0; i < list->count; i++) {
        if (stat(list->items[i], &old) == 0 && old.st_dev == new_one.st_dev &&
            old.st_ino == new_one.st_ino)
            return;
    }
    *array_add(list) = path;
}

static void add_data_dirs(struct list *list, struct arena *arena)
{
    const char *dirs = env_get("XDG_DATA_DIRS");
    struct str rest = str_from(dirs ? dirs : "/usr/local/share:/usr/share");
    struct str dir;

    while (str_split(&rest, ':', &dir)) {
        if (str_starts(dir, "/"))
            add_folder(list, arena_printf(arena, STR_FORMAT "/proctor",
                                          STR_ARG(dir)));
    }
}

struct path_list paths_shipped(struct arena *arena)
{
    const char *only = env_get("PROCTOR_DATA");
    struct list list = {0};

    if (only) {
        add_folder(&list, arena_strdup(arena, only));
    } else {
        add_folder(&list, xdg_dir(arena, "XDG_DATA_HOME", ".local/share"));
        add_data_dirs(&list, arena);
        add_folder(&list, PROCTOR_DATADIR);
    }
    return list_finish(&list, arena);
}

struct walk {
    struct arena *arena;
    const char *suffix;
    struct list files;
};

static bool walk_dir(struct walk *walk, const char *dir, int depth,
                     struct error *err);

/* Looks at one name below `dir`. What vanished meanwhile is passed over. */
static bool walk_entry(struct walk *walk, const char *dir, const char *name,
                       int depth, struct error *err)
{
    const char *slash = str_ends(str_from(dir), "/") ? "" : "/";
    const char *path = arena_printf(walk->arena, "%s%s%s", dir, slash, name);
    struct stat st;

    if (lstat(path, &st) != 0)
        return true;
    if (S_ISDIR(st.st_mode))
        return depth >= DEPTH_MAX || walk_dir(walk, path, depth + 1, err);
    if (S_ISREG(st.st_mode) && str_ends(str_from(name), walk->suffix))
        *array_add(&walk->files) = path;
    return true;
}

static bool walk_dir(struct walk *walk, const char *dir, int depth,
                     struct error *err)
{
    DIR *stream = opendir(dir);
    const struct dirent *entry;
    bool ok = true;

    if (!stream)
        return error_set_errno(err, "cannot read the directory '%s'", dir);
    while (ok && (errno = 0, entry = readdir(stream))) {
        /* Not "." and "..", nor what editors keep beside a file. */
        if (entry->d_name[0] != '.')
            ok = walk_entry(walk, dir, entry->d_name, depth, err);
    }
    if (ok && errno != 0)
        ok = error_set_errno(err, "cannot read the directory '%s'", dir);
    closedir(stream);
    return ok;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool paths_files(struct arena *arena, const char *dir, const char *suffix,
                 struct path_list *out, struct error *err)
{
    struct walk walk = {.arena = arena, .suffix = suffix};
    struct stat st;

    if (stat(dir, &st) != 0 && errno == ENOENT)
        return error_set(err, ERR_NOT_FOUND, "there is no '%s'", dir);
    if (stat(dir, &st) != 0)
        return error_set_errno(err, "cannot read '%s'", dir);
    if (!S_ISDIR(st.st_mode)) {
        *array_add(&walk.files) = arena_strdup(arena, dir);
    } else if (!walk_dir(&walk, dir, 1, err)) {
        array_free(&walk.files);
        return false;
    }
    if (walk.files.count > 0)
        qsort(walk.files.items, walk.files.count, sizeof *walk.files.items,
              compare_paths);
    *out = list_finish(&walk.files, arena);
    return true;
}
