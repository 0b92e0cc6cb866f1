/*
 * Folds the events of an attempt into what the candidate has given so far.
 * What may come next is judged in sitting_accepts.c; values of events are in
 * sitting_values.c, answers in response.c; time is counted by the caller.
 */
#include "proctor/domain/sitting.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "proctor/base/mem.h"
#include "proctor/domain/response.h"
#include "sitting_values.h"

#define X(NAME, id, label) [SITTING_##NAME] = id,
static const char *const state_ids[] = {SITTING_STATES(X)};
#undef X

#define X(NAME, id, label) [SITTING_##NAME] = label,
static const char *const state_labels[] = {SITTING_STATES(X)};
#undef X

#define X(NAME, id, acts, at_item) [EVENT_##NAME] = id,
static const char *const event_ids[] = {EVENT_KINDS(X)};
#undef X

#define X(NAME, id, acts, at_item) [EVENT_##NAME] = {acts, at_item},
static const struct {
    bool acts, at_item;
} event_traits[] = {EVENT_KINDS(X)};
#undef X

#define X(NAME, label) [PROGRESS_##NAME] = label,
static const char *const progress_labels[] = {PROGRESSES(X)};
#undef X

const char *sitting_state_id(enum sitting_state state)
{
    return state_ids[state];
}

const char *sitting_state_label(enum sitting_state state)
{
    return state_labels[state];
}

IDS_DEFINE_FROM_ID(sitting_state_from_id, sitting_state, state_ids)

const char *event_kind_id(enum event_kind kind)
{
    return event_ids[kind];
}

IDS_DEFINE_FROM_ID(event_kind_from_id, event_kind, event_ids)

bool event_kind_acts(enum event_kind kind)
{
    return event_traits[kind].acts;
}

bool event_kind_is_at_item(enum event_kind kind)
{
    return event_traits[kind].at_item;
}

const char *progress_label(enum progress progress)
{
    return progress_labels[progress];
}

void sitting_init(struct sitting *sitting, int count,
                  enum exam_navigation navigation)
{
    *sitting = (struct sitting){
        .count = count,
        .responses = mem_alloc((size_t)count, sizeof *sitting->responses),
        .state = SITTING_RUNNING,
        .navigation = navigation,
        .current = -1,
        .reached = -1,
        .warned_minutes = INT_MAX,
        .typing_pos = -1,
    };
    for (int i = 0; i < count; i++)
        sitting->responses[i].sure = -1;
}

void sitting_finish(struct sitting *sitting)
{
    if (!sitting)
        return;
    for (int i = 0; i < sitting->count; i++) {
        free(sitting->responses[i].answer);
        free(sitting->responses[i].first_answer);
        free(sitting->responses[i].note);
    }
    free(sitting->responses);
    free(sitting->typing_base);
    *sitting = (struct sitting){0};
}

/* The empty text is stored as NULL. */
static void set_text(char **slot, struct str value)
{
    char *text = NULL;

    if (value.len > 0) {
        text = mem_alloc(value.len + 1, 1);
        memcpy(text, value.data, value.len);
    }
    free(*slot);
    *slot = text;
}

static struct response *response_at(struct sitting *sitting,
                                    const struct event *event)
{
    return &sitting->responses[event->pos];
}

static void apply_nothing(struct sitting *sitting, const struct event *event)
{
    (void)sitting;
    (void)event;
}

static void apply_visit(struct sitting *sitting, const struct event *event)
{
    response_at(sitting, event)->visits++;
    sitting->current = event->pos;
    if (event->pos != sitting->typing_pos)
        sitting->typing_pos = -1;
    if (sitting->reached < event->pos)
        sitting->reached = event->pos;
}

/* The answer changes the one entry that was being typed already. Notes which
 * one is. */
static bool goes_on_typing(struct sitting *sitting, const struct event *event)
{
    struct str before = str_from(response_at(sitting, event)->answer);

    if (sitting->typing_pos == event->pos &&
        answer_entries_changed(str_from(sitting->typing_base), event->value) <=
            1)
        return true;
    if (answer_entries_changed(before, event->value) == 1) {
        sitting->typing_pos = event->pos;
        set_text(&sitting->typing_base, before);
    } else {
        sitting->typing_pos = -1;
    }
    return false;
}

/* The first answer of a question with several parts grows with it, until
 * something is taken back or replaced, but for the entry being typed. */
static void apply_answer(struct sitting *sitting, const struct event *event)
{
    struct response *response = response_at(sitting, event);
    struct str before = str_from(response->answer);
    bool only_adds = answer_only_adds(before, event->value);
    bool is_typed = goes_on_typing(sitting, event);
    bool is_first = !response->first_answer ||
                    (response->answer && (only_adds || is_typed) &&
                     str_is(before, response->first_answer));

    if (!only_adds)
        response->changes++;
    set_text(&response->answer, event->value);
    if (is_first)
        set_text(&response->first_answer, str_from(response->answer));
}

static void apply_mark(struct sitting *sitting, const struct event *event)
{
    response_at(sitting, event)->marked = str_is(event->value, "1");
}

