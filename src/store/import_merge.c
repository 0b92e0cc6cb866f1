/*
 * `was:` of a moved or renamed item. The older identity points to the newer
 * one, always directly: who follows merged_into once is there. What the
 * candidate met under the old name counts for the new one from then on.
 */
#include "import.h"

#include "content.h"

static bool root_of(struct db *db, int64_t item_id, int64_t *out,
                    struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_IMPORT_ITEM_ROOT);

    stmt_bind_i64(stmt, ":item_id", item_id);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "root") : 0;
    return stmt_end(stmt, err);
}

static bool find_or_add_item(struct bank_import *import, int64_t bank_id,
                             struct str name, int64_t *out, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_ITEM_FIND);

    stmt_bind_i64(stmt, ":bank_id", bank_id);
    stmt_bind_text(stmt, ":name", name);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "item_id") : 0;
    if (!stmt_end(stmt, err) || *out)
        return *out != 0;
    stmt = db_stmt(import->db, SQL_IMPORT_ITEM_ADD);
    stmt_bind_i64(stmt, ":bank_id", bank_id);
    stmt_bind_text(stmt, ":name", name);
    if (!stmt_exec(stmt, err))
        return false;
    *out = db_last_id(import->db);
    if (bank_id == import->bank_id)
        import_add_entry(import, name, *out);
    return true;
}

/* Two items that each say they were the other: the first word stands. */
static bool merge(struct bank_import *import, int64_t old_id, int64_t root,
                  struct error *err)
{
    struct stmt *stmt;

    if (old_id == root)
        return true;
    stmt = db_stmt(import->db, SQL_IMPORT_ITEM_MERGE);
    stmt_bind_i64(stmt, ":item_id", old_id);
    stmt_bind_i64(stmt, ":root", root);
    if (!stmt_exec(stmt, err))
        return false;
    import->has_merged = import->has_merged || db_changes(import->db) > 0;
    return true;
}

bool import_merge(struct bank_import *import, int64_t item_id,
                  const struct str_list *was, struct error *err)
{
    for (size_t i = 0; i < was->count; i++) {
        struct str bank, name;
        int64_t bank_id, old_id, root;

        if (!content_split_name(was->items[i], &bank, &name))
            return error_set(err, ERR_INVALID,
                             "'" STR_FORMAT "' under 'was' is not of the form "
                             "publisher/bank/question",
                             STR_ARG(was->items[i]));
        if (!import_bank_id(import->db, bank, &bank_id, err) ||
            !find_or_add_item(import, bank_id, name, &old_id, err) ||
            !root_of(import->db, item_id, &root, err) ||
            !merge(import, old_id, root, err))
            return false;
    }
    return true;
}
