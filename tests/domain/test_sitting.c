/* A sitting: which events it takes, and what it makes of them. */
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "events.h"
#include "proctor/domain/sitting.h"

static void a_new_sitting_is_empty(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 3, EXAM_NAVIGATION_FREE);
    assert_int_equal(sitting.state, SITTING_RUNNING);
    assert_int_equal(sitting.current, -1);
    assert_int_equal(sitting.reached, -1);
    assert_int_equal(sitting.warned_minutes, INT_MAX);
    for (int i = 0; i < 3; i++) {
        assert_null(sitting.responses[i].answer);
        assert_int_equal(sitting.responses[i].sure, -1);
        assert_int_equal(sitting_progress(&sitting, i, NULL), PROGRESS_UNSEEN);
    }
    sitting_finish(&sitting);
    sitting_finish(NULL);
}

static void answers_marks_and_notes_are_kept(void **state)
{
    struct sitting sitting;
    const struct response *response;
    (void)state;

    sitting_init(&sitting, 2, EXAM_NAVIGATION_FREE);
    response = &sitting.responses[1];
    take(&sitting, EVENT_START, -1, "", 0);
    take(&sitting, EVENT_VISIT, 1, "", 0);
    take(&sitting, EVENT_ANSWER, 1, "B", 1000);
    take(&sitting, EVENT_MARK, 1, "1", 0);
    take(&sitting, EVENT_STRIKE, 1, "AD", 0);
    take(&sitting, EVENT_SURE, 1, "0", 0);
    take(&sitting, EVENT_NOTE, 1, "check the note", 0);
    assert_string_equal(response->answer, "B");
    assert_true(response->marked);
    assert_string_equal(response->struck, "AD");
    assert_int_equal(response->sure, 0);
    assert_string_equal(response->note, "check the note");
    assert_int_equal(response->visits, 1);
    take(&sitting, EVENT_ANSWER, 1, "", 0);
    take(&sitting, EVENT_MARK, 1, "0", 0);
    take(&sitting, EVENT_STRIKE, 1, "", 0);
    take(&sitting, EVENT_SURE, 1, "", 0);
    take(&sitting, EVENT_NOTE, 1, "", 0);
    assert_null(response->answer);
    assert_false(response->marked);
    assert_string_equal(response->struck, "");
    assert_int_equal(response->sure, -1);
    assert_null(response->note);
    assert_string_equal(response->first_answer, "B");
    assert_int_equal(response->changes, 1);
    sitting_finish(&sitting);
}

static void the_first_answer_grows_until_something_is_taken_back(void **state)
{
    static const struct {
        const char *answers[6];
        const char *first;
        int changes;
    } cases[] = {
        {{"B"}, "B", 0},
        {{"B", "B"}, "B", 0},
        {{"B", "C"}, "B", 1},
        {{"B", "C", "B"}, "B", 2},
        {{"B", "", "C"}, "B", 1},
        {{"", "C"}, "C", 0},
        {{"A", "AC"}, "AC", 0},
        {{"A", "AC", "C", "CD"}, "AC", 1},
        {{"A", "AC", "A", "AC"}, "AC", 1},
        {{"C", "AC", "ACD"}, "ACD", 0},
        {{"dx=I10", "dx=I10;E11.9", "dx=I10;E11.9\npx=0DTJ4ZZ"},
         "dx=I10;E11.9\npx=0DTJ4ZZ",
         0},
        {{"px=0DTJ4ZZ", "dx=I10\npx=0DTJ4ZZ"}, "dx=I10\npx=0DTJ4ZZ", 0},
        {{"dx=I10", "dx=I1"}, "dx=I1", 1},
        /* a slip while a code is typed */
        {{"dx=E11.3", "dx=E11.", "dx=E11.2", "dx=E11.22"}, "dx=E11.22", 1},
        {{"dx=E", "", "dx=I10"}, "dx=I10", 1},
        {{"dx=I10", "dx=I10;E2", "dx=I10;E", "dx=I10;E11.9"},
         "dx=I10;E11.9",
         1},
        /* but not once another entry was begun */
        {{"dx=I10", "dx=I10;E11.9", "dx=I11;E11.9"}, "dx=I10;E11.9", 1},
        {{"dx=I10", "dx=I10\npx=0", "dx=I1\npx=0"}, "dx=I10\npx=0", 1},
        /* all at once is no typing */
        {{"dx=I10;J44.9", "dx=I10;J44.0"}, "dx=I10;J44.9", 1},
        {{"dx=;E11.9", "dx=I10;E11.9"}, "dx=I10;E11.9", 0},
        {{"dx=I10;E11.9", "dx=I10"}, "dx=I10;E11.9", 1},
        {{"dx=I10", "dx=I10;E11.9", "dx=I10;E11.8", "dx=I10;E11.8;J44.9"},
         "dx=I10;E11.8;J44.9",
         1},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sitting sitting;

        sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
        take(&sitting, EVENT_VISIT, 0, "", 0);
        for (int k = 0; k < 6 && cases[i].answers[k]; k++)
            take(&sitting, EVENT_ANSWER, 0, cases[i].answers[k], 10);
        if (strcmp(sitting.responses[0].first_answer, cases[i].first) != 0 ||
            sitting.responses[0].changes != cases[i].changes)
            fail_msg("row %zu: '%s', %d changes", i,
                     sitting.responses[0].first_answer,
                     sitting.responses[0].changes);
        sitting_finish(&sitting);
    }
}

