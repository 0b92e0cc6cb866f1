/*
 * One item of a bank on its way in: its revision is found by its hash or
 * added, its place in the head is compared with what is there, and only what
 * differs is written.
 */
#include "import.h"

#include "lists.h"

static bool find_rev(struct bank_import *import, int64_t *out,
                     struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_REV_FIND);

    stmt_bind_hash(stmt, ":full_sha256", &import->canonical.full_hash);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "rev_id") : 0;
    return stmt_end(stmt, err);
}

static void bind_lists(struct bank_import *import, struct stmt *stmt,
                       const struct item *item)
{
    strbuf_clear(&import->needs);
    strbuf_clear(&import->exams);
    strbuf_clear(&import->not_exams);
    strbuf_clear(&import->years);
    list_write_books(&import->needs, item->needs);
    list_write_names(&import->exams, &item->exams);
    list_write_names(&import->not_exams, &item->not_exams);
    list_write_years(&import->years, &item->code_years);
    stmt_bind_opt_text(stmt, ":needs", strbuf_str(&import->needs));
    stmt_bind_opt_text(stmt, ":exams", strbuf_str(&import->exams));
    stmt_bind_opt_text(stmt, ":not_exams", strbuf_str(&import->not_exams));
    stmt_bind_opt_text(stmt, ":code_years", strbuf_str(&import->years));
}

/* 0 in `out` when a revision of that hash is there already. */
static bool add_rev(struct bank_import *import, const struct item *item,
                    const struct import_case *in_case, int64_t *out,
                    struct error *err)
{
    const struct canonical *canonical = &import->canonical;
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_REV_ADD);

    stmt_bind_hash(stmt, ":full_sha256", &canonical->full_hash);
    stmt_bind_hash(stmt, ":asked_sha256", &canonical->asked_hash);
    stmt_bind_text(stmt, ":kind", str_from(item_kind_id(item->kind)));
    stmt_bind_text(stmt, ":topic", item->topic);
    stmt_bind_opt_text(stmt, ":difficulty",
                       str_from(difficulty_id(item->difficulty)));
    bind_lists(import, stmt, item);
    if (in_case) {
        stmt_bind_i64(stmt, ":case_rev_id", in_case->case_rev_id);
        stmt_bind_text(stmt, ":case_name", item->case_text->id);
    }
    stmt_bind_text(stmt, ":asked", strbuf_str(&canonical->asked));
    stmt_bind_text(stmt, ":rest", strbuf_str(&canonical->rest));
    if (!stmt_exec(stmt, err))
        return false;
    *out = db_changes(import->db) ? db_last_id(import->db) : 0;
    return true;
}

static bool find_tag(struct bank_import *import, const char *kind,
                     struct str name, int64_t *out, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_TAG_FIND);

    stmt_bind_text(stmt, ":kind", str_from(kind));
    stmt_bind_text(stmt, ":name", name);
    *out = stmt_next(stmt) ? stmt_i64(stmt, "tag_id") : 0;
    return stmt_end(stmt, err);
}

static bool tag_id(struct bank_import *import, const char *kind,
                   struct str name, int64_t *out, struct error *err)
{
    struct stmt *stmt;

    strbuf_clear(&import->tag);
    strbuf_printf(&import->tag, "%s " STR_FORMAT, kind, STR_ARG(name));
    if (strmap_get(import->tags, strbuf_str(&import->tag), out))
        return true;
    if (!find_tag(import, kind, name, out, err))
        return false;
    if (!*out) {
        stmt = db_stmt(import->db, SQL_IMPORT_TAG_ADD);
        stmt_bind_text(stmt, ":kind", str_from(kind));
        stmt_bind_text(stmt, ":name", name);
        if (!stmt_exec(stmt, err))
            return false;
        *out = db_last_id(import->db);
    }
    strmap_set(import->tags, strbuf_str(&import->tag), *out);
    return true;
}

static bool add_tag(struct bank_import *import, int64_t rev_id,
                    const char *kind, struct str name, struct error *err)
{
    struct stmt *stmt;
    int64_t id;

    if (!tag_id(import, kind, name, &id, err))
        return false;
    stmt = db_stmt(import->db, SQL_IMPORT_REV_TAG_ADD);
    stmt_bind_i64(stmt, ":rev_id", rev_id);
    stmt_bind_i64(stmt, ":tag_id", id);
    return stmt_exec(stmt, err);
}

static bool add_tags(struct bank_import *import, int64_t rev_id,
                     const struct item *item, struct error *err)
{
    for (size_t i = 0; i < item->enemies.count; i++)
        if (!add_tag(import, rev_id, "enemy", item->enemies.items[i], err))
            return false;
    return !item->objective.len ||
           add_tag(import, rev_id, "objective", item->objective, err);
}

/* An item the bank knows mostly has a revision the store knows, and the other
 * way round; the likelier statement comes first. */
static bool settle_rev(struct bank_import *import, const struct item *item,
                       const struct import_case *in_case, bool is_known,
                       int64_t *out, struct error *err)
{
    int64_t rev_id = 0;

    if (is_known && !find_rev(import, &rev_id, err))
        return false;
    if (!rev_id) {
        if (!add_rev(import, item, in_case, &rev_id, err))
            return false;
        if (rev_id && !add_tags(import, rev_id, item, err))
            return false;
    }
    if (!rev_id && !find_rev(import, &rev_id, err))
        return false;
    *out = rev_id;
    return true;
}

