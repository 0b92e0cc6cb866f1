/* What a candidate adds to a question: a private note, the cause of a miss, a
 * dispute of its key. */
#ifndef PROCTOR_DOMAIN_REMARK_H
#define PROCTOR_DOMAIN_REMARK_H

#include <stdbool.h>

#include "proctor/base/str.h"

#define REMARK_TEXT_MAX 4000

#define REMARK_KINDS(X)                                                        \
    X(NOTE, "note", "note")                                                    \
    X(CAUSE, "cause", "cause of a miss")                                       \
    X(DISPUTE, "dispute", "dispute")
enum remark_kind {
#define X(NAME, id, label) REMARK_##NAME,
    REMARK_KINDS(X)
#undef X
        REMARK_KIND_COUNT
};
const char *remark_kind_id(enum remark_kind kind);
bool remark_kind_from_id(struct str id, enum remark_kind *out);

/* Why a question was missed, as the candidate says. */
#define MISS_CAUSES(X)                                                         \
    X(KNOWLEDGE, "knowledge", "did not know it")                               \
    X(MISREAD, "misread", "misread the question")                              \
    X(PLACE, "place", "wrong place in the book")                               \
    X(GUIDELINE, "guideline", "missed a guideline")                            \
    X(GUESS, "guess", "guessed")                                               \
    X(TIME, "time", "short of time")
enum miss_cause {
#define X(NAME, id, label) CAUSE_##NAME,
    MISS_CAUSES(X)
#undef X
        MISS_CAUSE_COUNT /* also: none given */
};
const char *miss_cause_id(enum miss_cause cause);
const char *miss_cause_label(enum miss_cause cause);
bool miss_cause_from_id(struct str id, enum miss_cause *out);

#endif