static void what_is_typed_after_a_look_elsewhere_is_a_change(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 2, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_VISIT, 0, "", 0);
    take(&sitting, EVENT_ANSWER, 0, "dx=I10", 10);
    take(&sitting, EVENT_VISIT, 0, "", 10);
    take(&sitting, EVENT_ANSWER, 0, "dx=I11", 10);
    assert_string_equal(sitting.responses[0].first_answer, "dx=I11");
    take(&sitting, EVENT_VISIT, 1, "", 10);
    take(&sitting, EVENT_VISIT, 0, "", 10);
    take(&sitting, EVENT_ANSWER, 0, "dx=I12", 10);
    assert_string_equal(sitting.responses[0].first_answer, "dx=I11");
    sitting_finish(&sitting);
}

static void time_goes_to_the_question_on_screen(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 3, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_START, -1, "", 100);
    take(&sitting, EVENT_VISIT, 0, "", 50);
    take(&sitting, EVENT_HEARTBEAT, -1, "", 15000);
    take(&sitting, EVENT_VISIT, 2, "", 5000);
    take(&sitting, EVENT_ANSWER, 2, "A", 700);
    take(&sitting, EVENT_VISIT, 0, "", 300);
    take(&sitting, EVENT_END, -1, "submitted", 1000);
    assert_int_equal(sitting.responses[0].time_ms, 21000);
    assert_int_equal(sitting.responses[1].time_ms, 0);
    assert_int_equal(sitting.responses[2].time_ms, 1000);
    assert_int_equal(sitting.responses[0].visits, 2);
    assert_int_equal(sitting.used_ms, 22150);
    sitting_finish(&sitting);
}

/* Used up, but nobody looked at the question. */
static void a_charged_gap_is_no_time_on_screen(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_VISIT, 0, "", 0);
    take(&sitting, EVENT_LEAVE, -1, "runs", 4000);
    take(&sitting, EVENT_GAP, -1, "charged 60000", 60000);
    take(&sitting, EVENT_ANSWER, 0, "A", 1000);
    take(&sitting, EVENT_GAP, -1, "charged 500", 100);
    assert_int_equal(sitting.responses[0].time_ms, 5000);
    assert_int_equal(sitting.used_ms, 65100);
    sitting_finish(&sitting);
}

