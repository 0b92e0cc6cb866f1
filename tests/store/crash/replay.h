/*
 * What the disk may hold when the power goes at some moment of a recording:
 * all that was flushed, and of what was not, any part. Names made or removed
 * last with the next flush of any file.
 */
#ifndef PROCTOR_TESTS_STORE_CRASH_REPLAY_H
#define PROCTOR_TESTS_STORE_CRASH_REPLAY_H

#include "proctor/base/random.h"

#include "shim.h"

struct replay;

/* `folder` is where the files of a state are written. */
struct replay *replay_create(const struct shim *shim, const char *folder);
void replay_destroy(struct replay *replay);

/* Moves the cut behind the next operation. False behind the last. */
bool replay_step(struct replay *replay);

/* The last acknowledgement before the cut, -1 for none. */
int64_t replay_acknowledged(const struct replay *replay);

/* Something waits for a flush: there is more than one state at this cut. */
bool replay_waits(const struct replay *replay);

enum replay_choice {
    REPLAY_NONE, /* of the unflushed sectors */
    REPLAY_ALL,
    REPLAY_SOME,
};
/* Writes the files of a state at the cut into the folder. */
void replay_write(struct replay *replay, enum replay_choice choice,
                  struct random *random);

#endif
