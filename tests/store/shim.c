/* The wrapping VFS. Memory that is shared between processes (the -shm file) is
 * passed through: it does not outlive a power cut and is rebuilt. */
#include "shim.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "proctor/base/mem.h"

struct shim_handle {
    sqlite3_file base;
    struct shim *shim;
    int file;           /* -1: not recorded */
    sqlite3_file *real; /* behind this struct */
};

static struct shim_handle *handle_of(sqlite3_file *file)
{
    return (struct shim_handle *)file;
}

static struct shim_op *record(struct shim_handle *handle, enum shim_kind kind)
{
    struct shim_op *op;

    if (handle->file < 0 || !handle->shim->recording)
        return NULL;
    op = array_add(&handle->shim->ops);
    *op = (struct shim_op){.kind = kind, .file = handle->file};
    return op;
}

static int shim_close(sqlite3_file *file)
{
    return handle_of(file)->real->pMethods->xClose(handle_of(file)->real);
}

static int shim_read(sqlite3_file *file, void *out, int size,
                     sqlite3_int64 offset)
{
    sqlite3_file *real = handle_of(file)->real;

    return real->pMethods->xRead(real, out, size, offset);
}

static int shim_write(sqlite3_file *file, const void *data, int size,
                      sqlite3_int64 offset)
{
    sqlite3_file *real = handle_of(file)->real;
    int rc = real->pMethods->xWrite(real, data, size, offset);
    struct shim_op *op;

    if (rc == SQLITE_OK && (op = record(handle_of(file), SHIM_WRITE))) {
        op->offset = offset;
        op->size = (size_t)size;
        op->data = mem_alloc(op->size, 1);
        memcpy(op->data, data, op->size);
    }
    return rc;
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    sqlite3_file *real = handle_of(file)->real;
    int rc = real->pMethods->xTruncate(real, size);
    struct shim_op *op;

    if (rc == SQLITE_OK && (op = record(handle_of(file), SHIM_TRUNCATE)))
        op->offset = size;
    return rc;
}

static bool sync_fails(struct shim *shim)
{
    if (shim->fail_sync == 0 || --shim->fail_sync > 0)
        return false;
    if (shim->keep_failing)
        shim->fail_sync = 1;
    return true;
}

static int shim_sync(sqlite3_file *file, int flags)
{
    struct shim_handle *handle = handle_of(file);

    handle->shim->syncs++;
    if (sync_fails(handle->shim))
        return SQLITE_IOERR_FSYNC;
    record(handle, SHIM_SYNC);
    return handle->real->pMethods->xSync(handle->real, flags);
}

#define PASS(name, params, args)                                               \
    static int shim_##name params                                              \
    {                                                                          \
        sqlite3_file *real = handle_of(file)->real;                            \
                                                                               \
        return real->pMethods->name args;                                      \
    }

PASS(xFileSize, (sqlite3_file * file, sqlite3_int64 *size), (real, size))
PASS(xLock, (sqlite3_file * file, int level), (real, level))
PASS(xUnlock, (sqlite3_file * file, int level), (real, level))
PASS(xCheckReservedLock, (sqlite3_file * file, int *out), (real, out))
PASS(xFileControl, (sqlite3_file * file, int op, void *arg), (real, op, arg))
PASS(xSectorSize, (sqlite3_file * file), (real))
PASS(xDeviceCharacteristics, (sqlite3_file * file), (real))
PASS(xShmMap,
     (sqlite3_file * file, int page, int size, int extend, void volatile **out),
     (real, page, size, extend, out))
PASS(xShmLock, (sqlite3_file * file, int offset, int n, int flags),
     (real, offset, n, flags))
PASS(xShmUnmap, (sqlite3_file * file, int remove), (real, remove))

static void shim_xShmBarrier(sqlite3_file *file)
{
    handle_of(file)->real->pMethods->xShmBarrier(handle_of(file)->real);
}

/* Version 2: no memory-mapped reads, which would pass by. */
static const sqlite3_io_methods shim_methods = {
    .iVersion = 2,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_xFileSize,
    .xLock = shim_xLock,
    .xUnlock = shim_xUnlock,
    .xCheckReservedLock = shim_xCheckReservedLock,
    .xFileControl = shim_xFileControl,
    .xSectorSize = shim_xSectorSize,
    .xDeviceCharacteristics = shim_xDeviceCharacteristics,
    .xShmMap = shim_xShmMap,
    .xShmLock = shim_xShmLock,
    .xShmBarrier = shim_xShmBarrier,
    .xShmUnmap = shim_xShmUnmap,
};

