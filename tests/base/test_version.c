/* Versions compare by their numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "proctor/base/version.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void versions_compare_number_by_number(void **state)
{
    static const char *const rising[] = {
        "1",
        "1.0",
        "1.1",
        "2026",
        "2026.1",
        "2026.9",
        "2026.10",
        "2026.10.1",
        "99999999999999999999",
        "100000000000000000000",
    };
    (void)state;

    for (size_t i = 0; i < COUNT_OF(rising); i++)
        for (size_t j = 0; j < COUNT_OF(rising); j++) {
            int order =
                version_compare(str_from(rising[i]), str_from(rising[j]));

            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    assert_int_equal(version_compare(STR("2026.01"), STR("2026.1")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_compare_number_by_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
