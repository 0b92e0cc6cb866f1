/* What a practice can be named after. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/home.h"

static int setup(void **state)
{
    static struct fixture fixture;

    fixture_open(&fixture);
    fixture_fill(&fixture);
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    fixture_close(*state);
    return 0;
}

static struct practice_choices
choices_of(struct fixture *fixture, enum practice_scope scope, const char *exam)
{
    struct practice_choices choices;

    if (!practice_choices(fixture->app, scope, exam, &fixture->arena, &choices,
                          &fixture->err))
        fail_msg("%s", fixture->err.message);
    return choices;
}

static void sections_tell_what_is_new(void **state)
{
    struct fixture *fixture = *state;
    struct practice_choices choices;

    fixture_sit(fixture, 2, 2);
    choices = choices_of(fixture, PRACTICE_SECTION, "quick");
    assert_int_equal(choices.count, 2);
    assert_string_equal(choices.items[0].name, "a");
    assert_string_equal(choices.items[0].title, "Part A");
    assert_int_equal(choices.items[0].items, 8);
    assert_int_equal(choices.items[0].fresh, 4);
    assert_int_equal(choices.items[1].items, 4);
    assert_int_equal(choices.items[1].fresh, 4);
}

static void sections_are_of_the_candidates_exam_or_of_none(void **state)
{
    struct fixture *fixture = *state;
    struct practice_choices choices = {.count = 77};

    assert_false(practice_choices(fixture->app, PRACTICE_SECTION, NULL,
                                  &fixture->arena, &choices, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_INVALID);
    assert_int_equal(choices.count, 77);
    fixture_prepare(fixture);
    assert_int_equal(choices_of(fixture, PRACTICE_SECTION, NULL).count, 2);
}

static void topics_are_a_tree_of_those_with_questions(void **state)
{
    struct fixture *fixture = *state;
    const char *more = "format: proctor-topics/1\ntopics:\n"
                       "  - {id: t, title: All}\n"
                       "  - {id: u, title: Without questions}\n";
    struct practice_choices choices;

    fixture_import(fixture, fixture_file(fixture, "more.yaml", more), NULL,
                   NULL);
    choices = choices_of(fixture, PRACTICE_TOPIC, NULL);
    assert_int_equal(choices.count, 3);
    assert_string_equal(choices.items[0].name, "t");
    assert_int_equal(choices.items[0].depth, 0);
    assert_int_equal(choices.items[0].items, 12);
    assert_string_equal(choices.items[2].title, "Topic B");
    assert_int_equal(choices.items[2].depth, 1);
    assert_int_equal(choices.items[2].items, 4);
}

/* '-' sorts before '/'. */
static void what_is_below_a_topic_comes_right_behind_it(void **state)
{
    static const char *const order[] = {"t", "t/a", "t/a/c", "t/a-b", "t/b"};
    struct fixture *fixture = *state;
    struct practice_choices choices;

    fixture_import(fixture,
                   fixture_file(fixture, "more.yaml",
                                "format: proctor-topics/1\ntopics:\n"
                                "  - {id: t, title: All}\n"
                                "  - {id: t/a-b, title: Beside A}\n"
                                "  - {id: t/a/c, title: Below A}\n"),
                   NULL, NULL);
    fixture_import(fixture,
                   fixture_file(fixture, "few.yaml",
                                "format: proctor-bank/1\nbank: test/few\n"
                                "title: Few\nversion: \"1\"\n"
                                "license: CC0\nquestions:\n"
                                "  - {id: b, topic: t/a-b, stem: Which?, "
                                "options: {A: x, B: y}, answer: A}\n"
                                "  - {id: c, topic: t/a/c, stem: Which?, "
                                "options: {A: x, B: y}, answer: A}\n"),
                   NULL, NULL);
    choices = choices_of(fixture, PRACTICE_TOPIC, NULL);
    assert_int_equal(choices.count, sizeof order / sizeof *order);
    for (size_t i = 0; i < choices.count; i++)
        assert_string_equal(choices.items[i].name, order[i]);
    assert_int_equal(choices.items[0].items, 14);
    assert_int_equal(choices.items[1].items, 9);
    assert_int_equal(choices.items[2].depth, 2);
    assert_int_equal(choices.items[3].items, 1);
}

