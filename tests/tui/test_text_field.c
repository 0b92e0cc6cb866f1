/* The line that is typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text_field.h"

static void type(struct text_field *field, const char *text)
{
    for (; *text; text++)
        text_field_key(field, &(struct key){.press = PRESS_CHAR,
                                            .c = (unsigned char)*text});
}

static void press(struct text_field *field, enum press press)
{
    assert_true(text_field_key(field, &(struct key){.press = press}));
}

static void text_goes_in_at_the_caret(void **state)
{
    struct text_field field = {0};

    (void)state;
    type(&field, "E12");
    press(&field, PRESS_LEFT);
    press(&field, PRESS_LEFT);
    type(&field, "1");
    assert_string_equal(field.text, "E112");
    press(&field, PRESS_END);
    type(&field, ".9");
    assert_string_equal(field.text, "E112.9");
    press(&field, PRESS_HOME);
    press(&field, PRESS_DELETE);
    assert_string_equal(field.text, "112.9");
}

static void whole_characters_are_erased(void **state)
{
    struct text_field field = {0};

    (void)state;
    text_field_set(&field, STR("a\u00E9\u4E2D"));
    press(&field, PRESS_BACKSPACE);
    assert_string_equal(field.text, "a\u00E9");
    press(&field, PRESS_LEFT);
    press(&field, PRESS_DELETE);
    assert_string_equal(field.text, "a");
    press(&field, PRESS_BACKSPACE);
    press(&field, PRESS_BACKSPACE);
    press(&field, PRESS_DELETE);
    assert_string_equal(field.text, "");
}

static void a_full_field_takes_no_more(void **state)
{
    struct text_field field = {0};

    (void)state;
    for (int i = 0; i < 200; i++)
        type(&field, "x");
    assert_int_equal(field.length, TEXT_FIELD_SIZE - 1);
    text_field_set(&field, str_from(field.text));
    type(&field, "y");
    assert_int_equal(strlen(field.text), TEXT_FIELD_SIZE - 1);
}

static void commands_are_not_typed(void **state)
{
    static const struct key others[] = {
        {.press = PRESS_CHAR, .c = 'n', .alt = true},
        {.press = PRESS_CTRL, .c = 'n'},
        {.press = PRESS_F4},
        {.press = PRESS_ENTER},
        {.press = PRESS_ESCAPE},
    };
    struct text_field field = {0};

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(text_field_key(&field, &others[i]));
    assert_int_equal(field.length, 0);
}

static void a_pasted_line_end_is_a_blank(void **state)
{
    struct text_field field = {0};

    (void)state;
    type(&field, "a");
    assert_true(text_field_key(&field, &(struct key){.press = PRESS_ENTER,
                                                     .pasted = true}));
    type(&field, "b");
    assert_string_equal(field.text, "a b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_goes_in_at_the_caret),
        cmocka_unit_test(whole_characters_are_erased),
        cmocka_unit_test(a_full_field_takes_no_more),
        cmocka_unit_test(commands_are_not_typed),
        cmocka_unit_test(a_pasted_line_end_is_a_blank),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
