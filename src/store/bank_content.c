/* What is in a bank: the whole of it on its way out, its questions as a list,
 * and one of them by its name. */
#include "proctor/store/catalog.h"

#include <stdlib.h>

#include "proctor/domain/canonical.h"

#include "banks.h"
#include "content.h"
#include "lists.h"
#include "nearest.h"
#include "rows.h"
#include "store_private.h"

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

static bool find_head(struct db *db, struct str name, struct arena *arena,
                      struct bank_head *out, int64_t *head_id_out,
                      struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_VISIBLE_HEAD);
    bool found;

    stmt_bind_text(stmt, ":bank", name);
    found = stmt_next(stmt);
    if (found) {
        *head_id_out = stmt_i64(stmt, "head_id");
        read_head(stmt, arena, out);
    }
    if (!stmt_end(stmt, err))
        return false;
    return found || bank_refuse_unknown(db, name, err);
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

/* With its name and status, which belong to the bank. */
static bool read_item(struct stmt *stmt, struct arena *arena, struct item *out,
                      struct error *err)
{
    if (!content_read_item(arena, stmt, out, err))
        return false;
    out->id = arena_str(arena, stmt_text(stmt, "name"));
    return item_status_from_id(stmt_text(stmt, "status"), &out->status) ||
           error_set(err, ERR_CORRUPT,
                     "question '" STR_FORMAT "' has an unknown status: run "
                     "'proctor doctor'",
                     STR_ARG(out->id));
}

static bool export_items(struct db *db, int64_t head_id,
                         const struct bank_sink *sink, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_BANK_ITEMS);
    struct arena arena = {0};
    bool valid = true;
    struct error problem;
    struct item item;

    stmt_bind_i64(stmt, ":head_id", head_id);
    while (valid && stmt_next(stmt)) {
        arena_reset(&arena);
        valid = read_item(stmt, &arena, &item, &problem);
        if (valid)
            sink->item(sink->context, &item);
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
    if (find_head(store->db, str_from(name), &arena, &head, &head_id, err) &&
        read_extras(store->db, head_id, &arena, &head.extras, err)) {
        sink->head(sink->context, &head);
        ok = export_cases(store->db, head_id, sink, err) &&
             export_items(store->db, head_id, sink, err);
    }
    db_end_read(store->db);
    arena_finish(&arena);
    return ok;
}

static const char *first_line(struct arena *arena, struct str text)
{
    struct str line = {text.data, 0};

    str_split(&text, '\n', &line);
    return arena_str(arena, line).data;
}

static bool read_item_row(struct stmt *stmt, struct arena *arena,
                          struct arena *scratch, struct bank_item_row *out,
                          struct error *err)
{
    struct item item;

    arena_reset(scratch);
    if (!read_item(stmt, scratch, &item, err))
        return false;
    *out = (struct bank_item_row){
        .item_id = stmt_i64(stmt, "item_id"),
        .rev_id = stmt_i64(stmt, "rev_id"),
        .id = arena_str(arena, item.id).data,
        .topic = arena_str(arena, item.topic).data,
        .stem = first_line(arena, item.stem),
        .kind = item.kind,
        .status = item.status,
        .difficulty = item.difficulty,
        .has_case = item.case_text != NULL,
    };
    return true;
}

static bool list_items(struct db *db, int64_t head_id, struct arena *arena,
                       struct bank_item_rows *out, struct error *err)
{
    struct {
        struct bank_item_row *items;
        size_t count, capacity;
    } rows = {0};
    struct stmt *stmt = db_stmt(db, SQL_BANK_ITEMS);
    struct arena scratch = {0};
    struct error problem;
    bool valid = true, ok;

    stmt_bind_i64(stmt, ":head_id", head_id);
    while (valid && stmt_next(stmt))
        valid =
            read_item_row(stmt, arena, &scratch, array_add(&rows), &problem);
    arena_finish(&scratch);
    ok = stmt_end(stmt, err);
    if (ok && !valid && err)
        *err = problem;
    ok = ok && valid;
    if (ok) {
        out->items = ARENA_COPY(arena, struct bank_item_row, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}

bool catalog_bank_items(struct store *store, const char *bank,
                        struct arena *arena, struct bank_item_rows *out,
                        struct error *err)
{
    struct bank_head head;
    int64_t head_id = 0;
    bool ok;

    if (!db_begin_read(store->db, err))
        return false;
    ok = find_head(store->db, str_from(bank), arena, &head, &head_id, err) &&
         list_items(store->db, head_id, arena, out, err);
    db_end_read(store->db);
    return ok;
}

/* Either the bank or the question in it is not known. */
static bool refuse_unknown_item(struct db *db, struct str bank, struct str name,
                                struct error *err)
{
    struct arena arena = {0};
    struct bank_head head;
    struct stmt *names;
    int64_t head_id = 0;

    if (find_head(db, bank, &arena, &head, &head_id, err)) {
        names = db_stmt(db, SQL_ITEM_NAMES);
        stmt_bind_i64(names, ":head_id", head_id);
        nearest_refuse(names,
                       arena_printf(&arena,
                                    "question of the bank '" STR_FORMAT "'",
                                    STR_ARG(bank)),
                       name, "'proctor export' shows them all", err);
    }
    arena_finish(&arena);
    return false;
}

static bool find_item(struct db *db, const char *full, int64_t *item_id_out,
                      int64_t *rev_id_out, struct error *err)
{
    struct str bank, name;
    struct stmt *stmt;
    bool found;

    if (!content_split_name(str_from(full), &bank, &name))
        return error_set(err, ERR_NOT_FOUND,
                         "'%s' is not the name of a question: it is "
                         "publisher/bank/question",
                         full);
    stmt = db_stmt(db, SQL_ITEM_FIND);
    stmt_bind_text(stmt, ":name", name);
    stmt_bind_text(stmt, ":bank", bank);
    found = stmt_next(stmt);
    if (found) {
        *item_id_out = stmt_i64(stmt, "item_id");
        *rev_id_out = stmt_i64(stmt, "rev_id");
    }
    return stmt_end(stmt, err) &&
           (found || refuse_unknown_item(db, bank, name, err));
}

bool catalog_find_item(struct store *store, const char *name,
                       int64_t *item_id_out, int64_t *rev_id_out,
                       struct error *err)
{
    bool ok;

    if (!db_begin_read(store->db, err))
        return false;
    ok = find_item(store->db, name, item_id_out, rev_id_out, err);
    db_end_read(store->db);
    return ok;
}
