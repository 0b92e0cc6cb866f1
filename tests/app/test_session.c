/* A sitting: what is stored when, the clock, interruptions, ending. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"

#define MINUTE INT64_C(60000)

static struct session *started(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
    return fixture_start(f);
}

static void an_answer_is_one_commit_and_there_on_return(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t before = store_commits(app_store(f.app));
    int64_t attempt = session_attempt_id(session);
    struct response *stored;

    (void)state;
    assert_true(session_choose(session, 0, 'C', &f.err));
    assert_int_equal(store_commits(app_store(f.app)), before + 1);
    assert_true(attempt_responses(app_store(f.app), attempt, 6, &f.arena,
                                  &stored, &f.err));
    assert_string_equal(stored[0].answer, "C");
    session_close(session);
    fixture_close(&f);
}

static void a_visit_waits_for_the_next_act(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t before = store_commits(app_store(f.app));

    (void)state;
    assert_true(session_visit(session, 3, &f.err));
    assert_int_equal(store_commits(app_store(f.app)), before);
    assert_true(session_toggle_mark(session, 3, &f.err));
    assert_int_equal(store_commits(app_store(f.app)), before + 1);
    session_close(session);
    fixture_close(&f);
}

static void answer_two(struct fixture *f)
{
    struct session *session = fixture_start(f);

    fixture_answer(session, 0, true);
    fixture_answer(session, 1, false);
}

static void a_kill_loses_nothing_that_was_answered(void **state)
{
    struct fixture f;
    struct session *session;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_killed(&f, answer_two);
    session = session_resume(f.app, 1, true, &f.err);
    assert_non_null(session);
    assert_string_equal(session_response(session, 0)->answer, "A");
    assert_string_equal(session_response(session, 1)->answer, "B");
    session_close(session);
    fixture_close(&f);
}

static void a_gap_on_the_same_boot_is_charged_exactly(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    fixture_pass(&f, 60 * 1000);
    fixture_answer(session, 0, true);
    session_close(session);
    fixture_pass(&f, 10 * MINUTE);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), 11 * MINUTE);
    assert_false(session_sitting(session)->interrupted);
    session_close(session);
    fixture_close(&f);
}

static void a_gap_that_is_not_charged_says_so_for_ever(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    fixture_pass(&f, MINUTE);
    fixture_answer(session, 0, true);
    session_close(session);
    fixture_pass(&f, 10 * MINUTE);
    session = session_resume(f.app, attempt, false, &f.err);
    assert_int_equal(session_used_ms(session), MINUTE);
    assert_true(session_sitting(session)->interrupted);
    session_close(session);
    fixture_close(&f);
}

static void a_gap_over_a_restart_goes_by_the_date(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    fixture_answer(session, 0, true);
    session_close(session);
    f.boot_id = "second-boot";
    f.now.boot_ms = f.now.monotonic_ms = 5000;
    f.now.utc_ms += 4 * MINUTE;
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), 4 * MINUTE);
    assert_true(session_sitting(session)->by_wall_clock);
    session_close(session);
    fixture_close(&f);
}

static void a_date_moved_back_costs_nothing(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    fixture_answer(session, 0, true);
    session_close(session);
    f.boot_id = "second-boot";
    f.now.utc_ms -= 100 * MINUTE;
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), 0);
    session_close(session);
    fixture_close(&f);
}

static void the_interruption_is_told_before_it_is_settled(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    struct interruption told;

    (void)state;
    fixture_answer(session, 0, true);
    session_close(session);
    fixture_pass(&f, 20 * MINUTE);
    assert_true(session_interruption(f.app, &f.arena, &told, &f.err));
    assert_int_equal(told.answered, 1);
    assert_int_equal(told.count, 6);
    assert_int_equal(told.gap.ms, 20 * MINUTE);
    assert_false(told.gap.by_wall_clock);
    assert_int_equal(told.left_if_charged_ms, 40 * MINUTE);
    assert_string_equal(told.exam_title, "Quick exam");
    fixture_close(&f);
}

static void charging_that_leaves_no_time_ends_and_scores(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);
    struct review review;

    (void)state;
    fixture_answer(session, 0, true);
    session_close(session);
    fixture_pass(&f, 120 * MINUTE);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_sitting(session)->state, SITTING_TIMED_OUT);
    session_close(session);
    assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
    assert_int_equal(review.result.score.earned, 100);
    fixture_close(&f);
}

static void a_clock_left_standing_is_never_charged(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    fixture_pass(&f, MINUTE);
    assert_true(session_leave(session, false, &f.err));
    session_close(session);
    fixture_pass(&f, 300 * MINUTE);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), MINUTE);
    assert_true(session_sitting(session)->interrupted);
    session_close(session);
    fixture_close(&f);
}

static void time_out_ends_by_itself_and_counts_what_is_chosen(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);
    struct review review;

    (void)state;
    for (int pos = 0; pos < 5; pos++)
        fixture_answer(session, pos, true);
    fixture_pass(&f, 60 * MINUTE);
    assert_int_equal(session_tick(session), SESSION_TIMED_OUT);
    assert_false(session_choose(session, 5, 'A', &f.err));
    session_close(session);
    assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
    assert_int_equal(review.attempt.state, SITTING_TIMED_OUT);
    assert_int_equal(review.result.score.earned, 500);
    assert_int_equal(review.result.verdict, VERDICT_PASSED);
    fixture_close(&f);
}

static void an_answer_after_time_is_refused(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    fixture_pass(&f, 61 * MINUTE);
    session_tick(session);
    assert_false(session_choose(session, 0, 'A', &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    session_close(session);
    fixture_close(&f);
}

static void each_warning_comes_once(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    fixture_pass(&f, 29 * MINUTE);
    assert_int_equal(session_tick(session) & SESSION_WARNED, 0);
    fixture_pass(&f, MINUTE);
    assert_int_equal(session_tick(session), SESSION_WARNED);
    assert_int_equal(session_sitting(session)->warned_minutes, 30);
    assert_int_equal(session_tick(session), 0);
    fixture_pass(&f, 25 * MINUTE);
    assert_int_equal(session_tick(session), SESSION_WARNED);
    assert_int_equal(session_sitting(session)->warned_minutes, 5);
    assert_int_equal(session_tick(session), 0);
    session_close(session);
    fixture_close(&f);
}

static void answer_then_think(struct fixture *f)
{
    struct session *session = fixture_start(f);

    fixture_answer(session, 0, true);
    for (int i = 0; i < 20; i++) {
        fixture_pass(f, 7000);
        session_tick(session);
    }
}

static void a_heartbeat_bounds_what_a_kill_gives_back(void **state)
{
    struct fixture f;
    struct session *session;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_killed(&f, answer_then_think);
    fixture_pass(&f, 200000);
    session = session_resume(f.app, 1, false, &f.err);
    assert_in_range(session_used_ms(session), 140000 - 15000, 140000);
    session_close(session);
    fixture_close(&f);
}

static void a_sleep_is_asked_about_and_charged_or_not(void **state)
{
    (void)state;
    for (int charge = 0; charge < 2; charge++) {
        struct fixture f;
        struct session *session = started(&f);

        f.now.boot_ms += 10 * MINUTE;
        f.now.utc_ms += 10 * MINUTE;
        assert_int_equal(session_tick(session), SESSION_SLEPT);
        assert_int_equal(session_slept_ms(session), 10 * MINUTE);
        session_settle_sleep(session, charge);
        assert_int_equal(session_slept_ms(session), 0);
        assert_int_equal(session_used_ms(session), charge ? 10 * MINUTE : 0);
        assert_int_equal(session_sitting(session)->interrupted, !charge);
        session_close(session);
        fixture_close(&f);
    }
}

static void a_change_of_the_date_moves_nothing(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    f.now.utc_ms += 1000 * MINUTE;
    fixture_pass(&f, 5000);
    session_tick(session);
    assert_int_equal(session_used_ms(session), 5000);
    session_close(session);
    fixture_close(&f);
}

static void undo_takes_back_act_by_act(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int pos = -1;

    (void)state;
    assert_true(session_choose(session, 0, 'A', &f.err));
    assert_true(session_choose(session, 0, 'B', &f.err));
    assert_true(session_toggle_mark(session, 1, &f.err));
    assert_true(session_undo(session, &pos, &f.err));
    assert_int_equal(pos, 1);
    assert_false(session_response(session, 1)->marked);
    assert_true(session_undo(session, &pos, &f.err));
    assert_string_equal(session_response(session, 0)->answer, "A");
    assert_true(session_undo(session, &pos, &f.err));
    assert_null(session_response(session, 0)->answer);
    assert_false(session_undo(session, &pos, &f.err));
    session_close(session);
    fixture_close(&f);
}

static void striking_never_unselects(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    assert_true(session_choose(session, 0, 'A', &f.err));
    assert_true(session_toggle_strike(session, 0, 'A', &f.err));
    assert_string_equal(session_response(session, 0)->answer, "A");
    assert_string_equal(session_response(session, 0)->struck, "A");
    assert_true(session_toggle_strike(session, 0, 'A', &f.err));
    assert_string_equal(session_response(session, 0)->struck, "");
    session_close(session);
    fixture_close(&f);
}

static void only_one_exam_runs_at_a_time(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    struct plan_options options = {.exam = "quick"};
    struct session_plan plan;

    (void)state;
    assert_false(session_plan(f.app, &options, &f.arena, &plan, &f.err));
    assert_int_equal(f.err.code, ERR_BUSY);
    session_close(session);
    fixture_close(&f);
}

static void an_ended_attempt_takes_no_more_acts(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    assert_true(session_submit(session, &f.err));
    assert_int_equal(session_sitting(session)->state, SITTING_SUBMITTED);
    assert_false(session_choose(session, 0, 'A', &f.err));
    assert_false(session_submit(session, &f.err));
    session_close(session);
    assert_null(session_resume(f.app, 1, true, &f.err));
    fixture_close(&f);
}

static void an_accommodation_lengthens_the_time(void **state)
{
    struct fixture f;
    struct session *session;
    struct candidate candidate;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    candidate = *app_candidate(f.app);
    candidate.time_percent = 150;
    candidate.added_minutes = 10;
    assert_true(app_set_candidate(f.app, &candidate, &f.err));
    session = fixture_start(&f);
    assert_int_equal(session_limit_ms(session), 100 * MINUTE);
    session_close(session);
    fixture_close(&f);
}

static void a_second_mock_repeats_nothing_when_the_bank_allows(void **state)
{
    struct fixture f;
    struct session_plan first, second;
    struct plan_options options = {.exam = "quick"};
    struct session *session;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(session_plan(f.app, &options, &f.arena, &first, &f.err));
    session = session_start(f.app, &first, &f.err);
    for (int pos = 0; pos < 6; pos++)
        fixture_answer(session, pos, true);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(session_plan(f.app, &options, &f.arena, &second, &f.err));
    assert_int_equal(second.form.repeats, 0);
    assert_int_equal(second.form.count, 6);
    fixture_close(&f);
}

/* While `limited` nothing can be written, as on a full disk. */
static void limit_files(bool limited)
{
    struct rlimit limit;

    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = limited ? 0 : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void an_answer_on_a_full_disk_is_kept_and_stored_later(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    struct response *stored;

    (void)state;
    limit_files(true);
    assert_true(session_choose(session, 0, 'A', &f.err));
    assert_int_equal(session_save_state(session), SAVE_FAILED);
    assert_string_equal(session_response(session, 0)->answer, "A");
    assert_false(session_submit(session, &f.err));
    assert_int_equal(session_sitting(session)->state, SITTING_RUNNING);
    limit_files(false);
    fixture_pass(&f, 5000);
    session_tick(session);
    assert_int_equal(session_save_state(session), SAVE_DONE);
    assert_true(attempt_responses(app_store(f.app), session_attempt_id(session),
                                  6, &f.arena, &stored, &f.err));
    assert_string_equal(stored[0].answer, "A");
    session_close(session);
    fixture_close(&f);
}

static void a_refused_leave_is_not_stored_later(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    limit_files(true);
    assert_false(session_leave(session, false, &f.err));
    limit_files(false);
    assert_true(session_choose(session, 0, 'A', &f.err));
    assert_false(session_sitting(session)->left_stopped);
    session_close(session);
    fixture_close(&f);
}

/* Asleep for `minutes`: boot time and the date go on, monotonic time not. */
static void sleep_for(struct fixture *f, int minutes)
{
    f->now.boot_ms += minutes * MINUTE;
    f->now.utc_ms += minutes * MINUTE;
}

static void a_sleep_not_settled_is_found_in_the_gap_on_return(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    fixture_answer(session, 0, true);
    assert_true(session_visit(session, 1, &f.err));
    sleep_for(&f, 30);
    assert_int_equal(session_tick(session), SESSION_SLEPT);
    session_close(session);
    fixture_pass(&f, 1000);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), 30 * MINUTE + 1000);
    session_close(session);
    fixture_close(&f);
}

