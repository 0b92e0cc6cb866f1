/*
 * Weak areas of the candidate, by the sections of an exam or the topic tree.
 * Rules: docs/weak-areas.md.
 */
#ifndef PROCTOR_APP_AREAS_H
#define PROCTOR_APP_AREAS_H

#include "proctor/app/app.h"
#include "proctor/app/exams.h"
#include "proctor/domain/area.h"
#include "proctor/store/evidence.h"

struct areas {
    const struct exam *exam; /* NULL: topics without an exam */
    bool by_topic;
    struct area *items; /* ordered, areas_order() */
    size_t count;
    int64_t answers, counted; /* as struct evidence_counts */
};

/* The sections of the exam (NULL: the candidate's; ERR_NOT_FOUND when they have
 * none) as areas. */
bool areas_by_section(struct app *app, const char *exam, struct arena *arena,
                      struct areas *out, struct error *err);

/* All topics with evidence, and those above them, as a tree in depth-first
 * order. `expected` from the exam (NULL: the candidate's if there is one): each
 * section's questions spread over its topics as the banks have them. */
bool areas_by_topic(struct app *app, const char *exam, struct arena *arena,
                    struct areas *out, struct error *err);

/* The area of that id; ERR_NOT_FOUND with the nearest. */
bool area_find(const struct areas *areas, const char *id,
               const struct area **out, struct error *err);

/* What an area rests on, newest first. */
bool area_evidence(struct app *app, const struct areas *areas,
                   const struct area *area, struct arena *arena,
                   struct evidence_rows *out, struct error *err);

/* "7 of 12 right on questions new to you, 32 to 81 % likely"; "too few
 * questions (3)". */
const char *area_words(const struct area *area, struct arena *arena);
/* "112 of 400 answers are not counted: only a question that is new to you,
 * ...";
 * "" when all are. */
const char *areas_counted_words(const struct areas *areas, struct arena *arena);

#endif
