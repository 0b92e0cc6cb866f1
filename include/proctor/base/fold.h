/*
 * The display fold: the one way of stored or foreign text to a screen, a
 * message, a report. What comes out is valid UTF-8 that every terminal tried
 * lays out as libc's wcwidth() says, and holds no control sequence. The rules
 * and the measurements behind them: docs/text.md. Before env_set_locale(), or
 * setlocale() with a UTF-8 locale, libc knows no width beyond ASCII, and all
 * else becomes U+FFFD.
 */
#ifndef PROCTOR_BASE_FOLD_H
#define PROCTOR_BASE_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/str.h"

enum fold_mode {
    FOLD_LINE,  /* newlines and tabs become spaces */
    FOLD_LINES, /* newlines stay (CRLF becomes LF), tabs become 4 spaces */
};

/*
 * Appends the folded text. C0 and C1 become U+FFFD; format, bidi, zero-width
 * characters, variation selectors, tags, skin tones are dropped; what wcwidth()
 * does not know becomes U+FFFD; lone regional indicators become letters;
 * conjoining jamo are composed or U+FFFD; at most four combining marks stay on
 * a base, none at the start of a line. With `ascii`, what is not ASCII is
 * transliterated (quotes, dashes, accents) or becomes '?'.
 */
void fold_append(struct strbuf *buf, struct str text, enum fold_mode mode,
                 bool ascii);

/* fold_append() of one line, UTF-8, to a text of the caller's arena. */
struct arena;
struct str fold_line(struct arena *arena, struct str text);

/* Columns of a character that came out of the fold: 0, 1 or 2. */
int fold_width(uint32_t c);

/* Columns of folded text without newlines. */
int fold_columns(struct str folded);

/* True for what a bank may not contain: C0 but tab and newline, DEL, C1,
 * U+2028/2029/0085, bidi controls, tag characters, noncharacters. */
bool fold_is_forbidden(uint32_t c);

#endif
