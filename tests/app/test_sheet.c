/* An exam's figures in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/exams.h"
#include "proctor/app/sheet.h"

static const char *value_of(const struct sheet *sheet, const char *id)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (strcmp(sheet->rows[i].id, id) == 0)
            return sheet->rows[i].value;
    return NULL;
}

static void known_figures_have_rows_and_unknown_ones_none(void **state)
{
    struct fixture f;
    struct exam_entry entry;
    struct sheet sheet;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(
        exams_find(f.app, "short", NULL, &f.arena, &entry, &f.err));
    sheet_of(entry.exam, &f.arena, &sheet);
    assert_string_equal(value_of(&sheet, "minutes"), "60 minutes");
    assert_string_equal(value_of(&sheet, "items"), "6, all scored");
    assert_string_equal(value_of(&sheet, "pass"), "70 % of the marks");
    assert_string_equal(value_of(&sheet, "warn_minutes"),
                        "at 30, 5 minutes left");
    assert_null(value_of(&sheet, "books"));
    assert_null(value_of(&sheet, "breaks"));
    fixture_close(&f);
}

static void an_unknown_exam_names_the_nearest(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_false(exams_find(f.app, "quck", NULL, &f.arena, &entry, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "'quick'"));
    fixture_close(&f);
}

static void supply_counts_what_the_banks_can_fill(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(exams_find(f.app, "quick", NULL, &f.arena, &entry, &f.err));
    assert_true(exams_supply(f.app, &entry, &f.arena, &f.err));
    assert_int_equal(entry.needed, 6);
    assert_int_equal(entry.fillable, 6);
    assert_true(entry.is_full);
    assert_int_equal(entry.supply[0].items, 8);
    assert_int_equal(entry.supply[1].items, 4);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_figures_have_rows_and_unknown_ones_none),
        cmocka_unit_test(an_unknown_exam_names_the_nearest),
        cmocka_unit_test(supply_counts_what_the_banks_can_fill),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
