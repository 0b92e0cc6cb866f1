/*
 * The people of this database: choose, add, change, remove. Also asks who this
 * is when the program begins and there are several.
 */
#include <stdlib.h>

#include "people_view.h"
#include "proctor/app/people.h"
#include "proctor/base/mem.h"

#include "screens.h"

struct people_screen {
    struct page_screen base;
    struct arena arena; /* of the people */
    struct candidate_list people;
    struct people_row *rows;
    bool is_choosing, is_placed;
};

static const enum command commands[] = {
    CMD_OPEN, CMD_ADD,     CMD_EDIT,      CMD_REMOVE, CMD_BACK,   CMD_UP,
    CMD_DOWN, CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,    CMD_BOTTOM, CMD_NONE,
};

/* --- reading -------------------------------------------------------------- */

static bool read_people(struct people_screen *self, struct ui *ui,
                        struct error *err)
{
    struct candidate_holdings holdings;

    arena_reset(&self->arena);
    self->people.count = 0;
    if (!people_list(ui->app, &self->arena, &self->people, err))
        return false;
    self->rows =
        ARENA_ARRAY(&self->arena, struct people_row, self->people.count);
    for (size_t i = 0; i < self->people.count; i++) {
        const struct candidate *candidate = &self->people.items[i];

        if (!candidate_holdings(app_store(ui->app), candidate->candidate_id,
                                &holdings, err))
            return false;
        self->rows[i] = (struct people_row){candidate, holdings.attempts};
    }
    return true;
}

/* Who has the focus, or NULL. */
static const struct candidate *focused(const struct people_screen *self)
{
    int focus = self->base.page.focus;

    return focus >= 0 && (size_t)focus < self->people.count
               ? &self->people.items[focus]
               : NULL;
}

/* --- layout --------------------------------------------------------------- */

static void place_focus(struct people_screen *self, int64_t candidate_id)
{
    for (size_t i = 0; i < self->people.count; i++)
        if (self->people.items[i].candidate_id == candidate_id)
            page_focus(&self->base.page, (int)i);
}

static void people_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct people_screen *self = (struct people_screen *)screen;
    struct people_view view = {
        .rows = self->rows,
        .count = self->people.count,
        .now_id = app_candidate(ui->app)->candidate_id,
        .is_choosing = self->is_choosing,
    };

    page_screen_frame(&self->base, ui,
                      self->is_choosing ? "Who is this?" : "People");
    page_screen_begin(&self->base, ui, width, height);
    people_page(&self->base.page, &view);
    page_end(&self->base.page);
    if (!self->is_placed)
        place_focus(self, view.now_id);
    self->is_placed = true;
}

/* --- removal -------------------------------------------------------------- */

struct removal {
    int64_t candidate_id;
    const char *name;
    struct candidate_holdings holdings;
};

static void tell_removal(const void *data, const struct ui *ui,
                         struct page *page)
{
    const struct removal *removal = data;

    (void)ui;
    removal_page(page, removal->name, &removal->holdings);
}

static struct reply removal_chosen(const void *data, struct ui *ui, int choice)
{
    const struct removal *removal = data;
    struct error err;

    if (choice == 0)
        return reply_pop();
    if (people_remove(ui->app, removal->candidate_id, &err))
        ui_say(ui, STYLE_NORMAL, "%s was removed. This is %s now.",
               removal->name, app_candidate(ui->app)->label);
    else
        ui_say_error(ui, &err);
    return reply_pop();
}

static const struct choice_spec removal_spec = {
    .name = "removal of a person",
    .title = "Remove a person?",
    .tell = tell_removal,
    .choices = {{.label = "Back: remove nobody"},
                {.label = "Remove, after the name was typed"}},
    .chosen = removal_chosen,
};

/* The word that confirms is the name, so the specification is made anew. */
static struct reply ask_removal(struct ui *ui,
                                const struct candidate *candidate)
{
    struct choice_screen *screen = choice_screen_create(&removal_spec);
    struct removal *removal = ARENA_NEW(&screen->arena, struct removal);
    struct choice_spec *spec = ARENA_NEW(&screen->arena, struct choice_spec);
    struct error err;

    removal->candidate_id = candidate->candidate_id;
    removal->name = arena_strdup(&screen->arena, candidate->label);
    *spec = removal_spec;
    spec->choices[1].word = removal->name;
    screen->data = removal;
    screen->spec = spec;
    if (candidate_holdings(app_store(ui->app), candidate->candidate_id,
                           &removal->holdings, &err))
        return reply_push(&screen->base.base);
    screen_destroy(&screen->base.base);
    ui_say_error(ui, &err);
    return reply_stay();
}

/* --- commands ------------------------------------------------------------- */

static struct reply choose(struct ui *ui, const struct candidate *candidate)
{
    struct error err;

    if (!people_choose(ui->app, candidate->candidate_id, &err)) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    ui_say(ui, STYLE_NORMAL, "This is %s now.", app_candidate(ui->app)->label);
    return reply_pop();
}

static struct reply open_person(struct ui *ui, int64_t candidate_id)
{
    struct error err;

    return reply_push_or_say(ui, person_screen_create(ui, candidate_id, &err),
                             &err);
}

static struct reply people_command(struct screen *screen, struct ui *ui,
                                   enum command command)
{
    struct people_screen *self = (struct people_screen *)screen;
    const struct candidate *candidate = focused(self);

    if (page_command(&self->base.page, command))
        return reply_stay();
    if (command == CMD_BACK)
        return reply_pop();
    if (command == CMD_ADD)
        return open_person(ui, 0);
    if (!candidate)
        return reply_ignored();
    if (command == CMD_OPEN)
        return choose(ui, candidate);
    if (command == CMD_EDIT)
        return open_person(ui, candidate->candidate_id);
    if (command == CMD_REMOVE)
        return ask_removal(ui, candidate);
    return reply_ignored();
}

static void people_resume(struct screen *screen, struct ui *ui)
{
    struct people_screen *self = (struct people_screen *)screen;
    struct error err;

    if (!read_people(self, ui, &err))
        ui_say_error(ui, &err);
}

static void people_destroy(struct screen *screen)
{
    struct people_screen *self = (struct people_screen *)screen;

    page_screen_finish(&self->base);
    arena_finish(&self->arena);
    free(self);
}

static const struct screen_class people_class = {
    .name = "people",
    .purpose = "Who practises here; each has exams, results and notes of "
               "their own.",
    .commands = commands,
    .layout = people_layout,
    .draw = page_screen_draw,
    .command = people_command,
    .destroy = people_destroy,
    .resume = people_resume,
};

struct screen *people_screen_create(struct ui *ui, bool choosing,
                                    struct error *err)
{
    struct people_screen *self = mem_alloc(1, sizeof *self);

    self->base.base.class = &people_class;
    self->is_choosing = choosing;
    if (read_people(self, ui, err))
        return &self->base.base;
    people_destroy(&self->base.base);
    return NULL;
}
