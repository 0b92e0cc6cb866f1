/*
 * Scoring, in hundredths of a mark and in integers throughout. Rules and a
 * worked example: docs/scoring.md. SCORER_VERSION rises when a rule changes;
 * results name it.
 */
#ifndef PROCTOR_DOMAIN_SCORE_H
#define PROCTOR_DOMAIN_SCORE_H

#include "proctor/base/arena.h"
#include "proctor/domain/exam.h"
#include "proctor/domain/item.h"

#define SCORER_VERSION 1

struct score {
    int earned, possible; /* hundredths */
};

/* Feedback on one typed entry. */
#define ENTRY_VERDICTS(X)                                                      \
    X(RIGHT, "right")                                                          \
    X(HALF_DETAIL, "right code, wrong modifier, units or POA")                 \
    X(HALF_ORDER, "right code, out of order")                                  \
    X(NOT_FIRST, "right code, but it must stand first")                        \
    X(OPTIONAL, "not asked for, does no harm")                                 \
    X(NEAR, "right category, wrong code")                                      \
    X(EXTRA, "not called for")                                                 \
    X(REPEATED, "entered twice")                                               \
    X(MALFORMED, "not a code of this set")
enum entry_verdict {
#define X(NAME, label) ENTRY_##NAME,
    ENTRY_VERDICTS(X)
#undef X
        ENTRY_VERDICT_COUNT
};
const char *entry_verdict_label(enum entry_verdict verdict);

struct entry_feedback {
    struct str typed;
    enum entry_verdict verdict;
    struct str why;      /* the author's, may be empty */
    const char *problem; /* what is wrong with its writing, else NULL */
};

struct field_feedback {
    struct entry_feedback *entries;
    size_t entry_count;
    const struct code_slot **missed; /* slots nobody filled */
    size_t missed_count;
    int right_halves; /* half marks earned before extras are taken off */
    int extras;       /* entries beyond the slots, optional ones not counted */
};

/*
 * Scores one answer. Single: 100 or 0. Multiple: all or nothing; `partial_out`
 * (may be NULL) gets 100 x hits / letters asked for (codes: 100 x earned /
 * possible), whatever the points. Codes: one mark per slot, earned =
 * max(0, right - max(0, entered - slots)) per field, halves as in design 6;
 * `feedback_out` (may be NULL) is set to field_count entries of the arena.
 * `points` multiplies both sides.
 */
struct score score_item(const struct item *item, struct str answer, int points,
                        struct arena *arena,
                        struct field_feedback **feedback_out, int *partial_out);

/* Possible marks of an item, hundredths. */
int score_possible(const struct item *item, int points);

#define VERDICTS(X)                                                            \
    X(NONE, "none", "no verdict")                                              \
    X(PASSED, "passed", "passed")                                              \
    X(NOT_PASSED, "not_passed", "not passed")
enum verdict {
#define X(NAME, id, label) VERDICT_##NAME,
    VERDICTS(X)
#undef X
        VERDICT_COUNT
};
const char *verdict_id(enum verdict verdict);
const char *verdict_label(enum verdict verdict);
bool verdict_from_id(struct str id, enum verdict *out);

/* What the whole of an attempt is made of, one per question. */
struct scored_item {
    struct score score;
    int section; /* index, -1 for none */
    bool counts; /* false: pretest, void or dropped */
    bool blank;
    bool reached; /* was displayed */
};

struct section_result {
    struct score score;
    int asked, right, blank; /* right: full marks */
};

struct result {
    struct score score;
    int needed; /* hundredths to pass; 0 without a pass rule */
    int cut;    /* the percent behind it */
    enum verdict verdict;
    int asked, right, blank, not_reached;
    struct section_result *sections; /* of the exam, in its order */
    size_t section_count;
};

/*
 * Adds up. Passed iff 100 x earned >= percent x possible; needed =
 * ceil(percent x possible / 100) in whole hundredths. `ended_well` is false
 * for an abandoned attempt: no verdict. Arrays live in the arena.
 */
void score_attempt(const struct exam *exam, const struct scored_item *items,
                   size_t count, bool ended_well, struct arena *arena,
                   struct result *out);

/* The percent that passes an exam, of a scaled one the assumed one; 0 where
 * nothing is passed or failed. */
int score_cut(const struct exam *exam);
/* Passed at an assumed percent? */
bool score_passes(struct score score, int percent);
/* Hundredths needed at a percent. */
int score_needed(int possible, int percent);

/* "69" or "69.5": hundredths as people write them; terminated. */
#define MARKS_SIZE 16
void marks_format(int hundredths, char out[MARKS_SIZE]);

/* Wilson's 95 % interval (Wilson 1927), z = 1.959964, in whole percents rounded
 * to the nearest. 0..100 when nothing was asked. */
struct interval {
    int low, high;
};
struct interval wilson_interval(int right, int asked);

#endif
