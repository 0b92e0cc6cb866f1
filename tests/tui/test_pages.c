/* Golden drawings of the screens that are one page. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "interrupt_view.h"
#include "overview_view.h"
#include "page_screen.h"
#include "sample.h"
#include "start_view.h"

#include "proctor/platform/env.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static void build_start(struct page *page)
{
    start_page(page, &sample_plan);
}

static void the_sheet_says_what_comes(void **state)
{
    (void)state;
    drawing_check_page("start", &(struct ui){0}, build_start);
}

static void build_resume(struct page *page)
{
    interruption_page(page, &sample_interruption, 0);
}

static void the_return_says_what_was_saved(void **state)
{
    (void)state;
    drawing_check_page("resume", &(struct ui){0}, build_resume);
}

static void build_resume_over(struct page *page)
{
    struct interruption told = sample_interruption;

    told.left_if_charged_ms = 0;
    interruption_page(page, &told, 0);
}

static void a_gap_that_ends_the_exam_is_announced(void **state)
{
    (void)state;
    drawing_check_page("resume-over", &(struct ui){0}, build_resume_over);
}

static const struct overview_row rows[] = {
    {.pos = 0,
     .progress = PROGRESS_COMPLETE,
     .stem = TEXT("A 45-year-old patient presents with")},
    {.pos = 1,
     .progress = PROGRESS_UNANSWERED,
     .marked = true,
     .stem = TEXT("Which code is reported?")},
    {.pos = 2,
     .section = 1,
     .progress = PROGRESS_INCOMPLETE,
     .stem = TEXT("Assign the codes for this stay.")},
    {.pos = 3, .section = 1, .stem = TEXT("Which condition comes first?")},
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
    drawing_check_page("overview", &(struct ui){0}, build_overview);
    drawing_check_page("overview-open", &(struct ui){0}, build_overview_open);
    drawing_check_page("overview-mixed", &(struct ui){0}, build_overview_mixed);
}

static void build_resume_short(struct page *page)
{
    struct interruption told = sample_interruption;

    told.gap.ms = 34500;
    interruption_page(page, &told, 0);
}

static void a_short_gap_is_told_in_seconds(void **state)
{
    (void)state;
    drawing_check_page("resume-short", &(struct ui){0}, build_resume_short);
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
        cmocka_unit_test(a_short_gap_is_told_in_seconds),
        cmocka_unit_test(a_terminal_too_small_says_so),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
