/* Sections of an attempt in another order, and beside those of an earlier
 * attempt of the same exam. */
#include "proctor/app/review.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* --- order ---------------------------------------------------------------- */

static int lost_in(const struct review *review, size_t section)
{
    struct score score = review->result.sections[section].score;

    return score.possible - score.earned;
}

/* By insertion: there are few, and those alike stay in the exam's order. */
static void sort_by_loss(const struct review *review, size_t *order,
                         size_t count)
{
    for (size_t i = 1; i < count; i++) {
        size_t section = order[i], at = i;

        for (; at > 0 &&
               lost_in(review, order[at - 1]) < lost_in(review, section);
             at--)
            order[at] = order[at - 1];
        order[at] = section;
    }
}

size_t *review_section_order(const struct review *review, bool by_loss,
                             struct arena *arena)
{
    size_t count = review->result.section_count;
    size_t *order = ARENA_ARRAY(arena, size_t, count);

    for (size_t i = 0; i < count; i++)
        order[i] = i;
    if (by_loss)
        sort_by_loss(review, order, count);
    return order;
}

/* --- an earlier attempt --------------------------------------------------- */

/* Behind the present one in the list, and not given up. */
static int64_t find_earlier(const struct attempt_rows *rows, int64_t attempt_id)
{
    bool is_behind = false;

    for (size_t i = 0; i < rows->count; i++) {
        const struct attempt_row *row = &rows->items[i];

        if (is_behind && row->state != SITTING_ABANDONED)
            return row->attempt_id;
        is_behind = is_behind || row->attempt_id == attempt_id;
    }
    return 0;
}

static bool pick_earlier(struct app *app, const struct review *review,
                         struct arena *arena, int64_t *out, struct error *err)
{
    const struct attempt_row *now = &review->attempt;
    struct attempt_filter filter = {
        .candidate_id = now->candidate_id,
        .exam = now->exam,
        .modes = 1u << now->mode,
        .ended_only = true,
    };
    struct attempt_rows rows;

    if (!attempt_list(app_store(app), &filter, arena, &rows, err))
        return false;
    *out = find_earlier(&rows, now->attempt_id);
    return *out != 0 ||
           error_set(err, ERR_NOT_FOUND,
                     "there is no earlier attempt of '%s' to compare with",
                     now->exam);
}

static bool is_later(const struct attempt_row *a, const struct attempt_row *b)
{
    if (a->started_utc_ms != b->started_utc_ms)
        return a->started_utc_ms > b->started_utc_ms;
    return a->attempt_id > b->attempt_id;
}

/* May these two stand beside each other? */
static bool is_comparable(const struct attempt_row *now,
                          const struct attempt_row *other, struct error *err)
{
    if (other->attempt_id == now->attempt_id)
        return error_set(err, ERR_INVALID,
                         "attempt %" PRId64 " cannot be compared with itself",
                         now->attempt_id);
    if (other->candidate_id != now->candidate_id)
        return error_set(err, ERR_INVALID,
                         "attempt %" PRId64 " is somebody else's",
                         other->attempt_id);
    if (strcmp(other->exam, now->exam) != 0)
        return error_set(err, ERR_INVALID,
                         "attempt %" PRId64 " is of '%s', not of '%s'",
                         other->attempt_id, other->exam, now->exam);
    if (is_later(other, now))
        return error_set(err, ERR_INVALID,
                         "attempt %" PRId64 " came after attempt %" PRId64
                         ": compare %" PRId64 " with %" PRId64,
                         other->attempt_id, now->attempt_id, other->attempt_id,
                         now->attempt_id);
    return true;
}

static int compare_ids(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* Questions of both, by what they are called today. */
static bool count_common(struct app *app, const struct attempt_row *before,
                         const struct attempt_row *now, struct arena *arena,
                         int *out, struct error *err)
{
    int64_t *older, *newer;

    if (!attempt_items_today(app_store(app), before->attempt_id, before->count,
                             arena, &older, err) ||
        !attempt_items_today(app_store(app), now->attempt_id, now->count, arena,
                             &newer, err))
        return false;
    qsort(older, (size_t)before->count, sizeof *older, compare_ids);
    *out = 0;
    for (int i = 0; i < now->count; i++)
        *out += bsearch(&newer[i], older, (size_t)before->count, sizeof *older,
                        compare_ids) != NULL;
    return true;
}

static const struct section_result *result_of(const struct review *review,
                                              struct str section)
{
    int index = exam_section_index(review->exam, section);

    return index < 0 ? NULL : &review->result.sections[index];
}

/* Today's sections, then those that only the earlier version had. */
static void compare_sections(const struct review *before,
                             const struct review *now, struct arena *arena,
                             struct comparison *out)
{
    out->sections =
        ARENA_ARRAY(arena, struct compared_section,
                    now->exam->section_count + before->exam->section_count);
    for (size_t i = 0; i < now->exam->section_count; i++) {
        const struct exam_section *section = &now->exam->sections[i];

        out->sections[out->count++] =
            (struct compared_section){section->title,
                                      result_of(before, section->id),
                                      &now->result.sections[i]};
    }
    for (size_t i = 0; i < before->exam->section_count; i++) {
        const struct exam_section *section = &before->exam->sections[i];

        if (!result_of(now, section->id))
            out->sections[out->count++] = (struct compared_section){
                section->title, &before->result.sections[i], NULL};
    }
}

bool review_compare(struct app *app, const struct review *review,
                    int64_t earlier, struct arena *arena,
                    struct comparison *out, struct error *err)
{
    struct review *before = ARENA_NEW(arena, struct review);
    struct comparison comparison = {.now = review->attempt};

    if ((earlier == 0 && !pick_earlier(app, review, arena, &earlier, err)) ||
        !attempt_get(app_store(app), earlier, arena, &comparison.before, err) ||
        !is_comparable(&comparison.now, &comparison.before, err) ||
        !review_read(app, earlier, arena, before, err) ||
        !count_common(app, &comparison.before, &comparison.now, arena,
                      &comparison.common, err))
        return false;
    compare_sections(before, review, arena, &comparison);
    *out = comparison;
    return true;
}
