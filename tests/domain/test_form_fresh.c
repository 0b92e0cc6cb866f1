/* What is kept back from practice, and how many fresh forms are left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "pools.h"
#include "proctor/domain/practice.h"

enum { SEEDS = 300, PARTS = 5, MOST = 9 };

static const int items[PARTS] = {6, 10, 4, 7, 12};

/* Topics 3 and 4 have cases; enemies and what was seen as the seed says. */
static struct pool build_pool(struct arena *arena, int times, uint64_t seed)
{
    struct pool_part parts[PARTS];

    for (int i = 0; i < PARTS; i++)
        parts[i] = (struct pool_part){
            .singles = items[i] * times,
            .enemy_percent = seed % 3 == 0 ? 0 : 8,
            .seen_percent = (int)(seed % 5) * 15,
        };
    for (int i = 3; i < PARTS; i++) {
        parts[i].cases = parts[i].singles / 3;
        parts[i].singles = parts[i].singles / 3;
        parts[i].case_max = 4;
    }
    return pool_build(arena, parts, PARTS, seed);
}

static void see(struct pool_item *item)
{
    item->seen++;
    item->last_seen_ms = 5000;
}

/* All that a practice may take. */
static void see_all_but(struct pool *pool, const bool *reserved)
{
    for (size_t i = 0; i < pool->count; i++) {
        if (!reserved[i])
            see(&pool->items[i]);
    }
}

static size_t count_flags(const bool *flags, size_t count)
{
    size_t set = 0;

    for (size_t i = 0; i < count; i++)
        set += flags[i];
    return set;
}

static void nothing_seen_is_kept_back(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, items, PARTS);
        struct pool pool = build_pool(&arena, 1 + (int)(seed % 4), seed);
        bool *reserved;
        size_t count = form_reserve(&exam, &pool, &arena, &reserved);

        assert_int_equal(count, count_flags(reserved, pool.count));
        assert_true(count <= 39);
        for (size_t i = 0; i < pool.count; i++)
            assert_true(!reserved[i] || pool.items[i].seen == 0);
        arena_finish(&arena);
    }
}

/* The next form asks just what was kept back. */
static void assert_fresh_form(const struct exam *exam, struct pool *pool,
                              const bool *reserved, uint64_t seed)
{
    struct arena arena = {0};
    struct form form;

    assert_true(form_assemble(exam, pool, seed, &arena, &form, NULL));
    form_check(exam, pool, &form);
    assert_false(form.is_short);
    assert_int_equal(form.repeats, 0);
    for (size_t i = 0; i < form.count; i++)
        assert_true(reserved[form.slots[i].item]);
    arena_finish(&arena);
}

static void a_fresh_form_is_left_after_practice_took_all_it_may(void **state)
{
    int full = 0;
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, items, PARTS);
        struct pool pool = build_pool(&arena, 1 + (int)(seed % 4), seed);
        bool was_full = form_fresh_count(&exam, &pool, 1, &arena) == 1;
        bool *reserved;
        size_t count = form_reserve(&exam, &pool, &arena, &reserved);

        see_all_but(&pool, reserved);
        assert_int_equal(form_fresh_count(&exam, &pool, MOST, &arena),
                         was_full);
        if (was_full) {
            assert_int_equal(count, 39);
            assert_fresh_form(&exam, &pool, reserved, seed);
        }
        full += was_full;
        arena_finish(&arena);
    }
    assert_in_range(full, SEEDS / 3, SEEDS - SEEDS / 10);
}

/* As candidates do: practice after practice until there is nothing more. */
static void a_fresh_form_is_left_after_every_practice(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS / 10; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, items, PARTS);
        struct pool pool = build_pool(&arena, 3, seed);
        bool was_full = form_fresh_count(&exam, &pool, 1, &arena) == 1;
        bool *reserved;
        size_t *drawn;
        size_t count;

        for (int round = 0; round < 20; round++) {
            form_reserve(&exam, &pool, &arena, &reserved);
            if (!practice_draw(&pool, reserved, 10, seed, &arena, &drawn,
                               &count, NULL))
                break;
            for (size_t i = 0; i < count; i++)
                see(&pool.items[drawn[i]]);
            assert_int_equal(form_fresh_count(&exam, &pool, 1, &arena),
                             was_full);
        }
        arena_finish(&arena);
    }
}

static void the_order_of_the_pool_does_not_change_the_reserve(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS / 10; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, items, PARTS);
        struct pool pool = build_pool(&arena, 3, seed);
        struct pool other = pool_permuted(&arena, &pool, seed + 7);
        bool *reserved, *same;
        size_t count = form_reserve(&exam, &pool, &arena, &reserved);

        assert_int_equal(count, form_reserve(&exam, &other, &arena, &same));
        assert_memory_equal(reserved, same, pool.count * sizeof *reserved);
        assert_int_equal(form_fresh_count(&exam, &pool, MOST, &arena),
                         form_fresh_count(&exam, &other, MOST, &arena));
        arena_finish(&arena);
    }
}

