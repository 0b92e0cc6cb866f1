/*
 * What a user prefers, in one small file of lines `key = value` that people may
 * edit: $XDG_CONFIG_HOME/proctor/config. Options of the command line go before
 * it. Comments and unknown keys in it are kept.
 */
#ifndef PROCTOR_APP_SETTINGS_H
#define PROCTOR_APP_SETTINGS_H

#include <stdbool.h>

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/base/str.h"

/* X(NAME, key, (values), title, help): the first value is the default. */
#define SETTINGS(X)                                                            \
    X(MODE, "mode", ("auto", "screen", "lines"), "Way of working",             \
      "full screen, or a conversation of lines; auto: lines only where no "    \
      "screen can be drawn")                                                   \
    X(THEME, "theme", ("auto", "dark", "light", "mono"), "Colours",            \
      "for a dark or a light background, or none; auto: the terminal's own")   \
    X(ACCESSIBLE, "accessible", ("no", "yes"), "For screen readers",           \
      "cursor on the focus, one column, no lines and bars drawn")              \
    X(CLOCK, "clock", ("seconds", "minutes", "hidden"), "Clock in an exam",    \
      "by the second, by the minute, or hidden until it warns")                \
    X(CONFIRM, "confirm", ("word", "key"), "Ending an exam",                   \
      "a word has to be typed, or one key is enough")                          \
    X(CHARTS, "charts", ("auto", "braille", "blocks", "ascii"), "Charts",      \
      "what trend lines are drawn with; auto: the finest that is safe")

enum setting {
#define X(NAME, key, values, title, help) SETTING_##NAME,
    SETTINGS(X)
#undef X
        SETTING_COUNT
};
const char *setting_key(enum setting setting);
const char *setting_title(enum setting setting);
const char *setting_help(enum setting setting);
/* Value number `index` in the order above, or NULL behind the last. */
const char *setting_value(enum setting setting, int index);

/* Indices into the values, and their names for those that are asked by name. */
struct settings {
    int chosen[SETTING_COUNT];
};
/* "dark" */
const char *settings_get(const struct settings *settings, enum setting setting);
bool settings_is(const struct settings *settings, enum setting setting,
                 const char *value);
/* ERR_USAGE names the values there are. */
bool settings_set(struct settings *settings, enum setting setting,
                  const char *value, struct error *err);
/* The setting of that key; ERR_NOT_FOUND with the nearest. */
bool setting_find(const char *key, enum setting *out, struct error *err);

/*
 * Reads the file; without one, all defaults. A line that is not understood
 * keeps its default and is told in `problems` (may be NULL), "FILE:LINE: ...",
 * a line each. False with err only when the file is there and cannot be read;
 * the defaults are set then too.
 */
bool settings_load(struct settings *out, struct strbuf *problems,
                   struct error *err);
/* Writes what differs from the file, whole or not at all; all else in it stays
 * as it is. A symbolic link stays one: what it points to is written. */
bool settings_save(const struct settings *settings, struct error *err);
/* Where the file is, or would be. */
bool settings_path(struct arena *arena, const char **out, struct error *err);

#endif
