/*
 * Everything that may be drawn for an exam, in one pass over the items: what
 * belongs to banks, topics and the candidate's past is read once beforehand
 * and looked up in memory. The order is nobody's promise; domain sorts.
 */
#include "proctor/store/catalog.h"

#include <stdlib.h>
#include <string.h>

#include "lists.h"
#include "rows.h"
#include "store_private.h"
#include "topics.h"

/* Enemy tags of one revision: [first, first + count) of the tags. */
struct enemy_span {
    int64_t rev_id;
    size_t first, count;
};

/* What the candidate met of one item. */
struct exposure_sum {
    int64_t item_id;
    int32_t seen;
    int64_t last_ms;
};

/* A visible, enabled head. */
struct pool_bank {
    int64_t head_id;
    struct str name;
    bool years_fit;
};

struct pool_reader {
    struct db *db;
    const struct exam *exam; /* NULL: none */
    struct arena *arena;
    struct {
        struct pool_bank *items;
        size_t count, capacity;
    } banks;
    struct {
        uint32_t *items;
        size_t count, capacity;
    } tags;
    struct {
        struct enemy_span *items; /* by rev_id */
        size_t count, capacity;
    } spans;
    struct {
        struct exposure_sum *items; /* by item_id */
        size_t count, capacity;
    } exposures;
    struct topic_moves moves;
    const uint32_t *enemies; /* the tags, where they stay */
    struct {
        struct pool_item *items;
        size_t count, capacity;
    } found;
};

static bool years_fit(const struct pool_reader *reader, struct str years)
{
    return !reader->exam || list_years_fit(years, &reader->exam->code_years);
}

static bool read_banks(struct pool_reader *reader, struct error *err)
{
    struct stmt *stmt = db_stmt(reader->db, SQL_POOL_BANKS);

    while (stmt_next(stmt))
        *array_add(&reader->banks) = (struct pool_bank){
            .head_id = stmt_i64(stmt, "head_id"),
            .name = arena_str(reader->arena, stmt_text(stmt, "bank")),
            .years_fit = years_fit(reader, stmt_text(stmt, "code_years")),
        };
    return stmt_end(stmt, err);
}

static bool read_enemies(struct pool_reader *reader, struct error *err)
{
    struct stmt *stmt = db_stmt(reader->db, SQL_POOL_ENEMIES);
    struct enemy_span *span = NULL;

    while (stmt_next(stmt)) {
        int64_t rev_id = stmt_i64(stmt, "rev_id");

        if (!span || span->rev_id != rev_id) {
            span = array_add(&reader->spans);
            *span = (struct enemy_span){rev_id, reader->tags.count, 0};
        }
        *array_add(&reader->tags) = (uint32_t)stmt_i64(stmt, "tag_id");
        span->count++;
    }
    reader->enemies = ARENA_COPY(reader->arena, uint32_t, &reader->tags);
    return stmt_end(stmt, err);
}

static bool read_exposures(struct pool_reader *reader, int64_t candidate_id,
                           struct error *err)
{
    struct stmt *stmt;

    if (!candidate_id)
        return true;
    stmt = db_stmt(reader->db, SQL_POOL_EXPOSURES);
    stmt_bind_i64(stmt, ":candidate_id", candidate_id);
    while (stmt_next(stmt))
        *array_add(&reader->exposures) = (struct exposure_sum){
            .item_id = stmt_i64(stmt, "item_id"),
            .seen = (int32_t)stmt_i64(stmt, "seen"),
            .last_ms = stmt_i64(stmt, "last_utc_ms"),
        };
    return stmt_end(stmt, err);
}

static bool names_exam(struct str list, const struct exam *exam)
{
    if (list_has_name(list, exam->id))
        return true;
    for (size_t i = 0; i < exam->aliases.count; i++)
        if (list_has_name(list, exam->aliases.items[i]))
            return true;
    return false;
}

/* What the item itself says about this exam. */
static bool is_allowed(struct stmt *stmt, const struct exam *exam)
{
    struct str only = stmt_text(stmt, "exams");
    struct str never = stmt_text(stmt, "not_exams");

    return (!only.len || names_exam(only, exam)) && !names_exam(never, exam);
}

