/*
 * The list of a file's diagnostics. It keeps what a reader of the list needs
 * most when there are too many: errors before warnings, early ones before late
 * ones; the rest is only counted. Wording is report.c's, the printed form
 * diagnostic_print.c's matter.
 */
#include "proctor/bank/diagnostic.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"

#include "report.h"

/* A main entry and the notes behind it. */
static size_t group_end(const struct diagnostics *list, size_t start)
{
    size_t end = start + 1;

    while (end < list->count && list->items[end].severity == SEVERITY_NOTE)
        end++;
    return end;
}

static int place_cmp(const struct diagnostic *a, const struct diagnostic *b)
{
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/* Positive when `a` is the first to go of the two. */
static int value_cmp(const struct diagnostic *a, const struct diagnostic *b)
{
    if (a->severity != b->severity)
        return a->severity == SEVERITY_WARNING ? 1 : -1;
    return place_cmp(a, b);
}

/* The entry to drop for a better one, and how many there are. */
static size_t least_valuable(const struct diagnostics *list, size_t *count_out)
{
    size_t least = 0;

    *count_out = 0;
    for (size_t i = 0; i < list->count; i = group_end(list, i)) {
        ++*count_out;
        if (value_cmp(&list->items[i], &list->items[least]) > 0)
            least = i;
    }
    return least;
}

static void drop(struct diagnostics *list, size_t start)
{
    size_t end = group_end(list, start);

    memmove(list->items + start, list->items + end,
            (list->count - end) * sizeof *list->items);
    list->count -= end - start;
}

struct diagnostic *diagnostics_claim(struct diagnostics *list,
                                     enum severity severity, int line,
                                     int column)
{
    struct diagnostic claimed = {
        .severity = severity, .line = line, .column = column};
    size_t count;
    size_t least = least_valuable(list, &count);

    if (severity == SEVERITY_ERROR)
        list->errors++;
    else
        list->warnings++;
    if (count >= DIAGNOSTICS_SHOWN) {
        if (value_cmp(&claimed, &list->items[least]) >= 0)
            return NULL;
        drop(list, least);
    }
    struct diagnostic *diagnostic = array_add(list);

    *diagnostic = claimed;
    return diagnostic;
}

struct diagnostic *diagnostics_claim_note(struct diagnostics *list)
{
    const char *id = diagnostics_last(list)->id;
    struct diagnostic *note = array_add(list);

    *note = (struct diagnostic){.severity = SEVERITY_NOTE, .id = id};
    return note;
}

struct diagnostic *diagnostics_last(struct diagnostics *list)
{
    size_t last = list->count - 1;

    while (list->items[last].severity == SEVERITY_NOTE)
        last--;
    return &list->items[last];
}

void diagnostics_init(struct diagnostics *list, const char *path)
{
    *list = (struct diagnostics){0};
    list->path = arena_str(&list->arena, str_from(path));
}

void diagnostics_finish(struct diagnostics *list)
{
    if (!list)
        return;
    array_free(list);
    arena_finish(&list->arena);
    *list = (struct diagnostics){0};
}

/* Moves the group [start, end) in front of the entries it belongs before.
 * `scratch` has room for it. */
static void insert_group(struct diagnostics *list, size_t start, size_t end,
                         struct diagnostic *scratch)
{
    size_t size = sizeof *list->items;
    size_t to = 0;

    while (to < start && place_cmp(&list->items[to], &list->items[start]) <= 0)
        to = group_end(list, to);
    if (to == start)
        return;
    memcpy(scratch, list->items + start, (end - start) * size);
    memmove(list->items + to + (end - start), list->items + to,
            (start - to) * size);
    memcpy(list->items + to, scratch, (end - start) * size);
}

void diagnostics_sort(struct diagnostics *list)
{
    struct diagnostic *scratch = mem_alloc(list->count, sizeof *scratch);

    /* By insertion: at most DIAGNOSTICS_SHOWN groups, mostly in order. */
    for (size_t start = 0; start < list->count;) {
        size_t end = group_end(list, start);

        insert_group(list, start, end, scratch);
        start = end;
    }
    free(scratch);
}
