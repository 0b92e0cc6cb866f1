/*
 * A file comes in: its name is typed, it is tried out, what it would change is
 * shown, and only a yes changes anything. An older version, and one that takes
 * much away, each want a yes of their own.
 */
#include <stdlib.h>
#include <string.h>

#include "import_view.h"
#include "proctor/base/mem.h"
#include "proctor/platform/typed_path.h"

#include "screens.h"

#define PATH_SIZE 4096

enum import_step {
    STEP_NAME,    /* the file's name is typed */
    STEP_TRY,     /* to be tried out, after a frame that says so */
    STEP_PREVIEW, /* yes or no */
    STEP_LOAD,    /* to be loaded, likewise */
    STEP_DONE,
};

struct import_screen {
    struct page_screen base;
    enum import_step step;
    char text[PATH_SIZE];
    struct text_edit typed;
    struct arena names; /* of what follows */
    const char *path;
    struct path_list fits;
    struct import_report report;
    bool has_report;
    enum import_question question;
    bool is_older, takes_away; /* each wants its own yes */
    struct ui *ui;             /* while it works: shows how far it is */
    int percent;
};

static const enum command name_hints[] = {CMD_GO_ON, CMD_COMPLETE, CMD_BACK,
                                          CMD_NONE};
static const enum command choice_hints[] = {CMD_OPEN, CMD_BACK, CMD_UP,
                                            CMD_NONE};
static const enum command commands[] = {
    CMD_OPEN,    CMD_COMPLETE,  CMD_BACK, CMD_UP,     CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,  CMD_BOTTOM, CMD_NONE,
};

static bool is_working(const struct import_screen *self)
{
    return self->step == STEP_TRY || self->step == STEP_LOAD;
}

static void go_to(struct import_screen *self, enum import_step step)
{
    self->step = step;
    page_rewind(&self->base.page);
}

static void drop_report(struct import_screen *self)
{
    if (self->has_report)
        import_report_finish(&self->report);
    self->has_report = false;
}

/* --- work ----------------------------------------------------------------- */

static void note_progress(void *context, uint64_t done, uint64_t of)
{
    struct import_screen *self = context;

    self->percent = of > 0 ? (int)(100 * done / of) : 0;
    if (self->ui->show)
        self->ui->show(self->ui->show_context);
}

/* Runs the file through; false when it could not be read. */
static bool run(struct import_screen *self, struct ui *ui, bool dry_run,
                struct error *err)
{
    struct import_options options = {
        .origin = ORIGIN_USER,
        .dry_run = dry_run,
        .force = self->is_older,
        .allow_absent = self->takes_away,
        .progress = note_progress,
        .progress_context = self,
    };
    bool ok;

    drop_report(self);
    self->ui = ui;
    self->percent = 0;
    ok = library_import(ui->app, self->path, &options, &self->report, err);
    self->ui = NULL;
    self->has_report = true;
    return ok;
}

/* A refusal that a yes can lift: it is tried again as with that yes. */
static bool is_lifted(struct import_screen *self)
{
    enum import_outcome outcome = self->report.outcome;
    bool is_new = false;

    if (outcome == OUTCOME_OLDER_REFUSED && !self->is_older)
        is_new = self->is_older = true;
    if (outcome == OUTCOME_ABSENT_REFUSED && !self->takes_away)
        is_new = self->takes_away = true;
    return is_new;
}

static enum import_question first_question(const struct import_screen *self)
{
    if (self->report.outcome != OUTCOME_WOULD_IMPORT)
        return IMPORT_ASKS_NOTHING;
    return self->is_older     ? IMPORT_ASKS_OLDER
           : self->takes_away ? IMPORT_ASKS_ABSENT
                              : IMPORT_ASKS_LOAD;
}

static void try_out(struct import_screen *self, struct ui *ui)
{
    struct error err;
    bool ok;

    self->is_older = self->takes_away = false;
    do {
        ok = run(self, ui, true, &err);
    } while (ok && is_lifted(self));
    if (!ok) {
        ui_say_error(ui, &err);
        go_to(self, STEP_NAME);
        return;
    }
    self->question = first_question(self);
    go_to(self, STEP_PREVIEW);
}

static void load(struct import_screen *self, struct ui *ui)
{
    struct error err;

    if (!run(self, ui, false, &err)) {
        ui_say_error(ui, &err);
        go_to(self, STEP_NAME);
        return;
    }
    go_to(self, STEP_DONE);
}

static struct reply import_work(struct screen *screen, struct ui *ui,
                                bool *done_out)
{
    struct import_screen *self = (struct import_screen *)screen;

    *done_out = !is_working(self);
    if (self->step == STEP_TRY)
        try_out(self, ui);
    else if (self->step == STEP_LOAD)
        load(self, ui);
    return reply_stay();
}

/* --- the name ------------------------------------------------------------- */

