/* Notes, causes and disputes: a new one stands in place of the former, and an
 * empty one takes it away. */
#include "proctor/store/remarks.h"

#include <stdlib.h>

#include "content.h"
#include "rows.h"
#include "store_private.h"

static void bind_opt_id(struct stmt *stmt, const char *name, int64_t id)
{
    if (id)
        stmt_bind_i64(stmt, name, id);
}

static bool remove_former(struct db *db, const struct remark *remark,
                          struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_REMARK_REMOVE);

    stmt_bind_i64(stmt, ":candidate_id", remark->candidate_id);
    stmt_bind_text(stmt, ":kind", str_from(remark_kind_id(remark->kind)));
    bind_opt_id(stmt, ":attempt_id", remark->attempt_id);
    stmt_bind_i64(stmt, ":item_id", remark->item_id);
    return stmt_exec(stmt, err);
}

static bool add(struct db *db, const struct remark *remark,
                const unsigned char *uuid, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_REMARK_ADD);

    stmt_bind_blob(stmt, ":uuid", uuid, STORE_UUID_SIZE);
    stmt_bind_i64(stmt, ":candidate_id", remark->candidate_id);
    stmt_bind_i64(stmt, ":item_id", remark->item_id);
    bind_opt_id(stmt, ":rev_id", remark->rev_id);
    bind_opt_id(stmt, ":attempt_id", remark->attempt_id);
    stmt_bind_text(stmt, ":kind", str_from(remark_kind_id(remark->kind)));
    stmt_bind_text(stmt, ":text", str_from(remark->text));
    stmt_bind_opt_text(stmt, ":claim", str_from(remark->claim));
    stmt_bind_i64(stmt, ":utc_ms", remark->utc_ms);
    return stmt_exec(stmt, err);
}

static bool put(struct db *db, const struct remark *remark,
                const unsigned char *uuid, struct error *err)
{
    return remove_former(db, remark, err) &&
           (!*remark->text || add(db, remark, uuid, err));
}

bool remark_put(struct store *store, const struct remark *remark,
                const unsigned char uuid[STORE_UUID_SIZE], struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db, put(store->db, remark, uuid, err), err);
}

static bool read_remark(struct stmt *stmt, struct arena *arena,
                        struct remark *out)
{
    *out = (struct remark){
        .remark_id = stmt_i64(stmt, "remark_id"),
        .candidate_id = stmt_i64(stmt, "candidate_id"),
        .candidate_label = stmt_cstr(stmt, "candidate", arena),
        .item_id = stmt_i64(stmt, "item_id"),
        .name = content_full_name(arena, stmt),
        .rev_id = stmt_i64(stmt, "rev_id"),
        .attempt_id = stmt_i64(stmt, "attempt_id"),
        .text = stmt_cstr(stmt, "text", arena),
        .claim = stmt_cstr(stmt, "claim", arena),
        .is_open = str_is(stmt_text(stmt, "state"), "open"),
        .utc_ms = stmt_i64(stmt, "utc_ms"),
    };
    return remark_kind_from_id(stmt_text(stmt, "kind"), &out->kind);
}

/* `kinds` holds text that is bound. */
static void bind_filter(struct stmt *stmt, const struct remark_filter *filter,
                        struct strbuf *kinds)
{
    for (int kind = 0; kind < REMARK_KIND_COUNT; kind++)
        if (filter->kinds & (1u << kind))
            strbuf_printf(kinds, " %s ",
                          remark_kind_id((enum remark_kind)kind));
    stmt_bind_i64(stmt, ":candidate_id", filter->candidate_id);
    stmt_bind_i64(stmt, ":item_id", filter->item_id);
    stmt_bind_i64(stmt, ":attempt_id", filter->attempt_id);
    stmt_bind_opt_text(stmt, ":kinds", strbuf_str(kinds));
    stmt_bind_i64(stmt, ":open_only", filter->open_only);
}

/* All rows of the statement, which is ended. */
static bool read_remarks(struct stmt *stmt, struct arena *arena,
                         struct remarks *out, struct error *err)
{
    struct {
        struct remark *items;
        size_t count, capacity;
    } rows = {0};
    bool valid = true, ok;

    while (valid && stmt_next(stmt))
        valid = read_remark(stmt, arena, array_add(&rows));
    ok = stmt_end(stmt, err) &&
         (valid || error_set(err, ERR_CORRUPT,
                             "the notes cannot be read: run 'proctor "
                             "doctor'"));
    if (ok) {
        out->items = ARENA_COPY(arena, struct remark, &rows);
        out->count = rows.count;
    }
    array_free(&rows);
    return ok;
}

bool remark_list(struct store *store, const struct remark_filter *filter,
                 struct arena *arena, struct remarks *out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_REMARK_LIST);
    struct strbuf kinds = {0};
    bool ok;

    bind_filter(stmt, filter, &kinds);
    ok = read_remarks(stmt, arena, out, err);
    strbuf_finish(&kinds);
    return ok;
}

bool remark_sitting_notes(struct store *store, int64_t candidate_id,
                          struct arena *arena, struct remarks *out,
                          struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_REMARK_SITTING_NOTES);

    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    return read_remarks(stmt, arena, out, err);
}
