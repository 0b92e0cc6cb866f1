/* What an import does, question by question. */
#include "import.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

static const char *const change_ids[] = {
#define X(NAME, id, label) [ITEM_CHANGE_##NAME] = id,
    ITEM_CHANGES(X)
#undef X
};
static const char *const change_labels[] = {
#define X(NAME, id, label) [ITEM_CHANGE_##NAME] = label,
    ITEM_CHANGES(X)
#undef X
};

const char *item_change_id(enum item_change change)
{
    return change_ids[change];
}

const char *item_change_label(enum item_change change)
{
    return change_labels[change];
}

/* A changed entry with its place in the list. */
struct place {
    size_t entry;
    bool is_absent;
    int64_t ord; /* in the file, or where it was before */
};

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;

    if (a->is_absent != b->is_absent)
        return a->is_absent ? 1 : -1;
    return (a->ord > b->ord) - (a->ord < b->ord);
}

bool catalog_import_changes(struct bank_import *import, struct arena *arena,
                            struct changed_items *out, struct error *err)
{
    struct {
        struct place *items;
        size_t count, capacity;
    } places = {0};

    (void)err;
    for (size_t i = 0; i < import->entries.count; i++) {
        const struct import_entry *entry = &import->entries.items[i];

        if (entry->change != ITEM_CHANGE_COUNT)
            *array_add(&places) = (struct place){
                i, entry->change == ITEM_CHANGE_ABSENT, entry->ord};
    }
    if (places.count)
        qsort(places.items, places.count, sizeof *places.items, by_place);
    out->items = ARENA_ARRAY(arena, struct changed_item, places.count);
    out->count = places.count;
    for (size_t i = 0; i < places.count; i++) {
        size_t entry = places.items[i].entry;

        out->items[i] = (struct changed_item){
            /* Entries and names are added together. */
            .id = arena_str(arena, strmap_key(import->names, entry)),
            .change = import->entries.items[entry].change,
        };
    }
    array_free(&places);
    return true;
}
