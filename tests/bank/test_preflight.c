/* The look at the bytes: what is refused, where, and what the parser gets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "bank/report.h"
#include "bank/source.h"
#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

struct look {
    struct reading reading; /* its list */
    struct source source;
    struct report report;
    bool ok;
};

static void look_at(struct look *look, struct str bytes)
{
    *look = (struct look){.ok = false};
    look->report =
        (struct report){.list = &look->reading.list, .item = STR("")};
    diagnostics_init(&look->reading.list, "a.yaml");
    look->ok = source_open(&look->source, bytes, &look->report);
}

static void look_away(struct look *look)
{
    source_close(&look->source);
    diagnostics_finish(&look->reading.list);
}

static void each_bad_character_is_named_and_placed(void **state)
{
    static const struct {
        const char *bytes;
        const char *id;
        int column;
        const char *message;
    } cases[] = {
        {"ab\xE9 c\n", "file/encoding", 3, "byte 0xE9"},
        {"\xC0\xAF\n", "file/encoding", 1, "byte 0xC0"},
        {"x\xED\xA0\x80\n", "file/encoding", 2, "byte 0xED"},
        {"x\xF4\x90\x80\x80\n", "file/encoding", 2, "byte 0xF4"},
        {"cut \xE2\x82\n", "file/encoding", 5, "byte 0xE2"},
        {"a\x1B[m\n", "file/character", 2, "U+001B"},
        {"a\x01\n", "file/character", 2, "U+0001"},
        {"a\x7F\n", "file/character", 2, "U+007F"},
        {"\xC2\x9B\n", "file/character", 1, "U+009B"},
        {"1234567\xC2\x85\n", "file/character", 8, "U+0085"},
        {"\xC3\xA9\xE2\x80\xA8\n", "file/character", 2, "U+2028"},
        {"\xE2\x80\xA9\n", "file/character", 1, "U+2029"},
        {"\xE2\x80\xAE\n", "file/character", 1, "U+202E"},
        {"\xE2\x81\xA6\n", "file/character", 1, "U+2066"},
        {"\xE2\x80\x8F\n", "file/character", 1, "U+200F"},
        {"\xD8\x9C\n", "file/character", 1, "U+061C"},
        {"\xF3\xA0\x81\x81\n", "file/character", 1, "U+E0041"},
        {"\xEF\xBF\xBE\n", "file/character", 1, "U+FFFE"},
        {"a\rb\n", "file/character", 2, "U+000D"},
        {"%TAG ! x\n", "yaml/directive", 1, "'%'"},
    };
    (void)state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct look it;
        struct strbuf text = {0};

        strbuf_adds(&text, "first: line\n");
        strbuf_adds(&text, cases[i].bytes);
        look_at(&it, strbuf_str(&text));
        const struct diagnostic *got = reading_find(&it.reading, cases[i].id);
        if (!it.ok || !got || it.reading.list.errors != 1 || got->line != 2 ||
            got->column != cases[i].column ||
            !contains(got->message, cases[i].message))
            fail_msg("case %zu (%s)", i, cases[i].message);
        assert_true(got->hint.len > 0);
        look_away(&it);
        strbuf_finish(&text);
    }
}

static void nul_bytes_are_refused_too(void **state)
{
    struct look it;
    (void)state;

    look_at(&it, STR("abc\0def\n"));
    assert_true(it.ok);
    assert_non_null(reading_find(&it.reading, "file/character"));
    look_away(&it);
}

static void what_the_parser_gets_has_no_bad_character_left(void **state)
{
    static const char text[] = "a\x1B b\xE9\xC2\x9B\xE2\x80\xAE\xF3\xA0\x81\x81"
                               "\r c\xEF\xBF\xBE\n%x\n\xC0\n";
    struct look it, again;
    (void)state;

    look_at(&it, STR(text));
    assert_true(it.ok);
    assert_true(it.reading.list.errors > 0);
    assert_int_equal(it.source.clean.len, it.source.bytes.len);
    assert_ptr_not_equal(it.source.clean.data, it.source.bytes.data);
    look_at(&again, it.source.clean);
    assert_int_equal(again.reading.list.errors, 0);
    look_away(&again);
    look_away(&it);
}

static void a_clean_file_is_not_copied(void **state)
{
    struct look it;
    (void)state;

    look_at(&it, STR("a: \xC3\xA9\tb \xF0\x9F\x98\x80\r\nb: c"));
    assert_int_equal(it.reading.list.errors + it.reading.list.warnings, 0);
    assert_ptr_equal(it.source.clean.data, it.source.bytes.data);
    assert_int_equal(it.source.line_count, 2);
    look_away(&it);
}

