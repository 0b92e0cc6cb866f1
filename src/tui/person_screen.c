/* One person: the lines about them, stored when they say so. */
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "person_inputs.h"
#include "screens.h"

enum { ACT_SAVE = PERSON_LINES, LINES };

struct person_screen {
    struct inputs_screen base;
    struct input lines[LINES];
    struct person_inputs person;
    int64_t candidate_id; /* 0: somebody new */
    bool is_changed;
    bool is_warned; /* that leaving loses the changes */
};

static const enum command commands[] = {INPUTS_COMMANDS, CMD_NONE};

static void person_layout(struct screen *screen, const struct ui *ui, int width,
                          int height)
{
    struct person_screen *self = (struct person_screen *)screen;

    inputs_screen_begin(&self->base, ui,
                        self->candidate_id == 0 ? "Somebody new" : "Person",
                        width, height);
    inputs_build(&self->base.inputs, &self->base.base.page);
    inputs_screen_end(&self->base);
}

/* --- storing -------------------------------------------------------------- */

/* Adds the person where they are new. */
static bool store(struct person_screen *self, struct ui *ui,
                  struct candidate *candidate, struct error *err)
{
    if (self->candidate_id == 0 &&
        !people_add(ui->app, candidate->label, &self->candidate_id, err))
        return false;
    candidate->candidate_id = self->candidate_id;
    return people_set(ui->app, candidate, err);
}

static struct reply save(struct person_screen *self, struct ui *ui)
{
    struct candidate candidate;
    struct error err;

    if (!person_inputs_take(&self->person, &self->base, &candidate))
        return reply_stay();
    if (store(self, ui, &candidate, &err)) {
        ui_say(ui, STYLE_NORMAL, "Stored: %s.", candidate.label);
        return reply_pop();
    }
    person_inputs_refuse(&self->person, &self->base, ui, &err);
    return reply_stay();
}

/* --- keys ----------------------------------------------------------------- */

static struct reply person_news(struct inputs_screen *screen, struct ui *ui,
                                struct input_news news)
{
    struct person_screen *self = (struct person_screen *)screen;

    person_inputs_check(&self->person, news);
    self->is_changed |= news.event == INPUT_CHANGED;
    self->is_warned = false;
    if (news.event != INPUT_OPENED)
        return reply_stay();
    if (news.line == ACT_SAVE)
        return save(self, ui);
    self->is_changed = true;
    return reply_push(person_inputs_pick_exam(&self->person));
}

/* Nothing is lost without a word. */
static struct reply person_back(struct inputs_screen *screen, struct ui *ui)
{
    struct person_screen *self = (struct person_screen *)screen;

    if (!self->is_changed || self->is_warned)
        return reply_pop();
    self->is_warned = true;
    ui_say(ui, STYLE_WARNING,
           "Not stored yet: \"%s\" stores it. Esc again leaves it as it was.",
           self->lines[ACT_SAVE].label);
    return reply_stay();
}

/* --- screen --------------------------------------------------------------- */

static void person_destroy(struct screen *screen)
{
    struct person_screen *self = (struct person_screen *)screen;

    page_screen_finish(&self->base.base);
    person_inputs_finish(&self->person);
    free(self);
}

static const struct screen_class person_class = {
    .name = "person",
    .purpose = "Name, exam, exam date and extra time of one person.",
    .commands = commands,
    .layout = person_layout,
    .draw = page_screen_draw,
    .command = inputs_screen_command,
    .destroy = person_destroy,
    .key = inputs_screen_key,
};

/* The person of that id as stored; somebody new for 0. */
static bool find(struct ui *ui, int64_t candidate_id, struct arena *arena,
                 struct candidate *out, struct error *err)
{
    struct candidate_list people;

    *out = (struct candidate){
        .label = "", .time_percent = 100, .exam = "", .exam_date = ""};
    if (candidate_id == 0)
        return true;
    if (!people_list(ui->app, arena, &people, err))
        return false;
    for (size_t i = 0; i < people.count; i++) {
        if (people.items[i].candidate_id == candidate_id) {
            *out = people.items[i];
            return true;
        }
    }
    return error_set(err, ERR_NOT_FOUND, "that person is no longer there");
}

struct screen *person_screen_create(struct ui *ui, int64_t candidate_id,
                                    struct error *err)
{
    struct person_screen *self = mem_alloc(1, sizeof *self);
    struct arena scratch = {0};
    struct candidate candidate;
    bool ok;

    self->candidate_id = candidate_id;
    self->base = (struct inputs_screen){
        .base.base.class = &person_class,
        .inputs = {.lines = self->lines, .count = LINES},
        .news = person_news,
        .back = person_back,
    };
    self->lines[ACT_SAVE] = (struct input){
        .kind = INPUT_ACT,
        .label = candidate_id == 0 ? "Add this person" : "Store the changes"};
    ok = find(ui, candidate_id, &scratch, &candidate, err) &&
         person_inputs_init(&self->person, ui, self->lines, &candidate, err);
    if (ok && candidate_id != 0 && candidate.exam[0] == '\0')
        self->base.base.page.focus = PERSON_EXAM; /* what is still to be said */
    arena_finish(&scratch);
    if (ok)
        return &self->base.base.base;
    person_destroy(&self->base.base.base);
    return NULL;
}
