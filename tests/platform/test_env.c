/* What the environment says, and what an empty or odd one means. */
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <cmocka.h>

#include "proctor/platform/env.h"

/* Sets the variable, or unsets it for NULL. */
static void put(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void an_empty_variable_is_unset(void **state)
{
    (void)state;
    put("PROCTOR_X", NULL);
    assert_null(env_get("PROCTOR_X"));
    put("PROCTOR_X", "");
    assert_null(env_get("PROCTOR_X"));
    put("PROCTOR_X", "0");
    assert_string_equal(env_get("PROCTOR_X"), "0");
}

static void colour_is_off_for_any_value_but_none(void **state)
{
    (void)state;
    put("NO_COLOR", NULL);
    assert_false(env_no_color());
    put("NO_COLOR", "");
    assert_false(env_no_color());
    put("NO_COLOR", "0");
    assert_true(env_no_color());
}

static void dumb_terminals_are_known(void **state)
{
    static const struct {
        const char *term;
        bool dumb;
    } cases[] = {
        {NULL, true},      {"", true},        {"dumb", true},
        {"unknown", true}, {"vt100", false},  {"xterm-256color", false},
        {"linux", false},  {"dumber", false},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put("TERM", cases[i].term);
        assert_int_equal(env_terminal_is_dumb(), cases[i].dumb);
    }
}

static void a_pipe_is_no_terminal(void **state)
{
    (void)state;
    assert_non_null(freopen("/dev/null", "r", stdin));
    assert_false(env_stdin_is_terminal());
}

static void the_locale_is_utf8_or_all_is_ascii(void **state)
{
    static const struct {
        const char *all, *ctype, *lang;
        bool utf8;
    } cases[] = {
        {"C.UTF-8", NULL, NULL, true},
        {NULL, NULL, "C.UTF-8", true},
        {"C", NULL, NULL, false},
        {"POSIX", NULL, "C.UTF-8", false},
        {NULL, NULL, NULL, false},
        {NULL, "C.UTF-8", "C", true},
        {"", "", "C.UTF-8", true},
        /* not installed anywhere */
        {"xx_XX.UTF-8", NULL, NULL, true},
        {NULL, NULL, "xx_XX.utf8", true},
        {"xx_XX.ISO-8859-1", NULL, NULL, false},
        {"xx_XX", NULL, "C.UTF-8", false},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put("LC_ALL", cases[i].all);
        put("LC_CTYPE", cases[i].ctype);
        put("LANG", cases[i].lang);
        setlocale(LC_ALL, "C");
        assert_int_equal(env_set_locale(), cases[i].utf8);
        /* The fold needs widths in any case. */
        assert_int_equal(wcwidth(0xE9), 1);
        assert_int_equal(wcwidth(0x65E5), 2);
        assert_string_equal(localeconv()->decimal_point, ".");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_variable_is_unset),
        cmocka_unit_test(colour_is_off_for_any_value_but_none),
        cmocka_unit_test(dumb_terminals_are_known),
        cmocka_unit_test(a_pipe_is_no_terminal),
        cmocka_unit_test(the_locale_is_utf8_or_all_is_ascii),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
