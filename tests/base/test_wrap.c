/* Line layout: paragraphs, kept lines, breaks and codes; then properties at
 * every width from 1 to 200. */
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
#include "proctor/base/wrap.h"

/* The lines with a | behind each. */
static const char *wrapped(struct arena *arena, const char *text, int columns)
{
    struct wrapped lines = wrap_text(arena, str_from(text), columns, false);
    const char *joined = "";

    for (size_t i = 0; i < lines.count; i++)
        joined = arena_printf(arena, "%s" STR_FORMAT "|", joined,
                              STR_ARG(lines.lines[i]));
    return joined;
}

struct wrap_case {
    const char *text;
    int columns;
    const char *lines;
};

static void check(const struct wrap_case *cases, size_t count)
{
    struct arena arena = {0};

    for (size_t i = 0; i < count; i++)
        assert_string_equal(wrapped(&arena, cases[i].text, cases[i].columns),
                            cases[i].lines);
    arena_finish(&arena);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void lines_of_a_paragraph_are_refilled(void **state)
{
    static const struct wrap_case cases[] = {
        {"", 10, ""},
        {"\n \n\n", 10, ""},
        {"one two three four", 9, "one two|three|four|"},
        {"one\ntwo\nthree", 80, "one two three|"},
        {"one  two\t", 80, "one two|"},
        {"one\r\ntwo", 80, "one two|"},
        {"exactly ten", 10, "exactly|ten|"},
        {"exact ten!", 10, "exact ten!|"},
    };
    (void)state;
    CHECK(cases);
}

static void a_blank_line_ends_a_paragraph(void **state)
{
    static const struct wrap_case cases[] = {
        {"one\n\ntwo", 80, "one||two|"},
        {"one\n\n\n  \t\ntwo\n\n", 80, "one||two|"},
        {"\n\none", 80, "one|"},
    };
    (void)state;
    CHECK(cases);
}

static void a_line_that_starts_with_a_space_is_kept(void **state)
{
    static const struct wrap_case cases[] = {
        {"Labs:\n  Na   140\n  K    4.1\nnormal\nvalues", 80,
         "Labs:|  Na   140|  K    4.1|normal values|"},
        {"\tx  y", 80, "    x  y|"},
        {"a\n\n  b\n\n  c", 80, "a||  b||  c|"},
        {"  cut when too long", 9, "  cut|when too|long|"},
        {"          far", 5, "  far|"},
        {"          too far", 5, "  too|far|"},
        {"  a    b", 5, "  a|b|"},
    };
    (void)state;
    CHECK(cases);
}

static void words_part_behind_separators(void **state)
{
    static const struct wrap_case cases[] = {
        {"well-known and/or", 6, "well-|known|and/or|"},
        {"a well-known", 8, "a well-|known|"},
        {"and/or", 5, "and/|or|"},
        {"red,green;blue", 6, "red,|green;|blue|"},
        {"modifier -59", 10, "modifier|-59|"},
        {"of a (-) sign", 6, "of a|(-)|sign|"},
        {"so--well", 6, "so--we|ll|"},
        {"an x-ray", 5, "an|x-ray|"},
        {"x-rays", 5, "x-|rays|"},
        {"on 12/31/2025", 10, "on|12/31/2025|"},
        {"$1,250 each", 5, "$1,|250|each|"},
        {"pay $1,250", 7, "pay|$1,250|"},
        {"12/31/2025", 6, "12/31/|2025|"},
    };
    (void)state;
    CHECK(cases);
}

static void codes_are_kept_whole_when_they_fit(void **state)
{
    static const struct wrap_case cases[] = {
        {"use 99213-25", 10, "use|99213-25|"},
        {"use 99213-25-LT", 14, "use|99213-25-LT|"},
        {"is I50.23 or E11.9", 6, "is|I50.23|or|E11.9|"},
        {"is 0DTJ4ZZ", 8, "is|0DTJ4ZZ|"},
        {"99213-25,99214-25", 12, "99213-25,|99214-25|"},
        {"99213/99214/99215", 12, "99213/99214/|99215|"},
        {"99213,99214,99215", 12, "99213,99214,|99215|"},
        {"10004-10021", 8, "10004-|10021|"},
        {"ICD-10-CM codes", 9, "ICD-10-CM|codes|"},
        {"COVID-19", 8, "COVID-19|"},
        {"is E11.9.", 5, "is|E11.9|.|"},
        {"(99213-25)", 8, "(|99213-25|)|"},
        {"0DTJ4ZZ", 4, "0DTJ|4ZZ|"},
        {"99213-25", 6, "99213-|25|"},
    };
    (void)state;
    CHECK(cases);
}

static void wide_characters_part_between_each_other(void **state)
{
    static const struct wrap_case cases[] = {
        {"\u65E5\u672C\u8A9E", 4, "\u65E5\u672C|\u8A9E|"},
        {"\u65E5\u672C\u8A9E", 5, "\u65E5\u672C|\u8A9E|"},
        {"a\u65E5\u672C", 3, "a\u65E5|\u672C|"},
        {"x \u65E5\u672C", 4, "x \u65E5|\u672C|"},
        {"\u65E5\u672C", 1, "\uFFFD|\uFFFD|"},
        {"\U0001F1FA\U0001F1F8\U0001F1EC\U0001F1E7", 3,
         "\U0001F1FA\U0001F1F8|\U0001F1EC\U0001F1E7|"},
        {"\U0001F1FA\U0001F1F8", 1, "\uFFFD|"},
    };
    (void)state;
    CHECK(cases);
}

static void marks_stay_with_their_base(void **state)
{
    static const struct wrap_case cases[] = {
        {"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301|"},
        {"e\u0301\u0302\u0303a", 1, "e\u0301\u0302\u0303|a|"},
        {"a \u0301b", 1, "a|b|"},
    };
    (void)state;
    CHECK(cases);
}

static void ascii_is_wrapped_as_it_is_spelled(void **state)
{
    struct arena arena = {0};
    struct wrapped lines =
        wrap_text(&arena, STR("\u00BD \u2026 \u65E5"), 3, true);
    (void)state;

    assert_int_equal(lines.count, 3);
    assert_string_equal(lines.lines[0].data, "1/2");
    assert_string_equal(lines.lines[1].data, "...");
    assert_string_equal(lines.lines[2].data, "?");
    arena_finish(&arena);
}

/* Without blanks, so that texts can be compared across breaks. */
static struct str without_blanks(struct arena *arena, struct str text)
{
    struct strbuf buf = {0};

    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] != ' ' && text.data[i] != '\n')
            strbuf_addc(&buf, text.data[i]);
    struct str bare = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return bare;
}

