/* Questions that nothing but certain exams draws, by what is counted of the
 * heads (topic_counts.c). */
#include "proctor/store/catalog.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

#include "lists.h"
#include "rows.h"
#include "store_private.h"
#include "topics.h"

struct only_list {
    struct only_row *items;
    size_t count, capacity;
};

static bool are_all_of(struct str names, const struct str_list *exams)
{
    struct str name;

    while (str_split(&names, '\n', &name)) {
        size_t i = 0;

        while (i < exams->count && !str_eq(exams->items[i], name))
            i++;
        if (i == exams->count)
            return false;
    }
    return true;
}

static bool read_only_rows(struct db *db, const struct str_list *exams,
                           const struct topic_moves *moves, struct arena *arena,
                           struct only_list *out, struct error *err)
{
    struct stmt *stmt = db_stmt(db, SQL_ITEM_ONLY_OF);

    while (stmt_next(stmt)) {
        struct str topic = topic_moves_now(moves, stmt_text(stmt, "topic"));

        if (are_all_of(stmt_text(stmt, "exams"), exams))
            *array_add(out) = (struct only_row){
                .bank = stmt_cstr(stmt, "bank", arena),
                .topic = arena_str(arena, topic).data,
                .items = stmt_i64(stmt, "items"),
            };
    }
    return stmt_end(stmt, err);
}

static bool read_all(struct db *db, const struct str_list *exams,
                     struct arena *arena, struct only_list *out,
                     struct error *err)
{
    struct topic_moves moves;
    bool ok;

    if (!topic_moves_read(&moves, db, arena, err))
        return false;
    ok = read_only_rows(db, exams, &moves, arena, out, err);
    topic_moves_finish(&moves);
    return ok;
}

bool catalog_items_only_of(struct store *store, const struct str_list *exams,
                           struct arena *arena, struct only_rows *out,
                           struct error *err)
{
    struct only_list list = {0};
    bool ok;

    if (!db_begin_read(store->db, err))
        return false;
    ok = read_all(store->db, exams, arena, &list, err);
    db_end_read(store->db);
    if (ok) {
        out->items = ARENA_COPY(arena, struct only_row, &list);
        out->count = list.count;
    }
    array_free(&list);
    return ok;
}
