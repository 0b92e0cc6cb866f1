/* Pushes, pops, and tells a screen when it is on top again. */
#include "stack.h"

#include <assert.h>

void stack_push(struct stack *stack, struct screen *screen)
{
    assert(stack->count < STACK_MAX);
    stack->screens[stack->count++] = screen;
}

struct screen *stack_top(const struct stack *stack)
{
    return stack->screens[stack->count - 1];
}

bool stack_has(const struct stack *stack, enum screen_about about)
{
    for (int i = 0; i < stack->count; i++)
        if (stack->screens[i]->about == about)
            return true;
    return false;
}

static void pop(struct stack *stack)
{
    screen_destroy(stack->screens[--stack->count]);
}

static void show_again(struct stack *stack, struct ui *ui)
{
    struct screen *top = stack_top(stack);

    if (top->class->resume)
        top->class->resume(top, ui);
}

static void go_home(struct stack *stack, struct ui *ui, struct screen *next)
{
    while (stack->count > 1)
        pop(stack);
    if (next)
        stack_push(stack, next);
    else
        show_again(stack, ui);
}

bool stack_apply(struct stack *stack, struct ui *ui, struct reply reply)
{
    switch (reply.kind) {
    case REPLY_IGNORED:
    case REPLY_STAY:
        break;
    case REPLY_PUSH:
        stack_push(stack, reply.next);
        break;
    case REPLY_REPLACE:
        pop(stack);
        stack_push(stack, reply.next);
        break;
    case REPLY_POP:
        if (stack->count == 1)
            return false;
        pop(stack);
        show_again(stack, ui);
        break;
    case REPLY_HOME:
        go_home(stack, ui, reply.next);
        break;
    case REPLY_QUIT:
        return false;
    }
    return true;
}

void stack_finish(struct stack *stack)
{
    while (stack->count > 0)
        pop(stack);
}
