/* The instructor's door: a file comes in after a look at what it changes,
 * questions are looked at, banks and exams are hidden and shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "world.h"

/* A bank `test/own` with a question per letter; a capital is a question with
 * other words than the small one. */
static void write_bank(const struct world *world, const char *version,
                       const char *letters)
{
    struct strbuf text = {0};

    strbuf_printf(&text,
                  "format: proctor-bank/1\n"
                  "bank: test/own\n"
                  "title: Own questions\n"
                  "version: %s\n"
                  "language: en\n"
                  "license: CC0-1.0\n"
                  "topic: t/a\n"
                  "questions:\n",
                  version);
    for (; *letters; letters++)
        strbuf_printf(&text,
                      "  - id: q-%c\n"
                      "    stem: What of %c?\n"
                      "    options: {A: alpha, B: beta}\n"
                      "    shuffle: no\n"
                      "    answer: B\n"
                      "    rationale: Because.\n"
                      "    references: [a book]\n",
                      *letters | 0x20, *letters);
    world_write(world, "own.yaml", strbuf_text(&text));
    strbuf_finish(&text);
}

/* From the list of banks to what the file would change. */
static void look_at_file(struct vth *vth)
{
    vth_text(vth, "m");
    world_expect(vth, "Nothing is changed before you say");
    world_enter(vth, "~/own.yaml");
    world_expect(vth, "(own.yaml)");
}

/* From the first screen: the bank with five questions, loaded. */
static void load_first(struct world *world, struct vth *vth)
{
    write_bank(world, "2026.1", "abcde");
    vth_text(vth, "o");
    world_expect(vth, "Banks and exams");
    look_at_file(vth);
    world_expect(vth, "5 questions: 5 new, 0 changed");
    world_down_to(vth, "> Yes, load it");
    world_enter(vth, "");
    world_expect(vth, "test/own: imported.");
    world_back(vth, "test/own 2026.1: 5 questions; user; CC0-1.0");
}

/* --- a file with errors --------------------------------------------------- */

static const char bad_bank[] = "format: proctor-bank/1\n"
                               "bank: test/own\n"
                               "title: Own questions\n"
                               "version: 2026.3\n"
                               "language: en\n"
                               "license: CC0-1.0\n"
                               "questions:\n"
                               "  - id: q-a\n"
                               "    topic: t/elsewhere\n"
                               "    stem: What of a?\n"
                               "    options: {A: alpha, B: beta}\n"
                               "    answer: E\n"
                               "    rationale: Because.\n"
                               "    references: [a book]\n"
                               "  - id: q-a\n"
                               "    topic: t/a\n"
                               "    stem: What of b?\n"
                               "    options: {A: alpha, B: beta}\n"
                               "    answer: B\n"
                               "    rational: Because.\n"
                               "    references: [a book]\n";

static void every_error_of_a_file_is_told_and_nothing_changed(void **state)
{
    static const char *const errors[] = {
        "own.yaml:9:12: error: there is no topic 't/elsewhere'",
        "own.yaml:12:13: error: 'E' in 'answer'",
        "own.yaml:15:",
        "own.yaml:20:",
    };
    struct world *world = *state;
    struct vth *vth = world_home(world);

    load_first(world, vth);
    world_write(world, "own.yaml", bad_bank);
    look_at_file(vth);
    world_expect(vth, "errors: nothing of it is loaded.");
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        world_expect(vth, errors[i]);
    world_expect_not(vth, "Yes,");
    world_down_to(vth, "> Back to the banks");
    world_enter(vth, "");
    world_expect(vth, "test/own 2026.1: 5 questions; user; CC0-1.0");
    world_back(vth, "q quit");
    world_quit(vth);
    WORLD_TELLS(world, "What of a?", "question", "test/own/q-a");
}

