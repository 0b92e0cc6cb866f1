/*
 * Lines to fill in: texts to type, values to go through, lists to choose from,
 * and acts. Up and Down go from line to line, Enter goes on. They are part of
 * a page: each is a choice of it. What the lines mean is the screen's
 * matter.
 */
#ifndef PROCTOR_TUI_INPUTS_H
#define PROCTOR_TUI_INPUTS_H

#include "proctor/base/error.h"

#include "page.h"
#include "text_field.h"

enum input_kind {
    INPUT_TEXT,  /* typed */
    INPUT_VALUE, /* one of a few: Left and Right */
    INPUT_LIST,  /* one of many: Enter opens the list */
    INPUT_ACT,   /* Enter does it */
};

#define INPUT_PROBLEM_SIZE 256

struct input {
    enum input_kind kind;
    const char *label;
    const char *help;  /* told while the line has the focus; may be NULL */
    const char *empty; /* stands where nothing is typed or chosen */
    bool is_hidden;
    struct text_field typed; /* INPUT_TEXT */
    /* What stands there when the line gets the focus is one thing: the first
     * character typed takes its place. */
    bool is_retyped;
    const char *const *values; /* INPUT_VALUE: ended by NULL */
    int chosen;
    const char *shown; /* INPUT_LIST: what was chosen, NULL for nothing */
    char problem[INPUT_PROBLEM_SIZE]; /* told below it; "" for none */
};

struct inputs {
    struct input *lines;
    int count;
    int touched; /* the line typed on since it got the focus, from 1; 0: none */
    /* What was last brought into sight, and in which room. */
    int shown_focus, shown_columns, shown_height;
};

/* What a key did. */
enum input_event {
    INPUT_NOTHING, /* the key is not theirs */
    INPUT_MOVED,   /* the focus left `line` */
    INPUT_CHANGED, /* `line` has another text or value */
    INPUT_OPENED,  /* Enter on `line`: a list or an act */
};
struct input_news {
    enum input_event event;
    int line;
};

/* The commands of the lines; a screen puts its own ones behind them. */
#define INPUTS_COMMANDS                                                        \
    CMD_GO_ON, CMD_VALUE_NEXT, CMD_BACK, CMD_UP, CMD_DOWN, CMD_VALUE_BEFORE,   \
        CMD_LINE_NEXT, CMD_LINE_BEFORE, CMD_PAGE_UP, CMD_PAGE_DOWN, CMD_TOP,   \
        CMD_BOTTOM

/* Adds the lines to the page as its next choices, which have to be the first.
 */
void inputs_build(const struct inputs *inputs, struct page *page);
/* After page_end(): what is told about the focus is in sight, once. */
void inputs_show_focus(struct inputs *inputs, struct page *page);

/* The line that has the focus. */
int inputs_focused(const struct inputs *inputs, const struct page *page);
void inputs_focus(const struct inputs *inputs, struct page *page, int line);
/* What works on that line, for the foot of the screen. */
const enum command *inputs_hints(const struct inputs *inputs,
                                 const struct page *page);

/* A key before it becomes a command, then as a command. A question mark is
 * never typed: it asks for help here too. */
struct input_news inputs_key(struct inputs *inputs, struct page *page,
                             const struct key *key);
struct input_news inputs_command(struct inputs *inputs, struct page *page,
                                 enum command command);

/* The typed number of a line, `unset` where nothing is typed; else false, and
 * the line says what would do. */
bool input_number(struct input *line, int low, int high, int unset, int *out);
void input_problem(struct input *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The failure as the line's problem. */
void input_error(struct input *line, const struct error *err);

#endif
