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
    const char *prompt; /* NULL: what prompt_now() says */
    const char *(*prompt_now)(struct line *line);
    /* Tells what is here, before the first prompt. May be NULL. */
    void (*enter)(struct line *line);
    /* Before each prompt and after each line; STEP_DONE ends the place, and
     * the line is not used. May be NULL. */
    enum line_step (*attend)(struct line *line);
    /* A line that is a number; NULL where none means anything. */
    enum line_step (*number)(struct line *line, struct str text);
    /* Lines that are no word here: a letter, a number, a code. False when it
     * is none of these either. Asked before prefixes are. May be NULL. */
    bool (*other)(struct line *line, struct str text, enum line_step *step_out);
    /* A question is open here: an empty line goes to `other` too, and a word
     * counts only when it stands alone. */
    bool takes_answers;
    /* Ctrl-C. NULL ends the place. */
    enum line_step (*interrupt)(struct line *line);
};

/* Talks until a word, the watch or the end of the input ends the place. What
 * was listed outside is what 'more' goes on with again afterwards. */
void line_converse(struct line *line, const struct line_place *place);

/* --- lists ---------------------------------------------------------------- */

/* A list that is told in parts: nobody has to listen to all of it. */
struct line_list {
    size_t count, told;
    void (*tell)(struct line *line, size_t index);
};
#define LIST_PART 20

/* Tells the first part; 'more' goes on. */
void list_tell(struct line *line, size_t count,
               void (*tell)(struct line *line, size_t index));
/* The word 'more', in every place that lists something. */
enum line_step line_more(struct line *line, struct str rest);
#define LINE_WORD_MORE                                                         \
    {                                                                          \
        "more", "+", "", "go on with the list told last", "", line_more, false \
    }

/* The word 'back' of places that only look at something; nobody who says 'quit'
 * there is left without a way. */
enum line_step line_back(struct line *line, struct str rest);
#define LINE_WORD_QUIT                                                         \
    {                                                                          \
        "quit", "", "", "the same as back", "", line_back, false               \
    }

/* Digits and nothing else. */
bool line_is_number(struct str text);
/* The number of one of `count`, from 1; 0 after saying what is wrong. */
size_t line_number(struct line *line, struct str text, size_t count,
                   const char *what);

/* --- questions ------------------------------------------------------------ */

/* One of several that are asked in a row. */
struct line_question {
    const char *prompt;
    /* Asks it, and says what stands now. */
    void (*tell)(struct line *line);
    /* False, having told why, asks again. Empty lines do not come here: they
     * leave what stands. */
    bool (*take)(struct line *line, struct str answer);
    bool (*applies)(struct line *line); /* NULL: it always does */
};

/* Says how to leave answers as they stand: before several of them. */
void line_tell_asking(struct line *line);
/* Asks them all. False when the candidate breaks off, or nobody speaks any
 * more; what was taken by then stays taken. */
bool line_ask(struct line *line, const struct line_question *questions,
              size_t count);

/* "yes" or "no", or what begins them; false after asking for just that. */
bool line_read_yes(struct line *line, struct str answer, bool *out);

/* --- words ---------------------------------------------------------------- */

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
