/*
 * A list of blocks that are filled from their start and freed together. Block
 * sizes double, so that a small arena stays small and a large one has few
 * blocks; what is larger than a block gets one of its own.
 */
#include "proctor/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"

enum {
    FIRST_BLOCK_SIZE = 4 * 1024,
    LAST_BLOCK_SIZE = 256 * 1024,
    ALIGNMENT = _Alignof(max_align_t),
};

struct arena_block {
    struct arena_block *next;
    size_t used, capacity;
    _Alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *block_create(size_t capacity)
{
    if (capacity > SIZE_MAX - sizeof(struct arena_block))
        mem_exhausted();
    struct arena_block *block = mem_realloc(NULL, sizeof *block + capacity, 1);

    *block = (struct arena_block){.capacity = capacity};
    return block;
}

static void blocks_free(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;

        free(block);
        block = next;
    }
}

/* A block with `size` free bytes. One made for a single large object goes
 * behind the first, whose free end is still good for small ones. */
static struct arena_block *block_with_room(struct arena *arena, size_t size)
{
    struct arena_block *first = arena->blocks;

    if (first && size <= first->capacity - first->used)
        return first;

    size_t capacity = first ? first->capacity * 2 : FIRST_BLOCK_SIZE;
    if (capacity > LAST_BLOCK_SIZE)
        capacity = LAST_BLOCK_SIZE;
    bool is_large = size > capacity;
    struct arena_block *block = block_create(is_large ? size : capacity);

    if (is_large && first) {
        block->next = first->next;
        first->next = block;
    } else {
        block->next = first;
        arena->blocks = block;
    }
    return block;
}

static void *take(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        mem_exhausted();
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

    struct arena_block *block = block_with_room(arena, size);
    void *memory = block->bytes + block->used;

    block->used += size;
    return memory;
}

void arena_finish(struct arena *arena)
{
    if (!arena)
        return;
    blocks_free(arena->blocks);
    arena->blocks = NULL;
}

void arena_reset(struct arena *arena)
{
    if (!arena->blocks)
        return;
    blocks_free(arena->blocks->next);
    arena->blocks->next = NULL;
    arena->blocks->used = 0;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        mem_exhausted();
    size_t total = count * size;

    return memset(take(arena, total ? total : 1), 0, total);
}

char *arena_strdup(struct arena *arena, const char *text)
{
    size_t size = strlen(text) + 1;

    return memcpy(take(arena, size), text, size);
}

struct str arena_str(struct arena *arena, struct str text)
{
    if (text.len == SIZE_MAX)
        mem_exhausted();
    char *copy = take(arena, text.len + 1);

    if (text.len > 0)
        memcpy(copy, text.data, text.len);
    copy[text.len] = '\0';
    return (struct str){copy, text.len};
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    struct strbuf buf = {0};
    va_list args;

    va_start(args, format);
    strbuf_vprintf(&buf, format, args);
    va_end(args);
    char *text = arena_strdup(arena, strbuf_text(&buf));
    strbuf_finish(&buf);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    size_t used = 0;

    for (const struct arena_block *b = arena->blocks; b; b = b->next)
        used += b->used;
    return used;
}
