/* The sheet of a planned sitting, and its start. */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "screens.h"
#include "start_view.h"

struct start_screen {
    struct page_screen base;
    struct arena arena; /* of the plan */
    struct session_plan plan;
};

static const enum command commands[] = {
    CMD_START,     CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void start_layout(struct screen *screen, const struct ui *ui, int width,
                         int height)
{
    struct start_screen *self = (struct start_screen *)screen;

    page_screen_frame(&self->base, ui, "Ready? Enter starts the clock");
    page_screen_begin(&self->base, ui, width, height);
    start_page(&self->base.page, &self->plan);
    page_end(&self->base.page);
}

static struct reply start_command(struct screen *screen, struct ui *ui,
                                  enum command command)
{
    struct start_screen *self = (struct start_screen *)screen;
    struct error err;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command != CMD_START)
        return reply_ignored();
    ui->session = session_start(ui->app, &self->plan, &err);
    if (ui->session)
        return reply_replace(question_screen_create(ui));
    ui_say_error(ui, &err);
    return reply_stay();
}

static void start_destroy(struct screen *screen)
{
    struct start_screen *self = (struct start_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class start_class = {
    .name = "sheet of the exam",
    .commands = commands,
    .layout = start_layout,
    .draw = page_screen_draw,
    .command = start_command,
    .destroy = start_destroy,
};

struct screen *start_screen_create(struct ui *ui, const char *exam,
                                   const char *seed, struct error *err)
{
    struct start_screen *self = mem_alloc(1, sizeof *self);
    struct plan_options options = {.exam = exam, .seed = seed};

    self->base.base.class = &start_class;
    if (session_plan(ui->app, &options, &self->arena, &self->plan, err))
        return &self->base.base;
    start_destroy(&self->base.base);
    return NULL;
}
