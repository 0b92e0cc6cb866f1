/* From the first screen: what comes next, practice, banks, a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "home_walk.h"

#include "proctor/platform/env.h"
#include "proctor/store/catalog.h"

static struct bank_row the_bank(struct home_walk *home)
{
    struct bank_rows banks;

    assert_true(catalog_banks(app_store(home->fixture.app),
                              &home->fixture.arena, &banks, NULL));
    assert_int_equal(banks.count, 1);
    return banks.items[0];
}

/* --- the first screen ----------------------------------------------------- */

static void enter_does_what_comes_next(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk = home_walk_begin(home, true);

    walk_expect(walk, "> Next: Choose the exam you prepare for");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "> Exam:            decided later");
    walk_press(walk, PRESS_ENTER);
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_times(walk, 4, PRESS_ENTER);
    walk_expect(walk, "> Next: Sit a mock exam");
    walk_expect(walk, "2 fresh mock exams left");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "Ready? Enter starts the clock");
}

static void a_practice_that_waits_goes_on(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk;

    session_close(fixture_practise(&home->fixture));
    walk = home_walk_begin(home, true);
    walk_expect(walk, "> Next: A practice waits: 0 of 6 answered.");
    walk_press(walk, PRESS_ENTER);
    assert_non_null(walk->ui.session);
    walk_expect(walk, "Question 1 of 6");
}

/* Where counting is quick there is no frame without its numbers: nothing
 * flickers. The clock of the fixture stands still. */
static void who_comes_back_sees_all_at_once(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk;
    struct screen *first;

    fixture_prepare(&home->fixture);
    walk = home_walk_begin(home, true);
    walk_expect(walk, "2 fresh mock exams left");
    first = stack_top(&walk->stack);
    first->class->resume(first, &walk->ui);
    walk_resize(walk, 100, 30); /* draws, and works nothing off */
    walk_expect(walk, "2 fresh mock exams left");
    walk_expect(walk, "6 questions, full");
}

/* --- practice ------------------------------------------------------------- */

static void a_practice_without_an_exam_says_what_is_missing(void **state)
{
    struct walk *walk = home_walk_begin(*state, true);

    walk_type(walk, "p");
    walk_expect(walk, "! the lines above do not say yet what to practise");
    walk_times(walk, 8, PRESS_DOWN);
    walk_expect(walk, "> Go on to the start");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "> Exam:");
}

static void a_section_is_practised(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk;

    fixture_prepare(&home->fixture);
    walk = home_walk_begin(home, true);
    walk_type(walk, "p");
    walk_press(walk, PRESS_ENTER);
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "Part A: 8 of 8 new to you");
    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "Part B (quick)");
    walk_expect(walk, "2 new to you, 2 kept back for a mock exam.");
    walk_times(walk, 6, PRESS_DOWN);
    walk_expect(walk, "> Go on to the start");
    walk_times(walk, 2, PRESS_ENTER);
    assert_non_null(walk->ui.session);
    assert_int_equal(session_mode(walk->ui.session), MODE_PRACTICE);
    assert_int_equal(session_sitting(walk->ui.session)->count, 2);
}

static void the_offer_follows_what_is_typed(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk;

    fixture_prepare(&home->fixture);
    walk = home_walk_begin(home, true);
    walk_type(walk, "p");
    walk_expect(walk, "6 new to you, 6 kept back for a mock exam.");
    walk_times(walk, 2, PRESS_DOWN);
    walk_type(walk, "999");
    walk_expect(walk, "! a number from 1 to 200 is needed here");
    walk_times(walk, 2, PRESS_BACKSPACE);
    assert_false(walk_shows(walk, "is needed here"));
    walk_times(walk, 5, PRESS_DOWN);
    walk_press(walk, PRESS_RIGHT);
    walk_expect(walk, "Questions: 12 new to you.");
}

/* --- banks ---------------------------------------------------------------- */

static void a_bank_is_hidden_and_shown(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk = home_walk_begin(home, true);

    walk_type(walk, "o");
    walk_expect(walk, "> [on]  test/quick 1.0: 12 questions");
    walk_expect(walk, "all 6 questions can be filled");
    walk_type(walk, "x");
    walk_expect(walk, "test/quick is hidden from candidates now.");
    walk_expect(walk, "> [off] test/quick");
    walk_expect(walk, "0 of 6 questions can be filled");
    assert_false(the_bank(home).enabled);
    walk_type(walk, "x");
    assert_true(the_bank(home).enabled);
}

static void an_exam_is_hidden_from_candidates(void **state)
{
    struct walk *walk = home_walk_begin(*state, true);

    walk_type(walk, "o");
    walk_press(walk, PRESS_END);
    walk_type(walk, "x");
    walk_expect(walk, "> [off] quick 1: mock exam, live");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "This exam is hidden from candidates");
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, "No exam is loaded.");
}

static void a_question_is_looked_at_and_its_key_on_demand(void **state)
{
    struct walk *walk = home_walk_begin(*state, true);

    walk_type(walk, "o");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "Questions of test/quick, 12 of 12");
    walk_type(walk, "/NUMBER 7");
    walk_expect(walk, "Questions of test/quick, 1 of 12");
    walk_times(walk, 2, PRESS_ENTER);
    walk_expect(walk, "test/quick/q7");
    walk_expect(walk, "Question number 7?");
    assert_false(walk_shows(walk, "the right answer"));
    walk_type(walk, "y");
    walk_expect(walk, "+ the right answer");
    walk_expect(walk, "Reference: A book");
    walk_times(walk, 2, PRESS_ESCAPE);
    walk_expect(walk, "12 of 12");
}

