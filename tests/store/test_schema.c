/* The schema: every statement fits it, what may not change does not, and its
 * versions follow one another. */
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "copy.h"
#include "db.h"
#include "migrate.h"
#include "proctor/store/remarks.h"
#include "store_private.h"

static void every_statement_is_valid(void **state)
{
    struct fixture *fixture = *state;

    for (int id = 0; id < SQL_COUNT; id++) {
        sqlite3_stmt *stmt = NULL;
        int rc = sqlite3_prepare_v2(db_handle(fixture->store->db),
                                    sql_texts[id], -1, &stmt, NULL);

        if (rc != SQLITE_OK)
            fail_msg("%s: %s", sql_names[id],
                     sqlite3_errmsg(db_handle(fixture->store->db)));
        sqlite3_finalize(stmt);
    }
}

/* What is documented in docs/schema.md for others to read. */
static void the_public_views_keep_their_columns(void **state)
{
    static const char *const views[] = {
        "SELECT bank, origin, enabled, shadowed, title, version, license, "
        "notice, based_on, contains_cpt, path, loaded_utc_ms FROM banks",
        "SELECT bank, question, origin, enabled, shadowed, status, ord, "
        "case_name, kind, topic, difficulty, needs, item_id, rev_id, "
        "full_sha256, asked_sha256 FROM questions",
        "SELECT exam, version, origin, exam_rev_id, title, yaml, path, "
        "shadowed, enabled FROM exams",
        "SELECT attempt_id, uuid, candidate_id, candidate, exam, "
        "exam_version, mode, state, seed, limit_ms, used_ms, time_percent, "
        "added_minutes, planned, is_short, interrupted, by_wall_clock, "
        "started_utc_ms, ended_utc_ms, questions, earned, possible, needed, "
        "cut, verdict, exam_title, gives_feedback, gives_hints, "
        "target_ms FROM attempts",
        "SELECT attempt_id, number, bank, question, rev_id, section, topic, "
        "scored, option_order, answer, first_answer, note, struck, marked, "
        "sure, time_ms, visits, changes, earned, possible, counts, hints, "
        "checked FROM answers",
        "SELECT result_id, attempt_id, seq, scorer, corrections, utc_ms, "
        "earned, possible, needed, cut, verdict, asked, right, blank, "
        "not_reached FROM results",
        "SELECT attempt_id, number, section, title, earned, possible, asked, "
        "right, blank FROM section_results",
        "SELECT candidate_id, item_id, n, kind, attempt_id, number, utc_ms "
        "FROM exposures",
        "SELECT remark_id, uuid, candidate_id, candidate, item_id, bank, "
        "question, rev_id, attempt_id, kind, text, claim, state, utc_ms "
        "FROM remarks",
        "SELECT candidate_id, item_id, bank, question, rev_id, attempt_id, "
        "number, mode, topic, kind, has_case, needs, earned, possible, right, "
        "utc_ms FROM evidence",
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof views / sizeof views[0]; i++)
        fixture_sql(fixture, views[i]);
}

