/*
 * The question screen: the current question of the session, its commands. The
 * panes are question_view.c, keys that type are question_keys.c.
 */
#include "question_screen.h"

#include <stdlib.h>

#include "proctor/base/mem.h"
#include "proctor/domain/response.h"

static const enum command commands[] = {
    CMD_NEXT,   CMD_PREVIOUS,   CMD_MARK,       CMD_REVIEW,  CMD_CASE,
    CMD_STRIKE, CMD_UNANSWERED, CMD_NUMBER,     CMD_TIME,    CMD_UNDO,
    CMD_LEAVE,  CMD_FIELD,      CMD_CHOOSE,     CMD_SEARCH,  CMD_CLOCK,
    CMD_CLEAR,  CMD_UP,         CMD_DOWN,       CMD_PAGE_UP, CMD_PAGE_DOWN,
    CMD_TOP,    CMD_BOTTOM,     CMD_FIELD_BACK, CMD_BACK,    CMD_NONE,
};

/* The hints at the foot, for what the question has. */
static const enum command plain_hints[] = {
    CMD_CHOOSE, CMD_REVIEW, CMD_NEXT,   CMD_PREVIOUS,   CMD_MARK,
    CMD_TIME,   CMD_STRIKE, CMD_NUMBER, CMD_UNANSWERED, CMD_UNDO,
    CMD_CLOCK,  CMD_LEAVE,  CMD_NONE,
};
static const enum command case_hints[] = {
    CMD_CHOOSE, CMD_CASE, CMD_REVIEW, CMD_NEXT,   CMD_PREVIOUS,
    CMD_MARK,   CMD_TIME, CMD_STRIKE, CMD_NUMBER, CMD_UNANSWERED,
    CMD_SEARCH, CMD_UNDO, CMD_CLOCK,  CMD_LEAVE,  CMD_NONE,
};
static const enum command code_hints[] = {
    CMD_FIELD, CMD_REVIEW, CMD_NEXT,  CMD_PREVIOUS, CMD_MARK,
    CMD_TIME,  CMD_CASE,   CMD_CLEAR, CMD_NUMBER,   CMD_UNANSWERED,
    CMD_UNDO,  CMD_CLOCK,  CMD_LEAVE, CMD_NONE,
};
/* Where the case stands in place of the question. */
static const enum command reading_hints[] = {
    CMD_CASE,  CMD_SEARCH, CMD_REVIEW, CMD_NEXT,       CMD_PREVIOUS,
    CMD_MARK,  CMD_TIME,   CMD_NUMBER, CMD_UNANSWERED, CMD_UNDO,
    CMD_CLOCK, CMD_LEAVE,  CMD_NONE,
};

static const enum command *hints_of(const struct question_screen *self,
                                    const struct item *item)
{
    return self->panes.on_case        ? reading_hints
           : item->kind == ITEM_CODES ? code_hints
           : item->case_text          ? case_hints
                                      : plain_hints;
}

/* --- layout --------------------------------------------------------------- */

static const char *prompt_of(enum question_mode mode)
{
    return mode == MODE_NUMBER   ? "Open question number (Esc: back):"
           : mode == MODE_SEARCH ? "Search in the case (Esc: back):"
                                 : NULL;
}

static const char *note_of(enum question_mode mode)
{
    return mode == MODE_STRIKE ? "letter: strike out"
           : mode == MODE_CODE ? "typing a code; Esc ends"
                               : NULL;
}

static struct question_view view_of(struct question_screen *self,
                                    const struct ui *ui)
{
    const struct session *session = ui->session;
    const struct exam *exam = session_exam(session);
    int pos = self->pos, section = session_section(session, pos);
    struct question_view view = {
        .exam_title = exam->title,
        .candidate = str_from(session_candidate(session)->label),
        .section = section >= 0 ? exam->sections[section].title : STR(""),
        .pos = pos,
        .count = session_sitting(session)->count,
        .item = session_item(session, pos),
        .response = session_response(session, pos),
        .option_order = session_option_order(session, pos),
        .left_ms = session_left_ms(session),
        .clock_hidden = session_sitting(session)->clock_hidden,
        .pace = session_pace(session),
        .alert = ui_not_saved(&self->texts, ui),
        .typing =
            self->mode == MODE_CODE ? self->entry : (struct code_place){0},
        .typed = &self->typed,
        .prompt = prompt_of(self->mode),
        .prompt_typed = &self->typed,
        .hints = hints_of(self, session_item(session, pos)),
        .note = note_of(self->mode),
    };

    view.case_count = session_case_span(session, pos, &view.case_first);
    view.case_is_read = self->case_read[view.case_first];
    return view;
}

