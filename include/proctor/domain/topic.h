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

#endif
