/*
 * Keys of the question screen that are no commands: letters and digits that
 * choose, what is typed in code fields and prompts. Every choice goes to the
 * session first and is shown from there.
 */
#include "question_screen.h"

#include <stdio.h>
#include <string.h>

#include "proctor/domain/code.h"
#include "proctor/domain/response.h"

void question_visit(struct ui *ui, int pos)
{
    struct error err;

    if (!session_visit(ui->session, pos, &err))
        ui_say_error(ui, &err);
}

void question_choose(struct question_screen *self, struct ui *ui, int position)
{
    const char *order = session_option_order(ui->session, self->pos);
    struct error err;

    if (!session_choose(ui->session, self->pos, order[position], &err))
        ui_say_error(ui, &err);
    page_focus(&self->panes.question, position);
}

/* The position that a letter or digit names on this question, or -1. */
static int option_position(const struct question_screen *self,
                           const struct ui *ui, const struct key *key)
{
    const char *order = session_option_order(ui->session, self->pos);
    int count = (int)strlen(order);
    int position = -1;

    if (!key_is_text(key))
        return -1;
    if (key->c >= 'a' && key->c <= 'l')
        position = (int)(key->c - 'a');
    else if (key->c >= 'A' && key->c <= 'L')
        position = (int)(key->c - 'A');
    else if (key->c >= '1' && key->c <= '9')
        position = (int)(key->c - '1');
    return position < count ? position : -1;
}

static bool is_letter_or_digit_of_answers(const struct key *key)
{
    return key_is_text(key) && ((key->c >= 'a' && key->c <= 'l') ||
                                (key->c >= 'A' && key->c <= 'L') ||
                                (key->c >= '0' && key->c <= '9'));
}

/* --- code fields ---------------------------------------------------------- */

static struct str answer_of(const struct question_screen *self,
                            const struct ui *ui)
{
    return str_from(session_response(ui->session, self->pos)->answer);
}

/* Tells when an entry cannot be a code: its shape, never whether it is right.
 */
static void say_shape(struct ui *ui, const struct code_field *field,
                      struct str entry)
{
    struct code code;
    enum code_problem problem = code_parse(entry, field->set, &code);

    if (problem != CODE_OK && problem != CODE_EMPTY)
        ui_say(ui, STYLE_WARNING, "Kept as typed, but no %s code: %s.",
               code_set_title(field->set), code_problem_text(problem));
}

/* Before it is shown, as every answer: a key that changes nothing stores
 * nothing. */
static void store_code(struct question_screen *self, struct ui *ui)
{
    const struct item *item;
    size_t field, slot;
    struct error err;

    item = session_item(ui->session, self->pos);
    if (!question_entry(item, answer_of(self, ui), self->entry, &field, &slot))
        return;
    if (!session_enter_code(ui->session, self->pos, field, slot,
                            self->typed.text, &err))
        ui_say_error(ui, &err);
}

void question_begin_code(struct question_screen *self, struct ui *ui,
                         int choice)
{
    const struct item *item = session_item(ui->session, self->pos);
    struct str answer = answer_of(self, ui);
    struct code_entries entries;
    size_t field, slot;

    if (!question_entry(item, answer, choice, &field, &slot))
        return;
    response_entries(item, answer, field, &entries);
    text_field_set(&self->typed,
                   slot < entries.count ? entries.items[slot] : STR(""));
    self->mode = MODE_CODE;
    self->entry = choice;
    page_focus(&self->panes.question, choice);
}

void question_end_code(struct question_screen *self, struct ui *ui)
{
    const struct item *item;
    size_t field, slot;

    if (self->mode != MODE_CODE)
        return;
    item = session_item(ui->session, self->pos);
    if (question_entry(item, answer_of(self, ui), self->entry, &field, &slot))
        say_shape(ui, &item->fields[field], text_field_str(&self->typed));
    self->mode = MODE_COMMANDS;
}

/* From the entry to the next or the one before; past either end, out of it. */
static struct reply step_entry(struct question_screen *self, struct ui *ui,
                               int step)
{
    int next = self->entry + step;

    question_end_code(self, ui);
    if (next >= 0)
        question_begin_code(self, ui, next);
    return reply_stay();
}

