/*
 * Shows every code point, surrogates included, on a real terminal through the
 * canvas; then waits for a key. For test_code_points.c.
 */
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>

#include "canvas.h"
#include "terminal.h"

#include "proctor/platform/env.h"

#define LAST_CODE_POINT 0x10FFFFu
#define STEP_COLUMNS 4

/* By the plain scheme of UTF-8, whether or not it is a character. */
static struct str encode(uint32_t c, char bytes[4])
{
    size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};

    for (size_t i = length - 1; i > 0; i--, c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(leads[length] | c);
    return (struct str){bytes, length};
}

static void fill(struct canvas *canvas, uint32_t *c)
{
    for (int y = 0; y < canvas->height; y++)
        for (int x = 0; x + STEP_COLUMNS <= canvas->width;
             x += STEP_COLUMNS, (*c)++) {
            char bytes[4];

            if (*c > LAST_CODE_POINT)
                return;
            canvas_text(canvas, x, y, STEP_COLUMNS, STYLE_NORMAL,
                        encode(*c, bytes));
        }
}

static void wait_for_keys(struct terminal *terminal)
{
    struct pollfd input = {.fd = terminal_fd(terminal), .events = POLLIN};

    while (poll(&input, 1, -1) > 0 && terminal_is_there(terminal)) {
        struct key key = terminal_read(terminal);

        if (key.press == PRESS_SYNC)
            terminal_mark_sync(terminal, (int)key.c);
        else if (key.press != PRESS_NONE)
            return;
    }
}

int main(void)
{
    struct terminal_options options = {0};
    struct canvas canvas;
    const char *note;
    struct terminal *terminal;
    int width, height;

    env_set_locale();
    terminal = terminal_open(&options, &note, NULL);
    if (!terminal)
        return EXIT_FAILURE;
    terminal_size(terminal, &width, &height);
    canvas_init(&canvas, width, height);
    for (uint32_t c = 0; c <= LAST_CODE_POINT;) {
        canvas_clear(&canvas);
        fill(&canvas, &c);
        terminal_show(terminal, &canvas);
    }
    wait_for_keys(terminal);
    canvas_finish(&canvas);
    terminal_close(terminal);
    return EXIT_SUCCESS;
}
