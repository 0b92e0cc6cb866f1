/*
 * What to practise: the lines that say so, and below them what there is for
 * it, looked up anew after every change. The sheet before the start is
 * start_screen.c.
 */
#include <stdlib.h>

#include "proctor/app/exams.h"
#include "proctor/base/mem.h"

#include "inputs_screen.h"
#include "pick_screen.h"
#include "practice_lines.h"
#include "practice_view.h"
#include "screens.h"

struct practice_screen {
    struct inputs_screen base;
    struct input lines[PRACTICE_LINES];
    struct practice_subject subject;
    struct arena chosen; /* of the subject's texts */
    struct arena listed; /* of the list that is open */
    struct practice_choices choices;
    struct arena offered; /* of the offer */
    struct practice_offer offer;
    struct error problem; /* why there is no offer */
    bool has_offer, is_current;
};

static const enum command commands[] = {INPUTS_COMMANDS, CMD_NONE};

/* --- the subject ---------------------------------------------------------- */

static void show_subject(struct practice_screen *self)
{
    practice_lines_show(self->lines, &self->subject);
    self->is_current = false;
}

static const char *keep(struct practice_screen *self, const char *text)
{
    return arena_strdup(&self->chosen, text);
}

/* What the name is called where that can be looked up, else the name. */
static const char *title_of(struct practice_screen *self, struct ui *ui,
                            enum practice_scope scope, const char *name)
{
    struct arena scratch = {0};
    struct practice_choices choices;
    const char *title = name;

    if (practice_choices(ui->app, scope, self->subject.exam, &scratch, &choices,
                         NULL))
        for (size_t i = 0; i < choices.count; i++)
            if (str_is(str_from(choices.items[i].name), name))
                title = choices.items[i].title;
    title = keep(self, title);
    arena_finish(&scratch);
    return title;
}

static void set_exam(struct practice_screen *self, struct ui *ui,
                     const char *exam)
{
    self->subject.exam = keep(self, exam);
    self->subject.exam_title = title_of(self, ui, PRACTICE_EXAM, exam);
}

static void set_subject(struct practice_screen *self, struct ui *ui,
                        const struct practice_request *request)
{
    const char *exam =
        request->exam ? request->exam : app_candidate(ui->app)->exam;
    struct practice_subject *subject = &self->subject;

    subject->scope = request->scope;
    if (exam[0] != '\0')
        set_exam(self, ui, exam);
    if (request->name) {
        subject->name = keep(self, request->name);
        subject->name_title = title_of(self, ui, request->scope, request->name);
    }
    show_subject(self);
}

/* --- lists ---------------------------------------------------------------- */

static void scope_picked(void *context, struct ui *ui, size_t index)
{
    struct practice_screen *self = context;

    (void)ui;
    if (self->subject.scope != (enum practice_scope)index)
        self->subject.name = self->subject.name_title = NULL;
    self->subject.scope = (enum practice_scope)index;
    show_subject(self);
}

static void exam_picked(void *context, struct ui *ui, size_t index)
{
    struct practice_screen *self = context;
    const struct practice_choice *choice = &self->choices.items[index];

    (void)ui;
    self->subject.exam = keep(self, choice->name);
    self->subject.exam_title = keep(self, choice->title);
    if (self->subject.scope == PRACTICE_SECTION)
        self->subject.name = self->subject.name_title = NULL;
    show_subject(self);
}

static void name_picked(void *context, struct ui *ui, size_t index)
{
    struct practice_screen *self = context;
    const struct practice_choice *choice = &self->choices.items[index];

    (void)ui;
    self->subject.name = keep(self, choice->name);
    self->subject.name_title = keep(self, choice->title);
    show_subject(self);
}

static struct reply pick_scope(struct practice_screen *self)
{
    const char *rows[PRACTICE_SCOPE_COUNT];

    for (int i = 0; i < PRACTICE_SCOPE_COUNT; i++)
        rows[i] = practice_scope_label((enum practice_scope)i);
    return reply_push(pick_screen_create(&(struct pick_spec){
        .title = "Practise what?",
        .rows = rows,
        .count = PRACTICE_SCOPE_COUNT,
        .chosen = (size_t)self->subject.scope,
        .picked = scope_picked,
        .context = self,
    }));
}

/* A list of what the scope can be named after. */
static struct reply pick(struct practice_screen *self, struct ui *ui,
                         enum practice_scope scope, const char *chosen,
                         struct pick_spec spec)
{
    struct practice_choices *choices = &self->choices;
    const char **rows;
    struct error err;

