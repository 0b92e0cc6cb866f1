/* Why options keep their order: what item_order_reason() looks for. */
#ifndef DOMAIN_ITEM_ORDER_H
#define DOMAIN_ITEM_ORDER_H

#include "proctor/domain/item.h"

/* The options that are not pinned are all numbers, ranges or dates, rising or
 * falling. Five digits in a row are a code and no number. */
bool options_are_in_order(const struct item *item);

/* Stem, rationale, an option or its `why` names an option by its letter. */
bool item_names_letter(const struct item *item);
/* The text does. */
bool text_names_letter(const struct item *item, struct str text);

#endif
