/* A database for a test: a folder that goes away, a store in it, and small
 * banks, exams and sittings to fill it with. */
#ifndef PROCTOR_TESTS_STORE_FIXTURE_H
#define PROCTOR_TESTS_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "proctor/store/attempts.h"
#include "proctor/store/catalog.h"
#include "proctor/store/store.h"

#define FIXTURE_PATH 256

struct fixture {
    char folder[FIXTURE_PATH];
    char path[FIXTURE_PATH + 32];
    struct store *store;
    struct arena arena;
    struct error err;
};

/* cmocka fixtures: *state is a struct fixture with an open, new store. */
int fixture_setup(void **state);
/* The same with a folder only. */
int fixture_setup_folder(void **state);
int fixture_teardown(void **state);

/* Opens fixture->path as it is usually opened; fails the test if it cannot. */
void fixture_open(struct fixture *fixture);
void fixture_reopen(struct fixture *fixture);
/* What store_open() gives, whatever that is. */
struct store *fixture_try_open(struct fixture *fixture, bool read_only);

/* "<folder>/<name>", owned by the arena. */
const char *fixture_path(struct fixture *fixture, const char *name);
/* Writes a file of the folder. */
const char *fixture_file(struct fixture *fixture, const char *name,
                         const char *text);

/* Runs SQL on the file through a connection of its own. */
void fixture_sql(struct fixture *fixture, const char *sql);
/* The first column of the first row as a number; -1 without a row. */
int64_t fixture_number(struct fixture *fixture, const char *sql);
/* The result code of SQL that should be refused. */
int fixture_sql_refused(struct fixture *fixture, const char *sql);

/* An item with the options A to D, keyed A, and the stem given. */
struct item fixture_item(struct fixture *fixture, const char *id,
                         const char *stem);
/* A list of texts of the arena, ended by NULL. */
struct str_list fixture_list(struct fixture *fixture, const char *first, ...)
    __attribute__((sentinel));

/* A bank to import: all its parts. */
struct fixture_bank {
    const char *name, *version, *based_on;
    enum origin origin;
    const struct case_text *cases;
    size_t case_count;
    const struct item *items;
    size_t item_count;
    bool allow_older, drop; /* drop: leave it as it was */
};
/* False with fixture->err when one of the calls fails. */
bool fixture_import(struct fixture *fixture, const struct fixture_bank *bank,
                    struct import_counts *counts_out);

/* A bank "proctor/b" of `count` plain items "q1"... */
void fixture_fill(struct fixture *fixture, int count);

/* That bank anew: just one question, `to`, which was `from` before. */
void fixture_rename(struct fixture *fixture, const char *from, const char *to);

/* An exam "quick" of one section over the topic "t"; gives its revision. */
struct exam fixture_exam(void);
int64_t fixture_put_exam(struct fixture *fixture);

/* The items that may be drawn, ordered by name. */
struct pool fixture_pool(struct fixture *fixture, int64_t candidate_id);
/* The pool item of that full name, or NULL. */
const struct pool_item *fixture_pool_find(const struct pool *pool,
                                          const char *name);

int64_t fixture_candidate(struct fixture *fixture, const char *label);

/* What an attempt is created from: every item of the pool. */
struct fixture_form {
    struct attempt_start start;
    struct attempt_slot *slots; /* of the fixture's arena */
    size_t count;
};
struct fixture_form fixture_form(struct fixture *fixture, int64_t candidate_id);

/* A running attempt, and its sitting in memory. */
struct fixture_sitting {
    struct store *store;
    struct fixture_form form;
    int64_t attempt_id;
    struct sitting sitting;
    int64_t now_ms;     /* exam time, and what the clocks go on by */
    struct event event; /* the last one */
    int changed[2];     /* the positions it changed */
    size_t changed_count;
    unsigned void_questions; /* bit n: question n does not count */
};
/* Stores it; false as attempt_create(). May be tried again. */
bool fixture_try_start(struct store *store, const struct fixture_form *form,
                       struct fixture_sitting *out, struct error *err);
/* fixture_form() and fixture_try_start(), which must not fail. */
void fixture_start(struct fixture *fixture, int64_t candidate_id,
                   struct fixture_sitting *out);
void fixture_sitting_finish(struct fixture_sitting *sitting);

/* Applies one event in memory and saves it; false as attempt_save(). The
 * value is borrowed until the next event. */
bool fixture_act(struct fixture_sitting *sitting, enum event_kind kind, int pos,
                 const char *value, struct error *err);
/* Ends it with a result that scores every answer "A" as right. */
bool fixture_end(struct fixture_sitting *sitting, enum sitting_state state,
                 struct error *err);
/* Saves the last event, once more with the same commit. */
bool fixture_save_again(struct fixture_sitting *sitting, struct error *err);

/* The stored responses are the fold of the stored events, and both are what
 * the sitting in memory says. */
void fixture_check_fold(struct fixture *fixture,
                        const struct fixture_sitting *sitting);

#endif
