/* Notes and disputes apart from their attempts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/remarks.h"
#include "proctor/app/review.h"

/* Six questions sat in attempt 1, and their review. */
static void sat(struct fixture *f, struct review *review)
{
    fixture_open(f);
    fixture_fill(f);
    fixture_sit(f, 3, 3);
    if (!review_read(f->app, 1, &f->arena, review, &f->err))
        fail_msg("%s", f->err.message);
}

static void dispute(struct fixture *f, struct review *review, int pos,
                    const char *reason)
{
    fixture_pass(f, 1000);
    if (!review_dispute(f->app, review, pos, "B", reason, &f->arena, &f->err))
        fail_msg("%s", f->err.message);
}

static void disputes_tell_what_they_are_about(void **state)
{
    struct fixture f;
    struct review review;
    struct disputes disputes;

    (void)state;
    sat(&f, &review);
    assert_true(disputes_list(f.app, &f.arena, &disputes, &f.err));
    assert_int_equal(disputes.count, 0);
    dispute(&f, &review, 0, "older");
    dispute(&f, &review, 4, "newer");
    assert_true(disputes_list(f.app, &f.arena, &disputes, &f.err));
    assert_int_equal(disputes.count, 2);
    assert_string_equal(disputes.items[0].remark.text, "newer");
    assert_string_equal(disputes.items[0].remark.claim, "B");
    assert_string_equal(disputes.items[0].remark.name, review.items[4].name);
    assert_true(
        str_eq(disputes.items[0].item->stem, review.items[4].item->stem));
    assert_string_equal(disputes.items[0].key, "A: right");
    assert_int_equal(strlen(disputes.items[0].full_sha256), 64);
    assert_string_not_equal(disputes.items[0].full_sha256,
                            disputes.items[1].full_sha256);
    assert_false(disputes.items[0].has_changed);
    fixture_close(&f);
}

/* The fixture's bank with another key, in a newer version. */
static const char *mended_bank(struct fixture *f)
{
    char *bank = fixture_bank(12, "2.0");
    char *key = bank;
    const char *path;

    while ((key = strstr(key, "answer: A")) != NULL)
        key[strlen("answer: ")] = 'B';
    path = fixture_file(f, "mended.yaml", bank);
    free(bank);
    return path;
}

static void a_mended_question_has_changed_under_its_dispute(void **state)
{
    struct fixture f;
    struct review review;
    struct disputes disputes;

    (void)state;
    sat(&f, &review);
    dispute(&f, &review, 0, "B is right");
    assert_int_equal(fixture_import(&f, mended_bank(&f), NULL, NULL),
                     OUTCOME_IMPORTED);
    assert_true(disputes_list(f.app, &f.arena, &disputes, &f.err));
    assert_int_equal(disputes.count, 1);
    assert_true(disputes.items[0].has_changed);
    /* What is told is what was disputed. */
    assert_string_equal(disputes.items[0].key, "A: right");
    fixture_close(&f);
}

static void a_note_is_no_dispute(void **state)
{
    struct fixture f;
    struct review review;
    struct disputes disputes;
    struct remarks notes;

    (void)state;
    sat(&f, &review);
    assert_true(review_note(f.app, &review, 1, "first", &f.arena, &f.err));
    fixture_pass(&f, 1000);
    assert_true(review_note(f.app, &review, 2, "second", &f.arena, &f.err));
    assert_true(review_cause(f.app, &review, 4, CAUSE_TIME, &f.err));
    dispute(&f, &review, 5, "why");
    assert_true(disputes_list(f.app, &f.arena, &disputes, &f.err));
    assert_int_equal(disputes.count, 1);
    assert_true(notes_list(f.app, &f.arena, &notes, &f.err));
    assert_int_equal(notes.count, 2);
    assert_string_equal(notes.items[0].text, "second");
    assert_string_equal(notes.items[0].name, review.items[2].name);
    fixture_close(&f);
}

