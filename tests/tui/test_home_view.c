/* The first screen: what it shows at every size, and what its choices mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing.h"
#include "home_view.h"
#include "sample.h"

#include "proctor/platform/env.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static const enum command doors[] = {CMD_GO_PRACTICE, CMD_GO_WEAK, CMD_NONE};

static const struct interruption practice_waiting = {
    .attempt_id = 2,
    .exam_title = "Practice: ICD-10-CM diagnoses (cpc)",
    .saved_utc_ms = INT64_C(1795356300000),
    .answered = 3,
    .count = 20,
};

static struct area areas[] = {
    {.title = TEXT("10,000 series, integumentary system"),
     .asked = 12,
     .right = 7,
     .expected = 6,
     .lost = 2.37},
    {.title = TEXT("Never asked about")},
    {.title = TEXT("ICD-10-CM diagnoses"), .asked = 9, .right = 8},
    {.title = TEXT("Anatomy"), .asked = 3, .right = 1},
    {.title = TEXT("Not among the first three"), .asked = 8},
};

static const struct exam practice_set = {
    .id = TEXT("ncics"),
    .title = TEXT("Insurance coding specialist"),
    .version = TEXT("1"),
    .type = EXAM_PRACTICE_SET,
};
static struct section_supply supply[2];
static struct exam_entry exams[] = {
    {.exam = &sample_exam,
     .supply = supply,
     .needed = 100,
     .fillable = 100,
     .is_full = true},
    {.exam = &practice_set, .supply = supply, .needed = 60, .fillable = 41},
    {.exam = &practice_set, .supply = supply, .needed = 60},
    {.exam = &practice_set},
};

/* Somebody in the middle of their preparation, with nothing waiting. */
static struct home sample_home(struct attempt_row rows[3])
{
    rows[0] = sample_review.attempt;
    rows[0].earned = 350;
    rows[0].possible = 500;
    rows[0].verdict = VERDICT_PASSED;
    rows[0].is_short = true;
    rows[1] = rows[2] = rows[0];
    rows[1].mode = MODE_PRACTICE;
    rows[2].state = SITTING_ABANDONED;
    return (struct home){
        .exam = &sample_exam,
        .has_date = true,
        .days_left = 12,
        .results = {rows, 3},
        .items = 400,
        .is_counted = true,
        .fresh_mocks = 2,
        .areas = {.exam = &sample_exam,
                  .items = areas,
                  .count = 5,
                  .answers = 300},
    };
}

static struct home_view sample_view(const struct home *home)
{
    return (struct home_view){
        .now_utc_ms = sample_interruption.saved_utc_ms + 35 * 60000,
        .home = home,
        .next = NEXT_WEAK,
        .next_words = "Practise 10,000 series, integumentary system: about "
                      "58 % right is expected there, 70 are needed.",
        .exams = {.items = exams, .count = 4},
        .doors = doors,
    };
}

static void build_usual(struct page *page)
{
    struct attempt_row rows[3];
    struct home home = sample_home(rows);
    struct home_view view = sample_view(&home);
    struct home_choices choices;

    home_page(page, &view, &choices);
}

static void build_waiting(struct page *page)
{
    struct attempt_row rows[3];
    struct home home = sample_home(rows);
    struct home_view view = sample_view(&home);
    struct home_choices choices;

    home.is_running = home.practice_runs = true;
    home.running = sample_interruption;
    home.practice = practice_waiting;
    home.is_counted = false;
    view.is_remote = true;
    view.next = NEXT_RESUME;
    view.next_words = "An exam waits: 45 of 100 answered. Its clock may be "
                      "running on.";
    home_page(page, &view, &choices);
}

static void build_read_only(struct page *page)
{
    struct attempt_row rows[3];
    struct home home = sample_home(rows);
    struct home_view view = sample_view(&home);
    struct home_choices choices;

    home.is_running = true;
    home.running = sample_interruption;
    view.read_only_holder =
        "process 4711 on oak is using the database; close it first";
    home_page(page, &view, &choices);
}

static void build_empty(struct page *page)
{
    struct home home = {0};
    struct home_view view = {
        .home = &home,
        .next = NEXT_IMPORT,
        .next_words = "No questions are loaded: load a question bank.",
        .doors = doors,
    };
    struct home_choices choices;

    home_page(page, &view, &choices);
}

static void the_first_screen_says_where_one_stands(void **state)
{
    (void)state;
    drawing_check_page("home", &(struct ui){0}, build_usual);
    drawing_check_page("home-empty", &(struct ui){0}, build_empty);
}

