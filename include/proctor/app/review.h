/*
 * An attempt looked at afterwards: result, sections, every question with what
 * was answered, the key and the author's explanations.
 */
#ifndef PROCTOR_APP_REVIEW_H
#define PROCTOR_APP_REVIEW_H

#include "proctor/app/app.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/retrospect.h"
#include "proctor/domain/score.h"
#include "proctor/store/remarks.h"

struct review_item {
    const struct item *item;
    const char *name; /* publisher/bank/item */
    struct attempt_slot slot;
    struct response response;
    struct scored_item scored;
    int partial; /* of choose-N: hundredths of the keys hit */
    const struct field_feedback *feedback; /* of typed codes, per field */
    bool is_slow, is_changed;              /* domain/retrospect.h */
    /* The candidate's own words on it; "" and MISS_CAUSE_COUNT for none. */
    const char *note;
    enum miss_cause cause;
    const struct remark *dispute; /* the open one, or NULL */
};

struct review {
    struct attempt_row attempt;
    const struct exam *exam;
    struct result result;
    struct review_item *items;
    size_t count;
    struct retrospect retrospect;
    int causes[MISS_CAUSE_COUNT]; /* how often each was given */
};

/* Reads an ended attempt; everything lives in the arena. ERR_NOT_FOUND,
 * ERR_INVALID while it runs. The stored result is what is shown; a difference
 * to a fresh scoring is ERR_CORRUPT. */
bool review_read(struct app *app, int64_t attempt_id, struct arena *arena,
                 struct review *out, struct error *err);

/* The verdict in one sentence: "69 of 100, 70 needed: not passed." For scaled
 * exams the assumed cuts; for a practice set no verdict. */
struct str review_headline(const struct review *review, struct arena *arena);
/* Further sentences: short form, interrupted, accommodation, pretest. */
struct str_list review_remarks(const struct review *review,
                               struct arena *arena);

#define REVIEW_FILTERS(X)                                                      \
    X(ALL, "all")                                                              \
    X(WRONG, "wrong")                                                          \
    X(MARKED, "marked")                                                        \
    X(BLANK, "blank")                                                          \
    X(SLOW, "slow")                                                            \
    X(CHANGED, "changed")                                                      \
    X(GUESSED, "guessed") /* said not to be sure, or the cause given */        \
    X(DISPUTED, "disputed")
enum review_filter {
#define X(NAME, label) REVIEW_##NAME,
    REVIEW_FILTERS(X)
#undef X
        REVIEW_FILTER_COUNT
};
const char *review_filter_label(enum review_filter filter);
/* A question that was not shown and does not count (of a practice, or on trial
 * in an exam) matches none, not even ALL: it stays fresh. */
bool review_matches(const struct review_item *item, enum review_filter filter);

/* What the retrospect says, as sentences for people and for the line mode: time
 * and pace, last questions, changed answers, chances not taken, causes. */
struct str_list review_findings(const struct review *review,
                                struct arena *arena);

/* Sections in the order of the exam, or by marks lost (most first): indices. */
size_t *review_section_order(const struct review *review, bool by_loss,
                             struct arena *arena);

/* A section of two attempts of the same exam id, matched by section id. */
struct compared_section {
    struct str title;
    const struct section_result *before, *now; /* NULL: not there */
};
struct comparison {
    struct attempt_row before, now;
    int common; /* questions that both asked */
    struct compared_section *sections;
    size_t count;
};
/* `earlier` 0: the attempt of the same exam and mode before this one that was
 * not abandoned. ERR_NOT_FOUND when there is none, ERR_INVALID for another
 * exam, another candidate, one that is not earlier, or this one itself. */
bool review_compare(struct app *app, const struct review *review,
                    int64_t earlier, struct arena *arena,
                    struct comparison *out, struct error *err);

/* The candidate's own words on question `pos`, stored at once and put into
 * `review`. An empty note takes it away, MISS_CAUSE_COUNT the cause; a cause is
 * of what earned less than full marks. A claim is an answer as in
 * domain/response.h, or empty; an empty reason takes the dispute away.
 * ERR_INVALID for what cannot be, and for more than REMARK_TEXT_MAX bytes. */
bool review_note(struct app *app, struct review *review, int pos,
                 const char *text, struct arena *arena, struct error *err);
bool review_cause(struct app *app, struct review *review, int pos,
                  enum miss_cause cause, struct error *err);
bool review_dispute(struct app *app, struct review *review, int pos,
                    const char *claim, const char *reason, struct arena *arena,
                    struct error *err);

/* The questions whose answers were on screen: stored as exposures. */
bool review_reveal(struct app *app, const struct review *review,
                   const int *positions, size_t count, struct error *err);

#endif
