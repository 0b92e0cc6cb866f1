/*
 * An ended attempt looked at again: what is stored, put together with the
 * contents and scored afresh. What it means in words is review_text.c and
 * review_findings.c, what the candidate adds review_words.c.
 */
#include "review_private.h"

#include <inttypes.h>

#include "proctor/store/catalog.h"

#include "read_exam.h"
#include "scoring.h"

const char *review_filter_label(enum review_filter filter)
{
    static const char *const labels[] = {
#define X(NAME, label) label,
        REVIEW_FILTERS(X)
#undef X
    };

    return labels[filter];
}

/* What was not shown is still fresh, and stays so: no filter leads to it. Where
 * it counts as wrong the candidate may look at it all the same. */
static bool was_asked(const struct review_item *item)
{
    return item->scored.reached || item->scored.counts;
}

bool review_matches(const struct review_item *item, enum review_filter filter)
{
    if (!was_asked(item))
        return false;
    switch (filter) {
    case REVIEW_ALL:
        return true;
    case REVIEW_WRONG:
        return item->scored.score.earned < item->scored.score.possible;
    case REVIEW_MARKED:
        return item->response.marked;
    case REVIEW_BLANK:
        return item->scored.blank;
    case REVIEW_SLOW:
        return item->is_slow;
    case REVIEW_CHANGED:
        return item->is_changed;
    case REVIEW_GUESSED:
        return item->response.sure == 0 || item->cause == CAUSE_GUESS;
    case REVIEW_DISPUTED:
        return item->dispute != NULL;
    case REVIEW_FILTER_COUNT:
        break;
    }
    return false;
}

/* Exam, slots, contents and responses of the attempt. */
static bool read_parts(struct app *app, struct arena *arena,
                       struct review *review, struct error *err)
{
    struct store *store = app_store(app);
    const struct attempt_row *attempt = &review->attempt;
    struct exam_row exam;
    struct attempt_slot *slots;
    struct item *items;
    struct response *responses;
    const char **names;

    if (!catalog_exam_rev(store, attempt->exam_rev_id, arena, &exam, err))
        return false;
    review->exam = read_exam_row(&exam, arena, err);
    if (!review->exam ||
        !attempt_slots(store, attempt->attempt_id, arena, &slots,
                       &review->count, err) ||
        !load_items(store, slots, review->count, arena, &items, &names, err) ||
        !attempt_responses(store, attempt->attempt_id, (int)review->count,
                           arena, &responses, err))
        return false;
    review->items = ARENA_ARRAY(arena, struct review_item, review->count);
    for (size_t i = 0; i < review->count; i++)
        review->items[i] = (struct review_item){.item = &items[i],
                                                .name = names[i],
                                                .slot = slots[i],
                                                .response = responses[i]};
    return true;
}

/* Scores every question, with the feedback that is not stored. */
static void score_items(struct review *review, struct arena *arena,
                        struct scored_item *scored)
{
    for (size_t i = 0; i < review->count; i++) {
        score_review_item(review->exam, review->attempt.mode, &review->items[i],
                          arena);
        scored[i] = review->items[i].scored;
    }
}

/* What the answer given first would have earned. */
static int first_earned(const struct review *review,
                        const struct review_item *item, struct arena *arena)
{
    struct response first = item->response;

    if (!first.first_answer)
        return item->scored.score.earned;
    first.answer = first.first_answer;
    return score_slot(review->exam, review->attempt.mode, &item->slot,
                      item->item, &first, arena)
        .score.earned;
}

static void look_back(struct review *review, struct arena *arena)
{
    struct retrospect_item *past =
        ARENA_ARRAY(arena, struct retrospect_item, review->count);

    for (size_t i = 0; i < review->count; i++) {
        const struct review_item *item = &review->items[i];

        past[i] = (struct retrospect_item){
            .item = item->item,
            .response = &item->response,
            .scored = item->scored,
            .first_earned = first_earned(review, item, arena),
        };
    }
    retrospect_of(review->exam, review->attempt.target_ms, past, review->count,
                  arena, &review->retrospect);
    for (size_t i = 0; i < review->count; i++) {
        struct review_item *item = &review->items[i];

        item->is_slow =
            response_is_slow(&item->response, review->retrospect.target_ms);
        item->is_changed = response_is_changed(&item->response);
    }
}

/* The stored result is what scoring gives, question by question. */
static bool is_as_stored(struct app *app, const struct review *review,
                         struct arena *arena, struct error *err)
{
    const struct attempt_row *attempt = &review->attempt;
    const struct result *result = &review->result;
    struct score *stored;
    bool same = attempt->earned == result->score.earned &&
                attempt->possible == result->score.possible &&
                attempt->needed == result->needed &&
                attempt->cut == result->cut &&
                attempt->verdict == result->verdict;

    if (!attempt_item_scores(app_store(app), attempt->attempt_id,
                             (int)review->count, arena, &stored, err))
        return false;
    for (size_t i = 0; same && i < review->count; i++)
        same = stored[i].earned == review->items[i].scored.score.earned &&
               stored[i].possible == review->items[i].scored.score.possible;
    return same ||
           error_set(err, ERR_CORRUPT,
                     "the stored result of attempt %" PRId64
                     " is not what its answers give: run `proctor doctor`",
                     attempt->attempt_id);
}

bool review_read(struct app *app, int64_t attempt_id, struct arena *arena,
                 struct review *out, struct error *err)
{
    struct review review = {0};
    struct scored_item *scored;

    if (!attempt_get(app_store(app), attempt_id, arena, &review.attempt, err))
        return false;
    if (review.attempt.state == SITTING_RUNNING)
        return error_set(err, ERR_INVALID,
                         "attempt %" PRId64 " is still running: resume it with "
                         "`proctor sit`",
                         attempt_id);
    if (!read_parts(app, arena, &review, err))
        return false;
    scored = ARENA_ARRAY(arena, struct scored_item, review.count);
    score_items(&review, arena, scored);
    score_attempt(review.exam, scored, review.count,
                  review.attempt.state != SITTING_ABANDONED, arena,
                  &review.result);
    if (review.attempt.has_result && !is_as_stored(app, &review, arena, err))
        return false;
    look_back(&review, arena);
    if (!review_read_words(app, &review, arena, err))
        return false;
    *out = review;
    return true;
}

bool review_reveal(struct app *app, const struct review *review,
                   const int *positions, size_t count, struct error *err)
{
    if (store_is_read_only(app_store(app)))
        return true;
    return attempt_reveal(app_store(app), review->attempt.attempt_id, positions,
                          count, app_utc_ms(app), err);
}