static void a_file_that_is_not_there_is_told_beside_its_name(void **state)
{
    struct vth *vth = world_home(*state);

    vth_text(vth, "om");
    world_expect(vth, "Which file?");
    world_enter(vth, "~/nowhere.yaml");
    world_expect(vth, "nowhere.yaml': No such file or directory.");
    world_expect(vth, "> File: ~/nowhere.yaml");
    world_back(vth, "Banks and exams");
    vth_close(vth);
}

/* --- a good file ---------------------------------------------------------- */

static void a_file_changes_nothing_before_yes(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    load_first(world, vth);
    write_bank(world, "2026.2", "Abcdf");
    look_at_file(vth);
    world_expect(vth, "5 questions: 1 new, 1 changed, 3 unchanged, 0 there "
                      "again; 1 no longer");
    world_expect(vth, "new (1): q-f");
    world_expect(vth, "changed (1): q-a");
    world_expect(vth, "no longer there (1): q-e");
    world_expect(vth, "> No, change nothing");
    world_enter(vth, "");
    world_expect(vth, "Nothing was changed.");
    world_expect(vth, "test/own 2026.1: 5 questions; user");
    look_at_file(vth);
    world_back(vth, "> File: ~/own.yaml");
    world_back(vth, "test/own 2026.1: 5 questions; user");

    look_at_file(vth);
    world_down_to(vth, "> Yes, load it");
    world_enter(vth, "");
    world_expect(vth, "test/own: imported.");
    world_down_to(vth, "> Back to the banks");
    world_enter(vth, "");
    world_expect(vth, "test/own 2026.2: 5 questions, 1 absent; user");
    world_back(vth, "q quit");
    world_quit(vth);
    WORLD_TELLS(world, "What of A?", "question", "test/own/q-a");
}

static void a_file_that_takes_much_away_wants_a_yes_for_it(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    load_first(world, vth);
    write_bank(world, "2026.2", "abc");
    look_at_file(vth);
    world_expect(vth, "More than a fifth of the bank goes: 2 of 5 questions.");
    world_enter(vth, "");
    world_expect(vth, "test/own 2026.1: 5 questions; user");
    look_at_file(vth);
    world_down_to(vth, "> Yes, take these questions away");
    world_enter(vth, "");
    /* That was not yet the one that loads it. */
    world_expect(vth, "> No, change nothing");
    world_enter(vth, "");
    world_expect(vth, "test/own 2026.1: 5 questions; user");
    look_at_file(vth);
    world_down_to(vth, "> Yes, take these questions away");
    world_enter(vth, "");
    world_down_to(vth, "> Yes, load it");
    world_enter(vth, "");
    world_expect(vth, "test/own: imported.");
    world_back(vth, "test/own 2026.2: 3 questions, 2 absent; user");

    /* What went comes back with a file that brings it back. */
    write_bank(world, "2026.3", "abcde");
    look_at_file(vth);
    world_expect(vth, "2 there again; 0 no longer");
    world_down_to(vth, "> Yes, load it");
    world_enter(vth, "");
    world_expect(vth, "test/own: imported.");
    world_back(vth, "test/own 2026.3: 5 questions; user");
    /* An older one wants a yes for that. */
    write_bank(world, "2026.2", "abcde");
    look_at_file(vth);
    world_expect(vth, "What is loaded is newer than this file.");
    world_down_to(vth,
                  "> Yes, put the older version in the place of the newer");
    vth_close(vth);
}

/* --- looking -------------------------------------------------------------- */

