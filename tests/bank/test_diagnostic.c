/* What is kept of many diagnostics, and how they are printed. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "bank/report.h"
#include "bank/source.h"
#include "support.h"

struct listing {
    struct diagnostics list;
    struct source source;
    struct report report;
};

static void open_listing(struct listing *listing, const char *text)
{
    *listing =
        (struct listing){.report = {.list = &listing->list, .item = STR("")}};
    diagnostics_init(&listing->list, "a.yaml");
    assert_true(
        source_open(&listing->source, str_from(text), &listing->report));
}

static void close_listing(struct listing *listing)
{
    source_close(&listing->source);
    diagnostics_finish(&listing->list);
}

static void assert_printed(struct listing *listing, bool ascii,
                           const char *expected)
{
    struct strbuf out = {0};

    diagnostics_print(&listing->list, &out, ascii);
    assert_string_equal(strbuf_text(&out), expected);
    strbuf_finish(&out);
}

static void an_error_shows_place_item_line_mark_and_hint(void **state)
{
    struct listing it;
    (void)state;

    open_listing(&it, "first\nsecond line\n");
    it.report.item = STR("q1");
    report_error(&it.report, (struct place){2, 8, 4}, "x/y", "no '%s'", "line");
    report_hint(&it.report, "write %d", 5);
    report_note(&it.report, (struct place){1, 1, 5}, "first here");
    assert_printed(&it, false,
                   "a.yaml:2:8: error: q1: no 'line' [x/y]\n"
                   "     2 | second line\n"
                   "       |        ^~~~\n"
                   "       = hint: write 5\n"
                   "a.yaml:1:1: note: q1: first here\n"
                   "     1 | first\n"
                   "       | ^~~~~\n");
    close_listing(&it);
}

static void the_mark_stands_under_the_column_a_terminal_shows(void **state)
{
    struct listing it;
    (void)state;

    /* Two wide characters, a combining accent, a hidden one. */
    open_listing(&it, "\xE6\xBC\xA2\xE5\xAD\x97 e\xCC\x81\xC2\xAD here\n");
    report_error(&it.report, (struct place){1, 8, 4}, "x/y", "m");
    assert_printed(&it, false,
                   "a.yaml:1:8: error: m [x/y]\n"
                   "     1 | \xE6\xBC\xA2\xE5\xAD\x97 e\xCC\x81 here\n"
                   "       |        ^~~~\n");
    close_listing(&it);
}

static void text_of_the_file_cannot_control_the_terminal(void **state)
{
    struct listing it;
    struct strbuf out = {0};
    (void)state;

    it = (struct listing){.report = {.list = &it.list, .item = STR("")}};
    diagnostics_init(&it.list, "\x1B[2J.yaml");
    source_open(&it.source, STR("\x1B]0;x\x07 \xE2\x80\xAEx\n"), &it.report);
    report_error(&it.report, (struct place){1, 1, 1}, "x/y", "'%s'", "\x1B[m");
    diagnostics_print(&it.list, &out, false);
    assert_null(strchr(strbuf_text(&out), '\x1B'));
    assert_null(strchr(strbuf_text(&out), '\x07'));
    assert_null(strstr(strbuf_text(&out), "\xE2\x80\xAE"));
    strbuf_finish(&out);
    close_listing(&it);
}

static void a_long_line_is_cut_around_the_place(void **state)
{
    struct listing it;
    char line[1001];
    (void)state;

    memset(line, 'x', 1000);
    line[500] = '!';
    line[1000] = '\0';
    open_listing(&it, line);
    report_error(&it.report, (struct place){1, 501, 400}, "x/y", "m");

    const struct diagnostic *got = &it.list.items[0];
    assert_int_equal(got->source.len, 3 + 120 + 3);
    assert_true(str_starts(got->source, "...x"));
    assert_true(str_ends(got->source, "x..."));
    assert_int_equal(got->source.data[got->caret_column - 1], '!');
    assert_int_equal(got->length, 60);
    assert_int_equal(got->column, 501);
    close_listing(&it);
}

static void ascii_output_is_ascii(void **state)
{
    struct listing it;
    (void)state;

    open_listing(&it, "caf\xC3\xA9 here\n");
    report_error(&it.report, (struct place){1, 6, 4}, "x/y", "m");
    assert_printed(&it, true,
                   "a.yaml:1:6: error: m [x/y]\n"
                   "     1 | cafe here\n"
                   "       |      ^~~~\n");
    close_listing(&it);
}

