/*
 * One question of an ended attempt with its key and why, the one before and
 * the next of those looked at; here the candidate writes a note, names the
 * cause of a miss, disputes the key. What was shown is stored as seen.
 */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "answer_view.h"
#include "answers_screens.h"
#include "number_prompt.h"
#include "screens.h"

struct answer_screen {
    struct page_screen base;
    struct answers_place *place;
    struct { /* a question that was opened without a list */
        struct arena arena;
        struct review review;
        struct answers_place place;
    } own;
    bool *revealed; /* per question: stored as seen */
    struct number_prompt number;
    const char *claim; /* of the dispute whose reason is asked for */
    bool on_case;
};

static const enum command commands[] = {
    CMD_NEXT,    CMD_PREVIOUS,  CMD_NOTE, CMD_CAUSE,  CMD_DISPUTE, CMD_FILTER,
    CMD_SECTION, CMD_NUMBER,    CMD_CASE, CMD_BACK,   CMD_UP,      CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static struct review_item *item_here(const struct answer_screen *self)
{
    return &self->place->review->items[self->place->pos];
}

/* What came on screen with its key is an exposure, once. */
static void show(struct answer_screen *self, struct ui *ui)
{
    int pos = self->place->pos;
    struct error err;

    self->on_case = false;
    page_rewind(&self->base.page);
    if (pos < 0 || self->revealed[pos])
        return;
    self->revealed[pos] = true;
    if (!review_reveal(ui->app, self->place->review, &pos, 1, &err))
        ui_say_error(ui, &err);
}

/* --- laying out ----------------------------------------------------------- */

static const char *place_text(const struct answer_screen *self,
                              struct arena *arena)
{
    const struct answers_place *place = self->place;
    const char *shown = answers_shown_words(place, arena);

    if (place->pos < 0)
        return arena_printf(arena, "%s: none", shown);
    return arena_printf(arena, "Question %d%s: %d of %d, %s", place->pos + 1,
                        self->on_case ? ", the case" : "",
                        answers_count(place, place->pos),
                        answers_count(place, (int)place->review->count), shown);
}

static void answer_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct answer_screen *self = (struct answer_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, "");
    self->base.frame.left = self->place->review->exam->title;
    self->base.frame.sub_left = str_from(place_text(self, &self->base.texts));
    number_prompt_frame(&self->number, &self->base.frame);
    page_screen_begin(&self->base, ui, width, height);
    if (self->place->pos < 0)
        page_text(page, STYLE_NORMAL,
                  str_from(answers_none_words(self->place, &page->arena)));
    else if (self->on_case)
        page_case(page, item_here(self)->item->case_text);
    else
        answer_review_page(page, self->place->review, self->place->pos);
    page_end(page);
}

/* --- moving --------------------------------------------------------------- */

static void step(struct answer_screen *self, struct ui *ui, int by)
{
    int pos = answers_find(self->place, self->place->pos + by, by);

    if (pos < 0) {
        ui_say(ui, STYLE_NORMAL, "There is no further question %s.",
               by > 0 ? "behind this one" : "before this one");
        return;
    }
    self->place->pos = pos;
    show(self, ui);
}

void answers_say_unknown(struct ui *ui, int pos)
{
    ui_say(ui, STYLE_NORMAL,
           "Question %d was not reached in this attempt: it stays unknown.",
           pos + 1);
}

static void go(struct answer_screen *self, struct ui *ui, int pos)
{
    if (!answers_may_show(self->place->review, pos)) {
        answers_say_unknown(ui, pos);
        return;
    }
    answers_go(self->place, pos);
    show(self, ui);
}

static struct reply answer_key(struct screen *screen, struct ui *ui,
                               const struct key *key)
{
    struct answer_screen *self = (struct answer_screen *)screen;
    int pos;
    struct reply reply = number_prompt_key(
        &self->number, ui, key, (int)self->place->review->count, &pos);

    if (pos >= 0)
        go(self, ui, pos);
    return reply;
}

static void toggle_case(struct answer_screen *self, struct ui *ui)
{
    if (!item_here(self)->item->case_text) {
        ui_say(ui, STYLE_NORMAL, "This question has no case.");
        return;
    }
    self->on_case = !self->on_case;
    page_rewind(&self->base.page);
}

/* --- own words ------------------------------------------------------------ */

static struct reply note_typed(void *context, struct ui *ui, struct str text)
{
    struct answer_screen *self = context;
    struct answers_place *place = self->place;
    const char *note = arena_str(place->arena, text).data;
    struct error err;

    if (review_note(ui->app, place->review, place->pos, note, place->arena,
                    &err))
        return reply_pop();
    ui_say_error(ui, &err);
    return reply_stay(); /* what was typed is not lost */
}

