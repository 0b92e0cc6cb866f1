/* What was sat: the attempts, and how marks went over time. */
#ifndef PROCTOR_APP_HISTORY_H
#define PROCTOR_APP_HISTORY_H

#include "proctor/app/app.h"
#include "proctor/domain/exam.h"

#define HISTORY_KINDS(X)                                                       \
    X(ALL, "all", "all")                                                       \
    X(MOCKS, "mocks", "mock exams")                                            \
    X(PRACTICES, "practice", "practice")
enum history_kind {
#define X(NAME, id, label) HISTORY_##NAME,
    HISTORY_KINDS(X)
#undef X
        HISTORY_KIND_COUNT
};
const char *history_kind_id(enum history_kind kind);
const char *history_kind_label(enum history_kind kind);
bool history_kind_from_id(struct str id, enum history_kind *out);

struct history_filter {
    enum history_kind kind;
    const char *exam; /* id or alias; NULL: any */
    int limit;        /* 0: all */
};
/* The candidate's attempts, newest first. ERR_NOT_FOUND for an exam nobody
 * knows, with the nearest. */
bool history_read(struct app *app, const struct history_filter *filter,
                  struct arena *arena, struct attempt_rows *out,
                  struct error *err);

/* "passed"; "abandoned"; "" for a practice: what became of it. */
const char *history_outcome(const struct attempt_row *row);
/* "short, interrupted, accommodated", "" under plain exam conditions and for a
 * practice, which knows none. */
const char *history_conditions(const struct attempt_row *row,
                               struct arena *arena);

/* A mark over time. */
struct trend_point {
    int64_t attempt_id, utc_ms;
    int earned, possible; /* hundredths; possible > 0 */
    int asked, right;
    const struct attempt_row *attempt;
};
struct trend {
    struct str title;   /* of the exam or the section */
    struct str section; /* its id; empty: the whole exam */
    int pass_percent;   /* the (assumed) cut, 0: none */
    bool is_assumed;
    struct trend_point *points; /* oldest first */
    size_t count;
};
struct trends {
    const struct exam *exam;
    struct trend *items; /* the whole exam, then its sections */
    size_t count;
};
/* Ended mock attempts of that exam (NULL: the candidate's, else the one sat
 * last; ERR_NOT_FOUND when there is neither), abandoned ones left out. Sections
 * are matched by id over versions; those of today's version come first. */
bool history_trends(struct app *app, const char *exam, struct arena *arena,
                    struct trends *out, struct error *err);

/* "up 6 points over the last 4", "too few mocks to tell": first half against
 * second half of the points, each pooled, named only when their Wilson
 * intervals do not overlap. */
const char *trend_words(const struct trend *trend, struct arena *arena);

#endif
