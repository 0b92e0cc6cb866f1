/* Where the candidate stands, and what is best done next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/home.h"
#include "proctor/app/practice.h"
#include "proctor/app/review.h"

#define DAY_MS 86400000

/* --- what comes next ------------------------------------------------------ */

static const struct exam exam = {.type = EXAM_MOCK,
                                 .pass = {.kind = PASS_PERCENT, .percent = 70}};
static const struct candidate ann = {.label = "Ann", .exam = "quick"};

/* Somebody who has nothing to do: a mock three days ago, looked at, and all
 * areas above the pass mark. */
static struct home at_rest(void)
{
    static struct area areas[] = {
        {.title = {"Part A", 6}, .asked = 5, .estimate = 0.4, .lost = 3},
        {.title = {"Part B", 6}, .asked = 12, .estimate = 0.7, .lost = 2},
        {.title = {"Part C", 6}, .asked = 12, .estimate = 0.9, .lost = 1},
    };

    areas[1].estimate = 0.7;
    areas[2].estimate = 0.9;
    return (struct home){
        .candidate = &ann,
        .exam = &exam,
        .items = 12,
        .has_mock = true,
        .mock_was_read = true,
        .days_since_mock = 3,
        .is_counted = true,
        .fresh_mocks = 2,
        .areas = {.items = areas, .count = 3},
    };
}

static void assert_next(const struct home *home, enum next_step step,
                        const char *words)
{
    struct arena arena = {0};

    assert_string_equal(next_step_id(home_next(home)), next_step_id(step));
    if (words)
        assert_string_equal(home_next_words(home, &arena), words);
    arena_finish(&arena);
}

static void what_waits_goes_before_all(void **state)
{
    struct home home = at_rest();

    (void)state;
    assert_next(&home, NEXT_REST, "Nothing presses: practise what you like.");
    home.exam = NULL;
    assert_next(&home, NEXT_CHOOSE,
                "The exam you prepare for is not there any more: choose one.");
    home.candidate = &(struct candidate){.exam = ""};
    assert_next(&home, NEXT_CHOOSE,
                "Choose the exam you prepare for: practice, weak areas and "
                "mock exams go by it.");
    home.items = 0;
    assert_next(&home, NEXT_IMPORT,
                "No questions are loaded: load a question bank.");
    home.practice_runs = true;
    home.practice = (struct interruption){.answered = 7, .count = 20};
    assert_next(&home, NEXT_PRACTICE, "A practice waits: 7 of 20 answered.");
    home.is_running = true;
    home.running =
        (struct interruption){.answered = 40, .count = 100, .limit_ms = 1};
    assert_next(&home, NEXT_RESUME,
                "An exam waits: 40 of 100 answered. Its clock may be running "
                "on.");
    home.running.left_stopped = true;
    assert_next(&home, NEXT_RESUME,
                "An exam waits: 40 of 100 answered. Its clock stands still.");
    home.running.limit_ms = 0;
    assert_next(&home, NEXT_RESUME, "An exam waits: 40 of 100 answered.");
}

static void a_mock_is_due_by_days(void **state)
{
    static const struct {
        bool has_mock;
        int since;
        bool has_date;
        int left;
        bool is_counted;
        int fresh;
        enum next_step step;
    } cases[] = {
        {false, 0, false, 0, true, 2, NEXT_MOCK},
        {false, 0, false, 0, true, 0, NEXT_MOCK}, /* full, if not fresh */
        {false, 0, false, 0, true, -1, NEXT_FILL},
        {true, 3, false, 0, true, -1, NEXT_REST},
        {false, 0, false, 0, false, 0, NEXT_MOCK},
        {true, 13, false, 0, true, 1, NEXT_REST},
        {true, 14, false, 0, true, 1, NEXT_MOCK},
        {true, 14, false, 0, true, 0, NEXT_REST}, /* none left */
        {true, 14, false, 0, false, 0, NEXT_MOCK},
        /* The exam is near. */
        {true, 7, true, 15, true, 1, NEXT_REST},
        {true, 7, true, 14, true, 1, NEXT_MOCK},
        {true, 6, true, 14, true, 1, NEXT_REST},
        {true, 7, true, 2, true, 1, NEXT_MOCK},
        /* Too near, or over. */
        {true, 30, true, 1, true, 1, NEXT_REST},
        {false, 0, true, 0, true, 1, NEXT_REST},
        {true, 7, true, -1, true, 1, NEXT_REST},
        {true, 14, true, -1, true, 1, NEXT_MOCK},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct home home = at_rest();

        home.has_mock = cases[i].has_mock;
        home.days_since_mock = cases[i].since;
        home.has_date = cases[i].has_date;
        home.days_left = cases[i].left;
        home.is_counted = cases[i].is_counted;
        home.fresh_mocks = cases[i].fresh;
        assert_next(&home, cases[i].step, NULL);
    }
}

