/* Items and cases as they were asked: the canonical form read back, with the
 * names that the catalogue gives them. */
#include "content.h"

#include <inttypes.h>
#include <stdlib.h>

#include "proctor/domain/canonical.h"
#include "proctor/store/catalog.h"

#include "rows.h"
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

const char *content_full_name(struct arena *arena, struct stmt *stmt)
{
    struct str bank = stmt_text(stmt, "bank");
    struct str name = stmt_text(stmt, "name");

    return arena_printf(arena, STR_FORMAT "/" STR_FORMAT, STR_ARG(bank),
                        STR_ARG(name));
}

bool content_split_name(struct str full, struct str *bank_out,
                        struct str *item_out)
{
    size_t slash = full.len;

    while (slash > 0 && full.data[slash - 1] != '/')
        slash--;
    if (slash < 2 || slash == full.len)
        return false;
    *bank_out = (struct str){full.data, slash - 1};
    *item_out = (struct str){full.data + slash, full.len - slash};
    return true;
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
        item->id = arena_str(arena, stmt_text(stmt, "name"));
        if (name_out)
            *name_out = content_full_name(arena, stmt);
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

bool catalog_met_items(struct store *store, int64_t candidate_id, int64_t after,
                       int most, struct arena *arena, struct met_items *out,
                       struct error *err)
{
    struct {
        struct met_item *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_ITEM_MET);
    bool ok;

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    stmt_bind_i64(stmt, ":after", after);
    stmt_bind_i64(stmt, ":most", most);
    while (stmt_next(stmt))
        *array_add(&rows) = (struct met_item){
            .item_id = stmt_i64(stmt, "item_id"),
            .rev_id = stmt_i64(stmt, "rev_id"),
        };
    ok = stmt_end(stmt, err);
    if (ok) {
        out->items = ARENA_COPY(arena, struct met_item, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}

int64_t catalog_item_count(struct store *store)
{
    struct stmt *stmt = db_stmt(store->db, SQL_ITEM_COUNT);
    int64_t count = stmt_next(stmt) ? stmt_i64(stmt, "items") : 0;

    stmt_end(stmt, NULL);
    return count;
}
