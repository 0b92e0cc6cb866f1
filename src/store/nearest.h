/* The answer to a name that is not there. */
#ifndef PROCTOR_STORE_NEAREST_H
#define PROCTOR_STORE_NEAREST_H

#include "db.h"

/* ERR_NOT_FOUND: "there is no bank 'x': did you mean 'y'?", or `hint` in place
 * of the question. `names` is ready to give rows with a column `name`. False.
 */
bool nearest_refuse(struct stmt *names, const char *what, struct str name,
                    const char *hint, struct error *err);

#endif
