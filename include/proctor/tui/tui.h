/* The full screen: the one door of this layer. */
#ifndef PROCTOR_TUI_TUI_H
#define PROCTOR_TUI_TUI_H

#include "proctor/app/app.h"
#include "proctor/app/practice.h"
#include "proctor/app/settings.h"

enum tui_start {
    TUI_HOME,
    TUI_SIT,      /* the start sheet of `exam`, or the running attempt */
    TUI_REVIEW,   /* the result of `attempt_id` */
    TUI_PRACTICE, /* `practice`, set up and ready to start */
};

struct tui_options {
    enum tui_start start;
    const char *exam;
    const char *seed; /* decimal text or NULL */
    int64_t attempt_id;
    const struct practice_request *practice; /* NULL: to be chosen */
    bool candidate_given;     /* by an option: nobody is asked who this is */
    struct settings settings; /* with the options of the command line in them */
    bool no_color;
};

/*
 * Runs until the candidate leaves. False with err when no screen can be opened
 * (ERR_USAGE: the terminal cannot do it, use the line mode) or the terminal
 * went away (ERR_IO; what was answered is stored). The terminal is restored on
 * every way out.
 */
bool tui_run(struct app *app, const struct tui_options *options,
             struct error *err);

#endif
