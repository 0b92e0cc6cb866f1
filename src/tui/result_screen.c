/* The result of an attempt; from it the candidate goes to its questions, to an
 * earlier attempt beside it, and to practice on what was missed. */
#include <stdlib.h>

#include "proctor/app/practice.h"
#include "proctor/base/mem.h"

#include "answers_screens.h"
#include "compare_screen.h"
#include "result_view.h"
#include "screens.h"

struct result_screen {
    struct page_screen base;
    struct arena arena; /* of the review */
    struct review review;
    struct result_view view;
    bool is_ordered_anew; /* the sections are shown from their heading */
};

static const enum command commands[] = {
    CMD_OPEN,        CMD_BACK, CMD_ORDER,  CMD_COMPARE,
    CMD_GO_PRACTICE, CMD_UP,   CMD_DOWN,   CMD_PAGE_UP,
    CMD_PAGE_DOWN,   CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void result_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct result_screen *self = (struct result_screen *)screen;
    int sections;

    self->view.look = (struct share_look){!ui->accessible, chart_ink(ui)};
    page_screen_frame(&self->base, ui, "Result");
    page_screen_begin(&self->base, ui, width, height);
    sections = result_page(&self->base.page, &self->view);
    page_end(&self->base.page);
    if (self->is_ordered_anew)
        page_show_from(&self->base.page, sections);
    self->is_ordered_anew = false;
}

static struct reply go_through(struct result_screen *self,
                               enum review_filter filter, int section)
{
    const struct answers_place place = {.review = &self->review,
                                        .arena = &self->arena,
                                        .filter = filter,
                                        .section = section};

    return reply_push(answers_screen_create(&place));
}

static struct reply practise(struct ui *ui)
{
    static const struct practice_request missed = {.scope = PRACTICE_MISSED};
    struct error err;

    return reply_push_or_say(ui, practice_screen_create(ui, &missed, &err),
                             &err);
}

static struct reply compare(struct result_screen *self, struct ui *ui)
{
    struct error err;

    return reply_push_or_say(ui, compare_screen_create(ui, &self->review, &err),
                             &err);
}

static struct reply open_choice(struct result_screen *self, struct ui *ui)
{
    int section = ANSWERS_ALL_SECTIONS;

    switch (result_choice(&self->view, self->base.page.focus, &section)) {
    case RESULT_QUESTIONS:
    case RESULT_SECTION:
        return go_through(self, REVIEW_ALL, section);
    case RESULT_MISSED:
        return go_through(self, REVIEW_WRONG, section);
    case RESULT_PRACTICE:
        return practise(ui);
    case RESULT_COMPARE:
        return compare(self, ui);
    case RESULT_NOTHING:
        break;
    }
    return reply_stay();
}

/* What is pointed at is seen before it is opened. */
static struct reply open_what_is_shown(struct result_screen *self,
                                       struct ui *ui)
{
    struct page *page = &self->base.page;

    if (page_shows_focus(page))
        return open_choice(self, ui);
    page_focus(page, page->focus);
    return reply_stay();
}

static struct reply result_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct result_screen *self = (struct result_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_OPEN)
        return open_what_is_shown(self, ui);
    if (command == CMD_COMPARE)
        return compare(self, ui);
    if (command == CMD_GO_PRACTICE)
        return practise(ui);
    if (command != CMD_ORDER)
        return reply_ignored();
    self->view.by_loss = !self->view.by_loss;
    self->is_ordered_anew = true;
    return reply_stay();
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
    .purpose = "How an attempt went: the verdict, each section with how sure "
               "its numbers are, and the way to every question.",
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
    self->view.review = &self->review;
    if (review_read(ui->app, attempt_id, &self->arena, &self->review, err))
        return &self->base.base;
    result_destroy(&self->base.base);
    return NULL;
}
