/*
 * Every call of the system that a journey makes fails in its turn, once and
 * from then on; so does every flush; and the disk fills up for real. Whatever
 * was acknowledged is there afterwards, and what failed once goes through when
 * it is tried again.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "journey.h"
#include "proctor/store/evidence.h"

/* Counts the calls that may fail. One place for all: SQLite's table of system
 * calls has no room for a context. */
static struct {
    long count;
    long at; /* 0: none fails */
    bool keep;
    int number;
} fault;

static bool fires(void)
{
    fault.count++;
    if (fault.at == 0 || fault.count < fault.at ||
        (fault.count > fault.at && !fault.keep))
        return false;
    errno = fault.number;
    return true;
}

static int fault_open(const char *path, int flags, int mode)
{
    return fires() ? -1 : open(path, flags, mode);
}

static ssize_t fault_read(int fd, void *out, size_t size)
{
    return fires() ? -1 : read(fd, out, size);
}

static ssize_t fault_pread(int fd, void *out, size_t size, off_t offset)
{
    return fires() ? -1 : pread(fd, out, size, offset);
}

static ssize_t fault_write(int fd, const void *data, size_t size)
{
    return fires() ? -1 : write(fd, data, size);
}

static ssize_t fault_pwrite(int fd, const void *data, size_t size, off_t offset)
{
    return fires() ? -1 : pwrite(fd, data, size, offset);
}

static int fault_ftruncate(int fd, off_t size)
{
    return fires() ? -1 : ftruncate(fd, size);
}

static void *fault_mmap(void *at, size_t size, int protection, int flags,
                        int fd, off_t offset)
{
    return fires() ? MAP_FAILED : mmap(at, size, protection, flags, fd, offset);
}

static int fault_unlink(const char *path)
{
    return fires() ? -1 : unlink(path);
}

/* Locks (fcntl) stay as they are: SQLite waits seconds for those. */
static const struct {
    const char *name;
    sqlite3_syscall_ptr call;
} calls[] = {
    {"open", (sqlite3_syscall_ptr)fault_open},
    {"read", (sqlite3_syscall_ptr)fault_read},
    {"pread", (sqlite3_syscall_ptr)fault_pread},
    {"pread64", (sqlite3_syscall_ptr)fault_pread},
    {"write", (sqlite3_syscall_ptr)fault_write},
    {"pwrite", (sqlite3_syscall_ptr)fault_pwrite},
    {"pwrite64", (sqlite3_syscall_ptr)fault_pwrite},
    {"ftruncate", (sqlite3_syscall_ptr)fault_ftruncate},
    {"mmap", (sqlite3_syscall_ptr)fault_mmap},
    {"unlink", (sqlite3_syscall_ptr)fault_unlink},
};

static void set_calls(bool faulty)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);

    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        if (vfs->xGetSystemCall(vfs, calls[i].name))
            vfs->xSetSystemCall(vfs, calls[i].name,
                                faulty ? calls[i].call : NULL);
}

static void assert_right(const struct journey *journey, long at)
{
    enum judgement judgement =
        journey_judge(journey, journey->fixture->path, journey->done);

    if (judgement != JUDGED_RIGHT)
        fail_msg("fault %ld: judgement %d behind step %d (%s)", at,
                 (int)judgement, journey->done, journey->err.message);
}

/* SQLite takes EIO from a read for a damaged file, and opens for reading what
 * it cannot open for writing. */
static void assert_explained(const struct journey *journey, long at)
{
    enum error_code code = journey->err.code;

    if (journey->failures && code != ERR_FULL && code != ERR_IO &&
        code != ERR_READONLY && (code != ERR_CORRUPT || fault.number != EIO))
        fail_msg("fault %ld: code %d: %s", at, (int)journey->err.code,
                 journey->err.message);
}

/* Lets the calls fail one after the other. */
static void fail_every_call(struct fixture *fixture, enum durability durability,
                            int number, bool keep)
{
    struct journey journey;
    bool fired = true;
    long at;

    journey_prepare(&journey, fixture);
    journey.durability = durability;
    journey_rehearse(&journey);
    for (at = 1; fired; at++) {
        bool whole;

        journey_restart(&journey);
        journey.tries_again = !keep;
        fault.count = 0;
        fault.at = at;
        fault.keep = keep;
        fault.number = number;
        set_calls(true);
        whole = journey_walk(&journey);
        set_calls(false);
        fired = fault.count >= at;
        assert_explained(&journey, at);
        if (!keep && !whole)
            fail_msg("call %ld failed once, and then: %s", at,
                     journey.err.message);
        assert_right(&journey, at);
    }
    print_message("# %ld calls failed in turn\n", at - 2);
    assert_true(at > 100);
}

static void a_full_disk_for_a_moment_costs_nothing(void **state)
{
    fail_every_call(*state, AS_IT_IS, ENOSPC, false);
}

static void a_full_disk_keeps_what_was_acknowledged(void **state)
{
    fail_every_call(*state, AS_IT_IS, ENOSPC, true);
}

static void a_read_or_write_error_costs_nothing(void **state)
{
    fail_every_call(*state, AS_IT_IS, EIO, false);
}

static void a_broken_disk_keeps_what_was_acknowledged(void **state)
{
    fail_every_call(*state, AS_IT_IS, EIO, true);
}

static void a_full_network_disk_keeps_what_was_acknowledged(void **state)
{
    fail_every_call(*state, REMOTE, ENOSPC, true);
}

static void a_network_error_costs_nothing(void **state)
{
    fail_every_call(*state, REMOTE, EIO, false);
}

