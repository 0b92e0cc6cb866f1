/*
 * The question screen: the current question of the session, laid out. The
 * panes are question_view.c, what commands do is question_acts.c and
 * question_practice.c, keys that type are question_keys.c.
 */
#include "question_screen.h"

#include <stdlib.h>

#include "proctor/app/review.h"
#include "proctor/base/mem.h"
#include "proctor/domain/response.h"

static const enum command commands[] = {
    CMD_NEXT,    CMD_PREVIOUS,   CMD_MARK,   CMD_REVIEW, CMD_CASE,
    CMD_STRIKE,  CMD_UNANSWERED, CMD_NUMBER, CMD_TIME,   CMD_UNDO,
    CMD_SURE,    CMD_NOTE,       CMD_LEAVE,  CMD_FIELD,  CMD_CHOOSE,
    CMD_SEARCH,  CMD_CLOCK,      CMD_CLEAR,  CMD_UP,     CMD_DOWN,
    CMD_PAGE_UP, CMD_PAGE_DOWN,  CMD_TOP,    CMD_BOTTOM, CMD_FIELD_BACK,
    CMD_BACK,    CMD_NONE,
};
static const enum command practice_commands[] = {
    CMD_CHECK,  CMD_HINT,       CMD_NEXT,    CMD_PREVIOUS,   CMD_MARK,
    CMD_REVIEW, CMD_CASE,       CMD_STRIKE,  CMD_UNANSWERED, CMD_NUMBER,
    CMD_TIME,   CMD_UNDO,       CMD_SURE,    CMD_NOTE,       CMD_LEAVE,
    CMD_FIELD,  CMD_CHOOSE,     CMD_SEARCH,  CMD_CLOCK,      CMD_CLEAR,
    CMD_UP,     CMD_DOWN,       CMD_PAGE_UP, CMD_PAGE_DOWN,  CMD_TOP,
    CMD_BOTTOM, CMD_FIELD_BACK, CMD_BACK,    CMD_NONE,
};

/* The hints at the foot, for what the question has. */
static const enum command plain_hints[] = {
    CMD_CHOOSE, CMD_CHECK, CMD_HINT,   CMD_REVIEW, CMD_NEXT,       CMD_PREVIOUS,
    CMD_MARK,   CMD_TIME,  CMD_STRIKE, CMD_NUMBER, CMD_UNANSWERED, CMD_SURE,
    CMD_NOTE,   CMD_UNDO,  CMD_LEAVE,  CMD_CLOCK,  CMD_NONE,
};
static const enum command case_hints[] = {
    CMD_CHOOSE, CMD_CHECK,      CMD_CASE,   CMD_HINT, CMD_REVIEW,
    CMD_NEXT,   CMD_PREVIOUS,   CMD_MARK,   CMD_TIME, CMD_STRIKE,
    CMD_NUMBER, CMD_UNANSWERED, CMD_SEARCH, CMD_SURE, CMD_NOTE,
    CMD_UNDO,   CMD_LEAVE,      CMD_CLOCK,  CMD_NONE,
};
static const enum command code_hints[] = {
    CMD_FIELD, CMD_CHECK, CMD_HINT, CMD_REVIEW, CMD_NEXT,   CMD_PREVIOUS,
    CMD_MARK,  CMD_TIME,  CMD_CASE, CMD_CLEAR,  CMD_NUMBER, CMD_UNANSWERED,
    CMD_SURE,  CMD_NOTE,  CMD_UNDO, CMD_LEAVE,  CMD_CLOCK,  CMD_NONE,
};
/* Where the case stands in place of the question. */
static const enum command reading_hints[] = {
    CMD_CASE,  CMD_SEARCH, CMD_REVIEW, CMD_NEXT,       CMD_PREVIOUS,
    CMD_MARK,  CMD_TIME,   CMD_NUMBER, CMD_UNANSWERED, CMD_UNDO,
    CMD_LEAVE, CMD_CLOCK,  CMD_NONE,
};
/* Where nothing can be answered any more. */
static const enum command checked_hints[] = {
    CMD_NEXT, CMD_REVIEW, CMD_PREVIOUS, CMD_UNANSWERED, CMD_CASE, CMD_NOTE,
    CMD_MARK, CMD_NUMBER, CMD_TIME,     CMD_LEAVE,      CMD_NONE,
};

