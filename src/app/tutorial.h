/* Tutorials, which are exams that nobody prepares for: shared inside this
 * layer. */
#ifndef PROCTOR_APP_TUTORIAL_H
#define PROCTOR_APP_TUTORIAL_H

#include "proctor/app/exams.h"

/* The questions that only tutorials draw, as catalog_items_only_of(). */
bool tutorial_questions(struct app *app, struct arena *arena,
                        struct only_rows *out, struct error *err);

/* Erases tutorials that a kill or a lost terminal left running, of whomever.
 * One that cannot be erased stays for the next time. */
void tutorials_sweep(struct app *app);

#endif
