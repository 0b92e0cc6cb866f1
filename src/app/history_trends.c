/*
 * How the marks of an exam and of its sections went from mock to mock.
 */
#include "proctor/app/history.h"

#include <stdlib.h>

#include "proctor/app/exams.h"
#include "proctor/base/strmap.h"

#include "sentences.h"

/* --- which exam ----------------------------------------------------------- */

/* The candidate's, else the one sat last; NULL when there is neither. */
static bool usual_exam(struct app *app, struct arena *arena, const char **out,
                       struct error *err)
{
    const struct candidate *candidate = app_candidate(app);
    struct attempt_filter filter = {
        .candidate_id = candidate->candidate_id,
        .modes = ATTEMPT_MOCKS,
        .ended_only = true,
        .limit = 1,
    };
    struct attempt_rows rows;

    *out = candidate->exam;
    if (candidate->exam[0] != '\0')
        return true;
    if (!attempt_list(app_store(app), &filter, arena, &rows, err))
        return false;
    if (rows.count == 0)
        return error_set(err, ERR_NOT_FOUND,
                         "no exam is chosen and none was sat: name one");
    *out = rows.items[0].exam;
    return true;
}

/* --- gathering ------------------------------------------------------------ */

/* Trends while they are filled; [0] is of the whole exam. */
struct gathering {
    struct arena *arena;
    struct trend *items;
    size_t count;
    size_t attempts; /* points there is room for */
    struct strmap *by_section;
};

static struct trend *add_trend(struct gathering *all, const struct exam *exam,
                               struct str section, struct str title)
{
    struct trend *trend = &all->items[all->count++];

    *trend = (struct trend){
        .title = title,
        .section = section,
        .pass_percent = score_cut(exam),
        .is_assumed = exam->pass.kind == PASS_SCALED,
        .points = ARENA_ARRAY(all->arena, struct trend_point, all->attempts),
    };
    return trend;
}

static struct trend *trend_of(struct gathering *all, const struct exam *exam,
                              const struct section_row *row)
{
    struct str section = str_from(row->section);
    int64_t index;

    if (strmap_get(all->by_section, section, &index))
        return &all->items[index];
    strmap_set(all->by_section, section, (int64_t)all->count);
    return add_trend(all, exam, section, str_from(row->title));
}

static void add_point(struct trend *trend, const struct attempt_row *attempt,
                      struct trend_point point)
{
    if (point.possible == 0)
        return;
    point.attempt_id = attempt->attempt_id;
    point.utc_ms = attempt->started_utc_ms;
    point.attempt = attempt;
    trend->points[trend->count++] = point;
}

static bool counts(const struct attempt_row *attempt)
{
    return attempt->has_result && attempt->state != SITTING_ABANDONED;
}

/* The attempt and its sections `rows`; what was asked of the whole is the sum
 * of them. */
static void add_attempt(struct gathering *all, const struct exam *exam,
                        const struct attempt_row *attempt,
                        const struct section_row *rows, size_t count)
{
    struct trend_point whole = {.earned = attempt->earned,
                                .possible = attempt->possible};

    for (size_t i = 0; i < count; i++) {
        const struct section_row *row = &rows[i];

        add_point(trend_of(all, exam, row), attempt,
                  (struct trend_point){.earned = row->earned,
                                       .possible = row->possible,
                                       .asked = row->asked,
                                       .right = row->right});
        whole.asked += row->asked;
        whole.right += row->right;
    }
    add_point(&all->items[0], attempt, whole);
}

/* Both lists have the newest first and keep an attempt's sections together. */
static void gather(struct gathering *all, const struct exam *exam,
                   const struct attempt_rows *attempts,
                   const struct section_rows *sections)
{
    size_t begin = sections->count;

    for (size_t i = attempts->count; i-- > 0;) {
        const struct attempt_row *attempt = &attempts->items[i];
        size_t end = begin;

        while (begin > 0 &&
               sections->items[begin - 1].attempt_id == attempt->attempt_id)
            begin--;
        if (counts(attempt))
            add_attempt(all, exam, attempt, sections->items + begin,
                        end - begin);
    }
}

/* As many as there can be with the sections of older versions. */
static size_t most_trends(const struct exam *exam,
                          const struct section_rows *sections)
{
    struct strmap *ids = strmap_create();
    size_t count;

    for (size_t i = 0; i < sections->count; i++)
        strmap_set(ids, str_from(sections->items[i].section), 0);
    count = strmap_count(ids) + exam->section_count + 1;
    strmap_destroy(ids);
    return count;
}

static struct trends trends_of(const struct exam *exam,
                               const struct attempt_rows *attempts,
                               const struct section_rows *sections,
                               struct arena *arena)
{
    struct gathering all = {
        .arena = arena,
        .items = ARENA_ARRAY(arena, struct trend, most_trends(exam, sections)),
        .attempts = attempts->count,
        .by_section = strmap_create(),
    };

    add_trend(&all, exam, STR(""), exam->title);
    for (size_t i = 0; i < exam->section_count; i++) {
        const struct exam_section *section = &exam->sections[i];

        strmap_set(all.by_section, section->id, (int64_t)all.count);
        add_trend(&all, exam, section->id, section->title);
    }
    gather(&all, exam, attempts, sections);
    strmap_destroy(all.by_section);
    return (struct trends){exam, all.items, all.count};
}

bool history_trends(struct app *app, const char *exam, struct arena *arena,
                    struct trends *out, struct error *err)
{
    struct attempt_filter filter = {
        .candidate_id = app_candidate(app)->candidate_id,
        .modes = ATTEMPT_MOCKS,
        .ended_only = true,
    };
    struct exam_entry entry;
    struct attempt_rows attempts;
    struct section_rows sections;

    if ((!exam && !usual_exam(app, arena, &exam, err)) ||
        !exams_find(app, exam, NULL, arena, &entry, err))
        return false;
    filter.exam = entry.exam->id.data;
    if (!attempt_list(app_store(app), &filter, arena, &attempts, err) ||
        !attempt_sections(app_store(app), &filter, arena, &sections, err))
        return false;
    *out = trends_of(entry.exam, &attempts, &sections, arena);
    return true;
}

/* --- in words ------------------------------------------------------------- */

/* Answers of several points put together. */
struct pool_of_points {
    int right, asked;
};

static struct pool_of_points pool_points(const struct trend *trend,
                                         size_t begin, size_t end)
{
    struct pool_of_points pool = {0};

    for (size_t i = begin; i < end; i++) {
        pool.right += trend->points[i].right;
        pool.asked += trend->points[i].asked;
    }
    return pool;
}

static int percent_of(struct pool_of_points pool)
{
    return (200 * pool.right + pool.asked) / (2 * pool.asked);
}

const char *trend_words(const struct trend *trend, struct arena *arena)
{
    size_t half = trend->count / 2;
    struct pool_of_points before = pool_points(trend, 0, half),
                          now = pool_points(trend, half, trend->count);
    struct interval then_likely = wilson_interval(before.right, before.asked),
                    now_likely = wilson_interval(now.right, now.asked);
    int points;

    if (half == 0)
        return "too few mocks to tell";
    if (now_likely.low <= then_likely.high &&
        now_likely.high >= then_likely.low)
        return arena_printf(arena, "no clear change over the last %zu",
                            trend->count);
    points = percent_of(now) - percent_of(before);
    return arena_printf(arena, "%s %d point%s over the last %zu",
                        points > 0 ? "up" : "down", abs(points),
                        plural(abs(points)), trend->count);
}
