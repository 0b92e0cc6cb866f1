/* People as a page, and what goes with one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing.h"
#include "people_view.h"
#include "tutorial_view.h"

#include "proctor/platform/env.h"

static const struct candidate ann = {
    .candidate_id = 1,
    .label = "Ann",
    .time_percent = 150,
    .added_minutes = 20,
    .exam = "cpc",
    .exam_date = "2026-12-05",
};
static const struct candidate ben = {
    .candidate_id = 2,
    .label = "Ben",
    .time_percent = 100,
    .exam = "",
    .exam_date = "",
};
static const struct people_row rows[] = {{&ann, 14}, {&ben, 1}};

static void build_people(struct page *page)
{
    people_page(page,
                &(struct people_view){.rows = rows, .count = 2, .now_id = 1});
}

static void build_choosing(struct page *page)
{
    people_page(
        page, &(struct people_view){
                  .rows = rows, .count = 2, .now_id = 2, .is_choosing = true});
}

static void everybody_is_listed_with_what_they_prepare_for(void **state)
{
    (void)state;
    drawing_check_page("people", &(struct ui){0}, build_people);
    drawing_check_page("people-choosing", &(struct ui){0}, build_choosing);
}

static void build_removal(struct page *page)
{
    removal_page(page, "Ann",
                 &(struct candidate_holdings){
                     .attempts = 14, .answers = 1230, .remarks = 12});
}

static void a_removal_says_what_goes_and_what_stays(void **state)
{
    (void)state;
    drawing_check_page("removal", &(struct ui){0}, build_removal);
}

static void build_tutorial(struct page *page)
{
    tutorial_page(
        page, &(struct tutorial_done){.answered = 3, .count = 3, .marked = 1});
}

static void the_tutorial_ends_with_what_was_tried(void **state)
{
    (void)state;
    drawing_check_page("tutorial", &(struct ui){0}, build_tutorial);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_is_listed_with_what_they_prepare_for),
        cmocka_unit_test(a_removal_says_what_goes_and_what_stays),
        cmocka_unit_test(the_tutorial_ends_with_what_was_tried),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
