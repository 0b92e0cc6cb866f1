/* The tutorial: a sitting that is forgotten. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/doctor.h"

static void import_tutorial(struct fixture *f)
{
    assert_int_equal(
        fixture_import(
            f,
            fixture_file(f, "tutorial.yaml",
                         "format: proctor-exam/1\nexam: tutorial\n"
                         "title: Tutorial\ntype: tutorial\nversion: \"1\"\n"
                         "questions: [test/quick/q0, test/quick/q1]\n"),
            NULL, NULL),
        OUTCOME_IMPORTED);
}

static struct session *start_tutorial(struct fixture *f)
{
    struct session_plan plan;
    struct session *session = NULL;

    if (practice_tutorial(f->app, &f->arena, &plan, &f->err))
        session = session_start(f->app, &plan, &f->err);
    if (!session)
        fail_msg("no tutorial: %s", f->err.message);
    return session;
}

static int64_t count_seen(struct fixture *f)
{
    struct practice_request request = {.scope = PRACTICE_BANK,
                                       .name = "test/quick"};
    struct practice_offer offer;

    assert_true(practice_offer(f->app, &request, &f->arena, &offer, &f->err));
    return offer.supply.seen;
}

static size_t count_attempts(struct fixture *f)
{
    struct attempt_filter all = {0};
    struct attempt_rows rows;

    assert_true(
        attempt_list(app_store(f->app), &all, &f->arena, &rows, &f->err));
    return rows.count;
}

static void pass_over(void *context, const struct finding *finding)
{
    (void)context;
    (void)finding;
}

enum ending { ENDING_SUBMIT, ENDING_LEAVE, ENDING_ABANDON, ENDING_NEXT };

static void a_tutorial_leaves_no_trace(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    import_tutorial(&f);
    for (int ending = ENDING_SUBMIT; ending <= ENDING_NEXT; ending++) {
        struct session *session = start_tutorial(&f);

        assert_true(session_is_tutorial(session));
        assert_int_equal(session_mode(session), MODE_PRACTICE);
        assert_false(session_gives_feedback(session));
        assert_int_equal(session_limit_ms(session), 0);
        fixture_answer(session, 0, true);
        if (ending == ENDING_SUBMIT)
            assert_true(session_submit(session, &f.err));
        else if (ending == ENDING_LEAVE)
            assert_true(session_leave(session, true, &f.err));
        else if (ending == ENDING_ABANDON)
            assert_true(session_abandon(session, &f.err));
        if (ending != ENDING_NEXT) {
            assert_int_not_equal(session_sitting(session)->state,
                                 SITTING_RUNNING);
            assert_false(session_submit(session, &f.err));
            assert_string_equal(session_response(session, 0)->answer, "A");
        }
        session_close(session);
        if (ending == ENDING_NEXT) {
            session = fixture_start(&f);
            session_close(session);
        }
        assert_int_equal(count_attempts(&f), ending == ENDING_NEXT);
    }
    assert_int_equal(count_seen(&f), 0);
    assert_true(doctor_examine(f.app, pass_over, NULL));
    fixture_close(&f);
}

static void answer_and_be_killed(struct fixture *f)
{
    fixture_answer(start_tutorial(f), 0, true);
}

static void not_even_when_it_is_killed(void **state)
{
    struct interruption told;
    struct session *session;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    import_tutorial(&f);
    fixture_killed(&f, answer_and_be_killed);
    assert_int_equal(count_attempts(&f), 0);
    assert_false(session_practice_interruption(f.app, &f.arena, &told, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_int_equal(count_seen(&f), 0);
    /* A practice is not taken for one. */
    session = fixture_practise(&f);
    session_close(session);
    fixture_reopen(&f);
    assert_int_equal(count_attempts(&f), 1);
    assert_true(session_practice_interruption(f.app, &f.arena, &told, &f.err));
    fixture_close(&f);
}

static void a_tutorial_has_no_clock_whatever_its_file_says(void **state)
{
    struct session *session;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_import(&f,
                   fixture_file(&f, "hasty.yaml",
                                "format: proctor-exam/1\nexam: hasty\n"
                                "title: Hasty\ntype: tutorial\n"
                                "version: \"1\"\nminutes: 1\n"
                                "questions: [test/quick/q0]\n"),
                   NULL, NULL);
    session = start_tutorial(&f);
    assert_int_equal(session_limit_ms(session), 0);
    fixture_answer(session, 0, true);
    fixture_pass(&f, 3600000);
    assert_int_equal(session_tick(session), 0);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_int_equal(count_attempts(&f), 0);
    fixture_close(&f);
}

static void a_tutorial_is_no_exam_to_choose(void **state)
{
    struct plan_options options = {.exam = "tutorial"};
    struct exam_entries exams;
    struct exam_entry entry;
    struct session_plan plan;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_false(practice_tutorial(f.app, &f.arena, &plan, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    import_tutorial(&f);
    assert_true(exams_list(f.app, &f.arena, &exams, &f.err));
    assert_int_equal(exams.count, 1);
    assert_true(exams_list_all(f.app, &f.arena, &exams, &f.err));
    assert_int_equal(exams.count, 2);
    assert_true(exams_find(f.app, "tutorial", NULL, &f.arena, &entry, &f.err));
    assert_true(session_plan(f.app, &options, &f.arena, &plan, &f.err));
    assert_int_equal(plan.mode, MODE_PRACTICE);
    assert_true(library_enable_exam(f.app, "tutorial", false, &f.err));
    assert_false(practice_tutorial(f.app, &f.arena, &plan, &f.err));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tutorial_leaves_no_trace),
        cmocka_unit_test(not_even_when_it_is_killed),
        cmocka_unit_test(a_tutorial_has_no_clock_whatever_its_file_says),
        cmocka_unit_test(a_tutorial_is_no_exam_to_choose),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
