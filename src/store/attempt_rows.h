/* Rows that creating and saving an attempt both write. */
#ifndef PROCTOR_STORE_ATTEMPT_ROWS_H
#define PROCTOR_STORE_ATTEMPT_ROWS_H

#include "proctor/store/attempts.h"

#include "db.h"

/* Binds :used_ms, :boot_id and the :last_ clocks. */
void attempt_bind_stamp(struct stmt *stmt, const struct clock_stamp *stamp);

bool attempt_add_event(struct db *db, int64_t attempt_id,
                       const struct event *event, struct error *err);

/* The result with its sections and questions; adds to those that are there. */
bool attempt_add_result(struct db *db, int64_t attempt_id,
                        const struct result_row *row, struct error *err);

#endif
