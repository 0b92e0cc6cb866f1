/* An attempt as tables: what `show` writes as text, JSON or CSV. */
#ifndef PROCTOR_CLI_SHOW_TABLES_H
#define PROCTOR_CLI_SHOW_TABLES_H

#include "proctor/app/review.h"
#include "proctor/report/table.h"

#define SHOW_NAME "attempt" /* the JSON says proctor-attempt/1 */
#define SECOND_MS 1000

struct show_tables {
    struct table attempt;    /* one row */
    struct table retrospect; /* one row: times, changes, chances */
    struct table findings;   /* a sentence each */
    struct table causes;     /* why questions were missed, as was said */
    struct table sections, questions;
    /* Beside an earlier attempt; no rows without one. */
    struct table comparison; /* one row: what is compared */
    struct table earlier;    /* that attempt, one row */
    struct table compared;   /* the sections of both */
};

/* Fills all but the last three. Everything lives in the arena. */
void show_tables_fill(struct show_tables *out, const struct review *review,
                      struct arena *arena);
/* Fills those three. */
void show_tables_compare(struct show_tables *tables,
                         const struct comparison *comparison);

/* The table of the questions; done by show_tables_fill(). */
void show_questions_fill(struct table *out, const struct review *review,
                         struct arena *arena);

#endif
