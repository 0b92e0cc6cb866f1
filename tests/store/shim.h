/*
 * A VFS around the system's that writes down every change to a file, counts
 * flushes and lets chosen flushes fail. SQLite knows it as "shim".
 */
#ifndef PROCTOR_TESTS_STORE_SHIM_H
#define PROCTOR_TESTS_STORE_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHIM_NAME "shim"

enum shim_kind {
    SHIM_WRITE,
    SHIM_TRUNCATE, /* to `offset` bytes */
    SHIM_SYNC,
    SHIM_CREATE,
    SHIM_DELETE,
    SHIM_ACK, /* `offset` is what was acknowledged */
};

struct shim_op {
    enum shim_kind kind;
    int file; /* index into files, -1 for an acknowledgement */
    int64_t offset;
    size_t size;
    unsigned char *data; /* of a write */
};

/* One life of a file: a name that is deleted and made again is two. */
struct shim_file {
    char *path;
    bool existed; /* before it was first opened */
    unsigned char *data;
    size_t size;
};

struct shim {
    bool recording;
    int64_t syncs;
    int64_t fail_sync; /* this many flushes from now one fails; 0: none */
    bool keep_failing; /* and all behind it */
    struct {
        struct shim_op *items;
        size_t count, capacity;
    } ops;
    struct {
        struct shim_file *items;
        size_t count, capacity;
    } files;
};

/* One at a time, between no open connections. */
void shim_install(struct shim *shim);
void shim_remove(struct shim *shim);

/* Everything before this was shown to somebody as done. */
void shim_ack(struct shim *shim, int64_t what);

#endif
