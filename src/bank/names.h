/* Ids, versions and dates as files write them, and "did you mean". */
#ifndef PROCTOR_BANK_NAMES_H
#define PROCTOR_BANK_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "proctor/base/strmap.h"
#include "proctor/base/str.h"

#define NAME_MAX_BYTES 64

/* Lower-case letters, digits, '-', '_' and '.', first a letter or digit; at
 * most NAME_MAX_BYTES. */
bool name_is_id(struct str text);
/* `publisher/name` */
bool name_is_bank(struct str text);
/* `publisher/name/item` */
bool name_is_item(struct str text);
/* `publisher/name@version` */
bool name_is_base(struct str text);
/* Dotted integers. */
bool name_is_version(struct str text);
/* YYYY-MM-DD of a day that exists. */
bool name_is_date(struct str text);

/* The nearest name within a third of its length, or NULL. Lists end with
 * NULL. */
const char *nearest_name(struct str text, const char *const *names);
/* The same among a table's keys; empty when none is near. */
struct str nearest_key(struct str text, const struct strmap *map);
/* How far off a name may be to be meant. */
size_t nearest_limit(struct str text);

#endif
