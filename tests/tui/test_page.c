/* Pages: how they move, and how a table too wide is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "page.h"

#include "proctor/platform/env.h"

/* Twelve lines of text, then three choices of one line. */
static void build(struct page *page, int height)
{
    page_begin(page, 40, height, false);
    for (int i = 0; i < 12; i++)
        page_printf(page, STYLE_NORMAL, "line %d\n\n", i);
    for (int i = 0; i < 3; i++)
        page_choice(page, STYLE_NORMAL, "( ) ", STR("choice"));
    page_end(page);
}

static void down_scrolls_until_the_choice_is_in_sight(void **state)
{
    struct page page = {0};

    (void)state;
    build(&page, 5);
    page.focus = -1;
    for (int steps = 0; page.focus < 0; steps++) {
        assert_true(steps < 20);
        page_command(&page, CMD_DOWN);
    }
    assert_int_equal(page.focus, 0);
    assert_true(page.top + page.height > 12);
    page_command(&page, CMD_DOWN);
    page_command(&page, CMD_DOWN);
    assert_int_equal(page.focus, 2);
    assert_false(page_has_more_below(&page));
    page_finish(&page);
}

static void nothing_moves_past_the_ends(void **state)
{
    struct page page = {0};

    (void)state;
    build(&page, 5);
    page_command(&page, CMD_UP);
    page_command(&page, CMD_PAGE_UP);
    assert_int_equal(page.top, 0);
    assert_false(page_has_more_above(&page));
    for (int i = 0; i < 50; i++)
        page_command(&page, CMD_DOWN);
    assert_int_equal(page.top, 10);
    assert_int_equal(page.focus, 2);
    page_finish(&page);
}

static void a_page_overlaps_the_last_by_a_line(void **state)
{
    struct page page = {0};

    (void)state;
    build(&page, 5);
    page_command(&page, CMD_PAGE_DOWN);
    assert_int_equal(page.top, 4);
    page_command(&page, CMD_BOTTOM);
    assert_int_equal(page.focus, 2);
    page_command(&page, CMD_TOP);
    assert_int_equal(page.focus, 0);
    assert_int_equal(page.top, 0);
    page_finish(&page);
}

/* Twelve choices of two lines each. */
static void build_pairs(struct page *page, int height)
{
    page_begin(page, 40, height, false);
    for (int i = 0; i < 12; i++)
        page_choice(page, STYLE_NORMAL, "", STR("first line\n second line"));
    page_end(page);
}

static void a_page_begins_where_a_choice_begins(void **state)
{
    struct page page = {0};

    (void)state;
    build_pairs(&page, 7);
    page_command(&page, CMD_PAGE_DOWN); /* the fourth was cut */
    assert_int_equal(page.top, 6);
    assert_int_equal(page.focus, 3);
    build_pairs(&page, 8);
    page_command(&page, CMD_PAGE_DOWN); /* the seventh was whole */
    assert_int_equal(page.top, 12);
    assert_int_equal(page.focus, 6);
    page_finish(&page);
}

static void a_page_up_begins_where_a_choice_begins(void **state)
{
    struct page page = {0};

    (void)state;
    build_pairs(&page, 7);
    page_command(&page, CMD_BOTTOM);
    assert_int_equal(page.top, 17);
    page_command(&page, CMD_PAGE_UP); /* not in the midst of the sixth */
    assert_int_equal(page.top, 12);
    page_command(&page, CMD_PAGE_UP);
    assert_int_equal(page.top, 6);
    page_command(&page, CMD_PAGE_UP);
    assert_int_equal(page.top, 0);
    page_finish(&page);
}

static void a_choice_longer_than_the_page_is_paged_through(void **state)
{
    struct page page = {0};

    (void)state;
    page_begin(&page, 40, 5, false);
    page_choice(&page, STYLE_NORMAL, "", STR("1\n 2\n 3\n 4\n 5\n 6\n 7\n 8"));
    page_choice(&page, STYLE_NORMAL, "", STR("9"));
    page_end(&page);
    page_command(&page, CMD_PAGE_DOWN);
    assert_int_equal(page.top, 4);
    assert_int_equal(page.focus, 1);
    page_command(&page, CMD_PAGE_UP);
    assert_int_equal(page.top, 0);
    page_finish(&page);
}

static void a_higher_window_shows_no_void(void **state)
{
    struct page page = {0};

    (void)state;
    build(&page, 5);
    page_command(&page, CMD_BOTTOM);
    build(&page, 20);
    assert_int_equal(page.top, 0);
    page_finish(&page);
}

static void the_focus_is_on_a_choice_when_there_is_one(void **state)
{
    struct page page = {0};

    (void)state;
    page_begin(&page, 40, 5, false);
    page_end(&page);
    assert_int_equal(page.focus, PAGE_NO_CHOICE);
    build(&page, 5);
    assert_int_equal(page.focus, 0);
    page_finish(&page);
}

