/*
 * The first screen: reads what is cheap, and after its first frame loads what
 * is shipped, asks who this is where that has to be asked, and counts. Where
 * its choices lead is home_ways.c.
 */
#include <stdlib.h>

#include "home_ways.h"
#include "proctor/app/library.h"
#include "proctor/base/mem.h"
#include "proctor/platform/clock.h"

/* Counting that took no longer is not waited for with half a screen: coming
 * back would make it flicker. */
#define QUICK_COUNT_MS 25

/* What is done between frames, in this order; the first three once. */
enum home_step {
    STEP_SHIPPED,
    STEP_GREET,
    STEP_BEGIN,
    STEP_COUNT,
    STEP_COUNT_EXAMS,
    STEP_DONE,
};

struct home_screen {
    struct page_screen base;
    const struct tui_options *options;
    struct arena arena; /* of the view */
    struct home home;
    struct home_view view;
    struct home_choices choices;
    enum home_step step;
    size_t counted; /* exams */
    int64_t counting_since_ms;
    bool counts_quickly; /* as it last was */
};

static const enum command commands[] = {
    CMD_OPEN,        CMD_GO_PRACTICE, CMD_QUIT,      CMD_GO_WEAK,
    CMD_GO_HISTORY,  CMD_GO_SEARCH,   CMD_GO_PEOPLE, CMD_GO_LIBRARY,
    CMD_GO_SETTINGS, CMD_GO_TUTORIAL, CMD_UP,        CMD_DOWN,
    CMD_PAGE_UP,     CMD_PAGE_DOWN,   CMD_TOP,       CMD_BOTTOM,
    CMD_NONE,
};

/* --- reading -------------------------------------------------------------- */

/* The exam that is prepared for stands first. */
static void put_first(struct exam_entries *exams, const struct exam *chosen)
{
    struct exam_entry found;
    size_t at = 0;

    while (chosen && at < exams->count &&
           !(str_eq(exams->items[at].exam->id, chosen->id) &&
             str_eq(exams->items[at].exam->version, chosen->version)))
        at++;
    if (!chosen || at == exams->count)
        return;
    found = exams->items[at];
    for (; at > 0; at--)
        exams->items[at] = exams->items[at - 1];
    exams->items[0] = found;
}

static void say_next(struct home_screen *self)
{
    self->view.next = home_next(&self->home);
    self->view.next_words = home_next_words(&self->home, &self->arena);
}

static bool read_view(struct home_screen *self, struct ui *ui,
                      struct error *err)
{
    struct store *store = app_store(ui->app);
    struct home_view *view = &self->view;

    arena_reset(&self->arena);
    self->home = (struct home){0};
    *view = (struct home_view){
        .read_only_holder =
            store_is_read_only(store) ? store_holder(store) : NULL,
        .is_remote = store_is_remote(store),
        .now_utc_ms = app_utc_ms(ui->app),
        .zone_minutes = clock_zone_minutes(app_utc_ms(ui->app)),
        .home = &self->home,
        .next_words = "",
        .doors = home_doors,
    };
    self->counted = 0;
    if (!home_read(ui->app, &self->arena, &self->home, err))
        return false;
    say_next(self);
    if (!exams_list(ui->app, &self->arena, &view->exams, err))
        return false;
    put_first(&view->exams, self->home.exam);
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

static void count_home(struct home_screen *self, struct ui *ui)
{
    struct error err;

    if (!home_count(ui->app, &self->arena, &self->home, &err))
        ui_say_error(ui, &err);
    say_next(self);
}

/* Counts for one exam. */
static void count_exam(struct home_screen *self, struct ui *ui)
{
    struct error err;

    if (!exams_supply(ui->app, &self->view.exams.items[self->counted],
                      &self->arena, &err))
        ui_say_error(ui, &err);
    self->counted++;
}

static int64_t now_ms(const struct ui *ui)
{
    return app_clocks(ui->app).boot_ms;
}

/* The next part of the counting; the first one is the costly one. */
static void count_on(struct home_screen *self, struct ui *ui)
{
    if (self->step == STEP_COUNT) {
        self->counting_since_ms = now_ms(ui);
        count_home(self, ui);
        self->step = STEP_COUNT_EXAMS;
    } else if (self->counted < self->view.exams.count) {
        count_exam(self, ui);
    } else {
        self->counts_quickly =
            now_ms(ui) - self->counting_since_ms <= QUICK_COUNT_MS;
        self->step = STEP_DONE;
    }
}

static struct reply home_work(struct screen *screen, struct ui *ui,
                              bool *done_out)
{
    struct home_screen *self = (struct home_screen *)screen;

    *done_out = false;
    switch (self->step) {
    case STEP_SHIPPED:
        load_shipped(self, ui);
        self->step = STEP_GREET;
        break;
    case STEP_GREET:
        self->step = STEP_BEGIN;
        return home_greet(ui, &self->view, self->options);
    case STEP_BEGIN:
        self->step = STEP_COUNT;
        return home_begin(ui, &self->view, self->options);
    case STEP_COUNT:
    case STEP_COUNT_EXAMS:
        count_on(self, ui);
        break;
    case STEP_DONE:
        *done_out = true;
        break;
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
    home_page(&self->base.page, &self->view, &self->choices);
    page_end(&self->base.page);
}

/* What is pointed at, once it is in sight. */
static struct reply follow(struct home_screen *self, struct ui *ui)
{
    struct page *page = &self->base.page;
    int focus = page->focus;

    if (focus < 0 || (size_t)focus >= self->choices.count)
        return reply_stay();
    if (!page_shows_focus(page)) {
        page_focus(page, focus);
        return reply_stay();
    }
    return home_follow(ui, &self->view, self->choices.items[focus],
                       self->options->seed);
}

static struct reply home_command(struct screen *screen, struct ui *ui,
                                 enum command command)
{
    struct home_screen *self = (struct home_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_OPEN)
        return follow(self, ui);
    if (command == CMD_QUIT)
        return reply_quit();
    return home_through(ui, command);
}

/* What to do next may be another thing by now: the focus goes there. */
static void home_resume(struct screen *screen, struct ui *ui)
{
    struct home_screen *self = (struct home_screen *)screen;

    reread(self, ui);
    page_rewind(&self->base.page);
    if (self->step > STEP_COUNT)
        self->step = STEP_COUNT;
    while (self->counts_quickly && self->step != STEP_DONE)
        count_on(self, ui);
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
    .purpose = "Where you stand, and what to do next: Enter does it.",
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