static void assert_lines_are_good(struct arena *arena, struct str text,
                                  int columns)
{
    struct wrapped lines = wrap_text(arena, text, columns, false);
    struct strbuf folded = {0}, joined = {0};

    for (size_t i = 0; i < lines.count; i++) {
        struct str line = lines.lines[i];
        size_t offset = 0;

        assert_true(fold_columns(line) <= columns);
        assert_int_equal(utf8_valid_prefix(line), line.len);
        assert_false(str_ends(line, " "));
        if (line.len > 0)
            assert_true(fold_width(utf8_next(line, &offset)) > 0);
        strbuf_add(&joined, line);
    }
    fold_append(&folded, text, FOLD_LINES, false);
    if (columns > 1)
        assert_true(str_eq(without_blanks(arena, strbuf_str(&folded)),
                           without_blanks(arena, strbuf_str(&joined))));
    strbuf_finish(&folded);
    strbuf_finish(&joined);
}

/* The code stands whole in some line. */
static void assert_whole(struct arena *arena, struct str text, int columns,
                         const char *code)
{
    struct wrapped lines = wrap_text(arena, text, columns, false);
    bool found = false;

    for (size_t i = 0; i < lines.count; i++)
        found |= strstr(lines.lines[i].data, code) != NULL;
    assert_true(found);
}

static const char *const words[] = {
    "the",
    "patient,",
    "99213-25",
    "E11.9",
    "0DTJ4ZZ",
    "and/or",
    "-59",
    "well-known",
    "caf\u00E9",
    "e\u0301\u0302\u0303\u0304tude",
    "\u65E5\u672C\u8A9E\u306E\u6587",
    "\U0001F600\U0001F600",
    "\U0001F1FA\U0001F1F8\U0001F1EC\U0001F1E7",
    "a\u65E5b",
    "\uD55C\uAD6D",
    "\n",
    "\n\n",
    "\n   kept",
    "//",
    "--",
    "1,000,000",
    "\u0915\u0903",
    "supercalifragilisticexpialidociouslylongwordwithoutanyseparatoratall",
    "https://example.org/a/very-long/path;with,separators/inside-of-it",
    "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9",
};

static void lines_are_good_at_every_width(void **state)
{
    struct random random = random_seeded(5);
    struct arena arena = {0};
    struct strbuf text = {0};
    (void)state;

    for (int columns = 1; columns <= 200; columns++) {
        for (int round = 0; round < 10; round++) {
            strbuf_clear(&text);
            for (int i = 0; i < 40; i++) {
                strbuf_adds(
                    &text,
                    words[random_below(&random, sizeof words / sizeof *words)]);
                if (random_below(&random, 4) > 0)
                    strbuf_addc(&text, ' ');
            }
            assert_lines_are_good(&arena, strbuf_str(&text), columns);
            arena_reset(&arena);
        }
    }
    strbuf_finish(&text);
    arena_finish(&arena);
}

static void codes_are_whole_at_every_width_they_fit(void **state)
{
    static const char *const codes[] = {"99213-25", "E11.9", "0DTJ4ZZ",
                                        "I50.23", "99214-LT"};
    struct str text = STR("Report 99213-25 for E11.9,I50.23;0DTJ4ZZ and/or "
                          "(99214-LT/99213-25) as the 0DTJ4ZZ-E11.9 demands");
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        for (int columns = (int)strlen(codes[i]); columns <= 200; columns++)
            assert_whole(&arena, text, columns, codes[i]);
    arena_finish(&arena);
}

static void a_very_long_word_is_cut_into_full_lines(void **state)
{
    struct arena arena = {0};
    char word[5000];
    (void)state;

    memset(word, 'w', sizeof word);
    for (int columns = 1; columns <= 200; columns++) {
        struct wrapped lines =
            wrap_text(&arena, (struct str){word, sizeof word}, columns, false);
        size_t width = (size_t)columns;

        assert_int_equal(lines.count, (sizeof word + width - 1) / width);
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

static int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_a_paragraph_are_refilled),
        cmocka_unit_test(a_blank_line_ends_a_paragraph),
        cmocka_unit_test(a_line_that_starts_with_a_space_is_kept),
        cmocka_unit_test(words_part_behind_separators),
        cmocka_unit_test(codes_are_kept_whole_when_they_fit),
        cmocka_unit_test(wide_characters_part_between_each_other),
        cmocka_unit_test(marks_stay_with_their_base),
        cmocka_unit_test(ascii_is_wrapped_as_it_is_spelled),
        cmocka_unit_test(lines_are_good_at_every_width),
        cmocka_unit_test(codes_are_whole_at_every_width_they_fit),
        cmocka_unit_test(a_very_long_word_is_cut_into_full_lines),
    };

    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
