/* What all screens of one run share. */
#ifndef PROCTOR_TUI_UI_H
#define PROCTOR_TUI_UI_H

#include "proctor/app/app.h"
#include "proctor/app/session.h"

#include "style.h"

struct ui {
    struct app *app;
    struct session *session; /* the sitting in progress, or NULL; owned */
    bool accessible;         /* one column, no rules, clock by the minute */
    bool ascii;
    /* The message line, forgotten with the next key. */
    char message[512];
    enum style message_style;
};

void ui_say(struct ui *ui, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The time left or used, what is answered and marked. */
void ui_say_time(struct ui *ui);
/* The failure as a sentence. */
void ui_say_error(struct ui *ui, const struct error *err);
/* "NOT SAVED: why, and that it is tried again", in the arena; NULL when all
 * is stored. */
const char *ui_not_saved(struct arena *arena, const struct ui *ui);
/* Closes the session: what waits is tried once more, the clock runs on. */
void ui_close_session(struct ui *ui);

#endif
