/* Every colour is legible where it is used, and none carries meaning alone. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "theme.h"

static const char *const style_names[] = {
#define X(NAME, mark) #NAME,
    STYLES(X)
#undef X
};

/* --- contrast as in WCAG 2.x ---------------------------------------------- */

static unsigned cube(int step)
{
    return step == 0 ? 0 : 55 + 40 * (unsigned)step;
}

/* xterm's colours as 0xRRGGBB. */
static unsigned rgb_of(int color)
{
    static const unsigned base[16] = {
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD,
        0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
        0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    };
    int n = color - 16;

    if (color < 16)
        return base[color];
    if (color < 232)
        return cube(n / 36) << 16 | cube(n / 6 % 6) << 8 | cube(n % 6);
    return (8 + 10 * (unsigned)(color - 232)) * 0x010101;
}

static double linear(unsigned channel)
{
    double c = channel / 255.0;

    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned rgb)
{
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) +
           0.0722 * linear(rgb & 0xFF);
}

static double contrast(unsigned a, unsigned b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;

    return one > other ? one / other : other / one;
}

static void contrast_is_computed_as_published(void **state)
{
    (void)state;
    assert_true(fabs(contrast(0x000000, 0xFFFFFF) - 21.0) < 0.001);
    assert_true(fabs(contrast(0x767676, 0xFFFFFF) - 4.54) < 0.01);
    assert_true(fabs(contrast(0xFF0000, 0xFFFFFF) - 4.00) < 0.01);
    assert_int_equal(rgb_of(16), 0x000000);
    assert_int_equal(rgb_of(214), 0xFFAF00);
    assert_int_equal(rgb_of(231), 0xFFFFFF);
    assert_int_equal(rgb_of(244), 0x808080);
}

/* Where the background lies within a range its ends are the worst. */
static void every_role_is_legible_in_every_theme(void **state)
{
    static const struct {
        enum theme theme;
        unsigned from, to;
        double least;
    } cases[] = {
        {THEME_AUTO, 0x000000, 0xFFFFFF, 3.0},
        {THEME_DARK, 0x000000, 0x1C1C1C, 4.5},
        {THEME_LIGHT, 0xF0F0F0, 0xFFFFFF, 4.5},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int palette = 0; palette < PALETTE_COUNT; palette++)
            for (int style = 0; style < STYLE_COUNT; style++) {
                int color = theme_color(cases[i].theme, (enum palette)palette,
                                        (enum style)style);
                double low, high;

                if (color == 0)
                    continue;
                low = contrast(rgb_of(color), cases[i].from);
                high = contrast(rgb_of(color), cases[i].to);
                if (low < cases[i].least || high < cases[i].least)
                    fail_msg("theme %d, palette %d, %s: colour %d has %.2f "
                             "and %.2f to 1",
                             cases[i].theme, palette, style_names[style], color,
                             low, high);
            }
}

static void a_colour_is_one_of_its_palette(void **state)
{
    static const int counts[PALETTE_COUNT] = {8, 16, 256};

    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (int palette = 0; palette < PALETTE_COUNT; palette++)
            for (int style = 0; style < STYLE_COUNT; style++)
                assert_in_range(theme_color((enum theme)theme,
                                            (enum palette)palette,
                                            (enum style)style),
                                0, counts[palette] - 1);
}

static void mono_has_no_colour(void **state)
{
    (void)state;
    for (int palette = 0; palette < PALETTE_COUNT; palette++)
        for (int style = 0; style < STYLE_COUNT; style++)
            assert_int_equal(theme_color(THEME_MONO, (enum palette)palette,
                                         (enum style)style),
                             0);
}

/* --- never colour alone --------------------------------------------------- */

/* The sign in the text that goes with a role; what screens write. DIM and BAR
 * are told by their place and mean nothing beside it. */
static const char *const signs[STYLE_COUNT] = {
    [STYLE_FOCUS] = ">",
    [STYLE_CHOSEN] = "(x)",
    [STYLE_STRUCK] = "struck",
    [STYLE_MARKED] = "marked",
    [STYLE_WARNING] = "a sentence",
    [STYLE_ALERT] = "NOT SAVED",
    [STYLE_RIGHT] = "+",
    [STYLE_WRONG] = "-",
};

static bool is_by_place(int style)
{
    return style == STYLE_DIM || style == STYLE_BAR;
}

static void roles_differ_by_more_than_colour(void **state)
{
    (void)state;
    for (int a = 0; a < STYLE_COUNT; a++)
        for (int b = a + 1; b < STYLE_COUNT; b++) {
            const char *one = signs[a] ? signs[a] : "";
            const char *other = signs[b] ? signs[b] : "";

            if (is_by_place(a) || is_by_place(b))
                continue;
            if (theme_attributes((enum style)a) ==
                    theme_attributes((enum style)b) &&
                strcmp(one, other) == 0)
                fail_msg("%s and %s differ by colour alone", style_names[a],
                         style_names[b]);
        }
}

/* --- choosing ------------------------------------------------------------- */

static void the_theme_is_the_setting(void **state)
{
    static const struct {
        const char *value;
        enum theme theme;
    } cases[] = {
#define X(NAME, value) {value, THEME_##NAME},
        THEMES(X)
#undef X
    };
    struct settings settings = {0};
    struct error err;

    (void)state;
    assert_int_equal(theme_chosen(&settings), THEME_AUTO);
    for (int i = 0; i < THEME_COUNT; i++) {
        assert_true(
            settings_set(&settings, SETTING_THEME, cases[i].value, &err));
        assert_int_equal(theme_chosen(&settings), cases[i].theme);
        assert_string_equal(setting_value(SETTING_THEME, i), cases[i].value);
    }
}

static void the_palette_follows_the_number_of_colours(void **state)
{
    static const struct {
        int colors;
        enum palette palette;
    } cases[] = {{8, PALETTE_8},   {15, PALETTE_8},    {16, PALETTE_16},
                 {88, PALETTE_16}, {256, PALETTE_256}, {1 << 24, PALETTE_256}};
    enum palette palette;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(palette_of(cases[i].colors, &palette));
        assert_int_equal(palette, cases[i].palette);
    }
    assert_false(palette_of(-1, &palette));
    assert_false(palette_of(2, &palette));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_computed_as_published),
        cmocka_unit_test(every_role_is_legible_in_every_theme),
        cmocka_unit_test(a_colour_is_one_of_its_palette),
        cmocka_unit_test(mono_has_no_colour),
        cmocka_unit_test(roles_differ_by_more_than_colour),
        cmocka_unit_test(the_theme_is_the_setting),
        cmocka_unit_test(the_palette_follows_the_number_of_colours),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
