/*
 * Where the candidate stands, read in two steps: what is at hand, then what
 * needs the pool. What is best done next is home_next.c.
 */
#include "proctor/app/home.h"

#include "proctor/app/people.h"
#include "proctor/app/practice.h"

/* Mocks looked at for the last one that was sat to its end, at first. */
#define MOCKS_AT_ONCE 8

#define DAY_MS 86400000

/* A failure to find is an answer, not a failure. */
static bool is_missing(const struct error *problem)
{
    return problem->code == ERR_NOT_FOUND;
}

static bool fail(struct error *err, const struct error *problem)
{
    if (err)
        *err = *problem;
    return false;
}

static bool read_exam(struct app *app, struct arena *arena, struct home *home,
                      struct error *err)
{
    const char *id = home->candidate->exam;
    struct exam_entry entry;
    struct error problem;

    if (id[0] == '\0')
        return true;
    if (!exams_find(app, id, NULL, arena, &entry, &problem))
        return is_missing(&problem) || fail(err, &problem);
    home->exam = entry.exam;
    return true;
}

static bool read_running(struct app *app, struct arena *arena,
                         struct home *home, struct error *err)
{
    struct error problem;

    home->is_running =
        session_interruption(app, arena, &home->running, &problem);
    if (!home->is_running && !is_missing(&problem))
        return fail(err, &problem);
    home->practice_runs =
        session_practice_interruption(app, arena, &home->practice, &problem);
    return home->practice_runs || is_missing(&problem) || fail(err, &problem);
}

static bool read_results(struct app *app, struct arena *arena,
                         struct home *home, struct error *err)
{
    struct attempt_filter filter = {
        .candidate_id = home->candidate->candidate_id,
        .ended_only = true,
        .limit = HOME_RESULTS,
    };

    return attempt_list(app_store(app), &filter, arena, &home->results, err);
}

/* NULL when there is none. */
static const struct attempt_row *
first_sat_to_its_end(const struct attempt_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].state != SITTING_ABANDONED)
            return &rows->items[i];
    return NULL;
}

/* The last mock that was not given up, NULL for none: a few are asked for, and
 * all only where those were. */
static bool find_last_mock(struct app *app, struct arena *arena,
                           const struct home *home,
                           const struct attempt_row **out, struct error *err)
{
    static const int limits[] = {MOCKS_AT_ONCE, 0};
    struct attempt_filter filter = {
        .candidate_id = home->candidate->candidate_id,
        .exam = home->exam->id.data,
        .modes = ATTEMPT_MOCKS,
        .ended_only = true,
    };
    struct attempt_rows rows = {.count = MOCKS_AT_ONCE};

    *out = NULL;
    for (size_t i = 0; !*out && rows.count == MOCKS_AT_ONCE && i < 2; i++) {
        filter.limit = limits[i];
        if (!attempt_list(app_store(app), &filter, arena, &rows, err))
            return false;
        *out = first_sat_to_its_end(&rows);
    }
    return true;
}

static bool read_last_mock(struct app *app, struct arena *arena,
                           struct home *home, struct error *err)
{
    const struct attempt_row *mock;

    if (!home->exam)
        return true;
    if (!find_last_mock(app, arena, home, &mock, err))
        return false;
    if (!mock)
        return true;
    home->has_mock = true;
    home->mock_id = mock->attempt_id;
    home->days_since_mock =
        (int)((app_utc_ms(app) - mock->ended_utc_ms) / DAY_MS);
    return attempt_was_read(app_store(app), mock->attempt_id,
                            &home->mock_was_read, err);
}

bool home_read(struct app *app, struct arena *arena, struct home *out,
               struct error *err)
{
    struct home home = {.candidate = app_candidate(app)};

    home.has_date = people_days_left(app, home.candidate, &home.days_left);
    if (!practice_question_count(app, &home.items, err) ||
        !read_exam(app, arena, &home, err) ||
        !read_running(app, arena, &home, err) ||
        !read_results(app, arena, &home, err) ||
        !read_last_mock(app, arena, &home, err))
        return false;
    *out = home;
    return true;
}

/* --- what needs the pool -------------------------------------------------- */

/* Where no fresh mock is left: can one be drawn at all? */
static bool count_mocks(struct app *app, struct arena *arena, struct home *home,
                        struct error *err)
{
    struct exam_entry entry;
    const char *id = home->exam->id.data;

    if (!practice_fresh_mocks(app, id, &home->fresh_mocks, err))
        return false;
    if (home->fresh_mocks > 0)
        return true;
    if (!exams_find(app, id, NULL, arena, &entry, err) ||
        !exams_supply(app, &entry, arena, err))
        return false;
    if (!entry.is_full) {
        home->fresh_mocks = -1;
        home->needed = entry.needed;
        home->fillable = entry.fillable;
        home->missing = exam_missing_text(&entry, arena);
    }
    return true;
}

bool home_count(struct app *app, struct arena *arena, struct home *home,
                struct error *err)
{
    if (home->exam &&
        (!count_mocks(app, arena, home, err) ||
         !areas_by_section(app, home->exam->id.data, arena, &home->areas, err)))
        return false;
    home->is_counted = true;
    return true;
}
