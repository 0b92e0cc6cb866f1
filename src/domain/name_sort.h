/* Sorting many names that share long beginnings. */
#ifndef DOMAIN_NAME_SORT_H
#define DOMAIN_NAME_SORT_H

#include "proctor/base/str.h"

/* Puts `order`, indexes into `names`, into the order of str_cmp(); equal names
 * keep the order of their indexes. */
void name_sort(const struct str *names, uint32_t *order, size_t count);

#endif