static void nothing_is_taken_after_the_end(void **state)
{
    static const char *const endings[] = {"submitted", "timed_out",
                                          "abandoned"};
    (void)state;

    for (size_t i = 0; i < 3; i++) {
        struct sitting sitting;

        sitting_init(&sitting, 2, EXAM_NAVIGATION_FREE);
        take(&sitting, EVENT_VISIT, 0, "", 0);
        take(&sitting, EVENT_END, -1, endings[i], 0);
        assert_string_equal(sitting_state_id(sitting.state), endings[i]);
        for (int kind = 0; kind < EVENT_KIND_COUNT; kind++)
            refuse(&sitting,
                   next_event(&sitting, (enum event_kind)kind, 0, "1", 0), NULL,
                   "ended");
        sitting_finish(&sitting);
    }
}

static void events_out_of_place_are_refused(void **state)
{
    struct sitting sitting;
    struct event event;
    (void)state;

    sitting_init(&sitting, 2, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_VISIT, 0, "", 500);
    event = next_event(&sitting, EVENT_MARK, 0, "1", 0);
    event.seq++;
    refuse(&sitting, event, NULL, "event 3 comes where 2 is next");
    event.seq -= 2;
    refuse(&sitting, event, NULL, "event 1 comes");
    event = next_event(&sitting, EVENT_MARK, 0, "1", -1);
    refuse(&sitting, event, NULL, "backwards");
    refuse(&sitting, next_event(&sitting, EVENT_MARK, 2, "1", 0), NULL,
           "no question 3");
    refuse(&sitting, next_event(&sitting, EVENT_VISIT, -1, "", 0), NULL,
           "no question");
    refuse(&sitting, next_event(&sitting, EVENT_HEARTBEAT, 2, "", 0), NULL,
           "no question");
    refuse(&sitting, next_event(&sitting, EVENT_HEARTBEAT, -2, "", 0), NULL,
           "no question");
    sitting_finish(&sitting);
}

static void values_must_fit_their_kind(void **state)
{
    static const struct {
        enum event_kind kind;
        const char *value;
        bool is_good;
    } cases[] = {
        {EVENT_MARK, "1", true},
        {EVENT_MARK, "0", true},
        {EVENT_MARK, "", false},
        {EVENT_MARK, "2", false},
        {EVENT_STRIKE, "", true},
        {EVENT_STRIKE, "ACL", true},
        {EVENT_STRIKE, "CA", false},
        {EVENT_STRIKE, "AA", false},
        {EVENT_STRIKE, "M", false},
        {EVENT_STRIKE, "a", false},
        {EVENT_SURE, "", true},
        {EVENT_SURE, "1", true},
        {EVENT_SURE, "2", false},
        {EVENT_CLOCK, "hidden", true},
        {EVENT_CLOCK, "shown", true},
        {EVENT_CLOCK, "", false},
        {EVENT_WARNED, "30", true},
        {EVENT_WARNED, "-1", false},
        {EVENT_WARNED, "soon", false},
        {EVENT_SUSPEND, "3000", true},
        {EVENT_SUSPEND, "x", false},
        {EVENT_CLOCK_SET, "-3600000", true},
        {EVENT_CLOCK_SET, "", false},
        {EVENT_LEAVE, "runs", true},
        {EVENT_LEAVE, "stops", true},
        {EVENT_LEAVE, "", false},
        {EVENT_GAP, "charged 0", true},
        {EVENT_GAP, "free 1500", true},
        {EVENT_GAP, "free 1500 wall", true},
        {EVENT_GAP, "free 1500 walls", false},
        {EVENT_GAP, "free -1", false},
        {EVENT_GAP, "charged 5 ", false},
        {EVENT_GAP, "charged 5  wall", false},
        {EVENT_GAP, "charged 5 wall ", false},
        {EVENT_GAP, "charged wall", false},
        {EVENT_VISIT, "", true},
        {EVENT_VISIT, "garbage", false},
        {EVENT_START, "x", false},
        {EVENT_HEARTBEAT, "1", false},
        {EVENT_GAP, "free", false},
        {EVENT_GAP, "1500", false},
        {EVENT_GAP, "", false},
        {EVENT_END, "submitted", true},
        {EVENT_END, "running", false},
        {EVENT_END, "", false},
    };
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int pos = event_kind_is_at_item(cases[i].kind) ? 0 : -1;
        struct event event =
            next_event(&sitting, cases[i].kind, pos, cases[i].value, 0);

        if (sitting_accepts(&sitting, &event, NULL, NULL) != cases[i].is_good)
            fail_msg("%s '%s'", event_kind_id(cases[i].kind), cases[i].value);
        if (!cases[i].is_good)
            refuse(&sitting, event, NULL, event_kind_id(cases[i].kind));
    }
    sitting_finish(&sitting);
}

