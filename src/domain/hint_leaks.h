/* Texts that give a key away and are no hints. */
#ifndef DOMAIN_HINT_LEAKS_H
#define DOMAIN_HINT_LEAKS_H

#include "proctor/domain/item.h"

/*
 * The text has the whole of a key in it, a code that only keys begin with, one
 * of the codes asked for, or an option's letter. It leans to finding too much,
 * which costs a hint its text.
 */
bool text_names_key(const struct item *item, struct str text);

/* The text has a longer word that keys have and neither wrong options nor the
 * stem do. */
bool text_points_at_key(const struct item *item, struct str text);

#endif
