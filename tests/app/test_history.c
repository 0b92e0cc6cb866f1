/* Attempts looked back at: the list, what became of each, how marks went. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/history.h"

static void filled(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
}

/* How many attempts the filter gives; -1 when it is refused. */
static int count_listed(struct fixture *f, enum history_kind kind,
                        const char *exam, int limit)
{
    struct history_filter filter = {kind, exam, limit};
    struct attempt_rows rows;

    return history_read(f->app, &filter, &f->arena, &rows, &f->err)
               ? (int)rows.count
               : -1;
}

static void practise(struct fixture *f)
{
    struct session *session = fixture_practise(f);

    fixture_answer(session, 0, true);
    if (!session_submit(session, &f->err))
        fail_msg("cannot submit: %s", f->err.message);
    session_close(session);
}

static void attempts_are_listed_by_kind_and_exam(void **state)
{
    struct fixture f;
    struct history_filter newest = {.limit = 1};
    struct attempt_rows rows;

    (void)state;
    filled(&f);
    fixture_sit(&f, 6, 0);
    fixture_pass(&f, 60000);
    practise(&f);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 0, 6);
    assert_int_equal(count_listed(&f, HISTORY_ALL, NULL, 0), 3);
    assert_int_equal(count_listed(&f, HISTORY_MOCKS, NULL, 0), 2);
    assert_int_equal(count_listed(&f, HISTORY_PRACTICES, NULL, 0), 1);
    assert_int_equal(count_listed(&f, HISTORY_MOCKS, "quick", 0), 2);
    assert_int_equal(count_listed(&f, HISTORY_MOCKS, "short", 0), 2);
    assert_int_equal(count_listed(&f, HISTORY_ALL, "quick", 1), 1);
    assert_true(history_read(f.app, &newest, &f.arena, &rows, &f.err));
    assert_int_equal(rows.items[0].attempt_id, 3);
    fixture_close(&f);
}

static void an_unknown_exam_is_refused_and_a_hidden_one_is_not(void **state)
{
    struct fixture f;

    (void)state;
    filled(&f);
    fixture_sit(&f, 6, 0);
    assert_int_equal(count_listed(&f, HISTORY_ALL, "quikc", 0), -1);
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "did you mean 'quick'"));
    assert_true(library_enable_exam(f.app, "quick", false, &f.err));
    assert_int_equal(count_listed(&f, HISTORY_ALL, "quick", 0), 1);
    assert_int_equal(count_listed(&f, HISTORY_PRACTICES, "quick", 0), 0);
    fixture_close(&f);
}

static void kinds_have_names(void **state)
{
    enum history_kind kind = HISTORY_ALL;

    (void)state;
    assert_true(history_kind_from_id(STR("practice"), &kind));
    assert_int_equal(kind, HISTORY_PRACTICES);
    assert_true(history_kind_from_id(STR("all"), &kind));
    assert_int_equal(kind, HISTORY_ALL);
    assert_false(history_kind_from_id(STR("mock"), &kind));
    assert_string_equal(history_kind_id(HISTORY_MOCKS), "mocks");
    assert_string_equal(history_kind_label(HISTORY_MOCKS), "mock exams");
}

/* --- one attempt ---------------------------------------------------------- */

