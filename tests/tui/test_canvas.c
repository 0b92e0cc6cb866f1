/* The grid: what is drawn stays inside, is folded, and never halves a
 * wide character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "canvas.h"

#include "proctor/platform/env.h"

static struct strbuf row;

static const char *row_text(const struct canvas *canvas, int y)
{
    strbuf_clear(&row);
    canvas_row_text(canvas, y, &row);
    return strbuf_text(&row);
}

static int open_canvas(void **state)
{
    static struct canvas canvas;

    canvas_init(&canvas, 10, 3);
    *state = &canvas;
    return 0;
}

static int close_canvas(void **state)
{
    canvas_finish(*state);
    strbuf_finish(&row);
    return 0;
}

static void text_is_cut_at_the_right_edge(void **state)
{
    struct canvas *canvas = *state;

    assert_int_equal(canvas_text(canvas, 7, 0, 50, STYLE_NORMAL, STR("abcdef")),
                     3);
    assert_string_equal(row_text(canvas, 0), "       abc\n");
}

static void text_outside_is_not_drawn(void **state)
{
    struct canvas *canvas = *state;

    assert_int_equal(canvas_text(canvas, 0, 3, 5, STYLE_NORMAL, STR("a")), 0);
    assert_int_equal(canvas_text(canvas, 0, -1, 5, STYLE_NORMAL, STR("a")), 0);
    assert_int_equal(canvas_text(canvas, 10, 0, 5, STYLE_NORMAL, STR("a")), 0);
    assert_int_equal(canvas_text(canvas, 0, 0, -1, STYLE_NORMAL, STR("a")), 0);
}

static void a_wide_character_is_never_halved(void **state)
{
    struct canvas *canvas = *state;

    assert_int_equal(
        canvas_text(canvas, 0, 0, 3, STYLE_NORMAL, STR("\u4E2D\u6587")), 2);
    assert_int_equal(canvas_cell(canvas, 1, 0)->length, 0);
    canvas_text(canvas, 1, 0, 1, STYLE_NORMAL, STR("x"));
    assert_string_equal(row_text(canvas, 0), " x\n");
    canvas_text(canvas, 4, 0, 2, STYLE_NORMAL, STR("\u4E2D"));
    canvas_text(canvas, 4, 0, 1, STYLE_NORMAL, STR("y"));
    assert_string_equal(row_text(canvas, 0), " x  y\n");
}

static void marks_stay_with_their_base(void **state)
{
    struct canvas *canvas = *state;

    assert_int_equal(
        canvas_text(canvas, 0, 0, 5, STYLE_NORMAL, STR("e\u0301x")), 2);
    assert_string_equal(row_text(canvas, 0), "e\u0301x\n");
}

static void control_sequences_do_not_get_in(void **state)
{
    struct canvas *canvas = *state;

    canvas_text(canvas, 0, 0, 10, STYLE_NORMAL, STR("\033[31m\a\u202Ex"));
    for (int x = 0; x < 10; x++) {
        const struct cell *cell = canvas_cell(canvas, x, 0);

        for (int i = 0; i < cell->length; i++)
            assert_true((unsigned char)cell->text[i] >= ' ');
    }
    assert_null(strstr(row_text(canvas, 0), "\u202E"));
}

static void a_text_too_long_ends_in_an_ellipsis(void **state)
{
    struct canvas *canvas = *state;

    canvas_text_cut(canvas, 0, 0, 6, STYLE_NORMAL, STR("abcdefgh"));
    canvas_text_cut(canvas, 0, 1, 6, STYLE_NORMAL, STR("abcdef"));
    canvas->ascii = true;
    canvas_text_cut(canvas, 0, 2, 6, STYLE_NORMAL, STR("abcdefgh"));
    assert_string_equal(row_text(canvas, 0), "abcde\u2026\n");
    assert_string_equal(row_text(canvas, 1), "abcdef\n");
    assert_string_equal(row_text(canvas, 2), "abcd..\n");
}

static void without_lines_no_rule_is_drawn(void **state)
{
    struct canvas *canvas = *state;

    canvas_rule_across(canvas, 0, 0, 3);
    canvas->has_lines = false;
    canvas_rule_across(canvas, 0, 1, 3);
    assert_string_equal(row_text(canvas, 0), "\u2500\u2500\u2500\n");
    assert_string_equal(row_text(canvas, 1), "\n");
}

static void the_cursor_stays_inside(void **state)
{
    struct canvas *canvas = *state;

    canvas_cursor(canvas, 99, 99, true);
    assert_int_equal(canvas->cursor_x, 9);
    assert_int_equal(canvas->cursor_y, 2);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_canvas, close_canvas)

static void a_size_beyond_belief_is_clamped(void **state)
{
    struct canvas canvas;

    (void)state;
    canvas_init(&canvas, 60000, 60000);
    assert_int_equal(canvas.width, CANVAS_COLUMNS_MAX);
    assert_int_equal(canvas.height, CANVAS_ROWS_MAX);
    canvas_finish(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_size_beyond_belief_is_clamped),
        TEST(text_is_cut_at_the_right_edge),
        TEST(text_outside_is_not_drawn),
        TEST(a_wide_character_is_never_halved),
        TEST(marks_stay_with_their_base),
        TEST(control_sequences_do_not_get_in),
        TEST(a_text_too_long_ends_in_an_ellipsis),
        TEST(without_lines_no_rule_is_drawn),
        TEST(the_cursor_stays_inside),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
