/* What an ended attempt tells beside the marks, worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/domain/retrospect.h"

enum { MOST = 16 };

/* One question as a test writes it. */
struct answered {
    int64_t seconds; /* negative: never displayed */
    const char *first, *last;
    int first_earned, earned;
};

struct attempt {
    struct arena arena;
    struct exam exam;
    struct exam_section sections[2];
    struct item item;
    struct response responses[MOST];
    struct retrospect_item items[MOST];
    size_t count;
    int64_t target_ms;
    struct retrospect result;
};

static const char *text_or_null(const char *text)
{
    return text && text[0] != '\0' ? text : NULL;
}

/* Questions of four options, alternating between two sections. */
static void begin(struct attempt *attempt, const struct answered *answered,
                  size_t count)
{
    memset(attempt, 0, sizeof *attempt);
    attempt->item = build_choice(&attempt->arena, "w|x|y|z", "B");
    attempt->exam = (struct exam){
        .sections = attempt->sections,
        .section_count = 2,
    };
    attempt->count = count;
    attempt->target_ms = 144000;
    for (size_t i = 0; i < count; i++) {
        const struct answered *it = &answered[i];
        bool reached = it->seconds >= 0;
        const char *last = text_or_null(it->last);
        const char *first = text_or_null(it->first);

        attempt->responses[i] = (struct response){
            .answer = last ? arena_strdup(&attempt->arena, last) : NULL,
            .first_answer = first ? arena_strdup(&attempt->arena, first) : NULL,
            .sure = -1,
            .visits = reached,
            .time_ms = reached ? it->seconds * 1000 : 0,
        };
        attempt->items[i] = (struct retrospect_item){
            .item = &attempt->item,
            .response = &attempt->responses[i],
            .scored = {.score = {it->earned, 100},
                       .section = (int)i % 2,
                       .counts = true,
                       .blank = !last,
                       .reached = reached},
            .first_earned = it->first_earned,
        };
    }
}

static const struct retrospect *look_back(struct attempt *attempt)
{
    retrospect_of(&attempt->exam, attempt->target_ms, attempt->items,
                  attempt->count, &attempt->arena, &attempt->result);
    return &attempt->result;
}

static void finish(struct attempt *attempt)
{
    arena_finish(&attempt->arena);
}

/* The example of docs/retrospect.md. */
static const struct answered example[] = {
    {60, "B", "B", 100, 100}, {90, "A", "B", 0, 100}, {120, "C", "C", 0, 0},
    {200, "B", "C", 100, 0},  {300, "A", "C", 0, 0},  {30, "B", "B", 100, 100},
    {45, "", "", 0, 0},       {-1, "", "", 0, 0},
};
enum { EXAMPLE = sizeof example / sizeof *example };

static void assert_spread(const struct time_spread *spread, int count,
                          int64_t total_ms, int64_t lower_ms, int64_t median_ms,
                          int64_t upper_ms)
{
    assert_int_equal(spread->count, count);
    assert_int_equal(spread->total_ms, total_ms);
    assert_int_equal(spread->lower_ms, lower_ms);
    assert_int_equal(spread->median_ms, median_ms);
    assert_int_equal(spread->upper_ms, upper_ms);
}

static void times_have_quartiles_by_right_and_by_section(void **state)
{
    struct attempt attempt;
    const struct retrospect *result;
    (void)state;

    begin(&attempt, example, EXAMPLE);
    result = look_back(&attempt);
    assert_int_equal(result->target_ms, 144000);
    /* 30 45 60 90 120 200 300 */
    assert_spread(&result->all, 7, 845000, 52500, 90000, 160000);
    /* 30 60 90 */
    assert_spread(&result->right, 3, 180000, 45000, 60000, 75000);
    /* 45 120 200 300 */
    assert_spread(&result->wrong, 4, 665000, 101250, 160000, 225000);
    assert_int_equal(result->section_count, 2);
    /* 45 60 120 300 */
    assert_spread(&result->sections[0].all, 4, 525000, 56250, 90000, 165000);
    assert_spread(&result->sections[0].right, 1, 60000, 60000, 60000, 60000);
    /* 30 90 200 */
    assert_spread(&result->sections[1].all, 3, 320000, 60000, 90000, 145000);
    assert_spread(&result->sections[1].wrong, 1, 200000, 200000, 200000,
                  200000);
    assert_int_equal(result->not_reached, 1);
    finish(&attempt);
}

