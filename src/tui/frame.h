/*
 * What surrounds every screen: two lines above (what this is, the clock), an
 * alert when answers are not saved, a message line and the hints below, on two
 * lines where there is room and one is too short.
 */
#ifndef PROCTOR_TUI_FRAME_H
#define PROCTOR_TUI_FRAME_H

#include "page.h"
#include "screen.h"
#include "text_field.h"

#define SCREEN_MIN_COLUMNS 40
#define SCREEN_MIN_ROWS 12

struct frame {
    struct str left, right;         /* first line */
    struct str sub_left, sub_right; /* second line */
    const char *alert;              /* NULL for none */
    const enum command *hints;      /* in this order, as far as they fit */
    const char *prompt;             /* before what is typed; NULL for none */
    const struct text_field *typed; /* with prompt */
    bool is_typing;          /* letters type: hints name keys that do not */
    const char *choose_keys; /* "A-D", the keys that choose; NULL: by table */
};

/* Where the body goes. Depends on size, alert, message and hints only. */
struct rect frame_body(const struct frame *frame, const struct ui *ui,
                       int width, int height);

/* Draws all but the body. `page` (may be NULL) tells whether there is more. */
void frame_draw(const struct frame *frame, const struct ui *ui,
                const struct page *page, struct canvas *canvas);

/* What stands in for any screen when the terminal is too small. */
void frame_draw_too_small(const struct ui *ui, struct canvas *canvas);

/* "3:59:07 left", "3 h 59 min left", or why there is no clock; in the arena.
 * INT64_MAX: no limit. */
struct str frame_clock(struct arena *arena, int64_t left_ms, bool hidden,
                       bool by_minute);
/* "behind pace by 4 min"; empty while there is no saying. */
const char *frame_pace(struct arena *arena, struct pace_state pace);
/* The clock of the sitting in progress; empty without one. */
struct str frame_session_clock(struct arena *arena, const struct ui *ui);

#endif
