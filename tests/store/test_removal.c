/* What is left of a candidate who was removed: not a byte, also not in the log
 * and the copies; and that the others keep all they have. */
#include "fixture.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "proctor/base/mem.h"
#include "proctor/base/random.h"
#include "proctor/store/remarks.h"

/* In every text that Ann leaves, and in nothing else. */
#define TRACE "xyzzyplugh"

static void put_remark(struct fixture *fixture, int64_t candidate_id,
                       int64_t attempt_id, enum remark_kind kind,
                       const char *text)
{
    static unsigned char number;
    unsigned char uuid[STORE_UUID_SIZE] = {0xaa, ++number};
    struct remark remark = {
        .candidate_id = candidate_id,
        .item_id = 1,
        .rev_id = 1,
        .attempt_id = attempt_id,
        .kind = kind,
        .text = text,
        .claim = kind == REMARK_DISPUTE ? text : "",
        .utc_ms = 1,
    };

    assert_true(remark_put(fixture->store, &remark, uuid, &fixture->err));
}

/* An ended attempt with a note and an answer that was long once, a reading, and
 * a running one; notes of both kinds. */
static void leave_traces(struct fixture *fixture, int64_t candidate_id,
                         const char *trace)
{
    struct fixture_sitting sitting;
    char text[3000];

    snprintf(text, sizeof text, "%s %2900s", trace, trace);
    fixture_start(fixture, candidate_id, &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, trace, NULL));
    assert_true(fixture_act(&sitting, EVENT_NOTE, 0, text, NULL));
    assert_true(fixture_act(&sitting, EVENT_NOTE, 0, "shorter", NULL));
    assert_true(fixture_act(&sitting, EVENT_VISIT, 1, "", NULL));
    assert_true(fixture_act(&sitting, EVENT_NOTE, 1, trace, NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    assert_true(attempt_reveal(fixture->store, sitting.attempt_id, &(int){2}, 1,
                               7, NULL));
    put_remark(fixture, candidate_id, sitting.attempt_id, REMARK_DISPUTE,
               trace);
    put_remark(fixture, candidate_id, 0, REMARK_NOTE, text);
    fixture_sitting_finish(&sitting);
    fixture_start(fixture, candidate_id, &sitting);
    assert_true(fixture_act(&sitting, EVENT_NOTE, 2, trace, NULL));
    fixture_sitting_finish(&sitting);
}

static bool holds(const char *path, const char *needle)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    char *bytes;
    bool found;

    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &status), 0);
    bytes = mem_alloc((size_t)status.st_size + 1, 1);
    assert_int_equal(fread(bytes, 1, (size_t)status.st_size, file),
                     status.st_size);
    fclose(file);
    found = memmem(bytes, (size_t)status.st_size, needle, strlen(needle));
    free(bytes);
    return found;
}

/* Files of the folder, and those below it, that hold the text. */
static int count_holders(struct fixture *fixture, const char *folder,
                         const char *needle)
{
    DIR *stream = opendir(folder);
    struct dirent *entry;
    int count = 0;

    assert_non_null(stream);
    while ((entry = readdir(stream))) {
        const char *path =
            arena_printf(&fixture->arena, "%s/%s", folder, entry->d_name);

        if (entry->d_name[0] == '.')
            continue;
        if (entry->d_type == DT_DIR)
            count += count_holders(fixture, path, needle);
        else
            count += holds(path, needle);
    }
    closedir(stream);
    return count;
}

/* All that is stored of the candidate. */
static int64_t rows_of(struct fixture *fixture, int64_t candidate_id)
{
    const char *sql = arena_printf(
        &fixture->arena,
        "WITH a AS (SELECT attempt_id FROM attempt WHERE candidate_id = %d) "
        "SELECT (SELECT count(*) FROM a) + "
        "(SELECT count(*) FROM a JOIN event USING (attempt_id)) + "
        "(SELECT count(*) FROM a JOIN response USING (attempt_id)) + "
        "(SELECT count(*) FROM a JOIN exposure USING (attempt_id)) + "
        "(SELECT count(*) FROM a JOIN evidence USING (attempt_id)) + "
        "(SELECT count(*) FROM remark WHERE candidate_id = %d)",
        (int)candidate_id, (int)candidate_id);

    return fixture_number(fixture, sql);
}

