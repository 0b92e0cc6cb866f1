/*
 * The terminal through ncursesw: start and end, keys, cells. Nothing else in
 * the program knows curses. curses compares what we show with what is there,
 * so every frame is drawn whole and few bytes are sent.
 */
#include "terminal.h"

#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"
#include "proctor/platform/env.h"

#include "terminal_keys.h"

#define ESCAPE_DELAY_MS 25
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct terminal {
    SCREEN *screen;
    struct terminal_style style;
    bool has_color;
    enum palette palette;
    bool in_paste;
    bool is_stale;   /* repaint all */
    struct key held; /* read too early; PRESS_NONE for none */
};

/*
 * For terminal_rescue(), which gets no argument and may not allocate: the only
 * state of this layer outside of its objects.
 */
static struct {
    struct termios line;
    char text[160];
    size_t length;
    volatile sig_atomic_t is_taken;
} rescue;

/* --- start and end -------------------------------------------------------- */

static void note_capability(const char *name)
{
    const char *text = tigetstr(name);
    size_t length;

    if (!text || text == (const char *)-1)
        return;
    length = strlen(text);
    if (rescue.length + length < sizeof rescue.text) {
        memcpy(rescue.text + rescue.length, text, length);
        rescue.length += length;
    }
}

static void prepare_rescue(void)
{
    memcpy(rescue.text, PASTE_OFF, strlen(PASTE_OFF));
    rescue.length = strlen(PASTE_OFF);
    note_capability("sgr0");
    note_capability("cnorm");
    note_capability("rmcup");
    rescue.is_taken = tcgetattr(STDIN_FILENO, &rescue.line) == 0;
}

static void put_bytes(const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);

        if (written <= 0)
            return;
        bytes += written;
        length -= (size_t)written;
    }
}

void terminal_rescue(void)
{
    if (!rescue.is_taken)
        return;
    rescue.is_taken = 0;
    put_bytes(rescue.text, rescue.length);
    tcsetattr(STDIN_FILENO, TCSANOW, &rescue.line);
}

/* What the terminal type must have for a screen. */
static bool can_show_screens(const char *type)
{
    int status;
    const char *cup;

    if (setupterm(type, STDOUT_FILENO, &status) != OK)
        return false;
    cup = tigetstr("cup");
    del_curterm(cur_term);
    return cup && cup != (const char *)-1;
}

/* The type that is set, else the nearest to it that every system knows. */
static const char *choose_type(const char **note_out)
{
    static const char *const others[] = {"xterm-256color", "xterm", "vt100"};
    const char *type = env_get("TERM");

    *note_out = NULL;
    if (!type)
        return NULL;
    if (can_show_screens(type))
        return type;
    if (env_terminal_is_dumb())
        return NULL;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (!can_show_screens(others[i]))
            continue;
        *note_out = "The terminal type in TERM is not known here; a common "
                    "one is used instead.";
        return others[i];
    }
    return NULL;
}

static void define_keys(void)
{
    for (unsigned i = 0; i < extra_sequence_count; i++)
        define_key(extra_sequences[i].sequence, extra_sequences[i].code);
}

static void set_modes(void)
{
    raw(); /* Ctrl-C and Ctrl-Z are keys: an exam does not end by one */
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    if (!env_get("ESCDELAY"))
        set_escdelay(ESCAPE_DELAY_MS);
    define_keys();
    put_bytes(PASTE_ON, strlen(PASTE_ON));
}

/* Colours on the terminal's own background, as many as there are. */
static void start_colors(struct terminal *terminal, bool no_color)
{
    terminal->has_color = !no_color && has_colors() && start_color() == OK &&
                          use_default_colors() == OK &&
                          palette_of(COLORS, &terminal->palette);
}

static int color_of(const struct terminal *terminal, enum style style)
{
    return terminal->has_color
               ? theme_color(terminal->style.theme, terminal->palette, style)
               : 0;
}

/* Pair n + 1 is style n. */
static void set_pairs(const struct terminal *terminal)
{
    for (int style = 0; style < STYLE_COUNT; style++) {
        int color = color_of(terminal, (enum style)style);

        if (color != 0)
            init_pair((short)(style + 1), (short)color, -1);
    }
}

