/*
 * From option ids, which are stored, to letters by position, which were shown,
 * for the line mode and for tables. Other layers have no such need: they draw
 * options one by one.
 */
#include "letters.h"

#include <string.h>

void letters_shown(const char *order, struct str ids,
                   char out[ITEM_OPTIONS_MAX + 1])
{
    size_t count = 0;

    for (int i = 0; order[i] != '\0'; i++)
        if (ids.len > 0 && memchr(ids.data, order[i], ids.len))
            out[count++] = (char)('A' + i);
    out[count] = '\0';
}

void letters_of_options(const struct item *item, char out[ITEM_OPTIONS_MAX + 1])
{
    for (size_t i = 0; i < item->option_count; i++)
        out[i] = item->options[i].letter;
    out[item->option_count] = '\0';
}

void letters_of_keys(const struct item *item, char out[ITEM_OPTIONS_MAX + 1])
{
    size_t count = 0;

    for (size_t i = 0; i < item->option_count; i++)
        if (item->options[i].is_key)
            out[count++] = item->options[i].letter;
    out[count] = '\0';
}
