/*
 * Building a page and drawing it. How it moves is page_move.c, how exhibits
 * and cases look is page_exhibit.c.
 */
#include "page.h"

#include <assert.h>
#include <stdlib.h>

#include "proctor/base/fold.h"
#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"
#include "proctor/base/wrap.h"

/* Longer lines are hard to read. */
#define TEXT_COLUMNS_MAX 100
/* From here on what leads a text is a row of numbers beside it. */
#define NUMBERS_COLUMNS 30
/* Room at the left for the sign of the focus. */
#define FOCUS_COLUMNS 2

void page_finish(struct page *page)
{
    array_free(&page->lines);
    arena_finish(&page->arena);
}

void page_rewind(struct page *page)
{
    page->top = 0;
    page->focus = 0;
}

void page_begin(struct page *page, int columns, int height, bool ascii)
{
    arena_reset(&page->arena);
    page->lines.count = 0;
    page->columns = columns;
    page->height = height;
    page->ascii = ascii;
    page->choice_count = 0;
    page->caret.shown = false;
}

void page_end(struct page *page)
{
    int last_top = (int)page->lines.count - page->height;

    if (page->top > last_top)
        page->top = last_top;
    if (page->top < 0)
        page->top = 0;
    if (page->focus >= page->choice_count)
        page->focus = page->choice_count - 1;
    if (page->focus < 0 && page->choice_count > 0)
        page->focus = 0;
}

static void add_line(struct page *page, struct page_line line)
{
    *array_add(&page->lines) = line;
}

static struct str fold_text(struct page *page, struct str text)
{
    struct strbuf buf = {0};
    struct str folded;

    fold_append(&buf, text, FOLD_LINE, page->ascii);
    folded = arena_str(&page->arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return folded;
}

/* Lines of `text` behind `lead`, all belonging to `choice`. */
static void add_wrapped(struct page *page, enum style style, int choice,
                        int indent, struct str lead, struct str text)
{
    int lead_columns = fold_columns(lead);
    int most =
        TEXT_COLUMNS_MAX + (lead_columns >= NUMBERS_COLUMNS ? lead_columns : 0);
    int room = page->columns < most ? page->columns : most;
    int columns = room - indent - lead_columns;
    struct wrapped wrapped =
        wrap_text(&page->arena, text, columns > 1 ? columns : 1, page->ascii);

    for (size_t i = 0; i < wrapped.count || i == 0; i++)
        add_line(page,
                 (struct page_line){
                     .lead = i == 0 ? lead : STR(""),
                     .text = wrapped.count > 0 ? wrapped.lines[i] : STR(""),
                     .indent = i == 0 ? indent : indent + lead_columns,
                     .style = style,
                     .choice = choice,
                 });
}

void page_text(struct page *page, enum style style, struct str text)
{
    if (str_trim(text).len > 0)
        add_wrapped(page, style, PAGE_NO_CHOICE, 0, STR(""), text);
}

void page_printf(struct page *page, enum style style, const char *format, ...)
{
    struct strbuf buf = {0};
    va_list args;

    va_start(args, format);
    strbuf_vprintf(&buf, format, args);
    va_end(args);
    page_text(page, style, strbuf_str(&buf));
    strbuf_finish(&buf);
}

void page_lead(struct page *page, enum style style, const char *lead,
               struct str text)
{
    add_wrapped(page, style, PAGE_NO_CHOICE, 0, fold_text(page, str_from(lead)),
                text);
}

void page_gap(struct page *page)
{
    const struct page_line *last;

    if (page->lines.count == 0)
        return;
    last = &page->lines.items[page->lines.count - 1];
    if (last->lead.len > 0 || last->text.len > 0)
        add_line(page, (struct page_line){.lead = STR(""),
                                          .text = STR(""),
                                          .choice = PAGE_NO_CHOICE});
}

void page_choice(struct page *page, enum style style, const char *lead,
                 struct str text)
{
    add_wrapped(page, style, page->choice_count++, FOCUS_COLUMNS,
                fold_text(page, str_from(lead)), text);
}

void page_row(struct page *page, enum style style, struct str text)
{
    add_line(page, (struct page_line){.lead = STR(""),
                                      .text = fold_text(page, text),
                                      .indent = FOCUS_COLUMNS,
                                      .style = style,
                                      .choice = page->choice_count++});
}

void page_kept(struct page *page, enum style style, struct str text)
{
    add_line(page, (struct page_line){.lead = STR(""),
                                      .text = fold_text(page, text),
                                      .style = style,
                                      .choice = PAGE_NO_CHOICE});
}

/* The end of folded text that fits in so many columns. */
static struct str end_within(struct str folded, int columns)
{
    size_t from = 0;

