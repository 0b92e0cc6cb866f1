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
    int position = key_option(key);

    return position < (int)strlen(order) ? position : -1;
}

static bool is_letter_or_digit_of_answers(const struct key *key)
{
    return key_option(key) >= 0 || (key_is_text(key) && key->c == '0');
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
    struct error err;

    if (!session_enter_code(ui->session, self->pos, self->entry.field,
                            self->entry.slot, self->typed.text, &err))
        ui_say_error(ui, &err);
}

/* What stands in the entry by now. */
static struct str entry_text(const struct question_screen *self,
                             const struct ui *ui, struct code_place place)
{
    struct code_entries entries;

    response_entries(session_item(ui->session, self->pos), answer_of(self, ui),
                     place.field, &entries);
    return place.slot < entries.count ? entries.items[place.slot] : STR("");
}

struct code_place question_focused_entry(const struct question_screen *self,
                                         const struct ui *ui)
{
    return question_entry(session_item(ui->session, self->pos),
                          answer_of(self, ui), self->panes.question.focus);
}

void question_begin_code(struct question_screen *self, const struct ui *ui,
                         struct code_place place)
{
    self->returns_to_entry = false;
    if (!place.is_set)
        return;
    text_field_set(&self->typed, entry_text(self, ui, place));
    self->mode = MODE_CODE;
    self->entry = place;
}

void question_end_code(struct question_screen *self, struct ui *ui)
{
    const struct item *item = session_item(ui->session, self->pos);

    if (self->mode != MODE_CODE)
        return;
    say_shape(ui, &item->fields[self->entry.field],
              text_field_str(&self->typed));
    self->mode = MODE_COMMANDS;
}

void question_clear_code(struct question_screen *self, struct ui *ui)
{
    struct code_place place = question_focused_entry(self, ui);
    struct error err;

    if (!place.is_set || entry_text(self, ui, place).len == 0)
        return;
    if (session_enter_code(ui->session, self->pos, place.field, place.slot, "",
                           &err))
        ui_say(ui, STYLE_NORMAL, "The code was taken back; z brings it back.");
    else
        ui_say_error(ui, &err);
}

static size_t lines_of(const struct question_screen *self, const struct ui *ui,
                       size_t field)
{
    return question_entry_lines(session_item(ui->session, self->pos),
                                answer_of(self, ui), field, &self->entry);
}

/* The entry below. Past those asked for, more are offered to who goes there by
 * the arrows, or fills them. */
static struct code_place entry_below(const struct question_screen *self,
                                     const struct ui *ui, bool by_arrow)
{
    const struct item *item = session_item(ui->session, self->pos);
    struct code_place place = self->entry;
    size_t asked = item->fields[place.field].slot_count;
    bool is_more_filled = place.slot >= asked && self->typed.length > 0;

    place.slot++;
    if (place.slot < asked || ((by_arrow || is_more_filled) &&
                               place.slot < lines_of(self, ui, place.field)))
        return place;
    place = (struct code_place){true, place.field + 1, 0};
    return place.field < item->field_count ? place : (struct code_place){0};
}

static struct code_place entry_above(const struct question_screen *self,
                                     const struct ui *ui)
{
    struct code_place place = self->entry;

    if (place.slot > 0)
        place.slot--;
    else if (place.field > 0) {
        place.field--;
        place.slot = lines_of(self, ui, place.field) - 1;
    } else {
        place.is_set = false;
    }
    return place;
}

/* To another entry; to none, when past either end. */
static struct reply move_to(struct question_screen *self, struct ui *ui,
                            struct code_place place)
{
    question_end_code(self, ui);
    question_begin_code(self, ui, place);
    return reply_stay();
}

/* No code has a question mark: who types one wants help. */
static bool is_call_for_help(const struct key *key)
{
    return key_is_text(key) && !key->pasted && key->c == '?';
}

static struct reply code_key(struct question_screen *self, struct ui *ui,
                             const struct key *key)
{
    if (!key->pasted) {
        if (key->press == PRESS_ENTER || key->press == PRESS_TAB)
            return move_to(self, ui, entry_below(self, ui, false));
        if (key->press == PRESS_DOWN)
            return move_to(self, ui, entry_below(self, ui, true));
        if (key->press == PRESS_BACK_TAB || key->press == PRESS_UP)
            return move_to(self, ui, entry_above(self, ui));
    }
    if (!is_call_for_help(key) && text_field_key(&self->typed, key)) {
        store_code(self, ui);
        return reply_stay();
    }
    question_end_code(self, ui);
    self->returns_to_entry = key->press != PRESS_ESCAPE;
    return self->returns_to_entry ? reply_ignored() : reply_stay();
}

/* --- prompts -------------------------------------------------------------- */

static struct reply number_key(struct question_screen *self, struct ui *ui,
                               const struct key *key)
{
    int pos;
    struct reply reply = number_prompt_key(
        &self->number, ui, key, session_sitting(ui->session)->count, &pos);

    if (pos >= 0)
        question_visit(ui, pos);
    return reply;
}

void question_search(struct question_screen *self, struct ui *ui,
                     struct str wanted)
{
    struct question_panes *panes = &self->panes;

    if (str_trim(wanted).len > 0)
        snprintf(self->searched, sizeof self->searched, STR_FORMAT,
                 STR_ARG(wanted));
    if (self->searched[0] == '\0') {
        ui_say(ui, STYLE_WARNING, "Type a word to search for.");
        return;
    }
    question_panes_lay_case(
        panes, session_item(ui->session, self->pos)->case_text, ui->ascii);
    panes->found = page_search(&panes->case_text, str_from(self->searched),
                               panes->found + 1);
    if (panes->found < 0)
        ui_say(ui, STYLE_WARNING, "\"%s\" is not in the case.", self->searched);
    else
        panes->on_case = true;
}

static struct reply search_key(struct question_screen *self, struct ui *ui,
                               const struct key *key)
{
    bool is_entered = key->press == PRESS_ENTER && !key->pasted;

    if (!is_entered && key->press != PRESS_ESCAPE &&
        text_field_key(&self->typed, key))
        return reply_stay();
    self->mode = MODE_COMMANDS;
    if (is_entered)
        question_search(self, ui, text_field_str(&self->typed));
    return is_entered || key->press == PRESS_ESCAPE ? reply_stay()
                                                    : reply_ignored();
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
               "The case is shown; v goes back to the question.");
    else if (session_response(ui->session, self->pos)->checked)
        ui_say(ui, STYLE_NORMAL, "It is checked: the answer stays. n goes on.");
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

    if (self->number.is_asking)
        return number_key(self, ui, key);
    switch (self->mode) {
    case MODE_COMMANDS:
        break;
    case MODE_STRIKE:
        return strike_key(self, ui, key);
    case MODE_SEARCH:
        return search_key(self, ui, key);
    case MODE_CODE:
        return code_key(self, ui, key);
    }
    return answer_key(self, ui, key);
}
