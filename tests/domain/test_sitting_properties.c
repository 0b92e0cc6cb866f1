/* What holds for every sequence of events, tried with a thousand of them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "events.h"
#include "proctor/base/mem.h"
#include "proctor/base/random.h"
#include "proctor/domain/sitting.h"

/* What stands in a stored event. */
struct stored {
    struct event event;
    char value[64];
};

struct stream {
    struct stored *items;
    size_t count, capacity;
};

enum { ITEMS = 5 };

/* A possible value of the kind, most of the time. */
static const char *random_value(struct random *random, enum event_kind kind)
{
    static const char *const values[EVENT_KIND_COUNT][4] = {
        [EVENT_START] = {"", "", "", ""},
        [EVENT_VISIT] = {"", "", "", ""},
        [EVENT_ANSWER] = {"A", "AC", "", "dx=I10;E11.9\npx=0DTJ4ZZ"},
        [EVENT_MARK] = {"1", "0", "1", "x"},
        [EVENT_STRIKE] = {"A", "BD", "", "DB"},
        [EVENT_SURE] = {"1", "0", "", "x"},
        [EVENT_NOTE] = {"a note", "another", "", "n"},
        [EVENT_CHECK] = {"", "", "", "x"},
        [EVENT_HINT] = {"1", "2", "3", "0"},
        [EVENT_CLOCK] = {"hidden", "shown", "hidden", ""},
        [EVENT_HEARTBEAT] = {"", "", "", ""},
        [EVENT_WARNED] = {"30", "10", "5", "x"},
        [EVENT_SUSPEND] = {"2500", "0", "1", "x"},
        [EVENT_CLOCK_SET] = {"-3600000", "5000", "1", "x"},
        [EVENT_LEAVE] = {"runs", "stops", "runs", "x"},
        [EVENT_GAP] = {"charged 100", "free 9 wall", "free 0", "x"},
        [EVENT_END] = {"submitted", "timed_out", "abandoned", "running"},
    };

    return values[kind][random_below(random, 4)];
}

/* Tries random events on a sitting and keeps those that it takes. */
static void grow(struct stream *stream, struct sitting *sitting,
                 struct random *random, int tries)
{
    for (int i = 0; i < tries; i++) {
        enum event_kind kind =
            (enum event_kind)random_below(random, EVENT_KIND_COUNT);
        int pos = (int)random_below(random, ITEMS + 2) - 1;
        const char *value = random_value(random, kind);
        struct event event =
            next_event(sitting, kind, pos, value,
                       (int64_t)random_below(random, 20000) - 500);
        struct stored *stored;

        if (kind == EVENT_END && i < tries / 2)
            continue;
        if (!sitting_accepts(sitting, &event, NULL, NULL))
            continue;
        stored = array_add(stream);
        stored->event = event;
        memset(stored->value, 0, sizeof stored->value);
        memcpy(stored->value, value, strlen(value));
        sitting_apply(sitting, &event);
    }
}

static void check_equal(const struct sitting *a, const struct sitting *b)
{
    for (int i = 0; i < ITEMS; i++)
        assert_true(response_eq(&a->responses[i], &b->responses[i]));
    assert_int_equal(a->state, b->state);
    assert_int_equal(a->current, b->current);
    assert_int_equal(a->reached, b->reached);
    assert_int_equal(a->used_ms, b->used_ms);
    assert_int_equal(a->seq, b->seq);
    assert_int_equal(a->clock_hidden, b->clock_hidden);
    assert_int_equal(a->interrupted, b->interrupted);
    assert_int_equal(a->by_wall_clock, b->by_wall_clock);
    assert_int_equal(a->left_stopped, b->left_stopped);
    assert_int_equal(a->warned_minutes, b->warned_minutes);
}

static int64_t sum_times(const struct sitting *sitting)
{
    int64_t sum = 0;

    for (int i = 0; i < sitting->count; i++)
        sum += sitting->responses[i].time_ms;
    return sum;
}

/* Time since the first visit, less what charged gaps took of it. */
static int64_t time_due(const struct stream *stream)
{
    int64_t due = 0;
    int64_t used_ms = 0;
    bool has_begun = false;

    for (size_t i = 0; i < stream->count; i++) {
        const struct event *event = &stream->items[i].event;
        int64_t passed_ms = event->used_ms - used_ms;

        if (event->kind == EVENT_GAP &&
            strcmp(stream->items[i].value, "charged 100") == 0)
            passed_ms = passed_ms > 100 ? passed_ms - 100 : 0;
        due += has_begun ? passed_ms : 0;
        has_begun = has_begun || event->kind == EVENT_VISIT;
        used_ms = event->used_ms;
    }
    return due;
}

/* Checked questions and hints are there only where they are given; behind a
 * check nothing of the response changed but mark and note. */
static void check_practice(const struct sitting *sitting,
                           const struct stream *stream)
{
    int hints[ITEMS] = {0};
    bool checked[ITEMS] = {false};

    for (size_t i = 0; i < stream->count; i++) {
        const struct event *event = &stream->items[i].event;

        if (!event_kind_is_at_item(event->kind))
            continue;
        assert_true(!checked[event->pos] || event->kind == EVENT_VISIT ||
                    event->kind == EVENT_MARK || event->kind == EVENT_NOTE);
        hints[event->pos] += event->kind == EVENT_HINT;
        checked[event->pos] = checked[event->pos] || event->kind == EVENT_CHECK;
    }
    for (int i = 0; i < ITEMS; i++) {
        assert_int_equal(sitting->responses[i].hints, hints[i]);
        assert_int_equal(sitting->responses[i].checked, checked[i]);
        assert_true(sitting->gives_hints || hints[i] == 0);
        assert_true(sitting->gives_feedback || !checked[i]);
    }
}