void terminal_set_style(struct terminal *terminal, struct terminal_style style)
{
    bool is_new = style.theme != terminal->style.theme;

    terminal->style = style;
    if (!is_new)
        return;
    terminal->is_stale = true;
    set_pairs(terminal);
}

struct terminal *terminal_open(const struct terminal_options *options,
                               const char **note_out, struct error *err)
{
    struct terminal *terminal;
    const char *type = choose_type(note_out);
    SCREEN *screen;

    use_env(TRUE);
    use_tioctl(TRUE); /* the terminal knows its size better than LINES */
    screen = type ? newterm(type, stdout, stdin) : NULL;
    if (!screen) {
        error_set(err, ERR_USAGE,
                  "the terminal cannot show a full screen (TERM is '%s'): use "
                  "--plain, the line mode",
                  env_get("TERM") ? env_get("TERM") : "");
        return NULL;
    }
    terminal = mem_alloc(1, sizeof *terminal);
    terminal->screen = screen;
    prepare_rescue();
    set_modes();
    start_colors(terminal, options->no_color);
    terminal->style = options->style;
    set_pairs(terminal);
    return terminal;
}

void terminal_close(struct terminal *terminal)
{
    if (!terminal)
        return;
    rescue.is_taken = 0;
    put_bytes(PASTE_OFF, strlen(PASTE_OFF));
    curs_set(1);
    endwin();
    delscreen(terminal->screen);
    free(terminal);
}

/* --- keys ----------------------------------------------------------------- */

int terminal_fd(const struct terminal *terminal)
{
    (void)terminal;
    return STDIN_FILENO;
}

bool terminal_is_there(const struct terminal *terminal)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    int waiting = 0;

    (void)terminal;
    if (poll(&input, 1, 0) <= 0 || !(input.revents & POLLIN))
        return !(input.revents & (POLLHUP | POLLERR | POLLNVAL));
    /* Readable with nothing to read is the end of the file. */
    return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

static enum press press_of_code(int code)
{
    static const struct {
        int code;
        enum press press;
    } known[] = {
        {KEY_UP, PRESS_UP},
        {KEY_DOWN, PRESS_DOWN},
        {KEY_LEFT, PRESS_LEFT},
        {KEY_RIGHT, PRESS_RIGHT},
        {KEY_HOME, PRESS_HOME},
        {KEY_END, PRESS_END},
        {KEY_PPAGE, PRESS_PAGE_UP},
        {KEY_NPAGE, PRESS_PAGE_DOWN},
        {KEY_ENTER, PRESS_ENTER},
        {KEY_BTAB, PRESS_BACK_TAB},
        {KEY_BACKSPACE, PRESS_BACKSPACE},
        {KEY_DC, PRESS_DELETE},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == code)
            return known[i].press;
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return PRESS_F1 + (unsigned)(code - KEY_F(1));
    return extra_press(code);
}

static struct key key_of_code(struct terminal *terminal, int code)
{
    if (code == EXTRA_PASTE_BEGIN || code == EXTRA_PASTE_END)
        terminal->in_paste = code == EXTRA_PASTE_BEGIN;
    if (code >= EXTRA_SYNC && code <= EXTRA_LAST)
        return (struct key){.press = PRESS_SYNC,
                            .c = (uint32_t)(code - EXTRA_SYNC)};
    return (struct key){.press = press_of_code(code)};
}

/* One key as curses has it; it may mean nothing here (a resize, the mark of a
 * paste). False when none waits. */
static bool read_raw(struct terminal *terminal, struct key *key_out)
{
    wint_t c;
    int status = wget_wch(stdscr, &c);

    if (status == OK)
        *key_out = key_of_char((uint32_t)c);
    else if (status == KEY_CODE_YES)
        *key_out = key_of_code(terminal, (int)c);
    return status != ERR;
}

/* Escape with a character right behind it is Alt; with another key behind it,
 * it was Escape itself. */
