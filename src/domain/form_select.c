/*
 * Draws the units of a form, section by section: as few classes as fill the
 * section, the least seen first, by chance within a class. A unit is taken if
 * the rest of its section and all later sections can still be filled without
 * its enemies; otherwise it is passed by. That looks at sizes only, so enemies
 * among what is left can still leave a gap; then the form is drawn anew, in the
 * end without regard to classes. Rules: docs/assembly.md.
 */
#include "form_select.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/random.h"

/* One attempt at a form. */
struct draw {
    const struct units *units;
    size_t section_count;
    struct random random;
    int size_max;          /* the largest weight that may be drawn */
    int *goal;             /* what each section can reach at most */
    int *left;             /* per section and weight: units still to be had */
    int *near;             /* per weight: those of `left` in admitted classes */
    int *tally_left;       /* per tally: its part of `left` */
    int *tally_near;       /* and of `near` */
    int section;           /* being drawn; -1 before the first */
    uint32_t admitted_end; /* of its admitted classes, in `ranked` */
    uint32_t *hits;        /* per unit: taken tags that it has */
    bool *is_gone;         /* taken, passed by, or too large from the start */
    uint32_t *order;       /* units.ranked, shuffled within classes as drawn */
    uint32_t *taken;       /* section after section */
    size_t taken_count;
    size_t taken_start[EXAM_SECTIONS_MAX + 1];
    bool *reach; /* scratch of largest_fill() */
    int *uses;
    int missing;          /* from all goals so far */
    bool ignores_classes; /* the last resort before coming short */
};

static int *left_of(const struct draw *draw, int section)
{
    return draw->left + (size_t)section * (size_t)(draw->size_max + 1);
}

/* The largest sum up to `wanted` that units add up to, of which there are so
 * many of each weight: a bounded knapsack. */
static int largest_fill(struct draw *draw, const int *counts, int wanted)
{
    int best = wanted;

    if (counts[1] >= wanted)
        return wanted;
    memset(draw->reach, 0, (size_t)(wanted + 1) * sizeof *draw->reach);
    draw->reach[0] = true;
    for (int weight = 1; weight <= draw->size_max; weight++) {
        if (counts[weight] == 0)
            continue;
        /* uses[n]: least units of this weight that are in the sum n. */
        for (int sum = 0; sum <= wanted; sum++) {
            int before = sum - weight;

            draw->uses[sum] = 0;
            if (draw->reach[sum] || before < 0 || !draw->reach[before] ||
                draw->uses[before] >= counts[weight])
                continue;
            draw->reach[sum] = true;
            draw->uses[sum] = draw->uses[before] + 1;
        }
    }
    while (!draw->reach[best])
        best--;
    return best;
}

static bool can_fill(struct draw *draw, const int *counts, int wanted)
{
    return largest_fill(draw, counts, wanted) == wanted;
}

static void count_near(struct draw *draw, const struct unit *unit, int step)
{
    draw->near[unit->weight] += step;
    for (uint32_t i = 0; i < unit->tag_count; i++)
        draw->tally_near[unit->tallies[i]] += step;
}

/* A unit can no longer be drawn (step -1), or can again. */
static void count_left(struct draw *draw, uint32_t unit, int step)
{
    const struct unit *it = &draw->units->list[unit];

    if (draw->is_gone[unit])
        return;
    left_of(draw, it->section)[it->weight] += step;
    for (uint32_t i = 0; i < it->tag_count; i++)
        draw->tally_left[it->tallies[i]] += step;
    if (it->section == draw->section && it->class_start < draw->admitted_end)
        count_near(draw, it, step);
}

/* Enemies of a unit leave the count when it is taken (step 1), and come back
 * when it is not taken after all (step -1). */
static void count_enemies(struct draw *draw, const struct unit *unit, int step)
{
    const struct units *units = draw->units;

    for (uint32_t i = 0; i < unit->tag_count; i++) {
        uint32_t tag = unit->tags[i];

        for (uint32_t k = units->tag_start[tag]; k < units->tag_start[tag + 1];
             k++) {
            uint32_t enemy = units->tagged[k];

            if (step > 0 && draw->hits[enemy]++ == 0)
                count_left(draw, enemy, -1);
            else if (step < 0 && --draw->hits[enemy] == 0)
                count_left(draw, enemy, 1);
        }
    }
}

/* Sections after this one, of those the unit has enemies in, still reach their
 * goals. */
