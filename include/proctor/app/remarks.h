/* Notes and disputes apart from the attempt they came from. */
#ifndef PROCTOR_APP_REMARKS_H
#define PROCTOR_APP_REMARKS_H

#include "proctor/app/app.h"
#include "proctor/domain/item.h"
#include "proctor/store/remarks.h"

/* A dispute with what it is about. */
struct dispute {
    struct remark remark;
    const struct item *item; /* the revision it was made on */
    const char *key;         /* as it stands there, in words */
    const char *full_sha256; /* of the revision, hexadecimal */
    bool has_changed;        /* the bank has another revision today */
};
struct disputes {
    struct dispute *items;
    size_t count;
};
/* The candidate's open disputes, newest first. */
bool disputes_list(struct app *app, struct arena *arena, struct disputes *out,
                   struct error *err);

/* The candidate's notes, newest first: those made in reviews, and with
 * remark_id 0 those typed in sittings, dated by the end of these. */
bool notes_list(struct app *app, struct arena *arena, struct remarks *out,
                struct error *err);

#endif
