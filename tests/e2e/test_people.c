/* Several people on one account: each has what is theirs, and who is removed
 * leaves nothing behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "world.h"

#define SECRET "Beryl told me to look at the tabular list."

/* From the first screen back to it. */
static void add_person(struct vth *vth, const char *name)
{
    vth_text(vth, "un");
    world_expect(vth, "Somebody new");
    world_enter(vth, name);
    world_down_to(vth, "> Add this person");
    world_enter(vth, "");
    world_expect(vth, "Stored: ");
    world_back(vth, "q quit");
}

static void become(struct vth *vth, const char *name)
{
    char line[64];

    snprintf(line, sizeof line, "> %s: ", name);
    vth_text(vth, "u");
    world_expect(vth, "Enter goes on as that person.");
    world_key(vth, VTERM_KEY_HOME);
    world_down_to(vth, line);
    world_enter(vth, "");
    snprintf(line, sizeof line, "This is %s now.", name);
    world_expect(vth, line);
}

/* A wrong answer with a note, the end, and another note on looking back; then
 * the first screen again. */
static void sit_badly(struct vth *vth, const char *note)
{
    world_begin_exam(vth);
    vth_text(vth, "aw");
    world_enter(vth, note);
    world_expect(vth, "Your note");
    world_submit(vth);
    world_look_back(vth, note);
}

/* Jane has sat an exam, with a note in it; Ben is there too, and it is him. */
static struct vth *begin_with_two(struct world *world)
{
    struct vth *vth = world_home(world);

    sit_badly(vth, SECRET);
    add_person(vth, "Ben");
    become(vth, "Ben");
    return vth;
}

/* From the first screen to the end of a search. */
static void search(struct vth *vth, const char *word)
{
    vth_text(vth, "/");
    world_expect(vth, "Type a word or more");
    world_enter(vth, word);
}

/* --- each their own ------------------------------------------------------- */

static void each_sees_their_own_results_only(void **state)
{
    struct vth *vth = begin_with_two(*state);

    world_expect_not(vth, "Last results");
    vth_text(vth, "r");
    world_expect(vth, "Nothing was sat yet.");
    world_back(vth, "q quit");
    vth_text(vth, "w");
    world_expect(vth, "Weak areas by");
    world_expect_not(vth, "of 1");
    world_back(vth, "q quit");
    search(vth, "beryl");
    world_expect(vth, "0 hits; 0 questions gone through.");
    world_back(vth, "q quit");
    become(vth, "Jane");
    world_expect(vth, "quick: 0 of 5 marks, not passed");
    search(vth, "beryl");
    world_expect(vth, "Your notes");
    world_expect(vth, SECRET);
    vth_close(vth);
}

static void who_it_is_is_asked_at_the_start(void **state)
{
    struct world *world = *state;

    world_quit(begin_with_two(world));
    for (int i = 0; i < 2; i++) {
        struct vth *vth =
            world_run(world, &(struct world_run){.at_home = true});

        world_expect(vth, "Several people practise here: who are you?");
        /* Who was here last is pointed at. */
        world_expect(vth, i == 0 ? "> Ben: " : "> Jane: ");
        world_key(vth, VTERM_KEY_HOME);
        world_expect(vth, "> Jane: no exam chosen, 1 attempt");
        world_enter(vth, "");
        world_expect(vth, "This is Jane now.");
        world_expect(vth, "quick: 0 of 5 marks, not passed");
        world_quit(vth);
    }
}

static void whom_the_command_line_names_is_not_asked_for(void **state)
{
    struct world *world = *state;
    struct vth *vth;

    world_quit(begin_with_two(world));
    vth = world_run(world, &(struct world_run){.at_home = true,
                                               .option = "--candidate=Jane"});
    world_expect(vth, "quick: 0 of 5 marks, not passed");
    world_quit(vth);
}

static void names_are_told_apart(void **state)
{
    struct vth *vth = world_home(*state);

    add_person(vth, "Ben");
    vth_text(vth, "un");
    world_enter(vth, "BEN");
    world_down_to(vth, "> Add this person");
    world_enter(vth, "");
    world_expect(vth, "! there is already a candidate 'Ben'");
    world_expect(vth, "> Name:            BEN");
    world_key(vth, VTERM_KEY_BACKSPACE);
    world_expect_not(vth, "there is already a candidate");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "Not stored yet");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "  Ben: no exam chosen, 0 attempts");
    world_expect_not(vth, "BE:");
    vth_close(vth);
}

