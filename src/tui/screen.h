/*
 * A screen: state in, cells out. The loop calls, in this order for each frame,
 * layout() and draw(); a key goes to key() and then, as a command, to
 * command(). Both answer with what is to happen. The truth of a sitting is in
 * the session, never in a screen.
 */
#ifndef PROCTOR_TUI_SCREEN_H
#define PROCTOR_TUI_SCREEN_H

#include "canvas.h"
#include "command.h"
#include "ui.h"

struct screen;

enum reply_kind {
    REPLY_IGNORED, /* the next handler is asked */
    REPLY_STAY,
    REPLY_PUSH,    /* `next` on top of this one */
    REPLY_REPLACE, /* `next` in place of this one */
    REPLY_POP,
    REPLY_HOME, /* all but the first go; then `next`, when there is one */
    REPLY_QUIT,
};

struct reply {
    enum reply_kind kind;
    struct screen *next;
};

static inline struct reply reply_ignored(void)
{
    return (struct reply){REPLY_IGNORED, NULL};
}

static inline struct reply reply_stay(void)
{
    return (struct reply){REPLY_STAY, NULL};
}

static inline struct reply reply_push(struct screen *next)
{
    return (struct reply){REPLY_PUSH, next};
}

static inline struct reply reply_replace(struct screen *next)
{
    return (struct reply){REPLY_REPLACE, next};
}

static inline struct reply reply_pop(void)
{
    return (struct reply){REPLY_POP, NULL};
}

/* `next` may be NULL. */
static inline struct reply reply_home(struct screen *next)
{
    return (struct reply){REPLY_HOME, next};
}

static inline struct reply reply_quit(void)
{
    return (struct reply){REPLY_QUIT, NULL};
}

/* Puts on top what was made; where that failed (NULL), says why. */
static inline struct reply reply_push_or_say(struct ui *ui, struct screen *next,
                                             const struct error *err)
{
    if (next)
        return reply_push(next);
    ui_say_error(ui, err);
    return reply_stay();
}

struct screen_class {
    const char *name; /* as the help calls it */
    /* What the screen is for, in a plain sentence; the help begins with it. */
    const char *purpose;
    /* What it knows, ended by CMD_NONE, the most useful hint first. */
    const enum command *commands;
    /* Lays out for this size; keeps what draw() needs. */
    void (*layout)(struct screen *screen, const struct ui *ui, int width,
                   int height);
    void (*draw)(const struct screen *screen, const struct ui *ui,
                 struct canvas *canvas);
    struct reply (*command)(struct screen *screen, struct ui *ui,
                            enum command command);
    void (*destroy)(struct screen *screen);
    /* The rest may be NULL. Keys before they become commands: typing. */
    struct reply (*key)(struct screen *screen, struct ui *ui,
                        const struct key *key);
    /* Work that would keep the first frame waiting, a slice at a time, until
     * it sets `*done_out`. */
    struct reply (*work)(struct screen *screen, struct ui *ui, bool *done_out);
    /* On top again, after another screen went. */
    void (*resume)(struct screen *screen, struct ui *ui);
};

/* Screens that are not put on top of themselves. */
enum screen_about { ABOUT_OTHERS, ABOUT_LEAVING, ABOUT_SLEEP, ABOUT_HELP };

/* The first member of every screen. */
struct screen {
    const struct screen_class *class;
    enum screen_about about;
};

static inline void screen_destroy(struct screen *screen)
{
    if (screen)
        screen->class->destroy(screen);
}

#endif
