/*
 * A sitting in progress: its events and the one way to the store. How it starts
 * and goes on is session_open.c, its clock session_clock.c, what the candidate
 * does session_acts.c and session_practice.c.
 */
#include "proctor/app/session.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "proctor/base/mem.h"

#include "scoring.h"
#include "session_private.h"

#define COPIES_KEPT 5

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
        /* A practice may be laid aside as one likes. */
        .interrupted =
            session->sitting.interrupted && session->mode == MODE_EXAM,
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

bool session_forget(struct session *session, enum sitting_state state,
                    struct error *err)
{
    if (session->sitting.state != SITTING_RUNNING)
        return error_set(err, ERR_INVALID, "the tutorial has ended");
    if (!attempt_forget(app_store(session->app), session->attempt_id, err))
        return false;
    session_apply(session, EVENT_END, -1, sitting_state_id(state));
    committed(session);
    return true;
}

void session_time_out(struct session *session)
{
    session_apply(session, EVENT_END, -1, sitting_state_id(SITTING_TIMED_OUT));
    session_flush(session);
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
