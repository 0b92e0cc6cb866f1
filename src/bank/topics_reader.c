/*
 * Reading a topics file: the nodes of the subject tree, and where topics of
 * older banks have moved.
 */
#include "proctor/bank/reader.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

#include "document.h"
#include "values.h"

enum { TOPICS_MAX = 10000 };

struct topics_reader {
    struct reader reader;
    struct schema_state state;
    struct place first_key;
    struct arena *out; /* the caller's */
    struct arena keep;
    struct {
        struct topic_entry *items;
        size_t count, capacity;
    } entries;
    struct strmap *ids;
    bool has_lost;
};

#define ENTRY(name) offsetof(struct topic_entry, name)

static const struct key entry_keys[] = {
    {"id", read_shape, ENTRY(id), &shape_topic, true},
    {"title", read_line, ENTRY(title), NULL, true},
};
static const struct schema entry_schema = {
    "a topic", entry_keys, sizeof entry_keys / sizeof *entry_keys,
    SCHEMA_NO_EXTRAS};

static void read_moved(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target);

static const struct key file_keys[] = {
    {"format", read_nothing, 0, NULL, true},
    {"topics", read_nothing, 0, NULL, false},
    {"moved", read_moved, 0, NULL, false},
};
static const struct schema file_schema = {"a topics file", file_keys,
                                          sizeof file_keys / sizeof *file_keys,
                                          SCHEMA_NO_EXTRAS};

/* Adds an entry whose id is new; its text is copied for the caller. */
static void add_entry(struct topics_reader *topics, const struct node *id,
                      struct topic_entry entry)
{
    struct report *report = &topics->reader.report;
    int64_t number;

    if (!strmap_add(topics->ids, entry.id, place_number(id->place), &number)) {
        struct place first = place_of_number(number);

        first.length = id->place.length;
        report_error(report, id->place, "topics/repeated-id",
                     "the topic '" STR_FORMAT "' stands here twice",
                     STR_ARG(entry.id));
        report_note(report, first, "first here");
        return;
    }
    entry.id = arena_str(topics->out, entry.id);
    entry.title = arena_str(topics->out, entry.title);
    entry.moved_to = arena_str(topics->out, entry.moved_to);
    *array_add(&topics->entries) = entry;
}

static void read_moved(struct reader *reader, const struct key *spec,
                       const struct node *key, void *target)
{
    (void)spec;
    if (!value_is_map(reader, key, TOPICS_MAX))
        return;
    for (const struct node *old = key->value->first; old; old = old->next) {
        struct topic_entry entry = {STR(""), STR(""), STR("")};

        if (value_shape(reader, key, old, &shape_topic, &entry.id) &&
            value_shape(reader, old, old->value, &shape_topic, &entry.moved_to))
            add_entry(target, old, entry);
    }
}

static enum key_use use_key(void *context, const struct node *key)
{
    struct topics_reader *topics = context;

    if (topics->first_key.line == 0)
        topics->first_key = key->place;
    if (!str_is(key->text, "topics"))
        return KEY_VALUE;
    return schema_find(&topics->reader, &file_schema, &topics->state, key) < 0
               ? KEY_SKIP
               : KEY_ENTRIES;
}

static void take_value(void *context, const struct node *key)
{
    struct topics_reader *topics = context;

    schema_key(&topics->reader, &file_schema, &topics->state, key, topics);
}

static bool take_entry(void *context, const struct node *node)
{
    struct topics_reader *topics = context;
    struct topic_entry entry = {STR(""), STR(""), STR("")};

    if (topics->entries.count >= TOPICS_MAX) {
        report_error(&topics->reader.report, node->place, "limit/count",
                     "a file may have %d topics", TOPICS_MAX);
        return false;
    }
    schema_walk(&topics->reader, &entry_schema, node, &entry);
    if (reader_is_clean(&topics->reader))
        add_entry(topics, node_find(node, "id")->value, entry);
    return true;
}

static void note_lost(void *context)
{
    struct topics_reader *topics = context;

    topics->has_lost = true;
}

static void check_end(struct topics_reader *topics)
{
    struct report *report = &topics->reader.report;

    if (topics->entries.count == 0 && !topics->has_lost &&
        report->list->errors == 0)
        report_error(report, topics->first_key, "topics/empty",
                     "the file has no topics");
}

bool topics_read(struct str bytes, struct arena *arena, struct topic_list *out,
                 struct diagnostics *list)
{
    struct topics_reader topics = {
        .reader = {.report = {.list = list, .item = STR("")}},
        .out = arena,
        .ids = strmap_create(),
    };
    struct document_handler handler = {
        .format = "proctor-topics/1",
        .use = use_key,
        .value = take_value,
        .entry = take_entry,
        .lost = note_lost,
        .context = &topics,
    };
    bool was_read =
        document_walk(&topics.reader, bytes, &topics.keep, &handler);

    if (was_read)
        check_end(&topics);
    if (was_read && list->errors == 0) {
        out->count = topics.entries.count;
        out->items = ARENA_ARRAY(arena, struct topic_entry, out->count);
        for (size_t i = 0; i < out->count; i++)
            out->items[i] = topics.entries.items[i];
    }
    source_close(&topics.reader.source);
    strmap_destroy(topics.ids);
    array_free(&topics.entries);
    arena_finish(&topics.keep);
    diagnostics_sort(list);
    return was_read && list->errors == 0;
}
