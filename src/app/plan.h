/* What the plans of a mock exam and of a practice have in common: shared inside
 * this layer. */
#ifndef PROCTOR_APP_PLAN_H
#define PROCTOR_APP_PLAN_H

#include "proctor/app/session.h"

#include "sentences.h"

/* ERR_BUSY while an exam of the candidate runs. */
bool plan_check_free(struct app *app, struct error *err);

/* The seed that a text gives, or one by chance for NULL. */
bool plan_read_seed(const char *text, uint64_t *out, struct error *err);

/* That a practice of the candidate waits, and ends when this starts. */
void plan_note_practice(struct app *app, struct sentences *notes);

#endif
