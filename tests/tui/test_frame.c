/* What surrounds every screen: the hints at its foot and their room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "page_screen.h"

static const enum command many[] = {
    CMD_OPEN,      CMD_GO_PRACTICE, CMD_GO_WEAK, CMD_GO_HISTORY, CMD_GO_SEARCH,
    CMD_GO_PEOPLE, CMD_GO_SETTINGS, CMD_BACK,    CMD_NONE,
};
static const enum command few[] = {CMD_OPEN, CMD_BACK, CMD_NONE};

static struct frame frame_of(const enum command *hints)
{
    return (struct frame){.left = STR("proctor"),
                          .right = STR(""),
                          .sub_left = STR("a screen"),
                          .sub_right = STR(""),
                          .hints = hints};
}

/* Row `y` of the frame drawn alone; free() it. */
static char *row_of(const struct frame *frame, int width, int height, int y)
{
    const struct ui ui = {0};
    struct canvas canvas;
    struct strbuf row = {0};

    drawing_init(&canvas, &ui, width, height);
    frame_draw(frame, &ui, NULL, &canvas);
    canvas_row_text(&canvas, y, &row);
    canvas_finish(&canvas);
    return strbuf_take(&row);
}

static void expect_row(const struct frame *frame, int width, int height, int y,
                       const char *text)
{
    char *row = row_of(frame, width, height, y);

    row[strcspn(row, "\n")] = '\0';
    assert_string_equal(row, text);
    free(row);
}

static int body_rows(const struct frame *frame, int width, int height)
{
    return frame_body(frame, &(struct ui){0}, width, height).height;
}

static void hints_that_do_not_fit_get_a_second_line(void **state)
{
    struct frame frame = frame_of(many);

    (void)state;
    expect_row(&frame, 80, 24, 22,
               "Enter choose  p practice  w weak areas  r results  / search  "
               "u people");
    expect_row(&frame, 80, 24, 23, "s settings  Esc back  ? help");
    assert_int_equal(body_rows(&frame, 80, 24),
                     body_rows(&(struct frame){.hints = few}, 80, 24) - 1);
}

static void hints_that_fit_have_one_line(void **state)
{
    struct frame frame = frame_of(few);

    (void)state;
    expect_row(&frame, 80, 24, 22, "");
    expect_row(&frame, 80, 24, 23, "Enter choose  Esc back  ? help");
    frame = frame_of(many);
    expect_row(&frame, 160, 24, 22, "");
    expect_row(&frame, 160, 24, 23,
               "Enter choose  p practice  w weak areas  r results  / search  "
               "u people  s settings  Esc back  ? help");
}

static void a_low_screen_has_one_line_of_hints(void **state)
{
    struct frame frame = frame_of(many);

    (void)state;
    expect_row(&frame, 80, 23, 21, "");
    expect_row(&frame, 80, 23, 22,
               "Enter choose  p practice  w weak areas  r results  / search  "
               "u people  ? help");
    expect_row(&frame, 40, 12, 11, "Enter choose  p practice  ? help");
}

/* What was read stays where it was while something is typed. */
static void a_prompt_leaves_the_body_its_size(void **state)
{
    struct text_field typed = {0};
    struct frame frame = frame_of(many), tight = frame_of(few);
    int rows = body_rows(&frame, 80, 24),
        tight_rows = body_rows(&tight, 30, 24);

    (void)state;
    frame.prompt = tight.prompt = "Number:";
    frame.typed = tight.typed = &typed;
    assert_int_equal(body_rows(&frame, 80, 24), rows);
    expect_row(&frame, 80, 24, 22, "");
    expect_row(&frame, 80, 24, 23, "F1 help");
    /* Its hints just fit; keys that do not type are longer. */
    assert_int_equal(body_rows(&tight, 30, 24), tight_rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hints_that_do_not_fit_get_a_second_line),
        cmocka_unit_test(hints_that_fit_have_one_line),
        cmocka_unit_test(a_low_screen_has_one_line_of_hints),
        cmocka_unit_test(a_prompt_leaves_the_body_its_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
