/*
 * A copy in the place of the database. The order of the steps is what matters:
 * at no moment is there no database under the name, and never does the log of
 * the old one lie beside the new one, where SQLite would play it back.
 */
#include "proctor/store/store.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "proctor/platform/clock.h"
#include "proctor/platform/lock.h"

#include "copy.h"
#include "db.h"
#include "place.h"

/* Leaving the write-ahead log behind writes what is in it back into the file;
 * a damaged database stays as it is. */
static void fold_log(const char *path)
{
    db_close(db_open(path, NULL, DB_REMOTE, NULL));
}

/* What is left of the log belongs to a damaged database and goes with it. */
static bool move_side_file(const char *path, const char *kept,
                           const char *suffix, struct error *err)
{
    struct strbuf from = {0}, to = {0};
    bool ok = true;

    strbuf_printf(&from, "%s%s", path, suffix);
    strbuf_printf(&to, "%s%s", kept, suffix);
    if (place_kind_of(strbuf_text(&from)) != PLACE_MISSING &&
        rename(strbuf_text(&from), strbuf_text(&to)) != 0)
        ok = error_set_errno(err, "cannot move '%s' away", strbuf_text(&from));
    strbuf_finish(&to);
    strbuf_finish(&from);
    return ok;
}

static bool keep_old(const char *path, const char *kept, struct error *err)
{
    static const char *const suffixes[] = {"-wal", "-journal", "-shm"};

    fold_log(path);
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
        if (!move_side_file(path, kept, suffixes[i], err))
            return false;
    return place_keep(path, kept, err);
}

/* A name beside the database that no file has yet. */
static const char *kept_name(const char *path, struct arena *arena)
{
    int64_t now_ms = clock_now(clock_system()).utc_ms;
    const char *name;

    do
        name =
            arena_printf(arena, "%s" REPLACED_MARK "%" PRId64, path, now_ms++);
    while (place_kind_of(name) != PLACE_MISSING);
    return name;
}

/* The new file, complete and flushed, beside the database. */
static bool make_new(const char *backup, const char *name, struct error *err)
{
    struct db *db = db_open(backup, NULL, DB_READ, err);
    bool ok = db && copy_make(db, name, true, err);

    db_close(db);
    return ok;
}

static bool replace(const char *path, const char *backup, struct arena *arena,
                    const char **kept_out, struct error *err)
{
    const char *kept = kept_name(path, arena);
    const char *made = arena_printf(arena, "%s.new-restore", path);
    bool had_one = place_kind_of(path) != PLACE_MISSING;
    bool ok = make_new(backup, made, err) &&
              (!had_one || keep_old(path, kept, err)) &&
              place_commit(made, path, had_one, err);

    if (!ok)
        unlink(made);
    if (ok && kept_out)
        *kept_out = had_one ? kept : NULL;
    return ok;
}

bool store_restore(const struct store_options *options, const char *backup,
                   struct arena *arena, const char **kept_out,
                   struct error *err)
{
    struct strbuf path = {0}, from = {0};
    struct lock *lock = NULL;
    bool ok = false;

    if (!place_resolve(options->path, &path, err) ||
        !place_resolve(backup, &from, err))
        goto out;
    if (place_same(backup, strbuf_text(&path))) {
        error_set(err, ERR_USAGE,
                  "'%s' is the database itself: name a copy of it", backup);
        goto out;
    }
    if (!copy_check(strbuf_text(&from), err))
        goto out;
    lock = lock_take(arena_printf(arena, "%s.lock", strbuf_text(&path)), err);
    ok = lock &&
         replace(strbuf_text(&path), strbuf_text(&from), arena, kept_out, err);
out:
    lock_release(lock);
    strbuf_finish(&from);
    strbuf_finish(&path);
    return ok;
}
