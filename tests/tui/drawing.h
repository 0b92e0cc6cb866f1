/* Canvases as golden texts. */
#ifndef PROCTOR_TESTS_TUI_DRAWING_H
#define PROCTOR_TESTS_TUI_DRAWING_H

#include "canvas.h"
#include "ui.h"

/* Rows of text, the cursor, then the styles that are not NORMAL as
 * `row:first-last NAME`. */
void drawing_dump(const struct canvas *canvas, struct strbuf *out);

/* Compares with the golden `NAME-WIDTHxHEIGHT`; fails the test otherwise. */
void drawing_check(const struct canvas *canvas, const char *name);

/* A canvas as the loop makes it for this ui. */
void drawing_init(struct canvas *canvas, const struct ui *ui, int width,
                  int height);

#endif
