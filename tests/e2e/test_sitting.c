/* Journeys of a candidate through the real program. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "golden.h"
#include "world.h"

static void check_golden(struct vth *vth, const char *name)
{
    struct strbuf screen = {0};
    bool same;

    vth_dump(vth, &screen);
    same = golden_matches(name, strbuf_text(&screen));
    strbuf_finish(&screen);
    assert_true(same);
}

/* Options of the fourth question are shuffled; the seed puts none of those
 * chosen here in its own place. */
static void choose(struct vth *vth, const char *text)
{
    char option[64], letter = 'a';

    for (; letter <= 'd'; letter++) {
        snprintf(option, sizeof option, "( ) %c. %s", letter - 'a' + 'A', text);
        if (vth_find(vth, option, NULL, NULL))
            break;
    }
    assert_in_range(letter, 'b', 'd');
    vth_text(vth, (char[]){letter, '\0'});
    option[1] = 'x';
    world_expect(vth, option);
}

/* The third and fourth question are a case in the order of the seed. */
static void answer_all(struct vth *vth)
{
    vth_text(vth, "bnacn");
    world_expect(vth, "Question 3 of 4");
    world_key(vth, VTERM_KEY_TAB);
    world_enter(vth, "i50.23");
    world_enter(vth, "E11.22");
    vth_text(vth, "n");
    world_expect(vth, "The fourth question?");
    choose(vth, "eins");
}

static void submit(struct vth *vth)
{
    vth_text(vth, "rs");
    world_expect(vth, "End the exam?");
    world_enter(vth, "submit");
}

static void an_exam_is_sat_to_its_result(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    check_golden(vth, "e2e-question");
    answer_all(vth);
    submit(vth);
    world_expect(vth, "5 of 5, 3.5 needed (70 %): passed.");
    check_golden(vth, "e2e-result");
    world_enter(vth, "");
    world_expect(vth, "4 of 4 questions: all");
    world_enter(vth, "");
    world_expect(vth, "your answer, right");
    world_expect(vth, "Because.");
    assert_string_equal(vth_unknown(vth), "");
    for (int i = 0; i < 3; i++)
        world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "5 of 5 marks, passed");
    vth_text(vth, "q");
    assert_int_equal(world_end(vth), 0);
    assert_false(vth_altscreen(vth));
    vth_close(vth);
}

static void submitting_takes_the_word(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "rs");
    world_expect(vth, "0 of 4 answered; 1 seen and left open, 3 unseen.");
    world_expect(vth, "Not answered: 1, 2, 3, 4.");
    world_expect(vth, "Type submit and Enter");
    world_enter(vth, "yes");
    world_expect(vth, "nothing was done");
    world_enter(vth, "");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "End the exam?");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "The first question?");
    vth_close(vth);
}

static void a_killed_program_comes_back_with_every_answer(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});
    int status;

    vth_text(vth, "cmxanac");
    world_expect(vth, "[x] C. south");
    vth_signal(vth, SIGKILL);
    assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
    vth_close(vth);
    world_pass(world, 5 * 60000);
    vth = world_run(world, &(struct world_run){0});
    world_expect(vth, "An exam is running");
    world_expect(vth, "2 of 4 questions are answered");
    world_expect(vth, "Since then 0:05:00 have passed");
    world_enter(vth, "");
    world_expect(vth, "[x] A. north");
    world_expect(vth, "0:55:00 left");
    vth_text(vth, "p");
    world_expect(vth, "(x) C. gamma");
    world_expect(vth, "( ) A. [struck] alpha");
    world_expect(vth, "[marked]");
    vth_close(vth);
}

static void a_gap_need_not_be_charged(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});
    int status;

    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    vth_signal(vth, SIGKILL);
    assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
    vth_close(vth);
    world_pass(world, 90 * 60000);
    vth = world_run(world, &(struct world_run){0});
    world_expect(vth, "no time is left");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "1:00:00 left");
    answer_all(vth);
    submit(vth);
    world_expect(vth, "not exam conditions");
    vth_close(vth);
}

static void a_gap_charged_can_end_the_exam(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});
    int status;

    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    vth_signal(vth, SIGKILL);
    assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
    vth_close(vth);
    world_pass(world, 90 * 60000);
    vth = world_run(world, &(struct world_run){0});
    world_expect(vth, "no time is left");
    world_enter(vth, "");
    world_expect(vth, "Time is over.");
    world_enter(vth, "");
    world_expect(vth, "1 of 5, 3.5 needed");
    vth_close(vth);
}

