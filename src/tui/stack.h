/* The screens on top of each other. */
#ifndef PROCTOR_TUI_STACK_H
#define PROCTOR_TUI_STACK_H

#include "screen.h"

/* More than can come to lie on top of each other. */
#define STACK_MAX 16

struct stack {
    struct screen *screens[STACK_MAX];
    int count;
};

/* Owns the screen from then on. */
void stack_push(struct stack *stack, struct screen *screen);
struct screen *stack_top(const struct stack *stack);
/* A screen of that kind is somewhere in it. */
bool stack_has(const struct stack *stack, enum screen_about about);
/* Does what a screen answered. False when the program is to end. */
bool stack_apply(struct stack *stack, struct ui *ui, struct reply reply);
void stack_finish(struct stack *stack);

#endif
