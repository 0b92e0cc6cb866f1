/* The fold searches its tables by halves: what is out of order is not found. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "fold_tables.h"

static void ranges_are_sorted_and_apart(void **state)
{
    const struct {
        const struct fold_range *ranges;
        size_t count;
    } tables[] = {
        {fold_dropped, fold_dropped_count},
        {fold_forbidden, fold_forbidden_count},
        {fold_jamo, fold_jamo_count},
        {fold_marks, fold_marks_count},
    };
    (void)state;

    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        const struct fold_range *ranges = tables[t].ranges;

        assert_true(tables[t].count > 0);
        for (size_t i = 0; i < tables[t].count; i++) {
            assert_true(ranges[i].first <= ranges[i].last);
            assert_true(i == 0 || ranges[i - 1].last < ranges[i].first);
        }
    }
}

static void assert_printable(const char *text)
{
    assert_true(text[0] != '\0');
    for (; *text != '\0'; text++)
        assert_in_range(*text, ' ', '~');
}

static void spellings_are_sorted_and_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < fold_spelling_count; i++) {
        assert_true(fold_spellings[i].c >= 0x80);
        assert_true(i == 0 || fold_spellings[i - 1].c < fold_spellings[i].c);
        assert_printable(fold_spellings[i].text);
    }
}

static void runs_are_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < fold_run_count; i++) {
        assert_true(fold_runs[i].first >= 0x80);
        assert_printable(fold_runs[i].letters);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_are_sorted_and_apart),
        cmocka_unit_test(spellings_are_sorted_and_ascii),
        cmocka_unit_test(runs_are_ascii),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
