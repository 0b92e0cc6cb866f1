/*
 * Looks an id up among the ids of an enumeration. The tables themselves are
 * made from the lists in the headers, beside the functions that use them.
 */
#include "ids.h"

int ids_find(const char *const *ids, int count, struct str id)
{
    for (int i = 0; i < count && ids[i]; i++) {
        if (str_is(id, ids[i]))
            return i;
    }
    return -1;
}
