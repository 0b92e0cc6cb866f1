/*
 * What is looked at of a sitting: positions, progress, marks, times. All of it
 * is read from the fold and the clock as they stand.
 */
#include "session_private.h"

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

enum attempt_mode session_mode(const struct session *session)
{
    return session->mode;
}

bool session_is_tutorial(const struct session *session)
{
    return session->exam->type == EXAM_TUTORIAL;
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

/* The time that all questions are meant to take. A practice of some minutes has
 * more of them than fit. */
static int64_t pace_ms(const struct session *session)
{
    return session->mode == MODE_EXAM ? session->clock.limit_ms
                                      : session->target_ms * session->count;
}

struct pace_state session_pace(const struct session *session)
{
    struct session_counts counts = session_count(session);

    return exam_pace(pace_ms(session), session->clock.used_ms, counts.complete,
                     session->count);
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
