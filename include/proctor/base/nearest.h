/* What a misspelt name was meant to be. */
#ifndef PROCTOR_BASE_NEAREST_H
#define PROCTOR_BASE_NEAREST_H

#include "proctor/base/error.h"
#include "proctor/base/str.h"

/* Looks for the name nearest to `text` among those it is shown; both are
 * borrowed. */
struct nearest {
    struct str text;
    struct str found; /* empty: none is near */
    size_t distance;
};

struct nearest nearest_to(struct str text);
/* True when this is the nearest so far. */
bool nearest_look(struct nearest *nearest, struct str name);

/* Sets ERR_NOT_FOUND: "there is no exam 'cpx'; did you mean 'cpc'?", or where
 * none is near what `help` says: "`proctor exams` lists what there is". */
bool nearest_not_found(const struct nearest *nearest, const char *what,
                       const char *help, struct error *err);

#endif
