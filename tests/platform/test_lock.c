/* The lock of the one writer, between processes. */
#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "proctor/platform/lock.h"
#include "scratch.h"

static void a_lock_is_given_once(void **state)
{
    const char *path = scratch_path(state, "db.lock");
    struct error err = {0};
    struct lock *lock = lock_take(path, &err);

    assert_non_null(lock);
    assert_null(lock_take(path, &err));
    assert_int_equal(err.code, ERR_BUSY);
    lock_release(lock);

    lock = lock_take(path, &err);
    assert_non_null(lock);
    lock_release(lock);
    lock_release(NULL);
}

static void the_file_stays_and_is_private(void **state)
{
    const char *path = scratch_path(state, "db.lock");
    struct stat before, after;

    lock_release(lock_take(path, NULL));
    assert_int_equal(stat(path, &before), 0);
    assert_int_equal(before.st_mode & 0777, 0600);
    lock_release(lock_take(path, NULL));
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
}

static void the_holder_is_named(void **state)
{
    const char *path = scratch_path(state, "db.lock");
    struct error err = {0};
    struct lock *lock = lock_take(path, &err);
    char host[256] = "", expected[300];

    assert_null(lock_take(path, &err));
    gethostname(host, sizeof host - 1);
    snprintf(expected, sizeof expected, "process %jd on %s is using",
             (intmax_t)getpid(), host);
    assert_non_null(strstr(err.message, expected));
    assert_non_null(strstr(err.message, path));
    lock_release(lock);
}

static void a_note_that_makes_no_sense_names_nobody(void **state)
{
    static const char *const notes[] = {
        "", "x", "x y\n", "-1 h\n", "1\n", "99999999999999999999 h\n"};

    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        const char *path = scratch_path(state, "db.lock");
        struct error err = {0};
        struct lock *lock = lock_take(path, &err);

        assert_non_null(lock);
        scratch_file(state, "db.lock", notes[i]);
        assert_null(lock_take(path, &err));
        assert_int_equal(err.code, ERR_BUSY);
        assert_memory_equal(err.message, "another process is using", 24);
        lock_release(lock);
    }
}

/* A child that takes the lock, says so and lives until it is killed, or until
 * this process has ended. Gives its number. */
static pid_t start_holder(const char *path)
{
    int ready[2], life[2];
    char byte = 'n';

    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(life), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(life[1]);
        byte = lock_take(path, NULL) ? 'y' : 'n';
        if (write(ready[1], &byte, 1) == 1 && read(life[0], &byte, 1) == 0)
            _exit(0);
        _exit(1);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(byte, 'y');
    close(ready[0]);
    close(ready[1]);
    close(life[0]);
    return child;
}

static void a_killed_holder_leaves_no_lock(void **state)
{
    const char *path = scratch_path(state, "db.lock");
    struct error err = {0};
    pid_t holder = start_holder(path);

    assert_null(lock_take(path, &err));
    assert_int_equal(err.code, ERR_BUSY);
    kill(holder, SIGKILL);
    assert_int_equal(waitpid(holder, NULL, 0), holder);
    struct lock *lock = lock_take(path, &err);
    assert_non_null(lock);
    lock_release(lock);
}

static void other_failures_are_not_busy(void **state)
{
    struct error err = {0};

    assert_null(lock_take(scratch_path(state, "no/db.lock"), &err));
    assert_int_equal(err.code, ERR_IO);
    assert_null(lock_take(*state, &err));
    assert_int_equal(err.code, ERR_IO);
    scratch_file(state, "target", "precious");
    assert_int_equal(symlink("target", scratch_path(state, "link")), 0);
    assert_null(lock_take(scratch_path(state, "link"), &err));
    assert_int_equal(err.code, ERR_IO);
    assert_string_equal(scratch_read(state, "target"), "precious");
}

#define SCRATCH_TEST(name)                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCRATCH_TEST(a_lock_is_given_once),
        SCRATCH_TEST(the_file_stays_and_is_private),
        SCRATCH_TEST(the_holder_is_named),
        SCRATCH_TEST(a_note_that_makes_no_sense_names_nobody),
        SCRATCH_TEST(a_killed_holder_leaves_no_lock),
        SCRATCH_TEST(other_failures_are_not_busy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
