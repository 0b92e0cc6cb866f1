/*
 * The use cases. An `app` is one opened database with its candidate and its
 * clock; everything a screen or a command does goes through this layer.
 */
#ifndef PROCTOR_APP_APP_H
#define PROCTOR_APP_APP_H

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/platform/clock.h"
#include "proctor/store/attempts.h"
#include "proctor/store/store.h"

struct app;

struct app_options {
    const char *database; /* --db, or NULL for the usual place */
    bool read_only;
    const char *candidate; /* by name, as --candidate; NULL: the last chosen */
    const struct clock *clock; /* NULL for the machine's */
    const char *vfs;           /* tests only */
};

/* Opens the database, erases what a kill left of tutorials, and picks the
 * candidate: the one named (ERR_NOT_FOUND names the nearest), else the one
 * chosen last, else the first; the first is made on first use. NULL on failure,
 * as store_open(). */
struct app *app_open(const struct app_options *options, struct error *err);
void app_close(struct app *app);

struct store *app_store(struct app *app);
const struct clock *app_clock(struct app *app);
/* Its texts live until a candidate is changed, chosen or removed. */
const struct candidate *app_candidate(struct app *app);
bool app_set_candidate(struct app *app, const struct candidate *candidate,
                       struct error *err);

/* Version as --version prints it. */
const char *app_version(void);

/* The moment as the domain wants it. */
struct clocks app_clocks(struct app *app);
int64_t app_utc_ms(struct app *app);

#endif
