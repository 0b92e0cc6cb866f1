/*
 * The instructor's door: banks and exams, what is in them, whether candidates
 * see them; a new bank comes in from here.
 */
#include <stdlib.h>

#include "library_view.h"
#include "proctor/app/library.h"
#include "proctor/base/mem.h"

#include "screens.h"
#include "ways.h"

struct library_screen {
    struct page_screen base;
    struct arena arena; /* of the view */
    struct library_view view;
    size_t counted; /* exams */
};

static const enum command commands[] = {
    CMD_OPEN,    CMD_ENABLE,    CMD_IMPORT, CMD_BACK,   CMD_UP,   CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,    CMD_BOTTOM, CMD_NONE,
};

static bool read_view(struct library_screen *self, struct ui *ui,
                      struct error *err)
{
    arena_reset(&self->arena);
    self->view = (struct library_view){0};
    self->counted = 0;
    return catalog_banks(app_store(ui->app), &self->arena, &self->view.banks,
                         err) &&
           exams_list_all(ui->app, &self->arena, &self->view.exams, err);
}

/* The bank or the exam that is pointed at; both NULL for none. */
static void focused(const struct library_screen *self,
                    const struct bank_row **bank_out,
                    const struct exam_entry **exam_out)
{
    const struct library_view *view = &self->view;
    size_t at = (size_t)self->base.page.focus;

    *bank_out = at < view->banks.count ? &view->banks.items[at] : NULL;
    at -= view->banks.count;
    *exam_out = at < view->exams.count ? &view->exams.items[at] : NULL;
}

/* --- acts ----------------------------------------------------------------- */

/* The sheet is that of candidates, who do not have a hidden one. */
static struct reply open_exam(struct ui *ui, const struct exam_entry *entry)
{
    if (entry->enabled)
        return way_to_exam(ui, entry->exam, NULL);
    ui_say(ui, STYLE_NORMAL,
           "This exam is hidden from candidates; x shows it, then it opens.");
    return reply_stay();
}

static struct reply open_focused(struct library_screen *self, struct ui *ui)
{
    const struct bank_row *bank;
    const struct exam_entry *entry;
    struct error err;

    focused(self, &bank, &entry);
    if (bank)
        return reply_push_or_say(ui, bank_screen_create(ui, bank->name, &err),
                                 &err);
    return entry ? open_exam(ui, entry) : reply_stay();
}

static bool toggle(struct ui *ui, const struct bank_row *bank,
                   const struct exam_entry *entry, struct error *err)
{
    struct str id = bank ? str_from(bank->name) : entry->exam->id;
    bool is_on = bank ? !bank->enabled : !entry->enabled;
    struct arena scratch = {0};
    const char *name = arena_str(&scratch, id).data;
    bool ok = bank ? library_enable_bank(ui->app, name, is_on, err)
                   : library_enable_exam(ui->app, name, is_on, err);

    if (ok)
        ui_say(ui, STYLE_NORMAL, "%s is %s candidates now.", name,
               is_on ? "shown to" : "hidden from");
    arena_finish(&scratch);
    return ok;
}

static void toggle_focused(struct library_screen *self, struct ui *ui)
{
    const struct bank_row *bank;
    const struct exam_entry *entry;
    struct error err;

    focused(self, &bank, &entry);
    if (!bank && !entry)
        return;
    if (!toggle(ui, bank, entry, &err) || !read_view(self, ui, &err))
        ui_say_error(ui, &err);
}

/* --- screen --------------------------------------------------------------- */

static struct reply library_work(struct screen *screen, struct ui *ui,
                                 bool *done_out)
{
    struct library_screen *self = (struct library_screen *)screen;
    struct exam_entries *exams = &self->view.exams;
    struct error err;

    *done_out = self->counted == exams->count;
    if (!*done_out && !exams_supply(ui->app, &exams->items[self->counted++],
                                    &self->arena, &err))
        ui_say_error(ui, &err);
    return reply_stay();
}

static void library_layout(struct screen *screen, const struct ui *ui,
                           int width, int height)
{
    struct library_screen *self = (struct library_screen *)screen;

    page_screen_frame(&self->base, ui, "Banks and exams");
    page_screen_begin(&self->base, ui, width, height);
    library_page(&self->base.page, &self->view);
    page_end(&self->base.page);
}

static struct reply library_command(struct screen *screen, struct ui *ui,
                                    enum command command)
{
    struct library_screen *self = (struct library_screen *)screen;

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_OPEN)
        return open_focused(self, ui);
    if (command == CMD_IMPORT)
        return reply_push(import_screen_create());
    if (command == CMD_BACK)
        return reply_pop();
    if (command != CMD_ENABLE)
        return reply_ignored();
    toggle_focused(self, ui);
    return reply_stay();
}

static void library_resume(struct screen *screen, struct ui *ui)
{
    struct library_screen *self = (struct library_screen *)screen;
    struct error err;

    if (!read_view(self, ui, &err))
        ui_say_error(ui, &err);
}

static void library_destroy(struct screen *screen)
{
    struct library_screen *self = (struct library_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class library_class = {
    .name = "banks and exams",
    .purpose = "For instructors: what is loaded, what candidates see of it, "
               "every question, and new banks from files.",
    .commands = commands,
    .layout = library_layout,
    .draw = page_screen_draw,
    .command = library_command,
    .destroy = library_destroy,
    .work = library_work,
    .resume = library_resume,
};

struct screen *library_screen_create(struct ui *ui, struct error *err)
{
    struct library_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &library_class;
    if (read_view(self, ui, err))
        return &self->base.base;
    library_destroy(&self->base.base);
    return NULL;
}
