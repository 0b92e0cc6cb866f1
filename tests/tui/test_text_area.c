/* A text of several lines being typed: no byte is lost, the caret is where it
 * is typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "text_area.h"

#include "proctor/base/random.h"
#include "proctor/platform/env.h"

static void type(struct text_area *area, const char *text)
{
    for (; *text; text++) {
        bool is_line_end = *text == '\n';

        text_area_key(area, &(struct key){.press = is_line_end ? PRESS_ENTER
                                                               : PRESS_CHAR,
                                          .c = (unsigned char)*text,
                                          .pasted = is_line_end});
    }
}

static void press(struct text_area *area, enum press press)
{
    assert_true(text_area_key(area, &(struct key){.press = press}));
}

static void lay_out(struct text_area *area, struct page *page, int columns,
                    int height)
{
    page_begin(page, columns, height, false);
    text_area_page(area, page);
    page_end(page);
}

static void check_rows(struct page *page, const char *const *expected)
{
    size_t count = 0;

    for (; expected[count]; count++) {
        assert_true(count < page->lines.count);
        assert_true(str_is(page->lines.items[count].text, expected[count]));
    }
    assert_int_equal(page->lines.count, count);
}

static void rows_break_behind_blanks_and_line_ends(void **state)
{
    static const struct {
        const char *text;
        const char *rows[6];
    } cases[] = {
        {"", {""}},
        {"one", {"one"}},
        {"one two three", {"one two", "three"}},
        {"one\n\ntwo\n", {"one", "", "two", ""}},
        {"0123456789abcd", {"012345678", "9abcd"}},
        {"12345678 9 a", {"12345678", "9 a"}},
        {"12345678  9", {"12345678 ", "9"}},
        {"blanks    ", {"blanks    "}},
        {"\u00E4\u00F6\u00FC\u00E4\u00F6\u00FC \u6F22\u5B57",
         {"\u00E4\u00F6\u00FC\u00E4\u00F6\u00FC", "\u6F22\u5B57"}},
    };
    struct text_area area;
    struct page page = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text_area_set(&area, str_from(cases[i].text));
        lay_out(&area, &page, 10, 6);
        check_rows(&page, cases[i].rows);
    }
    page_finish(&page);
}

static void the_caret_is_where_text_is_typed(void **state)
{
    struct text_area area = {0};
    struct page page = {0};

    (void)state;
    lay_out(&area, &page, 10, 6);
    type(&area, "one two three");
    lay_out(&area, &page, 10, 6);
    assert_true(page.caret.shown);
    assert_int_equal(page.caret.line, 1);
    assert_int_equal(page.caret.column, 5);
    press(&area, PRESS_UP);
    press(&area, PRESS_HOME);
    type(&area, "x");
    assert_string_equal(area.text, "xone two three");
    lay_out(&area, &page, 10, 6);
    assert_int_equal(page.caret.line, 0);
    assert_int_equal(page.caret.column, 1);
    page_finish(&page);
}

static void arrows_go_by_the_rows_that_are_shown(void **state)
{
    struct text_area area = {0};
    struct page page = {0};

    (void)state;
    text_area_set(&area, STR("one two three\nfour"));
    lay_out(&area, &page, 10, 6);
    press(&area, PRESS_HOME);
    assert_int_equal(area.caret, 14);
    press(&area, PRESS_RIGHT);
    press(&area, PRESS_UP);
    assert_int_equal(area.caret, 9);
    press(&area, PRESS_END);
    assert_int_equal(area.caret, 13);
    press(&area, PRESS_UP);
    press(&area, PRESS_UP);
    assert_int_equal(area.caret, 0);
    press(&area, PRESS_DOWN);
    press(&area, PRESS_DOWN);
    press(&area, PRESS_DOWN);
    assert_int_equal(area.caret, 18);
    page_finish(&page);
}

static void pasted_line_ends_stay_typed_ones_do_not(void **state)
{
    struct text_area area = {0};

    (void)state;
    type(&area, "one\ntwo");
    assert_string_equal(area.text, "one\ntwo");
    assert_false(text_area_key(&area, &(struct key){.press = PRESS_ENTER}));
    assert_true(text_area_key(&area, &(struct key){.press = PRESS_TAB,
                                                   .pasted = true}));
    assert_string_equal(area.text, "one\ntwo ");
}

static void what_does_not_fit_is_not_typed(void **state)
{
    struct text_area area = {0};

    (void)state;
    for (int i = 0; i < REMARK_TEXT_MAX + 10; i++)
        type(&area, "a");
    assert_int_equal(area.length, REMARK_TEXT_MAX);
    press(&area, PRESS_BACKSPACE);
    text_area_key(&area, &(struct key){.press = PRESS_CHAR, .c = 0xE4});
    assert_int_equal(area.length, REMARK_TEXT_MAX - 1);
}

/* Whatever is pressed, every row fits and the caret is on a character. */
static void no_key_breaks_the_rows(void **state)
{
    static const enum press presses[] = {
        PRESS_CHAR, PRESS_CHAR, PRESS_CHAR, PRESS_CHAR,      PRESS_UP,
        PRESS_DOWN, PRESS_LEFT, PRESS_HOME, PRESS_BACKSPACE, PRESS_ENTER,
    };
    static const uint32_t characters[] = {'a', ' ', 0xE4, 0x6F22, 0x301, '-'};
    struct random random = random_seeded(5);
    struct text_area area = {0};
    struct page page = {0};

    (void)state;
    for (int i = 0; i < 1000; i++) {
        int columns = 12 + (int)random_below(&random, 8);
        struct key key = {.press = presses[random_below(&random, 10)],
                          .c = characters[random_below(&random, 6)],
                          .pasted = true};

        if (key.press == PRESS_CHAR)
            key.pasted = false;
        lay_out(&area, &page, columns, 5);
        text_area_key(&area, &key);
        lay_out(&area, &page, columns, 5);
        assert_true(area.caret <= area.length);
        assert_true((area.text[area.caret] & 0xC0) != 0x80);
        assert_true(page.caret.line < page.lines.count);
    }
    page_finish(&page);
}

static void build(struct page *page)
{
    struct text_area area = {0};

    page_text(page, STYLE_NORMAL,
              STR("It is yours alone, and comes back when you look at this "
                  "question after the end."));
    page_gap(page);
    text_area_set(&area, STR("The word \"pockets\" makes it complicated. Look "
                             "it up under the incision and drainage codes, "
                             "not under the repair.\n\n- 10060 simple\n- "
                             "10061 complicated"));
    area.caret = 40;
    text_area_page(&area, page);
}

static void a_text_is_drawn_with_its_caret(void **state)
{
    (void)state;
    drawing_check_page("text", &(struct ui){0}, build);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_break_behind_blanks_and_line_ends),
        cmocka_unit_test(the_caret_is_where_text_is_typed),
        cmocka_unit_test(arrows_go_by_the_rows_that_are_shown),
        cmocka_unit_test(pasted_line_ends_stay_typed_ones_do_not),
        cmocka_unit_test(what_does_not_fit_is_not_typed),
        cmocka_unit_test(no_key_breaks_the_rows),
        cmocka_unit_test(a_text_is_drawn_with_its_caret),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
