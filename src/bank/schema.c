/*
 * The walk over a map by its table. Values are read by the functions in the
 * table (values.c has those that several tables use).
 */
#include "schema.h"

#include <assert.h>
#include <string.h>

#include "proctor/domain/item.h"

#include "names.h"

bool reader_is_clean(const struct reader *reader)
{
    return reader->report.list->errors == reader->errors_before;
}

static bool is_extra(struct str name)
{
    return str_starts(name, "x-");
}

static void report_unknown(struct reader *reader, const struct schema *schema,
                           struct schema_state *state, const struct node *key)
{
    const char *names[SCHEMA_KEYS_MAX + 1] = {NULL};

    for (size_t i = 0; i < schema->count; i++)
        names[i] = schema->keys[i].name;
    const char *nearest = nearest_name(key->text, names);

    for (size_t i = 0; i < schema->count; i++)
        if (names[i] == nearest)
            state->meant |= UINT64_C(1) << i;

    report_error(&reader->report, key->place, "schema/unknown-key",
                 "%s has no key '" STR_FORMAT "'", schema->what,
                 STR_ARG(key->text));
    if (nearest)
        report_hint(&reader->report, "did you mean '%s'?", nearest);
    else
        report_hint(&reader->report,
                    "keys of your own begin with 'x-'; if this is text, indent "
                    "it deeper than its key");
}

/* Authors write keys in about the order of the table: the search begins behind
 * the last hit. */
static int find(const struct schema *schema, struct schema_state *state,
                struct str name)
{
    for (size_t i = 0; i < schema->count; i++) {
        size_t at = (state->next + i) % schema->count;

        if (!str_is(name, schema->keys[at].name))
            continue;
        state->next = at + 1;
        return (int)at;
    }
    return -1;
}

int schema_find(struct reader *reader, const struct schema *schema,
                struct schema_state *state, const struct node *key)
{
    assert(schema->count <= SCHEMA_KEYS_MAX);
    int index = find(schema, state, key->text);
    uint64_t bit = UINT64_C(1) << (index < 0 ? 0 : index);

    if (index < 0) {
        report_unknown(reader, schema, state, key);
        return -1;
    }
    if (state->seen & bit) {
        report_error(&reader->report, key->place, "schema/repeated-key",
                     "key '" STR_FORMAT "' stands here twice",
                     STR_ARG(key->text));
        report_note(&reader->report, state->places[index], "first here");
        return -1;
    }
    state->seen |= bit;
    state->places[index] = key->place;
    return index;
}

static void add_extra(struct reader *reader, struct extra_list *list,
                      const struct node *key)
{
    struct strbuf json = {0};

    for (size_t i = 0; i < list->count; i++) {
        if (!str_eq(list->items[i].key, key->text))
            continue;
        report_error(&reader->report, key->place, "schema/repeated-key",
                     "key '" STR_FORMAT "' stands here twice",
                     STR_ARG(key->text));
        return;
    }
    if (list->count == EXTRAS_MAX) {
        report_error(&reader->report, key->place, "limit/extras",
                     "more than %d keys that begin with 'x-'", EXTRAS_MAX);
        return;
    }
    if (!list->items)
        list->items = ARENA_ARRAY(reader->arena, struct extra, EXTRAS_MAX);
    node_json(key->value, &json);
    list->items[list->count++] =
        (struct extra){arena_str(reader->arena, key->text),
                       arena_str(reader->arena, strbuf_str(&json))};
    strbuf_finish(&json);
}

/* The writer puts names out as they are: they must be plain ones. */
static bool check_extra_name(struct reader *reader, const struct node *key)
{
    struct str name = {key->text.data + 2, key->text.len - 2};

    if (name_is_id(name))
        return true;
    report_error(&reader->report, key->place, "schema/extra-name",
                 "'" STR_FORMAT "' is no name for a key of your own",
                 STR_ARG(key->text));
    report_hint(&reader->report,
                "after 'x-' come lower-case letters, digits, "
                "'-', '_' and '.', at most %d of them",
                NAME_MAX_BYTES);
    return false;
}

/* Keys with x- belong to the author: kept where there is a place for them. */
static void read_extra(struct reader *reader, const struct schema *schema,
                       const struct node *key, void *target)
{
    if (schema->extras != SCHEMA_NO_EXTRAS) {
        add_extra(reader, (void *)((char *)target + schema->extras), key);
        return;
    }
    report_warning(&reader->report, key->place, "schema/extra-dropped",
                   "'" STR_FORMAT "' is not kept in %s", STR_ARG(key->text),
                   schema->what);
    report_hint(&reader->report,
                "keys with 'x-' are kept in banks, questions and exams");
}

int schema_key(struct reader *reader, const struct schema *schema,
               struct schema_state *state, const struct node *key, void *target)
{
    if (is_extra(key->text)) {
        if (check_extra_name(reader, key))
            read_extra(reader, schema, key, target);
        return -1;
    }
    int index = schema_find(reader, schema, state, key);

    if (index >= 0)
        schema->keys[index].read(reader, &schema->keys[index], key, target);
    return index;
}

void schema_missing(struct reader *reader, const struct schema *schema,
                    const struct schema_state *state, struct place place)
{
    uint64_t known = state->seen | state->meant;

    for (size_t i = 0; i < schema->count; i++) {
        if (!schema->keys[i].is_required || known & UINT64_C(1) << i)
            continue;
        report_error(&reader->report, place, "schema/missing-key",
                     "%s needs the key '%s'", schema->what,
                     schema->keys[i].name);
    }
}

void schema_walk(struct reader *reader, const struct schema *schema,
                 const struct node *map, void *target)
{
    struct schema_state state = {0};

    if (map->is_broken)
        return;
    if (map->kind != NODE_MAP) {
        report_error(&reader->report, map->place, "schema/not-a-map",
                     "%s is made of 'key: value' lines, not of %s",
                     schema->what, node_kind_name(map));
        return;
    }
    for (const struct node *key = map->first; key; key = key->next)
        schema_key(reader, schema, &state, key, target);
    schema_missing(reader, schema, &state, map->place);
}
