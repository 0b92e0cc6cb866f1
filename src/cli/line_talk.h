/*
 * A conversation of lines: what is said goes out folded and in short lines,
 * what is heard comes in whole lines. Knows nothing of exams.
 */
#ifndef PROCTOR_CLI_LINE_TALK_H
#define PROCTOR_CLI_LINE_TALK_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/arena.h"
#include "proctor/base/str.h"

#define TALK_COLUMNS 72
/* Longer lines are refused; no answer and no note needs as much. */
#define TALK_LINE_MAX 4000

enum heard {
    HEARD_LINE,
    HEARD_INTERRUPT, /* Ctrl-C */
    HEARD_WAKE,      /* the watch ended the waiting */
    HEARD_END,       /* nobody speaks or nobody listens any more */
};

/* Looks after something while a line is waited for. */
struct talk_watch {
    /* How long at most until the next look. */
    int64_t (*wait_ms)(void *context);
    /* True ends the waiting with HEARD_WAKE. */
    bool (*look)(void *context);
    void *context;
};

enum talk_end {
    TALK_GOES_ON,
    TALK_INPUT_ENDED,
    TALK_HUNG_UP, /* SIGHUP or SIGTERM */
    TALK_UNHEARD, /* what is said can no longer be written */
};

struct talk {
    bool ascii;
    bool echoes;      /* input is no terminal: typed lines are repeated */
    bool prompt_open; /* the prompt's line has not ended */
    bool skips_line;  /* the rest of a line too long is passed over */
    enum talk_end end;
    struct talk_watch watch; /* functions NULL: none */
    struct strbuf input;     /* read and not given out; `taken` bytes were */
    size_t taken;
    bool input_ended;
    struct strbuf line;   /* the one given out last */
    struct arena scratch; /* for what is said, emptied at each prompt */
};

void talk_init(struct talk *talk, bool ascii);
void talk_finish(struct talk *talk);

/* Says a paragraph (or several, see base/wrap), beginning on a new line. */
void talk_say(struct talk *talk, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void talk_text(struct talk *talk, struct str text);
/* An empty line. */
void talk_gap(struct talk *talk);

/*
 * Asks for a line. What is heard lives until the next call, has no line end
 * and is UTF-8 without control characters; other lines are refused with the
 * reason and asked for again. After HEARD_END there is only HEARD_END.
 */
enum heard talk_ask(struct talk *talk, const char *prompt,
                    struct str *line_out);

#endif
