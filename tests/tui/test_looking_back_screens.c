/* Results, marks over time, weak areas and search, walked through over a real
 * database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture.h"
#include "screens.h"
#include "walk.h"

#include "proctor/platform/env.h"

struct world {
    struct fixture fixture;
    struct walk walk;
};

/* Two mocks on different days; the second has the better marks. */
static void begin(struct world *world)
{
    fixture_open(&world->fixture);
    fixture_fill(&world->fixture);
    fixture_prepare(&world->fixture);
    fixture_sit(&world->fixture, 2, 4);
    fixture_pass(&world->fixture, 86400000);
    fixture_sit(&world->fixture, 5, 1);
    walk_begin(&world->walk, world->fixture.app);
}

static void open_screen(struct world *world,
                        struct screen *(*create)(struct ui *ui,
                                                 struct error *err))
{
    struct error err;

    begin(world);
    walk_push(&world->walk, create(&world->walk.ui, &err), &err);
}

static void end(struct world *world)
{
    walk_end(&world->walk);
    fixture_close(&world->fixture);
}

/* --- results -------------------------------------------------------------- */

static void results_are_filtered_and_opened(void **state)
{
    struct world world;

    (void)state;
    open_screen(&world, history_screen_create);
    walk_expect(&world.walk, "Results, showing: all (2)");
    walk_expect(&world.walk, "5 of 6");
    walk_press(&world.walk, PRESS_TAB);
    walk_press(&world.walk, PRESS_TAB);
    walk_expect(&world.walk, "Results, showing: practice (0)");
    walk_press(&world.walk, PRESS_ENTER); /* nothing to open */
    walk_press(&world.walk, PRESS_TAB);
    walk_type(&world.walk, "o");
    walk_expect(&world.walk, "Results, showing: all, quick (2)");
    walk_type(&world.walk, "o");
    walk_expect(&world.walk, "Results, showing: all (2)");
    walk_press(&world.walk, PRESS_DOWN);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "2 of 6, 4.2 needed (70 %): not passed.");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_expect(&world.walk, "Results, showing: all (2)");
    end(&world);
}

static void a_running_attempt_is_not_opened(void **state)
{
    struct world world;
    struct error err;

    (void)state;
    begin(&world);
    session_close(fixture_start(&world.fixture));
    walk_push(&world.walk, history_screen_create(&world.walk.ui, &err), &err);
    walk_expect(&world.walk, "running");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "This is still running: Esc, and go on with it");
    end(&world);
}

/* --- marks over time ------------------------------------------------------ */

static void marks_over_time_go_through_the_sections(void **state)
{
    struct world world;

    (void)state;
    open_screen(&world, history_screen_create);
    walk_type(&world.walk, "t");
    walk_expect(&world.walk, "Marks over time: the whole exam");
    walk_expect(&world.walk, "pass 70 %");
    walk_type(&world.walk, "p");
    walk_expect(&world.walk, "This is the whole exam");
    walk_type(&world.walk, "nn");
    walk_expect(&world.walk, "Marks over time: section 2 of 2");
    walk_expect(&world.walk, "Part B");
    walk_type(&world.walk, "n");
    walk_expect(&world.walk, "This is the last section.");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "5 of 6, 4.2 needed (70 %): passed.");
    end(&world);
}

static void an_exam_without_attempts_has_no_trend_yet(void **state)
{
    struct world world;
    struct error err;

    (void)state;
    fixture_open(&world.fixture);
    fixture_fill(&world.fixture);
    walk_begin(&world.walk, world.fixture.app);
    assert_null(trend_screen_create(&world.walk.ui, NULL, &err));
    walk_push(&world.walk, trend_screen_create(&world.walk.ui, "quick", &err),
              &err);
    walk_expect(&world.walk, "No mock exam asked this yet");
    walk_press(&world.walk, PRESS_ENTER); /* nothing to open */
    end(&world);
}

/* --- weak areas ----------------------------------------------------------- */

static void an_area_leads_to_its_answers_and_to_the_question(void **state)
{
    struct world world;

    (void)state;
    open_screen(&world, areas_screen_create);
    walk_expect(&world.walk, "Weak areas by section: Quick exam");
    walk_expect(&world.walk, "What costs most: Part A");
    walk_expect(&world.walk, "too few questions");
    walk_type(&world.walk, "v");
    walk_expect(&world.walk, "What it rests on");
    walk_expect(&world.walk, "right on questions new to you");
    walk_expect(&world.walk, "mock exam  Question number ");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, " of 6, all");
    walk_expect(&world.walk, "Why");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_type(&world.walk, "p");
    walk_expect(&world.walk, "Part A");
    end(&world);
}