    while (from < folded.len &&
           fold_columns((struct str){folded.data + from, folded.len - from}) >
               columns)
        utf8_next(folded, &from);
    return (struct str){folded.data + from, folded.len - from};
}

/* What is typed, without a beginning that would push the caret out of sight. */
static struct str show_caret(struct page *page, struct str lead,
                             struct str text, size_t caret)
{
    int column = FOCUS_COLUMNS + fold_columns(lead);
    struct str before =
        end_within(fold_text(page, (struct str){text.data, caret}),
                   page->columns - column - 1);
    struct str behind =
        fold_text(page, (struct str){text.data + caret, text.len - caret});

    page->caret.shown = true;
    page->caret.line = page->lines.count;
    page->caret.column = column + fold_columns(before);
    return str_from(arena_printf(&page->arena, STR_FORMAT STR_FORMAT,
                                 STR_ARG(before), STR_ARG(behind)));
}

void page_field(struct page *page, enum style style, const char *lead,
                struct str text, int caret)
{
    struct str folded_lead = fold_text(page, str_from(lead));

    add_line(page, (struct page_line){
                       .lead = folded_lead,
                       .text = caret >= 0 ? show_caret(page, folded_lead, text,
                                                       (size_t)caret)
                                          : fold_text(page, text),
                       .indent = FOCUS_COLUMNS,
                       .style = style,
                       .choice = page->choice_count++,
                   });
}

/* --- drawing ------------------------------------------------------------- */

bool page_has_more_above(const struct page *page)
{
    return page->top > 0;
}

bool page_has_more_below(const struct page *page)
{
    return page->top + page->height < (int)page->lines.count;
}

static bool is_first_of_choice(const struct page *page, size_t index)
{
    return index == 0 || page->lines.items[index - 1].choice !=
                             page->lines.items[index].choice;
}

static void draw_line(const struct page *page, struct canvas *canvas, int x,
                      int y, size_t index, bool is_found)
{
    const struct page_line *line = &page->lines.items[index];
    bool is_focus =
        line->choice != PAGE_NO_CHOICE && line->choice == page->focus;
    enum style style = is_found   ? STYLE_FOUND
                       : is_focus ? STYLE_FOCUS
                                  : line->style;
    int at = x + line->indent;
    int right = x + page->columns;

    if (is_focus && is_first_of_choice(page, index))
        canvas_text(canvas, x, y, 1, STYLE_FOCUS, STR(">"));
    at += canvas_text(canvas, at, y, right - at, style, line->lead);
    canvas_text_cut(canvas, at, y, right - at, style, line->text);
}

static void draw_cursor(const struct page *page, struct canvas *canvas, int x,
                        int y, size_t index)
{
    const struct page_line *line = &page->lines.items[index];

    if (page->caret.shown && page->caret.line == index)
        canvas_cursor(canvas, x + page->caret.column, y, true);
    else if (!page->caret.shown && line->choice != PAGE_NO_CHOICE &&
             line->choice == page->focus && is_first_of_choice(page, index))
        canvas_cursor(canvas, x + line->indent, y, false);
}

void page_draw(const struct page *page, struct canvas *canvas, int x, int y,
               bool has_focus, int found)
{
    if (has_focus)
        canvas_cursor(canvas, x, y, false);
    for (int row = 0; row < page->height; row++) {
        size_t index = (size_t)(page->top + row);

        if (index >= page->lines.count)
            break;
        draw_line(page, canvas, x, y + row, index, (int)index == found);
        if (has_focus)
            draw_cursor(page, canvas, x, y + row, index);
    }
}
