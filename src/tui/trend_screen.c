/* How marks went over time: the whole exam first, then each of its sections. */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "page_screen.h"
#include "screens.h"
#include "trend_view.h"

struct trend_screen {
    struct page_screen base;
    struct arena arena; /* of the trends */
    struct trends trends;
    int shown; /* 0: the whole exam */
};

static const enum command commands[] = {
    CMD_NEXT,    CMD_PREVIOUS,  CMD_OPEN, CMD_BACK,   CMD_UP,   CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void trend_layout(struct screen *screen, const struct ui *ui, int width,
                         int height)
{
    struct trend_screen *self = (struct trend_screen *)screen;
    struct page *page = &self->base.page;
    const struct trend_view view = {
        .trend = &self->trends.items[self->shown],
        .draws = !ui->accessible,
        .ink = chart_ink(ui),
    };

    page_screen_frame(&self->base, ui, "");
    self->base.frame.left = self->trends.exam->title;
    self->base.frame.sub_left =
        str_from(self->shown == 0
                     ? "Marks over time: the whole exam"
                     : arena_printf(&self->base.texts,
                                    "Marks over time: section %d of %d",
                                    self->shown, (int)self->trends.count - 1));
    page_screen_begin(&self->base, ui, width, height);
    trend_page(page, &view);
    page_end(page);
}

static void step(struct trend_screen *self, struct ui *ui, int by)
{
    int shown = self->shown + by;

    if (shown < 0)
        ui_say(ui, STYLE_NORMAL,
               "This is the whole exam; its sections follow.");
    else if (shown >= (int)self->trends.count)
        ui_say(ui, STYLE_NORMAL, "This is the last section.");
    else {
        self->shown = shown;
        page_rewind(&self->base.page);
    }
}

static struct reply open_attempt(const struct trend_screen *self, struct ui *ui)
{
    const struct trend_point *point =
        trend_choice(&self->trends.items[self->shown], self->base.page.focus);
    struct error err;

    if (!point)
        return reply_stay();
    return reply_push_or_say(
        ui, result_screen_create(ui, point->attempt_id, &err), &err);
}

static struct reply trend_command(struct screen *screen, struct ui *ui,
                                  enum command command)
{
    struct trend_screen *self = (struct trend_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_OPEN)
        return open_attempt(self, ui);
    if (command == CMD_NEXT)
        step(self, ui, 1);
    else if (command == CMD_PREVIOUS)
        step(self, ui, -1);
    else
        return reply_ignored();
    return reply_stay();
}

static void trend_destroy(struct screen *screen)
{
    struct trend_screen *self = (struct trend_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class trend_class = {
    .name = "marks over time",
    .purpose = "How marks went from mock exam to mock exam, of the whole and "
               "of each section, beside the pass mark.",
    .commands = commands,
    .layout = trend_layout,
    .draw = page_screen_draw,
    .command = trend_command,
    .destroy = trend_destroy,
};

struct screen *trend_screen_create(struct ui *ui, const char *exam,
                                   struct error *err)
{
    struct trend_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &trend_class;
    if (history_trends(ui->app, exam, &self->arena, &self->trends, err))
        return &self->base.base;
    trend_destroy(&self->base.base);
    return NULL;
}
