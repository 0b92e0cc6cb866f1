/* Topics: nodes of the subject tree, written as paths (`anatomy/nervous`). */
#ifndef PROCTOR_DOMAIN_TOPIC_H
#define PROCTOR_DOMAIN_TOPIC_H

#include <stdbool.h>

#include "proctor/base/str.h"

#define TOPIC_UNSORTED "unsorted"

/* Lower-case words of letters, digits and hyphens, joined by '/', at most 128
 * bytes and 8 levels. */
bool topic_is_valid(struct str topic);

/* `topic` is `node` or lies below it: a/b and a/b/c are below a/b, a/bc not. */
bool topic_is_below(struct str topic, struct str node);

/* Levels above it: 0 for a, 1 for a/b. */
int topic_depth(struct str topic);

/* Order of a tree, depth first: what lies below a topic comes right behind it,
 * a/b before a-b. Less than, equal to or greater than 0. */
int topic_cmp(struct str a, struct str b);

#endif