static bool later_can_fill(struct draw *draw, const struct unit *unit)
{
    const struct units *units = draw->units;
    bool is_checked[EXAM_SECTIONS_MAX] = {false};

    for (uint32_t i = 0; i < unit->tag_count; i++) {
        uint32_t tag = unit->tags[i];

        for (uint32_t k = units->tag_start[tag]; k < units->tag_start[tag + 1];
             k++) {
            int section = units->list[units->tagged[k]].section;

            if (section <= unit->section || is_checked[section])
                continue;
            if (!can_fill(draw, left_of(draw, section), draw->goal[section]))
                return false;
            is_checked[section] = true;
        }
    }
    return true;
}

/* The end of the class that begins there. */
static uint32_t class_end(const struct draw *draw, uint32_t first)
{
    return draw->ignores_classes ? draw->units->section_start[draw->section + 1]
                                 : draw->units->class_end[first];
}

/* Admits classes until they fill what is wanted. If even all of them cannot,
 * gives the most they fill, and the rest is missing. */
static int admit(struct draw *draw, int wanted)
{
    const struct units *units = draw->units;
    uint32_t end = units->section_start[draw->section + 1];
    int fill = largest_fill(draw, draw->near, wanted);

    while (fill < wanted && draw->admitted_end < end) {
        uint32_t next = class_end(draw, draw->admitted_end);

        for (uint32_t i = draw->admitted_end; i < next; i++) {
            uint32_t unit = draw->order[i];

            if (!draw->is_gone[unit] && draw->hits[unit] == 0)
                count_near(draw, &units->list[unit], 1);
        }
        draw->admitted_end = next;
        fill = largest_fill(draw, draw->near, wanted);
    }
    draw->missing += wanted - fill;
    return fill;
}

/* As can_fill() without the units of some tallies, all of one section. */
static bool can_fill_without(struct draw *draw, int *counts,
                             const int *tally_counts, uint32_t first,
                             uint32_t end, int wanted)
{
    const struct tally *tallies = draw->units->tallies;
    bool ok;

    /* What is too heavy for the section counts 0 and has no place there. */
    for (uint32_t i = first; i < end; i++) {
        if (tally_counts[i] > 0)
            counts[tallies[i].weight] -= tally_counts[i];
    }
    ok = can_fill(draw, counts, wanted);
    for (uint32_t i = first; i < end; i++) {
        if (tally_counts[i] > 0)
            counts[tallies[i].weight] += tally_counts[i];
    }
    return ok;
}

/* The units of one tag are missed too much to take the unit: then its enemies
 * of all tags are as well. Told by the tallies alone, however many they are. */
static bool is_refused_by_tag(struct draw *draw, const struct unit *unit,
                              uint32_t tag, int wanted)
{
    const struct units *units = draw->units;
    uint32_t last = units->tally_start[tag + 1];

    for (uint32_t first = units->tally_start[tag], end; first < last;
         first = end) {
        int section = units->tallies[first].section;
        bool ok = true;

        for (end = first; end < last && units->tallies[end].section == section;)
            end++;
        if (section == unit->section)
            ok = can_fill_without(draw, draw->near, draw->tally_near, first,
                                  end, wanted - (int)unit->weight);
        else if (section > unit->section)
            ok =
                can_fill_without(draw, left_of(draw, section), draw->tally_left,
                                 first, end, draw->goal[section]);
        if (!ok)
            return true;
    }
    return false;
}

static bool is_refused(struct draw *draw, const struct unit *unit, int wanted)
{
    for (uint32_t i = 0; i < unit->tag_count; i++) {
        if (is_refused_by_tag(draw, unit, unit->tags[i], wanted))
            return true;
    }
    return false;
}

/* Takes the unit if nothing speaks against it; gives what is still wanted. */
static int consider(struct draw *draw, uint32_t index, int wanted)
{
    const struct unit *unit = &draw->units->list[index];
    int weight = (int)unit->weight;

    if (draw->is_gone[index] || draw->hits[index] > 0)
        return wanted;
    count_left(draw, index, -1);
    draw->is_gone[index] = true;
    if (weight > wanted)
        return wanted;
    if (is_refused(draw, unit, wanted))
        return admit(draw, wanted);
    count_enemies(draw, unit, 1);
    if (can_fill(draw, draw->near, wanted - weight) &&
        later_can_fill(draw, unit)) {
        draw->taken[draw->taken_count++] = index;
        return wanted - weight;
    }
    count_enemies(draw, unit, -1);
    return admit(draw, wanted);
}

/* The chance of a shuffle, but only as far as units are looked at: from the
 * top of a class downwards, as in random_shuffle(). */
static uint32_t pick(struct draw *draw, uint32_t first, uint32_t last)
{
    uint32_t chosen =
        first + (uint32_t)random_below(&draw->random, last - first + 1);
    uint32_t unit = draw->order[chosen];

    draw->order[chosen] = draw->order[last];
    draw->order[last] = unit;
    return unit;
}

