/* The table from text to number. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/strmap.h"

static void a_key_is_added_once(void **state)
{
    struct strmap *map = strmap_create();
    int64_t old = 0, value = 0;
    (void)state;

    assert_true(strmap_add(map, STR("a"), 1, &old));
    assert_false(strmap_add(map, STR("a"), 2, &old));
    assert_int_equal(old, 1);
    assert_false(strmap_add(map, STR("a"), 2, NULL));
    assert_true(strmap_get(map, STR("a"), &value));
    assert_int_equal(value, 1);
    strmap_set(map, STR("a"), 5);
    assert_true(strmap_get(map, STR("a"), &value));
    assert_int_equal(value, 5);
    assert_int_equal(strmap_count(map), 1);
    strmap_destroy(map);
}

static void a_missing_key_leaves_the_value(void **state)
{
    struct strmap *map = strmap_create();
    int64_t value = 42;
    (void)state;

    assert_false(strmap_get(map, STR("a"), &value));
    strmap_set(map, STR("a"), 1);
    assert_false(strmap_get(map, STR("b"), &value));
    assert_false(strmap_get(map, STR(""), &value));
    assert_int_equal(value, 42);
    strmap_destroy(map);
    strmap_destroy(NULL);
}

static void keys_are_copied_and_may_hold_any_byte(void **state)
{
    struct strmap *map = strmap_create();
    char key[3] = {'a', '\0', 'b'};
    int64_t value = 0;
    (void)state;

    strmap_set(map, (struct str){key, 3}, 1);
    key[2] = 'c';
    assert_false(strmap_get(map, (struct str){key, 3}, &value));
    assert_false(strmap_get(map, STR("a"), &value));
    assert_true(strmap_get(map, (struct str){"a\0b", 3}, &value));
    strmap_set(map, STR(""), 9);
    assert_true(strmap_get(map, STR(""), &value));
    assert_int_equal(value, 9);
    strmap_destroy(map);
}

static void many_keys_are_found_and_listed_in_their_order(void **state)
{
    enum { COUNT = 20000 };
    struct strmap *map = strmap_create();
    char key[32];
    (void)state;

    for (int i = 0; i < COUNT; i++) {
        int len = snprintf(key, sizeof key, "cpt/%d/%d", i % 7, i);

        assert_true(strmap_add(map, (struct str){key, (size_t)len}, i, NULL));
    }
    assert_int_equal(strmap_count(map), COUNT);
    for (int i = 0; i < COUNT; i++) {
        int64_t value = -1;

        snprintf(key, sizeof key, "cpt/%d/%d", i % 7, i);
        assert_true(strmap_get(map, str_from(key), &value));
        assert_int_equal(value, i);
        assert_true(str_is(strmap_key(map, (size_t)i), key));
    }
    strmap_destroy(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_added_once),
        cmocka_unit_test(a_missing_key_leaves_the_value),
        cmocka_unit_test(keys_are_copied_and_may_hold_any_byte),
        cmocka_unit_test(many_keys_are_found_and_listed_in_their_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
