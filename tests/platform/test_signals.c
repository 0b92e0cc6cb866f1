/* Signals as the loop sees them, and crashes as the terminal does. */
#include <poll.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "proctor/platform/signals.h"

static int rescue_pipe[2];

static bool is_readable(void)
{
    struct pollfd fd = {.fd = signals_fd(), .events = POLLIN};

    return poll(&fd, 1, 0) == 1;
}

static void every_signal_wakes_the_loop_and_is_told_once(void **state)
{
    static const struct {
        int signal;
        struct signals taken;
    } cases[] = {
        {SIGWINCH, {.resized = true}}, {SIGCONT, {.resized = true}},
        {SIGINT, {.interrupt = true}}, {SIGHUP, {.leave = true}},
        {SIGTERM, {.leave = true}},
    };
    (void)state;

    assert_true(signals_start(NULL));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(is_readable());
        raise(cases[i].signal);
        assert_true(is_readable());
        struct signals taken = signals_take();
        assert_int_equal(taken.resized, cases[i].taken.resized);
        assert_int_equal(taken.interrupt, cases[i].taken.interrupt);
        assert_int_equal(taken.leave, cases[i].taken.leave);
        taken = signals_take();
        assert_false(taken.resized || taken.interrupt || taken.leave);
    }
    signals_stop();
}

static void a_storm_of_resizes_hides_nothing(void **state)
{
    (void)state;
    assert_true(signals_start(NULL));
    for (int i = 0; i < 100000; i++)
        raise(SIGWINCH);
    raise(SIGTERM);
    assert_true(is_readable());
    struct signals taken = signals_take();
    assert_true(taken.resized);
    assert_true(taken.leave);
    assert_false(is_readable());
    signals_stop();
}

static void a_broken_pipe_is_no_end(void **state)
{
    int fds[2];
    (void)state;

    assert_true(signals_start(NULL));
    assert_int_equal(pipe(fds), 0);
    close(fds[0]);
    assert_int_equal(write(fds[1], "x", 1), -1);
    close(fds[1]);
    signals_stop();
}

static void stopping_gives_back_what_was(void **state)
{
    struct sigaction before, after;
    static const int numbers[] = {SIGWINCH, SIGCONT, SIGINT,  SIGHUP,
                                  SIGTERM,  SIGPIPE, SIGABRT, SIGSEGV};
    (void)state;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        sigaction(numbers[i], NULL, &before);
        assert_true(signals_start(NULL));
        assert_true(signals_start(NULL));
        signals_on_crash(NULL);
        assert_true(signals_fd() >= 0);
        signals_stop();
        signals_stop();
        sigaction(numbers[i], NULL, &after);
        assert_true(before.sa_handler == after.sa_handler);
    }
    assert_int_equal(signals_fd(), -1);
    assert_false(signals_take().leave);
}

static void rescue(void)
{
    if (write(rescue_pipe[1], "r", 1) != 1)
        _exit(9);
}

static void rescue_that_crashes(void)
{
    rescue();
    raise(SIGABRT);
}

/* Calls itself until the stack is full; 0 is never reached by counting up. */
static int use_stack(unsigned depth)
{
    volatile char bytes[4096];

    bytes[depth % sizeof bytes] = 1;
    return depth == 0 ? 0 : use_stack(depth + 1) + bytes[0];
}

/* How a child ends that is handled like this; `*rescued_out` counts runs. */
static int status_of_crash(void (*hook)(void), int number, int *rescued_out)
{
    static const struct rlimit no_core = {0};
    int status = -1;
    char bytes[8];

    assert_int_equal(pipe(rescue_pipe), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        setrlimit(RLIMIT_CORE, &no_core);
        /* A sanitizer has its own idea of a crash's course. */
        signal(SIGSEGV, SIG_DFL);
        signal(SIGBUS, SIG_DFL);
        signal(SIGFPE, SIG_DFL);
        signal(SIGILL, SIG_DFL);
        signal(SIGABRT, SIG_DFL);
        signals_on_crash(hook);
        if (number == 0)
            _exit(use_stack(1));
        raise(number);
        _exit(0);
    }
    close(rescue_pipe[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    *rescued_out = (int)read(rescue_pipe[0], bytes, sizeof bytes);
    close(rescue_pipe[0]);
    return status;
}

static void a_crash_runs_the_rescue_and_takes_its_course(void **state)
{
    static const int numbers[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
    int rescued;
    (void)state;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int status = status_of_crash(rescue, numbers[i], &rescued);

        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), numbers[i]);
        assert_int_equal(rescued, 1);
        status = status_of_crash(NULL, numbers[i], &rescued);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(rescued, 0);
    }
}

static void a_rescue_that_crashes_runs_once(void **state)
{
    int rescued, status;
    (void)state;

    status = status_of_crash(rescue_that_crashes, SIGSEGV, &rescued);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(rescued, 1);
}

static void a_full_stack_still_leaves_room_for_the_rescue(void **state)
{
    int rescued, status;
    (void)state;

    status = status_of_crash(rescue, 0, &rescued);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(rescued, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_signal_wakes_the_loop_and_is_told_once),
        cmocka_unit_test(a_storm_of_resizes_hides_nothing),
        cmocka_unit_test(a_broken_pipe_is_no_end),
        cmocka_unit_test(stopping_gives_back_what_was),
        cmocka_unit_test(a_crash_runs_the_rescue_and_takes_its_course),
        cmocka_unit_test(a_rescue_that_crashes_runs_once),
        cmocka_unit_test(a_full_stack_still_leaves_room_for_the_rescue),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