/* --- removal -------------------------------------------------------------- */

/* From the first screen to where the name has to be typed. */
static void ask_to_remove(struct vth *vth, const char *name)
{
    char line[64];

    snprintf(line, sizeof line, "> %s: ", name);
    vth_text(vth, "u");
    world_expect(vth, "Enter goes on as that person.");
    world_key(vth, VTERM_KEY_HOME);
    world_down_to(vth, line);
    vth_text(vth, "x");
    snprintf(line, sizeof line, "Remove %s?", name);
    world_expect(vth, line);
    world_key(vth, VTERM_KEY_DOWN);
    world_expect(vth, "> Remove, after the name was typed");
    world_enter(vth, "");
}

static void a_wrong_word_removes_nobody(void **state)
{
    static const char *const words[] = {"", "Ben", "jane doe", "yes"};
    struct world *world = *state;
    struct vth *vth = begin_with_two(world);

    ask_to_remove(vth, "Jane");
    world_expect(vth, "1 attempt, ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        world_expect(vth, "Type Jane and Enter");
        world_enter(vth, words[i]);
        world_expect(vth, "The word is \"Jane\"; nothing was done.");
        world_enter(vth, "");
    }
    world_key(vth, VTERM_KEY_ESCAPE);
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "  Ben: no exam chosen, 0 attempts (now)");
    world_expect(vth, "> Jane: no exam chosen, 1 attempt");
    world_back(vth, "q quit");
    become(vth, "Jane");
    world_expect(vth, "quick: 0 of 5 marks, not passed");
    world_quit(vth);
    assert_true(world_database_has(world, SECRET));
}

static void who_is_removed_leaves_nothing_behind(void **state)
{
    struct world *world = *state;
    struct vth *vth = begin_with_two(world);

    sit_badly(vth, "Ben's own words.");
    assert_true(world_database_has(world, SECRET));
    ask_to_remove(vth, "Jane");
    world_enter(vth, "Jane");
    world_expect(vth, "Jane was removed. This is Ben now.");
    assert_false(world_database_has(world, SECRET));
    assert_false(world_database_has(world, "Jane"));
    assert_true(world_database_has(world, "Ben's own words."));
    world_back(vth, "q quit");
    search(vth, "words");
    world_expect(vth, "Your notes");
    world_expect(vth, "Ben's own words.");
    world_back(vth, "q quit");
    vth_text(vth, "r");
    world_expect(vth, "Results, showing: all (1)");
    world_back(vth, "q quit");
    world_quit(vth);
    assert_false(world_database_has(world, SECRET));
    WORLD_COMMAND(world, "doctor");
    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "quick: 0 of 5 marks, not passed");
    world_expect_not(vth, "who are you?");
    world_quit(vth);
}

static void who_is_alone_can_be_removed_too(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    sit_badly(vth, SECRET);
    ask_to_remove(vth, "Jane");
    world_enter(vth, "Jane");
    world_expect(vth, "Jane was removed.");
    world_back(vth, "q quit");
    world_expect_not(vth, "Last results");
    assert_false(world_database_has(world, SECRET));
    world_quit(vth);
    WORLD_COMMAND(world, "doctor");
}

/* --- exams side by side --------------------------------------------------- */

static void the_exam_of_one_does_not_hold_up_the_other(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    add_person(vth, "Ben");
    world_begin_exam(vth);
    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    vth_ctrl(vth, 'c');
    world_expect(vth, "Leave the exam?");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "> Next: An exam waits: 1 of 4 answered.");
    become(vth, "Ben");
    world_expect_not(vth, "An exam waits");
    sit_badly(vth, "Ben's own words.");
    world_expect(vth, "quick: 0 of 5 marks, not passed");
    become(vth, "Jane");
    world_expect(vth, "> Next: An exam waits: 1 of 4 answered.");
    world_expect_not(vth, "Last results");
    world_enter(vth, "");
    world_expect(vth, "An exam is running");
    world_enter(vth, "");
    world_expect(vth, "(x) B. beta");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_sees_their_own_results_only),
        WORLD_TEST(who_it_is_is_asked_at_the_start),
        WORLD_TEST(whom_the_command_line_names_is_not_asked_for),
        WORLD_TEST(names_are_told_apart),
        WORLD_TEST(a_wrong_word_removes_nobody),
        WORLD_TEST(who_is_removed_leaves_nothing_behind),
        WORLD_TEST(who_is_alone_can_be_removed_too),
        WORLD_TEST(the_exam_of_one_does_not_hold_up_the_other),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
