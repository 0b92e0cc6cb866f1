/* Lists, narrows and chooses; what the rows stand for knows who asked. */
#include "pick_screen.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

#include "narrow.h"
#include "page_screen.h"

struct pick_screen {
    struct page_screen base;
    struct arena arena; /* of the rows */
    struct pick_spec spec;
    size_t *shown; /* rows that stand on the page, in order */
    size_t shown_count;
    struct narrow narrow;
    bool is_placed;
};

static const enum command commands[] = {
    CMD_OPEN, CMD_NARROW,  CMD_BACK,      CMD_UP,     CMD_DOWN,
    CMD_TOP,  CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_BOTTOM, CMD_NONE,
};

static void build(struct pick_screen *self, struct page *page)
{
    self->shown_count = 0;
    for (size_t i = 0; i < self->spec.count; i++) {
        struct str row = str_from(self->spec.rows[i]);

        if (!narrow_takes(&self->narrow, row))
            continue;
        self->shown[self->shown_count++] = i;
        page_choice(page, STYLE_NORMAL, "", row);
    }
    if (self->shown_count == 0)
        page_text(page, STYLE_NORMAL, STR("No line has that. Esc shows all."));
}

static void pick_layout(struct screen *screen, const struct ui *ui, int width,
                        int height)
{
    struct pick_screen *self = (struct pick_screen *)screen;
    struct page *page = &self->base.page;

    page_screen_frame(&self->base, ui, self->spec.title);
    narrow_frame(&self->narrow, &self->base.frame);
    page_screen_begin(&self->base, ui, width, height);
    build(self, page);
    page_end(page);
    if (!self->is_placed)
        page_focus(page, (int)self->spec.chosen);
    self->is_placed = true;
}

static struct reply pick_key(struct screen *screen, struct ui *ui,
                             const struct key *key)
{
    struct pick_screen *self = (struct pick_screen *)screen;

    (void)ui;
    if (!narrow_key(&self->narrow, key))
        return reply_ignored();
    page_rewind(&self->base.page);
    return reply_stay();
}

static struct reply choose(struct pick_screen *self, struct ui *ui)
{
    int focus = self->base.page.focus;

    if (focus < 0 || (size_t)focus >= self->shown_count)
        return reply_stay();
    self->spec.picked(self->spec.context, ui, self->shown[focus]);
    return reply_pop();
}

static struct reply pick_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct pick_screen *self = (struct pick_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (narrow_command(&self->narrow, command)) {
        page_rewind(&self->base.page);
        return reply_stay();
    }
    if (command == CMD_OPEN)
        return choose(self, ui);
    return command == CMD_BACK ? reply_pop() : reply_ignored();
}

static void pick_destroy(struct screen *screen)
{
    struct pick_screen *self = (struct pick_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class pick_class = {
    .name = "list to choose from",
    .purpose = "Choose one line; it is put where you came from.",
    .commands = commands,
    .layout = pick_layout,
    .draw = page_screen_draw,
    .command = pick_command,
    .destroy = pick_destroy,
    .key = pick_key,
};

struct screen *pick_screen_create(const struct pick_spec *spec)
{
    struct pick_screen *self = mem_alloc(1, sizeof *self);
    const char **rows = ARENA_ARRAY(&self->arena, const char *, spec->count);

    for (size_t i = 0; i < spec->count; i++)
        rows[i] = arena_strdup(&self->arena, spec->rows[i]);
    self->base.base.class = &pick_class;
    self->spec = *spec;
    self->spec.rows = rows;
    self->shown = ARENA_ARRAY(&self->arena, size_t, spec->count);
    return &self->base.base;
}
