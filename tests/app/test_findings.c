/* What the responses of an attempt tell, word by word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "proctor/app/review.h"

#define MINUTE_MS 60000

/* All of them, a line each. */
static const char *findings_of(const struct review *review, struct arena *arena)
{
    struct str_list list = review_findings(review, arena);
    const char *text = "";

    for (size_t i = 0; i < list.count; i++)
        text = arena_printf(arena, "%s%s\n", text, list.items[i].data);
    return text;
}

static void assert_findings(const struct review *review, const char *expected)
{
    struct arena arena = {0};

    assert_string_equal(findings_of(review, &arena), expected);
    arena_finish(&arena);
}

static void an_attempt_that_tells_nothing_says_nothing(void **state)
{
    struct review review = {0};

    (void)state;
    assert_findings(&review, "");
}

static void time_is_told_against_the_limit_and_the_target(void **state)
{
    struct review_item items[41] = {0};
    struct review review = {.attempt = {.limit_ms = 240 * MINUTE_MS,
                                        .time_percent = 100,
                                        .stamp = {.used_ms = 192 * MINUTE_MS}},
                            .items = items,
                            .count = 41,
                            .retrospect = {
                                .target_ms = 144000,
                                .all = {.count = 40, .total_ms = 40 * 75000},
                                .right = {.count = 5, .median_ms = 58000},
                                .wrong = {.count = 5, .median_ms = 100000},
                                .slowest = {11, 39, 6},
                                .slowest_count = 3,
                                .last_count = 10,
                                .last_ms = 370000,
                                .last_right = 4,
                            }};

    (void)state;
    items[11].response.time_ms = 362000;
    items[39].response.time_ms = 300000;
    items[6].response.time_ms = 57600;
    assert_findings(
        &review,
        "Time used: 3 h 12 min of 4 h.\n"
        "A question took 1 min 15 s on average; the exam gives 2 min 24 s.\n"
        "Half of the right answers took at most 58 s, half of the wrong ones "
        "at most 1 min 40 s.\n"
        "Slowest: questions 12 (6 min 2 s), 40 (5 min) and 7 (58 s).\n"
        "The last 10 questions took 6 min 10 s, 37 s each; 4 of them right.\n");
}

static void the_pace_knows_an_accommodation(void **state)
{
    struct review review = {
        .attempt = {.limit_ms = 360 * MINUTE_MS,
                    .time_percent = 150,
                    .stamp = {.used_ms = 300 * MINUTE_MS}},
        .count = 100,
        .retrospect = {.target_ms = 216000,
                       .all = {.count = 100, .total_ms = 300 * MINUTE_MS}}};

    (void)state;
    assert_findings(&review,
                    "Time used: 5 h of 6 h.\n"
                    "A question took 3 min on average; your time gives 3 min "
                    "36 s.\n");
    review.attempt.time_percent = 100;
    review.attempt.added_minutes = 120;
    assert_findings(&review,
                    "Time used: 5 h of 6 h.\n"
                    "A question took 3 min on average; your time gives 3 min "
                    "36 s.\n");
}

static void what_were_all_questions_is_not_called_the_slowest(void **state)
{
    struct review_item items[2] = {{.response = {.time_ms = 40000}}};
    struct review review = {
        .attempt = {.stamp = {.used_ms = 5 * MINUTE_MS}},
        .items = items,
        .count = 2,
        .retrospect = {.all = {.count = 2, .total_ms = 40000},
                       .slowest = {0, 1},
                       .slowest_count = 2}};

    (void)state;
    assert_findings(&review, "Time used: 5 min; there was no limit.\n"
                             "A question took 20 s on average.\n");
}

static void the_pace_of_a_practice_is_that_of_the_exam(void **state)
{
    struct review review = {
        .attempt = {.mode = MODE_PRACTICE,
                    .time_percent = 100,
                    .limit_ms = 10 * MINUTE_MS,
                    .stamp = {.used_ms = 5 * MINUTE_MS}},
        .count = 10,
        .retrospect = {.target_ms = 60000,
                       .all = {.count = 10, .total_ms = 5 * MINUTE_MS}}};

    (void)state;
    assert_findings(&review, "Time used: 5 min of 10 min.\n"
                             "A question took 30 s on average; the pace of "
                             "the exam gives 1 min.\n");
}