static bool add_item(struct bank_import *import, struct str name, int64_t *out,
                     struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_ITEM_ADD);

    stmt_bind_i64(stmt, ":bank_id", import->bank_id);
    stmt_bind_text(stmt, ":name", name);
    if (!stmt_exec(stmt, err))
        return false;
    *out = db_last_id(import->db);
    return true;
}

static bool put_place(struct bank_import *import, enum sql_id id,
                      const struct import_entry *entry, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, id);

    stmt_bind_i64(stmt, ":head_id", import->head_id);
    stmt_bind_i64(stmt, ":item_id", entry->item_id);
    stmt_bind_i64(stmt, ":rev_id", entry->rev_id);
    stmt_bind_i64(stmt, ":ord", entry->ord);
    stmt_bind_text(stmt, ":status", str_from(item_status_id(entry->status)));
    return stmt_exec(stmt, err);
}

static bool add_history(struct bank_import *import, int64_t item_id,
                        int64_t rev_id, struct error *err)
{
    struct stmt *stmt = db_stmt(import->db, SQL_IMPORT_HISTORY_ADD);

    stmt_bind_i64(stmt, ":item_id", item_id);
    stmt_bind_i64(stmt, ":rev_id", rev_id);
    stmt_bind_i64(stmt, ":source_id", import->source_id);
    return stmt_exec(stmt, err);
}

static enum item_change change_of(const struct import_entry *old,
                                  const struct import_entry *now)
{
    if (!old->rev_id)
        return ITEM_CHANGE_ADDED;
    if (old->status == ITEM_ABSENT)
        return ITEM_CHANGE_RETURNED;
    if (old->rev_id != now->rev_id || old->status != now->status)
        return ITEM_CHANGE_CHANGED;
    return ITEM_CHANGE_COUNT;
}

static void count_change(struct import_counts *counts, enum item_change change)
{
    counts->items++;
    counts->added += change == ITEM_CHANGE_ADDED;
    counts->returned += change == ITEM_CHANGE_RETURNED;
    counts->changed += change == ITEM_CHANGE_CHANGED;
    counts->unchanged += change == ITEM_CHANGE_COUNT;
}

/* Writes the place of the item in the head, when it is not there as it is. */
static bool settle_place(struct bank_import *import,
                         const struct import_entry *old,
                         const struct import_entry *now, struct error *err)
{
    count_change(&import->counts, now->change);
    if (!old->rev_id)
        return put_place(import, SQL_IMPORT_HEAD_ITEM_ADD, now, err);
    if (old->rev_id != now->rev_id &&
        !add_history(import, old->item_id, old->rev_id, err))
        return false;
    if (old->rev_id == now->rev_id && old->ord == now->ord &&
        old->status == now->status)
        return true;
    return put_place(import, SQL_IMPORT_HEAD_ITEM_UPDATE, now, err);
}

static bool find_case(struct bank_import *import, const struct item *item,
                      const struct import_case **out, struct error *err)
{
    int64_t index;

    *out = NULL;
    if (!item->case_text)
        return true;
    if (!strmap_get(import->case_names, item->case_text->id, &index))
        return error_set(err, ERR_INVALID,
                         "question '" STR_FORMAT "' is on the case '" STR_FORMAT
                         "', which the bank does not have",
                         STR_ARG(item->id), STR_ARG(item->case_text->id));
    *out = &import->cases.items[index];
    return true;
}

/* The entry of the item, made when it is new. */
static bool settle_entry(struct bank_import *import, struct str name,
                         struct import_entry **out, struct error *err)
{
    int64_t item_id;

    *out = import_entry(import, name);
    if (*out && (*out)->seen)
        return error_set(err, ERR_INVALID,
                         "the question '" STR_FORMAT "' is in the bank twice",
                         STR_ARG(name));
    if (*out)
        return true;
    if (!add_item(import, name, &item_id, err))
        return false;
    *out = import_add_entry(import, name, item_id);
    return true;
}

bool catalog_import_item(struct bank_import *import, const struct item *item,
                         struct error *err)
{
    const struct import_case *in_case;
    bool is_known = import_entry(import, item->id) != NULL;
    struct import_entry *entry, now;
    int64_t rev_id, old_rev_id;

    if (!find_case(import, item, &in_case, err))
        return false;
    canonical_item(&import->canonical, item, in_case ? &in_case->sha256 : NULL);
    if (!settle_rev(import, item, in_case, is_known, &rev_id, err) ||
        !settle_entry(import, item->id, &entry, err))
        return false;
    old_rev_id = entry->rev_id;
    now = (struct import_entry){
        .item_id = entry->item_id,
        .rev_id = rev_id,
        .ord = import->item_ord++,
        .status = item->status,
        .seen = true,
    };
    now.change = change_of(entry, &now);
    if (!settle_place(import, entry, &now, err))
        return false;
    *entry = now;
    return old_rev_id == rev_id ||
           import_merge(import, now.item_id, &item->was, err);
}
