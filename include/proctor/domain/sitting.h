/*
 * A sitting as a fold over its events. It knows no clock and no store: callers
 * pass the used time and keep the events. Applying the events of an attempt in
 * order always gives the same sitting; `response` rows are its projection.
 */
#ifndef PROCTOR_DOMAIN_SITTING_H
#define PROCTOR_DOMAIN_SITTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/error.h"
#include "proctor/base/str.h"
#include "proctor/domain/exam.h"

#define SITTING_STATES(X)                                                      \
    X(RUNNING, "running", "running")                                           \
    X(SUBMITTED, "submitted", "submitted")                                     \
    X(TIMED_OUT, "timed_out", "time ran out")                                  \
    X(ABANDONED, "abandoned", "abandoned")

enum sitting_state {
#define X(NAME, id, label) SITTING_##NAME,
    SITTING_STATES(X)
#undef X
        SITTING_STATE_COUNT
};
const char *sitting_state_id(enum sitting_state state);
const char *sitting_state_label(enum sitting_state state);
bool sitting_state_from_id(struct str id, enum sitting_state *out);

/* X(NAME, id, acts, at_item): an act is stored before it is shown; the others
 * go with the next act or heartbeat. at_item: `pos` names a question. */
#define EVENT_KINDS(X)                                                         \
    X(START, "start", true, false)                                             \
    X(VISIT, "visit", false, true)  /* the question came on screen */          \
    X(ANSWER, "answer", true, true) /* value: the whole answer, or empty */    \
    X(MARK, "mark", true, true)     /* value: "1" or "0" */                    \
    X(STRIKE, "strike", true, true) /* value: all struck letters */            \
    X(SURE, "sure", true, true)     /* value: "1", "0" or empty */             \
    X(NOTE, "note", true, true)     /* value: the text */                      \
    X(CHECK, "check", true, true)   /* practice: key shown, answer final */    \
    X(HINT, "hint", true, true)     /* practice: its number, from 1 */         \
    X(CLOCK, "clock", true, false)  /* value: "hidden" or "shown" */           \
    X(HEARTBEAT, "heartbeat", true, false)                                     \
    X(WARNED, "warned", true, false)   /* value: minutes left */               \
    X(SUSPEND, "suspend", true, false) /* value: ms asleep; a GAP follows */   \
    X(CLOCK_SET, "clock_set", true, false) /* value: ms the date moved */      \
    X(LEAVE, "leave", true, false)         /* value: "runs" or "stops" */      \
    X(GAP, "gap", true, false) /* value: "charged N" or "free N", " wall" */   \
    X(END, "end", true, false) /* value: a state's id */

enum event_kind {
#define X(NAME, id, acts, at_item) EVENT_##NAME,
    EVENT_KINDS(X)
#undef X
        EVENT_KIND_COUNT
};
const char *event_kind_id(enum event_kind kind);
bool event_kind_from_id(struct str id, enum event_kind *out);
bool event_kind_acts(enum event_kind kind);
bool event_kind_is_at_item(enum event_kind kind);

struct event {
    int64_t seq;     /* 1, 2, 3... within the attempt */
    int64_t used_ms; /* exam time used when it happened; never falls */
    int64_t utc_ms;
    enum event_kind kind;
    int pos;          /* 0-based question, or -1 */
    struct str value; /* borrowed */
};

/* The projection for one question. Texts are on the heap, owned here. */
struct response {
    char *answer; /* NULL: none */
    /* The first, while it was only added to, or one code of it still typed:
     * of typed codes an entry may change as long as no other entry and no other
     * question came between. NULL: none. */
    char *first_answer;
    char *note; /* NULL: none */
    char struck[ITEM_OPTIONS_MAX + 1];
    bool marked;
    int sure;        /* -1 not said, 0, 1 */
    int64_t time_ms; /* exam time on screen, without charged gaps */
    int visits;      /* 0: never displayed */
    int changes;     /* how often something given was taken back or replaced */
    int hints;       /* practice: hints told before the check */
    bool checked;    /* practice: the key was shown, the answer is final */
};

struct sitting {
    int count;
    struct response *responses;
    enum sitting_state state;
    enum exam_navigation navigation;
    bool gives_feedback; /* CHECK may come; set after sitting_init() */
    bool gives_hints;    /* HINT may come; likewise */
    int current;         /* the question on screen, -1 before the first visit */
    int reached;         /* the furthest question visited, -1 for none */
    int64_t used_ms;
    int64_t seq; /* of the last event */
    bool clock_hidden;
    bool interrupted;   /* a gap was not charged, or the clock was stopped */
    bool by_wall_clock; /* a gap was measured by the date */
    bool left_stopped;  /* the last event was a LEAVE that stopped the clock */
    int warned_minutes; /* the last warning given, INT_MAX for none */
    int typing_pos;     /* the question whose entry is being typed, or -1 */
    char *typing_base;  /* its answer before that entry; NULL: none */
};

void sitting_init(struct sitting *sitting, int count,
                  enum exam_navigation navigation);
void sitting_finish(struct sitting *sitting);

/*
 * Whether the event may come next; else ERR_INVALID says why (the attempt has
 * ended, no such question, forward-only, time goes backwards, wrong seq).
 * `item` is that of `pos`, for response_is_valid() and struck letters; NULL for
 * a fold of stored events.
 */
bool sitting_accepts(const struct sitting *sitting, const struct event *event,
                     const struct item *item, struct error *err);

/* Applies an event that sitting_accepts(). Copies its value. */
void sitting_apply(struct sitting *sitting, const struct event *event);

/* Same projection, same state? For the fold test and `doctor`. */
bool response_eq(const struct response *a, const struct response *b);

/* What a question is on the review screen. */
#define PROGRESSES(X)                                                          \
    X(UNSEEN, "unseen")                                                        \
    X(UNANSWERED, "seen, not answered")                                        \
    X(INCOMPLETE, "incomplete")                                                \
    X(COMPLETE, "complete")
enum progress {
#define X(NAME, label) PROGRESS_##NAME,
    PROGRESSES(X)
#undef X
        PROGRESS_COUNT
};
const char *progress_label(enum progress progress);
/* What was checked is complete, with an answer or without: it is final. */
enum progress sitting_progress(const struct sitting *sitting, int pos,
                               const struct item *item);

#endif