static void a_run_of_bytes_that_are_no_text_is_told_once(void **state)
{
    struct look it;
    (void)state;

    look_at(&it, STR("a \xE9\xE8\xE7 b \xE9\n"));
    assert_int_equal(it.reading.list.errors, 2);
    assert_int_equal(it.reading.list.items[1].column, 9);
    look_away(&it);
}

static void files_that_are_no_text_are_given_up(void **state)
{
    static const struct str cases[] = {
        {"\xFF\xFE"
         "a\0",
         4},
        {"\xFE\xFF\0a", 4},
        {"a\0b\0", 4},
        {"\0a\0b", 4},
        {"a: b\rc: d\r", 10},
    };
    (void)state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct look it;

        look_at(&it, cases[i]);
        assert_false(it.ok);
        assert_int_equal(it.reading.list.errors, 1);
        assert_int_equal(it.reading.list.items[0].line, 0);
        look_away(&it);
    }
}

static void a_hundred_bad_characters_are_enough(void **state)
{
    char text[500];
    struct look it;
    (void)state;

    memset(text, '\x01', sizeof text);
    for (size_t i = 1; i < sizeof text; i += 2)
        text[i] = '\n';
    look_at(&it, (struct str){text, sizeof text});
    assert_false(it.ok);
    assert_int_equal(it.reading.list.errors, 101);
    look_away(&it);
}

static void a_byte_order_mark_belongs_at_the_start(void **state)
{
    struct look it;
    (void)state;

    look_at(&it, STR("\xEF\xBB\xBF"
                     "a: b\xEF\xBB\xBF\n"));
    assert_true(it.ok);
    assert_int_equal(it.reading.list.errors, 0);
    assert_int_equal(it.reading.list.warnings, 1);
    assert_int_equal(it.reading.list.items[0].column, 5);
    assert_true(str_starts(it.source.bytes, "a: b"));
    look_away(&it);
}

static void every_bad_byte_is_seen_wherever_it_stands(void **state)
{
    (void)state;
    for (size_t len = 1; len < 40; len++)
        for (size_t at = 0; at < len; at++)
            for (int which = 0; which < 4; which++) {
                static const char bad[] = {'\x01', '\x1F', '\x7F', '\xFF'};
                char text[40];
                struct look it;

                memset(text, '~', sizeof text);
                text[at] = bad[which];
                look_at(&it, (struct str){text, len});
                assert_int_equal(it.reading.list.errors, 1);
                assert_int_equal(it.reading.list.items[0].column, at + 1);
                look_away(&it);
            }
}

static void lines_are_found_in_any_order(void **state)
{
    struct strbuf text = {0};
    struct look it;
    (void)state;

    for (int i = 1; i <= 1000; i++)
        strbuf_printf(&text, "line %d%s\n", i, i % 3 ? "" : "\r");
    look_at(&it, strbuf_str(&text));
    for (int i = 0; i < 3000; i++) {
        int line = i < 1000 ? i + 1 : (i * 7919) % 1000 + 1;
        char expected[20];

        snprintf(expected, sizeof expected, "line %d", line);
        assert_true(str_is(source_line(&it.source, line), expected));
    }
    assert_int_equal(source_line(&it.source, 1001).len, 0);
    assert_int_equal(source_line(&it.source, 0).len, 0);
    assert_int_equal(source_offset(&it.source, 1001), text.len);
    look_away(&it);
    strbuf_finish(&text);
}

static void columns_count_characters(void **state)
{
    struct str line = STR("a\xC3\xA9\xE6\xBC\xA2z");
    (void)state;

    assert_int_equal(source_column_bytes(line, 1), 0);
    assert_int_equal(source_column_bytes(line, 3), 3);
    assert_int_equal(source_column_bytes(line, 4), 6);
    assert_int_equal(source_column_bytes(line, 99), line.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_bad_character_is_named_and_placed),
        cmocka_unit_test(nul_bytes_are_refused_too),
        cmocka_unit_test(what_the_parser_gets_has_no_bad_character_left),
        cmocka_unit_test(a_clean_file_is_not_copied),
        cmocka_unit_test(a_run_of_bytes_that_are_no_text_is_told_once),
        cmocka_unit_test(files_that_are_no_text_are_given_up),
        cmocka_unit_test(a_hundred_bad_characters_are_enough),
        cmocka_unit_test(a_byte_order_mark_belongs_at_the_start),
        cmocka_unit_test(every_bad_byte_is_seen_wherever_it_stands),
        cmocka_unit_test(lines_are_found_in_any_order),
        cmocka_unit_test(columns_count_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
