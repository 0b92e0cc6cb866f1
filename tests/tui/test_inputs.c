/* Lines to fill in: their looks, their keys; and lists made shorter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing.h"
#include "inputs.h"
#include "narrow.h"
#include "practice_lines.h"
#include "practice_view.h"

#include "proctor/platform/env.h"

/* STR() is no constant expression. */
#define TEXT(literal)                                                          \
    {                                                                          \
        literal, sizeof(literal) - 1                                           \
    }

static const char *const no_yes[] = {"no", "yes", NULL};

enum { NAME, DATE, EXAM, READER, HIDDEN, SAVE, LINES };

/* A filled form of every kind of line. */
struct filled {
    struct input lines[LINES];
    struct inputs inputs;
    struct page page;
};

static void lay_out(struct filled *filled, int columns, int height)
{
    struct page *page = &filled->page;

    page_begin(page, columns, height, false);
    inputs_build(&filled->inputs, page);
    page_end(page);
    inputs_show_focus(&filled->inputs, page);
}

static void fill(struct input lines[LINES])
{
    const struct input blank[LINES] = {
        [NAME] = {.label = "Name", .empty = "nobody", .help = "any will do"},
        [DATE] = {.label = "Exam date", .empty = "not known"},
        [EXAM] = {.kind = INPUT_LIST,
                  .label = "Exam",
                  .empty = "decided later"},
        [READER] = {.kind = INPUT_VALUE,
                    .label = "Screen reader",
                    .values = no_yes},
        [HIDDEN] = {.kind = INPUT_VALUE,
                    .label = "A label that is longer than all",
                    .values = no_yes,
                    .is_hidden = true},
        [SAVE] = {.kind = INPUT_ACT, .label = "Store"},
    };

    for (int i = 0; i < LINES; i++)
        lines[i] = blank[i];
    text_field_set(&lines[NAME].typed, STR("Ann"));
}

static int setup(void **state)
{
    static struct filled filled;

    filled = (struct filled){.inputs = {.lines = filled.lines, .count = LINES}};
    fill(filled.lines);
    lay_out(&filled, 80, 18);
    *state = &filled;
    return 0;
}

static int teardown(void **state)
{
    page_finish(&((struct filled *)*state)->page);
    return 0;
}

static struct input_news press(struct filled *filled, struct key key)
{
    static const enum command commands[] = {INPUTS_COMMANDS, CMD_NONE};
    struct input_news news = inputs_key(&filled->inputs, &filled->page, &key);

    if (news.event == INPUT_NOTHING)
        news = inputs_command(&filled->inputs, &filled->page,
                              command_find(commands, &key));
    lay_out(filled, 80, 18);
    return news;
}

static struct key typed(uint32_t c)
{
    return (struct key){.press = PRESS_CHAR, .c = c};
}

static struct key pressed(enum press key)
{
    return (struct key){.press = key};
}

/* --- looks ---------------------------------------------------------------- */

static void build_first(struct page *page)
{
    struct input lines[LINES];
    struct inputs inputs = {.lines = lines, .count = LINES};

    fill(lines);
    input_problem(&lines[DATE], "there is no such day");
    inputs_build(&inputs, page);
}

static void build_value(struct page *page)
{
    struct input lines[LINES];
    struct inputs inputs = {.lines = lines, .count = LINES};

    fill(lines);
    lines[EXAM].shown = "Certified Professional Coder (CPC)";
    page->focus = 3;
    inputs_build(&inputs, page);
}

static void lines_show_what_they_hold_and_what_is_wrong(void **state)
{
    (void)state;
    drawing_check_page("inputs", &(struct ui){0}, build_first);
    drawing_check_page("inputs-value", &(struct ui){0}, build_value);
}

static void what_is_told_about_the_focus_is_in_sight(void **state)
{
    struct filled *filled = *state;

    filled->lines[READER].help = "one line of help";
    filled->page.focus = 3;
    lay_out(filled, 80, 3);
    assert_int_equal(filled->page.top, 2);
    /* Scrolling on is not undone by the next frame. */
    page_command(&filled->page, CMD_TOP);
    filled->page.focus = 3;
    lay_out(filled, 80, 3);
    assert_int_equal(filled->page.top, 0);
}

/* --- keys ----------------------------------------------------------------- */

static void letters_type_where_a_text_has_the_focus(void **state)
{
    struct filled *filled = *state;
    struct input_news news = press(filled, typed('a'));

    assert_int_equal(news.event, INPUT_CHANGED);
    assert_int_equal(news.line, NAME);
    assert_string_equal(filled->lines[NAME].typed.text, "Anna");
    assert_int_equal(press(filled, typed('?')).event, INPUT_NOTHING);
    assert_string_equal(filled->lines[NAME].typed.text, "Anna");
}

