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

#endif
