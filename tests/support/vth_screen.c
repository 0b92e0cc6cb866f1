/* Reading the emulator's screen: text, styles, golden dumps, pictures. */
#include <stdio.h>
#include <string.h>

#include "proctor/base/utf8.h"

#include "vth_private.h"

static VTermScreenCell cell_at(struct vth *vth, int row, int col)
{
    VTermScreenCell cell;

    vterm_screen_get_cell(vth->screen, (VTermPos){.row = row, .col = col},
                          &cell);
    return cell;
}

/* The right half of a wide character. */
static bool is_continued(const VTermScreenCell *cell)
{
    return cell->chars[0] == UINT32_MAX;
}

static void add_cell(struct strbuf *out, const VTermScreenCell *cell)
{
    if (is_continued(cell))
        return;
    if (cell->chars[0] == 0)
        strbuf_addc(out, ' ');
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        utf8_append(out, cell->chars[i]);
}

static void size_of(const struct vth *vth, int *rows, int *cols)
{
    vterm_get_size(vth->vt, rows, cols);
}

void vth_row(struct vth *vth, int row, struct strbuf *out)
{
    size_t start = out->len;
    int rows, cols;

    size_of(vth, &rows, &cols);
    for (int col = 0; col < cols; col++) {
        VTermScreenCell cell = cell_at(vth, row, col);

        add_cell(out, &cell);
    }
    while (out->len > start && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
}

/* Columns of the cells that make the first `bytes` bytes of a row. */
static int column_of(struct vth *vth, int row, size_t bytes)
{
    struct strbuf text = {0};
    int col = 0;

    while (text.len < bytes) {
        VTermScreenCell cell = cell_at(vth, row, col++);

        add_cell(&text, &cell);
    }
    strbuf_finish(&text);
    return col;
}

bool vth_find(struct vth *vth, const char *text, int *row_out, int *col_out)
{
    struct strbuf line = {0};
    int rows, cols;
    bool found = false;

    size_of(vth, &rows, &cols);
    for (int row = 0; row < rows && !found; row++) {
        const char *at;

        strbuf_clear(&line);
        vth_row(vth, row, &line);
        at = strstr(strbuf_text(&line), text);
        found = at != NULL;
        if (found && row_out)
            *row_out = row;
        if (found && col_out)
            *col_out = column_of(vth, row, (size_t)(at - strbuf_text(&line)));
    }
    strbuf_finish(&line);
    return found;
}

void vth_cursor(struct vth *vth, int *row_out, int *col_out,
                bool *is_visible_out)
{
    VTermPos pos;

    vterm_state_get_cursorpos(vterm_obtain_state(vth->vt), &pos);
    *row_out = pos.row;
    *col_out = pos.col;
    *is_visible_out = vth->cursor_visible;
}

bool vth_altscreen(const struct vth *vth)
{
    return vth->altscreen;
}

int vth_bells(const struct vth *vth)
{
    return vth->bells;
}

const char *vth_title(const struct vth *vth)
{
    return strbuf_text(&vth->title);
}

size_t vth_bytes(const struct vth *vth)
{
    return vth->bytes;
}

const char *vth_unknown(const struct vth *vth)
{
    return strbuf_text(&vth->unknown);
}

/* --- styles
 * -------------------------------------------------------------------- */

static int color_index(const VTermColor *color, bool is_default)
{
    return is_default || !VTERM_COLOR_IS_INDEXED(color) ? -1
                                                        : color->indexed.idx;
}

/* "br 1/-1"; empty for plain text. */
static void describe(const VTermScreenCell *cell, char *out, size_t size)
{
    int fg = color_index(&cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg));
    int bg = color_index(&cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg));

    out[0] = '\0';
    if (cell->attrs.bold || cell->attrs.underline || cell->attrs.reverse ||
        fg >= 0 || bg >= 0)
        snprintf(out, size, "%s%s%s %d/%d", cell->attrs.bold ? "b" : "",
                 cell->attrs.underline ? "u" : "",
                 cell->attrs.reverse ? "r" : "", fg, bg);
}

bool vth_has_color(struct vth *vth)
{
    int rows, cols;

    size_of(vth, &rows, &cols);
    for (int row = 0; row < rows; row++)
        for (int col = 0; col < cols; col++) {
            VTermScreenCell cell = cell_at(vth, row, col);

            if (color_index(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)) >=
                    0 ||
                color_index(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg)) >= 0)
                return true;
        }
    return false;
}

/* The end of the run of one style that begins at `col`. */
static int run_end(struct vth *vth, int row, int col, int cols, char *style,
                   size_t size)
{
    VTermScreenCell cell = cell_at(vth, row, col);
    char other[32];

    describe(&cell, style, size);
    for (col++; col < cols; col++) {
        cell = cell_at(vth, row, col);
        describe(&cell, other, sizeof other);
        if (!is_continued(&cell) && strcmp(style, other) != 0)
            break;
    }
    return col;
}

