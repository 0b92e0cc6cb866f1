/* Ids of enumerations, as they are written in files: "single", "by-section". */
#ifndef DOMAIN_IDS_H
#define DOMAIN_IDS_H

#include "proctor/base/str.h"

/* The index of `id` among `count` ids, or -1. NULL ends them, too. */
int ids_find(const char *const *ids, int count, struct str id);

/*
 * Defines NAME_from_id() for an enumeration whose ids stand in a table, so
 * that the list of its header is the only place where they are written.
 */
#define IDS_DEFINE_FROM_ID(function, type, ids)                                \
    bool function(struct str id, enum type *out)                               \
    {                                                                          \
        int index = ids_find(ids, (int)(sizeof ids / sizeof ids[0]), id);      \
                                                                               \
        if (index < 0)                                                         \
            return false;                                                      \
        *out = (enum type)index;                                               \
        return true;                                                           \
    }

#endif