/* Of 19 the last ten are more than half. */
static void the_last_ten_stand_apart_from_twenty_on(void **state)
{
    struct review review = {.attempt = {.stamp = {.used_ms = 5 * MINUTE_MS}},
                            .count = 20,
                            .retrospect = {
                                .all = {.count = 20, .total_ms = 20 * 10000},
                                .last_count = 10,
                                .last_ms = 100000,
                                .last_right = 1,
                            }};

    (void)state;
    assert_findings(&review,
                    "Time used: 5 min; there was no limit.\n"
                    "A question took 10 s on average.\n"
                    "The last 10 questions took 1 min 40 s, 10 s each; 1 of "
                    "them right.\n");
    review.retrospect.all.count = 19;
    review.retrospect.all.total_ms = 19 * 10000;
    assert_findings(&review, "Time used: 5 min; there was no limit.\n"
                             "A question took 10 s on average.\n");
}

static void few_answers_have_no_typical_time(void **state)
{
    struct review_item items[1] = {{.response = {.time_ms = 40000}}};
    struct review review = {.attempt = {.stamp = {.used_ms = 5 * MINUTE_MS}},
                            .items = items,
                            .count = 1,
                            .retrospect = {
                                .all = {.count = 19, .total_ms = 19 * 10000},
                                .right = {.count = 15, .median_ms = 58000},
                                .wrong = {.count = 4, .median_ms = 100000},
                                .slowest_count = 1,
                                .last_count = 10,
                                .last_ms = 370000,
                            }};

    (void)state;
    assert_findings(&review, "Time used: 5 min; there was no limit.\n"
                             "A question took 10 s on average.\n"
                             "Slowest: question 1 (40 s).\n");
}

/* --- changed answers ------------------------------------------------------ */

