/* Canvases as golden texts. */
#ifndef PROCTOR_TESTS_TUI_DRAWING_H
#define PROCTOR_TESTS_TUI_DRAWING_H

#include "canvas.h"
#include "page.h"
#include "ui.h"

/* Rows of text, the cursor, then the styles that are not NORMAL as
 * `row:first-last NAME`. */
void drawing_dump(const struct canvas *canvas, struct strbuf *out);

/* Compares with the golden `NAME-WIDTHxHEIGHT`; fails the test otherwise. */
void drawing_check(const struct canvas *canvas, const char *name);

/* Builds the page in its frame at every size that is looked at, and compares
 * each with its golden. */
void drawing_check_page(const char *name, const struct ui *ui,
                        void (*build)(struct page *page));

/* A canvas as the loop makes it for this ui. */
void drawing_init(struct canvas *canvas, const struct ui *ui, int width,
                  int height);

#endif
