/* The inside of a session, shared by the vth_*.c files. */
#ifndef PROCTOR_TESTS_VTH_PRIVATE_H
#define PROCTOR_TESTS_VTH_PRIVATE_H

#include <sys/types.h>

#include "vth.h"

struct vth {
    VTerm *vt;
    VTermScreen *screen;
    int master;   /* -1 once hung up or gone */
    int reports;  /* of the shell */
    int commands; /* to the shell */
    pid_t shell, child;
    bool has_exited, is_stopped;
    int status;
    /* The last sync mark. */
    int mark_digit, mark_rows, mark_cols;
    int next_digit;
    bool cursor_visible, altscreen;
    int bells;
    size_t bytes;
    struct strbuf title, unknown, osc;
};

/* vth_emulator.c: the terminal itself. */
void vth_emulator_open(struct vth *vth, int rows, int cols);
void vth_emulator_close(struct vth *vth);

/* vth_shell.c: what the shell tells, and its life. */
struct vth_report {
    char kind; /* 'p' a process number, 's' stopped, 'c' going on, 'x' ended */
    int value;
};
void vth_shell_open(struct vth *vth, const struct vth_options *options);

#endif
