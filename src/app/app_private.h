/* The inside of an app, shared by app.c and people.c. */
#ifndef PROCTOR_APP_APP_PRIVATE_H
#define PROCTOR_APP_APP_PRIVATE_H

#include "proctor/app/app.h"

/* The setting that holds the id of the candidate chosen last. */
#define SETTING_CANDIDATE "candidate"

/* Reads the candidates again and takes the one of that id; where there is none,
 * or `candidate_id` is 0, the one chosen last, else the first, else a new
 * one. */
bool app_pick_candidate(struct app *app, int64_t candidate_id,
                        struct error *err);

/* Whether somebody may be called so; it is trimmed already. ERR_USAGE. */
bool people_name_fits(struct str name, struct error *err);

#endif
