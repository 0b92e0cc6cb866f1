/* Golden drawings of a result and of its questions, and what their choices
 * lead to. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answer_view.h"
#include "answers_view.h"
#include "compare_view.h"
#include "drawing.h"
#include "result_view.h"
#include "sample.h"

#include "proctor/platform/env.h"

static const struct ui accessible = {.accessible = true};

/* --- the result ----------------------------------------------------------- */

static void build_result(struct page *page)
{
    result_page(page, &(struct result_view){.review = &sample_review,
                                            .look = {true, INK_BLOCKS}});
}

static void build_result_plain(struct page *page)
{
    result_page(page, &(struct result_view){.review = &sample_review,
                                            .by_loss = true});
}

static void build_result_bottom(struct page *page)
{
    build_result(page);
    page->top = INT_MAX / 2;
}

static void the_result_has_sections_with_intervals(void **state)
{
    (void)state;
    drawing_check_page("result", &(struct ui){0}, build_result);
    drawing_check_page("result-bottom", &(struct ui){0}, build_result_bottom);
    drawing_check_page("result-accessible", &accessible, build_result_plain);
}

/* The second section was not met, nor was one question of the first. */
static void build_result_abandoned(struct page *page)
{
    struct review review = sample_review;
    struct review_item items[5];

    memcpy(items, sample_review.items, sizeof items);
    for (int i = 1; i < 5; i++) {
        items[i].scored = (struct scored_item){.score = {0, 100},
                                               .section = i < 3 ? 0 : 1,
                                               .counts = true,
                                               .blank = true,
                                               .reached = i == 1};
    }
    review.items = items;
    review.attempt.state = SITTING_ABANDONED;
    review.attempt.is_short = true;
    review.result.verdict = VERDICT_NONE;
    review.result.right = 0;
    result_page(page, &(struct result_view){.review = &review,
                                            .look = {true, INK_BLOCKS}});
}

static void an_abandoned_attempt_tells_what_was_seen(void **state)
{
    (void)state;
    drawing_check_page("result-abandoned", &(struct ui){0},
                       build_result_abandoned);
}

static void build_result_scaled(struct page *page)
{
    struct review review = sample_review;
    struct exam exam = sample_exam;

    exam.pass = (struct exam_pass){.kind = PASS_SCALED,
                                   .scale_min = 100,
                                   .scale_max = 400,
                                   .scale_pass = 300,
                                   .cuts = {65, 70, 75},
                                   .cut_count = 3,
                                   .verdict_cut = 70};
    review.exam = &exam;
    result_page(page, &(struct result_view){.review = &review,
                                            .look = {true, INK_ASCII}});
}

static void a_scaled_exam_shows_its_assumed_cuts(void **state)
{
    (void)state;
    drawing_check_page("result-scaled", &(struct ui){.ascii = true},
                       build_result_scaled);
}

/* Of a practice: no verdict, no pass mark, all right. */
static void build_result_practice(struct page *page)
{
    struct review review = sample_review;
    struct review_item item = sample_review.items[2];
    struct exam exam = sample_exam;
    struct section_result section = {
        .score = {100, 100}, .asked = 1, .right = 1};

    item.scored.section = 0;
    exam.pass.kind = PASS_NONE;
    review.exam = &exam;
    review.items = &item;
    review.count = 1;
    review.retrospect = (struct retrospect){0};
    review.causes[CAUSE_MISREAD] = 0;
    review.attempt.mode = MODE_PRACTICE;
    review.attempt.interrupted = false;
    review.result = (struct result){.score = {100, 100},
                                    .asked = 1,
                                    .right = 1,
                                    .sections = &section,
                                    .section_count = 1};
    result_page(page, &(struct result_view){.review = &review,
                                            .look = {true, INK_BLOCKS}});
}

static void a_practice_has_no_verdict_and_nothing_missed(void **state)
{
    (void)state;
    drawing_check_page("result-practice", &(struct ui){0},
                       build_result_practice);
}

static void choices_of_the_result_are_acts_then_sections(void **state)
{
    static const enum result_act acts[] = {RESULT_QUESTIONS, RESULT_MISSED,
                                           RESULT_PRACTICE, RESULT_COMPARE};
    const struct result_view view = {.review = &sample_review};
    int section = -1;

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_int_equal(result_choice(&view, i, &section), acts[i]);
    assert_int_equal(section, -1);
    assert_int_equal(result_choice(&view, 5, &section), RESULT_SECTION);
    assert_int_equal(section, 1);
    assert_int_equal(result_choice(&view, 6, &section), RESULT_NOTHING);
    assert_int_equal(result_choice(&view, PAGE_NO_CHOICE, &section),
                     RESULT_NOTHING);
}

