/* Opening: birth, the checks before a byte is written, the second instance. */
#include "fixture.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db.h"
#include "store_private.h"

static int mode_of(const char *path)
{
    struct stat status;

    assert_int_equal(stat(path, &status), 0);
    return (int)(status.st_mode & 0777);
}

static void assert_refused(struct fixture *fixture, enum error_code code,
                           const char *words)
{
    assert_null(fixture_try_open(fixture, false));
    assert_int_equal(fixture->err.code, code);
    assert_non_null(strstr(fixture->err.message, words));
    assert_non_null(strstr(fixture->err.message, fixture->path));
}

static void a_new_database_is_made_complete_and_private(void **state)
{
    struct fixture *fixture = *state;

    umask(022);
    fixture_open(fixture);
    assert_true(store_is_new(fixture->store));
    assert_false(store_is_read_only(fixture->store));
    assert_string_equal(store_holder(fixture->store), "");
    assert_int_equal(mode_of(fixture->path), 0600);
    assert_int_equal(fixture_number(fixture, "PRAGMA application_id"),
                     STORE_APPLICATION_ID);
    assert_int_equal(fixture_number(fixture, "PRAGMA user_version"),
                     SCHEMA_VERSION);

    setting_put(fixture->store, "a", "b", NULL);
    assert_int_equal(mode_of(fixture_path(fixture, "proctor.db-wal")), 0600);
    assert_int_equal(mode_of(fixture_path(fixture, "proctor.db.lock")), 0600);
    fixture_reopen(fixture);
    assert_false(store_is_new(fixture->store));
}

static void what_a_killed_birth_left_is_removed(void **state)
{
    struct fixture *fixture = *state;

    fixture_file(fixture, "proctor.db.new-123", "half a file");
    fixture_file(fixture, "other.db.new-123", "not ours");
    fixture_open(fixture);
    assert_int_not_equal(access(fixture_path(fixture, "proctor.db.new-123"), 0),
                         0);
    assert_int_equal(access(fixture_path(fixture, "other.db.new-123"), 0), 0);
}

static void an_empty_file_is_not_taken_for_a_new_history(void **state)
{
    struct fixture *fixture = *state;

    fixture_file(fixture, "proctor.db", "");
    assert_refused(fixture, ERR_CORRUPT, "is empty");
}

static void a_file_that_is_no_database_is_refused(void **state)
{
    struct fixture *fixture = *state;

    fixture_file(fixture, "proctor.db",
                 "this is a letter to my aunt and no database at all, however "
                 "long it may be, and long it is, since it goes on and on\n");
    assert_refused(fixture, ERR_CORRUPT, "restore");
}

static void a_database_of_another_program_stays_as_it_is(void **state)
{
    struct fixture *fixture = *state;
    const char *wal = fixture_path(fixture, "proctor.db-wal");
    char header[20] = "";
    FILE *file;

    fixture_file(fixture, "proctor.db", "");
    fixture_sql(fixture, "CREATE TABLE theirs (x)");
    assert_refused(fixture, ERR_INVALID, "another program");
    assert_int_not_equal(access(wal, F_OK), 0);
    file = fopen(fixture->path, "rb");
    assert_int_equal(fread(header, 1, 20, file), 20);
    fclose(file);
    assert_int_equal(header[18], 1); /* no write-ahead log was switched on */
}

static void a_newer_database_is_refused(void **state)
{
    struct fixture *fixture = *state;

    fixture_open(fixture);
    store_close(fixture->store);
    fixture->store = NULL;
    fixture_sql(fixture, "PRAGMA user_version = 999");
    assert_refused(fixture, ERR_NEWER, "newer proctor");
}

static void a_symbolic_link_is_not_followed(void **state)
{
    struct fixture *fixture = *state;
    const char *target = fixture_file(fixture, "target.db", "x");

    assert_int_equal(symlink(target, fixture->path), 0);
    assert_refused(fixture, ERR_IO, "symbolic link");
}

static void a_linked_folder_is_resolved(void **state)
{
    struct fixture *fixture = *state;
    const char *link = fixture_path(fixture, "link");
    char expected[FIXTURE_PATH + 64];

    assert_int_equal(mkdir(fixture_path(fixture, "real"), 0700), 0);
    assert_int_equal(symlink(fixture_path(fixture, "real"), link), 0);
    snprintf(fixture->path, sizeof fixture->path, "%s/proctor.db", link);
    fixture_open(fixture);
    snprintf(expected, sizeof expected, "%s/real/proctor.db", fixture->folder);
    assert_string_equal(store_path(fixture->store), expected);
}

