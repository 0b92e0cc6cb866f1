/*
 * The questions of an ended attempt as a list, filtered; one of them is opened
 * on a screen of its own, which moves the place.
 */
#include <limits.h>
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "answers_screens.h"
#include "answers_view.h"
#include "number_prompt.h"
#include "page_screen.h"

struct answers_screen {
    struct page_screen base;
    struct answers_place place;
    struct number_prompt number;
    bool is_placed; /* the focus is on the question of the place */
};

static const enum command commands[] = {
    CMD_OPEN, CMD_BACK,    CMD_FILTER,    CMD_SECTION, CMD_NUMBER, CMD_UP,
    CMD_DOWN, CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,     CMD_BOTTOM, CMD_NONE,
};

/* The question behind a choice of the list, or -1. */
static int pos_of_choice(const struct answers_place *place, int choice)
{
    int pos = answers_find(place, 0, 1);

    while (pos >= 0 && choice-- > 0)
        pos = answers_find(place, pos + 1, 1);
    return pos;
}

static void answers_layout(struct screen *screen, const struct ui *ui,
                           int width, int height)
{
    struct answers_screen *self = (struct answers_screen *)screen;
    struct arena *arena = &self->base.texts;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, "");
    self->base.frame.left = self->place.review->exam->title;
    self->base.frame.sub_left = str_from(arena_printf(
        arena, "%d of %zu questions: %s", answers_count(&self->place, INT_MAX),
        self->place.review->count, answers_shown_words(&self->place, arena)));
    number_prompt_frame(&self->number, &self->base.frame);
    page_screen_begin(&self->base, ui, width, height);
    answers_page(page, &self->place);
    page_end(page);
    if (!self->is_placed && self->place.pos >= 0)
        page_focus(page, answers_count(&self->place, self->place.pos) - 1);
    self->is_placed = true;
}

static struct reply open_pos(struct answers_screen *self, struct ui *ui,
                             int pos)
{
    if (pos < 0)
        return reply_stay();
    if (!answers_may_show(self->place.review, pos)) {
        answers_say_unknown(ui, pos);
        return reply_stay();
    }
    answers_go(&self->place, pos);
    return reply_push(answer_screen_create(ui, &self->place));
}

static struct reply answers_key(struct screen *screen, struct ui *ui,
                                const struct key *key)
{
    struct answers_screen *self = (struct answers_screen *)screen;
    int pos;
    struct reply reply = number_prompt_key(
        &self->number, ui, key, (int)self->place.review->count, &pos);

    return pos >= 0 ? open_pos(self, ui, pos) : reply;
}

static struct reply answers_command(struct screen *screen, struct ui *ui,
                                    enum command command)
{
    struct answers_screen *self = (struct answers_screen *)screen;
    struct page *page = &self->base.page;

    if (page_command(page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_OPEN)
        return open_pos(self, ui, pos_of_choice(&self->place, page->focus));
    if (command == CMD_NUMBER) {
        number_prompt_begin(&self->number);
        return reply_stay();
    }
    self->place.pos = pos_of_choice(&self->place, page->focus);
    if (command == CMD_FILTER)
        answers_next_filter(&self->place);
    else if (command == CMD_SECTION)
        answers_next_section(&self->place);
    else
        return reply_ignored();
    self->is_placed = false;
    return reply_stay();
}

/* Where the question that was open stands. */
static void answers_resume(struct screen *screen, struct ui *ui)
{
    struct answers_screen *self = (struct answers_screen *)screen;

    (void)ui;
    self->is_placed = false;
}

static void answers_destroy(struct screen *screen)
{
    struct answers_screen *self = (struct answers_screen *)screen;

    page_screen_finish(&self->base);
    free(self);
}

static const struct screen_class answers_class = {
    .name = "questions of an attempt",
    .purpose = "All questions of an attempt with what became of each; filters "
               "show only some of them, and one is opened to read why.",
    .commands = commands,
    .layout = answers_layout,
    .draw = page_screen_draw,
    .command = answers_command,
    .destroy = answers_destroy,
    .key = answers_key,
    .resume = answers_resume,
};

struct screen *answers_screen_create(const struct answers_place *place)
{
    struct answers_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &answers_class;
    self->place = *place;
    self->place.pos = answers_find(place, 0, 1);
    return &self->base.base;
}
