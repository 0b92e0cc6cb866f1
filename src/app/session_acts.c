/*
 * What a candidate does in a sitting. Each act is checked against the rules,
 * applied and stored; what an act replaced is kept for undo.
 */
#include "proctor/app/session.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"
#include "proctor/domain/response.h"

#include "session_private.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

/* The stored value that an act of this kind would replace. */
static const char *value_before(const struct session *session,
                                enum event_kind kind, int pos)
{
    const struct response *response = &session->sitting.responses[pos];

    if (kind == EVENT_MARK)
        return response->marked ? "1" : "0";
    if (kind == EVENT_STRIKE)
        return response->struck;
    return or_empty(response->answer);
}

/* The clock before every act. Time that passed asleep is charged when the
 * candidate just goes on; ending a sitting whose time is over is the tick's. */
static bool is_in_time(struct session *session, struct error *err)
{
    session_read_clock(session);
    session_settle_sleep(session, true);
    return session->sitting.state != SITTING_RUNNING ||
           !exam_clock_is_over(&session->clock) ||
           error_set(err, ERR_INVALID,
                     "time is over: what was answered by then counts");
}

bool session_act(struct session *session, enum event_kind kind, int pos,
                 const char *value, struct error *err)
{
    if (!is_in_time(session, err) ||
        !session_may(session, kind, pos, value, err))
        return false;
    session_apply(session, kind, pos, value);
    if (event_kind_acts(kind))
        session_flush(session);
    return true;
}

bool session_is_question(const struct session *session, int pos,
                         struct error *err)
{
    return (pos >= 0 && pos < session->count) ||
           error_set(err, ERR_INVALID, "there is no question %d", pos + 1);
}

/* What changes nothing is checked, but neither stored nor taken back. */
static bool undoable_act(struct session *session, enum event_kind kind, int pos,
                         const char *value, struct error *err)
{
    char *before;
    bool ok;

    if (!session_is_question(session, pos, err))
        return false;
    before = mem_strdup(value_before(session, kind, pos));
    if (strcmp(before, value) == 0) {
        free(before);
        return is_in_time(session, err) &&
               session_may(session, kind, pos, value, err);
    }
    ok = session_act(session, kind, pos, value, err);
    if (ok)
        *array_add(&session->undo) = (struct undo_entry){kind, pos, before};
    else
        free(before);
    return ok;
}

bool session_visit(struct session *session, int pos, struct error *err)
{
    if (!session_is_question(session, pos, err))
        return false;
    if (session->sitting.current == pos)
        return true;
    return session_act(session, EVENT_VISIT, pos, "", err);
}

bool session_choose(struct session *session, int pos, char letter,
                    struct error *err)
{
    struct arena scratch = {0};
    struct str answer;
    bool ok = false;

    if (!session_is_question(session, pos, err))
        return false;
    if (response_toggle(&session->items[pos],
                        str_from(session->sitting.responses[pos].answer),
                        letter, &scratch, &answer, err))
        ok = undoable_act(session, EVENT_ANSWER, pos, answer.data, err);
    arena_finish(&scratch);
    return ok;
}

bool session_enter_code(struct session *session, int pos, size_t field,
                        size_t slot, const char *text, struct error *err)
{
    struct arena scratch = {0};
    struct str before, after;
    bool ok;

    if (!session_is_question(session, pos, err))
        return false;
    before = str_from(session->sitting.responses[pos].answer);
    after = response_with_entry(&session->items[pos], before, field, slot,
                                str_from(text), &scratch);
    ok = after.len <= RESPONSE_TEXT_MAX
             ? undoable_act(session, EVENT_ANSWER, pos, after.data, err)
             : error_set(err, ERR_INVALID,
                         "the entry is too long: a code has a few characters");
    arena_finish(&scratch);
    return ok;
}

bool session_clear(struct session *session, int pos, struct error *err)
{
    return undoable_act(session, EVENT_ANSWER, pos, "", err);
}

bool session_toggle_mark(struct session *session, int pos, struct error *err)
{
    bool marked = pos >= 0 && pos < session->count &&
                  session->sitting.responses[pos].marked;

    return undoable_act(session, EVENT_MARK, pos, marked ? "0" : "1", err);
}