static void entries_are_sorted_and_notes_stay(void **state)
{
    struct listing it;
    (void)state;

    open_listing(&it, "a\nb\nc\n");
    report_error(&it.report, (struct place){3, 1, 1}, "x/3", "third");
    report_note(&it.report, (struct place){1, 1, 1}, "note of third");
    report_warning(&it.report, (struct place){2, 2, 1}, "x/2b", "second b");
    report_error(&it.report, (struct place){2, 1, 1}, "x/2a", "second a");
    report_error(&it.report, (struct place){2, 1, 1}, "x/2c", "same place");
    report_error(&it.report, (struct place){0, 0, 1}, "x/0", "whole file");
    diagnostics_sort(&it.list);

    static const char *const order[] = {"x/0",  "x/2a", "x/2c",
                                        "x/2b", "x/3",  "x/3"};
    assert_int_equal(it.list.count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(it.list.items[i].id, order[i]);
    assert_int_equal(it.list.items[5].severity, SEVERITY_NOTE);
    close_listing(&it);
}

static void many_are_counted_but_only_fifty_kept(void **state)
{
    struct listing it;
    (void)state;

    open_listing(&it, "a\n");
    for (int i = 0; i < 200; i++)
        report_error(&it.report, (struct place){1 + i, 1, 1}, "x/y", "m");
    assert_int_equal(it.list.errors, 200);
    assert_int_equal(it.list.count, DIAGNOSTICS_SHOWN);
    assert_int_equal(it.list.items[49].line, 50);

    struct strbuf out = {0};
    diagnostics_print(&it.list, &out, false);
    assert_true(contains(strbuf_str(&out),
                         "a.yaml: 150 more errors and 0 more warnings"));
    strbuf_finish(&out);
    close_listing(&it);
}

static void errors_push_warnings_out_and_early_ones_late_ones(void **state)
{
    struct listing it;
    (void)state;

    open_listing(&it, "a\n");
    for (int i = 0; i < 60; i++)
        report_warning(&it.report, (struct place){1 + i, 1, 1}, "x/w", "m");
    for (int i = 0; i < 49; i++)
        report_error(&it.report, (struct place){1000 - i, 1, 1}, "x/e", "m");
    diagnostics_sort(&it.list);
    assert_int_equal(it.list.count, DIAGNOSTICS_SHOWN);
    assert_string_equal(it.list.items[0].id, "x/w");
    assert_int_equal(it.list.items[0].line, 1);
    assert_string_equal(it.list.items[1].id, "x/e");

    report_error(&it.report, (struct place){5, 1, 1}, "x/early", "m");
    report_error(&it.report, (struct place){6, 1, 1}, "x/early", "m");
    report_error(&it.report, (struct place){2000, 1, 1}, "x/late", "m");
    report_hint(&it.report, "a hint for what was not kept");
    report_note(&it.report, (struct place){1, 1, 1}, "so is its note");
    diagnostics_sort(&it.list);
    assert_int_equal(it.list.count, DIAGNOSTICS_SHOWN);
    assert_string_equal(it.list.items[0].id, "x/early");
    assert_int_equal(it.list.items[49].line, 999);
    for (size_t i = 0; i < it.list.count; i++)
        assert_int_equal(it.list.items[i].hint.len, 0);
    assert_int_equal(it.list.errors, 52);
    assert_int_equal(it.list.warnings, 60);
    close_listing(&it);
}

static void a_dropped_entry_takes_its_note_along(void **state)
{
    struct listing it;
    (void)state;

    open_listing(&it, "a\n");
    for (int i = 0; i < DIAGNOSTICS_SHOWN; i++) {
        report_error(&it.report, (struct place){10 + i, 1, 1}, "x/e", "m");
        report_note(&it.report, (struct place){1, 1, 1}, "n");
    }
    report_error(&it.report, (struct place){1, 1, 1}, "x/first", "m");
    diagnostics_sort(&it.list);
    assert_int_equal(it.list.count, 2 * DIAGNOSTICS_SHOWN - 1);
    assert_string_equal(it.list.items[0].id, "x/first");
    assert_int_equal(it.list.items[1].severity, SEVERITY_ERROR);
    close_listing(&it);
}

static void one_more_is_said_in_the_singular(void **state)
{
    struct listing it;
    struct strbuf out = {0};
    (void)state;

    open_listing(&it, "a\n");
    for (int i = 0; i <= DIAGNOSTICS_SHOWN; i++)
        report_error(&it.report, (struct place){1, 1, 1}, "x/e", "m");
    report_warning(&it.report, (struct place){1, 1, 1}, "x/w", "m");
    diagnostics_print(&it.list, &out, false);
    assert_true(contains(strbuf_str(&out),
                         "1 more error and 1 more warning not shown"));
    strbuf_finish(&out);
    close_listing(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_shows_place_item_line_mark_and_hint),
        cmocka_unit_test(the_mark_stands_under_the_column_a_terminal_shows),
        cmocka_unit_test(text_of_the_file_cannot_control_the_terminal),
        cmocka_unit_test(a_long_line_is_cut_around_the_place),
        cmocka_unit_test(ascii_output_is_ascii),
        cmocka_unit_test(entries_are_sorted_and_notes_stay),
        cmocka_unit_test(many_are_counted_but_only_fifty_kept),
        cmocka_unit_test(one_more_is_said_in_the_singular),
        cmocka_unit_test(errors_push_warnings_out_and_early_ones_late_ones),
        cmocka_unit_test(a_dropped_entry_takes_its_note_along),
    };

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
