/* The subject tree: topics are added, retitled or moved, never removed. */
#include "proctor/store/catalog.h"

#include "sources.h"
#include "store_private.h"

static bool put_topic(struct db *db, struct str id, struct str title,
                      struct str moved_to, int64_t source_id, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_TOPIC_PUT);

    stmt_bind_text(stmt, ":topic", id);
    stmt_bind_opt_text(stmt, ":title", title);
    stmt_bind_opt_text(stmt, ":moved_to", moved_to);
    stmt_bind_i64(stmt, ":source_id", source_id);
    return stmt_exec(stmt, err);
}

static bool put_topics(struct store *store, const struct source *source,
                       const struct str *ids, const struct str *titles,
                       const struct str *moved_to, size_t count,
                       struct error *err)
{
    int64_t source_id;

    if (!source_add(store, source, &source_id, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!put_topic(store->db, ids[i], titles[i], moved_to[i], source_id,
                       err))
            return false;
    return true;
}

bool catalog_put_topics(struct store *store, const struct source *source,
                        const struct str *ids, const struct str *titles,
                        const struct str *moved_to, size_t count,
                        struct error *err)
{
    return db_begin(store->db, err) &&
           db_end(store->db,
                  put_topics(store, source, ids, titles, moved_to, count, err),
                  err);
}

bool catalog_topics(struct store *store, struct strmap *out, struct error *err)
{
    struct stmt *stmt = db_stmt(store->db, SQL_TOPIC_LIST);

    while (stmt_next(stmt))
        strmap_set(out, stmt_text(stmt, "topic"), 0);
    return stmt_end(stmt, err);
}

const char *catalog_topic_title(struct store *store, struct arena *arena,
                                struct str topic)
{
    struct stmt *stmt = db_stmt(store->db, SQL_TOPIC_TITLE);
    const char *title = NULL;

    stmt_bind_text(stmt, ":topic", topic);
    if (stmt_next(stmt))
        title = stmt_opt_cstr(stmt, "title", arena);
    stmt_end(stmt, NULL);
    return title ? title : arena_str(arena, topic).data;
}
