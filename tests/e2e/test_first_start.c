/* The first start: what is asked, what becomes of it, and what a kill, a window
 * of another size and impatience do to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

#define CONFIG ".config/proctor/config"

static const char tutorial_bank[] =
    "format: proctor-bank/1\n"
    "bank: test/tutorial\n"
    "title: Tutorial\n"
    "version: 2026.1\n"
    "language: en\n"
    "license: CC0-1.0\n"
    "topic: t/a\n"
    "questions:\n"
    "  - id: keys\n"
    "    exams: [tutorial]\n"
    "    stem: Which key helps?\n"
    "    options: {A: none, B: the question mark}\n"
    "    shuffle: no\n"
    "    answer: B\n"
    "    rationale: Because.\n"
    "    references: [a book]\n";

static const char tutorial_exam[] =
    "format: proctor-exam/1\n"
    "exam: tutorial\n"
    "title: Tutorial\n"
    "issuer: Nobody\n"
    "type: tutorial\n"
    "version: \"1\"\n"
    "order: by-section\n"
    "navigation: free\n"
    "sections:\n"
    "  - {id: keys, title: Keys, items: 1, questions: [test/tutorial/keys]}\n";

static struct vth *start(struct world *world)
{
    struct vth *vth;

    world_write(world, "data/banks/tutorial.yaml", tutorial_bank);
    world_write(world, "data/exams/tutorial.yaml", tutorial_exam);
    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "A few questions before the first exam.");
    return vth;
}

/* In place of what the line holds. */
static void retype(struct vth *vth, const char *text)
{
    for (int i = 0; i < 16; i++)
        world_key(vth, VTERM_KEY_BACKSPACE);
    world_enter(vth, text);
}

/* From the line of the exam to the next one. */
static void choose_exam(struct vth *vth)
{
    world_enter(vth, "");
    world_expect(vth, "Which exam do you prepare for?");
    vth_text(vth, "/qui");
    world_enter(vth, "");
    world_expect_not(vth, "Decide later");
    world_enter(vth, "");
    world_expect(vth, "Exam:            Quick exam");
}

/* Name, exam and date. */
static void answer_first_lines(struct vth *vth)
{
    retype(vth, "Ann");
    choose_exam(vth);
    world_enter(vth, "2027-02-28");
    world_expect(vth, "> Time in percent: 100");
}

static int row_of(struct vth *vth, const char *text)
{
    int row;

    world_expect(vth, text);
    assert_true(vth_find(vth, text, &row, NULL));
    return row;
}

/* --- answering ------------------------------------------------------------ */

static void every_answer_is_kept(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    answer_first_lines(vth);
    retype(vth, "150");
    retype(vth, "30");
    world_enter(vth, "");
    vth_text(vth, " ");
    world_expect(vth, "< yes >");
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_expect(vth, "> Done; to the first screen");
    world_enter(vth, "");
    world_expect(vth, "Quick exam: 97 days to your exam.");
    world_expect_not(vth, "\u2500");
    world_quit(vth);

    WORLD_TELLS(world, "\"name\": \"Ann\"", "candidates", "--json");
    WORLD_TELLS(world, "\"exam\": \"quick\"", "candidates", "--json");
    WORLD_TELLS(world, "\"exam_date\": \"2027-02-28\"", "candidates", "--json");
    WORLD_TELLS(world, "\"time_percent\": 150", "candidates", "--json");
    WORLD_TELLS(world, "\"added_minutes\": 30", "candidates", "--json");
    assert_true(world_file_has(world, CONFIG, "accessible = yes\n"));
    assert_false(world_file_has(world, CONFIG, "mode ="));

    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "Quick exam: 97 days to your exam.");
    world_expect_not(vth, "Welcome");
    world_quit(vth);
}

static void a_conversation_of_lines_comes_with_the_next_start(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    answer_first_lines(vth);
    world_enter(vth, "");
    world_enter(vth, "");
    world_key(vth, VTERM_KEY_RIGHT);
    world_expect(vth, "< a conversation of lines >");
    world_down_to(vth, "> Done; to the first screen");
    world_enter(vth, "");
    world_expect(vth, "From the next start on this is a conversation of lines");
    world_quit(vth);
    assert_true(world_file_has(world, CONFIG, "mode = lines\n"));

    vth = world_run(world, &(struct world_run){.at_home = true});
    assert_true(vth_wait_text(vth, "proctor>", WORLD_WAIT_MS));
    assert_false(vth_altscreen(vth));
    vth_close(vth);
}

static void a_wrong_date_is_told_beside_its_line(void **state)
{
    static const char problem[] = "! there is no such day; as year-month-day";
    struct vth *vth = start(*state);

    retype(vth, "Ann");
    choose_exam(vth);
    vth_text(vth, "2027-02-3");
    world_expect_not(vth, problem);
    vth_text(vth, "0");
    assert_int_equal(row_of(vth, problem),
                     row_of(vth, "> Exam date:       2027-02-30") + 1);
    /* It does not keep anybody from the other lines, but from the end. */
    world_enter(vth, "");
    world_expect(vth, "> Time in percent:");
    world_expect(vth, problem);
    world_down_to(vth, "> Done; to the first screen");
    world_enter(vth, "");
    world_expect(vth, "> Exam date:       2027-02-30");
    world_key(vth, VTERM_KEY_BACKSPACE);
    world_key(vth, VTERM_KEY_BACKSPACE);
    vth_text(vth, "28");
    world_expect_not(vth, problem);
    vth_close(vth);
}