static struct key read_behind_escape(struct terminal *terminal)
{
    struct key next;

    if (!read_raw(terminal, &next))
        return (struct key){.press = PRESS_ESCAPE};
    if (next.press == PRESS_CHAR) {
        next.alt = true;
        return next;
    }
    terminal->held = next;
    return (struct key){.press = PRESS_ESCAPE};
}

struct key terminal_read(struct terminal *terminal)
{
    struct key key = terminal->held;

    terminal->held = (struct key){.press = PRESS_NONE};
    while (key.press == PRESS_NONE)
        if (!read_raw(terminal, &key))
            return (struct key){.press = PRESS_NONE};
    if (key.press == PRESS_ESCAPE && !terminal->in_paste)
        return read_behind_escape(terminal);
    key.pasted = terminal->in_paste && key.press != PRESS_SYNC;
    return key;
}

/* --- cells ---------------------------------------------------------------- */

void terminal_size(struct terminal *terminal, int *width, int *height)
{
    struct winsize size;

    (void)terminal;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
        size.ws_col > 0 && (size.ws_row != LINES || size.ws_col != COLS))
        resizeterm(size.ws_row, size.ws_col);
    *width = COLS > 0 ? COLS : 1;
    *height = LINES > 0 ? LINES : 1;
}

static attr_t attributes_of(enum style style)
{
    unsigned attributes = theme_attributes(style);

    return (attributes & ATTRIBUTE_BOLD ? A_BOLD : A_NORMAL) |
           (attributes & ATTRIBUTE_REVERSE ? A_REVERSE : A_NORMAL) |
           (attributes & ATTRIBUTE_UNDERLINE ? A_UNDERLINE : A_NORMAL);
}

static void put_cell(const struct terminal *terminal, int x, int y,
                     const struct cell *cell)
{
    wchar_t text[CCHARW_MAX + 1] = {0};
    struct str bytes = {cell->text, cell->length};
    enum style style = (enum style)cell->style;
    size_t offset = 0;
    cchar_t glyph;

    for (int i = 0; i < CCHARW_MAX && offset < bytes.len; i++)
        text[i] = (wchar_t)utf8_next(bytes, &offset);
    setcchar(&glyph, text, attributes_of(style),
             color_of(terminal, style) != 0 ? (short)(style + 1) : 0, NULL);
    mvadd_wch(y, x, &glyph);
}

static bool is_plain_blank(const struct cell *cell)
{
    return cell->style == STYLE_NORMAL && cell->length == 1 &&
           cell->text[0] == ' ';
}

void terminal_show(struct terminal *terminal, const struct canvas *canvas)
{
    if (terminal->is_stale)
        clearok(curscr, TRUE);
    terminal->is_stale = false;
    erase();
    for (int y = 0; y < canvas->height && y < LINES; y++)
        for (int x = 0; x < canvas->width && x < COLS; x++) {
            const struct cell *cell = canvas_cell(canvas, x, y);

            if (cell->length > 0 && !is_plain_blank(cell))
                put_cell(terminal, x, y, cell);
        }
    move(canvas->cursor_y, canvas->cursor_x);
    curs_set(terminal->style.show_cursor || canvas->cursor_shown ? 1 : 0);
    wnoutrefresh(stdscr);
    doupdate();
}

void terminal_repaint(struct terminal *terminal)
{
    terminal->is_stale = true;
}

void terminal_suspend(struct terminal *terminal)
{
    put_bytes(PASTE_OFF, strlen(PASTE_OFF));
    raise(SIGTSTP); /* curses leaves the screen and comes back to it */
    put_bytes(PASTE_ON, strlen(PASTE_ON));
    terminal->is_stale = true;
}

void terminal_mark_sync(struct terminal *terminal, int digit)
{
#ifdef PROCTOR_TEST_HOOKS
    char mark[64];
    int length =
        snprintf(mark, sizeof mark, "\033]7797;%d;%d;%d\a", digit, LINES, COLS);

    (void)terminal;
    put_bytes(mark, (size_t)length);
#else
    (void)terminal;
    (void)digit;
#endif
}
