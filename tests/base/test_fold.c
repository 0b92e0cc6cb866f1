/* The display fold: each rule of docs/text.md. */
#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/arena.h"
#include "proctor/base/fold.h"
#include "proctor/base/utf8.h"

#define FFFD "\uFFFD"

struct fold_case {
    const char *text, *folded;
};

static void check(const struct fold_case *cases, size_t count,
                  enum fold_mode mode, bool ascii)
{
    struct strbuf buf = {0};

    for (size_t i = 0; i < count; i++) {
        strbuf_clear(&buf);
        fold_append(&buf, str_from(cases[i].text), mode, ascii);
        assert_string_equal(strbuf_text(&buf), cases[i].folded);
    }
    strbuf_finish(&buf);
}

#define CHECK(cases, mode, ascii)                                              \
    check(cases, sizeof(cases) / sizeof *(cases), mode, ascii)

static void plain_text_stays(void **state)
{
    static const char *const texts[] = {
        "",
        "Assign the codes: 99213-25, E11.9.",
        " ~",
        "na\u00EFve caf\u00E9 \u2265 5 \u00B5g \u2014 \u201Cyes\u201D",
        "\u2500\u2502 \u25CF \u25CB \u65E5\u672C \U0001F600",
        "e\u0301",
    };
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct fold_case same = {texts[i], texts[i]};

        check(&same, 1, FOLD_LINE, false);
        check(&same, 1, FOLD_LINES, false);
    }
}

