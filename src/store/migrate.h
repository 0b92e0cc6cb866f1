/* From one schema version to the next. */
#ifndef PROCTOR_STORE_MIGRATE_H
#define PROCTOR_STORE_MIGRATE_H

#include "db.h"

/* texts[n] leads from version n to n + 1. */
struct migrations {
    const char *const *texts;
    int count;
};

/* Those of this program. */
extern const struct migrations store_migrations;

/*
 * Brings the database from the version it has to migrations->count, each step
 * in a transaction of its own that also sets the version. A failure leaves it
 * at the last step that went through.
 */
bool migrate(struct db *db, const struct migrations *migrations,
             struct error *err);

#endif
