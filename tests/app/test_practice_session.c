/* A practice while it runs: checks, hints, leaving, ending. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/doctor.h"
#include "proctor/app/review.h"
#include "proctor/store/evidence.h"

#define MINUTE INT64_C(60000)

static const struct practice_request with_hints = {
    .scope = PRACTICE_BANK, .name = "test/quick", .hints = true, .seed = "1"};

static struct session *started(struct fixture *f,
                               const struct practice_request *request)
{
    fixture_open(f);
    fixture_fill(f);
    return fixture_start_practice(f, request);
}

static void expect_invalid(const struct fixture *f, bool ok, const char *part)
{
    assert_false(ok);
    assert_int_equal(f->err.code, ERR_INVALID);
    if (!strstr(f->err.message, part))
        fail_msg("'%s' is not in: %s", part, f->err.message);
}

static struct attempt_row row_of(struct fixture *f, int64_t attempt_id)
{
    struct attempt_row row;

    if (!attempt_get(app_store(f->app), attempt_id, &f->arena, &row, &f->err))
        fail_msg("%s", f->err.message);
    return row;
}

static void count_bad(void *context, const struct finding *finding)
{
    *(int *)context += finding->bad;
}

/* The events of all attempts give what is stored. */
static void expect_sound(struct fixture *f)
{
    int bad = 0;

    doctor_examine(f->app, count_bad, &bad);
    assert_int_equal(bad, 0);
}

/* --- checks ------------------------------------------------------------- */

