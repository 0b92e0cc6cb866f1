/* Copies that people ask for, and those made by themselves. */
#include "proctor/store/store.h"

#include "copy.h"
#include "place.h"
#include "store_private.h"

bool store_backup(struct store *store, const char *path, bool force,
                  struct error *err)
{
    enum place_kind kind = place_kind_of(path);
    struct strbuf target = {0};
    bool ok;

    if (place_same(path, store->path))
        return error_set(err, ERR_USAGE,
                         "'%s' is the database itself: name another file",
                         path);
    if (kind != PLACE_MISSING && !force)
        return error_set(err, ERR_INVALID,
                         "'%s' exists already: name another file, or use "
                         "--force to replace it",
                         path);
    ok = place_resolve(path, &target, err) &&
         copy_make(store->db, strbuf_text(&target), force, err);
    strbuf_finish(&target);
    return ok;
}

bool store_backup_auto(struct store *store, const char *label, int64_t utc_ms,
                       int keep, struct error *err)
{
    return copy_make_named(store->db, label, utc_ms, keep, err);
}