static void a_mock_says_why(void **state)
{
    struct home home = at_rest();

    (void)state;
    home.days_since_mock = 16;
    assert_next(&home, NEXT_MOCK,
                "Sit a mock exam: the last one was 16 days ago.");
    home.has_date = true;
    home.days_left = 6;
    assert_next(&home, NEXT_MOCK,
                "Sit a mock exam: 6 days are left, and the last one was 16 "
                "days ago.");
    home.has_mock = false;
    assert_next(&home, NEXT_MOCK, "Sit a mock exam: it shows where you stand.");
}

static void rest_knows_the_day(void **state)
{
    struct home home = at_rest();

    (void)state;
    home.has_date = true;
    home.days_left = 1;
    assert_next(&home, NEXT_REST,
                "Your exam is tomorrow: rest, and read only what you want to "
                "see once more.");
    home.days_left = 0;
    assert_next(&home, NEXT_REST,
                "Your exam is today: nothing is left to do here.");
    /* Whatever was left undone. */
    home.mock_was_read = false;
    assert_next(&home, NEXT_REST, NULL);
    home.mock_was_read = true;
    home.areas.items[1].estimate = 0.1;
    assert_next(&home, NEXT_REST, NULL);
    home.days_left = 2;
    assert_next(&home, NEXT_WEAK, NULL);
    home.days_left = 0;
    home.practice_runs = true;
    assert_next(&home, NEXT_PRACTICE, NULL);
}

static void what_no_bank_fills_is_said_with_what_helps(void **state)
{
    struct home home = at_rest();

    (void)state;
    home.has_mock = false;
    home.fresh_mocks = -1;
    home.needed = 4;
    home.fillable = 3;
    home.missing = "needs questions on t/b";
    assert_next(&home, NEXT_FILL,
                "Load another bank: of the 4 questions of a mock exam there "
                "are 3; it needs questions on t/b. Until then a short form can "
                "be sat.");
    home.fillable = 0;
    home.missing = "";
    assert_next(&home, NEXT_FILL,
                "Load another bank: of the 4 questions of a mock exam there is "
                "none.");
    /* What is weak can be practised all the same. */
    home.areas.items[1].estimate = 0.1;
    assert_next(&home, NEXT_WEAK, NULL);
}

static void a_mock_not_looked_at_is_gone_through(void **state)
{
    struct home home = at_rest();

    (void)state;
    home.mock_was_read = false;
    assert_next(&home, NEXT_REVIEW,
                "Go through your last mock exam: no answer of it was looked at "
                "yet.");
    home.areas.items[1].estimate = 0.1;
    assert_next(&home, NEXT_REVIEW, NULL);
    home.days_since_mock = 14;
    assert_next(&home, NEXT_MOCK, NULL);
}

static void the_dearest_area_below_the_pass_mark_is_weak(void **state)
{
    static const struct exam scaled = {
        .type = EXAM_MOCK, .pass = {.kind = PASS_SCALED, .verdict_cut = 65}};
    static const struct exam open = {.type = EXAM_PRACTICE_SET};
    struct home home = at_rest();

    (void)state;
    home.areas.items[1].estimate = 0.699;
    assert_next(&home, NEXT_WEAK,
                "Practise Part B: about 69 % right is expected there, 70 % "
                "are needed.");
    home.exam = &scaled;
    assert_next(&home, NEXT_REST, NULL);
    home.areas.items[2].estimate = 0.6;
    assert_next(&home, NEXT_WEAK,
                "Practise Part C: about 60 % right is expected there, 65 % "
                "are needed.");
    home.exam = &open;
    assert_next(&home, NEXT_WEAK,
                "Practise Part B: about 69 % right is expected there, 70 % "
                "are needed.");
    /* Nothing is known before it was counted. */
    home.areas.count = 0;
    home.is_counted = false;
    assert_next(&home, NEXT_REST, NULL);
}

/* --- reading -------------------------------------------------------------- */

static void prepare_for(struct fixture *f, const char *exam_id,
                        const char *date)
{
    struct candidate candidate = *app_candidate(f->app);

    candidate.exam = exam_id;
    candidate.exam_date = date;
    assert_true(app_set_candidate(f->app, &candidate, &f->err));
}

static struct home read_home(struct fixture *f, bool counted)
{
    struct home home;

    if (!home_read(f->app, &f->arena, &home, &f->err) ||
        (counted && !home_count(f->app, &f->arena, &home, &f->err)))
        fail_msg("%s", f->err.message);
    return home;
}

static void home_goes_from_nothing_to_the_first_mock(void **state)
{
    struct fixture f;
    struct home home;

    (void)state;
    fixture_open(&f);
    home = read_home(&f, true);
    assert_int_equal(home_next(&home), NEXT_IMPORT);
    fixture_fill(&f);
    home = read_home(&f, true);
    assert_int_equal(home.items, 12);
    assert_int_equal(home_next(&home), NEXT_CHOOSE);
    prepare_for(&f, "gone", "");
    home = read_home(&f, false);
    assert_int_equal(home_next(&home), NEXT_CHOOSE);
    prepare_for(&f, "quick", "");
    home = read_home(&f, false);
    assert_false(home.is_counted);
    assert_string_equal(home.exam->id.data, "quick");
    assert_int_equal(home_next(&home), NEXT_MOCK);
    home = read_home(&f, true);
    assert_true(home.is_counted);
    assert_int_equal(home.fresh_mocks, 2);
    assert_int_equal(home.areas.count, 2);
    assert_int_equal(home_next(&home), NEXT_MOCK);
    fixture_close(&f);
}

