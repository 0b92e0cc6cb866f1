/* The advisory lock of the one writing process of a database. */
#ifndef PROCTOR_PLATFORM_LOCK_H
#define PROCTOR_PLATFORM_LOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/base/error.h"

struct lock;

/*
 * Takes the lock file at `path` (made when missing, never removed). NULL when
 * another process has it: err is ERR_BUSY and names the holder (process number
 * and host as that process wrote them); NULL with ERR_IO for anything else.
 * The lock goes with the process, however it ends.
 */
struct lock *lock_take(const char *path, struct error *err);
void lock_release(struct lock *lock);

#endif
