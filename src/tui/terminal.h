/*
 * The terminal: keys in, a canvas out. Only terminal_curses.c knows curses.
 * There is one terminal; a crash gives it back through terminal_rescue().
 */
#ifndef PROCTOR_TUI_TERMINAL_H
#define PROCTOR_TUI_TERMINAL_H

#include <stdbool.h>

#include "proctor/base/error.h"

#include "canvas.h"
#include "key.h"
#include "theme.h"

struct terminal;

/* What may change while it is open. */
struct terminal_style {
    enum theme theme;
    bool show_cursor; /* always, on the focus; else only where text is typed */
};

struct terminal_options {
    bool no_color; /* whatever the theme says */
    struct terminal_style style;
};

/*
 * Takes the terminal over. ERR_USAGE when it cannot show a screen: TERM is
 * dumb, or unknown and no known one will do. `*note_out` (static text or NULL)
 * says when another TERM was taken than the one that is set.
 */
struct terminal *terminal_open(const struct terminal_options *options,
                               const char **note_out, struct error *err);
/* Gives it back; accepts NULL. */
void terminal_close(struct terminal *terminal);
/* Gives it back from a signal handler or without memory: writes, resets the
 * line discipline, touches nothing else. */
void terminal_rescue(void);

/* From the next terminal_show() on. */
void terminal_set_style(struct terminal *terminal, struct terminal_style style);

/* For poll(). */
int terminal_fd(const struct terminal *terminal);
/* The next key that waits; PRESS_NONE when none does. Never blocks. */
struct key terminal_read(struct terminal *terminal);
/* False when the terminal has gone though poll() says there is input. */
bool terminal_is_there(const struct terminal *terminal);

/* The size now, read from the terminal itself. */
void terminal_size(struct terminal *terminal, int *width, int *height);
void terminal_show(struct terminal *terminal, const struct canvas *canvas);
/* Draws everything anew with the next terminal_show(). */
void terminal_repaint(struct terminal *terminal);
/* Back to the shell until SIGCONT. */
void terminal_suspend(struct terminal *terminal);

/* Test builds: tells the other end that all keys before the sync key `digit`
 * were handled and shown. Nothing in a release. */
void terminal_mark_sync(struct terminal *terminal, int digit);

#endif
