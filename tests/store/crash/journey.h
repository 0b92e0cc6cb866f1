/* What the crash tests do to a database, step by step. */
#ifndef PROCTOR_TESTS_STORE_CRASH_JOURNEY_H
#define PROCTOR_TESTS_STORE_CRASH_JOURNEY_H

#include "fixture.h"
#include "shim.h"

/* The settings a connection works with; those that are not safe are there to
 * show that the tests can fail. */
enum durability {
    AS_IT_IS,   /* what store_open() sets */
    REMOTE,     /* the same on a network file system */
    LOG_NORMAL, /* synchronous = NORMAL: loses what was acknowledged */
    UNSYNCED,   /* synchronous = OFF: destroys */
};

enum { STEPS_MAX = 256 };

/*
 * An exam is created, sat, ended, reviewed and remarked on, another candidate
 * removed where that is asked for, a changed bank imported, a setting made and
 * taken back; each is a step of one transaction.
 */
struct journey {
    struct fixture *fixture;
    struct fixture_form form;
    int64_t other; /* another candidate, with an ended attempt */
    bool removes;  /* that one; writes much, so not everywhere */
    struct fixture_sitting sitting;
    bool is_sitting;
    const char *vfs; /* NULL: the system's */
    enum durability durability;
    struct shim *shim;   /* gets the acknowledgements; may be NULL */
    bool tries_again;    /* a step that failed is tried once more */
    bool takes_prints;   /* and checks the fold in each step */
    int done;            /* steps that were acknowledged */
    int failures;        /* calls that failed */
    struct error err;    /* of the last of them */
    struct hash *prints; /* the content behind each step */
};

/* Makes the database that journeys start from, closed, with a copy of it. */
void journey_prepare(struct journey *journey, struct fixture *fixture);
/* Puts that copy in the place of the database. */
void journey_restart(struct journey *journey);

/* Opens, walks, closes. False at the first step that failed for good. */
bool journey_walk(struct journey *journey);

/* One clean walk that fills `prints` (STEPS_MAX of the fixture's arena). */
void journey_rehearse(struct journey *journey);

/* The content of an open store as one hash. */
struct hash journey_print(struct store *store);

/* How a database compares with the walk that led to it. */
enum judgement {
    JUDGED_RIGHT, /* what was acknowledged, or one step more */
    JUDGED_REFUSED,
    JUDGED_DAMAGED,
    JUDGED_LOST,
    JUDGED_HALF_DONE,
    JUDGEMENT_COUNT
};
/* Opens the file as the program would. `done`: steps acknowledged. */
enum judgement journey_judge(const struct journey *journey, const char *path,
                             int64_t done);

#endif
