/*
 * All attempts, filtered by kind and by exam; one is opened to see its result,
 * and from here marks over time are looked at.
 */
#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"

#include "history_view.h"
#include "page_screen.h"
#include "screens.h"

struct history_screen {
    struct page_screen base;
    struct arena arena; /* of the rows; forgotten with each reading */
    struct attempt_rows rows;
    enum history_kind kind;
    int exam; /* of those sat, or -1 for any */
    struct {
        char **items; /* ids of exams sat as mocks, owned */
        size_t count, capacity;
    } exams;
};

static const enum command commands[] = {
    CMD_OPEN, CMD_GO_TREND, CMD_FILTER,    CMD_SWITCH, CMD_BACK,   CMD_UP,
    CMD_DOWN, CMD_PAGE_UP,  CMD_PAGE_DOWN, CMD_TOP,    CMD_BOTTOM, CMD_NONE,
};

/* NULL: any. */
static const char *exam_of(const struct history_screen *self)
{
    return self->exam < 0 ? NULL : self->exams.items[self->exam];
}

static bool read_rows(struct history_screen *self, struct ui *ui,
                      struct error *err)
{
    const struct history_filter filter = {.kind = self->kind,
                                          .exam = exam_of(self)};

    arena_reset(&self->arena);
    self->rows = (struct attempt_rows){0};
    return history_read(ui->app, &filter, &self->arena, &self->rows, err);
}

static bool knows_exam(const struct history_screen *self, const char *exam)
{
    for (size_t i = 0; i < self->exams.count; i++)
        if (strcmp(self->exams.items[i], exam) == 0)
            return true;
    return false;
}

static void note_exams(struct history_screen *self)
{
    for (size_t i = 0; i < self->rows.count; i++) {
        const struct attempt_row *row = &self->rows.items[i];

        if (row->mode == MODE_EXAM && !knows_exam(self, row->exam))
            *array_add(&self->exams) = mem_strdup(row->exam);
    }
}

static void history_layout(struct screen *screen, const struct ui *ui,
                           int width, int height)
{
    struct history_screen *self = (struct history_screen *)screen;
    const char *exam = exam_of(self);

    page_screen_frame(&self->base, ui, "");
    self->base.frame.sub_left = str_from(
        arena_printf(&self->base.texts, "Results, showing: %s%s%s (%zu)",
                     history_kind_label(self->kind), exam ? ", " : "",
                     exam ? exam : "", self->rows.count));
    page_screen_begin(&self->base, ui, width, height);
    history_page(&self->base.page, &self->rows);
    page_end(&self->base.page);
}

static void show_others(struct history_screen *self, struct ui *ui)
{
    struct error err;

    page_rewind(&self->base.page);
    if (!read_rows(self, ui, &err))
        ui_say_error(ui, &err);
}

static void next_exam(struct history_screen *self, struct ui *ui)
{
    if (self->exams.count == 0) {
        ui_say(ui, STYLE_NORMAL, "No exam was sat yet.");
        return;
    }
    self->exam++;
    if (self->exam == (int)self->exams.count)
        self->exam = -1;
    show_others(self, ui);
}

static const struct attempt_row *focused(const struct history_screen *self)
{
    return self->rows.count > 0 ? &self->rows.items[self->base.page.focus]
                                : NULL;
}

static struct reply open_attempt(const struct history_screen *self,
                                 struct ui *ui)
{
    const struct attempt_row *row = focused(self);
    struct error err;

    if (!row)
        return reply_stay();
    if (row->state == SITTING_RUNNING) {
        ui_say(ui, STYLE_NORMAL,
               "This is still running: Esc, and go on with it from the first "
               "screen.");
        return reply_stay();
    }
    return reply_push_or_say(
        ui, result_screen_create(ui, row->attempt_id, &err), &err);
}

/* Of the exam that is shown or pointed at, else of the usual one. */
static struct reply open_trend(const struct history_screen *self, struct ui *ui)
{
    const struct attempt_row *row = focused(self);
    const char *exam = exam_of(self);
    struct error err;

    if (!exam && row && row->mode == MODE_EXAM)
        exam = row->exam;
    return reply_push_or_say(ui, trend_screen_create(ui, exam, &err), &err);
}

static struct reply history_command(struct screen *screen, struct ui *ui,
                                    enum command command)
{
    struct history_screen *self = (struct history_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_OPEN)
        return open_attempt(self, ui);
    if (command == CMD_GO_TREND)
        return open_trend(self, ui);
    if (command == CMD_SWITCH) {
        next_exam(self, ui);
    } else if (command == CMD_FILTER) {
        self->kind = (self->kind + 1) % HISTORY_KIND_COUNT;
        show_others(self, ui);
    } else {
        return reply_ignored();
    }
    return reply_stay();
}

static void history_destroy(struct screen *screen)
{
    struct history_screen *self = (struct history_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    for (size_t i = 0; i < self->exams.count; i++)
        free(self->exams.items[i]);
    array_free(&self->exams);
    free(self);
}

static const struct screen_class history_class = {
    .name = "results",
    .purpose = "All that you sat and practised, newest first; open one to see "
               "how it went, or look at how marks went over time.",
    .commands = commands,
    .layout = history_layout,
    .draw = page_screen_draw,
    .command = history_command,
    .destroy = history_destroy,
};

struct screen *history_screen_create(struct ui *ui, struct error *err)
{
    struct history_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &history_class;
    self->exam = -1;
    if (!read_rows(self, ui, err)) {
        history_destroy(&self->base.base);
        return NULL;
    }
    note_exams(self);
    return &self->base.base;
}
