/* What holds for every form, tried with a thousand seeds and more. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "pools.h"

enum { SEEDS = 1000, PARTS = 18 };

/* The CPC: 18 sections, 100 items; the last section draws whole cases. */
static const int cpc_items[PARTS] = {6, 6, 6, 6, 6, 6, 6, 4, 6,
                                     6, 6, 4, 4, 5, 3, 7, 3, 10};

/* A pool of so many times the exam, with enemies and cases of one to five. */
static struct pool build_cpc_pool(struct arena *arena, int times,
                                  int seen_percent, uint64_t seed)
{
    struct pool_part parts[PARTS];

    for (int i = 0; i < PARTS; i++)
        parts[i] = (struct pool_part){
            .singles = cpc_items[i] * times,
            .enemy_percent = 6,
            .seen_percent = seen_percent,
        };
    parts[PARTS - 1].singles = 0;
    parts[PARTS - 1].cases = 4 * times;
    parts[PARTS - 1].case_max = 5;
    return pool_build(arena, parts, PARTS, seed);
}

static struct form assemble(const struct exam *exam, struct pool *pool,
                            uint64_t seed, struct arena *arena)
{
    struct form form;
    struct error err;

    if (!form_assemble(exam, pool, seed, arena, &form, &err))
        fail_msg("seed %llu: %s", (unsigned long long)seed, err.message);
    form_check(exam, pool, &form);
    return form;
}

static void every_seed_fills_every_section(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, cpc_items, PARTS);
        struct pool pool =
            build_cpc_pool(&arena, 2 + (int)(seed % 4), 30, seed / 10);
        struct form form = assemble(&exam, &pool, seed, &arena);

        if (form.count != 100)
            fail_msg("seed %llu: %zu items", (unsigned long long)seed,
                     form.count);
        assert_int_equal(form.planned, 100);
        assert_int_equal(form.scored, 100);
        assert_int_equal(form.limit_minutes, 240);
        assert_false(form.is_short);
        arena_finish(&arena);
    }
}

static void the_order_of_the_pool_does_not_matter(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, cpc_items, PARTS);
        struct pool pool = build_cpc_pool(&arena, 2, 40, seed);
        struct pool other = pool_permuted(&arena, &pool, seed + 1);
        struct form form = assemble(&exam, &pool, seed, &arena);
        struct form same = assemble(&exam, &other, seed, &arena);

        assert_int_equal(form.count, same.count);
        for (size_t i = 0; i < form.count; i++) {
            assert_int_equal(form.slots[i].item, same.slots[i].item);
            assert_int_equal(form.slots[i].section, same.slots[i].section);
            assert_true(str_eq(pool.items[form.slots[i].item].about.name,
                               other.items[same.slots[i].item].about.name));
        }
        arena_finish(&arena);
    }
}

static int count_fresh(const struct pool *pool, int part)
{
    int fresh = 0;

    for (size_t i = 0; i < pool->count; i++)
        fresh += pool->items[i].about.topic.data[6] == '0' + part &&
                 pool->items[i].seen == 0;
    return fresh;
}

/* Without cases and enemies: what is fresh goes first, and of what was seen
 * nothing is drawn while something seen less or longer ago is left. */
static void unseen_items_go_first_then_the_least_and_longest_seen(void **state)
{
    static const int items[4] = {10, 20, 5, 30};
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct pool_part parts[4];
        struct exam exam = exam_build(&arena, items, 4);
        struct pool pool;
        struct form form;
        int repeats = 0;

        for (int i = 0; i < 4; i++)
            parts[i] =
                (struct pool_part){.singles = 40, .seen_percent = 25 * i + 20};
        pool = pool_build(&arena, parts, 4, seed);
        form = assemble(&exam, &pool, seed, &arena);
        assert_int_equal(form.count, 65);
        for (int i = 0; i < 4; i++) {
            int fresh = count_fresh(&pool, i);

            repeats += items[i] > fresh ? items[i] - fresh : 0;
        }
        assert_int_equal(form.repeats, repeats);
        for (size_t i = 0; i < form.count; i++) {
            const struct pool_item *drawn = &pool.items[form.slots[i].item];
            bool *is_drawn = ARENA_ARRAY(&arena, bool, pool.count);

            for (size_t k = 0; k < form.count; k++)
                is_drawn[form.slots[k].item] = true;
            for (size_t k = 0; k < pool.count && drawn->seen > 0; k++) {
                const struct pool_item *left = &pool.items[k];

                if (is_drawn[k] ||
                    !str_eq(left->about.topic, drawn->about.topic))
                    continue;
                assert_true(left->seen >= drawn->seen);
                if (left->seen == drawn->seen)
                    assert_true(left->last_seen_ms >= drawn->last_seen_ms);
            }
        }
        arena_finish(&arena);
    }
}

