/* Rows of attempts that more than one file of the layer reads or writes. */
#ifndef PROCTOR_STORE_ATTEMPT_ROWS_H
#define PROCTOR_STORE_ATTEMPT_ROWS_H

#include "proctor/store/attempts.h"

#include "db.h"

bool attempt_mode_from_id(struct str id, enum attempt_mode *out);

/* ERR_CORRUPT: "attempt 7: its form cannot be read". False. */
bool attempt_unreadable(int64_t attempt_id, const char *what,
                        struct error *err);

/* The column `sure`, as in struct response. */
int attempt_read_sure(struct stmt *stmt);

/* Binds :used_ms, :boot_id and the :last_ clocks. */
void attempt_bind_stamp(struct stmt *stmt, const struct clock_stamp *stamp);

bool attempt_add_event(struct db *db, int64_t attempt_id,
                       const struct event *event, struct error *err);

/* The result with its sections and questions; adds to those that are there. */
bool attempt_add_result(struct db *db, int64_t attempt_id,
                        const struct result_row *row, struct error *err);

/* Deletes the attempt, ended or not, with everything that points to it; part
 * of the caller's transaction. Evidence is the caller's affair. */
bool attempt_erase(struct db *db, int64_t attempt_id, struct error *err);

#endif