static void sections_are_chosen_in_the_order_shown(void **state)
{
    struct section_result sections[2] = {sample_review.result.sections[1],
                                         sample_review.result.sections[0]};
    struct review review = sample_review;
    struct result_view view = {.review = &review};
    int section = -1;

    (void)state;
    review.result.sections = sections;
    assert_int_equal(result_choice(&view, 4, &section), RESULT_SECTION);
    assert_int_equal(section, 0);
    view.by_loss = true;
    assert_int_equal(result_choice(&view, 4, &section), RESULT_SECTION);
    assert_int_equal(section, 1);
}

/* --- beside an earlier one ------------------------------------------------ */

static void compare(struct page *page, bool in_rows)
{
    const struct section_result earlier[] = {
        {.score = {100, 200}, .asked = 2, .right = 1},
        {.score = {100, 300}, .asked = 3, .right = 1},
    };
    struct compared_section sections[] = {
        {sample_exam.sections[0].title, &earlier[0],
         &sample_review.result.sections[0]},
        {sample_exam.sections[1].title, &earlier[1],
         &sample_review.result.sections[1]},
        {STR("Compliance"), &earlier[0], NULL},
    };
    struct comparison comparison = {.before = sample_review.attempt,
                                    .now = sample_review.attempt,
                                    .common = 3,
                                    .sections = sections,
                                    .count = 3};

    comparison.before.started_utc_ms -= INT64_C(14) * 86400000;
    comparison.before.earned = 200;
    comparison.now.earned = 350;
    comparison.before.possible = comparison.now.possible = 500;
    comparison.before.verdict = VERDICT_NOT_PASSED;
    comparison.now.verdict = VERDICT_PASSED;
    comparison.now.interrupted = false;
    comparison.now.exam_title = "Certified Professional Coder (CPC)";
    compare_page(page, &(struct compare_view){&comparison, in_rows});
}

static void build_compare(struct page *page)
{
    compare(page, true);
}

static void build_compare_plain(struct page *page)
{
    compare(page, false);
}

static void two_attempts_stand_beside_each_other(void **state)
{
    (void)state;
    drawing_check_page("compare", &(struct ui){0}, build_compare);
    drawing_check_page("compare-accessible", &(struct ui){.accessible = true},
                       build_compare_plain);
}

/* --- questions ------------------------------------------------------------ */

static struct answers_place all_questions(struct review *review)
{
    *review = sample_review;
    return (struct answers_place){.review = review,
                                  .section = ANSWERS_ALL_SECTIONS};
}

static void build_answers(struct page *page)
{
    struct review review;
    struct answers_place place = all_questions(&review);

    answers_page(page, &place);
}

static void build_answers_mixed(struct page *page)
{
    struct review review;
    struct answers_place place = all_questions(&review);
    struct exam exam = sample_exam;

    exam.order = EXAM_ORDER_MIXED;
    review.exam = &exam;
    place.filter = REVIEW_WRONG;
    answers_page(page, &place);
}

static void build_answers_none(struct page *page)
{
    struct review review;
    struct answers_place place = all_questions(&review);

    place.section = 1;
    place.filter = REVIEW_MARKED;
    answers_page(page, &place);
}

static void all_questions_are_listed_with_what_became_of_them(void **state)
{
    (void)state;
    drawing_check_page("answers", &(struct ui){0}, build_answers);
    drawing_check_page("answers-mixed", &(struct ui){0}, build_answers_mixed);
    drawing_check_page("answers-none", &(struct ui){0}, build_answers_none);
}

static void filters_and_sections_move_the_place(void **state)
{
    struct review review;
    struct answers_place place = all_questions(&review);

    (void)state;
    assert_int_equal(answers_count(&place, INT_MAX), 5);
    place.pos = 2;
    answers_next_filter(&place); /* wrong: all but the third */
    assert_int_equal(place.filter, REVIEW_WRONG);
    assert_int_equal(place.pos, 3);
    assert_int_equal(answers_count(&place, 3), 3);
    answers_next_section(&place); /* that of the question */
    assert_int_equal(place.section, 1);
    assert_int_equal(place.pos, 3);
    answers_next_section(&place); /* the exam has no further one */
    assert_int_equal(place.section, ANSWERS_ALL_SECTIONS);
    place.pos = 4;
    answers_next_section(&place);
    assert_int_equal(place.section, 0);
    assert_int_equal(place.pos, 4);
    answers_next_section(&place);
    assert_int_equal(place.section, 1);
    assert_int_equal(place.pos, 3); /* nothing behind: the last before */
    answers_next_section(&place);
    assert_int_equal(place.section, ANSWERS_ALL_SECTIONS);
    answers_go(&place, 0);
    assert_int_equal(place.filter, REVIEW_WRONG); /* it is shown by that */
    answers_go(&place, 2);
    assert_int_equal(place.filter, REVIEW_ALL);
    assert_int_equal(place.pos, 2);
}