/* A tutorial draws a question of its own, and one that exams draw too. */
static void import_tutorial(struct fixture *fixture)
{
    fixture_import(fixture,
                   fixture_file(fixture, "how.yaml",
                                "format: proctor-topics/1\ntopics:\n"
                                "  - {id: how, title: How it works}\n"),
                   NULL, NULL);
    fixture_import(fixture,
                   fixture_file(fixture, "keys.yaml",
                                "format: proctor-bank/1\nbank: test/how\n"
                                "title: Keys\nversion: \"1\"\n"
                                "license: CC0\nquestions:\n"
                                "  - {id: key, topic: how, stem: Which?, "
                                "exams: [keys], options: {A: x, B: y}, "
                                "answer: A}\n"),
                   NULL, NULL);
    assert_int_equal(
        fixture_import(fixture,
                       fixture_file(fixture, "tutorial.yaml",
                                    "format: proctor-exam/1\nexam: keys\n"
                                    "title: Keys\ntype: tutorial\n"
                                    "version: \"1\"\nquestions: "
                                    "[test/how/key, test/quick/q1]\n"),
                       NULL, NULL),
        OUTCOME_IMPORTED);
}

static void
what_only_a_tutorial_asks_is_neither_offered_nor_counted(void **state)
{
    struct fixture *fixture = *state;
    struct session_plan plan;
    struct home home;
    int64_t count;

    assert_true(practice_question_count(fixture->app, &count, &fixture->err));
    assert_int_equal(count, 12);
    import_tutorial(fixture);
    assert_true(practice_question_count(fixture->app, &count, &fixture->err));
    assert_int_equal(count, 12);
    assert_true(home_read(fixture->app, &fixture->arena, &home, &fixture->err));
    assert_int_equal(home.items, 12);
    assert_int_equal(choices_of(fixture, PRACTICE_TOPIC, NULL).count, 2);
    assert_int_equal(choices_of(fixture, PRACTICE_BANK, NULL).count, 1);
    assert_string_equal(choices_of(fixture, PRACTICE_BANK, NULL).items[0].name,
                        "test/quick");
    /* Whoever asks for it by name gets it. */
    assert_true(practice_plan(
        fixture->app,
        &(struct practice_request){.scope = PRACTICE_TOPIC, .name = "how"},
        &fixture->arena, &plan, &fixture->err));
    assert_int_equal(plan.form.count, 1);
}

static void exams_come_once_and_hidden_banks_not_at_all(void **state)
{
    struct fixture *fixture = *state;

    assert_int_equal(choices_of(fixture, PRACTICE_EXAM, NULL).count, 1);
    assert_int_equal(choices_of(fixture, PRACTICE_BANK, NULL).items[0].items,
                     12);
    assert_true(
        library_enable_bank(fixture->app, "test/quick", false, &fixture->err));
    assert_int_equal(choices_of(fixture, PRACTICE_BANK, NULL).count, 0);
    assert_int_equal(choices_of(fixture, PRACTICE_MISSED, NULL).count, 0);
}

#define CHOICES_TEST(name)                                                     \
    cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CHOICES_TEST(sections_tell_what_is_new),
        CHOICES_TEST(sections_are_of_the_candidates_exam_or_of_none),
        CHOICES_TEST(topics_are_a_tree_of_those_with_questions),
        CHOICES_TEST(what_is_below_a_topic_comes_right_behind_it),
        CHOICES_TEST(what_only_a_tutorial_asks_is_neither_offered_nor_counted),
        CHOICES_TEST(exams_come_once_and_hidden_banks_not_at_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
