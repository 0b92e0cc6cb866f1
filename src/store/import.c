/*
 * A bank's import from its header to its commit: one transaction, the known
 * items of the bank in memory, so that an item costs as few statements as can
 * be. The item itself is import_item.c.
 */
#include "import.h"

#include <stdlib.h>

#include "proctor/base/mem.h"
#include "proctor/base/version.h"

#include "evidence.h"
#include "lists.h"
#include "sources.h"
#include "store_private.h"
#include "topic_counts.h"

struct import_entry *import_entry(struct bank_import *import, struct str name)
{
    int64_t index;

    return strmap_get(import->names, name, &index)
               ? &import->entries.items[index]
               : NULL;
}

struct import_entry *import_add_entry(struct bank_import *import,
                                      struct str name, int64_t item_id)
{
    struct import_entry *entry = array_add(&import->entries);

    *entry =
        (struct import_entry){.item_id = item_id, .change = ITEM_CHANGE_COUNT};
    strmap_set(import->names, name, (int64_t)import->entries.count - 1);
    return entry;
}

struct bank_import *catalog_import_begin(struct store *store,
                                         const struct source *source,
                                         struct error *err)
{
    struct bank_import *import;
    int64_t source_id;

    if (!db_begin(store->db, err))
        return NULL;
    if (!source_add(store, source, &source_id, err)) {
        db_end(store->db, false, NULL);
        return NULL;
    }
    import = mem_alloc(1, sizeof *import);
    import->store = store;
    import->db = store->db;
    import->origin = source->origin;
    import->source_id = source_id;
    import->names = strmap_create();
    import->case_names = strmap_create();
    import->tags = strmap_create();
    return import;
}

bool import_bank_id(struct db *db, struct str name, int64_t *out,
                    struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_IMPORT_BANK_ADD);

    stmt_bind_text(stmt, ":bank", name);
    if (!stmt_exec(stmt, err))
        return false;
    stmt = db_stmt(db, SQL_IMPORT_BANK_FIND);
    stmt_bind_text(stmt, ":bank", name);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "bank_id") : 0;
    return stmt_end(stmt, err);
}

/* The head this one replaces, 0 for none. */
static bool find_head(struct bank_import *import, const struct bank_head *head,
                      bool allow_older, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_HEAD_FIND);
    bool older = false;
    struct error refusal;

    stmt_bind_i64(stmt, ":bank_id", import->bank_id);
    stmt_bind_text(stmt, ":origin", str_from(origin_id(import->origin)));
    import->head_id = 0;
    if (stmt_next(stmt)) {
        struct str loaded = stmt_text(stmt, "version");

        import->head_id = stmt_i64(stmt, "head_id");
        older = version_compare(head->version, loaded) < 0;
        error_set(&refusal, ERR_INVALID,
                  "version " STR_FORMAT " of bank '" STR_FORMAT "' is loaded, "
                  "and " STR_FORMAT " is older: use --force to go back",
                  STR_ARG(loaded), STR_ARG(head->name), STR_ARG(head->version));
    }
    if (!stmt_end(stmt, err))
        return false;
    if (older && !allow_older) {
        if (err)
            *err = refusal;
        return false;
    }
    return true;
}

static bool put_head(struct bank_import *import, const struct bank_head *head,
                     struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_HEAD_PUT);

    strbuf_clear(&import->years);
    list_write_years(&import->years, &head->code_years);
    stmt_bind_i64(stmt, ":bank_id", import->bank_id);
    stmt_bind_text(stmt, ":origin", str_from(origin_id(import->origin)));
    stmt_bind_i64(stmt, ":source_id", import->source_id);
    stmt_bind_text(stmt, ":title", head->title);
    stmt_bind_text(stmt, ":version", head->version);
    stmt_bind_opt_text(stmt, ":language", head->language);
    stmt_bind_opt_text(stmt, ":license", head->license);
    stmt_bind_opt_text(stmt, ":notice", head->notice);
    stmt_bind_opt_text(stmt, ":authors", head->authors);
    stmt_bind_opt_text(stmt, ":topic", head->topic);
    stmt_bind_opt_text(stmt, ":based_on", head->based_on);
    stmt_bind_opt_text(stmt, ":code_years", strbuf_str(&import->years));
    stmt_bind_i64(stmt, ":contains_cpt", head->contains_cpt);
    if (!stmt_exec(stmt, err))
        return false;
    if (!import->head_id)
        import->head_id = db_last_id(import->db);
    return true;
}

static bool remove_of_head(struct bank_import *import, enum sql_id id,
                           struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, id);

    stmt_bind_i64(stmt, ":head_id", import->head_id);
    return stmt_exec(stmt, err);
}

static bool put_extras(struct bank_import *import,
                       const struct extra_list *extras, struct error *err)
{
    for (size_t i = 0; i < extras->count; i++) {
        struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_EXTRA_ADD);

        stmt_bind_i64(stmt, ":head_id", import->head_id);
        stmt_bind_i64(stmt, ":ord", (int64_t)i);
        stmt_bind_text(stmt, ":key", extras->items[i].key);
        stmt_bind_text(stmt, ":value", extras->items[i].value);
        if (!stmt_exec(stmt, err))
            return false;
    }
    return true;
}

static bool load_entry(struct bank_import *import, struct stmt *stmt)
{
    struct import_entry *entry = import_add_entry(
        import, stmt_text(stmt, "name"), stmt_i64(stmt, "item_id"));

    if (stmt_is_null(stmt, "rev_id"))
        return true;
    entry->rev_id = stmt_i64(stmt, "rev_id");
    entry->ord = stmt_i64(stmt, "ord");
    if (!item_status_from_id(stmt_text(stmt, "status"), &entry->status))
        return false;
    if (entry->status == ITEM_ACTIVE || entry->status == ITEM_RETIRED)
        import->counts.before++;
    return true;
}