/* `letters` with the letter put in, in order, or taken out. */
static void toggle_letter(const char *letters, char letter,
                          char out[ITEM_OPTIONS_MAX + 1])
{
    size_t count = 0;

    for (char c = 'A'; c < 'A' + ITEM_OPTIONS_MAX; c++)
        if ((strchr(letters, c) != NULL) != (c == letter))
            out[count++] = c;
    out[count] = '\0';
}

bool session_toggle_strike(struct session *session, int pos, char letter,
                           struct error *err)
{
    char struck[ITEM_OPTIONS_MAX + 1];

    if (pos < 0 || pos >= session->count ||
        !item_option(&session->items[pos], letter))
        return error_set(err, ERR_INVALID, "there is no such option");
    toggle_letter(session->sitting.responses[pos].struck, letter, struck);
    return undoable_act(session, EVENT_STRIKE, pos, struck, err);
}

bool session_set_sure(struct session *session, int pos, int sure,
                      struct error *err)
{
    return session_act(session, EVENT_SURE, pos,
                       sure < 0    ? ""
                       : sure == 0 ? "0"
                                   : "1",
                       err);
}

bool session_set_note(struct session *session, int pos, const char *text,
                      struct error *err)
{
    return session_act(session, EVENT_NOTE, pos, text, err);
}

bool session_hide_clock(struct session *session, bool hidden, struct error *err)
{
    return session_act(session, EVENT_CLOCK, -1, hidden ? "hidden" : "shown",
                       err);
}

bool session_undo(struct session *session, int *pos_out, struct error *err)
{
    struct undo_entry *last;

    if (session->undo.count == 0)
        return error_set(err, ERR_INVALID, "there is nothing to take back");
    last = &session->undo.items[session->undo.count - 1];
    if (!session_act(session, last->kind, last->pos, last->before, err))
        return false;
    *pos_out = last->pos;
    free(last->before);
    session->undo.count--;
    return true;
}

void session_forget_undo(struct session *session, int pos)
{
    struct undo_stack *undo = &session->undo;
    size_t kept = 0;

    for (size_t i = 0; i < undo->count; i++) {
        if (undo->items[i].pos == pos)
            free(undo->items[i].before);
        else
            undo->items[kept++] = undo->items[i];
    }
    undo->count = kept;
}

/* --- finding the way ----------------------------------------------------- */

static int next_where(const struct session *session, int pos,
                      bool (*wanted)(const struct session *session, int pos))
{
    for (int step = 1; step <= session->count; step++) {
        int at = (pos + step) % session->count;

        if (wanted(session, at))
            return at;
    }
    return -1;
}

static bool is_open(const struct session *session, int pos)
{
    return session_progress(session, pos) != PROGRESS_COMPLETE;
}

static bool is_marked(const struct session *session, int pos)
{
    return session->sitting.responses[pos].marked;
}

int session_next_open(const struct session *session, int pos)
{
    return next_where(session, pos, is_open);
}

int session_next_marked(const struct session *session, int pos)
{
    return next_where(session, pos, is_marked);
}

/* --- leaving and ending -------------------------------------------------- */

/* What must be stored to be: neither is kept for a later try. */
static bool stored_act(struct session *session, enum event_kind kind,
                       const char *value, struct error *err)
{
    return is_in_time(session, err) &&
           session_may(session, kind, -1, value, err) &&
           session_can_store(session, err) &&
           session_apply_stored(session, kind, value, err);
}

bool session_leave(struct session *session, bool clock_runs, struct error *err)
{
    clock_runs = clock_runs && session->mode == MODE_EXAM;
    if (session_is_tutorial(session))
        return session_forget(session, SITTING_ABANDONED, err);
    return stored_act(session, EVENT_LEAVE, clock_runs ? "runs" : "stops", err);
}

static bool end(struct session *session, enum sitting_state state,
                struct error *err)
{
    if (session_is_tutorial(session))
        return session_forget(session, state, err);
    return stored_act(session, EVENT_END, sitting_state_id(state), err);
}

bool session_submit(struct session *session, struct error *err)
{
    return end(session, SITTING_SUBMITTED, err);
}

bool session_abandon(struct session *session, struct error *err)
{
    return end(session, SITTING_ABANDONED, err);
}
