/*
 * What the roles of style.h look like: attributes, which say it all, and a
 * colour that repeats it. Backgrounds are the terminal's own in every theme; a
 * theme says which kind of background its colours are made for. Knows no
 * curses.
 */
#ifndef PROCTOR_TUI_THEME_H
#define PROCTOR_TUI_THEME_H

#include "proctor/app/settings.h"

#include "style.h"

/* X(NAME, value of the setting) */
#define THEMES(X)                                                              \
    X(AUTO, "auto")   /* few colours, legible on black and on white */         \
    X(DARK, "dark")   /* for black to #1c1c1c */                               \
    X(LIGHT, "light") /* for white to #f0f0f0 */                               \
    X(MONO, "mono")   /* none at all */

enum theme {
#define X(NAME, value) THEME_##NAME,
    THEMES(X)
#undef X
        THEME_COUNT
};
enum theme theme_chosen(const struct settings *settings);

/* How many colours there are to choose from: those of xterm. */
enum palette { PALETTE_8, PALETTE_16, PALETTE_256, PALETTE_COUNT };
/* For a terminal of so many colours. False when that is none. */
bool palette_of(int colors, enum palette *out);

enum attribute {
    ATTRIBUTE_BOLD = 1,
    ATTRIBUTE_REVERSE = 2,
    ATTRIBUTE_UNDERLINE = 4,
};
/* The same in every theme, bits. */
unsigned theme_attributes(enum style style);

/* The number of the colour in the palette; 0 for the terminal's own. */
int theme_color(enum theme theme, enum palette palette, enum style style);

#endif