static void what_was_never_met_stays_unknown_after_abandoning(void **state)
{
    struct review review;
    struct answers_place place = all_questions(&review);

    (void)state;
    assert_true(answers_shows(&place, 4));
    review.attempt.state = SITTING_ABANDONED;
    assert_true(answers_shows(&place, 3));
    assert_false(answers_shows(&place, 4));
    assert_false(answers_may_show(&review, 4));
}

static void what_a_practice_did_not_show_stays_fresh(void **state)
{
    struct review review;
    struct review_item items[5];
    struct answers_place place = all_questions(&review);

    (void)state;
    memcpy(items, sample_review.items, sizeof items);
    items[4].scored.counts = false; /* as a practice scores it */
    review.items = items;
    assert_int_equal(answers_count(&place, INT_MAX), 4);
    assert_false(answers_may_show(&review, 4));
    assert_true(answers_may_show(&review, 3));
}

/* --- one question --------------------------------------------------------- */

static void build_answer_pretest(struct page *page)
{
    struct review_item item = sample_review.items[0];

    item.slot.scored = item.scored.counts = false;
    answer_page(page, &item);
}

static void build_answer(struct page *page)
{
    answer_page(page, &sample_review.items[0]);
}

static void build_answer_codes(struct page *page)
{
    answer_page(page, &sample_review.items[1]);
}

static void answers_are_explained(void **state)
{
    (void)state;
    drawing_check_page("answer", &(struct ui){0}, build_answer);
    drawing_check_page("answer-codes", &(struct ui){0}, build_answer_codes);
    drawing_check_page("answer-pretest", &(struct ui){0}, build_answer_pretest);
}

static void build_review(struct page *page)
{
    answer_review_page(page, &sample_review, 0);
}

static void build_review_bottom(struct page *page)
{
    build_review(page);
    page->top = INT_MAX / 2;
}

static void build_review_codes(struct page *page)
{
    answer_review_page(page, &sample_review, 1);
}

static void a_review_shows_first_answer_time_and_own_words(void **state)
{
    (void)state;
    drawing_check_page("answer-review", &(struct ui){0}, build_review);
    drawing_check_page("answer-review-bottom", &(struct ui){0},
                       build_review_bottom);
    drawing_check_page("answer-review-codes", &(struct ui){0},
                       build_review_codes);
}

static void answers_are_told_in_words(void **state)
{
    struct arena arena = {0};
    const struct {
        const struct item *item;
        const char *order, *answer, *words;
    } cases[] = {
        {&sample_single, "CBAD", "A", "C"},
        {&sample_single, "CBAD", "", ""},
        {&sample_multiple, "EDCBA", "AE", "A, E"},
        {&sample_codes, "", "dx=I50.23;;E11.22",
         "Diagnoses, principal first: I50.23; E11.22"},
        {&sample_codes, "", "dx=I50.23\npx=0DTJ4ZZ",
         "Diagnoses, principal first: I50.23. Procedure: 0DTJ4ZZ"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(answer_words(cases[i].item, cases[i].order,
                                         str_from(cases[i].answer), &arena),
                            cases[i].words);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_result_has_sections_with_intervals),
        cmocka_unit_test(an_abandoned_attempt_tells_what_was_seen),
        cmocka_unit_test(a_scaled_exam_shows_its_assumed_cuts),
        cmocka_unit_test(a_practice_has_no_verdict_and_nothing_missed),
        cmocka_unit_test(choices_of_the_result_are_acts_then_sections),
        cmocka_unit_test(sections_are_chosen_in_the_order_shown),
        cmocka_unit_test(two_attempts_stand_beside_each_other),
        cmocka_unit_test(all_questions_are_listed_with_what_became_of_them),
        cmocka_unit_test(filters_and_sections_move_the_place),
        cmocka_unit_test(what_was_never_met_stays_unknown_after_abandoning),
        cmocka_unit_test(what_a_practice_did_not_show_stays_fresh),
        cmocka_unit_test(answers_are_explained),
        cmocka_unit_test(a_review_shows_first_answer_time_and_own_words),
        cmocka_unit_test(answers_are_told_in_words),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
