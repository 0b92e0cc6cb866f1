/* Attempts as rows: what `history` lists and `show` begins with. */
#ifndef PROCTOR_CLI_ATTEMPT_TABLE_H
#define PROCTOR_CLI_ATTEMPT_TABLE_H

#include "proctor/report/table.h"
#include "proctor/store/attempts.h"

extern const struct column attempt_columns[];
extern const size_t attempt_column_count;

/* The table has these columns. */
void attempt_table_add(struct table *table, const struct attempt_row *attempt);

#endif
