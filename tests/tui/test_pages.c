/* Golden drawings of the screens that are one page. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "home_view.h"
#include "interrupt_view.h"
#include "overview_view.h"
#include "page_screen.h"
#include "result_view.h"
#include "sample.h"
#include "start_view.h"

#include "proctor/platform/env.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static const struct {
    int width, height;
} sizes[] = {{80, 24}, {40, 12}, {120, 40}};

static const enum command commands[] = {CMD_OPEN, CMD_BACK, CMD_UP, CMD_DOWN,
                                        CMD_NONE};
static const struct screen_class class = {.name = "test", .commands = commands};

static void check(const char *name, const struct ui *ui,
                  void (*build)(struct page *page))
{
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct page_screen screen = {.base = {.class = &class}};
        struct canvas canvas;

        drawing_init(&canvas, ui, sizes[i].width, sizes[i].height);
        page_screen_frame(&screen, ui, name);
        page_screen_begin(&screen, ui, sizes[i].width, sizes[i].height);
        build(&screen.page);
        page_end(&screen.page);
        page_screen_draw(&screen.base, ui, &canvas);
        drawing_check(&canvas, name);
        page_screen_finish(&screen);
        canvas_finish(&canvas);
    }
}

static void build_start(struct page *page)
{
    start_page(page, &sample_plan);
}

static void the_sheet_says_what_comes(void **state)
{
    (void)state;
    check("start", &(struct ui){0}, build_start);
}

static const struct interruption interruption = {
    .attempt_id = 1,
    .exam_title = "Certified Professional Coder (CPC)",
    .saved_utc_ms = INT64_C(1795442700000),
    .answered = 45,
    .count = 100,
    .used_ms = 90 * 60000,
    .limit_ms = 240 * 60000,
    .gap = {.ms = 35 * 60000, .by_wall_clock = true},
    .left_if_charged_ms = 115 * 60000,
};

static void build_resume(struct page *page)
{
    interruption_page(page, &interruption, 0);
}

static void the_return_says_what_was_saved(void **state)
{
    (void)state;
    check("resume", &(struct ui){0}, build_resume);
}

static void build_resume_over(struct page *page)
{
    struct interruption told = interruption;

    told.left_if_charged_ms = 0;
    interruption_page(page, &told, 0);
}

static void a_gap_that_ends_the_exam_is_announced(void **state)
{
    (void)state;
    check("resume-over", &(struct ui){0}, build_resume_over);
}

static const struct overview_row rows[] = {
    {0, 0, PROGRESS_COMPLETE, false,
     TEXT("A 45-year-old patient presents with")},
    {1, 0, PROGRESS_UNANSWERED, true, TEXT("Which code is reported?")},
    {2, 1, PROGRESS_INCOMPLETE, false, TEXT("Assign the codes for this stay.")},
    {3, 1, PROGRESS_UNSEEN, false, TEXT("Which condition comes first?")},
};

static void overview(struct page *page, enum overview_filter filter,
                     enum exam_order order)
{
    struct exam exam = sample_exam;
    struct overview_view view = {
        .exam = &exam,
        .rows = rows,
        .count = 4,
        .counts = {.unseen = 1,
                   .unanswered = 1,
                   .incomplete = 1,
                   .complete = 1,
                   .marked = 1},
        .filter = filter,
    };

    exam.order = order;
    overview_counts(page, &view.counts);
    overview_page(page, &view);
}

static void build_overview(struct page *page)
{
    overview(page, OVERVIEW_ALL, EXAM_ORDER_BY_SECTION);
}

static void build_overview_open(struct page *page)
{
    overview(page, OVERVIEW_OPEN, EXAM_ORDER_BY_SECTION);
}

static void build_overview_mixed(struct page *page)
{
    overview(page, OVERVIEW_ALL, EXAM_ORDER_MIXED);
}

static void all_questions_are_listed_by_section(void **state)
{
    (void)state;
    check("overview", &(struct ui){0}, build_overview);
    check("overview-open", &(struct ui){0}, build_overview_open);
    check("overview-mixed", &(struct ui){0}, build_overview_mixed);
}

static void build_result(struct page *page)
{
    result_page(page, &sample_review, true);
}

static void build_result_plain(struct page *page)
{
    result_page(page, &sample_review, false);
}

static void the_result_has_sections_with_intervals(void **state)
{
    (void)state;
    check("result", &(struct ui){0}, build_result);
    check("result-accessible", &(struct ui){.accessible = true},
          build_result_plain);
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
    result_page(page, &review, true);
}

static void an_abandoned_attempt_tells_what_was_seen(void **state)
{
    (void)state;
    check("result-abandoned", &(struct ui){0}, build_result_abandoned);
}

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
    check("answer", &(struct ui){0}, build_answer);
    check("answer-codes", &(struct ui){0}, build_answer_codes);
    check("answer-pretest", &(struct ui){0}, build_answer_pretest);
}

static void home(struct page *page, const char *read_only_holder)
{
    static const struct exam practice = {
        .id = TEXT("ncics"),
        .title = TEXT("Insurance coding specialist"),
        .version = TEXT("1"),
        .type = EXAM_PRACTICE_SET};
    struct section_supply supply[2] = {{0}};
    struct exam_entry exams[] = {
        {.exam = &sample_exam,
         .supply = supply,
         .needed = 100,
         .fillable = 100,
         .is_full = true},
        {.exam = &practice, .supply = supply, .needed = 60, .fillable = 41},
        {.exam = &practice, .supply = supply, .needed = 60},
        {.exam = &practice},
    };
    struct attempt_row attempts[] = {sample_review.attempt};
    struct home_view view = {
        .read_only_holder = read_only_holder,
        .is_remote = true,
        .running = &interruption,
        .now_utc_ms = interruption.saved_utc_ms + 35 * 60000,
        .exams = {.items = exams, .count = 4},
        .attempts = {attempts, 1},
    };

    attempts[0].earned = 350;
    attempts[0].possible = 500;
    attempts[0].verdict = VERDICT_PASSED;
    attempts[0].is_short = true;
    home_page(page, &view);
}

static void build_home(struct page *page)
{
    home(page, NULL);
}

static void build_home_read_only(struct page *page)
{
    home(page, "process 4711 on host oak");
}

static void the_first_screen_shows_what_waits(void **state)
{
    (void)state;
    check("home", &(struct ui){0}, build_home);
    check("home-read-only", &(struct ui){0}, build_home_read_only);
}

static void what_is_open_elsewhere_is_no_choice(void **state)
{
    struct home_view view = {.running = &interruption};
    struct exam_entry exam = {.exam = &sample_exam};
    size_t index;

    (void)state;
    view.exams = (struct exam_entries){.items = &exam, .count = 1};
    assert_int_equal(home_choice(&view, 0, &index), HOME_RUNNING);
    assert_int_equal(home_choice(&view, 1, &index), HOME_EXAM);
    view.read_only_holder = "";
    assert_int_equal(home_choice(&view, 0, &index), HOME_EXAM);
}

static void build_resume_short(struct page *page)
{
    struct interruption told = interruption;

    told.gap.ms = 34500;
    interruption_page(page, &told, 0);
}

static void a_short_gap_is_told_in_seconds(void **state)
{
    (void)state;
    check("resume-short", &(struct ui){0}, build_resume_short);
}

static void build_home_empty(struct page *page)
{
    home_page(page, &(struct home_view){0});
}

static void an_empty_library_says_what_to_do(void **state)
{
    (void)state;
    check("home-empty", &(struct ui){0}, build_home_empty);
}

static void a_terminal_too_small_says_so(void **state)
{
    struct ui ui = {0};
    struct canvas canvas;

    (void)state;
    drawing_init(&canvas, &ui, 30, 5);
    frame_draw_too_small(&ui, &canvas);
    drawing_check(&canvas, "too-small");
    canvas_finish(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheet_says_what_comes),
        cmocka_unit_test(the_return_says_what_was_saved),
        cmocka_unit_test(a_gap_that_ends_the_exam_is_announced),
        cmocka_unit_test(all_questions_are_listed_by_section),
        cmocka_unit_test(the_result_has_sections_with_intervals),
        cmocka_unit_test(an_abandoned_attempt_tells_what_was_seen),
        cmocka_unit_test(answers_are_explained),
        cmocka_unit_test(the_first_screen_shows_what_waits),
        cmocka_unit_test(what_is_open_elsewhere_is_no_choice),
        cmocka_unit_test(a_short_gap_is_told_in_seconds),
        cmocka_unit_test(an_empty_library_says_what_to_do),
        cmocka_unit_test(a_terminal_too_small_says_so),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
