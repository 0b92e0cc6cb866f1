/*
 * Header, alert, message line and hints: the same place on every screen, at
 * every size. The body between them is each screen's own.
 */
#include "frame.h"

#include "proctor/base/wrap.h"
#include "proctor/domain/timing.h"

#define HEAD_ROWS 2
#define NOTE_ROWS_MAX 3
/* From here on there is room for rules. */
#define TALL_ROWS 16
/* From here on hints that do not fit one line have a second one. */
#define HINTS_TALL_ROWS 24
/* Between two hints. */
#define HINT_GAP 2

/* --- hints ---------------------------------------------------------------- */

static struct str hint_key(const struct frame *frame, enum command command)
{
    if (command == CMD_CHOOSE && frame->choose_keys)
        return str_from(frame->choose_keys);
    return frame->is_typing || frame->prompt ? command_last_key(command)
                                             : command_first_key(command);
}

/* Keys and hints are ASCII: bytes are columns. */
static int hint_columns(const struct frame *frame, enum command command)
{
    return (int)(hint_key(frame, command).len + 1 +
                 str_from(command_hint(command)).len);
}

/* The help has its place at the end. */
static bool is_hinted(enum command command)
{
    return command_hint(command)[0] != '\0' && command != CMD_HELP;
}

/* A prompt hides the hints and leaves them their room: nothing jumps. What the
 * arrows do is told where it fits; it is worth no line. */
static int hint_rows(const struct frame *frame, int width, int height)
{
    struct frame asked = *frame;
    int columns;

    if (height < HINTS_TALL_ROWS)
        return 1;
    asked.prompt = NULL;
    columns = hint_columns(&asked, CMD_HELP);
    for (const enum command *hint = asked.hints; *hint != CMD_NONE; hint++)
        if (is_hinted(*hint) && *hint != CMD_UP)
            columns += hint_columns(&asked, *hint) + HINT_GAP;
    return columns > width ? 2 : 1;
}

/* --- the room ------------------------------------------------------------- */

static bool has_rules(const struct ui *ui, int height)
{
    return height >= TALL_ROWS && !ui->accessible;
}

static int note_rows(const char *text, const struct ui *ui, int width)
{
    struct arena scratch = {0};
    size_t count = wrap_text(&scratch, str_from(text), width, ui->ascii).count;

    arena_finish(&scratch);
    return count > NOTE_ROWS_MAX ? NOTE_ROWS_MAX : (int)count;
}

static int message_rows(const struct frame *frame, const struct ui *ui,
                        int width)
{
    int rows = frame->prompt ? 1 : note_rows(ui->message, ui, width);

    return rows > 1 ? rows : 1;
}

struct rect frame_body(const struct frame *frame, const struct ui *ui,
                       int width, int height)
{
    int rule = has_rules(ui, height) ? 1 : 0;
    int above = HEAD_ROWS + rule;
    int below =
        rule + message_rows(frame, ui, width) + hint_rows(frame, width, height);

    if (frame->alert)
        above += note_rows(frame->alert, ui, width);
    return (struct rect){0, above, width, height - above - below};
}

/* --- above ---------------------------------------------------------------- */

/* One line with a text at either end; the left one gives way. */
static void draw_ends(struct canvas *canvas, int y, enum style style,
                      struct str left, struct str right)
{
    int right_columns = canvas_columns(canvas, right);
    int room = canvas->width - right_columns - (right_columns > 0 ? 2 : 0);

    if (room < 0)
        room = 0;
    canvas_text_cut(canvas, 0, y, room, style, left);
    canvas_text(canvas, canvas->width - right_columns, y, right_columns, style,
                right);
}

/* Wrapped text over the whole width; gives its rows. */
static int draw_note(struct canvas *canvas, int y, enum style style,
                     const char *text)
{
    struct arena scratch = {0};
    struct wrapped note =
        wrap_text(&scratch, str_from(text), canvas->width, canvas->ascii);
    int rows = 0;

    for (; rows < (int)note.count && rows < NOTE_ROWS_MAX; rows++)
        canvas_text(canvas, 0, y + rows, canvas->width, style,
                    note.lines[rows]);
    arena_finish(&scratch);
    return rows;
}

static void draw_head(const struct frame *frame, const struct ui *ui,
                      struct canvas *canvas)
{
    int y = HEAD_ROWS;

    draw_ends(canvas, 0, STYLE_BAR, frame->left, frame->right);
    canvas_restyle(canvas, (struct rect){0, 0, canvas->width, 1}, STYLE_BAR);
    draw_ends(canvas, 1, STYLE_NORMAL, frame->sub_left, frame->sub_right);
    if (has_rules(ui, canvas->height))
        canvas_rule_across(canvas, 0, y++, canvas->width);
    if (frame->alert) {
        int rows = draw_note(canvas, y, STYLE_ALERT, frame->alert);

        canvas_restyle(canvas, (struct rect){0, y, canvas->width, rows},
                       STYLE_ALERT);
    }
}

/* --- below ---------------------------------------------------------------- */

static struct str more_text(const struct page *page)
{
    bool above = page_has_more_above(page), below = page_has_more_below(page);

