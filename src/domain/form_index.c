/*
 * Brings the units of each section into the order in which they are drawn, and
 * knows which units are enemies. Both are done once for a form, however often
 * it is drawn anew.
 */
#include "form_units.h"

#include <stdlib.h>
#include <string.h>

/* What ranks a unit within its section. */
struct rank {
    int32_t seen;
    int64_t last_seen_ms;
    uint32_t unit;
};

static int compare_exposure(const struct rank *a, const struct rank *b)
{
    if (a->seen != b->seen)
        return a->seen < b->seen ? -1 : 1;
    return (a->last_seen_ms > b->last_seen_ms) -
           (a->last_seen_ms < b->last_seen_ms);
}

static int compare_ranks(const void *a, const void *b)
{
    const struct rank *x = a;
    const struct rank *y = b;
    int order = compare_exposure(x, y);

    return order != 0 ? order : (x->unit > y->unit) - (x->unit < y->unit);
}

static struct rank rank_of(const struct units *units, uint32_t unit)
{
    return (struct rank){units->list[unit].seen, units->list[unit].last_seen_ms,
                         unit};
}

/* Brings the seen units of a section, which stand behind its fresh ones, into
 * the order of exposure. */
static void rank_seen(struct units *units, uint32_t start, uint32_t end,
                      struct rank *ranks)
{
    uint32_t count = end - start;

    for (uint32_t i = 0; i < count; i++)
        ranks[i] = rank_of(units, units->ranked[start + i]);
    qsort(ranks, count, sizeof *ranks, compare_ranks);
    for (uint32_t i = 0; i < count; i++)
        units->ranked[start + i] = ranks[i].unit;
}

static void find_classes(struct units *units, uint32_t start, uint32_t end)
{
    for (uint32_t first = start, next; first < end; first = next) {
        struct rank rank = rank_of(units, units->ranked[first]);

        for (next = first; next < end; next++) {
            struct rank other = rank_of(units, units->ranked[next]);

            if (compare_exposure(&rank, &other) != 0)
                break;
            units->list[other.unit].class_start = first;
        }
        units->class_end[first] = next;
    }
}

void units_rank(struct units *units, size_t section_count, struct arena *arena)
{
    uint32_t fresh_end[EXAM_SECTIONS_MAX];
    uint32_t next[EXAM_SECTIONS_MAX];
    struct rank *ranks = ARENA_ARRAY(arena, struct rank, units->count);
    uint32_t *start = units->section_start;

    units->ranked = ARENA_ARRAY(arena, uint32_t, units->count);
    units->class_end = ARENA_ARRAY(arena, uint32_t, units->count);
    memset(start, 0, sizeof units->section_start);
    for (size_t i = 0; i < units->count; i++)
        start[units->list[i].section + 1]++;
    for (size_t s = 0; s < section_count; s++) {
        start[s + 1] += start[s];
        next[s] = start[s];
    }
    for (int seen = 0; seen < 2; seen++) {
        for (size_t i = 0; i < units->count; i++) {
            const struct unit *unit = &units->list[i];

            if ((unit->seen > 0) == (seen > 0))
                units->ranked[next[unit->section]++] = (uint32_t)i;
        }
        if (seen == 0)
            memcpy(fresh_end, next, section_count * sizeof *next);
    }
    for (size_t s = 0; s < section_count; s++) {
        rank_seen(units, fresh_end[s], start[s + 1], ranks);
        find_classes(units, start[s], start[s + 1]);
    }
}

static int compare_u64(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* Every tag of every unit as tag and unit in one number, sorted, each once. */
static uint64_t *list_tags(const struct units *units, const struct pool *pool,
                           struct arena *arena, size_t *count_out)
{
    const struct pool_item *items = pool->items;
    size_t count = 0;
    size_t kept = 0;
    uint64_t *pairs;

    for (size_t i = 0; i < pool->count; i++)
        count += items[i].enemy_count;
    pairs = ARENA_ARRAY(arena, uint64_t, count);
    count = 0;
    for (size_t u = 0; u < units->count; u++) {
        for (uint32_t k = 0; k < units->list[u].size; k++) {
            const struct pool_item *item =
                &items[units->members[units->list[u].first + k]];

            for (size_t j = 0; j < item->enemy_count; j++)
                pairs[count++] = (uint64_t)item->enemies[j] << 32 | u;
        }
    }
    qsort(pairs, count, sizeof *pairs, compare_u64);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || pairs[i] != pairs[i - 1])
            pairs[kept++] = pairs[i];
    }
    *count_out = kept;
    return pairs;
}

