/*
 * Tables as aligned text and as CSV. What JSON makes of them is table_json.c,
 * the only user of the JSON library.
 */
#include "proctor/report/table.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/utf8.h"
#include "proctor/domain/score.h"

#define GAP_COLUMNS 2

void table_init(struct table *table, const char *name,
                const struct column *columns, size_t column_count,
                struct arena *arena)
{
    *table = (struct table){.name = name,
                            .columns = columns,
                            .column_count = column_count,
                            .arena = arena};
}

/* Doubles into a new piece of the arena; the old one goes with it. */
static void grow(struct table *table)
{
    size_t capacity = table->capacity ? table->capacity * 2 : 16;
    struct cell *cells =
        ARENA_ARRAY(table->arena, struct cell, capacity * table->column_count);

    if (table->row_count > 0)
        memcpy(cells, table->cells,
               table->row_count * table->column_count * sizeof *cells);
    table->cells = cells;
    table->capacity = capacity;
}

void table_row(struct table *table)
{
    struct cell *row;

    if (table->row_count == table->capacity)
        grow(table);
    row = &table->cells[table->row_count++ * table->column_count];
    for (size_t i = 0; i < table->column_count; i++)
        row[i] = (struct cell){.text = STR(""), .is_null = true};
}

static struct cell *last_cell(struct table *table, size_t column)
{
    struct cell *cell;

    assert(table->row_count > 0 && column < table->column_count);
    cell = &table->cells[(table->row_count - 1) * table->column_count + column];
    cell->is_null = false;
    return cell;
}

void table_text(struct table *table, size_t column, struct str text)
{
    assert(table->columns[column].kind == COLUMN_TEXT);
    last_cell(table, column)->text = arena_str(table->arena, text);
}

void table_number(struct table *table, size_t column, int64_t number)
{
    assert(table->columns[column].kind == COLUMN_NUMBER ||
           table->columns[column].kind == COLUMN_MARKS);
    last_cell(table, column)->number = number;
}

void table_flag(struct table *table, size_t column, bool flag)
{
    assert(table->columns[column].kind == COLUMN_FLAG);
    last_cell(table, column)->number = flag;
}

/* The cell's value, unfolded; empty for null. */
static struct str cell_value(const struct table *table, size_t row,
                             size_t column, struct arena *arena)
{
    const struct cell *cell = &table->cells[row * table->column_count + column];
    char marks[MARKS_SIZE];

    if (cell->is_null)
        return STR("");
    switch (table->columns[column].kind) {
    case COLUMN_TEXT:
        return cell->text;
    case COLUMN_NUMBER:
        return str_from(arena_printf(arena, "%" PRId64, cell->number));
    case COLUMN_MARKS:
        marks_format((int)cell->number, marks);
        return str_from(arena_strdup(arena, marks));
    case COLUMN_FLAG:
        return cell->number ? STR("yes") : STR("");
    }
    return STR("");
}

/* --- text ----------------------------------------------------------------- */

struct layout {
    struct str *cells; /* folded; a first row of titles */
    int *widths;
    size_t rows, columns;
};

static struct str folded(struct arena *arena, struct str text, bool ascii)
{
    struct strbuf buf = {0};
    struct str out;

    fold_append(&buf, text, FOLD_LINE, ascii);
    out = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return out;
}

static struct layout lay_out(const struct table *table, struct arena *arena,
                             bool ascii)
{
    struct layout layout = {.rows = table->row_count + 1,
                            .columns = table->column_count};

    layout.cells = ARENA_ARRAY(arena, struct str, layout.rows * layout.columns);
    layout.widths = ARENA_ARRAY(arena, int, layout.columns);
    for (size_t row = 0; row < layout.rows; row++) {
        for (size_t i = 0; i < layout.columns; i++) {
            struct str *cell = &layout.cells[row * layout.columns + i];
            struct str text = row == 0 ? str_from(table->columns[i].title)
                                       : cell_value(table, row - 1, i, arena);
            int width;

            *cell = folded(arena, text, ascii);
            width = fold_columns(*cell);
            if (width > layout.widths[i])
                layout.widths[i] = width;
        }
    }
    return layout;
}

