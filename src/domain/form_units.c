/*
 * Makes units of a pool: finds each item's section, brings the items of a case
 * together and leaves out what can never be drawn. Ranking the units and
 * knowing their enemies is in form_index.c, drawing in form_select.c. Linear in
 * the pool but for the sorts.
 */
#include "form_units.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "exam_rules.h"
#include "name_sort.h"
#include "proctor/base/mem.h"
#include "proctor/base/strmap.h"

enum {
    SECTION_NONE = -1,
    SECTION_BARRED = -2, /* needs a book the exam does not allow */
};

#define NO_GROUP UINT32_MAX

/* What is known while units are made. */
struct builder {
    struct units *units;
    const struct exam *exam;
    const struct pool *pool;
    struct arena *arena;
    int *section; /* of each item of the pool */
};

/* An item within its case. */
struct case_member {
    int32_t ord;
    uint32_t index;
};

struct group {
    uint32_t first, count; /* of case members */
};

/* The place of a name in the sorted pool, or its count. */
static size_t find_name(const struct pool *pool, struct str name)
{
    size_t low = 0;
    size_t high = pool->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (str_cmp(pool->items[middle].about.name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < pool->count && str_eq(pool->items[low].about.name, name))
        return low;
    return pool->count;
}

/* Questions listed by a section are its own, whatever the rules say. */
static void assign_listed(struct builder *builder)
{
    for (size_t s = builder->exam->section_count; s-- > 0;) {
        const struct str_list *list = &builder->exam->sections[s].questions;

        for (size_t i = 0; i < list->count; i++) {
            size_t at = find_name(builder->pool, list->items[i]);

            if (at < builder->pool->count &&
                builder->section[at] != SECTION_BARRED)
                builder->section[at] = (int)s;
        }
    }
}

/* Items that the rules of a blueprint cannot tell apart but by topic. */
enum { VARIANTS = 2 * ITEM_KIND_COUNT };

/* Sections by topic and variant: a pool has many items and few topics. */
struct rule_table {
    struct strmap *topics; /* to the index of a row */
    struct {
        int (*items)[VARIANTS];
        size_t count, capacity;
    } rows;
};

static int look_up(struct rule_table *table, const struct exam *exam,
                   const struct exam_candidate *about)
{
    int variant = 2 * (int)about->kind + about->has_case;
    int64_t row = (int64_t)table->rows.count;
    int *sections;

    if (!strmap_add(table->topics, about->topic, row, &row))
        return table->rows.items[row][variant];
    sections = *array_add(&table->rows);
    for (int i = 0; i < VARIANTS; i++) {
        struct exam_candidate candidate = {
            .topic = about->topic,
            .kind = (enum item_kind)(i / 2),
            .has_case = i % 2 == 1,
        };

        sections[i] = exam_section_by_rule(exam, &candidate);
    }
    return sections[variant];
}

/* The same answers as exam_section_of(), in less time. */
static void assign_sections(struct builder *builder)
{
    const struct pool *pool = builder->pool;
    struct rule_table table = {.topics = strmap_create()};

    for (size_t i = 0; i < pool->count; i++) {
        const struct exam_candidate *about = &pool->items[i].about;

        builder->section[i] = exam_has_books(builder->exam, about->needs)
                                  ? look_up(&table, builder->exam, about)
                                  : SECTION_BARRED;
    }
    assign_listed(builder);
    array_free(&table.rows);
    strmap_destroy(table.topics);
}

static int compare_members(const void *a, const void *b)
{
    const struct case_member *x = a;
    const struct case_member *y = b;

    if (x->ord != y->ord)
        return x->ord < y->ord ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* A section that lists questions takes no others: what it gives an item, the
 * author of the exam gave it. */
static bool is_listed(const struct builder *builder, uint32_t item)
{
    int section = builder->section[item];

    return section >= 0 && builder->exam->sections[section].questions.count > 0;
}

/* Where an exam lists questions of a case, it asks just these of it: the others
 * leave the case. Gives the count of those that stay. */
static uint32_t keep_listed(const struct builder *builder,
                            struct case_member *members, uint32_t count)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (is_listed(builder, members[i].index))
            members[kept++] = members[i];
    }
    return kept > 0 ? kept : count;
}

/* All items that have a case and may be asked with it, those of a case together
 * in its order. */
static struct case_member *sort_cases(const struct builder *builder,
                                      uint32_t *count_out)
{
    const struct pool *pool = builder->pool;
    struct str *names = ARENA_ARRAY(builder->arena, struct str, pool->count);
    uint32_t *order = ARENA_ARRAY(builder->arena, uint32_t, pool->count);
    struct case_member *members;
    uint32_t count = 0;
    uint32_t used = 0;

    for (size_t i = 0; i < pool->count; i++) {
        names[i] = pool->items[i].case_name;
        if (names[i].len > 0)
            order[count++] = (uint32_t)i;
    }
    name_sort(names, order, count);
    members = ARENA_ARRAY(builder->arena, struct case_member, count);
    for (uint32_t start = 0, end; start < count; start = end) {
        struct case_member *own = members + used;

        for (end = start;
             end < count && str_eq(names[order[start]], names[order[end]]);
             end++)
            own[end - start] = (struct case_member){
                pool->items[order[end]].case_ord, order[end]};
        qsort(own, end - start, sizeof *own, compare_members);
        used += keep_listed(builder, own, end - start);
    }
    *count_out = used;
    return members;
}

