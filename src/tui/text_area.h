/* A text of several lines being typed, wrapped to the room there is. */
#ifndef PROCTOR_TUI_TEXT_AREA_H
#define PROCTOR_TUI_TEXT_AREA_H

#include "proctor/domain/remark.h"

#include "page.h"
#include "text_field.h"

struct text_area {
    char text[REMARK_TEXT_MAX + 1]; /* as in struct text_edit */
    size_t length, caret;
    /* Of the last text_area_page(): Up and Down go by its rows. */
    int columns;
    bool ascii;
};

/* Starts with this text, cut if too long, and the caret behind it. */
void text_area_set(struct text_area *area, struct str text);
struct str text_area_str(const struct text_area *area);

/* As text_edit_key(), and Up, Down, Home and End by the rows that are shown.
 * Enter is typed only when it is pasted. */
bool text_area_key(struct text_area *area, const struct key *key);

/* Adds the rows to the page, with the caret. Blanks at the end of a row are
 * not shown. */
void text_area_page(struct text_area *area, struct page *page);

#endif