static void a_second_form_repeats_nothing_from_a_large_pool(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, cpc_items, PARTS);
        struct pool pool = build_cpc_pool(&arena, 5, 0, seed / 100);

        for (int n = 0; n < 3; n++) {
            struct form form = assemble(&exam, &pool, seed, &arena);

            assert_int_equal(form.count, 100);
            assert_int_equal(form.repeats, 0);
            pool_expose(&pool, &form, 1000 + n);
        }
        arena_finish(&arena);
    }
}

/* Cases of two, three and five only: a dynamic programme must find the sums
 * that fit, for every number that they add up to. */
static void cases_add_up_whenever_they_can(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        int wanted = 2 + (int)(seed % 29);
        struct exam exam = exam_build(&arena, &wanted, 1);
        struct pool_part part = {
            .cases = 12, .case_max = 5, .seen_percent = 50};
        struct pool pool = pool_build(&arena, &part, 1, seed);
        bool reach[64] = {true};
        size_t size = 0;
        struct form form;
        int best;

        for (size_t i = 0; i < pool.count; i++) {
            size++;
            if (i + 1 < pool.count &&
                str_eq(pool.items[i].case_name, pool.items[i + 1].case_name))
                continue;
            for (size_t sum = 63; sum >= size; sum--)
                reach[sum] = reach[sum] || reach[sum - size];
            size = 0;
        }
        for (best = wanted; !reach[best];)
            best--;
        form = assemble(&exam, &pool, seed, &arena);
        assert_int_equal(form.count, best);
        arena_finish(&arena);
    }
}

/* The one item of the second section has an enemy in the first, which must
 * then do without it, fresh as it is. */
static void a_section_leaves_what_a_later_one_needs(void **state)
{
    static const int items[2] = {3, 1};
    static const uint32_t tag = 7;
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct pool_part parts[2] = {{.singles = 4, .seen_percent = 100},
                                     {.singles = 1}};
        struct exam exam = exam_build(&arena, items, 2);
        struct pool pool = pool_build(&arena, parts, 2, seed);
        struct form form;

        for (int i = 0; i < 2; i++) {
            struct pool_item *item = &pool.items[4 * i];

            item->seen = 0;
            item->last_seen_ms = 0;
            item->enemies = &tag;
            item->enemy_count = 1;
        }
        form = assemble(&exam, &pool, seed, &arena);
        assert_int_equal(form.count, 4);
        arena_finish(&arena);
    }
}

static void pretest_items_are_spread_and_not_scored(void **state)
{
    static const int items[3] = {50, 30, 20};
    int first_is_pretest = 0;
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct pool_part parts[3] = {
            {.singles = 80}, {.singles = 60}, {.singles = 30}};
        struct exam exam = exam_build(&arena, items, 3);
        struct pool pool = pool_build(&arena, parts, 3, 1);
        int unscored[3] = {0};
        struct form form;

        exam.pretest = (struct exam_range){20, 20};
        exam.order = seed % 2 == 0 ? EXAM_ORDER_BY_SECTION : EXAM_ORDER_MIXED;
        form = assemble(&exam, &pool, seed, &arena);
        assert_int_equal(form.count, 120);
        assert_int_equal(form.scored, 100);
        for (size_t i = 0; i < form.count; i++)
            unscored[form.slots[i].section] += !form.slots[i].scored;
        assert_int_equal(unscored[0], 10);
        assert_int_equal(unscored[1], 6);
        assert_int_equal(unscored[2], 4);
        first_is_pretest += !form.slots[0].scored;
        arena_finish(&arena);
    }
    assert_in_range(first_is_pretest, SEEDS / 10, SEEDS / 4); /* 1 in 6 */
}

static void every_item_has_the_same_chance(void **state)
{
    static const int items = 10;
    int drawn[50] = {0};
    int first[50] = {0};
    struct arena arena = {0};
    struct pool_part part = {.singles = 50};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = pool_build(&arena, &part, 1, 1);
    (void)state;

    for (uint64_t seed = 0; seed < 4000; seed++) {
        struct arena scratch = {0};
        struct form form = assemble(&exam, &pool, seed, &scratch);

        for (size_t i = 0; i < form.count; i++)
            drawn[form.slots[i].item]++;
        first[form.slots[0].item]++;
        arena_finish(&scratch);
    }
    for (int i = 0; i < 50; i++) {
        assert_in_range(drawn[i], 700, 900); /* 800, SD 25 */
        assert_in_range(first[i], 44, 116);  /* 80, SD 9 */
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_seed_fills_every_section),
        cmocka_unit_test(the_order_of_the_pool_does_not_matter),
        cmocka_unit_test(unseen_items_go_first_then_the_least_and_longest_seen),
        cmocka_unit_test(a_second_form_repeats_nothing_from_a_large_pool),
        cmocka_unit_test(cases_add_up_whenever_they_can),
        cmocka_unit_test(a_section_leaves_what_a_later_one_needs),
        cmocka_unit_test(pretest_items_are_spread_and_not_scored),
        cmocka_unit_test(every_item_has_the_same_chance),
    };

    return cmocka_run_group_tests_name("form properties", tests, NULL, NULL);
}