static bool load_entries(struct bank_import *import, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_ITEMS_KNOWN);
    bool valid = true;

    stmt_bind_i64(stmt, ":head_id", import->head_id);
    stmt_bind_i64(stmt, ":bank_id", import->bank_id);
    while (valid && stmt_next(stmt))
        valid = load_entry(import, stmt);
    return stmt_end(stmt, err) &&
           (valid || error_set(err, ERR_CORRUPT,
                               "the bank cannot be read: run 'proctor "
                               "doctor'"));
}

/* Nothing is appended when there is no such bank. */
static bool read_content(struct bank_import *import, enum origin origin,
                         struct strbuf *out, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_HEAD_CONTENT);

    stmt_bind_i64(stmt, ":bank_id", import->bank_id);
    stmt_bind_text(stmt, ":origin", str_from(origin_id(origin)));
    if (stmt_next(stmt))
        strbuf_add(out, stmt_text(stmt, "content"));
    return stmt_end(stmt, err);
}

static bool remember_content(struct bank_import *import, struct error *err)
{
    enum origin origin = import->head_id ? import->origin : ORIGIN_SHIPPED;

    return read_content(import, origin, &import->content_before, err);
}

bool catalog_import_is_same(struct bank_import *import, bool *same_out,
                            struct error *err)
{
    struct strbuf now = {0};
    bool ok = true;

    *same_out = false;
    if (import->content_before.len > 0) {
        ok = read_content(import, import->origin, &now, err);
        *same_out =
            str_eq(strbuf_str(&now), strbuf_str(&import->content_before));
    }
    strbuf_finish(&now);
    return ok;
}

bool catalog_import_header(struct bank_import *import,
                           const struct bank_head *head, bool allow_older,
                           struct error *err)
{
    return import_bank_id(import->db, head->name, &import->bank_id, err) &&
           find_head(import, head, allow_older, err) &&
           remember_content(import, err) && put_head(import, head, err) &&
           remove_of_head(import, SQL_IMPORT_EXTRAS_REMOVE, err) &&
           put_extras(import, &head->extras, err) &&
           remove_of_head(import, SQL_IMPORT_CASES_REMOVE, err) &&
           load_entries(import, err);
}

static bool put_case_rev(struct db *db, const struct hash *sha256,
                         struct str content, int64_t *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_IMPORT_CASE_REV_ADD);

    stmt_bind_hash(stmt, ":sha256", sha256);
    stmt_bind_text(stmt, ":content", content);
    if (!stmt_exec(stmt, err))
        return false;
    stmt = db_stmt(db, SQL_IMPORT_CASE_REV_FIND);
    stmt_bind_hash(stmt, ":sha256", sha256);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "case_rev_id") : 0;
    return stmt_end(stmt, err);
}

bool catalog_import_case(struct bank_import *import,
                         const struct case_text *text, struct error *err)
{
    struct import_case found;
    struct stmt *stmt;

    strbuf_clear(&import->case_form);
    found.sha256 = canonical_case(&import->case_form, text);
    if (!put_case_rev(import->db, &found.sha256, strbuf_str(&import->case_form),
                      &found.case_rev_id, err))
        return false;
    stmt = db_stmt(import->db, SQL_IMPORT_CASE_ADD);
    stmt_bind_i64(stmt, ":head_id", import->head_id);
    stmt_bind_i64(stmt, ":ord", (int64_t)import->cases.count);
    stmt_bind_text(stmt, ":name", text->id);
    stmt_bind_i64(stmt, ":case_rev_id", found.case_rev_id);
    if (!stmt_exec(stmt, err))
        return false;
    strmap_set(import->case_names, text->id, (int64_t)import->cases.count);
    *array_add(&import->cases) = found;
    return true;
}

static bool mark_absent(struct bank_import *import,
                        const struct import_entry *entry, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_HEAD_ITEM_ABSENT);

    stmt_bind_i64(stmt, ":head_id", import->head_id);
    stmt_bind_i64(stmt, ":item_id", entry->item_id);
    return stmt_exec(stmt, err);
}

bool catalog_import_finish(struct bank_import *import,
                           struct import_counts *out, struct error *err)
{
    for (size_t i = 0; i < import->entries.count; i++) {
        struct import_entry *entry = &import->entries.items[i];

        if (entry->seen || !entry->rev_id || entry->status == ITEM_ABSENT)
            continue;
        if (!mark_absent(import, entry, err))
            return false;
        entry->change = ITEM_CHANGE_ABSENT;
        import->counts.absent++;
    }
    if (!topic_counts_refresh(import->db, import->head_id, err) ||
        (import->has_merged && !evidence_follow_merges(import->db, err)))
        return false;
    *out = import->counts;
    return true;
}

static void import_destroy(struct bank_import *import)
{
    strmap_destroy(import->names);
    strmap_destroy(import->case_names);
    strmap_destroy(import->tags);
    array_free(&import->entries);
    array_free(&import->cases);
    canonical_finish(&import->canonical);
    strbuf_finish(&import->case_form);
    strbuf_finish(&import->needs);
    strbuf_finish(&import->exams);
    strbuf_finish(&import->not_exams);
    strbuf_finish(&import->years);
    strbuf_finish(&import->tag);
    strbuf_finish(&import->content_before);
    free(import);
}

bool catalog_import_commit(struct bank_import *import, struct error *err)
{
    if (!db_end(import->db, true, err))
        return false;
    import_destroy(import);
    return true;
}

void catalog_import_drop(struct bank_import *import)
{
    if (!import)
        return;
    db_end(import->db, false, NULL);
    import_destroy(import);
}
