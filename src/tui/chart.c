/*
 * Bars, and which ink charts are drawn with. Trend lines are chart_trend.c.
 */
#include "chart_plot.h"

#include <stdint.h>

enum chart_ink chart_ink(const struct ui *ui)
{
    const struct settings *settings = &ui->settings;

    if (ui->ascii || settings_is(settings, SETTING_CHARTS, "ascii"))
        return INK_ASCII;
    if (settings_is(settings, SETTING_CHARTS, "blocks"))
        return INK_BLOCKS;
    if (settings_is(settings, SETTING_CHARTS, "braille"))
        return INK_BRAILLE;
    return ui->few_glyphs ? INK_ASCII : INK_BRAILLE;
}

bool chart_has_few_glyphs(const char *terminal_type)
{
    static const char *const types[] = {"linux", "vt",   "cons",
                                        "ansi",  "wsvt", "dtterm"};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_starts(str_from(terminal_type), types[i]))
            return true;
    return false;
}

/* What a cell is filled with, from the left: nothing, then by equal steps up
 * to all of it. */
struct filling {
    int steps;
    const char *pieces[9];
};

static const struct filling fillings[] = {
    [INK_BRAILLE] = {2, {"\u2804", "\u2847", "\u28FF"}},
    [INK_BLOCKS] = {8,
                    {"\u00B7", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B",
                     "\u258A", "\u2589", "\u2588"}},
    [INK_ASCII] = {1, {".", "#"}},
};

int chart_clamp(int share_bp)
{
    return share_bp < 0                 ? 0
           : share_bp > CHART_SHARE_MAX ? CHART_SHARE_MAX
                                        : share_bp;
}

/* The cell a share falls into, or -1 for none. */
static int cell_of(int share_bp, int columns)
{
    int cell;

    if (share_bp < 0)
        return CHART_NONE;
    cell = (int)((int64_t)chart_clamp(share_bp) * columns / CHART_SHARE_MAX);
    return cell < columns ? cell : columns - 1;
}

/* How many steps of a cell are filled, over all cells: something for every
 * share above nothing, and a gap before a pass mark that is not reached. */
static int steps_filled(const struct chart_bar *bar, int columns, int steps)
{
    int share_bp = chart_clamp(bar->share_bp);
    int filled = (int)((int64_t)share_bp * columns * steps / CHART_SHARE_MAX);
    int tick = cell_of(bar->pass_bp, columns) * steps;

    if (filled == 0 && share_bp > 0)
        filled = 1;
    if (bar->pass_bp > share_bp && filled >= tick && tick > 0)
        filled = tick - 1;
    return filled;
}

/* The sign that stands over the filling of a cell, or NULL. */
static const char *sign_at(int cell, int low, int high, int tick)
{
    if (cell == tick)
        return cell == low ? "[" : cell == high ? "]" : "|";
    return cell == low ? "(" : cell == high ? ")" : NULL;
}

struct str chart_bar(struct arena *arena, const struct chart_bar *bar,
                     int columns, enum chart_ink ink)
{
    const struct filling *filling = &fillings[ink];
    int left = steps_filled(bar, columns, filling->steps);
    int low = cell_of(bar->low_bp, columns);
    int high = cell_of(bar->high_bp, columns);
    int tick = cell_of(bar->pass_bp, columns);
    struct strbuf text = {0};
    struct str drawn;

    if (high >= 0 && high == low) /* both ends are to be seen */
        high + 1 < columns ? high++ : low--;
    for (int cell = 0; cell < columns; cell++, left -= filling->steps) {
        const char *sign = sign_at(cell, low, high, tick);
        int steps = left < 0                ? 0
                    : left > filling->steps ? filling->steps
                                            : left;

        strbuf_adds(&text, sign ? sign : filling->pieces[steps]);
    }
    drawn = arena_str(arena, strbuf_str(&text));
    strbuf_finish(&text);
    return drawn;
}
