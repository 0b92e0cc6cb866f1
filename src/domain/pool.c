/*
 * The pool as a whole: its order, and what it can give each section before
 * anything is drawn. Grouping and drawing are in form_units.c and
 * form_select.c.
 */
#include "proctor/domain/form.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "form_units.h"
#include "name_sort.h"
#include "proctor/base/mem.h"

static bool is_sorted(const struct pool *pool)
{
    for (size_t i = 1; i < pool->count; i++) {
        if (str_cmp(pool->items[i - 1].about.name, pool->items[i].about.name) >
            0)
            return false;
    }
    return true;
}

void pool_sort(struct pool *pool)
{
    struct str *names;
    uint32_t *order;
    struct pool_item *sorted;

    assert(pool->count < UINT32_MAX);
    if (is_sorted(pool))
        return;
    names = mem_alloc(pool->count, sizeof *names);
    order = mem_alloc(pool->count, sizeof *order);
    sorted = mem_alloc(pool->count, sizeof *sorted);
    for (size_t i = 0; i < pool->count; i++) {
        names[i] = pool->items[i].about.name;
        order[i] = (uint32_t)i;
    }
    name_sort(names, order, pool->count);
    for (size_t i = 0; i < pool->count; i++)
        sorted[i] = pool->items[order[i]];
    memcpy(pool->items, sorted, pool->count * sizeof *sorted);
    free(sorted);
    free(order);
    free(names);
}

static void add_unit(struct section_supply *supply, const struct unit *unit,
                     const struct units *units, const struct pool *pool)
{
    supply->items += (int)unit->size;
    supply->cases += unit->is_case;
    for (uint32_t i = 0; i < unit->size; i++) {
        const struct pool_item *item =
            &pool->items[units->members[unit->first + i]];

        supply->fresh += item->seen == 0;
        supply->out_of_date += item->out_of_date;
    }
}

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

/* What the section needs and how much of it is there. */
static bool judge(struct section_supply *supply,
                  const struct exam_section *section, int needed)
{
    if (section->size_kind == SIZE_CASES) {
        supply->needed_cases = needed;
        supply->fillable = lesser(supply->cases, needed);
    } else {
        supply->needed_items = needed;
        supply->fillable = lesser(supply->items, needed);
    }
    return supply->fillable == needed;
}

bool pool_supply(const struct exam *exam, struct pool *pool,
                 struct section_supply *supply_out)
{
    int scored[EXAM_SECTIONS_MAX];
    int needed[EXAM_SECTIONS_MAX];
    struct arena scratch = {0};
    struct units units;
    bool is_full = true;

    pool_sort(pool);
    units_build(&units, exam, pool, &scratch);
    units_size_sections(&units, exam, scored, needed);
    memset(supply_out, 0, exam->section_count * sizeof *supply_out);
    for (size_t i = 0; i < units.count; i++)
        add_unit(&supply_out[units.list[i].section], &units.list[i], &units,
                 pool);
    for (size_t s = 0; s < exam->section_count; s++) {
        if (!judge(&supply_out[s], &exam->sections[s], needed[s]))
            is_full = false;
    }
    arena_finish(&scratch);
    return is_full;
}