static void quartiles_are_rounded_to_the_nearest_millisecond(void **state)
{
    struct attempt attempt;
    (void)state;

    begin(&attempt, example, 2);
    attempt.responses[0].time_ms = 0;
    attempt.responses[1].time_ms = 3;
    look_back(&attempt);
    /* 0.75, 1.5 and 2.25 */
    assert_spread(&attempt.result.all, 2, 3, 1, 2, 2);
    finish(&attempt);
}

static void the_slowest_stand_first_and_ties_by_place(void **state)
{
    static const struct answered answered[] = {
        {10, "B", "B", 0, 0}, {50, "B", "B", 0, 0}, {70, "B", "B", 0, 0},
        {50, "B", "B", 0, 0}, {90, "B", "B", 0, 0}, {-1, "", "", 0, 0},
        {50, "B", "B", 0, 0}, {50, "B", "B", 0, 0},
    };
    static const int expected[RETROSPECT_SLOWEST] = {4, 2, 1, 3, 6};
    struct answered rising[7];
    struct attempt attempt;
    (void)state;

    begin(&attempt, answered, 8);
    look_back(&attempt);
    assert_int_equal(attempt.result.slowest_count, RETROSPECT_SLOWEST);
    assert_memory_equal(attempt.result.slowest, expected, sizeof expected);
    finish(&attempt);
    begin(&attempt, answered, 1);
    look_back(&attempt);
    assert_int_equal(attempt.result.slowest_count, 1);
    assert_int_equal(attempt.result.slowest[0], 0);
    finish(&attempt);
    /* Each is slower than all before it. */
    for (int i = 0; i < 7; i++)
        rising[i] = (struct answered){i + 1, "B", "B", 0, 0};
    begin(&attempt, rising, 7);
    look_back(&attempt);
    for (int i = 0; i < RETROSPECT_SLOWEST; i++)
        assert_int_equal(attempt.result.slowest[i], 6 - i);
    finish(&attempt);
}

static void changed_answers_are_counted_by_what_they_earn(void **state)
{
    struct attempt attempt;
    const struct retrospect *result;
    (void)state;

    begin(&attempt, example, EXAMPLE);
    result = look_back(&attempt);
    assert_int_equal(result->changed, 3);
    assert_int_equal(result->wrong_to_right, 1);
    assert_int_equal(result->right_to_wrong, 1);
    assert_int_equal(result->wrong_to_wrong, 1);
    assert_int_equal(result->earned, 300);
    assert_int_equal(result->first_earned, 300);
    finish(&attempt);
}

/* Half marks are not right; an answer taken away is no other answer. */
static void a_change_within_the_same_marks_is_a_change(void **state)
{
    static const struct answered answered[] = {
        {10, "A", "B", 100, 100},
        {10, "A", "B", 50, 100},
        {10, "B", "A", 100, 50},
        {10, "A", "", 100, 0},
    };
    struct attempt attempt;
    const struct retrospect *result;
    (void)state;

    begin(&attempt, answered, 4);
    result = look_back(&attempt);
    assert_int_equal(result->changed, 3);
    assert_int_equal(result->wrong_to_right, 1);
    assert_int_equal(result->right_to_wrong, 1);
    assert_int_equal(result->wrong_to_wrong, 0);
    assert_int_equal(result->earned, 250);
    assert_int_equal(result->first_earned, 350);
    finish(&attempt);
}

static void what_does_not_count_has_times_and_no_marks(void **state)
{
    struct attempt attempt;
    const struct retrospect *result;
    (void)state;

    begin(&attempt, example, EXAMPLE);
    for (int i = 3; i < EXAMPLE; i++)
        attempt.items[i].scored.counts = false;
    result = look_back(&attempt);
    assert_int_equal(result->all.count, 7);
    assert_int_equal(result->right.count, 2);
    assert_int_equal(result->wrong.count, 1);
    assert_int_equal(result->changed, 1);
    assert_int_equal(result->earned, 200);
    assert_int_equal(result->first_earned, 100);
    assert_int_equal(result->blank, 0);
    assert_int_equal(result->not_reached, 0);
    assert_int_equal(result->last_count, 3);
    assert_int_equal(result->slowest[0], 4);
    finish(&attempt);
}

