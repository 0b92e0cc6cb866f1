/* The examination of a database beyond SQLite's own: every attempt's responses
 * are the fold of its events, every result is what scoring gives. */
#ifndef PROCTOR_APP_DOCTOR_H
#define PROCTOR_APP_DOCTOR_H

#include "proctor/app/app.h"

/* Runs all checks; findings, good and bad, go to `report` as they come. A check
 * that cannot be made is a bad finding too, and the others go on. True when
 * nothing is bad. */
bool doctor_examine(struct app *app, finding_fn report, void *context);

/* The message without the advice to run the doctor: who asks him has. */
const char *doctor_words(const struct error *err, struct arena *arena);

#endif
