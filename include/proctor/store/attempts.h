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
    int time_percent; /* 100 to 400 */
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

/* What a removal would take. */
struct candidate_holdings {
    int64_t attempts, answers, remarks;
};
bool candidate_holdings(struct store *store, int64_t candidate_id,
                        struct candidate_holdings *out, struct error *err);
/*
 * Erases the candidate with attempts, events, responses, results, exposures,
 * evidence, remarks and the blueprints of practices: the file is written anew,
 * the log is emptied, and the automatic copies, which hold them too, are
 * removed. ERR_NOT_FOUND. When only traces could not be wiped the rest is done:
 * false with an error that says so, ERR_IO with the copy that could not be
 * removed, ERR_FULL where there was no room to write the file anew, ERR_BUSY
 * when another proctor read all the time. What a kill in the middle leaves, or
 * one of the last two, the next store_open() does.
 */
bool candidate_remove(struct store *store, int64_t candidate_id,
                      struct error *err);

#define ATTEMPT_MODES(X)                                                       \
    X(EXAM, "exam")                                                            \
    X(PRACTICE, "practice")                                                    \
    X(REDO, "redo")
/* A tutorial is a practice until it is forgotten. */
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
    int64_t target_ms; /* of a question (docs/retrospect.md), 0: none */
    int time_percent, added_minutes;
    int planned; /* items of a full form */
    bool is_short;
    bool gives_feedback, gives_hints; /* practice: as in struct sitting */
    int64_t started_utc_ms;
    int zone_minutes;
};

/* A question of an attempt. */
struct attempt_slot {
    int64_t item_id, rev_id;
    int section; /* index in the exam */
    struct str section_id, topic;
    int case_size; /* items of its case in this form, 1 without */
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
 * candidate has a running attempt already: an exam for an exam, a practice or
 * redo for one of these. ERR_FULL and ERR_IO may be tried again with the same
 * UUID: an attempt that has it is the one that is meant. */
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
    int64_t limit_ms, target_ms;
    int time_percent, added_minutes, planned, count;
    bool is_short, interrupted, by_wall_clock;
    bool gives_feedback, gives_hints;
    int64_t started_utc_ms, ended_utc_ms; /* 0 while running */
    int zone_minutes;
    struct clock_stamp stamp;
    const char *exam, *exam_version, *exam_title;
    const char *candidate_label, *app_version;
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
/* Which attempts; zeroed: all of them. */
struct attempt_filter {
    int64_t candidate_id; /* 0: everyone's */
    const char *exam;     /* id; NULL: any */
    unsigned modes;       /* bit n: enum attempt_mode n; 0: any */
    bool ended_only;
    int limit; /* 0: all */
};
#define ATTEMPT_MOCKS (1u << MODE_EXAM)
#define ATTEMPT_PRACTICES (1u << MODE_PRACTICE | 1u << MODE_REDO)
/* Newest first. */
bool attempt_list(struct store *store, const struct attempt_filter *filter,
                  struct arena *arena, struct attempt_rows *out,
                  struct error *err);
/* The running exam attempt of the candidate; 0 when there is none. */
int64_t attempt_running(struct store *store, int64_t candidate_id);
/* The same of a practice or redo; there is at most one. */
int64_t attempt_running_practice(struct store *store, int64_t candidate_id);

/* A section of the current result of an ended attempt. */
struct section_row {
    int64_t attempt_id;
    const char *section, *title;
    int number; /* in the exam, from 0 */
    int asked, right, blank, earned, possible;
};
struct section_rows {
    struct section_row *items;
    size_t count;
};
/* By attempt as attempt_list() orders them, then by number. */
bool attempt_sections(struct store *store, const struct attempt_filter *filter,
                      struct arena *arena, struct section_rows *out,
                      struct error *err);

/* How each question last went for the candidate, over ended attempts: what redo
 * chooses from. */
struct last_response {
    int64_t item_id;
    bool missed; /* less than full marks */
    bool marked, changed;
    int sure; /* as in struct response */
    int64_t time_ms;
    int64_t target_ms; /* of a question of that attempt; 0: none */
};
struct last_responses {
    struct last_response *items;
    size_t count;
};
bool attempt_last_responses(struct store *store, int64_t candidate_id,
                            struct arena *arena, struct last_responses *out,
                            struct error *err);

/* Erases one attempt with all that came of it, as if it had never been: a
 * tutorial. */
bool attempt_forget(struct store *store, int64_t attempt_id, struct error *err);

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
bool attempt_reveal(struct store *store, int64_t attempt_id,
                    const int *positions, size_t count, int64_t utc_ms,
                    struct error *err);
/* Whether that was done for any question of the attempt. */
bool attempt_was_read(struct store *store, int64_t attempt_id, bool *out,
                      struct error *err);
/* The ids that the questions of an attempt have today, by position: those that
 * remarks and exposures are told by. */
bool attempt_items_today(struct store *store, int64_t attempt_id, int count,
                         struct arena *arena, int64_t **out, struct error *err);
/* Where the candidate met a question last. ERR_NOT_FOUND when they never did.
 */
bool attempt_last_meeting(struct store *store, int64_t candidate_id,
                          int64_t item_id, int64_t *attempt_id_out,
                          int *pos_out, struct error *err);

#endif
