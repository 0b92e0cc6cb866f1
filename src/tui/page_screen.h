/* The common part of screens whose body is one page. */
#ifndef PROCTOR_TUI_PAGE_SCREEN_H
#define PROCTOR_TUI_PAGE_SCREEN_H

#include "frame.h"

struct page_screen {
    struct screen base;
    struct page page;
    struct frame frame;
    struct rect body;
    struct arena texts; /* of the frame; forgotten by page_screen_begin() */
};

/* Frees what the common part holds. */
void page_screen_finish(struct page_screen *screen);

/*
 * The frame of a layout: exam or program at the left, the clock at the right,
 * `title` below. Change it as needed, then page_screen_begin().
 */
void page_screen_frame(struct page_screen *screen, const struct ui *ui,
                       const char *title);
/* Begins the page in the room that the frame leaves; then build, then
 * page_end(). */
void page_screen_begin(struct page_screen *screen, const struct ui *ui,
                       int width, int height);

/* draw() of the class. */
void page_screen_draw(const struct screen *screen, const struct ui *ui,
                      struct canvas *canvas);

#endif
