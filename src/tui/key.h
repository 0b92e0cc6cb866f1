/* A key as the candidate pressed it, whatever the terminal sent for it. */
#ifndef PROCTOR_TUI_KEY_H
#define PROCTOR_TUI_KEY_H

#include <stdbool.h>
#include <stdint.h>

/* X(NAME, name on screen and in the table of commands) */
#define PRESSES(X)                                                             \
    X(UP, "Up")                                                                \
    X(DOWN, "Down")                                                            \
    X(LEFT, "Left")                                                            \
    X(RIGHT, "Right")                                                          \
    X(HOME, "Home")                                                            \
    X(END, "End")                                                              \
    X(PAGE_UP, "PgUp")                                                         \
    X(PAGE_DOWN, "PgDn")                                                       \
    X(ENTER, "Enter")                                                          \
    X(ESCAPE, "Esc")                                                           \
    X(TAB, "Tab")                                                              \
    X(BACK_TAB, "Shift-Tab")                                                   \
    X(BACKSPACE, "Backspace")                                                  \
    X(DELETE, "Del")                                                           \
    X(F1, "F1")                                                                \
    X(F2, "F2")                                                                \
    X(F3, "F3")                                                                \
    X(F4, "F4")                                                                \
    X(F5, "F5")                                                                \
    X(F6, "F6")                                                                \
    X(F7, "F7")                                                                \
    X(F8, "F8")                                                                \
    X(F9, "F9")                                                                \
    X(F10, "F10")                                                              \
    X(F11, "F11")                                                              \
    X(F12, "F12")

enum press {
    PRESS_NONE, /* nothing to read, or a key without a meaning here */
    PRESS_CHAR, /* `c` is the character */
    PRESS_CTRL, /* `c` is the lower-case letter */
    PRESS_SYNC, /* test builds: `c` is the digit */
#define X(NAME, name) PRESS_##NAME,
    PRESSES(X)
#undef X
        PRESS_COUNT
};

struct key {
    enum press press;
    uint32_t c;
    bool alt;    /* with PRESS_CHAR: Esc and the character at once */
    bool pasted; /* between the marks of a bracketed paste */
};

/* The key carries text to type: a character without Alt. */
bool key_is_text(const struct key *key);

/* The option that a letter A to L or a digit 1 to 9 names, by position from 0;
 * -1 for any other key. */
int key_option(const struct key *key);

#define KEY_LABEL_SIZE 16
/* "n", "Space", "Alt-n", "Ctrl-N", "PgDn"; empty for PRESS_NONE. */
void key_label(const struct key *key, char out[KEY_LABEL_SIZE]);

#endif