/* The first chosen option, so that arrows start there. */
static int chosen_position(const struct session *session, int pos)
{
    const char *order = session_option_order(session, pos);
    struct str answer = str_from(session_response(session, pos)->answer);

    for (int i = 0; order[i] != '\0'; i++)
        if (response_has(answer, order[i]))
            return i;
    return 0;
}

/* Another question came: its pane starts anew, the case stays where it was
 * read when it is still the same. */
static void turn_to(struct question_screen *self, const struct ui *ui, int pos)
{
    const struct session *session = ui->session;
    bool same_case =
        self->pos >= 0 && session_item(session, self->pos)->case_text ==
                              session_item(session, pos)->case_text;

    page_rewind(&self->panes.question);
    self->panes.question.focus = chosen_position(session, pos);
    if (!same_case) {
        page_rewind(&self->panes.case_text);
        self->panes.found = -1;
    }
    self->panes.on_case = false;
    self->mode = MODE_COMMANDS;
    self->returns_to_entry = false;
    self->pos = pos;
}

static void question_layout(struct screen *screen, const struct ui *ui,
                            int width, int height)
{
    struct question_screen *self = question_screen(screen);
    int current = session_sitting(ui->session)->current;
    struct question_view view;

    if (current != self->pos)
        turn_to(self, ui, current);
    if (self->returns_to_entry && self->mode == MODE_COMMANDS &&
        !self->panes.on_case)
        question_begin_code(self, ui, self->entry);
    arena_reset(&self->texts);
    view = view_of(self, ui);
    question_panes_layout(&self->panes, &view, ui, width, height);
    if (self->panes.shows_case)
        self->case_read[view.case_first] = true;
}

static void question_draw(const struct screen *screen, const struct ui *ui,
                          struct canvas *canvas)
{
    const struct question_screen *self = (const struct question_screen *)screen;

    question_panes_draw(&self->panes, ui, canvas);
}

/* --- commands ------------------------------------------------------------- */

static void step(struct question_screen *self, struct ui *ui, int by)
{
    int pos = self->pos + by;

    if (pos < 0)
        ui_say(ui, STYLE_NORMAL, "This is the first question.");
    else if (pos >= session_sitting(ui->session)->count)
        ui_say(ui, STYLE_NORMAL,
               "This is the last question; r shows all "
               "questions and the end.");
    else
        question_visit(ui, pos);
}

static void go_next(struct question_screen *self, struct ui *ui)
{
    step(self, ui, 1);
}

static void go_previous(struct question_screen *self, struct ui *ui)
{
    step(self, ui, -1);
}

static void go_unanswered(struct question_screen *self, struct ui *ui)
{
    int pos = session_next_open(ui->session, self->pos);

    if (pos < 0)
        ui_say(ui, STYLE_NORMAL, "Every question is answered.");
    else if (pos == self->pos)
        ui_say(ui, STYLE_NORMAL, "Only this question is not answered.");
    else
        question_visit(ui, pos);
}

static void mark(struct question_screen *self, struct ui *ui)
{
    struct error err;

    if (!session_toggle_mark(ui->session, self->pos, &err))
        ui_say_error(ui, &err);
}

static void clear(struct question_screen *self, struct ui *ui)
{
    const struct response *response = session_response(ui->session, self->pos);
    struct error err;

    if (!response->answer || response->answer[0] == '\0')
        return;
    if (session_item(ui->session, self->pos)->kind == ITEM_CODES) {
        question_clear_code(self, ui);
        return;
    }
    if (session_clear(ui->session, self->pos, &err))
        ui_say(ui, STYLE_NORMAL,
               "The answer was taken back; z brings it back.");
    else
        ui_say_error(ui, &err);
}

static void undo(struct question_screen *self, struct ui *ui)
{
    struct error err;
    int pos;

    if (!session_undo(ui->session, &pos, &err)) {
        ui_say_error(ui, &err);
        return;
    }
    if (pos != self->pos)
        question_visit(ui, pos);
    ui_say(ui, STYLE_NORMAL, "Taken back on question %d.", pos + 1);
}