static void search_finds_either_case_and_goes_round(void **state)
{
    struct page page = {0};

    (void)state;
    build(&page, 5);
    assert_int_equal(page_search(&page, STR("LINE 9"), 0), 9);
    assert_true(page.top <= 9 && page.top + 5 > 9);
    assert_int_equal(page_search(&page, STR("line 2"), 10), 2);
    assert_int_equal(page_search(&page, STR("nowhere"), 0), -1);
    assert_int_equal(page_search(&page, STR(""), 0), -1);
    page_finish(&page);
}

static void search_goes_on_past_line_ends(void **state)
{
    struct page page = {0};

    (void)state;
    page_begin(&page, 16, 20, false);
    page_text(&page, STYLE_NORMAL,
              STR("acute on chronic heart failure after a low-dose "
                  "aspirin-induced bleed\n\nnext paragraph"));
    page_end(&page);
    assert_string_equal(page.lines.items[0].text.data, "acute on chronic");
    assert_int_equal(page_search(&page, STR("chronic heart"), 0), 0);
    assert_int_equal(
        page_search(&page, STR(" ON chronic HEART failure after "), 0), 0);
    assert_string_equal(page.lines.items[2].text.data, "after a low-dose");
    assert_string_equal(page.lines.items[3].text.data, "aspirin-induced");
    assert_int_equal(page_search(&page, STR("aspirin\u2011induced"), 0), -1);
    assert_int_equal(page_search(&page, STR("dose aspirin"), 0), 2);
    assert_int_equal(page_search(&page, STR("doseaspirin"), 0), -1);
    assert_int_equal(page_search(&page, STR("bleed next"), 0), -1);
    page_begin(&page, 12, 20, false);
    page_text(&page, STYLE_NORMAL, STR("some aspirin-induced bleed"));
    page_end(&page);
    assert_string_equal(page.lines.items[0].text.data, "some");
    assert_int_equal(page_search(&page, STR("aspirin-induced"), 0), 1);
    page_finish(&page);
}

static void the_focus_is_in_sight_or_not(void **state)
{
    struct page page = {0};

    (void)state;
    build(&page, 5);
    assert_false(page_shows_focus(&page));
    page_focus(&page, 1);
    assert_true(page_shows_focus(&page));
    page_finish(&page);
}

static void text_is_not_wider_than_is_good_to_read(void **state)
{
    struct strbuf text = {0};
    struct page page = {0};

    (void)state;
    for (int i = 0; i < 100; i++)
        strbuf_adds(&text, "word ");
    page_begin(&page, 200, 20, false);
    page_text(&page, STYLE_NORMAL, strbuf_str(&text));
    page_end(&page);
    for (size_t i = 0; i < page.lines.count; i++)
        assert_in_range(page.lines.items[i].text.len, 1, 100);
    assert_true(page.lines.items[0].text.len > 90);
    strbuf_finish(&text);
    page_finish(&page);
}

static void a_table_too_wide_is_told_row_by_row(void **state)
{
    struct str columns[] = {STR("Test"), STR("Value")};
    struct str cells[] = {STR("Troponin I"), STR("2.1 ng/mL"), STR("CK"),
                          STR("88 U/L")};
    struct exhibit table = {.title = STR("Laboratory"),
                            .columns = {columns, 2},
                            .cells = cells,
                            .row_count = 2};
    struct page page = {0};

    (void)state;
    page_begin(&page, 30, 20, false);
    page_exhibit(&page, &table);
    page_end(&page);
    assert_string_equal(page.lines.items[1].text.data, " Test        Value");
    assert_string_equal(page.lines.items[2].text.data,
                        " Troponin I  2.1 ng/mL");
    page_begin(&page, 18, 20, false);
    page_exhibit(&page, &table);
    page_end(&page);
    assert_string_equal(page.lines.items[1].lead.data, "- Test: ");
    assert_string_equal(page.lines.items[1].text.data, "Troponin I");
    assert_string_equal(page.lines.items[2].lead.data, "  Value: ");
    page_finish(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(down_scrolls_until_the_choice_is_in_sight),
        cmocka_unit_test(nothing_moves_past_the_ends),
        cmocka_unit_test(a_page_overlaps_the_last_by_a_line),
        cmocka_unit_test(a_page_begins_where_a_choice_begins),
        cmocka_unit_test(a_page_up_begins_where_a_choice_begins),
        cmocka_unit_test(a_choice_longer_than_the_page_is_paged_through),
        cmocka_unit_test(a_higher_window_shows_no_void),
        cmocka_unit_test(the_focus_is_on_a_choice_when_there_is_one),
        cmocka_unit_test(search_finds_either_case_and_goes_round),
        cmocka_unit_test(search_goes_on_past_line_ends),
        cmocka_unit_test(the_focus_is_in_sight_or_not),
        cmocka_unit_test(text_is_not_wider_than_is_good_to_read),
        cmocka_unit_test(a_table_too_wide_is_told_row_by_row),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
