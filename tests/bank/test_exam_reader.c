/* Exams and quizzes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Three lines; sections follow from the fourth or fifth. */
#define START "format: proctor-exam/1\nexam: small\ntitle: A small exam\n"
#define SECTIONS                                                               \
    "sections:\n"                                                              \
    "  - {id: a, title: A, items: 6, topics: [anatomy]}\n"                     \
    "  - {id: b, title: B, items: 4, topics: [cpt/surgery]}\n"

static const struct expected errors[] = {
    {"no exam id", "format: proctor-exam/1\ntitle: T\n" SECTIONS,
     "schema/missing-key", 1, 1, "needs the key 'exam'", NULL},
    {"neither sections nor questions", START, "exam/empty", 1, 1,
     "neither sections nor questions", NULL},
    {"both sections and questions", START SECTIONS "questions: [a/b/c]\n",
     "exam/questions", 7, 1, "either sections or questions", NULL},
    {"an unknown key", START "minuts: 3\n" SECTIONS, "schema/unknown-key", 4, 1,
     "'minuts'", "'minutes'"},
    {"minutes in words", START "minutes: four hours\n" SECTIONS, "value/number",
     4, 10, "from 1 to 1440", NULL},
    {"an unknown order", START "order: random\n" SECTIONS, "value/choice", 4, 8,
     "one of by-section, mixed", NULL},
    {"a date that is none", START "valid: {from: 2026-02-30}\n" SECTIONS,
     "value/shape", 4, 15, "YYYY-MM-DD", NULL},
    {"an end before the start",
     START "valid: {from: 2026-02-03, until: 2026-02-02}\n" SECTIONS,
     "exam/valid", 4, 1, "'until' is before 'from'", NULL},
    {"sections that do not add up", START "items: {scored: 11}\n" SECTIONS,
     "exam/items", 4, 1, "10 items together, the exam 11", NULL},
    {"percents without a total",
     START "sections:\n  - {id: a, title: A, percent: 100, topics: [x]}\n",
     "exam/items", 1, 1, "percents need a total", NULL},
    {"a range upside down", START "items: {scored: [12, 10]}\n" SECTIONS,
     "exam/range", 4, 17, "lowest is above the highest", NULL},
    {"a range of three", START "items: {scored: [1, 2, 3]}\n" SECTIONS,
     "exam/range", 4, 17, "[lowest, highest]", NULL},
    {"two sizes",
     START "sections:\n  - {id: a, title: A, items: 6, percent: 5}\n",
     "exam/size", 5, 33, "one of items, percent and cases", NULL},
    {"two pass rules",
     START "pass: {percent: 70, scaled: {min: 1, max: 9, pass: 5}}\n" SECTIONS,
     "exam/pass", 4, 1, "either 'percent' or 'scaled'", NULL},
    {"no pass rule in pass", START "pass: {verdict_cut: 70}\n" SECTIONS,
     "exam/pass", 4, 1, "either 'percent' or 'scaled'", NULL},
    {"a scale without cuts",
     START "pass: {scaled: {min: 1, max: 9, pass: 5}}\n" SECTIONS, "exam/pass",
     4, 1, "needs 'assumed_cuts'", "does not publish"},
    {"a pass mark off the scale",
     START "pass: {scaled: {min: 1, max: 9, pass: 10}, assumed_cuts: [70], "
           "verdict_cut: 70}\n" SECTIONS,
     "exam/pass", 4, 8, "between 'min' and 'max'", NULL},
    {"a verdict that is no cut",
     START "pass: {scaled: {min: 1, max: 9, pass: 5}, assumed_cuts: [65, 75], "
           "verdict_cut: 70}\n" SECTIONS,
     "exam/pass", 4, 43, "one of the assumed cuts", NULL},
    {"cuts that fall",
     START "pass: {scaled: {min: 1, max: 9, pass: 5}, assumed_cuts: [75, 70], "
           "verdict_cut: 70}\n" SECTIONS,
     "exam/pass", 4, 62, "must rise", NULL},
    {"a practice set with a pass rule",
     START "type: practice-set\npass: {percent: 70}\n" SECTIONS, "exam/pass", 5,
     1, "a practice set has no pass rule", NULL},
    {"two years of a set", START "code_sets: {cpt: [2025, 2026]}\n" SECTIONS,
     "exam/years", 4, 1, "one year of CPT", NULL},
    {"a warning without an end", START "warn_minutes: [30]\n" SECTIONS,
     "exam/minutes", 1, 1, "needs 'minutes'", NULL},
    {"a warning before the start",
     START "minutes: 20\nwarn_minutes: [5, 30]\n" SECTIONS, "exam/minutes", 1,
     1, "30 minutes left, in an exam of 20", NULL},
    {"a fact about nothing",
     START "facts: {minuts: {confidence: A}}\n" SECTIONS, "exam/fact", 4, 9,
     "'minuts' is no key", NULL},
    {"a fact twice",
     START
     "facts: {minutes: {confidence: A}, minutes: {confidence: B}}\n" SECTIONS,
     "schema/repeated-key", 4, 35, "'minutes'", NULL},
    {"a confidence of one's own",
     START "facts: {minutes: {confidence: D}}\n" SECTIONS, "value/choice", 4,
     31, "one of A, B, C, M", NULL},
    {"a section id twice",
     START "sections:\n  - {id: a, title: A, items: 6, topics: [x]}\n"
           "  - {id: a, title: B, items: 6, topics: [y]}\n",
     "exam/repeated-section", 6, 5, "'a'", NULL},
    {"two sections that take the same",
     START "sections:\n  - {id: a, title: A, items: 6, topics: [x]}\n"
           "  - {id: b, title: B, items: 6, topics: [x]}\n",
     "exam/ambiguous", 6, 5, "'a' and 'b'", NULL},
    {"more questions than an exam may have",
     START "sections:\n  - {id: a, title: A, items: 1000, topics: [x]}\n"
           "  - {id: b, title: B, cases: 1, topics: [y]}\n",
     "exam/items", 1, 1, "1001 questions at least; 1000", NULL},
    {"more pretest questions than an exam may have",
     START "items: {scored: 999, pretest: 2}\nsections:\n"
           "  - {id: a, title: A, topics: [x]}\n",
     "exam/items", 4, 1, "1001 questions", NULL},
    {"an exam of nothing", START "items: {scored: 0}\n" SECTIONS,
     "value/number", 4, 17, "from 1 to 1000", NULL},
    {"cases without a case",
     START "sections:\n  - {id: a, title: A, cases: 5, case: none}\n",
     "exam/size", 5, 23, "'case: none'", NULL},
    {"a question twice in a quiz", START "questions: [a/b/c, a/b/d, a/b/c]\n",
     "exam/repeated-question", 4, 27, "'a/b/c' is listed twice", NULL},
    {"a question twice in a section",
     START "sections:\n"
           "  - {id: a, title: A, items: 2, questions: [a/b/c, a/b/c]}\n",
     "exam/repeated-question", 5, 52, "'a/b/c'", NULL},
    {"a quiz of pretest questions",
     START "items: {scored: 2, pretest: 5}\nquestions: [a/b/c, a/b/d]\n",
     "exam/items", 4, 1, "of 2 questions 5 are pretest", NULL},
    {"a section of unsorted",
     START "sections:\n  - {id: a, title: A, items: 6, topics: [unsorted]}\n",
     "exam/unsorted", 5, 42, "'unsorted'", NULL},
    {"a question without its bank", START "questions: [q1]\n", "value/shape", 4,
     13, "publisher/bank/question", NULL},
    {"a wrong rule of scoring", START "scoring: {multiple: partial}\n" SECTIONS,
     "value/choice", 4, 21, "all-or-nothing", NULL},
    {"a broken section",
     START "sections:\n  - id: a\n    title: A: B\n"
           "  - {id: b, title: B, items: 4, topics: [y]}\n",
     "yaml/syntax", 6, 13, NULL, "must be quoted"},
};

