/*
 * SplitMix64 after Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators" (OOPSLA 2014). The constants, the draw below a bound and the
 * order of the shuffle are part of what a seed means: a form drawn years ago
 * must come out again. Never change them; a new algorithm gets new names.
 */
#include "proctor/base/random.h"

#include <assert.h>

#define GOLDEN_GAMMA UINT64_C(0x9E3779B97F4A7C15)

static uint64_t mix(uint64_t z)
{
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

struct random random_seeded(uint64_t seed)
{
    return (struct random){seed};
}

struct random random_of(uint64_t seed, enum random_stream stream)
{
    /* A mixed constant: with a plain one, the streams of a seed would be the
     * same sequence a few steps apart. */
    return random_seeded(seed ^ mix((uint64_t)stream * GOLDEN_GAMMA));
}

uint64_t random_next(struct random *random)
{
    random->state += GOLDEN_GAMMA;
    return mix(random->state);
}

uint64_t random_below(struct random *random, uint64_t bound)
{
    assert(bound > 0);
    /* 2^64 mod bound: the first so many values would come once too often. */
    uint64_t surplus = (0 - bound) % bound;
    uint64_t value;

    do {
        value = random_next(random);
    } while (value < surplus);
    return value % bound;
}

void random_shuffle(struct random *random, uint32_t *indexes, size_t count)
{
    for (size_t left = count; left > 1; left--) {
        size_t chosen = (size_t)random_below(random, left);
        uint32_t last = indexes[left - 1];

        indexes[left - 1] = indexes[chosen];
        indexes[chosen] = last;
    }
}
