/*
 * The Hungarian method (Kuhn 1955, Munkres 1957) with potentials, in cubic
 * time. Besides the real columns every row has an empty column of its own
 * choosing at value 0, so that a row may stay without. Used to match typed
 * codes to slots; knows nothing of codes.
 */
#include "assignment.h"

#include <stdbool.h>

/* Index 0 is a sentinel throughout; rows and columns count from 1. */
struct matching {
    int rows, columns, all_columns;
    int32_t (*value)[ASSIGNMENT_MAX];
    int64_t row_price[ASSIGNMENT_MAX + 1];
    int64_t column_price[2 * ASSIGNMENT_MAX + 1];
    int row_of[2 * ASSIGNMENT_MAX + 1]; /* 0: the column is free */
    int came_from[2 * ASSIGNMENT_MAX + 1];
};

/* What the row loses against the best it could have, at present prices. */
static int64_t loss(const struct matching *m, int row, int column)
{
    int64_t value = column <= m->columns ? m->value[row - 1][column - 1] : 0;

    return -value - m->row_price[row] - m->column_price[column];
}

/* Lowers prices along the tree of reached columns until one more is reached for
 * free; gives it. */
static int reach_next(struct matching *m, int from, int64_t *slack,
                      bool *is_reached)
{
    int64_t least = INT64_MAX;
    int next = 0;

    for (int column = 1; column <= m->all_columns; column++) {
        int64_t here;

        if (is_reached[column])
            continue;
        here = loss(m, m->row_of[from], column);
        if (here < slack[column]) {
            slack[column] = here;
            m->came_from[column] = from;
        }
        if (slack[column] < least) {
            least = slack[column];
            next = column;
        }
    }
    for (int column = 0; column <= m->all_columns; column++) {
        if (is_reached[column]) {
            m->row_price[m->row_of[column]] += least;
            m->column_price[column] -= least;
        } else {
            slack[column] -= least;
        }
    }
    return next;
}

/* Finds the row a column, moving rows that are in the way. */
static void place_row(struct matching *m, int row)
{
    int64_t slack[2 * ASSIGNMENT_MAX + 1];
    bool is_reached[2 * ASSIGNMENT_MAX + 1] = {false};
    int column = 0;

    for (int i = 0; i <= m->all_columns; i++)
        slack[i] = INT64_MAX / 2;
    m->row_of[0] = row;
    do {
        is_reached[column] = true;
        column = reach_next(m, column, slack, is_reached);
    } while (m->row_of[column] != 0);
    while (column != 0) {
        m->row_of[column] = m->row_of[m->came_from[column]];
        column = m->came_from[column];
    }
}

void assign(int rows, int columns,
            int32_t value[ASSIGNMENT_MAX][ASSIGNMENT_MAX],
            int column_out[ASSIGNMENT_MAX])
{
    struct matching m = {
        .rows = rows,
        .columns = columns,
        .all_columns = columns + rows,
        .value = value,
    };

    for (int row = 1; row <= rows; row++)
        place_row(&m, row);
    for (int row = 0; row < rows; row++)
        column_out[row] = -1;
    for (int column = 1; column <= columns; column++) {
        int row = m.row_of[column];

        if (row > 0 && value[row - 1][column - 1] > 0)
            column_out[row - 1] = column - 1;
    }
}
