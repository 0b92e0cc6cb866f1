/* A trend being drawn, shared by its two files. */
#ifndef PROCTOR_TUI_CHART_PLOT_H
#define PROCTOR_TUI_CHART_PLOT_H

#include "chart.h"

/* A share or a mark within 0 and CHART_SHARE_MAX. */
int chart_clamp(int share_bp);

/* What falls on a column of the plot. */
struct column {
    int64_t sum_bp;
    int count;
    int under[CHART_CONDITIONS_COUNT]; /* how many of them */
};

struct plot {
    struct canvas *canvas;
    const struct chart_trend *trend;
    struct arena arena;
    enum chart_ink ink;
    struct rect at; /* of the plot alone */
    int low_bp;     /* the axis goes from here to 100 % */
    struct column *columns;
    int most; /* points in one column */
};

/* The row of the plot that a mark falls on. */
int plot_row(const struct plot *plot, int64_t mark_bp);

/* Puts the points into their columns; needs the width alone. */
void plot_fill_columns(struct plot *plot);
/* The sign of points under different conditions in one column. */
#define PLOT_SEVERAL '*'
/* The sign of the points in a column; 0 when none is shown there. */
char plot_sign(const struct plot *plot, int column);

/* Draws the line, then the signs on it. */
void plot_draw_line(struct plot *plot);
void plot_draw_signs(const struct plot *plot);

#endif
