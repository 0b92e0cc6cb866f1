/*
 * One question outside a sitting: as candidates see it, and on demand with its
 * key and why. Nothing is answered here.
 */
#include <stdlib.h>
#include <string.h>

#include "answer_view.h"
#include "proctor/base/mem.h"

#include "question_view.h"
#include "screens.h"

struct item_screen {
    struct screen base;
    struct question_panes panes;
    struct arena arena; /* of name and order */
    const struct item *item;
    const char *name, *order;
    bool with_key;
};

static const enum command commands[] = {
    CMD_KEY,     CMD_CASE,      CMD_BACK, CMD_UP,     CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

/* Where there is no case. */
static const enum command plain_hints[] = {CMD_KEY, CMD_BACK, CMD_UP, CMD_NONE};

/* --- layout --------------------------------------------------------------- */

/* In the place of the question: the same with its key. */
static void lay_out_key(struct item_screen *self, const struct ui *ui)
{
    struct review_item looked_at = {.item = self->item, .name = self->name};
    struct rect at = self->panes.question_at;
    struct page *page = &self->panes.question;
    size_t count = strlen(self->order);

    memcpy(looked_at.slot.option_order, self->order, count);
    page_begin(page, at.width, at.height, ui->ascii);
    answer_key_page(page, &looked_at);
    page_end(page);
}

static void item_layout(struct screen *screen, const struct ui *ui, int width,
                        int height)
{
    static const struct response untouched = {.sure = -1};
    struct item_screen *self = (struct item_screen *)screen;
    struct question_view view = {
        .exam_title = STR("proctor"),
        .candidate = STR(""),
        .count = 1,
        .case_count = 1,
        .item = self->item,
        .response = &untouched,
        .option_order = self->order,
        .left_ms = INT64_MAX,
        .hints = self->item->case_text ? commands : plain_hints,
    };

    question_panes_layout(&self->panes, &view, ui, width, height);
    self->panes.frame.left = str_from(self->name);
    self->panes.frame.right = STR("");
    self->panes.frame.sub_left =
        self->panes.on_case ? STR("The case of the question")
        : self->with_key    ? STR("Question with its key")
                            : STR("Question as candidates see it");
    if (self->with_key && self->panes.shows_question)
        lay_out_key(self, ui);
}

static void item_draw(const struct screen *screen, const struct ui *ui,
                      struct canvas *canvas)
{
    const struct item_screen *self = (const struct item_screen *)screen;

    question_panes_draw(&self->panes, ui, canvas);
}

/* --- commands ------------------------------------------------------------- */

/* A key that is read now might be asked for in the exam that waits. */
static void toggle_key(struct item_screen *self, struct ui *ui)
{
    if (!self->with_key &&
        attempt_running(app_store(ui->app),
                        app_candidate(ui->app)->candidate_id) != 0) {
        ui_say(ui, STYLE_WARNING,
               "An exam is running: no key is shown until it has ended.");
        return;
    }
    self->with_key = !self->with_key;
    page_rewind(&self->panes.question);
}

static void toggle_case(struct item_screen *self, struct ui *ui)
{
    if (self->item->case_text)
        self->panes.on_case = !self->panes.on_case;
    else
        ui_say(ui, STYLE_NORMAL, "This question has no case.");
}

static struct reply item_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct item_screen *self = (struct item_screen *)screen;
    struct question_panes *panes = &self->panes;

    if (page_command(panes->on_case ? &panes->case_text : &panes->question,
                     command))
        return reply_stay();
    if (command == CMD_BACK && !panes->on_case)
        return reply_pop();
    if (command == CMD_KEY)
        toggle_key(self, ui);
    else if (command == CMD_CASE || command == CMD_BACK)
        toggle_case(self, ui);
    else
        return reply_ignored();
    return reply_stay();
}

static void item_destroy(struct screen *screen)
{
    struct item_screen *self = (struct item_screen *)screen;

    question_panes_finish(&self->panes);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class item_class = {
    .name = "a question",
    .purpose = "One question as candidates see it; nothing is answered here.",
    .commands = commands,
    .layout = item_layout,
    .draw = item_draw,
    .command = item_command,
    .destroy = item_destroy,
};

struct screen *item_screen_create(struct ui *ui, const char *name,
                                  const struct item *item, const char *order,
                                  bool with_key)
{
    struct item_screen *self = mem_alloc(1, sizeof *self);

    (void)ui;
    self->base.class = &item_class;
    self->item = item;
    self->name = arena_strdup(&self->arena, name);
    self->order = arena_strdup(&self->arena, order);
    self->with_key = with_key;
    self->panes.found = -1;
    return &self->base;
}
