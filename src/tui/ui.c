/* The message line and the one session. */
#include "ui.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "frame.h"

#define WARNING_STAYS_MS 30000

void ui_follow_settings(struct ui *ui)
{
    ui->accessible = settings_is(&ui->settings, SETTING_ACCESSIBLE, "yes");
}

bool ui_clock_by_minute(const struct ui *ui)
{
    return ui->accessible ||
           settings_is(&ui->settings, SETTING_CLOCK, "minutes");
}

static void say(struct ui *ui, enum style style, const char *text)
{
    bool is_warned = ui->warning[0] != '\0';

    snprintf(ui->message, sizeof ui->message, "%s%s%s", ui->warning,
             is_warned && text[0] != '\0' ? " " : "", text);
    ui->message_style = is_warned ? STYLE_WARNING : style;
}

void ui_say(struct ui *ui, enum style style, const char *format, ...)
{
    char text[sizeof ui->message - sizeof ui->warning - 1];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    say(ui, style, text);
}

void ui_warn(struct ui *ui, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(ui->warning, sizeof ui->warning, format, args);
    va_end(args);
    ui->warning_until_ms = session_used_ms(ui->session) + WARNING_STAYS_MS;
    ui_forget_message(ui);
}

void ui_forget_message(struct ui *ui)
{
    say(ui, STYLE_NORMAL, "");
}

/* What was said beside the warning stays until the next key. */
static void drop_warning(struct ui *ui)
{
    size_t length = strlen(ui->warning);

    if (length > 0 && strncmp(ui->message, ui->warning, length) == 0) {
        length += ui->message[length] == ' ';
        memmove(ui->message, ui->message + length,
                strlen(ui->message + length) + 1);
    }
    ui->warning[0] = '\0';
}

void ui_age_warning(struct ui *ui)
{
    if (ui->session && session_used_ms(ui->session) >= ui->warning_until_ms)
        drop_warning(ui);
}

void ui_say_time(struct ui *ui)
{
    struct session_counts counts = session_count(ui->session);
    int64_t left_ms = session_left_ms(ui->session);
    bool has_limit = left_ms != INT64_MAX;
    char time[DURATION_SIZE];
    struct arena scratch = {0};
    const char *pace = frame_pace(&scratch, session_pace(ui->session));

    duration_clock(has_limit ? left_ms : session_used_ms(ui->session), time);
    ui_say(ui, STYLE_NORMAL, "%s %s%s%s. %d of %d answered, %d marked.", time,
           has_limit ? "left" : "used, no limit", pace[0] ? ", " : "", pace,
           counts.complete, session_sitting(ui->session)->count, counts.marked);
    arena_finish(&scratch);
}

void ui_say_error(struct ui *ui, const struct error *err)
{
    bool is_sentence = str_ends(str_from(err->message), "?");
    char first = err->message[0];

    if (first >= 'a' && first <= 'z')
        first -= 'a' - 'A';
    if (first != '\0')
        ui_say(ui, STYLE_WARNING, "%c%s%s", first, err->message + 1,
               is_sentence ? "" : ".");
}

bool ui_has_unsaved(const struct ui *ui)
{
    return ui->session && session_save_state(ui->session) == SAVE_FAILED;
}

const char *ui_not_saved(struct arena *arena, const struct ui *ui)
{
    if (!ui_has_unsaved(ui))
        return NULL;
    return arena_printf(arena,
                        "NOT SAVED: %s. It is tried again every few seconds "
                        "and with every key.",
                        session_save_message(ui->session));
}

void ui_close_session(struct ui *ui)
{
    drop_warning(ui);
    ui->clock_back_minutes = 0;
    session_close(ui->session);
    ui->session = NULL;
}
