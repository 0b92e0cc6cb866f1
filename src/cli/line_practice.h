/* A practice while it is put together. */
#ifndef PROCTOR_CLI_LINE_PRACTICE_H
#define PROCTOR_CLI_LINE_PRACTICE_H

#include "line_parts.h"
#include "proctor/app/exams.h"

/* A section, a topic, a bank or an exam to choose by number. */
struct practice_name {
    const char *id, *title;
};

struct line_practice {
    struct arena arena;
    struct practice_request request;
    struct practice_offer offer;
    /* What may be named in the scope that was chosen. */
    struct practice_name *names;
    size_t name_count;
    bool goes_on; /* with the practice that waits */
};

/* Sections, topics and banks are named; the other scopes are whole. */
bool practice_is_named(enum practice_scope scope);

/*
 * Puts what is written into the request: "section 3 10 questions hints",
 * "missed", "20 minutes no feedback", "topic anatomy", "section 2 of cpc".
 * Names stay as they are typed, in the arena. ERR_USAGE says which word was not
 * understood; the request is as it was then.
 */
bool practice_read_words(struct str words, struct arena *arena,
                         struct practice_request *request, struct error *err);

/* Reads the names of the request's scope into `line->practice`. */
bool practice_read_names(struct line *line, struct error *err);
/* A number in the request's name becomes what it stands for. */
bool practice_settle_name(struct line *line, struct error *err);

/* Asks for everything in a row; false when the candidate breaks off. */
bool practice_ask(struct line *line);
/* The same from the name on: the scope is said. */
bool practice_ask_name(struct line *line);

/* "20 questions, with feedback after each, without hints, no time limit" */
const char *practice_words(const struct practice_request *request,
                           struct arena *arena);

#endif
