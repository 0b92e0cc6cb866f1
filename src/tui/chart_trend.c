/*
 * Marks over time: the axis, the pass mark and all that stands as text around
 * the plot. The line itself is chart_line.c.
 */
#include <stdint.h>

#include "chart_plot.h"

/* Where nothing lies below it the axis begins here: few exams end lower. */
#define AXIS_LOW_BP 4000
#define AXIS_COLUMNS 6 /* "100 %" and the axis */
/* From here on there is a label in the middle of the axis. */
#define MIDDLE_ROWS 9

static const char *percent_text(struct arena *arena, int mark_bp)
{
    return arena_printf(arena, "%d %%", chart_clamp(mark_bp) / 100);
}

static const char *pass_text(const struct chart_trend *trend,
                             struct arena *arena)
{
    return arena_printf(arena, "%s %s",
                        trend->pass_is_assumed ? "assumed" : "pass",
                        percent_text(arena, trend->pass_bp));
}

static bool has_pass(const struct chart_trend *trend)
{
    return trend->pass_bp != CHART_NONE;
}

static int last_mark(const struct chart_trend *trend)
{
    return chart_clamp(trend->points[trend->count - 1].mark_bp);
}

static int axis_low(const struct chart_trend *trend)
{
    if (has_pass(trend) && trend->pass_bp < AXIS_LOW_BP)
        return 0;
    for (size_t i = 0; i < trend->count; i++)
        if (trend->points[i].mark_bp < AXIS_LOW_BP)
            return 0;
    return AXIS_LOW_BP;
}

/* --- labels --------------------------------------------------------------- */

static void draw_axis_label(struct plot *plot, int mark_bp)
{
    canvas_text(plot->canvas, plot->at.x - AXIS_COLUMNS,
                plot->at.y + plot_row(plot, mark_bp), AXIS_COLUMNS - 1,
                STYLE_DIM,
                str_from(arena_printf(&plot->arena, "%3d %%", mark_bp / 100)));
}

static void draw_axis(struct plot *plot)
{
    struct str piece = plot->ink == INK_ASCII ? STR("|") : STR("\u2502");

    for (int row = 0; row < plot->at.height; row++)
        canvas_text(plot->canvas, plot->at.x - 1, plot->at.y + row, 1,
                    STYLE_DIM, piece);
    draw_axis_label(plot, CHART_SHARE_MAX);
    draw_axis_label(plot, plot->low_bp);
    if (plot->at.height >= MIDDLE_ROWS)
        draw_axis_label(plot, (CHART_SHARE_MAX + plot->low_bp) / 2);
}

/* Beside the plot. */
static void draw_right(const struct plot *plot, int row, enum style style,
                       const char *text)
{
    int x = plot->at.x + plot->at.width + 1;

    canvas_text(plot->canvas, x, plot->at.y + row, plot->canvas->width - x,
                style, str_from(text));
}

static void draw_pass(struct plot *plot)
{
    int row = plot_row(plot, plot->trend->pass_bp);

    for (int column = 0; column < plot->at.width; column += 2)
        canvas_text(plot->canvas, plot->at.x + column, plot->at.y + row, 1,
                    STYLE_DIM, STR("-"));
    draw_right(plot, row, STYLE_NORMAL, pass_text(plot->trend, &plot->arena));
}

/* Beside its point, or next to the pass mark when that stands there. */
static void draw_last_value(struct plot *plot)
{
    int mark_bp = last_mark(plot->trend);
    int row = plot_row(plot, mark_bp);

    if (has_pass(plot->trend) && row == plot_row(plot, plot->trend->pass_bp)) {
        bool upwards = mark_bp >= plot->trend->pass_bp;

        if (upwards ? row == 0 : row == plot->at.height - 1)
            upwards = !upwards;
        row += upwards ? -1 : 1;
    }
    draw_right(plot, row, STYLE_HEADING, percent_text(&plot->arena, mark_bp));
}

/* "2026-01-03      12 attempts      2026-05-20" below the plot. */
static void draw_dates(struct plot *plot)
{
    const struct rect *at = &plot->at;
    struct canvas *canvas = plot->canvas;
    int y = at->y + at->height, room = at->width, used;
    struct str first = str_from(plot->trend->first);
    struct str last = str_from(plot->trend->last);
    struct str count = str_from(
        arena_printf(&plot->arena, "%zu attempts", plot->trend->count));
    int last_columns = canvas_columns(canvas, last);
    int count_columns = canvas_columns(canvas, count);

    if (last_columns > room)
        return;
    canvas_text(canvas, at->x + room - last_columns, y, last_columns, STYLE_DIM,
                last);
    used = canvas_columns(canvas, first);
    room -= last_columns + 1;
    if (plot->trend->count < 2 || used > room)
        return;
    canvas_text(canvas, at->x, y, used, STYLE_DIM, first);
    if (room - used >= count_columns + 1)
        canvas_text(canvas,
                    at->x + used + (room + 1 - used - count_columns) / 2, y,
                    count_columns, STYLE_DIM, count);
}

/* --- the legend ----------------------------------------------------------- */

/* What signs mean and, last, what most stands for itself. */
enum legend {
    LEGEND_OTHER,
    LEGEND_ACCOMMODATED,
    LEGEND_SEVERAL,
    LEGEND_MEAN,
    LEGEND_EXAM,
    LEGEND_COUNT
};

