/*
 * Coming back to a sitting: what the candidate is told of the gap, and going on
 * with it charged or not. A practice goes on without being asked.
 */
#include "proctor/app/session.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "session_private.h"

static bool is_same_boot(struct app *app, const struct clock_stamp *stamp)
{
    const struct clock *clock = app_clock(app);

    return strcmp(clock->boot_id(clock->context), stamp->boot_id) == 0;
}

static struct exam_gap gap_since(struct app *app,
                                 const struct clock_stamp *stamp)
{
    struct clocks now = app_clocks(app);

    return exam_gap(&stamp->clocks, &now, is_same_boot(app, stamp));
}

/* What charging the gap would leave of the limit. */
static int64_t left_if_charged_ms(const struct attempt_row *row, int64_t gap_ms)
{
    int64_t left = row->limit_ms - row->stamp.used_ms - gap_ms;

    if (row->limit_ms == 0)
        return INT64_MAX;
    return left > 0 ? left : 0;
}

static bool tell_interruption(struct app *app, int64_t attempt_id,
                              struct arena *arena, struct interruption *out,
                              struct error *err)
{
    struct interruption told = {.attempt_id = attempt_id};
    struct attempt_row row;
    struct session *session = session_open(app, attempt_id, &row, err);
    struct session_counts counts;

    if (!session)
        return false;
    counts = session_count(session);
    told.exam_title = arena_strdup(arena, session->exam->title.data);
    told.saved_utc_ms = row.stamp.clocks.utc_ms;
    told.answered = counts.complete;
    told.count = session->count;
    told.used_ms = row.stamp.used_ms;
    told.limit_ms = row.limit_ms;
    told.gap = gap_since(app, &row.stamp);
    told.left_stopped =
        session->sitting.left_stopped || session->mode != MODE_EXAM;
    told.left_if_charged_ms = left_if_charged_ms(&row, told.gap.ms);
    session_close(session);
    *out = told;
    return true;
}

bool session_interruption(struct app *app, struct arena *arena,
                          struct interruption *out, struct error *err)
{
    int64_t id =
        attempt_running(app_store(app), app_candidate(app)->candidate_id);

    if (id == 0)
        return error_set(err, ERR_NOT_FOUND, "no exam is running");
    return tell_interruption(app, id, arena, out, err);
}

bool session_practice_interruption(struct app *app, struct arena *arena,
                                   struct interruption *out, struct error *err)
{
    int64_t id = attempt_running_practice(app_store(app),
                                          app_candidate(app)->candidate_id);

    if (id == 0)
        return error_set(err, ERR_NOT_FOUND, "no practice is running");
    return tell_interruption(app, id, arena, out, err);
}

/* The gap becomes an event; charged time counts as used. */
static void settle_gap(struct session *session, struct exam_gap gap,
                       bool charge)
{
    char value[48];

    if (charge)
        session->clock.used_ms += gap.ms;
    snprintf(value, sizeof value, "%s %" PRId64 "%s",
             charge ? "charged" : "free", gap.ms,
             gap.by_wall_clock ? " wall" : "");
    session_apply(session, EVENT_GAP, -1, value);
}

static bool is_writable(struct app *app, struct error *err)
{
    struct store *store = app_store(app);

    if (!store_is_read_only(store))
        return true;
    if (store_holder(store)[0] == '\0')
        return error_set(err, ERR_READONLY,
                         "the database is open for reading only: open it for "
                         "writing to go on");
    return error_set(err, ERR_READONLY,
                     "it is open in another proctor, go on there: %s",
                     store_holder(store));
}

struct session *session_resume(struct app *app, int64_t attempt_id, bool charge,
                               struct error *err)
{
    struct attempt_row row;
    struct session *session;
    struct clocks now = app_clocks(app);

    if (!is_writable(app, err))
        return NULL;
    session = session_open(app, attempt_id, &row, err);
    if (!session)
        return NULL;
    if (session->sitting.state != SITTING_RUNNING) {
        error_set(err, ERR_INVALID, "attempt %" PRId64 " has ended",
                  attempt_id);
        session_close(session);
        return NULL;
    }
    if (session->sitting.left_stopped || session->mode != MODE_EXAM)
        charge = false;
    exam_clock_start(&session->clock, &now);
    session->tried_boot_ms = now.boot_ms;
    settle_gap(session, gap_since(app, &row.stamp), charge);
    if (exam_clock_is_over(&session->clock))
        session_time_out(session);
    else
        session_flush(session);
    return session;
}

bool session_end_practice(struct app *app, struct error *err)
{
    int64_t id = attempt_running_practice(app_store(app),
                                          app_candidate(app)->candidate_id);
    struct session *session;
    bool ok;

    if (id == 0)
        return true;
    session = session_resume(app, id, false, err);
    if (!session)
        return false;
    ok = session->sitting.state != SITTING_RUNNING
             ? session_flush(session) ||
                   error_set(err, session->save_error.code, "%s",
                             session->save_error.message)
             : session_submit(session, err);
    session_close(session);
    return ok;
}
