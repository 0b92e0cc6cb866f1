/*
 * Shares as bars, marks over time as a line. What is drawn depends on the data,
 * the size and the ink alone, and reads without colour: points have the sign of
 * the conditions they were sat under, and numbers that matter stand as text.
 */
#ifndef PROCTOR_TUI_CHART_H
#define PROCTOR_TUI_CHART_H

#include "proctor/base/arena.h"

#include "canvas.h"
#include "page.h"
#include "ui.h"

enum chart_ink {
    INK_BRAILLE, /* two by four dots to a cell */
    INK_BLOCKS,  /* eighths of a block in bars, halves in lines */
    INK_ASCII,
};
/* The ink the settings ask for; `auto` is braille where the terminal's font has
 * it. A terminal that shows only ASCII gets ASCII in any case. */
enum chart_ink chart_ink(const struct ui *ui);
/* Terminals of that TERM have few signs beside letters: consoles of kernels and
 * terminals of glass. For struct ui. */
bool chart_has_few_glyphs(const char *terminal_type);

/* Shares and marks are in hundredths of a percent; what is beyond is clamped.
 */
#define CHART_SHARE_MAX 10000
/* For one that is not there. */
#define CHART_NONE (-1)

struct chart_bar {
    int share_bp;
    int low_bp, high_bp; /* an interval, drawn ( and ); both CHART_NONE: none */
    int pass_bp;         /* a tick, drawn |; CHART_NONE: none */
};

/*
 * The bar as text of just so many columns (at least 1), in the arena. It
 * touches the tick only when the pass mark is reached. Where the tick and an
 * end of the interval share a cell it is [ or ].
 */
struct str chart_bar(struct arena *arena, const struct chart_bar *bar,
                     int columns, enum chart_ink ink);
/* What its signs mean, for under a list of bars: without a tick, and with. */
#define CHART_INTERVAL_LEGEND "( ) 95 % interval"
#define CHART_BAR_LEGEND                                                       \
    CHART_INTERVAL_LEGEND "   | pass mark   [ ] both in one"

/* X(NAME, sign, lengthy, brief): what a point was sat under. */
#define CHART_CONDITIONS(X)                                                    \
    X(EXAM, 'o', "exam conditions", "exam")                                    \
    X(ACCOMMODATED, 'a', "accommodated", "extra")                              \
    X(OTHER, 'x', "short or interrupted", "not exam")
enum chart_conditions {
#define X(NAME, sign, lengthy, brief) CHART_##NAME,
    CHART_CONDITIONS(X)
#undef X
        CHART_CONDITIONS_COUNT
};

struct chart_point {
    int mark_bp;
    enum chart_conditions conditions;
};

struct chart_trend {
    const struct chart_point *points; /* oldest first; evenly from the left */
    size_t count;
    int pass_bp; /* CHART_NONE: no line */
    bool pass_is_assumed;
    const char *first, *last; /* dates of the first and the last point */
};

/* Smaller than this, the last value and the pass mark are all there is. */
#define CHART_COLUMNS_MIN 40
#define CHART_ROWS_MIN 4

/*
 * Draws into the rectangle, all of it: the axis with its labels, the pass mark
 * as a labelled line, the points, the last one's value, the dates, and what the
 * signs mean where they are not all those of exam conditions. More points than
 * columns: each column is the mean of those that fall on it, and that is said.
 * Percents are cut, not rounded, so that 69.9 never reads as the 70 that pass.
 */
void chart_trend_draw(struct canvas *canvas, struct rect at,
                      const struct chart_trend *trend, enum chart_ink ink);
/* The same as lines of a page, over its whole width. */
void chart_trend_page(struct page *page, const struct chart_trend *trend,
                      int height, enum chart_ink ink);

#endif
