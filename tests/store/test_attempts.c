/* Candidates and sittings as they are stored. */
#include "fixture.h"

#include <string.h>

static void candidates_are_added_and_changed(void **state)
{
    struct fixture *fixture = *state;
    int64_t id = fixture_candidate(fixture, "ann");
    struct candidate_list list;
    struct candidate ann;

    assert_true(candidates_list(fixture->store, &fixture->arena, &list, NULL));
    assert_int_equal(list.count, 1);
    ann = list.items[0];
    assert_int_equal(ann.candidate_id, id);
    assert_string_equal(ann.label, "ann");
    assert_int_equal(ann.time_percent, 100);
    assert_string_equal(ann.exam, "");

    ann.label = "Ann";
    ann.time_percent = 150;
    ann.added_minutes = 10;
    ann.exam = "cpc";
    ann.exam_date = "2027-01-30";
    assert_true(candidate_update(fixture->store, &ann, NULL));
    assert_true(candidates_list(fixture->store, &fixture->arena, &list, NULL));
    assert_string_equal(list.items[0].label, "Ann");
    assert_int_equal(list.items[0].time_percent, 150);
    assert_int_equal(list.items[0].added_minutes, 10);
    assert_string_equal(list.items[0].exam, "cpc");
    assert_string_equal(list.items[0].exam_date, "2027-01-30");

    ann.candidate_id = 99;
    assert_false(candidate_update(fixture->store, &ann, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
}

static void an_attempt_reads_back_as_it_was_created(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    struct attempt_row row;
    struct attempt_slot *slots;
    size_t count;

    fixture_fill(fixture, 3);
    fixture_start(fixture, ann, &sitting);
    assert_true(attempt_get(fixture->store, sitting.attempt_id, &fixture->arena,
                            &row, &fixture->err));
    assert_int_equal(row.candidate_id, ann);
    assert_string_equal(row.candidate_label, "ann");
    assert_string_equal(row.exam, "quick");
    assert_string_equal(row.exam_version, "1");
    assert_int_equal(row.state, SITTING_RUNNING);
    assert_true(row.seed == UINT64_MAX);
    assert_int_equal(row.count, 3);
    assert_int_equal(row.planned, 3);
    assert_int_equal(row.limit_ms, 3600000);
    assert_int_equal(row.target_ms, 900000);
    assert_string_equal(row.stamp.boot_id, "boot");
    assert_int_equal(row.ended_utc_ms, 0);
    assert_false(row.has_result);
    assert_int_equal(attempt_running(fixture->store, ann), sitting.attempt_id);

    assert_true(attempt_slots(fixture->store, sitting.attempt_id,
                              &fixture->arena, &slots, &count, NULL));
    assert_int_equal(count, 3);
    assert_string_equal(slots[2].option_order, "ABCD");
    assert_true(str_is(slots[2].section_id, "one"));
    assert_true(str_is(slots[2].topic, "t"));
    assert_true(slots[2].scored);
    fixture_check_fold(fixture, &sitting);
    fixture_sitting_finish(&sitting);
}

static void a_second_exam_of_the_candidate_is_refused(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    struct attempt_start start = {.uuid = "another",
                                  .candidate_id = ann,
                                  .exam_rev_id = fixture_put_exam(fixture)};
    struct clock_stamp stamp = {.boot_id = "boot"};
    int64_t id = 0;

    fixture_fill(fixture, 1);
    fixture_start(fixture, ann, &sitting);
    assert_false(attempt_create(fixture->store, &start, NULL, 0, &stamp, &id,
                                &fixture->err));
    assert_int_equal(fixture->err.code, ERR_BUSY);
    assert_int_equal(id, 0);
    start.mode = MODE_PRACTICE;
    assert_true(attempt_create(fixture->store, &start, NULL, 0, &stamp, &id,
                               &fixture->err));
    assert_int_equal(attempt_running(fixture->store, ann), sitting.attempt_id);
    fixture_sitting_finish(&sitting);
}

/* Something of everything an event can do to a response. */
static void answer_a_bit_of_everything(struct fixture_sitting *sitting)
{
    static const struct {
        enum event_kind kind;
        int pos;
        const char *value;
    } acts[] = {
        {EVENT_VISIT, 0, ""},        {EVENT_ANSWER, 0, "B"},
        {EVENT_ANSWER, 0, "A"},      {EVENT_MARK, 0, "1"},
        {EVENT_VISIT, 2, ""},        {EVENT_STRIKE, 2, "BD"},
        {EVENT_SURE, 2, "0"},        {EVENT_NOTE, 2, "two\nlines, \"quoted\""},
        {EVENT_ANSWER, 2, "C"},      {EVENT_ANSWER, 2, ""},
        {EVENT_CLOCK, -1, "hidden"}, {EVENT_HEARTBEAT, -1, ""},
        {EVENT_VISIT, 0, ""},        {EVENT_MARK, 0, "0"},
    };

    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
        assert_true(fixture_act(sitting, acts[i].kind, acts[i].pos,
                                acts[i].value, NULL));
}

static void responses_are_the_fold_of_the_events(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;

    fixture_fill(fixture, 4);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    answer_a_bit_of_everything(&sitting);
    fixture_check_fold(fixture, &sitting);
    fixture_reopen(fixture);
    fixture_check_fold(fixture, &sitting);
    fixture_sitting_finish(&sitting);
}

static void the_end_stores_result_and_exposures_at_once(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    struct attempt_row row;
    struct score *scores;

    fixture_fill(fixture, 4);
    fixture_start(fixture, ann, &sitting);
    assert_false(attempt_item_scores(fixture->store, sitting.attempt_id, 4,
                                     &fixture->arena, &scores, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    answer_a_bit_of_everything(&sitting);
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, &fixture->err));
    assert_true(attempt_get(fixture->store, sitting.attempt_id, &fixture->arena,
                            &row, NULL));
    assert_int_equal(row.state, SITTING_SUBMITTED);
    assert_int_equal(row.ended_utc_ms, row.stamp.clocks.utc_ms);
    assert_int_equal(row.stamp.used_ms, sitting.now_ms);
    assert_true(row.has_result);
    assert_int_equal(row.earned, 100);
    assert_int_equal(row.possible, 400);
    assert_int_equal(row.needed, 280);
    assert_int_equal(row.verdict, VERDICT_NOT_PASSED);
    assert_true(attempt_item_scores(fixture->store, sitting.attempt_id, 4,
                                    &fixture->arena, &scores, NULL));
    assert_int_equal(scores[0].earned, 100);
    assert_int_equal(scores[2].earned, 0);
    assert_int_equal(scores[2].possible, 100);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT count(*) FROM exposures "
                                    "WHERE kind = 'sat' AND number IN (1, 3)"),
                     2);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM exposures"),
                     2);
    assert_int_equal(attempt_running(fixture->store, ann), 0);
    fixture_check_fold(fixture, &sitting);
    fixture_sitting_finish(&sitting);
}

