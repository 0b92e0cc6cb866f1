/* Ids, versions, dates, and the guess at a misspelt name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "bank/names.h"
#include "proctor/bank/reader.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void shapes_take_what_they_should_and_nothing_else(void **state)
{
    static const struct {
        bool (*fits)(struct str);
        const char *text;
        bool expected;
    } cases[] = {
        {name_is_id, "sepsis-1", true},
        {name_is_id, "1st_x.y", true},
        {name_is_id, "", false},
        {name_is_id, "-x", false},
        {name_is_id, ".x", false},
        {name_is_id, "Sepsis", false},
        {name_is_id, "a b", false},
        {name_is_id, "a/b", false},
        {name_is_bank, "proctor/x", true},
        {name_is_bank, "proctor", false},
        {name_is_bank, "a/b/c", false},
        {name_is_bank, "a/", false},
        {name_is_bank, "/a", false},
        {name_is_item, "a/b/c", true},
        {name_is_item, "a/b", false},
        {name_is_base, "a/b@2026.1", true},
        {name_is_base, "a/b@", false},
        {name_is_base, "a/b", false},
        {name_is_version, "2026.10", true},
        {name_is_version, "1", true},
        {name_is_version, "1.", false},
        {name_is_version, ".1", false},
        {name_is_version, "1..2", false},
        {name_is_version, "v1", false},
        {name_is_version, "", false},
        {name_is_date, "2026-02-28", true},
        {name_is_date, "2024-02-29", true},
        {name_is_date, "2026-02-29", false},
        {name_is_date, "2100-02-29", false},
        {name_is_date, "2000-02-29", true},
        {name_is_date, "2026-13-01", false},
        {name_is_date, "2026-00-01", false},
        {name_is_date, "2026-01-00", false},
        {name_is_date, "2026-1-1", false},
        {name_is_date, "2026/01/01", false},
    };
    (void)state;

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (cases[i].fits(str_from(cases[i].text)) != cases[i].expected)
            fail_msg("case %zu: '%s'", i, cases[i].text);
}

static void an_id_has_at_most_64_bytes(void **state)
{
    char text[66];
    (void)state;

    for (size_t i = 0; i < sizeof text; i++)
        text[i] = 'a';
    assert_true(name_is_id((struct str){text, 64}));
    assert_false(name_is_id((struct str){text, 65}));
}

static void a_near_name_is_found_and_a_far_one_is_not(void **state)
{
    static const char *const names[] = {"stem", "answer", "difficulty", NULL};
    (void)state;

    assert_string_equal(nearest_name(STR("stme"), names), "stem");
    assert_string_equal(nearest_name(STR("dificulty"), names), "difficulty");
    assert_null(nearest_name(STR("options"), names));
    assert_null(nearest_name(STR(""), names));
}

static void the_nearest_key_of_a_table_is_found(void **state)
{
    struct strmap *map = strmap_create();
    (void)state;

    strmap_add(map, STR("cpt/surgery/digestive"), 1, NULL);
    strmap_add(map, STR("cpt/surgery/nervous"), 2, NULL);
    assert_true(str_is(nearest_key(STR("cpt/surgery/nervus"), map),
                       "cpt/surgery/nervous"));
    assert_int_equal(nearest_key(STR("hcpcs"), map).len, 0);
    strmap_destroy(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_take_what_they_should_and_nothing_else),
        cmocka_unit_test(an_id_has_at_most_64_bytes),
        cmocka_unit_test(a_near_name_is_found_and_a_far_one_is_not),
        cmocka_unit_test(the_nearest_key_of_a_table_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