/* What is counted can be sat: each form full, and nothing asked twice. */
static void fresh_forms_are_as_many_as_can_be_sat(void **state)
{
    (void)state;

    for (int times = 1; times <= 4; times++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, items, PARTS);
        struct pool_part parts[PARTS];
        struct pool pool;
        struct form form;

        for (int i = 0; i < PARTS; i++)
            parts[i] = (struct pool_part){.singles = items[i] * times + 3};
        pool = pool_build(&arena, parts, PARTS, 1);
        assert_int_equal(form_fresh_count(&exam, &pool, MOST, &arena), times);
        assert_int_equal(form_fresh_count(&exam, &pool, 2, &arena),
                         times < 2 ? times : 2);
        assert_int_equal(form_fresh_count(&exam, &pool, 0, &arena), 0);
        for (int i = 0; i < times; i++) {
            assert_true(form_assemble(&exam, &pool, 3, &arena, &form, NULL));
            assert_int_equal(form.repeats, 0);
            assert_false(form.is_short);
            pool_expose(&pool, &form, 1000);
            assert_int_equal(form_fresh_count(&exam, &pool, MOST, &arena),
                             times - 1 - i);
        }
        arena_finish(&arena);
    }
}

static void
a_pool_too_small_is_kept_back_as_far_as_a_form_takes_it(void **state)
{
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, items, 2);
    const struct pool_part parts[] = {{.singles = 4}, {.singles = 30}};
    struct pool pool = pool_build(&arena, parts, 2, 1);
    bool *reserved;
    (void)state;

    assert_int_equal(form_fresh_count(&exam, &pool, MOST, &arena), 0);
    assert_int_equal(form_reserve(&exam, &pool, &arena, &reserved), 4 + 10);
    pool.count = 0;
    assert_int_equal(form_fresh_count(&exam, &pool, MOST, &arena), 0);
    assert_int_equal(form_reserve(&exam, &pool, &arena, &reserved), 0);
    arena_finish(&arena);
}

/* A case of which one question was met is no fresh case. */
static void a_case_met_in_part_is_not_kept_back(void **state)
{
    struct arena arena = {0};
    const int wanted[] = {4};
    struct exam exam = exam_build(&arena, wanted, 1);
    const struct pool_part parts[] = {{.cases = 12, .case_max = 3}};
    struct pool pool = pool_build(&arena, parts, 1, 2);
    struct str met;
    bool *reserved;
    (void)state;

    pool_sort(&pool);
    form_reserve(&exam, &pool, &arena, &reserved);
    for (size_t i = 0; i + 1 < pool.count; i++) {
        met = pool.items[i].case_name;
        if (reserved[i] && str_eq(met, pool.items[i + 1].case_name))
            break;
    }
    for (size_t i = pool.count; i-- > 0;) {
        if (!str_eq(pool.items[i].case_name, met))
            continue;
        see(&pool.items[i]);
        break;
    }
    assert_int_equal(form_reserve(&exam, &pool, &arena, &reserved), 4);
    for (size_t i = 0; i < pool.count; i++)
        assert_true(!reserved[i] || !str_eq(pool.items[i].case_name, met));
    arena_finish(&arena);
}

/* The sections of a mix are sized by the whole pool, met or not, as the next
 * form will be. */
static void a_mix_keeps_back_what_the_next_form_will_take(void **state)
{
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, items, 2);
    const struct pool_part parts[] = {{.singles = 40}, {.singles = 20}};
    struct pool pool = pool_build(&arena, parts, 2, 5);
    bool *reserved;
    (void)state;

    exam.scored = (struct exam_range){11, 11};
    exam.pretest = (struct exam_range){3, 3};
    exam.sections[0].size_kind = exam.sections[1].size_kind = SIZE_MIX;
    pool_sort(&pool);
    for (size_t i = 0; i < 30; i++)
        see(&pool.items[i]);
    assert_int_equal(form_reserve(&exam, &pool, &arena, &reserved), 14);
    see_all_but(&pool, reserved);
    assert_fresh_form(&exam, &pool, reserved, 8);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_seen_is_kept_back),
        cmocka_unit_test(a_fresh_form_is_left_after_practice_took_all_it_may),
        cmocka_unit_test(a_fresh_form_is_left_after_every_practice),
        cmocka_unit_test(the_order_of_the_pool_does_not_change_the_reserve),
        cmocka_unit_test(fresh_forms_are_as_many_as_can_be_sat),
        cmocka_unit_test(
            a_pool_too_small_is_kept_back_as_far_as_a_form_takes_it),
        cmocka_unit_test(a_case_met_in_part_is_not_kept_back),
        cmocka_unit_test(a_mix_keeps_back_what_the_next_form_will_take),
    };

    return cmocka_run_group_tests_name("form fresh", tests, NULL, NULL);
}
