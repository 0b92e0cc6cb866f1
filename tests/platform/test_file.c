/* Files read whole and written whole. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "proctor/platform/file.h"
#include "scratch.h"

static void a_file_is_read_whole(void **state)
{
    const char *path = scratch_file(state, "bank.yaml", "format: x\n");
    struct file_view view = {0};
    struct error err = {0};

    assert_true(file_view_open(path, 10, &view, &err));
    assert_true(str_is(view.bytes, "format: x\n"));
    assert_int_equal(view.size, 10);
    assert_true(view.mtime_ms > INT64_C(1600000000000));
    file_view_close(&view);
    file_view_close(&view);
    file_view_close(NULL);
}

static void an_empty_file_has_no_bytes(void **state)
{
    struct file_view view = {0};

    assert_true(
        file_view_open(scratch_file(state, "empty", ""), 0, &view, NULL));
    assert_int_equal(view.bytes.len, 0);
    assert_non_null(view.bytes.data);
    file_view_close(&view);
}

static void what_is_no_readable_file_is_refused(void **state)
{
    struct file_view view = {.size = 77};
    const struct {
        const char *path;
        enum error_code code;
        const char *says;
    } cases[] = {
        {scratch_path(state, "missing"), ERR_NOT_FOUND, "missing"},
        {scratch_path(state, "pipe"), ERR_INVALID, "is a pipe, not a file"},
        {"/dev/null/below", ERR_NOT_FOUND, "Not a directory"},
        {*state, ERR_INVALID, "is a directory, not a file"},
        {"/dev/zero", ERR_INVALID, "is a device, not a file"},
    };

    assert_int_equal(mkfifo(cases[1].path, 0600), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};

        assert_false(file_view_open(cases[i].path, 100, &view, &err));
        assert_int_equal(err.code, cases[i].code);
        assert_non_null(strstr(err.message, cases[i].says));
        assert_int_equal(view.size, 77);
    }
}

static void a_file_above_the_limit_is_refused(void **state)
{
    const char *path = scratch_file(state, "large", "0123456789");
    struct file_view view;
    struct error err = {0};

    assert_false(file_view_open(path, 9, &view, &err));
    assert_int_equal(err.code, ERR_INVALID);
    assert_non_null(strstr(err.message, "is larger than 9 bytes"));
    assert_int_equal(truncate(path, 3 << 20), 0);
    assert_false(file_view_open(path, 2 << 20, &view, &err));
    assert_non_null(strstr(err.message, "is larger than 2 MiB"));
}

static void standard_input_is_read_to_its_end(void **state)
{
    struct file_view view = {0};
    struct error err = {0};
    const char *path = scratch_file(state, "input", "");

    assert_int_equal(truncate(path, 200000), 0);
    assert_non_null(freopen(path, "r", stdin));
    assert_true(file_view_open("-", 200000, &view, &err));
    assert_int_equal(view.size, 200000);
    file_view_close(&view);

    assert_non_null(freopen(path, "r", stdin));
    assert_false(file_view_open("-", 199999, &view, &err));
    assert_int_equal(err.code, ERR_INVALID);
}

static void a_written_file_is_private_and_whole(void **state)
{
    const char *path = scratch_path(state, "out");
    struct error err = {0};
    struct stat st;

    assert_true(file_write(path, STR("abc"), false, &err));
    assert_string_equal(scratch_read(state, "out"), "abc");
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(st.st_nlink, 1);
    assert_int_equal(scratch_count(state), 1);
}

static void an_existing_file_is_replaced_only_by_force(void **state)
{
    const char *path = scratch_file(state, "out", "old");
    struct error err = {0};

    assert_false(file_write(path, STR("new"), false, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_non_null(strstr(err.message, "--force"));
    assert_string_equal(scratch_read(state, "out"), "old");
    assert_int_equal(scratch_count(state), 1);

    assert_true(file_write(path, STR("new"), true, &err));
    assert_string_equal(scratch_read(state, "out"), "new");
    assert_int_equal(scratch_count(state), 1);
}

static void a_link_is_replaced_and_not_followed(void **state)
{
    scratch_file(state, "target", "precious");
    assert_int_equal(symlink("target", scratch_path(state, "out")), 0);

    assert_false(
        file_write(scratch_path(state, "out"), STR("new"), false, NULL));
    assert_true(file_write(scratch_path(state, "out"), STR("new"), true, NULL));
    assert_string_equal(scratch_read(state, "target"), "precious");
    assert_string_equal(scratch_read(state, "out"), "new");
}

static void a_failed_write_leaves_nothing_behind(void **state)
{
    struct error err = {0};

    assert_false(
        file_write(scratch_path(state, "no/out"), STR("x"), false, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_int_equal(scratch_count(state), 0);

    assert_int_equal(mkdir(scratch_path(state, "dir"), 0700), 0);
    assert_false(file_write(scratch_path(state, "dir"), STR("x"), true, &err));
    assert_int_equal(scratch_count(state), 1);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    struct rlimit old, small;
    struct error err = {0};
    static char bytes[8192];
    const char *path = scratch_file(state, "out", "old");

    /* A limit on the file size fails as a full disk does. */
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = 4096;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool ok = file_write(path, (struct str){bytes, sizeof bytes}, true, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    signal(SIGXFSZ, SIG_DFL);

    assert_false(ok);
    assert_int_equal(err.code, ERR_FULL);
    assert_string_equal(scratch_read(state, "out"), "old");
    assert_int_equal(scratch_count(state), 1);
}