static int compare_i64(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int by_rev(const void *key, const void *element)
{
    return compare_i64(*(const int64_t *)key,
                       ((const struct enemy_span *)element)->rev_id);
}

static int by_item(const void *key, const void *element)
{
    return compare_i64(*(const int64_t *)key,
                       ((const struct exposure_sum *)element)->item_id);
}

static void add_enemies(const struct pool_reader *reader,
                        struct pool_item *item)
{
    const struct enemy_span *span = NULL;

    if (reader->spans.count)
        span = bsearch(&item->rev_id, reader->spans.items, reader->spans.count,
                       sizeof *span, by_rev);
    if (!span)
        return;
    item->enemies = reader->enemies + span->first;
    item->enemy_count = span->count;
}

static void add_exposures(const struct pool_reader *reader, int64_t root_id,
                          struct pool_item *item)
{
    const struct exposure_sum *sum = NULL;

    if (reader->exposures.count)
        sum = bsearch(&root_id, reader->exposures.items,
                      reader->exposures.count, sizeof *sum, by_item);
    if (!sum)
        return;
    item->seen = sum->seen;
    item->last_seen_ms = sum->last_ms;
}

/* "publisher/bank/name" */
static struct str full_name(struct arena *arena, struct str bank,
                            struct str name)
{
    size_t len = bank.len + 1 + name.len;
    char *text = arena_alloc(arena, len + 1, 1);

    memcpy(text, bank.data, bank.len);
    text[bank.len] = '/';
    memcpy(text + bank.len + 1, name.data, name.len);
    return (struct str){text, len};
}

/* Columns are read in the order of the SELECT, which is the cheapest. */
static bool read_item(struct pool_reader *reader, const struct pool_bank *bank,
                      struct stmt *stmt, struct pool_item *out)
{
    struct arena *arena = reader->arena;
    struct str case_name, years;
    int64_t root_id;

    *out = (struct pool_item){.item_id = stmt_i64(stmt, "item_id")};
    out->rev_id = stmt_i64(stmt, "rev_id");
    out->case_ord = (int32_t)stmt_i64(stmt, "ord");
    out->about.name = full_name(arena, bank->name, stmt_text(stmt, "name"));
    root_id = stmt_i64(stmt, "merged_into");
    case_name = stmt_text(stmt, "case_name");
    out->about.has_case = case_name.len > 0;
    out->case_name =
        case_name.len ? full_name(arena, bank->name, case_name) : STR("");
    if (!item_kind_from_id(stmt_text(stmt, "kind"), &out->about.kind))
        return false;
    out->about.topic = arena_str(
        arena, topic_moves_now(&reader->moves, stmt_text(stmt, "topic")));
    out->about.needs = list_read_books(stmt_text(stmt, "needs"));
    years = stmt_text(stmt, "code_years");
    out->out_of_date =
        !(years.len ? years_fit(reader, years) : bank->years_fit);
    add_enemies(reader, out);
    add_exposures(reader, root_id ? root_id : out->item_id, out);
    return true;
}

static bool read_items(struct pool_reader *reader, const struct pool_bank *bank,
                       struct error *err)
{
    struct stmt *stmt = db_stmt(reader->db, SQL_POOL_ITEMS);
    bool valid = true;

    stmt_bind_i64(stmt, ":head_id", bank->head_id);
    while (valid && stmt_next(stmt))
        if (!reader->exam || is_allowed(stmt, reader->exam))
            valid = read_item(reader, bank, stmt, array_add(&reader->found));
    return stmt_end(stmt, err) &&
           (valid || error_set(err, ERR_CORRUPT,
                               "the bank '" STR_FORMAT "' cannot be read: run "
                               "'proctor doctor'",
                               STR_ARG(bank->name)));
}

static bool read_all(struct pool_reader *reader, int64_t candidate_id,
                     struct error *err)
{
    if (!read_banks(reader, err) || !read_enemies(reader, err) ||
        !read_exposures(reader, candidate_id, err))
        return false;
    for (size_t i = 0; i < reader->banks.count; i++)
        if (!read_items(reader, &reader->banks.items[i], err))
            return false;
    return true;
}

static void reader_finish(struct pool_reader *reader)
{
    array_free(&reader->banks);
    array_free(&reader->tags);
    array_free(&reader->spans);
    array_free(&reader->exposures);
    array_free(&reader->found);
}

bool catalog_pool(struct store *store, const struct exam *exam,
                  int64_t candidate_id, struct arena *arena, struct pool *out,
                  struct error *err)
{
    struct pool_reader reader = {.db = store->db, .exam = exam, .arena = arena};
    bool ok = false;

    if (!db_begin_read(store->db, err))
        return false;
    if (topic_moves_read(&reader.moves, store->db, arena, err)) {
        ok = read_all(&reader, candidate_id, err);
        topic_moves_finish(&reader.moves);
    }
    db_end_read(store->db);
    if (ok) {
        out->items = ARENA_COPY(arena, struct pool_item, &reader.found);
        out->count = reader.found.count;
    }
    reader_finish(&reader);
    return ok;
}
