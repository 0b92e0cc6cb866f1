/* A practice, notes and the settings, through the real program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

/* From the sheet to the first question, which is turned to the
 * one with that stem. */
static struct vth *practise(struct world *world, const char *stem)
{
    struct vth *vth = world_run(world, &(struct world_run){.practice = true});

    world_expect(vth, "Practice: Quick questions");
    world_expect(vth, "Your time: no limit");
    world_expect_not(vth, "Marks needed");
    world_enter(vth, "");
    world_expect(vth, "Question 1 of 4");
    for (int i = 0; i < 3 && !vth_find(vth, stem, NULL, NULL); i++) {
        vth_text(vth, "n");
        vth_sync(vth, WORLD_WAIT_MS);
    }
    world_expect(vth, stem);
    return vth;
}

static void an_answer_is_checked_and_stays(void **state)
{
    struct vth *vth = practise(*state, "The first question?");

    vth_text(vth, "a");
    world_expect(vth, "(x) A. alpha");
    world_expect_not(vth, "Because.");
    world_enter(vth, "");
    world_expect_not(vth, "Because.");
    vth_text(vth, "s");
    world_expect(vth, "Wrong. You: A. Right: B.");
    world_expect(vth, "+ the right answer");
    world_expect(vth, "Because.");
    world_expect(vth, "Reference: a book");
    vth_text(vth, "b");
    world_expect(vth, "It is checked: the answer stays.");
    world_expect(vth, "(x) A. alpha");
    world_key(vth, VTERM_KEY_BACKSPACE);
    world_expect(vth, "is final");
    world_expect(vth, "(x) A. alpha");
    vth_text(vth, "s");
    world_expect(vth, "is final");
    vth_close(vth);
}

static void a_blank_is_checked_only_when_it_is_meant(void **state)
{
    struct vth *vth = practise(*state, "The second question?");

    vth_text(vth, "s");
    world_expect(vth, "Nothing is answered");
    world_expect_not(vth, "Because.");
    vth_text(vth, "s");
    world_expect(vth, "Not answered.");
    world_expect(vth, "Because.");
    vth_close(vth);
}

static void a_code_is_checked_from_within_its_field(void **state)
{
    struct vth *vth = practise(*state, "The third question?");

    world_key(vth, VTERM_KEY_TAB);
    vth_text(vth, "I50.23");
    world_key(vth, VTERM_KEY_FUNCTION(12));
    world_expect(vth, "+ I50.23: right");
    world_expect(vth, "Missed: E11.22");
    vth_text(vth, "v");
    world_expect(vth, "Heart failure.");
    vth_text(vth, "v");
    world_key(vth, VTERM_KEY_TAB);
    vth_text(vth, "n");
    world_expect_not(vth, "Missed: E11.22");
    vth_close(vth);
}

static void hints_stay_on_the_page(void **state)
{
    struct vth *vth = practise(*state, "The first question?");

    vth_text(vth, "y");
    world_expect(vth, "no longer counts as evidence");
    world_expect(vth, "Hints");
    world_expect(vth, "a book");
    vth_text(vth, "q");
    world_expect(vth, "[sure]");
    world_expect(vth, "a book");
    vth_text(vth, "q");
    world_expect(vth, "[not sure]");
    vth_text(vth, "q");
    world_expect_not(vth, "sure]");
    vth_close(vth);
}

static void a_practice_is_ended_without_a_word(void **state)
{
    struct vth *vth = practise(*state, "Question 1 of 4");

    vth_text(vth, "ss");
    world_expect(vth, "Not answered.");
    vth_text(vth, "r");
    world_expect(vth, "checked");
    vth_text(vth, "s");
    world_expect(vth, "End the practice?");
    world_expect(vth, "What you did not see does not count");
    world_enter(vth, "");
    world_expect_not(vth, "End the practice?");
    world_expect_not(vth, "passed");
    world_expect(vth, "Result");
    vth_close(vth);
}

static void a_practice_that_is_left_waits(void **state)
{
    struct vth *vth = practise(*state, "The first question?");

    vth_text(vth, "b");
    vth_ctrl(vth, 'c');
    world_expect(vth, "Leave the practice?");
    world_expect_not(vth, "clock runs on");
    vth_ctrl(vth, 'c');
    world_expect(vth, "(x) B. beta");
    vth_ctrl(vth, 'c');
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "You left the practice; it waits here.");
    world_pass(*state, 86400000);
    world_enter(vth, "");
    world_expect(vth, "(x) B. beta");
    vth_close(vth);
}

