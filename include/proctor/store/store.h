/*
 * The database: one SQLite file of one user, one writing process. Opening,
 * its condition, backup and repair. What is in it: the other headers here.
 * Recipe and reasons: docs/schema.md.
 */
#ifndef PROCTOR_STORE_STORE_H
#define PROCTOR_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/arena.h"
#include "proctor/base/error.h"

/* "proc" in PRAGMA application_id. */
#define STORE_APPLICATION_ID 0x70726f63

struct store;

struct store_options {
    const char *path; /* from paths_database() */
    const char *app_version;
    bool read_only;     /* do not even try for the lock */
    bool assume_remote; /* as on a network file system, wherever it is */
    const char *vfs;    /* tests only; NULL for the system's */
};

/*
 * Opens the database, making it when it is not there (complete under another
 * name first, then linked into place) and migrating it after a copy. The first
 * process takes `<realpath>.lock` and writes; a further one gets a read-only
 * store, see store_is_read_only(). NULL on failure: ERR_BUSY on a network file
 * system that another process uses or when the schema must be migrated by the
 * holder first, ERR_NEWER, ERR_CORRUPT (also for an empty file where a
 * database should be), ERR_INVALID (a database of another program),
 * ERR_NOT_FOUND (nothing there, with read_only), ERR_READONLY (no right to
 * write), ERR_FULL, ERR_IO.
 */
struct store *store_open(const struct store_options *options,
                         struct error *err);
/* Checkpoints and closes; NULL is accepted. */
void store_close(struct store *store);

const char *store_path(const struct store *store);
bool store_is_read_only(const struct store *store);
/* Who holds the lock, for people; empty when we do. */
const char *store_holder(const struct store *store);
/* The file lies on a network file system: slower, safer settings are on. */
bool store_is_remote(const struct store *store);
/* The database was made by this call of store_open(). */
bool store_is_new(const struct store *store);

/*
 * Between these two no commit checkpoints by itself: one flush per commit.
 * Both checkpoint what is there (a passive one: nobody is kept waiting).
 */
void store_quiet_begin(struct store *store);
void store_quiet_end(struct store *store);

/* Flushes and commits so far, counted by the store for tests and benchmarks:
 * write transactions committed since it was opened. */
int64_t store_commits(const struct store *store);

/*
 * Writes a consistent copy to `path` (journal mode DELETE, mode 0600), made
 * under another name, checked, flushed and moved into place. Refuses to replace
 * a file unless `force`.
 */
bool store_backup(struct store *store, const char *path, bool force,
                  struct error *err);

/* A copy into `<dir of the database>/backups/`, named by time; only the newest
 * `keep` copies with that label stay. */
bool store_backup_auto(struct store *store, const char *label, int64_t utc_ms,
                       int keep, struct error *err);

/* Automatic copies, newest first. */
struct backup_file {
    const char *path;
    int64_t size, mtime_ms;
};
struct backup_list {
    struct backup_file *items;
    size_t count;
};
bool store_backups(struct arena *arena, const char *database_path,
                   struct backup_list *out, struct error *err);

/*
 * Puts `backup` in the place of the database at options->path. The backup is
 * checked first (application id, version, integrity_check); what stood there is
 * kept beside it under a name given in `kept_out` (may be NULL). Takes the
 * lock: ERR_BUSY while a proctor is open.
 */
bool store_restore(const struct store_options *options, const char *backup,
                   struct arena *arena, const char **kept_out,
                   struct error *err);

/* One finding of store_examine(); `bad` when something is wrong. */
struct finding {
    bool bad;
    const char *text;
};
typedef void (*finding_fn)(void *context, const struct finding *finding);

/* integrity_check, foreign_key_check, content against its hashes, the record,
 * stray files. Evidence that is not what the record gives is told and built
 * anew. True when nothing is bad. */
bool store_examine(struct store *store, finding_fn report, void *context,
                   struct error *err);

/* Small values of the program by key, "" when not set; putting "" unsets. */
const char *setting_get(struct store *store, const char *key,
                        struct arena *arena);
bool setting_put(struct store *store, const char *key, const char *value,
                 struct error *err);

#endif