static void answers_must_fit_their_item(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b|c", "B");
    struct sitting sitting;
    struct event event;
    (void)state;

    sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_VISIT, 0, "", 0);
    event = next_event(&sitting, EVENT_ANSWER, 0, "C", 0);
    assert_true(sitting_accepts(&sitting, &event, &item, NULL));
    event.value = STR("D");
    refuse(&sitting, event, &item, "'D'");
    assert_true(sitting_accepts(&sitting, &event, NULL, NULL));
    event.kind = EVENT_STRIKE;
    refuse(&sitting, event, &item, "'D'");
    sitting_finish(&sitting);
    arena_finish(&arena);
}

static void forward_only_takes_nothing_back(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 4, EXAM_NAVIGATION_FORWARD_ONLY);
    take(&sitting, EVENT_VISIT, 0, "", 0);
    take(&sitting, EVENT_ANSWER, 0, "A", 0);
    take(&sitting, EVENT_VISIT, 0, "", 0);
    take(&sitting, EVENT_VISIT, 2, "", 0);
    refuse(&sitting, next_event(&sitting, EVENT_VISIT, 1, "", 0), NULL,
           "forward only");
    refuse(&sitting, next_event(&sitting, EVENT_ANSWER, 0, "B", 0), NULL,
           "question 1");
    take(&sitting, EVENT_ANSWER, 2, "B", 0);
    take(&sitting, EVENT_VISIT, 3, "", 0);
    sitting_finish(&sitting);
}

static void leaving_and_gaps_are_remembered(void **state)
{
    static const struct {
        const char *leave, *gap;
        bool left_stopped, interrupted, by_wall_clock;
    } cases[] = {
        {"runs", "charged 5000", false, false, false},
        {"runs", "free 5000", false, true, false},
        {"stops", "free 5000 wall", true, true, true},
        {"stops", "charged 5000 wall", true, true, true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sitting sitting;

        sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
        take(&sitting, EVENT_LEAVE, -1, cases[i].leave, 0);
        assert_int_equal(sitting.left_stopped, cases[i].left_stopped);
        take(&sitting, EVENT_GAP, -1, cases[i].gap, 5000);
        assert_false(sitting.left_stopped);
        assert_int_equal(sitting.interrupted, cases[i].interrupted);
        assert_int_equal(sitting.by_wall_clock, cases[i].by_wall_clock);
        sitting_finish(&sitting);
    }
}

static void the_clock_and_its_warnings_are_remembered(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_CLOCK, -1, "hidden", 0);
    assert_true(sitting.clock_hidden);
    take(&sitting, EVENT_CLOCK, -1, "shown", 0);
    assert_false(sitting.clock_hidden);
    take(&sitting, EVENT_WARNED, -1, "30", 0);
    assert_int_equal(sitting.warned_minutes, 30);
    sitting_finish(&sitting);
}

static void progress_follows_visit_answer_and_completeness(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b|c", "AB");
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
    assert_int_equal(sitting_progress(&sitting, 0, &item), PROGRESS_UNSEEN);
    take(&sitting, EVENT_VISIT, 0, "", 0);
    assert_int_equal(sitting_progress(&sitting, 0, &item), PROGRESS_UNANSWERED);
    take(&sitting, EVENT_ANSWER, 0, "A", 0);
    assert_int_equal(sitting_progress(&sitting, 0, &item), PROGRESS_INCOMPLETE);
    take(&sitting, EVENT_ANSWER, 0, "AC", 0);
    assert_int_equal(sitting_progress(&sitting, 0, &item), PROGRESS_COMPLETE);
    for (int i = 0; i < PROGRESS_COUNT; i++)
        assert_true(strlen(progress_label((enum progress)i)) > 0);
    sitting_finish(&sitting);
    arena_finish(&arena);
}

