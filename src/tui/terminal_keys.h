/* Keys as curses gives them, in struct key; for terminal_curses.c alone. */
#ifndef PROCTOR_TUI_TERMINAL_KEYS_H
#define PROCTOR_TUI_TERMINAL_KEYS_H

#include <stdint.h>

#include "key.h"

/* Codes for what terminfo does not name; above all of curses' own. */
enum extra_key {
    EXTRA_KEYS = 01000,
    EXTRA_PASTE_BEGIN,
    EXTRA_PASTE_END,
    EXTRA_HOME,
    EXTRA_END,
    EXTRA_BACK_TAB,
    EXTRA_F1,
    EXTRA_F2,
    EXTRA_F3,
    EXTRA_F4,
    EXTRA_F5,
    EXTRA_F6,
    EXTRA_F7,
    EXTRA_F8,
    EXTRA_F9,
    EXTRA_F10,
    EXTRA_F11,
    EXTRA_F12,
    EXTRA_DELETE,
    EXTRA_PAGE_UP,
    EXTRA_PAGE_DOWN,
    EXTRA_SYNC, /* and the nine after it */
    EXTRA_LAST = EXTRA_SYNC + 9,
};

struct extra_sequence {
    const char *sequence;
    int code;
};
extern const struct extra_sequence extra_sequences[];
extern const unsigned extra_sequence_count;

/* A function key of our own list; PRESS_NONE for another code. */
enum press extra_press(int code);

/* A character, control characters included. */
struct key key_of_char(uint32_t c);

#endif
