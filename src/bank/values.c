/*
 * Reads single values: texts, numbers, choices and lists of them. Every value
 * is text in the file; here is where some of it becomes numbers, and only
 * because the table of keys says so.
 */
#include "values.h"

#include <string.h>

#include "names.h"

const struct shape shape_id = {
    name_is_id, "an id: lower-case letters, digits, '-', '_' and '.', at most "
                "64 of them"};
const struct shape shape_bank = {name_is_bank, "of the form publisher/name"};
const struct shape shape_base = {name_is_base,
                                 "of the form publisher/name@version"};
const struct shape shape_item = {name_is_item,
                                 "of the form publisher/bank/question"};
const struct shape shape_version = {
    name_is_version, "a version: numbers joined by dots, as in 2026.1"};
const struct shape shape_date = {name_is_date, "a date: YYYY-MM-DD"};

void *value_member(const struct key *spec, void *target)
{
    return (char *)target + spec->offset;
}

static void report_kind(struct reader *reader, const struct node *key,
                        const struct node *value, const char *wanted)
{
    report_error(&reader->report, value->place, "schema/wrong-kind",
                 "'" STR_FORMAT "' takes %s here, not %s", STR_ARG(key->text),
                 wanted, node_kind_name(value));
}

static void report_empty(struct reader *reader, const struct node *key,
                         const struct node *value)
{
    report_error(&reader->report, value->place, "schema/empty",
                 "'" STR_FORMAT "' has an empty value", STR_ARG(key->text));
    report_hint(&reader->report, "fill it in, or leave it out");
}

bool value_text(struct reader *reader, const struct node *key,
                const struct node *value, struct str *out)
{
    if (value->is_broken)
        return false;
    if (value->kind != NODE_TEXT) {
        report_kind(reader, key, value, "text");
        report_hint(&reader->report, "text that contains ': ' or begins with "
                                     "{ or [ must be quoted");
        return false;
    }
    if (str_trim(value->text).len == 0) {
        report_empty(reader, key, value);
        return false;
    }
    *out = value->text;
    return true;
}

void value_warn_cut(struct reader *reader, const struct node *value)
{
    if (!value->plain)
        return;
    struct str line = source_line(&reader->source, value->end_line);
    size_t end = source_column_bytes(line, value->end_column);
    struct str rest = str_trim((struct str){line.data + end, line.len - end});
    struct place place = {value->end_line, value->end_column + 1, 1};

    if (!str_starts(rest, "#"))
        return;
    report_warning(&reader->report, place, "text/cut-by-comment",
                   "' #' begins a comment: the text ends before it");
    report_hint(&reader->report, "quote the text if the '#' belongs to it; "
                                 "else put the comment on its own line");
}

bool value_prose(struct reader *reader, const struct node *key,
                 const struct node *value, struct str *out)
{
    if (!value_text(reader, key, value, out))
        return false;
    value_warn_cut(reader, value);
    return true;
}

static bool check_line(struct reader *reader, const struct node *key,
                       const struct node *value)
{
    if (!memchr(value->text.data, '\n', value->text.len))
        return true;
    report_error(&reader->report, value->place, "text/one-line",
                 "'" STR_FORMAT "' takes one line of text", STR_ARG(key->text));
    report_hint(&reader->report, "write it behind the key, without |");
    return false;
}

bool value_line(struct reader *reader, const struct node *key,
                const struct node *value, struct str *out)
{
    struct str text;

    if (!value_prose(reader, key, value, &text) ||
        !check_line(reader, key, value))
        return false;
    *out = text;
    return true;
}

bool value_shape(struct reader *reader, const struct node *key,
                 const struct node *value, const struct shape *shape,
                 struct str *out)
{
    struct str text;

    if (!value_text(reader, key, value, &text))
        return false;
    if (!shape->fits(text)) {
        report_error(&reader->report, value->place, "value/shape",
                     "'" STR_FORMAT "' must be %s", STR_ARG(key->text),
                     shape->what);
        return false;
    }
    *out = text;
    return true;
}

bool value_number(struct reader *reader, const struct node *key,
                  const struct node *value, struct number_range range, int *out)
{
    struct str text;
    int64_t number;

    if (!value_text(reader, key, value, &text))
        return false;
    if (!str_to_i64(text, range.low, range.high, &number)) {
        report_error(&reader->report, value->place, "value/number",
                     "'" STR_FORMAT "' must be a whole number from %d to %d",
                     STR_ARG(key->text), range.low, range.high);
        return false;
    }
    *out = (int)number;
    return true;
}