static void controls_become_replacement_characters(void **state)
{
    static const struct fold_case cases[] = {
        {"\x1B[31mred", FFFD "[31mred"},
        {"a\x01z", "a" FFFD "z"},
        {"a\x7Fz", "a" FFFD "z"},
        {"a\xC2\x85z", "a" FFFD "z"},
        {"a\xC2\x9B"
         "31m",
         "a" FFFD "31m"},
        {"a\u2028z\u2029", "a" FFFD "z" FFFD},
        {"12345678\x1B", "12345678" FFFD},
        {"1234567\x1F"
         "8",
         "1234567" FFFD "8"},
        {"12\rx", "12" FFFD "x"},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
    CHECK(cases, FOLD_LINES, false);
}

static void a_zero_byte_is_replaced(void **state)
{
    struct strbuf buf = {0};
    (void)state;

    fold_append(&buf, (struct str){"a\0b", 3}, FOLD_LINE, false);
    assert_string_equal(strbuf_text(&buf), "a" FFFD "b");
    strbuf_finish(&buf);
}

static void bad_utf8_becomes_replacement_characters(void **state)
{
    static const struct fold_case cases[] = {
        {"\xFF", FFFD},
        {"a\xC3", "a" FFFD},
        {"\xE2\x82x", FFFD "x"},
        {"\xC0\xAF", FFFD FFFD},
        {"\xED\xA0\x80", FFFD FFFD FFFD},
        {"abcdefgh\x80", "abcdefgh" FFFD},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
}

static void line_ends_and_tabs_depend_on_the_mode(void **state)
{
    static const struct fold_case in_line[] = {
        {"a\nb\r\nc\td\n", "a b c d "},
    };
    static const struct fold_case in_lines[] = {
        {"a\nb\r\nc\td\n", "a\nb\nc    d\n"},
        {"\r\r\n", FFFD "\n"},
    };
    (void)state;
    CHECK(in_line, FOLD_LINE, false);
    CHECK(in_lines, FOLD_LINES, false);
}

static void what_nobody_sees_is_dropped(void **state)
{
    static const struct fold_case cases[] = {
        {"co\u00ADop", "coop"},
        {"a\u200Bb\u200Ec\u200Fd", "abcd"},
        {"\u202Eevil\u202C", "evil"},
        {"\u2066a\u2069\u061C", "a"},
        {"\uFEFFa\uFEFF", "a"},
        {"\u26A0\uFE0F", "\u26A0"},
        {"1\uFE0F\u20E3", "1"},
        {"\U0001F44D\U0001F3FD", "\U0001F44D"},
        {"\U0001F469\u200D\u2695\uFE0F", "\U0001F469\u2695"},
        {"\U000E0041\U000E007F", ""},
        {"a\U000E0100", "a"},
        {"\u180E\u3164\uFFA0", ""},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
}

static void what_libc_does_not_know_is_replaced(void **state)
{
    static const struct fold_case cases[] = {
        {"\u0378", FFFD},
        {"\uFDD0", FFFD},
        {"\U0010FFFF", FFFD},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
}

static void flags_stay_in_pairs_and_a_lone_half_is_a_letter(void **state)
{
    static const struct fold_case cases[] = {
        {"\U0001F1FA\U0001F1F8", "\U0001F1FA\U0001F1F8"},
        {"\U0001F1FA", "U"},
        {"\U0001F1FAx", "Ux"},
        {"\U0001F1FA\U0001F1F8\U0001F1E6", "\U0001F1FA\U0001F1F8"
                                           "A"},
        {"\U0001F1FA \U0001F1F8", "U S"},
        {"\U0001F1FA\u200D\U0001F1F8", "\U0001F1FA\U0001F1F8"},
        {"\U0001F1FA\n", "U "},
        {"\U0001F1FA\u0301\U0001F1FF", "U\u0301Z"},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
}

static void hangul_in_parts_is_composed_or_replaced(void **state)
{
    static const struct fold_case cases[] = {
        {"\u1112\u1161\u11AB", "\uD55C"},
        {"\u1112\u1161", "\uD558"},
        {"\uD558\u11AB", "\uD55C"},
        {"\u1112\u200B\u1161\u200B\u11AB", "\uD55C"},
        {"\uD55C\u11AB", "\uD55C" FFFD},
        {"\u1100", FFFD},
        {"\u1100x", FFFD "x"},
        {"\u1161", FFFD},
        {"\u11A8", FFFD},
        {"\u1100\u1100\u1161", FFFD "\uAC00"},
        {"\u1161\u11A8", FFFD FFFD},
        {"\u1100\u1161\u1161", "\uAC00" FFFD},
        {"\u115F\u1160", FFFD FFFD},
        {"\uA960\uD7B0\uD7CB", FFFD FFFD FFFD},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
}

static void four_marks_stay_on_a_base(void **state)
{
    static const struct fold_case cases[] = {
        {"e\u0301\u0302\u0303\u0304\u0305\u0306x\u0301",
         "e\u0301\u0302\u0303\u0304x\u0301"},
        {"\u00E9\u0301\u0302\u0303\u0304\u0305",
         "\u00E9\u0301\u0302\u0303\u0304"},
        {"\u0301a", "a"},
        {"\u200B\u0301a", "a"},
        {" \u0301", " \u0301"},
    };
    static const struct fold_case in_lines[] = {
        {"a\n\u0301b", "a\nb"},
        {"a\r\n\u0301b", "a\nb"},
        {"\t\u0301b", "    \u0301b"},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, false);
    CHECK(in_lines, FOLD_LINES, false);
}

static void ascii_is_spelled_out(void **state)
{
    static const struct fold_case cases[] = {
        {"na\u00EFve caf\u00E9", "naive cafe"},
        {"\u201Cyes\u201D \u2018no\u2019", "\"yes\" 'no'"},
        {"1\u20132 \u2014 \u2212"
         "3",
         "1-2 - -3"},
        {"\u2265 5 \u00B5g \u00B1 \u00BD", ">= 5 ug +/- 1/2"},
        {"37 \u2103, 37\u00B0C", "37  deg C, 37 degC"},
        {"\u03B1-fetoprotein, \u03B2-blocker", "alpha-fetoprotein, "
                                               "beta-blocker"},
        {"Gro\u00DF \u00C6sir \u0152uvre", "Gross AEsir OEuvre"},
        {"a\u2026 \u2022 \u2122 \u00A9", "a... * (TM) (C)"},
        {"e\u0301\u0302", "e"},
        {"\u65E5\u672C \U0001F600", "?? ?"},
        {"\U0001F1FA\U0001F1F8", "US"},
        {"\u1112\u1161\u11AB", "?"},
        {"\xFF\x1B", "??"},
        {"\uFF21\uFF11\uFF1F", "A1?"},
        {"\u2160\u2171", "Iii"},
        {"\u00A0\u2003x", "  x"},
        {"\u250C\u2500\u2510\u2502", "+-+|"},
        {"\u01C0", "?"},
        {"caf\u00E9\u200B", "cafe"},
        {"\u2028", "?"},
    };
    (void)state;
    CHECK(cases, FOLD_LINE, true);
}

static void a_line_comes_in_the_arena(void **state)
{
    struct arena arena = {0};
    (void)state;

    assert_string_equal(fold_line(&arena, STR("a\n\x1B")).data, "a " FFFD);
    assert_string_equal(fold_line(&arena, STR("")).data, "");
    arena_finish(&arena);
}

static void appending_keeps_what_was_there(void **state)
{
    struct strbuf buf = {0};
    (void)state;

    strbuf_adds(&buf, "x\x1B");
    fold_append(&buf, STR("\u0301y"), FOLD_LINE, false);
    assert_string_equal(strbuf_text(&buf), "x\x1By");
    strbuf_finish(&buf);
}

static void columns_are_those_of_the_terminal(void **state)
{
    static const struct {
        const char *text;
        int columns;
    } cases[] = {
        {"", 0},
        {"99213-25", 8},
        {"caf\u00E9", 4},
        {"cafe\u0301", 4},
        {"\u65E5\u672C", 4},
        {"\U0001F1FA\U0001F1F8", 2},
        {FFFD, 1},
        {"a\U0001F600"
         "b",
         4},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(fold_columns(str_from(cases[i].text)),
                         cases[i].columns);
}

static void what_a_bank_may_not_contain_is_known(void **state)
{
    static const struct {
        uint32_t c;
        bool forbidden;
    } cases[] = {
        {0x00, true},         {0x08, true},     {'\t', false},
        {'\n', false},        {0x0B, true},     {'\r', true},
        {0x1B, true},         {0x1F, true},     {' ', false},
        {'~', false},         {0x7F, true},     {0x80, true},
        {0x85, true},         {0x9F, true},     {0xA0, false},
        {0xAD, false},        {0x61C, true},    {0x200B, false},
        {0x200D, false},      {0x200E, true},   {0x200F, true},
        {0x2010, false},      {0x2028, true},   {0x2029, true},
        {0x202A, true},       {0x202E, true},   {0x202F, false},
        {0x2065, false},      {0x2066, true},   {0x2069, true},
        {0x206A, false},      {0xD800, true},   {0xDFFF, true},
        {0xFDCF, false},      {0xFDD0, true},   {0xFDEF, true},
        {0xFDF0, false},      {0xFEFF, false},  {0xFFFD, false},
        {0xFFFE, true},       {0xFFFF, true},   {0x1FFFE, true},
        {0x10FFFD, false},    {0x10FFFF, true}, {0xE0000, true},
        {0xE007F, true},      {0xE0100, false}, {0x110000, true},
        {UTF8_INVALID, true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(fold_is_forbidden(cases[i].c), cases[i].forbidden);
}

static int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays),
        cmocka_unit_test(controls_become_replacement_characters),
        cmocka_unit_test(a_zero_byte_is_replaced),
        cmocka_unit_test(bad_utf8_becomes_replacement_characters),
        cmocka_unit_test(line_ends_and_tabs_depend_on_the_mode),
        cmocka_unit_test(what_nobody_sees_is_dropped),
        cmocka_unit_test(what_libc_does_not_know_is_replaced),
        cmocka_unit_test(flags_stay_in_pairs_and_a_lone_half_is_a_letter),
        cmocka_unit_test(hangul_in_parts_is_composed_or_replaced),
        cmocka_unit_test(four_marks_stay_on_a_base),
        cmocka_unit_test(ascii_is_spelled_out),
        cmocka_unit_test(a_line_comes_in_the_arena),
        cmocka_unit_test(appending_keeps_what_was_there),
        cmocka_unit_test(columns_are_those_of_the_terminal),
        cmocka_unit_test(what_a_bank_may_not_contain_is_known),
    };

    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
