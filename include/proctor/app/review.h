/*
 * An attempt looked at afterwards: result, sections, every question with what
 * was answered, the key and the author's explanations.
 */
#ifndef PROCTOR_APP_REVIEW_H
#define PROCTOR_APP_REVIEW_H

#include "proctor/app/app.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/score.h"

struct review_item {
    const struct item *item;
    const char *name; /* publisher/bank/item */
    struct attempt_slot slot;
    struct response response;
    struct scored_item scored;
    int partial; /* of choose-N: hundredths of the keys hit */
    const struct field_feedback *feedback; /* of typed codes, per field */
};

struct review {
    struct attempt_row attempt;
    const struct exam *exam;
    struct result result;
    struct review_item *items;
    size_t count;
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
    X(BLANK, "blank")
enum review_filter {
#define X(NAME, label) REVIEW_##NAME,
    REVIEW_FILTERS(X)
#undef X
    REVIEW_FILTER_COUNT
};
const char *review_filter_label(enum review_filter filter);
bool review_matches(const struct review_item *item, enum review_filter filter);

/* The questions whose answers were on screen: stored as exposures. */
bool review_reveal(struct app *app, const struct review *review,
                   const int *positions, size_t count, struct error *err);

#endif
