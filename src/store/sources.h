/* Where content came from, for the files that load it. */
#ifndef PROCTOR_STORE_SOURCES_H
#define PROCTOR_STORE_SOURCES_H

#include "proctor/store/catalog.h"

#include "db.h"

/* Adds the source to the record; part of the caller's transaction. */
bool source_add(struct store *store, const struct source *source,
                int64_t *source_id_out, struct error *err);

/* False when the text is no origin. */
bool origin_from_id(struct str id, enum origin *out);

#endif
