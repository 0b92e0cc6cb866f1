/* Screens walked through without a terminal: keys in, text out. */
#ifndef PROCTOR_TESTS_TUI_WALK_H
#define PROCTOR_TESTS_TUI_WALK_H

#include "stack.h"

struct walk {
    struct ui ui;
    struct stack stack;
    struct canvas canvas; /* as the last key left it */
};

/* A screen over the app, 80x24; `screen` is the first one. Fails the test when
 * it is NULL. */
void walk_begin(struct walk *walk, struct app *app);
void walk_push(struct walk *walk, struct screen *screen,
               const struct error *err);
void walk_end(struct walk *walk);

/* As a terminal sends them; work is done between keys. */
void walk_type(struct walk *walk, const char *text);
void walk_press(struct walk *walk, enum press press);
void walk_times(struct walk *walk, int count, enum press press);
void walk_resize(struct walk *walk, int width, int height);

bool walk_shows(const struct walk *walk, const char *text);
/* Fails the test, with the whole screen, when it does not show the text. */
void walk_expect(const struct walk *walk, const char *text);

#endif
