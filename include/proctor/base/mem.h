/* The heap. Out of memory ends the program: what a candidate answered is
 * stored by then, and no caller has to think of NULL. */
#ifndef PROCTOR_BASE_MEM_H
#define PROCTOR_BASE_MEM_H

#include <stddef.h>

/* Zeroed memory for `count` objects of `size` bytes; released with free().
 * Never NULL. An overflow of count * size is treated as out of memory. */
void *mem_alloc(size_t count, size_t size);

/* As realloc() for `count` objects; what is new is not zeroed. Never NULL. */
void *mem_realloc(void *old, size_t count, size_t size);

/* A copy of the string on the heap; NULL gives NULL. */
char *mem_strdup(const char *text);

/* Ends the program as a failed allocation does, for libraries that report lack
 * of memory themselves. */
_Noreturn void mem_exhausted(void);

/* What runs before the program ends for want of memory: it gives the terminal
 * back. It must not allocate. NULL for none. */
void mem_on_exhausted(void (*handler)(void));

/*
 * A growing array with its length:
 *
 *     struct { int *items; size_t count, capacity; } numbers = {0};
 *     *array_add(&numbers) = 7;
 *     array_free(&numbers);
 *
 * array_add() gives the address of a new element, not zeroed.
 */
#define array_add(array)                                                       \
    ((array)->count == (array)->capacity                                       \
         ? (void)((array)->items =                                             \
                      mem_grow((array)->items, &(array)->capacity,             \
                               sizeof *(array)->items))                        \
         : (void)0,                                                            \
     &(array)->items[(array)->count++])

#define array_free(array)                                                      \
    (free((array)->items), (array)->items = NULL,                              \
     (array)->count = (array)->capacity = 0)

/* Doubles the array behind array_add(). */
void *mem_grow(void *items, size_t *capacity, size_t size);

#endif
