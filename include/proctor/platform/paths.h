/* Where things lie: the XDG directories and the installed data. */
#ifndef PROCTOR_PLATFORM_PATHS_H
#define PROCTOR_PLATFORM_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/base/arena.h"
#include "proctor/base/error.h"

/*
 * The database: `given` (from --db), else PROCTOR_DB, else
 * $XDG_DATA_HOME/proctor/proctor.db, else ~/.local/share/proctor/proctor.db.
 * Makes the directory of the last two (mode 0700). A relative XDG value is
 * ignored, as the specification asks. False when there is no home.
 */
bool paths_database(struct arena *arena, const char *given, const char **out,
                    struct error *err);

/* $XDG_STATE_HOME/proctor, made when missing: logs. */
bool paths_state(struct arena *arena, const char **out, struct error *err);

/* The home folder, absolute; NULL when there is none. */
const char *paths_home(void);

/* $XDG_CONFIG_HOME/proctor: settings. To be written to it is made when missing;
 * who only reads leaves no trace. False when there is no home. */
bool paths_config(struct arena *arena, bool make, const char **out,
                  struct error *err);

/* The file itself that a path stands for: symbolic links followed, also to a
 * file that is not there yet. */
const char *paths_follow(struct arena *arena, const char *path);

/*
 * Folders with shipped questions in order of precedence: PROCTOR_DATA when
 * set (alone), else $XDG_DATA_HOME/proctor, each of $XDG_DATA_DIRS/proctor, the
 * folder of the installation. Only those that exist. Each may hold topics.yaml,
 * exams/, banks/ and tutorial/.
 */
struct path_list {
    const char **paths;
    size_t count;
};
struct path_list paths_shipped(struct arena *arena);

/* Regular files below `dir` (recursive, at most 8 levels, sorted by path, no
 * symbolic link followed, names with a leading dot passed over) whose name ends
 * in `suffix`. A file as `dir` gives itself. False when `dir` (ERR_NOT_FOUND
 * where there is none) or a directory below cannot be read. */
bool paths_files(struct arena *arena, const char *dir, const char *suffix,
                 struct path_list *out, struct error *err);

#endif