static void what_waits_and_troubles_stand_above(void **state)
{
    (void)state;
    drawing_check_page("home-waiting", &(struct ui){0}, build_waiting);
    drawing_check_page("home-read-only", &(struct ui){0}, build_read_only);
}

/* Builds it at 80 columns and this height. */
static struct home_choices choices_at(struct page *page, int height,
                                      const struct home_view *view)
{
    struct home_choices choices;

    page_begin(page, 80, height, false);
    home_page(page, view, &choices);
    page_end(page);
    assert_int_equal(choices.count, page->choice_count);
    return choices;
}

static void each_choice_leads_to_what_it_shows(void **state)
{
    static const enum home_goal goals[] = {
        HOME_NEXT,      HOME_PRACTICE, HOME_WEAK_AREA, HOME_WEAK_AREA,
        HOME_WEAK_AREA, HOME_RESULT,   HOME_RESULT,    HOME_EXAM,
        HOME_EXAM,      HOME_EXAM,     HOME_EXAM,      HOME_DOOR,
        HOME_DOOR,
    };
    struct attempt_row rows[3];
    struct home home = sample_home(rows);
    struct home_view view = sample_view(&home);
    struct home_choices choices;
    struct page page = {0};

    (void)state;
    home.practice_runs = true;
    home.practice = practice_waiting;
    choices = choices_at(&page, 18, &view);
    assert_int_equal(choices.count, sizeof goals / sizeof *goals);
    for (size_t i = 0; i < choices.count; i++)
        assert_int_equal(choices.items[i].goal, goals[i]);
    assert_int_equal(choices.items[3].index, 2); /* past what is not told */
    assert_int_equal(choices.items[4].index, 3);
    assert_int_equal(choices.items[6].index, 1);
    assert_int_equal(choices.items[10].index, 3);
    assert_int_equal(choices.items[12].index, 1);
    page_finish(&page);
}

static void a_tall_screen_shows_more_results(void **state)
{
    struct attempt_row rows[3];
    struct home home = sample_home(rows);
    struct home_view view = sample_view(&home);
    struct page page = {0};
    size_t few, more;

    (void)state;
    few = choices_at(&page, 23, &view).count;
    more = choices_at(&page, 24, &view).count;
    assert_int_equal(more, few + 1);
    page_finish(&page);
}

static void who_may_only_read_is_offered_nothing_to_do_next(void **state)
{
    struct attempt_row rows[3];
    struct home home = sample_home(rows);
    struct home_view view = sample_view(&home);
    struct home_choices choices;
    struct page page = {0};

    (void)state;
    home.practice_runs = true;
    home.practice = practice_waiting;
    view.read_only_holder = "";
    choices = choices_at(&page, 18, &view);
    assert_int_equal(choices.items[0].goal, HOME_WEAK_AREA);
    page_finish(&page);
}

static void expect_words(const struct home *home, const char *words)
{
    struct home_view view = sample_view(home);
    struct page page = {0};

    choices_at(&page, 18, &view);
    if (page_search(&page, str_from(words), 0) < 0)
        fail_msg("not on the page: %s", words);
    page_finish(&page);
}

static void days_are_told_as_people_say_them(void **state)
{
    static const struct {
        int days;
        const char *words;
    } cases[] = {
        {12, "12 days to your exam."},     {1, "your exam is tomorrow."},
        {0, "your exam is today."},        {-1, "your exam was yesterday."},
        {-3, "your exam was 3 days ago."},
    };
    struct attempt_row rows[3];
    struct home home = sample_home(rows);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        home.days_left = cases[i].days;
        expect_words(&home, cases[i].words);
    }
    home.has_date = false;
    expect_words(&home, "no exam date is set.");
}

static void fresh_mocks_are_told_in_words(void **state)
{
    static const struct {
        int mocks;
        const char *words;
    } cases[] = {
        {-1, "No full mock exam can be drawn"},
        {0, "No fresh mock exam is left"},
        {1, "1 fresh mock exam left; what they need is kept back"},
        {9, "9 or more fresh mock exams left"},
    };
    struct attempt_row rows[3];
    struct home home = sample_home(rows);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        home.fresh_mocks = cases[i].mocks;
        expect_words(&home, cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_screen_says_where_one_stands),
        cmocka_unit_test(what_waits_and_troubles_stand_above),
        cmocka_unit_test(each_choice_leads_to_what_it_shows),
        cmocka_unit_test(a_tall_screen_shows_more_results),
        cmocka_unit_test(who_may_only_read_is_offered_nothing_to_do_next),
        cmocka_unit_test(days_are_told_as_people_say_them),
        cmocka_unit_test(fresh_mocks_are_told_in_words),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
