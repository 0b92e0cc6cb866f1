/*
 * A sitting in progress: the clock and the one way to the store. How it starts
 * and goes on is session_open.c, what the candidate does is session_acts.c.
 */
#include "proctor/app/session.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "scoring.h"
#include "session_private.h"

#define HEARTBEAT_MS 15000
#define RETRY_MS 5000

int64_t session_attempt_id(const struct session *session)
{
    return session->attempt_id;
}

const struct exam *session_exam(const struct session *session)
{
    return session->exam;
}

const struct candidate *session_candidate(const struct session *session)
{
    return app_candidate(session->app);
}

const struct sitting *session_sitting(const struct session *session)
{
    return &session->sitting;
}

const struct item *session_item(const struct session *session, int pos)
{
    return &session->items[pos];
}

const struct response *session_response(const struct session *session, int pos)
{
    return &session->sitting.responses[pos];
}

const char *session_option_order(const struct session *session, int pos)
{
    return session->slots[pos].option_order;
}

int session_section(const struct session *session, int pos)
{
    return session->slots[pos].section;
}

bool session_is_short(const struct session *session)
{
    return session->is_short;
}

static bool same_case(const struct session *session, int a, int b)
{
    const struct case_text *one = session->items[a].case_text;

    return one && one == session->items[b].case_text;
}

int session_case_span(const struct session *session, int pos, int *first_out)
{
    int first = pos, end = pos + 1;

    while (first > 0 && same_case(session, first - 1, pos))
        first--;
    while (end < session->count && same_case(session, end, pos))
        end++;
    *first_out = first;
    return end - first;
}

enum progress session_progress(const struct session *session, int pos)
{
    return sitting_progress(&session->sitting, pos, &session->items[pos]);
}

struct session_counts session_count(const struct session *session)
{
    struct session_counts counts = {0};
    int by_progress[PROGRESS_COUNT] = {0};

    for (int pos = 0; pos < session->count; pos++) {
        by_progress[session_progress(session, pos)]++;
        counts.marked += session->sitting.responses[pos].marked;
    }
    counts.unseen = by_progress[PROGRESS_UNSEEN];
    counts.unanswered = by_progress[PROGRESS_UNANSWERED];
    counts.incomplete = by_progress[PROGRESS_INCOMPLETE];
    counts.complete = by_progress[PROGRESS_COMPLETE];
    return counts;
}

int64_t session_left_ms(const struct session *session)
{
    return exam_clock_left_ms(&session->clock);
}

int64_t session_used_ms(const struct session *session)
{
    return session->clock.used_ms;
}

int64_t session_limit_ms(const struct session *session)
{
    return session->clock.limit_ms;
}

struct pace_state session_pace(const struct session *session)
{
    struct session_counts counts = session_count(session);

    return exam_pace(session->clock.limit_ms, session->clock.used_ms,
                     counts.complete, session->count);
}

enum save_state session_save_state(const struct session *session)
{
    return session->save_state;
}

const char *session_save_message(const struct session *session)
{
    return session->save_state == SAVE_DONE ? "" : session->save_error.message;
}

/* --- events ------------------------------------------------------------- */

void session_read_clock(struct session *session)
{
    struct clocks now = app_clocks(session->app);
    struct clock_jump jump;

    if (session->sitting.state != SITTING_RUNNING)
        return;
    exam_clock_advance(&session->clock, &now, &jump);
    session->clock.used_ms -= jump.asleep_ms;
    session->slept_ms += jump.asleep_ms;
    if (jump.date_set_ms != 0) {
        char value[32];

        snprintf(value, sizeof value, "%" PRId64, jump.date_set_ms);
        session_apply(session, EVENT_CLOCK_SET, -1, value);
    }
}

/* What is past the limit is not exam time. */
static int64_t event_time(const struct session *session)
{
    const struct exam_clock *clock = &session->clock;

    if (clock->limit_ms > 0 && clock->used_ms > clock->limit_ms)
        return clock->limit_ms;
    return clock->used_ms;
}

