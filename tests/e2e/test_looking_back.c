/* What attempts leave: weak areas with what they rest on, marks over time,
 * search, settings and themes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "world.h"

#define DAY_MS 86400000
#define CONFIG ".config/proctor/config"

/* From the first screen and back: one mock, its answers as the letters say. */
static void sit_mock(struct vth *vth, const char *letters)
{
    world_begin_exam(vth);
    for (const char *letter = letters; *letter; letter++)
        vth_text(vth, (char[]){*letter, 'n', '\0'});
    world_submit(vth);
    world_back(vth, "q quit");
}

/* Three mocks on three days: none, two and three of four right. All of part C
 * was asked, six questions, and one of them is right. */
static struct vth *sit_three(struct world *world)
{
    static const char *const letters[] = {"aaaa", "bbaa", "bbab"};
    struct vth *vth;

    world_fill(world, 3);
    WORLD_COMMAND(world, "candidates", "set", "Jane", "--exam", "quick");
    vth = world_home(world);
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        sit_mock(vth, letters[i]);
        world_pass(world, DAY_MS);
    }
    return vth;
}

/* --- weak areas ----------------------------------------------------------- */

static void a_weak_area_leads_to_its_answers_and_to_practice(void **state)
{
    struct vth *vth = sit_three(*state);

    world_expect(vth, "Part C: 1 of 6 right, costs about ");
    vth_text(vth, "w");
    world_expect(vth, "Weak areas by section: Quick exam");
    world_expect(vth, "What costs most: Part C");
    world_expect(vth, ">   1 of 6 ");
    world_expect(vth, "2 of 3    too few questions");
    vth_text(vth, "v");
    world_expect(vth, "What it rests on");
    world_expect(vth, "> 2026-11-25  ");
    world_expect(vth, "2026-11-23  wrong   mock exam  Which is it, <c");
    world_expect_not(vth, "<a");
    world_down_to(vth, "> 2026-11-25  right   mock exam");
    world_enter(vth, "");
    world_expect(vth, "Question 4: 4 of 4");
    world_expect(vth, "Right. You: B.");
    world_back(vth, "What it rests on");
    world_back(vth, "What costs most: Part C");
    vth_text(vth, "p");
    world_expect(vth, "Section:             Part C");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect(vth, "Practice: Part C (quick)");
    world_back(vth, "> Go on to the start");
    world_back(vth, "What costs most: Part C");
    world_back(vth, "q quit");
    world_quit(vth);
}

/* One key from the first screen, too. */
static void the_first_screen_leads_to_practice_of_what_is_weak(void **state)
{
    struct vth *vth = sit_three(*state);

    world_down_to(vth, "> Part C: 1 of 6 right");
    world_enter(vth, "");
    world_expect(vth, "Section:             Part C");
    world_back(vth, "q quit");
    vth_close(vth);
}

static void practice_again_is_no_evidence(void **state)
{
    struct vth *vth = sit_three(*state);

    vth_text(vth, "wp");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect(vth, "Practice: Part C (quick)");
    world_enter(vth, "");
    world_expect(vth, "Question 1 of 6");
    for (int i = 0; i < 6; i++)
        vth_text(vth, "bn");
    vth_text(vth, "rs");
    world_enter(vth, "");
    world_expect(vth, "6 of 6 questions right.");
    world_back(vth, "Part C: 1 of 6 right");
    vth_text(vth, "w");
    world_expect(vth, ">   1 of 6 ");
    world_expect(vth, "6 of 18 answers are not counted");
    vth_close(vth);
}

/* --- marks over time ------------------------------------------------------ */