/* --- notes ---------------------------------------------------------------- */

static void a_note_is_typed_in_an_exam(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_text(vth, "w");
    world_expect(vth, "Note on question 1");
    vth_text(vth, "look up s and q?");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "This is not stored");
    vth_text(vth, "!");
    world_key(vth, VTERM_KEY_ENTER);
    world_expect(vth, "Your note");
    world_expect(vth, "look up s and q?!");
    vth_text(vth, "w");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "The first question?");
    vth_text(vth, "w");
    vth_paste(vth, "two\nlines");
    world_expect(vth, "lines");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "look up s and q?!");
    world_expect_not(vth, "lines");
    vth_close(vth);
}

/* --- settings ------------------------------------------------------------- */

static struct vth *open_settings(struct world *world)
{
    struct vth *vth = world_run(world, &(struct world_run){.at_home = true});

    vth_sync(vth, WORLD_WAIT_MS);
    if (vth_find(vth, "Welcome", NULL, NULL))
        world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "Exams: choose one to sit");
    vth_text(vth, "s");
    world_expect(vth, "Way of working");
    return vth;
}

static void expect_in_file(const struct world *world, const char *line)
{
    char path[128], text[1024] = "";
    FILE *file;
    size_t length;

    snprintf(path, sizeof path, "%s/.config/proctor/config", world->folder);
    file = fopen(path, "r");
    assert_non_null(file);
    length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    assert_non_null(strstr(text, line));
}

static void settings_count_at_once_and_are_kept(void **state)
{
    struct vth *vth = open_settings(*state);

    world_expect(vth, "/.config/proctor/config");
    world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_ENTER);
    world_expect(vth, "Colours: dark. Stored.");
    assert_true(vth_has_color(vth));
    expect_in_file(*state, "theme = dark\n");
    world_key(vth, VTERM_KEY_LEFT);
    world_key(vth, VTERM_KEY_LEFT);
    world_expect(vth, "Colours: mono. Stored.");
    assert_false(vth_has_color(vth));
    world_key(vth, VTERM_KEY_DOWN);
    vth_text(vth, " ");
    world_expect(vth, "For screen readers: yes. Stored.");
    world_expect_not(vth, "\u2500");
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
    vth = open_settings(*state);
    world_expect(vth, "yes");
    world_expect_not(vth, "\u2500");
    vth_close(vth);
}

static void the_end_takes_a_key_where_that_is_set(void **state)
{
    struct vth *vth = open_settings(*state);

    world_key(vth, VTERM_KEY_END);
    world_key(vth, VTERM_KEY_UP);
    world_key(vth, VTERM_KEY_ENTER);
    world_expect(vth, "Ending an exam: key. Stored.");
    vth_close(vth);
    vth = world_sit(*state, &(struct world_run){0});
    vth_ctrl(vth, 'c');
    world_key(vth, VTERM_KEY_END);
    world_enter(vth, "");
    world_expect(vth, "Type abandon");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "The first question?");
    vth_text(vth, "rs");
    world_expect(vth, "> Submit the exam");
    world_expect_not(vth, "Type submit");
    world_enter(vth, "");
    world_expect(vth, "not passed");
    vth_close(vth);
}

static void a_clock_set_to_be_hidden_is_hidden_from_the_start(void **state)
{
    struct vth *vth = open_settings(*state);

    for (int i = 0; i < 3; i++)
        world_key(vth, VTERM_KEY_DOWN);
    world_key(vth, VTERM_KEY_LEFT);
    world_expect(vth, "Clock in an exam: hidden. Stored.");
    vth_close(vth);
    vth = world_sit(*state, &(struct world_run){0});
    world_expect(vth, "clock hidden");
    world_pass(*state, 30 * 60000);
    world_expect(vth, "30 minutes are left. The clock is shown again.");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_answer_is_checked_and_stays),
        WORLD_TEST(a_blank_is_checked_only_when_it_is_meant),
        WORLD_TEST(a_code_is_checked_from_within_its_field),
        WORLD_TEST(hints_stay_on_the_page),
        WORLD_TEST(a_practice_is_ended_without_a_word),
        WORLD_TEST(a_practice_that_is_left_waits),
        WORLD_TEST(a_note_is_typed_in_an_exam),
        WORLD_TEST(settings_count_at_once_and_are_kept),
        WORLD_TEST(the_end_takes_a_key_where_that_is_set),
        WORLD_TEST(a_clock_set_to_be_hidden_is_hidden_from_the_start),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
