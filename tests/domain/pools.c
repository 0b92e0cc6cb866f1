/*
 * Makes pools as banks would: items of several topics, some on cases of
 * different sizes, some enemies, some seen. form_check() states what holds for
 * every form, whatever the pool and the seed.
 */
#include "pools.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "proctor/base/random.h"

#define TAGS_MAX 4

/* One unit while the pool grows. */
static void add_unit(struct arena *arena, struct pool *pool, size_t part,
                     int number, int size, bool is_case,
                     const struct pool_part *plan, struct random *random)
{
    uint32_t *tags = ARENA_ARRAY(arena, uint32_t, TAGS_MAX);
    bool is_enemy = random_below(random, 100) < (uint64_t)plan->enemy_percent;

    tags[0] = (uint32_t)random_below(random, 40);
    for (int k = 0; k < size; k++) {
        struct pool_item *item = &pool->items[pool->count++];
        bool is_seen = random_below(random, 100) < (uint64_t)plan->seen_percent;

        *item = (struct pool_item){
            .item_id = (int64_t)pool->count,
            .about.name = str_from(arena_printf(arena, "p/bank/%c%zu-%04d-%d",
                                                is_case ? 'c' : 's', part,
                                                number, size - k)),
            .about.topic = str_from(arena_printf(arena, "topic/%zu", part)),
            .about.has_case = is_case,
            .case_name = is_case ? str_from(arena_printf(arena, "p/bank/%zu-%d",
                                                         part, number))
                                 : STR(""),
            .case_ord = k,
            .enemies = tags,
            .enemy_count = is_enemy && k == 0,
            .seen = is_seen ? 1 + (int32_t)random_below(random, 4) : 0,
        };
        if (is_seen)
            item->last_seen_ms = 1000 + (int64_t)random_below(random, 50);
    }
}

struct pool pool_build(struct arena *arena, const struct pool_part *parts,
                       size_t count, uint64_t seed)
{
    struct random random = random_seeded(seed);
    struct pool pool = {0};
    size_t most = 0;

    for (size_t i = 0; i < count; i++)
        most += (size_t)(parts[i].singles + parts[i].cases * parts[i].case_max);
    pool.items = ARENA_ARRAY(arena, struct pool_item, most);
    for (size_t i = 0; i < count; i++) {
        for (int k = 0; k < parts[i].singles; k++)
            add_unit(arena, &pool, i, k, 1, false, &parts[i], &random);
        for (int k = 0; k < parts[i].cases; k++) {
            int size =
                1 + (int)random_below(&random, (uint64_t)parts[i].case_max);

            add_unit(arena, &pool, i, k, size, true, &parts[i], &random);
        }
    }
    return pool;
}

struct exam exam_build(struct arena *arena, const int *items, size_t count)
{
    struct exam exam = {
        .id = STR("test"),
        .minutes = 240,
        .sections = ARENA_ARRAY(arena, struct exam_section, count),
        .section_count = count,
    };

    for (size_t i = 0; i < count; i++) {
        struct str *topic = ARENA_NEW(arena, struct str);

        *topic = str_from(arena_printf(arena, "topic/%zu", i));
        exam.sections[i] = (struct exam_section){
            .id = *topic,
            .size_kind = SIZE_ITEMS,
            .size = {items[i], items[i]},
            .topics = {topic, 1},
            .points = 1,
        };
        exam.scored.low = exam.scored.high = exam.scored.low + items[i];
    }
    return exam;
}

struct pool pool_permuted(struct arena *arena, const struct pool *pool,
                          uint64_t seed)
{
    struct random random = random_seeded(seed);
    struct pool copy = {ARENA_ARRAY(arena, struct pool_item, pool->count),
                        pool->count};
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, pool->count);

    for (size_t i = 0; i < pool->count; i++)
        order[i] = (uint32_t)i;
    random_shuffle(&random, order, pool->count);
    for (size_t i = 0; i < pool->count; i++)
        copy.items[i] = pool->items[order[i]];
    return copy;
}

void pool_expose(struct pool *pool, const struct form *form, int64_t when_ms)
{
    for (size_t i = 0; i < form->count; i++) {
        struct pool_item *item = &pool->items[form->slots[i].item];

        item->seen++;
        item->last_seen_ms = when_ms;
    }
}

static const struct pool_item *item_at(const struct pool *pool,
                                       const struct form *form, size_t slot)
{
    assert_true(form->slots[slot].item < pool->count);
    return &pool->items[form->slots[slot].item];
}

static size_t case_size(const struct pool *pool, struct str name)
{
    size_t size = 0;

    for (size_t i = 0; i < pool->count; i++)
        size += str_eq(pool->items[i].case_name, name);
    return size;
}

static void check_cases(const struct pool *pool, const struct form *form)
{
    for (size_t start = 0, end; start < form->count; start = end) {
        struct str name = item_at(pool, form, start)->case_name;

        end = start + 1;
        if (name.len == 0)
            continue;
        while (end < form->count &&
               str_eq(item_at(pool, form, end)->case_name, name)) {
            assert_true(item_at(pool, form, end - 1)->case_ord <
                        item_at(pool, form, end)->case_ord);
            end++;
        }
        assert_int_equal(end - start, case_size(pool, name));
    }
}

static bool are_enemies(const struct pool_item *a, const struct pool_item *b)
{
    for (size_t i = 0; i < a->enemy_count; i++) {
        for (size_t j = 0; j < b->enemy_count; j++) {
            if (a->enemies[i] == b->enemies[j])
                return true;
        }
    }
    return false;
}

static void check_pairs(const struct pool *pool, const struct form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(form->slots[i].item, form->slots[j].item);
            if (are_enemies(item_at(pool, form, i), item_at(pool, form, j)))
                fail_msg("enemies at %zu and %zu", j, i);
        }
    }
}

static void check_sections(const struct exam *exam, const struct form *form)
{
    int got[EXAM_SECTIONS_MAX] = {0};
    int scored = 0;
    int planned = 0;

    for (size_t i = 0; i < form->count; i++) {
        int section = form->slots[i].section;

        assert_in_range(section, 0, exam->section_count - 1);
        if (i > 0 && exam->order == EXAM_ORDER_BY_SECTION)
            assert_true(form->slots[i - 1].section <= section);
        got[section]++;
        scored += form->slots[i].scored;
    }
    for (size_t s = 0; s < exam->section_count; s++) {
        assert_int_equal(form->section_got[s], got[s]);
        assert_true(got[s] <= form->section_asked[s]);
        planned += form->section_asked[s];
    }
    assert_int_equal(form->scored, scored);
    assert_int_equal(form->planned, planned);
    assert_int_equal(form->is_short, (int)form->count < planned);
}

void form_check(const struct exam *exam, const struct pool *pool,
                const struct form *form)
{
    int repeats = 0;
    int out_of_date = 0;

    check_sections(exam, form);
    check_cases(pool, form);
    check_pairs(pool, form);
    for (size_t i = 0; i < form->count; i++) {
        const struct pool_item *item = item_at(pool, form, i);

        repeats += item->seen > 0;
        out_of_date += item->out_of_date;
        if (item->case_name.len == 0)
            assert_int_equal(exam_section_of(exam, &item->about),
                             form->slots[i].section);
    }
    assert_int_equal(form->repeats, repeats);
    assert_int_equal(form->out_of_date, out_of_date);
}
