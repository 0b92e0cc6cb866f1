/*
 * The people who practise on this database, and what each prepares for.
 */
#ifndef PROCTOR_APP_PEOPLE_H
#define PROCTOR_APP_PEOPLE_H

#include "proctor/app/app.h"

/* Bytes; no control characters, not only blanks. Blanks around it are cut. */
#define PEOPLE_NAME_MAX 60
/* Extra time: percent of the exam's, and minutes on top of that. */
#define PEOPLE_PERCENT_MIN 100
#define PEOPLE_PERCENT_MAX 400
#define PEOPLE_MINUTES_MAX 1440

bool people_list(struct app *app, struct arena *arena,
                 struct candidate_list *out, struct error *err);
/* By name, case ignored in ASCII. ERR_NOT_FOUND names the nearest. */
bool people_find(struct app *app, const char *name, struct arena *arena,
                 struct candidate *out, struct error *err);

/* ERR_USAGE for a name that cannot be or that somebody has. */
bool people_add(struct app *app, const char *name, int64_t *id_out,
                struct error *err);

/*
 * Changes name, exam, exam date and extra time. ERR_USAGE, naming what would be
 * right, for a name as above, an unknown exam (aliases become ids), a date that
 * is none, a percent or minutes outside the limits. "" unsets exam and date.
 */
bool people_set(struct app *app, const struct candidate *candidate,
                struct error *err);
/* Whether people_set() would take it, with the same errors. An id of 0: for
 * somebody who is still to be added. */
bool people_check(struct app *app, const struct candidate *candidate,
                  struct error *err);

/* From now on this one; remembered for the next start. Not while a sitting is
 * open in this program. */
bool people_choose(struct app *app, int64_t candidate_id, struct error *err);

/* As candidate_remove(); they are gone also where it fails because traces were
 * left. The last one there is may go too: a new one is made. Somebody else is
 * chosen then. */
bool people_remove(struct app *app, int64_t candidate_id, struct error *err);

/*
 * Nobody has introduced themselves yet: the only candidate is the one made on
 * first use, without exam, date and attempts, and people_welcomed() was not
 * called since. False in a read-only database.
 */
bool people_need_welcome(struct app *app);
bool people_welcomed(struct app *app, struct error *err);

/* Days from today until the exam date in the user's time zone, negative when it
 * is over. False when there is no date. */
bool people_days_left(struct app *app, const struct candidate *candidate,
                      int *days_out);

/* YYYY-MM-DD, and such a day exists. */
bool people_is_date(const char *text);

#endif