static void what_runs_is_told(void **state)
{
    struct fixture f;
    struct home home;
    struct session *session;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    prepare_for(&f, "quick", "");
    session = fixture_practise(&f);
    fixture_answer(session, 0, true);
    assert_true(session_leave(session, false, &f.err));
    session_close(session);
    home = read_home(&f, false);
    assert_true(home.practice_runs);
    assert_int_equal(home.practice.answered, 1);
    assert_int_equal(home_next(&home), NEXT_PRACTICE);
    session = fixture_start(&f);
    assert_true(session_leave(session, true, &f.err));
    session_close(session);
    home = read_home(&f, false);
    assert_true(home.is_running);
    assert_false(home.has_mock);
    assert_int_equal(home.results.count, 1); /* the practice that ended */
    assert_int_equal(home.results.items[0].mode, MODE_PRACTICE);
    assert_int_equal(home.running.count, 6);
    assert_int_equal(home_next(&home), NEXT_RESUME);
    fixture_close(&f);
}

static void the_last_mock_is_found_behind_those_given_up(void **state)
{
    struct fixture f;
    struct home home;
    struct review review;
    struct session *session;
    int first = 0;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    prepare_for(&f, "quick", "");
    fixture_sit(&f, 6, 0);
    fixture_pass(&f, 2 * DAY_MS);
    for (int i = 0; i < 10; i++) {
        fixture_pass(&f, 1000);
        session = fixture_start(&f);
        assert_true(session_abandon(session, &f.err));
        session_close(session);
    }
    home = read_home(&f, true);
    assert_int_equal(home.results.count, HOME_RESULTS);
    assert_true(home.has_mock);
    assert_int_equal(home.days_since_mock, 2);
    assert_false(home.mock_was_read);
    assert_int_equal(home.fresh_mocks, 1);
    assert_int_equal(home_next(&home), NEXT_REVIEW);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_true(review_reveal(f.app, &review, &first, 1, &f.err));
    home = read_home(&f, true);
    assert_true(home.mock_was_read);
    assert_int_equal(home_next(&home), NEXT_REST);
    fixture_close(&f);
}

static void a_bank_too_small_gives_no_full_mock(void **state)
{
    struct fixture f;
    struct home home;
    char *bank = fixture_bank(3, "1");

    (void)state;
    fixture_open(&f);
    fixture_import(&f, fixture_file(&f, "t.yaml", fixture_topics), NULL, NULL);
    fixture_import(&f, fixture_file(&f, "e.yaml", fixture_exam), NULL, NULL);
    fixture_import(&f, fixture_file(&f, "b.yaml", bank), NULL, NULL);
    free(bank);
    prepare_for(&f, "quick", "");
    home = read_home(&f, true);
    assert_int_equal(home.fresh_mocks, -1);
    assert_int_equal(home_next(&home), NEXT_FILL);
    assert_in_range(home.fillable, 1, home.needed - 1);
    assert_non_null(home.missing);
    fixture_close(&f);
}

static void a_weak_area_is_named_after_two_mocks(void **state)
{
    struct fixture f;
    struct home home;
    struct review review;
    int first = 0;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    prepare_for(&f, "quick", "");
    fixture_sit(&f, 2, 4);
    fixture_pass(&f, 1000);
    fixture_sit(&f, 2, 4);
    assert_true(review_read(f.app, 2, &f.arena, &review, &f.err));
    assert_true(review_reveal(f.app, &review, &first, 1, &f.err));
    home = read_home(&f, true);
    assert_int_equal(home.fresh_mocks, 0);
    /* Level (5.2 + 4) / 20 = 0.46; Part A (8 x 0.46 + 4) / 16 = 0.48. */
    assert_next(&home, NEXT_WEAK,
                "Practise Part A: about 48 % right is expected there, 70 % "
                "are needed.");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_goes_before_all),
        cmocka_unit_test(a_mock_is_due_by_days),
        cmocka_unit_test(a_mock_says_why),
        cmocka_unit_test(rest_knows_the_day),
        cmocka_unit_test(what_no_bank_fills_is_said_with_what_helps),
        cmocka_unit_test(a_mock_not_looked_at_is_gone_through),
        cmocka_unit_test(the_dearest_area_below_the_pass_mark_is_weak),
        cmocka_unit_test(home_goes_from_nothing_to_the_first_mock),
        cmocka_unit_test(what_runs_is_told),
        cmocka_unit_test(the_last_mock_is_found_behind_those_given_up),
        cmocka_unit_test(a_bank_too_small_gives_no_full_mock),
        cmocka_unit_test(a_weak_area_is_named_after_two_mocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
