/*
 * The tables of attributes and colours. That every colour is legible on the
 * backgrounds of its theme is held by tests/tui/test_theme.c, which computes
 * contrast as WCAG 2 does: change a number here, and it tells.
 */
#include "theme.h"

static const unsigned char attributes_of[STYLE_COUNT] = {
    [STYLE_BAR] = ATTRIBUTE_REVERSE,
    [STYLE_HEADING] = ATTRIBUTE_BOLD,
    [STYLE_FOCUS] = ATTRIBUTE_REVERSE,
    [STYLE_CHOSEN] = ATTRIBUTE_BOLD,
    [STYLE_MARKED] = ATTRIBUTE_BOLD,
    [STYLE_FOUND] = ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE,
    [STYLE_WARNING] = ATTRIBUTE_BOLD,
    [STYLE_ALERT] = ATTRIBUTE_REVERSE | ATTRIBUTE_BOLD,
    [STYLE_RIGHT] = ATTRIBUTE_BOLD,
    [STYLE_WRONG] = ATTRIBUTE_BOLD,
};

/* Of the eight and the sixteen most are too pale on white or too dark on black;
 * a role without a number there has its attributes alone. */
static const unsigned char colors_of[THEME_COUNT][PALETTE_COUNT][STYLE_COUNT] =
    {
        [THEME_AUTO] =
            {
                [PALETTE_8] = {[STYLE_MARKED] = 5,
                               [STYLE_WARNING] = 1,
                               [STYLE_ALERT] = 1,
                               [STYLE_WRONG] = 1},
                [PALETTE_16] = {[STYLE_MARKED] = 5,
                                [STYLE_WARNING] = 9,
                                [STYLE_ALERT] = 9,
                                [STYLE_WRONG] = 9},
                [PALETTE_256] = {[STYLE_MARKED] = 133,
                                 [STYLE_WARNING] = 166,
                                 [STYLE_ALERT] = 160,
                                 [STYLE_RIGHT] = 28,
                                 [STYLE_WRONG] = 160},
            },
        [THEME_DARK] =
            {
                [PALETTE_8] = {[STYLE_HEADING] = 6,
                               [STYLE_MARKED] = 6,
                               [STYLE_WARNING] = 3,
                               [STYLE_ALERT] = 3,
                               [STYLE_RIGHT] = 2},
                [PALETTE_16] = {[STYLE_HEADING] = 14,
                                [STYLE_MARKED] = 6,
                                [STYLE_WARNING] = 11,
                                [STYLE_ALERT] = 11,
                                [STYLE_RIGHT] = 10,
                                [STYLE_WRONG] = 13},
                [PALETTE_256] = {[STYLE_BAR] = 110,
                                 [STYLE_HEADING] = 117,
                                 [STYLE_DIM] = 248,
                                 [STYLE_FOCUS] = 153,
                                 [STYLE_CHOSEN] = 229,
                                 [STYLE_STRUCK] = 246,
                                 [STYLE_MARKED] = 177,
                                 [STYLE_FOUND] = 222,
                                 [STYLE_WARNING] = 221,
                                 [STYLE_ALERT] = 210,
                                 [STYLE_RIGHT] = 114,
                                 [STYLE_WRONG] = 210},
            },
        [THEME_LIGHT] =
            {
                [PALETTE_8] = {[STYLE_HEADING] = 4,
                               [STYLE_MARKED] = 4,
                               [STYLE_WARNING] = 1,
                               [STYLE_ALERT] = 1,
                               [STYLE_WRONG] = 1},
                [PALETTE_16] = {[STYLE_HEADING] = 4,
                                [STYLE_MARKED] = 4,
                                [STYLE_WARNING] = 1,
                                [STYLE_ALERT] = 1,
                                [STYLE_WRONG] = 1},
                [PALETTE_256] = {[STYLE_BAR] = 24,
                                 [STYLE_HEADING] = 24,
                                 [STYLE_DIM] = 241,
                                 [STYLE_FOCUS] = 25,
                                 [STYLE_CHOSEN] = 18,
                                 [STYLE_STRUCK] = 241,
                                 [STYLE_MARKED] = 90,
                                 [STYLE_FOUND] = 94,
                                 [STYLE_WARNING] = 94,
                                 [STYLE_ALERT] = 124,
                                 [STYLE_RIGHT] = 22,
                                 [STYLE_WRONG] = 124},
            },
};

enum theme theme_chosen(const struct settings *settings)
{
    static const char *const values[THEME_COUNT] = {
#define X(NAME, value) [THEME_##NAME] = value,
        THEMES(X)
#undef X
    };
    enum theme theme = THEME_AUTO;

    for (int i = 0; i < THEME_COUNT; i++)
        if (settings_is(settings, SETTING_THEME, values[i]))
            theme = (enum theme)i;
    return theme;
}

bool palette_of(int colors, enum palette *out)
{
    if (colors < 8)
        return false;
    *out = colors < 16 ? PALETTE_8 : colors < 256 ? PALETTE_16 : PALETTE_256;
    return true;
}

unsigned theme_attributes(enum style style)
{
    return attributes_of[style];
}

int theme_color(enum theme theme, enum palette palette, enum style style)
{
    return colors_of[theme][palette][style];
}
