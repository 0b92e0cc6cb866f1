/* The common part of screens that are lines to fill in. */
#ifndef PROCTOR_TUI_INPUTS_SCREEN_H
#define PROCTOR_TUI_INPUTS_SCREEN_H

#include "inputs.h"
#include "page_screen.h"

struct inputs_screen {
    struct page_screen base;
    struct inputs inputs;
    /* What a key of the lines did; INPUT_NOTHING does not come here. */
    struct reply (*news)(struct inputs_screen *screen, struct ui *ui,
                         struct input_news news);
    struct reply (*back)(struct inputs_screen *screen, struct ui *ui);
};

/* Layout: the frame and the page's begin, before any line; then inputs_build()
 * and what else there is; then the end. */
void inputs_screen_begin(struct inputs_screen *screen, const struct ui *ui,
                         const char *title, int width, int height);
void inputs_screen_end(struct inputs_screen *screen);

/* key() and command() of the class, which has INPUTS_COMMANDS. */
struct reply inputs_screen_key(struct screen *screen, struct ui *ui,
                               const struct key *key);
struct reply inputs_screen_command(struct screen *screen, struct ui *ui,
                                   enum command command);

#endif
