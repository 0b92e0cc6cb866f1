/* Which items a practice asks, and in which order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "pools.h"
#include "proctor/domain/practice.h"

enum { SEEDS = 500 };

/* What was drawn, beside the pool. */
struct drawn {
    size_t *items;
    size_t count;
};

static struct drawn draw(const struct pool *pool, const bool *reserved,
                         int count, uint64_t seed, struct arena *arena)
{
    struct drawn drawn;
    struct error err;

    if (!practice_draw(pool, reserved, count, seed, arena, &drawn.items,
                       &drawn.count, &err))
        fail_msg("seed %llu: %s", (unsigned long long)seed, err.message);
    return drawn;
}

static struct pool build_pool(struct arena *arena, int enemy_percent,
                              uint64_t seed)
{
    const struct pool_part parts[] = {
        {.singles = 30, .enemy_percent = enemy_percent, .seen_percent = 40},
        {.singles = 10,
         .cases = 12,
         .case_max = 5,
         .enemy_percent = enemy_percent,
         .seen_percent = 20},
    };

    return pool_build(arena, parts, 2, seed);
}

static bool have_common_tag(const struct pool_item *a,
                            const struct pool_item *b)
{
    return a->enemy_count > 0 && b->enemy_count > 0 &&
           a->enemies[0] == b->enemies[0];
}

static size_t case_size(const struct pool *pool, struct str name)
{
    size_t size = 0;

    for (size_t i = 0; i < pool->count; i++)
        size += str_eq(pool->items[i].case_name, name);
    return size;
}

/* The place behind the unit that begins there, which must be whole. */
static size_t check_unit(const struct pool *pool, const struct drawn *drawn,
                         size_t start)
{
    const struct pool_item *first = &pool->items[drawn->items[start]];
    size_t size =
        first->case_name.len > 0 ? case_size(pool, first->case_name) : 1;

    assert_true(start + size <= drawn->count);
    for (size_t i = 1; i < size; i++) {
        const struct pool_item *item = &pool->items[drawn->items[start + i]];

        assert_true(str_eq(item->case_name, first->case_name));
        assert_true(item[0].case_ord >
                    pool->items[drawn->items[start + i - 1]].case_ord);
    }
    return start + size;
}

static void check_draw(const struct pool *pool, const struct drawn *drawn)
{
    bool *is_drawn = calloc(pool->count, sizeof *is_drawn);

    for (size_t start = 0; start < drawn->count;)
        start = check_unit(pool, drawn, start);
    for (size_t i = 0; i < drawn->count; i++) {
        assert_false(is_drawn[drawn->items[i]]);
        is_drawn[drawn->items[i]] = true;
        for (size_t k = 0; k < i; k++)
            assert_false(have_common_tag(&pool->items[drawn->items[i]],
                                         &pool->items[drawn->items[k]]));
    }
    free(is_drawn);
}

static void cases_are_whole_and_enemies_never_meet(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct pool pool = build_pool(&arena, (int)(seed % 4) * 20, seed);
        int wanted = 1 + (int)(seed % 60);
        struct drawn drawn = draw(&pool, NULL, wanted, seed, &arena);

        check_draw(&pool, &drawn);
        if (seed % 4 == 0)
            assert_in_range(drawn.count,
                            (size_t)wanted < pool.count ? (size_t)wanted
                                                        : pool.count,
                            wanted + 4);
        arena_finish(&arena);
    }
}

static void the_order_of_the_pool_does_not_matter(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        struct pool pool = build_pool(&arena, 20, seed);
        struct pool other = pool_permuted(&arena, &pool, seed + 3);
        struct drawn drawn = draw(&pool, NULL, 20, seed, &arena);
        struct drawn same = draw(&other, NULL, 20, seed, &arena);

        assert_int_equal(drawn.count, same.count);
        for (size_t i = 0; i < drawn.count; i++)
            assert_true(str_eq(pool.items[drawn.items[i]].about.name,
                               other.items[same.items[i]].about.name));
        arena_finish(&arena);
    }
}

/* Less seen, or as often and longer ago. */
static bool goes_before(const struct pool_item *a, const struct pool_item *b)
{
    return a->seen != b->seen ? a->seen < b->seen
                              : a->last_seen_ms < b->last_seen_ms;
}

static void unseen_items_go_first_then_the_least_and_longest_seen(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct arena arena = {0};
        const struct pool_part parts[] = {{.singles = 60, .seen_percent = 80}};
        struct pool pool = pool_build(&arena, parts, 1, seed);
        struct drawn drawn = draw(&pool, NULL, 30, seed, &arena);
        bool *is_drawn = ARENA_ARRAY(&arena, bool, pool.count);

        assert_int_equal(drawn.count, 30);
        for (size_t i = 0; i < drawn.count; i++)
            is_drawn[drawn.items[i]] = true;
        for (size_t i = 0; i < drawn.count; i++) {
            for (size_t k = 0; k < pool.count; k++)
                assert_true(
                    is_drawn[k] ||
                    !goes_before(&pool.items[k], &pool.items[drawn.items[i]]));
        }
        arena_finish(&arena);
    }
}