static void notes_of_a_sitting_stand_among_the_others(void **state)
{
    struct fixture f;
    struct review review;
    struct remarks notes;
    struct session *session;

    (void)state;
    sat(&f, &review);
    assert_true(review_note(f.app, &review, 1, "oldest", &f.arena, &f.err));
    fixture_pass(&f, 1000);
    session = fixture_start(&f);
    assert_true(session_visit(session, 2, &f.err));
    assert_true(session_set_note(session, 2, "typed", &f.err));
    assert_true(notes_list(f.app, &f.arena, &notes, &f.err));
    assert_int_equal(notes.count, 1); /* the sitting has not ended */
    assert_true(session_submit(session, &f.err));
    session_close(session);
    fixture_pass(&f, 1000);
    assert_true(review_note(f.app, &review, 0, "newest", &f.arena, &f.err));
    assert_true(notes_list(f.app, &f.arena, &notes, &f.err));
    assert_int_equal(notes.count, 3);
    assert_string_equal(notes.items[0].text, "newest");
    assert_string_equal(notes.items[1].text, "typed");
    assert_int_equal(notes.items[1].attempt_id, 2);
    assert_int_equal(notes.items[1].remark_id, 0);
    assert_string_equal(notes.items[2].text, "oldest");
    fixture_close(&f);
}

static const char odd_bank[] =
    "format: proctor-bank/1\nbank: test/quick\ntitle: Odd\nversion: \"1\"\n"
    "language: en\nlicense: CC-BY-4.0\nquestions:\n"
    "  - id: many\n    topic: t/a\n    kind: multiple\n    stem: Which two?\n"
    "    options: {A: one, B: two, C: three}\n    answer: [A, C]\n"
    "    rationale: R.\n    references: [A book]\n"
    "  - id: either\n    topic: t/a\n    stem: Which one?\n"
    "    options: {A: one, B: two, C: three}\n    answer: {any: [A, B]}\n"
    "    rationale: R.\n    references: [A book]\n"
    "  - id: typed\n    topic: t/b\n    kind: codes\n    stem: Codes?\n"
    "    answer:\n"
    "      - {field: dx, label: Diagnoses, code_set: icd-10-cm,\n"
    "         slots: [[I13.0], [I50.23, I50.33]]}\n"
    "      - {field: px, code_set: icd-10-pcs, slots: [[0DTJ4ZZ]]}\n"
    "    rationale: R.\n    references: [A book]\n";

static void keys_of_all_kinds_are_told(void **state)
{
    static const struct {
        const char *name, *key;
    } cases[] = {
        {"test/quick/many", "A: one; C: three"},
        {"test/quick/either", "A: one; or B: two"},
        {"test/quick/typed", "Diagnoses: I13.0; I50.23 or I50.33. px: "
                             "0DTJ4ZZ"},
    };
    struct fixture f;
    struct review review;
    struct disputes disputes;
    size_t told = 0;

    (void)state;
    fixture_open(&f);
    fixture_import(&f, fixture_file(&f, "t.yaml", fixture_topics), NULL, NULL);
    fixture_import(&f, fixture_file(&f, "e.yaml", fixture_exam), NULL, NULL);
    assert_int_equal(fixture_import(&f, fixture_file(&f, "b.yaml", odd_bank),
                                    NULL, NULL),
                     OUTCOME_IMPORTED);
    fixture_sit(&f, 0, 0);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    for (int pos = 0; pos < 3; pos++)
        assert_true(review_dispute(f.app, &review, pos, "", "reason", &f.arena,
                                   &f.err));
    assert_true(disputes_list(f.app, &f.arena, &disputes, &f.err));
    assert_int_equal(disputes.count, 3);
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++)
            if (strcmp(disputes.items[i].remark.name, cases[j].name) == 0) {
                assert_string_equal(disputes.items[i].key, cases[j].key);
                told++;
            }
    assert_int_equal(told, 3);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(disputes_tell_what_they_are_about),
        cmocka_unit_test(a_mended_question_has_changed_under_its_dispute),
        cmocka_unit_test(a_note_is_no_dispute),
        cmocka_unit_test(notes_of_a_sitting_stand_among_the_others),
        cmocka_unit_test(keys_of_all_kinds_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
