/* Copies out, copies back, and the examination. */
#include "fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

static const char *setting(struct fixture *fixture)
{
    return setting_get(fixture->store, "k", &fixture->arena);
}

static void set(struct fixture *fixture, const char *value)
{
    assert_true(setting_put(fixture->store, "k", value, NULL));
}

static void a_backup_is_private_whole_and_without_a_log(void **state)
{
    struct fixture *fixture = *state;
    const char *path = fixture_path(fixture, "copy.db");
    struct store_options options = {
        .path = path, .app_version = "1.0", .read_only = true};
    struct stat status;
    struct store *copy;

    umask(022);
    set(fixture, "v");
    assert_true(store_backup(fixture->store, path, false, &fixture->err));
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    copy = store_open(&options, &fixture->err);
    assert_non_null(copy);
    assert_string_equal(setting_get(copy, "k", &fixture->arena), "v");
    store_close(copy);
    assert_int_not_equal(access(fixture_path(fixture, "copy.db-wal"), 0), 0);
}

static void a_backup_replaces_a_file_only_when_told(void **state)
{
    struct fixture *fixture = *state;
    const char *path = fixture_file(fixture, "copy.db", "precious");

    assert_false(store_backup(fixture->store, path, false, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_INVALID);
    assert_non_null(strstr(fixture->err.message, "--force"));
    assert_true(store_backup(fixture->store, path, true, &fixture->err));
    assert_false(
        store_backup(fixture->store, fixture->path, true, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_USAGE);
}

static void a_reader_can_make_a_backup(void **state)
{
    struct fixture *fixture = *state;
    struct store *second;

    set(fixture, "v");
    second = fixture_try_open(fixture, false);
    assert_true(store_is_read_only(second));
    assert_true(store_backup(second, fixture_path(fixture, "copy.db"), false,
                             &fixture->err));
    store_close(second);
}

static void automatic_copies_are_listed_and_limited(void **state)
{
    struct fixture *fixture = *state;
    struct backup_list list;

    assert_true(store_backups(&fixture->arena, fixture->path, &list, NULL));
    assert_int_equal(list.count, 0);
    for (int64_t i = 0; i < 4; i++)
        assert_true(store_backup_auto(fixture->store, "attempt",
                                      1800000000000 + i, 2, &fixture->err));
    assert_true(store_backup_auto(fixture->store, "other", 1700000000000, 2,
                                  &fixture->err));
    fixture_file(fixture, "backups/stranger.bak", "not ours");
    assert_true(store_backups(&fixture->arena, fixture->path, &list, NULL));
    assert_int_equal(list.count, 3);
    assert_non_null(strstr(list.items[0].path, "attempt-20270115-080000003"));
    assert_non_null(strstr(list.items[1].path, "attempt-20270115-080000002"));
    assert_non_null(strstr(list.items[2].path, "other-"));
    assert_true(list.items[0].size > 0);
}

static bool restore(struct fixture *fixture, const char *backup,
                    const char **kept_out)
{
    struct store_options options = {.path = fixture->path,
                                    .app_version = "1.0"};

    return store_restore(&options, backup, &fixture->arena, kept_out,
                         &fixture->err);
}

static void a_restored_copy_stands_and_the_old_one_is_kept(void **state)
{
    struct fixture *fixture = *state;
    const char *backup = fixture_path(fixture, "copy.db");
    const char *kept;

    set(fixture, "then");
    assert_true(store_backup(fixture->store, backup, false, NULL));
    set(fixture, "now");
    assert_false(restore(fixture, backup, &kept));
    assert_int_equal(fixture->err.code, ERR_BUSY);
    store_close(fixture->store);
    fixture->store = NULL;
    if (!restore(fixture, backup, &kept))
        fail_msg("%s", fixture->err.message);
    fixture_open(fixture);
    assert_string_equal(setting(fixture), "then");

    store_close(fixture->store);
    fixture->store = NULL;
    assert_true(restore(fixture, kept, NULL));
    fixture_open(fixture);
    assert_string_equal(setting(fixture), "now");
}

static void a_copy_is_restored_where_nothing_is(void **state)
{
    struct fixture *fixture = *state;
    const char *backup = fixture_path(fixture, "copy.db");
    const char *kept = "unset";

    set(fixture, "then");
    assert_true(store_backup(fixture->store, backup, false, NULL));
    store_close(fixture->store);
    assert_int_equal(unlink(fixture->path), 0);
    assert_true(restore(fixture, backup, &kept));
    assert_null(kept);
    fixture_open(fixture);
    assert_string_equal(setting(fixture), "then");
}

/* Overwrites a page in the middle of a file. */
static void damage(const char *path)
{
    char page[4096];
    int fd = open(path, O_RDWR);

    memset(page, 0x5a, sizeof page);
    assert_int_equal(pwrite(fd, page, sizeof page, 4096 * 3), sizeof page);
    close(fd);
}

static void a_damaged_copy_is_not_restored(void **state)
{
    struct fixture *fixture = *state;
    const char *backup = fixture_path(fixture, "copy.db");

    set(fixture, "now");
    assert_true(store_backup(fixture->store, backup, false, NULL));
    damage(backup);
    store_close(fixture->store);
    fixture->store = NULL;
    assert_false(restore(fixture, backup, NULL));
    assert_int_equal(fixture->err.code, ERR_CORRUPT);
    assert_false(restore(fixture, fixture_path(fixture, "none.db"), NULL));
    assert_false(restore(fixture, fixture->path, NULL));
    fixture_open(fixture);
    assert_string_equal(setting(fixture), "now");
}

static void copy_file(const char *from, const char *to)
{
    char bytes[4096];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    size_t len;

    assert_non_null(in);
    assert_non_null(out);
    while ((len = fread(bytes, 1, sizeof bytes, in)) > 0)
        assert_int_equal(fwrite(bytes, 1, len, out), len);
    fclose(in);
    fclose(out);
}

/* A log that is sound would be played back into the file put beside it. */
static void a_damaged_database_gives_way_with_its_log(void **state)
{
    struct fixture *fixture = *state;
    const char *backup = fixture_path(fixture, "copy.db");
    const char *log = fixture_path(fixture, "proctor.db-wal");
    const char *saved_log = fixture_path(fixture, "log");
    const char *kept;

    set(fixture, "then");
    assert_true(store_backup(fixture->store, backup, false, NULL));
    store_quiet_begin(fixture->store);
    set(fixture, "now");
    copy_file(log, saved_log);
    store_close(fixture->store);
    fixture->store = NULL;
    fixture_file(fixture, "proctor.db", "no database any more");
    copy_file(saved_log, log);
    assert_true(restore(fixture, backup, &kept));
    fixture_open(fixture);
    assert_string_equal(setting(fixture), "then");
    assert_int_equal(access(kept, F_OK), 0);
}

/* What an examination said that is bad. */
static void take_bad(void *context, const struct finding *finding)
{
    struct strbuf *text = context;

    if (finding->bad)
        strbuf_printf(text, "%s\n", finding->text);
}

static void fill(struct fixture *fixture)
{
    struct fixture_sitting sitting;

    fixture_fill(fixture, 5);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
    assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, "A", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
}

static void a_sound_database_has_no_bad_finding(void **state)
{
    struct fixture *fixture = *state;
    struct strbuf bad = {0};

    fill(fixture);
    assert_true(store_examine(fixture->store, take_bad, &bad, &fixture->err));
    assert_string_equal(strbuf_text(&bad), "");
}

static void what_is_wrong_is_found(void **state)
{
    /* Each is done to a good database, with triggers out of the way. */
    static const struct {
        const char *sql, *words;
    } cases[] = {
        {"DROP TRIGGER item_rev_fixed; UPDATE item_rev SET "
         "asked = replace(asked, 'What?', 'Whut?') WHERE rev_id = 2",
         "question revision 2"},
        {"DROP TRIGGER item_rev_fixed; UPDATE item_rev SET topic = 'x' "
         "WHERE rev_id = 3",
         "question revision 3"},
        {"DROP TRIGGER exam_rev_fixed; UPDATE exam_rev SET yaml = 'x'",
         "exam quick@1"},
        {"DELETE FROM event WHERE seq = 2", "events are missing"},
        {"DELETE FROM event WHERE kind = 'end'", "not that of its last event"},
        {"DELETE FROM exposure", "no exposure is stored"},
        {"DELETE FROM attempt_item WHERE pos = 1", "questions are missing"},
        {"PRAGMA foreign_keys = OFF; DELETE FROM candidate",
         "rows of candidate that are not there"},
    };
    struct fixture *fixture = *state;
    const char *backup = fixture_path(fixture, "good.db");

    fill(fixture);
    assert_true(store_backup(fixture->store, backup, false, NULL));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct strbuf bad = {0};

        store_close(fixture->store);
        fixture->store = NULL;
        assert_true(restore(fixture, backup, NULL));
        fixture_sql(fixture, cases[i].sql);
        fixture_open(fixture);
        assert_false(
            store_examine(fixture->store, take_bad, &bad, &fixture->err));
        if (!strstr(strbuf_text(&bad), cases[i].words))
            fail_msg("'%s' not in: %s", cases[i].words, strbuf_text(&bad));
        strbuf_finish(&bad);
    }
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_backup_is_private_whole_and_without_a_log),
        TEST(a_backup_replaces_a_file_only_when_told),
        TEST(a_reader_can_make_a_backup),
        TEST(automatic_copies_are_listed_and_limited),
        TEST(a_restored_copy_stands_and_the_old_one_is_kept),
        TEST(a_copy_is_restored_where_nothing_is),
        TEST(a_damaged_copy_is_not_restored),
        TEST(a_damaged_database_gives_way_with_its_log),
        TEST(a_sound_database_has_no_bad_finding),
        TEST(what_is_wrong_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
