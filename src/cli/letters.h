/* Options by the letters a candidate saw: their places on screen. */
#ifndef PROCTOR_CLI_LETTERS_H
#define PROCTOR_CLI_LETTERS_H

#include "proctor/domain/item.h"

/* The letters shown for the option ids in `ids`; `order` holds the ids as they
 * stood on screen. Terminated. */
void letters_shown(const char *order, struct str ids,
                   char out[ITEM_OPTIONS_MAX + 1]);

/* The ids of the options in the order of the bank, for questions that were not
 * drawn. Terminated. */
void letters_of_options(const struct item *item,
                        char out[ITEM_OPTIONS_MAX + 1]);

/* The ids of the options that are keys. Terminated. */
void letters_of_keys(const struct item *item, char out[ITEM_OPTIONS_MAX + 1]);

#endif
