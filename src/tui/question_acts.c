/*
 * What the commands of the question screen do, one function each. Every choice
 * goes to the session first and is shown from there.
 */
#include "question_screen.h"

static void step(struct question_screen *self, struct ui *ui, int by)
{
    int pos = self->pos + by;

    if (pos < 0)
        ui_say(ui, STYLE_NORMAL, "This is the first question.");
    else if (pos >= session_sitting(ui->session)->count)
        ui_say(ui, STYLE_NORMAL,
               "This is the last question; r shows all questions and the "
               "end.");
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
    number_prompt_begin(&self->number);
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
    struct page *page = &self->panes.question;
    int focus = page->focus;

    if (!self->panes.shows_question)
        toggle_case(self, ui);
    else if (focus >= 0 && !page_shows_focus(page))
        page_focus(page, focus);
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

void (*const question_acts[CMD_COUNT])(struct question_screen *self,
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
    [CMD_CHECK] = question_check,
    [CMD_HINT] = question_hint,
    [CMD_SURE] = question_sure,
};
