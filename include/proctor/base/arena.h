/* Memory for things that die together: an item while it is read, a form, a
 * report. Nothing in an arena is freed on its own. */
#ifndef PROCTOR_BASE_ARENA_H
#define PROCTOR_BASE_ARENA_H

#include <stddef.h>

#include "proctor/base/str.h"

struct arena_block;

/* Zero-initialise, use, arena_finish(). Not copied while in use. */
struct arena {
    struct arena_block *blocks; /* first the one being filled */
};

/* Frees all of it; the arena is empty and usable again. */
void arena_finish(struct arena *arena);

/* Forgets what was given out but keeps one block for the next use. */
void arena_reset(struct arena *arena);

/* Zeroed memory, aligned for any type. Never NULL, even for no bytes. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A terminated copy of the text. */
char *arena_strdup(struct arena *arena, const char *text);
struct str arena_str(struct arena *arena, struct str text);

/* A terminated, formatted text. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out so far, for limits and tests. */
size_t arena_used(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc(arena, 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count)                                        \
    ((type *)arena_alloc(arena, count, sizeof(type)))

#endif
