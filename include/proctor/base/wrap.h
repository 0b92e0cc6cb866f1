/*
 * Lays text out in lines: a blank line ends a paragraph, lines of a paragraph
 * are refilled, a line that starts with a space is kept as it is (and cut only
 * where it is too long). Breaks are at spaces, behind - / , ; inside words,
 * and between wide characters; a code (99213-25, E11.9, 0DTJ4ZZ) is broken
 * only when it is longer than a line. No line is wider than asked for: where
 * not even one wide character fits, U+FFFD stands for it.
 */
#ifndef PROCTOR_BASE_WRAP_H
#define PROCTOR_BASE_WRAP_H

#include "proctor/base/arena.h"
#include "proctor/base/str.h"

struct wrapped {
    struct str *lines; /* folded, without newline; empty between paragraphs */
    size_t count;
};

/* Folds `text` and lays it out in `columns` (at least 1); all in the arena. */
struct wrapped wrap_text(struct arena *arena, struct str text, int columns,
                         bool ascii);

#endif
