/* Exams of the catalogue: found by their names, counted in questions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/doctor.h"
#include "proctor/app/exams.h"

static void an_unknown_exam_names_the_nearest(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_false(exams_find(f.app, "quck", NULL, &f.arena, &entry, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "'quick'"));
    fixture_close(&f);
}

/* Whether the search fails with a message that has `part`. */
static void expect_not_found(struct fixture *f, const char *id,
                             const char *part)
{
    struct exam_entry entry;

    assert_false(exams_find(f->app, id, NULL, &f->arena, &entry, &f->err));
    assert_int_equal(f->err.code, ERR_NOT_FOUND);
    if (!strstr(f->err.message, part))
        fail_msg("'%s' is not in: %s", part, f->err.message);
}

static void the_nearest_is_sought_without_version_and_over_aliases(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    expect_not_found(&f, "quck@1", "did you mean 'quick'?");
    expect_not_found(&f, "shrt", "did you mean 'short'?");
    expect_not_found(&f, "zzzzzz", "`proctor exams`");
    expect_not_found(&f, "", "there is no exam ''");
    fixture_close(&f);
}

static void an_id_goes_before_an_alias_of_another_exam(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_int_equal(
        fixture_import(&f,
                       fixture_file(&f, "greedy.yaml",
                                    "format: proctor-exam/1\nexam: a-greedy\n"
                                    "title: Greedy\ntype: practice-set\n"
                                    "version: \"2\"\n"
                                    "aliases: [quick, greedy]\n"
                                    "questions: [test/quick/q0]\n"),
                       NULL, NULL),
        OUTCOME_IMPORTED);
    assert_true(exams_find(f.app, "quick", NULL, &f.arena, &entry, &f.err));
    assert_string_equal(entry.exam->id.data, "quick");
    assert_true(exams_find(f.app, "greedy", NULL, &f.arena, &entry, &f.err));
    assert_string_equal(entry.exam->id.data, "a-greedy");
    expect_not_found(&f, "quick@2", "there is '1'");
    fixture_close(&f);
}

static void an_unknown_version_names_those_there_are(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    expect_not_found(&f, "quick@1999",
                     "no version '1999' of exam 'quick'; there is '1'");
    expect_not_found(&f, "short@2", "there is '1'");
    fixture_close(&f);
}

static void supply_counts_what_the_banks_can_fill(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(exams_find(f.app, "quick", NULL, &f.arena, &entry, &f.err));
    assert_true(exams_supply(f.app, &entry, &f.arena, &f.err));
    assert_int_equal(entry.needed, 6);
    assert_int_equal(entry.fillable, 6);
    assert_true(entry.is_full);
    assert_int_equal(entry.supply[0].items, 8);
    assert_int_equal(entry.supply[1].items, 4);
    fixture_close(&f);
}

static void import_text(struct fixture *f, const char *name, const char *text)
{
    if (fixture_import(f, fixture_file(f, name, text), NULL, NULL) !=
        OUTCOME_IMPORTED)
        fail_msg("%s was not imported: %s", name, f->err.message);
}

/* A bank of cases with 3, 2 and 2 questions. */
static char *bank_of_cases(void)
{
    static const int sizes[] = {3, 2, 2};
    struct strbuf text = {0};

    strbuf_adds(&text, "format: proctor-bank/1\nbank: test/records\n"
                       "title: Records\nversion: \"1\"\nlanguage: en\n"
                       "license: CC-BY-4.0\ncases:\n");
    for (int i = 0; i < 3; i++)
        strbuf_printf(&text,
                      "  - id: case%d\n    title: Case %d\n    parts:\n"
                      "      - {heading: Note, text: Seen.}\n",
                      i, i);
    strbuf_adds(&text, "questions:\n");
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < sizes[i]; j++)
            strbuf_printf(&text,
                          "  - id: c%dq%d\n    topic: t/a\n    case: case%d\n"
                          "    stem: Question %d of case %d?\n"
                          "    options: {A: right, B: wrong, C: no, D: never}\n"
                          "    answer: A\n    rationale: Because.\n"
                          "    references: [A book]\n",
                          i, j, i, j, i);
    return strbuf_take(&text);
}

