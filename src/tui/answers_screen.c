/*
 * The questions of an ended attempt, one at a time: filtered, with case and
 * explanations. What was shown is stored as seen.
 */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "result_view.h"
#include "screens.h"

struct answers_screen {
    struct page_screen base;
    const struct review *review;
    bool *revealed; /* per question: stored as seen */
    int pos;        /* -1: none matches */
    enum review_filter filter;
    bool on_case;
};

static const enum command commands[] = {
    CMD_NEXT, CMD_PREVIOUS, CMD_FILTER,    CMD_CASE, CMD_BACK,   CMD_UP,
    CMD_DOWN, CMD_PAGE_UP,  CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static const char *const labels[REVIEW_FILTER_COUNT] = {
    [REVIEW_ALL] = "all",
    [REVIEW_WRONG] = "wrong or blank",
    [REVIEW_MARKED] = "marked",
    [REVIEW_BLANK] = "blank",
};

/* Of an abandoned attempt only what was seen: the rest stays fresh. */
static bool is_shown(const struct answers_screen *self, int pos)
{
    const struct review_item *item = &self->review->items[pos];

    return review_matches(item, self->filter) &&
           (item->scored.reached ||
            self->review->attempt.state != SITTING_ABANDONED);
}

/* The next match from `pos` on in steps of `step`, or -1. */
static int find(const struct answers_screen *self, int pos, int step)
{
    for (; pos >= 0 && pos < (int)self->review->count; pos += step)
        if (is_shown(self, pos))
            return pos;
    return -1;
}

/* Matches up to and with `last`. */
static int count_to(const struct answers_screen *self, int last)
{
    int count = 0;

    for (int pos = 0; pos <= last; pos++)
        count += is_shown(self, pos);
    return count;
}

static const char *place_text(struct answers_screen *self)
{
    struct arena *arena = &self->base.texts;
    const char *filter = labels[self->filter];
    const char *seen = self->review->attempt.state == SITTING_ABANDONED
                           ? " of those you saw"
                           : "";

    if (self->pos < 0)
        return arena_printf(arena, "showing: %s%s, none", filter, seen);
    return arena_printf(arena, "Question %d   showing: %s%s, %d of %d%s",
                        self->pos + 1, filter, seen, count_to(self, self->pos),
                        count_to(self, (int)self->review->count - 1),
                        self->on_case ? "   the case" : "");
}

static void show(struct answers_screen *self, struct ui *ui, int pos)
{
    struct error err;

    self->pos = pos;
    self->on_case = false;
    page_rewind(&self->base.page);
    if (pos < 0 || self->revealed[pos])
        return;
    self->revealed[pos] = true;
    if (!review_reveal(ui->app, self->review, &pos, 1, &err))
        ui_say_error(ui, &err);
}

static void answers_layout(struct screen *screen, const struct ui *ui,
                           int width, int height)
{
    struct answers_screen *self = (struct answers_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, "");
    self->base.frame.left = self->review->exam->title;
    self->base.frame.sub_left = str_from(place_text(self));
    page_screen_begin(&self->base, ui, width, height);
    if (self->pos < 0)
        page_printf(page, STYLE_NORMAL, "No question: %s. Tab shows others.",
                    labels[self->filter]);
    else if (self->on_case)
        page_case(page, self->review->items[self->pos].item->case_text);
    else
        answer_page(page, &self->review->items[self->pos]);
    page_end(page);
}

static void step(struct answers_screen *self, struct ui *ui, int by)
{
    int pos = find(self, self->pos + by, by);

    if (pos >= 0)
        show(self, ui, pos);
    else
        ui_say(ui, STYLE_NORMAL, "There is no further question %s.",
               by > 0 ? "behind this one" : "before this one");
}

static void next_filter(struct answers_screen *self, struct ui *ui)
{
    int from = self->pos > 0 ? self->pos : 0;
    int pos;

    self->filter = (self->filter + 1) % REVIEW_FILTER_COUNT;
    pos = find(self, from, 1);
    show(self, ui, pos >= 0 ? pos : find(self, from, -1));
}

static void toggle_case(struct answers_screen *self, struct ui *ui)
{
    if (self->pos < 0 || !self->review->items[self->pos].item->case_text) {
        ui_say(ui, STYLE_NORMAL, "This question has no case.");
        return;
    }
    self->on_case = !self->on_case;
    page_rewind(&self->base.page);
}

static struct reply answers_command(struct screen *screen, struct ui *ui,
                                    enum command command)
{
    struct answers_screen *self = (struct answers_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK && !self->on_case)
        return reply_pop();
    if (command == CMD_NEXT)
        step(self, ui, 1);
    else if (command == CMD_PREVIOUS)
        step(self, ui, -1);
    else if (command == CMD_FILTER)
        next_filter(self, ui);
    else if (command == CMD_CASE || command == CMD_BACK)
        toggle_case(self, ui);
    else
        return reply_ignored();
    return reply_stay();
}

static void answers_destroy(struct screen *screen)
{
    struct answers_screen *self = (struct answers_screen *)screen;

    page_screen_finish(&self->base);
    free(self->revealed);
    free(self);
}

static const struct screen_class answers_class = {
    .name = "questions and answers",
    .commands = commands,
    .layout = answers_layout,
    .draw = page_screen_draw,
    .command = answers_command,
    .destroy = answers_destroy,
};

struct screen *answers_screen_create(struct ui *ui, const struct review *review)
{
    struct answers_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &answers_class;
    self->review = review;
    self->revealed = mem_alloc(review->count, sizeof *self->revealed);
    show(self, ui, find(self, 0, 1));
    return &self->base.base;
}
