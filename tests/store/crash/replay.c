/* Keeps for every file what is surely on the disk and which operations wait
 * for a flush; a state is the sure part with a choice of the waiting ones. */
#include "replay.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "proctor/base/mem.h"

enum { SECTOR = 512, PATH_SIZE = 512 };

struct image {
    unsigned char *data;
    size_t size, capacity;
};

struct life {
    struct image flushed;
    struct {
        const struct shim_op **items;
        size_t count, capacity;
    } waiting;
    bool exists;         /* its name is on the disk for sure */
    bool name_may_exist; /* made, not yet flushed */
    bool name_may_go;    /* removed, not yet flushed */
};

struct replay {
    const struct shim *shim;
    const char *folder;
    struct life *lives;
    size_t next; /* operation */
    int64_t acknowledged;
    struct image scratch; /* memory that is used again */
};

/* What is between the old end and the new one reads as zeros. */
static void image_resize(struct image *image, size_t size)
{
    if (size > image->capacity) {
        image->capacity = size * 2;
        image->data = mem_realloc(image->data, image->capacity, 1);
    }
    if (size > image->size)
        memset(image->data + image->size, 0, size - image->size);
    image->size = size;
}

static void image_put(struct image *image, const unsigned char *data,
                      size_t size, size_t offset)
{
    if (image->size < offset + size)
        image_resize(image, offset + size);
    if (size)
        memcpy(image->data + offset, data, size);
}

static void image_copy(struct image *to, const struct image *from)
{
    to->size = 0;
    image_resize(to, from->size);
    if (from->size)
        memcpy(to->data, from->data, from->size);
}

struct replay *replay_create(const struct shim *shim, const char *folder)
{
    struct replay *replay = mem_alloc(1, sizeof *replay);

    replay->shim = shim;
    replay->folder = folder;
    replay->acknowledged = -1;
    replay->lives = mem_alloc(shim->files.count, sizeof *replay->lives);
    for (size_t i = 0; i < shim->files.count; i++) {
        const struct shim_file *file = &shim->files.items[i];

        replay->lives[i].exists = file->existed;
        image_put(&replay->lives[i].flushed, file->data, file->size, 0);
    }
    return replay;
}

void replay_destroy(struct replay *replay)
{
    for (size_t i = 0; i < replay->shim->files.count; i++) {
        free(replay->lives[i].flushed.data);
        array_free(&replay->lives[i].waiting);
    }
    free(replay->scratch.data);
    free(replay->lives);
    free(replay);
}

/* Applies a write by sectors, each with the given chance in 256. */
static void apply_write(struct image *image, const struct shim_op *op,
                        unsigned chance, struct random *random)
{
    size_t done = 0;

    while (done < op->size) {
        size_t at = (size_t)op->offset + done;
        size_t len = SECTOR - at % SECTOR;

        if (len > op->size - done)
            len = op->size - done;
        if (chance >= 256 || random_below(random, 256) < chance)
            image_put(image, op->data + done, len, at);
        done += len;
    }
}

static void apply(struct image *image, const struct shim_op *op,
                  unsigned chance, struct random *random)
{
    if (op->kind == SHIM_WRITE)
        apply_write(image, op, chance, random);
    else if (chance >= 256 || random_below(random, 256) < chance)
        image_resize(image, (size_t)op->offset);
}

static void flush(struct replay *replay, struct life *life)
{
    for (size_t i = 0; i < life->waiting.count; i++)
        apply(&life->flushed, life->waiting.items[i], 256, NULL);
    life->waiting.count = 0;
    for (size_t i = 0; i < replay->shim->files.count; i++) {
        struct life *other = &replay->lives[i];

        other->exists =
            (other->exists || other->name_may_exist) && !other->name_may_go;
        other->name_may_exist = other->name_may_go = false;
    }
}

bool replay_step(struct replay *replay)
{
    const struct shim_op *op;
    struct life *life;

    if (replay->next == replay->shim->ops.count)
        return false;
    op = &replay->shim->ops.items[replay->next++];
    if (op->kind == SHIM_ACK) {
        replay->acknowledged = op->offset;
        return true;
    }
    life = &replay->lives[op->file];
    if (op->kind == SHIM_SYNC)
        flush(replay, life);
    else if (op->kind == SHIM_CREATE)
        life->name_may_exist = true;
    else if (op->kind == SHIM_DELETE)
        life->name_may_go = true;
    else
        *array_add(&life->waiting) = op;
    return true;
}

int64_t replay_acknowledged(const struct replay *replay)
{
    return replay->acknowledged;
}

bool replay_waits(const struct replay *replay)
{
    for (size_t i = 0; i < replay->shim->files.count; i++) {
        const struct life *life = &replay->lives[i];

        if (life->waiting.count || life->name_may_exist || life->name_may_go)
            return true;
    }
    return false;
}

static bool toss(enum replay_choice choice, struct random *random)
{
    return choice == REPLAY_ALL ||
           (choice == REPLAY_SOME && random_below(random, 2));
}

static bool name_exists(const struct life *life, enum replay_choice choice,
                        struct random *random)
{
    if (life->name_may_go && toss(choice, random))
        return false;
    return life->exists || (life->name_may_exist && toss(choice, random));
}

static void write_file(const struct replay *replay, const char *path,
                       const struct image *image)
{
    char target[PATH_SIZE];
    int fd;

    snprintf(target, sizeof target, "%s/%s", replay->folder,
             strrchr(path, '/') + 1);
    fd = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0 || write(fd, image->data, image->size) != (ssize_t)image->size)
        abort();
    close(fd);
}

static void remove_file(const struct replay *replay, const char *path)
{
    char target[PATH_SIZE];

    snprintf(target, sizeof target, "%s/%s", replay->folder,
             strrchr(path, '/') + 1);
    unlink(target);
}

void replay_write(struct replay *replay, enum replay_choice choice,
                  struct random *random)
{
    struct image *image = &replay->scratch;
    unsigned chance = choice == REPLAY_NONE  ? 0
                      : choice == REPLAY_ALL ? 256
                                             : 16u << random_below(random, 4);

    for (size_t i = 0; i < replay->shim->files.count; i++)
        remove_file(replay, replay->shim->files.items[i].path);
    for (size_t i = 0; i < replay->shim->files.count; i++) {
        const struct life *life = &replay->lives[i];

        if (!name_exists(life, choice, random))
            continue;
        image_copy(image, &life->flushed);
        for (size_t j = 0; j < life->waiting.count; j++)
            apply(image, life->waiting.items[j], chance, random);
        write_file(replay, replay->shim->files.items[i].path, image);
    }
}
