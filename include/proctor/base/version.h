/* Versions of banks and exams: dotted integers of any length. */
#ifndef PROCTOR_BASE_VERSION_H
#define PROCTOR_BASE_VERSION_H

#include "proctor/base/str.h"

/* Below, at or above 0: 2026.9 < 2026.10, 2026 < 2026.1. What is no number is
 * compared as text. */
int version_compare(struct str a, struct str b);

#endif
