/*
 * The shell between terminal and program: leads the session, gives the program
 * a process group of its own in the foreground, and tells what becomes of it.
 * Without it the program's group would be orphaned, and the kernel throws
 * SIGTSTP away in an orphaned group.
 */
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "vth_private.h"

static void need(bool ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "vth: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void default_signals(void)
{
    sigset_t none;

    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    signal(SIGXFSZ, SIG_IGN); /* a write beyond a limit fails, no more */
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void tell(int fd, char kind, int value)
{
    struct vth_report report = {kind, value};
    ssize_t written = write(fd, &report, sizeof report);

    (void)written;
}

static pid_t start_program(const struct vth_options *options)
{
    pid_t child = fork();

    if (child != 0) {
        setpgid(child, child);
        return child;
    }
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN);
    tcsetpgrp(STDIN_FILENO, getpid());
    default_signals();
    execve(options->argv[0], (char **)(uintptr_t)options->argv,
           (char **)(uintptr_t)options->env);
    fprintf(stderr, "cannot run %s\n", options->argv[0]);
    _exit(127);
}

/* Waits for `fg`, or for the test to be over. */
static void wait_for_foreground(int commands, pid_t child)
{
    char command;

    if (read(commands, &command, 1) != 1) {
        kill(child, SIGKILL);
        return;
    }
    tcsetpgrp(STDIN_FILENO, child);
    kill(-child, SIGCONT);
}

static _Noreturn void run_shell(const struct vth_options *options, int reports,
                                int commands)
{
    pid_t child;
    int status = 0;

    signal(SIGTTOU, SIG_IGN);
    signal(SIGTTIN, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    signal(SIGHUP, SIG_IGN); /* the test decides who hears of a hang-up */
    signal(SIGPIPE, SIG_IGN);
    child = start_program(options);
    tell(reports, 'p', (int)child);
    while (waitpid(child, &status, WUNTRACED | WCONTINUED) == child) {
        if (WIFSTOPPED(status)) {
            tcsetpgrp(STDIN_FILENO, getpgrp());
            tell(reports, 's', 0);
            wait_for_foreground(commands, child);
        } else if (WIFCONTINUED(status)) {
            tell(reports, 'c', 0);
        } else {
            break;
        }
    }
    tell(reports, 'x', status);
    _exit(0);
}

static void become_terminal(int slave)
{
    setsid();
    need(ioctl(slave, TIOCSCTTY, 0) == 0, "TIOCSCTTY");
    for (int fd = 0; fd < 3; fd++)
        need(dup2(slave, fd) == fd, "dup2");
    if (slave > 2)
        close(slave);
}

void vth_shell_open(struct vth *vth, const struct vth_options *options)
{
    struct winsize size = {.ws_row = (unsigned short)options->rows,
                           .ws_col = (unsigned short)options->cols};
    int slave, reports[2], commands[2];

    need(openpty(&vth->master, &slave, NULL, NULL, &size) == 0, "openpty");
    need(pipe2(reports, O_CLOEXEC) == 0 && pipe2(commands, O_CLOEXEC) == 0,
         "pipe");
    vth->shell = fork();
    need(vth->shell >= 0, "fork");
    if (vth->shell == 0) {
        close(vth->master);
        close(reports[0]);
        close(commands[1]);
        become_terminal(slave);
        run_shell(options, reports[1], commands[0]);
    }
    close(slave);
    close(reports[1]);
    close(commands[0]);
    fcntl(vth->master, F_SETFD, FD_CLOEXEC);
    vth->reports = reports[0];
    vth->commands = commands[1];
}
