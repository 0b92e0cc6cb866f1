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
#define COPIES_KEPT 5

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

const char *session_copy_message(const struct session *session)
{
    return session->copy_error.message;
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
                               enum event_kind kind, int pos, const char *value)
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
        struct event *event = &session->pending.items[--session->pending.count];

        free((char *)(uintptr_t)event->value.data);
    }
}

/* The clock as it is stored. Sleep that is not settled lies behind the stamp,
 * so that whoever returns finds it in the gap. */
static struct clock_stamp stamp_of(const struct session *session)
{
    const struct clock *clock = app_clock(session->app);
    struct clock_stamp stamp = {
        .used_ms = event_time(session),
        .clocks = session->clock.last,
        .boot_id = clock->boot_id(clock->context),
    };

    stamp.clocks.boot_ms -= session->slept_ms;
    stamp.clocks.utc_ms -= session->slept_ms;
    return stamp;
}

static struct attempt_commit commit_of(const struct session *session)
{
    return (struct attempt_commit){
        .events = session->pending.items,
        .event_count = session->pending.count,
        .changed = session->changed,
        .changed_count = session->changed_count,
        .responses = session->sitting.responses,
        .stamp = stamp_of(session),
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
    session->save_state = SAVE_DONE;
}

static bool save(struct session *session, const struct attempt_commit *commit)
{
    session->tried_boot_ms = app_clocks(session->app).boot_ms;
    if (attempt_save(app_store(session->app), session->attempt_id, commit,
                     &session->save_error)) {
        committed(session);
        return true;
    }
    session->save_state = SAVE_FAILED;
    return false;
}

/* A copy beside the database after every attempt that was sat to its end. */
static void copy_database(struct session *session)
{
    struct store *store = app_store(session->app);

    session->copy_error = (struct error){0};
    if (session->sitting.state != SITTING_ABANDONED)
        store_backup_auto(store, "attempt", app_utc_ms(session->app),
                          COPIES_KEPT, &session->copy_error);
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
    if (ok)
        copy_database(session);
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

/* The event reached the disk although the commit reported a failure. */
static bool is_stored_all_the_same(struct session *session)
{
    struct arena scratch = {0};
    struct attempt_row row;
    bool ended = attempt_get(app_store(session->app), session->attempt_id,
                             &scratch, &row, NULL) &&
                 row.state != SITTING_RUNNING;

    arena_finish(&scratch);
    return ended;
}

bool session_apply_stored(struct session *session, enum event_kind kind,
                          const char *value, struct error *err)
{
    struct sitting before = session->sitting;

    session_apply(session, kind, -1, value);
    if (session_flush(session))
        return true;
    if (is_stored_all_the_same(session)) {
        committed(session);
        return true;
    }
    /* No exam time passed since the commit before: only these are undone. */
    session->sitting = before;
    pop_pending(session, 1);
    session->save_state = SAVE_DONE;
    *err = session->save_error;
    return false;
}

void session_time_out(struct session *session)
{
    session_apply(session, EVENT_END, -1, sitting_state_id(SITTING_TIMED_OUT));
    session_flush(session);
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

/* How long to wait for the next heartbeat or the next try to store. */
static int64_t pause_left_ms(const struct session *session, int64_t boot_ms)
{
    int64_t pause = session->save_state == SAVE_DONE ? HEARTBEAT_MS : RETRY_MS;

    return session->tried_boot_ms + pause - boot_ms;
}

static unsigned warn(struct session *session)
{
    char value[16];
    int minutes = due_warning(session);

    if (minutes == 0)
        return 0;
    snprintf(value, sizeof value, "%d", minutes);
    session_apply(session, EVENT_WARNED, -1, value);
    session_flush(session);
    return SESSION_WARNED;
}

static void beat(struct session *session)
{
    if (pause_left_ms(session, app_clocks(session->app).boot_ms) > 0)
        return;
    if (session->save_state == SAVE_DONE &&
        session->sitting.state == SITTING_RUNNING)
        session_apply(session, EVENT_HEARTBEAT, -1, "");
    session_flush(session);
}

unsigned session_tick(struct session *session)
{
    unsigned news = 0;

    session_read_clock(session);
    if (session->sitting.state == SITTING_RUNNING) {
        if (exam_clock_is_over(&session->clock)) {
            session_time_out(session);
            return SESSION_TIMED_OUT;
        }
        news = session->slept_ms > 0 ? SESSION_SLEPT : warn(session);
    }
    beat(session);
    return news;
}

int64_t session_next_tick_ms(const struct session *session, bool by_minute)
{
    const struct exam_clock *clock = &session->clock;
    int64_t step = by_minute ? 60000 : 1000;
    int64_t shown = clock->limit_ms > 0 ? session_left_ms(session)
                                        : step - clock->used_ms % step;
    int64_t wait = shown % step;
    int64_t pause = pause_left_ms(session, clock->last.boot_ms);

    if (session->sitting.state != SITTING_RUNNING)
        return session->save_state == SAVE_DONE ? INT64_MAX : RETRY_MS;
    if (wait == 0)
        wait = step;
    if (clock->limit_ms > 0 && wait > session_left_ms(session))
        wait = session_left_ms(session);
    if (wait > pause)
        wait = pause;
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