static const struct {
    char sign;
    const char *lengthy, *brief;
} legends[LEGEND_COUNT] = {
#define X(NAME, sign, lengthy, brief) [LEGEND_##NAME] = {sign, lengthy, brief},
    CHART_CONDITIONS(X)
#undef X
        [LEGEND_SEVERAL] = {PLOT_SEVERAL, "several of them", "mix"},
    [LEGEND_MEAN] = {'\0', "several attempts in a column: their mean", "mean"},
};

static unsigned needed_legends(const struct plot *plot)
{
    unsigned needed = 0;

    for (int column = 0; column < plot->at.width; column++)
        for (int i = 0; i < LEGEND_COUNT; i++)
            if (legends[i].sign != '\0' &&
                legends[i].sign == plot_sign(plot, column))
                needed |= 1u << i;
    if (plot->most > 1)
        needed |= 1u << LEGEND_MEAN;
    return needed == 1u << LEGEND_EXAM ? 0 : needed;
}

static const char *legend_text(unsigned needed, bool lengthy,
                               struct arena *arena)
{
    struct strbuf text = {0};
    const char *copy;

    for (int i = 0; i < LEGEND_COUNT; i++) {
        if (!(needed & 1u << i))
            continue;
        if (text.len > 0)
            strbuf_adds(&text, "  ");
        if (legends[i].sign != '\0')
            strbuf_printf(&text, "%c ", legends[i].sign);
        strbuf_adds(&text, lengthy ? legends[i].lengthy : legends[i].brief);
    }
    copy = arena_strdup(arena, strbuf_text(&text));
    strbuf_finish(&text);
    return copy;
}

static void draw_legend(struct plot *plot, struct rect at, unsigned needed)
{
    struct str text = str_from(legend_text(needed, true, &plot->arena));

    if (canvas_columns(plot->canvas, text) > at.width)
        text = str_from(legend_text(needed, false, &plot->arena));
    canvas_text_cut(plot->canvas, at.x, at.y + at.height - 1, at.width,
                    STYLE_DIM, text);
}

/* --- the whole ------------------------------------------------------------ */

/* Room for the longer of both labels at the right, and a blank before it. */
static int right_columns(struct plot *plot)
{
    struct str longest = STR("100 %");

    if (has_pass(plot->trend))
        longest = str_from(pass_text(plot->trend, &plot->arena));
    return canvas_columns(plot->canvas, longest) + 1;
}

/* Takes the room of axis, labels, dates and legend off the rectangle. */
static void place_plot(struct plot *plot, struct rect at)
{
    unsigned needed;

    plot->at =
        (struct rect){at.x + AXIS_COLUMNS, at.y,
                      at.width - AXIS_COLUMNS - right_columns(plot), at.height};
    plot_fill_columns(plot);
    needed = needed_legends(plot);
    if (plot->trend->count > 0)
        plot->at.height--;
    if (needed == 0)
        return;
    draw_legend(plot, at, needed);
    plot->at.height--;
}

static void draw_nothing(const struct plot *plot)
{
    canvas_text_cut(plot->canvas, plot->at.x + 1,
                    plot->at.y + plot->at.height - 1, plot->at.width - 1,
                    STYLE_NORMAL, STR("No attempts yet."));
}

static void draw_plot(struct plot *plot)
{
    plot->low_bp = axis_low(plot->trend);
    draw_axis(plot);
    if (has_pass(plot->trend))
        draw_pass(plot);
    if (plot->trend->count == 0) {
        draw_nothing(plot);
        return;
    }
    plot_draw_line(plot);
    plot_draw_signs(plot);
    draw_last_value(plot);
    draw_dates(plot);
}

/* Where there is no room to draw: "71 %, pass 70 %". */
static void draw_words(struct plot *plot, struct rect at)
{
    const struct chart_trend *trend = plot->trend;
    const char *last = trend->count > 0
                           ? percent_text(&plot->arena, last_mark(trend))
                           : "No attempts yet";
    const char *pass = has_pass(trend) ? pass_text(trend, &plot->arena) : "";

    canvas_text_cut(plot->canvas, at.x, at.y, at.width, STYLE_NORMAL,
                    str_from(arena_printf(&plot->arena, "%s%s%s", last,
                                          pass[0] ? ", " : "", pass)));
}

void chart_trend_draw(struct canvas *canvas, struct rect at,
                      const struct chart_trend *trend, enum chart_ink ink)
{
    struct plot plot = {.canvas = canvas,
                        .trend = trend,
                        .ink = canvas->ascii ? INK_ASCII : ink};

    if (at.width < CHART_COLUMNS_MIN || at.height < CHART_ROWS_MIN) {
        draw_words(&plot, at);
    } else {
        place_plot(&plot, at);
        draw_plot(&plot);
    }
    arena_finish(&plot.arena);
}

void chart_trend_page(struct page *page, const struct chart_trend *trend,
                      int height, enum chart_ink ink)
{
    struct canvas canvas;
    struct strbuf row = {0};

    canvas_init(&canvas, page->columns, height);
    canvas.ascii = page->ascii;
    chart_trend_draw(&canvas, (struct rect){0, 0, page->columns, height}, trend,
                     ink);
    for (int y = 0; y < height; y++) {
        strbuf_clear(&row);
        canvas_row_text(&canvas, y, &row);
        page_kept(page, STYLE_NORMAL,
                  (struct str){strbuf_text(&row), row.len - 1});
    }
    strbuf_finish(&row);
    canvas_finish(&canvas);
}