static void add_spaces(struct strbuf *out, int count)
{
    while (count-- > 0)
        strbuf_addc(out, ' ');
}

static bool is_right_aligned(const struct column *column)
{
    return column->kind == COLUMN_NUMBER || column->kind == COLUMN_MARKS;
}

static void print_row(const struct table *table, const struct layout *layout,
                      size_t row, struct strbuf *out)
{
    int owed = 0; /* blanks held back, so that no line ends in them */

    for (size_t i = 0; i < layout->columns; i++) {
        struct str cell = layout->cells[row * layout->columns + i];
        int pad = layout->widths[i] - fold_columns(cell);
        bool right = is_right_aligned(&table->columns[i]);

        if (!table->columns[i].title)
            continue;
        if (right)
            owed += pad;
        if (cell.len > 0) {
            add_spaces(out, owed);
            strbuf_add(out, cell);
            owed = 0;
        }
        owed += GAP_COLUMNS + (right ? 0 : pad);
    }
    strbuf_addc(out, '\n');
}

void table_print(const struct table *table, struct strbuf *out,
                 const char *empty, bool ascii)
{
    struct arena scratch = {0};
    struct layout layout;

    if (table->row_count == 0) {
        strbuf_adds(out, empty);
        strbuf_addc(out, '\n');
        return;
    }
    layout = lay_out(table, &scratch, ascii);
    for (size_t row = 0; row < layout.rows; row++)
        print_row(table, &layout, row, out);
    arena_finish(&scratch);
}

/* --- CSV ------------------------------------------------------------------ */

/* One of the `count` characters; never the terminator. */
static bool is_one_of(char c, const char *characters, size_t count)
{
    return memchr(characters, c, count) != NULL;
}

/* Spreadsheets look behind blanks, and some take tab and line ends for them. */
static bool is_formula(struct str text)
{
    size_t i = 0;

    while (i < text.len && text.data[i] == ' ')
        i++;
    return i < text.len && is_one_of(text.data[i], "=+-@\t\r\n", 7);
}

static bool needs_quotes(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_one_of(text.data[i], ",\"\r\n", 4))
            return true;
    return false;
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0);
}

/* With U+FFFD for control characters and for bytes that are no text. */
static struct str without_controls(struct str text, struct arena *arena)
{
    struct strbuf clean = {0};
    struct str out;

    for (size_t offset = 0; offset < text.len;) {
        uint32_t c = utf8_next(text, &offset);

        utf8_append(&clean, is_control(c) ? UTF8_REPLACEMENT : c);
    }
    out = arena_str(arena, strbuf_str(&clean));
    strbuf_finish(&clean);
    return out;
}

static void csv_field(struct strbuf *out, struct str text, bool guard)
{
    bool quoted = guard || needs_quotes(text);

    if (quoted)
        strbuf_addc(out, '"');
    if (guard)
        strbuf_addc(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"')
            strbuf_addc(out, '"');
        strbuf_addc(out, text.data[i]);
    }
    if (quoted)
        strbuf_addc(out, '"');
}

static void csv_text(struct strbuf *out, struct str text, bool raw,
                     struct arena *arena)
{
    if (raw)
        csv_field(out, text, false);
    else
        csv_field(out, without_controls(text, arena), is_formula(text));
}

static void csv_row(const struct table *table, size_t row, struct strbuf *out,
                    bool raw, struct arena *arena)
{
    for (size_t i = 0; i < table->column_count; i++) {
        struct str value = cell_value(table, row, i, arena);

        if (i > 0)
            strbuf_addc(out, ',');
        if (table->columns[i].kind == COLUMN_TEXT)
            csv_text(out, value, raw, arena);
        else
            csv_field(out, value, false);
    }
    strbuf_adds(out, "\r\n");
}

void table_csv(const struct table *table, struct strbuf *out, bool raw)
{
    struct arena scratch = {0};

    for (size_t i = 0; i < table->column_count; i++) {
        if (i > 0)
            strbuf_addc(out, ',');
        strbuf_adds(out, table->columns[i].id);
    }
    strbuf_adds(out, "\r\n");
    for (size_t row = 0; row < table->row_count; row++)
        csv_row(table, row, out, raw, &scratch);
    arena_finish(&scratch);
}
