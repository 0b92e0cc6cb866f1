/* What to practise, chosen on the screen with the keyboard alone, and what
 * becomes of it: its end by the clock, a kill, the missed ones again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "world.h"

#define MINUTE_MS 60000

/* On the screen that says what to practise. */
static void choose_scope(struct vth *vth, const char *scope)
{
    char line[80];

    vth_text(vth, "p");
    world_expect(vth, "Right answers:");
    world_enter(vth, "");
    world_expect(vth, "Practise what?");
    world_key(vth, VTERM_KEY_HOME);
    snprintf(line, sizeof line, "> %s", scope);
    world_down_to(vth, line);
    world_enter(vth, "");
    world_expect(vth, scope);
    world_expect_not(vth, "Practise what?");
}

/* `label` is that of the line whose list has `name`. */
static void choose_name(struct vth *vth, const char *label, const char *name)
{
    char line[80];

    snprintf(line, sizeof line, "> %s:", label);
    world_down_to(vth, line);
    world_enter(vth, "");
    world_expect(vth, "/ narrow");
    vth_text(vth, "/");
    world_enter(vth, name);
    world_enter(vth, "");
    world_expect_not(vth, "/ narrow");
    world_expect(vth, name);
}

static void set_number(struct vth *vth, const char *label, const char *number)
{
    char line[80];

    snprintf(line, sizeof line, "> %s:", label);
    world_down_to(vth, line);
    for (int i = 0; i < 4; i++)
        world_key(vth, VTERM_KEY_BACKSPACE);
    vth_text(vth, number);
}

/* Over the sheet, which says `sheet`, to the first question. */
static void start(struct vth *vth, const char *sheet)
{
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect(vth, "Ready? Enter starts");
    world_expect(vth, sheet);
    world_enter(vth, "");
    world_expect(vth, "Question 1 of ");
}

/* --- what to practise ----------------------------------------------------- */

static void a_section_is_practised(void **state)
{
    struct vth *vth = world_home(*state);

    choose_scope(vth, "a section of an exam");
    world_expect(vth, "! Enter opens the list to choose from");
    choose_name(vth, "Exam", "Quick exam");
    choose_name(vth, "Section", "Part B");
    world_expect(vth, "Questions: 1 new to you.");
    start(vth, "Practice: Part B (quick)");
    world_expect(vth, "The second question?");
    world_expect(vth, "Question 1 of 1");
    vth_close(vth);
}

static void a_topic_is_practised_without_its_answers(void **state)
{
    struct vth *vth = world_home(*state);

    choose_scope(vth, "a topic and what is below it");
    choose_name(vth, "Topic", "Topic A");
    world_down_to(vth, "> Right answers:");
    world_key(vth, VTERM_KEY_RIGHT);
    world_expect(vth, "< only at the end >");
    start(vth, "Practice: Topic A");
    world_expect(vth, "The first question?");
    world_expect_not(vth, "s check");
    vth_text(vth, "as");
    world_expect_not(vth, "Because.");
    vth_text(vth, "r");
    world_expect(vth, "complete");
    vth_text(vth, "s");
    world_expect(vth, "End the practice?");
    world_enter(vth, "");
    world_expect(vth, "0 of 1 question right.");
    vth_close(vth);
}

static void a_number_that_cannot_be_is_told_beside_it(void **state)
{
    struct vth *vth;
    int row, problem;

    world_fill(*state, 2); /* no cases, which are not cut */
    vth = world_home(*state);
    choose_scope(vth, "a question bank");
    choose_name(vth, "Bank", "Many");
    set_number(vth, "Questions", "many");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect_not(vth, "Ready?");
    assert_true(vth_find(vth, "> Questions:           many", &row, NULL));
    assert_true(
        vth_find(vth, "! a number from 1 to 200 is needed", &problem, NULL));
    assert_int_equal(problem, row + 1);
    set_number(vth, "Questions", "2");
    start(vth, "Questions: 2");
    vth_close(vth);
}

static void nothing_missed_is_said_so(void **state)
{
    struct vth *vth = world_home(*state);

    choose_scope(vth, "questions you missed");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect_not(vth, "Ready?");
    world_expect(vth, "> Go on to the start");
    world_expect(vth, "miss");
    vth_close(vth);
}

