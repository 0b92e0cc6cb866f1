/* Golden drawings of what a practice has of its own: its sheet, a question that
 * was checked, hints; and of the filters of the review. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "overview_view.h"
#include "question_view.h"
#include "sample.h"
#include "start_view.h"

#include "proctor/platform/env.h"

/* --- the sheet ------------------------------------------------------------ */

static struct str notes[1];
static struct exam_section parts[2];

static struct session_plan practice_of(const struct exam *exam)
{
    struct session_plan plan = sample_plan;

    notes[0] = STR("12 questions nobody asked you yet are kept back for a mock "
                   "exam.");
    plan.entry.exam = exam;
    plan.form.is_short = false;
    plan.mode = MODE_PRACTICE;
    plan.limit_ms = 0;
    plan.gives_feedback = true;
    plan.notes = (struct str_list){notes, 1};
    return plan;
}

static struct exam practice_exam(void)
{
    struct exam exam = {.id = STR("cpc"),
                        .title = STR("Practice: CPC, all sections"),
                        .type = EXAM_PRACTICE_SET,
                        .sections = parts,
                        .section_count = 2};

    for (int i = 0; i < 2; i++)
        parts[i] = (struct exam_section){
            .title = sample_exam.sections[i].title,
            .source = STR(""),
            .size_kind = SIZE_ITEMS,
            .size = {2, 2},
        };
    return exam;
}

static void build_practice(struct page *page)
{
    struct exam exam = practice_exam();
    struct session_plan plan = practice_of(&exam);

    plan.gives_hints = true;
    start_page(page, &plan);
}

static void the_sheet_of_a_practice_has_no_verdict(void **state)
{
    (void)state;
    drawing_check_page("start-practice", &(struct ui){0}, build_practice);
}

static void build_redo(struct page *page)
{
    struct exam exam = practice_exam();
    struct session_plan plan = practice_of(&exam);

    plan.mode = MODE_REDO;
    plan.gives_feedback = false;
    plan.limit_ms = 20 * 60000;
    exam.section_count = 1;
    start_page(page, &plan);
}

static void the_sheet_of_a_redo_says_what_it_is(void **state)
{
    (void)state;
    drawing_check_page("start-redo", &(struct ui){0}, build_redo);
}

static void build_tutorial(struct page *page)
{
    struct exam exam = {.title = STR("Tutorial: how proctor works"),
                        .type = EXAM_TUTORIAL};
    struct session_plan plan = practice_of(&exam);

    plan.form.count = 3;
    start_page(page, &plan);
}

static void the_sheet_of_the_tutorial_takes_fear_away(void **state)
{
    (void)state;
    drawing_check_page("start-tutorial", &(struct ui){0}, build_tutorial);
}

/* --- a question ----------------------------------------------------------- */

static const enum command hints[] = {CMD_CHOOSE, CMD_CHECK,    CMD_HINT,
                                     CMD_NEXT,   CMD_PREVIOUS, CMD_NONE};
static const enum command checked_hints[] = {CMD_NEXT, CMD_REVIEW, CMD_PREVIOUS,
                                             CMD_NOTE, CMD_NONE};

static struct question_view view_of(const struct response *response)
{
    return (struct question_view){
        .exam_title = STR("Practice: CPC, all sections"),
        .candidate = STR("Ann"),
        .section = sample_exam.sections[0].title,
        .pos = 2,
        .count = 20,
        .item = &sample_single,
        .response = response,
        .option_order = "CBAD",
        .case_count = 1,
        .left_ms = INT64_MAX,
        .hints = hints,
    };
}

static void check(const char *name, const struct question_view *view)
{
    static const struct {
        int width, height;
    } sizes[] = {{80, 24}, {40, 12}, {160, 50}};
    struct ui ui = {0};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct question_panes panes = {.found = -1};
        struct canvas canvas;

        drawing_init(&canvas, &ui, sizes[i].width, sizes[i].height);
        question_panes_layout(&panes, view, &ui, sizes[i].width,
                              sizes[i].height);
        question_panes_draw(&panes, &ui, &canvas);
        drawing_check(&canvas, name);
        question_panes_finish(&panes);
        canvas_finish(&canvas);
    }
}

static void hints_stay_below_the_answers(void **state)
{
    struct response response = {.sure = 0, .hints = 2};
    struct question_view view = view_of(&response);

    (void)state;
    view.hints_told = STR("Look it up: CPT surgery guidelines, 10060-10061."
                          "\n\nNot C: a culture is never part of an incision.");
    check("question-hints", &view);
}

static void a_checked_question_shows_key_and_reasons(void **state)
{
    struct response response = {.sure = 1,
                                .answer = (char[]){"A"},
                                .note = (char[]){"Pockets: 10061."},
                                .visits = 1,
                                .checked = true};
    struct question_view view = view_of(&response);
    struct review_item feedback = sample_review.items[0];

    (void)state;
    feedback.response = response;
    view.feedback = &feedback;
    view.hints = checked_hints;
    check("question-checked", &view);
}

/* --- the review ----------------------------------------------------------- */

static void filters_say_how_many_they_show(void **state)
{
    static const struct {
        enum overview_filter filter;
        int section;
        const char *shown;
    } cases[] = {
        {OVERVIEW_ALL, 0, "all questions: 5 of 5"},
        {OVERVIEW_OPEN, 0, "not complete: 3 of 5"},
        {OVERVIEW_UNSEEN, 0, "unseen: 1 of 5"},
        {OVERVIEW_INCOMPLETE, 0, "incomplete: 1 of 5"},
        {OVERVIEW_MARKED, 0, "marked: 2 of 5"},
        {OVERVIEW_SECTION, 1, "ICD-10-CM diagnoses: 2 of 5"},
    };
    const struct overview_row rows[] = {
        {.progress = PROGRESS_COMPLETE, .marked = true, .stem = STR("")},
        {.progress = PROGRESS_COMPLETE, .stem = STR("")},
        {.progress = PROGRESS_UNANSWERED, .marked = true, .stem = STR("")},
        {.section = 1, .progress = PROGRESS_INCOMPLETE, .stem = STR("")},
        {.section = 1, .stem = STR("")},
    };
    struct overview_view view = {
        .exam = &sample_exam, .rows = rows, .count = 5};
    struct arena arena = {0};
    struct page page = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str shown = str_from(cases[i].shown);

        view.filter = cases[i].filter;
        view.section = cases[i].section;
        assert_string_equal(overview_shown(&view, &arena), cases[i].shown);
        page_begin(&page, 80, 24, false);
        overview_page(&page, &view);
        assert_int_equal(page.choice_count, shown.data[shown.len - 6] - '0');
    }
    page_finish(&page);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheet_of_a_practice_has_no_verdict),
        cmocka_unit_test(the_sheet_of_a_redo_says_what_it_is),
        cmocka_unit_test(the_sheet_of_the_tutorial_takes_fear_away),
        cmocka_unit_test(hints_stay_below_the_answers),
        cmocka_unit_test(a_checked_question_shows_key_and_reasons),
        cmocka_unit_test(filters_say_how_many_they_show),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
