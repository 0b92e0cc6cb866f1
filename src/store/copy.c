/*
 * Copies by VACUUM INTO: consistent while the database is in use, compact, and
 * with their indexes built anew. What a copy is called and how many stay is
 * here; restoring is restore.c.
 */
#include "copy.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "proctor/platform/clock.h"
#include "proctor/platform/file.h"
#include "proctor/platform/paths.h"
#include "proctor/store/store.h"

#include "place.h"

#define FOLDER "backups"
#define SUFFIX ".bak"
/* "20261123-140512345.bak" */
#define STAMP_LEN 18

static bool check_open(struct db *db, struct error *err)
{
    struct stmt *stmt;
    int64_t version = db_version(db, err);
    bool sound;

    if (version < 0)
        return false;
    if (version > SCHEMA_VERSION)
        return error_set(err, ERR_NEWER,
                         "'%s' was written by a newer proctor (schema %" PRId64
                         ", this one knows %d): install that version",
                         db_path(db), version, SCHEMA_VERSION);
    stmt = db_stmt(db, SQL_INTEGRITY_CHECK_ONE);
    sound = stmt_next(stmt) && str_is(stmt_text(stmt, "integrity_check"), "ok");
    if (!stmt_end(stmt, err))
        return false;
    return sound || error_set(err, ERR_CORRUPT,
                              "'%s' is damaged: use another copy", db_path(db));
}

bool copy_check(const char *path, struct error *err)
{
    struct db *db = db_open(path, NULL, DB_READ, err);
    bool ok = db && check_open(db, err);

    db_close(db);
    return ok;
}

static bool vacuum_into(struct db *db, const char *path, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_VACUUM_INTO);

    stmt_bind_text(stmt, ":path", str_from(path));
    return stmt_exec(stmt, err);
}

bool copy_make(struct db *db, const char *path, bool replace, struct error *err)
{
    struct strbuf temp = {0};
    const char *name;
    bool ok;

    place_temp_name(path, &temp);
    name = strbuf_text(&temp);
    unlink(name);
    ok = place_create(name, err) && vacuum_into(db, name, err) &&
         copy_check(name, err) && place_commit(name, path, replace, err);
    if (!ok)
        unlink(name);
    strbuf_finish(&temp);
    return ok;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static bool make_folder(const char *database, struct strbuf *out,
                        struct error *err)
{
    char dir[PATH_MAX];

    if (!file_dirname(database, dir, sizeof dir))
        return error_set(err, ERR_USAGE, "the path '%s' is too long", database);
    strbuf_printf(out, "%s/" FOLDER, dir);
    if (mkdir(strbuf_text(out), 0700) == 0 || errno == EEXIST)
        return true;
    return error_set_errno(err, "cannot make the folder '%s'",
                           strbuf_text(out));
}

/* "2026-11-23 14:05" and the rest of the minute as "20261123-140512345". */
static void add_stamp(struct strbuf *out, int64_t utc_ms)
{
    char date[CLOCK_DATE_SIZE];

    clock_format(utc_ms, 0, date);
    for (const char *c = date; *c; c++) {
        if (*c == ' ')
            strbuf_addc(out, '-');
        else if (*c >= '0' && *c <= '9')
            strbuf_addc(out, *c);
    }
    strbuf_printf(out, "%05" PRId64, ((utc_ms % 60000) + 60000) % 60000);
}

/* By the time in the name, newest first; then by name. */
static int by_stamp(const void *left, const void *right)
{
    const struct backup_file *a = left, *b = right;
    size_t tail = STAMP_LEN + strlen(SUFFIX);
    int order = strcmp(b->path + strlen(b->path) - tail,
                       a->path + strlen(a->path) - tail);

    return order ? order : strcmp(a->path, b->path);
}

/* Copies whose names begin with `prefix` in the folder, newest first. */
static bool list_copies(struct arena *arena, const char *folder,
                        const char *prefix, struct backup_list *out,
                        struct error *err)
{
    struct path_list files;

    *out = (struct backup_list){0};
    if (place_kind_of(folder) == PLACE_MISSING)
        return true;
    if (!paths_files(arena, folder, SUFFIX, &files, err))
        return false;
    out->items = ARENA_ARRAY(arena, struct backup_file, files.count);
    for (size_t i = 0; i < files.count; i++) {
        struct backup_file *file = &out->items[out->count];
        const char *name = base_name(files.paths[i]);

        if (strncmp(name, prefix, strlen(prefix)) != 0 ||
            strlen(name) < strlen(prefix) + STAMP_LEN + strlen(SUFFIX) ||
            !file_stat(files.paths[i], &file->size, &file->mtime_ms))
            continue;
        file->path = files.paths[i];
        out->count++;
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, by_stamp);
    return true;
}

/* More than `keep` is clutter, not an error. */
static void remove_old(const char *folder, const char *prefix, int keep)
{
    struct arena arena = {0};
    struct backup_list list;

    if (list_copies(&arena, folder, prefix, &list, NULL))
        for (size_t i = (size_t)keep; i < list.count; i++)
            unlink(list.items[i].path);
    arena_finish(&arena);
}

bool copy_make_named(struct db *db, const char *label, int64_t utc_ms, int keep,
                     struct error *err)
{
    struct strbuf folder = {0}, prefix = {0}, path = {0};
    bool ok = false;

    assert(keep > 0 && !strchr(label, '/'));
    if (!make_folder(db_path(db), &folder, err))
        goto out;
    strbuf_printf(&prefix, "%s.%s-", base_name(db_path(db)), label);
    strbuf_printf(&path, "%s/%s", strbuf_text(&folder), strbuf_text(&prefix));
    place_clean(strbuf_text(&path));
    add_stamp(&path, utc_ms);
    strbuf_adds(&path, SUFFIX);
    ok = copy_make(db, strbuf_text(&path), true, err);
    if (ok)
        remove_old(strbuf_text(&folder), strbuf_text(&prefix), keep);
out:
    strbuf_finish(&path);
    strbuf_finish(&prefix);
    strbuf_finish(&folder);
    return ok;
}

bool store_backups(struct arena *arena, const char *database_path,
                   struct backup_list *out, struct error *err)
{
    char dir[PATH_MAX];

    if (!file_dirname(database_path, dir, sizeof dir))
        return error_set(err, ERR_USAGE, "the path '%s' is too long",
                         database_path);
    return list_copies(arena, arena_printf(arena, "%s/" FOLDER, dir),
                       arena_printf(arena, "%s.", base_name(database_path)),
                       out, err);
}

/* What killed processes left of copies. */
static void clean_copies(struct arena *arena, const char *database)
{
    char dir[PATH_MAX];

    if (file_dirname(database, dir, sizeof dir))
        place_clean(
            arena_printf(arena, "%s/" FOLDER "/%s.", dir, base_name(database)));
}

bool copies_remove(const char *database, struct error *err)
{
    struct arena arena = {0};
    struct backup_list list;
    bool ok = store_backups(&arena, database, &list, err);

    clean_copies(&arena, database);
    for (size_t i = 0; ok && i < list.count; i++)
        if (unlink(list.items[i].path) != 0 && errno != ENOENT)
            ok =
                error_set_errno(err, "the copy '%s' is left, remove it by hand",
                                list.items[i].path);
    ok = ok && place_remove_all(
                   arena_printf(&arena, "%s" REPLACED_MARK, database), "", err);
    arena_finish(&arena);
    return ok;
}