/* --- its end -------------------------------------------------------------- */

static void so_many_minutes_end_by_the_clock(void **state)
{
    struct world *world = *state;
    struct vth *vth;

    world_fill(world, 2);
    vth = world_home(world);
    choose_scope(vth, "a question bank");
    choose_name(vth, "Bank", "Many");
    set_number(vth, "Minutes", "5");
    start(vth, "Your time: 5 min");
    world_expect(vth, "0:05:00 left");
    vth_text(vth, "as");
    world_expect(vth, "Wrong. You: A. Right: B.");
    world_pass(world, 5 * MINUTE_MS - 1000);
    world_expect(vth, "0:00:01 left");
    world_expect(vth, "Wrong. You: A. Right: B.");
    world_pass(world, 1000);
    world_expect(vth, "Time is over.");
    vth_text(vth, "n");
    world_expect(vth, "Time is over.");
    world_enter(vth, "");
    world_expect(vth, "time ran out.");
    world_expect(vth, "0 of 1 question right (8 drawn, 7 not shown).");
    world_back(vth, "q quit");
    world_expect_not(vth, "Go on:");
    world_quit(vth);
}

/* --- once more ------------------------------------------------------------ */

static void what_was_missed_is_asked_again_until_it_is_right(void **state)
{
    struct vth *vth = world_home(*state);

    choose_scope(vth, "a topic and what is below it");
    choose_name(vth, "Topic", "Topic A");
    start(vth, "Practice: Topic A");
    for (int round = 0; round < 2; round++) {
        bool is_right = round == 1;

        world_pass(*state, MINUTE_MS);
        vth_text(vth, is_right ? "b" : "a");
        vth_text(vth, "s");
        world_expect(vth, is_right ? "Right. You: B." : "Wrong. You: A.");
        vth_text(vth, "rs");
        world_expect(vth, "End the practice?");
        world_enter(vth, "");
        world_expect(vth, is_right ? "1 of 1 question" : "0 of 1 question");
        world_back(vth, "q quit");
        choose_scope(vth, "questions you missed");
        if (is_right)
            break;
        world_expect(vth, "Questions: 0 new to you, 1 met before.");
        start(vth, "no evidence of what you know");
        world_expect(vth, "The first question?");
        world_expect_not(vth, "(x)");
    }
    world_expect_not(vth, "1 met before.");
    vth_close(vth);
}

static void a_kill_takes_no_check(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    choose_scope(vth, "a topic and what is below it");
    choose_name(vth, "Topic", "Topic A");
    start(vth, "Practice: Topic A");
    vth_text(vth, "as");
    world_expect(vth, "Wrong. You: A. Right: B.");
    world_kill(vth);

    world_pass(world, 90 * MINUTE_MS);
    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "> Next: A practice waits: 1 of 1 answered.");
    world_enter(vth, "");
    world_expect(vth, "Wrong. You: A. Right: B.");
    world_expect(vth, "Because.");
    vth_text(vth, "b");
    world_expect(vth, "It is checked: the answer stays.");
    vth_text(vth, "r");
    world_expect(vth, "checked");
    vth_close(vth);
}

static void there_is_no_practice_while_an_exam_runs(void **state)
{
    struct world *world = *state;
    struct vth *vth;

    WORLD_COMMAND(world, "candidates", "set", "Jane", "--exam", "quick");
    vth = world_sit(world, &(struct world_run){0});
    vth_ctrl(vth, 'c');
    world_expect(vth, "Leave the exam?");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "> Next: An exam waits");
    vth_text(vth, "p");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect_not(vth, "Ready?");
    world_expect(vth, "An exam is running: resume or end it first.");
    world_back(vth, "> Next: An exam waits");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_section_is_practised),
        WORLD_TEST(a_topic_is_practised_without_its_answers),
        WORLD_TEST(a_number_that_cannot_be_is_told_beside_it),
        WORLD_TEST(nothing_missed_is_said_so),
        WORLD_TEST(so_many_minutes_end_by_the_clock),
        WORLD_TEST(what_was_missed_is_asked_again_until_it_is_right),
        WORLD_TEST(a_kill_takes_no_check),
        WORLD_TEST(there_is_no_practice_while_an_exam_runs),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