static void a_check_is_final_and_shows_how_it_went(void **state)
{
    struct review_item feedback;
    struct fixture f;
    struct session *session = started(&f, &with_hints);
    int64_t before;

    (void)state;
    fixture_answer(session, 0, false);
    before = store_commits(app_store(f.app));
    assert_true(session_gives_feedback(session));
    assert_true(session_check(session, 0, &f.err));
    assert_int_equal(store_commits(app_store(f.app)), before + 1);
    assert_true(session_response(session, 0)->checked);
    session_feedback(session, 0, &f.arena, &feedback);
    assert_int_equal(feedback.scored.score.earned, 0);
    assert_int_equal(feedback.scored.score.possible, 100);
    assert_string_equal(feedback.response.answer, "B");
    assert_ptr_equal(feedback.item, session_item(session, 0));
    assert_non_null(strstr(feedback.name, "test/quick/"));
    assert_string_equal(feedback.note, "");
    assert_int_equal(feedback.cause, MISS_CAUSE_COUNT);
    assert_false(session_choose(session, 0, 'A', &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_false(session_check(session, 0, &f.err));
    assert_false(session_clear(session, 0, &f.err));
    assert_string_equal(session_response(session, 0)->answer, "B");
    session_close(session);
    fixture_close(&f);
}

static void the_way_does_not_lead_back_to_what_was_checked(void **state)
{
    struct fixture f;
    struct session *session = started(&f, &with_hints);
    struct session_counts counts;

    (void)state;
    for (int pos = 0; pos < 3; pos++) {
        assert_true(session_visit(session, pos, &f.err));
        if (pos != 1)
            assert_true(session_check(session, pos, &f.err));
    }
    assert_int_equal(session_next_open(session, 11), 1);
    assert_int_equal(session_next_open(session, 1), 3);
    counts = session_count(session);
    assert_int_equal(counts.complete, 2);
    assert_int_equal(counts.unanswered, 1);
    session_close(session);
    fixture_close(&f);
}

static void feedback_has_the_candidates_own_words(void **state)
{
    struct review review;
    struct review_item feedback;
    struct session *session;
    struct fixture f;
    int64_t attempt;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    attempt = fixture_sit(&f, 5, 1);
    assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
    assert_true(
        review_note(f.app, &review, 5, "Mind the side.", &f.arena, &f.err));
    assert_true(
        review_dispute(f.app, &review, 5, "B", "It says B.", &f.arena, &f.err));
    session = fixture_start_practice(
        &f, &(struct practice_request){.scope = PRACTICE_MISSED});
    fixture_answer(session, 0, true);
    assert_true(session_check(session, 0, &f.err));
    session_feedback(session, 0, &f.arena, &feedback);
    session_close(session);
    assert_string_equal(feedback.note, "Mind the side.");
    assert_non_null(feedback.dispute);
    assert_string_equal(feedback.dispute->text, "It says B.");
    assert_string_equal(feedback.response.answer, "A");
    fixture_close(&f);
}

static void what_was_checked_is_not_taken_back(void **state)
{
    struct fixture f;
    struct session *session = started(&f, &with_hints);
    int pos;

    (void)state;
    fixture_answer(session, 0, true);
    fixture_answer(session, 1, true);
    assert_true(session_check(session, 1, &f.err));
    assert_true(session_undo(session, &pos, &f.err));
    assert_int_equal(pos, 0);
    assert_null(session_response(session, 0)->answer);
    assert_string_equal(session_response(session, 1)->answer, "A");
    expect_invalid(&f, session_undo(session, &pos, &f.err), "nothing");
    session_close(session);
    fixture_close(&f);
}

static void without_feedback_there_is_no_check(void **state)
{
    struct practice_request request = with_hints;
    struct fixture f;
    struct session *session;

    (void)state;
    request.without_feedback = true;
    session = started(&f, &request);
    assert_false(session_gives_feedback(session));
    assert_false(session_check(session, 0, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    session_close(session);
    fixture_close(&f);
}

static void a_mock_exam_gives_neither_check_nor_hint(void **state)
{
    struct fixture f;
    struct session *session;
    struct str hint;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    session = fixture_start(&f);
    assert_int_equal(session_mode(session), MODE_EXAM);
    assert_false(session_is_tutorial(session));
    assert_false(session_check(session, 0, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_false(session_hint(session, 0, &f.arena, &hint, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    expect_invalid(&f, session_check(session, 6, &f.err), "no question 7");
    expect_invalid(&f, session_hint(session, -1, &f.arena, &hint, &f.err),
                   "no question");
    session_close(session);
    fixture_close(&f);
}

/* --- hints -------------------------------------------------------------- */

static void hints_come_one_by_one_until_there_are_no_more(void **state)
{
    struct fixture f;
    struct session *session = started(&f, &with_hints);
    struct str hint, all;
    int told = 0;

    (void)state;
    assert_true(session_visit(session, 0, &f.err));
    assert_int_equal(session_hints(session, 0, &f.arena).len, 0);
    while (session_hint(session, 0, &f.arena, &hint, &f.err)) {
        told++;
        assert_true(hint.len > 0);
        all = session_hints(session, 0, &f.arena);
        assert_true(str_ends(all, hint.data));
        assert_int_equal(session_response(session, 0)->hints, told);
    }
    assert_true(told > 1);
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_string_equal(f.err.message,
                        "there is no further hint for question 1");
    assert_non_null(strstr(all.data, "\n\n"));
    assert_true(session_check(session, 0, &f.err));
    session_close(session);
    fixture_close(&f);
}

static void a_question_answered_after_a_hint_is_no_evidence(void **state)
{
    struct fixture f;
    struct session *session = started(&f, &with_hints);
    struct evidence_counts counts;
    struct str hint;

    (void)state;
    for (int pos = 0; pos < 3; pos++) {
        assert_true(session_visit(session, pos, &f.err));
        if (pos == 1)
            assert_true(session_hint(session, pos, &f.arena, &hint, &f.err));
        fixture_answer(session, pos, true);
    }
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(evidence_counts(
        app_store(f.app), app_candidate(f.app)->candidate_id, &counts, &f.err));
    assert_int_equal(counts.answers, 3);
    assert_int_equal(counts.counted, 2);
    expect_sound(&f);
    fixture_close(&f);
}

/* --- leaving and coming back --------------------------------------------- */

static void check_one_and_hint_one(struct fixture *f)
{
    struct session *session = fixture_start_practice(f, &with_hints);
    struct str hint;

    fixture_answer(session, 0, true);
    session_check(session, 0, &f->err);
    session_visit(session, 1, &f->err);
    session_hint(session, 1, &f->arena, &hint, &f->err);
}

static void a_kill_keeps_checks_and_hints(void **state)
{
    struct interruption told;
    struct session *session;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_killed(&f, check_one_and_hint_one);
    expect_sound(&f);
    assert_false(session_interruption(f.app, &f.arena, &told, &f.err));
    assert_true(session_practice_interruption(f.app, &f.arena, &told, &f.err));
    assert_string_equal(told.exam_title, "Practice: Quick");
    assert_int_equal(told.answered, 1);
    assert_true(told.left_stopped);
    session = session_resume(f.app, told.attempt_id, true, &f.err);
    assert_non_null(session);
    assert_true(session_response(session, 0)->checked);
    assert_int_equal(session_response(session, 1)->hints, 1);
    assert_true(session_hints(session, 1, &f.arena).len > 0);
    assert_false(session_choose(session, 0, 'B', &f.err));
    assert_true(session_check(session, 1, &f.err));
    session_close(session);
    fixture_close(&f);
}

static void time_away_is_never_charged_to_a_practice(void **state)
{
    struct practice_request request = {
        .scope = PRACTICE_BANK, .name = "test/quick", .minutes = 20};
    struct fixture f;
    struct session *session = started(&f, &request);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    assert_int_equal(session_limit_ms(session), 20 * MINUTE);
    fixture_pass(&f, MINUTE);
    fixture_answer(session, 0, true);
    assert_true(session_leave(session, true, &f.err));
    assert_true(session_sitting(session)->left_stopped);
    session_close(session);
    fixture_pass(&f, 60 * MINUTE);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_non_null(session);
    assert_int_equal(session_used_ms(session), MINUTE);
    /* Closed without leaving: a lost terminal. */
    session_close(session);
    fixture_pass(&f, 60 * MINUTE);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), MINUTE);
    /* The machine sleeps. */
    f.now.boot_ms += 60 * MINUTE;
    f.now.utc_ms += 60 * MINUTE;
    assert_int_equal(session_tick(session) & SESSION_SLEPT, 0);
    assert_int_equal(session_used_ms(session), MINUTE);
    f.now.boot_ms += 60 * MINUTE;
    f.now.utc_ms += 60 * MINUTE;
    fixture_answer(session, 1, true);
    assert_int_equal(session_used_ms(session), MINUTE);
    fixture_pass(&f, 19 * MINUTE);
    assert_int_equal(session_tick(session), SESSION_TIMED_OUT);
    session_close(session);
    assert_int_equal(row_of(&f, attempt).state, SITTING_TIMED_OUT);
    assert_false(row_of(&f, attempt).interrupted);
    expect_sound(&f);
    fixture_close(&f);
}

/* --- ending ------------------------------------------------------------- */

static void only_what_was_displayed_counts(void **state)
{
    struct fixture f;
    struct session *session = started(&f, &with_hints);
    int64_t attempt = session_attempt_id(session);
    struct review review;

    (void)state;
    fixture_answer(session, 0, true);
    fixture_answer(session, 3, false);
    assert_true(session_visit(session, 5, &f.err));
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
    assert_int_equal(review.attempt.mode, MODE_PRACTICE);
    assert_true(review.attempt.gives_feedback && review.attempt.gives_hints);
    assert_int_equal(review.result.asked, 3);
    assert_int_equal(review.result.right, 1);
    assert_int_equal(review.result.blank, 1);
    assert_int_equal(review.result.score.earned, 100);
    assert_int_equal(review.result.score.possible, 300);
    assert_int_equal(review.result.verdict, VERDICT_NONE);
    expect_sound(&f);
    fixture_close(&f);
}

static void a_new_sitting_ends_the_practice_that_runs(void **state)
{
    struct interruption told;
    struct session *session;
    struct fixture f;

    (void)state;
    session = started(&f, &with_hints);
    fixture_answer(session, 0, true);
    assert_true(session_leave(session, false, &f.err));
    session_close(session);
    session = fixture_start_practice(&f, &with_hints);
    assert_int_equal(session_attempt_id(session), 2);
    session_close(session);
    assert_int_equal(row_of(&f, 1).state, SITTING_SUBMITTED);
    assert_int_equal(row_of(&f, 1).earned, 100);
    session = fixture_start(&f);
    assert_int_equal(session_mode(session), MODE_EXAM);
    session_close(session);
    assert_int_equal(row_of(&f, 2).state, SITTING_SUBMITTED);
    assert_false(session_practice_interruption(f.app, &f.arena, &told, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    expect_sound(&f);
    fixture_close(&f);
}

static void a_running_practice_is_announced(void **state)
{
    struct plan_options exam = {.exam = "quick"};
    struct session_plan plan;
    struct practice_offer offer;
    struct fixture f;
    struct session *session = started(&f, &with_hints);

    (void)state;
    session_close(session);
    assert_true(practice_offer(f.app, &with_hints, &f.arena, &offer, &f.err));
    assert_int_equal(offer.notes.count, 1);
    assert_non_null(strstr(offer.notes.items[0].data, "still running"));
    assert_true(session_plan(f.app, &exam, &f.arena, &plan, &f.err));
    assert_int_equal(plan.notes.count, 1);
    assert_non_null(strstr(plan.notes.items[0].data, "still running"));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_check_is_final_and_shows_how_it_went),
        cmocka_unit_test(the_way_does_not_lead_back_to_what_was_checked),
        cmocka_unit_test(feedback_has_the_candidates_own_words),
        cmocka_unit_test(what_was_checked_is_not_taken_back),
        cmocka_unit_test(without_feedback_there_is_no_check),
        cmocka_unit_test(a_mock_exam_gives_neither_check_nor_hint),
        cmocka_unit_test(hints_come_one_by_one_until_there_are_no_more),
        cmocka_unit_test(a_question_answered_after_a_hint_is_no_evidence),
        cmocka_unit_test(a_kill_keeps_checks_and_hints),
        cmocka_unit_test(time_away_is_never_charged_to_a_practice),
        cmocka_unit_test(only_what_was_displayed_counts),
        cmocka_unit_test(a_new_sitting_ends_the_practice_that_runs),
        cmocka_unit_test(a_running_practice_is_announced),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
