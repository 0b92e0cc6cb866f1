/* The subject tree: topics are added, retitled or moved, never removed. */
#include "proctor/store/catalog.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

#include "rows.h"
#include "sources.h"
#include "store_private.h"
#include "topics.h"

bool topic_moves_read(struct topic_moves *moves, struct db *db,
                      struct arena *arena, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_TOPIC_MOVES);

    *moves = (struct topic_moves){.index = strmap_create()};
    while (stmt_next(stmt)) {
        strmap_set(moves->index, stmt_text(stmt, "topic"),
                   (int64_t)moves->to.count);
        *array_add(&moves->to) = arena_str(arena, stmt_text(stmt, "moved_to"));
    }
    if (stmt_end(stmt, err))
        return true;
    topic_moves_finish(moves);
    return false;
}

void topic_moves_finish(struct topic_moves *moves)
{
    strmap_destroy(moves->index);
    array_free(&moves->to);
}

/* Moves may follow one another; a circle of them ends somewhere. */
struct str topic_moves_now(const struct topic_moves *moves, struct str topic)
{
    size_t left = moves->to.count;
    int64_t index;

    while (left-- > 0 && strmap_get(moves->index, topic, &index))
        topic = moves->to.items[index];
    return topic;
}

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

struct topic_list {
    struct topic_row *items;
    size_t count, capacity;
    struct strmap *index; /* topic: index into items */
};

static bool read_topics(struct db *db, struct arena *arena,
                        struct topic_list *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_TOPIC_ROWS);

    while (stmt_next(stmt)) {
        struct topic_row *row = array_add(out);
        const char *title;

        row->items = 0;
        row->topic = stmt_cstr(stmt, "topic", arena);
        title = stmt_opt_cstr(stmt, "title", arena);
        row->title = title ? title : row->topic;
        strmap_set(out->index, str_from(row->topic), (int64_t)out->count - 1);
    }
    return stmt_end(stmt, err);
}

/* Questions of a topic that was moved count for where it is now. */
static bool count_items(struct db *db, const struct topic_moves *moves,
                        struct topic_list *list, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_TOPIC_ITEM_COUNTS);

    while (stmt_next(stmt)) {
        struct str topic = topic_moves_now(moves, stmt_text(stmt, "topic"));
        int64_t index;

        if (strmap_get(list->index, topic, &index))
            list->items[index].items += stmt_i64(stmt, "items");
    }
    return stmt_end(stmt, err);
}

static bool read_topic_list(struct db *db, struct arena *arena,
                            struct topic_list *list, struct error *err)
{
    struct topic_moves moves;
    bool ok;

    if (!read_topics(db, arena, list, err) ||
        !topic_moves_read(&moves, db, arena, err))
        return false;
    ok = count_items(db, &moves, list, err);
    topic_moves_finish(&moves);
    return ok;
}

bool catalog_topic_rows(struct store *store, struct arena *arena,
                        struct topic_rows *out, struct error *err)
{
    struct topic_list list = {.index = strmap_create()};
    bool ok = false;

    if (db_begin_read(store->db, err)) {
        ok = read_topic_list(store->db, arena, &list, err);
        db_end_read(store->db);
    }
    if (ok) {
        out->items = ARENA_COPY(arena, struct topic_row, &list);
        out->count = list.count;
    }
    strmap_destroy(list.index);
    array_free(&list);
    return ok;
}
