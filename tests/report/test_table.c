/* Tables as text, CSV and JSON. */
#include "proctor/report/table.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { NAME, COUNT, MARKS, DONE, HIDDEN };

static const struct column columns[] = {
    {"name", "Name", COLUMN_TEXT},    {"count", "Count", COLUMN_NUMBER},
    {"marks", "Marks", COLUMN_MARKS}, {"done", "Done", COLUMN_FLAG},
    {"hidden", NULL, COLUMN_TEXT},
};

struct fixture {
    struct arena arena;
    struct table table;
    struct strbuf out;
};

static void start(struct fixture *fixture)
{
    *fixture = (struct fixture){0};
    table_init(&fixture->table, "sample", columns,
               sizeof columns / sizeof *columns, &fixture->arena);
}

static void finish(struct fixture *fixture)
{
    strbuf_finish(&fixture->out);
    arena_finish(&fixture->arena);
}

static void add(struct fixture *fixture, const char *name, int64_t count)
{
    table_row(&fixture->table);
    table_text(&fixture->table, NAME, str_from(name));
    table_number(&fixture->table, COUNT, count);
}

static void numbers_stand_to_the_right(void **state)
{
    struct fixture f;

    (void)state;
    start(&f);
    add(&f, "ab", 7);
    add(&f, "abcd", 1234);
    table_number(&f.table, MARKS, 6950);
    table_flag(&f.table, DONE, true);
    table_print(&f.table, &f.out, "none", false);
    assert_string_equal(strbuf_text(&f.out), "Name  Count  Marks  Done\n"
                                             "ab        7\n"
                                             "abcd   1234   69.5  yes\n");
    finish(&f);
}

static void wide_characters_are_counted_by_columns(void **state)
{
    struct fixture f;

    (void)state;
    start(&f);
    add(&f, "\xe6\xbc\xa2\xe5\xad\x97x", 1);
    add(&f, "abcdefg", 2);
    table_print(&f.table, &f.out, "none", false);
    assert_string_equal(strbuf_text(&f.out),
                        "Name     Count  Marks  Done\n"
                        "\xe6\xbc\xa2\xe5\xad\x97x        1\n"
                        "abcdefg      2\n");
    finish(&f);
}

static void control_characters_never_reach_the_text(void **state)
{
    struct fixture f;

    (void)state;
    start(&f);
    add(&f, "a\x1b[31mb\nc", 1);
    table_print(&f.table, &f.out, "none", true);
    assert_null(strchr(strbuf_text(&f.out), '\x1b'));
    finish(&f);
}

static void an_empty_table_says_so(void **state)
{
    struct fixture f;

    (void)state;
    start(&f);
    table_print(&f.table, &f.out, "Nothing here.", false);
    assert_string_equal(strbuf_text(&f.out), "Nothing here.\n");
    finish(&f);
}

