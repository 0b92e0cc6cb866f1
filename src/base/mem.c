/*
 * The heap, and the one place that decides what lack of memory means: the
 * program ends. The hook gives the terminal back first; every answer a
 * candidate was shown as saved is in the database by then. How memory is
 * grouped by lifetime is arena.c's matter.
 */
#include "proctor/base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/error.h"

#define FIRST_CAPACITY 8

/* One per process, as the terminal it gives back: the allocation that fails
 * may be anywhere and carries no context. */
static void (*exhausted_hook)(void);

static void *checked(void *memory)
{
    if (!memory)
        mem_exhausted();
    return memory;
}

void mem_exhausted(void)
{
    if (exhausted_hook)
        exhausted_hook();
    fputs("proctor: out of memory\n", stderr);
    _Exit(error_exit_status(ERR_IO));
}

void mem_on_exhausted(void (*handler)(void))
{
    exhausted_hook = handler;
}

void *mem_alloc(size_t count, size_t size)
{
    /* calloc() may give NULL for no bytes, which callers would take for
     * failure; it checks the product itself. */
    if (count == 0 || size == 0)
        count = size = 1;
    return checked(calloc(count, size));
}

void *mem_realloc(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        mem_exhausted();
    size_t total = count * size;
    return checked(realloc(old, total > 0 ? total : 1));
}

char *mem_strdup(const char *text)
{
    if (!text)
        return NULL;
    size_t size = strlen(text) + 1;
    return memcpy(mem_alloc(size, 1), text, size);
}

void *mem_grow(void *items, size_t *capacity, size_t size)
{
    if (*capacity > SIZE_MAX / 2)
        mem_exhausted();
    *capacity = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    return mem_realloc(items, *capacity, size);
}