static const struct expected warnings[] = {
    {"percents that cannot be 100",
     START "items: {scored: 50}\nsections:\n"
           "  - {id: a, title: A, percent: [30, 40], topics: [x]}\n"
           "  - {id: b, title: B, percent: 50, topics: [y]}\n",
     "exam/percent", 4, 1, "add up to 80 to 90", NULL},
};

static void each_mistake_is_placed_and_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        struct reading it;

        reading_exam(&it, str_from(errors[i].text));
        assert_error(&it, &errors[i]);
        reading_finish(&it);
    }
}

static void each_doubt_is_a_warning(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(warnings); i++) {
        struct reading it;

        reading_exam(&it, str_from(warnings[i].text));
        assert_warning(&it, &warnings[i]);
        reading_finish(&it);
    }
}

/* An exam read without an error. */
static void read_well(const char *text, const struct strmap *topics,
                      struct arena *arena, struct exam *out)
{
    struct diagnostics list;

    diagnostics_init(&list, "a");
    assert_true(exam_read(str_from(text), topics, arena, out, &list));
    assert_int_equal(list.warnings, 0);
    diagnostics_finish(&list);
}

static void all_figures_arrive(void **state)
{
    static const char text[] =
        START "issuer: AAPC\ntype: mock\nstatus: provisional\n"
              "version: \"2026\"\nvalid: {from: 2026-01-15}\naliases: [s, t]\n"
              "minutes: 240\nitems: {scored: 10, pretest: [1, 2]}\n"
              "pass: {percent: 70}\norder: mixed\nnavigation: forward-only\n"
              "scoring: {multiple: all-or-nothing, codes: slots}\n"
              "books: [cpt, hcpcs]\ntools: [ebook]\nwarn_minutes: [5, 30, 10]\n"
              "breaks: clock-runs\ncode_sets: {cpt: 2026, icd-10-cm: FY2026}\n"
              "facts:\n  minutes: {confidence: A, source: x}\n"
              "  pass: {confidence: M}\nx-note: mine\n"
              "sections:\n"
              "  - {id: a, title: A, items: 6, topics: [x, x/y], case: none, "
              "kinds: [single, codes], points: 2, confidence: B, source: s}\n"
              "  - {id: b, title: B, items: 4, topics: [x], case: required}\n"
              "  - {id: c, title: C, cases: 7, questions: [p/b/q]}\n"
              "  - {id: d, title: D, topics: [z]}\n";
    struct arena arena = {0};
    struct exam exam;
    (void)state;

    read_well(text, NULL, &arena, &exam);
    assert_string_equal(exam.id.data, "small");
    assert_string_equal(exam.issuer.data, "AAPC");
    assert_int_equal(exam.type, EXAM_MOCK);
    assert_int_equal(exam.status, EXAM_STATUS_PROVISIONAL);
    assert_string_equal(exam.version.data, "2026");
    assert_string_equal(exam.valid_from.data, "2026-01-15");
    assert_int_equal(exam.valid_until.len, 0);
    assert_string_equal(exam.aliases.items[1].data, "t");
    assert_int_equal(exam.minutes, 240);
    assert_int_equal(exam.scored.low, 10);
    assert_int_equal(exam.pretest.high, 2);
    assert_int_equal(exam.pass.kind, PASS_PERCENT);
    assert_int_equal(exam.pass.percent, 70);
    assert_int_equal(exam.order, EXAM_ORDER_MIXED);
    assert_int_equal(exam.navigation, EXAM_NAVIGATION_FORWARD_ONLY);
    assert_int_equal(exam.books, 1u << CODE_CPT | 1u << CODE_HCPCS);
    assert_true(exam.books_stated);
    assert_string_equal(exam.tools.items[0].data, "ebook");
    assert_int_equal(exam.warn_count, 3);
    assert_int_equal(exam.warn_minutes[0], 30);
    assert_int_equal(exam.warn_minutes[2], 5);
    assert_string_equal(exam.breaks.data, "clock-runs");
    assert_string_equal(exam.code_years.years[CODE_CPT].items[0].data, "2026");
    assert_int_equal(exam_fact(&exam, "minutes")->confidence, 'A');
    assert_int_equal(exam_fact(&exam, "pass")->source.len, 0);
    assert_null(exam_fact(&exam, "order"));
    assert_string_equal(exam.extras.items[0].value.data, "\"mine\"");
    assert_int_equal(exam.section_count, 4);
    assert_int_equal(exam.sections[0].size_kind, SIZE_ITEMS);
    assert_int_equal(exam.sections[0].size.high, 6);
    assert_int_equal(exam.sections[0].case_rule, EXAM_CASE_NONE);
    assert_int_equal(exam.sections[0].kinds,
                     1u << ITEM_SINGLE | 1u << ITEM_CODES);
    assert_int_equal(exam.sections[0].points, 2);
    assert_int_equal(exam.sections[0].confidence, 'B');
    assert_string_equal(exam.sections[0].topics.items[1].data, "x/y");
    assert_int_equal(exam.sections[1].points, 1);
    assert_int_equal(exam.sections[1].confidence, 0);
    assert_int_equal(exam.sections[2].size_kind, SIZE_CASES);
    assert_string_equal(exam.sections[2].questions.items[0].data, "p/b/q");
    assert_int_equal(exam.sections[3].size_kind, SIZE_MIX);
    arena_finish(&arena);
}

