/*
 * Practice: items by section, topic, bank or exam, or again those of earlier
 * attempts; with feedback after each, hints, and a time or none. It is stored
 * as an attempt on a blueprint of its own and sat through app/session.h. What a
 * mock exam will need is kept back unless asked for. Rules: docs/practice.md.
 */
#ifndef PROCTOR_APP_PRACTICE_H
#define PROCTOR_APP_PRACTICE_H

#include "proctor/app/session.h"
#include "proctor/domain/practice.h"

#define PRACTICE_QUESTIONS 20 /* when nothing else is said */
#define PRACTICE_MINUTES_MAX 600

struct practice_request {
    enum practice_scope scope;
    /* The exam of EXAM and SECTION; for the others the one whose books, code
     * year and pace count. NULL: the candidate's, if there is one; EXAM and
     * SECTION need one (ERR_INVALID). */
    const char *exam;
    const char *name; /* of section, topic or bank; NULL for the other scopes */
    int questions;    /* 1 to PRACTICE_ITEMS_MAX; 0: as many as `minutes` ask */
    int minutes;      /* ends then; 0: no such end */
    bool at_exam_pace; /* limited to the exam's time for so many questions */
    bool without_feedback; /* answers are only shown at the end */
    bool hints;
    bool use_reserve; /* what is kept back for a mock may be drawn too */
    const char
        *seed; /* decimal, NULL: by chance; exposures count all the same */
};

/* What EXAM, SECTION, TOPIC and BANK can be named after; a tree in depth-first
 * order. */
struct practice_choice {
    const char *name; /* as in a request */
    const char *title;
    int depth;     /* in the topic tree */
    int64_t items; /* loaded questions, with what is below; 0: not counted */
    int fresh;     /* of them never met; -1: not counted */
};
struct practice_choices {
    struct practice_choice *items;
    size_t count;
};
/* None for the other scopes; what only a tutorial draws is left out. `exam` as
 * in a request; ERR_INVALID for SECTION when there is none. */
bool practice_choices(struct app *app, enum practice_scope scope,
                      const char *exam, struct arena *arena,
                      struct practice_choices *out, struct error *err);

/* What there is for it, before anything is drawn. */
struct practice_offer {
    const char *title; /* "Anesthesia (cpc)" */
    struct practice_supply supply;
    int64_t target_ms; /* a question at the exam's pace, 0 unknown */
    /* Sentences to read before the start: what is kept back and why, what was
     * met before, that a running practice ends. */
    struct str_list notes;
};
/* ERR_NOT_FOUND for exam, section, topic or bank names the nearest. */
bool practice_offer(struct app *app, const struct practice_request *request,
                    struct arena *arena, struct practice_offer *out,
                    struct error *err);

/*
 * Draws it as a plan that session_start() takes. ERR_INVALID when there is
 * nothing to ask, and then says what would help; ERR_BUSY while an exam runs.
 */
bool practice_plan(struct app *app, const struct practice_request *request,
                   struct arena *arena, struct session_plan *out,
                   struct error *err);

/* The tutorial: three questions without a clock, from the shipped exam of type
 * tutorial. Kept only while it runs; what a kill leaves of it the next
 * app_open() erases. ERR_NOT_FOUND when none is loaded. */
bool practice_tutorial(struct app *app, struct arena *arena,
                       struct session_plan *out, struct error *err);

/* Active questions of visible banks, without those that only a tutorial draws.
 */
bool practice_question_count(struct app *app, int64_t *out, struct error *err);

/* Fresh mock exams left, counted up to FRESH_MOCKS_MOST. */
#define FRESH_MOCKS_MOST 9
bool practice_fresh_mocks(struct app *app, const char *exam, int *out,
                          struct error *err);

#endif
