/* Properties of the fold that must hold for every character, alone and beside
 * others: this is the guard against terminal injection. */
#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/fold.h"
#include "proctor/base/random.h"
#include "proctor/base/utf8.h"

static bool is_bidi(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

static bool is_indicator(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* One line or several, never ending a program's trust in what it draws. */
static void assert_safe(struct str folded, enum fold_mode mode, bool ascii)
{
    size_t offset = 0;
    int marks = 4, indicators = 0, columns = 0;

    assert_int_equal(utf8_valid_prefix(folded), folded.len);
    while (offset < folded.len) {
        uint32_t c = utf8_next(folded, &offset);
        int width = fold_width(c);

        if (c == '\n' && mode == FOLD_LINES) {
            marks = 4;
            continue;
        }
        assert_false(is_control(c));
        assert_false(is_bidi(c));
        assert_true(c < 0x80 || !ascii);
        assert_in_range(width, 0, 2);
        assert_false(c >= 0x1100 && c <= 0x11FF);
        marks = width == 0 ? marks + 1 : 0;
        assert_true(marks <= 4);
        indicators += is_indicator(c);
        columns += width;
    }
    assert_int_equal(indicators % 2, 0);
    if (mode == FOLD_LINE)
        assert_int_equal(fold_columns(folded), columns);
}

static void assert_fold_is_safe(struct str text)
{
    struct strbuf once = {0}, twice = {0};

    for (int way = 0; way < 4; way++) {
        enum fold_mode mode = way & 1 ? FOLD_LINES : FOLD_LINE;
        bool ascii = (way & 2) != 0;

        strbuf_clear(&once);
        strbuf_clear(&twice);
        fold_append(&once, text, mode, ascii);
        assert_safe(strbuf_str(&once), mode, ascii);
        fold_append(&twice, strbuf_str(&once), mode, ascii);
        assert_string_equal(strbuf_text(&twice), strbuf_text(&once));
    }
    strbuf_finish(&once);
    strbuf_finish(&twice);
}

static void every_character_is_safe_at_the_start_and_inside(void **state)
{
    struct strbuf text = {0};
    (void)state;

    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        strbuf_clear(&text);
        utf8_append(&text, c);
        strbuf_addc(&text, 'a');
        utf8_append(&text, c);
        utf8_append(&text, c);
        assert_fold_is_safe(strbuf_str(&text));
    }
    strbuf_finish(&text);
}

/* Neighbours that act on each other. */
static const uint32_t lively[] = {
    'a',    ' ',     '\n',    '\r',    '\t',    0x1B,    0x7F,   0x9B,
    0xAD,   0xE9,    0x301,   0x302,   0x303,   0x304,   0x305,  0x1AB0,
    0x200D, 0xFE0F,  0x20E3,  0x202E,  0x1100,  0x1161,  0x11A8, 0xAC00,
    0xAC01, 0x1F1FA, 0x1F1F8, 0x1F3FD, 0x1F600, 0xE0041, 0x378,  0x65E5,
    0x903,  0x3164,  0xA960,  0xD7B0,  0x2028,
};

static void characters_are_safe_beside_each_other(void **state)
{
    struct random random = random_seeded(1);
    struct strbuf text = {0};
    (void)state;

    for (int round = 0; round < 20000; round++) {
        strbuf_clear(&text);
        for (int i = 0; i < 12; i++)
            utf8_append(
                &text,
                lively[random_below(&random, sizeof lively / sizeof *lively)]);
        assert_fold_is_safe(strbuf_str(&text));
    }
    strbuf_finish(&text);
}

static void bytes_are_safe_beside_each_other(void **state)
{
    struct random random = random_seeded(2);
    char bytes[24];
    (void)state;

    for (int round = 0; round < 20000; round++) {
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)random_below(&random, round % 2 ? 256 : 128);
        assert_fold_is_safe((struct str){bytes, sizeof bytes});
    }
}

static int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_safe_at_the_start_and_inside),
        cmocka_unit_test(characters_are_safe_beside_each_other),
        cmocka_unit_test(bytes_are_safe_beside_each_other),
    };

    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
