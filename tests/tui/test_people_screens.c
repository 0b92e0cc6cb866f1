/* The first start, who this is, the people, one person: filled in by keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "home_walk.h"

#include "proctor/app/people.h"
#include "proctor/platform/env.h"

static const struct candidate *who(const struct walk *walk)
{
    return app_candidate(walk->ui.app);
}

static int64_t add_person(struct home_walk *home, const char *name)
{
    int64_t id;

    assert_true(people_add(home->fixture.app, name, &id, &home->fixture.err));
    return id;
}

static void choose(struct home_walk *home, int64_t id)
{
    assert_true(people_choose(home->fixture.app, id, &home->fixture.err));
}

/* --- the first start ------------------------------------------------------ */

static struct walk *begin_welcome(void **state)
{
    struct walk *walk = home_walk_begin(*state, false);

    walk_expect(walk, "A few questions before the first exam.");
    return walk;
}

static void the_first_start_goes_on_by_enter(void **state)
{
    struct walk *walk = begin_welcome(state);

    walk_times(walk, 20, PRESS_BACKSPACE);
    walk_type(walk, "Ann");
    walk_times(walk, 2, PRESS_ENTER);
    walk_expect(walk, "Which exam do you prepare for?");
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_type(walk, "2027-03-01");
    walk_times(walk, 5, PRESS_ENTER);
    walk_expect(walk, "> Done; try the keys");
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, HOME_TITLE);
    walk_expect(walk, "Quick exam: 45 days to your exam.");
    assert_string_equal(who(walk)->label, "Ann");
    assert_string_equal(who(walk)->exam, "quick");
    assert_string_equal(who(walk)->exam_date, "2027-03-01");
    assert_false(people_need_welcome(walk->ui.app));
}

static void a_date_that_is_none_is_told_at_once_and_not_stored(void **state)
{
    struct walk *walk = begin_welcome(state);

    walk_times(walk, 2, PRESS_DOWN);
    walk_type(walk, "2027-02-3");
    assert_false(walk_shows(walk, "! there is no such day"));
    walk_type(walk, "0");
    walk_expect(walk, "! there is no such day");
    walk_times(walk, 6, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "> Exam date:");
    walk_times(walk, 2, PRESS_BACKSPACE);
    walk_type(walk, "28");
    assert_false(walk_shows(walk, "! there is no such day"));
}

static void the_welcome_is_skipped_and_keeps_what_was_said(void **state)
{
    struct walk *walk = begin_welcome(state);

    walk_type(walk, "2");
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, HOME_TITLE);
    walk_expect(walk, "You can set this later under People (u)");
    assert_false(people_need_welcome(walk->ui.app));
    assert_true(str_ends(str_from(who(walk)->label), "2"));
}

static void what_is_wrong_does_not_hold_who_skips(void **state)
{
    struct walk *walk = begin_welcome(state);

    walk_times(walk, 2, PRESS_DOWN);
    walk_type(walk, "soon");
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, HOME_TITLE);
    assert_false(people_need_welcome(walk->ui.app));
    assert_string_equal(who(walk)->exam_date, "");
}

static void what_is_filled_in_outlasts_a_resize(void **state)
{
    struct walk *walk = begin_welcome(state);

    walk_times(walk, 2, PRESS_DOWN);
    walk_type(walk, "2027-03-01");
    walk_resize(walk, 40, 12);
    walk_expect(walk, "> Exam date: 2027-03-01");
    walk_resize(walk, 120, 40);
    walk_expect(walk, "> Exam date:       2027-03-01");
}

static void ways_of_working_go_into_the_settings(void **state)
{
    struct walk *walk = begin_welcome(state);
    struct settings stored;

    walk_times(walk, 5, PRESS_DOWN);
    walk_press(walk, PRESS_RIGHT);
    walk_press(walk, PRESS_DOWN);
    walk_type(walk, " ");
    walk_times(walk, 2, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "From the next start on this is a conversation");
    assert_true(walk->ui.accessible);
    assert_true(settings_load(&stored, NULL, NULL));
    assert_string_equal(settings_get(&stored, SETTING_MODE), "lines");
    assert_string_equal(settings_get(&stored, SETTING_ACCESSIBLE), "yes");
}

