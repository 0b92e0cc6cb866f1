/* A hash table from text to a number: ids seen, topics known. Keys are copied.
 * Hashing is seeded per table (SipHash), so no bank can make it slow. */
#ifndef PROCTOR_BASE_STRMAP_H
#define PROCTOR_BASE_STRMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/str.h"

struct strmap;

struct strmap *strmap_create(void);
void strmap_destroy(struct strmap *map);
/* False, with the older value in `*old_out` (may be NULL), when the key is
 * there already; the table is then unchanged. */
bool strmap_add(struct strmap *map, struct str key, int64_t value,
                int64_t *old_out);
/* Adds or overwrites. */
void strmap_set(struct strmap *map, struct str key, int64_t value);
bool strmap_get(const struct strmap *map, struct str key, int64_t *value_out);
size_t strmap_count(const struct strmap *map);
/* Keys in the order they were added; index below strmap_count(). */
struct str strmap_key(const struct strmap *map, size_t index);

#endif
