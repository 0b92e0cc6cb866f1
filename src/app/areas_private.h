/* What both kinds of areas need, shared by their files. */
#ifndef PROCTOR_APP_AREAS_PRIVATE_H
#define PROCTOR_APP_AREAS_PRIVATE_H

#include "proctor/app/areas.h"

/* The exam of that id, NULL: the candidate's. ERR_NOT_FOUND when they have
 * none, or there is no such exam. */
bool areas_find_exam(struct app *app, const char *id, struct arena *arena,
                     const struct exam **out, struct error *err);

/* The section that an answer counts for, or -1. */
int areas_section_of(const struct exam *exam, const struct evidence_row *row);

/* Questions of one form per section of the exam, and how much of a section a
 * topic is: docs/weak-areas.md says what of it is approximate. */
struct expectation {
    const struct exam *exam;
    struct topic_rows topics;
    double *sections; /* questions a form asks, per section */
    int *available;   /* questions on topics the section takes */
};
bool expectation_read(struct app *app, const struct exam *exam,
                      struct arena *arena, struct expectation *out,
                      struct error *err);

/* Questions of a form that fall on just this topic. */
double expectation_of_topic(const struct expectation *expectation,
                            const struct topic_row *topic);

/* Estimates and orders, and counts what the areas rest on. */
bool areas_settle(struct app *app, struct areas *areas,
                  const struct evidence_sums *sums, struct error *err);

#endif
