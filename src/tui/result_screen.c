/* The result of an attempt; from it the candidate goes to its questions. */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "result_view.h"
#include "screens.h"

struct result_screen {
    struct page_screen base;
    struct arena arena; /* of the review */
    struct review review;
};

static const enum command commands[] = {
    CMD_OPEN,      CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void result_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct result_screen *self = (struct result_screen *)screen;
    struct page *page = &self->base.page;
    bool abandoned = self->review.attempt.state == SITTING_ABANDONED;

    page_screen_frame(&self->base, ui, "Result");
    page_screen_begin(&self->base, ui, width, height);
    result_page(page, &self->review, !ui->accessible);
    page_gap(page);
    page_choice(page, STYLE_NORMAL, "",
                abandoned ? STR("Look at the questions you saw and their "
                                "answers; the others stay unknown")
                          : STR("Look at the questions and their answers"));
    page_choice(page, STYLE_NORMAL, "", STR("Back to the first screen"));
    page_end(page);
}

static struct reply result_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct result_screen *self = (struct result_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command != CMD_OPEN)
        return reply_ignored();
    return self->base.page.focus == 0
               ? reply_push(answers_screen_create(ui, &self->review))
               : reply_pop();
}

static void result_destroy(struct screen *screen)
{
    struct result_screen *self = (struct result_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class result_class = {
    .name = "result",
    .commands = commands,
    .layout = result_layout,
    .draw = page_screen_draw,
    .command = result_command,
    .destroy = result_destroy,
};

struct screen *result_screen_create(struct ui *ui, int64_t attempt_id,
                                    struct error *err)
{
    struct result_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &result_class;
    if (review_read(ui->app, attempt_id, &self->arena, &self->review, err))
        return &self->base.base;
    result_destroy(&self->base.base);
    return NULL;
}
