/* The inside of a session, shared by the files of the session and scoring.c. */
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
    enum attempt_mode mode;
    const struct exam *exam;
    struct attempt_slot *slots;
    struct item *items; /* one per slot */
    const char **names; /* of the items: "publisher/bank/item" */
    int count;
    bool is_short;
    int64_t target_ms; /* of a question, 0: none */
    struct sitting sitting;
    struct exam_clock clock;
    int64_t slept_ms; /* not settled yet */
    struct pending_events pending;
    int *changed; /* positions to write, without repeats */
    size_t changed_count;
    bool *is_changed;
    struct undo_stack undo;
    int64_t tried_boot_ms; /* when storing was last tried */
    enum save_state save_state;
    struct error save_error;
    struct error copy_error; /* of the copy after the end; ERR_NONE: made */
};

/* The stored attempt, folded up to its last event; its clock stands still. */
struct session *session_open(struct app *app, int64_t attempt_id,
                             struct attempt_row *row_out, struct error *err);

/* Ends the practice of the candidate that still runs, as it is; a tutorial is
 * forgotten. True when there is none. */
bool session_end_practice(struct app *app, struct error *err);

/* Reads the clock, without any of the consequences. */
void session_read_clock(struct session *session);

/* Puts the event at the end of the sitting and of what waits to be stored. */
void session_apply(struct session *session, enum event_kind kind, int pos,
                   const char *value);

/* May this event come next? */
bool session_may(const struct session *session, enum event_kind kind, int pos,
                 const char *value, struct error *err);

/* What the candidate does: checked against clock and rules, applied, stored. */
bool session_act(struct session *session, enum event_kind kind, int pos,
                 const char *value, struct error *err);
bool session_is_question(const struct session *session, int pos,
                         struct error *err);

/* What was done at `pos` can no longer be taken back. */
void session_forget_undo(struct session *session, int pos);

/* Stores what waits, and a heartbeat with it: a commit that must succeed before
 * anything is done that cannot be taken back. */
bool session_can_store(struct session *session, struct error *err);

/* Applies and stores an event that may only be if it is stored (LEAVE, END);
 * when it cannot be, it is as if it had never come, and err says why. Call
 * session_can_store() right before. */
bool session_apply_stored(struct session *session, enum event_kind kind,
                          const char *value, struct error *err);

/* Ends a tutorial and erases what was stored of it; what is in memory stays to
 * be looked at. False, and it goes on, when it cannot be erased. */
bool session_forget(struct session *session, enum sitting_state state,
                    struct error *err);

/* Ends the sitting because its time is over; storing that is tried until it
 * succeeds. */
void session_time_out(struct session *session);

#endif
