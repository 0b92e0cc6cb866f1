/*
 * Puts a form together: sizes of the sections, the units drawn for them, which
 * of their items are pretest, and the order in which they are asked. How units
 * are made and drawn is in form_units.c and form_select.c. Rules:
 * docs/assembly.md.
 */
#include "proctor/domain/form.h"

#include "form_select.h"
#include "proctor/base/random.h"
#include "proctor/domain/timing.h"

/* A form while it is made. Its items stand in canonical order first: section
 * after section, units by name, a case in its own order. */
struct assembly {
    const struct exam *exam;
    const struct pool *pool;
    uint64_t seed;
    struct arena *scratch;
    struct units units;
    struct selection selection;
    int scored_needed[EXAM_SECTIONS_MAX];
    int needed[EXAM_SECTIONS_MAX]; /* scored and pretest */
    size_t *offset;  /* of each selected unit's first item, and one more */
    bool *is_scored; /* of each item */
};

static const struct unit *selected(const struct assembly *assembly, size_t at)
{
    return &assembly->units.list[assembly->selection.units[at]];
}

static size_t unit_count(const struct assembly *assembly)
{
    return assembly->selection.section_start[assembly->exam->section_count];
}

/* The first item of a section in canonical order. */
static size_t section_offset(const struct assembly *assembly, size_t section)
{
    return assembly->offset[assembly->selection.section_start[section]];
}

static int items_drawn(const struct assembly *assembly, size_t section)
{
    return (int)(section_offset(assembly, section + 1) -
                 section_offset(assembly, section));
}

static void set_offsets(struct assembly *assembly)
{
    size_t count = unit_count(assembly);
    size_t items = 0;

    assembly->offset = ARENA_ARRAY(assembly->scratch, size_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        assembly->offset[i] = items;
        items += selected(assembly, i)->size;
    }
    assembly->offset[count] = items;
}

static uint32_t *numbered(struct arena *arena, size_t count)
{
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, count);

    for (size_t i = 0; i < count; i++)
        numbers[i] = (uint32_t)i;
    return numbers;
}

/* A section that came short has the fewer pretest items. */
static void choose_pretest(struct assembly *assembly)
{
    struct random random = random_of(assembly->seed, RANDOM_PRETEST);
    size_t count = assembly->offset[unit_count(assembly)];

    assembly->is_scored = ARENA_ARRAY(assembly->scratch, bool, count);
    for (size_t i = 0; i < count; i++)
        assembly->is_scored[i] = true;
    for (size_t s = 0; s < assembly->exam->section_count; s++) {
        int drawn = items_drawn(assembly, s);
        int pretest = drawn - assembly->scored_needed[s];
        uint32_t *lots;

        if (pretest <= 0 || assembly->exam->sections[s].size_kind == SIZE_CASES)
            continue;
        lots = numbered(assembly->scratch, (size_t)drawn);
        random_shuffle(&random, lots, (size_t)drawn);
        for (int i = 0; i < pretest; i++)
            assembly->is_scored[section_offset(assembly, s) + lots[i]] = false;
    }
}

/* The order of the selected units. */
static uint32_t *order_units(struct assembly *assembly)
{
    struct random random = random_of(assembly->seed, RANDOM_ORDER);
    const size_t *start = assembly->selection.section_start;
    uint32_t *order = numbered(assembly->scratch, unit_count(assembly));

    if (assembly->exam->order == EXAM_ORDER_MIXED) {
        random_shuffle(&random, order, unit_count(assembly));
        return order;
    }
    for (size_t s = 0; s < assembly->exam->section_count; s++)
        random_shuffle(&random, order + start[s], start[s + 1] - start[s]);
    return order;
}

static void add_slot(struct form *form, const struct assembly *assembly,
                     size_t unit, uint32_t place)
{
    const struct unit *it = selected(assembly, unit);
    size_t item = assembly->units.members[it->first + place];
    bool is_scored = assembly->is_scored[assembly->offset[unit] + place];

    form->slots[form->count++] = (struct form_slot){
        .item = item,
        .section = it->section,
        .scored = is_scored,
    };
    form->scored += is_scored;
    form->repeats += assembly->pool->items[item].seen > 0;
    form->out_of_date += assembly->pool->items[item].out_of_date;
}

static void fill_slots(struct form *form, struct assembly *assembly,
                       struct arena *arena)
{
    size_t units = unit_count(assembly);
    uint32_t *order = order_units(assembly);

    form->slots = ARENA_ARRAY(arena, struct form_slot, assembly->offset[units]);
    for (size_t i = 0; i < units; i++) {
        for (uint32_t k = 0; k < selected(assembly, order[i])->size; k++)
            add_slot(form, assembly, order[i], k);
    }
}

/* Items a section was to have. Of missing cases the sizes are not known; they
 * count as much as those that were drawn, one item at least. */
static int items_asked(const struct assembly *assembly, size_t section)
{
    const size_t *start = assembly->selection.section_start;
    int needed = assembly->needed[section];
    int cases = (int)(start[section + 1] - start[section]);

    if (assembly->exam->sections[section].size_kind != SIZE_CASES)
        return needed;
    if (cases == 0)
        return needed;
    return (items_drawn(assembly, section) * needed + cases - 1) / cases;
}

static void count_sections(struct form *form, const struct assembly *assembly,
                           struct arena *arena)
{
    size_t count = assembly->exam->section_count;

    form->section_got = ARENA_ARRAY(arena, int, count);
    form->section_asked = ARENA_ARRAY(arena, int, count);
    for (size_t s = 0; s < count; s++) {
        form->section_got[s] = items_drawn(assembly, s);
        form->section_asked[s] = items_asked(assembly, s);
        form->planned += form->section_asked[s];
    }
    form->is_short = (int)form->count < form->planned;
    form->limit_minutes = exam_short_minutes(assembly->exam->minutes,
                                             (int)form->count, form->planned);
}

static void select_units(struct assembly *assembly)
{
    const struct exam *exam = assembly->exam;

    units_build(&assembly->units, exam, assembly->pool, assembly->scratch);
    units_size_sections(&assembly->units, exam, assembly->scored_needed,
                        assembly->needed);
    form_select(&assembly->selection, &assembly->units, exam, assembly->needed,
                assembly->seed, assembly->scratch);
}

bool form_assemble(const struct exam *exam, struct pool *pool, uint64_t seed,
                   struct arena *arena, struct form *out, struct error *err)
{
    struct arena scratch = {0};
    struct assembly assembly = {
        .exam = exam,
        .pool = pool,
        .seed = seed,
        .scratch = &scratch,
    };
    struct form form = {0};
    bool ok = true;

    pool_sort(pool);
    select_units(&assembly);
    set_offsets(&assembly);
    if (unit_count(&assembly) == 0) {
        ok = error_set(err, ERR_INVALID,
                       "the banks hold no question for exam '" STR_FORMAT
                       "': import or enable a bank that covers its topics",
                       STR_ARG(exam->id));
        goto out;
    }
    choose_pretest(&assembly);
    fill_slots(&form, &assembly, arena);
    count_sections(&form, &assembly, arena);
    *out = form;
out:
    arena_finish(&scratch);
    return ok;
}