static const char *exam_of_cases(struct fixture *f, int cases)
{
    return arena_printf(
        &f->arena,
        "format: proctor-exam/1\nexam: records\ntitle: Records\n"
        "issuer: Nobody\ntype: mock\nstatus: live\nversion: \"%d\"\n"
        "minutes: 60\npass: {percent: 70}\norder: by-section\n"
        "navigation: free\nsections:\n"
        "  - {id: a, title: Records, cases: %d, topics: [t/a]}\n",
        cases, cases);
}

/* Seven questions in three cases: a form of them is counted in questions. */
static void cases_are_counted_in_questions(void **state)
{
    static const struct {
        int cases, least, most; /* questions drawn */
        bool is_full;
    } rows[] = {
        {1, 1, 4, true}, {2, 3, 6, true}, {3, 7, 7, true}, {4, 7, 7, false}};
    char *bank = bank_of_cases();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct exam_entry entry;

        fixture_open(&f);
        import_text(&f, "topics.yaml", fixture_topics);
        import_text(&f, "exam.yaml", exam_of_cases(&f, rows[i].cases));
        import_text(&f, "bank.yaml", bank);
        assert_true(
            exams_find(f.app, "records", NULL, &f.arena, &entry, &f.err));
        assert_true(exams_supply(f.app, &entry, &f.arena, &f.err));
        assert_in_range(entry.fillable, rows[i].least, rows[i].most);
        assert_int_equal(entry.is_full, rows[i].is_full);
        assert_int_equal(entry.fillable == entry.needed, rows[i].is_full);
        fixture_close(&f);
    }
    free(bank);
}

static void cases_that_are_not_there_are_needed_all_the_same(void **state)
{
    struct fixture f;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    import_text(&f, "topics.yaml", fixture_topics);
    import_text(&f, "exam.yaml", exam_of_cases(&f, 7));
    assert_true(exams_find(f.app, "records", NULL, &f.arena, &entry, &f.err));
    assert_true(exams_supply(f.app, &entry, &f.arena, &f.err));
    assert_int_equal(entry.needed, 7);
    assert_int_equal(entry.fillable, 0);
    fixture_close(&f);
}

