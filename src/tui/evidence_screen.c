/*
 * The answers that an area rests on, newest first; one is opened in its
 * attempt. Stems are read as they come into sight.
 */
#include "evidence_screen.h"

#include <stdlib.h>

#include "proctor/base/mem.h"
#include "proctor/platform/clock.h"
#include "proctor/store/catalog.h"

#include "answers_screens.h"
#include "areas_view.h"
#include "page_screen.h"
#include "stem_line.h"

/* More nobody goes through one by one. */
#define ROWS_MAX 1000

struct evidence_screen {
    struct page_screen base;
    const struct areas *areas;
    const struct area *area;
    struct arena arena; /* of the rows and the stems */
    struct evidence_rows rows;
    size_t listed;
    const char **stems; /* per row listed; NULL: not read */
};

static const enum command commands[] = {
    CMD_OPEN,    CMD_GO_PRACTICE, CMD_BACK, CMD_UP,     CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN,   CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static const char *read_stem(const struct evidence_screen *self,
                             const struct ui *ui, size_t index,
                             struct arena *arena)
{
    const struct evidence_row *row = &self->rows.items[index];
    struct arena scratch = {0};
    struct error err;
    struct item item;
    const char *stem;

    if (catalog_item(app_store(ui->app), row->item_id, row->rev_id, &scratch,
                     &item, NULL, &err))
        stem = arena_str(arena, stem_line(item.stem)).data;
    else
        stem = arena_strdup(arena, err.message);
    arena_finish(&scratch);
    return stem;
}

/* Those around what is in sight: the page may still move by its height. */
static void read_stems(struct evidence_screen *self, const struct ui *ui,
                       int height)
{
    int first = self->base.page.top - 2 * height;
    int last = self->base.page.top + 3 * height;

    for (int i = first > 0 ? first : 0; i < last && i < (int)self->listed; i++)
        if (!self->stems[i])
            self->stems[i] = read_stem(self, ui, (size_t)i, &self->arena);
}

static void evidence_layout(struct screen *screen, const struct ui *ui,
                            int width, int height)
{
    struct evidence_screen *self = (struct evidence_screen *)screen;
    const struct evidence_view view = {
        .area = self->area,
        .rows = self->rows.items,
        .count = self->listed,
        .left_out = self->rows.count - self->listed,
        .stems = self->stems,
        .zone_minutes = clock_zone_minutes(app_utc_ms(ui->app)),
    };

    read_stems(self, ui, height);
    page_screen_frame(&self->base, ui, "What it rests on");
    page_screen_begin(&self->base, ui, width, height);
    evidence_page(&self->base.page, &view);
    page_end(&self->base.page);
}

static struct reply open_row(const struct evidence_screen *self, struct ui *ui)
{
    const struct evidence_row *row;
    struct error err;

    if (self->listed == 0)
        return reply_stay();
    row = &self->rows.items[self->base.page.focus];
    return reply_push_or_say(
        ui, attempt_question_screen_create(ui, row->attempt_id, row->pos, &err),
        &err);
}

static struct reply evidence_command(struct screen *screen, struct ui *ui,
                                     enum command command)
{
    struct evidence_screen *self = (struct evidence_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_GO_PRACTICE)
        return practise_area(ui, self->areas, self->area);
    return command == CMD_OPEN ? open_row(self, ui) : reply_ignored();
}

static void evidence_destroy(struct screen *screen)
{
    struct evidence_screen *self = (struct evidence_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self->stems);
    free(self);
}

static const struct screen_class evidence_class = {
    .name = "what an area rests on",
    .purpose = "The answers behind the numbers of an area: when, right or "
               "wrong, to which question; open one to see it again.",
    .commands = commands,
    .layout = evidence_layout,
    .draw = page_screen_draw,
    .command = evidence_command,
    .destroy = evidence_destroy,
};

struct screen *evidence_screen_create(struct ui *ui, const struct areas *areas,
                                      const struct area *area,
                                      struct error *err)
{
    struct evidence_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &evidence_class;
    self->areas = areas;
    self->area = area;
    if (!area_evidence(ui->app, areas, area, &self->arena, &self->rows, err)) {
        evidence_destroy(&self->base.base);
        return NULL;
    }
    self->listed = self->rows.count < ROWS_MAX ? self->rows.count : ROWS_MAX;
    self->stems = mem_alloc(self->listed, sizeof *self->stems);
    return &self->base.base;
}
