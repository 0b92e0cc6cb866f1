/*
 * The first start: who this is, what for, and how proctor is to look. Esc skips
 * it at any point; what was filled in well until then is kept.
 */
#include <stdlib.h>

#include "proctor/app/settings.h"
#include "proctor/base/mem.h"

#include "person_inputs.h"
#include "screens.h"

enum {
    LINE_WAY = PERSON_LINES,
    LINE_READER,
    ACT_TUTORIAL,
    ACT_HOME,
    LINES,
};

enum { WAY_SCREEN, WAY_LINES };
static const char *const ways[] = {"full screen", "a conversation of lines",
                                   NULL};
enum { READER_NO, READER_YES };
static const char *const readers[] = {"no", "yes", NULL};

static const struct input own_lines[LINES] = {
    [LINE_WAY] = {.kind = INPUT_VALUE,
                  .label = "Way of working",
                  .values = ways,
                  .help = "lines suit a screen reader or a braille display; "
                          "they come with the next start, and the word "
                          "settings brings the screen back from there"},
    [LINE_READER] = {.kind = INPUT_VALUE,
                     .label = "Screen reader",
                     .values = readers,
                     .help = "yes: the cursor stands on what is pointed at, "
                             "one column, no lines and bars drawn, the clock "
                             "by the minute"},
    [ACT_TUTORIAL] = {.kind = INPUT_ACT,
                      .label = "Done; try the keys on three questions, without "
                               "a clock"},
    [ACT_HOME] = {.kind = INPUT_ACT, .label = "Done; to the first screen"},
};

struct welcome_screen {
    struct inputs_screen base;
    struct input lines[LINES];
    struct person_inputs person;
};

static const enum command commands[] = {INPUTS_COMMANDS, CMD_NONE};

static void welcome_layout(struct screen *screen, const struct ui *ui,
                           int width, int height)
{
    struct welcome_screen *self = (struct welcome_screen *)screen;
    struct page *page = &self->base.base.page;

    inputs_screen_begin(&self->base, ui, "Welcome", width, height);
    page_text(page, STYLE_NORMAL,
              STR("A few questions before the first exam. Enter goes on from "
                  "line to line; Esc skips them all, and each can be answered "
                  "later under People and Settings."));
    page_gap(page);
    inputs_build(&self->base.inputs, page);
    inputs_screen_end(&self->base);
}

/* --- storing -------------------------------------------------------------- */

/* Only what was answered here: options of the command line are not meant to
 * last. */
static bool store_settings(const struct welcome_screen *self, struct ui *ui,
                           struct error *err)
{
    static const char *const way_values[] = {"auto", "lines"};
    struct settings stored;
    const char *way = way_values[self->lines[LINE_WAY].chosen];
    const char *reader = readers[self->lines[LINE_READER].chosen];

    if (!settings_load(&stored, NULL, err) ||
        !settings_set(&stored, SETTING_MODE, way, err) ||
        !settings_set(&stored, SETTING_ACCESSIBLE, reader, err) ||
        !settings_save(&stored, err))
        return false;
    if (!settings_set(&ui->settings, SETTING_ACCESSIBLE, reader, err))
        return false;
    ui_follow_settings(ui);
    return true;
}

/* What is answered so far, but for lines with a problem. */
static bool store_person(struct welcome_screen *self, struct ui *ui,
                         struct error *err)
{
    struct candidate candidate = *app_candidate(ui->app);

    person_inputs_take_well(&self->person, &candidate);
    return people_set(ui->app, &candidate, err);
}

/* Each answer at once, so that a kill takes none: a line when it is left. What
 * fails is told at the end, where all is stored once more. */
static void store_answer(struct welcome_screen *self, struct ui *ui,
                         struct input_news news)
{
    struct error err;

    if (news.event == INPUT_MOVED)
        store_person(self, ui, &err);
    else if (news.line == LINE_WAY || news.line == LINE_READER)
        store_settings(self, ui, &err);
}