static struct event next_event(const struct session *session,
                               enum event_kind kind, int pos,
                               const char *value)
{
    return (struct event){
        .seq = session->sitting.seq + 1,
        .used_ms = event_time(session),
        .utc_ms = session->clock.last.utc_ms,
        .kind = kind,
        .pos = pos,
        .value = str_from(value),
    };
}

static void note_changed(struct session *session, int pos)
{
    if (pos < 0 || session->is_changed[pos])
        return;
    session->is_changed[pos] = true;
    session->changed[session->changed_count++] = pos;
}

bool session_may(const struct session *session, enum event_kind kind, int pos,
                 const char *value, struct error *err)
{
    struct event event = next_event(session, kind, pos, value);
    bool has_item = pos >= 0 && pos < session->count;

    return sitting_accepts(&session->sitting, &event,
                           has_item ? &session->items[pos] : NULL, err);
}

void session_apply(struct session *session, enum event_kind kind, int pos,
                   const char *value)
{
    struct event event = next_event(session, kind, pos, value);
    char *kept = mem_strdup(value);

    /* Time passes on the current question with every event. */
    note_changed(session, session->sitting.current);
    note_changed(session, pos);
    sitting_apply(&session->sitting, &event);
    event.value = str_from(kept);
    *array_add(&session->pending) = event;
}

/* Forgets the last `count` pending events, or all of them. */
static void pop_pending(struct session *session, size_t count)
{
    while (count-- > 0) {
        struct event *event =
            &session->pending.items[--session->pending.count];

        free((char *)(uintptr_t)event->value.data);
    }
}

static struct attempt_commit commit_of(const struct session *session)
{
    return (struct attempt_commit){
        .events = session->pending.items,
        .event_count = session->pending.count,
        .changed = session->changed,
        .changed_count = session->changed_count,
        .responses = session->sitting.responses,
        .stamp = {event_time(session), session->clock.last,
                  app_clock(session->app)->boot_id(
                      app_clock(session->app)->context)},
        .state = session->sitting.state,
        .interrupted = session->sitting.interrupted,
        .by_wall_clock = session->sitting.by_wall_clock,
    };
}

static void committed(struct session *session)
{
    pop_pending(session, session->pending.count);
    while (session->changed_count > 0)
        session->is_changed[session->changed[--session->changed_count]] = false;
    session->committed_boot_ms = session->clock.last.boot_ms;
    session->save_state = SAVE_DONE;
}

static bool save(struct session *session, const struct attempt_commit *commit)
{
    if (attempt_save(app_store(session->app), session->attempt_id, commit,
                     &session->save_error)) {
        committed(session);
        return true;
    }
    session->save_state = SAVE_FAILED;
    session->committed_boot_ms = session->clock.last.boot_ms;
    return false;
}

/* The commit that ends the attempt carries its result. */
static bool save_ended(struct session *session)
{
    struct attempt_commit commit = commit_of(session);
    struct arena scratch = {0};
    struct result_row result;
    bool ok;

    score_session(session, &scratch, &result);
    commit.result = &result;
    ok = save(session, &commit);
    arena_finish(&scratch);
    return ok;
}

bool session_flush(struct session *session)
{
    struct attempt_commit commit;

    if (session->pending.count == 0)
        return true;
    if (session->sitting.state != SITTING_RUNNING)
        return save_ended(session);
    commit = commit_of(session);
    return save(session, &commit);
}

bool session_can_store(struct session *session, struct error *err)
{
    if (session->sitting.state != SITTING_RUNNING)
        return error_set(err, ERR_INVALID, "the attempt has ended");
    session_apply(session, EVENT_HEARTBEAT, -1, "");
    if (session_flush(session))
        return true;
    *err = session->save_error;
    return false;
}

bool session_finish(struct session *session, enum sitting_state state,
                    bool must, struct error *err)
{
    if (!must && !session_can_store(session, err))
        return false;
    session_apply(session, EVENT_END, -1, sitting_state_id(state));
    session_flush(session);
    return true;
}