static void dump_styles(struct vth *vth, int row, int cols, struct strbuf *out)
{
    char style[32];

    for (int col = 0, end; col < cols; col = end) {
        end = run_end(vth, row, col, cols, style, sizeof style);
        if (style[0] != '\0')
            strbuf_printf(out, "%d:%d-%d %s\n", row, col, end - 1, style);
    }
}

void vth_dump(struct vth *vth, struct strbuf *out)
{
    int rows, cols, row, col;
    bool visible;

    size_of(vth, &rows, &cols);
    for (int i = 0; i < rows; i++) {
        vth_row(vth, i, out);
        strbuf_addc(out, '\n');
    }
    vth_cursor(vth, &row, &col, &visible);
    strbuf_printf(out, "-- cursor %d:%d%s\n-- title %s\n", row, col,
                  visible ? " visible" : "", vth_title(vth));
    for (int i = 0; i < rows; i++)
        dump_styles(vth, i, cols, out);
}

/* --- pictures
 * -------------------------------------------------------------------- */

#define CELL_WIDTH 8
#define CELL_HEIGHT 17
#define BASELINE 13

static void add_escaped(struct strbuf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            strbuf_adds(out, "&amp;");
        else if (*text == '<')
            strbuf_adds(out, "&lt;");
        else
            strbuf_addc(out, *text);
    }
}

static const char *svg_color(int index)
{
    static const char *const colors[] = {"#000", "#b00", "#080", "#850",
                                         "#00b", "#808", "#088", "#888"};

    return index >= 0 && index < 8 ? colors[index] : "#222";
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

/* ASCII has one width in one font; other characters may come from another font,
 * so each gets its place. */
static void add_places(struct strbuf *out, struct str text, int x, int width)
{
    int columns = width / CELL_WIDTH;

    if (is_ascii(text)) {
        strbuf_printf(out, " x='%d' textLength='%d'", x, width);
        return;
    }
    strbuf_adds(out, " x='");
    for (int i = 0; i < columns; i++)
        strbuf_printf(out, "%s%d", i > 0 ? " " : "", x + i * CELL_WIDTH);
    strbuf_addc(out, '\'');
}

static void svg_run(struct vth *vth, struct strbuf *out, int row, int first,
                    int end)
{
    VTermScreenCell cell = cell_at(vth, row, first);
    const char *ink =
        svg_color(color_index(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)));
    struct strbuf text = {0};
    int x = first * CELL_WIDTH, width = (end - first) * CELL_WIDTH;

    for (int col = first; col < end; col++) {
        VTermScreenCell next = cell_at(vth, row, col);

        add_cell(&text, &next);
    }
    if (cell.attrs.reverse)
        strbuf_printf(out,
                      "<rect x='%d' y='%d' width='%d' height='%d' "
                      "fill='%s'/>\n",
                      x, row * CELL_HEIGHT, width, CELL_HEIGHT, ink);
    if (str_trim(strbuf_str(&text)).len > 0) {
        strbuf_adds(out, "<text");
        add_places(out, strbuf_str(&text), x, width);
        strbuf_printf(out, " y='%d' fill='%s'%s>", row * CELL_HEIGHT + BASELINE,
                      cell.attrs.reverse ? "#fff" : ink,
                      cell.attrs.bold ? " font-weight='bold'" : "");
        add_escaped(out, strbuf_text(&text));
        strbuf_adds(out, "</text>\n");
    }
    strbuf_finish(&text);
}

bool vth_svg(struct vth *vth, const char *path, const char *title)
{
    struct strbuf out = {0};
    FILE *file = fopen(path, "w");
    char style[32];
    int rows, cols;
    bool ok;

    size_of(vth, &rows, &cols);
    strbuf_printf(&out,
                  "<svg xmlns='http://www.w3.org/2000/svg' width='%d' "
                  "height='%d' font-family='monospace' font-size='13' "
                  "xml:space='preserve'>\n<title>",
                  cols * CELL_WIDTH, rows * CELL_HEIGHT);
    add_escaped(&out, title);
    strbuf_adds(&out, "</title>\n<rect width='100%' height='100%' "
                      "fill='#fff'/>\n");
    for (int row = 0; row < rows; row++)
        for (int col = 0, end; col < cols; col = end) {
            end = run_end(vth, row, col, cols, style, sizeof style);
            svg_run(vth, &out, row, col, end);
        }
    strbuf_adds(&out, "</svg>\n");
    ok = file && fputs(strbuf_text(&out), file) >= 0;
    ok = file && fclose(file) == 0 && ok;
    strbuf_finish(&out);
    return ok;
}