static void leaving_with_the_clock_stopped_keeps_the_time(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_ctrl(vth, 'c');
    world_expect(vth, "Leave the exam?");
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "> Next: An exam waits: 0 of 4 answered. Its clock "
                      "stands still.");
    world_pass(world, 600000);
    world_enter(vth, "");
    world_expect(vth, "clock stopped");
    world_enter(vth, "");
    world_expect(vth, "1:00:00 left");
    vth_close(vth);
}

static void abandoning_takes_the_word_and_gives_no_verdict(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_ctrl(vth, 'q');
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "Type abandon");
    world_enter(vth, "abandon");
    world_expect(vth, "Abandoned: there is no verdict.");
    vth_close(vth);
}

static void no_key_alone_ends_the_exam(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    for (int i = 0; i < 5; i++)
        world_key(vth, VTERM_KEY_ESCAPE);
    vth_text(vth, "qQ");
    world_expect(vth, "The first question?");
    for (char letter = 'a'; letter <= 'z'; letter++) {
        if (letter == 'z') /* stops the program, as it should */
            continue;
        vth_ctrl(vth, letter);
        world_key(vth, VTERM_KEY_ESCAPE);
        world_key(vth, VTERM_KEY_ESCAPE);
        assert_true(vth_sync(vth, WORLD_WAIT_MS));
    }
    for (int i = 1; i <= 12; i++) {
        world_key(vth, VTERM_KEY_FUNCTION(i));
        world_key(vth, VTERM_KEY_ESCAPE);
        world_key(vth, VTERM_KEY_ESCAPE);
        assert_true(vth_sync(vth, WORLD_WAIT_MS));
    }
    world_expect(vth, "Question ");
    vth_close(vth);
}

static void pasted_text_is_no_command(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_paste(vth, "bnnmrs\rsubmit\r");
    world_expect(vth, "The first question?");
    world_expect_not(vth, "(x)");
    vth_text(vth, "nn");
    world_key(vth, VTERM_KEY_TAB);
    vth_paste(vth, "I50.23");
    world_expect(vth, "1: I50.23");
    vth_close(vth);
}

static void commands_work_from_within_a_code_field(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "nn");
    world_key(vth, VTERM_KEY_TAB);
    vth_text(vth, "nmr");
    world_expect(vth, "1: nmr");
    vth_ctrl(vth, 'n');
    world_expect(vth, "The fourth question?");
    vth_ctrl(vth, 'p');
    world_expect(vth, "1: nmr");
    world_key(vth, VTERM_KEY_DEL);
    world_expect_not(vth, "nmr");
    vth_text(vth, "z");
    world_expect(vth, "1: nmr");
    vth_close(vth);
}

static void clearing_takes_only_the_code_pointed_at(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "nn");
    world_key(vth, VTERM_KEY_TAB);
    world_enter(vth, "I50.23");
    world_enter(vth, "E11.22");
    world_expect(vth, "2: E11.22");
    world_key(vth, VTERM_KEY_BACKSPACE);
    world_expect(vth, "1: I50.23");
    world_expect(vth, "2: ________");
    vth_close(vth);
}

static void typing_goes_on_after_help_and_after_the_case(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "nn");
    world_key(vth, VTERM_KEY_TAB);
    vth_text(vth, "I5");
    world_key(vth, VTERM_KEY_FUNCTION(1));
    world_expect(vth, "Help: question");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "typing a code");
    vth_text(vth, "?"); /* of no code */
    world_expect(vth, "Help: question");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "typing a code");
    vth_text(vth, "0.");
    world_expect(vth, "1: I50.");
    world_key(vth, VTERM_KEY_FUNCTION(2));
    world_expect(vth, "Case of questions 3 to 4");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "typing a code");
    vth_text(vth, "2");
    vth_ctrl(vth, 'f');
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "typing a code");
    vth_text(vth, "3");
    world_expect(vth, "1: I50.23");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect_not(vth, "typing a code");
    vth_text(vth, "n");
    world_expect(vth, "The fourth question?");
    vth_close(vth);
}

static void a_code_more_than_asked_for_counts_against(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "bnacn");
    world_key(vth, VTERM_KEY_TAB);
    world_enter(vth, "I50.23");
    vth_text(vth, "E11.22");
    world_expect(vth, "3 (more, if needed): ________");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "N18.32");
    world_expect(vth, "3 (more, if needed): N18.32");
    world_expect(vth, "> 4 (more, if needed):");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "4 (more, if needed): ________");
    vth_text(vth, "n");
    world_expect(vth, "The fourth question?");
    choose(vth, "eins");
    submit(vth);
    world_expect(vth, "4 of 5");
    vth_close(vth);
}

