/* The answer to a name that is not there. */
#ifndef PROCTOR_STORE_NEAREST_H
#define PROCTOR_STORE_NEAREST_H

#include "db.h"

/* nearest_not_found() among `names`, which is ready to give rows with a column
 * `name`. False, with what went wrong instead where they cannot be read. */
bool nearest_refuse(struct stmt *names, const char *what, struct str name,
                    const char *hint, struct error *err);

#endif
