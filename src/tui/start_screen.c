/* The sheet of a planned sitting, an exam's or a practice's, and its start. */
#include <stdlib.h>

#include "proctor/app/practice.h"
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

    page_screen_frame(&self->base, ui,
                      self->plan.limit_ms > 0 ? "Ready? Enter starts the clock"
                                              : "Ready? Enter starts");
    page_screen_begin(&self->base, ui, width, height);
    start_page(&self->base.page, &self->plan);
    page_end(&self->base.page);
}

/* A hidden clock comes back by itself when little time is left. */
static void hide_clock(struct ui *ui)
{
    struct error err;

    if (session_mode(ui->session) == MODE_EXAM &&
        settings_is(&ui->settings, SETTING_CLOCK, "hidden") &&
        !session_hide_clock(ui->session, true, &err))
        ui_say_error(ui, &err);
}

static struct reply start(struct start_screen *self, struct ui *ui)
{
    struct error err;

    ui->session = session_start(ui->app, &self->plan, &err);
    if (!ui->session) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    hide_clock(ui);
    return reply_replace(question_screen_create(ui));
}

static struct reply start_command(struct screen *screen, struct ui *ui,
                                  enum command command)
{
    struct start_screen *self = (struct start_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    return command == CMD_START ? start(self, ui) : reply_ignored();
}

static void start_destroy(struct screen *screen)
{
    struct start_screen *self = (struct start_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class start_class = {
    .name = "sheet before the start",
    .purpose = "Read what comes: questions, time and rules, and what is "
               "missing. Nothing has begun yet; Enter starts, Esc goes back.",
    .commands = commands,
    .layout = start_layout,
    .draw = page_screen_draw,
    .command = start_command,
    .destroy = start_destroy,
};

static struct start_screen *create(void)
{
    struct start_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &start_class;
    return self;
}

/* The screen of a plan that was made, or nothing. */
static struct screen *planned(struct start_screen *self, bool ok)
{
    if (ok)
        return &self->base.base;
    start_destroy(&self->base.base);
    return NULL;
}

struct screen *start_screen_create(struct ui *ui, const char *exam,
                                   const char *seed, struct error *err)
{
    struct start_screen *self = create();
    struct plan_options options = {.exam = exam, .seed = seed};

    return planned(self, session_plan(ui->app, &options, &self->arena,
                                      &self->plan, err));
}

struct screen *practice_start_screen_create(
    struct ui *ui, const struct practice_request *request, struct error *err)
{
    struct start_screen *self = create();

    return planned(self, practice_plan(ui->app, request, &self->arena,
                                       &self->plan, err));
}

struct screen *tutorial_screen_create(struct ui *ui, struct error *err)
{
    struct start_screen *self = create();

    return planned(self,
                   practice_tutorial(ui->app, &self->arena, &self->plan, err));
}
