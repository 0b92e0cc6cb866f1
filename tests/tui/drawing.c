/* See drawing.h. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "golden.h"
#include "page_screen.h"

static const char *const style_names[STYLE_COUNT] = {
#define X(NAME, mark) [STYLE_##NAME] = #NAME,
    STYLES(X)
#undef X
};

static void dump_styles(const struct canvas *canvas, int y, struct strbuf *out)
{
    for (int x = 0, end; x < canvas->width; x = end) {
        unsigned char style = canvas_cell(canvas, x, y)->style;

        for (end = x + 1; end < canvas->width; end++)
            if (canvas_cell(canvas, end, y)->style != style)
                break;
        if (style != STYLE_NORMAL)
            strbuf_printf(out, "%d:%d-%d %s\n", y, x, end - 1,
                          style_names[style]);
    }
}

void drawing_dump(const struct canvas *canvas, struct strbuf *out)
{
    for (int y = 0; y < canvas->height; y++)
        canvas_row_text(canvas, y, out);
    strbuf_printf(out, "-- cursor %d:%d%s\n", canvas->cursor_y,
                  canvas->cursor_x, canvas->cursor_shown ? " shown" : "");
    for (int y = 0; y < canvas->height; y++)
        dump_styles(canvas, y, out);
}

void drawing_check(const struct canvas *canvas, const char *name)
{
    struct strbuf out = {0};
    char file[128];
    bool same;

    snprintf(file, sizeof file, "%s-%dx%d", name, canvas->width,
             canvas->height);
    drawing_dump(canvas, &out);
    same = golden_matches(file, strbuf_text(&out));
    strbuf_finish(&out);
    if (!same)
        fail_msg("golden %s differs", file);
}

void drawing_init(struct canvas *canvas, const struct ui *ui, int width,
                  int height)
{
    canvas_init(canvas, width, height);
    canvas->ascii = ui->ascii;
    canvas->has_lines = !ui->accessible;
}

void drawing_check_page(const char *name, const struct ui *ui,
                        void (*build)(struct page *page))
{
    static const struct {
        int width, height;
    } sizes[] = {{80, 24}, {40, 12}, {120, 40}, {160, 50}};
    static const enum command commands[] = {CMD_OPEN, CMD_BACK, CMD_UP,
                                            CMD_DOWN, CMD_NONE};
    static const struct screen_class class = {.name = "test",
                                              .commands = commands};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct page_screen screen = {.base = {.class = &class}};
        struct canvas canvas;

        drawing_init(&canvas, ui, sizes[i].width, sizes[i].height);
        page_screen_frame(&screen, ui, name);
        page_screen_begin(&screen, ui, sizes[i].width, sizes[i].height);
        build(&screen.page);
        page_end(&screen.page);
        page_screen_draw(&screen.base, ui, &canvas);
        drawing_check(&canvas, name);
        page_screen_finish(&screen);
        canvas_finish(&canvas);
    }
}