static void a_scaled_pass_rule_has_its_cuts(void **state)
{
    struct arena arena = {0};
    struct exam exam;
    (void)state;

    read_well(START
              "books: []\n"
              "pass:\n  scaled: {min: 100, max: 400, pass: 300}\n"
              "  assumed_cuts: [65, 70, 75]\n  verdict_cut: 70\n" SECTIONS,
              NULL, &arena, &exam);
    assert_int_equal(exam.pass.kind, PASS_SCALED);
    assert_int_equal(exam.pass.scale_pass, 300);
    assert_int_equal(exam.pass.cut_count, 3);
    assert_int_equal(exam.pass.cuts[2], 75);
    assert_int_equal(exam.pass.verdict_cut, 70);
    assert_int_equal(exam.type, EXAM_MOCK);
    assert_true(exam.books_stated);
    assert_int_equal(exam.books, 0);
    arena_finish(&arena);
}

static void what_is_not_stated_follows(void **state)
{
    struct arena arena = {0};
    struct exam exam;
    (void)state;

    read_well(START SECTIONS, NULL, &arena, &exam);
    assert_int_equal(exam.type, EXAM_PRACTICE_SET);
    assert_int_equal(exam.pass.kind, PASS_NONE);
    assert_int_equal(exam.scored.low, 10);
    assert_int_equal(exam.minutes, 0);
    assert_false(exam.books_stated);
    assert_int_equal(exam.status, EXAM_STATUS_LIVE);
    arena_finish(&arena);
}