static struct reply code_key(struct question_screen *self, struct ui *ui,
                             const struct key *key)
{
    if (!key->pasted) {
        if (key->press == PRESS_ENTER || key->press == PRESS_TAB ||
            key->press == PRESS_DOWN)
            return step_entry(self, ui, 1);
        if (key->press == PRESS_BACK_TAB || key->press == PRESS_UP)
            return step_entry(self, ui, -1);
    }
    if (text_field_key(&self->typed, key)) {
        store_code(self, ui);
        return reply_stay();
    }
    question_end_code(self, ui);
    return key->press == PRESS_ESCAPE ? reply_stay() : reply_ignored();
}

/* --- prompts -------------------------------------------------------------- */

static void open_number(struct question_screen *self, struct ui *ui)
{
    int count = session_sitting(ui->session)->count;
    int64_t number;

    if (str_to_i64(str_trim(text_field_str(&self->typed)), 1, count, &number))
        question_visit(ui, (int)number - 1);
    else
        ui_say(ui, STYLE_WARNING, "There is no question \"%s\": 1 to %d.",
               self->typed.text, count);
}

void question_search(struct question_screen *self, struct ui *ui,
                     struct str wanted)
{
    struct question_panes *panes = &self->panes;

    if (wanted.len > 0)
        snprintf(self->searched, sizeof self->searched, STR_FORMAT,
                 STR_ARG(wanted));
    panes->found = page_search(&panes->case_text, str_from(self->searched),
                               panes->found + 1);
    if (panes->found < 0)
        ui_say(ui, STYLE_WARNING, "\"%s\" is not in the case.", self->searched);
    else
        panes->on_case = true;
}

static struct reply prompt_key(struct question_screen *self, struct ui *ui,
                               const struct key *key)
{
    enum question_mode mode = self->mode;

    if (key->press == PRESS_ESCAPE) {
        self->mode = MODE_COMMANDS;
        return reply_stay();
    }
    if (key->press != PRESS_ENTER || key->pasted) {
        if (text_field_key(&self->typed, key))
            return reply_stay();
        self->mode = MODE_COMMANDS;
        return reply_ignored();
    }
    self->mode = MODE_COMMANDS;
    if (mode == MODE_NUMBER)
        open_number(self, ui);
    else
        question_search(self, ui, text_field_str(&self->typed));
    return reply_stay();
}

/* --- letters and digits --------------------------------------------------- */

static struct reply strike_key(struct question_screen *self, struct ui *ui,
                               const struct key *key)
{
    int position = option_position(self, ui, key);
    struct error err;

    self->mode = MODE_COMMANDS;
    if (position < 0) {
        if (key->press == PRESS_ESCAPE)
            return reply_stay();
        ui_say(ui, STYLE_WARNING,
               "Nothing is struck out: that is no letter "
               "of an option.");
        return key_is_text(key) ? reply_stay() : reply_ignored();
    }
    if (!session_toggle_strike(
            ui->session, self->pos,
            session_option_order(ui->session, self->pos)[position], &err))
        ui_say_error(ui, &err);
    page_focus(&self->panes.question, position);
    return reply_stay();
}

static struct reply answer_key(struct question_screen *self, struct ui *ui,
                               const struct key *key)
{
    int position = option_position(self, ui, key);

    if (key->pasted)
        return reply_stay();
    if (!is_letter_or_digit_of_answers(key))
        return reply_ignored();
    if (!self->panes.shows_question)
        ui_say(ui, STYLE_WARNING,
               "The case is shown; v goes back to the "
               "question.");
    else if (session_item(ui->session, self->pos)->kind == ITEM_CODES)
        ui_say(ui, STYLE_WARNING, "Enter or Tab begins to type a code.");
    else if (position < 0)
        ui_say(ui, STYLE_WARNING, "There is no such option here.");
    else
        question_choose(self, ui, position);
    return reply_stay();
}

struct reply question_key(struct screen *screen, struct ui *ui,
                          const struct key *key)
{
    struct question_screen *self = question_screen(screen);

    switch (self->mode) {
    case MODE_COMMANDS:
        break;
    case MODE_STRIKE:
        return strike_key(self, ui, key);
    case MODE_NUMBER:
    case MODE_SEARCH:
        return prompt_key(self, ui, key);
    case MODE_CODE:
        return code_key(self, ui, key);
    }
    return answer_key(self, ui, key);
}
