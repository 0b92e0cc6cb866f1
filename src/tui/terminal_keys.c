/*
 * Sequences that terminals send and terminfo does not know, and what control
 * characters mean. Kept apart from curses, so that it can be tested alone.
 */
#include "terminal_keys.h"

const struct extra_sequence extra_sequences[] = {
    {"\033[200~", EXTRA_PASTE_BEGIN},
    {"\033[201~", EXTRA_PASTE_END},
    {"\033[H", EXTRA_HOME},
    {"\033[1~", EXTRA_HOME},
    {"\033[7~", EXTRA_HOME},
    {"\033OH", EXTRA_HOME},
    {"\033[F", EXTRA_END},
    {"\033[4~", EXTRA_END},
    {"\033[8~", EXTRA_END},
    {"\033OF", EXTRA_END},
    {"\033[Z", EXTRA_BACK_TAB},
    {"\033OP", EXTRA_F1},
    {"\033OQ", EXTRA_F2},
    {"\033OR", EXTRA_F3},
    {"\033OS", EXTRA_F4},
    {"\033[15~", EXTRA_F5},
    {"\033[17~", EXTRA_F6},
    {"\033[18~", EXTRA_F7},
    {"\033[19~", EXTRA_F8},
    {"\033[20~", EXTRA_F9},
    {"\033[21~", EXTRA_F10},
    {"\033[23~", EXTRA_F11},
    {"\033[24~", EXTRA_F12},
    {"\033[3~", EXTRA_DELETE},
    {"\033[5~", EXTRA_PAGE_UP},
    {"\033[6~", EXTRA_PAGE_DOWN},
#ifdef PROCTOR_TEST_HOOKS
    {"\033[7790~", EXTRA_SYNC},
    {"\033[7791~", EXTRA_SYNC + 1},
    {"\033[7792~", EXTRA_SYNC + 2},
    {"\033[7793~", EXTRA_SYNC + 3},
    {"\033[7794~", EXTRA_SYNC + 4},
    {"\033[7795~", EXTRA_SYNC + 5},
    {"\033[7796~", EXTRA_SYNC + 6},
    {"\033[7797~", EXTRA_SYNC + 7},
    {"\033[7798~", EXTRA_SYNC + 8},
    {"\033[7799~", EXTRA_SYNC + 9},
#endif
};

const unsigned extra_sequence_count =
    sizeof extra_sequences / sizeof *extra_sequences;

enum press extra_press(int code)
{
    static const enum press presses[] = {
        [EXTRA_HOME - EXTRA_KEYS] = PRESS_HOME,
        [EXTRA_END - EXTRA_KEYS] = PRESS_END,
        [EXTRA_BACK_TAB - EXTRA_KEYS] = PRESS_BACK_TAB,
        [EXTRA_F1 - EXTRA_KEYS] = PRESS_F1,
        [EXTRA_F2 - EXTRA_KEYS] = PRESS_F2,
        [EXTRA_F3 - EXTRA_KEYS] = PRESS_F3,
        [EXTRA_F4 - EXTRA_KEYS] = PRESS_F4,
        [EXTRA_F5 - EXTRA_KEYS] = PRESS_F5,
        [EXTRA_F6 - EXTRA_KEYS] = PRESS_F6,
        [EXTRA_F7 - EXTRA_KEYS] = PRESS_F7,
        [EXTRA_F8 - EXTRA_KEYS] = PRESS_F8,
        [EXTRA_F9 - EXTRA_KEYS] = PRESS_F9,
        [EXTRA_F10 - EXTRA_KEYS] = PRESS_F10,
        [EXTRA_F11 - EXTRA_KEYS] = PRESS_F11,
        [EXTRA_F12 - EXTRA_KEYS] = PRESS_F12,
        [EXTRA_DELETE - EXTRA_KEYS] = PRESS_DELETE,
        [EXTRA_PAGE_UP - EXTRA_KEYS] = PRESS_PAGE_UP,
        [EXTRA_PAGE_DOWN - EXTRA_KEYS] = PRESS_PAGE_DOWN,
    };
    unsigned at = (unsigned)(code - EXTRA_KEYS);

    return code > EXTRA_KEYS && at < sizeof presses / sizeof *presses
               ? presses[at]
               : PRESS_NONE;
}

struct key key_of_char(uint32_t c)
{
    if (c == '\t')
        return (struct key){.press = PRESS_TAB};
    if (c == '\r' || c == '\n')
        return (struct key){.press = PRESS_ENTER};
    if (c == 0x1B)
        return (struct key){.press = PRESS_ESCAPE};
    if (c == 0x7F || c == '\b')
        return (struct key){.press = PRESS_BACKSPACE};
    if (c >= 1 && c <= 26)
        return (struct key){.press = PRESS_CTRL, .c = c - 1 + 'a'};
    if (c < ' ' || (c > 0x7F && c <= 0x9F))
        return (struct key){.press = PRESS_NONE};
    return (struct key){.press = PRESS_CHAR, .c = c};
}
