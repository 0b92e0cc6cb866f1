/* Living through a sitting in tests, event by event. */
#ifndef TESTS_DOMAIN_EVENTS_H
#define TESTS_DOMAIN_EVENTS_H

#include "proctor/domain/sitting.h"

/* The event that may come next, so much exam time after the last. */
struct event next_event(const struct sitting *sitting, enum event_kind kind,
                        int pos, const char *value, int64_t after_ms);

/* The event must be accepted; it is applied. */
void take(struct sitting *sitting, enum event_kind kind, int pos,
          const char *value, int64_t after_ms);

/* The event must be refused, for a reason that names `word`. */
void refuse(const struct sitting *sitting, struct event event,
            const struct item *item, const char *word);

#endif
