/* Attempts as history and redo ask for them: filters, sections, how each
 * question last went; and what practice adds to an attempt. */
#include "fixture.h"

#include <string.h>

/* Seconds that the question of a visit stays on screen until the next act. */
static void visit(struct fixture_sitting *sitting, int pos, int seconds)
{
    assert_true(fixture_act(sitting, EVENT_VISIT, pos, "", NULL));
    sitting->now_ms += (seconds - 1) * 1000;
}

static void act(struct fixture_sitting *sitting, enum event_kind kind, int pos,
                const char *value)
{
    assert_true(fixture_act(sitting, kind, pos, value, NULL));
}

static void start(struct fixture *fixture, const struct fixture_form *form,
                  struct fixture_sitting *out)
{
    if (!fixture_try_start(fixture->store, form, out, &fixture->err))
        fail_msg("%s", fixture->err.message);
}

static int64_t end(struct fixture_sitting *sitting)
{
    assert_true(fixture_end(sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(sitting);
    return sitting->attempt_id;
}

static struct fixture_form form_of(struct fixture *fixture,
                                   int64_t candidate_id, enum attempt_mode mode)
{
    struct fixture_form form = fixture_form(fixture, candidate_id);

    form.start.mode = mode;
    return form;
}

/* An ended attempt without an answer. */
static int64_t sit(struct fixture *fixture, int64_t candidate_id,
                   enum attempt_mode mode)
{
    struct fixture_form form = form_of(fixture, candidate_id, mode);
    struct fixture_sitting sitting;

    start(fixture, &form, &sitting);
    return end(&sitting);
}

static void attempts_are_listed_by_a_filter(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct fixture_sitting running;
    int64_t mock, practice, redo, of_ben;

    fixture_fill(fixture, 2);
    mock = sit(fixture, ann, MODE_EXAM);
    practice = sit(fixture, ann, MODE_PRACTICE);
    redo = sit(fixture, ann, MODE_REDO);
    of_ben = sit(fixture, ben, MODE_EXAM);
    fixture_start(fixture, ann, &running);
    {
        const struct {
            struct attempt_filter filter;
            int64_t ids[6]; /* in order, 0 behind the last */
        } cases[] = {
            {{0}, {running.attempt_id, of_ben, redo, practice, mock}},
            {{.candidate_id = ann, .ended_only = true}, {redo, practice, mock}},
            {{.candidate_id = ann, .modes = ATTEMPT_PRACTICES},
             {redo, practice}},
            {{.modes = ATTEMPT_MOCKS, .ended_only = true}, {of_ben, mock}},
            {{.modes = 1u << MODE_PRACTICE}, {practice}},
            {{.exam = "quick", .candidate_id = ben}, {of_ben}},
            {{.exam = "slow"}, {0}},
            {{.candidate_id = ann, .limit = 2}, {running.attempt_id, redo}},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct attempt_rows rows;

            assert_true(attempt_list(fixture->store, &cases[i].filter,
                                     &fixture->arena, &rows, &fixture->err));
            for (size_t j = 0; j < rows.count; j++)
                assert_int_equal(rows.items[j].attempt_id, cases[i].ids[j]);
            assert_int_equal(cases[i].ids[rows.count], 0);
        }
    }
    fixture_sitting_finish(&running);
}

static void one_practice_runs_beside_an_exam(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting exam, practice, other;
    struct fixture_form form;

    fixture_fill(fixture, 1);
    assert_int_equal(attempt_running_practice(fixture->store, ann), 0);
    fixture_start(fixture, ann, &exam);
    form = form_of(fixture, ann, MODE_PRACTICE);
    start(fixture, &form, &practice);
    assert_int_equal(attempt_running(fixture->store, ann), exam.attempt_id);
    assert_int_equal(attempt_running_practice(fixture->store, ann),
                     practice.attempt_id);
    form = form_of(fixture, ann, MODE_REDO);
    assert_false(
        fixture_try_start(fixture->store, &form, &other, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_BUSY);
    assert_non_null(strstr(fixture->err.message, "practice"));
    end(&practice);
    assert_int_equal(attempt_running_practice(fixture->store, ann), 0);
    start(fixture, &form, &other);
    fixture_sitting_finish(&other);
    fixture_sitting_finish(&exam);
}

static void practice_reads_back_with_hints_and_checks(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    struct fixture_form form;
    struct attempt_row row;
    struct response *responses;

    fixture_fill(fixture, 2);
    form = form_of(fixture, ann, MODE_PRACTICE);
    form.start.gives_feedback = form.start.gives_hints = true;
    start(fixture, &form, &sitting);
    visit(&sitting, 1, 3);
    act(&sitting, EVENT_HINT, 1, "1");
    act(&sitting, EVENT_HINT, 1, "2");
    act(&sitting, EVENT_ANSWER, 1, "A");
    act(&sitting, EVENT_CHECK, 1, "");
    assert_true(attempt_responses(fixture->store, sitting.attempt_id, 2,
                                  &fixture->arena, &responses, &fixture->err));
    assert_int_equal(responses[1].hints, 2);
    assert_true(responses[1].checked);
    assert_int_equal(responses[0].hints, 0);
    assert_false(responses[0].checked);
    fixture_check_fold(fixture, &sitting);
    assert_true(attempt_get(fixture->store, sitting.attempt_id, &fixture->arena,
                            &row, &fixture->err));
    assert_true(row.gives_feedback);
    assert_true(row.gives_hints);
    assert_int_equal(row.mode, MODE_PRACTICE);
    assert_string_equal(row.exam_title, "Quick exam");
    assert_int_equal(fixture_number(fixture,
                                    "SELECT hints * 10 + checked FROM answers "
                                    "WHERE number = 2"),
                     21);
    fixture_sitting_finish(&sitting);
}

static void sections_come_with_their_attempts(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct attempt_filter filter = {.candidate_id = ann};
    struct fixture_sitting running, sitting;
    struct section_rows rows;
    int64_t first, second;

    fixture_fill(fixture, 2);
    first = sit(fixture, ann, MODE_EXAM);
    fixture_start(fixture, ann, &sitting);
    visit(&sitting, 0, 1);
    act(&sitting, EVENT_ANSWER, 0, "A");
    second = end(&sitting);
    fixture_start(fixture, ann, &running);
    assert_true(attempt_sections(fixture->store, &filter, &fixture->arena,
                                 &rows, &fixture->err));
    assert_int_equal(rows.count, 2);
    assert_int_equal(rows.items[0].attempt_id, second);
    assert_int_equal(rows.items[0].earned, 100);
    assert_int_equal(rows.items[0].possible, 200);
    assert_int_equal(rows.items[0].asked, 2);
    assert_int_equal(rows.items[0].number, 0);
    assert_string_equal(rows.items[0].section, "one");
    assert_string_equal(rows.items[0].title, "Section one");
    assert_int_equal(rows.items[1].attempt_id, first);
    filter.limit = 1;
    assert_true(attempt_sections(fixture->store, &filter, &fixture->arena,
                                 &rows, &fixture->err));
    assert_int_equal(rows.count, 1);
    filter = (struct attempt_filter){.modes = ATTEMPT_PRACTICES};
    assert_true(attempt_sections(fixture->store, &filter, &fixture->arena,
                                 &rows, &fixture->err));
    assert_int_equal(rows.count, 0);
    fixture_sitting_finish(&running);
}

static struct last_responses last_of(struct fixture *fixture,
                                     int64_t candidate_id)
{
    struct last_responses last;

    if (!attempt_last_responses(fixture->store, candidate_id, &fixture->arena,
                                &last, &fixture->err))
        fail_msg("%s", fixture->err.message);
    return last;
}

static void each_question_is_told_as_it_last_went(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    struct last_responses last;

    fixture_fill(fixture, 4);
    fixture_start(fixture, ann, &sitting);
    visit(&sitting, 0, 5);
    act(&sitting, EVENT_ANSWER, 0, "B");
    visit(&sitting, 1, 7);
    act(&sitting, EVENT_ANSWER, 1, "B");
    act(&sitting, EVENT_ANSWER, 1, "A");
    act(&sitting, EVENT_MARK, 1, "1");
    act(&sitting, EVENT_SURE, 1, "0");
    end(&sitting);
    fixture_start(fixture, ann, &sitting);
    visit(&sitting, 0, 1);
    act(&sitting, EVENT_ANSWER, 0, "A");
    visit(&sitting, 2, 1);
    end(&sitting);
    fixture_start(fixture, ann, &sitting); /* not ended: not told */
    visit(&sitting, 3, 1);

    last = last_of(fixture, ann);
    assert_int_equal(last.count, 3);
    assert_false(last.items[0].missed);
    assert_false(last.items[0].changed);
    assert_int_equal(last.items[0].sure, -1);
    assert_int_equal(last.items[0].target_ms, 900000);
    assert_false(last.items[1].missed);
    assert_true(last.items[1].changed);
    assert_true(last.items[1].marked);
    assert_int_equal(last.items[1].sure, 0);
    assert_true(last.items[1].time_ms >= 7000);
    assert_true(last.items[2].missed);
    assert_int_equal(last_of(fixture, fixture_candidate(fixture, "ben")).count,
                     0);
    fixture_sitting_finish(&sitting);
}

static void a_question_went_last_under_any_of_its_names(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    struct last_responses last;

    fixture_fill(fixture, 1);
    fixture_start(fixture, ann, &sitting);
    visit(&sitting, 0, 1);
    end(&sitting);
    fixture_rename(fixture, "q1", "new");
    last = last_of(fixture, ann);
    assert_int_equal(last.count, 1);
    assert_true(last.items[0].missed);
    assert_int_equal(last.items[0].item_id,
                     fixture_pool(fixture, ann).items[0].item_id);
    fixture_start(fixture, ann, &sitting);
    visit(&sitting, 0, 1);
    act(&sitting, EVENT_ANSWER, 0, "A");
    end(&sitting);
    last = last_of(fixture, ann);
    assert_int_equal(last.count, 1);
    assert_false(last.items[0].missed);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(attempts_are_listed_by_a_filter),
        TEST(one_practice_runs_beside_an_exam),
        TEST(practice_reads_back_with_hints_and_checks),
        TEST(sections_come_with_their_attempts),
        TEST(each_question_is_told_as_it_last_went),
        TEST(a_question_went_last_under_any_of_its_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
