/*
 * The bytes of a file: checked once before anything parses them, and looked up
 * by line afterwards. Lines and columns count from 1, columns in characters.
 */
#ifndef PROCTOR_BANK_SOURCE_H
#define PROCTOR_BANK_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/str.h"

struct report;

struct source {
    struct str bytes;  /* without a byte order mark; borrowed */
    struct str clean;  /* of the same length, fit for the parser */
    char *patched;     /* what `clean` points to when it is not `bytes` */
    uint32_t *offsets; /* where every SOURCE_STRIDE-th line begins */
    size_t offset_count, offset_capacity;
    int line_count;
    int near_line; /* where the last look-up was, for the next */
    size_t near_offset;
};

/*
 * Looks at every byte: encoding, characters that a bank may not hold, line
 * ends, directives. `clean` has harmless characters of the same length in
 * their place, so that the walk goes on and finds the rest. False when there
 * is no sense in going on. source_close() in any case.
 */
bool source_open(struct source *source, struct str bytes,
                 struct report *report);
void source_close(struct source *source);

/* Where a line begins; the end of the bytes for one behind the last. */
size_t source_offset(struct source *source, int line);

/* A line of `bytes` without its end; empty when there is no such line. */
struct str source_line(struct source *source, int line);

/* The bytes of a line in front of a column. */
size_t source_column_bytes(struct str line, int column);

#endif
