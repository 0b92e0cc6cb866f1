/*
 * A sitting in progress: the rules of the domain, the clock and the store
 * brought together. Every act is stored before the function returns; when that
 * fails the act is kept in memory, session_save_state() says NOT SAVED, and
 * every later act, tick and flush tries again. Screens and the line mode show
 * what they get here and keep no truth of their own.
 */
#ifndef PROCTOR_APP_SESSION_H
#define PROCTOR_APP_SESSION_H

#include "proctor/app/app.h"
#include "proctor/app/exams.h"
#include "proctor/domain/form.h"
#include "proctor/domain/sitting.h"
#include "proctor/domain/timing.h"

/* What the start sheet shows, before anything is stored. */
struct session_plan {
    struct exam_entry entry;
    struct pool pool;
    struct form form;
    uint64_t seed;
    bool seed_given;
    int64_t limit_ms;  /* with the accommodation, for this form */
    int64_t target_ms; /* of a question (docs/retrospect.md), 0: none */
    const struct candidate *candidate;
    enum attempt_mode mode;
    bool gives_feedback, gives_hints; /* practice */
    /* The blueprint of a practice, stored with its attempt; else empty. */
    struct str blueprint;
    /* Sections that come short, as sentences; also doubts of the sheet. */
    struct str_list notes;
};

struct plan_options {
    const char *exam; /* id, alias or id@version */
    const char *seed; /* decimal, NULL: by chance */
};

/* Draws the form. The arena must live as long as the plan. ERR_NOT_FOUND,
 * ERR_INVALID (nothing can be drawn, bad seed), ERR_BUSY (an attempt runs). */
bool session_plan(struct app *app, const struct plan_options *options,
                  struct arena *arena, struct session_plan *out,
                  struct error *err);

struct session;

/* Stores the attempt and starts the clock. A practice that still runs is ended
 * before, as it is. NULL on failure. */
struct session *session_start(struct app *app, const struct session_plan *plan,
                              struct error *err);

/* What the candidate hears on return. */
struct interruption {
    int64_t attempt_id;
    const char *exam_title;
    int64_t saved_utc_ms; /* when the last act was stored */
    int answered, count;
    int64_t used_ms, limit_ms;
    struct exam_gap gap;
    bool left_stopped; /* left with the clock stopped: nothing to ask */
    int64_t left_if_charged_ms; /* 0: charging ends the attempt */
};
/* The running exam attempt of the candidate. ERR_NOT_FOUND when none is. */
bool session_interruption(struct app *app, struct arena *arena,
                          struct interruption *out, struct error *err);
/* The same of a running practice: its gap is never charged, so there is nothing
 * to ask. */
bool session_practice_interruption(struct app *app, struct arena *arena,
                                   struct interruption *out, struct error *err);

/*
 * Goes on with the running attempt, ERR_READONLY when another proctor has it;
 * the gap is charged or not. When no time is left the attempt is ended and
 * scored, and the session is returned in that state.
 */
struct session *session_resume(struct app *app, int64_t attempt_id, bool charge,
                               struct error *err);

/* Lets go. What is unsaved is tried once more. Accepts NULL. Does not end or
 * leave the attempt: the clock runs on. */
void session_close(struct session *session);

/* What is looked at; all borrowed until the next act. */
int64_t session_attempt_id(const struct session *session);
const struct exam *session_exam(const struct session *session);
const struct candidate *session_candidate(const struct session *session);
const struct sitting *session_sitting(const struct session *session);
const struct item *session_item(const struct session *session, int pos);
const struct response *session_response(const struct session *session, int pos);
/* Letters of the option ids by position on screen: the first is shown as A. */
const char *session_option_order(const struct session *session, int pos);
int session_section(const struct session *session, int pos);
/* Questions of the same case: first position and how many. 1 without a case. */
int session_case_span(const struct session *session, int pos, int *first_out);
enum progress session_progress(const struct session *session, int pos);
enum attempt_mode session_mode(const struct session *session);
/* The exam is of type tutorial: ending or leaving forgets it. */
bool session_is_tutorial(const struct session *session);
bool session_is_short(const struct session *session);

struct session_counts {
    int unseen, unanswered, incomplete, complete, marked;
};
struct session_counts session_count(const struct session *session);

