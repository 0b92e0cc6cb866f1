/*
 * Reporting while a file is read: a problem at a place becomes a diagnostic
 * with the line it is about. Ids are listed in docs/bank-format.md.
 */
#ifndef PROCTOR_BANK_REPORT_H
#define PROCTOR_BANK_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/bank/diagnostic.h"

struct source;

struct place {
    int line, column; /* from 1; 0, 0 for the whole file */
    int length;       /* characters, at least 1 */
};

/* A place as the number that a table of ids keeps, and back; its length is
 * lost. */
int64_t place_number(struct place place);
struct place place_of_number(int64_t number);

struct report {
    struct diagnostics *list;
    struct source *source; /* NULL until there is one */
    struct str item;       /* the id of what is being read, may be empty */
    bool kept; /* the last diagnostic is kept: a note or hint has a place */
};

void report_error(struct report *report, struct place place, const char *id,
                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void report_warning(struct report *report, struct place place, const char *id,
                    const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Add to the last error or warning. */
void report_hint(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void report_note(struct report *report, struct place place, const char *format,
                 ...) __attribute__((format(printf, 3, 4)));

/* What diagnostic.c gives report.c: a place in the list for a diagnostic of
 * that severity and place, or NULL when worse or earlier ones fill it. */
struct diagnostic *diagnostics_claim(struct diagnostics *list,
                                     enum severity severity, int line,
                                     int column);
/* A place for a note to the one claimed last. */
struct diagnostic *diagnostics_claim_note(struct diagnostics *list);
/* The one claimed last; notes not counted. */
struct diagnostic *diagnostics_last(struct diagnostics *list);

#endif
