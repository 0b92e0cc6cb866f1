/*
 * A grid of cells that screens draw into. All text goes through the display
 * fold on its way in, so nothing that reaches a terminal can command it, and
 * every cell has the width that terminals give it.
 */
#ifndef PROCTOR_TUI_CANVAS_H
#define PROCTOR_TUI_CANVAS_H

#include <stdbool.h>

#include "proctor/base/str.h"

#include "style.h"

/* A base character and up to four combining marks, four bytes each. */
#define CELL_TEXT_MAX 20

struct cell {
    char text[CELL_TEXT_MAX];
    unsigned char length; /* bytes; 0 in the right half of a wide character */
    unsigned char style;
};

struct rect {
    int x, y, width, height;
};

struct canvas {
    int width, height;
    struct cell *cells;
    bool ascii;     /* draw nothing but ASCII */
    bool has_lines; /* draw rules; without, they are left blank */
    /* Where the focus is; a terminal puts its cursor there. */
    int cursor_x, cursor_y;
    bool cursor_shown;
    struct strbuf folded; /* scratch */
};

void canvas_init(struct canvas *canvas, int width, int height);
void canvas_finish(struct canvas *canvas);
/* No terminal is larger; one that says so is drawn up to here. */
#define CANVAS_COLUMNS_MAX 1000
#define CANVAS_ROWS_MAX 500

/* Blank, with the cursor hidden in the last corner. */
void canvas_resize(struct canvas *canvas, int width, int height);
void canvas_clear(struct canvas *canvas);

/*
 * Draws one line of text from (x, y) on, at most `columns` of it; a character
 * that does not fit whole is left out. What lies outside the canvas is cut.
 * Gives the columns used.
 */
int canvas_text(struct canvas *canvas, int x, int y, int columns,
                enum style style, struct str text);

/* As canvas_text(), but a text that is too long ends in an ellipsis. */
int canvas_text_cut(struct canvas *canvas, int x, int y, int columns,
                    enum style style, struct str text);

/* Columns the text would take. */
int canvas_columns(struct canvas *canvas, struct str text);

/* Gives cells a style and leaves their text. */
void canvas_restyle(struct canvas *canvas, struct rect rect, enum style style);

void canvas_rule_across(struct canvas *canvas, int x, int y, int columns);
void canvas_rule_down(struct canvas *canvas, int x, int y, int rows);

/* Puts the cursor; `shown`: typed text appears there. */
void canvas_cursor(struct canvas *canvas, int x, int y, bool shown);

const struct cell *canvas_cell(const struct canvas *canvas, int x, int y);

/* Appends row `y` without blanks at its end, then a newline. */
void canvas_row_text(const struct canvas *canvas, int y, struct strbuf *out);

#endif
