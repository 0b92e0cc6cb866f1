/*
 * The first screen: reads what there is, loads what is shipped after its first
 * frame, counts what the banks can fill one exam at a time, and leads on.
 */
#include <stdlib.h>

#include "home_view.h"
#include "proctor/app/library.h"
#include "proctor/base/mem.h"
#include "proctor/tui/tui.h"

#include "screens.h"

#define RESULTS_SHOWN 12

/* What is done once, in this order, between frames. */
enum home_step { STEP_SHIPPED, STEP_COUNT, STEP_START, STEP_DONE };

struct home_screen {
    struct page_screen base;
    const struct tui_options *options;
    struct arena arena; /* of the view */
    struct home_view view;
    struct interruption running;
    enum home_step step;
    bool is_started; /* went where the options say */
    size_t counted;
};

static const enum command commands[] = {
    CMD_OPEN,      CMD_QUIT, CMD_UP,     CMD_DOWN, CMD_PAGE_UP,
    CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

/* --- reading -------------------------------------------------------------- */

static void drop_running(struct attempt_rows *rows)
{
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].state != SITTING_RUNNING)
            rows->items[kept++] = rows->items[i];
    rows->count = kept;
}

static bool read_view(struct home_screen *self, struct ui *ui,
                      struct error *err)
{
    struct store *store = app_store(ui->app);
    int64_t candidate = app_candidate(ui->app)->candidate_id;
    struct home_view *view = &self->view;

    arena_reset(&self->arena);
    *view = (struct home_view){
        .read_only_holder =
            store_is_read_only(store) ? store_holder(store) : NULL,
        .is_remote = store_is_remote(store),
        .now_utc_ms = app_utc_ms(ui->app),
        .zone_minutes = clock_zone_minutes(app_utc_ms(ui->app)),
    };
    self->counted = 0;
    if (!exams_list(ui->app, &self->arena, &view->exams, err) ||
        !attempt_list(store, candidate, RESULTS_SHOWN, &self->arena,
                      &view->attempts, err))
        return false;
    drop_running(&view->attempts);
    if (attempt_running(store, candidate) == 0)
        return true;
    if (!session_interruption(ui->app, &self->arena, &self->running, err))
        return false;
    view->running = &self->running;
    return true;
}

static void reread(struct home_screen *self, struct ui *ui)
{
    struct error err;

    if (!read_view(self, ui, &err))
        ui_say_error(ui, &err);
}

/* --- work ----------------------------------------------------------------- */

struct shipped {
    int imported, rejected;
};

static void note_shipped(void *context, const struct import_report *report)
{
    struct shipped *shipped = context;

    shipped->imported += report->outcome == OUTCOME_IMPORTED;
    shipped->rejected += report->outcome == OUTCOME_REJECTED;
}

static void load_shipped(struct home_screen *self, struct ui *ui)
{
    struct shipped shipped = {0};
    struct error err;

    if (!library_load_shipped(ui->app, note_shipped, &shipped, &err))
        ui_say_error(ui, &err);
    else if (shipped.rejected > 0)
        ui_say(ui, STYLE_WARNING,
               "%d shipped files have errors and were left out: `proctor "
               "check` names them.",
               shipped.rejected);
    if (shipped.imported > 0)
        reread(self, ui);
}

/* Counts for one exam. */
static void count_next(struct home_screen *self, struct ui *ui)
{
    struct error err;

    if (!exams_supply(ui->app, &self->view.exams.items[self->counted],
                      &self->arena, &err))
        ui_say_error(ui, &err);
    self->counted++;
}

static struct reply push_or_say(struct ui *ui, struct screen *screen,
                                const struct error *err)
{
    if (screen)
        return reply_push(screen);
    ui_say_error(ui, err);
    return reply_stay();
}

/* Where the program was asked to begin. */
static struct reply start(struct home_screen *self, struct ui *ui)
{
    const struct tui_options *options = self->options;
    struct error err;

