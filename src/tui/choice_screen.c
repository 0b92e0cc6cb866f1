/* Lays out, moves and confirms for every screen that asks one thing. */
#include "choice_screen.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

static const enum command commands[] = {
    CMD_OPEN,      CMD_BACK, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static bool is_offered(const struct choice *choice, const struct ui *ui)
{
    return !choice->if_not_saved || ui_has_unsaved(ui);
}

static bool needs_word(const struct choice *choice, const struct ui *ui)
{
    return choice->word &&
           !(choice->key_will_do &&
             settings_is(&ui->settings, SETTING_CONFIRM, "key"));
}

/* A choice may go while it is pointed at; the next one is not meant. */
static void leave_what_is_gone(struct choice_screen *self, const struct ui *ui)
{
    const struct choice *choice = &self->spec->choices[self->base.page.focus];

    if (self->base.page.focus >= 0 && !is_offered(choice, ui))
        page_rewind(&self->base.page);
    if (self->asked &&
        (!is_offered(self->asked, ui) || !needs_word(self->asked, ui)))
        self->asked = NULL;
}

static void add_choices(struct choice_screen *self, const struct ui *ui)
{
    const struct choice *choice = self->spec->choices;

    for (; choice->label; choice++)
        if (is_offered(choice, ui))
            page_choice(&self->base.page, STYLE_NORMAL, "",
                        str_from(choice->label));
}

/* The choices stand below what is told; above it where both have no room, so
 * that nobody chooses what cannot be seen. */
static void build(struct choice_screen *self, const struct ui *ui, int width,
                  int height)
{
    struct page *page = &self->base.page;

    page_screen_begin(&self->base, ui, width, height);
    self->spec->tell(self->data, ui, page);
    page_gap(page);
    add_choices(self, ui);
    if ((int)page->lines.count > page->height) {
        page_screen_begin(&self->base, ui, width, height);
        add_choices(self, ui);
        page_gap(page);
        self->spec->tell(self->data, ui, page);
    }
    page_end(page);
}

static void choice_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct choice_screen *self = (struct choice_screen *)screen;
    struct page *page = &self->base.page;

    leave_what_is_gone(self, ui);
    page_screen_frame(&self->base, ui, self->spec->title);
    if (self->asked) {
        self->base.frame.prompt =
            arena_printf(&self->base.texts,
                         "Type %s and Enter (Esc: back):", self->asked->word);
        self->base.frame.typed = &self->typed;
    }
    build(self, ui, width, height);
    if (page->columns != self->columns || page->height != self->height)
        page_focus(page, page->focus);
    self->columns = page->columns;
    self->height = page->height;
}

static void ask(struct choice_screen *self, const struct choice *choice)
{
    self->asked = choice;
    text_field_set(&self->typed, STR(""));
}

/* What is pointed at, once it is in sight. */
static struct reply choose(struct choice_screen *self, struct ui *ui)
{
    struct page *page = &self->base.page;
    const struct choice *choice = &self->spec->choices[page->focus];

    if (!page_shows_focus(page)) {
        page_focus(page, page->focus);
        return reply_stay();
    }
    if (!needs_word(choice, ui))
        return self->spec->chosen(self->data, ui, page->focus);
    ask(self, choice);
    return reply_stay();
}

/* The word was typed: what was asked about happens, not what is pointed at by
 * now. */
static struct reply confirm(struct choice_screen *self, struct ui *ui)
{
    const struct choice *asked = self->asked;

    self->asked = NULL;
    if (!str_is(str_trim(text_field_str(&self->typed)), asked->word)) {
        ui_say(ui, STYLE_WARNING, "The word is \"%s\"; nothing was done.",
               asked->word);
        return reply_stay();
    }
    if (!is_offered(asked, ui)) {
        ui_say(ui, STYLE_NORMAL, "All is saved by now; nothing was done.");
        return reply_stay();
    }
    return self->spec->chosen(self->data, ui,
                              (int)(asked - self->spec->choices));
}

static struct reply choice_key(struct screen *screen, struct ui *ui,
                               const struct key *key)
{
    struct choice_screen *self = (struct choice_screen *)screen;

    if (!self->asked)
        return reply_ignored();
    if (key->press == PRESS_ENTER && !key->pasted)
        return confirm(self, ui);
    if (key->press != PRESS_ESCAPE)
        return text_field_key(&self->typed, key) ? reply_stay()
                                                 : reply_ignored();
    self->asked = NULL;
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
    .purpose = "proctor tells something and wants to know one thing: point at "
               "an answer and press Enter. Where a word has to be typed it "
               "says which.",
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
    if (spec->opens_with) {
        ask(self, spec->opens_with);
        self->base.page.focus = (int)(spec->opens_with - spec->choices);
    }
    return self;
}