static void the_last_ten_displayed_are_looked_at(void **state)
{
    struct answered answered[13];
    struct attempt attempt;
    const struct retrospect *result;
    (void)state;

    for (int i = 0; i < 13; i++)
        answered[i] = (struct answered){i + 1, "B", "B", 0, i % 2 * 100};
    answered[12].seconds = -1;
    begin(&attempt, answered, 13);
    result = look_back(&attempt);
    /* Places 3 to 12: 3 + 4 + ... + 12 seconds. */
    assert_int_equal(result->last_count, RETROSPECT_LAST);
    assert_int_equal(result->last_right, 5);
    assert_int_equal(result->last_ms, 75000);
    finish(&attempt);
}

static void a_blank_is_worth_what_guessing_earns(void **state)
{
    static const struct {
        const char *options, *keys;
        bool any_key;
        int points, chance;
    } cases[] = {
        {"a|b|c|d", "B", false, 1, 25},
        {"a|b|c", "B", false, 1, 33},
        {"a|b|c|d|e", "AC", false, 1, 10},    /* one pair of 10 */
        {"a|b|c|d|e|f", "ACE", false, 2, 10}, /* one of 20, two marks */
        {"a|b|c|d", "AC", true, 1, 50},       /* two of four */
        {"a|b|c|d|e|f|g|h|i|j|k|l", "A", false, 1, 8},
        {"a|b|c|d|e|f|g|h|i|j|k|l", "ABCDEF", false, 1, 0}, /* of 924 */
    };
    static const struct answered blank = {5, "", "", 0, 0};
    struct attempt attempt;
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(&attempt, &blank, 1);
        attempt.item =
            build_choice(&attempt.arena, cases[i].options, cases[i].keys);
        attempt.item.any_key = cases[i].any_key;
        attempt.items[0].scored.score.possible = 100 * cases[i].points;
        look_back(&attempt);
        assert_int_equal(attempt.result.blank, 1);
        assert_int_equal(attempt.result.chances, cases[i].chance);
        finish(&attempt);
    }
}

static void typed_codes_left_blank_are_no_chance(void **state)
{
    static const struct answered blank = {5, "", "", 0, 0};
    struct attempt attempt;
    struct code_field field;
    (void)state;

    begin(&attempt, &blank, 1);
    field = build_field(&attempt.arena, CODE_ICD_10_CM, "I10", "");
    attempt.item = build_codes(&attempt.arena, &field, 1);
    look_back(&attempt);
    assert_int_equal(attempt.result.blank, 0);
    assert_int_equal(attempt.result.chances, 0);
    finish(&attempt);
}

static void slow_is_more_than_half_again_the_target(void **state)
{
    struct response response = {.time_ms = 216000};
    (void)state;

    assert_false(response_is_slow(&response, 144000));
    response.time_ms++;
    assert_true(response_is_slow(&response, 144000));
    assert_false(response_is_slow(&response, 0));
}

static void changed_is_another_answer_than_at_first(void **state)
{
    char a[] = "A", b[] = "B", again[] = "A";
    const struct response cases[] = {
        {.answer = b, .first_answer = a},
        {.answer = again, .first_answer = a},
        {.first_answer = a},
        {0},
    };
    (void)state;

    assert_true(response_is_changed(&cases[0]));
    assert_false(response_is_changed(&cases[1]));
    assert_false(response_is_changed(&cases[2]));
    assert_false(response_is_changed(&cases[3]));
}

static void an_attempt_without_questions_tells_nothing(void **state)
{
    struct attempt attempt;
    const struct retrospect *result;
    (void)state;

    begin(&attempt, NULL, 0);
    result = look_back(&attempt);
    assert_int_equal(result->all.count, 0);
    assert_int_equal(result->slowest_count, 0);
    assert_int_equal(result->last_count, 0);
    finish(&attempt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_have_quartiles_by_right_and_by_section),
        cmocka_unit_test(quartiles_are_rounded_to_the_nearest_millisecond),
        cmocka_unit_test(the_slowest_stand_first_and_ties_by_place),
        cmocka_unit_test(changed_answers_are_counted_by_what_they_earn),
        cmocka_unit_test(a_change_within_the_same_marks_is_a_change),
        cmocka_unit_test(what_does_not_count_has_times_and_no_marks),
        cmocka_unit_test(the_last_ten_displayed_are_looked_at),
        cmocka_unit_test(a_blank_is_worth_what_guessing_earns),
        cmocka_unit_test(typed_codes_left_blank_are_no_chance),
        cmocka_unit_test(slow_is_more_than_half_again_the_target),
        cmocka_unit_test(changed_is_another_answer_than_at_first),
        cmocka_unit_test(an_attempt_without_questions_tells_nothing),
    };

    return cmocka_run_group_tests_name("retrospect", tests, NULL, NULL);
}
