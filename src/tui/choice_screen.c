/* Lays out, moves and confirms for every screen that asks one thing. */
#include "choice_screen.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

static const enum command commands[] = {
    CMD_OPEN,      CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static void choice_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct choice_screen *self = (struct choice_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, self->spec->title);
    if (self->asked) {
        self->base.frame.prompt =
            arena_printf(&self->base.texts,
                         "Type %s and Enter (Esc: back):", self->asked->word);
        self->base.frame.typed = &self->typed;
    }
    page_screen_begin(&self->base, ui, width, height);
    self->spec->tell(self->data, ui, page);
    page_gap(page);
    for (const struct choice *choice = self->spec->choices; choice->label;
         choice++)
        page_choice(page, STYLE_NORMAL, "", str_from(choice->label));
    page_end(page);
}

/* The word decides only where one is asked for. */
static struct reply choose(struct choice_screen *self, struct ui *ui)
{
    int focus = self->base.page.focus;
    const struct choice *choice = &self->spec->choices[focus];

    if (choice->word && !self->asked) {
        self->asked = choice;
        text_field_set(&self->typed, STR(""));
        return reply_stay();
    }
    self->asked = NULL;
    return self->spec->chosen(self->data, ui, focus);
}

static struct reply choice_key(struct screen *screen, struct ui *ui,
                               const struct key *key)
{
    struct choice_screen *self = (struct choice_screen *)screen;

    if (!self->asked)
        return reply_ignored();
    if (key->press == PRESS_ESCAPE) {
        self->asked = NULL;
    } else if (key->press == PRESS_ENTER && !key->pasted) {
        if (str_is(str_trim(text_field_str(&self->typed)), self->asked->word))
            return choose(self, ui);
        ui_say(ui, STYLE_WARNING, "The word is \"%s\"; nothing was done.",
               self->asked->word);
        self->asked = NULL;
    } else {
        return text_field_key(&self->typed, key) ? reply_stay()
                                                 : reply_ignored();
    }
    return reply_stay();
}

static struct reply go_back(struct choice_screen *self, struct ui *ui)
{
    switch (self->spec->back) {
    case BACK_POPS:
        return reply_pop();
    case BACK_STAYS:
        return reply_stay();
    case BACK_CHOOSES:
        break;
    }
    return self->spec->chosen(self->data, ui, 0);
}

static struct reply choice_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct choice_screen *self = (struct choice_screen *)screen;

    self->asked = NULL;
    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_OPEN)
        return choose(self, ui);
    if (command == CMD_BACK)
        return go_back(self, ui);
    return reply_ignored();
}

static void choice_destroy(struct screen *screen)
{
    struct choice_screen *self = (struct choice_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class choice_class = {
    .name = "question of the program",
    .commands = commands,
    .layout = choice_layout,
    .draw = page_screen_draw,
    .command = choice_command,
    .destroy = choice_destroy,
    .key = choice_key,
};

struct choice_screen *choice_screen_create(const struct choice_spec *spec)
{
    struct choice_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &choice_class;
    self->base.base.about = spec->about;
    self->spec = spec;
    return self;
}