static void an_answer_may_be_given_back_from_the_sitting_itself(void **state)
{
    struct sitting sitting;
    struct event event;
    (void)state;

    sitting_init(&sitting, 1, EXAM_NAVIGATION_FREE);
    take(&sitting, EVENT_ANSWER, 0, "A", 0);
    take(&sitting, EVENT_ANSWER, 0, "AC", 0);
    event = next_event(&sitting, EVENT_ANSWER, 0, "", 0);
    event.value = str_from(sitting.responses[0].first_answer);
    sitting_apply(&sitting, &event);
    event.seq++;
    event.value = str_from(sitting.responses[0].answer);
    sitting_apply(&sitting, &event);
    assert_string_equal(sitting.responses[0].answer, "AC");
    assert_string_equal(sitting.responses[0].first_answer, "AC");
    sitting_finish(&sitting);
}

static void ids_and_traits_of_events(void **state)
{
    (void)state;

    for (int i = 0; i < EVENT_KIND_COUNT; i++) {
        enum event_kind kind;

        assert_true(event_kind_from_id(
            str_from(event_kind_id((enum event_kind)i)), &kind));
        assert_int_equal(kind, i);
    }
    assert_true(event_kind_acts(EVENT_ANSWER));
    assert_false(event_kind_acts(EVENT_VISIT));
    assert_true(event_kind_is_at_item(EVENT_VISIT));
    assert_false(event_kind_is_at_item(EVENT_END));
    for (int i = 0; i < SITTING_STATE_COUNT; i++) {
        enum sitting_state state_out;

        assert_true(sitting_state_from_id(
            str_from(sitting_state_id((enum sitting_state)i)), &state_out));
        assert_int_equal(state_out, i);
        assert_true(strlen(sitting_state_label(state_out)) > 0);
    }
}

static void responses_differ_in_any_member(void **state)
{
    static const struct {
        enum event_kind kind;
        const char *value;
    } changes[] = {
        {EVENT_ANSWER, "B"}, {EVENT_MARK, "1"}, {EVENT_STRIKE, "A"},
        {EVENT_SURE, "0"},   {EVENT_NOTE, "n"}, {EVENT_VISIT, ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct sitting a;
        struct sitting b;

        sitting_init(&a, 1, EXAM_NAVIGATION_FREE);
        sitting_init(&b, 1, EXAM_NAVIGATION_FREE);
        assert_true(response_eq(&a.responses[0], &b.responses[0]));
        take(&b, changes[i].kind, 0, changes[i].value, 0);
        assert_false(response_eq(&a.responses[0], &b.responses[0]));
        sitting_finish(&a);
        sitting_finish(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_sitting_is_empty),
        cmocka_unit_test(answers_marks_and_notes_are_kept),
        cmocka_unit_test(the_first_answer_grows_until_something_is_taken_back),
        cmocka_unit_test(what_is_typed_after_a_look_elsewhere_is_a_change),
        cmocka_unit_test(time_goes_to_the_question_on_screen),
        cmocka_unit_test(a_charged_gap_is_no_time_on_screen),
        cmocka_unit_test(nothing_is_taken_after_the_end),
        cmocka_unit_test(events_out_of_place_are_refused),
        cmocka_unit_test(values_must_fit_their_kind),
        cmocka_unit_test(answers_must_fit_their_item),
        cmocka_unit_test(forward_only_takes_nothing_back),
        cmocka_unit_test(leaving_and_gaps_are_remembered),
        cmocka_unit_test(the_clock_and_its_warnings_are_remembered),
        cmocka_unit_test(progress_follows_visit_answer_and_completeness),
        cmocka_unit_test(an_answer_may_be_given_back_from_the_sitting_itself),
        cmocka_unit_test(ids_and_traits_of_events),
        cmocka_unit_test(responses_differ_in_any_member),
    };

    return cmocka_run_group_tests_name("sitting", tests, NULL, NULL);
}
