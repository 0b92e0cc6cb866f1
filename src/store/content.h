/* Content out of its canonical form. */
#ifndef PROCTOR_STORE_CONTENT_H
#define PROCTOR_STORE_CONTENT_H

#include "proctor/domain/item.h"

#include "db.h"

/* The item of a row with asked, rest and case_content. The caller gives it its
 * id and status. */
bool content_read_item(struct arena *arena, struct stmt *stmt, struct item *out,
                       struct error *err);

#endif
