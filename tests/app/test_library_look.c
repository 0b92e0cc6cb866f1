/* What an instructor sees: what an import changes, a question, what is on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/exams.h"
#include "proctor/store/catalog.h"

static void filled(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
}

/* --- what an import changes ----------------------------------------------- */

/* Questions q1 (with another stem), q2 and q12: q0 and q3 to q11 are gone. */
static const char *other_bank(struct fixture *f)
{
    char *text = fixture_bank(13, "2.0");
    char *first = strstr(text, "  - id: q0\n"),
         *kept = strstr(text, "  - id: q1\n"),
         *gone = strstr(text, "  - id: q3\n"),
         *last = strstr(text, "  - id: q12\n");
    struct strbuf bank = {0};
    const char *path;

    strbuf_add(&bank, (struct str){text, (size_t)(first - text)});
    kept[strlen("  - id: q1\n    topic: t/a\n    stem: Q") - 1] = 'K';
    strbuf_add(&bank, (struct str){kept, (size_t)(gone - kept)});
    strbuf_adds(&bank, last);
    path = fixture_file(f, "other.yaml", strbuf_text(&bank));
    strbuf_finish(&bank);
    free(text);
    return path;
}

/* "q1 changed, q12 new": the first of them, and how many there are. */
static void assert_changes(const struct import_report *report,
                           const char *first, size_t count)
{
    struct strbuf text = {0};

    for (size_t i = 0; i < report->changes.count && i < 4; i++)
        strbuf_printf(&text, "%s" STR_FORMAT " %s", i > 0 ? ", " : "",
                      STR_ARG(report->changes.items[i].id),
                      item_change_label(report->changes.items[i].change));
    assert_string_equal(strbuf_text(&text), first);
    assert_int_equal(report->changes.count, count);
    strbuf_finish(&text);
}

static void a_preview_names_what_would_change(void **state)
{
    struct import_options options = {
        .origin = ORIGIN_USER, .allow_absent = true, .dry_run = true};
    struct fixture f;
    struct import_report report;

    (void)state;
    filled(&f);
    for (int round = 0; round < 2; round++) {
        assert_true(
            library_import(f.app, other_bank(&f), &options, &report, &f.err));
        assert_int_equal(report.outcome, options.dry_run ? OUTCOME_WOULD_IMPORT
                                                         : OUTCOME_IMPORTED);
        assert_changes(&report,
                       "q1 changed, q12 new, q0 no longer there, q3 no longer "
                       "there",
                       12);
        import_report_finish(&report);
        options.dry_run = false;
    }
    assert_int_equal(catalog_item_count(app_store(f.app)), 3);
    fixture_close(&f);
}

static void what_would_take_too_much_away_is_named_too(void **state)
{
    struct import_options options = {.origin = ORIGIN_USER};
    struct fixture f;
    struct import_report report;

    (void)state;
    filled(&f);
    assert_true(
        library_import(f.app, other_bank(&f), &options, &report, &f.err));
    assert_int_equal(report.outcome, OUTCOME_ABSENT_REFUSED);
    assert_int_equal(report.changes.count, 12);
    import_report_finish(&report);
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    fixture_close(&f);
}

static void what_is_no_news_has_no_changes(void **state)
{
    struct import_options options = {.origin = ORIGIN_USER};
    struct fixture f;
    struct import_report report;

    (void)state;
    filled(&f);
    assert_true(library_import(f.app, fixture_file(&f, "e.yaml", fixture_exam),
                               &options, &report, &f.err));
    assert_int_equal(report.changes.count, 0);
    import_report_finish(&report);
    fixture_close(&f);
}

static void a_bank_only_checked_has_all_its_questions(void **state)
{
    struct fixture f;
    struct import_report report;

    (void)state;
    fixture_open(&f);
    assert_true(library_check(other_bank(&f), NULL, &report, &f.err));
    assert_int_equal(report.outcome, OUTCOME_CHECKED);
    assert_changes(&report, "q1 new, q2 new, q12 new", 3);
    import_report_finish(&report);
    fixture_close(&f);
}