static void report_choice(struct reader *reader, const struct node *key,
                          const struct node *value, const char *const *names)
{
    struct strbuf list = {0};
    const char *nearest = nearest_name(value->text, names);

    for (size_t i = 0; names[i]; i++)
        if (names[i][0] != '\0')
            strbuf_printf(&list, "%s%s", list.len > 0 ? ", " : "", names[i]);
    report_error(&reader->report, value->place, "value/choice",
                 "'" STR_FORMAT "' cannot be '" STR_FORMAT "'; it is one of %s",
                 STR_ARG(key->text), STR_ARG(value->text), strbuf_text(&list));
    if (nearest && nearest[0] != '\0')
        report_hint(&reader->report, "did you mean '%s'?", nearest);
    strbuf_finish(&list);
}

bool value_choice(struct reader *reader, const struct node *key,
                  const struct node *value, const char *const *names, int *out)
{
    struct str text;

    if (!value_text(reader, key, value, &text))
        return false;
    for (int i = 0; names[i]; i++) {
        if (!str_is(text, names[i]))
            continue;
        *out = i;
        return true;
    }
    report_choice(reader, key, value, names);
    return false;
}

static bool has_size(struct reader *reader, const struct node *key, size_t max)
{
    const struct node *value = key->value;

    if (value->count == 0) {
        report_empty(reader, key, value);
        return false;
    }
    if (value->count > max) {
        report_error(&reader->report, value->place, "limit/entries",
                     "'" STR_FORMAT "' has %zu entries; %zu are allowed",
                     STR_ARG(key->text), value->count, max);
        return false;
    }
    return true;
}

bool value_is_list(struct reader *reader, const struct node *key, size_t max)
{
    const struct node *value = key->value;

    if (value->is_broken)
        return false;
    if (value->kind != NODE_LIST) {
        report_kind(reader, key, value, "a list");
        report_hint(&reader->report,
                    "write [...], or one entry a line, each behind '- '");
        return false;
    }
    return has_size(reader, key, max);
}

bool value_is_map(struct reader *reader, const struct node *key, size_t max)
{
    const struct node *value = key->value;

    if (value->is_broken)
        return false;
    if (value->kind != NODE_MAP) {
        report_kind(reader, key, value, "'name: value' lines");
        return false;
    }
    return has_size(reader, key, max);
}

void read_nothing(struct reader *reader, const struct key *spec,
                  const struct node *key, void *target)
{
    (void)reader;
    (void)spec;
    (void)key;
    (void)target;
}

void read_node(struct reader *reader, const struct key *spec,
               const struct node *key, void *target)
{
    const struct node **member = value_member(spec, target);

    (void)reader;
    *member = key;
}

void read_text(struct reader *reader, const struct key *spec,
               const struct node *key, void *target)
{
    value_prose(reader, key, key->value, value_member(spec, target));
}

void read_line(struct reader *reader, const struct key *spec,
               const struct node *key, void *target)
{
    value_line(reader, key, key->value, value_member(spec, target));
}

void read_label(struct reader *reader, const struct key *spec,
                const struct node *key, void *target)
{
    struct str *member = value_member(spec, target);
    struct str text;

    if (value_text(reader, key, key->value, &text) &&
        check_line(reader, key, key->value))
        *member = text;
}

void read_shape(struct reader *reader, const struct key *spec,
                const struct node *key, void *target)
{
    value_shape(reader, key, key->value, spec->detail,
                value_member(spec, target));
}

void read_bool(struct reader *reader, const struct key *spec,
               const struct node *key, void *target)
{
    static const char *const names[] = {"false", "true", NULL};
    bool *member = value_member(spec, target);
    int index;

    if (value_choice(reader, key, key->value, names, &index))
        *member = index == 1;
}

void read_choice(struct reader *reader, const struct key *spec,
                 const struct node *key, void *target)
{
    value_choice(reader, key, key->value, spec->detail,
                 value_member(spec, target));
}

void read_number(struct reader *reader, const struct key *spec,
                 const struct node *key, void *target)
{
    const struct number_range *range = spec->detail;

    value_number(reader, key, key->value, *range, value_member(spec, target));
}

void read_lines(struct reader *reader, const struct key *spec,
                const struct node *key, void *target)
{
    read_shapes(reader, spec, key, target);
}

void read_shapes(struct reader *reader, const struct key *spec,
                 const struct node *key, void *target)
{
    struct str_list *list = value_member(spec, target);
    const struct shape *shape = spec->detail;
    struct str text = STR("");

    if (!value_is_list(reader, key, LIST_ENTRIES_MAX))
        return;
    list->items = ARENA_ARRAY(reader->arena, struct str, key->value->count);
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next)
        if (shape ? value_shape(reader, key, entry, shape, &text)
                  : value_line(reader, key, entry, &text))
            list->items[list->count++] = text;
}
