/* Golden drawings of what was sat, how marks went, where they are lost and what
 * a search finds. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "areas_view.h"
#include "drawing.h"
#include "history_view.h"
#include "search_view.h"
#include "trend_view.h"

#include "proctor/platform/env.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define DAY_MS INT64_C(86400000)
#define FIRST_DAY_MS INT64_C(1790000000000)

static const struct ui accessible = {.accessible = true};

/* --- attempts ------------------------------------------------------------- */

#define MOCK                                                                   \
    .mode = MODE_EXAM, .exam = "cpc", .limit_ms = INT64_C(14400000),           \
    .exam_title = "Certified Professional Coder (CPC)", .has_result = true

static struct attempt_row rows[] = {
    {.mode = MODE_PRACTICE,
     .state = SITTING_SUBMITTED,
     .started_utc_ms = FIRST_DAY_MS + 40 * DAY_MS,
     .exam = "practice-12ab",
     .exam_title = "Practice: 10,000 series, integumentary system (cpc)",
     .time_percent = 100,
     .has_result = true,
     .earned = 1350,
     .possible = 2000},
    {MOCK, .state = SITTING_SUBMITTED, .time_percent = 150,
     .started_utc_ms = FIRST_DAY_MS + 36 * DAY_MS, .earned = 7150,
     .possible = 10000, .verdict = VERDICT_PASSED},
    {MOCK, .state = SITTING_TIMED_OUT, .time_percent = 100,
     .started_utc_ms = FIRST_DAY_MS + 30 * DAY_MS, .earned = 6990,
     .possible = 10000, .verdict = VERDICT_NOT_PASSED},
    {MOCK, .state = SITTING_SUBMITTED, .time_percent = 100,
     .started_utc_ms = FIRST_DAY_MS + 20 * DAY_MS, .earned = 4000,
     .possible = 6000, .verdict = VERDICT_NOT_PASSED, .is_short = true,
     .interrupted = true},
    {MOCK, .state = SITTING_ABANDONED, .time_percent = 100,
     .started_utc_ms = FIRST_DAY_MS, .earned = 300, .possible = 10000},
    {.mode = MODE_REDO,
     .state = SITTING_RUNNING,
     .started_utc_ms = FIRST_DAY_MS,
     .exam = "practice-34cd",
     .exam_title = "Questions you missed",
     .time_percent = 100},
};

static void build_history(struct page *page)
{
    history_page(page, &(struct attempt_rows){rows, COUNT(rows)});
}

static void build_history_empty(struct page *page)
{
    history_page(page, &(struct attempt_rows){0});
}

static void all_attempts_are_listed_with_their_conditions(void **state)
{
    (void)state;
    drawing_check_page("history", &(struct ui){0}, build_history);
    drawing_check_page("history-empty", &(struct ui){0}, build_history_empty);
}

static void a_percent_is_never_rounded_up(void **state)
{
    struct arena arena = {0};

    (void)state;
    assert_string_equal(history_percent(&rows[2], &arena), "69 %");
    assert_string_equal(history_percent(&rows[5], &arena), "");
    assert_string_equal(history_marks(&rows[2], &arena), "69.9 of 100");
    arena_finish(&arena);
}

/* --- marks over time ------------------------------------------------------ */

static struct trend_point points[] = {
    {.earned = 4000,
     .possible = 6000,
     .asked = 60,
     .right = 40,
     .attempt = &rows[3]},
    {.earned = 6990,
     .possible = 10000,
     .asked = 100,
     .right = 69,
     .attempt = &rows[2]},
    {.earned = 7150,
     .possible = 10000,
     .asked = 100,
     .right = 71,
     .attempt = &rows[1]},
};
static const struct trend trend = {.title = TEXT("Certified Professional Coder "
                                                 "(CPC)"),
                                   .pass_percent = 70,
                                   .points = points,
                                   .count = COUNT(points)};

static void build_trend(struct page *page)
{
    trend_page(page, &(struct trend_view){
                         .trend = &trend, .draws = true, .ink = INK_BLOCKS});
}

static void build_trend_plain(struct page *page)
{
    struct trend section = trend;

    section.title = STR("10,000 series, integumentary system");
    section.section = STR("skin");
    section.is_assumed = true;
    trend_page(page, &(struct trend_view){.trend = &section});
}

static void build_trend_empty(struct page *page)
{
    struct trend none = trend;

    none.count = 0;
    trend_page(page, &(struct trend_view){.trend = &none, .draws = true});
}

static void marks_over_time_are_drawn_and_told(void **state)
{
    (void)state;
    drawing_check_page("trend", &(struct ui){0}, build_trend);
    drawing_check_page("trend-accessible", &accessible, build_trend_plain);
    drawing_check_page("trend-empty", &(struct ui){0}, build_trend_empty);
}

static void choices_of_a_trend_are_its_attempts_newest_first(void **state)
{
    (void)state;
    assert_ptr_equal(trend_choice(&trend, 0), &points[2]);
    assert_ptr_equal(trend_choice(&trend, 2), &points[0]);
    assert_null(trend_choice(&trend, 3));
    assert_null(trend_choice(&trend, -1));
}

/* --- weak areas ----------------------------------------------------------- */

static struct area sections[] = {
    {.title = TEXT("10,000 series, integumentary system"),
     .asked = 24,
     .right = 11,
     .expected = 6,
     .interval = {28, 65},
     .estimate = 0.512,
     .lost = 2.93},
    {.title = TEXT("ICD-10-CM diagnoses"),
     .asked = 12,
     .right = 7,
     .expected = 5.5,
     .interval = {32, 81},
     .estimate = 0.604,
     .lost = 2.18},
    {.title = TEXT("Evaluation and management"),
     .asked = 40,
     .right = 36,
     .expected = 6,
     .interval = {77, 96},
     .estimate = 0.86,
     .lost = 0.84},
    {.title = TEXT("Compliance and regulatory"),
     .asked = 3,
     .right = 1,
     .expected = 3},
    {.title = TEXT("Coding guidelines"), .expected = 7},
};