static void the_case_can_be_read_and_searched(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "nnv");
    world_expect(vth, "Case of questions 3 to 4");
    world_expect(vth, "Gr\xC3\xBC\xC3\x9F dich");
    vth_text(vth, "v");
    world_expect(vth, "The third question?");
    vth_text(vth, "/");
    world_enter(vth, "FAILURE");
    world_expect(vth, "Heart failure");
    vth_text(vth, "/");
    world_enter(vth, "elsewhere");
    world_expect(vth, "\"elsewhere\" is not in the case.");
    vth_close(vth);
}

static void a_search_for_nothing_asks_for_a_word(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "nn");
    world_expect(vth, "Case: The record (questions 3 to 4): v reads it");
    vth_text(vth, "/");
    world_enter(vth, "");
    world_expect(vth, "Type a word to search for.");
    vth_text(vth, "vv");
    world_expect_not(vth, "v reads it");
    vth_close(vth);
}

static void dialogs_show_the_choice_pointed_at(void **state)
{
    struct vth *vth =
        world_sit(*state, &(struct world_run){.rows = 12, .cols = 40});

    world_expect(vth, "A-C choose");
    world_expect(vth, "r review");
    vth_ctrl(vth, 'c');
    world_expect(vth, "> Back to the exam");
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_expect(vth, "> Abandon");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "The first question?");
    vth_text(vth, "r");
    world_expect(vth, "s end");
    world_key(vth, VTERM_KEY_END);
    world_expect_not(vth, "Part A");
    world_expect(vth, "[*] 0 complete");
    vth_text(vth, "s");
    world_expect(vth, "> Submit the exam");
    vth_close(vth);
}

static void an_abandoned_attempt_shows_what_was_seen(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "an");
    vth_ctrl(vth, 'c');
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_enter(vth, "abandon");
    world_expect(vth, "1 left blank, 2 not reached");
    world_expect(vth, "0 of 2    not reached");
    world_enter(vth, "");
    world_expect(vth, "2 of 4 questions: all of those you saw");
    world_enter(vth, "");
    world_expect(vth, "Question 1: 1 of 2, all of those you saw");
    world_expect(vth, "Wrong. You: A. Right: B. 0 of 1 mark.");
    vth_text(vth, "nn");
    world_expect(vth, "There is no further question");
    world_key(vth, VTERM_KEY_TAB);
    world_expect(vth, "Question 2: 2 of 2, wrong of those you saw");
    vth_close(vth);
}

static void help_lists_the_keys_of_the_screen(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "?");
    world_expect(vth, "Help: question");
    world_expect(vth, "mark the question to look at again");
    vth_text(vth, "?");
    world_expect(vth, "The first question?");
    vth_close(vth);
}

static void questions_are_found_by_number_and_by_filter(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "o");
    world_enter(vth, "2");
    world_expect(vth, "The second question?");
    vth_text(vth, "mo");
    world_enter(vth, "9");
    world_expect(vth, "There is no question \"9\"");
    vth_text(vth, "r");
    world_expect(vth, "Review: all questions: 4 of 4");
    for (int i = 0; i < 4; i++)
        world_key(vth, VTERM_KEY_TAB);
    world_expect(vth, "Review: marked: 1 of 4");
    world_key(vth, VTERM_KEY_TAB);
    world_expect(vth, "Review: Part A: 1 of 4");
    vth_key(vth, VTERM_KEY_TAB, VTERM_MOD_SHIFT);
    world_expect(vth, "Review: marked: 1 of 4");
    world_expect_not(vth, "The first question?");
    world_enter(vth, "");
    world_expect(vth, "Question 2 of 4");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_exam_is_sat_to_its_result),
        WORLD_TEST(submitting_takes_the_word),
        WORLD_TEST(a_killed_program_comes_back_with_every_answer),
        WORLD_TEST(a_gap_need_not_be_charged),
        WORLD_TEST(a_gap_charged_can_end_the_exam),
        WORLD_TEST(leaving_with_the_clock_stopped_keeps_the_time),
        WORLD_TEST(abandoning_takes_the_word_and_gives_no_verdict),
        WORLD_TEST(no_key_alone_ends_the_exam),
        WORLD_TEST(pasted_text_is_no_command),
        WORLD_TEST(commands_work_from_within_a_code_field),
        WORLD_TEST(clearing_takes_only_the_code_pointed_at),
        WORLD_TEST(typing_goes_on_after_help_and_after_the_case),
        WORLD_TEST(a_code_more_than_asked_for_counts_against),
        WORLD_TEST(the_case_can_be_read_and_searched),
        WORLD_TEST(a_search_for_nothing_asks_for_a_word),
        WORLD_TEST(dialogs_show_the_choice_pointed_at),
        WORLD_TEST(an_abandoned_attempt_shows_what_was_seen),
        WORLD_TEST(help_lists_the_keys_of_the_screen),
        WORLD_TEST(questions_are_found_by_number_and_by_filter),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
