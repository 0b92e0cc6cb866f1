/* Memory that is freed together. */
#include <stdarg.h>
#include <stdalign.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/arena.h"

static void memory_is_zeroed_again_after_a_reset(void **state)
{
    struct arena arena = {0};
    (void)state;

    memset(arena_alloc(&arena, 100, 1), 0xAA, 100);
    arena_reset(&arena);
    unsigned char *bytes = arena_alloc(&arena, 100, 1);
    for (int i = 0; i < 100; i++)
        assert_int_equal(bytes[i], 0);
    arena_finish(&arena);
}

static void memory_is_aligned_for_any_type(void **state)
{
    struct arena arena = {0};
    (void)state;

    for (size_t size = 0; size < 300; size++) {
        uintptr_t address = (uintptr_t)arena_alloc(&arena, size, 1);

        assert_true(address != 0);
        assert_int_equal(address % alignof(max_align_t), 0);
    }
    arena_finish(&arena);
}

static void objects_do_not_overlap(void **state)
{
    enum { COUNT = 2000 };
    struct arena arena = {0};
    unsigned char *objects[COUNT];
    (void)state;

    /* Sizes from none to far more than a block. */
    for (size_t i = 0; i < COUNT; i++) {
        objects[i] = arena_alloc(&arena, i % 97 == 0 ? 70000 : i % 50, 1);
        memset(objects[i], (int)(i % 251), i % 97 == 0 ? 70000 : i % 50);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < (i % 97 == 0 ? 70000 : i % 50); j++)
            assert_int_equal(objects[i][j], i % 251);
    arena_finish(&arena);
}

static void a_large_object_leaves_the_block_in_use(void **state)
{
    struct arena arena = {0};
    (void)state;

    arena_alloc(&arena, 16, 1);
    struct arena_block *block = arena.blocks;
    arena_alloc(&arena, 1000000, 1);
    assert_ptr_equal(arena.blocks, block);
    arena_finish(&arena);
}

static void used_counts_what_was_handed_out(void **state)
{
    struct arena arena = {0};
    (void)state;

    assert_int_equal(arena_used(&arena), 0);
    arena_alloc(&arena, 1000000, 1);
    arena_alloc(&arena, 16, 1);
    assert_true(arena_used(&arena) >= 1000016);
    assert_true(arena_used(&arena) < 1000100);
    arena_reset(&arena);
    assert_int_equal(arena_used(&arena), 0);
    arena_finish(&arena);
    assert_int_equal(arena_used(&arena), 0);
}

static void copies_are_terminated(void **state)
{
    struct arena arena = {0};
    (void)state;

    struct str copy = arena_str(&arena, (struct str){"abcdef", 3});
    assert_string_equal(copy.data, "abc");
    assert_string_equal(arena_str(&arena, (struct str){0}).data, "");
    assert_string_equal(arena_strdup(&arena, "xyz"), "xyz");
    assert_string_equal(arena_printf(&arena, "%s-%d", "a", 5), "a-5");
    assert_int_equal(strlen(arena_printf(&arena, "%09000d", 1)), 9000);
    arena_finish(&arena);
}

static void a_finished_arena_can_be_used_again(void **state)
{
    struct arena arena = {0};
    (void)state;

    arena_reset(&arena);
    arena_finish(&arena);
    int *number = ARENA_NEW(&arena, int);
    assert_int_equal(*number, 0);
    assert_non_null(ARENA_ARRAY(&arena, struct str, 0));
    arena_finish(&arena);
    arena_finish(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_again_after_a_reset),
        cmocka_unit_test(memory_is_aligned_for_any_type),
        cmocka_unit_test(objects_do_not_overlap),
        cmocka_unit_test(a_large_object_leaves_the_block_in_use),
        cmocka_unit_test(used_counts_what_was_handed_out),
        cmocka_unit_test(copies_are_terminated),
        cmocka_unit_test(a_finished_arena_can_be_used_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
