/* Weak areas by section and by topic, and what they rest on. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/areas.h"

static void filled(struct fixture *f)
{
    struct candidate candidate;

    fixture_open(f);
    fixture_fill(f);
    candidate = *app_candidate(f->app);
    candidate.exam = "quick";
    assert_true(app_set_candidate(f->app, &candidate, &f->err));
}

static void assert_near(double value, double expected)
{
    if (!(fabs(value - expected) < 1e-9))
        fail_msg("%.12f is not %.12f", value, expected);
}

static const struct area *find_area(const struct areas *areas, const char *id)
{
    for (size_t i = 0; i < areas->count; i++)
        if (str_is(areas->items[i].id, id))
            return &areas->items[i];
    fail_msg("there is no area '%s'", id);
    return NULL;
}

/* --- sections ------------------------------------------------------------- */

/*
 * Two mocks of four questions on A and two on B, all different: A 7 of 8, B 1
 * of 4, so R = 8 and N = 12. The candidate's level is (8 x 0.65 + 8) / 20 =
 * 0.66; A is (8 x 0.66 + 7) / 16, B (8 x 0.66 + 1) / 12.
 */
static void sections_are_estimated_from_first_meetings(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    filled(&f);
    fixture_sit(&f, 5, 1);
    fixture_sit(&f, 3, 3);
    assert_true(areas_by_section(f.app, NULL, &f.arena, &areas, &f.err));
    assert_false(areas.by_topic);
    assert_int_equal(areas.count, 2);
    /* B costs more, but four answers are too few to stand first. */
    assert_string_equal(areas.items[0].title.data, "Part A");
    assert_int_equal(areas.items[0].asked, 8);
    assert_int_equal(areas.items[0].right, 7);
    assert_near(areas.items[0].expected, 4);
    assert_near(areas.items[0].estimate, 12.28 / 16);
    assert_near(areas.items[0].lost, 4 * (1 - 12.28 / 16));
    assert_int_equal(areas.items[0].interval.low, 53);
    assert_int_equal(areas.items[0].interval.high, 98);
    assert_int_equal(areas.items[1].asked, 4);
    assert_int_equal(areas.items[1].right, 1);
    assert_near(areas.items[1].estimate, 6.28 / 12);
    assert_near(areas.items[1].lost, 2 * (1 - 6.28 / 12));
    fixture_close(&f);
}

static void a_question_met_again_is_no_evidence(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    filled(&f);
    assert_true(areas_by_section(f.app, "quick", &f.arena, &areas, &f.err));
    assert_string_equal(areas_counted_words(&areas, &f.arena), "");
    fixture_sit(&f, 6, 0);
    fixture_sit(&f, 6, 0);
    assert_true(areas_by_section(f.app, "quick", &f.arena, &areas, &f.err));
    assert_string_equal(areas_counted_words(&areas, &f.arena), "");
    fixture_sit(&f, 0, 6);
    assert_true(areas_by_section(f.app, "short", &f.arena, &areas, &f.err));
    assert_int_equal(areas.answers, 18);
    assert_int_equal(areas.counted, 12);
    assert_int_equal(find_area(&areas, "a")->right, 8);
    assert_string_equal(areas_counted_words(&areas, &f.arena),
                        "6 of 18 answers are not counted: only a question that "
                        "is new to you, and without a hint, tells what you "
                        "know.");
    fixture_close(&f);
}

