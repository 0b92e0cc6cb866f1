/* The loop: waits for keys, signals and the clock, and shows the top screen. */
#ifndef PROCTOR_TUI_LOOP_H
#define PROCTOR_TUI_LOOP_H

#include "stack.h"
#include "terminal.h"

/* Runs until a screen or a signal ends it. False with ERR_IO when the terminal
 * went away. */
bool loop_run(struct terminal *terminal, struct stack *stack, struct ui *ui,
              struct error *err);

#endif