static void apply_strike(struct sitting *sitting, const struct event *event)
{
    char *struck = response_at(sitting, event)->struck;

    assert(event->value.len <= ITEM_OPTIONS_MAX);
    memset(struck, 0, ITEM_OPTIONS_MAX + 1);
    if (event->value.len > 0)
        memcpy(struck, event->value.data, event->value.len);
}

static void apply_sure(struct sitting *sitting, const struct event *event)
{
    response_at(sitting, event)->sure =
        event->value.len == 0 ? -1 : str_is(event->value, "1");
}

static void apply_note(struct sitting *sitting, const struct event *event)
{
    set_text(&response_at(sitting, event)->note, event->value);
}

static void apply_check(struct sitting *sitting, const struct event *event)
{
    response_at(sitting, event)->checked = true;
}

static void apply_hint(struct sitting *sitting, const struct event *event)
{
    response_at(sitting, event)->hints++;
}

static void apply_clock(struct sitting *sitting, const struct event *event)
{
    sitting->clock_hidden = str_is(event->value, "hidden");
}

static void apply_warned(struct sitting *sitting, const struct event *event)
{
    int64_t minutes = sitting->warned_minutes;

    str_to_i64(event->value, 0, INT_MAX, &minutes);
    sitting->warned_minutes = (int)minutes;
}

static void apply_leave(struct sitting *sitting, const struct event *event)
{
    sitting->left_stopped = str_is(event->value, "stops");
    sitting->interrupted = sitting->interrupted || sitting->left_stopped;
}

static void apply_gap(struct sitting *sitting, const struct event *event)
{
    struct gap_value gap = {.charged = true};

    gap_value_parse(event->value, &gap);
    sitting->interrupted = sitting->interrupted || !gap.charged;
    sitting->by_wall_clock = sitting->by_wall_clock || gap.by_wall_clock;
}

static void apply_end(struct sitting *sitting, const struct event *event)
{
    sitting_state_from_id(event->value, &sitting->state);
}

static void (*const appliers[EVENT_KIND_COUNT])(struct sitting *sitting,
                                                const struct event *event) = {
    [EVENT_START] = apply_nothing,     [EVENT_VISIT] = apply_visit,
    [EVENT_ANSWER] = apply_answer,     [EVENT_MARK] = apply_mark,
    [EVENT_STRIKE] = apply_strike,     [EVENT_SURE] = apply_sure,
    [EVENT_NOTE] = apply_note,         [EVENT_CHECK] = apply_check,
    [EVENT_HINT] = apply_hint,         [EVENT_CLOCK] = apply_clock,
    [EVENT_HEARTBEAT] = apply_nothing, [EVENT_WARNED] = apply_warned,
    [EVENT_SUSPEND] = apply_nothing, /* its time comes with a GAP */
    [EVENT_CLOCK_SET] = apply_nothing, [EVENT_LEAVE] = apply_leave,
    [EVENT_GAP] = apply_gap,           [EVENT_END] = apply_end,
};

/* Exam time that went to the question on screen: what passed since the last
 * event, less the time in which nobody looked at it. */
static int64_t time_on_screen(const struct sitting *sitting,
                              const struct event *event)
{
    int64_t passed_ms = event->used_ms - sitting->used_ms;
    struct gap_value gap;

    if (event->kind == EVENT_GAP && gap_value_parse(event->value, &gap) &&
        gap.charged)
        passed_ms -= gap.ms;
    return passed_ms > 0 ? passed_ms : 0;
}

void sitting_apply(struct sitting *sitting, const struct event *event)
{
    assert(!event_kind_is_at_item(event->kind) ||
           (event->pos >= 0 && event->pos < sitting->count));
    /* Time since the last event went to what was on screen until now. */
    if (sitting->current >= 0)
        sitting->responses[sitting->current].time_ms +=
            time_on_screen(sitting, event);
    sitting->used_ms = event->used_ms;
    sitting->seq = event->seq;
    sitting->left_stopped = false;
    appliers[event->kind](sitting, event);
}

static bool text_eq(const char *a, const char *b)
{
    return (a == NULL) == (b == NULL) && str_eq(str_from(a), str_from(b));
}

bool response_eq(const struct response *a, const struct response *b)
{
    return text_eq(a->answer, b->answer) &&
           text_eq(a->first_answer, b->first_answer) &&
           text_eq(a->note, b->note) && strcmp(a->struck, b->struck) == 0 &&
           a->marked == b->marked && a->sure == b->sure &&
           a->time_ms == b->time_ms && a->visits == b->visits &&
           a->changes == b->changes && a->hints == b->hints &&
           a->checked == b->checked;
}

enum progress sitting_progress(const struct sitting *sitting, int pos,
                               const struct item *item)
{
    const struct response *response = &sitting->responses[pos];

    if (response->checked)
        return PROGRESS_COMPLETE;
    if (response->visits == 0)
        return PROGRESS_UNSEEN;
    if (!response->answer)
        return PROGRESS_UNANSWERED;
    return response_is_complete(item, str_from(response->answer))
               ? PROGRESS_COMPLETE
               : PROGRESS_INCOMPLETE;
}