/* Notes each case at the first name among its items. */
static uint32_t *find_leads(const struct builder *builder,
                            const struct case_member *members, uint32_t count,
                            struct group *groups)
{
    const struct pool_item *items = builder->pool->items;
    uint32_t *lead =
        ARENA_ARRAY(builder->arena, uint32_t, builder->pool->count);
    uint32_t group_count = 0;

    memset(lead, 0xff, builder->pool->count * sizeof *lead);
    for (uint32_t start = 0, end; start < count; start = end) {
        uint32_t lowest = members[start].index;

        for (end = start;
             end < count && str_eq(items[members[end].index].case_name,
                                   items[members[start].index].case_name);
             end++) {
            if (members[end].index < lowest)
                lowest = members[end].index;
        }
        lead[lowest] = group_count;
        groups[group_count++] = (struct group){start, end - start};
    }
    return lead;
}

/* The section of the first item that any section takes. A case with an item
 * that the exam may not draw cannot be drawn whole, so it is not drawn. */
static int unit_section(const struct builder *builder, const uint32_t *members,
                        uint32_t size)
{
    int section = SECTION_NONE;

    for (uint32_t i = 0; i < size; i++) {
        int own = builder->section[members[i]];

        if (own == SECTION_BARRED)
            return SECTION_NONE;
        if (section == SECTION_NONE)
            section = own;
    }
    return section;
}

static int compare_u32(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* Two items of the case are enemies. */
static bool is_divided(const struct builder *builder, const uint32_t *members,
                       uint32_t size)
{
    const struct pool_item *items = builder->pool->items;
    size_t count = 0;
    uint32_t *tags;

    for (uint32_t i = 0; i < size; i++)
        count += items[members[i]].enemy_count;
    if (size < 2 || count < 2)
        return false;
    tags = ARENA_ARRAY(builder->arena, uint32_t, count);
    count = 0;
    for (uint32_t i = 0; i < size; i++) {
        const struct pool_item *item = &items[members[i]];

        for (size_t j = 0; j < item->enemy_count; j++) {
            if (j == 0 || item->enemies[j] != item->enemies[j - 1])
                tags[count++] = item->enemies[j];
        }
    }
    qsort(tags, count, sizeof *tags, compare_u32);
    for (size_t i = 1; i < count; i++) {
        if (tags[i] == tags[i - 1])
            return true;
    }
    return false;
}

static bool counts_cases(const struct builder *builder, int section)
{
    return builder->exam->sections[section].size_kind == SIZE_CASES;
}

/* Adds the unit whose items stand at `first` of the members, if it can be
 * drawn at all. */
static void add_unit(struct builder *builder, uint32_t first, uint32_t size,
                     bool is_case)
{
    struct units *units = builder->units;
    const uint32_t *members = units->members + first;
    struct unit unit = {.first = first, .size = size, .is_case = is_case};

    unit.section = unit_section(builder, members, size);
    if (unit.section < 0 || is_divided(builder, members, size) ||
        (!is_case && counts_cases(builder, unit.section)))
        return;
    for (uint32_t i = 0; i < size; i++) {
        const struct pool_item *item = &builder->pool->items[members[i]];

        if (item->seen > unit.seen)
            unit.seen = item->seen;
        if (item->seen > 0 && item->last_seen_ms > unit.last_seen_ms)
            unit.last_seen_ms = item->last_seen_ms;
    }
    unit.weight = counts_cases(builder, unit.section) ? 1 : size;
    units->list[units->count++] = unit;
}

static void make_units(struct builder *builder)
{
    const struct pool *pool = builder->pool;
    struct units *units = builder->units;
    uint32_t member_count;
    struct case_member *members = sort_cases(builder, &member_count);
    struct group *groups =
        ARENA_ARRAY(builder->arena, struct group, member_count);
    uint32_t *lead = find_leads(builder, members, member_count, groups);
    uint32_t used = 0;

    units->list = ARENA_ARRAY(builder->arena, struct unit, pool->count);
    units->members = ARENA_ARRAY(builder->arena, uint32_t, pool->count);
    for (uint32_t i = 0; i < pool->count; i++) {
        uint32_t first = used;

        if (pool->items[i].case_name.len == 0) {
            units->members[used++] = i;
            add_unit(builder, first, 1, false);
        } else if (lead[i] != NO_GROUP) {
            struct group group = groups[lead[i]];

            for (uint32_t k = 0; k < group.count; k++)
                units->members[used++] = members[group.first + k].index;
            add_unit(builder, first, group.count, true);
        }
    }
}

void units_build(struct units *units, const struct exam *exam,
                 const struct pool *pool, struct arena *arena)
{
    struct builder builder = {units, exam, pool, arena, NULL};

    assert(exam->section_count <= EXAM_SECTIONS_MAX);
    assert(pool->count < UINT32_MAX);
    *units = (struct units){0};
    builder.section = ARENA_ARRAY(arena, int, pool->count);
    assign_sections(&builder);
    make_units(&builder);
    units_rank(units, exam->section_count, arena);
    units_index_enemies(units, pool, arena);
}

void units_size_sections(const struct units *units, const struct exam *exam,
                         int *scored_out, int *needed_out)
{
    int available[EXAM_SECTIONS_MAX] = {0};

    for (size_t i = 0; i < units->count; i++)
        available[units->list[i].section] += (int)units->list[i].size;
    exam_section_sizes(exam, available, scored_out, needed_out);
    for (size_t s = 0; s < exam->section_count; s++)
        needed_out[s] += scored_out[s];
}
