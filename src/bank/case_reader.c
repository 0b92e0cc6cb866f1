/*
 * Cases, and the exhibits of cases and questions.
 */
#include "bank_parts.h"

#include "values.h"

struct case_draft {
    struct case_text text;
    const struct node *whole, *parts; /* `text:` and `parts:` */
};

struct exhibit_draft {
    struct exhibit exhibit;
    const struct node *table;
};

struct table_draft {
    const struct node *columns, *rows;
};

#define PART(name) offsetof(struct text_part, name)
#define CASE(name) offsetof(struct case_draft, name)
#define EXHIBIT(name) offsetof(struct exhibit_draft, name)
#define TABLE(name) offsetof(struct table_draft, name)
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct key part_keys[] = {
    {"heading", read_line, PART(heading), NULL, false},
    {"text", read_text, PART(text), NULL, true},
};
static const struct schema part_schema = {
    "a part of a case", part_keys, COUNT_OF(part_keys), SCHEMA_NO_EXTRAS};

static const struct key table_keys[] = {
    {"columns", read_node, TABLE(columns), NULL, true},
    {"rows", read_node, TABLE(rows), NULL, true},
};
static const struct schema table_schema = {
    "a table", table_keys, COUNT_OF(table_keys), SCHEMA_NO_EXTRAS};

static const struct key exhibit_keys[] = {
    {"id", read_shape, EXHIBIT(exhibit.id), &shape_id, true},
    {"title", read_line, EXHIBIT(exhibit.title), NULL, false},
    {"text", read_text, EXHIBIT(exhibit.text), NULL, false},
    {"table", read_node, EXHIBIT(table), NULL, false},
};
static const struct schema exhibit_schema = {
    "an exhibit", exhibit_keys, COUNT_OF(exhibit_keys), SCHEMA_NO_EXTRAS};

static const struct key case_keys[] = {
    {"id", read_shape, CASE(text.id), &shape_id, true},
    {"title", read_line, CASE(text.title), NULL, false},
    {"text", read_node, CASE(whole), NULL, false},
    {"parts", read_node, CASE(parts), NULL, false},
    {"exhibits", read_exhibits, CASE(text.exhibits), NULL, false},
};
static const struct schema case_schema = {
    "a case", case_keys, COUNT_OF(case_keys), SCHEMA_NO_EXTRAS};

/* A cell may be empty, and may hold any text. */
static bool read_cell(struct reader *reader, const struct node *key,
                      const struct node *cell, struct str *out)
{
    *out = STR("");
    if (cell->kind == NODE_TEXT && cell->text.len == 0)
        return true;
    return value_line(reader, key, cell, out);
}

static void read_row(struct reader *reader, const struct node *key,
                     const struct node *row, size_t columns, struct str *cells)
{
    const struct node *cell = row->first;

    if (row->is_broken)
        return;
    if (row->kind != NODE_LIST || row->count != columns) {
        report_error(&reader->report, row->place, "exhibit/row",
                     "a row of the table has %zu cells; there are %zu columns",
                     row->kind == NODE_LIST ? row->count : 1, columns);
        report_hint(&reader->report,
                    "write [cell, cell, ...]; quote cells that contain a "
                    "comma, and write \"\" for an empty one");
        return;
    }
    for (size_t i = 0; i < columns; i++, cell = cell->next)
        read_cell(reader, key, cell, &cells[i]);
}

static void read_table(struct reader *reader, const struct node *key,
                       struct exhibit *exhibit)
{
    struct table_draft draft = {0};
    size_t errors = reader->report.list->errors;

    schema_walk(reader, &table_schema, key->value, &draft);
    if (reader->report.list->errors > errors ||
        !value_is_list(reader, draft.columns, TABLE_COLUMNS_MAX) ||
        !value_is_list(reader, draft.rows, TABLE_ROWS_MAX))
        return;

    struct str *title;
    size_t columns = draft.columns->value->count;
    size_t rows = draft.rows->value->count;

    title = ARENA_ARRAY(reader->arena, struct str, columns);
    exhibit->columns = (struct str_list){title, columns};
    for (const struct node *column = draft.columns->value->first; column;
         column = column->next)
        read_cell(reader, draft.columns, column, title++);

    struct str *cells = ARENA_ARRAY(reader->arena, struct str, columns * rows);
    exhibit->cells = cells;
    exhibit->row_count = rows;
    for (const struct node *row = draft.rows->value->first; row;
         row = row->next, cells += columns)
        read_row(reader, draft.rows, row, columns, cells);
}

static void read_exhibit(struct reader *reader, const struct node *entry,
                         struct exhibit *out)
{
    struct exhibit_draft draft = {
        .exhibit = {.id = STR(""), .title = STR(""), .text = STR("")}};
    bool has_text = node_find(entry, "text") != NULL;
    bool has_table = node_find(entry, "table") != NULL;

    schema_walk(reader, &exhibit_schema, entry, &draft);
    if (entry->kind == NODE_MAP && has_text == has_table)
        report_error(&reader->report, entry->place, "exhibit/content",
                     "an exhibit has either 'text' or 'table'");
    if (draft.table)
        read_table(reader, draft.table, &draft.exhibit);
    *out = draft.exhibit;
}

void read_exhibits(struct reader *reader, const struct key *spec,
                   const struct node *key, void *target)
{
    struct exhibit_list *list = value_member(spec, target);

    if (!value_is_list(reader, key, EXHIBITS_MAX))
        return;
    list->items = ARENA_ARRAY(reader->arena, struct exhibit, key->value->count);
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next) {
        struct exhibit *exhibit = &list->items[list->count];

        read_exhibit(reader, entry, exhibit);
        for (size_t i = 0; i < list->count; i++)
            if (str_eq(list->items[i].id, exhibit->id) && exhibit->id.len > 0)
                report_error(&reader->report, entry->place,
                             "exhibit/repeated-id",
                             "two exhibits have the id '" STR_FORMAT "'",
                             STR_ARG(exhibit->id));
        list->count++;
    }
}

static void read_parts(struct reader *reader, const struct node *key,
                       struct case_text *out)
{
    if (!value_is_list(reader, key, CASE_PARTS_MAX))
        return;
    out->parts =
        ARENA_ARRAY(reader->arena, struct text_part, key->value->count);
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next) {
        struct text_part *part = &out->parts[out->part_count++];

        *part = (struct text_part){STR(""), STR("")};
        schema_walk(reader, &part_schema, entry, part);
    }
}

static void read_whole(struct reader *reader, const struct node *key,
                       struct case_text *out)
{
    struct text_part *part = ARENA_NEW(reader->arena, struct text_part);

    *part = (struct text_part){STR(""), STR("")};
    if (!value_prose(reader, key, key->value, &part->text))
        return;
    out->parts = part;
    out->part_count = 1;
}

bool case_read(struct reader *reader, const struct node *entry,
               struct case_text *out)
{
    struct case_draft draft = {.text = {.id = STR(""), .title = STR("")}};

    schema_walk(reader, &case_schema, entry, &draft);
    if (draft.whole && draft.parts)
        report_error(&reader->report, draft.parts->place, "case/content",
                     "a case has either 'text' or 'parts'");
    else if (draft.whole)
        read_whole(reader, draft.whole, &draft.text);
    else if (draft.parts)
        read_parts(reader, draft.parts, &draft.text);
    else if (entry->kind == NODE_MAP && draft.text.exhibits.count == 0)
        report_error(&reader->report, entry->place, "case/content",
                     "a case needs 'text' or 'parts'");
    *out = draft.text;
    return reader_is_clean(reader);
}