static void an_act_after_a_sleep_charges_it(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    sleep_for(&f, 10);
    assert_true(session_choose(session, 0, 'A', &f.err));
    assert_int_equal(session_used_ms(session), 10 * MINUTE);
    assert_int_equal(session_slept_ms(session), 0);
    session_close(session);
    fixture_close(&f);
}

static void an_act_after_a_sleep_past_the_end_is_refused(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    sleep_for(&f, 600);
    assert_int_equal(session_tick(session), SESSION_SLEPT);
    assert_false(session_choose(session, 0, 'A', &f.err));
    assert_false(session_submit(session, &f.err));
    assert_int_equal(session_tick(session), SESSION_TIMED_OUT);
    session_close(session);
    fixture_close(&f);
}

static void the_clock_rests_while_a_sleep_is_asked_about(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    sleep_for(&f, 10);
    session_tick(session);
    assert_true(session_next_tick_ms(session, false) > 100);
    session_close(session);
    fixture_close(&f);
}

static void time_away_is_not_time_on_a_question(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int64_t attempt = session_attempt_id(session);

    (void)state;
    assert_true(session_visit(session, 0, &f.err));
    fixture_pass(&f, 10000);
    assert_true(session_choose(session, 0, 'A', &f.err));
    session_close(session);
    fixture_pass(&f, 30 * MINUTE);
    session = session_resume(f.app, attempt, true, &f.err);
    assert_int_equal(session_used_ms(session), 30 * MINUTE + 10000);
    assert_int_equal(session_response(session, 0)->time_ms, 10000);
    session_close(session);
    fixture_close(&f);
}

