/* A database for measuring: a bank of any size, an exam, attempts. */
#ifndef PROCTOR_BENCH_FILL_H
#define PROCTOR_BENCH_FILL_H

#include "proctor/app/app.h"

/* Imports topics, exam and bank of make_bank(), written into `folder`. */
void bench_fill_bank(struct app *app, const char *folder, int questions);

/*
 * Sits the exam that often to its end, every question answered, by someone who
 * prepares for it. `folder` is that of the database.
 */
void bench_fill_attempts(struct app *app, const char *folder, int attempts);

#endif
