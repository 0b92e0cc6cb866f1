/* What all screens of one run share. */
#ifndef PROCTOR_TUI_UI_H
#define PROCTOR_TUI_UI_H

#include "proctor/app/app.h"
#include "proctor/app/session.h"
#include "proctor/app/settings.h"

#include "style.h"

struct ui {
    struct app *app;
    struct session *session; /* the sitting in progress, or NULL; owned */
    struct settings settings;
    bool accessible; /* one column, no rules, clock by the minute */
    bool ascii;
    bool few_glyphs; /* of the terminal's font: no braille, no eighths */
    /* Shows the top screen as it is now, from within work that takes long; NULL
     * where there is no terminal. */
    void (*show)(void *context);
    void *show_context;
    /* The message line, forgotten with the next key but for the warning it
     * begins with: that stays for a while of exam time. */
    char message[512];
    enum style message_style;
    char warning[128];
    int64_t warning_until_ms; /* of exam time used */
    int clock_back_minutes;   /* a hidden clock came back then; 0 for not yet */
};

/* Takes what depends on the settings from them. */
void ui_follow_settings(struct ui *ui);
/* The clock is shown by the minute, or spoken. */
bool ui_clock_by_minute(const struct ui *ui);
void ui_say(struct ui *ui, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A warning: of the time, which no key wipes away. */
void ui_warn(struct ui *ui, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A key came: the message goes. */
void ui_forget_message(struct ui *ui);
/* Time passed: a warning that stood long enough goes. */
void ui_age_warning(struct ui *ui);
/* The time left or used, the pace, what is answered and marked. */
void ui_say_time(struct ui *ui);
/* The failure as a sentence. */
void ui_say_error(struct ui *ui, const struct error *err);
/* There is a sitting, and something of it is not stored. */
bool ui_has_unsaved(const struct ui *ui);
/* "NOT SAVED: why, and that it is tried again", in the arena; NULL when all
 * is stored. */
const char *ui_not_saved(struct arena *arena, const struct ui *ui);
/* Closes the session: what waits is tried once more, the clock runs on. */
void ui_close_session(struct ui *ui);

#endif