    self->is_started = true;
    switch (options->start) {
    case TUI_HOME:
        break;
    case TUI_SIT:
        if (self->view.running)
            return push_or_say(ui, resume_screen_create(ui, &err), &err);
        if (!options->exam)
            break;
        return push_or_say(
            ui, start_screen_create(ui, options->exam, options->seed, &err),
            &err);
    case TUI_REVIEW:
        return push_or_say(
            ui, result_screen_create(ui, options->attempt_id, &err), &err);
    }
    return reply_stay();
}

static struct reply home_work(struct screen *screen, struct ui *ui,
                              bool *done_out)
{
    struct home_screen *self = (struct home_screen *)screen;

    *done_out = false;
    if (self->step == STEP_SHIPPED) {
        load_shipped(self, ui);
        self->step = self->is_started ? STEP_COUNT : STEP_START;
    } else if (self->step == STEP_START) {
        self->step = STEP_COUNT;
        return start(self, ui);
    } else if (self->counted < self->view.exams.count) {
        count_next(self, ui);
    } else {
        self->step = STEP_DONE;
        *done_out = true;
    }
    return reply_stay();
}

/* --- screen --------------------------------------------------------------- */

static void home_layout(struct screen *screen, const struct ui *ui, int width,
                        int height)
{
    struct home_screen *self = (struct home_screen *)screen;

    page_screen_frame(&self->base, ui,
                      self->step == STEP_SHIPPED
                          ? "Looking at the question banks..."
                          : "Medical coding exams, to practise");
    page_screen_begin(&self->base, ui, width, height);
    home_page(&self->base.page, &self->view);
    page_end(&self->base.page);
}

static struct reply open_exam(const struct home_screen *self, struct ui *ui,
                              const struct exam *exam)
{
    struct error err;
    struct arena scratch = {0};
    const char *name = arena_printf(&scratch, STR_FORMAT "@" STR_FORMAT,
                                    STR_ARG(exam->id), STR_ARG(exam->version));
    struct reply reply = push_or_say(
        ui, start_screen_create(ui, name, self->options->seed, &err), &err);

    arena_finish(&scratch);
    return reply;
}

static struct reply open_choice(struct home_screen *self, struct ui *ui)
{
    struct home_view *view = &self->view;
    struct error err;
    size_t index;

    switch (home_choice(view, self->base.page.focus, &index)) {
    case HOME_RUNNING:
        return push_or_say(ui, resume_screen_create(ui, &err), &err);
    case HOME_EXAM:
        return open_exam(self, ui, view->exams.items[index].exam);
    case HOME_ATTEMPT:
        return push_or_say(
            ui,
            result_screen_create(ui, view->attempts.items[index].attempt_id,
                                 &err),
            &err);
    case HOME_NOTHING:
        break;
    }
    return reply_stay();
}

static struct reply home_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct home_screen *self = (struct home_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_OPEN)
        return open_choice(self, ui);
    if (command == CMD_QUIT)
        return reply_quit();
    return reply_ignored();
}

static void home_resume(struct screen *screen, struct ui *ui)
{
    struct home_screen *self = (struct home_screen *)screen;

    reread(self, ui);
    if (self->view.running)
        page_rewind(&self->base.page);
    if (self->step == STEP_DONE)
        self->step = STEP_COUNT;
}

static void home_destroy(struct screen *screen)
{
    struct home_screen *self = (struct home_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class home_class = {
    .name = "first screen",
    .commands = commands,
    .layout = home_layout,
    .draw = page_screen_draw,
    .command = home_command,
    .destroy = home_destroy,
    .work = home_work,
    .resume = home_resume,
};

struct screen *home_screen_create(struct ui *ui,
                                  const struct tui_options *options)
{
    struct home_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &home_class;
    self->options = options;
    reread(self, ui);
    return &self->base.base;
}
