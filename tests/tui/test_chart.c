/* Charts: golden drawings in every ink, and what must hold at every size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chart.h"
#include "drawing.h"
#include "golden.h"

#include "proctor/base/random.h"
#include "proctor/platform/env.h"

static const char *const ink_names[] = {
    [INK_BRAILLE] = "braille",
    [INK_BLOCKS] = "blocks",
    [INK_ASCII] = "ascii",
};
#define INKS 3

/* --- bars ----------------------------------------------------------------- */

static const struct chart_bar bars[] = {
    {0, CHART_NONE, CHART_NONE, CHART_NONE},
    {1, CHART_NONE, CHART_NONE, CHART_NONE},
    {5000, CHART_NONE, CHART_NONE, CHART_NONE},
    {10000, CHART_NONE, CHART_NONE, CHART_NONE},
    {6900, 5900, 7800, 7000},
    {7000, 6000, 7900, 7000},
    {10000, 7200, 10000, 7000},
    {0, 0, 2800, 7000},
    {3300, 3300, 3300, 3300},
    {20000, -5, 20000, 20000},
};

static void bars_are_drawn_in_every_ink(void **state)
{
    static const int widths[] = {1, 2, 5, 20, 60};
    struct strbuf out = {0};
    struct arena arena = {0};
    bool same;

    (void)state;
    for (int ink = 0; ink < INKS; ink++)
        for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
            strbuf_printf(&out, "%-7s %5d ", ink_names[ink], bars[i].share_bp);
            for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
                struct str bar =
                    chart_bar(&arena, &bars[i], widths[w], (enum chart_ink)ink);

                strbuf_printf(&out, " >" STR_FORMAT "<", STR_ARG(bar));
            }
            strbuf_addc(&out, '\n');
        }
    same = golden_matches("chart-bars", strbuf_text(&out));
    strbuf_finish(&out);
    arena_finish(&arena);
    assert_true(same);
}

static int columns_of(struct str text)
{
    struct canvas canvas;
    int columns;

    canvas_init(&canvas, 1, 1);
    columns = canvas_columns(&canvas, text);
    canvas_finish(&canvas);
    return columns;
}

static const char *find(struct str text, const char *signs)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(signs, text.data[i]))
            return text.data + i;
    return NULL;
}

static void a_bar_has_its_width_and_all_its_signs(void **state)
{
    struct random random;
    struct arena arena = {0};

    (void)state;
    random = random_seeded(11);
    for (int columns = 2; columns <= 200; columns++) {
        struct chart_bar bar = {
            .share_bp = (int)random_below(&random, 10001),
            .low_bp = (int)random_below(&random, 5001),
            .high_bp = 5000 + (int)random_below(&random, 5001),
            .pass_bp = (int)random_below(&random, 10001),
        };
        struct str text =
            chart_bar(&arena, &bar, columns, (enum chart_ink)(columns % INKS));

        assert_int_equal(columns_of(text), columns);
        assert_non_null(find(text, "(["));
        assert_non_null(find(text, ")]"));
        assert_non_null(find(text, "|[]"));
    }
    arena_finish(&arena);
}

/* 69 of 100 with 70 needed never looks like a pass, nor 70 like a miss. */
static void a_bar_touches_the_tick_only_when_it_is_reached(void **state)
{
    struct arena arena = {0};

    (void)state;
    for (int columns = 3; columns <= 200; columns++)
        for (int share = 6900; share <= 7000; share += 50) {
            struct chart_bar bar = {share, CHART_NONE, CHART_NONE, 7000};
            struct str text = chart_bar(&arena, &bar, columns, INK_ASCII);
            const char *tick = find(text, "|");

            assert_int_equal(tick[-1], share == 7000 ? '#' : '.');
        }
    arena_finish(&arena);
}

/* --- trends --------------------------------------------------------------- */

#define POINTS_MAX 1000

struct scene {
    struct chart_point points[POINTS_MAX];
    struct chart_trend trend;
};

static struct scene scene;

static struct chart_trend *scene_of(const int *marks, size_t count)
{
    memset(&scene, 0, sizeof scene);
    for (size_t i = 0; i < count; i++)
        scene.points[i] = (struct chart_point){marks[i], CHART_EXAM};
    scene.trend = (struct chart_trend){
        .points = scene.points,
        .count = count,
        .pass_bp = 7000,
        .first = "2026-01-03",
        .last = "2026-05-20",
    };
    return &scene.trend;
}

static struct chart_trend *a_dozen(void)
{
    static const int marks[] = {5200, 6100, 5800, 4300, 6600, 6900,
                                6400, 7100, 8300, 7400, 7800, 8150};
    struct chart_trend *trend = scene_of(marks, sizeof marks / sizeof *marks);

    scene.points[3].conditions = CHART_OTHER;
    scene.points[6].conditions = CHART_ACCOMMODATED;
    scene.points[8].conditions = CHART_OTHER;
    return trend;
}

static void draw(struct canvas *canvas, const struct chart_trend *trend,
                 enum chart_ink ink, int width, int height)
{
    canvas_init(canvas, width, height);
    canvas->ascii = ink == INK_ASCII;
    chart_trend_draw(canvas, (struct rect){0, 0, width, height}, trend, ink);
}

