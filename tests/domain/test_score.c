/* Marks of choices and of attempts, passing, and numbers as text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/domain/score.h"

static void a_choice_is_right_or_wrong(void **state)
{
    static const struct {
        const char *keys;
        bool any_key;
        const char *answer;
        int earned, partial;
    } cases[] = {
        {"B", false, "B", 100, 100}, {"B", false, "A", 0, 0},
        {"B", false, "", 0, 0},      {"AC", false, "AC", 100, 100},
        {"AC", false, "A", 0, 50},   {"AC", false, "AB", 0, 50},
        {"AC", false, "BD", 0, 0},   {"ACD", false, "ABC", 0, 66},
        {"BC", true, "B", 100, 100}, {"BC", true, "C", 100, 100},
        {"BC", true, "A", 0, 0},     {"BC", true, "BC", 0, 200},
    };
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct item item = build_choice(&arena, "a|b|c|d", cases[i].keys);
        int partial = -1;
        struct score score;

        item.any_key = cases[i].any_key;
        score = score_item(&item, str_from(cases[i].answer), 1, &arena, NULL,
                           &partial);
        assert_int_equal(score.possible, 100);
        assert_int_equal(score.earned, cases[i].earned);
        if (strlen(cases[i].answer) <= item_choose_count(&item))
            assert_int_equal(partial, cases[i].partial);
    }
    arena_finish(&arena);
}

static void points_multiply_both_sides(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b", "A");
    struct score score = score_item(&item, STR("A"), 3, &arena, NULL, NULL);
    (void)state;

    assert_int_equal(score.earned, 300);
    assert_int_equal(score.possible, 300);
    assert_int_equal(score_possible(&item, 3), 300);
    arena_finish(&arena);
}

static void an_item_without_a_key_earns_nothing(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b", "");
    int partial = -1;
    (void)state;

    item.kind = ITEM_MULTIPLE;
    assert_int_equal(
        score_item(&item, STR("A"), 1, &arena, NULL, &partial).earned, 0);
    assert_int_equal(partial, 0);
    assert_int_equal(score_item(&item, STR(""), 1, &arena, NULL, NULL).earned,
                     0);
    arena_finish(&arena);
}

/* Two sections; the third item is pretest, the fourth has no section. */
static struct result score_small(struct arena *arena, const struct exam *exam,
                                 bool ended_well)
{
    static const struct scored_item items[] = {
        {{100, 100}, 0, true, false, true},
        {{0, 100}, 0, true, true, false},
        {{100, 100}, 0, false, false, true},
        {{100, 100}, -1, true, false, true},
        {{250, 500}, 1, true, false, true},
    };
    struct result result;

    score_attempt(exam, items, 5, ended_well, arena, &result);
    return result;
}

static struct exam two_sections(struct exam_section *sections)
{
    return (struct exam){.sections = sections,
                         .section_count = 2,
                         .pass = {.kind = PASS_PERCENT, .percent = 56}};
}

static void an_attempt_adds_up_what_counts(void **state)
{
    struct exam_section sections[2] = {{.points = 1}, {.points = 1}};
    struct exam exam = two_sections(sections);
    struct arena arena = {0};
    struct result result = score_small(&arena, &exam, true);
    (void)state;

    assert_int_equal(result.score.earned, 450);
    assert_int_equal(result.score.possible, 800);
    assert_int_equal(result.asked, 4);
    assert_int_equal(result.right, 2);
    assert_int_equal(result.blank, 1);
    assert_int_equal(result.not_reached, 1);
    assert_int_equal(result.section_count, 2);
    assert_int_equal(result.sections[0].score.earned, 100);
    assert_int_equal(result.sections[0].score.possible, 200);
    assert_int_equal(result.sections[0].asked, 2);
    assert_int_equal(result.sections[0].right, 1);
    assert_int_equal(result.sections[0].blank, 1);
    assert_int_equal(result.sections[1].score.earned, 250);
    assert_int_equal(result.cut, 56);
    assert_int_equal(result.needed, 448);
    assert_int_equal(result.verdict, VERDICT_PASSED);
    arena_finish(&arena);
}

static void a_verdict_needs_a_rule_an_exam_and_an_end(void **state)
{
    static const struct {
        enum exam_type type;
        enum pass_kind kind;
        int percent, verdict_cut;
        bool ended_well;
        enum verdict verdict;
        int cut, needed;
    } cases[] = {
        {EXAM_MOCK, PASS_PERCENT, 56, 0, true, VERDICT_PASSED, 56, 448},
        {EXAM_MOCK, PASS_PERCENT, 57, 0, true, VERDICT_NOT_PASSED, 57, 456},
        {EXAM_MOCK, PASS_PERCENT, 56, 0, false, VERDICT_NONE, 56, 448},
        {EXAM_MOCK, PASS_SCALED, 0, 50, true, VERDICT_PASSED, 50, 400},
        {EXAM_MOCK, PASS_SCALED, 0, 70, true, VERDICT_NOT_PASSED, 70, 560},
        {EXAM_MOCK, PASS_SCALED, 0, 0, true, VERDICT_NONE, 0, 0},
        {EXAM_MOCK, PASS_NONE, 0, 0, true, VERDICT_NONE, 0, 0},
        {EXAM_PRACTICE_SET, PASS_PERCENT, 56, 0, true, VERDICT_NONE, 0, 0},
        {EXAM_TUTORIAL, PASS_PERCENT, 56, 0, true, VERDICT_NONE, 0, 0},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exam_section sections[2] = {{.points = 1}, {.points = 1}};
        struct exam exam = two_sections(sections);
        struct arena arena = {0};
        struct result result;

        exam.type = cases[i].type;
        exam.pass.kind = cases[i].kind;
        exam.pass.percent = cases[i].percent;
        exam.pass.verdict_cut = cases[i].verdict_cut;
        result = score_small(&arena, &exam, cases[i].ended_well);
        assert_int_equal(result.verdict, cases[i].verdict);
        assert_int_equal(result.cut, cases[i].cut);
        assert_int_equal(score_cut(&exam), cases[i].cut);
        assert_int_equal(result.needed, cases[i].needed);
        arena_finish(&arena);
    }
}

