/* Items and cases as they were asked: the canonical form read back, with the
 * names that the catalogue gives them. */
#include "content.h"

#include <inttypes.h>

#include "proctor/domain/canonical.h"
#include "proctor/store/catalog.h"

#include "store_private.h"

bool content_read_item(struct arena *arena, struct stmt *stmt, struct item *out,
                       struct error *err)
{
    struct case_text *text = NULL;

    if (!stmt_is_null(stmt, "case_content")) {
        text = ARENA_NEW(arena, struct case_text);
        if (!canonical_read_case(arena, stmt_text(stmt, "case_content"), text,
                                 err))
            return false;
    }
    return canonical_read_item(arena, stmt_text(stmt, "asked"),
                               stmt_text(stmt, "rest"), text, out, err);
}

static bool read_name(struct db *db, int64_t item_id, struct arena *arena,
                      struct item *item, const char **name_out,
                      struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ITEM_NAME);
    bool found;

    stmt_bind_i64(stmt, ":item_id", item_id);
    found = stmt_next(stmt);
    if (found) {
        struct str bank = stmt_text(stmt, "bank");

        item->id = arena_str(arena, stmt_text(stmt, "name"));
        if (name_out)
            *name_out = arena_printf(arena, STR_FORMAT "/" STR_FORMAT,
                                     STR_ARG(bank), STR_ARG(item->id));
    }
    return stmt_end(stmt, err) &&
           (found || error_set(err, ERR_NOT_FOUND,
                               "there is no question %" PRId64, item_id));
}

bool catalog_item(struct store *store, int64_t item_id, int64_t rev_id,
                  struct arena *arena, struct item *out, const char **name_out,
                  struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_ITEM_CONTENT);
    struct item item;
    struct error problem;
    bool found, valid = false;

    stmt_bind_i64(stmt, ":rev_id", rev_id);
    found = stmt_next(stmt);
    if (found)
        valid = content_read_item(arena, stmt, &item, &problem);
    if (!stmt_end(stmt, err))
        return false;
    if (!found)
        return error_set(err, ERR_NOT_FOUND,
                         "there is no question revision %" PRId64, rev_id);
    if (!valid) {
        if (err)
            *err = problem;
        return error_prefix(err, "question revision %" PRId64, rev_id);
    }
    if (item_id && !read_name(store->db, item_id, arena, &item, name_out, err))
        return false;
    *out = item;
    return true;
}

int64_t catalog_item_count(struct store *store)
{
    struct stmt *stmt = db_stmt(store->db, SQL_ITEM_COUNT);
    int64_t count = stmt_next(stmt) ? stmt_i64(stmt, "items") : 0;

    stmt_end(stmt, NULL);
    return count;
}
