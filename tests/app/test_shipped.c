/* The questions that ship: read without an error, and enough for the exams.
 * The argument is the folder `questions`. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/exams.h"
#include "proctor/app/review.h"

static const char *questions_folder;

static void load(struct fixture *f)
{
    static const struct import_options shipped = {.origin = ORIGIN_SHIPPED};
    struct path_list files;

    fixture_open(f);
    assert_true(
        library_files(&f->arena, &questions_folder, 1, &files, &f->err));
    assert_true(files.count > 0);
    for (size_t i = 0; i < files.count; i++) {
        struct import_report report;

        if (!library_import(f->app, files.paths[i], &shipped, &report, &f->err))
            fail_msg("%s: %s", files.paths[i], f->err.message);
        if (report.outcome != OUTCOME_IMPORTED ||
            report.diagnostics.errors + report.diagnostics.warnings > 0) {
            struct strbuf text = {0};

            diagnostics_print(&report.diagnostics, &text, false);
            fail_msg("%s: %s\n%s", files.paths[i],
                     import_outcome_text(report.outcome), strbuf_text(&text));
        }
        import_report_finish(&report);
    }
}

static void every_shipped_file_is_clean(void **state)
{
    struct fixture f;

    (void)state;
    load(&f);
    fixture_close(&f);
}

static void a_whole_cpc_form_can_be_drawn_from_many_seeds(void **state)
{
    static const char *const seeds[] = {"1", "2", "3", "5", "8", "13", "21"};
    struct fixture f;

    (void)state;
    load(&f);
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        struct plan_options options = {.exam = "cpc", .seed = seeds[i]};
        struct session_plan plan;

        if (!session_plan(f.app, &options, &f.arena, &plan, &f.err))
            fail_msg("%s", f.err.message);
        assert_int_equal(plan.form.count, 100);
        assert_false(plan.form.is_short);
        assert_int_equal(plan.form.out_of_date, 0);
        assert_int_equal(plan.limit_ms, INT64_C(240) * 60000);
        for (size_t s = 0; s < plan.entry.exam->section_count; s++)
            assert_int_equal(plan.form.section_got[s],
                             plan.form.section_asked[s]);
    }
    fixture_close(&f);
}

/* Letters of the keys, in order: an answer that is right. */
static void answer_by_key(struct session *session, int pos)
{
    const struct item *item = session_item(session, pos);
    struct error err = {0};

    for (size_t i = 0; i < item->option_count; i++)
        if (item->options[i].is_key &&
            !session_choose(session, pos, item->options[i].letter, &err))
            fail_msg("%s", err.message);
}

static void
a_cpc_mock_answered_by_its_keys_is_passed_with_all_marks(void **state)
{
    struct plan_options options = {.exam = "cpc", .seed = "1"};
    struct fixture f;
    struct session_plan plan;
    struct session *session;
    struct review review;

    (void)state;
    load(&f);
    assert_true(session_plan(f.app, &options, &f.arena, &plan, &f.err));
    session = session_start(f.app, &plan, &f.err);
    assert_non_null(session);
    for (int pos = 0; pos < 100; pos++) {
        assert_true(session_visit(session, pos, &f.err));
        answer_by_key(session, pos);
    }
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_string_equal(review_headline(&review, &f.arena).data,
                        "100 of 100, 70 needed (70 %): passed.");
    fixture_close(&f);
}

static void the_tutorial_asks_three_questions_in_their_order(void **state)
{
    static const enum item_kind kinds[] = {ITEM_SINGLE, ITEM_MULTIPLE,
                                           ITEM_CODES};
    struct fixture f;
    struct session_plan plan;
    struct session *session;

    (void)state;
    load(&f);
    assert_true(practice_tutorial(f.app, &f.arena, &plan, &f.err));
    assert_int_equal(plan.form.count, 3);
    assert_int_equal(plan.limit_ms, 0);
    assert_int_equal(plan.notes.count, 0);
    session = session_start(f.app, &plan, &f.err);
    assert_non_null(session);
    for (int pos = 0; pos < 3; pos++)
        assert_int_equal(session_item(session, pos)->kind, kinds[pos]);
    assert_int_equal(session_item(session, 2)->case_text->exhibits.count, 1);
    assert_true(session_leave(session, false, &f.err));
    session_close(session);
    fixture_close(&f);
}

static void every_section_can_be_practised(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    load(&f);
    assert_true(exams_find(f.app, "cpc", NULL, &f.arena, &entry, &f.err));
    for (size_t i = 0; i < entry.exam->section_count; i++) {
        struct practice_request request = {
            .scope = PRACTICE_SECTION,
            .exam = "cpc",
            .name = entry.exam->sections[i].id.data,
        };
        struct session_plan plan;

        if (!practice_plan(f.app, &request, &f.arena, &plan, &f.err))
            fail_msg("%s: %s", request.name, f.err.message);
        assert_true(plan.form.count > 0);
        assert_int_equal(plan.entry.exam->section_count, 1);
    }
    fixture_close(&f);
}

static void ccs_says_that_it_comes_short(void **state)
{
    struct plan_options options = {.exam = "ccs", .seed = "1"};
    struct fixture f;
    struct session_plan plan;

    (void)state;
    load(&f);
    assert_true(session_plan(f.app, &options, &f.arena, &plan, &f.err));
    assert_true(plan.form.count >= 50);
    if (plan.form.is_short)
        assert_true(plan.notes.count > 0 &&
                    plan.form.limit_minutes < plan.entry.exam->minutes);
    fixture_close(&f);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_file_is_clean),
        cmocka_unit_test(a_whole_cpc_form_can_be_drawn_from_many_seeds),
        cmocka_unit_test(
            a_cpc_mock_answered_by_its_keys_is_passed_with_all_marks),
        cmocka_unit_test(ccs_says_that_it_comes_short),
        cmocka_unit_test(the_tutorial_asks_three_questions_in_their_order),
        cmocka_unit_test(every_section_can_be_practised),
    };

    if (argc < 2)
        return 2;
    questions_folder = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