static void no_key_is_shown_while_an_exam_runs(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk;

    session_close(fixture_start(&home->fixture));
    walk = home_walk_begin(home, true);
    walk_type(walk, "o");
    walk_times(walk, 2, PRESS_ENTER);
    walk_type(walk, "y");
    walk_expect(walk, "no key is shown until it has ended");
    assert_false(walk_shows(walk, "the right answer"));
}

/* --- a file --------------------------------------------------------------- */

static struct walk *begin_import(void **state)
{
    struct walk *walk = home_walk_begin(*state, true);

    walk_type(walk, "om");
    walk_expect(walk, "Nothing is changed before you say yes.");
    return walk;
}

static struct walk *import_bank(void **state, int questions,
                                const char *version)
{
    struct home_walk *home = *state;
    struct walk *walk = begin_import(state);
    char *text = fixture_bank(questions, version);

    walk_type(walk, fixture_file(&home->fixture, "new.yaml", text));
    free(text);
    walk_press(walk, PRESS_ENTER);
    return walk;
}

static void nothing_changes_before_yes(void **state)
{
    struct walk *walk = import_bank(state, 14, "1.1");

    walk_expect(walk, "14 questions: 2 new, 0 changed, 12 unchanged");
    walk_expect(walk, "new (2): q12, q13");
    walk_expect(walk, "> No, change nothing");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "Nothing was changed.");
    assert_string_equal(the_bank(*state).version, "1.0");
}

static void yes_loads_and_says_so(void **state)
{
    struct walk *walk = import_bank(state, 14, "1.1");

    walk_press(walk, PRESS_DOWN);
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "test/quick: imported.");
    assert_int_equal(the_bank(*state).active, 14);
    walk_press(walk, PRESS_ESCAPE);
    walk_expect(walk, "test/quick 1.1: 14 questions");
}

/* One yes for each: older, much gone, and the load itself. */
static void older_and_smaller_want_a_yes_each(void **state)
{
    static const char *const asked[] = {
        "What is loaded is newer than this file.",
        "More than a fifth of the bank goes: 6 of 12 questions.",
        "  Yes, load it",
    };
    struct walk *walk = import_bank(state, 6, "0.9");

    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        walk_expect(walk, asked[i]);
        walk_expect(walk, "> No, change nothing");
        assert_string_equal(the_bank(*state).version, "1.0");
        walk_press(walk, PRESS_DOWN);
        walk_press(walk, PRESS_ENTER);
    }
    walk_expect(walk, "test/quick: imported.");
    assert_string_equal(the_bank(*state).version, "0.9");
    assert_int_equal(the_bank(*state).absent, 6);
}

static void a_bad_file_is_explained_and_never_loaded(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk = begin_import(state);

    walk_type(walk, fixture_file(&home->fixture, "bad.yaml",
                                 "format: proctor-bank/1\nbank: a/b\n"));
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "nothing of it is loaded");
    walk_expect(walk, "bad.yaml:");
    walk_expect(walk, "> Another file");
    assert_false(walk_shows(walk, "Yes"));
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "> File: ");
    walk_type(walk, "x");
    walk_press(walk, PRESS_ENTER);
    walk_expect(walk, "No such file");
}

static void the_rest_of_a_name_is_typed_by_tab(void **state)
{
    struct home_walk *home = *state;
    struct walk *walk = begin_import(state);

    fixture_file(&home->fixture, "unlike-all.yaml", "");
    walk_type(walk, home->fixture.folder);
    walk_type(walk, "/unl");
    walk_press(walk, PRESS_TAB);
    walk_expect(walk, "/unlike-all.yaml");
    walk_type(walk, "x");
    walk_press(walk, PRESS_TAB);
    walk_expect(walk, "No file has a name that begins so.");
}

#define WALK_TEST(name)                                                        \
    cmocka_unit_test_setup_teardown(name, home_walk_setup, home_walk_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WALK_TEST(enter_does_what_comes_next),
        WALK_TEST(a_practice_that_waits_goes_on),
        WALK_TEST(who_comes_back_sees_all_at_once),
        WALK_TEST(a_practice_without_an_exam_says_what_is_missing),
        WALK_TEST(a_section_is_practised),
        WALK_TEST(the_offer_follows_what_is_typed),
        WALK_TEST(a_bank_is_hidden_and_shown),
        WALK_TEST(an_exam_is_hidden_from_candidates),
        WALK_TEST(a_question_is_looked_at_and_its_key_on_demand),
        WALK_TEST(no_key_is_shown_while_an_exam_runs),
        WALK_TEST(nothing_changes_before_yes),
        WALK_TEST(yes_loads_and_says_so),
        WALK_TEST(older_and_smaller_want_a_yes_each),
        WALK_TEST(a_bad_file_is_explained_and_never_loaded),
        WALK_TEST(the_rest_of_a_name_is_typed_by_tab),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
