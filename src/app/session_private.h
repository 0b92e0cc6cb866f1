/* The inside of a session, shared by session.c and session_acts.c. */
#ifndef PROCTOR_APP_SESSION_PRIVATE_H
#define PROCTOR_APP_SESSION_PRIVATE_H

#include "proctor/app/session.h"

/* Acts and visits not stored yet; values are on the heap. */
struct pending_events {
    struct event *items;
    size_t count, capacity;
};

/* What `z` takes back: the value an act replaced. */
struct undo_entry {
    enum event_kind kind;
    int pos;
    char *before;
};

struct undo_stack {
    struct undo_entry *items;
    size_t count, capacity;
};

struct session {
    struct app *app;
    struct arena arena;
    int64_t attempt_id;
    const struct exam *exam;
    struct attempt_slot *slots;
    struct item *items; /* one per slot */
    int count;
    bool is_short;
    struct sitting sitting;
    struct exam_clock clock;
    int64_t slept_ms; /* not settled yet */
    struct pending_events pending;
    int *changed; /* positions to write, without repeats */
    size_t changed_count;
    bool *is_changed;
    struct undo_stack undo;
    int64_t committed_boot_ms;
    enum save_state save_state;
    struct error save_error;
};

/* Reads the clock, without any of the consequences. */
void session_read_clock(struct session *session);

/* Puts the event at the end of the sitting and of what waits to be stored. */
void session_apply(struct session *session, enum event_kind kind, int pos,
                   const char *value);

/* May this event come next? */
bool session_may(const struct session *session, enum event_kind kind, int pos,
                 const char *value, struct error *err);

/* Stores what waits, and a heartbeat with it: a commit that must succeed before
 * anything is done that cannot be taken back. */
bool session_can_store(struct session *session, struct error *err);

/* Ends the sitting in `state` and stores it with its result. On failure with
 * `must` false nothing is changed; with `must` true it is retried. */
bool session_finish(struct session *session, enum sitting_state state,
                    bool must, struct error *err);

#endif