/* --- who this is ---------------------------------------------------------- */

static void several_people_are_asked_who_they_are(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk;

    choose(home, add_person(home, "Ben"));
    add_person(home, "Ann");
    walk = home_walk_begin(home, false);
    walk_expect(walk, "Several people practise here: who are you?");
    walk_expect(walk, "> Ben: ");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, HOME_TITLE);
    walk_expect(walk, "This is Ben now.");
}

static void nobody_is_asked_whose_exam_waits(void **state)
{
    struct home_walk *home = *state;

    choose(home, add_person(home, "Ben"));
    session_close(fixture_start(&home->fixture));
    walk_expect(home_walk_begin(home, false), "> Next: An exam waits");
}

static void who_was_named_is_not_asked(void **state)
{
    struct home_walk *home = *state;

    add_person(home, "Ben");
    walk_expect(home_walk_begin(home, true), HOME_TITLE);
}

/* --- one person ----------------------------------------------------------- */

static void somebody_new_is_added(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk = home_walk_begin(home, true);
    struct candidate ben;

    walk_type(walk, "un");
    walk_expect(walk, "Somebody new");
    walk_type(walk, "Ben");
    walk_times(walk, 3, PRESS_DOWN);
    walk_times(walk, 3, PRESS_BACKSPACE);
    walk_type(walk, "150");
    walk_times(walk, 3, PRESS_ENTER);
    walk_expect(walk, "Ben: no exam chosen, 150 % of the time, 0 attempts");
    assert_true(
        people_find(walk->ui.app, "ben", &home->fixture.arena, &ben, NULL));
    assert_int_equal(ben.time_percent, 150);
}

static void a_name_that_somebody_has_is_told_at_the_name(void **state)
{
    struct walk *walk;

    add_person(*state, "Ann");
    walk = home_walk_begin(*state, true);
    walk_type(walk, "un");
    walk_type(walk, "ann");
    walk_times(walk, 5, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "> Name:            ann");
    walk_expect(walk, "! there is already a candidate 'Ann'");
}

static void escape_asks_once_before_changes_go(void **state)
{
    struct walk *walk = home_walk_begin(*state, true);

    walk_type(walk, "um");
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, "Enter goes on as that person.");
    walk_type(walk, "m");
    walk_press(walk, PRESS_UP);
    walk_type(walk, "e");
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, "Not stored yet");
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, "Enter goes on as that person.");
}

/* --- removal -------------------------------------------------------------- */

static void a_removal_takes_the_name_typed(void **state)
{
    struct home_walk *home = *state;
    struct candidate_list people;
    struct walk *walk;

    choose(home, add_person(home, "Ben"));
    walk = home_walk_begin(home, true);
    walk_type(walk, "ux");
    walk_expect(walk, "These go for good: 0 attempts");
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_type(walk, "ben");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "nothing was done");
    walk_press(walk, PRESS_ENTER);
    walk_type(walk, "Ben");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "Ben was removed.");
    assert_false(walk_shows(walk, "Ben: "));
    assert_true(people_list(walk->ui.app, &home->fixture.arena, &people, NULL));
    assert_int_equal(people.count, 1);
}

#define WALK_TEST(name)                                                        \
    cmocka_unit_test_setup_teardown(name, home_walk_setup, home_walk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WALK_TEST(the_first_start_goes_on_by_enter),
        WALK_TEST(a_date_that_is_none_is_told_at_once_and_not_stored),
        WALK_TEST(the_welcome_is_skipped_and_keeps_what_was_said),
        WALK_TEST(what_is_wrong_does_not_hold_who_skips),
        WALK_TEST(what_is_filled_in_outlasts_a_resize),
        WALK_TEST(ways_of_working_go_into_the_settings),
        WALK_TEST(several_people_are_asked_who_they_are),
        WALK_TEST(nobody_is_asked_whose_exam_waits),
        WALK_TEST(who_was_named_is_not_asked),
        WALK_TEST(somebody_new_is_added),
        WALK_TEST(a_name_that_somebody_has_is_told_at_the_name),
        WALK_TEST(escape_asks_once_before_changes_go),
        WALK_TEST(a_removal_takes_the_name_typed),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