static void fill_with_an_ended_attempt(struct fixture *fixture)
{
    struct fixture_sitting sitting;
    int64_t candidate_id = fixture_candidate(fixture, "ann");

    fixture_fill(fixture, 3);
    fixture_start(fixture, candidate_id, &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, "A", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
}

static void content_and_record_are_never_rewritten(void **state)
{
    static const char *const refused[] = {
        "UPDATE item_rev SET topic = 'x'",
        "UPDATE exam_rev SET yaml = 'x'",
        "UPDATE source SET path = 'x'",
        "UPDATE event SET used_ms = 0",
        "UPDATE attempt_item SET rev_id = 1",
        "UPDATE result SET earned = 0",
        "UPDATE section_result SET earned = 0",
        "UPDATE item_result SET earned = 0",
        "UPDATE attempt SET used_ms = 0",
        "UPDATE response SET answer = 'B'",
        "INSERT INTO response (attempt_id, pos, marked, time_ms, visits, "
        "changes) VALUES (1, 2, 0, 1, 1, 0)",
        "INSERT INTO event VALUES (1, 99, 1, 1, 'note', NULL, NULL)",
        "INSERT INTO attempt_item SELECT attempt_id, 99, item_id, rev_id, "
        "section_ord, section, topic, case_size, scored, option_order "
        "FROM attempt_item WHERE pos = 0",
    };
    struct fixture *fixture = *state;

    fill_with_an_ended_attempt(fixture);
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (fixture_sql_refused(fixture, refused[i]) != SQLITE_CONSTRAINT)
            fail_msg("not refused: %s", refused[i]);
}

/* A copy of the one attempt there is, which runs. */
static int copy_attempt(struct fixture *fixture, const char *mode)
{
    return fixture_sql_refused(
        fixture,
        arena_printf(
            &fixture->arena,
            "INSERT INTO attempt SELECT NULL, randomblob(16), candidate_id, "
            "exam_rev_id, '%s', state, seed, seed_given, algorithm, limit_ms, "
            "time_percent, added_minutes, planned, is_short, interrupted, "
            "by_wall_clock, started_utc_ms, zone_minutes, ended_utc_ms, "
            "used_ms, boot_id, last_boot_ms, last_monotonic_ms, last_utc_ms, "
            "app_version, 0, 0, 0 FROM attempt LIMIT 1",
            mode));
}

static void one_exam_and_one_practice_run_per_candidate(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;

    fixture_fill(fixture, 1);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_int_equal(copy_attempt(fixture, "exam"), SQLITE_CONSTRAINT);
    assert_int_equal(copy_attempt(fixture, "practice"), SQLITE_OK);
    assert_int_equal(copy_attempt(fixture, "practice"), SQLITE_CONSTRAINT);
    assert_int_equal(copy_attempt(fixture, "redo"), SQLITE_CONSTRAINT);
    fixture_sitting_finish(&sitting);
}

/* A later schema, for the tests: the first migration and two more. */
static const char *later_texts[SCHEMA_VERSION + 2];

static struct migrations later(const char *second_last, const char *last)
{
    for (int i = 0; i < SCHEMA_VERSION; i++)
        later_texts[i] = sql_migrations[i];
    later_texts[SCHEMA_VERSION] = second_last;
    later_texts[SCHEMA_VERSION + 1] = last;
    return (struct migrations){later_texts, SCHEMA_VERSION + 2};
}

static void migrations_run_in_order_and_count(void **state)
{
    struct fixture *fixture = *state;
    struct migrations migrations =
        later("CREATE TABLE a (x)", "INSERT INTO a VALUES (5)");

    assert_true(migrate(fixture->store->db, &migrations, &fixture->err));
    assert_int_equal(fixture_number(fixture, "SELECT x FROM a"), 5);
    assert_int_equal(db_version(fixture->store->db, NULL), SCHEMA_VERSION + 2);
    assert_true(migrate(fixture->store->db, &migrations, &fixture->err));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM a"), 1);
}

static void a_failed_migration_leaves_the_last_good_version(void **state)
{
    struct fixture *fixture = *state;
    struct migrations migrations =
        later("CREATE TABLE a (x)",
              "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)");

    assert_false(migrate(fixture->store->db, &migrations, &fixture->err));
    assert_non_null(
        strstr(fixture->err.message, arena_printf(&fixture->arena, "version %d",
                                                  SCHEMA_VERSION + 2)));
    assert_int_equal(db_version(fixture->store->db, NULL), SCHEMA_VERSION + 1);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT count(*) FROM sqlite_schema "
                                    "WHERE name IN ('a', 'b')"),
                     1);
}

/* A file that somebody else worked on is told, it does not crash. */
static void a_view_that_is_missing_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    struct remark_filter all = {0};
    struct remarks remarks;

    assert_true(db_run(fixture->store->db, "DROP VIEW remarks", &fixture->err));
    assert_false(remark_list(fixture->store, &all, &fixture->arena, &remarks,
                             &fixture->err));
    assert_non_null(strstr(fixture->err.message, "remarks"));
    assert_false(remark_list(fixture->store, &all, &fixture->arena, &remarks,
                             &fixture->err));
}

static void named_copies_are_kept_three_at_a_time(void **state)
{
    struct fixture *fixture = *state;
    struct backup_list list;

    for (int64_t day = 1; day <= 5; day++)
        assert_true(copy_make_named(fixture->store->db, "upgrade",
                                    day * 86400000, 3, &fixture->err));
    assert_true(
        store_backups(&fixture->arena, fixture->path, &list, &fixture->err));
    assert_int_equal(list.count, 3);
    assert_non_null(strstr(list.items[0].path,
                           "proctor.db.upgrade-19700106-000000000.bak"));
    assert_non_null(strstr(list.items[2].path, "upgrade-19700104"));
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_statement_is_valid),
        TEST(the_public_views_keep_their_columns),
        TEST(content_and_record_are_never_rewritten),
        TEST(one_exam_and_one_practice_run_per_candidate),
        TEST(migrations_run_in_order_and_count),
        TEST(a_failed_migration_leaves_the_last_good_version),
        TEST(a_view_that_is_missing_is_an_error),
        TEST(named_copies_are_kept_three_at_a_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
