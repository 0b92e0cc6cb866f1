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
    assert_true(exams_find(f.app, "short", NULL, &f.arena, &entry, &f.err));
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

static void validity_is_shown_also_without_a_version(void **state)
{
    static const struct {
        struct str version, from, until;
        const char *value;
    } cases[] = {
        {{"1", 1}, {"", 0}, {"", 0}, "1"},
        {{"1", 1}, {"2026-01-01", 10}, {"", 0}, "1, valid from 2026-01-01"},
        {{"", 0}, {"2026-01-01", 10}, {"", 0}, "valid from 2026-01-01"},
        {{"", 0}, {NULL, 0}, {"2026-12-31", 10}, "valid until 2026-12-31"},
        {{"", 0}, {NULL, 0}, {NULL, 0}, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exam exam = {.version = cases[i].version,
                            .valid_from = cases[i].from,
                            .valid_until = cases[i].until};
        struct arena arena = {0};
        struct sheet sheet;
        const char *value;

        sheet_of(&exam, &arena, &sheet);
        value = value_of(&sheet, "version");
        if (cases[i].value)
            assert_string_equal(value, cases[i].value);
        else
            assert_null(value);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_figures_have_rows_and_unknown_ones_none),
        cmocka_unit_test(validity_is_shown_also_without_a_version),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
