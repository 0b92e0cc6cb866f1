/*
 * Values that name something known elsewhere: topics of the subject tree, code
 * sets and their years.
 */
#include "values.h"

#include "proctor/domain/topic.h"

#include "names.h"

const struct shape shape_topic = {
    topic_is_valid, "a topic: lower-case words joined by '-' and '/'"};

static void report_unknown_topic(struct reader *reader,
                                 const struct node *value)
{
    struct str nearest;

    report_error(&reader->report, value->place, "value/unknown-topic",
                 "there is no topic '" STR_FORMAT "'", STR_ARG(value->text));
    /* A look at every topic: not for what nobody will see. */
    if (!reader->report.kept)
        return;
    nearest = nearest_key(value->text, reader->topics);
    if (nearest.len > 0)
        report_hint(&reader->report, "did you mean '" STR_FORMAT "'?",
                    STR_ARG(nearest));
    else
        report_hint(&reader->report, "topics stand in topics.yaml and in "
                                     "topics files you import");
}

bool value_topic(struct reader *reader, const struct node *key,
                 const struct node *value, struct str *out)
{
    struct str topic;
    int64_t number;

    if (!value_shape(reader, key, value, &shape_topic, &topic))
        return false;
    if (reader->topics && !strmap_get(reader->topics, topic, &number)) {
        report_unknown_topic(reader, value);
        return false;
    }
    *out = topic;
    return true;
}

static bool has_topics_below(const struct strmap *topics, struct str node)
{
    for (size_t i = 0; i < strmap_count(topics); i++)
        if (topic_is_below(strmap_key(topics, i), node))
            return true;
    return false;
}

bool value_topic_node(struct reader *reader, const struct node *key,
                      const struct node *value, struct str *out)
{
    struct str topic;

    if (!value_shape(reader, key, value, &shape_topic, &topic))
        return false;
    if (reader->topics && !has_topics_below(reader->topics, topic)) {
        report_unknown_topic(reader, value);
        return false;
    }
    *out = topic;
    return true;
}

bool value_code_set(struct reader *reader, const struct node *key,
                    const struct node *value, enum code_set *out)
{
    int index;

    if (!value_choice(reader, key, value, code_set_ids, &index))
        return false;
    *out = (enum code_set)index;
    return true;
}

void read_topic(struct reader *reader, const struct key *spec,
                const struct node *key, void *target)
{
    value_topic(reader, key, key->value, value_member(spec, target));
}

void read_code_sets(struct reader *reader, const struct key *spec,
                    const struct node *key, void *target)
{
    code_set_mask *mask = value_member(spec, target);
    enum code_set set;

    if (!value_is_list(reader, key, CODE_SET_COUNT))
        return;
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next)
        if (value_code_set(reader, key, entry, &set))
            *mask |= (code_set_mask)1 << set;
}

static bool is_year(struct str text)
{
    int64_t year;

    return text.len == 4 && str_to_i64(text, 1990, 2999, &year);
}

static bool is_fiscal_year(struct str text)
{
    return str_starts(text, "FY") &&
           is_year((struct str){text.data + 2, text.len - 2});
}

static const struct shape *year_shape(enum code_set set)
{
    static const struct shape year = {is_year, "a calendar year, as in 2026"};
    static const struct shape fiscal = {is_fiscal_year,
                                        "a fiscal year, as in FY2026"};

    return set == CODE_ICD_10_CM || set == CODE_ICD_10_PCS ? &fiscal : &year;
}

static void read_years(struct reader *reader, const struct node *key,
                       enum code_set set, struct str_list *list)
{
    const struct node *value = key->value;
    bool is_list = value->kind == NODE_LIST;
    struct str year = STR("");

    if (is_list && !value_is_list(reader, key, LIST_ENTRIES_MAX))
        return;
    list->items =
        ARENA_ARRAY(reader->arena, struct str, is_list ? value->count : 1);
    for (const struct node *entry = is_list ? value->first : value; entry;
         entry = entry->next)
        if (value_shape(reader, key, entry, year_shape(set), &year))
            list->items[list->count++] = year;
}

void read_code_years(struct reader *reader, const struct key *spec,
                     const struct node *key, void *target)
{
    struct code_years *years = value_member(spec, target);

    if (!value_is_map(reader, key, CODE_SET_COUNT))
        return;
    for (const struct node *name = key->value->first; name; name = name->next) {
        enum code_set set;

        if (!value_code_set(reader, key, name, &set))
            continue;
        if (years->years[set].items) {
            report_error(&reader->report, name->place, "schema/repeated-key",
                         "'" STR_FORMAT "' stands here twice",
                         STR_ARG(name->text));
            continue;
        }
        read_years(reader, name, set, &years->years[set]);
    }
}
