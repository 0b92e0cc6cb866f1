/*
 * A table that people, spreadsheets and programs read: the same cells as
 * aligned text, as CSV and as JSON. What a list shows is decided once, by
 * whoever fills the table.
 */
#ifndef PROCTOR_REPORT_TABLE_H
#define PROCTOR_REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/arena.h"
#include "proctor/base/str.h"

enum column_kind {
    COLUMN_TEXT,
    COLUMN_NUMBER, /* a whole number; right-aligned */
    COLUMN_MARKS,  /* hundredths of a mark, written as marks */
    COLUMN_FLAG,   /* true or false; "yes" or "" in text */
};

struct column {
    const char *id;    /* in JSON and CSV; never renamed */
    const char *title; /* in text; NULL: not shown there */
    enum column_kind kind;
};

struct cell {
    struct str text;
    int64_t number;
    bool is_null;
};

/* Start with table_init(); cells live in the arena. */
struct table {
    const char *name; /* "history": the JSON says proctor-history/1 */
    const struct column *columns;
    size_t column_count;
    struct arena *arena;
    struct cell *cells;         /* row by row */
    size_t row_count, capacity; /* in rows */
};

void table_init(struct table *table, const char *name,
                const struct column *columns, size_t column_count,
                struct arena *arena);

/* Starts a row; all its cells are null until set. */
void table_row(struct table *table);
/* Sets a cell of the last row; the column must be of that kind. Text is
 * copied. */
void table_text(struct table *table, size_t column, struct str text);
void table_number(struct table *table, size_t column, int64_t number);
void table_flag(struct table *table, size_t column, bool flag);

/* Appends the table as lines of at most what their content needs, folded; an
 * empty table gives `empty`. */
void table_print(const struct table *table, struct strbuf *out,
                 const char *empty, bool ascii);

/* Appends RFC 4180 with a header line. Unless `raw`, text that a spreadsheet
 * would run as a formula gets a leading apostrophe, and control characters but
 * the newline become U+FFFD. */
void table_csv(const struct table *table, struct strbuf *out, bool raw);

/* A named part of a JSON document: a list of rows, or one row as an object
 * (null when there is none). */
struct json_part {
    const char *name;
    const struct table *table;
    bool single;
};

/* Appends {"schema": "proctor-NAME/1", "part": ...} and a newline. Bytes that
 * are no UTF-8 become U+FFFD. */
void json_document(struct strbuf *out, const char *name,
                   const struct json_part *parts, size_t count);

#endif
