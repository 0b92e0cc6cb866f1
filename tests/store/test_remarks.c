/* Notes, causes and disputes: what replaces what, and that they go along with a
 * question that gets another name. */
#include "fixture.h"

#include <string.h>

#include "proctor/store/remarks.h"

/* On question 1, of the attempt when it is not 0. */
static struct remark make(int64_t candidate_id, enum remark_kind kind,
                          int64_t attempt_id, const char *text)
{
    static int64_t minutes;

    return (struct remark){
        .candidate_id = candidate_id,
        .item_id = 1,
        .rev_id = 1,
        .attempt_id = attempt_id,
        .kind = kind,
        .text = text,
        .claim = "",
        .utc_ms = ++minutes * 60000,
    };
}

static void put(struct fixture *fixture, const struct remark *remark)
{
    static unsigned char number;
    unsigned char uuid[STORE_UUID_SIZE] = {0xbb, ++number};

    if (!remark_put(fixture->store, remark, uuid, &fixture->err))
        fail_msg("%s", fixture->err.message);
}

static void put_text(struct fixture *fixture, int64_t candidate_id,
                     enum remark_kind kind, int64_t attempt_id,
                     const char *text)
{
    struct remark remark = make(candidate_id, kind, attempt_id, text);

    put(fixture, &remark);
}

static struct remarks list(struct fixture *fixture,
                           const struct remark_filter *filter)
{
    struct remarks remarks;

    if (!remark_list(fixture->store, filter, &fixture->arena, &remarks,
                     &fixture->err))
        fail_msg("%s", fixture->err.message);
    return remarks;
}

static struct remarks all(struct fixture *fixture)
{
    return list(fixture, &(struct remark_filter){0});
}

/* An ended attempt without an answer. */
static int64_t attempt_of(struct fixture *fixture, int64_t candidate_id)
{
    struct fixture_sitting sitting;

    fixture_start(fixture, candidate_id, &sitting);
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
    return sitting.attempt_id;
}

static void a_remark_reads_back_as_it_was_put(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann"), attempt_id;
    struct remark dispute;
    const struct remark *read;

    fixture_fill(fixture, 2);
    attempt_id = attempt_of(fixture, ann);
    dispute = make(ann, REMARK_DISPUTE, attempt_id, "B is right,\nsee \"2\"");
    dispute.claim = "B";
    put(fixture, &dispute);
    assert_int_equal(all(fixture).count, 1);
    read = &all(fixture).items[0];
    assert_true(read->remark_id > 0);
    assert_int_equal(read->candidate_id, ann);
    assert_string_equal(read->candidate_label, "ann");
    assert_int_equal(read->item_id, 1);
    assert_int_equal(read->rev_id, 1);
    assert_int_equal(read->attempt_id, attempt_id);
    assert_int_equal(read->kind, REMARK_DISPUTE);
    assert_string_equal(read->text, dispute.text);
    assert_string_equal(read->claim, "B");
    assert_true(read->is_open);
    assert_int_equal(read->utc_ms, dispute.utc_ms);
    assert_string_equal(read->name, "proctor/b/q1");
}

static void a_note_stands_in_place_of_the_former(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben"), attempt_id;

    fixture_fill(fixture, 2);
    attempt_id = attempt_of(fixture, ann);
    put_text(fixture, ann, REMARK_NOTE, 0, "one");
    put_text(fixture, ben, REMARK_NOTE, 0, "of ben");
    put_text(fixture, ann, REMARK_NOTE, attempt_id, "two");
    assert_int_equal(all(fixture).count, 2);
    assert_string_equal(all(fixture).items[0].text, "two");
    put_text(fixture, ann, REMARK_NOTE, 0, "");
    assert_int_equal(all(fixture).count, 1);
    assert_string_equal(all(fixture).items[0].text, "of ben");
}

static void a_cause_belongs_to_its_attempt(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t first, second;

    fixture_fill(fixture, 2);
    first = attempt_of(fixture, ann);
    second = attempt_of(fixture, ann);
    put_text(fixture, ann, REMARK_CAUSE, first, "guess");
    put_text(fixture, ann, REMARK_CAUSE, second, "time");
    put_text(fixture, ann, REMARK_CAUSE, first, "misread");
    assert_int_equal(all(fixture).count, 2);
    assert_string_equal(all(fixture).items[0].text, "misread");
    assert_string_equal(all(fixture).items[1].text, "time");
    put_text(fixture, ann, REMARK_CAUSE, second, "");
    assert_int_equal(all(fixture).count, 1);
}

static void a_dispute_stands_in_place_of_an_open_one_only(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct remarks open;

    fixture_fill(fixture, 2);
    put_text(fixture, ann, REMARK_DISPUTE, 0, "one");
    put_text(fixture, ann, REMARK_DISPUTE, 0, "two");
    assert_int_equal(all(fixture).count, 1);
    fixture_sql(fixture, "UPDATE remark SET state = 'closed'");
    put_text(fixture, ann, REMARK_DISPUTE, 0, "three");
    assert_int_equal(all(fixture).count, 2);
    assert_false(all(fixture).items[1].is_open);
    open = list(fixture, &(struct remark_filter){.open_only = true});
    assert_int_equal(open.count, 1);
    assert_string_equal(open.items[0].text, "three");
}

static void kinds_do_not_replace_one_another(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");

    fixture_fill(fixture, 2);
    put_text(fixture, ann, REMARK_NOTE, 0, "note");
    put_text(fixture, ann, REMARK_CAUSE, 0, "guess");
    put_text(fixture, ann, REMARK_DISPUTE, 0, "dispute");
    assert_int_equal(all(fixture).count, 3);
}