/* --- the tutorial --------------------------------------------------------- */

static void the_tutorial_is_offered_taken_and_ended(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    answer_first_lines(vth);
    world_down_to(vth, "> Done; try the keys on three questions");
    world_enter(vth, "");
    world_expect(vth, "There is no clock, nothing is kept");
    world_enter(vth, "");
    world_expect(vth, "Which key helps?");
    vth_text(vth, "bmrs");
    world_enter(vth, "");
    world_expect(vth, "That was the tutorial.");
    world_expect(vth, "+ You answered 1 of 1 questions.");
    world_expect(vth, "+ You marked a question to look at again.");
    world_expect(vth, "Not tried: x and a letter strike an option out.");
    world_enter(vth, "");
    world_expect(vth, "Quick exam: 97 days to your exam.");
    world_expect(vth, "1 fresh mock exam left");
    world_quit(vth);
    WORLD_TELLS(world, "\"attempts\": 0", "candidates", "--json");
    WORLD_TELLS(world, "\"exam\": \"quick\"", "candidates", "--json");
}

static void a_tutorial_leaves_nothing_behind_however_it_ends(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    world_down_to(vth, "> Done; try the keys on three questions");
    world_enter(vth, "");
    world_expect(vth, "There is no clock, nothing is kept");
    world_enter(vth, "");
    vth_text(vth, "b");
    world_expect(vth, "(x) B.");
    world_kill(vth);

    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "> Next: Choose the exam you prepare for");
    vth_text(vth, "t");
    world_expect(vth, "There is no clock, nothing is kept");
    world_enter(vth, "");
    world_expect(vth, "( ) B.");
    vth_text(vth, "b");
    vth_ctrl(vth, 'c');
    world_expect(vth, "Leave the tutorial?");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "> Next: Choose the exam you prepare for");
    world_quit(vth);
    WORLD_TELLS(world, "\"attempts\": 0", "candidates", "--json");
}

/* --- skipping, killing, resizing ------------------------------------------ */

static void who_skips_is_not_asked_again(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "You can set this later under People (u)");
    world_expect(vth, "> Next: Choose the exam you prepare for");
    world_quit(vth);
    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "> Next: Choose the exam you prepare for");
    world_expect_not(vth, "Welcome");
    world_quit(vth);
    WORLD_TELLS(world, "\"name\": \"Jane\"", "candidates", "--json");
}

static void who_skips_the_rest_keeps_what_was_answered_well(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    retype(vth, "Ann");
    choose_exam(vth);
    world_enter(vth, "soon");
    retype(vth, "125");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "Quick exam: no exam date is set.");
    world_quit(vth);
    WORLD_TELLS(world, "\"name\": \"Ann\"", "candidates", "--json");
    WORLD_TELLS(world, "\"exam_date\": \"\"", "candidates", "--json");
    WORLD_TELLS(world, "\"time_percent\": 125", "candidates", "--json");
}

static void a_kill_takes_no_answer_that_was_given(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    retype(vth, "Ann");
    world_expect(vth, "> Exam:");
    world_kill(vth);
    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "> Name:            Ann");
    world_enter(vth, "");
    choose_exam(vth);
    world_kill(vth);
    vth = world_run(world, &(struct world_run){.at_home = true});
    world_expect(vth, "Quick exam: no exam date is set.");
    world_expect_not(vth, "Welcome");
    world_quit(vth);
    WORLD_TELLS(world, "\"name\": \"Ann\"", "candidates", "--json");
}

static void the_window_may_change_in_the_middle(void **state)
{
    struct world *world = *state;
    struct vth *vth = start(world);

    retype(vth, "Ann");
    choose_exam(vth);
    vth_text(vth, "2027-0");
    vth_resize(vth, 12, 40);
    world_expect(vth, "> Exam date: 2027-0");
    world_expect(vth, "while it is not known"); /* its help, to the end */
    vth_resize(vth, 10, 30);
    world_expect(vth, "needs at least 40x12");
    world_expect_not(vth, "Exam date");
    vth_resize(vth, 50, 160);
    world_expect(vth, "> Exam date:       2027-0");
    world_expect(vth, "Name:            Ann");
    world_enter(vth, "2-28");
    vth_resize(vth, 12, 40);
    world_down_to(vth, "> Done; to the first screen");
    world_enter(vth, "");
    world_expect(vth, "97 days to your exam");
    world_quit(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_answer_is_kept),
        WORLD_TEST(a_conversation_of_lines_comes_with_the_next_start),
        WORLD_TEST(a_wrong_date_is_told_beside_its_line),
        WORLD_TEST(the_tutorial_is_offered_taken_and_ended),
        WORLD_TEST(a_tutorial_leaves_nothing_behind_however_it_ends),
        WORLD_TEST(who_skips_is_not_asked_again),
        WORLD_TEST(who_skips_the_rest_keeps_what_was_answered_well),
        WORLD_TEST(a_kill_takes_no_answer_that_was_given),
        WORLD_TEST(the_window_may_change_in_the_middle),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
