/* Text looked at and text built: comparisons, pieces, numbers, distances. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/str.h"

static void no_text_is_the_empty_text(void **state)
{
    (void)state;
    struct str zeroed = {0};

    assert_non_null(str_from(NULL).data);
    assert_int_equal(str_from(NULL).len, 0);
    assert_true(str_eq(zeroed, STR("")));
    assert_int_equal(str_cmp(zeroed, STR("")), 0);
    assert_true(str_starts(zeroed, ""));
    assert_true(str_ends(zeroed, ""));
}

static void order_is_by_bytes_and_a_prefix_is_smaller(void **state)
{
    static const char *const rising[] = {
        "", "A", "B", "a", "a ", "ab", "b", "\x7F", "\xC3\xA9",
    };
    (void)state;

    for (size_t i = 0; i + 1 < sizeof rising / sizeof *rising; i++) {
        struct str a = str_from(rising[i]), b = str_from(rising[i + 1]);

        assert_true(str_cmp(a, b) < 0);
        assert_true(str_cmp(b, a) > 0);
        assert_int_equal(str_cmp(a, a), 0);
        assert_false(str_eq(a, b));
    }
}

static void only_ascii_letters_have_a_lower_case(void **state)
{
    (void)state;

    assert_int_equal(ascii_lower('A'), 'a');
    assert_int_equal(ascii_lower('Z'), 'z');
    assert_int_equal(ascii_lower('@'), '@');
    assert_int_equal(ascii_lower('['), '[');
    assert_int_equal(ascii_lower('m'), 'm');
    assert_int_equal(ascii_lower('\xC4'), '\xC4');
}

static void starts_and_ends_need_the_whole_affix(void **state)
{
    (void)state;
    assert_true(str_starts(STR("cpt/surgery"), "cpt/"));
    assert_false(str_starts(STR("cp"), "cpt"));
    assert_true(str_ends(STR("a.yaml"), ".yaml"));
    assert_false(str_ends(STR("yaml"), ".yaml"));
    assert_true(str_is(STR("cpt"), "cpt"));
    assert_false(str_is(STR("cpt"), "cpt/"));
}

static void trim_takes_ascii_blanks_only(void **state)
{
    (void)state;
    assert_true(str_is(str_trim(STR(" \t\r\n a b \n")), "a b"));
    assert_true(str_is(str_trim(STR(" \n ")), ""));
    assert_true(str_is(str_trim(STR("\xC2\xA0x")), "\xC2\xA0x"));
}

static void split_gives_empty_pieces_between_separators(void **state)
{
    struct str rest = STR("a,,b"), piece;
    (void)state;

    assert_true(str_split(&rest, ',', &piece));
    assert_true(str_is(piece, "a"));
    assert_true(str_split(&rest, ',', &piece));
    assert_true(str_is(piece, ""));
    assert_true(str_split(&rest, ',', &piece));
    assert_true(str_is(piece, "b"));
    assert_false(str_split(&rest, ',', &piece));
    assert_non_null(rest.data);
}

static void split_ends_with_the_last_line_end(void **state)
{
    struct str rest = STR("one\ntwo\n"), piece;
    (void)state;

    assert_true(str_split(&rest, '\n', &piece));
    assert_true(str_split(&rest, '\n', &piece));
    assert_true(str_is(piece, "two"));
    assert_false(str_split(&rest, '\n', &piece));
    rest = STR("");
    assert_false(str_split(&rest, '\n', &piece));
}

static void numbers_are_decimal_whole_and_in_range(void **state)
{
    static const struct {
        const char *text;
        int64_t low, high;
        bool ok;
        int64_t value;
    } cases[] = {
        {"0", 0, 9, true, 0},
        {"007", 0, 9, true, 7},
        {"-5", -9, 9, true, -5},
        {"10", 0, 9, false, 0},
        {"-1", 0, 9, false, 0},
        {"", 0, 9, false, 0},
        {"-", -9, 9, false, 0},
        {"+1", 0, 9, false, 0},
        {" 1", 0, 9, false, 0},
        {"1 ", 0, 9, false, 0},
        {"0x1", 0, 9, false, 0},
        {"1e1", 0, 99, false, 0},
        {"9223372036854775807", 0, INT64_MAX, true, INT64_MAX},
        {"9223372036854775808", 0, INT64_MAX, false, 0},
        {"-9223372036854775808", INT64_MIN, 0, true, INT64_MIN},
        {"-9223372036854775809", INT64_MIN, 0, false, 0},
        {"99999999999999999999", INT64_MIN, INT64_MAX, false, 0},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t value = -77;

        assert_int_equal(str_to_i64(str_from(cases[i].text), cases[i].low,
                                    cases[i].high, &value),
                         cases[i].ok);
        assert_true(value == (cases[i].ok ? cases[i].value : -77));
    }
}

static void distance_counts_insert_delete_replace_and_swap(void **state)
{
    static const struct {
        const char *a, *b;
        size_t limit, distance;
    } cases[] = {
        {"", "", 3, 0},
        {"stem", "stem", 3, 0},
        {"stem", "stm", 3, 1},
        {"stem", "steam", 3, 1},
        {"stem", "item", 3, 1},
        {"stem", "items", 3, 2},
        {"answer", "asnwer", 3, 1},
        {"answer", "rationale", 3, 4},
        {"", "abc", 3, 3},
        {"", "abcd", 3, 4},
        {"abcd", "", 2, 3},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(str_distance(str_from(cases[i].a),
                                      str_from(cases[i].b), cases[i].limit),
                         cases[i].distance);
}

static void distance_of_a_long_text_is_above_the_limit(void **state)
{
    char text[66];
    (void)state;

    memset(text, 'a', sizeof text);
    assert_int_equal(
        str_distance((struct str){text, 64}, (struct str){text, 64}, 2), 0);
    assert_int_equal(
        str_distance((struct str){text, 65}, (struct str){text, 65}, 2), 3);
}

static void built_text_is_always_terminated(void **state)
{
    struct strbuf buf = {0};
    (void)state;

    assert_string_equal(strbuf_text(&buf), "");
    strbuf_add(&buf, STR(""));
    assert_non_null(buf.data);
    for (int i = 0; i < 1000; i++) {
        strbuf_addc(&buf, 'x');
        assert_int_equal(strlen(strbuf_text(&buf)), (size_t)i + 1);
    }
    strbuf_clear(&buf);
    assert_string_equal(strbuf_text(&buf), "");
    strbuf_adds(&buf, "ab");
    strbuf_printf(&buf, "%d%s", 42, "cd");
    assert_true(str_is(strbuf_str(&buf), "ab42cd"));
    strbuf_finish(&buf);
    strbuf_finish(NULL);
}

static void formatted_text_may_be_long(void **state)
{
    struct strbuf buf = {0};
    (void)state;

    strbuf_printf(&buf, "%05000d", 7);
    assert_int_equal(buf.len, 5000);
    assert_int_equal(buf.data[4999], '7');
    strbuf_printf(&buf, "%s", "");
    assert_int_equal(buf.len, 5000);
    strbuf_finish(&buf);
}

static void taken_text_leaves_an_empty_buffer(void **state)
{
    struct strbuf buf = {0};
    char *text;
    (void)state;

    text = strbuf_take(&buf);
    assert_string_equal(text, "");
    free(text);
    strbuf_adds(&buf, "abc");
    text = strbuf_take(&buf);
    assert_string_equal(text, "abc");
    assert_null(buf.data);
    free(text);
}

static void bytes_of_any_kind_are_kept(void **state)
{
    struct strbuf buf = {0};
    (void)state;

    strbuf_add(&buf, (struct str){"a\0b", 3});
    strbuf_addc(&buf, '\0');
    assert_int_equal(buf.len, 4);
    assert_memory_equal(buf.data, "a\0b\0", 5);
    strbuf_finish(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_is_the_empty_text),
        cmocka_unit_test(order_is_by_bytes_and_a_prefix_is_smaller),
        cmocka_unit_test(only_ascii_letters_have_a_lower_case),
        cmocka_unit_test(starts_and_ends_need_the_whole_affix),
        cmocka_unit_test(trim_takes_ascii_blanks_only),
        cmocka_unit_test(split_gives_empty_pieces_between_separators),
        cmocka_unit_test(split_ends_with_the_last_line_end),
        cmocka_unit_test(numbers_are_decimal_whole_and_in_range),
        cmocka_unit_test(distance_counts_insert_delete_replace_and_swap),
        cmocka_unit_test(distance_of_a_long_text_is_above_the_limit),
        cmocka_unit_test(built_text_is_always_terminated),
        cmocka_unit_test(formatted_text_may_be_long),
        cmocka_unit_test(taken_text_leaves_an_empty_buffer),
        cmocka_unit_test(bytes_of_any_kind_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
