/* The beginning of a stem, for a row of a list. */
#ifndef PROCTOR_TUI_STEM_LINE_H
#define PROCTOR_TUI_STEM_LINE_H

#include "proctor/base/str.h"
#include "proctor/base/utf8.h"

/* No row shows more of a stem. */
#define STEM_LINE_BYTES 300

/* Borrowed from it; whole characters. */
static inline struct str stem_line(struct str stem)
{
    return (struct str){stem.data, utf8_floor(stem, STEM_LINE_BYTES)};
}

#endif