static void the_first_character_takes_the_place_of_a_proposal(void **state)
{
    struct filled *filled = *state;
    const struct text_field *name = &filled->lines[NAME].typed;

    filled->lines[NAME].is_retyped = true;
    press(filled, typed('B'));
    press(filled, typed('e'));
    press(filled, typed('n'));
    assert_string_equal(name->text, "Ben");
    press(filled, pressed(PRESS_DOWN));
    press(filled, pressed(PRESS_UP));        /* the focus comes back */
    press(filled, pressed(PRESS_BACKSPACE)); /* edits what stands there */
    press(filled, typed('!'));
    assert_string_equal(name->text, "Be!");
    press(filled, pressed(PRESS_DOWN));
    press(filled, pressed(PRESS_UP));
    press(filled, typed('A'));
    assert_string_equal(name->text, "A");
}

static void enter_goes_on_and_passes_hidden_lines_over(void **state)
{
    static const int order[] = {NAME, DATE};
    struct filled *filled = *state;

    for (size_t i = 0; i < 2; i++) {
        struct input_news news = press(filled, pressed(PRESS_ENTER));

        assert_int_equal(news.event, INPUT_MOVED);
        assert_int_equal(news.line, order[i]);
    }
    /* Opens the list; the focus waits on the next line. */
    assert_int_equal(press(filled, pressed(PRESS_ENTER)).event, INPUT_OPENED);
    assert_int_equal(press(filled, pressed(PRESS_TAB)).line, READER);
    assert_int_equal(inputs_focused(&filled->inputs, &filled->page), SAVE);
    assert_int_equal(press(filled, pressed(PRESS_ENTER)).event, INPUT_OPENED);
    press(filled, pressed(PRESS_BACK_TAB));
    assert_int_equal(inputs_focused(&filled->inputs, &filled->page), READER);
}

static void values_go_round(void **state)
{
    struct filled *filled = *state;

    inputs_focus(&filled->inputs, &filled->page, READER);
    assert_int_equal(press(filled, typed(' ')).event, INPUT_CHANGED);
    assert_int_equal(filled->lines[READER].chosen, 1);
    press(filled, pressed(PRESS_RIGHT));
    assert_int_equal(filled->lines[READER].chosen, 0);
    press(filled, pressed(PRESS_LEFT));
    assert_int_equal(filled->lines[READER].chosen, 1);
}

static void a_letter_does_nothing_where_nothing_is_typed(void **state)
{
    struct filled *filled = *state;

    inputs_focus(&filled->inputs, &filled->page, SAVE);
    assert_int_equal(press(filled, typed('x')).event, INPUT_NOTHING);
}

static void a_number_is_within_its_bounds(void **state)
{
    static const struct {
        const char *text;
        bool ok;
        int number;
    } cases[] = {
        {" 150 ", true, 150}, {"", true, 100},
        {"400", true, 400},   {"99", false, 7},
        {"401", false, 7},    {"much", false, 7},
        {"1e2", false, 7},    {"99999999999999999999", false, 7},
    };
    struct filled *filled = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int number = 7;

        text_field_set(&filled->lines[NAME].typed, str_from(cases[i].text));
        assert_int_equal(input_number(&filled->lines[NAME], 100, 400, 100,
                                      &number),
                         cases[i].ok);
        assert_int_equal(number, cases[i].number);
        assert_int_equal(filled->lines[NAME].problem[0] == '\0', cases[i].ok);
    }
}

/* --- a list made shorter -------------------------------------------------- */

static void only_lines_with_what_is_typed_stay(void **state)
{
    struct narrow narrow = {0};
    struct key key = pressed(PRESS_ENTER);

    (void)state;
    assert_false(narrow_key(&narrow, &key));
    assert_true(narrow_takes(&narrow, STR("anything")));
    assert_true(narrow_command(&narrow, CMD_NARROW));
    key = typed('S');
    assert_true(narrow_key(&narrow, &key));
    key = typed('k');
    assert_true(narrow_key(&narrow, &key));
    assert_true(narrow_takes(&narrow, STR("cpt/sKin")));
    assert_false(narrow_takes(&narrow, STR("cpt/heart")));
    assert_false(narrow_takes(&narrow, STR("s")));
    key = pressed(PRESS_DOWN);
    assert_false(narrow_key(&narrow, &key));
    key = pressed(PRESS_ENTER);
    assert_true(narrow_key(&narrow, &key));
    assert_false(narrow_is_off(&narrow));
    assert_true(narrow_command(&narrow, CMD_BACK));
    assert_true(narrow_is_off(&narrow));
    assert_false(narrow_command(&narrow, CMD_BACK));
    assert_false(narrow_command(&narrow, CMD_OPEN));
}