static void the_outcome_is_one_word_or_two(void **state)
{
    static const struct {
        struct attempt_row row;
        const char *outcome;
    } cases[] = {
        {{.state = SITTING_SUBMITTED,
          .has_result = true,
          .verdict = VERDICT_PASSED},
         "passed"},
        {{.state = SITTING_TIMED_OUT,
          .has_result = true,
          .verdict = VERDICT_NOT_PASSED},
         "not passed"},
        {{.state = SITTING_ABANDONED, .has_result = true}, "abandoned"},
        {{.state = SITTING_RUNNING}, "running"},
        {{.state = SITTING_SUBMITTED, .has_result = true}, "no verdict"},
        {{.state = SITTING_SUBMITTED,
          .mode = MODE_PRACTICE,
          .has_result = true},
         ""},
        {{.state = SITTING_SUBMITTED, .mode = MODE_REDO, .has_result = true},
         ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(history_outcome(&cases[i].row), cases[i].outcome);
}

static void conditions_are_those_of_exams(void **state)
{
    static const struct {
        struct attempt_row row;
        const char *conditions;
    } cases[] = {
        {{.time_percent = 100}, ""},
        {{.time_percent = 100, .is_short = true}, "short"},
        {{.limit_ms = 1,
          .time_percent = 100,
          .interrupted = true,
          .added_minutes = 5},
         "interrupted, accommodated"},
        {{.limit_ms = 1,
          .time_percent = 125,
          .is_short = true,
          .interrupted = true},
         "short, interrupted, accommodated"},
        /* More of a time that has no end is nothing. */
        {{.time_percent = 125, .added_minutes = 5}, ""},
        {{.mode = MODE_PRACTICE, .time_percent = 125, .interrupted = true}, ""},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(history_conditions(&cases[i].row, &arena),
                            cases[i].conditions);
    arena_finish(&arena);
}

/* --- trends --------------------------------------------------------------- */

static void trends_hold_mocks_from_the_oldest_on(void **state)
{
    struct fixture f;
    struct session *session;
    struct trends trends;

    (void)state;
    filled(&f);
    fixture_sit(&f, 2, 4);
    fixture_pass(&f, 60000);
    practise(&f);
    session = fixture_start(&f);
    assert_true(session_abandon(session, &f.err));
    session_close(session);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 5, 1);
    assert_true(history_trends(f.app, "short", &f.arena, &trends, &f.err));
    assert_string_equal(trends.exam->id.data, "quick");
    assert_int_equal(trends.count, 3);
    assert_string_equal(trends.items[0].title.data, "Quick exam");
    assert_int_equal(trends.items[0].section.len, 0);
    assert_int_equal(trends.items[0].pass_percent, 70);
    assert_false(trends.items[0].is_assumed);
    assert_int_equal(trends.items[0].count, 2);
    assert_int_equal(trends.items[0].points[0].attempt_id, 1);
    assert_int_equal(trends.items[0].points[0].earned, 200);
    assert_int_equal(trends.items[0].points[0].possible, 600);
    assert_int_equal(trends.items[0].points[1].earned, 500);
    assert_int_equal(trends.items[0].points[1].asked, 6);
    assert_int_equal(trends.items[0].points[1].right, 5);
    assert_int_equal(trends.items[0].points[1].attempt->attempt_id, 4);
    assert_string_equal(trends.items[2].title.data, "Part B");
    assert_int_equal(trends.items[2].points[0].right, 0);
    assert_int_equal(trends.items[2].points[1].right, 1);
    assert_int_equal(trends.items[2].points[1].asked, 2);
    fixture_close(&f);
}

/* As the fixture's exam, with another last section. */
static const char next_version[] =
    "format: proctor-exam/1\nexam: quick\ntitle: Quick exam\n"
    "issuer: Nobody\ntype: mock\nstatus: live\nversion: \"2\"\nminutes: 60\n"
    "items: {scored: 6, pretest: 0}\n"
    "pass: {scaled: {min: 100, max: 400, pass: 300}, "
    "assumed_cuts: [65, 70], verdict_cut: 65}\n"
    "order: by-section\nnavigation: free\nsections:\n"
    "  - {id: a, title: Part A, items: 4, topics: [t/a]}\n"
    "  - {id: new, title: Part New, items: 2, topics: [t/b]}\n";

static void sections_of_older_versions_stand_behind(void **state)
{
    struct fixture f;
    struct trends trends;

    (void)state;
    filled(&f);
    fixture_sit(&f, 6, 0);
    assert_int_equal(fixture_import(&f,
                                    fixture_file(&f, "2.yaml", next_version),
                                    NULL, NULL),
                     OUTCOME_IMPORTED);
    fixture_pass(&f, 60000);
    fixture_sit(&f, 4, 2);
    assert_true(history_trends(f.app, NULL, &f.arena, &trends, &f.err));
    assert_int_equal(trends.count, 4);
    assert_int_equal(trends.items[0].pass_percent, 65);
    assert_true(trends.items[0].is_assumed);
    assert_string_equal(trends.items[1].section.data, "a");
    assert_int_equal(trends.items[1].count, 2);
    assert_string_equal(trends.items[2].section.data, "new");
    assert_int_equal(trends.items[2].count, 1);
    assert_int_equal(trends.items[2].points[0].right, 0);
    assert_string_equal(trends.items[3].section.data, "b");
    assert_string_equal(trends.items[3].title.data, "Part B");
    assert_int_equal(trends.items[3].count, 1);
    fixture_close(&f);
}

static void a_trend_needs_an_exam(void **state)
{
    struct fixture f;
    struct candidate candidate;
    struct trends trends;

    (void)state;
    filled(&f);
    assert_false(history_trends(f.app, NULL, &f.arena, &trends, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    candidate = *app_candidate(f.app);
    candidate.exam = "quick";
    assert_true(app_set_candidate(f.app, &candidate, &f.err));
    assert_true(history_trends(f.app, NULL, &f.arena, &trends, &f.err));
    assert_int_equal(trends.items[0].count, 0);
    fixture_close(&f);
}

static void a_trend_is_named_when_the_halves_do_not_overlap(void **state)
{
    static const struct {
        struct trend_point points[5];
        size_t count;
        const char *words;
    } cases[] = {
        {{{.right = 0}}, 0, "too few mocks to tell"},
        {{{.right = 60, .asked = 100}}, 1, "too few mocks to tell"},
        /* 50 to 69 % against 61 to 79 %. */
        {{{.right = 60, .asked = 100}, {.right = 71, .asked = 100}},
         2,
         "no clear change over the last 2"},
        /* 50 to 69 % against 71 to 87 %. */
        {{{.right = 60, .asked = 100}, {.right = 80, .asked = 100}},
         2,
         "up 20 points over the last 2"},
        /* 120 of 200 (53 to 67 %) against 145 of 200 (66 to 78 %). */
        {{{.right = 58, .asked = 100},
          {.right = 62, .asked = 100},
          {.right = 70, .asked = 100},
          {.right = 75, .asked = 100}},
         4,
         "no clear change over the last 4"},
        /* 120 of 200 (53 to 67 %) against 150 of 200 (69 to 80 %). */
        {{{.right = 58, .asked = 100},
          {.right = 62, .asked = 100},
          {.right = 70, .asked = 100},
          {.right = 80, .asked = 100}},
         4,
         "up 15 points over the last 4"},
        /* Of five the middle one goes with the newer: 160 of 200 (74 to 85 %)
         * against 199 of 300 (61 to 71 %). */
        {{{.right = 80, .asked = 100},
          {.right = 80, .asked = 100},
          {.right = 79, .asked = 100},
          {.right = 60, .asked = 100},
          {.right = 60, .asked = 100}},
         5,
         "down 14 points over the last 5"},
        /* 50 to 69 % against 69 to 85 %: they touch. */
        {{{.right = 60, .asked = 100}, {.right = 78, .asked = 100}},
         2,
         "no clear change over the last 2"},
        /* Of very many questions one point is enough. */
        {{{.right = 70000, .asked = 100000}, {.right = 71000, .asked = 100000}},
         2,
         "up 1 point over the last 2"},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trend_point points[5];
        struct trend trend = {.points = points, .count = cases[i].count};

        memcpy(points, cases[i].points, sizeof points);
        assert_string_equal(trend_words(&trend, &arena), cases[i].words);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attempts_are_listed_by_kind_and_exam),
        cmocka_unit_test(an_unknown_exam_is_refused_and_a_hidden_one_is_not),
        cmocka_unit_test(kinds_have_names),
        cmocka_unit_test(the_outcome_is_one_word_or_two),
        cmocka_unit_test(conditions_are_those_of_exams),
        cmocka_unit_test(trends_hold_mocks_from_the_oldest_on),
        cmocka_unit_test(sections_of_older_versions_stand_behind),
        cmocka_unit_test(a_trend_needs_an_exam),
        cmocka_unit_test(a_trend_is_named_when_the_halves_do_not_overlap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