static void areas_are_switched_to_topics_and_back(void **state)
{
    struct world world;

    (void)state;
    open_screen(&world, areas_screen_create);
    walk_type(&world.walk, "o");
    walk_expect(&world.walk, "> Sections of Quick exam");
    walk_press(&world.walk, PRESS_UP);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Weak areas by topic");
    walk_expect(&world.walk, "Topic A");
    walk_type(&world.walk, "o");
    walk_expect(&world.walk, "> Topics");
    walk_press(&world.walk, PRESS_DOWN);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Weak areas by section: Quick exam");
    end(&world);
}

static void without_an_exam_areas_go_by_topic(void **state)
{
    struct world world;
    struct error err;

    (void)state;
    fixture_open(&world.fixture);
    fixture_fill(&world.fixture);
    walk_begin(&world.walk, world.fixture.app);
    walk_push(&world.walk, areas_screen_create(&world.walk.ui, &err), &err);
    walk_expect(&world.walk, "Weak areas by topic");
    walk_expect(&world.walk, "Too few questions were answered to tell");
    walk_press(&world.walk, PRESS_ENTER); /* nothing to open */
    end(&world);
}

/* --- search --------------------------------------------------------------- */

static void open_search(struct world *world)
{
    begin(world);
    walk_push(&world->walk, search_screen_create(&world->walk.ui), NULL);
}

static void a_search_finds_topics_and_questions_met(void **state)
{
    struct world world;

    (void)state;
    open_search(&world);
    walk_type(&world.walk, "topic a");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "1 hit; 12 questions gone through.");
    walk_press(&world.walk, PRESS_DOWN);
    walk_expect(&world.walk, "> Topic A (t/a)");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Topic A");
    assert_false(walk_shows(&world.walk, "gone through"));
    end(&world);
}

static void a_question_that_was_met_is_read_with_its_key(void **state)
{
    struct world world;

    (void)state;
    open_search(&world);
    walk_type(&world.walk, "number 5");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Questions you met");
    walk_press(&world.walk, PRESS_DOWN);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Question with its key");
    walk_expect(&world.walk, "the right answer");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_expect(&world.walk, "> Question number 5?");
    walk_type(&world.walk, "5"); /* typed into the line, from wherever */
    walk_expect(&world.walk, "> Search: number 55");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "0 hits; 12 questions gone through.");
    end(&world);
}

static void too_short_a_search_says_so(void **state)
{
    struct world world;

    (void)state;
    open_search(&world);
    walk_type(&world.walk, "a");
    walk_press(&world.walk, PRESS_ENTER);
    assert_true(world.walk.ui.message[0] != '\0');
    walk_expect(&world.walk, "Type a word or more");
    end(&world);
}

static void no_search_while_an_exam_runs(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    session_close(fixture_start(&world.fixture));
    walk_push(&world.walk, search_screen_create(&world.walk.ui), NULL);
    walk_type(&world.walk, "number");
    walk_press(&world.walk, PRESS_ENTER);
    assert_true(world.walk.ui.message[0] != '\0');
    assert_false(walk_shows(&world.walk, "gone through"));
    end(&world);
}

/* --- sizes ---------------------------------------------------------------- */

static void draw_all_sizes(struct walk *walk)
{
    for (int width = 40; width <= 200; width += 9)
        for (int height = 12; height <= 60; height += 8)
            walk_resize(walk, width, height);
    walk_resize(walk, 80, 24);
}

static void every_size_can_be_drawn(void **state)
{
    struct world world;
    struct error err;

    (void)state;
    open_screen(&world, history_screen_create);
    draw_all_sizes(&world.walk);
    walk_type(&world.walk, "t");
    draw_all_sizes(&world.walk);
    walk_push(&world.walk, areas_screen_create(&world.walk.ui, &err), &err);
    draw_all_sizes(&world.walk);
    walk_type(&world.walk, "v");
    draw_all_sizes(&world.walk);
    walk_push(&world.walk, search_screen_create(&world.walk.ui), &err);
    walk_type(&world.walk, "number");
    walk_press(&world.walk, PRESS_ENTER);
    draw_all_sizes(&world.walk);
    end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_are_filtered_and_opened),
        cmocka_unit_test(a_running_attempt_is_not_opened),
        cmocka_unit_test(marks_over_time_go_through_the_sections),
        cmocka_unit_test(an_exam_without_attempts_has_no_trend_yet),
        cmocka_unit_test(an_area_leads_to_its_answers_and_to_the_question),
        cmocka_unit_test(areas_are_switched_to_topics_and_back),
        cmocka_unit_test(without_an_exam_areas_go_by_topic),
        cmocka_unit_test(a_search_finds_topics_and_questions_met),
        cmocka_unit_test(a_question_that_was_met_is_read_with_its_key),
        cmocka_unit_test(too_short_a_search_says_so),
        cmocka_unit_test(no_search_while_an_exam_runs),
        cmocka_unit_test(every_size_can_be_drawn),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
