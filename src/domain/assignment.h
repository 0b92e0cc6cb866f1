/* The assignment problem: who goes where, for the greatest sum. */
#ifndef DOMAIN_ASSIGNMENT_H
#define DOMAIN_ASSIGNMENT_H

#include <stdint.h>

#define ASSIGNMENT_MAX 32

/*
 * Gives each row at most one column and each column at most one row, so that
 * the values add up to the most. Values are 0 (never assigned) or more. Writes
 * a column or -1 for each row.
 */
void assign(int rows, int columns,
            int32_t value[ASSIGNMENT_MAX][ASSIGNMENT_MAX],
            int column_out[ASSIGNMENT_MAX]);

#endif