static struct area topics[] = {
    {.title = TEXT("CPT"),
     .asked = 36,
     .right = 18,
     .has_below = true,
     .interval = {34, 66},
     .estimate = 0.53},
    {.title = TEXT("Surgery"),
     .depth = 1,
     .asked = 24,
     .right = 11,
     .has_below = true,
     .interval = {28, 65},
     .estimate = 0.512},
    {.title = TEXT("Integumentary system"),
     .depth = 2,
     .asked = 7,
     .right = 2,
     .interval = {8, 64},
     .estimate = 0.47},
    {.title = TEXT("Nervous system"), .depth = 2, .asked = 2, .right = 2},
    {.title = TEXT("Anatomy"),
     .asked = 8,
     .right = 7,
     .interval = {53, 98},
     .estimate = 0.74},
};

static void build_areas_as(struct page *page, bool bars)
{
    const struct areas areas = {.items = sections,
                                .count = COUNT(sections),
                                .answers = 120,
                                .counted = 79};

    areas_page(page, &(struct areas_view){.areas = &areas,
                                          .look = {bars, INK_BLOCKS}});
}

static void build_areas(struct page *page)
{
    build_areas_as(page, true);
}

static void build_areas_plain(struct page *page)
{
    build_areas_as(page, false);
}

static void build_topics(struct page *page)
{
    const struct areas areas = {.by_topic = true,
                                .items = topics,
                                .count = COUNT(topics),
                                .answers = 44,
                                .counted = 44};

    areas_page(page, &(struct areas_view){.areas = &areas,
                                          .look = {true, INK_BLOCKS}});
}

static void build_areas_thin(struct page *page)
{
    const struct areas areas = {.items = sections + 3, .count = 2};

    areas_page(page, &(struct areas_view){.areas = &areas,
                                          .look = {true, INK_BLOCKS}});
}

static void areas_say_what_costs_most_and_how_sure_that_is(void **state)
{
    (void)state;
    drawing_check_page("areas", &(struct ui){0}, build_areas);
    drawing_check_page("areas-accessible", &accessible, build_areas_plain);
    drawing_check_page("areas-topics", &(struct ui){0}, build_topics);
    drawing_check_page("areas-thin", &(struct ui){0}, build_areas_thin);
}

static void build_evidence(struct page *page)
{
    static const struct evidence_row answers[] = {
        {.utc_ms = FIRST_DAY_MS + 9 * DAY_MS, .earned = 100, .possible = 100},
        {.utc_ms = FIRST_DAY_MS,
         .earned = 50,
         .possible = 100,
         .mode = MODE_PRACTICE},
        {.utc_ms = FIRST_DAY_MS, .possible = 100},
    };
    static const char *const stems[] = {
        "A 45-year-old patient presents with an abscess of the left forearm. "
        "The surgeon opens it in two places.",
        "Which layer of the skin holds the sweat glands?", NULL};

    evidence_page(page, &(struct evidence_view){.area = &sections[0],
                                                .rows = answers,
                                                .count = 3,
                                                .left_out = 21,
                                                .stems = stems});
}

static void an_area_shows_the_answers_it_rests_on(void **state)
{
    (void)state;
    drawing_check_page("evidence", &(struct ui){0}, build_evidence);
}

/* --- search --------------------------------------------------------------- */

static void build_search(struct page *page)
{
    static const struct search_hit hits[] = {
        {.kind = SEARCH_TOPIC,
         .name = "cpt/surgery/integumentary",
         .title = "Integumentary system"},
        {.kind = SEARCH_NOTE,
         .title = "A 45-year-old patient presents with an abscess",
         .excerpt = "...code for more than one abscess pocket."},
        {.kind = SEARCH_QUESTION,
         .title = "A 45-year-old patient presents with an abscess of the left "
                  "forearm. The surgeon opens it in two places.",
         .excerpt = "...presents with an abscess of the left..."},
    };
    static const struct text_field typed = {"abscess", 7, 7};

    search_page(page, &(struct search_view){.typed = &typed,
                                            .is_typing = true,
                                            .has_begun = true,
                                            .seen = 150,
                                            .hits = hits,
                                            .count = COUNT(hits)});
}

static void build_search_done(struct page *page)
{
    static const struct text_field typed = {"xyz", 3, 3};

    search_page(page, &(struct search_view){.typed = &typed,
                                            .is_typing = true,
                                            .has_begun = true,
                                            .is_done = true,
                                            .seen = 1});
}

static void build_search_new(struct page *page)
{
    static const struct text_field typed = {0};

    search_page(page,
                &(struct search_view){.typed = &typed, .is_typing = true});
}

static void a_search_shows_hits_and_how_far_it_is(void **state)
{
    (void)state;
    drawing_check_page("search", &(struct ui){0}, build_search);
    drawing_check_page("search-done", &(struct ui){0}, build_search_done);
    drawing_check_page("search-new", &(struct ui){0}, build_search_new);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_attempts_are_listed_with_their_conditions),
        cmocka_unit_test(a_percent_is_never_rounded_up),
        cmocka_unit_test(marks_over_time_are_drawn_and_told),
        cmocka_unit_test(choices_of_a_trend_are_its_attempts_newest_first),
        cmocka_unit_test(areas_say_what_costs_most_and_how_sure_that_is),
        cmocka_unit_test(an_area_shows_the_answers_it_rests_on),
        cmocka_unit_test(a_search_shows_hits_and_how_far_it_is),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
