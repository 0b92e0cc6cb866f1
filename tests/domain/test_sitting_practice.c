/* What practice adds to a sitting: answers shown at each question, and hints.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "events.h"
#include "proctor/domain/hint.h"

static void start_practice(struct sitting *sitting)
{
    sitting_init(sitting, 3, EXAM_NAVIGATION_FREE);
    sitting->gives_feedback = true;
    sitting->gives_hints = true;
    take(sitting, EVENT_START, -1, "", 0);
    take(sitting, EVENT_VISIT, 1, "", 0);
}

static void a_check_makes_the_answer_final(void **state)
{
    static const struct {
        enum event_kind kind;
        const char *value;
        bool stays_allowed;
    } cases[] = {
        {EVENT_ANSWER, "C", false}, {EVENT_ANSWER, "", false},
        {EVENT_STRIKE, "A", false}, {EVENT_SURE, "1", false},
        {EVENT_HINT, "1", false},   {EVENT_CHECK, "", false},
        {EVENT_MARK, "1", true},    {EVENT_NOTE, "read again", true},
        {EVENT_VISIT, "", true},
    };
    struct sitting sitting;
    (void)state;

    start_practice(&sitting);
    take(&sitting, EVENT_ANSWER, 1, "B", 5000);
    take(&sitting, EVENT_CHECK, 1, "", 1000);
    assert_true(sitting.responses[1].checked);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct event event =
            next_event(&sitting, cases[i].kind, 1, cases[i].value, 0);

        if (cases[i].stays_allowed)
            take(&sitting, cases[i].kind, 1, cases[i].value, 0);
        else
            refuse(&sitting, event, NULL, "the answer to question 2 was shown");
    }
    assert_string_equal(sitting.responses[1].answer, "B");
    assert_string_equal(sitting.responses[1].note, "read again");
    take(&sitting, EVENT_ANSWER, 0, "C", 0);
    sitting_finish(&sitting);
}

static void a_question_may_be_checked_without_an_answer(void **state)
{
    struct sitting sitting;
    (void)state;

    start_practice(&sitting);
    take(&sitting, EVENT_CHECK, 1, "", 0);
    assert_true(sitting.responses[1].checked);
    assert_null(sitting.responses[1].answer);
    sitting_finish(&sitting);
}

static void what_was_checked_is_complete_also_without_an_answer(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "one|two|three", "B");
    struct sitting sitting;
    (void)state;

    start_practice(&sitting);
    assert_int_equal(sitting_progress(&sitting, 1, &item), PROGRESS_UNANSWERED);
    take(&sitting, EVENT_CHECK, 1, "", 0);
    assert_int_equal(sitting_progress(&sitting, 1, &item), PROGRESS_COMPLETE);
    sitting_finish(&sitting);
    arena_finish(&arena);
}

static void a_sitting_gives_neither_feedback_nor_hints_unasked(void **state)
{
    struct sitting sitting;
    (void)state;

    sitting_init(&sitting, 2, EXAM_NAVIGATION_FREE);
    refuse(&sitting, next_event(&sitting, EVENT_CHECK, 0, "", 0), NULL,
           "only at its end");
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 0, "1", 0), NULL,
           "no hints");
    sitting_finish(&sitting);
}

static void hints_come_one_after_the_other(void **state)
{
    struct sitting sitting;
    (void)state;

    start_practice(&sitting);
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 1, "2", 0), NULL,
           "hint 1 is next");
    take(&sitting, EVENT_HINT, 1, "1", 0);
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 1, "1", 0), NULL,
           "hint 2 is next");
    take(&sitting, EVENT_HINT, 1, "2", 0);
    assert_int_equal(sitting.responses[1].hints, 2);
    assert_int_equal(sitting.responses[0].hints, 0);
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 1, "x", 0), NULL,
           "no value for 'hint'");
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 1, "0", 0), NULL,
           "no value for 'hint'");
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 3, "1", 0), NULL,
           "no question 4");
    sitting_finish(&sitting);
}

static void there_are_no_more_hints_than_the_item_has(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "one|two|three", "B");
    struct item two = build_choice(&arena, "one|two", "B");
    struct sitting sitting;
    (void)state;

    assert_int_equal(hint_count(&item), 1);
    start_practice(&sitting);
    take(&sitting, EVENT_HINT, 1, "1", 0);
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 1, "2", 0), &item,
           "no further hint for question 2");
    refuse(&sitting, next_event(&sitting, EVENT_HINT, 0, "1", 0), &two,
           "no hint for question 1");
    sitting_finish(&sitting);
    arena_finish(&arena);
}

static void responses_differ_by_hints_and_by_the_check(void **state)
{
    struct response plain = {.sure = -1};
    struct response hinted = {.sure = -1, .hints = 1};
    struct response checked = {.sure = -1, .checked = true};
    (void)state;

    assert_true(response_eq(&plain, &plain));
    assert_false(response_eq(&plain, &hinted));
    assert_false(response_eq(&plain, &checked));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_check_makes_the_answer_final),
        cmocka_unit_test(a_question_may_be_checked_without_an_answer),
        cmocka_unit_test(what_was_checked_is_complete_also_without_an_answer),
        cmocka_unit_test(a_sitting_gives_neither_feedback_nor_hints_unasked),
        cmocka_unit_test(hints_come_one_after_the_other),
        cmocka_unit_test(there_are_no_more_hints_than_the_item_has),
        cmocka_unit_test(responses_differ_by_hints_and_by_the_check),
    };

    return cmocka_run_group_tests_name("sitting practice", tests, NULL, NULL);
}
