/* Golden drawings of the question screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "question_view.h"
#include "sample.h"

#include "proctor/platform/env.h"

static const struct {
    int width, height;
} sizes[] = {{80, 24}, {40, 12}, {120, 40}};

static const enum command hints[] = {CMD_CHOOSE,   CMD_REVIEW, CMD_NEXT,
                                     CMD_PREVIOUS, CMD_MARK,   CMD_CASE,
                                     CMD_NONE};

static struct question_view view_of(const struct item *item,
                                    const struct response *response,
                                    const char *order)
{
    return (struct question_view){
        .exam_title = sample_exam.title,
        .candidate = STR("Jane Doe"),
        .section = sample_exam.sections[0].title,
        .pos = 6,
        .count = 100,
        .item = item,
        .response = response,
        .option_order = order,
        .case_first = 6,
        .case_count = 2,
        .left_ms = 3 * 3600000 + 59 * 60000 + 7000,
        .pace = {PACE_BEHIND, -240000},
        .hints = hints,
    };
}

static void check(const char *name, const struct question_view *view,
                  const struct ui *ui, bool on_case)
{
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct question_panes panes = {.on_case = on_case, .found = -1};
        struct canvas canvas;

        drawing_init(&canvas, ui, sizes[i].width, sizes[i].height);
        question_panes_layout(&panes, view, ui, sizes[i].width,
                              sizes[i].height);
        question_panes_draw(&panes, ui, &canvas);
        drawing_check(&canvas, name);
        question_panes_finish(&panes);
        canvas_finish(&canvas);
    }
}

static void one_answer_is_chosen_one_struck_out(void **state)
{
    struct response response = {
        .sure = -1, .answer = (char[]){"B"}, .struck = "BD", .marked = true};
    struct question_view view = view_of(&sample_single, &response, "CBAD");
    struct ui ui = {0};

    (void)state;
    check("question-single", &view, &ui, false);
}

static void several_answers_say_how_many(void **state)
{
    struct response response = {.sure = -1, .answer = (char[]){"AE"}};
    struct question_view view = view_of(&sample_multiple, &response, "ABCDE");
    struct ui ui = {0};

    (void)state;
    check("question-multiple", &view, &ui, false);
}

static void a_case_stands_beside_where_there_is_room(void **state)
{
    struct response response = {.sure = -1};
    struct question_view view = view_of(&sample_on_case, &response, "ABCD");
    struct ui ui = {0};

    (void)state;
    check("question-case", &view, &ui, true);
}

static void code_fields_say_how_many_codes(void **state)
{
    struct response response = {.sure = -1, .answer = (char[]){"dx=I13.0;E11"}};
    struct question_view view = view_of(&sample_codes, &response, "");
    struct text_field typed;
    struct ui ui = {0};

    (void)state;
    text_field_set(&typed, STR("E11.2"));
    typed.caret = 3;
    view.typing = (struct code_place){true, 0, 1};
    view.typed = &typed;
    view.note = "typing a code; Esc ends";
    check("question-codes", &view, &ui, false);
}

/* One empty line more than is filled. */
static void more_codes_than_asked_for_can_be_typed(void **state)
{
    struct response response = {
        .sure = -1, .answer = (char[]){"dx=I13.0;E11;N18.32;Z79.4"}};
    struct question_view view = view_of(&sample_codes, &response, "");
    struct code_place place;
    struct ui ui = {0};

    (void)state;
    view.case_is_read = true;
    check("question-codes-more", &view, &ui, false);
    place = question_entry(&sample_codes, str_from(response.answer), 4);
    assert_true(place.is_set);
    assert_int_equal(place.field, 0);
    assert_int_equal(place.slot, 4);
    place = question_entry(&sample_codes, str_from(response.answer), 5);
    assert_int_equal(place.field, 1);
    assert_int_equal(place.slot, 0);
    assert_false(
        question_entry(&sample_codes, str_from(response.answer), 6).is_set);
}

static void there_are_never_more_lines_than_codes_are_kept(void **state)
{
    struct strbuf answer = {0};
    const struct code_place none = {0}, last = {true, 0, ITEM_CODES_MAX - 1};

    (void)state;
    strbuf_adds(&answer, "dx=A");
    for (int i = 1; i < ITEM_CODES_MAX; i++)
        strbuf_adds(&answer, ";A");
    assert_int_equal(question_entry_lines(&sample_codes, strbuf_str(&answer), 0,
                                          &none),
                     ITEM_CODES_MAX);
    assert_int_equal(question_entry_lines(&sample_codes, STR(""), 0, &none), 3);
    assert_int_equal(question_entry_lines(&sample_codes, STR(""), 0, &last),
                     ITEM_CODES_MAX);
    strbuf_finish(&answer);
}

static void a_case_not_read_is_announced(void **state)
{
    struct response response = {.sure = -1};
    struct question_view view = view_of(&sample_on_case, &response, "ABCD");
    struct question_panes panes = {.found = -1};
    struct ui ui = {0};

    (void)state;
    check("question-case-unread", &view, &ui, false);
    view.case_count = 1;
    panes.on_case = true;
    question_panes_layout(&panes, &view, &ui, 80, 24);
    assert_true(str_eq(panes.frame.sub_left, STR("Case of question 7")));
    question_panes_finish(&panes);
}

