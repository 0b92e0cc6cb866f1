/* Golden texts: what a screen looked like when somebody looked at it. */
#ifndef PROCTOR_TESTS_GOLDEN_H
#define PROCTOR_TESTS_GOLDEN_H

#include <stdbool.h>

/*
 * Compares with GOLDEN_DIR/NAME.txt. With UPDATE_GOLDEN=1 in the environment
 * the file is written instead. A difference is printed, both whole.
 */
bool golden_matches(const char *name, const char *actual);

#endif