/* The clock as of the last tick or act. INT64_MAX left without a limit. */
int64_t session_left_ms(const struct session *session);
int64_t session_used_ms(const struct session *session);
int64_t session_limit_ms(const struct session *session);
struct pace_state session_pace(const struct session *session);

/* NOT SAVED when an act waits; the message says why and what helps. */
enum save_state { SAVE_DONE, SAVE_FAILED };
enum save_state session_save_state(const struct session *session);
const char *session_save_message(const struct session *session);
/* Why the automatic copy of the database after the end could not be made; empty
 * when it was, or when there is none to make. The result is stored all the
 * same. */
const char *session_copy_message(const struct session *session);
/* Tries to store what waits. True when nothing waits any more. */
bool session_flush(struct session *session);

/* What a tick found; bits. */
enum session_news {
    SESSION_WARNED = 1,    /* see sitting.warned_minutes */
    SESSION_TIMED_OUT = 2, /* ended and scored */
    SESSION_SLEPT = 4,     /* the machine slept: session_settle_sleep() */
};
/*
 * Reads the clock: time-out, warnings, heartbeat each 15 s, retry of what could
 * not be stored. Call it before every draw, on every key and when
 * session_next_tick_ms() has passed.
 */
unsigned session_tick(struct session *session);
/*
 * How long the machine slept since it was last settled, 0 when it did not.
 * Until session_settle_sleep() says whether that time is charged it is not;
 * any act settles it as charged.
 */
int64_t session_slept_ms(const struct session *session);
void session_settle_sleep(struct session *session, bool charge);

/* Milliseconds until the next second of the time left (or minute, for a clock
 * shown by the minute or hidden; never later than the heartbeat or a retry). */
int64_t session_next_tick_ms(const struct session *session, bool by_minute);

/*
 * Acts. False with err for what the rules refuse (nothing happens then), also
 * after the end: ERR_INVALID. A failure of the store is no refusal: true, and
 * session_save_state() tells.
 */
bool session_visit(struct session *session, int pos, struct error *err);
/* Puts the option in or out; `letter` is the option's id. */
bool session_choose(struct session *session, int pos, char letter,
                    struct error *err);
bool session_enter_code(struct session *session, int pos, size_t field,
                        size_t slot, const char *text, struct error *err);
bool session_clear(struct session *session, int pos, struct error *err);
bool session_toggle_mark(struct session *session, int pos, struct error *err);
bool session_toggle_strike(struct session *session, int pos, char letter,
                           struct error *err);
bool session_set_sure(struct session *session, int pos, int sure,
                      struct error *err);
bool session_set_note(struct session *session, int pos, const char *text,
                      struct error *err);
bool session_hide_clock(struct session *session, bool hidden,
                        struct error *err);
/* Practice with feedback: the answer, or none, is final and the key may be
 * shown. ERR_INVALID where there is no feedback, or when it was checked. */
bool session_check(struct session *session, int pos, struct error *err);
bool session_gives_feedback(const struct session *session);
/* A checked question as a review shows it, borrowed from the arena; also one
 * that is not checked: the caller asks session_response()->checked. */
struct review_item;
void session_feedback(const struct session *session, int pos,
                      struct arena *arena, struct review_item *out);
/* The next hint, stored as taken. ERR_INVALID when there is no further one, or
 * hints are off. */
bool session_hint(struct session *session, int pos, struct arena *arena,
                  struct str *hint_out, struct error *err);
/* Hints taken so far, joined by blank lines; empty when none was. */
struct str session_hints(const struct session *session, int pos,
                         struct arena *arena);
/* Takes back the last answer, mark or strike of this sitting in memory, by a
 * new event. `pos_out` is where. ERR_INVALID when there is nothing. */
bool session_undo(struct session *session, int *pos_out, struct error *err);

/* The next question behind `pos` (around the end) that is unseen, unanswered
 * or incomplete; -1 when there is none. `marked`: the next marked one. */
int session_next_open(const struct session *session, int pos);
int session_next_marked(const struct session *session, int pos);

/* Leaves: stored, then session_close() it. A practice leaves with its clock
 * stopped, whatever is asked for; a tutorial is forgotten. */
bool session_leave(struct session *session, bool clock_runs, struct error *err);
/* Ends and scores; of a practice only what was displayed counts. While it
 * cannot be stored: false with ERR_FULL or ERR_IO, and the attempt goes on. */
bool session_submit(struct session *session, struct error *err);
bool session_abandon(struct session *session, struct error *err);

#endif