static void marks_over_three_mocks_are_drawn_at_every_size(void **state)
{
    struct vth *vth = sit_three(*state);

    vth_text(vth, "r");
    world_expect(vth, "Results, showing: all (3)");
    vth_text(vth, "t");
    world_expect(vth, "Marks over time: the whole exam");
    world_expect(vth, "75 %");
    world_expect(vth, "pass 70 %");
    world_expect(vth, "2026-11-23                 3 attempts");
    world_expect(vth, "> 2026-11-25     3 of 4     75 %  passed");
    world_expect(vth, "  2026-11-24     2 of 4     50 %  not passed");
    world_expect(vth, "  2026-11-23     0 of 4      0 %  not passed");
    vth_resize(vth, 12, 40);
    world_expect(vth, "pass 70 %");
    world_down_to(vth, ">  2026-11-24     2 of 4     50 %");
    world_expect(vth, "not passed");
    world_enter(vth, "");
    world_expect(vth, "2 of 4, 2.8 needed (70 %): not");
    world_back(vth, "Marks over time");
    vth_text(vth, "nnn");
    world_expect(vth, "Marks over time: section 3 of 3");
    vth_text(vth, "n");
    world_expect(vth, "This is the last section.");
    vth_resize(vth, 24, 80);
    world_expect(vth, "Part C");
    world_expect(vth, "2026-11-25     1 of 2     50 %");
    assert_string_equal(vth_unknown(vth), "");
    vth_close(vth);
}

/* Practice of the same exam is in the list, but not among its marks. */
static void practice_is_not_among_the_marks(void **state)
{
    struct vth *vth = sit_three(*state);

    vth_text(vth, "r");
    world_expect(vth, "Results, showing: all (3)");
    world_back(vth, "q quit");
    vth_text(vth, "p");
    world_expect(vth, "all sections of an exam");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect(vth, "Practice: Quick exam");
    world_enter(vth, "");
    vth_text(vth, "brs");
    world_enter(vth, "");
    world_expect(vth, "1 of 1 question right");
    world_back(vth, "q quit");
    vth_text(vth, "r");
    world_expect(vth, "Results, showing: all (4)");
    world_key(vth, VTERM_KEY_TAB);
    world_expect(vth, "(3)");
    world_key(vth, VTERM_KEY_TAB);
    world_expect(vth, "(1)");
    vth_text(vth, "t");
    world_expect(vth, "3 attempts");
    vth_close(vth);
}

/* --- search --------------------------------------------------------------- */

static void search_finds_notes_and_met_questions(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    world_begin_exam(vth);
    vth_text(vth, "an");
    world_submit(vth);
    world_look_back(vth, "Mind the Upper Arm.");
    world_quit(vth);

    vth = world_home(world);
    vth_text(vth, "/");
    world_enter(vth, "upper arm");
    world_expect(vth, "1 hit;");
    world_expect(vth, "Your notes");
    world_down_to(vth, "> The first question?");
    world_enter(vth, "");
    world_expect(vth, "Question with its key");
    world_expect(vth, "+ the right answer");
    world_back(vth, "Search: upper arm");
    for (int i = 0; i < 9; i++)
        world_key(vth, VTERM_KEY_BACKSPACE);
    world_enter(vth, "east");
    world_expect(vth, "Questions you met");
    world_down_to(vth, "> The second question?");
    world_enter(vth, "");
    world_expect(vth, "Question with its key");
    world_expect(vth, "Because.");
    vth_text(vth, "y");
    world_expect_not(vth, "Because.");
    world_back(vth, "Search: east");
    /* Questions that were never shown are none of those that were met. */
    for (int i = 0; i < 4; i++)
        world_key(vth, VTERM_KEY_BACKSPACE);
    world_enter(vth, "fourth");
    world_expect(vth, "0 hits; 2 questions gone through.");
    vth_close(vth);
}

/* --- settings and themes -------------------------------------------------- */

