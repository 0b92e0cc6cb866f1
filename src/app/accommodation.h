/* More time than the exam gives: shared inside this layer. */
#ifndef PROCTOR_APP_ACCOMMODATION_H
#define PROCTOR_APP_ACCOMMODATION_H

#include "proctor/store/attempts.h"

/* Of an attempt without a limit there is no more. */
bool attempt_is_accommodated(const struct attempt_row *attempt);

/* "150 % of the time and 20 minutes added", or the one of them that holds. In
 * the arena. */
const char *accommodation_words(const struct attempt_row *attempt,
                                struct arena *arena);

#endif