/* Section, weight and number of a unit in one, for sorting. */
static uint64_t tally_key(const struct units *units, uint32_t unit)
{
    const struct unit *it = &units->list[unit];

    return (uint64_t)it->section << 58 | (uint64_t)it->weight << 32 | unit;
}

/* Brings the units of each tag into the order of section and weight. */
static void sort_tagged(struct units *units, struct arena *arena)
{
    uint32_t total = units->tag_start[units->tag_count];
    uint64_t *keys = ARENA_ARRAY(arena, uint64_t, total);

    for (uint32_t tag = 0; tag < units->tag_count; tag++) {
        uint32_t first = units->tag_start[tag];
        uint32_t count = units->tag_start[tag + 1] - first;

        for (uint32_t i = 0; i < count; i++)
            keys[i] = tally_key(units, units->tagged[first + i]);
        qsort(keys, count, sizeof *keys, compare_u64);
        for (uint32_t i = 0; i < count; i++)
            units->tagged[first + i] = (uint32_t)keys[i];
    }
}

/* The tally of the next unit of a tag: the last one, or a new one. */
static uint32_t tally_of(struct units *units, uint32_t tag,
                         const struct unit *unit)
{
    if (units->tally_count > units->tally_start[tag]) {
        const struct tally *last = &units->tallies[units->tally_count - 1];

        if (last->section == unit->section && last->weight == unit->weight)
            return units->tally_count - 1;
    }
    units->tallies[units->tally_count] =
        (struct tally){unit->section, unit->weight};
    return units->tally_count++;
}

/* Gives each unit the numbers of its tags and tallies, once tagged and
 * tag_start stand. */
static void link_tags(struct units *units, struct arena *arena)
{
    uint32_t total = units->tag_start[units->tag_count];
    uint32_t *tags = ARENA_ARRAY(arena, uint32_t, total);
    uint32_t *tallies = ARENA_ARRAY(arena, uint32_t, total);
    uint32_t *next = ARENA_ARRAY(arena, uint32_t, units->count + 1);

    for (uint32_t i = 0; i < total; i++)
        next[units->tagged[i] + 1]++;
    for (size_t u = 0; u < units->count; u++) {
        units->list[u].tags = tags + next[u];
        units->list[u].tallies = tallies + next[u];
        units->list[u].tag_count = next[u + 1];
        next[u + 1] += next[u];
    }
    units->tallies = ARENA_ARRAY(arena, struct tally, total);
    units->tally_start = ARENA_ARRAY(arena, uint32_t, units->tag_count + 1);
    for (uint32_t tag = 0; tag < units->tag_count; tag++) {
        for (uint32_t i = units->tag_start[tag]; i < units->tag_start[tag + 1];
             i++) {
            uint32_t unit = units->tagged[i];

            tags[next[unit]] = tag;
            tallies[next[unit]++] = tally_of(units, tag, &units->list[unit]);
        }
        units->tally_start[tag + 1] = units->tally_count;
    }
}

void units_index_enemies(struct units *units, const struct pool *pool,
                         struct arena *arena)
{
    size_t count;
    uint64_t *pairs = list_tags(units, pool, arena, &count);
    uint32_t used = 0;

    units->tagged = ARENA_ARRAY(arena, uint32_t, count);
    units->tag_start = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && pairs[end] >> 32 == pairs[start] >> 32)
            end++;
        if (end - start < 2)
            continue;
        for (size_t i = start; i < end; i++)
            units->tagged[used++] = (uint32_t)pairs[i];
        units->tag_start[++units->tag_count] = used;
    }
    sort_tagged(units, arena);
    link_tags(units, arena);
}