static void an_ended_attempt_takes_nothing_more(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;

    fixture_fill(fixture, 1);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_true(fixture_end(&sitting, SITTING_ABANDONED, NULL));
    assert_false(fixture_act(&sitting, EVENT_HEARTBEAT, -1, "", &fixture->err));
    assert_int_equal(fixture->err.code, ERR_INVALID);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM event"), 2);
    fixture_sitting_finish(&sitting);
}

/* A commit of one answer by hand. */
static struct attempt_commit commit_of(const struct event *events, size_t count,
                                       const struct response *responses)
{
    static const int first = 0;

    return (struct attempt_commit){
        .events = events,
        .event_count = count,
        .changed = &first,
        .changed_count = 1,
        .responses = responses,
        .stamp = {.used_ms = 10, .boot_id = "boot"},
    };
}

static void a_commit_that_was_stored_may_come_again(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;
    struct response responses[2] = {{.answer = (char[]){"B"}, .sure = -1},
                                    {.sure = -1}};
    struct event events[] = {
        {.seq = 2, .used_ms = 5, .kind = EVENT_ANSWER, .value = STR("B")},
        {.seq = 3, .used_ms = 9, .kind = EVENT_ANSWER, .value = STR("C")},
    };
    struct attempt_commit commit = commit_of(events, 1, responses);

    fixture_fill(fixture, 2);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_true(
        attempt_save(fixture->store, sitting.attempt_id, &commit, NULL));
    assert_true(attempt_save(fixture->store, sitting.attempt_id, &commit,
                             &fixture->err));
    commit.event_count = 2;
    responses[0].answer[0] = 'C';
    assert_true(attempt_save(fixture->store, sitting.attempt_id, &commit,
                             &fixture->err));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM event"), 3);
    assert_int_equal(
        fixture_number(fixture, "SELECT answer = 'C' FROM response"), 1);
    fixture_sitting_finish(&sitting);
}

