/*
 * Exhibits and cases on a page. A table keeps its columns where they fit; else
 * each row is told as `column: value`, as a listener would hear it.
 */
#include "page.h"

#include "proctor/base/fold.h"

#define COLUMN_GAP 2

static int columns_of(struct page *page, struct str text)
{
    struct strbuf buf = {0};
    int columns;

    fold_append(&buf, text, FOLD_LINE, page->ascii);
    columns = fold_columns(strbuf_str(&buf));
    strbuf_finish(&buf);
    return columns;
}

/* The columns of the table at its natural width; `widths` gets each. */
static int table_width(struct page *page, const struct exhibit *table,
                       int *widths)
{
    size_t count = table->columns.count;
    int total = 0;

    for (size_t i = 0; i < count; i++) {
        widths[i] = columns_of(page, table->columns.items[i]);
        for (size_t row = 0; row < table->row_count; row++) {
            int width = columns_of(page, table->cells[row * count + i]);

            widths[i] = width > widths[i] ? width : widths[i];
        }
        total += widths[i] + (i > 0 ? COLUMN_GAP : 0);
    }
    return total;
}

/* One row, cells padded to their columns. */
static void table_row(struct page *page, enum style style,
                      const struct str *cells, size_t count, const int *widths)
{
    struct strbuf line = {0};
    int pad = 0;

    strbuf_addc(&line, ' ');
    for (size_t i = 0; i < count; i++) {
        for (; pad > 0; pad--)
            strbuf_addc(&line, ' ');
        fold_append(&line, cells[i], FOLD_LINE, page->ascii);
        pad = widths[i] - columns_of(page, cells[i]) + COLUMN_GAP;
    }
    page_kept(page, style, strbuf_str(&line));
    strbuf_finish(&line);
}

static void row_in_words(struct page *page, const struct exhibit *table,
                         size_t row)
{
    size_t count = table->columns.count;

    for (size_t i = 0; i < count; i++) {
        const char *lead = arena_printf(&page->arena, "%s" STR_FORMAT ": ",
                                        i == 0 ? "- " : "  ",
                                        STR_ARG(table->columns.items[i]));

        page_lead(page, STYLE_NORMAL, lead, table->cells[row * count + i]);
    }
}

static void add_table(struct page *page, const struct exhibit *table)
{
    size_t count = table->columns.count;
    int *widths = ARENA_ARRAY(&page->arena, int, count);

    if (table_width(page, table, widths) + 1 > page->columns) {
        for (size_t row = 0; row < table->row_count; row++)
            row_in_words(page, table, row);
        return;
    }
    table_row(page, STYLE_HEADING, table->columns.items, count, widths);
    for (size_t row = 0; row < table->row_count; row++)
        table_row(page, STYLE_NORMAL, table->cells + row * count, count,
                  widths);
}

void page_exhibit(struct page *page, const struct exhibit *exhibit)
{
    page_gap(page);
    page_text(page, STYLE_HEADING, exhibit->title);
    if (exhibit->columns.count > 0)
        add_table(page, exhibit);
    else
        page_text(page, STYLE_NORMAL, exhibit->text);
    page_gap(page);
}

void page_case(struct page *page, const struct case_text *text)
{
    page_text(page, STYLE_HEADING, text->title);
    for (size_t i = 0; i < text->part_count; i++) {
        page_gap(page);
        page_text(page, STYLE_HEADING, text->parts[i].heading);
        page_text(page, STYLE_NORMAL, text->parts[i].text);
    }
    for (size_t i = 0; i < text->exhibits.count; i++)
        page_exhibit(page, &text->exhibits.items[i]);
}
