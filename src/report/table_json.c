/*
 * Tables as JSON, written by the JSON library. Field names are the columns'
 * ids; a null cell is null, marks are numbers with two decimals at the most.
 */
#include "proctor/report/table.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

/* JSON holds UTF-8 only: other bytes are replaced, all else is kept. */
static json_t *json_text(struct str text)
{
    struct strbuf clean = {0};
    json_t *value;

    if (utf8_valid_prefix(text) == text.len)
        return json_stringn(text.data, text.len);
    for (size_t offset = 0; offset < text.len;)
        utf8_append(&clean, utf8_next(text, &offset));
    value = json_stringn(clean.data, clean.len);
    strbuf_finish(&clean);
    return value;
}

static json_t *json_cell(const struct column *column, const struct cell *cell)
{
    if (cell->is_null)
        return json_null();
    switch (column->kind) {
    case COLUMN_TEXT:
        return json_text(cell->text);
    case COLUMN_NUMBER:
        return json_integer(cell->number);
    case COLUMN_MARKS:
        if (cell->number % 100 == 0)
            return json_integer(cell->number / 100);
        return json_real((double)cell->number / 100);
    case COLUMN_FLAG:
        return json_boolean(cell->number != 0);
    }
    return json_null();
}

static json_t *json_row(const struct table *table, size_t row)
{
    json_t *object = json_object();

    for (size_t i = 0; i < table->column_count; i++)
        json_object_set_new(
            object, table->columns[i].id,
            json_cell(&table->columns[i],
                      &table->cells[row * table->column_count + i]));
    return object;
}

static json_t *json_rows(const struct table *table)
{
    json_t *rows = json_array();

    for (size_t row = 0; row < table->row_count; row++)
        json_array_append_new(rows, json_row(table, row));
    return rows;
}

static json_t *json_part(const struct json_part *part)
{
    if (!part->single)
        return json_rows(part->table);
    return part->table->row_count > 0 ? json_row(part->table, 0) : json_null();
}

void json_document(struct strbuf *out, const char *name,
                   const struct json_part *parts, size_t count)
{
    json_t *document = json_object();
    char schema[64];
    char *text;

    snprintf(schema, sizeof schema, "proctor-%s/1", name);
    json_object_set_new(document, "schema", json_string(schema));
    for (size_t i = 0; i < count; i++)
        json_object_set_new(document, parts[i].name, json_part(&parts[i]));
    text = json_dumps(document, JSON_INDENT(2) | JSON_REAL_PRECISION(15));
    if (!text)
        mem_exhausted(); /* all text in it is UTF-8: nothing else can fail */
    strbuf_adds(out, text);
    strbuf_addc(out, '\n');
    free(text);
    json_decref(document);
}
