/*
 * How much of a form enemies make impossible, told before anything is drawn: a
 * lower bound, so that form_select.c need not draw anew for what no draw can
 * give. Each unit is counted under one of its tags, the most common, and of a
 * tag a form has one unit at most.
 */
#include "form_units.h"

/* Sums of weights. */
struct reach {
    int64_t free[EXAM_SECTIONS_MAX];   /* of units without enemies */
    int64_t tagged[EXAM_SECTIONS_MAX]; /* the heaviest unit of each tag */
    int64_t tagged_all;                /* the same over all sections */
};

static uint32_t tag_size(const struct units *units, uint32_t tag)
{
    return units->tag_start[tag + 1] - units->tag_start[tag];
}

/* The tag of the unit that most units have. */
static uint32_t main_tag(const struct units *units, const struct unit *unit)
{
    uint32_t tag = unit->tags[0];

    for (uint32_t i = 1; i < unit->tag_count; i++) {
        if (tag_size(units, unit->tags[i]) > tag_size(units, tag))
            tag = unit->tags[i];
    }
    return tag;
}

/* Adds the heaviest units of a tag that goals leave room for. */
static void add_tag(struct reach *reach, const struct units *units,
                    uint32_t tag, const int *goal)
{
    uint32_t heaviest = 0;
    uint32_t of_section = 0; /* units of a section stand together */

    for (uint32_t i = units->tag_start[tag]; i < units->tag_start[tag + 1];
         i++) {
        const struct unit *unit = &units->list[units->tagged[i]];

        if (i > units->tag_start[tag] &&
            unit->section != units->list[units->tagged[i - 1]].section)
            of_section = 0;
        if ((int)unit->weight > goal[unit->section] ||
            main_tag(units, unit) != tag)
            continue;
        if (unit->weight > of_section) {
            reach->tagged[unit->section] += unit->weight - of_section;
            of_section = unit->weight;
        }
        if (unit->weight > heaviest)
            heaviest = unit->weight;
    }
    reach->tagged_all += heaviest;
}

int units_least_missing(const struct units *units, size_t section_count,
                        const int *goal, struct arena *arena)
{
    struct reach *reach = ARENA_NEW(arena, struct reach);
    int64_t by_section = 0;
    int64_t together = 0;

    for (size_t i = 0; i < units->count; i++) {
        const struct unit *unit = &units->list[i];

        if (unit->tag_count == 0 && (int)unit->weight <= goal[unit->section])
            reach->free[unit->section] += unit->weight;
    }
    for (uint32_t tag = 0; tag < units->tag_count; tag++)
        add_tag(reach, units, tag, goal);
    for (size_t s = 0; s < section_count; s++) {
        int64_t rest = goal[s] > reach->free[s] ? goal[s] - reach->free[s] : 0;

        together += rest;
        if (rest > reach->tagged[s])
            by_section += rest - reach->tagged[s];
    }
    together -= reach->tagged_all;
    return (int)(together > by_section ? together : by_section);
}
