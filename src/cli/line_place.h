/*
 * A place of the conversation: a prompt and the words that are understood
 * there. All places hear, match words, explain themselves and refuse in the
 * same way.
 */
#ifndef PROCTOR_CLI_LINE_PLACE_H
#define PROCTOR_CLI_LINE_PLACE_H

#include "line_talk.h"

struct line;

enum line_step {
    STEP_STAY, /* ask again */
    STEP_DONE, /* this place is over */
};

struct line_word {
    const char *word;
    const char *brief;     /* a short form that always works, or "" */
    const char *arguments; /* "" for none */
    const char *help;      /* one line, for the list */
    const char *more;      /* further sentences for `help WORD`, or "" */
    enum line_step (*run)(struct line *line, struct str rest);
    bool in_full; /* no prefix will do: it cannot be taken back */
};

struct line_place {
    const char *about; /* heads the list of words */
    const struct line_word *words;
    size_t word_count;
    const char *(*prompt)(struct line *line);
    /* Before each prompt and after each line; STEP_DONE ends the place, and
     * the line is not used. May be NULL. */
    enum line_step (*attend)(struct line *line);
    /* Lines that are no word here: a letter, a number, a code. False when it
     * is none of these either. Asked before prefixes are. May be NULL. */
    bool (*other)(struct line *line, struct str text, enum line_step *step_out);
    /* Ctrl-C. NULL ends the place. */
    enum line_step (*interrupt)(struct line *line);
};

/* Talks until a word, the watch or the end of the input ends the place. */
void line_converse(struct line *line, const struct line_place *place);

enum line_match { MATCH_NONE, MATCH_ONE, MATCH_SEVERAL };

/* The word meant: itself, its short form, or a prefix of one word only. With
 * MATCH_NONE `*out` is the nearest word, or NULL. */
enum line_match line_match(const struct line_word *words, size_t count,
                           struct str text, const struct line_word **out);

/* Exactly this word or its short form, or NULL. */
const struct line_word *line_exact(const struct line_word *words, size_t count,
                                   struct str text);

/* Cuts the first word off; the rest is trimmed. */
struct str line_first_word(struct str text, struct str *rest_out);

#endif
