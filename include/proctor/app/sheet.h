/* An exam's sheet in words: what a start sheet, `exam ID` and the line mode
 * say, each with how sure the figure is and where it comes from. */
#ifndef PROCTOR_APP_SHEET_H
#define PROCTOR_APP_SHEET_H

#include "proctor/base/arena.h"
#include "proctor/domain/exam.h"

struct sheet_row {
    const char *id;    /* "minutes": the name of the fact */
    const char *label; /* "Time" */
    const char *value; /* "240 minutes" */
    char confidence;   /* A, B, C, M or 0 when not stated */
    struct str source;
};

struct sheet {
    struct sheet_row *rows;
    size_t count;
};

/* What is known of the exam; unknown figures have no row. */
void sheet_of(const struct exam *exam, struct arena *arena, struct sheet *out);

/* "6", "30 to 34 %", "7 cases", "the banks' own mix". */
const char *sheet_section_size(const struct exam_section *section,
                               struct arena *arena);

/* What a confidence mark means: "read on the issuer's own page"; "not stated"
 * for 0. */
const char *sheet_confidence(char mark);

#endif