static void what_changes_nothing_is_not_taken_back(void **state)
{
    struct fixture f;
    struct session *session = started(&f);
    int pos;

    (void)state;
    assert_true(session_clear(session, 0, &f.err));
    assert_false(session_undo(session, &pos, &f.err));
    session_close(session);
    fixture_close(&f);
}

static void a_practice_set_is_left_and_gone_on_with(void **state)
{
    struct fixture f;
    struct session *session;
    struct session_plan plan;
    struct plan_options options = {.exam = "casual", .seed = "1"};
    struct interruption told;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(
        fixture_import(&f,
                       fixture_file(&f, "casual.yaml",
                                    "format: proctor-exam/1\n"
                                    "exam: casual\n"
                                    "title: Casual\n"
                                    "type: practice-set\n"
                                    "status: live\n"
                                    "version: \"1\"\n"
                                    "items: {scored: 4, pretest: 0}\n"
                                    "order: by-section\n"
                                    "navigation: free\n"
                                    "sections:\n"
                                    "  - {id: a, title: A, items: 4, topics: "
                                    "[t/a]}\n"),
                       NULL, NULL),
        OUTCOME_IMPORTED);
    assert_true(session_plan(f.app, &options, &f.arena, &plan, &f.err));
    session = session_start(f.app, &plan, &f.err);
    assert_non_null(session);
    fixture_answer(session, 0, true);
    assert_true(session_leave(session, false, &f.err));
    session_close(session);
    assert_true(session_interruption(f.app, &f.arena, &told, &f.err));
    assert_int_equal(told.answered, 1);
    session = session_resume(f.app, told.attempt_id, false, &f.err);
    assert_non_null(session);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    fixture_close(&f);
}

