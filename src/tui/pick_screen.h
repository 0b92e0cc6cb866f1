/* A list out of which one line is chosen, for a line of inputs. */
#ifndef PROCTOR_TUI_PICK_SCREEN_H
#define PROCTOR_TUI_PICK_SCREEN_H

#include "screen.h"

struct pick_spec {
    const char *title;
    const char *const *rows; /* copied */
    size_t count;
    size_t chosen; /* has the focus at first */
    /* Called with the row's index before the screen goes. */
    void (*picked)(void *context, struct ui *ui, size_t index);
    void *context; /* of a screen below: outlives this one */
};

struct screen *pick_screen_create(const struct pick_spec *spec);

#endif