/* The candidate is there with all, or gone without a trace in any table. */
static void assert_whole(struct fixture *fixture, bool is_removed, long at)
{
    bool same = false;
    int64_t candidates, attempts, responses, dangling;

    fixture_open(fixture);
    candidates = fixture_number(fixture, "SELECT count(*) FROM candidate");
    attempts = fixture_number(fixture, "SELECT count(*) FROM attempts");
    responses = fixture_number(fixture, "SELECT count(*) FROM response");
    dangling = fixture_number(fixture,
                              "SELECT count(*) FROM pragma_foreign_key_check");
    assert_true(evidence_check(fixture->store, &same, NULL));
    if (!same || dangling || attempts != candidates - 1 ||
        responses != attempts || (is_removed && candidates != 1))
        fail_msg("fault %ld: %d candidates, %d attempts, %d responses", at,
                 (int)candidates, (int)attempts, (int)responses);
    store_close(fixture->store);
    fixture->store = NULL;
}

static void a_removal_on_a_failing_disk_is_whole_or_none(void **state)
{
    struct fixture *fixture = *state;
    struct journey journey;
    bool removed = false;
    long at;

    journey_prepare(&journey, fixture);
    for (at = 1; !removed; at++) {
        journey_restart(&journey);
        fixture_open(fixture);
        fault.count = 0;
        fault.at = at;
        fault.keep = true;
        fault.number = ENOSPC;
        set_calls(true);
        removed = candidate_remove(fixture->store, journey.other, &journey.err);
        journey.failures = !removed;
        set_calls(false);
        store_close(fixture->store);
        fixture->store = NULL;
        assert_explained(&journey, at);
        assert_whole(fixture, removed, at);
    }
    print_message("# %ld calls failed in turn\n", at - 2);
    assert_true(at > 20);
}

static void fail_every_flush(struct fixture *fixture,
                             enum durability durability, bool keep)
{
    struct shim shim = {0};
    struct journey journey;
    int64_t at, syncs;

    journey_prepare(&journey, fixture);
    shim_install(&shim);
    journey.vfs = SHIM_NAME;
    journey.durability = durability;
    journey_rehearse(&journey);
    syncs = shim.syncs;
    for (at = 1; at <= syncs; at++) {
        bool whole;

        journey_restart(&journey);
        journey.tries_again = !keep;
        shim.fail_sync = at;
        shim.keep_failing = keep;
        whole = journey_walk(&journey);
        shim.fail_sync = 0;
        assert_explained(&journey, (long)at);
        if (!keep && !whole)
            fail_msg("flush %ld failed once, and then: %s", (long)at,
                     journey.err.message);
        assert_right(&journey, (long)at);
    }
    shim_remove(&shim);
    assert_true(syncs > 20);
}

static void a_failed_flush_costs_nothing(void **state)
{
    fail_every_flush(*state, AS_IT_IS, false);
}

static void failing_flushes_keep_what_was_acknowledged(void **state)
{
    fail_every_flush(*state, AS_IT_IS, true);
}

static void a_failed_flush_over_the_network_costs_nothing(void **state)
{
    fail_every_flush(*state, REMOTE, false);
}

static void set_file_limit(rlim_t bytes)
{
    struct rlimit limit;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void answers_go_on_when_there_is_space_again(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;
    struct error err = {0};
    struct stat wal;
    int saved = 0;

    signal(SIGXFSZ, SIG_IGN);
    fixture_open(fixture);
    fixture_fill(fixture, 3);
    store_quiet_begin(fixture->store);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    assert_int_equal(stat(fixture_path(fixture, "proctor.db-wal"), &wal), 0);
    set_file_limit((rlim_t)wal.st_size + 40000);
    while (fixture_act(&sitting, EVENT_ANSWER, saved % 3, "A", &err))
        saved++;
    assert_true(saved > 0);
    assert_int_equal(err.code, ERR_FULL);
    assert_non_null(strstr(err.message, "free some space"));
    assert_int_equal(catalog_item_count(fixture->store), 3);
    assert_false(fixture_save_again(&sitting, &err));
    set_file_limit(RLIM_INFINITY);
    assert_true(fixture_save_again(&sitting, &err));
    fixture_check_fold(fixture, &sitting);
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, &err));
    fixture_check_fold(fixture, &sitting);
    fixture_sitting_finish(&sitting);
}

static void a_birth_without_space_leaves_nothing(void **state)
{
    struct fixture *fixture = *state;

    signal(SIGXFSZ, SIG_IGN);
    set_file_limit(30000);
    assert_null(fixture_try_open(fixture, false));
    set_file_limit(RLIM_INFINITY);
    assert_int_equal(fixture->err.code, ERR_FULL);
    assert_int_not_equal(access(fixture->path, F_OK), 0);
    fixture_open(fixture);
    assert_true(store_is_new(fixture->store));
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup_folder,                \
                                    fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_full_disk_for_a_moment_costs_nothing),
        TEST(a_full_disk_keeps_what_was_acknowledged),
        TEST(a_read_or_write_error_costs_nothing),
        TEST(a_broken_disk_keeps_what_was_acknowledged),
        TEST(a_full_network_disk_keeps_what_was_acknowledged),
        TEST(a_network_error_costs_nothing),
        TEST(a_removal_on_a_failing_disk_is_whole_or_none),
        TEST(a_failed_flush_costs_nothing),
        TEST(failing_flushes_keep_what_was_acknowledged),
        TEST(a_failed_flush_over_the_network_costs_nothing),
        TEST(answers_go_on_when_there_is_space_again),
        TEST(a_birth_without_space_leaves_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
