/*
 * Seeded chance: SplitMix64 (Steele, Lea and Flood 2014), the same on every
 * machine. Nothing here is for secrets.
 */
#ifndef PROCTOR_BASE_RANDOM_H
#define PROCTOR_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
    uint64_t state;
};

/* Streams keep uses of one seed apart: a change in one leaves the others. */
enum random_stream {
    RANDOM_ITEMS = 1,
    RANDOM_ORDER,
    RANDOM_OPTIONS,
    RANDOM_PRETEST,
    RANDOM_PRACTICE,
};

/* The raw generator: state = seed. Seed 1234567 gives 6457827717110365317. */
struct random random_seeded(uint64_t seed);

/* The generator of one stream of a seed. */
struct random random_of(uint64_t seed, enum random_stream stream);

uint64_t random_next(struct random *random);

/* 0 <= result < bound, without bias, by rejection; bound is not 0. */
uint64_t random_below(struct random *random, uint64_t bound);

/* Fisher-Yates from the top over `count` indexes. */
void random_shuffle(struct random *random, uint32_t *indexes, size_t count);

#endif