/* Random streams of events: what is stored folds to what was there while it
 * was lived, every event is accepted again, the times add up. */
static void folding_the_events_gives_the_sitting_as_it_was(void **state)
{
    int ended = 0;
    (void)state;

    for (uint64_t seed = 0; seed < 1000; seed++) {
        struct random random = random_seeded(seed);
        enum exam_navigation navigation =
            seed % 2 == 0 ? EXAM_NAVIGATION_FREE : EXAM_NAVIGATION_FORWARD_ONLY;
        struct stream stream = {0};
        struct sitting lived;
        struct sitting folded;

        sitting_init(&lived, ITEMS, navigation);
        sitting_init(&folded, ITEMS, navigation);
        lived.gives_feedback = folded.gives_feedback = seed % 3 > 0;
        lived.gives_hints = folded.gives_hints = seed % 3 > 1;
        grow(&stream, &lived, &random, 120);
        for (size_t i = 0; i < stream.count; i++) {
            struct event event = stream.items[i].event;

            event.value = str_from(stream.items[i].value);
            assert_true(sitting_accepts(&folded, &event, NULL, NULL));
            sitting_apply(&folded, &event);
        }
        check_equal(&lived, &folded);
        assert_int_equal(sum_times(&lived), time_due(&stream));
        check_practice(&lived, &stream);
        ended += lived.state != SITTING_RUNNING;
        sitting_finish(&lived);
        sitting_finish(&folded);
        array_free(&stream);
    }
    assert_in_range(ended, 100, 1000);
}

/* The state of one kind of event at a question, as its value. */
static const char *value_now(const struct response *response,
                             enum event_kind kind)
{
    switch ((int)kind) {
    case EVENT_ANSWER:
        return response->answer ? response->answer : "";
    case EVENT_MARK:
        return response->marked ? "1" : "0";
    case EVENT_STRIKE:
        return response->struck;
    case EVENT_SURE:
        return response->sure < 0 ? "" : response->sure ? "1" : "0";
    default:
        return response->note ? response->note : "";
    }
}

static const enum event_kind undoable[] = {
    EVENT_ANSWER, EVENT_MARK, EVENT_STRIKE, EVENT_SURE, EVENT_NOTE,
};
enum { UNDOABLE = sizeof undoable / sizeof *undoable, STEPS = 20 };

/* What one step changed, and the value before it. */
struct undo {
    enum event_kind kind;
    int pos;
    char value[64];
};

static void keep_value(char out[64], const char *value)
{
    memset(out, 0, 64);
    memcpy(out, value, strlen(value));
}

/* A random change, and how to undo it. */
static void change(struct sitting *sitting, struct random *random,
                   struct undo *undo)
{
    enum event_kind kind = undoable[random_below(random, UNDOABLE)];
    int pos = (int)random_below(random, ITEMS);
    const char *now = value_now(&sitting->responses[pos], kind);
    struct event event =
        next_event(sitting, kind, pos, random_value(random, kind), 1);

    undo->kind = kind;
    undo->pos = pos;
    keep_value(undo->value, now);
    if (!sitting_accepts(sitting, &event, NULL, NULL))
        event.value = str_from(now);
    sitting_apply(sitting, &event);
}

/* Undo is another event with the value that was there before. */
static void undoing_by_inverse_events_restores_what_was_given(void **state)
{
    (void)state;

    for (uint64_t seed = 0; seed < 1000; seed++) {
        struct random random = random_seeded(seed);
        char before[ITEMS][UNDOABLE][64];
        struct undo undo[STEPS];
        struct stream stream = {0};
        struct sitting sitting;

        sitting_init(&sitting, ITEMS, EXAM_NAVIGATION_FREE);
        grow(&stream, &sitting, &random, 30);
        sitting.state = SITTING_RUNNING;
        for (int i = 0; i < ITEMS * UNDOABLE; i++)
            keep_value(before[i / UNDOABLE][i % UNDOABLE],
                       value_now(&sitting.responses[i / UNDOABLE],
                                 undoable[i % UNDOABLE]));
        for (int i = 0; i < STEPS; i++)
            change(&sitting, &random, &undo[i]);
        for (int i = STEPS; i-- > 0;)
            take(&sitting, undo[i].kind, undo[i].pos, undo[i].value, 1);
        for (int i = 0; i < ITEMS * UNDOABLE; i++)
            assert_string_equal(value_now(&sitting.responses[i / UNDOABLE],
                                          undoable[i % UNDOABLE]),
                                before[i / UNDOABLE][i % UNDOABLE]);
        sitting_finish(&sitting);
        array_free(&stream);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folding_the_events_gives_the_sitting_as_it_was),
        cmocka_unit_test(undoing_by_inverse_events_restores_what_was_given),
    };

    return cmocka_run_group_tests_name("sitting properties", tests, NULL, NULL);
}