static bool store(struct welcome_screen *self, struct ui *ui, struct error *err)
{
    return store_person(self, ui, err) && store_settings(self, ui, err) &&
           people_welcomed(ui->app, err);
}

static struct reply leave(struct welcome_screen *self, struct ui *ui,
                          bool to_tutorial)
{
    struct error err;
    struct screen *tutorial;

    if (self->lines[LINE_WAY].chosen == WAY_LINES)
        ui_say(ui, STYLE_NORMAL,
               "From the next start on this is a conversation of lines; the "
               "word settings brings the screen back from there.");
    if (!to_tutorial)
        return reply_pop();
    tutorial = tutorial_screen_create(ui, &err);
    if (tutorial)
        return reply_replace(tutorial);
    ui_say_error(ui, &err);
    return reply_pop();
}

static struct reply done(struct welcome_screen *self, struct ui *ui,
                         bool to_tutorial)
{
    struct candidate candidate;
    struct error err;

    if (!person_inputs_take(&self->person, &self->base, &candidate))
        return reply_stay();
    if (store(self, ui, &err))
        return leave(self, ui, to_tutorial);
    person_inputs_refuse(&self->person, &self->base, ui, &err);
    return reply_stay();
}

static struct reply welcome_back(struct inputs_screen *screen, struct ui *ui)
{
    struct welcome_screen *self = (struct welcome_screen *)screen;
    struct error err;

    ui_say(ui, STYLE_NORMAL,
           "You can set this later under People (u) and Settings (s).");
    if (!store_person(self, ui, &err) || !store_settings(self, ui, &err))
        ui_say_error(ui, &err);
    if (!people_welcomed(ui->app, &err))
        ui_say_error(ui, &err);
    return reply_pop();
}

static struct reply welcome_news(struct inputs_screen *screen, struct ui *ui,
                                 struct input_news news)
{
    struct welcome_screen *self = (struct welcome_screen *)screen;

    person_inputs_check(&self->person, news);
    if (news.event != INPUT_OPENED) {
        store_answer(self, ui, news);
        return reply_stay();
    }
    if (news.line == PERSON_EXAM)
        return reply_push(person_inputs_pick_exam(&self->person));
    return done(self, ui, news.line == ACT_TUTORIAL);
}

/* From the list of exams. */
static void welcome_resume(struct screen *screen, struct ui *ui)
{
    struct error err;

    store_person((struct welcome_screen *)screen, ui, &err);
}

/* --- screen --------------------------------------------------------------- */

static void welcome_destroy(struct screen *screen)
{
    struct welcome_screen *self = (struct welcome_screen *)screen;

    page_screen_finish(&self->base.base);
    person_inputs_finish(&self->person);
    free(self);
}

static const struct screen_class welcome_class = {
    .name = "welcome",
    .purpose = "Who you are and what you prepare for; all of it may wait.",
    .commands = commands,
    .layout = welcome_layout,
    .draw = page_screen_draw,
    .command = inputs_screen_command,
    .destroy = welcome_destroy,
    .key = inputs_screen_key,
    .resume = welcome_resume,
};

struct screen *welcome_screen_create(struct ui *ui, struct error *err)
{
    struct welcome_screen *self = mem_alloc(1, sizeof *self);

    self->base = (struct inputs_screen){
        .base.base.class = &welcome_class,
        .inputs = {.lines = self->lines, .count = LINES},
        .news = welcome_news,
        .back = welcome_back,
    };
    for (int i = PERSON_LINES; i < LINES; i++)
        self->lines[i] = own_lines[i];
    self->lines[LINE_WAY].chosen =
        settings_is(&ui->settings, SETTING_MODE, "lines") ? WAY_LINES
                                                          : WAY_SCREEN;
    self->lines[LINE_READER].chosen = ui->accessible ? READER_YES : READER_NO;
    if (!person_inputs_init(&self->person, ui, self->lines,
                            app_candidate(ui->app), err)) {
        welcome_destroy(&self->base.base.base);
        return NULL;
    }
    self->lines[PERSON_NAME].is_retyped = true; /* it was made up */
    return &self->base.base.base;
}
