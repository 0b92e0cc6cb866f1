/* How long a practice may take, and what in it is slow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"

#define MINUTE INT64_C(60000)

/* A database with 12 questions, 6 of them the reserve of `quick`. */
static void open_prepared(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
    fixture_prepare(f);
}

static void the_time_is_as_asked_or_at_the_pace_of_the_exam(void **state)
{
    /* `quick`: 60 minutes for 6 questions; half as much again, 30 added. */
    static const struct {
        struct practice_request request;
        size_t count;
        int64_t limit_ms;
        int minutes, percent, added;
    } cases[] = {
        {{.questions = 4}, 4, 0, 0, 100, 0},
        {{.questions = 0}, 12, 0, 0, 100, 0},
        {{.minutes = 7}, 10, 7 * MINUTE, 7, 100, 0},
        {{.minutes = 55}, 11, 55 * MINUTE, 55, 100, 0},
        {{.minutes = 600}, 12, 600 * MINUTE, 600, 100, 0},
        {{.questions = 3, .minutes = 20}, 3, 20 * MINUTE, 20, 100, 0},
        {{.questions = 4, .at_exam_pace = true}, 4, 80 * MINUTE, 40, 150, 20},
        {{.questions = 4, .minutes = 30, .at_exam_pace = true},
         4,
         30 * MINUTE,
         30,
         100,
         0},
        {{.questions = 4, .minutes = 90, .at_exam_pace = true},
         4,
         80 * MINUTE,
         40,
         150,
         20},
    };
    struct candidate candidate;
    struct fixture f;

    (void)state;
    open_prepared(&f);
    candidate = *app_candidate(f.app);
    candidate.time_percent = 150;
    candidate.added_minutes = 30;
    assert_true(app_set_candidate(f.app, &candidate, &f.err));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct practice_request request = cases[i].request;
        struct session_plan plan;

        request.scope = PRACTICE_BANK;
        request.name = "test/quick";
        request.use_reserve = true;
        plan = fixture_plan_practice(&f, &request);
        assert_int_equal(plan.form.count, cases[i].count);
        assert_int_equal(plan.limit_ms, cases[i].limit_ms);
        assert_int_equal(plan.entry.exam->minutes, cases[i].minutes);
        assert_int_equal(plan.candidate->time_percent, cases[i].percent);
        assert_int_equal(plan.candidate->added_minutes, cases[i].added);
    }
    fixture_close(&f);
}

/* Of the questions that `quick` has in its bank, some, with so much time. */
static struct session *start_of_bank(struct fixture *f,
                                     struct practice_request request)
{
    request.scope = PRACTICE_BANK;
    request.name = "test/quick";
    request.use_reserve = true;
    return fixture_start_practice(f, &request);
}

static void slow_goes_by_the_exam_whatever_the_limit(void **state)
{
    /* `quick` gives a question 10 minutes, so from 15 on it is slow. */
    static const struct {
        struct practice_request request;
        int minutes;
        bool is_slow;
    } cases[] = {
        {{.minutes = 60}, 15, false},
        {{.minutes = 60}, 16, true},
        {{.questions = 4, .at_exam_pace = true}, 15, false},
        {{.questions = 4, .at_exam_pace = true}, 16, true},
        {{.questions = 4}, 59, false}, /* without a limit nothing is slow */
    };
    struct practice_request again = {.scope = PRACTICE_SLOW};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct review_item feedback;
        struct session_plan plan;
        struct review review;
        struct session *session;
        struct fixture f;
        int64_t attempt;

        open_prepared(&f);
        session = start_of_bank(&f, cases[i].request);
        attempt = session_attempt_id(session);
        assert_true(session_visit(session, 0, &f.err));
        fixture_pass(&f, cases[i].minutes * MINUTE);
        assert_true(session_choose(session, 0, 'A', &f.err));
        assert_true(session_check(session, 0, &f.err));
        session_feedback(session, 0, &f.arena, &feedback);
        assert_int_equal(feedback.is_slow, cases[i].is_slow);
        assert_true(session_submit(session, &f.err));
        session_close(session);
        assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
        assert_int_equal(review.items[0].is_slow, cases[i].is_slow);
        assert_int_equal(practice_plan(f.app, &again, &f.arena, &plan, &f.err),
                         cases[i].is_slow);
        fixture_close(&f);
    }
}

/* Half as much time again: 15 minutes a question, slow from 22 and a half on.
 */
static void more_time_gives_each_question_more(void **state)
{
    struct practice_request minutes = {.minutes = 60};
    struct practice_request pace = {.questions = 4, .at_exam_pace = true};
    struct practice_request again = {.scope = PRACTICE_SLOW};
    struct candidate candidate;
    struct session_plan plan;
    struct session *sittings[3];
    struct fixture f;

    (void)state;
    open_prepared(&f);
    candidate = *app_candidate(f.app);
    candidate.time_percent = 150;
    assert_true(app_set_candidate(f.app, &candidate, &f.err));
    for (int i = 0; i < 3; i++) {
        sittings[i] = i == 0   ? fixture_start(&f)
                      : i == 1 ? start_of_bank(&f, minutes)
                               : start_of_bank(&f, pace);
        assert_true(session_visit(sittings[i], 0, &f.err));
        fixture_pass(&f, 22 * MINUTE);
        fixture_answer(sittings[i], 0, true);
        assert_true(session_visit(sittings[i], 1, &f.err));
        fixture_pass(&f, i == 0 ? 22 * MINUTE : 23 * MINUTE);
        assert_true(session_submit(sittings[i], &f.err));
        session_close(sittings[i]);
        assert_int_equal(practice_plan(f.app, &again, &f.arena, &plan, &f.err),
                         i > 0);
        if (i > 0)
            assert_int_equal(plan.form.count, i);
    }
    fixture_close(&f);
}

static void the_pace_of_some_minutes_is_that_of_the_exam(void **state)
{
    /* An hour: twelve questions are drawn where six fit. */
    static const struct {
        int minutes;
        enum pace pace;
    } cases[] = {{20, PACE_ON}, {24, PACE_BEHIND}, {26, PACE_FAR_BEHIND}};
    struct practice_request an_hour = {.minutes = 60};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session *session;
        struct fixture f;

        open_prepared(&f);
        session = start_of_bank(&f, an_hour);
        assert_int_equal(session_sitting(session)->count, 12);
        fixture_answer(session, 0, true);
        fixture_pass(&f, cases[i].minutes * MINUTE);
        fixture_answer(session, 1, true);
        assert_int_equal(session_pace(session).pace, cases[i].pace);
        session_close(session);
        fixture_close(&f);
    }
}

static void without_an_exam_minutes_have_no_pace(void **state)
{
    struct practice_request an_hour = {.minutes = 60};
    struct session *session;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    session = start_of_bank(&f, an_hour);
    fixture_pass(&f, 50 * MINUTE);
    fixture_answer(session, 0, true);
    assert_int_equal(session_pace(session).pace, PACE_UNKNOWN);
    session_close(session);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_time_is_as_asked_or_at_the_pace_of_the_exam),
        cmocka_unit_test(slow_goes_by_the_exam_whatever_the_limit),
        cmocka_unit_test(more_time_gives_each_question_more),
        cmocka_unit_test(the_pace_of_some_minutes_is_that_of_the_exam),
        cmocka_unit_test(without_an_exam_minutes_have_no_pace),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