/* --- the clock ---------------------------------------------------------- */

int64_t session_slept_ms(const struct session *session)
{
    return session->slept_ms;
}

void session_settle_sleep(struct session *session, bool charge)
{
    char value[48];
    int64_t slept = session->slept_ms;

    if (slept == 0 || session->sitting.state != SITTING_RUNNING)
        return;
    session->slept_ms = 0;
    snprintf(value, sizeof value, "%" PRId64, slept);
    session_apply(session, EVENT_SUSPEND, -1, value);
    if (charge)
        session->clock.used_ms += slept;
    snprintf(value, sizeof value, "%s %" PRId64, charge ? "charged" : "free",
             slept);
    session_apply(session, EVENT_GAP, -1, value);
    session_flush(session);
}

/* The lowest warning that is due and was not given. 0 for none. */
static int due_warning(const struct session *session)
{
    const struct exam *exam = session->exam;
    int64_t left = session_left_ms(session);
    int due = 0;

    for (int i = 0; i < exam->warn_count; i++) {
        int minutes = exam->warn_minutes[i];
        int64_t at = (int64_t)minutes * 60000;

        if (left <= at && at < session->clock.limit_ms &&
            minutes < session->sitting.warned_minutes)
            due = minutes;
    }
    return due;
}

unsigned session_tick(struct session *session)
{
    unsigned news = 0;
    char value[16];
    int minutes;

    session_read_clock(session);
    if (session->sitting.state != SITTING_RUNNING) {
        session_flush(session);
        return 0;
    }
    if (exam_clock_is_over(&session->clock)) {
        session_finish(session, SITTING_TIMED_OUT, true, NULL);
        return SESSION_TIMED_OUT;
    }
    if (session->slept_ms > 0)
        return SESSION_SLEPT;
    minutes = due_warning(session);
    if (minutes > 0) {
        snprintf(value, sizeof value, "%d", minutes);
        session_apply(session, EVENT_WARNED, -1, value);
        session_flush(session);
        news |= SESSION_WARNED;
    }
    if (session->clock.last.boot_ms - session->committed_boot_ms >=
        (session->save_state == SAVE_DONE ? HEARTBEAT_MS : RETRY_MS)) {
        if (session->save_state == SAVE_DONE)
            session_apply(session, EVENT_HEARTBEAT, -1, "");
        session_flush(session);
    }
    return news;
}

int64_t session_next_tick_ms(const struct session *session, bool by_minute)
{
    const struct exam_clock *clock = &session->clock;
    int64_t step = by_minute ? 60000 : 1000;
    int64_t shown = clock->limit_ms > 0 ? session_left_ms(session)
                                        : step - clock->used_ms % step;
    int64_t wait = shown % step;
    int64_t beat = session->committed_boot_ms +
                   (session->save_state == SAVE_DONE ? HEARTBEAT_MS
                                                     : RETRY_MS) -
                   clock->last.boot_ms;

    if (session->sitting.state != SITTING_RUNNING)
        return session->save_state == SAVE_DONE ? INT64_MAX : RETRY_MS;
    if (wait == 0)
        wait = step;
    if (clock->limit_ms > 0 && wait > session_left_ms(session))
        wait = session_left_ms(session);
    if (wait > beat)
        wait = beat;
    return wait > 1 ? wait : 1;
}

/* --- letting go ----------------------------------------------------------- */

void session_close(struct session *session)
{
    if (!session)
        return;
    if (session->attempt_id != 0) {
        session_flush(session);
        store_quiet_end(app_store(session->app));
    }
    pop_pending(session, session->pending.count);
    array_free(&session->pending);
    while (session->undo.count > 0)
        free(session->undo.items[--session->undo.count].before);
    array_free(&session->undo);
    sitting_finish(&session->sitting);
    arena_finish(&session->arena);
    free(session);
}
