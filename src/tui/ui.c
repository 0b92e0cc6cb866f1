/* The message line and the one session. */
#include "ui.h"

#include <stdarg.h>
#include <stdio.h>

void ui_say(struct ui *ui, enum style style, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(ui->message, sizeof ui->message, format, args);
    va_end(args);
    ui->message_style = style;
}

void ui_say_time(struct ui *ui)
{
    struct session_counts counts = session_count(ui->session);
    int64_t left_ms = session_left_ms(ui->session);
    bool has_limit = left_ms != INT64_MAX;
    char time[DURATION_SIZE];

    duration_words(has_limit ? left_ms : session_used_ms(ui->session), time);
    ui_say(ui, STYLE_NORMAL, "%s %s. %d of %d answered, %d marked.", time,
           has_limit ? "left" : "used, no limit", counts.complete,
           session_sitting(ui->session)->count, counts.marked);
}

void ui_say_error(struct ui *ui, const struct error *err)
{
    bool is_sentence = str_ends(str_from(err->message), "?");

    ui_say(ui, STYLE_WARNING, "%s%s", err->message, is_sentence ? "" : ".");
    if (ui->message[0] >= 'a' && ui->message[0] <= 'z')
        ui->message[0] -= 'a' - 'A';
}

const char *ui_not_saved(struct arena *arena, const struct ui *ui)
{
    if (!ui->session || session_save_state(ui->session) == SAVE_DONE)
        return NULL;
    return arena_printf(arena,
                        "NOT SAVED: %s. It is tried again every few seconds "
                        "and with every key.",
                        session_save_message(ui->session));
}

void ui_close_session(struct ui *ui)
{
    session_close(ui->session);
    ui->session = NULL;
}
