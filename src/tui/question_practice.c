/*
 * What a question has beside its answer: whether the candidate is sure, a note,
 * and in a practice the check that shows the key, and hints.
 */
#include "question_screen.h"

#include "proctor/domain/remark.h"

static const struct response *response_of(const struct question_screen *self,
                                          const struct ui *ui)
{
    return session_response(ui->session, self->pos);
}

static bool is_blank(const struct response *response)
{
    return !response->answer || response->answer[0] == '\0';
}

/* Every question was checked. */
static bool is_all_checked(const struct session *session)
{
    for (int pos = 0; pos < session_sitting(session)->count; pos++)
        if (!session_response(session, pos)->checked)
            return false;
    return true;
}

static void say_what_is_next(const struct question_screen *self, struct ui *ui)
{
    bool is_last = self->pos + 1 == session_sitting(ui->session)->count;

    if (is_all_checked(ui->session))
        ui_say(ui, STYLE_NORMAL,
               "Every question is checked: r, then s ends the practice.");
    else if (is_last)
        ui_say(ui, STYLE_NORMAL,
               "This is the last question: u goes to one that is open, r to "
               "all and to the end.");
    else
        ui_say(ui, STYLE_NORMAL, "n goes on.");
}

void question_check(struct question_screen *self, struct ui *ui)
{
    bool asks_first = is_blank(response_of(self, ui)) && !self->blank_is_meant;
    struct error err;

    if (asks_first && session_gives_feedback(ui->session) &&
        !response_of(self, ui)->checked) {
        self->blank_is_meant = true;
        ui_say(ui, STYLE_WARNING,
               "Nothing is answered: the same key again shows the answer all "
               "the same.");
        return;
    }
    if (!session_check(ui->session, self->pos, &err)) {
        ui_say_error(ui, &err);
        return;
    }
    self->returns_to_entry = false;
    self->panes.on_case = false;
    page_rewind(&self->panes.question);
    say_what_is_next(self, ui);
}

void question_hint(struct question_screen *self, struct ui *ui)
{
    struct arena scratch = {0};
    struct str hint;
    struct error err;

    if (session_hint(ui->session, self->pos, &scratch, &hint, &err)) {
        self->panes.on_case = false;
        self->shows_end = true;
        ui_say(ui, STYLE_NORMAL,
               "With a hint this question no longer counts as evidence of what "
               "you know.");
    } else {
        ui_say_error(ui, &err);
    }
    arena_finish(&scratch);
}

/* Not said, sure, not sure, and not said again. */
void question_sure(struct question_screen *self, struct ui *ui)
{
    int sure = response_of(self, ui)->sure;
    struct error err;

    if (!session_set_sure(ui->session, self->pos,
                          sure < 0   ? 1
                          : sure > 0 ? 0
                                     : -1,
                          &err))
        ui_say_error(ui, &err);
}

/* --- the note ------------------------------------------------------------- */

static struct reply note_done(void *context, struct ui *ui, struct str text)
{
    const struct question_screen *self = context;
    struct arena scratch = {0};
    struct error err;
    bool ok = session_set_note(ui->session, self->pos,
                               arena_str(&scratch, text).data, &err);

    arena_finish(&scratch);
    if (ok)
        return reply_pop();
    ui_say_error(ui, &err);
    return reply_stay();
}

struct reply question_note(struct question_screen *self, const struct ui *ui)
{
    const char *note = response_of(self, ui)->note;

    return reply_push(text_screen_create(
        arena_printf(&self->texts, "Note on question %d", self->pos + 1),
        "It is yours alone, and comes back when you look at this question "
        "after the end. An empty text takes it away.",
        str_from(note), note_done, self));
}