static void the_case_is_laid_out_when_it_is_needed(void **state)
{
    struct response response = {.sure = -1};
    struct question_view view = view_of(&sample_on_case, &response, "ABCD");
    struct question_panes panes = {.found = -1};
    const struct page_line *lines;
    struct ui ui = {0};

    (void)state;
    question_panes_layout(&panes, &view, &ui, 80, 24);
    assert_int_equal(panes.case_text.lines.count, 0);
    panes.on_case = true;
    question_panes_layout(&panes, &view, &ui, 80, 24);
    lines = panes.case_text.lines.items;
    assert_true(panes.case_text.lines.count > 0);
    /* Another layout would fill this line anew. */
    panes.case_text.lines.items[0].style = STYLE_ALERT;
    question_panes_layout(&panes, &view, &ui, 80, 12);
    assert_int_equal(panes.case_text.height, panes.case_at.height);
    assert_int_equal(lines[0].style, STYLE_ALERT);
    question_panes_layout(&panes, &view, &ui, 60, 12);
    assert_int_equal(panes.case_text.lines.items[0].style, STYLE_HEADING);
    question_panes_finish(&panes);
}

static void pace_is_hidden_with_the_clock(void **state)
{
    struct response response = {.sure = -1};
    struct question_view view = view_of(&sample_single, &response, "ABCD");
    struct question_panes panes = {.found = -1};
    struct ui ui = {0};

    (void)state;
    question_panes_layout(&panes, &view, &ui, 80, 24);
    assert_true(str_eq(panes.frame.sub_right, STR("behind pace by 4 min")));
    view.clock_hidden = true;
    question_panes_layout(&panes, &view, &ui, 80, 24);
    assert_true(str_eq(panes.frame.right, STR("clock hidden")));
    assert_true(str_eq(panes.frame.sub_right, STR("")));
    question_panes_finish(&panes);
}

static void what_is_not_saved_is_said(void **state)
{
    struct response response = {.sure = -1, .answer = (char[]){"A"}};
    struct question_view view = view_of(&sample_single, &response, "ABCD");
    struct ui ui = {0};

    (void)state;
    view.alert = "NOT SAVED: no space is left on the device. It is tried again "
                 "every few seconds and with every key.";
    check("question-not-saved", &view, &ui, false);
}

static void the_accessible_screen_has_no_lines(void **state)
{
    struct response response = {.sure = -1, .answer = (char[]){"B"}};
    struct question_view view = view_of(&sample_on_case, &response, "ABCD");
    struct ui ui = {.accessible = true};

    (void)state;
    check("question-accessible", &view, &ui, false);
}

static void without_utf8_all_is_ascii(void **state)
{
    struct response response = {.sure = -1};
    struct question_view view = view_of(&sample_multiple, &response, "ABCDE");
    struct ui ui = {.ascii = true};
    struct question_panes panes = {.found = -1};
    struct canvas canvas;

    (void)state;
    view.exam_title = STR("Pr\u00FCfung \u2013 \u201EKodierung\u201C");
    drawing_init(&canvas, &ui, 80, 24);
    question_panes_layout(&panes, &view, &ui, 80, 24);
    question_panes_draw(&panes, &ui, &canvas);
    for (int y = 0; y < canvas.height; y++)
        for (int x = 0; x < canvas.width; x++) {
            const struct cell *cell = canvas_cell(&canvas, x, y);

            assert_int_equal(cell->length, 1);
            assert_in_range(cell->text[0], ' ', '~');
        }
    drawing_check(&canvas, "question-ascii");
    question_panes_finish(&panes);
    canvas_finish(&canvas);
}

/* Every size from the smallest on is drawn without a break of the rules that
 * the canvas asserts. */
static void every_size_can_be_drawn(void **state)
{
    struct response response = {.sure = -1, .answer = (char[]){"dx=I13.0"}};
    struct question_view view = view_of(&sample_codes, &response, "");
    struct ui ui = {0};
    struct question_panes panes = {.found = -1};
    struct canvas canvas;

    (void)state;
    drawing_init(&canvas, &ui, 1, 1);
    for (int width = 1; width <= 200; width += 7)
        for (int height = 6; height <= 60; height += 9) {
            canvas_resize(&canvas, width, height);
            panes.on_case = (width + height) % 2 == 0;
            question_panes_layout(&panes, &view, &ui, width, height);
            question_panes_draw(&panes, &ui, &canvas);
            assert_in_range(canvas.cursor_x, 0, width - 1);
            assert_in_range(canvas.cursor_y, 0, height - 1);
        }
    question_panes_finish(&panes);
    canvas_finish(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_answer_is_chosen_one_struck_out),
        cmocka_unit_test(several_answers_say_how_many),
        cmocka_unit_test(a_case_stands_beside_where_there_is_room),
        cmocka_unit_test(code_fields_say_how_many_codes),
        cmocka_unit_test(more_codes_than_asked_for_can_be_typed),
        cmocka_unit_test(there_are_never_more_lines_than_codes_are_kept),
        cmocka_unit_test(a_case_not_read_is_announced),
        cmocka_unit_test(the_case_is_laid_out_when_it_is_needed),
        cmocka_unit_test(pace_is_hidden_with_the_clock),
        cmocka_unit_test(what_is_not_saved_is_said),
        cmocka_unit_test(the_accessible_screen_has_no_lines),
        cmocka_unit_test(without_utf8_all_is_ascii),
        cmocka_unit_test(every_size_can_be_drawn),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
