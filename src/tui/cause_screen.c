/* Why a question was missed: a short list, one key. */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "answers_screens.h"
#include "page_screen.h"

struct cause_screen {
    struct page_screen base;
    const struct answers_place *place;
};

static const enum command commands[] = {
    CMD_OPEN,      CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void cause_layout(struct screen *screen, const struct ui *ui, int width,
                         int height)
{
    struct cause_screen *self = (struct cause_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, "");
    self->base.frame.sub_left = str_from(
        arena_printf(&self->base.texts, "Why did you miss question %d?",
                     self->place->pos + 1));
    page_screen_begin(&self->base, ui, width, height);
    for (int cause = 0; cause <= MISS_CAUSE_COUNT; cause++)
        page_choice(page, STYLE_NORMAL,
                    arena_printf(&page->arena, "%d. ", cause + 1),
                    str_from(cause < MISS_CAUSE_COUNT
                                 ? miss_cause_label((enum miss_cause)cause)
                                 : "none of these; take the cause away"));
    page_end(page);
}

static struct reply choose(struct cause_screen *self, struct ui *ui, int cause)
{
    struct error err;

    if (!review_cause(ui->app, self->place->review, self->place->pos,
                      (enum miss_cause)cause, &err))
        ui_say_error(ui, &err);
    return reply_pop();
}

static struct reply cause_key(struct screen *screen, struct ui *ui,
                              const struct key *key)
{
    struct cause_screen *self = (struct cause_screen *)screen;

    if (!key_is_text(key) || key->pasted || key->c < '1' ||
        key->c > '1' + MISS_CAUSE_COUNT)
        return reply_ignored();
    return choose(self, ui, (int)(key->c - '1'));
}

static struct reply cause_command(struct screen *screen, struct ui *ui,
                                  enum command command)
{
    struct cause_screen *self = (struct cause_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_OPEN)
        return choose(self, ui, self->base.page.focus);
    return command == CMD_BACK ? reply_pop() : reply_ignored();
}

static void cause_destroy(struct screen *screen)
{
    struct cause_screen *self = (struct cause_screen *)screen;

    page_screen_finish(&self->base);
    free(self);
}

static const struct screen_class cause_class = {
    .name = "cause of a miss",
    .purpose = "Say why you missed the question: the number of a line chooses "
               "it. The result counts the causes.",
    .commands = commands,
    .layout = cause_layout,
    .draw = page_screen_draw,
    .command = cause_command,
    .destroy = cause_destroy,
    .key = cause_key,
};

struct screen *cause_screen_create(const struct answers_place *place)
{
    const struct review_item *item = &place->review->items[place->pos];
    struct cause_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &cause_class;
    self->place = place;
    self->base.page.focus =
        item->cause < MISS_CAUSE_COUNT ? (int)item->cause : 0;
    return &self->base.base;
}
