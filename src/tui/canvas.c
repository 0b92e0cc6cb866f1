/*
 * The grid of cells. It folds what it is given and keeps a wide character from
 * being halved; what the cells look like is terminal_curses.c.
 */
#include "canvas.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

static const struct cell blank = {
    .text = " ", .length = 1, .style = STYLE_NORMAL};

void canvas_init(struct canvas *canvas, int width, int height)
{
    *canvas = (struct canvas){.has_lines = true};
    canvas_resize(canvas, width, height);
}

void canvas_finish(struct canvas *canvas)
{
    free(canvas->cells);
    strbuf_finish(&canvas->folded);
    *canvas = (struct canvas){0};
}

void canvas_resize(struct canvas *canvas, int width, int height)
{
    assert(width >= 1 && height >= 1);
    if (width > CANVAS_COLUMNS_MAX)
        width = CANVAS_COLUMNS_MAX;
    if (height > CANVAS_ROWS_MAX)
        height = CANVAS_ROWS_MAX;
    canvas->cells = mem_realloc(canvas->cells, (size_t)width * (size_t)height,
                                sizeof *canvas->cells);
    canvas->width = width;
    canvas->height = height;
    canvas_clear(canvas);
}

void canvas_clear(struct canvas *canvas)
{
    size_t count = (size_t)canvas->width * (size_t)canvas->height;

    for (size_t i = 0; i < count; i++)
        canvas->cells[i] = blank;
    canvas_cursor(canvas, canvas->width - 1, canvas->height - 1, false);
}

static struct cell *cell_at(const struct canvas *canvas, int x, int y)
{
    return &canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x];
}

const struct cell *canvas_cell(const struct canvas *canvas, int x, int y)
{
    return cell_at(canvas, x, y);
}

/* Blanks the other half of a wide character that is about to be halved. */
static void part_wide(struct canvas *canvas, int x, int y)
{
    struct cell *cell = cell_at(canvas, x, y);

    if (cell->length == 0 && x > 0)
        *cell_at(canvas, x - 1, y) = blank;
    if (x + 1 < canvas->width && cell_at(canvas, x + 1, y)->length == 0)
        *cell_at(canvas, x + 1, y) = blank;
}

static void put_cluster(struct canvas *canvas, int x, int y, int columns,
                        enum style style, struct str cluster)
{
    struct cell *cell = cell_at(canvas, x, y);

    assert(cluster.len > 0 && cluster.len <= CELL_TEXT_MAX);
    part_wide(canvas, x, y);
    memcpy(cell->text, cluster.data, cluster.len);
    cell->length = (unsigned char)cluster.len;
    cell->style = (unsigned char)style;
    if (columns == 2) {
        part_wide(canvas, x + 1, y);
        cell_at(canvas, x + 1, y)->length = 0;
        cell_at(canvas, x + 1, y)->style = (unsigned char)style;
    }
}

static struct str fold(struct canvas *canvas, struct str text)
{
    strbuf_clear(&canvas->folded);
    fold_append(&canvas->folded, text, FOLD_LINE, canvas->ascii);
    return strbuf_str(&canvas->folded);
}

/* A character with the marks on it; `*offset` moves behind them. */
static struct str next_cluster(struct str text, size_t *offset, int *columns)
{
    size_t start = *offset;
    uint32_t c = utf8_next(text, offset);

    assert(c >= ' ' && c != 0x7F && (c < 0x80 || c > 0x9F));
    *columns = fold_width(c);
    while (*offset < text.len) {
        size_t next = *offset;

        if (fold_width(utf8_next(text, &next)) != 0)
            break;
        *offset = next;
    }
    return (struct str){text.data + start, *offset - start};
}

int canvas_text(struct canvas *canvas, int x, int y, int columns,
                enum style style, struct str text)
{
    struct str folded = fold(canvas, text);
    size_t offset = 0;
    int used = 0;

    if (y < 0 || y >= canvas->height || x < 0)
        return 0;
    if (columns > canvas->width - x)
        columns = canvas->width - x;
    while (offset < folded.len) {
        int width;
        struct str cluster = next_cluster(folded, &offset, &width);

        if (width == 0)
            continue; /* a mark without a base */
        if (used + width > columns)
            break;
        put_cluster(canvas, x + used, y, width, style, cluster);
        used += width;
    }
    return used;
}

int canvas_columns(struct canvas *canvas, struct str text)
{
    return fold_columns(fold(canvas, text));
}

int canvas_text_cut(struct canvas *canvas, int x, int y, int columns,
                    enum style style, struct str text)
{
    struct str dots = canvas->ascii ? STR("..") : STR("\u2026");
    int dots_columns = canvas->ascii ? 2 : 1;
    int used;

    if (canvas_columns(canvas, text) <= columns || columns <= dots_columns)
        return canvas_text(canvas, x, y, columns, style, text);
    used = canvas_text(canvas, x, y, columns - dots_columns, style, text);
    return used + canvas_text(canvas, x + used, y, dots_columns, style, dots);
}

void canvas_restyle(struct canvas *canvas, struct rect rect, enum style style)
{
    int right = rect.x + rect.width, bottom = rect.y + rect.height;

    for (int y = rect.y < 0 ? 0 : rect.y; y < bottom && y < canvas->height; y++)
        for (int x = rect.x; x < right && x < canvas->width; x++)
            cell_at(canvas, x, y)->style = (unsigned char)style;
}

void canvas_rule_across(struct canvas *canvas, int x, int y, int columns)
{
    struct str piece = canvas->ascii ? STR("-") : STR("\u2500");

    for (int i = 0; canvas->has_lines && i < columns; i++)
        canvas_text(canvas, x + i, y, 1, STYLE_DIM, piece);
}

void canvas_rule_down(struct canvas *canvas, int x, int y, int rows)
{
    struct str piece = canvas->ascii ? STR("|") : STR("\u2502");

    for (int i = 0; canvas->has_lines && i < rows; i++)
        canvas_text(canvas, x, y + i, 1, STYLE_DIM, piece);
}

void canvas_cursor(struct canvas *canvas, int x, int y, bool shown)
{
    canvas->cursor_x = x < canvas->width ? x : canvas->width - 1;
    canvas->cursor_y = y < canvas->height ? y : canvas->height - 1;
    canvas->cursor_shown = shown;
}

void canvas_row_text(const struct canvas *canvas, int y, struct strbuf *out)
{
    int end = canvas->width;

    while (end > 0 && cell_at(canvas, end - 1, y)->length == 1 &&
           cell_at(canvas, end - 1, y)->text[0] == ' ')
        end--;
    for (int x = 0; x < end; x++) {
        const struct cell *cell = cell_at(canvas, x, y);

        strbuf_add(out, (struct str){cell->text, cell->length});
    }
    strbuf_addc(out, '\n');
}