static size_t count_copies(struct fixture *f)
{
    struct backup_list copies;

    assert_true(store_backups(&f->arena, f->database, &copies, &f->err));
    return copies.count;
}

static void five_copies_are_kept_of_submitted_attempts(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(count_copies(&f), 0);
    for (int i = 0; i < 7; i++) {
        struct session *session = fixture_start(&f);

        assert_true(session_submit(session, &f.err));
        assert_string_equal(session_copy_message(session), "");
        session_close(session);
        fixture_pass(&f, MINUTE);
    }
    assert_int_equal(count_copies(&f), 5);
    fixture_close(&f);
}

/* No file may be written behind its first `bytes`. */
static void limit_size(rlim_t bytes)
{
    struct rlimit limit;

    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void submitting_is_stored_or_did_not_happen(void **state)
{
    int refused = 0, stored = 0;

    (void)state;
    for (rlim_t bytes = 0; bytes <= 256 * 1024; bytes += 4096) {
        struct fixture f;
        struct session *session = started(&f);
        struct attempt_row row;
        bool submitted;

        fixture_answer(session, 0, true);
        limit_size(bytes);
        submitted = session_submit(session, &f.err);
        limit_files(false);
        assert_true(attempt_get(app_store(f.app), session_attempt_id(session),
                                &f.arena, &row, &f.err));
        assert_int_equal(row.state,
                         submitted ? SITTING_SUBMITTED : SITTING_RUNNING);
        assert_int_equal(session_sitting(session)->state, row.state);
        *(submitted ? &stored : &refused) += 1;
        session_close(session);
        fixture_close(&f);
    }
    assert_true(refused > 0 && stored > 0);
}

static void the_next_tick_is_the_next_second_of_what_is_left(void **state)
{
    struct fixture f;
    struct session *session = started(&f);

    (void)state;
    fixture_pass(&f, 300);
    session_tick(session);
    assert_int_equal(session_next_tick_ms(session, false), 700);
    assert_true(session_next_tick_ms(session, true) <= 15000);
    session_close(session);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_one_commit_and_there_on_return),
        cmocka_unit_test(a_visit_waits_for_the_next_act),
        cmocka_unit_test(a_kill_loses_nothing_that_was_answered),
        cmocka_unit_test(a_gap_on_the_same_boot_is_charged_exactly),
        cmocka_unit_test(a_gap_that_is_not_charged_says_so_for_ever),
        cmocka_unit_test(a_gap_over_a_restart_goes_by_the_date),
        cmocka_unit_test(a_date_moved_back_costs_nothing),
        cmocka_unit_test(the_interruption_is_told_before_it_is_settled),
        cmocka_unit_test(charging_that_leaves_no_time_ends_and_scores),
        cmocka_unit_test(a_clock_left_standing_is_never_charged),
        cmocka_unit_test(time_out_ends_by_itself_and_counts_what_is_chosen),
        cmocka_unit_test(an_answer_after_time_is_refused),
        cmocka_unit_test(each_warning_comes_once),
        cmocka_unit_test(a_heartbeat_bounds_what_a_kill_gives_back),
        cmocka_unit_test(a_sleep_is_asked_about_and_charged_or_not),
        cmocka_unit_test(a_change_of_the_date_moves_nothing),
        cmocka_unit_test(undo_takes_back_act_by_act),
        cmocka_unit_test(striking_never_unselects),
        cmocka_unit_test(only_one_exam_runs_at_a_time),
        cmocka_unit_test(an_ended_attempt_takes_no_more_acts),
        cmocka_unit_test(an_accommodation_lengthens_the_time),
        cmocka_unit_test(a_second_mock_repeats_nothing_when_the_bank_allows),
        cmocka_unit_test(an_answer_on_a_full_disk_is_kept_and_stored_later),
        cmocka_unit_test(a_refused_leave_is_not_stored_later),
        cmocka_unit_test(a_sleep_not_settled_is_found_in_the_gap_on_return),
        cmocka_unit_test(an_act_after_a_sleep_charges_it),
        cmocka_unit_test(an_act_after_a_sleep_past_the_end_is_refused),
        cmocka_unit_test(the_clock_rests_while_a_sleep_is_asked_about),
        cmocka_unit_test(time_away_is_not_time_on_a_question),
        cmocka_unit_test(what_changes_nothing_is_not_taken_back),
        cmocka_unit_test(a_practice_set_is_left_and_gone_on_with),
        cmocka_unit_test(five_copies_are_kept_of_submitted_attempts),
        cmocka_unit_test(submitting_is_stored_or_did_not_happen),
        cmocka_unit_test(the_next_tick_is_the_next_second_of_what_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
