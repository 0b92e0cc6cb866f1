/* File names as people type them: `~` for the home folder, and completion. */
#ifndef PROCTOR_PLATFORM_TYPED_PATH_H
#define PROCTOR_PLATFORM_TYPED_PATH_H

#include "proctor/platform/paths.h"

/* `~` and `~/...` below the home folder, anything else as it is. */
const char *typed_path_expand(struct arena *arena, const char *typed);

/*
 * What was typed with all that the files which begin so have in common; one
 * folder alone ends in '/'. `matches_out` gets their names, sorted, without the
 * folders before them; names with a leading dot only where a dot is typed. With
 * none, and where the folder cannot be read, the text stays.
 */
const char *typed_path_complete(struct arena *arena, const char *typed,
                                struct path_list *matches_out);

#endif
