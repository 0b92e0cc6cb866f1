/* What the first screen tells: where the candidate stands and what to do next.
 * Read in two steps, so that the first frame waits for nothing dear. */
#ifndef PROCTOR_APP_HOME_H
#define PROCTOR_APP_HOME_H

#include "proctor/app/areas.h"
#include "proctor/app/session.h"

#define HOME_RESULTS 5
#define HOME_WEAK 3

/* What to do next, the first that holds; but on the day before the exam, and on
 * it, REST goes before MOCK (docs/home.md). */
#define NEXT_STEPS(X)                                                          \
    X(RESUME, "resume")     /* an exam waits */                                \
    X(PRACTICE, "practice") /* a practice waits */                             \
    X(IMPORT, "import")     /* no questions are loaded */                      \
    X(CHOOSE, "choose")     /* no exam is chosen */                            \
    X(MOCK, "mock")     /* none sat yet, or long ago, or the date is near */   \
    X(REVIEW, "review") /* the last mock was not looked at */                  \
    X(WEAK, "weak")     /* practise the weakest area */                        \
    X(FILL, "fill")     /* none sat yet, and the banks cannot fill one */      \
    X(REST, "rest")     /* nothing presses */
enum next_step {
#define X(NAME, id) NEXT_##NAME,
    NEXT_STEPS(X)
#undef X
        NEXT_STEP_COUNT
};
const char *next_step_id(enum next_step step);

struct home {
    const struct candidate *candidate;
    const struct exam *exam; /* prepared for; NULL: none chosen */
    bool has_date;
    int days_left; /* when has_date */
    bool is_running, practice_runs;
    struct interruption running, practice;
    struct attempt_rows results; /* ended, newest first, HOME_RESULTS at most */
    int64_t items;               /* as practice_question_count() */
    /* The last mock of `exam` that was sat to its end: how many days ago, and
     * whether any of its answers was looked at. */
    bool has_mock, mock_was_read;
    int days_since_mock;
    int64_t mock_id; /* its attempt */
    /* By home_count(): */
    bool is_counted;
    int fresh_mocks; /* up to FRESH_MOCKS_MOST; -1: no full form can be drawn */
    /* Where none can: questions of one, those there are for it, and what is
     * missing as exam_missing_text() says it. */
    int needed, fillable;
    const char *missing;
    struct areas areas; /* by section; none without an exam */
};

/* Cheap. */
bool home_read(struct app *app, struct arena *arena, struct home *out,
               struct error *err);
/* Reads the pool and the evidence. */
bool home_count(struct app *app, struct arena *arena, struct home *home,
                struct error *err);

/* What to do next (docs/home.md), and the sentence that says so. */
enum next_step home_next(const struct home *home);
/* The area that NEXT_WEAK is about: of those below the pass mark the one that
 * costs most. NULL for none, or while nothing is counted. */
const struct area *home_weak_area(const struct home *home);
const char *home_next_words(const struct home *home, struct arena *arena);

#endif
