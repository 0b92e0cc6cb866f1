/*
 * A text of some lines to type: a note, a reason. Enter gives it to whoever
 * asked for it; Esc asks only when something would be lost.
 */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "screens.h"
#include "text_area.h"

struct text_screen {
    struct page_screen base;
    struct arena arena; /* of title and explanation, and the text as it was */
    const char *title, *explanation;
    struct str before;
    struct text_area area;
    bool drops; /* Esc was pressed once: the next one drops what was typed */
    struct reply (*done)(void *context, struct ui *ui, struct str text);
    void *context;
};

static const enum command commands[] = {
    CMD_STORE, CMD_BACK, CMD_UP, CMD_DOWN, CMD_TOP, CMD_BOTTOM, CMD_NONE,
};

/* The row of the caret is in sight. */
static void show_caret(struct page *page)
{
    int line = (int)page->caret.line;

    if (line < page->top)
        page->top = line;
    if (line >= page->top + page->height)
        page->top = line - page->height + 1;
}

static void text_layout(struct screen *screen, const struct ui *ui, int width,
                        int height)
{
    struct text_screen *self = (struct text_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, self->title);
    self->base.frame.is_typing = true;
    page_screen_begin(&self->base, ui, width, height);
    page_text(page, STYLE_NORMAL, str_from(self->explanation));
    page_gap(page);
    text_area_page(&self->area, page);
    page_end(page);
    show_caret(page);
}

static struct reply text_key(struct screen *screen, struct ui *ui,
                             const struct key *key)
{
    struct text_screen *self = (struct text_screen *)screen;
    size_t length = self->area.length;
    bool types = key_is_text(key) || key->pasted;

    if (!text_area_key(&self->area, key))
        return key->pasted ? reply_stay() : reply_ignored();
    self->drops = false;
    if (types && self->area.length == length)
        ui_say(ui, STYLE_WARNING, "The text is full: %d bytes at most.",
               REMARK_TEXT_MAX);
    return reply_stay();
}

static struct str text_of(const struct text_screen *self)
{
    return str_trim(text_area_str(&self->area));
}

static struct reply text_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct text_screen *self = (struct text_screen *)screen;

    if (command == CMD_STORE)
        return self->done(self->context, ui, text_of(self));
    if (command != CMD_BACK)
        return reply_ignored();
    if (self->drops || str_eq(text_of(self), self->before))
        return reply_pop();
    self->drops = true;
    ui_say(ui, STYLE_WARNING,
           "This is not stored: Enter stores it, Esc again drops it.");
    return reply_stay();
}

static void text_destroy(struct screen *screen)
{
    struct text_screen *self = (struct text_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class text_class = {
    .name = "text to type",
    .purpose = "Type, or paste. The lines break by themselves; Enter stores "
               "the text.",
    .commands = commands,
    .layout = text_layout,
    .draw = page_screen_draw,
    .command = text_command,
    .destroy = text_destroy,
    .key = text_key,
};

struct screen *text_screen_create(
    const char *title, const char *explanation, struct str text,
    struct reply (*done)(void *context, struct ui *ui, struct str text),
    void *context)
{
    struct text_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &text_class;
    self->title = arena_strdup(&self->arena, title);
    self->explanation = arena_strdup(&self->arena, explanation);
    self->before = arena_str(&self->arena, str_trim(text));
    text_area_set(&self->area, self->before);
    self->done = done;
    self->context = context;
    return &self->base.base;
}
