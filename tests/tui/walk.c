/* See walk.h. What the loop does with a key, without its clock and signals. */
#include "walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"

static void draw(struct walk *walk)
{
    struct screen *top = stack_top(&walk->stack);

    canvas_clear(&walk->canvas);
    top->class->layout(top, &walk->ui, walk->canvas.width, walk->canvas.height);
    top->class->draw(top, &walk->ui, &walk->canvas);
}

static void work(struct walk *walk)
{
    bool is_done = false;

    while (!is_done) {
        struct screen *top = stack_top(&walk->stack);

        is_done = true;
        if (top->class->work)
            stack_apply(&walk->stack, &walk->ui,
                        top->class->work(top, &walk->ui, &is_done));
    }
}

void walk_begin(struct walk *walk, struct app *app)
{
    *walk = (struct walk){.ui = {.app = app}};
    drawing_init(&walk->canvas, &walk->ui, 80, 24);
}

void walk_push(struct walk *walk, struct screen *screen,
               const struct error *err)
{
    if (!screen)
        fail_msg("no screen: %s", err->message);
    stack_push(&walk->stack, screen);
    work(walk);
    draw(walk);
}

void walk_end(struct walk *walk)
{
    stack_finish(&walk->stack);
    canvas_finish(&walk->canvas);
}

static void handle(struct walk *walk, const struct key *key)
{
    struct screen *top = stack_top(&walk->stack);
    struct reply reply = reply_ignored();
    enum command command = command_find(top->class->commands, key);

    ui_forget_message(&walk->ui);
    if (top->class->key)
        reply = top->class->key(top, &walk->ui, key);
    if (reply.kind == REPLY_IGNORED && command != CMD_NONE)
        reply = top->class->command(top, &walk->ui, command);
    assert_true(stack_apply(&walk->stack, &walk->ui, reply));
    work(walk);
    draw(walk);
}

void walk_type(struct walk *walk, const char *text)
{
    for (; *text; text++)
        handle(walk, &(struct key){.press = PRESS_CHAR, .c = (uint32_t)*text});
}

void walk_press(struct walk *walk, enum press press)
{
    handle(walk, &(struct key){.press = press});
}

void walk_times(struct walk *walk, int count, enum press press)
{
    for (int i = 0; i < count; i++)
        walk_press(walk, press);
}

void walk_resize(struct walk *walk, int width, int height)
{
    canvas_resize(&walk->canvas, width, height);
    draw(walk);
}

/* Row by row, `lead` before each. */
static void copy(const struct walk *walk, const char *lead, struct strbuf *out)
{
    for (int y = 0; y < walk->canvas.height; y++) {
        strbuf_adds(out, lead);
        canvas_row_text(&walk->canvas, y, out);
    }
}

bool walk_shows(const struct walk *walk, const char *text)
{
    struct strbuf screen = {0};
    bool shows;

    copy(walk, "", &screen);
    shows = strstr(strbuf_text(&screen), text) != NULL;
    strbuf_finish(&screen);
    return shows;
}

void walk_expect(const struct walk *walk, const char *text)
{
    struct strbuf screen = {0};

    if (walk_shows(walk, text))
        return;
    copy(walk, "# ", &screen); /* no line of TAP */
    print_message("%s", strbuf_text(&screen));
    strbuf_finish(&screen);
    fail_msg("not on screen: %s", text);
}