static void complete(struct import_screen *self, struct ui *ui)
{
    struct text_edit *typed = &self->typed;
    const char *text =
        typed_path_complete(&self->names, typed->text, &self->fits);
    size_t length = strlen(text);

    if (self->fits.count == 0)
        ui_say(ui, STYLE_WARNING, "No file has a name that begins so.");
    if (length >= typed->size)
        return;
    memmove(typed->text, text, length + 1);
    typed->length = typed->caret = length;
    if (self->fits.count == 1)
        self->fits.count = 0;
}

static void take_name(struct import_screen *self, struct ui *ui)
{
    struct str typed = {self->typed.text, self->typed.length};

    self->path = typed_path_expand(
        &self->names, arena_str(&self->names, str_trim(typed)).data);
    if (self->path[0] == '\0')
        ui_say(ui, STYLE_WARNING,
               "Type the name of a file, or Esc to go back.");
    else
        go_to(self, STEP_TRY);
}

static struct reply name_command(struct import_screen *self, struct ui *ui,
                                 enum command command)
{
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_COMPLETE)
        complete(self, ui);
    else if (command == CMD_OPEN)
        take_name(self, ui);
    else
        return reply_ignored();
    return reply_stay();
}

static struct reply import_key(struct screen *screen, struct ui *ui,
                               const struct key *key)
{
    struct import_screen *self = (struct import_screen *)screen;

    (void)ui;
    if (self->step != STEP_NAME)
        return reply_ignored();
    if (key->pasted && !key_is_text(key))
        return reply_stay(); /* a line end pasted with the name */
    if (key_is_text(key) && key->c == '?' && !key->pasted)
        return reply_ignored(); /* asks for help, as everywhere */
    return text_edit_key(&self->typed, key) ? reply_stay() : reply_ignored();
}

/* --- yes or no ------------------------------------------------------------ */

static struct reply answer(struct import_screen *self, bool is_yes)
{
    enum import_question question = self->question;

    if (!is_yes)
        return reply_pop();
    if (question == IMPORT_ASKS_LOAD) {
        go_to(self, STEP_LOAD);
        return reply_stay();
    }
    self->question = question == IMPORT_ASKS_OLDER && self->takes_away
                         ? IMPORT_ASKS_ABSENT
                         : IMPORT_ASKS_LOAD;
    page_rewind(&self->base.page);
    return reply_stay();
}

static struct reply open_choice(struct import_screen *self, struct ui *ui)
{
    struct page *page = &self->base.page;
    bool is_first = page->focus == 0;

    if (!page_shows_focus(page)) {
        page_focus(page, page->focus);
        return reply_stay();
    }
    if (self->step == STEP_PREVIEW && self->question != IMPORT_ASKS_NOTHING) {
        if (is_first)
            ui_say(ui, STYLE_NORMAL, "Nothing was changed.");
        return answer(self, !is_first);
    }
    if (!is_first)
        return reply_pop();
    go_to(self, STEP_NAME);
    return reply_stay();
}

static struct reply import_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct import_screen *self = (struct import_screen *)screen;

    if (is_working(self) || page_command(&self->base.page, command))
        return reply_stay();
    if (self->step == STEP_NAME)
        return name_command(self, ui, command);
    if (command == CMD_OPEN)
        return open_choice(self, ui);
    if (command != CMD_BACK)
        return reply_ignored();
    if (self->step == STEP_DONE)
        return reply_pop();
    go_to(self, STEP_NAME);
    return reply_stay();
}

/* --- screen --------------------------------------------------------------- */

static void build(const struct import_screen *self, struct page *page)
{
    switch (self->step) {
    case STEP_NAME:
        import_path_page(page, &self->typed, &self->fits);
        break;
    case STEP_TRY:
    case STEP_LOAD:
        page_printf(page, STYLE_NORMAL, "%s %s: %d %%",
                    self->step == STEP_TRY ? "Checking" : "Loading", self->path,
                    self->percent);
        break;
    case STEP_PREVIEW:
        import_preview_page(page, &self->report, self->question);
        break;
    case STEP_DONE:
        import_done_page(page, &self->report);
        break;
    }
}

static void import_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct import_screen *self = (struct import_screen *)screen;

    page_screen_frame(&self->base, ui, "Load a file");
    self->base.frame.hints =
        self->step == STEP_NAME ? name_hints : choice_hints;
    page_screen_begin(&self->base, ui, width, height);
    build(self, &self->base.page);
    page_end(&self->base.page);
}

static void import_destroy(struct screen *screen)
{
    struct import_screen *self = (struct import_screen *)screen;

    drop_report(self);
    page_screen_finish(&self->base);
    arena_finish(&self->names);
    free(self);
}

static const struct screen_class import_class = {
    .name = "load a file",
    .purpose = "Loads a question bank, an exam or topics, after a look at what "
               "would change.",
    .commands = commands,
    .layout = import_layout,
    .draw = page_screen_draw,
    .command = import_command,
    .destroy = import_destroy,
    .key = import_key,
    .work = import_work,
};

struct screen *import_screen_create(void)
{
    struct import_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &import_class;
    self->typed =
        (struct text_edit){.text = self->text, .size = sizeof self->text};
    return &self->base.base;
}