static void an_end_that_was_stored_may_come_again(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;

    fixture_fill(fixture, 1);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    assert_true(fixture_save_again(&sitting, &fixture->err));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM result"), 1);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM exposure"),
                     1);
    fixture_sitting_finish(&sitting);
}

static void an_attempt_that_was_created_is_not_created_twice(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting first, again;
    struct fixture_form form;

    fixture_fill(fixture, 2);
    form = fixture_form(fixture, fixture_candidate(fixture, "ann"));
    assert_true(fixture_try_start(fixture->store, &form, &first, NULL));
    assert_true(
        fixture_try_start(fixture->store, &form, &again, &fixture->err));
    assert_int_equal(first.attempt_id, again.attempt_id);
    assert_int_equal(
        fixture_number(fixture, "SELECT count(*) FROM attempt_item"), 2);
    fixture_sitting_finish(&first);
    fixture_sitting_finish(&again);
}

static void events_that_do_not_follow_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;
    struct response responses[1] = {{.sure = -1}};
    struct event events[] = {
        {.seq = 3, .used_ms = 5, .kind = EVENT_ANSWER, .value = STR("B")}};
    struct attempt_commit commit = commit_of(events, 1, responses);

    fixture_fill(fixture, 1);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_false(attempt_save(fixture->store, sitting.attempt_id, &commit,
                              &fixture->err));
    assert_int_equal(fixture->err.code, ERR_INVALID);
    events[0].seq = 1; /* another first event than the one that is stored */
    assert_false(attempt_save(fixture->store, sitting.attempt_id, &commit,
                              &fixture->err));
    assert_false(attempt_save(fixture->store, 99, &commit, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM event"), 1);
    fixture_sitting_finish(&sitting);
}

static void exposures_are_counted_over_attempts(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t bob = fixture_candidate(fixture, "bob");
    struct pool pool;

    fixture_fill(fixture, 2);
    for (int i = 0; i < 3; i++) {
        struct fixture_sitting sitting;

        fixture_start(fixture, ann, &sitting);
        assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
        assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
        fixture_sitting_finish(&sitting);
    }
    assert_int_equal(fixture_number(fixture, "SELECT max(n) FROM exposure"), 3);
    pool = fixture_pool(fixture, ann);
    assert_int_equal(pool.items[0].seen, 3);
    assert_true(pool.items[0].last_seen_ms > 0);
    assert_int_equal(pool.items[1].seen, 0);
    pool = fixture_pool(fixture, bob);
    assert_int_equal(pool.items[0].seen, 0);
    pool = fixture_pool(fixture, 0);
    assert_int_equal(pool.items[0].seen, 0);
}

static void what_a_running_attempt_has_shown_is_met(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct fixture_sitting sitting;
    struct pool pool;

    fixture_fill(fixture, 3);
    fixture_start(fixture, ann, &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 1, "", &fixture->err));
    pool = fixture_pool(fixture, ann);
    assert_int_equal(pool.items[0].seen, 0);
    assert_int_equal(pool.items[1].seen, 1);
    assert_true(pool.items[1].last_seen_ms > 0);
    assert_int_equal(fixture_pool(fixture, ben).items[1].seen, 0);
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, &fixture->err));
    assert_int_equal(fixture_pool(fixture, ann).items[1].seen, 1);
    fixture_sitting_finish(&sitting);
}

