/* Messages on their way up. */
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/error.h"
#include "proctor/base/utf8.h"

static void setting_an_error_gives_false(void **state)
{
    struct error err = {0};
    (void)state;

    assert_false(error_set(&err, ERR_NOT_FOUND, "no bank '%s'", "x"));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    assert_string_equal(err.message, "no bank 'x'");
}

static void no_error_is_wanted_and_none_is_set(void **state)
{
    (void)state;
    assert_false(error_set(NULL, ERR_IO, "x"));
    assert_false(error_set_errno(NULL, "x"));
    assert_false(error_prefix(NULL, "x"));
}

static void the_system_says_why(void **state)
{
    static const struct {
        int number;
        enum error_code code;
    } cases[] = {
        {ENOENT, ERR_IO},   {EACCES, ERR_IO},  {ENOSPC, ERR_FULL},
        {EDQUOT, ERR_FULL}, {EFBIG, ERR_FULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error err = {0};

        errno = cases[i].number;
        assert_false(error_set_errno(&err, "cannot open '%s'", "f"));
        assert_int_equal(err.code, cases[i].code);
        assert_memory_equal(err.message, "cannot open 'f': ", 17);
        assert_string_equal(err.message + 17, strerror(cases[i].number));
    }
}

static void context_goes_before_the_message(void **state)
{
    struct error err = {0};
    (void)state;

    error_set(&err, ERR_BUSY, "locked");
    assert_false(error_prefix(&err, "bank %d", 3));
    assert_string_equal(err.message, "bank 3: locked");
    assert_int_equal(err.code, ERR_BUSY);
}

static void a_message_may_quote_the_one_it_replaces(void **state)
{
    struct error err = {0};
    (void)state;

    error_set(&err, ERR_IO, "first");
    error_set(&err, ERR_INVALID, "second after '%s'", err.message);
    assert_string_equal(err.message, "second after 'first'");
    error_prefix(&err, "%s", err.message);
    assert_string_equal(err.message,
                        "second after 'first': second after 'first'");
}

static void a_long_message_is_cut_at_a_character(void **state)
{
    static const char *const characters[] = {"x", "\xC3\xA9", "\xE2\x82\xAC",
                                             "\xF0\x9F\x98\x80"};
    (void)state;

    for (size_t i = 0; i < 4; i++) {
        for (int indent = 0; indent < 5; indent++) {
            struct error err = {0};
            char text[2000] = "";
            size_t size = strlen(characters[i]), len = 0;

            for (; len + size < sizeof text; len += size)
                memcpy(text + len, characters[i], size);
            text[len] = '\0';
            error_set(&err, ERR_IO, "%*s%s", indent, "", text);

            struct str message = str_from(err.message);
            assert_int_equal(utf8_valid_prefix(message), message.len);
            assert_true(message.len > sizeof err.message - 1 - size);
            assert_true(message.len < sizeof err.message);
            error_prefix(&err, "%s", text);
            assert_true(strlen(err.message) < sizeof err.message);
        }
    }
}

static void every_code_has_its_exit_status(void **state)
{
    static const int expected[] = {
        [ERR_NONE] = 0,      [ERR_INVALID] = 1, [ERR_USAGE] = 2,
        [ERR_NOT_FOUND] = 1, [ERR_IO] = 3,      [ERR_FULL] = 3,
        [ERR_BUSY] = 3,      [ERR_CORRUPT] = 3, [ERR_NEWER] = 3,
        [ERR_READONLY] = 3,
    };
    (void)state;

    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(error_exit_status((enum error_code)i), expected[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(setting_an_error_gives_false),
        cmocka_unit_test(no_error_is_wanted_and_none_is_set),
        cmocka_unit_test(the_system_says_why),
        cmocka_unit_test(context_goes_before_the_message),
        cmocka_unit_test(a_message_may_quote_the_one_it_replaces),
        cmocka_unit_test(a_long_message_is_cut_at_a_character),
        cmocka_unit_test(every_code_has_its_exit_status),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
