/* Banks and exams for the tests of the store. */
#include "fixture.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

struct str_list fixture_list(struct fixture *fixture, const char *first, ...)
{
    struct str_list list = {.items =
                                ARENA_ARRAY(&fixture->arena, struct str, 16)};
    va_list args;

    va_start(args, first);
    for (const char *text = first; text; text = va_arg(args, const char *))
        list.items[list.count++] = arena_str(&fixture->arena, str_from(text));
    va_end(args);
    return list;
}

/* Texts are never NULL in an item. */
static struct item blank_item(void)
{
    return (struct item){
        .id = STR(""),
        .topic = STR("t"),
        .stem = STR(""),
        .rationale = STR(""),
        .objective = STR(""),
        .author = STR(""),
        .lint_because = STR(""),
    };
}

struct item fixture_item(struct fixture *fixture, const char *id,
                         const char *stem)
{
    struct arena *arena = &fixture->arena;
    struct item item = blank_item();

    item.id = arena_str(arena, str_from(id));
    item.stem = arena_str(arena, str_from(stem));
    item.options = ARENA_ARRAY(arena, struct option, 4);
    item.option_count = 4;
    for (int i = 0; i < 4; i++)
        item.options[i] = (struct option){
            .letter = (char)('A' + i),
            .text = arena_str(
                arena, str_from(arena_printf(arena, "choice %d of %s", i, id))),
            .why = STR(""),
            .is_key = i == 0,
        };
    return item;
}

static struct bank_head head_of(const struct fixture_bank *bank)
{
    return (struct bank_head){
        .name = str_from(bank->name),
        .title = STR("A bank"),
        .version = str_from(bank->version ? bank->version : "1"),
        .language = STR("en"),
        .license = STR("CC-BY-4.0"),
        .notice = STR(""),
        .based_on = str_from(bank->based_on),
        .topic = STR("t"),
        .authors = STR("one\ntwo"),
    };
}

static bool import_parts(struct fixture *fixture,
                         const struct fixture_bank *bank,
                         struct bank_import *import,
                         struct import_counts *counts_out)
{
    struct bank_head head = head_of(bank);

    if (!catalog_import_header(import, &head, bank->allow_older, &fixture->err))
        return false;
    for (size_t i = 0; i < bank->case_count; i++)
        if (!catalog_import_case(import, &bank->cases[i], &fixture->err))
            return false;
    for (size_t i = 0; i < bank->item_count; i++)
        if (!catalog_import_item(import, &bank->items[i], &fixture->err))
            return false;
    return catalog_import_finish(import, counts_out, &fixture->err);
}

bool fixture_import(struct fixture *fixture, const struct fixture_bank *bank,
                    struct import_counts *counts_out)
{
    struct source source = {
        .kind = "bank",
        .origin = bank->origin,
        .path = "/banks/b.yaml",
        .loaded_utc_ms = 1000,
    };
    struct import_counts counts;
    struct bank_import *import =
        catalog_import_begin(fixture->store, &source, &fixture->err);

    if (!import)
        return false;
    if (!import_parts(fixture, bank, import,
                      counts_out ? counts_out : &counts) ||
        bank->drop) {
        catalog_import_drop(import);
        return bank->drop;
    }
    if (catalog_import_commit(import, &fixture->err))
        return true;
    catalog_import_drop(import);
    return false;
}

void fixture_fill(struct fixture *fixture, int count)
{
    struct item *items = mem_alloc((size_t)count, sizeof *items);
    struct fixture_bank bank = {
        .name = "proctor/b",
        .items = items,
        .item_count = (size_t)count,
    };
    bool ok;

    for (int i = 0; i < count; i++)
        items[i] = fixture_item(
            fixture, arena_printf(&fixture->arena, "q%d", i + 1), "What?");
    ok = fixture_import(fixture, &bank, NULL);
    free(items);
    if (!ok)
        fail_msg("%s", fixture->err.message);
}

void fixture_rename(struct fixture *fixture, const char *from, const char *to)
{
    struct item item = fixture_item(fixture, to, "What?");
    struct fixture_bank bank = {
        .name = "proctor/b", .items = &item, .item_count = 1};

    item.was = fixture_list(fixture,
                            arena_printf(&fixture->arena, "proctor/b/%s", from),
                            (const char *)NULL);
    if (!fixture_import(fixture, &bank, NULL))
        fail_msg("%s", fixture->err.message);
}

struct exam fixture_exam(void)
{
    static struct str topics[] = {{"t", 1}};
    static struct exam_section sections[] = {
        {
            .id = {"one", 3},
            .title = {"Section one", 11},
            .size_kind = SIZE_MIX,
            .topics = {topics, 1},
            .points = 1,
            .source = {"", 0},
        },
    };

    return (struct exam){
        .id = STR("quick"),
        .title = STR("Quick exam"),
        .issuer = STR(""),
        .version = STR("1"),
        .valid_from = STR(""),
        .valid_until = STR(""),
        .breaks = STR(""),
        .sections = sections,
        .section_count = 1,
    };
}

int64_t fixture_put_exam(struct fixture *fixture)
{
    struct source source = {
        .kind = "exam", .path = "/exams/quick.yaml", .loaded_utc_ms = 1000};
    struct exam exam = fixture_exam();
    struct exam_rows rows;

    if (!catalog_put_exam(fixture->store, &source, &exam,
                          STR("format: proctor-exam/1\n"), &fixture->err) ||
        !catalog_exams(fixture->store, &fixture->arena, &rows, &fixture->err))
        fail_msg("%s", fixture->err.message);
    return rows.items[0].exam_rev_id;
}

struct pool fixture_pool(struct fixture *fixture, int64_t candidate_id)
{
    struct exam exam = fixture_exam();
    struct pool pool;

    if (!catalog_pool(fixture->store, &exam, candidate_id, &fixture->arena,
                      &pool, &fixture->err))
        fail_msg("%s", fixture->err.message);
    pool_sort(&pool);
    return pool;
}

const struct pool_item *fixture_pool_find(const struct pool *pool,
                                          const char *name)
{
    for (size_t i = 0; i < pool->count; i++)
        if (str_is(pool->items[i].about.name, name))
            return &pool->items[i];
    return NULL;
}