/* --- a question ----------------------------------------------------------- */

static void a_question_is_shown_as_a_form_would_have_it(void **state)
{
    struct fixture f;
    struct item item;
    char order[ITEM_OPTIONS_MAX + 1], again[ITEM_OPTIONS_MAX + 1];

    (void)state;
    filled(&f);
    assert_true(library_question(f.app, "test/quick/q3", &f.arena, &item, order,
                                 &f.err));
    assert_true(str_is(item.stem, "Question number 3?"));
    assert_int_equal(strlen(order), 4);
    assert_int_equal(strspn(order, "ABCD"), 4);
    assert_true(library_question(f.app, "test/quick/q3", &f.arena, &item, again,
                                 &f.err));
    assert_string_equal(order, again);
    assert_false(library_question(f.app, "test/quick/q33", &f.arena, &item,
                                  order, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    fixture_close(&f);
}

/* --- on and off ----------------------------------------------------------- */

static void banks_and_exams_are_switched_off_and_on(void **state)
{
    struct fixture f;
    struct exam_entries exams;

    (void)state;
    filled(&f);
    assert_true(library_enable_bank(f.app, "test/quick", false, &f.err));
    assert_int_equal(catalog_item_count(app_store(f.app)), 0);
    assert_true(library_enable_bank(f.app, "test/quick", true, &f.err));
    assert_int_equal(catalog_item_count(app_store(f.app)), 12);
    assert_true(library_enable_exam(f.app, "quick", false, &f.err));
    assert_true(exams_list(f.app, &f.arena, &exams, &f.err));
    assert_int_equal(exams.count, 0);
    assert_true(exams_list_all(f.app, &f.arena, &exams, &f.err));
    assert_int_equal(exams.count, 1);
    assert_false(exams.items[0].enabled);
    assert_true(library_enable_exam(f.app, "quick", true, &f.err));
    assert_true(exams_list(f.app, &f.arena, &exams, &f.err));
    assert_int_equal(exams.count, 1);
    fixture_close(&f);
}

static void what_is_not_there_is_not_switched(void **state)
{
    struct fixture f;

    (void)state;
    filled(&f);
    assert_false(library_enable_bank(f.app, "test/quikc", false, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "test/quick"));
    assert_false(library_enable_exam(f.app, "quikc", false, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "quick"));
    fixture_close(&f);
}

static void nothing_is_switched_during_an_exam(void **state)
{
    struct fixture f;
    struct session *session;

    (void)state;
    filled(&f);
    session = fixture_start(&f);
    assert_false(library_enable_bank(f.app, "test/quick", false, &f.err));
    assert_int_equal(f.err.code, ERR_BUSY);
    assert_false(library_enable_exam(f.app, "quick", false, &f.err));
    assert_int_equal(f.err.code, ERR_BUSY);
    session_close(session);
    fixture_close(&f);
}

static void a_database_open_for_reading_is_not_changed(void **state)
{
    struct fixture f;
    struct app *reader;

    (void)state;
    filled(&f);
    reader = app_open(&(struct app_options){.database = f.database,
                                            .read_only = true,
                                            .clock = &f.clock},
                      &f.err);
    assert_non_null(reader);
    assert_false(library_enable_bank(reader, "test/quick", false, &f.err));
    assert_int_equal(f.err.code, ERR_READONLY);
    assert_false(library_enable_exam(reader, "quick", false, &f.err));
    assert_int_equal(f.err.code, ERR_READONLY);
    app_close(reader);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_preview_names_what_would_change),
        cmocka_unit_test(what_would_take_too_much_away_is_named_too),
        cmocka_unit_test(what_is_no_news_has_no_changes),
        cmocka_unit_test(a_bank_only_checked_has_all_its_questions),
        cmocka_unit_test(a_question_is_shown_as_a_form_would_have_it),
        cmocka_unit_test(banks_and_exams_are_switched_off_and_on),
        cmocka_unit_test(what_is_not_there_is_not_switched),
        cmocka_unit_test(nothing_is_switched_during_an_exam),
        cmocka_unit_test(a_database_open_for_reading_is_not_changed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
