/*
 * The clock of a sitting: ticks, warnings, the end of the time, and what to do
 * with the time in which the machine slept.
 */
#include "proctor/app/session.h"

#include <inttypes.h>
#include <stdio.h>

#include "session_private.h"

#define HEARTBEAT_MS 15000
#define RETRY_MS 5000

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
    charge = charge && session->mode == MODE_EXAM;
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
        if (session->mode != MODE_EXAM)
            session_settle_sleep(session, false);
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