static void strike(struct question_screen *self, struct ui *ui)
{
    if (session_item(ui->session, self->pos)->kind == ITEM_CODES)
        ui_say(ui, STYLE_WARNING, "There are no options to strike out.");
    else
        self->mode = MODE_STRIKE;
}

static void ask_number(struct question_screen *self, struct ui *ui)
{
    (void)ui;
    text_field_set(&self->typed, STR(""));
    self->mode = MODE_NUMBER;
}

static bool has_case(struct question_screen *self, struct ui *ui)
{
    if (session_item(ui->session, self->pos)->case_text)
        return true;
    ui_say(ui, STYLE_NORMAL, "This question has no case.");
    return false;
}

static void toggle_case(struct question_screen *self, struct ui *ui)
{
    if (has_case(self, ui))
        self->panes.on_case = !self->panes.on_case;
}

static void ask_search(struct question_screen *self, struct ui *ui)
{
    if (!has_case(self, ui))
        return;
    text_field_set(&self->typed, STR(""));
    self->mode = MODE_SEARCH;
}

static void say_time(struct question_screen *self, struct ui *ui)
{
    (void)self;
    ui_say_time(ui);
}

static void toggle_clock(struct question_screen *self, struct ui *ui)
{
    struct error err;

    (void)self;
    if (!session_hide_clock(ui->session,
                            !session_sitting(ui->session)->clock_hidden, &err))
        ui_say_error(ui, &err);
}

static void choose_focus(struct question_screen *self, struct ui *ui)
{
    int focus = self->panes.question.focus;

    if (!self->panes.shows_question)
        toggle_case(self, ui);
    else if (session_item(ui->session, self->pos)->kind == ITEM_CODES)
        question_begin_code(self, ui, question_focused_entry(self, ui));
    else if (focus >= 0)
        question_choose(self, ui, focus);
}

static void enter_field(struct question_screen *self, struct ui *ui)
{
    if (session_item(ui->session, self->pos)->kind == ITEM_CODES &&
        self->panes.shows_question)
        question_begin_code(self, ui, question_focused_entry(self, ui));
}

static void (*const acts[CMD_COUNT])(struct question_screen *self,
                                     struct ui *ui) = {
    [CMD_NEXT] = go_next,
    [CMD_PREVIOUS] = go_previous,
    [CMD_UNANSWERED] = go_unanswered,
    [CMD_MARK] = mark,
    [CMD_CLEAR] = clear,
    [CMD_UNDO] = undo,
    [CMD_STRIKE] = strike,
    [CMD_NUMBER] = ask_number,
    [CMD_CASE] = toggle_case,
    [CMD_SEARCH] = ask_search,
    [CMD_TIME] = say_time,
    [CMD_CLOCK] = toggle_clock,
    [CMD_CHOOSE] = choose_focus,
    [CMD_FIELD] = enter_field,
    [CMD_FIELD_BACK] = enter_field,
};

static struct reply question_command(struct screen *screen, struct ui *ui,
                                     enum command command)
{
    struct question_screen *self = question_screen(screen);
    struct page *page =
        self->panes.on_case ? &self->panes.case_text : &self->panes.question;

    if (page_command(page, command)) {
        if (!self->panes.on_case)
            self->returns_to_entry = false; /* it may be out of sight */
        return reply_stay();
    }
    if (command == CMD_REVIEW)
        return reply_push(overview_screen_create());
    if (command == CMD_LEAVE)
        return reply_push(leave_screen_create());
    if (command == CMD_BACK)
        self->panes.on_case = false;
    if (acts[command])
        acts[command](self, ui);
    return acts[command] || command == CMD_BACK ? reply_stay()
                                                : reply_ignored();
}

static void question_destroy(struct screen *screen)
{
    struct question_screen *self = question_screen(screen);

    question_panes_finish(&self->panes);
    arena_finish(&self->texts);
    free(self->case_read);
    free(self);
}

static const struct screen_class question_class = {
    .name = "question",
    .commands = commands,
    .layout = question_layout,
    .draw = question_draw,
    .command = question_command,
    .destroy = question_destroy,
    .key = question_key,
};

struct screen *question_screen_create(struct ui *ui)
{
    struct question_screen *self = mem_alloc(1, sizeof *self);

    self->base.class = &question_class;
    self->pos = -1;
    self->case_read = mem_alloc((size_t)session_sitting(ui->session)->count,
                                sizeof *self->case_read);
    if (session_sitting(ui->session)->current < 0)
        question_visit(ui, 0);
    return &self->base;
}
