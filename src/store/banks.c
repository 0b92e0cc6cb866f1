/* Banks as they stand: the list, what is switched on, and the whole of one
 * bank on its way out. */
#include "proctor/store/catalog.h"

#include <stdlib.h>

#include "proctor/domain/canonical.h"

#include "content.h"
#include "lists.h"
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

/* There is no bank of that name; says which one may be meant. */
static bool refuse_unknown(struct db *db, const char *name, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_NAMES);
    struct strbuf nearest = {0};
    size_t limit = 3;

    while (stmt_next(stmt)) {
        struct str bank = stmt_text(stmt, "bank");
        size_t distance = str_distance(str_from(name), bank, limit);

        if (distance > limit)
            continue;
        limit = distance;
        strbuf_clear(&nearest);
        strbuf_add(&nearest, bank);
    }
    if (!stmt_end(stmt, err)) {
        strbuf_finish(&nearest);
        return false;
    }
    if (nearest.len)
        error_set(err, ERR_NOT_FOUND,
                  "there is no bank '%s': did you mean '%s'?", name,
                  strbuf_text(&nearest));
    else
        error_set(err, ERR_NOT_FOUND,
                  "there is no bank '%s': 'proctor banks' lists them", name);
    strbuf_finish(&nearest);
    return false;
}

static bool enable(struct db *db, const char *name, bool enabled,
                   struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_ENABLE);

    stmt_bind_i64(stmt, ":enabled", enabled);
    stmt_bind_text(stmt, ":bank", str_from(name));
    if (!stmt_exec(stmt, err))
        return false;
    return db_changes(db) > 0 || refuse_unknown(db, name, err);
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
    static const enum sql_id removals[] = {SQL_ADOPT_ITEMS_REMOVE,
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

static void read_head(struct stmt *stmt, struct arena *arena,
                      struct bank_head *out)
{
    *out = (struct bank_head){
        .name = arena_str(arena, stmt_text(stmt, "bank")),
        .title = arena_str(arena, stmt_text(stmt, "title")),
        .version = arena_str(arena, stmt_text(stmt, "version")),
        .language = arena_str(arena, stmt_text(stmt, "language")),
        .license = arena_str(arena, stmt_text(stmt, "license")),
        .notice = arena_str(arena, stmt_text(stmt, "notice")),
        .authors = arena_str(arena, stmt_text(stmt, "authors")),
        .topic = arena_str(arena, stmt_text(stmt, "topic")),
        .based_on = arena_str(arena, stmt_text(stmt, "based_on")),
        .contains_cpt = stmt_i64(stmt, "contains_cpt") != 0,
    };
    list_read_years(arena, stmt_text(stmt, "code_years"), &out->code_years);
}

static bool find_head(struct db *db, const char *name, struct arena *arena,
                      struct bank_head *out, int64_t *head_id_out,
                      struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_VISIBLE_HEAD);
    bool found;

    stmt_bind_text(stmt, ":bank", str_from(name));
    found = stmt_next(stmt);
    if (found) {
        *head_id_out = stmt_i64(stmt, "head_id");
        read_head(stmt, arena, out);
    }
    if (!stmt_end(stmt, err))
        return false;
    return found || refuse_unknown(db, name, err);
}

static bool read_extras(struct db *db, int64_t head_id, struct arena *arena,
                        struct extra_list *out, struct error *err)
{
    struct {
        struct extra *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(db, SQL_BANK_EXTRAS);
    bool ok;

    stmt_bind_i64(stmt, ":head_id", head_id);
    while (stmt_next(stmt))
        *array_add(&rows) = (struct extra){
            .key = arena_str(arena, stmt_text(stmt, "key")),
            .value = arena_str(arena, stmt_text(stmt, "value")),
        };
    ok = stmt_end(stmt, err);
    out->items = ARENA_COPY(arena, struct extra, &rows);
    out->count = rows.count;
    array_free(&rows);
    return ok;
}

static bool export_cases(struct db *db, int64_t head_id,
                         const struct bank_sink *sink, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_CASES);
    struct arena arena = {0};
    bool valid = true;
    struct error problem;

    stmt_bind_i64(stmt, ":head_id", head_id);
    while (valid && stmt_next(stmt)) {
        struct case_text text;

        arena_reset(&arena);
        valid = canonical_read_case(&arena, stmt_text(stmt, "content"), &text,
                                    &problem);
        if (valid)
            sink->case_text(sink->context, &text);
    }
    arena_finish(&arena);
    if (!stmt_end(stmt, err))
        return false;
    if (!valid && err)
        *err = problem;
    return valid;
}

static bool export_item(struct stmt *stmt, struct arena *arena,
                        const struct bank_sink *sink, struct error *err)
{
    struct item item;

    if (!content_read_item(arena, stmt, &item, err))
        return false;
    item.id = arena_str(arena, stmt_text(stmt, "name"));
    if (!item_status_from_id(stmt_text(stmt, "status"), &item.status))
        return error_set(err, ERR_CORRUPT,
                         "question '" STR_FORMAT "' has an unknown status: run "
                         "'proctor doctor'",
                         STR_ARG(item.id));
    sink->item(sink->context, &item);
    return true;
}

static bool export_items(struct db *db, int64_t head_id,
                         const struct bank_sink *sink, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_ITEMS);
    struct arena arena = {0};
    bool valid = true;
    struct error problem;

    stmt_bind_i64(stmt, ":head_id", head_id);
    while (valid && stmt_next(stmt)) {
        arena_reset(&arena);
        valid = export_item(stmt, &arena, sink, &problem);
    }
    arena_finish(&arena);
    if (!stmt_end(stmt, err))
        return false;
    if (!valid && err)
        *err = problem;
    return valid;
}

bool catalog_export_bank(struct store *store, const char *name,
                         const struct bank_sink *sink, struct error *err)
{
    struct arena arena = {0};
    struct bank_head head;
    int64_t head_id = 0;
    bool ok = false;

    if (!db_begin_read(store->db, err))
        return false;
    if (find_head(store->db, name, &arena, &head, &head_id, err) &&
        read_extras(store->db, head_id, &arena, &head.extras, err)) {
        sink->head(sink->context, &head);
        ok = export_cases(store->db, head_id, sink, err) &&
             export_items(store->db, head_id, sink, err);
    }
    db_end_read(store->db);
    arena_finish(&arena);
    return ok;
}
