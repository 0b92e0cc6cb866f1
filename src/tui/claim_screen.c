/*
 * Which answer the candidate claims to be right, before the reason is asked
 * for: options are chosen, codes are typed, as in a sitting.
 */
#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"
#include "proctor/domain/response.h"

#include "answer_view.h"
#include "answers_screens.h"
#include "page_screen.h"
#include "question_view.h"

struct claim_screen {
    struct page_screen base;
    const struct review_item *item;
    struct arena arena;      /* of the claim */
    struct response claimed; /* only its answer counts */
    struct text_field typed; /* the code pointed at */
    int typed_at;            /* the choice it was taken from, or -1 */
    struct reply (*chosen)(void *context, struct ui *ui, const char *claim);
    void *context;
};

static const enum command commands[] = {
    CMD_OPEN,      CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static struct str claim_of(const struct claim_screen *self)
{
    return str_from(self->claimed.answer);
}

static void set_claim(struct claim_screen *self, struct str claim)
{
    self->claimed.answer =
        arena_printf(&self->arena, STR_FORMAT, STR_ARG(claim));
}

/* The entry pointed at; none on options and on the last line. */
static struct code_place place_of(const struct claim_screen *self)
{
    return question_entry(self->item->item, claim_of(self),
                          self->base.page.focus);
}

/* Another entry has the focus: it is typed on from what stands there. */
static void take_entry(struct claim_screen *self, struct code_place place)
{
    struct code_entries entries;

    if (!place.is_set || self->typed_at == self->base.page.focus)
        return;
    response_entries(self->item->item, claim_of(self), place.field, &entries);
    text_field_set(&self->typed, place.slot < entries.count
                                     ? entries.items[place.slot]
                                     : STR(""));
    self->typed_at = self->base.page.focus;
}

static void claim_layout(struct screen *screen, const struct ui *ui, int width,
                         int height)
{
    struct claim_screen *self = (struct claim_screen *)screen;
    struct page *page = &self->base.page;
    struct question_view view = {
        .item = self->item->item,
        .response = &self->claimed,
        .option_order = self->item->slot.option_order,
        .typing = place_of(self),
        .typed = &self->typed,
    };

    take_entry(self, view.typing);
    page_screen_frame(&self->base, ui, "Dispute: which answer is right?");
    self->base.frame.is_typing = view.typing.is_set;
    page_screen_begin(&self->base, ui, width, height);
    if (self->item->item->option_count > 0) {
        page_printf(page, STYLE_NORMAL, "The key is %s.",
                    answer_key_words(self->item, &page->arena));
        page_gap(page);
    }
    question_page_answers(page, &view);
    page_gap(page);
    page_choice(page, STYLE_NORMAL, "", STR("Go on: the reason"));
    page_end(page);
    page_focus(page, page->focus);
}

static struct reply go_on(struct claim_screen *self, struct ui *ui)
{
    if (claim_of(self).len > 0)
        return self->chosen(self->context, ui, self->claimed.answer);
    ui_say(ui, STYLE_WARNING, "First say which answer you think is right.");
    return reply_stay();
}

static struct reply choose(struct claim_screen *self, struct ui *ui,
                           int position)
{
    const struct item *item = self->item->item;
    char letter = self->item->slot.option_order[position];
    struct error err;
    struct str claim;

    self->base.page.focus = position;
    if (item->kind == ITEM_SINGLE) {
        set_claim(self, (struct str){&letter, 1});
        return go_on(self, ui);
    }
    if (response_toggle(item, claim_of(self), letter, &self->arena, &claim,
                        &err))
        set_claim(self, claim);
    else
        ui_say_error(ui, &err);
    return reply_stay();
}

static struct reply option_key(struct claim_screen *self, struct ui *ui,
                               const struct key *key)
{
    int position = key_option(key);

    if (key->pasted)
        return reply_stay();
    if (position < 0)
        return reply_ignored();
    if (position < (int)strlen(self->item->slot.option_order))
        return choose(self, ui, position);
    ui_say(ui, STYLE_WARNING, "There is no such option here.");
    return reply_stay();
}

static struct reply claim_key(struct screen *screen, struct ui *ui,
                              const struct key *key)
{
    struct claim_screen *self = (struct claim_screen *)screen;
    struct page *page = &self->base.page;
    struct code_place place = place_of(self);

    if (self->item->item->kind != ITEM_CODES)
        return option_key(self, ui, key);
    if (!place.is_set)
        return key->pasted ? reply_stay() : reply_ignored();
    if (!key->pasted &&
        (key->press == PRESS_ENTER || key->press == PRESS_TAB)) {
        page_focus(page, page->focus + 1);
        return reply_stay();
    }
    if (!text_field_key(&self->typed, key))
        return reply_ignored();
    set_claim(self,
              response_with_entry(self->item->item, claim_of(self), place.field,
                                  place.slot, text_field_str(&self->typed),
                                  &self->arena));
    return reply_stay();
}

static struct reply claim_command(struct screen *screen, struct ui *ui,
                                  enum command command)
{
    struct claim_screen *self = (struct claim_screen *)screen;
    struct page *page = &self->base.page;

    if (page_command(page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command != CMD_OPEN)
        return reply_ignored();
    if (page->focus == page->choice_count - 1)
        return go_on(self, ui);
    return choose(self, ui, page->focus);
}

static void claim_destroy(struct screen *screen)
{
    struct claim_screen *self = (struct claim_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class claim_class = {
    .name = "dispute",
    .purpose = "Say which answer you think is right, by its letter or as "
               "codes; then you are asked why.",
    .commands = commands,
    .layout = claim_layout,
    .draw = page_screen_draw,
    .command = claim_command,
    .destroy = claim_destroy,
    .key = claim_key,
};

struct screen *claim_screen_create(
    const struct review_item *item, struct str claim,
    struct reply (*chosen)(void *context, struct ui *ui, const char *claim),
    void *context)
{
    struct claim_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &claim_class;
    self->item = item;
    self->chosen = chosen;
    self->context = context;
    self->typed_at = -1;
    set_claim(self, claim);
    return &self->base.base;
}