static void csv_quotes_and_guards_formulas(void **state)
{
    static const struct {
        const char *text, *field, *raw;
    } cases[] = {
        {"plain", "plain", "plain"},
        {"a,b", "\"a,b\"", "\"a,b\""},
        {"say \"x\"", "\"say \"\"x\"\"\"", "\"say \"\"x\"\"\""},
        {"=1+1", "\"'=1+1\"", "=1+1"},
        {"-25", "\"'-25\"", "-25"},
        {"@x", "\"'@x\"", "@x"},
        {"+1", "\"'+1\"", "+1"},
        {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
        {"  =1", "\"'  =1\"", "  =1"},
        {"\n=1", "\"'\n=1\"", "\"\n=1\""},
        {"  a=1", "  a=1", "  a=1"},
        {"", "", ""},
        {"a\x1b[31mb", "a\xef\xbf\xbd[31mb", "a\x1b[31mb"},
        {"a\tb\x7f",
         "a\xef\xbf\xbd"
         "b\xef\xbf\xbd",
         "a\tb\x7f"},
        {"a\xc2\x9b", "a\xef\xbf\xbd", "a\xc2\x9b"},
        {"a\rb",
         "a\xef\xbf\xbd"
         "b",
         "\"a\rb\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        char expected[128];

        for (int raw = 0; raw < 2; raw++) {
            start(&f);
            add(&f, cases[i].text, -3);
            table_csv(&f.table, &f.out, raw);
            snprintf(expected, sizeof expected,
                     "name,count,marks,done,hidden\r\n%s,-3,,,\r\n",
                     raw ? cases[i].raw : cases[i].field);
            assert_string_equal(strbuf_text(&f.out), expected);
            finish(&f);
        }
    }
}

static void json_names_its_schema_and_keeps_null(void **state)
{
    struct fixture f;
    struct json_part part;

    (void)state;
    start(&f);
    add(&f, "q\"\xff", 1);
    table_number(&f.table, MARKS, 6900);
    part = (struct json_part){"rows", &f.table, false};
    json_document(&f.out, "sample", &part, 1);
    assert_string_equal(strbuf_text(&f.out),
                        "{\n"
                        "  \"schema\": \"proctor-sample/1\",\n"
                        "  \"rows\": [\n"
                        "    {\n"
                        "      \"name\": \"q\\\"\xef\xbf\xbd\",\n"
                        "      \"count\": 1,\n"
                        "      \"marks\": 69,\n"
                        "      \"done\": null,\n"
                        "      \"hidden\": null\n"
                        "    }\n"
                        "  ]\n"
                        "}\n");
    finish(&f);
}

static void a_single_part_is_an_object(void **state)
{
    struct fixture f;
    struct json_part part;

    (void)state;
    start(&f);
    add(&f, "x", 1);
    part = (struct json_part){"attempt", &f.table, true};
    json_document(&f.out, "show", &part, 1);
    assert_non_null(strstr(strbuf_text(&f.out), "\"attempt\": {"));
    finish(&f);
}

/* The terminator is no formula and needs no quotes. */
static void csv_takes_a_nul_for_a_control_character(void **state)
{
    struct fixture f;

    (void)state;
    start(&f);
    table_row(&f.table);
    table_text(&f.table, NAME, (struct str){"\0x", 2});
    table_csv(&f.table, &f.out, false);
    assert_non_null(strstr(strbuf_text(&f.out), "\r\n\xef\xbf\xbdx,"));
    finish(&f);
}

static void json_keeps_the_decimals_of_large_marks(void **state)
{
    struct fixture f;
    struct json_part part;

    (void)state;
    start(&f);
    add(&f, "x", 1);
    table_number(&f.table, MARKS, 1234567825);
    part = (struct json_part){"rows", &f.table, false};
    json_document(&f.out, "sample", &part, 1);
    assert_non_null(strstr(strbuf_text(&f.out), "\"marks\": 12345678.25,"));
    finish(&f);
}

static void a_single_part_without_rows_is_null(void **state)
{
    struct fixture f;
    struct json_part part;

    (void)state;
    start(&f);
    part = (struct json_part){"attempt", &f.table, true};
    json_document(&f.out, "show", &part, 1);
    assert_non_null(strstr(strbuf_text(&f.out), "\"attempt\": null"));
    finish(&f);
}

static void many_rows_keep_their_cells(void **state)
{
    struct fixture f;

    (void)state;
    start(&f);
    for (int i = 0; i < 1000; i++)
        add(&f, "row", i);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(
            f.table.cells[(size_t)i * f.table.column_count + COUNT].number, i);
    finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_stand_to_the_right),
        cmocka_unit_test(wide_characters_are_counted_by_columns),
        cmocka_unit_test(control_characters_never_reach_the_text),
        cmocka_unit_test(an_empty_table_says_so),
        cmocka_unit_test(csv_quotes_and_guards_formulas),
        cmocka_unit_test(json_names_its_schema_and_keeps_null),
        cmocka_unit_test(a_single_part_is_an_object),
        cmocka_unit_test(csv_takes_a_nul_for_a_control_character),
        cmocka_unit_test(json_keeps_the_decimals_of_large_marks),
        cmocka_unit_test(a_single_part_without_rows_is_null),
        cmocka_unit_test(many_rows_keep_their_cells),
    };

    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
