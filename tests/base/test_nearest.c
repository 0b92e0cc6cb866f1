/* What a misspelt name was meant to be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proctor/base/nearest.h"

static void the_nearest_is_named_the_first_of_equals(void **state)
{
    static const struct {
        const char *text, *names[4], *message;
    } cases[] = {
        {"cpx",
         {"ccs", "cpc", "cpb"},
         "there is no exam 'cpx'; did you mean 'cpc'?"},
        {"smal", {"small"}, "there is no exam 'smal'; did you mean 'small'?"},
        {"abcd", {"abcdefg", "x"}, "there is no exam 'abcd'; look around"},
        {"", {"abc"}, "there is no exam ''; look around"},
        {"any", {NULL}, "there is no exam 'any'; look around"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct nearest nearest = nearest_to(str_from(cases[i].text));
        struct error err;

        for (int k = 0; cases[i].names[k]; k++)
            nearest_look(&nearest, str_from(cases[i].names[k]));
        assert_false(nearest_not_found(&nearest, "exam", "look around", &err));
        assert_int_equal(err.code, ERR_NOT_FOUND);
        assert_string_equal(err.message, cases[i].message);
    }
}

static void a_look_tells_whether_the_name_is_nearer(void **state)
{
    struct nearest nearest = nearest_to(STR("heart"));
    (void)state;

    assert_true(nearest_look(&nearest, STR("hart")));
    assert_false(nearest_look(&nearest, STR("heat")));
    assert_false(nearest_look(&nearest, STR("kidney")));
    assert_true(nearest_look(&nearest, STR("heart")));
    assert_true(str_is(nearest.found, "heart"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_is_named_the_first_of_equals),
        cmocka_unit_test(a_look_tells_whether_the_name_is_nearer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
