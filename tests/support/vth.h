/*
 * A terminal for tests: a program on a pseudo-terminal, its screen kept by
 * libvterm, a small shell between the two so that stopping and going on work.
 * Nothing here sleeps: vth_sync() waits for the program's own word that all
 * keys sent so far were handled and shown (builds with -Dtest_hooks=true).
 */
#ifndef PROCTOR_TESTS_VTH_H
#define PROCTOR_TESTS_VTH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

#include "proctor/base/str.h"

struct vth;

struct vth_options {
    const char *const *argv; /* argv[0] is the path of the program */
    const char *const *env;  /* all of its environment */
    int rows, cols;
};

/* Ends the calling program when something of the system fails. */
struct vth *vth_open(const struct vth_options *options);
/* Kills what still runs. */
void vth_close(struct vth *vth);

/* --- input, as a terminal would send it ------------------------------------
 */

void vth_key(struct vth *vth, VTermKey key, VTermModifier modifier);
/* Characters one by one. Ctrl-letters: vth_ctrl('c'). */
void vth_text(struct vth *vth, const char *text);
void vth_ctrl(struct vth *vth, char letter);
void vth_paste(struct vth *vth, const char *text);
void vth_resize(struct vth *vth, int rows, int cols);
/* Closes the terminal's end: the window is gone. */
void vth_hang_up(struct vth *vth);
bool vth_signal(struct vth *vth, int number);
/* The process number of the program. */
pid_t vth_pid(const struct vth *vth);
/* What `fg` does in a shell. */
void vth_foreground(struct vth *vth);

/* --- waiting -----------------------------------------------------------------
 */

/* False after `timeout_ms`, or when the program has ended. */
bool vth_sync(struct vth *vth, int timeout_ms);
/* For a text that comes by itself, without a key. */
bool vth_wait_text(struct vth *vth, const char *text, int timeout_ms);
/* `status_out` as of waitpid(). */
bool vth_wait_exit(struct vth *vth, int *status_out, int timeout_ms);
bool vth_wait_stop(struct vth *vth, int timeout_ms);

/* --- reading -----------------------------------------------------------------
 */

/* Appends row `row` without blanks at its end. */
void vth_row(struct vth *vth, int row, struct strbuf *out);
/* The first place of the text within one row. The outs may be NULL. */
bool vth_find(struct vth *vth, const char *text, int *row_out, int *col_out);
void vth_cursor(struct vth *vth, int *row_out, int *col_out,
                bool *is_visible_out);
bool vth_altscreen(const struct vth *vth);
bool vth_has_color(struct vth *vth);
int vth_bells(const struct vth *vth);
const char *vth_title(const struct vth *vth);
size_t vth_bytes(const struct vth *vth);
/* Control sequences that the emulator did not know, a line each; must stay
 * empty. */
const char *vth_unknown(const struct vth *vth);

/* Rows, cursor, title, then styles as `row:first-last attributes fg/bg`. */
void vth_dump(struct vth *vth, struct strbuf *out);
/* Writes the screen as an SVG picture. False when the file cannot be. */
bool vth_svg(struct vth *vth, const char *path, const char *title);

#endif
