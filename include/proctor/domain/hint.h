/*
 * Hints of practice, made from what the author wrote, from the weakest on:
 * where to look it up, then wrong options one by one with their why (of typed
 * codes the categories asked for, one by one). The last wrong option stays: a
 * hint never names the key.
 */
#ifndef PROCTOR_DOMAIN_HINT_H
#define PROCTOR_DOMAIN_HINT_H

#include "proctor/base/arena.h"
#include "proctor/domain/item.h"

/* How many hints there are; may be 0. */
size_t hint_count(const struct item *item);

/* Hint `number`, from 1 to hint_count(), as sentences. `option_order` as it is
 * shown: options are named by their letter on screen. */
struct str hint_text(const struct item *item, const char *option_order,
                     size_t number, struct arena *arena);

#endif
