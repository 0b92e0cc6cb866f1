/* A practice between wish and plan: shared by the files of the practice. */
#ifndef PROCTOR_APP_PRACTICE_PRIVATE_H
#define PROCTOR_APP_PRACTICE_PRIVATE_H

#include "proctor/app/practice.h"

/* What a request means: names looked up, and what may be drawn for it. */
struct practice {
    const struct practice_request *request;
    /* The exam of the scope, or the one whose books, year and pace count; NULL
     * when there is none. */
    const struct exam *exam;
    int section;       /* of SECTION: its index */
    const char *title; /* "Anatomy and physiology"; "questions you missed" */
    struct pool pool;  /* what the scope takes, sorted by name */
    bool *reserved;    /* one flag per item of the pool; NULL: none */
    /* The reserve is a whole mock exam, not just what is left of one. */
    bool keeps_whole_mock;
    int64_t target_ms; /* of a question at the exam's pace, 0 unknown */
};

/* Exam, section, topic or bank of the request; all but the pool. */
bool practice_find(struct app *app, const struct practice_request *request,
                   struct arena *arena, struct practice *out,
                   struct error *err);

/* The exam that the candidate prepares for. There may be none, or it may be
 * gone or unreadable by now: that is no failure, it cannot be sat either. */
bool practice_own_exam(struct app *app, struct arena *arena,
                       struct exam_entry *out, bool *is_there_out,
                       struct error *err);

/* Pool and reserve of what practice_find() found. */
bool practice_fill(struct app *app, struct arena *arena,
                   struct practice *practice, struct error *err);

/* Sentences of both offer and plan. */
struct sentences;
void practice_note(struct app *app, const struct practice *practice,
                   struct sentences *notes);

/*
 * The exam that a practice is stored as: its sections list the questions drawn,
 * indices into practice->pool. `minutes` 0: no limit. Writes it to
 * `blueprint_out` and fills the section of each slot. ERR_INVALID when it does
 * not read back.
 */
bool practice_blueprint(struct app *app, const struct practice *practice,
                        int minutes, struct form *form, struct arena *arena,
                        const struct exam **exam_out, struct str *blueprint_out,
                        struct error *err);

#endif
