/* Topics that were moved, for the files that read what carries them. */
#ifndef PROCTOR_STORE_TOPICS_H
#define PROCTOR_STORE_TOPICS_H

#include "proctor/base/arena.h"
#include "proctor/base/strmap.h"

#include "db.h"

struct topic_moves {
    struct strmap *index; /* topic: index into `to` */
    struct {
        struct str *items; /* of the arena */
        size_t count, capacity;
    } to;
};

/* topic_moves_finish() what this filled. */
bool topic_moves_read(struct topic_moves *moves, struct db *db,
                      struct arena *arena, struct error *err);
void topic_moves_finish(struct topic_moves *moves);

/* What the topic is called today: the argument, or text of the arena. */
struct str topic_moves_now(const struct topic_moves *moves, struct str topic);

#endif
