/* The environment, read in one place. */
#ifndef PROCTOR_PLATFORM_ENV_H
#define PROCTOR_PLATFORM_ENV_H

#include <stdbool.h>

/* The variable's value, or NULL when unset or empty. */
const char *env_get(const char *name);

/* NO_COLOR is set to something (no-color.org). */
bool env_no_color(void);

/* Standard output or input is a terminal. */
bool env_stdin_is_terminal(void);
bool env_stdout_is_terminal(void);

/* TERM is unset, "dumb" or "unknown": no full screen there. */
bool env_terminal_is_dumb(void);

/*
 * Sets the locale: LC_ALL from the environment, numbers always as in C. True
 * when the character set is UTF-8; else what is shown must be ASCII. A UTF-8
 * locale that is not installed counts as C.UTF-8. Where the locale knows ASCII
 * only, LC_CTYPE becomes C.UTF-8 all the same, so that the fold knows widths.
 */
bool env_set_locale(void);

#endif
