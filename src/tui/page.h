/*
 * A page: text laid out in lines, some of which belong to a choice. It scrolls
 * and keeps the focus on a choice. A screen builds its page anew for every
 * frame, from the truth and for the size there is; place and focus stay.
 */
#ifndef PROCTOR_TUI_PAGE_H
#define PROCTOR_TUI_PAGE_H

#include "proctor/base/arena.h"
#include "proctor/domain/item.h"

#include "canvas.h"
#include "command.h"

#define PAGE_NO_CHOICE (-1)

struct page_line {
    struct str lead, text; /* folded; the lead stands before the text */
    int indent;            /* columns before both */
    enum style style;
    int choice;
};

struct page {
    struct arena arena; /* of the lines; forgotten by page_begin() */
    struct {
        struct page_line *items;
        size_t count, capacity;
    } lines;
    int columns, height;
    bool ascii;
    int choice_count;
    int top;   /* first line shown */
    int focus; /* a choice, or PAGE_NO_CHOICE */
    struct {
        bool shown;
        size_t line;
        int column;
    } caret; /* where text is typed */
};

void page_finish(struct page *page);
/* From the top, with the focus on the first choice. */
void page_rewind(struct page *page);

/* Begins and ends the building of a page for `columns` x `height`. */
void page_begin(struct page *page, int columns, int height, bool ascii);
void page_end(struct page *page);

/* Text, wrapped. Lines after the first of a lead are indented as the first. */
void page_text(struct page *page, enum style style, struct str text);
void page_printf(struct page *page, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void page_lead(struct page *page, enum style style, const char *lead,
               struct str text);
/* An empty line, but never two, and none at the top. */
void page_gap(struct page *page);

/* The next choice, counted from 0. */
void page_choice(struct page *page, enum style style, const char *lead,
                 struct str text);
/* A choice of one line that is cut, not wrapped: a row of a list. */
void page_row(struct page *page, enum style style, struct str text);
/* A choice that is typed into: the caret stands `caret` bytes into the text,
 * or nowhere when that is negative. */
void page_field(struct page *page, enum style style, const char *lead,
                struct str text, int caret);
/* One line as it is: cut, not wrapped. */
void page_kept(struct page *page, enum style style, struct str text);

/* A text or a table; a table too wide goes row by row as `column: value`. */
void page_exhibit(struct page *page, const struct exhibit *exhibit);
void page_case(struct page *page, const struct case_text *text);

/* Moves focus or text. False for a command that moves nothing here. */
bool page_command(struct page *page, enum command command);
/* The first line of the focus is in sight. */
bool page_shows_focus(const struct page *page);
/* Puts the focus on the choice and shows it. */
void page_focus(struct page *page, int choice);
/* Shows the text from that line on, with the focus on the first choice there.
 */
void page_show_from(struct page *page, int line);
/* Shows the next line at or behind line `from` where the text begins (ASCII
 * letters of either case), from the top again at the end. Its index, or -1. The
 * text may go on in the lines below, up to an empty one. */
int page_search(struct page *page, struct str wanted, int from);

bool page_has_more_above(const struct page *page);
bool page_has_more_below(const struct page *page);

/* Draws the page with its left upper corner at (x, y). `has_focus`: the cursor
 * goes to the focus; `found`: the line of a search, or -1. */
void page_draw(const struct page *page, struct canvas *canvas, int x, int y,
               bool has_focus, int found);

#endif
