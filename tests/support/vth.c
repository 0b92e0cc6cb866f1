/*
 * A session: keys out, bytes in, waiting for facts. The emulator is
 * vth_emulator.c, the process side vth_shell.c, reading vth_screen.c.
 */
#include "vth.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

#include "vth_private.h"

/* curses throws typed input away when it comes back from a stop, so a sync key
 * that stays without an answer is sent again. */
#define SYNC_SILENCE_MS 150

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- bytes and reports ------------------------------------------------------
 */

static void read_master(struct vth *vth)
{
    char bytes[16384];
    ssize_t length = read(vth->master, bytes, sizeof bytes);

    if (length <= 0) {
        if (length < 0 && errno == EINTR)
            return;
        close(vth->master); /* nobody has the other end any more */
        vth->master = -1;
        return;
    }
    vth->bytes += (size_t)length;
    vterm_input_write(vth->vt, bytes, (size_t)length);
}

static void read_report(struct vth *vth)
{
    struct vth_report report;

    if (read(vth->reports, &report, sizeof report) != sizeof report) {
        close(vth->reports);
        vth->reports = -1;
        vth->has_exited = true;
        return;
    }
    if (report.kind == 'p')
        vth->child = report.value;
    else if (report.kind == 's' || report.kind == 'c')
        vth->is_stopped = report.kind == 's';
    else
        vth->status = report.value;
    vth->has_exited |= report.kind == 'x';
}

/* Reads what comes within `wait_ms`. False when nothing came. */
static bool pump(struct vth *vth, int wait_ms)
{
    struct pollfd fds[] = {{.fd = vth->master, .events = POLLIN},
                           {.fd = vth->reports, .events = POLLIN}};

    if (poll(fds, 2, wait_ms) <= 0)
        return false;
    if (fds[1].revents)
        read_report(vth);
    if (fds[0].revents)
        read_master(vth);
    return true;
}

/* Waits until `*fact` is true. */
static bool wait_for(struct vth *vth, const bool *fact, int timeout_ms)
{
    int64_t end = now_ms() + timeout_ms;

    while (!*fact && now_ms() < end)
        pump(vth, (int)(end - now_ms()));
    return *fact;
}

struct vth *vth_open(const struct vth_options *options)
{
    struct vth *vth = mem_alloc(1, sizeof *vth);

    vth->mark_digit = -1;
    vth_emulator_open(vth, options->rows, options->cols);
    vth_shell_open(vth, options);
    while (vth->child == 0 && vth->reports >= 0)
        pump(vth, 1000);
    return vth;
}

void vth_close(struct vth *vth)
{
    if (!vth)
        return;
    if (!vth->has_exited && vth->child > 0) {
        kill(vth->child, SIGKILL);
        kill(vth->child, SIGCONT);
    }
    close(vth->commands);
    if (vth->master >= 0)
        close(vth->master);
    waitpid(vth->shell, NULL, 0);
    if (vth->reports >= 0)
        close(vth->reports);
    vth_emulator_close(vth);
    free(vth);
}

/* --- input
 * -------------------------------------------------------------------- */

void vth_key(struct vth *vth, VTermKey key, VTermModifier modifier)
{
    vterm_keyboard_key(vth->vt, key, modifier);
}

void vth_text(struct vth *vth, const char *text)
{
    struct str rest = str_from(text);
    size_t offset = 0;

    while (offset < rest.len)
        vterm_keyboard_unichar(vth->vt, utf8_next(rest, &offset),
                               VTERM_MOD_NONE);
}

void vth_ctrl(struct vth *vth, char letter)
{
    vterm_keyboard_unichar(vth->vt, (uint32_t)letter, VTERM_MOD_CTRL);
}

void vth_paste(struct vth *vth, const char *text)
{
    vterm_keyboard_start_paste(vth->vt);
    vth_text(vth, text);
    vterm_keyboard_end_paste(vth->vt);
}

void vth_resize(struct vth *vth, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows,
                           .ws_col = (unsigned short)cols};

    vterm_set_size(vth->vt, rows, cols); /* first, as real terminals do */
    ioctl(vth->master, TIOCSWINSZ, &size);
}

void vth_hang_up(struct vth *vth)
{
    close(vth->master);
    vth->master = -1;
}

bool vth_signal(struct vth *vth, int number)
{
    return vth->child > 0 && kill(vth->child, number) == 0;
}

pid_t vth_pid(const struct vth *vth)
{
    return vth->child;
}

void vth_foreground(struct vth *vth)
{
    ssize_t written = write(vth->commands, "f", 1);

    (void)written;
}

/* --- waiting
 * ------------------------------------------------------------------ */

static void send_sync(struct vth *vth)
{
    char key[16];
    int length;

    vth->next_digit = (vth->next_digit + 1) % 10;
    vth->mark_digit = -1;
    length = snprintf(key, sizeof key, "\033[779%d~", vth->next_digit);
    if (vth->master >= 0 && write(vth->master, key, (size_t)length) < 0)
        perror("vth: write");
}

/* The program has said that it is done, with the size we have. */
static bool is_synced(const struct vth *vth)
{
    int rows, cols;

    vterm_get_size(vth->vt, &rows, &cols);
    return vth->mark_digit == vth->next_digit && vth->mark_rows == rows &&
           vth->mark_cols == cols;
}

bool vth_sync(struct vth *vth, int timeout_ms)
{
    int64_t end = now_ms() + timeout_ms;

    send_sync(vth);
    while (!is_synced(vth)) {
        bool came = pump(vth, SYNC_SILENCE_MS);
        bool is_other_size = vth->mark_digit == vth->next_digit;

        if (is_synced(vth))
            break;
        if (vth->has_exited || vth->master < 0 || now_ms() > end)
            return false;
        if (!came || is_other_size)
            send_sync(vth);
    }
    return true;
}

bool vth_wait_text(struct vth *vth, const char *text, int timeout_ms)
{
    int64_t end = now_ms() + timeout_ms;

    while (!vth_find(vth, text, NULL, NULL)) {
        if (vth->has_exited || vth->master < 0 || now_ms() > end)
            return false;
        pump(vth, SYNC_SILENCE_MS);
    }
    return true;
}

bool vth_wait_exit(struct vth *vth, int *status_out, int timeout_ms)
{
    if (!wait_for(vth, &vth->has_exited, timeout_ms))
        return false;
    while (vth->master >= 0 && pump(vth, 0))
        continue; /* what it wrote last */
    *status_out = vth->status;
    return true;
}

bool vth_wait_stop(struct vth *vth, int timeout_ms)
{
    return wait_for(vth, &vth->is_stopped, timeout_ms);
}
