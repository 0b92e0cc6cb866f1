/*
 * Diagnostics as a good compiler gives them: place, item, caret line, hint;
 * all of a file in one pass, sorted by place. At most DIAGNOSTICS_SHOWN are
 * kept (with their notes), errors before warnings and early ones before late
 * ones; all are counted.
 */
#ifndef PROCTOR_BANK_DIAGNOSTIC_H
#define PROCTOR_BANK_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/base/arena.h"
#include "proctor/base/str.h"

#define DIAGNOSTICS_SHOWN 50

enum severity {
    SEVERITY_ERROR,
    SEVERITY_WARNING,
    SEVERITY_NOTE, /* belongs to the one before: "first used here" */
};

/* Ids are stable: "yaml/syntax", "bank/unknown-key", "item/answer-letter". */
struct diagnostic {
    enum severity severity;
    const char *id;
    int line, column; /* from 1, in characters; 0 when about the whole file */
    struct str item;  /* the item's id, may be empty */
    struct str message;
    struct str hint;   /* may be empty */
    struct str source; /* the line's text, unfolded, may be empty; a long line
                        * is cut around the place */
    int caret_column;  /* 1-based character in `source`, 0 for none */
    int length;        /* characters to underline, at least 1 */
};

struct diagnostics {
    struct arena arena;
    struct str path; /* as given by the caller */
    struct diagnostic *items;
    size_t count, capacity;
    size_t errors, warnings; /* all, shown or not */
};

void diagnostics_init(struct diagnostics *list, const char *path);
void diagnostics_finish(struct diagnostics *list);
/* Stable, by line and column; notes stay with what they belong to. */
void diagnostics_sort(struct diagnostics *list);

/* Appends the human form, folded for display: `file:12:3: error: ...`. */
void diagnostics_print(const struct diagnostics *list, struct strbuf *out,
                       bool ascii);

#endif