    arena_reset(&self->listed);
    if (!practice_choices(ui->app, scope, self->subject.exam, &self->listed,
                          choices, &err)) {
        ui_say_error(ui, &err);
        return reply_stay();
    }
    rows = ARENA_ARRAY(&self->listed, const char *, choices->count);
    for (size_t i = 0; i < choices->count; i++) {
        rows[i] = practice_choice_words(&choices->items[i], &self->listed);
        if (chosen && str_is(str_from(choices->items[i].name), chosen))
            spec.chosen = i;
    }
    spec.rows = rows;
    spec.count = choices->count;
    spec.context = self;
    return reply_push(pick_screen_create(&spec));
}

/* --- the start ------------------------------------------------------------ */

static struct reply start(struct practice_screen *self, struct ui *ui)
{
    struct practice_request request;
    struct error err;
    int line;

    if (!practice_lines_take(self->lines, &self->subject, &request, &line)) {
        inputs_focus(&self->base.inputs, &self->base.base.page, line);
        return reply_stay();
    }
    return reply_push_or_say(
        ui, practice_start_screen_create(ui, &request, &err), &err);
}

/* --- the offer ------------------------------------------------------------ */

static bool look(struct practice_screen *self, struct ui *ui, struct error *err)
{
    struct practice_request request;
    int line;

    arena_reset(&self->offered);
    if (!practice_lines_take(self->lines, &self->subject, &request, &line))
        return error_set(err, ERR_INVALID,
                         "the lines above do not say yet what to practise");
    return practice_offer(ui->app, &request, &self->offered, &self->offer, err);
}

static struct reply practice_work(struct screen *screen, struct ui *ui,
                                  bool *done_out)
{
    struct practice_screen *self = (struct practice_screen *)screen;

    *done_out = true;
    if (self->is_current)
        return reply_stay();
    self->problem = (struct error){0};
    self->has_offer = look(self, ui, &self->problem);
    self->is_current = true;
    return reply_stay();
}

/* --- screen --------------------------------------------------------------- */

static void practice_layout(struct screen *screen, const struct ui *ui,
                            int width, int height)
{
    struct practice_screen *self = (struct practice_screen *)screen;
    struct page *page = &self->base.base.page;
    const char *problem =
        self->problem.code != ERR_NONE ? self->problem.message : NULL;

    inputs_screen_begin(&self->base, ui, "Practice", width, height);
    inputs_build(&self->base.inputs, page);
    practice_offer_page(page, self->has_offer ? &self->offer : NULL, problem);
    inputs_screen_end(&self->base);
}

static struct reply open_line(struct practice_screen *self, struct ui *ui,
                              int line)
{
    struct practice_subject *subject = &self->subject;

    if (line == PRACTICE_LINE_SCOPE)
        return pick_scope(self);
    if (line == PRACTICE_LINE_EXAM)
        return pick(self, ui, PRACTICE_EXAM, subject->exam,
                    (struct pick_spec){.title = "Which exam?",
                                       .picked = exam_picked});
    if (line == PRACTICE_LINE_NAME)
        return pick(self, ui, subject->scope, subject->name,
                    (struct pick_spec){.title = "Which one?",
                                       .picked = name_picked});
    return start(self, ui);
}

static struct reply practice_news(struct inputs_screen *screen, struct ui *ui,
                                  struct input_news news)
{
    struct practice_screen *self = (struct practice_screen *)screen;

    if (news.event == INPUT_OPENED)
        return open_line(self, ui, news.line);
    self->is_current &= news.event != INPUT_CHANGED;
    return reply_stay();
}

static struct reply practice_back(struct inputs_screen *screen, struct ui *ui)
{
    (void)screen;
    (void)ui;
    return reply_pop();
}

static void practice_destroy(struct screen *screen)
{
    struct practice_screen *self = (struct practice_screen *)screen;

    page_screen_finish(&self->base.base);
    arena_finish(&self->chosen);
    arena_finish(&self->listed);
    arena_finish(&self->offered);
    free(self);
}

static const struct screen_class practice_class = {
    .name = "practice",
    .purpose = "Choose what to practise, how much, and how; then start.",
    .commands = commands,
    .layout = practice_layout,
    .draw = page_screen_draw,
    .command = inputs_screen_command,
    .destroy = practice_destroy,
    .key = inputs_screen_key,
    .work = practice_work,
};

struct screen *practice_screen_create(struct ui *ui,
                                      const struct practice_request *request,
                                      struct error *err)
{
    static const struct practice_request usual = {
        .scope = PRACTICE_EXAM, .questions = PRACTICE_QUESTIONS};
    struct practice_screen *self = mem_alloc(1, sizeof *self);

    (void)err;
    self->base = (struct inputs_screen){
        .base.base.class = &practice_class,
        .inputs = {.lines = self->lines, .count = PRACTICE_LINES},
        .news = practice_news,
        .back = practice_back,
    };
    practice_lines_init(self->lines, request ? request : &usual);
    set_subject(self, ui, request ? request : &usual);
    return &self->base.base.base;
}