static void stat_knows_regular_files_only(void **state)
{
    int64_t size = -1, mtime_ms = -1;

    assert_false(file_stat(scratch_path(state, "missing"), &size, &mtime_ms));
    assert_false(file_stat(*state, &size, &mtime_ms));
    assert_int_equal(size, -1);
    assert_true(file_stat(scratch_file(state, "f", "1234"), &size, &mtime_ms));
    assert_int_equal(size, 4);
    assert_true(mtime_ms > 0);
}

static void directories_can_be_flushed(void **state)
{
    struct error err = {0};

    assert_true(file_sync_dir(*state, &err));
    assert_false(file_sync_dir(scratch_path(state, "missing"), &err));
    assert_int_equal(err.code, ERR_IO);
    assert_false(file_sync_dir(scratch_file(state, "f", ""), &err));
}

static void the_directory_of_a_path_is_known(void **state)
{
    static const struct {
        const char *path, *dir;
    } cases[] = {
        {"a", "."},     {"a/b", "a"},  {"/a", "/"},    {"/", "/"},
        {"/a/b", "/a"}, {"a/b/", "a"}, {"a//b", "a"},  {"", "."},
        {"//", "/"},    {"./a", "."},  {"../a", ".."},
    };
    char out[8];
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(file_dirname(cases[i].path, out, sizeof out));
        assert_string_equal(out, cases[i].dir);
    }
    assert_false(file_dirname("12345678/x", out, sizeof out));
    assert_true(file_dirname("1234567/x", out, sizeof out));
    assert_false(file_dirname("x", out, 1));
}

static void remote_can_be_pretended_in_test_builds_only(void **state)
{
    bool real = file_is_remote(*state);

    /* A file still to be made lies where its directory does. */
    assert_int_equal(file_is_remote(scratch_path(state, "new.db")), real);
    assert_false(file_is_remote("/no/such/place/at/all"));
    assert_false(file_is_remote("/proc/self/status"));
    setenv("PROCTOR_TEST_REMOTE", "1", 1);
#ifdef PROCTOR_TEST_HOOKS
    assert_true(file_is_remote(*state));
#else
    assert_int_equal(file_is_remote(*state), real);
#endif
    setenv("PROCTOR_TEST_REMOTE", "0", 1);
    assert_int_equal(file_is_remote(*state), real);
    unsetenv("PROCTOR_TEST_REMOTE");
}

#define SCRATCH_TEST(name)                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(a_file_is_read_whole),
        SCRATCH_TEST(an_empty_file_has_no_bytes),
        SCRATCH_TEST(what_is_no_readable_file_is_refused),
        SCRATCH_TEST(a_file_above_the_limit_is_refused),
        SCRATCH_TEST(standard_input_is_read_to_its_end),
        SCRATCH_TEST(a_written_file_is_private_and_whole),
        SCRATCH_TEST(an_existing_file_is_replaced_only_by_force),
        SCRATCH_TEST(a_link_is_replaced_and_not_followed),
        SCRATCH_TEST(a_failed_write_leaves_nothing_behind),
        SCRATCH_TEST(a_full_disk_leaves_the_old_file),
        SCRATCH_TEST(stat_knows_regular_files_only),
        SCRATCH_TEST(directories_can_be_flushed),
        cmocka_unit_test(the_directory_of_a_path_is_known),
        SCRATCH_TEST(remote_can_be_pretended_in_test_builds_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