static void changes_are_told_by_what_they_were_worth(void **state)
{
    static const struct {
        struct retrospect past;
        const char *text;
    } cases[] = {
        {{.changed = 12,
          .wrong_to_right = 5,
          .right_to_wrong = 4,
          .wrong_to_wrong = 3,
          .earned = 6900,
          .first_earned = 6800},
         "You changed 12 answers: 5 from wrong to right, 4 from right to "
         "wrong, 3 from wrong to wrong. Had you kept every first answer: 68 "
         "instead of 69.\n"},
        {{.changed = 10,
          .wrong_to_right = 5,
          .right_to_wrong = 5,
          .earned = 6950,
          .first_earned = 6950},
         "You changed 10 answers: 5 from wrong to right, 5 from right to "
         "wrong. Had you kept every first answer: the same marks.\n"},
        /* Too few to say more than how many. */
        {{.changed = 9,
          .wrong_to_right = 9,
          .earned = 6900,
          .first_earned = 6000},
         "You changed 9 answers: 9 from wrong to right.\n"},
        {{.changed = 1}, "You changed 1 answer.\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_findings(&(struct review){.retrospect = cases[i].past},
                        cases[i].text);
}

/* --- blanks and causes ---------------------------------------------------- */

static void blanks_are_chances_not_taken(void **state)
{
    static const struct {
        int blank, chances, not_reached;
        const char *text;
    } cases[] = {
        {8, 200, 0,
         "8 questions without an answer: guessing costs nothing and would have "
         "earned about 2 marks.\n"},
        {3, 75, 1,
         "3 questions without an answer, 1 of them not reached: guessing costs "
         "nothing and would have earned about 1 mark.\n"},
        {2, 25, 2,
         "2 questions without an answer, none of them reached: guessing costs "
         "nothing.\n"},
        {1, 25, 1,
         "1 question without an answer, not reached: guessing costs "
         "nothing.\n"},
        {1, 0, 0, "1 question without an answer: guessing costs nothing.\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_findings(
            &(struct review){.result = {.blank = cases[i].blank},
                             .retrospect = {.chances = cases[i].chances,
                                            .not_reached =
                                                cases[i].not_reached}},
            cases[i].text);
}

static void
a_practice_is_not_told_of_blanks_and_what_was_not_shown(void **state)
{
    struct review review = {.attempt = {.mode = MODE_PRACTICE},
                            .result = {.blank = 8},
                            .retrospect = {.chances = 200, .not_reached = 4}};

    (void)state;
    assert_findings(&review, "");
    review.attempt.mode = MODE_REDO;
    assert_findings(&review, "");
}

static void causes_are_counted(void **state)
{
    struct review review = {
        .causes = {[CAUSE_KNOWLEDGE] = 4, [CAUSE_MISREAD] = 2}};

    (void)state;
    assert_findings(&review, "Why you missed: 4 did not know it, 2 misread the "
                             "question.\n");
}

/* --- headlines of a practice ---------------------------------------------- */

static void a_practice_has_no_verdict(void **state)
{
    static const struct {
        int right, asked, shown, drawn;
        const char *headline;
    } cases[] = {
        {5, 7, 7, 20, "5 of 7 questions right (20 drawn, 13 not shown)."},
        {1, 1, 1, 1, "1 of 1 question right."},
        {0, 0, 0, 20, "No question was shown (20 drawn)."},
        {0, 0, 2, 2, "No question counts."}, /* void since */
        {0, 0, 1, 3, "No question counts (3 drawn, 2 not shown)."},
    };
    struct review_item items[20];
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct review review = {.attempt = {.mode = MODE_PRACTICE},
                                .result = {.right = cases[i].right,
                                           .asked = cases[i].asked},
                                .items = items,
                                .count = (size_t)cases[i].drawn};

        for (int j = 0; j < 20; j++)
            items[j] =
                (struct review_item){.scored = {.reached = j < cases[i].shown}};
        assert_string_equal(review_headline(&review, &arena).data,
                            cases[i].headline);
    }
    arena_finish(&arena);
}

static void a_practice_is_not_measured_by_exam_conditions(void **state)
{
    static const struct item item = {.status = ITEM_ACTIVE};
    struct review_item items[] = {
        {.item = &item, .slot = {.scored = true}, .response = {.hints = 2}},
        {.item = &item, .slot = {.scored = true}, .response = {.hints = 1}}};
    struct review review = {.attempt = {.mode = MODE_PRACTICE,
                                        .time_percent = 100,
                                        .is_short = true,
                                        .interrupted = true,
                                        .by_wall_clock = true},
                            .result = {.blank = 3},
                            .items = items,
                            .count = 1};
    struct arena arena = {0};
    struct str_list remarks;

    (void)state;
    remarks = review_remarks(&review, &arena);
    assert_int_equal(remarks.count, 1);
    assert_string_equal(
        remarks.items[0].data,
        "With hints: 1 question. It says nothing about weak areas.");
    review.count = 2;
    remarks = review_remarks(&review, &arena);
    assert_string_equal(
        remarks.items[0].data,
        "With hints: 2 questions. They say nothing about weak areas.");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_attempt_that_tells_nothing_says_nothing),
        cmocka_unit_test(time_is_told_against_the_limit_and_the_target),
        cmocka_unit_test(the_pace_knows_an_accommodation),
        cmocka_unit_test(what_were_all_questions_is_not_called_the_slowest),
        cmocka_unit_test(the_pace_of_a_practice_is_that_of_the_exam),
        cmocka_unit_test(the_last_ten_stand_apart_from_twenty_on),
        cmocka_unit_test(few_answers_have_no_typical_time),
        cmocka_unit_test(changes_are_told_by_what_they_were_worth),
        cmocka_unit_test(blanks_are_chances_not_taken),
        cmocka_unit_test(
            a_practice_is_not_told_of_blanks_and_what_was_not_shown),
        cmocka_unit_test(causes_are_counted),
        cmocka_unit_test(a_practice_has_no_verdict),
        cmocka_unit_test(a_practice_is_not_measured_by_exam_conditions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
