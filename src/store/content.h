/* Content out of its canonical form. */
#ifndef PROCTOR_STORE_CONTENT_H
#define PROCTOR_STORE_CONTENT_H

#include "proctor/domain/item.h"

#include "db.h"

/* The item of a row with asked, rest and case_content. The caller gives it its
 * id and status. */
bool content_read_item(struct arena *arena, struct stmt *stmt, struct item *out,
                       struct error *err);

/* "publisher/bank/item" of a row with bank and name. */
const char *content_full_name(struct arena *arena, struct stmt *stmt);

/* The same as bank and item; false when it is not of that form. */
bool content_split_name(struct str full, struct str *bank_out,
                        struct str *item_out);

#endif
