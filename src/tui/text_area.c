/*
 * Rows of a text as it stands, for typing: unlike base/wrap.h no blank and no
 * line end is lost, so that every byte has its place for the caret.
 */
#include "text_area.h"

#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/utf8.h"

/* Longer rows are hard to read. */
#define AREA_COLUMNS_MAX 78

void text_area_set(struct text_area *area, struct str text)
{
    size_t length = utf8_floor(text, REMARK_TEXT_MAX);

    memcpy(area->text, text.data, length);
    area->text[length] = '\0';
    area->length = area->caret = length;
}

struct str text_area_str(const struct text_area *area)
{
    return (struct str){area->text, area->length};
}

/* --- rows ----------------------------------------------------------------- */

/* Row n goes from starts[n] up to the next. */
struct rows {
    size_t *starts;
    size_t count;
};

static int columns_of(const struct text_area *area, size_t from, size_t to)
{
    struct strbuf folded = {0};
    int columns;

    fold_append(&folded, (struct str){area->text + from, to - from}, FOLD_LINE,
                area->ascii);
    columns = fold_columns(strbuf_str(&folded));
    strbuf_finish(&folded);
    return columns;
}

/* Where the row ends: behind a line end, behind the last blank that leaves
 * room, else where it is full. Blanks may stand past the edge. */
static size_t row_end(const struct text_area *area, size_t from)
{
    struct str text = text_area_str(area);
    size_t at = from, word = from;
    int columns = 0;

    while (at < text.len) {
        size_t next = at;

        if (text.data[at] == '\n')
            return at + 1;
        utf8_next(text, &next);
        columns += next - at == 1 ? 1 : columns_of(area, at, next);
        if (columns > area->columns && text.data[at] != ' ')
            return word > from ? word : at > from ? at : next;
        at = next;
        if (text.data[at - 1] == ' ')
            word = at;
    }
    return text.len;
}

static struct rows rows_of(const struct text_area *area, struct arena *arena)
{
    struct rows rows = {ARENA_ARRAY(arena, size_t, area->length + 2), 1};

    for (size_t at = row_end(area, 0); at < area->length;
         at = row_end(area, at))
        rows.starts[rows.count++] = at;
    if (area->length > 0 && area->text[area->length - 1] == '\n')
        rows.starts[rows.count++] = area->length;
    return rows;
}

static size_t row_at(const struct rows *rows, size_t byte)
{
    size_t row = rows->count - 1;

    while (rows->starts[row] > byte)
        row--;
    return row;
}

/* The end of what can be seen of a row: its line end and blanks are not. */
static size_t visible_end(const struct text_area *area, const struct rows *rows,
                          size_t row)
{
    size_t end = row + 1 < rows->count ? rows->starts[row + 1] : area->length;
    bool is_wrapped = row + 1 < rows->count && area->text[end - 1] == ' ';

    if (end > rows->starts[row] && (is_wrapped || area->text[end - 1] == '\n'))
        end--;
    return end;
}

/* --- keys ----------------------------------------------------------------- */

/* The byte of a row that stands at that column, or its end. */
static size_t byte_at(const struct text_area *area, const struct rows *rows,
                      size_t row, int columns)
{
    size_t at = rows->starts[row], end = visible_end(area, rows, row);

    while (at < end) {
        size_t next = at;

        utf8_next(text_area_str(area), &next);
        columns -= columns_of(area, at, next);
        if (columns < 0)
            break;
        at = next;
    }
    return at;
}

/* Where the caret goes within the rows. */
static size_t moved(const struct text_area *area, const struct rows *rows,
                    enum press press)
{
    size_t row = row_at(rows, area->caret);
    int columns = columns_of(area, rows->starts[row], area->caret);

    if (press == PRESS_HOME)
        return rows->starts[row];
    if (press == PRESS_END)
        return visible_end(area, rows, row);
    if (press == PRESS_UP)
        return row > 0 ? byte_at(area, rows, row - 1, columns) : 0;
    return row + 1 < rows->count ? byte_at(area, rows, row + 1, columns)
                                 : area->length;
}

static bool goes_by_rows(enum press press)
{
    return press == PRESS_UP || press == PRESS_DOWN || press == PRESS_HOME ||
           press == PRESS_END;
}

bool text_area_key(struct text_area *area, const struct key *key)
{
    struct text_edit edit = {area->text, sizeof area->text, area->length,
                             area->caret};
    struct arena scratch = {0};
    struct rows rows;
    bool is_known = true;

    if (goes_by_rows(key->press)) {
        rows = rows_of(area, &scratch);
        edit.caret = moved(area, &rows, key->press);
        arena_finish(&scratch);
    } else if (key->pasted && key->press == PRESS_ENTER) {
        text_edit_insert(&edit, '\n');
    } else if (key->pasted && key->press == PRESS_TAB) {
        text_edit_insert(&edit, ' ');
    } else {
        is_known = text_edit_key(&edit, key);
    }
    area->length = edit.length;
    area->caret = edit.caret;
    return is_known;
}

/* --- drawing -------------------------------------------------------------- */

void text_area_page(struct text_area *area, struct page *page)
{
    struct rows rows;
    size_t caret_row;

    area->columns = page->columns - 1; /* the caret may stand behind the last */
    if (area->columns > AREA_COLUMNS_MAX)
        area->columns = AREA_COLUMNS_MAX;
    area->ascii = page->ascii;
    rows = rows_of(area, &page->arena);
    caret_row = row_at(&rows, area->caret);
    page->caret.shown = true;
    page->caret.line = page->lines.count + caret_row;
    page->caret.column = columns_of(area, rows.starts[caret_row], area->caret);
    for (size_t row = 0; row < rows.count; row++)
        page_kept(
            page, STYLE_CHOSEN,
            (struct str){area->text + rows.starts[row],
                         visible_end(area, &rows, row) - rows.starts[row]});
}