static void topics_without_questions_are_named(void **state)
{
    static const struct {
        const char *topics[6];
        size_t count;
        const char *text;
    } rows[] = {
        {{NULL}, 0, ""},
        {{"t/b"}, 1, "needs questions on t/b"},
        {{"cpt/surgery", "cpt"},
         2,
         "needs the banks with CPT numbers (banks/cpt)"},
        {{"cpt/surgery", "t/b"}, 2, "needs questions on cpt/surgery, t/b"},
        {{"cptx", "b", "c", "d", "e", "f"},
         6,
         "needs questions on cptx, b, c, d and 2 more topics"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str topics[6];
        struct exam_entry entry = {.missing = {topics, rows[i].count}};
        struct arena arena = {0};

        for (size_t j = 0; j < rows[i].count; j++)
            topics[j] = str_from(rows[i].topics[j]);
        assert_string_equal(exam_missing_text(&entry, &arena), rows[i].text);
        arena_finish(&arena);
    }
}

static void a_short_exam_knows_its_missing_topics(void **state)
{
    struct fixture f;
    struct exam_entry entry;
    char *bank = fixture_bank(2, "1"); /* both on t/a */

    (void)state;
    fixture_open(&f);
    import_text(&f, "topics.yaml", fixture_topics);
    import_text(&f, "exam.yaml", fixture_exam);
    import_text(&f, "bank.yaml", bank);
    assert_true(exams_find(f.app, "quick", NULL, &f.arena, &entry, &f.err));
    assert_true(exams_supply(f.app, &entry, &f.arena, &f.err));
    assert_int_equal(entry.missing.count, 1);
    assert_true(str_is(entry.missing.items[0], "t/b"));
    free(bank);
    fixture_close(&f);
}

/* --- an exam that cannot be read -------------------------------------------
 */

/* As another version of the program, or a fault, could have stored it. */
static void store_unreadable(struct fixture *f)
{
    struct source source = {.kind = "exam", .origin = ORIGIN_USER, .path = ""};
    struct exam exam = {
        .id = STR("odd"), .title = STR("Odd"), .version = STR("1")};

    assert_true(catalog_put_exam(app_store(f->app), &source, &exam,
                                 STR("format: proctor-exam/1\nexam: odd\n"),
                                 &f->err));
}

static void an_unreadable_exam_keeps_nobody_from_the_others(void **state)
{
    struct fixture f;
    struct exam_entries entries;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    store_unreadable(&f);
    assert_true(exams_list(f.app, &f.arena, &entries, &f.err));
    assert_int_equal(entries.count, 1);
    assert_int_equal(entries.unreadable_count, 1);
    assert_string_equal(entries.unreadable[0].id, "odd");
    assert_true(exams_find(f.app, "quick", NULL, &f.arena, &entry, &f.err));
    assert_false(exams_find(f.app, "odd", NULL, &f.arena, &entry, &f.err));
    assert_int_equal(f.err.code, ERR_CORRUPT);
    fixture_close(&f);
}

static void a_disabled_exam_is_listed_for_the_instructor_only(void **state)
{
    struct fixture f;
    struct exam_entries entries;
    struct exam_entry entry;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(library_enable_exam(f.app, "quick", false, &f.err));
    assert_true(exams_list(f.app, &f.arena, &entries, &f.err));
    assert_int_equal(entries.count, 0);
    assert_true(exams_list_all(f.app, &f.arena, &entries, &f.err));
    assert_int_equal(entries.count, 1);
    assert_false(entries.items[0].enabled);
    expect_not_found(&f, "short",
                     "the exam 'quick' is disabled; `proctor exams enable "
                     "quick`");
    expect_not_found(&f, "quck", "`proctor exams` lists");
    assert_true(library_enable_exam(f.app, "quick", true, &f.err));
    assert_true(exams_find(f.app, "quick", NULL, &f.arena, &entry, &f.err));
    assert_true(entry.enabled);
    fixture_close(&f);
}

struct heard {
    int bad;
    char text[256];
};

static void hear(void *context, const struct finding *finding)
{
    struct heard *heard = context;

    if (!finding->bad)
        return;
    heard->bad++;
    snprintf(heard->text, sizeof heard->text, "%s", finding->text);
}

static void the_doctor_finds_an_unreadable_exam_and_goes_on(void **state)
{
    struct heard heard = {0};
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    assert_true(doctor_examine(f.app, hear, &heard));
    store_unreadable(&f);
    assert_false(doctor_examine(f.app, hear, &heard));
    assert_int_equal(heard.bad, 1);
    assert_non_null(strstr(heard.text, "'odd'"));
    fixture_close(&f);
}

static void the_doctor_is_not_told_to_run_the_doctor(void **state)
{
    static const char *const texts[][2] = {
        {"it is damaged (x): run 'proctor doctor', or bring a copy back",
         "it is damaged (x)"},
        {"attempt 3 is off: run `proctor doctor`", "attempt 3 is off"},
        {"it is empty: bring a copy back", "it is empty: bring a copy back"},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error err;

        error_set(&err, ERR_CORRUPT, "%s", texts[i][0]);
        assert_string_equal(doctor_words(&err, &arena), texts[i][1]);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_exam_names_the_nearest),
        cmocka_unit_test(
            the_nearest_is_sought_without_version_and_over_aliases),
        cmocka_unit_test(an_id_goes_before_an_alias_of_another_exam),
        cmocka_unit_test(an_unknown_version_names_those_there_are),
        cmocka_unit_test(supply_counts_what_the_banks_can_fill),
        cmocka_unit_test(cases_are_counted_in_questions),
        cmocka_unit_test(cases_that_are_not_there_are_needed_all_the_same),
        cmocka_unit_test(topics_without_questions_are_named),
        cmocka_unit_test(a_short_exam_knows_its_missing_topics),
        cmocka_unit_test(an_unreadable_exam_keeps_nobody_from_the_others),
        cmocka_unit_test(a_disabled_exam_is_listed_for_the_instructor_only),
        cmocka_unit_test(the_doctor_finds_an_unreadable_exam_and_goes_on),
        cmocka_unit_test(the_doctor_is_not_told_to_run_the_doctor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
