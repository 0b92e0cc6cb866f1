/* What the value of an event may be. */
#ifndef DOMAIN_SITTING_VALUES_H
#define DOMAIN_SITTING_VALUES_H

#include "proctor/domain/sitting.h"

/* The value fits the kind of the event; `item` as in sitting_accepts(). */
bool event_value_is_valid(const struct event *event, const struct item *item);

/* The value of a GAP: "charged 1500", "free 1500 wall". */
struct gap_value {
    int64_t ms;
    bool charged, by_wall_clock;
};
bool gap_value_parse(struct str text, struct gap_value *out);

/* `after` holds all of `before`: what was given is still there, in its place,
 * and nothing was replaced. Both as response texts. */
bool answer_only_adds(struct str before, struct str after);

/* How many entries of typed codes differ; INT_MAX for answers of letters. */
int answer_entries_changed(struct str before, struct str after);

#endif
