/* After an exam: its questions with what the candidate adds, results, weak
 * areas and search, through the real program and over a restart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "world.h"

/* The first of four is answered wrong, the others not at all. */
static struct vth *sit_badly(struct world *world)
{
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_text(vth, "ars");
    world_expect(vth, "End the exam?");
    world_enter(vth, "submit");
    world_expect(vth, "0 of 5, 3.5 needed (70 %): not passed.");
    return vth;
}

static void back(struct vth *vth, const char *to)
{
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, to);
}

static void quit(struct vth *vth)
{
    back(vth, "q quit");
    vth_text(vth, "q");
    assert_int_equal(world_end(vth), 0);
    vth_close(vth);
}

static void open_first_missed(struct vth *vth)
{
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "4 of 4 questions: wrong");
    world_enter(vth, "");
    world_expect(vth, "Question 1: 1 of 4, wrong");
    world_expect(vth, "Wrong. You: A. Right: B.");
}

static void go_back_to_the_result(struct vth *vth)
{
    back(vth, "[note, disputed]");
    back(vth, "Go through the questions");
}

static void note_cause_and_dispute_outlast_the_program(void **state)
{
    struct vth *vth = sit_badly(*state);

    open_first_missed(vth);
    vth_text(vth, "w");
    world_enter(vth, "Look at the first word.");
    vth_text(vth, "y3");
    world_expect(vth, "Cause: wrong place in the book.");
    vth_text(vth, "xc");
    world_expect(vth, "Why the key is wrong");
    world_enter(vth, "Another book says so.");
    world_expect(vth, "Your own words stand below.");
    go_back_to_the_result(vth);
    quit(vth);

    vth = world_run(*state, &(struct world_run){.at_home = true});
    world_expect(vth, "q quit");
    vth_text(vth, "r");
    world_expect(vth, "Results, showing: all (1)");
    world_enter(vth, "");
    open_first_missed(vth);
    world_expect(vth, "Cause: wrong place in the book.");
    world_key(vth, VTERM_KEY_END);
    world_expect(vth, "Note: Look at the first word.");
    world_expect(vth, "You dispute the key: C is right. Another book says so.");
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
}

static void results_areas_and_search_are_one_key_away(void **state)
{
    struct vth *vth = sit_badly(*state);

    back(vth, "q quit");
    vth_text(vth, "rt");
    world_expect(vth, "Marks over time: the whole exam");
    world_expect(vth, "pass 70 %");
    back(vth, "Results, showing: all");
    back(vth, "q quit");
    vth_text(vth, "w");
    world_expect(vth, "Weak areas by");
    vth_text(vth, "v");
    world_expect(vth, "What it rests on");
    back(vth, "Weak areas by");
    back(vth, "q quit");
    vth_text(vth, "/");
    world_enter(vth, "first question");
    world_expect(vth, "1 hit; 1 question gone through.");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "Question with its key");
    world_expect(vth, "+ the right answer");
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(note_cause_and_dispute_outlast_the_program),
        WORLD_TEST(results_areas_and_search_are_one_key_away),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
