/* The table of commands keeps the rules for keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "command.h"

static bool is_letter_or_digit(struct str key)
{
    char c = key.data[0];

    return key.len == 1 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9'));
}

static void no_command_is_a_letter_of_options(void **state)
{
    (void)state;
    for (enum command command = 1; command < CMD_COUNT; command++) {
        struct str rest = str_from(command_keys(command)), key;

        while (str_split(&rest, ' ', &key)) {
            if (!is_letter_or_digit(key))
                continue;
            assert_true(key.data[0] >= 'm' && key.data[0] <= 'z');
        }
    }
}

static void every_command_has_a_key_that_is_no_letter(void **state)
{
    (void)state;
    for (enum command command = 1; command < CMD_COUNT; command++) {
        struct str rest = str_from(command_keys(command)), key;
        bool has_other = false;

        while (str_split(&rest, ' ', &key))
            has_other |= key.len > 1;
        if (!has_other)
            fail_msg("%s: only letters", command_keys(command));
    }
}

static void the_last_key_types_nothing(void **state)
{
    (void)state;
    for (enum command command = 1; command < CMD_COUNT; command++)
        assert_true(command_last_key(command).len > 1);
    assert_true(str_is(command_last_key(CMD_NEXT), "Ctrl-N"));
}

static void every_command_is_explained(void **state)
{
    (void)state;
    for (enum command command = 1; command < CMD_COUNT; command++)
        assert_true(strlen(command_help(command)) > 0);
}

static void escape_only_goes_back(void **state)
{
    static const enum command all[] = {
#define X(NAME, keys, hint, help) CMD_##NAME,
        COMMANDS(X)
#undef X
            CMD_NONE};
    struct key escape = {.press = PRESS_ESCAPE};

    (void)state;
    assert_int_equal(command_find(all, &escape), CMD_BACK);
}

static void a_key_is_found_among_the_commands_given(void **state)
{
    static const enum command some[] = {CMD_NEXT, CMD_FILTER, CMD_NONE};
    static const struct {
        struct key key;
        enum command command;
    } cases[] = {
        {{.press = PRESS_CHAR, .c = 'n'}, CMD_NEXT},
        {{.press = PRESS_CHAR, .c = 'n', .alt = true}, CMD_NEXT},
        {{.press = PRESS_CTRL, .c = 'n'}, CMD_NEXT},
        {{.press = PRESS_RIGHT}, CMD_NEXT},
        {{.press = PRESS_TAB}, CMD_FILTER},
        {{.press = PRESS_CHAR, .c = 'm'}, CMD_NONE},
        {{.press = PRESS_CHAR, .c = 0xFC}, CMD_NONE},
        {{.press = PRESS_NONE}, CMD_NONE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(command_find(some, &cases[i].key), cases[i].command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_command_is_a_letter_of_options),
        cmocka_unit_test(every_command_has_a_key_that_is_no_letter),
        cmocka_unit_test(the_last_key_types_nothing),
        cmocka_unit_test(every_command_is_explained),
        cmocka_unit_test(escape_only_goes_back),
        cmocka_unit_test(a_key_is_found_among_the_commands_given),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
