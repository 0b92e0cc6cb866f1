/* The parts of a review, shared by its files. */
#ifndef PROCTOR_APP_REVIEW_PRIVATE_H
#define PROCTOR_APP_REVIEW_PRIVATE_H

#include "proctor/app/review.h"

/* Puts the candidate's notes, causes and disputes to the questions. */
bool review_read_words(struct app *app, struct review *review,
                       struct arena *arena, struct error *err);

#endif
