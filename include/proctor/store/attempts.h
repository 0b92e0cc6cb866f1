/*
 * Candidates and their attempts. Events are append-only and the truth;
 * responses are their fold, written in the same transaction. An ended attempt
 * never changes.
 */
#ifndef PROCTOR_STORE_ATTEMPTS_H
#define PROCTOR_STORE_ATTEMPTS_H

#include "proctor/domain/score.h"
#include "proctor/domain/sitting.h"
#include "proctor/domain/timing.h"
#include "proctor/store/store.h"

#define STORE_UUID_SIZE 16

struct candidate {
    int64_t candidate_id;
    const char *label;
    int time_percent;   /* 100 to 400 */
    int added_minutes;
    const char *exam;      /* preparing for, "" when unknown */
    const char *exam_date; /* YYYY-MM-DD or "" */
};
struct candidate_list {
    struct candidate *items;
    size_t count;
};
bool candidates_list(struct store *store, struct arena *arena,
                     struct candidate_list *out, struct error *err);
bool candidate_add(struct store *store, const char *label,
                   const unsigned char uuid[STORE_UUID_SIZE], int64_t *id_out,
                   struct error *err);
bool candidate_update(struct store *store, const struct candidate *candidate,
                      struct error *err);

#define ATTEMPT_MODES(X)                                                       \
    X(EXAM, "exam")                                                            \
    X(PRACTICE, "practice")                                                    \
    X(REDO, "redo")
enum attempt_mode {
#define X(NAME, id) MODE_##NAME,
    ATTEMPT_MODES(X)
#undef X
    MODE_COUNT
};
const char *attempt_mode_id(enum attempt_mode mode);

/* What is fixed when an attempt starts. */
struct attempt_start {
    unsigned char uuid[STORE_UUID_SIZE];
    int64_t candidate_id, exam_rev_id;
    enum attempt_mode mode;
    uint64_t seed;
    bool seed_given; /* by --seed: exposures did not count */
    int algorithm;
    int64_t limit_ms;
    int time_percent, added_minutes;
    int planned; /* items of a full form */
    bool is_short;
    int64_t started_utc_ms;
    int zone_minutes;
};

/* A question of an attempt. */
struct attempt_slot {
    int64_t item_id, rev_id;
    int section;              /* index in the exam */
    struct str section_id, topic;
    int case_size;            /* items of its case in this form, 1 without */
    bool scored;
    char option_order[ITEM_OPTIONS_MAX + 1];
};

/* The clock as it stood with the last commit. */
struct clock_stamp {
    int64_t used_ms;
    struct clocks clocks;
    const char *boot_id;
};

/* Creates attempt, slots and the START event in one commit. ERR_BUSY when the
 * candidate has a running exam attempt. ERR_FULL and ERR_IO may be tried again
 * with the same UUID: an attempt that has it is the one that is meant. */
bool attempt_create(struct store *store, const struct attempt_start *start,
                    const struct attempt_slot *slots, size_t count,
                    const struct clock_stamp *stamp, int64_t *attempt_id_out,
                    struct error *err);

/* A result ready to store. */
struct result_row {
    int scorer;
    int64_t utc_ms;
    struct result result;
    const struct scored_item *items; /* one per question */
    size_t item_count;
};

/* One commit of a sitting. */
struct attempt_commit {
    const struct event *events;
    size_t event_count;
    /* Positions whose response changed, and all responses by position. */
    const int *changed;
    size_t changed_count;
    const struct response *responses;
    struct clock_stamp stamp;
    enum sitting_state state;
    bool interrupted, by_wall_clock;
    const struct result_row *result; /* with the END event, else NULL */
};
/*
 * Appends events, writes responses, clock, state; with an END also the
 * exposures of every displayed item and the result: one transaction, one flush.
 * On failure nothing of it is stored; ERR_FULL and ERR_IO may be tried again
 * with the same commit.
 */
bool attempt_save(struct store *store, int64_t attempt_id,
                  const struct attempt_commit *commit, struct error *err);

/* An attempt as stored. Text lives in the arena given. */
struct attempt_row {
    int64_t attempt_id, candidate_id, exam_rev_id;
    enum attempt_mode mode;
    enum sitting_state state;
    uint64_t seed;
    bool seed_given;
    int algorithm;
    int64_t limit_ms;
    int time_percent, added_minutes, planned, count;
    bool is_short, interrupted, by_wall_clock;
    int64_t started_utc_ms, ended_utc_ms; /* 0 while running */
    int zone_minutes;
    struct clock_stamp stamp;
    const char *exam, *exam_version, *candidate_label, *app_version;
    /* Of the current result, when has_result. Marks in hundredths. */
    bool has_result;
    int earned, possible, needed, cut;
    enum verdict verdict;
};
struct attempt_rows {
    struct attempt_row *items;
    size_t count;
};

/* ERR_NOT_FOUND. */
bool attempt_get(struct store *store, int64_t attempt_id, struct arena *arena,
                 struct attempt_row *out, struct error *err);
/* Newest first; `limit` 0 for all; candidate 0 for everyone. */
bool attempt_list(struct store *store, int64_t candidate_id, int limit,
                  struct arena *arena, struct attempt_rows *out,
                  struct error *err);
/* The running exam attempt of the candidate; 0 when there is none. */
int64_t attempt_running(struct store *store, int64_t candidate_id);

bool attempt_slots(struct store *store, int64_t attempt_id, struct arena *arena,
                   struct attempt_slot **slots_out, size_t *count_out,
                   struct error *err);
/* Calls back in order; a false answer stops and gives ERR_CORRUPT. */
typedef bool (*event_fn)(void *context, const struct event *event);
bool attempt_events(struct store *store, int64_t attempt_id, event_fn each,
                    void *context, struct error *err);
/* The stored projection, `count` responses owned by the arena (texts too). */
bool attempt_responses(struct store *store, int64_t attempt_id, int count,
                       struct arena *arena, struct response **out,
                       struct error *err);
/* Earned and possible per question of the current result; false with
 * ERR_NOT_FOUND when there is none. */
bool attempt_item_scores(struct store *store, int64_t attempt_id, int count,
                         struct arena *arena, struct score **out,
                         struct error *err);

/* The candidate saw the answer of these questions in a review. */
bool attempt_reveal(struct store *store, int64_t attempt_id, const int *positions,
                    size_t count, int64_t utc_ms, struct error *err);

#endif
