/* The examination of a database beyond SQLite's own: every attempt's responses
 * are the fold of its events, every result is what scoring gives. */
#ifndef PROCTOR_APP_DOCTOR_H
#define PROCTOR_APP_DOCTOR_H

#include "proctor/app/app.h"

/* Runs all checks; findings, good and bad, go to `report` as they come. True
 * when nothing is bad. */
bool doctor_examine(struct app *app, finding_fn report, void *context,
                    struct error *err);

#endif