static void a_missing_folder_is_named(void **state)
{
    struct fixture *fixture = *state;

    snprintf(fixture->path, sizeof fixture->path, "%s/no/proctor.db",
             fixture->folder);
    assert_null(fixture_try_open(fixture, false));
    assert_int_equal(fixture->err.code, ERR_IO);
    assert_non_null(strstr(fixture->err.message, "/no"));
}

static void a_second_instance_reads_and_says_who_writes(void **state)
{
    struct fixture *fixture = *state;
    struct store *second;
    char pid[32];

    fixture_open(fixture);
    assert_true(setting_put(fixture->store, "k", "one", NULL));
    second = fixture_try_open(fixture, false);
    assert_non_null(second);
    assert_true(store_is_read_only(second));
    snprintf(pid, sizeof pid, "%ld", (long)getpid());
    assert_non_null(strstr(store_holder(second), pid));
    assert_string_equal(setting_get(second, "k", &fixture->arena), "one");

    assert_true(setting_put(fixture->store, "k", "two", NULL));
    assert_string_equal(setting_get(second, "k", &fixture->arena), "two");

    assert_false(setting_put(second, "k", "three", &fixture->err));
    assert_int_equal(fixture->err.code, ERR_READONLY);
    assert_non_null(strstr(fixture->err.message, pid));
    store_close(second);
}

static void a_reader_holds_no_transaction_between_calls(void **state)
{
    struct fixture *fixture = *state;
    struct store *second;
    struct bank_rows banks;
    struct strmap *topics = strmap_create();

    fixture_open(fixture);
    fixture_fill(fixture, 3);
    second = fixture_try_open(fixture, true);
    setting_get(second, "k", &fixture->arena);
    assert_true(db_is_idle(second->db));
    assert_true(catalog_banks(second, &fixture->arena, &banks, NULL));
    assert_true(db_is_idle(second->db));
    assert_true(catalog_topics(second, topics, NULL));
    assert_true(db_is_idle(second->db));
    assert_int_equal(catalog_item_count(second), 3);
    assert_true(db_is_idle(second->db));
    strmap_destroy(topics);
    store_close(second);
}