/* The newest life of that name, or -1. */
static int find_file(const struct shim *shim, const char *path)
{
    for (size_t i = shim->files.count; i-- > 0;)
        if (strcmp(shim->files.items[i].path, path) == 0)
            return (int)i;
    return -1;
}

/* Begins the life of a file with what it holds now. */
static int add_file(struct shim *shim, const char *path, bool existed)
{
    struct shim_file *file = array_add(&shim->files);
    FILE *stream = existed ? fopen(path, "rb") : NULL;

    *file = (struct shim_file){.path = mem_strdup(path), .existed = existed};
    if (stream) {
        fseek(stream, 0, SEEK_END);
        file->size = (size_t)ftell(stream);
        file->data = mem_alloc(file->size ? file->size : 1, 1);
        rewind(stream);
        if (fread(file->data, 1, file->size, stream) != file->size)
            abort();
        fclose(stream);
    }
    return (int)shim->files.count - 1;
}

static int open_file(struct shim *shim, const char *path, bool was_there)
{
    int file = find_file(shim, path);

    if (file >= 0 && was_there)
        return file;
    file = add_file(shim, path, was_there);
    if (!was_there && shim->recording)
        *array_add(&shim->ops) =
            (struct shim_op){.kind = SHIM_CREATE, .file = file};
    return file;
}

static sqlite3_vfs *real_vfs(sqlite3_vfs *vfs)
{
    (void)vfs;
    return sqlite3_vfs_find(NULL);
}

static int shim_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
                     int flags, int *flags_out)
{
    struct shim_handle *handle = handle_of(file);
    sqlite3_vfs *real = real_vfs(vfs);
    int there = 0, rc;

    memset(handle, 0, sizeof *handle);
    handle->shim = vfs->pAppData;
    handle->real = (sqlite3_file *)(handle + 1);
    if (path)
        real->xAccess(real, path, SQLITE_ACCESS_EXISTS, &there);
    rc = real->xOpen(real, path, handle->real, flags, flags_out);
    if (rc != SQLITE_OK)
        return rc;
    handle->file = path ? open_file(handle->shim, path, there) : -1;
    handle->base.pMethods = &shim_methods;
    return SQLITE_OK;
}

static int shim_delete(sqlite3_vfs *vfs, const char *path, int sync_dir)
{
    struct shim *shim = vfs->pAppData;
    int file = find_file(shim, path);
    int rc = real_vfs(vfs)->xDelete(real_vfs(vfs), path, sync_dir);

    if (rc == SQLITE_OK && file >= 0 && shim->recording)
        *array_add(&shim->ops) =
            (struct shim_op){.kind = SHIM_DELETE, .file = file};
    return rc;
}

static sqlite3_vfs shim_vfs;

void shim_install(struct shim *shim)
{
    sqlite3_vfs *real = sqlite3_vfs_find(NULL);

    assert(!sqlite3_vfs_find(SHIM_NAME));
    shim_vfs = *real; /* what is not wrapped is the system's */
    shim_vfs.pNext = NULL;
    shim_vfs.zName = SHIM_NAME;
    shim_vfs.szOsFile = (int)sizeof(struct shim_handle) + real->szOsFile;
    shim_vfs.pAppData = shim;
    shim_vfs.xOpen = shim_open;
    shim_vfs.xDelete = shim_delete;
    sqlite3_vfs_register(&shim_vfs, 0);
}

void shim_remove(struct shim *shim)
{
    sqlite3_vfs_unregister(&shim_vfs);
    for (size_t i = 0; i < shim->ops.count; i++)
        free(shim->ops.items[i].data);
    for (size_t i = 0; i < shim->files.count; i++) {
        free(shim->files.items[i].path);
        free(shim->files.items[i].data);
    }
    array_free(&shim->ops);
    array_free(&shim->files);
}

void shim_ack(struct shim *shim, int64_t what)
{
    if (shim->recording)
        *array_add(&shim->ops) =
            (struct shim_op){.kind = SHIM_ACK, .file = -1, .offset = what};
}
