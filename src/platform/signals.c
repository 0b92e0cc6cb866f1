/*
 * The self-pipe. A handler gets a signal number and nothing else, so what it
 * needs (the pipe, the rescue hook, the actions to restore) is in static
 * storage, written only while the handlers are not installed or, for the hook
 * and the flags, in one store. What a signal means is decided by the loop.
 */
#include "proctor/platform/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#define ALTERNATE_STACK_SIZE (64 * 1024)
#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

struct handled {
    int signal;
    struct sigaction old;
    /* The byte in the pipe only wakes the loop: a storm of resizes may fill the
     * pipe, and must not hide that the terminal is gone. */
    volatile sig_atomic_t has_come;
};

static struct handled events[] = {
    {.signal = SIGWINCH}, {.signal = SIGCONT}, {.signal = SIGINT},
    {.signal = SIGHUP},   {.signal = SIGTERM},
};
static struct handled crashes[] = {
    {.signal = SIGSEGV}, {.signal = SIGABRT}, {.signal = SIGBUS},
    {.signal = SIGFPE},  {.signal = SIGILL},
};
static struct sigaction old_pipe_action;
static int pipe_fds[2] = {-1, -1};
static bool crashes_installed;
static void (*volatile rescue_hook)(void);
/* A crash for want of stack has none to run a handler on. */
static char alternate_stack[ALTERNATE_STACK_SIZE];

static void on_event(int number)
{
    int saved = errno;

    for (size_t i = 0; i < COUNT_OF(events); i++) {
        if (events[i].signal == number)
            events[i].has_come = 1;
    }
    ssize_t written = write(pipe_fds[1], "s", 1);
    (void)written; /* a full pipe is readable already */
    errno = saved;
}

static void on_crash(int number)
{
    void (*rescue)(void) = rescue_hook;

    rescue_hook = NULL; /* should it crash itself, it is not run again */
    for (size_t i = 0; i < COUNT_OF(crashes); i++) {
        if (crashes[i].signal == number)
            sigaction(number, &crashes[i].old, NULL);
    }
    if (rescue)
        rescue();
    raise(number);
}

static bool set_up_end(int fd)
{
    int flags = fcntl(fd, F_GETFL);

    return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 &&
           fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

static void close_pipe(void)
{
    for (int i = 0; i < 2; i++) {
        if (pipe_fds[i] >= 0)
            close(pipe_fds[i]);
        pipe_fds[i] = -1;
    }
}

bool signals_start(struct error *err)
{
    /* An interrupted write of an answer is no failure: it is gone on with. */
    struct sigaction action = {.sa_handler = on_event, .sa_flags = SA_RESTART};
    struct sigaction ignore = {.sa_handler = SIG_IGN};

    if (pipe_fds[0] >= 0)
        return true;
    if (pipe(pipe_fds) != 0)
        return error_set_errno(err, "cannot make a pipe for signals");
    if (!set_up_end(pipe_fds[0]) || !set_up_end(pipe_fds[1])) {
        error_set_errno(err, "cannot set up the pipe for signals");
        close_pipe();
        return false;
    }
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < COUNT_OF(events); i++)
        sigaction(events[i].signal, &action, &events[i].old);
    sigaction(SIGPIPE, &ignore, &old_pipe_action);
    return true;
}

int signals_fd(void)
{
    return pipe_fds[0];
}

static void drain_pipe(void)
{
    char bytes[64];
    ssize_t len;

    do {
        len = read(pipe_fds[0], bytes, sizeof bytes);
    } while (len > 0 || (len < 0 && errno == EINTR));
}

static void add_signal(struct signals *taken, int number)
{
    switch (number) {
    case SIGWINCH:
    case SIGCONT:
        taken->resized = true;
        break;
    case SIGINT:
        taken->interrupt = true;
        break;
    default:
        taken->leave = true;
        break;
    }
}

struct signals signals_take(void)
{
    struct signals taken = {0};

    if (pipe_fds[0] < 0)
        return taken;
    /* In this order a signal that comes meanwhile leaves its byte. */
    drain_pipe();
    for (size_t i = 0; i < COUNT_OF(events); i++) {
        if (events[i].has_come) {
            events[i].has_come = 0;
            add_signal(&taken, events[i].signal);
        }
    }
    return taken;
}

static void install_crash_handlers(void)
{
    stack_t stack = {
        .ss_sp = alternate_stack,
        .ss_size = sizeof alternate_stack,
    };
    struct sigaction action = {
        .sa_handler = on_crash,
        .sa_flags = SA_ONSTACK | SA_NODEFER,
    };

    sigaltstack(&stack, NULL);
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < COUNT_OF(crashes); i++)
        sigaction(crashes[i].signal, &action, &crashes[i].old);
    crashes_installed = true;
}

void signals_on_crash(void (*rescue)(void))
{
    rescue_hook = rescue;
    if (!crashes_installed)
        install_crash_handlers();
}

void signals_stop(void)
{
    if (crashes_installed) {
        for (size_t i = 0; i < COUNT_OF(crashes); i++)
            sigaction(crashes[i].signal, &crashes[i].old, NULL);
        crashes_installed = false;
        rescue_hook = NULL;
    }
    if (pipe_fds[0] < 0)
        return;
    for (size_t i = 0; i < COUNT_OF(events); i++)
        sigaction(events[i].signal, &events[i].old, NULL);
    sigaction(SIGPIPE, &old_pipe_action, NULL);
    close_pipe();
}
