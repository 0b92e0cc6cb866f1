/* Shows the comparison of an attempt with the one before. */
#include "compare_screen.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

#include "compare_view.h"
#include "page_screen.h"

struct compare_screen {
    struct page_screen base;
    struct arena arena; /* of the comparison */
    struct comparison comparison;
};

static const enum command commands[] = {
    CMD_BACK,      CMD_UP,  CMD_DOWN,   CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP, CMD_BOTTOM, CMD_NONE,
};

static void compare_layout(struct screen *screen, const struct ui *ui,
                           int width, int height)
{
    struct compare_screen *self = (struct compare_screen *)screen;
    const struct compare_view view = {.comparison = &self->comparison,
                                      .in_rows = !ui->accessible};

    page_screen_frame(&self->base, ui, "Beside the attempt before");
    page_screen_begin(&self->base, ui, width, height);
    compare_page(&self->base.page, &view);
    page_end(&self->base.page);
}

static struct reply compare_command(struct screen *screen, struct ui *ui,
                                    enum command command)
{
    struct compare_screen *self = (struct compare_screen *)screen;

    (void)ui;
    if (page_command(&self->base.page, command))
        return reply_stay();
    return command == CMD_BACK ? reply_pop() : reply_ignored();
}

static void compare_destroy(struct screen *screen)
{
    struct compare_screen *self = (struct compare_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class compare_class = {
    .name = "comparison",
    .purpose = "Two attempts of the same exam, section by section.",
    .commands = commands,
    .layout = compare_layout,
    .draw = page_screen_draw,
    .command = compare_command,
    .destroy = compare_destroy,
};

struct screen *compare_screen_create(struct ui *ui, const struct review *review,
                                     struct error *err)
{
    struct compare_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &compare_class;
    if (review_compare(ui->app, review, 0, &self->arena, &self->comparison,
                       err))
        return &self->base.base;
    compare_destroy(&self->base.base);
    return NULL;
}
