/* How failures travel: a bool result and a `struct error` as last parameter. */
#ifndef PROCTOR_BASE_ERROR_H
#define PROCTOR_BASE_ERROR_H

#include <stdbool.h>

enum error_code {
    ERR_NONE,
    ERR_INVALID,   /* the input has problems: exit status 1 */
    ERR_USAGE,     /* called in a wrong way: exit status 2 */
    ERR_NOT_FOUND, /* the named thing does not exist: exit status 1 */
    ERR_IO,        /* the environment failed, as do the rest: status 3 */
    ERR_FULL,      /* no space is left where we write */
    ERR_BUSY,      /* another process holds it */
    ERR_CORRUPT,   /* the database is damaged */
    ERR_NEWER,     /* written by a newer proctor */
    ERR_READONLY,  /* opened for reading only */
};

/* What went wrong. The message starts in lower case, has no full stop, and
 * says what to do where that is not plain. */
struct error {
    enum error_code code;
    char message[768];
};

/*
 * Sets `err` (which may be NULL) and returns false, so that a guard reads
 * `return error_set(err, ERR_INVALID, "...", ...)`. A message too long for
 * the buffer is cut at a character boundary.
 */
bool error_set(struct error *err, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* As error_set(), with ": " and the text of `errno` behind the message. The
 * code is ERR_FULL for ENOSPC, EDQUOT and EFBIG, else ERR_IO. */
bool error_set_errno(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Puts "context: " before the message of a failure that goes further up. */
bool error_prefix(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The exit status of `code`, as listed at the codes. 0 for ERR_NONE. */
int error_exit_status(enum error_code code);

#endif