static void a_reader_stops_when_the_schema_changes_under_it(void **state)
{
    struct fixture *fixture = *state;
    struct candidate_list list;
    struct store *second;

    fixture_open(fixture);
    second = fixture_try_open(fixture, true);
    assert_true(candidates_list(second, &fixture->arena, &list, NULL));
    fixture_sql(fixture, "PRAGMA user_version = 999");
    assert_false(
        candidates_list(second, &fixture->arena, &list, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NEWER);
    store_close(second);
}

static void a_reader_leaves_the_log_alone(void **state)
{
    struct fixture *fixture = *state;
    struct stat before, after;
    const char *wal = fixture_path(fixture, "proctor.db-wal");
    struct store *second;

    fixture_open(fixture);
    store_quiet_begin(fixture->store);
    assert_true(setting_put(fixture->store, "k", "v", NULL));
    second = fixture_try_open(fixture, true);
    assert_string_equal(setting_get(second, "k", &fixture->arena), "v");
    store_close(fixture->store); /* not the last one, so the log stays */
    fixture->store = NULL;
    assert_int_equal(stat(wal, &before), 0);
    assert_true(before.st_size > 0);
    store_close(second);
    assert_int_equal(stat(wal, &after), 0);
    assert_int_equal(before.st_size, after.st_size);
}

static void reading_needs_a_database(void **state)
{
    struct fixture *fixture = *state;

    assert_null(fixture_try_open(fixture, true));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_int_not_equal(access(fixture->path, F_OK), 0);
}

static void a_network_file_system_gets_other_settings(void **state)
{
    struct fixture *fixture = *state;
    struct store_options options = {
        .path = fixture->path, .app_version = "1.0", .assume_remote = true};

    fixture->store = store_open(&options, &fixture->err);
    assert_non_null(fixture->store);
    assert_true(store_is_remote(fixture->store));
    assert_true(setting_put(fixture->store, "k", "v", NULL));
    assert_int_not_equal(access(fixture_path(fixture, "proctor.db-wal"), 0), 0);
    assert_int_not_equal(access(fixture_path(fixture, "proctor.db-shm"), 0), 0);
    assert_int_equal(access(fixture_path(fixture, "proctor.db-journal"), 0), 0);

    assert_null(store_open(&options, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_BUSY);
    assert_non_null(strstr(fixture->err.message, "network"));
}

static void a_log_is_folded_in_when_the_place_turns_out_remote(void **state)
{
    struct fixture *fixture = *state;
    struct store_options options = {
        .path = fixture->path, .app_version = "1.0", .assume_remote = true};

    fixture_open(fixture);
    assert_true(setting_put(fixture->store, "k", "v", NULL));
    store_close(fixture->store);
    fixture->store = store_open(&options, &fixture->err);
    assert_non_null(fixture->store);
    assert_string_equal(setting_get(fixture->store, "k", &fixture->arena), "v");
    store_close(fixture->store);
    fixture_open(fixture);
    assert_false(store_is_remote(fixture->store));
    assert_string_equal(setting_get(fixture->store, "k", &fixture->arena), "v");
}

/* Copies the database with its log, as a power cut would leave them, and
 * writes `garbage` into the middle of the copy. */
static void copy_as_cut_off(struct fixture *fixture, bool garbage)
{
    static const char *const names[] = {"", "-wal"};
    char from[FIXTURE_PATH + 64], to[FIXTURE_PATH + 64], bytes[65536];

    for (int i = 0; i < 2; i++) {
        FILE *in, *out;
        size_t len;

        snprintf(from, sizeof from, "%s%s", fixture->path, names[i]);
        snprintf(to, sizeof to, "%s/cut.db%s", fixture->folder, names[i]);
        in = fopen(from, "rb");
        out = fopen(to, "wb");
        while ((len = fread(bytes, 1, sizeof bytes, in)) > 0)
            fwrite(bytes, 1, len, out);
        if (garbage && i == 0) {
            fseek(out, 4096 * 3, SEEK_SET);
            memset(bytes, 0x5a, 4096);
            fwrite(bytes, 1, 4096, out);
        }
        fclose(in);
        fclose(out);
    }
}

static void damage_is_looked_for_after_an_unclean_end(void **state)
{
    struct fixture *fixture = *state;

    fixture_open(fixture);
    store_quiet_begin(fixture->store);
    assert_true(setting_put(fixture->store, "k", "v", NULL));
    copy_as_cut_off(fixture, true);
    store_close(fixture->store);
    fixture->store = NULL;
    snprintf(fixture->path, sizeof fixture->path, "%s/cut.db", fixture->folder);
    assert_refused(fixture, ERR_CORRUPT, "damaged");
}

static void what_was_committed_is_there_after_an_unclean_end(void **state)
{
    struct fixture *fixture = *state;

    fixture_open(fixture);
    store_quiet_begin(fixture->store);
    assert_true(setting_put(fixture->store, "k", "v", NULL));
    copy_as_cut_off(fixture, false);
    store_close(fixture->store);
    snprintf(fixture->path, sizeof fixture->path, "%s/cut.db", fixture->folder);
    fixture_open(fixture);
    assert_string_equal(setting_get(fixture->store, "k", &fixture->arena), "v");
}

static void settings_are_kept_changed_and_unset(void **state)
{
    struct fixture *fixture = *state;

    fixture_open(fixture);
    assert_string_equal(setting_get(fixture->store, "k", &fixture->arena), "");
    assert_true(setting_put(fixture->store, "k", "v", NULL));
    assert_true(setting_put(fixture->store, "k", "w", NULL));
    assert_string_equal(setting_get(fixture->store, "k", &fixture->arena), "w");
    assert_true(setting_put(fixture->store, "k", "", NULL));
    assert_string_equal(setting_get(fixture->store, "k", &fixture->arena), "");
    assert_int_equal(store_commits(fixture->store), 3);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup_folder,                \
                                    fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_database_is_made_complete_and_private),
        TEST(what_a_killed_birth_left_is_removed),
        TEST(an_empty_file_is_not_taken_for_a_new_history),
        TEST(a_file_that_is_no_database_is_refused),
        TEST(a_database_of_another_program_stays_as_it_is),
        TEST(a_newer_database_is_refused),
        TEST(a_symbolic_link_is_not_followed),
        TEST(a_linked_folder_is_resolved),
        TEST(a_missing_folder_is_named),
        TEST(a_second_instance_reads_and_says_who_writes),
        TEST(a_reader_holds_no_transaction_between_calls),
        TEST(a_reader_stops_when_the_schema_changes_under_it),
        TEST(a_reader_leaves_the_log_alone),
        TEST(reading_needs_a_database),
        TEST(a_network_file_system_gets_other_settings),
        TEST(a_log_is_folded_in_when_the_place_turns_out_remote),
        TEST(damage_is_looked_for_after_an_unclean_end),
        TEST(what_was_committed_is_there_after_an_unclean_end),
        TEST(settings_are_kept_changed_and_unset),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
