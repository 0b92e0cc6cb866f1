/* Control characters and sequences as keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "terminal_keys.h"

static void control_characters_are_keys(void **state)
{
    static const struct {
        uint32_t c;
        enum press press;
        uint32_t letter;
    } cases[] = {
        {'\t', PRESS_TAB, 0},       {'\r', PRESS_ENTER, 0},
        {'\n', PRESS_ENTER, 0},     {0x1B, PRESS_ESCAPE, 0},
        {0x7F, PRESS_BACKSPACE, 0}, {'\b', PRESS_BACKSPACE, 0},
        {3, PRESS_CTRL, 'c'},       {26, PRESS_CTRL, 'z'},
        {'a', PRESS_CHAR, 'a'},     {' ', PRESS_CHAR, ' '},
        {0xE9, PRESS_CHAR, 0xE9},   {0x9B, PRESS_NONE, 0},
        {0, PRESS_NONE, 0},         {0x1C, PRESS_NONE, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct key key = key_of_char(cases[i].c);

        assert_int_equal(key.press, cases[i].press);
        assert_int_equal(key.c, cases[i].letter);
    }
}

static void sequences_of_our_own_are_keys(void **state)
{
    (void)state;
    assert_int_equal(extra_press(EXTRA_HOME), PRESS_HOME);
    assert_int_equal(extra_press(EXTRA_BACK_TAB), PRESS_BACK_TAB);
    assert_int_equal(extra_press(EXTRA_F4), PRESS_F4);
    assert_int_equal(extra_press(EXTRA_F12), PRESS_F12);
    assert_int_equal(extra_press(EXTRA_PAGE_DOWN), PRESS_PAGE_DOWN);
    assert_int_equal(extra_press(EXTRA_PASTE_BEGIN), PRESS_NONE);
    assert_int_equal(extra_press(0), PRESS_NONE);
    assert_int_equal(extra_press(EXTRA_KEYS), PRESS_NONE);
    assert_int_equal(extra_press(EXTRA_LAST + 1), PRESS_NONE);
}

static void labels_are_those_of_the_table(void **state)
{
    static const struct {
        struct key key;
        const char *label;
    } cases[] = {
        {{.press = PRESS_CHAR, .c = 'n'}, "n"},
        {{.press = PRESS_CHAR, .c = 'n', .alt = true}, "Alt-n"},
        {{.press = PRESS_CHAR, .c = ' '}, "Space"},
        {{.press = PRESS_CHAR, .c = 0xE9}, ""},
        {{.press = PRESS_CTRL, .c = 'c'}, "Ctrl-C"},
        {{.press = PRESS_PAGE_DOWN}, "PgDn"},
        {{.press = PRESS_F12}, "F12"},
        {{.press = PRESS_NONE}, ""},
    };
    char label[KEY_LABEL_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        key_label(&cases[i].key, label);
        assert_string_equal(label, cases[i].label);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(control_characters_are_keys),
        cmocka_unit_test(sequences_of_our_own_are_keys),
        cmocka_unit_test(labels_are_those_of_the_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