static const enum command *all_hints(const struct question_screen *self,
                                     const struct session *session)
{
    const struct item *item = session_item(session, self->pos);

    return self->panes.on_case                             ? reading_hints
           : session_response(session, self->pos)->checked ? checked_hints
           : item->kind == ITEM_CODES                      ? code_hints
           : item->case_text                               ? case_hints
                                                           : plain_hints;
}

static bool is_of_use(enum command command, const struct session *session,
                      int pos)
{
    return command == CMD_CHECK  ? session_gives_feedback(session)
           : command == CMD_HINT ? session_sitting(session)->gives_hints
           : command == CMD_CASE ? session_item(session, pos)->case_text != NULL
                                 : true;
}

static const enum command *hints_of(struct question_screen *self,
                                    const struct session *session)
{
    const enum command *all = all_hints(self, session);
    enum command *hints = ARENA_ARRAY(&self->texts, enum command, CMD_COUNT);
    size_t count = 0;

    for (; *all != CMD_NONE; all++)
        if (is_of_use(*all, session, self->pos))
            hints[count++] = *all;
    return hints; /* the rest is CMD_NONE */
}

/* --- layout --------------------------------------------------------------- */

/* The line that is typed at the foot. */
static void add_prompt(const struct question_screen *self,
                       struct question_view *view)
{
    struct frame asked = {0};

    number_prompt_frame(&self->number, &asked);
    if (self->mode == MODE_SEARCH) {
        asked.prompt = "Search in the case (Esc: back):";
        asked.typed = &self->typed;
    }
    view->prompt = asked.prompt;
    view->prompt_typed = asked.typed;
}

static const char *note_of(enum question_mode mode)
{
    return mode == MODE_STRIKE ? "letter: strike out"
           : mode == MODE_CODE ? "typing a code; Esc ends"
                               : NULL;
}

static const struct review_item *feedback_of(struct question_screen *self,
                                             const struct session *session)
{
    struct review_item *feedback = ARENA_NEW(&self->texts, struct review_item);

    session_feedback(session, self->pos, &self->texts, feedback);
    return feedback;
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
        .hints = hints_of(self, session),
        .note = note_of(self->mode),
        .hints_told = session_hints(session, pos, &self->texts),
    };

    view.case_count = session_case_span(session, pos, &view.case_first);
    view.case_is_read = self->case_read[view.case_first];
    add_prompt(self, &view);
    if (view.response->checked)
        view.feedback = feedback_of(self, session);
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
    self->number.is_asking = false;
    self->returns_to_entry = false;
    self->blank_is_meant = false;
    self->shows_end = false;
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
    if (self->shows_end)
        page_command(&self->panes.question, CMD_BOTTOM);
    self->shows_end = false;
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
        return reply_push(leave_screen_create(ui));
    if (command == CMD_NOTE)
        return question_note(self, ui);
    if (command == CMD_BACK)
        self->panes.on_case = false;
    if (question_acts[command])
        question_acts[command](self, ui);
    return question_acts[command] || command == CMD_BACK ? reply_stay()
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

#define QUESTION_PURPOSE                                                       \
    "Read the question and choose: everything is stored at once. Go through "  \
    "the questions in any order the exam allows, mark what you want to see "   \
    "again, and look at all of them before the end."

static const struct screen_class question_class = {
    .name = "question",
    .purpose = QUESTION_PURPOSE,
    .commands = commands,
    .layout = question_layout,
    .draw = question_draw,
    .command = question_command,
    .destroy = question_destroy,
    .key = question_key,
};

static const struct screen_class practice_class = {
    .name = "question of a practice",
    .purpose = QUESTION_PURPOSE
    " With feedback you check each answer when you are done with it: then it "
    "stays, and you see the right one and why.",
    .commands = practice_commands,
    .layout = question_layout,
    .draw = question_draw,
    .command = question_command,
    .destroy = question_destroy,
    .key = question_key,
};

struct screen *question_screen_create(struct ui *ui)
{
    struct question_screen *self = mem_alloc(1, sizeof *self);

    self->base.class = session_mode(ui->session) == MODE_EXAM ? &question_class
                                                              : &practice_class;
    self->pos = -1;
    self->case_read = mem_alloc((size_t)session_sitting(ui->session)->count,
                                sizeof *self->case_read);
    if (session_sitting(ui->session)->current < 0)
        question_visit(ui, 0);
    return &self->base;
}