    return above && below ? STR("more above and below")
           : above        ? STR("more above: PgUp")
           : below        ? STR("more below: PgDn")
                          : STR("");
}

/* At the right end of the rule, or of the message line where it is free. */
static void draw_more(const struct page *page, int y, struct canvas *canvas)
{
    struct str more = more_text(page);
    int columns = canvas_columns(canvas, more);
    int x = canvas->width - columns;

    if (columns > 0 && columns < canvas->width) {
        canvas_text(canvas, x - 1, y, 1, STYLE_NORMAL, STR(" "));
        canvas_text(canvas, x, y, columns, STYLE_HEADING, more);
    }
}

static void draw_prompt(const struct frame *frame, int y, struct canvas *canvas)
{
    const struct text_field *typed = frame->typed;
    struct str before = {typed->text, typed->caret};
    int x = canvas_text(canvas, 0, y, canvas->width - 10, STYLE_HEADING,
                        str_from(frame->prompt));

    x += canvas_text(canvas, x, y, 1, STYLE_NORMAL, STR(" "));
    canvas_text(canvas, x, y, canvas->width - x, STYLE_CHOSEN,
                text_field_str(typed));
    canvas_cursor(canvas, x + canvas_columns(canvas, before), y, true);
}

static void draw_hint(const struct frame *frame, enum command command, int x,
                      int y, struct canvas *canvas)
{
    x += canvas_text(canvas, x, y, canvas->width, STYLE_HEADING,
                     hint_key(frame, command));
    canvas_text(canvas, x + 1, y, canvas->width, STYLE_DIM,
                str_from(command_hint(command)));
}

/* In their order while they fit, the last line with room for the help. */
static void draw_hints(const struct frame *frame, int y, struct canvas *canvas)
{
    static const enum command none[] = {CMD_NONE};
    const enum command *hints = frame->prompt ? none : frame->hints;
    int last_room = canvas->width - hint_columns(frame, CMD_HELP) - HINT_GAP;
    int x = 0, last = canvas->height - 1;

    for (; *hints != CMD_NONE; hints++) {
        int columns = hint_columns(frame, *hints);

        if (!is_hinted(*hints))
            continue;
        if (y < last && x + columns > canvas->width) {
            x = 0;
            y++;
        }
        if (x + columns > (y < last ? canvas->width : last_room))
            continue;
        draw_hint(frame, *hints, x, y, canvas);
        x += columns + HINT_GAP;
    }
    draw_hint(frame, CMD_HELP, y < last ? 0 : x, last, canvas);
}

void frame_draw(const struct frame *frame, const struct ui *ui,
                const struct page *page, struct canvas *canvas)
{
    int hints =
        canvas->height - hint_rows(frame, canvas->width, canvas->height);
    int message = hints - message_rows(frame, ui, canvas->width);
    bool rules = has_rules(ui, canvas->height);

    draw_head(frame, ui, canvas);
    if (rules)
        canvas_rule_across(canvas, 0, message - 1, canvas->width);
    if (page && (rules || ui->message[0] == '\0'))
        draw_more(page, rules ? message - 1 : message, canvas);
    if (frame->prompt)
        draw_prompt(frame, message, canvas);
    else
        draw_note(canvas, message, ui->message_style, ui->message);
    draw_hints(frame, hints, canvas);
}

/* --- the clock ------------------------------------------------------------ */

struct str frame_clock(struct arena *arena, int64_t left_ms, bool hidden,
                       bool by_minute)
{
    char text[DURATION_SIZE];

    if (left_ms == INT64_MAX)
        return STR("no time limit");
    if (hidden)
        return STR("clock hidden");
    if (by_minute)
        duration_words(left_ms, text);
    else
        duration_clock(left_ms, text);
    return str_from(arena_printf(arena, "%s left", text));
}

const char *frame_pace(struct arena *arena, struct pace_state pace)
{
    char by[DURATION_SIZE];

    switch (pace.pace) {
    case PACE_UNKNOWN:
        return "";
    case PACE_ON:
        return "on pace";
    case PACE_BEHIND:
    case PACE_FAR_BEHIND:
        break;
    }
    duration_words(-pace.banked_ms, by);
    return arena_printf(arena, "%s pace by %s",
                        pace.pace == PACE_FAR_BEHIND ? "far behind" : "behind",
                        by);
}

struct str frame_session_clock(struct arena *arena, const struct ui *ui)
{
    if (!ui->session)
        return STR("");
    return frame_clock(arena, session_left_ms(ui->session),
                       session_sitting(ui->session)->clock_hidden,
                       ui_clock_by_minute(ui));
}

void frame_draw_too_small(const struct ui *ui, struct canvas *canvas)
{
    struct arena scratch = {0};
    char left[DURATION_SIZE];
    const char *text = arena_printf(&scratch, "needs at least %dx%d",
                                    SCREEN_MIN_COLUMNS, SCREEN_MIN_ROWS);

    if (ui->session && session_left_ms(ui->session) != INT64_MAX) {
        duration_clock(session_left_ms(ui->session), left);
        text =
            arena_printf(&scratch, "%s, clock still running: %s", text, left);
    }
    draw_note(canvas, 0, STYLE_WARNING, text);
    arena_finish(&scratch);
}
