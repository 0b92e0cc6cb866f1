/* The help over the screen below. */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "help_view.h"
#include "screens.h"

struct help_screen {
    struct page_screen base;
    const struct screen_class *of;
};

static const enum command commands[] = {
    CMD_BACK,      CMD_UP,  CMD_DOWN,   CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP, CMD_BOTTOM, CMD_NONE,
};

static void help_layout(struct screen *screen, const struct ui *ui, int width,
                        int height)
{
    struct help_screen *self = (struct help_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, "");
    self->base.frame.sub_left =
        str_from(arena_printf(&self->base.texts, "Help: %s", self->of->name));
    page_screen_begin(&self->base, ui, width, height);
    help_page(page, self->of);
    page_end(page);
}

static struct reply help_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct help_screen *self = (struct help_screen *)screen;

    (void)ui;
    if (page_command(&self->base.page, command))
        return reply_stay();
    return command == CMD_BACK || command == CMD_HELP ? reply_pop()
                                                      : reply_ignored();
}

static void help_destroy(struct screen *screen)
{
    struct help_screen *self = (struct help_screen *)screen;

    page_screen_finish(&self->base);
    free(self);
}

static const struct screen_class help_class = {
    .name = "help",
    .purpose = "What the screen below is for, and which keys it knows.",
    .commands = commands,
    .layout = help_layout,
    .draw = page_screen_draw,
    .command = help_command,
    .destroy = help_destroy,
};

struct screen *help_screen_create(const struct screen_class *of)
{
    struct help_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &help_class;
    self->base.base.about = ABOUT_HELP;
    self->of = of;
    return &self->base.base;
}