static void nothing_is_left_of_a_candidate_and_all_of_the_others(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, TRACE);
    int64_t ben = fixture_candidate(fixture, "ben");
    struct candidate_list list;
    int64_t rows;

    fixture_fill(fixture, 3);
    leave_traces(fixture, ben, "ofben");
    leave_traces(fixture, ann, TRACE);
    rows = rows_of(fixture, ben);
    assert_true(rows > 10);
    assert_int_equal(rows_of(fixture, ann), rows);
    assert_true(store_backup_auto(fixture->store, "daily", 1, 3, NULL));
    assert_true(store_backup_auto(fixture->store, "upgrade", 2, 3, NULL));
    fixture_file(fixture, "proctor.db.replaced-17", "of " TRACE);
    fixture_file(fixture, "proctor.db.replaced-17-wal", "of " TRACE);
    fixture_file(fixture, "proctor.db2", "another's");
    assert_true(count_holders(fixture, fixture->folder, TRACE) >= 5);

    if (!candidate_remove(fixture->store, ann, &fixture->err))
        fail_msg("%s", fixture->err.message);
    assert_int_equal(count_holders(fixture, fixture->folder, TRACE), 0);
    assert_int_equal(access(fixture_path(fixture, "proctor.db2"), F_OK), 0);
    assert_int_equal(rows_of(fixture, ann), 0);
    assert_int_equal(rows_of(fixture, ben), rows);
    assert_int_equal(count_holders(fixture, fixture->folder, "ofben"), 1);
    assert_true(candidates_list(fixture->store, &fixture->arena, &list, NULL));
    assert_int_equal(list.count, 1);
    assert_int_equal(
        fixture_number(fixture,
                       "SELECT count(*) FROM pragma_foreign_key_check"),
        0);
    assert_int_equal(fixture_number(fixture, "SELECT integrity_check = 'ok' "
                                             "FROM pragma_integrity_check"),
                     1);
    fixture_reopen(fixture);
    assert_int_equal(rows_of(fixture, ben), rows);
}

static void repeat(char *out, const char *word, uint64_t times)
{
    size_t len = strlen(word);

    for (uint64_t i = 0; i < times; i++)
        memcpy(out + i * len, word, len + 1);
}

/* Short texts, changed often: rows move about between pages, and what they
 * leave in the gaps is not zeroed by SQLite. */
static void nor_where_rows_were_moved_about(void **state)
{
    struct fixture *fixture = *state;
    struct random random = random_seeded(5);
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct fixture_sitting of_ann, of_ben;
    char text[1200];

    fixture_fill(fixture, 100);
    fixture_start(fixture, ann, &of_ann);
    fixture_start(fixture, ben, &of_ben);
    for (int i = 0; i < 2000; i++) {
        int pos = (int)random_below(&random, 100);

        repeat(text, TRACE, 1 + random_below(&random, 60));
        assert_true(fixture_act(&of_ann, EVENT_NOTE, pos, text, NULL));
        repeat(text, "note of ben", 1 + random_below(&random, 60));
        assert_true(fixture_act(&of_ben, EVENT_NOTE, pos, text, NULL));
    }
    assert_true(holds(fixture->path, TRACE) ||
                holds(fixture_path(fixture, "proctor.db-wal"), TRACE));
    assert_true(candidate_remove(fixture->store, ann, &fixture->err));
    assert_int_equal(count_holders(fixture, fixture->folder, TRACE), 0);
    fixture_check_fold(fixture, &of_ben);
    fixture_sitting_finish(&of_ann);
    fixture_sitting_finish(&of_ben);
}

/* In a process that is killed when the end of the database would be written:
 * behind the commit, by the checkpoint. */
static void remove_and_be_killed(struct fixture *fixture, int64_t candidate_id)
{
    struct stat status;
    struct rlimit limit;

    assert_int_equal(stat(fixture->path, &status), 0);
    limit.rlim_cur = limit.rlim_max = (rlim_t)status.st_size / 4 * 3;
    setrlimit(RLIMIT_FSIZE, &limit);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    signal(SIGXFSZ, SIG_DFL);
    fixture_open(fixture);
    candidate_remove(fixture->store, candidate_id, NULL);
}

static void
what_a_kill_left_of_a_removal_is_done_by_the_next_start(void **state)
{
    struct fixture *fixture = *state;
    int64_t ben = fixture_candidate(fixture, "ben");
    int64_t ann = fixture_candidate(fixture, TRACE);
    pid_t child;
    int status;

    fixture_fill(fixture, 32);
    leave_traces(fixture, ben, "ofben");
    leave_traces(fixture, ann, TRACE);
    assert_true(store_backup_auto(fixture->store, "daily", 1, 3, NULL));
    store_close(fixture->store);
    fixture->store = NULL;
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        remove_and_be_killed(fixture, ann);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
    assert_true(count_holders(fixture, fixture->folder, TRACE) >= 2);

    fixture_open(fixture);
    assert_int_equal(rows_of(fixture, ann), 0);
    assert_true(rows_of(fixture, ben) > 10);
    assert_int_equal(count_holders(fixture, fixture->folder, TRACE), 0);
    /* It is done once: a copy made from now on stays. */
    assert_true(store_backup_auto(fixture->store, "daily", 2, 3, NULL));
    fixture_reopen(fixture);
    assert_int_equal(count_holders(fixture, fixture->folder, "ofben"), 2);
}