static void check(const char *name, const struct chart_trend *trend,
                  enum chart_ink ink, int width, int height)
{
    struct canvas canvas;
    char file[64];

    snprintf(file, sizeof file, "chart-%s-%s", name, ink_names[ink]);
    draw(&canvas, trend, ink, width, height);
    drawing_check(&canvas, file);
    canvas_finish(&canvas);
}

static void a_trend_is_drawn_at_every_width(void **state)
{
    static const int widths[] = {40, 60, 80, 120, 160, 200};
    const struct chart_trend *trend = a_dozen();

    (void)state;
    for (int ink = 0; ink < INKS; ink++)
        for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
            check("trend", trend, (enum chart_ink)ink, widths[i], 14);
}

static void few_points_are_no_garbage(void **state)
{
    static const int marks[] = {6900, 7000};
    static const char *const names[] = {"none", "one", "two"};

    (void)state;
    for (size_t count = 0; count <= 2; count++)
        for (int ink = 0; ink < INKS; ink++)
            check(names[count], scene_of(marks, count), (enum chart_ink)ink, 60,
                  8);
}

static struct chart_trend *a_thousand(void)
{
    static int marks[POINTS_MAX];
    struct random random;
    struct chart_trend *trend;

    random = random_seeded(3);
    for (int i = 0; i < POINTS_MAX; i++)
        marks[i] = 5000 + i * 3 + (int)random_below(&random, 1500);
    trend = scene_of(marks, POINTS_MAX);
    for (int i = 0; i < POINTS_MAX; i += 90)
        scene.points[i].conditions = CHART_OTHER;
    trend->pass_is_assumed = true;
    return trend;
}

static void a_thousand_points_are_their_means(void **state)
{
    const struct chart_trend *trend = a_thousand();

    (void)state;
    check("thousand", trend, INK_BRAILLE, 80, 14);
    check("thousand", trend, INK_ASCII, 40, 9);
}

static void a_low_chart_keeps_its_words(void **state)
{
    (void)state;
    check("trend", a_dozen(), INK_BLOCKS, 40, 4);
    check("trend", a_dozen(), INK_BRAILLE, 40, 5);
    check("trend", a_dozen(), INK_BRAILLE, 39, 5);
    check("trend", a_dozen(), INK_BRAILLE, 40, 3);
}

static void without_a_pass_mark_there_is_no_line(void **state)
{
    struct chart_trend *trend = a_dozen();

    (void)state;
    trend->pass_bp = CHART_NONE;
    scene.points[0].mark_bp = 1200; /* the axis begins at nothing then */
    check("no-pass", trend, INK_BRAILLE, 80, 12);
}

/* --- at every size -------------------------------------------------------- */

#define MARGIN 2

static struct str cell_str(const struct canvas *canvas, int x, int y)
{
    const struct cell *cell = canvas_cell(canvas, x, y);

    return (struct str){cell->text, cell->length};
}

static void nothing_is_outside(const struct canvas *canvas, struct rect at)
{
    for (int y = 0; y < canvas->height; y++)
        for (int x = 0; x < canvas->width; x++)
            if (x < at.x || x >= at.x + at.width || y < at.y ||
                y >= at.y + at.height)
                assert_true(str_is(cell_str(canvas, x, y), " "));
}

/* The axis is whole; what follows it is the plot. */
static int axis_rows(const struct canvas *canvas, struct rect at)
{
    int rows = 0, x = at.x + 5;

    while (rows < at.height &&
           (str_is(cell_str(canvas, x, at.y + rows), "|") ||
            str_is(cell_str(canvas, x, at.y + rows), "\u2502")))
        rows++;
    return rows;
}

static bool shows(const struct canvas *canvas, const char *text)
{
    struct strbuf rows = {0};
    bool is_there;

    for (int y = 0; y < canvas->height; y++)
        canvas_row_text(canvas, y, &rows);
    is_there = strstr(strbuf_text(&rows), text) != NULL;
    strbuf_finish(&rows);
    return is_there;
}

static void make_random(struct random *random)
{
    static const size_t counts[] = {0, 1, 2, 5, 30, 200, 1000};
    int marks[POINTS_MAX] = {0};
    size_t count = counts[random_below(random, 7)];
    struct chart_trend *trend;

    for (size_t i = 0; i < count; i++)
        marks[i] = (int)random_below(random, 10001);
    trend = scene_of(marks, count);
    for (size_t i = 0; i < count; i++)
        scene.points[i].conditions =
            (enum chart_conditions)random_below(random, CHART_CONDITIONS_COUNT);
    trend->pass_bp = random_below(random, 5) == 0
                         ? CHART_NONE
                         : (int)random_below(random, 101) * 100;
    trend->pass_is_assumed = random_below(random, 2) == 0;
}