static void a_question_is_looked_at_without_and_with_its_key(void **state)
{
    struct vth *vth = world_home(*state);

    vth_text(vth, "o");
    world_expect(vth, "> [on]  test/quick 2026.1: 4 questions, 1 case");
    world_enter(vth, "");
    world_expect(vth, "Questions of test/quick, 4 of 4");
    vth_text(vth, "/third");
    world_enter(vth, "");
    world_expect(vth, "Questions of test/quick, 1 of 4");
    world_enter(vth, "");
    world_expect(vth, "Question as candidates see it");
    world_expect(vth, "The third question?");
    world_expect_not(vth, "I50.23");
    world_expect_not(vth, "Because.");
    vth_text(vth, "v");
    world_expect(vth, "Heart failure.");
    vth_text(vth, "v");
    vth_text(vth, "y");
    world_expect(vth, "Question with its key");
    world_expect(vth, "I50.23");
    world_expect(vth, "Because.");
    vth_text(vth, "y");
    world_expect_not(vth, "I50.23");
    world_back(vth, "Questions of test/quick, 1 of 4");
    world_back(vth, "Questions of test/quick, 4 of 4");
    world_back(vth, "Banks and exams");
    world_back(vth, "q quit");
    world_quit(vth);
    /* It was looked at, not met. */
    WORLD_TELLS(*state, "\"fresh_mocks\": null", "status", "--json");
    WORLD_TELLS(*state, "\"answers\": 0", "candidates", "--json");
}

static void no_key_is_shown_while_an_exam_runs(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_ctrl(vth, 'c');
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "> Next: An exam waits");
    vth_text(vth, "o");
    world_enter(vth, "");
    world_enter(vth, "");
    world_expect(vth, "Question as candidates see it");
    vth_text(vth, "y");
    world_expect(vth,
                 "An exam is running: no key is shown until it has ended.");
    world_expect(vth, "Question as candidates see it");
    world_expect_not(vth, "Because.");
    vth_close(vth);
}

/* --- on and off ----------------------------------------------------------- */

static void a_bank_that_is_off_fills_no_exam(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_home(world);

    world_expect(vth, "quick    4 questions, full");
    vth_text(vth, "ox");
    world_expect(vth, "test/quick is hidden from candidates now.");
    world_expect(vth, "> [off] test/quick");
    world_expect(vth, "0 of 4 questions can be filled");
    world_back(vth, "quick    no questions loaded");
    world_quit(vth);
    vth = world_home(world);
    world_expect(vth, "quick    no questions loaded");
    vth_text(vth, "o");
    world_expect(vth, "> [off] test/quick");
    vth_text(vth, "x");
    world_expect(vth, "test/quick is shown to candidates now.");
    world_back(vth, "quick    4 questions, full");
    world_quit(vth);
}

static void an_exam_that_is_off_is_not_offered(void **state)
{
    struct world *world = *state;
    struct vth *vth;

    WORLD_COMMAND(world, "candidates", "set", "Jane", "--exam", "quick");
    vth = world_home(world);
    world_expect(vth, "Quick exam: no exam date is set.");
    vth_text(vth, "o");
    world_down_to(vth, "> [on]  quick 1:");
    vth_text(vth, "x");
    world_expect(vth, "quick is hidden from candidates now.");
    world_enter(vth, "");
    world_expect(vth, "This exam is hidden from candidates; x shows it");
    world_back(vth, "No exam is loaded.");
    world_expect(vth, "> Next: The exam you prepare for is not there any more");
    vth_text(vth, "o");
    world_down_to(vth, "> [off] quick 1:");
    vth_text(vth, "x");
    world_expect(vth, "quick is shown to candidates now.");
    world_back(vth, "> Next: Sit a mock exam");
    world_expect(vth, "Quick exam: no exam date is set.");
    world_quit(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(every_error_of_a_file_is_told_and_nothing_changed),
        WORLD_TEST(a_file_that_is_not_there_is_told_beside_its_name),
        WORLD_TEST(a_file_changes_nothing_before_yes),
        WORLD_TEST(a_file_that_takes_much_away_wants_a_yes_for_it),
        WORLD_TEST(a_question_is_looked_at_without_and_with_its_key),
        WORLD_TEST(no_key_is_shown_while_an_exam_runs),
        WORLD_TEST(a_bank_that_is_off_fills_no_exam),
        WORLD_TEST(an_exam_that_is_off_is_not_offered),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
