/* A directory of a test's own, removed at its end with what is in it. */
#ifndef PROCTOR_TESTS_SCRATCH_H
#define PROCTOR_TESTS_SCRATCH_H

/* cmocka fixtures: the directory's path is in *state. */
int scratch_setup(void **state);
int scratch_teardown(void **state);

/* "<directory>/<name>", valid until the fourth call from now. */
const char *scratch_path(void *const *state, const char *name);

/* Makes a file with this text, and the directories above it. */
const char *scratch_file(void *const *state, const char *name,
                         const char *text);

/* The text of a file of at most 4095 bytes, valid until the next call; NULL
 * when there is none. */
const char *scratch_read(void *const *state, const char *name);

/* How many names the directory holds. */
int scratch_count(void *const *state);

#endif
