/* Exams from the catalogue: shared inside this layer. */
#ifndef PROCTOR_APP_READ_EXAM_H
#define PROCTOR_APP_READ_EXAM_H

#include "proctor/app/exams.h"
#include "proctor/store/catalog.h"

/* The exam of a stored row; NULL with ERR_CORRUPT when its text does not read.
 */
const struct exam *read_exam_row(const struct exam_row *row,
                                 struct arena *arena, struct error *err);

/* The message of the first error; warnings may stand before it. */
struct diagnostics;
struct str read_exam_problem(const struct diagnostics *list);

/* Fills supply, needed, fillable and is_full of the entry. */
void exam_entry_supply(struct exam_entry *entry, struct pool *pool,
                       struct arena *arena);

#endif