/* From the first screen to a colour of that name and back. */
static void choose_theme(struct vth *vth, const char *theme)
{
    char said[64];

    snprintf(said, sizeof said, "Colours: %s. Stored.", theme);
    vth_text(vth, "s");
    world_expect(vth, "Way of working");
    world_key(vth, VTERM_KEY_HOME);
    world_key(vth, VTERM_KEY_DOWN);
    for (int i = 0; i < 4 && !vth_find(vth, said, NULL, NULL); i++) {
        world_enter(vth, "");
        assert_true(vth_sync(vth, WORLD_WAIT_MS));
    }
    world_expect(vth, said);
    world_back(vth, "q quit");
}

/* What has most styles: a warning, a marked question, right and wrong, a
 * result, a chart. Fails on a screen whose colours are not as wanted. */
static void expect_colors(struct vth *vth, const char *text, bool wanted)
{
    world_expect(vth, text);
    assert_string_equal(vth_unknown(vth), "");
    if (!wanted)
        assert_false(vth_has_color(vth));
    else
        assert_true(vth_has_color(vth));
}

static void walk_through_screens(struct vth *vth, bool has_color)
{
    world_begin_exam(vth);
    vth_text(vth, "amxcl");
    expect_colors(vth, "There is no such option here.", has_color);
    vth_text(vth, "r");
    expect_colors(vth, "marked", has_color);
    world_key(vth, VTERM_KEY_ESCAPE);
    world_submit(vth);
    expect_colors(vth, "Sections, in their order", has_color);
    world_enter(vth, "");
    world_enter(vth, "");
    expect_colors(vth, "Wrong. You: A. Right: B.", has_color);
    world_back(vth, "4 of 4 questions");
    world_back(vth, "Go through the questions");
    world_back(vth, "q quit");
    vth_text(vth, "rt");
    expect_colors(vth, "Marks over time", has_color);
    world_back(vth, "Results, showing");
    world_back(vth, "q quit");
    vth_text(vth, "w");
    expect_colors(vth, "Weak areas", has_color);
    world_back(vth, "q quit");
}

static void a_theme_counts_at_once_and_outlasts_the_program(void **state)
{
    static const struct {
        const char *theme, *line;
        bool has_color;
    } cases[] = {
        {"light", "theme = light\n", true},
        {"dark", "theme = dark\n", true},
        {"mono", "theme = mono\n", false},
    };
    struct world *world = *state;
    struct vth *vth = world_home(world);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        choose_theme(vth, cases[i].theme);
        expect_colors(vth, "q quit", cases[i].has_color);
        assert_true(world_file_has(world, CONFIG, cases[i].line));
        world_quit(vth);
        vth = world_home(world);
        expect_colors(vth, "q quit", cases[i].has_color);
        walk_through_screens(vth, cases[i].has_color);
    }
    world_quit(vth);
}

static void every_theme_suits_every_terminal(void **state)
{
    static const char *const themes[] = {"light", "dark", "mono"};
    static const char *const terms[] = {"xterm", "linux", "vt100"};
    struct world *world = *state;

    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        WORLD_COMMAND(world, "settings", "theme", themes[i]);
        for (size_t j = 0; j < sizeof terms / sizeof *terms; j++) {
            struct vth *vth = world_sit(
                world, &(struct world_run){.term = terms[j], .exam = "quick"});

            vth_text(vth, "aml");
            expect_colors(vth, "There is no such option here.", i < 2 && j < 2);
            vth_close(vth);
            world_close(world);
            world_open(world, world_program);
            WORLD_COMMAND(world, "settings", "theme", themes[i]);
        }
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_weak_area_leads_to_its_answers_and_to_practice),
        WORLD_TEST(the_first_screen_leads_to_practice_of_what_is_weak),
        WORLD_TEST(practice_again_is_no_evidence),
        WORLD_TEST(marks_over_three_mocks_are_drawn_at_every_size),
        WORLD_TEST(practice_is_not_among_the_marks),
        WORLD_TEST(search_finds_notes_and_met_questions),
        WORLD_TEST(a_theme_counts_at_once_and_outlasts_the_program),
        WORLD_TEST(every_theme_suits_every_terminal),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
