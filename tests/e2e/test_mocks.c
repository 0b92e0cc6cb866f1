/* One mock exam after the other, with practice between: what was asked does not
 * come again while the bank lasts, and the first screen counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

/* How often each question of world_fill() was asked: by topic and number. */
struct asked {
    int times[3][16];
};

#define STEM "Which is it, <"

/* Notes the question on screen; gives how often it was asked before. */
static int note_question(struct vth *vth, struct asked *asked)
{
    struct strbuf row = {0};
    int row_number, number, times;
    char part;

    world_expect(vth, STEM);
    assert_true(vth_find(vth, STEM, &row_number, NULL));
    vth_row(vth, row_number, &row);
    assert_int_equal(sscanf(strstr(strbuf_text(&row), STEM), STEM "%c%d>",
                            &part, &number),
                     2);
    strbuf_finish(&row);
    assert_in_range(part, 'a', 'c');
    assert_in_range(number, 1, 15);
    times = asked->times[part - 'a'][number]++;
    return times;
}

/* The exam is prepared for, with questions for so many mocks. */
static struct vth *begin(struct world *world, int mocks)
{
    world_fill(world, mocks);
    WORLD_COMMAND(world, "candidates", "set", "Jane", "--exam", "quick");
    return world_home(world);
}

/* From the first screen and back to it; gives how many of the four questions
 * were asked before. */
static int sit_mock(struct vth *vth, struct asked *asked)
{
    int repeated = 0;

    world_begin_exam(vth);
    for (int i = 1; i <= 4; i++) {
        char place[32];

        snprintf(place, sizeof place, "Question %d of 4", i);
        world_expect(vth, place);
        repeated += note_question(vth, asked) > 0;
        vth_text(vth, "bn");
    }
    world_submit(vth);
    world_expect(vth, "4 of 4, 2.8 needed (70 %): passed.");
    world_back(vth, "q quit");
    return repeated;
}

/* The same with all that practice of part A asks, `count` questions. */
static int practise_part_a(struct vth *vth, struct asked *asked, int count)
{
    char place[48];
    int repeated = 0;

    vth_text(vth, "p");
    world_expect(vth, "Kept-back questions: kept for the mock exam");
    world_enter(vth, "");
    world_expect(vth, "Practise what?");
    world_down_to(vth, "> a section of an exam");
    world_enter(vth, "");
    world_down_to(vth, "> Section: ");
    world_enter(vth, "");
    world_expect(vth, "> Part A");
    world_enter(vth, "");
    world_expect(vth, "Section:             Part A");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect(vth, "Ready? Enter starts");
    world_enter(vth, "");
    for (int i = 1; i <= count; i++) {
        snprintf(place, sizeof place, "Question %d of %d", i, count);
        world_expect(vth, place);
        repeated += note_question(vth, asked) > 0;
        vth_text(vth, "bn");
    }
    vth_text(vth, "rs");
    world_enter(vth, "");
    world_expect(vth, "Result");
    world_back(vth, "q quit");
    return repeated;
}

static void no_mock_repeats_a_question_while_the_bank_lasts(void **state)
{
    static const char *const words[] = {
        "4 fresh mock exams left; what they need is kept back",
        "3 fresh mock exams left; what they need is kept back",
        "2 fresh mock exams left; what they need is kept back",
        "1 fresh mock exam left; what they need is kept back",
    };
    struct asked asked = {0};
    struct vth *vth = begin(*state, 4);

    world_expect(vth, "> Next: Sit a mock exam: it shows where you stand.");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        world_expect(vth, words[i]);
        assert_int_equal(sit_mock(vth, &asked), 0);
    }
    world_expect(vth, "No fresh mock exam is left: a further one repeats "
                      "questions.");
    /* Then it says that it repeats, and may be sat all the same. */
    world_down_to(vth, "> quick ");
    world_enter(vth, "");
    world_expect(vth, "! 4 questions you have met before.");
    world_back(vth, "q quit");
    assert_int_equal(sit_mock(vth, &asked), 4);
    world_quit(vth);
}

static void practice_between_keeps_the_mocks_fresh(void **state)
{
    struct asked asked = {0};
    struct vth *vth = begin(*state, 4);

    world_expect(vth, "4 fresh mock exams left");
    assert_int_equal(sit_mock(vth, &asked), 0);
    world_expect(vth, "3 fresh mock exams left");
    /* Of three new ones one is kept back; what was met comes behind them. */
    assert_int_equal(practise_part_a(vth, &asked, 3), 1);
    world_expect(vth, "1 fresh mock exam left");
    assert_int_equal(practise_part_a(vth, &asked, 3), 3);
    world_expect(vth, "1 fresh mock exam left");
    assert_int_equal(sit_mock(vth, &asked), 0);
    world_expect(vth, "No fresh mock exam is left");
    /* Parts B and C were not practised: only that of part A was met. */
    assert_int_equal(sit_mock(vth, &asked), 1);
    world_quit(vth);
}

static void what_is_kept_back_is_told_and_can_be_had(void **state)
{
    struct asked asked = {0};
    struct vth *vth = begin(*state, 1);

    world_expect(vth, "1 fresh mock exam left");
    vth_text(vth, "p");
    world_expect(vth, "Questions: 0 new to you, 4 kept back for a mock exam.");
    world_down_to(vth, "> Go on to the start");
    world_enter(vth, "");
    world_expect_not(vth, "Ready?");
    world_expect(vth, "kept back");
    world_key(vth, VTERM_KEY_UP);
    world_expect(vth, "> Kept-back questions: < kept for the mock exam >");
    vth_text(vth, " ");
    world_expect(vth, "> Kept-back questions: < may be asked too >");
    world_expect(vth, "Questions: 4 new to you.");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "Ready? Enter starts");
    world_enter(vth, "");
    assert_int_equal(note_question(vth, &asked), 0);
    vth_close(vth);
}

static void what_the_banks_lack_is_said_with_what_helps(void **state)
{
    struct world *world = *state;
    struct vth *vth;

    world_write(world, "data/banks/quick.yaml",
                "format: proctor-bank/1\n"
                "bank: test/quick\n"
                "title: Too few questions\n"
                "version: 2026.1\n"
                "language: en\n"
                "license: CC0-1.0\n"
                "questions:\n"
                "  - id: only\n"
                "    topic: t/a\n"
                "    stem: The only question?\n"
                "    options: {A: alpha, B: beta}\n"
                "    answer: B\n");
    WORLD_COMMAND(world, "candidates", "set", "Jane", "--exam", "quick");
    vth = world_home(world);
    world_expect(vth, "of the 4 questions of a mock exam there is 1; it");
    world_expect(vth, "needs questions on t/b, t/c. Until then a short form");
    world_enter(vth, "");
    world_expect(vth, "Which file?");
    world_back(vth, "quick    short: 1 of 4");
    world_quit(vth);
    WORLD_TELLS(world, "\"next\": \"fill\"", "status", "--json");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(no_mock_repeats_a_question_while_the_bank_lasts),
        WORLD_TEST(practice_between_keeps_the_mocks_fresh),
        WORLD_TEST(what_is_kept_back_is_told_and_can_be_had),
        WORLD_TEST(what_the_banks_lack_is_said_with_what_helps),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