static void an_answer_seen_in_a_review_is_one_exposure(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    int positions[] = {0, 1};

    fixture_fill(fixture, 2);
    fixture_start(fixture, ann, &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    for (int i = 0; i < 2; i++)
        assert_true(attempt_reveal(fixture->store, sitting.attempt_id,
                                   positions, 2, 77, &fixture->err));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM exposures "
                                             "WHERE kind = 'revealed'"),
                     2);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT n FROM exposures "
                                    "WHERE kind = 'revealed' AND number = 1"),
                     2);
    assert_int_equal(fixture_pool(fixture, ann).items[0].seen, 2);
    fixture_sitting_finish(&sitting);
}

static void attempts_are_listed_newest_first(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t bob = fixture_candidate(fixture, "bob");
    struct attempt_filter filter = {0};
    struct attempt_rows rows;
    struct fixture_sitting sitting;
    int64_t ids[3];

    fixture_fill(fixture, 1);
    for (int i = 0; i < 3; i++) {
        fixture_start(fixture, i == 1 ? bob : ann, &sitting);
        ids[i] = sitting.attempt_id;
        assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
        fixture_sitting_finish(&sitting);
    }
    assert_true(
        attempt_list(fixture->store, &filter, &fixture->arena, &rows, NULL));
    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.items[0].attempt_id, ids[2]);
    filter.candidate_id = ann;
    assert_true(
        attempt_list(fixture->store, &filter, &fixture->arena, &rows, NULL));
    assert_int_equal(rows.count, 2);
    assert_int_equal(rows.items[1].attempt_id, ids[0]);
    filter = (struct attempt_filter){.limit = 1};
    assert_true(
        attempt_list(fixture->store, &filter, &fixture->arena, &rows, NULL));
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.items[0].attempt_id, ids[2]);
}

static void what_is_not_there_is_not_found(void **state)
{
    struct fixture *fixture = *state;
    struct attempt_row row;

    assert_false(
        attempt_get(fixture->store, 99, &fixture->arena, &row, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_int_equal(attempt_running(fixture->store, 99), 0);
}

static bool take_any(void *context, const struct event *event)
{
    (void)event;
    return ++*(int *)context < 2;
}

static void unknown_values_in_the_record_are_damage(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;
    struct response *responses;
    int seen = 0;

    fixture_fill(fixture, 2);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 1, "", NULL));
    assert_false(attempt_events(fixture->store, sitting.attempt_id, take_any,
                                &seen, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_CORRUPT);
    assert_int_equal(seen, 2);
    assert_false(attempt_responses(fixture->store, sitting.attempt_id, 1,
                                   &fixture->arena, &responses, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_CORRUPT);
    fixture_sql(fixture, "INSERT INTO event VALUES (1, 3, 9, 9, 'dance', "
                         "NULL, NULL)");
    assert_false(fixture_act(&sitting, EVENT_HEARTBEAT, -1, "", &fixture->err));
    assert_int_equal(fixture->err.code, ERR_CORRUPT);
    fixture_sitting_finish(&sitting);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(candidates_are_added_and_changed),
        TEST(an_attempt_reads_back_as_it_was_created),
        TEST(a_second_exam_of_the_candidate_is_refused),
        TEST(responses_are_the_fold_of_the_events),
        TEST(the_end_stores_result_and_exposures_at_once),
        TEST(an_ended_attempt_takes_nothing_more),
        TEST(a_commit_that_was_stored_may_come_again),
        TEST(an_end_that_was_stored_may_come_again),
        TEST(an_attempt_that_was_created_is_not_created_twice),
        TEST(events_that_do_not_follow_are_refused),
        TEST(exposures_are_counted_over_attempts),
        TEST(what_a_running_attempt_has_shown_is_met),
        TEST(an_answer_seen_in_a_review_is_one_exposure),
        TEST(attempts_are_listed_newest_first),
        TEST(what_is_not_there_is_not_found),
        TEST(unknown_values_in_the_record_are_damage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