static void draw_section(struct draw *draw, int section)
{
    uint32_t first = draw->units->section_start[section];
    int wanted = draw->goal[section];

    draw->section = section;
    draw->admitted_end = first;
    memset(draw->near, 0, (size_t)(draw->size_max + 1) * sizeof *draw->near);
    memset(draw->tally_near, 0,
           draw->units->tally_count * sizeof *draw->tally_near);
    wanted = admit(draw, wanted);
    for (uint32_t next; wanted > 0; first = next) {
        /* What is wanted can be filled with units not looked at yet. */
        assert(first < draw->admitted_end);
        next = class_end(draw, first);
        for (uint32_t last = next; last > first && wanted > 0; last--)
            wanted = consider(draw, pick(draw, first, last - 1), wanted);
    }
}

/* Everything can be had again, but what is larger than its section wants. */
static void start_over(struct draw *draw, const int *needed)
{
    const struct units *units = draw->units;
    size_t width = (size_t)draw->size_max + 1;

    memset(draw->left, 0, draw->section_count * width * sizeof *draw->left);
    memset(draw->tally_left, 0, units->tally_count * sizeof *draw->tally_left);
    memset(draw->hits, 0, units->count * sizeof *draw->hits);
    draw->missing = 0;
    draw->section = -1;
    draw->taken_count = 0;
    for (size_t i = 0; i < units->count; i++) {
        const struct unit *unit = &units->list[i];

        draw->is_gone[i] = (int)unit->weight > needed[unit->section];
        count_left(draw, (uint32_t)i, 1);
    }
}

static void draw_form(struct draw *draw)
{
    for (size_t s = 0; s < draw->section_count; s++) {
        draw->taken_start[s] = draw->taken_count;
        draw_section(draw, (int)s);
    }
    draw->taken_start[draw->section_count] = draw->taken_count;
}

static void draw_init(struct draw *draw, const int *needed, struct arena *arena)
{
    const struct units *units = draw->units;
    size_t width;

    for (size_t s = 0; s < draw->section_count; s++) {
        if (draw->size_max < needed[s])
            draw->size_max = needed[s];
    }
    width = (size_t)draw->size_max + 1;
    draw->goal = ARENA_ARRAY(arena, int, draw->section_count);
    draw->left = ARENA_ARRAY(arena, int, draw->section_count *width);
    draw->near = ARENA_ARRAY(arena, int, width);
    draw->tally_left = ARENA_ARRAY(arena, int, units->tally_count);
    draw->tally_near = ARENA_ARRAY(arena, int, units->tally_count);
    draw->hits = ARENA_ARRAY(arena, uint32_t, units->count);
    draw->is_gone = ARENA_ARRAY(arena, bool, units->count);
    draw->order = ARENA_ARRAY(arena, uint32_t, units->count);
    draw->taken = ARENA_ARRAY(arena, uint32_t, units->count);
    draw->reach = ARENA_ARRAY(arena, bool, width);
    draw->uses = ARENA_ARRAY(arena, int, width);
    memcpy(draw->order, units->ranked, units->count * sizeof *draw->order);
    start_over(draw, needed);
    for (size_t s = 0; s < draw->section_count; s++)
        draw->goal[s] = largest_fill(draw, left_of(draw, (int)s), needed[s]);
}

static void keep(struct selection *selection, const struct draw *draw)
{
    memcpy(selection->section_start, draw->taken_start,
           sizeof draw->taken_start);
    memcpy(selection->units, draw->taken,
           draw->taken_start[draw->section_count] * sizeof *draw->taken);
}

static int compare_u32(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

void form_select(struct selection *selection, const struct units *units,
                 const struct exam *exam, const int *needed, uint64_t seed,
                 struct arena *arena)
{
    struct draw draw = {
        .units = units,
        .section_count = exam->section_count,
        .random = random_of(seed, RANDOM_ITEMS),
        .size_max = 1,
    };
    int best = INT32_MAX;
    int least;

    draw_init(&draw, needed, arena);
    least = units_least_missing(units, exam->section_count, draw.goal, arena);
    selection->units = ARENA_ARRAY(arena, uint32_t, units->count);
    for (int i = 0; i <= FORM_RESHUFFLES_MAX && best > least; i++) {
        if (i > 0)
            start_over(&draw, needed);
        draw.ignores_classes = i > FORM_RESHUFFLES_RANKED;
        draw_form(&draw);
        if (draw.missing < best) {
            best = draw.missing;
            keep(selection, &draw);
        }
    }
    for (size_t s = 0; s < exam->section_count; s++)
        qsort(selection->units + selection->section_start[s],
              selection->section_start[s + 1] - selection->section_start[s],
              sizeof *selection->units, compare_u32);
}