/* --- practice ------------------------------------------------------------- */

static void build_practice(struct page *page)
{
    struct input lines[PRACTICE_LINES];
    struct inputs inputs = {.lines = lines, .count = PRACTICE_LINES};
    struct practice_subject subject = {
        .scope = PRACTICE_SECTION,
        .exam = "cpc",
        .exam_title = "Certified Professional Coder (CPC)",
        .name = "skin",
        .name_title = "10,000 series, integumentary system",
    };
    struct str notes[] = {
        TEXT("30 questions you never met are kept back for your next mock "
             "exam of cpc."),
    };
    struct practice_offer offer = {
        .title = "10,000 series, integumentary system (cpc)",
        .supply = {.fresh = 12, .reserved = 30, .seen = 40},
        .target_ms = 144000,
        .notes = {notes, 1},
    };

    practice_lines_init(lines, &(struct practice_request){
                                   .scope = PRACTICE_SECTION, .questions = 20});
    practice_lines_show(lines, &subject);
    inputs_build(&inputs, page);
    practice_offer_page(page, &offer, NULL);
}

static void a_practice_shows_what_there_is_for_it(void **state)
{
    (void)state;
    drawing_check_page("practice", &(struct ui){0}, build_practice);
}

static void a_request_is_what_the_lines_say(void **state)
{
    struct input lines[PRACTICE_LINES];
    struct practice_subject subject = {.scope = PRACTICE_TOPIC};
    struct practice_request request = {.at_exam_pace = true,
                                       .without_feedback = true,
                                       .hints = true,
                                       .use_reserve = true,
                                       .minutes = 30};
    struct practice_request taken;
    int line = -1;

    (void)state;
    practice_lines_init(lines, &request);
    practice_lines_show(lines, &subject);
    assert_true(lines[PRACTICE_LINE_EXAM].is_hidden);
    assert_false(practice_lines_take(lines, &subject, &taken, &line));
    assert_int_equal(line, PRACTICE_LINE_NAME);
    subject.name = "anatomy";
    assert_true(practice_lines_take(lines, &subject, &taken, &line));
    assert_int_equal(taken.scope, PRACTICE_TOPIC);
    assert_string_equal(taken.name, "anatomy");
    assert_int_equal(taken.questions, 0);
    assert_int_equal(taken.minutes, 30);
    assert_true(taken.at_exam_pace && taken.without_feedback && taken.hints &&
                taken.use_reserve);
    text_field_set(&lines[PRACTICE_LINE_QUESTIONS].typed, STR("201"));
    assert_false(practice_lines_take(lines, &subject, &taken, &line));
    assert_int_equal(line, PRACTICE_LINE_QUESTIONS);
}

static void what_was_met_before_is_not_kept_back(void **state)
{
    struct input lines[PRACTICE_LINES];

    (void)state;
    practice_lines_init(lines, &(struct practice_request){0});
    practice_lines_show(lines,
                        &(struct practice_subject){.scope = PRACTICE_MISSED});
    assert_true(lines[PRACTICE_LINE_RESERVE].is_hidden);
    assert_true(lines[PRACTICE_LINE_EXAM].is_hidden);
    assert_true(lines[PRACTICE_LINE_NAME].is_hidden);
}

static void a_choice_tells_what_is_new_of_it(void **state)
{
    static const struct {
        struct practice_choice choice;
        const char *words;
    } cases[] = {
        {{.title = "CPC", .fresh = -1}, "CPC"},
        {{.title = "Skin", .items = 40, .fresh = 12},
         "Skin: 12 of 40 new to you"},
        {{.title = "Skin", .depth = 2, .items = 1, .fresh = -1},
         "    Skin: 1 question"},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(practice_choice_words(&cases[i].choice, &arena),
                            cases[i].words);
    arena_finish(&arena);
}

#define INPUT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_show_what_they_hold_and_what_is_wrong),
        INPUT_TEST(what_is_told_about_the_focus_is_in_sight),
        INPUT_TEST(letters_type_where_a_text_has_the_focus),
        INPUT_TEST(the_first_character_takes_the_place_of_a_proposal),
        INPUT_TEST(enter_goes_on_and_passes_hidden_lines_over),
        INPUT_TEST(values_go_round),
        INPUT_TEST(a_letter_does_nothing_where_nothing_is_typed),
        INPUT_TEST(a_number_is_within_its_bounds),
        cmocka_unit_test(only_lines_with_what_is_typed_stay),
        cmocka_unit_test(a_practice_shows_what_there_is_for_it),
        cmocka_unit_test(a_request_is_what_the_lines_say),
        cmocka_unit_test(what_was_met_before_is_not_kept_back),
        cmocka_unit_test(a_choice_tells_what_is_new_of_it),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
