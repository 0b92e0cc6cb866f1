/* The store from inside, for the files of this layer. */
#ifndef PROCTOR_STORE_STORE_PRIVATE_H
#define PROCTOR_STORE_STORE_PRIVATE_H

#include "proctor/platform/lock.h"
#include "proctor/store/store.h"

#include "db.h"

struct store {
    struct db *db;
    struct lock *lock; /* NULL when read-only */
    char *path;        /* its directory is resolved */
    char *vfs;
    char *app_version;
    char *holder; /* "" when the lock is ours, or nobody was asked */
    bool is_new;
};

/* setting_put() inside a transaction. */
bool db_put_setting(struct db *db, const char *key, const char *value,
                    struct error *err);

/* Ends what a removal of a candidate could not end. A failure leaves it due. */
void candidates_wipe_due(struct store *store);

#endif
