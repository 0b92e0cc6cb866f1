/* Strict decoding: what is let through, what is not, and how far it moves. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/utf8.h"

static bool is_character(uint32_t c)
{
    return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

static void every_character_comes_back(void **state)
{
    struct strbuf buf = {0};
    (void)state;

    for (uint32_t c = 0; c <= 0x110000; c++) {
        size_t offset = 0;

        strbuf_clear(&buf);
        utf8_append(&buf, c);
        struct str text = strbuf_str(&buf);
        assert_int_equal(utf8_next(text, &offset),
                         is_character(c) ? c : UTF8_REPLACEMENT);
        assert_int_equal(offset, text.len);
        assert_int_equal(utf8_valid_prefix(text), text.len);
    }
    strbuf_finish(&buf);
}

/* Examples of the Unicode Standard, table 3-8 and others: the length that is
 * skipped is the longest beginning of any character. */
static void bad_bytes_are_skipped_by_the_longest_prefix(void **state)
{
    static const struct {
        const char *text;
        size_t skipped;
    } cases[] = {
        {"\x80", 1}, /* no lead */
        {"\xBF\x80", 1},
        {"\xC0\xAF", 1}, /* overlong slash */
        {"\xC1\xBF", 1},
        {"\xC3", 1}, /* cut */
        {"\xC3(", 1},
        {"\xE0\x80\x80", 1}, /* overlong */
        {"\xE0\x9F\xBF", 1},
        {"\xE2\x82", 2}, /* cut */
        {"\xE2\x82x", 2},
        {"\xED\xA0\x80", 1}, /* surrogate */
        {"\xED\xBF\xBF", 1},
        {"\xF0\x80\x80\x80", 1}, /* overlong */
        {"\xF0\x9F\x98", 3},     /* cut */
        {"\xF0\x9F\x98x", 3},
        {"\xF4\x90\x80\x80", 1}, /* above the last character */
        {"\xF5\x80\x80\x80", 1},
        {"\xFE", 1},
        {"\xFF\xFF", 1},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_from(cases[i].text);
        size_t offset = 0;

        assert_true(utf8_next(text, &offset) == UTF8_INVALID);
        assert_int_equal(offset, cases[i].skipped);
        assert_int_equal(utf8_valid_prefix(text), 0);
    }
}

static void the_first_bad_byte_is_found_behind_any_good_text(void **state)
{
    char text[64];
    (void)state;

    for (size_t good = 0; good < 40; good++) {
        memset(text, 'a', sizeof text);
        text[good] = '\xFF';
        assert_int_equal(utf8_valid_prefix((struct str){text, 50}), good);
        text[good] = '\xC3';
        text[good + 1] = '\xA9';
        assert_int_equal(utf8_valid_prefix((struct str){text, 50}), 50);
        assert_int_equal(utf8_valid_prefix((struct str){text, good + 1}), good);
    }
}

static void floor_cuts_no_character(void **state)
{
    /* a, e acute, euro, a face, a bad byte, b */
    struct str text = STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\x80"
                          "b");
    static const size_t floors[] = {0, 1, 1, 3,  3,  3,  6,
                                    6, 6, 6, 10, 11, 12, 12};
    (void)state;

    for (size_t limit = 0; limit < sizeof floors / sizeof *floors; limit++)
        assert_int_equal(utf8_floor(text, limit), floors[limit]);
    assert_int_equal(utf8_floor(STR(""), 5), 0);
    assert_int_equal(utf8_floor(STR("\x80\x80\x80\x80\x80"), 4), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_comes_back),
        cmocka_unit_test(bad_bytes_are_skipped_by_the_longest_prefix),
        cmocka_unit_test(the_first_bad_byte_is_found_behind_any_good_text),
        cmocka_unit_test(floor_cuts_no_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
