/* Golden drawings of the settings and of a help. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "drawing.h"
#include "help_view.h"
#include "settings_view.h"

#include "proctor/platform/env.h"

static void build_settings(struct page *page)
{
    struct settings_view view = {.path = "/home/ann/.config/proctor/config"};

    page->focus = SETTING_THEME;
    assert_true(settings_set(&view.settings, SETTING_THEME, "light", NULL));
    assert_true(settings_set(&view.settings, SETTING_CLOCK, "hidden", NULL));
    settings_page(page, &view);
}

static void every_setting_has_its_row(void **state)
{
    (void)state;
    drawing_check_page("settings", &(struct ui){0}, build_settings);
}

static void without_a_place_for_the_file_that_is_said(void **state)
{
    struct page page = {0};
    struct settings_view view = {.path = NULL};
    bool is_said = false;

    (void)state;
    page_begin(&page, 80, 24, false);
    settings_page(&page, &view);
    for (size_t i = 0; i < page.lines.count; i++)
        is_said |= str_starts(page.lines.items[i].text, "There is no place");
    assert_true(is_said);
    assert_int_equal(page.choice_count, SETTING_COUNT);
    page_finish(&page);
}

static const enum command some[] = {CMD_CHOOSE, CMD_NEXT, CMD_MARK, CMD_BACK,
                                    CMD_NONE};
static const struct screen_class with_options = {
    .name = "question",
    .purpose = "Read the question and choose.",
    .commands = some,
};

static void build_help(struct page *page)
{
    help_page(page, &with_options);
}

static void a_help_comes_from_the_class(void **state)
{
    (void)state;
    drawing_check_page("help", &(struct ui){0}, build_help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_has_its_row),
        cmocka_unit_test(without_a_place_for_the_file_that_is_said),
        cmocka_unit_test(a_help_comes_from_the_class),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