/* "Note on question 9", in the arena of the frame. */
static const char *titled(struct answer_screen *self, const char *title)
{
    return arena_printf(&self->base.texts, "%s question %d", title,
                        self->place->pos + 1);
}

static struct reply ask_note(struct answer_screen *self)
{
    return reply_push(
        text_screen_create(titled(self, "Note on"),
                           "A private note on this question. Empty: no note.",
                           str_from(item_here(self)->note), note_typed, self));
}

static struct reply ask_cause(const struct answer_screen *self, struct ui *ui)
{
    if (!answer_is_right(item_here(self)))
        return reply_push(cause_screen_create(self->place));
    ui_say(ui, STYLE_NORMAL, "You did not miss this question.");
    return reply_stay();
}

static struct reply reason_typed(void *context, struct ui *ui, struct str text)
{
    struct answer_screen *self = context;
    struct answers_place *place = self->place;
    const char *reason = arena_str(place->arena, text).data;
    struct error err;

    if (review_dispute(ui->app, place->review, place->pos, self->claim, reason,
                       place->arena, &err))
        return reply_pop();
    ui_say_error(ui, &err);
    return reply_stay();
}

/* The claim is known; its screen gives way to the reason. */
static struct reply claim_chosen(void *context, struct ui *ui,
                                 const char *claim)
{
    struct answer_screen *self = context;
    const struct remark *dispute = item_here(self)->dispute;

    (void)ui;
    self->claim = arena_strdup(self->place->arena, claim);
    return reply_replace(text_screen_create(
        titled(self, "Dispute of"),
        "Why the key is wrong: the rule, its source. Empty: no dispute.",
        dispute ? str_from(dispute->text) : STR(""), reason_typed, self));
}

static struct reply ask_claim(struct answer_screen *self)
{
    const struct review_item *item = item_here(self);

    return reply_push(claim_screen_create(
        item,
        str_from(item->dispute ? item->dispute->claim : item->response.answer),
        claim_chosen, self));
}

/* --- screen --------------------------------------------------------------- */

/* Commands that need a question. */
static struct reply act(struct answer_screen *self, struct ui *ui,
                        enum command command)
{
    if (self->place->pos < 0)
        return reply_stay();
    if (command == CMD_NOTE)
        return ask_note(self);
    if (command == CMD_CAUSE)
        return ask_cause(self, ui);
    if (command == CMD_DISPUTE)
        return ask_claim(self);
    if (command == CMD_NEXT)
        step(self, ui, 1);
    else if (command == CMD_PREVIOUS)
        step(self, ui, -1);
    else if (command == CMD_CASE)
        toggle_case(self, ui);
    else
        return reply_ignored();
    return reply_stay();
}

static struct reply go_back(struct answer_screen *self)
{
    if (!self->on_case)
        return reply_pop();
    self->on_case = false;
    page_rewind(&self->base.page);
    return reply_stay();
}

static struct reply answer_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct answer_screen *self = (struct answer_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return go_back(self);
    if (command == CMD_NUMBER) {
        number_prompt_begin(&self->number);
        return reply_stay();
    }
    if (command != CMD_FILTER && command != CMD_SECTION)
        return act(self, ui, command);
    if (command == CMD_FILTER)
        answers_next_filter(self->place);
    else
        answers_next_section(self->place);
    show(self, ui);
    return reply_stay();
}

static void answer_destroy(struct screen *screen)
{
    struct answer_screen *self = (struct answer_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->own.arena);
    free(self->revealed);
    free(self);
}

static const struct screen_class answer_class = {
    .name = "a question and its answer",
    .purpose = "What you answered, what is right and why; add a note, the "
               "cause of a miss, or dispute the key.",
    .commands = commands,
    .layout = answer_layout,
    .draw = page_screen_draw,
    .command = answer_command,
    .destroy = answer_destroy,
    .key = answer_key,
};

static struct answer_screen *create(void)
{
    struct answer_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &answer_class;
    return self;
}

static struct screen *open(struct answer_screen *self, struct ui *ui,
                           struct answers_place *place)
{
    self->place = place;
    self->revealed = mem_alloc(place->review->count, sizeof *self->revealed);
    show(self, ui);
    return &self->base.base;
}

struct screen *answer_screen_create(struct ui *ui, struct answers_place *place)
{
    return open(create(), ui, place);
}

struct screen *attempt_question_screen_create(struct ui *ui, int64_t attempt_id,
                                              int pos, struct error *err)
{
    struct answer_screen *self = create();

    if (!review_read(ui->app, attempt_id, &self->own.arena, &self->own.review,
                     err)) {
        answer_destroy(&self->base.base);
        return NULL;
    }
    self->own.place = (struct answers_place){.review = &self->own.review,
                                             .arena = &self->own.arena,
                                             .section = ANSWERS_ALL_SECTIONS,
                                             .pos = pos};
    return open(self, ui, &self->own.place);
}