static void lists_are_filtered_and_newest_first(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben"), attempt_id;
    struct remark remark;

    fixture_fill(fixture, 2);
    attempt_id = attempt_of(fixture, ben);
    put_text(fixture, ann, REMARK_NOTE, 0, "1");
    put_text(fixture, ann, REMARK_CAUSE, 0, "2");
    put_text(fixture, ben, REMARK_DISPUTE, attempt_id, "3");
    remark = make(ben, REMARK_NOTE, 0, "4");
    remark.item_id = 2;
    put(fixture, &remark);
    {
        const struct {
            struct remark_filter filter;
            const char *found; /* texts in order */
        } cases[] = {
            {{0}, "4321"},
            {{.candidate_id = ann}, "21"},
            {{.item_id = 2}, "4"},
            {{.attempt_id = attempt_id}, "3"},
            {{.kinds = 1u << REMARK_NOTE}, "41"},
            {{.kinds = 1u << REMARK_NOTE | 1u << REMARK_CAUSE}, "421"},
            {{.candidate_id = ann, .kinds = 1u << REMARK_DISPUTE}, ""},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            struct remarks found = list(fixture, &cases[i].filter);

            assert_int_equal(found.count, strlen(cases[i].found));
            for (size_t j = 0; j < found.count; j++)
                assert_int_equal(found.items[j].text[0], cases[i].found[j]);
        }
    }
}

static void remarks_follow_a_question_that_was_renamed(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct remark remark = make(ann, REMARK_NOTE, 0, "anew");
    struct remarks found;

    fixture_fill(fixture, 1);
    put_text(fixture, ann, REMARK_NOTE, 0, "of old");
    fixture_rename(fixture, "q1", "new");
    found = all(fixture);
    assert_string_equal(found.items[0].name, "proctor/b/new");
    assert_int_equal(found.items[0].rev_id, 1);
    remark.item_id = found.items[0].item_id;
    assert_int_not_equal(remark.item_id, 1);
    assert_int_equal(list(fixture, &(struct remark_filter){.item_id = 1}).count,
                     1);
    put(fixture, &remark);
    assert_int_equal(all(fixture).count, 1);
    assert_string_equal(all(fixture).items[0].text, "anew");
}

static void a_remark_that_was_stored_may_come_again(void **state)
{
    struct fixture *fixture = *state;
    unsigned char uuid[STORE_UUID_SIZE] = {7};
    struct remark remark =
        make(fixture_candidate(fixture, "ann"), REMARK_NOTE, 0, "once");

    fixture_fill(fixture, 1);
    for (int i = 0; i < 2; i++)
        assert_true(remark_put(fixture->store, &remark, uuid, &fixture->err));
    assert_int_equal(all(fixture).count, 1);
}

/* --- notes typed in sittings ---------------------------------------------- */

static void note(struct fixture_sitting *sitting, int pos, const char *text)
{
    struct error err;

    if (!fixture_act(sitting, EVENT_VISIT, pos, "", &err) ||
        !fixture_act(sitting, EVENT_NOTE, pos, text, &err))
        fail_msg("%s", err.message);
}

/* A sitting with these notes at its first two questions; NULL: none. */
static void sit(struct fixture *fixture, int64_t candidate_id,
                const char *first, const char *second, bool ends)
{
    struct fixture_sitting sitting;

    fixture_start(fixture, candidate_id, &sitting);
    if (first)
        note(&sitting, 0, first);
    if (second)
        note(&sitting, 1, second);
    if (ends)
        assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
}

static struct remarks typed(struct fixture *fixture, int64_t candidate_id)
{
    struct remarks remarks;

    if (!remark_sitting_notes(fixture->store, candidate_id, &fixture->arena,
                              &remarks, &fixture->err))
        fail_msg("%s", fixture->err.message);
    return remarks;
}

static void notes_of_sittings_that_ended_are_listed_newest_first(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct remarks notes;

    fixture_fill(fixture, 3);
    sit(fixture, ann, "a1", "a2", true);
    sit(fixture, ben, "b1", NULL, true);
    sit(fixture, ann, "a3", NULL, true);
    sit(fixture, ann, "running", NULL, false);
    notes = typed(fixture, ann);
    assert_int_equal(notes.count, 3);
    assert_string_equal(notes.items[0].text, "a3");
    assert_string_equal(notes.items[1].text, "a2");
    assert_string_equal(notes.items[2].text, "a1");
    assert_int_equal(notes.items[0].remark_id, 0);
    assert_int_equal(notes.items[0].kind, REMARK_NOTE);
    assert_int_equal(notes.items[0].candidate_id, ann);
    assert_int_equal(notes.items[0].attempt_id, 3);
    assert_string_equal(notes.items[0].claim, "");
    assert_string_equal(notes.items[0].name, "proctor/b/q1");
    assert_int_equal(notes.items[0].item_id, 1);
    assert_int_equal(notes.items[0].rev_id, 1);
    assert_true(notes.items[0].utc_ms > 0);
    assert_string_equal(notes.items[1].name, "proctor/b/q2");
    assert_int_equal(typed(fixture, ben).count, 1);
    fixture_rename(fixture, "q1", "new");
    assert_string_equal(typed(fixture, ben).items[0].name, "proctor/b/new");
    assert_int_equal(typed(fixture, ben).items[0].rev_id, 1);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_remark_reads_back_as_it_was_put),
        TEST(a_note_stands_in_place_of_the_former),
        TEST(a_cause_belongs_to_its_attempt),
        TEST(a_dispute_stands_in_place_of_an_open_one_only),
        TEST(kinds_do_not_replace_one_another),
        TEST(lists_are_filtered_and_newest_first),
        TEST(remarks_follow_a_question_that_was_renamed),
        TEST(a_remark_that_was_stored_may_come_again),
        TEST(notes_of_sittings_that_ended_are_listed_newest_first),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
