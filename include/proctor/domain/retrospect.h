/*
 * What the responses of an ended attempt tell beside the marks: where the time
 * went, what changed answers were worth, which chances were not taken. Rules:
 * docs/retrospect.md (analytics 8). Times are milliseconds of exam time.
 */
#ifndef PROCTOR_DOMAIN_RETROSPECT_H
#define PROCTOR_DOMAIN_RETROSPECT_H

#include "proctor/base/arena.h"
#include "proctor/domain/score.h"
#include "proctor/domain/sitting.h"

#define RETROSPECT_SLOWEST 5
#define RETROSPECT_LAST 10
/* A question took long from this share of its target on. */
#define SLOW_PERCENT 150

/* One question; all borrowed. */
struct retrospect_item {
    const struct item *item;
    const struct response *response;
    struct scored_item scored;
    int first_earned; /* hundredths, had the first answer been kept */
};

/* Times of the questions that were displayed; quartiles by definition 7 of
 * Hyndman and Fan (1996), to the nearest millisecond. */
struct time_spread {
    int count;
    int64_t total_ms, lower_ms, median_ms, upper_ms; /* quartiles */
};

/* All that were displayed; and those of them that count, by full marks. */
struct section_time {
    struct time_spread all, right, wrong;
};

struct retrospect {
    int64_t target_ms; /* of a question; 0: none */
    struct time_spread all, right, wrong;
    struct section_time *sections; /* of the exam, in its order */
    size_t section_count;
    int slowest[RETROSPECT_SLOWEST]; /* positions, slowest first */
    int slowest_count;
    /* The last questions by position that were displayed and count. */
    int last_count, last_right;
    int64_t last_ms;
    int not_reached; /* of those that count, as all below */
    /* Answers whose first and last differ, by what they earn in full. */
    int changed, wrong_to_right, right_to_wrong, wrong_to_wrong;
    int earned, first_earned; /* hundredths */
    /* Questions with options left blank: what guessing would have earned on
     * average, hundredths (one answer of n: 100 / n). */
    int blank, chances;
};

/* Needs at least 10 changes for more than counts (analytics 8). */
#define RETROSPECT_CHANGES_MIN 10

/* More than SLOW_PERCENT of the target. False without one. */
bool response_is_slow(const struct response *response, int64_t target_ms);
/* Answered, and not as at first. */
bool response_is_changed(const struct response *response);

/* Of an ended attempt whose questions had `target_ms` each, 0: no target.
 * `items` are all its questions in their order; what is filled in lives in the
 * arena. */
void retrospect_of(const struct exam *exam, int64_t target_ms,
                   const struct retrospect_item *items, size_t count,
                   struct arena *arena, struct retrospect *out);

#endif
