/* Sections in another order, and beside those of an earlier attempt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"

static void filled(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
}

static void sections_stand_by_marks_lost(void **state)
{
    /* Lost: 100, 300, 100, 200, 300. */
    struct section_result sections[] = {{.score = {300, 400}},
                                        {.score = {0, 300}},
                                        {.score = {100, 200}},
                                        {.score = {0, 200}},
                                        {.score = {200, 500}}};
    static const size_t by_loss[] = {1, 4, 3, 0, 2};
    struct review review = {
        .result = {.sections = sections, .section_count = 5}};
    struct arena arena = {0};
    size_t *order;

    (void)state;
    order = review_section_order(&review, false, &arena);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(order[i], i);
    order = review_section_order(&review, true, &arena);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(order[i], by_loss[i]);
    arena_finish(&arena);
}

static void an_attempt_stands_beside_the_one_before(void **state)
{
    struct fixture f;
    struct review review;
    struct comparison comparison;

    (void)state;
    filled(&f);
    fixture_sit(&f, 1, 5);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 4, 2);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 6, 0);
    assert_true(review_read(f.app, 2, &f.arena, &review, &f.err));
    assert_true(
        review_compare(f.app, &review, 0, &f.arena, &comparison, &f.err));
    assert_int_equal(comparison.before.attempt_id, 1);
    assert_int_equal(comparison.now.attempt_id, 2);
    /* Twelve questions fill two forms; the third has those of the first. */
    assert_int_equal(comparison.common, 0);
    assert_int_equal(comparison.count, 2);
    assert_string_equal(comparison.sections[0].title.data, "Part A");
    assert_int_equal(comparison.sections[0].before->right, 1);
    assert_int_equal(comparison.sections[0].now->right, 4);
    assert_true(review_read(f.app, 3, &f.arena, &review, &f.err));
    assert_true(
        review_compare(f.app, &review, 1, &f.arena, &comparison, &f.err));
    assert_int_equal(comparison.before.attempt_id, 1);
    assert_int_equal(comparison.common, 6);
    /* What came later would stand under "before". */
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_false(
        review_compare(f.app, &review, 3, &f.arena, &comparison, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_string_equal(f.err.message,
                        "attempt 3 came after attempt 1: compare 3 with 1");
    fixture_close(&f);
}

static void only_attempts_of_one_exam_are_compared(void **state)
{
    struct fixture f;
    struct review review;
    struct comparison comparison;
    struct session *session;

    (void)state;
    filled(&f);
    fixture_sit(&f, 1, 0);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_false(
        review_compare(f.app, &review, 0, &f.arena, &comparison, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_false(
        review_compare(f.app, &review, 1, &f.arena, &comparison, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    /* A practice is no earlier mock, nor is what was given up. */
    session = fixture_practise(&f);
    fixture_answer(session, 0, true);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    session = fixture_start(&f);
    assert_true(session_abandon(session, &f.err));
    session_close(session);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 1, 0);
    assert_true(review_read(f.app, 4, &f.arena, &review, &f.err));
    assert_true(
        review_compare(f.app, &review, 0, &f.arena, &comparison, &f.err));
    assert_int_equal(comparison.before.attempt_id, 1);
    fixture_close(&f);
}

static void of_two_at_the_same_time_the_second_is_later(void **state)
{
    struct fixture f;
    struct review review;
    struct comparison comparison;

    (void)state;
    filled(&f);
    fixture_sit(&f, 1, 0);
    fixture_sit(&f, 1, 0);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_false(
        review_compare(f.app, &review, 2, &f.arena, &comparison, &f.err));
    assert_true(review_read(f.app, 2, &f.arena, &review, &f.err));
    assert_true(
        review_compare(f.app, &review, 1, &f.arena, &comparison, &f.err));
    fixture_close(&f);
}

/* As the fixture's exam, with another last section. */
static const char next_version[] =
    "format: proctor-exam/1\nexam: quick\ntitle: Quick exam\n"
    "type: mock\nversion: \"2\"\nminutes: 60\n"
    "items: {scored: 6, pretest: 0}\npass: {percent: 70}\nsections:\n"
    "  - {id: a, title: Part A, items: 4, topics: [t/a]}\n"
    "  - {id: new, title: Part New, items: 2, topics: [t/b]}\n";

static void sections_of_one_version_only_stand_alone(void **state)
{
    struct fixture f;
    struct review review;
    struct comparison comparison;

    (void)state;
    filled(&f);
    fixture_sit(&f, 6, 0);
    assert_int_equal(fixture_import(&f,
                                    fixture_file(&f, "2.yaml", next_version),
                                    NULL, NULL),
                     OUTCOME_IMPORTED);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 5, 1);
    assert_true(review_read(f.app, 2, &f.arena, &review, &f.err));
    assert_true(
        review_compare(f.app, &review, 0, &f.arena, &comparison, &f.err));
    assert_int_equal(comparison.count, 3);
    assert_string_equal(comparison.sections[0].title.data, "Part A");
    assert_int_equal(comparison.sections[0].before->right, 4);
    assert_string_equal(comparison.sections[1].title.data, "Part New");
    assert_null(comparison.sections[1].before);
    assert_int_equal(comparison.sections[1].now->right, 1);
    assert_string_equal(comparison.sections[2].title.data, "Part B");
    assert_int_equal(comparison.sections[2].before->right, 2);
    assert_null(comparison.sections[2].now);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_stand_by_marks_lost),
        cmocka_unit_test(an_attempt_stands_beside_the_one_before),
        cmocka_unit_test(only_attempts_of_one_exam_are_compared),
        cmocka_unit_test(of_two_at_the_same_time_the_second_is_later),
        cmocka_unit_test(sections_of_one_version_only_stand_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
