/* SHA-256, from the packaged library, fed with length-prefixed fields. */
#ifndef PROCTOR_BASE_HASH_H
#define PROCTOR_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/base/str.h"

#define HASH_SIZE 32
#define HASH_HEX_SIZE 65

struct hash {
    unsigned char bytes[HASH_SIZE];
};

struct hash hash_of(struct str bytes);
/* The hash of the concatenation of two. */
struct hash hash_of_two(struct str a, struct str b);
bool hash_eq(const struct hash *a, const struct hash *b);
/* Lower-case hexadecimal, terminated. */
void hash_hex(const struct hash *hash, char out[HASH_HEX_SIZE]);

#endif
