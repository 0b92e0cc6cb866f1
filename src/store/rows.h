/* From a growing array to the caller's arena. */
#ifndef PROCTOR_STORE_ROWS_H
#define PROCTOR_STORE_ROWS_H

#include <string.h>

#include "proctor/base/arena.h"
#include "proctor/base/mem.h"

/* A copy of the elements of an array_add() array. */
#define ARENA_COPY(arena, type, array)                                         \
    ((type *)rows_copy(ARENA_ARRAY(arena, type, (array)->count),               \
                       (array)->items, (array)->count * sizeof(type)))

static inline void *rows_copy(void *to, const void *from, size_t size)
{
    return size ? memcpy(to, from, size) : to;
}

#endif