static void a_quiz_is_one_section_of_its_questions(void **state)
{
    struct arena arena = {0};
    struct exam exam;
    (void)state;

    read_well(START "minutes: 20\nquestions: [a/b/c, a/b/d]\n", NULL, &arena,
              &exam);
    assert_int_equal(exam.section_count, 1);
    assert_int_equal(exam.scored.low, 2);
    assert_int_equal(exam.sections[0].size.low, 2);
    assert_string_equal(exam.sections[0].questions.items[1].data, "a/b/d");
    assert_int_equal(exam.type, EXAM_PRACTICE_SET);
    arena_finish(&arena);
}

static void pretest_questions_of_a_quiz_are_some_of_its_list(void **state)
{
    struct arena arena = {0};
    struct exam exam;
    (void)state;

    read_well(START "items: {scored: 2, pretest: 1}\n"
                    "questions: [a/b/c, a/b/d, a/b/e]\n",
              NULL, &arena, &exam);
    assert_int_equal(exam.sections[0].size.low, 2);
    assert_int_equal(exam.pretest.low, 1);
    arena_finish(&arena);
}

/* A note behind the error tells where the other one is. */
static void of_two_the_first_is_shown_too(void **state)
{
    static const struct {
        const char *text;
        int line, column; /* of the note */
    } cases[] = {
        {START "sections:\n  - {id: c, title: C, items: 6, topics: [y]}\n"
               "  - {id: a, title: A, items: 6, topics: [x]}\n"
               "  - {id: b, title: B, items: 6, topics: [x]}\n",
         6, 5},
        {START "questions: [a/b/c, a/b/d, a/b/c]\n", 4, 13},
        {START "pass: {percent: 70, percent: 75}\n" SECTIONS, 4, 8},
        {START "minutes: 3\nminutes: 4\n" SECTIONS, 4, 1},
    };
    (void)state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct reading it;

        reading_exam(&it, str_from(cases[i].text));
        assert_int_equal(it.list.errors, 1);
        assert_int_equal(it.list.count, 2);
        assert_int_equal(it.list.items[1].severity, SEVERITY_NOTE);
        assert_int_equal(it.list.items[1].line, cases[i].line);
        assert_int_equal(it.list.items[1].column, cases[i].column);
        reading_finish(&it);
    }
}

static void a_section_may_draw_from_a_parent_that_is_not_listed(void **state)
{
    struct strmap *topics = strmap_create();
    struct arena arena = {0};
    struct exam exam;
    struct diagnostics list;
    (void)state;

    strmap_add(topics, STR("anatomy/nervous"), 1, NULL);
    strmap_add(topics, STR("cpt/surgery"), 2, NULL);
    read_well(START SECTIONS, topics, &arena, &exam);

    diagnostics_init(&list, "a");
    assert_false(exam_read(STR(START "sections:\n  - {id: a, title: A, items: "
                                     "1, topics: [cpt/surgary]}\n"),
                           topics, &arena, &exam, &list));
    assert_string_equal(list.items[0].id, "value/unknown-topic");
    assert_true(contains(list.items[0].hint, "'cpt/surgery'"));
    diagnostics_finish(&list);
    strmap_destroy(topics);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_placed_and_explained),
        cmocka_unit_test(each_doubt_is_a_warning),
        cmocka_unit_test(all_figures_arrive),
        cmocka_unit_test(a_scaled_pass_rule_has_its_cuts),
        cmocka_unit_test(what_is_not_stated_follows),
        cmocka_unit_test(a_quiz_is_one_section_of_its_questions),
        cmocka_unit_test(pretest_questions_of_a_quiz_are_some_of_its_list),
        cmocka_unit_test(of_two_the_first_is_shown_too),
        cmocka_unit_test(a_section_may_draw_from_a_parent_that_is_not_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