static void check_words(const struct canvas *canvas)
{
    const struct chart_trend *trend = &scene.trend;
    char text[32];

    if (trend->pass_bp != CHART_NONE) {
        snprintf(text, sizeof text, "%s %d %%",
                 trend->pass_is_assumed ? "assumed" : "pass",
                 trend->pass_bp / 100);
        assert_true(shows(canvas, text));
    }
    if (trend->count == 0) {
        assert_true(shows(canvas, "No attempts yet"));
        return;
    }
    snprintf(text, sizeof text, " %d %%",
             trend->points[trend->count - 1].mark_bp / 100);
    assert_true(shows(canvas, text));
    assert_true(shows(canvas, "2026-05-20"));
}

static void check_size(struct random *random, int width, int height)
{
    struct rect at = {MARGIN, 1, width, height};
    enum chart_ink ink = (enum chart_ink)((width + height) % INKS);
    struct canvas canvas;

    make_random(random);
    canvas_init(&canvas, width + 2 * MARGIN, height + 2);
    chart_trend_draw(&canvas, at, &scene.trend, ink);
    nothing_is_outside(&canvas, at);
    assert_in_range(axis_rows(&canvas, at), height - 2, height);
    assert_true(shows(&canvas, "100 %"));
    check_words(&canvas);
    canvas_finish(&canvas);
}

static void every_size_fits_with_its_words(void **state)
{
    struct random random;

    (void)state;
    random = random_seeded(2026);
    for (int width = CHART_COLUMNS_MIN; width <= 200; width++)
        for (int height = CHART_ROWS_MIN; height <= 30; height++)
            check_size(&random, width, height);
}

/* The line goes through every column between the first and the last point. */
static void the_line_has_no_gap(void **state)
{
    const struct chart_trend *trend = a_dozen();

    (void)state;
    for (int width = CHART_COLUMNS_MIN; width <= 200; width += 3) {
        struct canvas canvas;

        draw(&canvas, trend, INK_BLOCKS, width, 12);
        for (int x = 6; x < width - 10; x++) {
            int drawn = 0;

            for (int y = 0; y < 10; y++) {
                struct str cell = cell_str(&canvas, x, y);

                drawn += !str_is(cell, " ") && !str_is(cell, "-");
            }
            assert_true(drawn > 0);
        }
        canvas_finish(&canvas);
    }
}

static void a_page_shows_what_a_canvas_shows(void **state)
{
    const struct chart_trend *trend = a_dozen();
    struct canvas drawn, paged;
    struct strbuf expected = {0}, actual = {0};
    struct page page = {0};

    (void)state;
    draw(&drawn, trend, INK_BRAILLE, 70, 10);
    page_begin(&page, 70, 10, false);
    chart_trend_page(&page, trend, 10, INK_BRAILLE);
    page_end(&page);
    canvas_init(&paged, 70, 10);
    page_draw(&page, &paged, 0, 0, false, -1);
    for (int y = 0; y < 10; y++) {
        canvas_row_text(&drawn, y, &expected);
        canvas_row_text(&paged, y, &actual);
    }
    assert_string_equal(strbuf_text(&actual), strbuf_text(&expected));
    strbuf_finish(&expected);
    strbuf_finish(&actual);
    page_finish(&page);
    canvas_finish(&drawn);
    canvas_finish(&paged);
}

static void the_ink_is_the_finest_that_is_safe(void **state)
{
    struct ui ui = {0};
    struct error err;

    (void)state;
    assert_int_equal(chart_ink(&ui), INK_BRAILLE);
    ui.few_glyphs = true;
    assert_int_equal(chart_ink(&ui), INK_ASCII);
    assert_true(settings_set(&ui.settings, SETTING_CHARTS, "blocks", &err));
    assert_int_equal(chart_ink(&ui), INK_BLOCKS);
    assert_true(settings_set(&ui.settings, SETTING_CHARTS, "braille", &err));
    assert_int_equal(chart_ink(&ui), INK_BRAILLE);
    ui.ascii = true;
    assert_int_equal(chart_ink(&ui), INK_ASCII);
}

static void consoles_have_few_glyphs(void **state)
{
    static const struct {
        const char *type;
        bool has_few;
    } cases[] = {
        {"linux", true},           {"vt100", true},
        {"vt220", true},           {"ansi", true},
        {"xterm-256color", false}, {"screen-256color", false},
        {"foot", false},           {NULL, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(chart_has_few_glyphs(cases[i].type), cases[i].has_few);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_drawn_in_every_ink),
        cmocka_unit_test(a_bar_has_its_width_and_all_its_signs),
        cmocka_unit_test(a_bar_touches_the_tick_only_when_it_is_reached),
        cmocka_unit_test(a_trend_is_drawn_at_every_width),
        cmocka_unit_test(few_points_are_no_garbage),
        cmocka_unit_test(a_thousand_points_are_their_means),
        cmocka_unit_test(a_low_chart_keeps_its_words),
        cmocka_unit_test(without_a_pass_mark_there_is_no_line),
        cmocka_unit_test(every_size_fits_with_its_words),
        cmocka_unit_test(the_line_has_no_gap),
        cmocka_unit_test(a_page_shows_what_a_canvas_shows),
        cmocka_unit_test(the_ink_is_the_finest_that_is_safe),
        cmocka_unit_test(consoles_have_few_glyphs),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
