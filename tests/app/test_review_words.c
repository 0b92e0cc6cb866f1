/* A candidate's own words on the questions of an attempt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"

static void filled(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
}

static int count_matching(const struct review *review,
                          enum review_filter filter)
{
    int count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += review_matches(&review->items[i], filter);
    return count;
}

/* The form of seed 1, so that two of them ask the same. */
static void sit_again(struct fixture *f, int wrong)
{
    struct session *session = fixture_start(f);

    for (int pos = 0; pos < wrong; pos++)
        fixture_answer(session, pos, false);
    if (!session_submit(session, &f->err))
        fail_msg("cannot submit: %s", f->err.message);
    session_close(session);
}

static void reread(struct fixture *f, struct review *review)
{
    if (!review_read(f->app, 1, &f->arena, review, &f->err))
        fail_msg("cannot read: %s", f->err.message);
}

static void a_note_is_kept_until_it_is_emptied(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    filled(&f);
    fixture_sit(&f, 2, 2);
    reread(&f, &review);
    assert_string_equal(review.items[2].note, "");
    assert_true(
        review_note(f.app, &review, 2, "  look at I.C.4 \n", &f.arena, &f.err));
    assert_string_equal(review.items[2].note, "look at I.C.4");
    reread(&f, &review);
    assert_string_equal(review.items[2].note, "look at I.C.4");
    assert_true(review_note(f.app, &review, 2, " ", &f.arena, &f.err));
    assert_string_equal(review.items[2].note, "");
    reread(&f, &review);
    assert_string_equal(review.items[2].note, "");
    fixture_close(&f);
}

static void a_cause_is_counted_and_replaced(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    filled(&f);
    fixture_sit(&f, 2, 2);
    reread(&f, &review);
    assert_int_equal(review.items[2].cause, MISS_CAUSE_COUNT);
    assert_true(review_cause(f.app, &review, 2, CAUSE_TIME, &f.err));
    assert_true(review_cause(f.app, &review, 2, CAUSE_GUESS, &f.err));
    assert_true(review_cause(f.app, &review, 3, CAUSE_GUESS, &f.err));
    for (int round = 0; round < 2; round++) {
        assert_int_equal(review.causes[CAUSE_TIME], 0);
        assert_int_equal(review.causes[CAUSE_GUESS], 2);
        assert_int_equal(count_matching(&review, REVIEW_GUESSED), 2);
        reread(&f, &review);
    }
    assert_true(review_cause(f.app, &review, 2, MISS_CAUSE_COUNT, &f.err));
    for (int round = 0; round < 2; round++) {
        assert_int_equal(review.items[2].cause, MISS_CAUSE_COUNT);
        assert_int_equal(review.causes[CAUSE_GUESS], 1);
        reread(&f, &review);
    }
    fixture_close(&f);
}

static void
a_cause_belongs_to_its_attempt_and_a_note_to_the_question(void **state)
{
    struct fixture f;
    struct review first, again;

    (void)state;
    filled(&f);
    sit_again(&f, 1);
    sit_again(&f, 1);
    assert_true(review_read(f.app, 1, &f.arena, &first, &f.err));
    assert_true(review_note(f.app, &first, 0, "read twice", &f.arena, &f.err));
    assert_true(review_cause(f.app, &first, 0, CAUSE_MISREAD, &f.err));
    assert_true(review_read(f.app, 2, &f.arena, &again, &f.err));
    assert_string_equal(again.items[0].name, first.items[0].name);
    assert_string_equal(again.items[0].note, "read twice");
    assert_int_equal(again.items[0].cause, MISS_CAUSE_COUNT);
    fixture_close(&f);
}

/* The fixture's bank in a newer version, where q7 is called otherwise. */
static const char *renamed_bank(struct fixture *f)
{
    static const char before[] = "  - id: q7\n";
    char *bank = fixture_bank(12, "2.0");
    char *at = strstr(bank, before);
    const char *text;

    *at = '\0';
    text =
        arena_printf(&f->arena, "%s  - id: seven\n    was: [test/quick/q7]\n%s",
                     bank, at + strlen(before));
    free(bank);
    return fixture_file(f, "renamed.yaml", text);
}

static struct review_item *find_item(struct review *review, const char *name)
{
    for (size_t i = 0; i < review->count; i++)
        if (strcmp(review->items[i].name, name) == 0)
            return &review->items[i];
    return NULL;
}