static void what_is_kept_back_is_not_drawn(void **state)
{
    struct arena arena = {0};
    const struct pool_part parts[] = {{.singles = 20}};
    struct pool pool = pool_build(&arena, parts, 1, 1);
    bool reserved[20] = {false};
    struct error err = {0};
    struct drawn drawn;
    (void)state;

    for (int i = 0; i < 20; i++)
        reserved[i] = i % 4 != 0;
    drawn = draw(&pool, reserved, 10, 1, &arena);
    assert_int_equal(drawn.count, 5);
    for (size_t i = 0; i < drawn.count; i++)
        assert_false(reserved[drawn.items[i]]);
    for (int i = 0; i < 20; i++)
        reserved[i] = true;
    assert_false(practice_draw(&pool, reserved, 10, 1, &arena, &drawn.items,
                               &drawn.count, &err));
    assert_int_equal(err.code, ERR_INVALID);
    assert_int_equal(drawn.count, 5);
    arena_finish(&arena);
}

/* Among equals each comes about equally often, at each place. */
static void chance_decides_among_equals(void **state)
{
    struct arena arena = {0};
    const struct pool_part parts[] = {{.singles = 10}};
    struct pool pool = pool_build(&arena, parts, 1, 1);
    int first[10] = {0};
    int drawn_at_all[10] = {0};
    (void)state;

    for (uint64_t seed = 0; seed < 2000; seed++) {
        struct drawn drawn = draw(&pool, NULL, 5, seed, &arena);

        first[drawn.items[0]]++;
        for (size_t i = 0; i < drawn.count; i++)
            drawn_at_all[drawn.items[i]]++;
    }
    for (int i = 0; i < 10; i++) {
        assert_in_range(first[i], 150, 250);
        assert_in_range(drawn_at_all[i], 900, 1100);
    }
    arena_finish(&arena);
}

/* The questions come mixed, not the unseen ones first. */
static void the_order_asked_does_not_follow_exposure(void **state)
{
    struct arena arena = {0};
    const struct pool_part parts[] = {{.singles = 20, .seen_percent = 50}};
    struct pool pool = pool_build(&arena, parts, 1, 1);
    int seen_first = 0;
    (void)state;

    for (uint64_t seed = 0; seed < 100; seed++) {
        struct drawn drawn = draw(&pool, NULL, 20, seed, &arena);

        assert_int_equal(drawn.count, 20);
        seen_first += pool.items[drawn.items[0]].seen > 0;
    }
    assert_in_range(seen_first, 20, 80);
    arena_finish(&arena);
}

/* A bank's practice asks what no section of an exam draws. */
static void topics_and_books_decide_nothing(void **state)
{
    struct pool_item items[] = {
        {.about = {.name = STR("a/b/1"), .topic = STR("unsorted")}},
        {.about = {.name = STR("a/b/2"), .topic = STR("x"), .needs = ~0u}},
    };
    struct pool pool = {items, 2};
    struct arena arena = {0};
    (void)state;

    assert_int_equal(draw(&pool, NULL, 2, 1, &arena).count, 2);
    arena_finish(&arena);
}

static void the_supply_is_counted_by_exposure_and_reserve(void **state)
{
    struct pool_item items[6] = {{.seen = 0}, {.seen = 2}, {.seen = 0},
                                 {.seen = 1}, {0},         {0}};
    const bool reserved[6] = {true, false, false, true, true, false};
    struct pool pool = {items, 6};
    struct practice_supply supply = practice_supply(&pool, reserved);
    struct practice_supply whole = practice_supply(&pool, NULL);
    (void)state;

    assert_int_equal(supply.fresh, 2);
    assert_int_equal(supply.reserved, 2);
    assert_int_equal(supply.seen, 2);
    assert_int_equal(whole.fresh, 4);
    assert_int_equal(whole.reserved, 0);
    assert_int_equal(whole.seen, 2);
}

static void scopes_have_ids_and_the_last_six_are_redo(void **state)
{
    enum practice_scope scope = PRACTICE_EXAM;
    (void)state;

    for (int i = 0; i < PRACTICE_SCOPE_COUNT; i++) {
        const char *id = practice_scope_id((enum practice_scope)i);

        assert_true(practice_scope_from_id(str_from(id), &scope));
        assert_int_equal(scope, i);
        assert_int_equal(practice_scope_is_redo(scope), i >= PRACTICE_MISSED);
    }
    assert_string_equal(practice_scope_id(PRACTICE_GUESSED), "guessed");
    assert_string_equal(practice_scope_label(PRACTICE_BANK), "a question bank");
    assert_false(practice_scope_from_id(STR("all"), &scope));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_whole_and_enemies_never_meet),
        cmocka_unit_test(the_order_of_the_pool_does_not_matter),
        cmocka_unit_test(unseen_items_go_first_then_the_least_and_longest_seen),
        cmocka_unit_test(what_is_kept_back_is_not_drawn),
        cmocka_unit_test(chance_decides_among_equals),
        cmocka_unit_test(the_order_asked_does_not_follow_exposure),
        cmocka_unit_test(topics_and_books_decide_nothing),
        cmocka_unit_test(the_supply_is_counted_by_exposure_and_reserve),
        cmocka_unit_test(scopes_have_ids_and_the_last_six_are_redo),
    };

    return cmocka_run_group_tests_name("practice", tests, NULL, NULL);
}
