/*
 * Draws the items of a practice: units as forms have them (form_units.h), all
 * in one section that takes anything, in the order of exposure and without
 * quotas. What a scope means and which items are kept back is decided by the
 * caller, who makes the pool. Rules: docs/practice.md.
 */
#include "proctor/domain/practice.h"

#include <assert.h>
#include <stdlib.h>

#include "form_units.h"
#include "ids.h"
#include "name_sort.h"
#include "proctor/base/random.h"

#define X(NAME, id, label) [PRACTICE_##NAME] = id,
static const char *const scope_ids[] = {PRACTICE_SCOPES(X)};
#undef X

#define X(NAME, id, label) [PRACTICE_##NAME] = label,
static const char *const scope_labels[] = {PRACTICE_SCOPES(X)};
#undef X

const char *practice_scope_id(enum practice_scope scope)
{
    return scope_ids[scope];
}

const char *practice_scope_label(enum practice_scope scope)
{
    return scope_labels[scope];
}

IDS_DEFINE_FROM_ID(practice_scope_from_id, practice_scope, scope_ids)

bool practice_scope_is_redo(enum practice_scope scope)
{
    return scope >= PRACTICE_MISSED && scope <= PRACTICE_DISPUTED;
}

struct practice_supply practice_supply(const struct pool *pool,
                                       const bool *reserved)
{
    struct practice_supply supply = {0};

    for (size_t i = 0; i < pool->count; i++) {
        if (pool->items[i].seen > 0)
            supply.seen++;
        else if (reserved && reserved[i])
            supply.reserved++;
        else
            supply.fresh++;
    }
    return supply;
}

/* What may be drawn, sorted by name. */
struct choice {
    struct pool pool;
    uint32_t *origin; /* of each item its index in the caller's pool */
};

static void choose_from(struct choice *choice, const struct pool *pool,
                        const bool *reserved, struct arena *arena)
{
    struct str *names = ARENA_ARRAY(arena, struct str, pool->count);
    size_t count = 0;

    assert(pool->count < UINT32_MAX);
    choice->origin = ARENA_ARRAY(arena, uint32_t, pool->count);
    for (size_t i = 0; i < pool->count; i++) {
        names[i] = pool->items[i].about.name;
        if (!reserved || !reserved[i])
            choice->origin[count++] = (uint32_t)i;
    }
    name_sort(names, choice->origin, count);
    choice->pool.items = ARENA_ARRAY(arena, struct pool_item, count);
    choice->pool.count = count;
    for (size_t i = 0; i < count; i++) {
        struct pool_item *item = &choice->pool.items[i];

        *item = pool->items[choice->origin[i]];
        /* No topic, `unsorted` neither, and no book decides here. */
        item->about.topic = STR("");
        item->about.needs = 0;
    }
}

/* A unit is drawn: what it shares a tag with is out, itself too. */
static void put_out_enemies(const struct units *units, const struct unit *unit,
                            bool *is_out)
{
    for (uint32_t i = 0; i < unit->tag_count; i++) {
        uint32_t tag = unit->tags[i];

        for (uint32_t k = units->tag_start[tag]; k < units->tag_start[tag + 1];
             k++)
            is_out[units->tagged[k]] = true;
    }
}

/* The units of a practice. */
struct drawn {
    uint32_t *units;
    size_t count;
    size_t items; /* of all of them */
};

/* Draws units class by class until they have `wanted` items. */
static void draw_units(const struct units *units, size_t wanted, uint64_t seed,
                       struct drawn *out, struct arena *arena)
{
    struct random random = random_of(seed, RANDOM_PRACTICE);
    bool *is_out = ARENA_ARRAY(arena, bool, units->count);

    *out = (struct drawn){.units = ARENA_ARRAY(arena, uint32_t, units->count)};
    for (uint32_t first = 0, end; first < units->count && out->items < wanted;
         first = end) {
        end = units->class_end[first];
        random_shuffle(&random, units->ranked + first, end - first);
        for (uint32_t i = first; i < end && out->items < wanted; i++) {
            uint32_t unit = units->ranked[i];

            if (is_out[unit])
                continue;
            put_out_enemies(units, &units->list[unit], is_out);
            out->units[out->count++] = unit;
            out->items += units->list[unit].size;
        }
    }
}

/* The items in the order to ask: units by chance, a case in its own order. */
static size_t *list_items(const struct choice *choice,
                          const struct units *units, const struct drawn *drawn,
                          uint64_t seed, struct arena *arena)
{
    struct random random = random_of(seed, RANDOM_ORDER);
    size_t *items = ARENA_ARRAY(arena, size_t, drawn->items);
    size_t count = 0;

    random_shuffle(&random, drawn->units, drawn->count);
    for (size_t i = 0; i < drawn->count; i++) {
        const struct unit *unit = &units->list[drawn->units[i]];

        for (uint32_t k = 0; k < unit->size; k++)
            items[count++] = choice->origin[units->members[unit->first + k]];
    }
    return items;
}

bool practice_draw(const struct pool *pool, const bool *reserved, int count,
                   uint64_t seed, struct arena *arena, size_t **drawn_out,
                   size_t *count_out, struct error *err)
{
    struct exam_section everything = {.id = STR("practice")};
    struct exam exam = {.sections = &everything, .section_count = 1};
    struct arena scratch = {0};
    struct choice choice;
    struct units units;
    struct drawn drawn;

    assert(count > 0 && count <= PRACTICE_ITEMS_MAX);
    choose_from(&choice, pool, reserved, &scratch);
    units_build(&units, &exam, &choice.pool, &scratch);
    draw_units(&units, (size_t)count, seed, &drawn, &scratch);
    if (drawn.count > 0) {
        *drawn_out = list_items(&choice, &units, &drawn, seed, arena);
        *count_out = drawn.items;
    } else {
        error_set(err, ERR_INVALID, "there is no question to practise");
    }
    arena_finish(&scratch);
    return drawn.count > 0;
}