static void nothing_that_counts_is_no_verdict(void **state)
{
    struct exam_section sections[2] = {{.points = 1}, {.points = 1}};
    struct exam exam = two_sections(sections);
    struct arena arena = {0};
    struct result result;
    (void)state;

    score_attempt(&exam, NULL, 0, true, &arena, &result);
    assert_int_equal(result.verdict, VERDICT_NONE);
    assert_int_equal(result.needed, 0);
    arena_finish(&arena);
}

/* The marks needed and the verdict are one rule seen from two sides. */
static void needed_marks_and_passing_never_disagree(void **state)
{
    (void)state;

    assert_false(score_passes((struct score){6900, 10000}, 70));
    assert_true(score_passes((struct score){7000, 10000}, 70));
    assert_int_equal(score_needed(10000, 70), 7000);
    assert_int_equal(score_needed(9700, 65), 6305);
    assert_int_equal(score_needed(150, 33), 50);
    assert_int_equal(score_needed(INT32_MAX, 100), INT32_MAX);
    for (int possible = 0; possible <= 1500; possible += 50) {
        for (int percent = 0; percent <= 100; percent++) {
            int needed = score_needed(possible, percent);

            for (int earned = 0; earned <= possible; earned += 25)
                assert_int_equal(score_passes((struct score){earned, possible},
                                              percent),
                                 earned >= needed);
        }
    }
}

static void marks_are_written_as_people_do(void **state)
{
    static const struct {
        int hundredths;
        const char *text;
    } cases[] = {
        {0, "0"},    {6900, "69"}, {6950, "69.5"}, {6305, "63.05"},
        {5, "0.05"}, {50, "0.5"},  {100, "1"},     {INT32_MAX, "21474836.47"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[MARKS_SIZE];

        marks_format(cases[i].hundredths, text);
        assert_string_equal(text, cases[i].text);
    }
}

/* Computed from the published formula by other means. */
static void wilson_intervals_are_known(void **state)
{
    static const struct {
        int right, asked, low, high;
    } cases[] = {
        {7, 12, 32, 81}, {0, 10, 0, 28}, {10, 10, 72, 100}, {50, 100, 40, 60},
        {1, 1, 21, 100}, {0, 0, 0, 100}, {70, 100, 60, 78}, {700, 1000, 67, 73},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct interval interval =
            wilson_interval(cases[i].right, cases[i].asked);

        assert_int_equal(interval.low, cases[i].low);
        assert_int_equal(interval.high, cases[i].high);
    }
}

static void sums_hold_at_the_largest_number(void **state)
{
    struct exam exam = {.pass = {.kind = PASS_PERCENT, .percent = 70}};
    struct scored_item items[2] = {
        {{INT32_MAX, INT32_MAX}, -1, true, false, true},
        {{INT32_MAX, INT32_MAX}, -1, true, false, true}};
    struct arena arena = {0};
    struct result result;
    (void)state;

    score_attempt(&exam, items, 2, true, &arena, &result);
    assert_int_equal(result.score.possible, INT32_MAX);
    assert_int_equal(result.verdict, VERDICT_PASSED);
    arena_finish(&arena);
}

static void ids_and_labels_are_there(void **state)
{
    enum verdict verdict;
    (void)state;

    assert_true(verdict_from_id(STR("not_passed"), &verdict));
    assert_string_equal(verdict_id(verdict), "not_passed");
    assert_string_equal(verdict_label(verdict), "not passed");
    assert_false(verdict_from_id(STR("failed"), &verdict));
    for (int i = 0; i < ENTRY_VERDICT_COUNT; i++)
        assert_true(strlen(entry_verdict_label((enum entry_verdict)i)) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_choice_is_right_or_wrong),
        cmocka_unit_test(points_multiply_both_sides),
        cmocka_unit_test(an_item_without_a_key_earns_nothing),
        cmocka_unit_test(an_attempt_adds_up_what_counts),
        cmocka_unit_test(a_verdict_needs_a_rule_an_exam_and_an_end),
        cmocka_unit_test(nothing_that_counts_is_no_verdict),
        cmocka_unit_test(needed_marks_and_passing_never_disagree),
        cmocka_unit_test(marks_are_written_as_people_do),
        cmocka_unit_test(wilson_intervals_are_known),
        cmocka_unit_test(sums_hold_at_the_largest_number),
        cmocka_unit_test(ids_and_labels_are_there),
    };

    return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
