/* Banks as they stand: the list, what is switched on, and the end of an own
 * copy. What is in a bank is bank_content.c. */
#include "proctor/store/catalog.h"

#include <stdlib.h>

#include "banks.h"
#include "nearest.h"
#include "rows.h"
#include "sources.h"
#include "store_private.h"

static bool read_bank(struct stmt *stmt, struct arena *arena,
                      struct bank_row *out)
{
    *out = (struct bank_row){
        .name = stmt_cstr(stmt, "bank", arena),
        .enabled = stmt_i64(stmt, "enabled") != 0,
        .shadowed = stmt_i64(stmt, "shadowed") != 0,
        .title = stmt_cstr(stmt, "title", arena),
        .version = stmt_cstr(stmt, "version", arena),
        .license = stmt_cstr(stmt, "license", arena),
        .notice = stmt_cstr(stmt, "notice", arena),
        .path = stmt_cstr(stmt, "path", arena),
        .contains_cpt = stmt_i64(stmt, "contains_cpt") != 0,
        .loaded_utc_ms = stmt_i64(stmt, "loaded_utc_ms"),
        .active = stmt_i64(stmt, "active"),
        .retired = stmt_i64(stmt, "retired"),
        .voided = stmt_i64(stmt, "voided"),
        .absent = stmt_i64(stmt, "absent"),
        .cases = stmt_i64(stmt, "cases"),
    };
    return origin_from_id(stmt_text(stmt, "origin"), &out->origin);
}

bool catalog_banks(struct store *store, struct arena *arena,
                   struct bank_rows *out, struct error *err)
{
    struct {
        struct bank_row *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(store->db, SQL_BANK_LIST);
    bool valid = true, ok;

    while (valid && stmt_next(stmt))
        valid = read_bank(stmt, arena, array_add(&rows));
    ok = stmt_end(stmt, err) &&
         (valid || error_set(err, ERR_CORRUPT,
                             "the banks cannot be read: run 'proctor doctor'"));
    if (ok) {
        out->items = ARENA_COPY(arena, struct bank_row, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}

bool bank_refuse_unknown(struct db *db, struct str name, struct error *err)
{
    return nearest_refuse(db_stmt(db, SQL_BANK_NAMES), "bank", name,
                          "'proctor banks' lists them", err);
}

static bool enable(struct db *db, const char *name, bool enabled,
                   struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_ENABLE);

    stmt_bind_i64(stmt, ":enabled", enabled);
    stmt_bind_text(stmt, ":bank", str_from(name));
    if (!stmt_exec(stmt, err))
        return false;
    return db_changes(db) > 0 || bank_refuse_unknown(db, str_from(name), err);
}

bool catalog_enable_bank(struct store *store, const char *name, bool enabled,
                         struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, enable(store->db, name, enabled, err), err);
}

static bool run_on_head(struct db *db, enum sql_id id, int64_t head_id,
                        struct error *err)
{
    struct stmt *stmt = db_stmt(db, id);

    stmt_bind_i64(stmt, ":head_id", head_id);
    return stmt_exec(stmt, err);
}

static bool find_own_copy(struct db *db, const char *name, int64_t *head_id_out,
                          int64_t *source_id_out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ADOPT_FIND);
    bool found;

    stmt_bind_text(stmt, ":bank", str_from(name));
    found = stmt_next(stmt);
    if (found) {
        *head_id_out = stmt_i64(stmt, "head_id");
        *source_id_out = stmt_i64(stmt, "source_id");
    }
    return stmt_end(stmt, err) &&
           (found || error_set(err, ERR_NOT_FOUND,
                               "there is no own copy of a shipped bank '%s'; "
                               "`proctor banks` lists what there is",
                               name));
}

static bool adopt(struct db *db, const char *name, struct error *err)
{
    static const enum sql_id removals[] = {SQL_TOPIC_COUNTS_REMOVE,
                                           SQL_ADOPT_ITEMS_REMOVE,
                                           SQL_IMPORT_CASES_REMOVE,
                                           SQL_IMPORT_EXTRAS_REMOVE,
                                           SQL_ADOPT_HEAD_REMOVE};
    int64_t head_id, source_id;
    struct stmt *history;

    if (!find_own_copy(db, name, &head_id, &source_id, err))
        return false;
    history = db_stmt(db, SQL_ADOPT_HISTORY_ADD);
    stmt_bind_i64(history, ":head_id", head_id);
    stmt_bind_i64(history, ":source_id", source_id);
    if (!stmt_exec(history, err))
        return false;
    for (size_t i = 0; i < sizeof removals / sizeof *removals; i++)
        if (!run_on_head(db, removals[i], head_id, err))
            return false;
    return true;
}

bool catalog_adopt_bank(struct store *store, const char *name,
                        struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, adopt(store->db, name, err), err);
}
