/*
 * What may come next in a sitting, so that no layer above can store an event
 * that the fold of sitting.c does not take. Each refusal says why, in words for
 * the candidate where a candidate can cause it.
 */
#include "proctor/domain/sitting.h"

#include "proctor/domain/hint.h"
#include "sitting_values.h"

/* What would still change a response after its answer was shown. */
static const bool ends_with_check[EVENT_KIND_COUNT] = {
    [EVENT_ANSWER] = true, [EVENT_STRIKE] = true, [EVENT_SURE] = true,
    [EVENT_HINT] = true,   [EVENT_CHECK] = true,
};

static bool check_order(const struct sitting *sitting,
                        const struct event *event, struct error *err)
{
    if (event->seq != sitting->seq + 1)
        return error_set(err, ERR_INVALID,
                         "event %lld comes where %lld is next",
                         (long long)event->seq, (long long)sitting->seq + 1);
    if (event->used_ms < sitting->used_ms)
        return error_set(err, ERR_INVALID,
                         "time goes backwards at event %lld: %lld ms after "
                         "%lld ms",
                         (long long)event->seq, (long long)event->used_ms,
                         (long long)sitting->used_ms);
    return true;
}

static bool check_pos(const struct sitting *sitting, const struct event *event,
                      struct error *err)
{
    if (!event_kind_is_at_item(event->kind)) {
        if (event->pos >= -1 && event->pos < sitting->count)
            return true;
    } else if (event->pos >= 0 && event->pos < sitting->count) {
        if (sitting->navigation == EXAM_NAVIGATION_FREE ||
            event->pos >= sitting->reached)
            return true;
        return error_set(err, ERR_INVALID,
                         "this exam goes forward only: question %d cannot be "
                         "opened or changed again",
                         event->pos + 1);
    }
    return error_set(err, ERR_INVALID,
                     "there is no question %d: choose 1 to %d", event->pos + 1,
                     sitting->count);
}

/* Hints come one after the other, as far as there are any. */
static bool check_hint(const struct sitting *sitting, const struct event *event,
                       const struct item *item, struct error *err)
{
    int told = sitting->responses[event->pos].hints;
    int64_t number = 0;

    if (!sitting->gives_hints)
        return error_set(err, ERR_INVALID, "this attempt gives no hints");
    if (item && (size_t)told >= hint_count(item))
        return error_set(err, ERR_INVALID,
                         told > 0 ? "there is no further hint for question %d"
                                  : "there is no hint for question %d",
                         event->pos + 1);
    str_to_i64(event->value, 0, INT64_MAX, &number);
    if (number != told + 1)
        return error_set(err, ERR_INVALID,
                         "hint %lld of question %d comes where hint %d is next",
                         (long long)number, event->pos + 1, told + 1);
    return true;
}

/* What practice adds: the answer is shown at a question, and hints. */
static bool check_practice(const struct sitting *sitting,
                           const struct event *event, const struct item *item,
                           struct error *err)
{
    if (ends_with_check[event->kind] && sitting->responses[event->pos].checked)
        return error_set(err, ERR_INVALID,
                         "the answer to question %d was shown: what you gave "
                         "is final",
                         event->pos + 1);
    if (event->kind == EVENT_CHECK && !sitting->gives_feedback)
        return error_set(err, ERR_INVALID,
                         "this attempt shows answers only at its end");
    return event->kind != EVENT_HINT || check_hint(sitting, event, item, err);
}

bool sitting_accepts(const struct sitting *sitting, const struct event *event,
                     const struct item *item, struct error *err)
{
    if (sitting->state != SITTING_RUNNING)
        return error_set(err, ERR_INVALID,
                         "the attempt has ended (%s): nothing can be added",
                         sitting_state_label(sitting->state));
    if (!check_order(sitting, event, err) || !check_pos(sitting, event, err))
        return false;
    if (!event_value_is_valid(event, item))
        return error_set(err, ERR_INVALID,
                         "'" STR_FORMAT "' is no value for '%s'",
                         STR_ARG(event->value), event_kind_id(event->kind));
    return check_practice(sitting, event, item, err);
}
