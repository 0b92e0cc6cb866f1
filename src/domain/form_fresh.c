/*
 * What is left of forms that the candidate never met: which items are kept back
 * from practice, and how many full forms there still are. Such a form is drawn
 * like any other, but from units nobody saw; its sizes are those of a form of
 * the whole pool, so that form_assemble() later needs just what was kept back.
 * Rules: docs/assembly.md 7.
 */
#include "proctor/domain/form.h"

#include <string.h>

#include "form_select.h"

/* The seed of every reserve; another one gives other reserves. */
#define RESERVE_SEED UINT64_C(0x7072616374696365)

/* Draws forms one after the other. */
struct fresh {
    const struct exam *exam;
    const struct pool *pool;
    struct units all; /* of the pool */
    int needed[EXAM_SECTIONS_MAX];
    bool *is_used; /* items of the pool that a form drawn here has */
};

static void fresh_init(struct fresh *fresh, const struct exam *exam,
                       struct pool *pool, bool *is_used, struct arena *arena)
{
    int scored[EXAM_SECTIONS_MAX];

    pool_sort(pool);
    *fresh = (struct fresh){.exam = exam, .pool = pool, .is_used = is_used};
    units_build(&fresh->all, exam, pool, arena);
    units_size_sections(&fresh->all, exam, scored, fresh->needed);
}

/* The units that no form has and the candidate never met. */
static void list_unmet(const struct fresh *fresh, struct units *out,
                       struct arena *arena)
{
    const struct units *all = &fresh->all;

    *out = (struct units){
        .list = ARENA_ARRAY(arena, struct unit, all->count),
        .members = all->members,
    };
    for (size_t i = 0; i < all->count; i++) {
        const struct unit *unit = &all->list[i];

        if (unit->seen == 0 && !fresh->is_used[all->members[unit->first]])
            out->list[out->count++] = *unit;
    }
}

/* As many as a form needs, enemies left aside? */
static bool is_enough(const struct fresh *fresh, const struct units *units)
{
    int64_t weights[EXAM_SECTIONS_MAX] = {0};

    for (size_t i = 0; i < units->count; i++)
        weights[units->list[i].section] += units->list[i].weight;
    for (size_t s = 0; s < fresh->exam->section_count; s++) {
        if (weights[s] < fresh->needed[s])
            return false;
    }
    return units->count > 0;
}

static size_t use_unit(struct fresh *fresh, const struct unit *unit)
{
    for (uint32_t i = 0; i < unit->size; i++)
        fresh->is_used[fresh->all.members[unit->first + i]] = true;
    return unit->size;
}

/* Notes the items of the form as used and gives their number. */
static size_t use_form(struct fresh *fresh, const struct units *units,
                       const struct selection *form, bool *is_full_out)
{
    size_t items = 0;

    *is_full_out = true;
    for (size_t s = 0; s < fresh->exam->section_count; s++) {
        int got = 0;

        for (size_t i = form->section_start[s]; i < form->section_start[s + 1];
             i++) {
            const struct unit *unit = &units->list[form->units[i]];

            got += (int)unit->weight;
            items += use_unit(fresh, unit);
        }
        *is_full_out = *is_full_out && got >= fresh->needed[s];
    }
    return items;
}

/* Draws the next form and gives the number of its items; nothing is drawn when
 * `full_only` and there are too few. */
static size_t draw_next(struct fresh *fresh, bool full_only, bool *is_full_out)
{
    struct arena scratch = {0};
    struct units units;
    struct selection form;
    size_t items = 0;

    *is_full_out = false;
    list_unmet(fresh, &units, &scratch);
    if (!full_only || is_enough(fresh, &units)) {
        units_rank(&units, fresh->exam->section_count, &scratch);
        units_index_enemies(&units, fresh->pool, &scratch);
        form_select(&form, &units, fresh->exam, fresh->needed, RESERVE_SEED,
                    &scratch);
        items = use_form(fresh, &units, &form, is_full_out);
    }
    arena_finish(&scratch);
    return items;
}

size_t form_reserve(const struct exam *exam, struct pool *pool,
                    struct arena *arena, bool **reserved_out)
{
    struct arena scratch = {0};
    bool *is_used = ARENA_ARRAY(arena, bool, pool->count);
    struct fresh fresh;
    bool is_full;
    size_t count;

    fresh_init(&fresh, exam, pool, is_used, &scratch);
    count = draw_next(&fresh, false, &is_full);
    *reserved_out = is_used;
    arena_finish(&scratch);
    return count;
}

int form_fresh_count(const struct exam *exam, struct pool *pool, int most,
                     struct arena *arena)
{
    bool *is_used = ARENA_ARRAY(arena, bool, pool->count);
    struct arena scratch = {0};
    struct fresh fresh;
    int count = 0;
    bool is_full = true;

    fresh_init(&fresh, exam, pool, is_used, &scratch);
    while (count < most && is_full) {
        draw_next(&fresh, true, &is_full);
        count += is_full;
    }
    arena_finish(&scratch);
    return count;
}
