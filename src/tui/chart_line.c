/*
 * The line of a trend and the signs on it. The line is made of dots in a grid
 * finer than the cells: two by four, one by two or one to a cell, by ink.
 */
#include <stdint.h>
#include <stdlib.h>

#include "chart_plot.h"

/* Points nearer than this are drawn as the line alone. */
#define SPACING_MIN 2

static const struct {
    int x, y;
} dots_of[] = {
    [INK_BRAILLE] = {2, 4},
    [INK_BLOCKS] = {1, 2},
    [INK_ASCII] = {1, 1},
};

/* --- where things are ----------------------------------------------------- */

/* The dot from the top of the plot that a mark falls on. */
static int dot_row(const struct plot *plot, int64_t mark_bp)
{
    int64_t span = CHART_SHARE_MAX - plot->low_bp;
    int64_t dots = (int64_t)plot->at.height * dots_of[plot->ink].y - 1;

    return (
        int)(((CHART_SHARE_MAX - chart_clamp((int)mark_bp)) * dots + span / 2) /
             span);
}

int plot_row(const struct plot *plot, int64_t mark_bp)
{
    return dot_row(plot, mark_bp) / dots_of[plot->ink].y;
}

/* Evenly by attempt; a single one stands at the right end. */
static int column_of(const struct plot *plot, size_t index)
{
    size_t last = plot->trend->count - 1;

    return last == 0 ? plot->at.width - 1
                     : (int)(index * (size_t)(plot->at.width - 1) / last);
}

static int64_t mean_of(const struct column *column)
{
    return column->sum_bp / column->count;
}

void plot_fill_columns(struct plot *plot)
{
    const struct chart_trend *trend = plot->trend;

    plot->columns =
        ARENA_ARRAY(&plot->arena, struct column, (size_t)plot->at.width);
    for (size_t i = 0; i < trend->count; i++) {
        struct column *column = &plot->columns[column_of(plot, i)];

        column->sum_bp += chart_clamp(trend->points[i].mark_bp);
        column->under[trend->points[i].conditions]++;
        if (++column->count > plot->most)
            plot->most = column->count;
    }
}

/* --- the line ------------------------------------------------------------- */

/* Dots by cell, a bit each. */
static void set_dot(const struct plot *plot, unsigned char *cells, int x, int y)
{
    int across = dots_of[plot->ink].x, down = dots_of[plot->ink].y;
    int dot = y % down * across + x % across;

    cells[y / down * plot->at.width + x / across] |= (unsigned char)(1u << dot);
}

/* From dot to dot without a gap (Bresenham). */
static void set_line(const struct plot *plot, unsigned char *cells, int x,
                     int y, int to_x, int to_y)
{
    int across = to_x - x, down = abs(to_y - y), step = to_y < y ? -1 : 1;
    int error = across - down;

    set_dot(plot, cells, x, y);
    while (x != to_x || y != to_y) {
        int twice = 2 * error;

        if (twice >= -down) {
            error -= down;
            x++;
        }
        if (twice <= across) {
            error += across;
            y += step;
        }
        set_dot(plot, cells, x, y);
    }
}

static void set_trend(const struct plot *plot, unsigned char *cells)
{
    int from_x = -1, from_y = 0;

    for (int column = 0; column < plot->at.width; column++) {
        int x = column * dots_of[plot->ink].x, y;

        if (plot->columns[column].count == 0)
            continue;
        y = dot_row(plot, mean_of(&plot->columns[column]));
        if (from_x >= 0)
            set_line(plot, cells, from_x, from_y, x, y);
        from_x = x;
        from_y = y;
    }
}

/* The pattern with these dots, row by row: U+2800 and a bit for each. */
static struct str braille(unsigned dots, char out[3])
{
    static const unsigned char bits[] = {0x01, 0x08, 0x02, 0x10,
                                         0x04, 0x20, 0x40, 0x80};
    unsigned pattern = 0;

    for (unsigned i = 0; i < sizeof bits; i++)
        if (dots & 1u << i)
            pattern |= bits[i];
    out[0] = (char)0xE2;
    out[1] = (char)(0xA0 | pattern >> 6);
    out[2] = (char)(0x80 | (pattern & 0x3F));
    return (struct str){out, 3};
}

static struct str piece_of(enum chart_ink ink, unsigned dots, char out[3])
{
    static const char *const halves[] = {" ", "\u2580", "\u2584", "\u2588"};

    switch (ink) {
    case INK_BRAILLE:
        return braille(dots, out);
    case INK_BLOCKS:
        return str_from(halves[dots]);
    case INK_ASCII:
        break;
    }
    return STR(".");
}

void plot_draw_line(struct plot *plot)
{
    const struct rect *at = &plot->at;
    int count = at->width * at->height;
    unsigned char *cells =
        ARENA_ARRAY(&plot->arena, unsigned char, (size_t)count);
    char piece[3];

    set_trend(plot, cells);
    for (int i = 0; i < count; i++)
        if (cells[i] != 0)
            canvas_text(plot->canvas, at->x + i % at->width,
                        at->y + i / at->width, 1, STYLE_NORMAL,
                        piece_of(plot->ink, cells[i], piece));
}

/* --- signs ---------------------------------------------------------------- */

static char sign_of(const struct column *column)
{
    static const char signs[] = {
#define X(NAME, sign, lengthy, brief) sign,
        CHART_CONDITIONS(X)
#undef X
    };

    for (int i = 0; i < CHART_CONDITIONS_COUNT; i++)
        if (column->under[i] == column->count)
            return signs[i];
    return PLOT_SEVERAL;
}

/* Others than those sat under exam conditions are shown in any case, and so is
 * the last. */
char plot_sign(const struct plot *plot, int column)
{
    const struct column *at = &plot->columns[column];
    int spaces = (int)plot->trend->count - 1;

    if (at->count == 0)
        return '\0';
    if (at->under[CHART_EXAM] < at->count)
        return sign_of(at);
    return column == plot->at.width - 1 || spaces * SPACING_MIN < plot->at.width
               ? sign_of(at)
               : '\0';
}

void plot_draw_signs(const struct plot *plot)
{
    const struct rect *at = &plot->at;

    for (int column = 0; column < at->width; column++) {
        char sign = plot_sign(plot, column);
        int row;

        if (sign == '\0')
            continue;
        row = plot_row(plot, mean_of(&plot->columns[column]));
        canvas_text(plot->canvas, at->x + column, at->y + row, 1,
                    column == at->width - 1 ? STYLE_HEADING : STYLE_NORMAL,
                    (struct str){&sign, 1});
    }
}