static void words_follow_a_renamed_question(void **state)
{
    struct fixture f;
    struct review review;
    struct review_item *item = NULL;

    (void)state;
    filled(&f);
    /* All twelve are asked in two sittings; q7 is in one of them. */
    for (int i = 0; !item && i < 2; i++) {
        assert_true(review_read(f.app, fixture_sit(&f, 0, 6), &f.arena, &review,
                                &f.err));
        item = find_item(&review, "test/quick/q7");
    }
    assert_non_null(item);
    assert_true(review_note(f.app, &review, (int)(item - review.items),
                            "a note", &f.arena, &f.err));
    assert_true(review_cause(f.app, &review, (int)(item - review.items),
                             CAUSE_TIME, &f.err));
    assert_int_equal(fixture_import(&f, renamed_bank(&f), NULL, NULL),
                     OUTCOME_IMPORTED);
    assert_true(review_read(f.app, review.attempt.attempt_id, &f.arena, &review,
                            &f.err));
    item = find_item(&review, "test/quick/q7");
    assert_non_null(item);
    assert_string_equal(item->note, "a note");
    assert_int_equal(item->cause, CAUSE_TIME);
    assert_true(review_note(f.app, &review, (int)(item - review.items), "",
                            &f.arena, &f.err));
    assert_true(review_read(f.app, review.attempt.attempt_id, &f.arena, &review,
                            &f.err));
    assert_string_equal(find_item(&review, "test/quick/q7")->note, "");
    fixture_close(&f);
}

static void what_was_right_has_no_cause(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    filled(&f);
    fixture_sit(&f, 2, 2);
    reread(&f, &review);
    assert_false(review_cause(f.app, &review, 0, CAUSE_TIME, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_string_equal(f.err.message, "question 1 was right: a cause is for "
                                       "what was missed");
    assert_int_equal(review.causes[CAUSE_TIME], 0);
    fixture_close(&f);
}

static void what_was_not_shown_has_no_cause(void **state)
{
    struct fixture f;
    struct review review;
    struct session *session;

    (void)state;
    filled(&f);
    session = fixture_practise(&f);
    fixture_answer(session, 0, true);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    reread(&f, &review);
    assert_false(review_cause(f.app, &review, 1, CAUSE_TIME, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_string_equal(f.err.message,
                        "question 2 was not shown: a cause is for what was "
                        "missed");
    fixture_close(&f);
}

static void a_dispute_claims_a_possible_answer(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    filled(&f);
    fixture_sit(&f, 2, 2);
    reread(&f, &review);
    assert_false(
        review_dispute(f.app, &review, 1, "E", "because", &f.arena, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_string_equal(f.err.message, "'E' cannot be an answer to question 2");
    assert_null(review.items[1].dispute);
    assert_true(review_dispute(f.app, &review, 1, "B", "II.C says so", &f.arena,
                               &f.err));
    for (int round = 0; round < 2; round++) {
        assert_non_null(review.items[1].dispute);
        assert_string_equal(review.items[1].dispute->claim, "B");
        assert_string_equal(review.items[1].dispute->text, "II.C says so");
        assert_int_equal(count_matching(&review, REVIEW_DISPUTED), 1);
        reread(&f, &review);
    }
    assert_true(review_dispute(f.app, &review, 1, "", "", &f.arena, &f.err));
    assert_null(review.items[1].dispute);
    reread(&f, &review);
    assert_null(review.items[1].dispute);
    fixture_close(&f);
}

static void words_too_long_are_refused(void **state)
{
    static char text[REMARK_TEXT_MAX + 2];
    struct fixture f;
    struct review review;

    (void)state;
    memset(text, 'x', sizeof text - 1);
    filled(&f);
    fixture_sit(&f, 2, 2);
    reread(&f, &review);
    assert_false(review_note(f.app, &review, 0, text, &f.arena, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_string_equal(review.items[0].note, "");
    assert_false(
        review_dispute(f.app, &review, 0, "B", text, &f.arena, &f.err));
    text[REMARK_TEXT_MAX] = '\0';
    assert_true(review_note(f.app, &review, 0, text, &f.arena, &f.err));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_is_kept_until_it_is_emptied),
        cmocka_unit_test(a_cause_is_counted_and_replaced),
        cmocka_unit_test(
            a_cause_belongs_to_its_attempt_and_a_note_to_the_question),
        cmocka_unit_test(words_follow_a_renamed_question),
        cmocka_unit_test(what_was_right_has_no_cause),
        cmocka_unit_test(what_was_not_shown_has_no_cause),
        cmocka_unit_test(a_dispute_claims_a_possible_answer),
        cmocka_unit_test(words_too_long_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
