/* The questions of one bank: a list that can be narrowed, and from it each
 * question as candidates see it. */
#include <stdlib.h>

#include "library_view.h"
#include "narrow.h"
#include "proctor/app/library.h"
#include "proctor/base/mem.h"

#include "screens.h"

struct bank_screen {
    struct page_screen base;
    struct arena arena; /* of bank and rows */
    struct bank_row bank;
    struct bank_item_rows rows;
    struct narrow narrow;
    /* Rows that stand on the page, in order, with their numbers from 1. */
    const struct bank_item_row **shown;
    size_t *numbers, shown_count;
    struct arena looked_at; /* the question that is open */
};

static const enum command commands[] = {
    CMD_OPEN,    CMD_NARROW,    CMD_BACK, CMD_UP,     CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static bool find_bank(struct bank_screen *self, struct ui *ui, const char *name,
                      struct error *err)
{
    struct bank_rows banks;

    if (!catalog_banks(app_store(ui->app), &self->arena, &banks, err))
        return false;
    for (size_t i = 0; i < banks.count; i++)
        if (str_is(str_from(banks.items[i].name), name) &&
            !banks.items[i].shadowed)
            self->bank = banks.items[i];
    return true;
}

static bool takes(const struct bank_screen *self,
                  const struct bank_item_row *row)
{
    const struct narrow *narrow = &self->narrow;

    return narrow_takes(narrow, str_from(row->id)) ||
           narrow_takes(narrow, str_from(row->topic)) ||
           narrow_takes(narrow, str_from(row->stem));
}

static void pick_rows(struct bank_screen *self)
{
    self->shown_count = 0;
    for (size_t i = 0; i < self->rows.count; i++) {
        const struct bank_item_row *row = &self->rows.items[i];

        if (!takes(self, row))
            continue;
        self->shown[self->shown_count] = row;
        self->numbers[self->shown_count++] = i + 1;
    }
}

static void bank_layout(struct screen *screen, const struct ui *ui, int width,
                        int height)
{
    struct bank_screen *self = (struct bank_screen *)screen;
    struct page *page = &self->base.page;
    struct bank_view view = {
        .bank = &self->bank,
        .rows = self->shown,
        .numbers = self->numbers,
        .count = self->shown_count,
        .is_narrowed = !narrow_is_off(&self->narrow),
    };

    page_screen_frame(&self->base, ui, "");
    self->base.frame.sub_left = str_from(
        arena_printf(&self->base.texts, "Questions of %s, %zu of %zu",
                     self->bank.name, self->shown_count, self->rows.count));
    narrow_frame(&self->narrow, &self->base.frame);
    page_screen_begin(&self->base, ui, width, height);
    bank_page(page, &view);
    page_end(page);
}

/* --- commands ------------------------------------------------------------- */

static struct reply open_row(struct bank_screen *self, struct ui *ui)
{
    int focus = self->base.page.focus;
    char order[ITEM_OPTIONS_MAX + 1];
    const char *name;
    struct item *item;
    struct error err;

    if (focus < 0 || (size_t)focus >= self->shown_count)
        return reply_stay();
    arena_reset(&self->looked_at);
    name = arena_printf(&self->looked_at, "%s/%s", self->bank.name,
                        self->shown[focus]->id);
    item = ARENA_NEW(&self->looked_at, struct item);
    if (library_question(ui->app, name, &self->looked_at, item, order, &err))
        return reply_push(item_screen_create(ui, name, item, order, false));
    ui_say_error(ui, &err);
    return reply_stay();
}

static void narrow_anew(struct bank_screen *self)
{
    pick_rows(self);
    page_rewind(&self->base.page);
}

static struct reply bank_key(struct screen *screen, struct ui *ui,
                             const struct key *key)
{
    struct bank_screen *self = (struct bank_screen *)screen;

    (void)ui;
    if (!narrow_key(&self->narrow, key))
        return reply_ignored();
    narrow_anew(self);
    return reply_stay();
}

static struct reply bank_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct bank_screen *self = (struct bank_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_OPEN)
        return open_row(self, ui);
    if (narrow_command(&self->narrow, command))
        narrow_anew(self);
    else
        return command == CMD_BACK ? reply_pop() : reply_ignored();
    return reply_stay();
}

static void bank_destroy(struct screen *screen)
{
    struct bank_screen *self = (struct bank_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    arena_finish(&self->looked_at);
    free(self);
}

static const struct screen_class bank_class = {
    .name = "questions of a bank",
    .purpose = "Every question of the bank; Enter shows it as candidates see "
               "it.",
    .commands = commands,
    .layout = bank_layout,
    .draw = page_screen_draw,
    .command = bank_command,
    .destroy = bank_destroy,
    .key = bank_key,
};

struct screen *bank_screen_create(struct ui *ui, const char *bank,
                                  struct error *err)
{
    struct bank_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &bank_class;
    if (!find_bank(self, ui, bank, err) ||
        !catalog_bank_items(app_store(ui->app), bank, &self->arena, &self->rows,
                            err)) {
        bank_destroy(&self->base.base);
        return NULL;
    }
    self->shown = ARENA_ARRAY(&self->arena, const struct bank_item_row *,
                              self->rows.count);
    self->numbers = ARENA_ARRAY(&self->arena, size_t, self->rows.count);
    pick_rows(self);
    return &self->base.base;
}