static void a_copy_that_was_not_finished_goes_too(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");

    assert_true(store_backup_auto(fixture->store, "daily", 1, 3, NULL));
    fixture_file(fixture,
                 "backups/proctor.db.attempt-20260101-000012345.bak"
                 ".new-77",
                 "of " TRACE);
    assert_true(candidate_remove(fixture->store, ann, &fixture->err));
    assert_int_equal(count_holders(fixture, fixture->folder, TRACE), 0);
}

/* A practice of the candidate on a blueprint of its own. */
static void practise(struct fixture *fixture, int64_t candidate_id,
                     const char *yaml)
{
    struct exam exam = fixture_exam();
    struct fixture_form form = fixture_form(fixture, candidate_id);
    struct fixture_sitting sitting;

    form.start.mode = MODE_PRACTICE;
    assert_true(catalog_put_exam_rev(fixture->store, &exam, str_from(yaml),
                                     &form.start.exam_rev_id, &fixture->err));
    assert_true(
        fixture_try_start(fixture->store, &form, &sitting, &fixture->err));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, &fixture->err));
    fixture_sitting_finish(&sitting);
}

static void blueprints_of_their_practices_go_with_them(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");

    fixture_fill(fixture, 3);
    practise(fixture, ann, "of ann: " TRACE);
    practise(fixture, ann, "of both");
    practise(fixture, ben, "of both");
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM exam_rev"),
                     3);
    assert_true(candidate_remove(fixture->store, ann, &fixture->err));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM exam_rev"),
                     2);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT count(DISTINCT exam_rev_id) "
                                    "FROM section_rev"),
                     2);
    assert_int_equal(count_holders(fixture, fixture->folder, TRACE), 0);
}

static void a_copy_that_cannot_be_removed_is_named(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");

    assert_true(store_backup_auto(fixture->store, "daily", 1, 3, NULL));
    /* A folder in the place of a file: nobody may unlink it, also not root. */
    assert_int_equal(
        mkdir(fixture_path(fixture, "proctor.db.replaced-1"), 0700), 0);
    assert_false(candidate_remove(fixture->store, ann, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_IO);
    assert_non_null(strstr(fixture->err.message, "proctor.db.replaced-1"));
    assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM candidate"),
                     0);
    assert_false(candidate_remove(fixture->store, ann, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
}

static void a_removal_tells_what_it_would_take(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct candidate_holdings holdings;

    fixture_fill(fixture, 3);
    leave_traces(fixture, ann, "A");
    assert_true(
        candidate_holdings(fixture->store, ann, &holdings, &fixture->err));
    assert_int_equal(holdings.attempts, 2);
    assert_int_equal(holdings.answers, 1);
    assert_int_equal(holdings.remarks, 2);
    assert_true(candidate_holdings(fixture->store, ben, &holdings, NULL));
    assert_int_equal(holdings.attempts, 0);
    assert_false(
        candidate_holdings(fixture->store, 99, &holdings, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_false(candidate_remove(fixture->store, 99, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
}

static void a_forgotten_attempt_is_as_if_it_had_never_been(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;
    int64_t before;

    fixture_fill(fixture, 3);
    before = rows_of(fixture, ann);
    fixture_start(fixture, ann, &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, "A", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    put_remark(fixture, ann, sitting.attempt_id, REMARK_CAUSE, "guess");
    assert_true(rows_of(fixture, ann) > before);
    assert_true(
        attempt_forget(fixture->store, sitting.attempt_id, &fixture->err));
    assert_int_equal(rows_of(fixture, ann), before);
    assert_int_equal(fixture_pool(fixture, ann).items[0].seen, 0);
    assert_int_equal(fixture_number(fixture,
                                    "SELECT (SELECT count(*) FROM result) + "
                                    "(SELECT count(*) FROM section_result) + "
                                    "(SELECT count(*) FROM item_result) + "
                                    "(SELECT count(*) FROM attempt_item)"),
                     0);
    assert_false(
        attempt_forget(fixture->store, sitting.attempt_id, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    fixture_sitting_finish(&sitting);
}

static void a_running_attempt_can_be_forgotten_too(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct fixture_sitting sitting;

    fixture_fill(fixture, 1);
    fixture_start(fixture, ann, &sitting);
    assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, "A", NULL));
    assert_true(
        attempt_forget(fixture->store, sitting.attempt_id, &fixture->err));
    assert_int_equal(attempt_running(fixture->store, ann), 0);
    assert_int_equal(rows_of(fixture, ann), 0);
    fixture_sitting_finish(&sitting);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_left_of_a_candidate_and_all_of_the_others),
        TEST(nor_where_rows_were_moved_about),
        TEST(what_a_kill_left_of_a_removal_is_done_by_the_next_start),
        TEST(a_copy_that_was_not_finished_goes_too),
        TEST(blueprints_of_their_practices_go_with_them),
        TEST(a_copy_that_cannot_be_removed_is_named),
        TEST(a_removal_tells_what_it_would_take),
        TEST(a_forgotten_attempt_is_as_if_it_had_never_been),
        TEST(a_running_attempt_can_be_forgotten_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
