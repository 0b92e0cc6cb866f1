/* A program's inside for tests: a folder that goes away, a clock that moves
 * when told, an app over a small exam and bank. */
#ifndef PROCTOR_TESTS_APP_FIXTURE_H
#define PROCTOR_TESTS_APP_FIXTURE_H

#include "proctor/app/app.h"
#include "proctor/app/library.h"
#include "proctor/app/practice.h"
#include "proctor/app/session.h"

#define FIXTURE_PATH 512

struct fixture {
    char folder[FIXTURE_PATH];
    char database[FIXTURE_PATH];
    struct moment now;
    const char *boot_id;
    struct clock clock;
    struct arena arena;
    struct app *app;
    struct error err;
};

/* Opens an empty database; the clock stands at an hour after boot. */
void fixture_open(struct fixture *fixture);
/* Closes, then opens the same database again. */
void fixture_reopen(struct fixture *fixture);
void fixture_close(struct fixture *fixture);

/* Runs `work` on the same database in a process that is then killed: nothing is
 * closed in order. Its clock is not ours. */
void fixture_killed(struct fixture *fixture,
                    void (*work)(struct fixture *fixture));

/* All clocks go on. */
void fixture_pass(struct fixture *fixture, int64_t ms);

/* Writes a file of the folder; gives its path, which the arena owns. */
const char *fixture_file(struct fixture *fixture, const char *name,
                         const char *text);

/* Imports a file; the outcome, or OUTCOME_COUNT when the call failed. */
enum import_outcome fixture_import(struct fixture *fixture, const char *path,
                                   const struct import_options *options,
                                   struct import_counts *counts_out);

/* Topics t/a and t/b, an exam `quick` (6 questions, 60 minutes, 70 percent,
 * warnings at 30 and 5 minutes) and a bank of 12 questions keyed A. */
void fixture_fill(struct fixture *fixture);

/* Starts a sitting of `quick` with seed 1. */
struct session *fixture_start(struct fixture *fixture);

/* Sits `quick` to its end, fresh questions first: `right` answers that are,
 * then `wrong` ones, the rest not reached. Gives the attempt. */
int64_t fixture_sit(struct fixture *fixture, int right, int wrong);

/* Starts a practice with feedback on the questions of fixture_start(). */
struct session *fixture_practise(struct fixture *fixture);

/* Adds somebody; gives their id. */
int64_t fixture_person(struct fixture *fixture, const char *name);

/* A second app on the database, for reading only, as --candidate NAME. NULL
 * with fixture->err when it cannot be. */
struct app *fixture_open_as(struct fixture *fixture, const char *name);

/* The candidate prepares for `quick` from now on. */
void fixture_prepare(struct fixture *fixture);

/* Plans, or plans and starts, what is asked for. */
struct session_plan
fixture_plan_practice(struct fixture *fixture,
                      const struct practice_request *request);
struct session *fixture_start_practice(struct fixture *fixture,
                                       const struct practice_request *request);

/* Answers question `pos`: the key, or another option. */
void fixture_answer(struct session *session, int pos, bool right);

extern const char fixture_topics[], fixture_exam[];
/* A bank of `count` questions in the version given; free() it. */
char *fixture_bank(int count, const char *version);

#endif
