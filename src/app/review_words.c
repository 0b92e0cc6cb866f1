/*
 * The candidate's own words on the questions of an attempt: a note, the cause
 * of a miss, a dispute. Each is stored at once and then put into the review, so
 * that the two never differ.
 */
#include "review_private.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/domain/response.h"
#include "proctor/platform/system.h"

/* --- reading -------------------------------------------------------------- */

static void take_cause(struct review *review, struct review_item *item,
                       const struct remark *remark)
{
    if (miss_cause_from_id(str_from(remark->text), &item->cause))
        review->causes[item->cause]++;
}

/* Of each kind there is one that stands. */
static void take(struct review *review, struct review_item *item,
                 const struct remark *remark)
{
    switch (remark->kind) {
    case REMARK_NOTE:
        item->note = remark->text;
        break;
    case REMARK_CAUSE:
        take_cause(review, item, remark);
        break;
    case REMARK_DISPUTE:
        item->dispute = remark;
        break;
    case REMARK_KIND_COUNT:
        break;
    }
}

/* A question by the id that its item has today. */
struct place {
    int64_t item_id;
    struct review_item *item;
};

static int compare_places(const void *a, const void *b)
{
    int64_t x = ((const struct place *)a)->item_id;
    int64_t y = ((const struct place *)b)->item_id;

    return (x > y) - (x < y);
}

static struct place *list_places(struct review *review, const int64_t *today,
                                 struct arena *arena)
{
    struct place *places = ARENA_ARRAY(arena, struct place, review->count);

    for (size_t i = 0; i < review->count; i++)
        places[i] = (struct place){today[i], &review->items[i]};
    qsort(places, review->count, sizeof *places, compare_places);
    return places;
}

static void clear_words(struct review *review)
{
    for (size_t i = 0; i < review->count; i++) {
        review->items[i].note = "";
        review->items[i].cause = MISS_CAUSE_COUNT;
    }
}

static bool take_remarks(struct app *app, struct review *review,
                         const struct remark_filter *filter,
                         const struct place *places, struct arena *arena,
                         struct error *err)
{
    struct remarks remarks;

    if (!remark_list(app_store(app), filter, arena, &remarks, err))
        return false;
    for (size_t i = 0; i < remarks.count; i++) {
        struct place key = {.item_id = remarks.items[i].item_id};
        const struct place *found =
            bsearch(&key, places, review->count, sizeof key, compare_places);

        if (found)
            take(review, found->item, &remarks.items[i]);
    }
    return true;
}

/* Causes belong to an attempt, and over the years there are many; notes and
 * disputes belong to the question. */
bool review_read_words(struct app *app, struct review *review,
                       struct arena *arena, struct error *err)
{
    const struct attempt_row *attempt = &review->attempt;
    struct remark_filter of_attempt = {.candidate_id = attempt->candidate_id,
                                       .attempt_id = attempt->attempt_id,
                                       .kinds = 1u << REMARK_CAUSE};
    struct remark_filter of_questions = {.candidate_id = attempt->candidate_id,
                                         .kinds = 1u << REMARK_NOTE |
                                                  1u << REMARK_DISPUTE,
                                         .open_only = true};
    const struct place *places;
    int64_t *today;

    clear_words(review);
    if (!attempt_items_today(app_store(app), attempt->attempt_id,
                             (int)review->count, arena, &today, err))
        return false;
    places = list_places(review, today, arena);
    return take_remarks(app, review, &of_attempt, places, arena, err) &&
           take_remarks(app, review, &of_questions, places, arena, err);
}

/* --- writing -------------------------------------------------------------- */

static struct remark remark_on(struct app *app, const struct review *review,
                               int pos, enum remark_kind kind)
{
    const struct attempt_slot *slot = &review->items[pos].slot;

    return (struct remark){
        .candidate_id = review->attempt.candidate_id,
        .item_id = slot->item_id,
        .rev_id = slot->rev_id,
        .attempt_id = review->attempt.attempt_id,
        .kind = kind,
        .text = "",
        .claim = "",
        .is_open = true,
        .utc_ms = app_utc_ms(app),
        .name = review->items[pos].name,
        .candidate_label = review->attempt.candidate_label,
    };
}

static bool put(struct app *app, const struct remark *remark, struct error *err)
{
    unsigned char uuid[STORE_UUID_SIZE];

    system_uuid(uuid);
    return remark_put(app_store(app), remark, uuid, err);
}

static bool is_short_enough(const char *text, const char *what,
                            struct error *err)
{
    return strlen(text) <= REMARK_TEXT_MAX ||
           error_set(err, ERR_INVALID,
                     "%s has at most %d bytes: make it shorter", what,
                     REMARK_TEXT_MAX);
}

/* Without blanks at both ends; of blanks alone nothing is left. */
static const char *trimmed(const char *text, struct arena *arena)
{
    return arena_str(arena, str_trim(str_from(text))).data;
}

bool review_note(struct app *app, struct review *review, int pos,
                 const char *text, struct arena *arena, struct error *err)
{
    struct remark remark = remark_on(app, review, pos, REMARK_NOTE);

    remark.text = trimmed(text, arena);
    if (!is_short_enough(remark.text, "a note", err) || !put(app, &remark, err))
        return false;
    review->items[pos].note = remark.text;
    return true;
}

bool review_cause(struct app *app, struct review *review, int pos,
                  enum miss_cause cause, struct error *err)
{
    struct review_item *item = &review->items[pos];
    struct remark remark = remark_on(app, review, pos, REMARK_CAUSE);

    if (cause != MISS_CAUSE_COUNT && !review_matches(item, REVIEW_WRONG))
        return error_set(
            err, ERR_INVALID,
            "question %d was %s: a cause is for what was missed", pos + 1,
            review_matches(item, REVIEW_ALL) ? "right" : "not shown");
    if (cause != MISS_CAUSE_COUNT)
        remark.text = miss_cause_id(cause);
    if (!put(app, &remark, err))
        return false;
    if (item->cause != MISS_CAUSE_COUNT)
        review->causes[item->cause]--;
    if (cause != MISS_CAUSE_COUNT)
        review->causes[cause]++;
    item->cause = cause;
    return true;
}

bool review_dispute(struct app *app, struct review *review, int pos,
                    const char *claim, const char *reason, struct arena *arena,
                    struct error *err)
{
    struct review_item *item = &review->items[pos];
    struct remark *remark = ARENA_NEW(arena, struct remark);

    *remark = remark_on(app, review, pos, REMARK_DISPUTE);
    remark->text = trimmed(reason, arena);
    remark->claim = trimmed(claim, arena);
    if (!is_short_enough(remark->text, "a reason", err))
        return false;
    if (!response_is_valid(item->item, str_from(remark->claim)))
        return error_set(err, ERR_INVALID,
                         "'%s' cannot be an answer to question %d",
                         remark->claim, pos + 1);
    if (!put(app, remark, err))
        return false;
    item->dispute = remark->text[0] != '\0' ? remark : NULL;
    return true;
}