static void sections_need_an_exam(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_false(areas_by_section(f.app, NULL, &f.arena, &areas, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_false(areas_by_section(f.app, "quikc", &f.arena, &areas, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_true(areas_by_topic(f.app, NULL, &f.arena, &areas, &f.err));
    assert_null(areas.exam);
    assert_false(areas_by_topic(f.app, "quikc", &f.arena, &areas, &f.err));
    fixture_close(&f);
}

static void the_exam_of_a_candidate_may_be_gone_for_topics(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    filled(&f);
    fixture_sit(&f, 6, 0);
    assert_true(library_enable_exam(f.app, "quick", false, &f.err));
    assert_false(areas_by_section(f.app, NULL, &f.arena, &areas, &f.err));
    assert_true(areas_by_topic(f.app, NULL, &f.arena, &areas, &f.err));
    assert_null(areas.exam);
    assert_int_equal(find_area(&areas, "t")->asked, 6);
    assert_near(find_area(&areas, "t")->expected, 0);
    fixture_close(&f);
}

/* --- topics --------------------------------------------------------------- */

static const char tree[] = "format: proctor-topics/1\n"
                           "topics:\n"
                           "  - {id: x, title: X}\n"
                           "  - {id: x/one, title: One}\n"
                           "  - {id: x/two, title: Two}\n"
                           "  - {id: x-ray, title: X-ray}\n"
                           "  - {id: y, title: Y}\n";

static const char tree_exam[] =
    "format: proctor-exam/1\nexam: tree\ntitle: Tree\nversion: \"1\"\n"
    "type: mock\nminutes: 60\nitems: {scored: 12, pretest: 0}\n"
    "pass: {percent: 70}\n"
    "sections:\n"
    "  - {id: x, title: X, items: 8, topics: [x/one, x]}\n"
    "  - {id: rest, title: Rest, items: 4, topics: [x-ray, y]}\n";

/* Questions i0, i1... of the topics in turn, keyed A. */
static const char *bank_of(struct fixture *f, const char *const *topics,
                           const int *counts, size_t count)
{
    struct strbuf text = {0};
    const char *path;
    int number = 0;

    strbuf_adds(&text, "format: proctor-bank/1\nbank: test/tree\n"
                       "title: Tree\nversion: \"1\"\nlanguage: en\n"
                       "license: CC-BY-4.0\nquestions:\n");
    for (size_t i = 0; i < count; i++)
        for (int j = 0; j < counts[i]; j++, number++)
            strbuf_printf(&text,
                          "  - id: i%d\n    topic: %s\n    stem: Number %d?\n"
                          "    options: {A: right, B: wrong, C: no}\n"
                          "    answer: A\n    rationale: R.\n"
                          "    references: [A book]\n",
                          number, topics[i], number);
    path = fixture_file(f, "tree-bank.yaml", strbuf_text(&text));
    strbuf_finish(&text);
    return path;
}

static void load(struct fixture *f, const char *path)
{
    if (fixture_import(f, path, NULL, NULL) != OUTCOME_IMPORTED)
        fail_msg("%s: %s", path, f->err.message);
}

static void grow_tree(struct fixture *f)
{
    static const char *const topics[] = {"x/one", "x/two", "x-ray", "y"};
    static const int counts[] = {6, 2, 3, 1};
    struct candidate candidate;

    fixture_open(f);
    load(f, fixture_file(f, "tree.yaml", tree));
    load(f, bank_of(f, topics, counts, 4));
    load(f, fixture_file(f, "tree-exam.yaml", tree_exam));
    candidate = *app_candidate(f->app);
    candidate.exam = "tree";
    assert_true(app_set_candidate(f->app, &candidate, &f->err));
}

/* Sits all of `exam`; questions of `right_on` and below are answered right. */
static void sit(struct fixture *f, const char *exam, const char *right_on)
{
    struct plan_options options = {.exam = exam};
    struct session_plan plan;
    struct session *session;

    if (!session_plan(f->app, &options, &f->arena, &plan, &f->err))
        fail_msg("%s", f->err.message);
    session = session_start(f->app, &plan, &f->err);
    if (!session)
        fail_msg("%s", f->err.message);
    for (int pos = 0; pos < (int)plan.form.count; pos++)
        fixture_answer(session, pos,
                       str_starts(session_item(session, pos)->topic, right_on));
    assert_true(session_submit(session, &f->err));
    session_close(session);
}

/*
 * All twelve: x/one 6 of 6, x/two 2 of 2, x-ray 0 of 3, y 0 of 1. Section X
 * asks 8: 6 of them on x/one, 2 on x/two, as the bank has them; Rest asks 4: 3
 * on x-ray, 1 on y.
 */
static void topics_are_a_tree_with_sums(void **state)
{
    static const struct {
        const char *id, *title;
        int depth, asked, right;
        double expected;
        bool has_below;
    } rows[] = {
        {"x", "X", 0, 8, 8, 8, true},
        {"x/one", "One", 1, 6, 6, 6, false},
        {"x/two", "Two", 1, 2, 2, 2, false},
        {"x-ray", "X-ray", 0, 3, 0, 3, false},
        {"y", "Y", 0, 1, 0, 1, false},
    };
    struct fixture f;
    struct areas areas;

    (void)state;
    grow_tree(&f);
    sit(&f, "tree", "x/");
    assert_true(areas_by_topic(f.app, NULL, &f.arena, &areas, &f.err));
    assert_true(areas.by_topic);
    assert_int_equal(areas.count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < areas.count; i++) {
        assert_string_equal(areas.items[i].id.data, rows[i].id);
        assert_string_equal(areas.items[i].title.data, rows[i].title);
        assert_int_equal(areas.items[i].depth, rows[i].depth);
        assert_int_equal(areas.items[i].asked, rows[i].asked);
        assert_int_equal(areas.items[i].right, rows[i].right);
        assert_near(areas.items[i].expected, rows[i].expected);
        assert_int_equal(areas.items[i].has_below, rows[i].has_below);
    }
    /* Level (5.2 + 8) / 20 = 0.66; X (5.28 + 8) / 16. */
    assert_near(areas.items[0].estimate, 13.28 / 16);
    assert_near(areas.items[0].lost, 8 * (1 - 13.28 / 16));
    fixture_close(&f);
}

/* Whatever the order of the bank: of those alike the first. (Of X more is
 * right, so it stands behind.) */
static void topics_stand_as_in_the_tree(void **state)
{
    static const char *const topics[] = {"y", "x-ray", "x/two", "x/one", "x"};
    static const int counts[] = {1, 1, 1, 1, 1};
    struct fixture f;
    struct areas areas;
    struct strbuf order = {0};

    (void)state;
    fixture_open(&f);
    load(&f, fixture_file(&f, "tree.yaml", tree));
    load(&f, bank_of(&f, topics, counts, 5));
    load(&f, fixture_file(&f, "tree-exam.yaml", tree_exam));
    sit(&f, "tree", "");
    assert_true(areas_by_topic(f.app, NULL, &f.arena, &areas, &f.err));
    for (size_t i = 0; i < areas.count; i++)
        strbuf_printf(&order, "%s ", areas.items[i].id.data);
    assert_string_equal(strbuf_text(&order), "x-ray y x x/one x/two ");
    strbuf_finish(&order);
    fixture_close(&f);
}

static void topics_without_evidence_are_left_out(void **state)
{
    struct fixture f;
    struct areas areas;
    struct session *session;
    struct plan_options options = {.exam = "tree", .seed = "1"};
    struct session_plan plan;

    (void)state;
    grow_tree(&f);
    assert_true(session_plan(f.app, &options, &f.arena, &plan, &f.err));
    session = session_start(f.app, &plan, &f.err);
    fixture_answer(session, 0, true);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(areas_by_topic(f.app, NULL, &f.arena, &areas, &f.err));
    assert_int_equal(areas.count, 2);
    assert_string_equal(areas.items[0].id.data, "x");
    /* What is expected of it has its other topics too. */
    assert_near(areas.items[0].expected, 8);
    fixture_close(&f);
}

/* --- other exams ---------------------------------------------------------- */

static const char listed_exam[] =
    "format: proctor-exam/1\nexam: listed\ntitle: Listed\nversion: \"1\"\n"
    "sections:\n"
    "  - {id: odd, title: Odd, questions: [test/tree/i0, test/tree/i7]}\n"
    "  - {id: rest, title: Rest, items: 2, topics: [x]}\n";

static void questions_that_are_listed_count_for_their_section(void **state)
{
    struct fixture f;
    struct areas areas;
    struct evidence_rows rows;

    (void)state;
    grow_tree(&f);
    load(&f, fixture_file(&f, "listed.yaml", listed_exam));
    sit(&f, "tree", "x/one");
    assert_true(areas_by_section(f.app, "listed", &f.arena, &areas, &f.err));
    /* i0 is of x/one, i7 the second of x/two. */
    assert_int_equal(find_area(&areas, "odd")->asked, 2);
    assert_int_equal(find_area(&areas, "odd")->right, 1);
    assert_near(find_area(&areas, "odd")->expected, 2);
    assert_int_equal(find_area(&areas, "rest")->asked, 6);
    assert_int_equal(find_area(&areas, "rest")->right, 5);
    assert_true(area_evidence(f.app, &areas, find_area(&areas, "odd"), &f.arena,
                              &rows, &f.err));
    assert_int_equal(rows.count, 2);
    fixture_close(&f);
}

static const char case_bank[] =
    "format: proctor-bank/1\nbank: test/cases\ntitle: Cases\nversion: \"1\"\n"
    "language: en\nlicense: CC-BY-4.0\n"
    "cases:\n  - {id: c, title: A record, text: A text.}\n"
    "  - {id: d, title: Another, text: Another text.}\n"
    "questions:\n"
    "  - {id: c0, case: c, topic: y, stem: One?, options: {A: a, B: b},\n"
    "     answer: A, rationale: R., references: [A book]}\n"
    "  - {id: c1, case: c, topic: y, stem: Two?, options: {A: a, B: b},\n"
    "     answer: A, rationale: R., references: [A book]}\n"
    "  - {id: c2, case: c, topic: y, stem: Three?, options: {A: a, B: b},\n"
    "     answer: A, rationale: R., references: [A book]}\n"
    "  - {id: d0, case: d, topic: y, stem: Four?, options: {A: a, B: b},\n"
    "     answer: A, rationale: R., references: [A book]}\n"
    "  - {id: d1, case: d, topic: y, stem: Five?, options: {A: a, B: b},\n"
    "     answer: A, rationale: R., references: [A book]}\n";

static const char case_exam[] =
    "format: proctor-exam/1\nexam: cases\ntitle: Cases\nversion: \"1\"\n"
    "type: mock\nminutes: 60\npass: {percent: 70}\n"
    "sections:\n"
    "  - {id: plain, title: Plain, items: 2, topics: [x], case: none,\n"
    "     kinds: [single]}\n"
    "  - {id: cases, title: Cases, cases: 1, topics: [y], case: required}\n";

static void a_section_of_cases_expects_what_was_drawn(void **state)
{
    struct fixture f;
    struct areas areas;
    int first;

    (void)state;
    grow_tree(&f);
    load(&f, fixture_file(&f, "cases.yaml", case_bank));
    load(&f, fixture_file(&f, "case-exam.yaml", case_exam));
    assert_true(areas_by_section(f.app, "cases", &f.arena, &areas, &f.err));
    assert_near(find_area(&areas, "cases")->expected, 1);
    sit(&f, "cases", "y");
    assert_true(areas_by_section(f.app, "cases", &f.arena, &areas, &f.err));
    first = find_area(&areas, "cases")->asked;
    assert_in_range(first, 2, 3);
    assert_int_equal(find_area(&areas, "cases")->right, first);
    assert_near(find_area(&areas, "cases")->expected, first);
    assert_near(find_area(&areas, "plain")->expected, 2);
    /* The other case, with the other number of questions. */
    fixture_pass(&f, 60000);
    sit(&f, "cases", "y");
    assert_true(areas_by_section(f.app, "cases", &f.arena, &areas, &f.err));
    assert_int_equal(find_area(&areas, "cases")->asked, 5);
    assert_near(find_area(&areas, "cases")->expected, 5 - first);
    assert_true(areas_by_topic(f.app, "cases", &f.arena, &areas, &f.err));
    assert_near(find_area(&areas, "x")->expected, 2);
    assert_near(find_area(&areas, "y")->expected, 5 - first);
    fixture_close(&f);
}

/* A mix: what a section asks is what the banks have. */
static const char mix_exam[] =
    "format: proctor-exam/1\nexam: mix\ntitle: Mix\nversion: \"1\"\n"
    "type: mock\nminutes: 60\nitems: {scored: 6, pretest: 0}\n"
    "pass: {percent: 70}\n"
    "sections:\n"
    "  - {id: x, title: X, topics: [x]}\n"
    "  - {id: rest, title: Rest, topics: [x-ray, y]}\n";

static void the_banks_own_mix_is_expected(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    grow_tree(&f);
    load(&f, fixture_file(&f, "mix.yaml", mix_exam));
    assert_true(areas_by_section(f.app, "mix", &f.arena, &areas, &f.err));
    /* 8 and 4 of 12 questions: of six, four and two. */
    assert_near(find_area(&areas, "x")->expected, 4);
    assert_near(find_area(&areas, "rest")->expected, 2);
    fixture_close(&f);
}

/* --- what it rests on ----------------------------------------------------- */

static int count_evidence(struct fixture *f, const struct areas *areas,
                          const char *id)
{
    struct evidence_rows rows;

    if (!area_evidence(f->app, areas, find_area(areas, id), &f->arena, &rows,
                       &f->err))
        fail_msg("%s", f->err.message);
    return (int)rows.count;
}

static const char rest_exam[] =
    "format: proctor-exam/1\nexam: rest\ntitle: Rest\nversion: \"1\"\n"
    "sections:\n"
    "  - {id: x, title: X, items: 2, topics: [x]}\n"
    "  - {id: all, title: All else, items: 2}\n";

static void a_section_without_topics_rests_on_what_no_other_takes(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    grow_tree(&f);
    load(&f, fixture_file(&f, "rest.yaml", rest_exam));
    sit(&f, "tree", "x/");
    assert_true(areas_by_section(f.app, "rest", &f.arena, &areas, &f.err));
    assert_int_equal(find_area(&areas, "all")->asked, 4);
    assert_int_equal(count_evidence(&f, &areas, "all"), 4);
    assert_int_equal(count_evidence(&f, &areas, "x"), 8);
    fixture_close(&f);
}

static void an_area_tells_the_answers_it_rests_on(void **state)
{
    struct fixture f;
    struct areas areas;

    (void)state;
    grow_tree(&f);
    sit(&f, "tree", "x/");
    assert_true(areas_by_section(f.app, NULL, &f.arena, &areas, &f.err));
    assert_int_equal(count_evidence(&f, &areas, "x"), 8);
    assert_int_equal(count_evidence(&f, &areas, "rest"), 4);
    assert_true(areas_by_topic(f.app, NULL, &f.arena, &areas, &f.err));
    assert_int_equal(count_evidence(&f, &areas, "x"), 8);
    assert_int_equal(count_evidence(&f, &areas, "x/two"), 2);
    assert_int_equal(count_evidence(&f, &areas, "x-ray"), 3);
    fixture_close(&f);
}

static void an_area_is_told_in_words(void **state)
{
    struct area few = {.asked = 3, .right = 3},
                enough = {.asked = 12, .right = 7, .interval = {32, 81}};
    struct areas areas = {.answers = 400, .counted = 399};
    struct arena arena = {0};

    (void)state;
    assert_string_equal(area_words(&few, &arena), "too few questions (3)");
    assert_string_equal(area_words(&enough, &arena),
                        "7 of 12 right on questions new to you, 32 to 81 % "
                        "likely");
    assert_true(str_starts(str_from(areas_counted_words(&areas, &arena)),
                           "1 of 400 answers is not counted: "));
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_are_estimated_from_first_meetings),
        cmocka_unit_test(a_question_met_again_is_no_evidence),
        cmocka_unit_test(sections_need_an_exam),
        cmocka_unit_test(the_exam_of_a_candidate_may_be_gone_for_topics),
        cmocka_unit_test(topics_are_a_tree_with_sums),
        cmocka_unit_test(topics_stand_as_in_the_tree),
        cmocka_unit_test(topics_without_evidence_are_left_out),
        cmocka_unit_test(questions_that_are_listed_count_for_their_section),
        cmocka_unit_test(a_section_of_cases_expects_what_was_drawn),
        cmocka_unit_test(the_banks_own_mix_is_expected),
        cmocka_unit_test(a_section_without_topics_rests_on_what_no_other_takes),
        cmocka_unit_test(an_area_tells_the_answers_it_rests_on),
        cmocka_unit_test(an_area_is_told_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
