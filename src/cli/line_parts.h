/* The inside of the line mode: what its places share. */
#ifndef PROCTOR_CLI_LINE_PARTS_H
#define PROCTOR_CLI_LINE_PARTS_H

#include "line.h"
#include "line_place.h"
#include "proctor/app/review.h"
#include "proctor/app/session.h"

struct line {
    const struct cli *cli;
    struct app *app;
    struct talk talk;
    int status;
    /* A sitting. */
    struct session *session;           /* NULL outside */
    const struct case_text *told_case; /* of the question told last */
    bool warning_due;                  /* time was running short */
    bool unsaved_told;                 /* that an act could not be stored */
    bool is_left;                      /* by a word: there is no result */
    /* What the other places look at. */
    const struct session_plan *plan;
    struct line_home *home;
    struct line_review *review;
    const struct interruption *interruption;
    bool charge_chosen, charge; /* the answer about a gap */
};

/* Says an error of a use case: "cannot: MESSAGE." in one sentence. */
void line_tell_error(struct line *line, const struct error *err);

/* --- places --------------------------------------------------------------- */

/* What can be sat and what was; until the candidate quits. */
void line_home(struct line *line);

/* The start sheet of an exam, and the sitting when it is begun. False, with
 * err set, when nothing can be drawn. */
bool line_sheet(struct line *line, const char *exam, const char *seed,
                struct error *err);

/* Tells of the interruption, asks whether it counts, and goes on. Does nothing
 * when no exam runs. */
void line_return(struct line *line);

/* Talks through a session up to its end, and through the result. Takes the
 * session over. */
void line_sit(struct line *line, struct session *session);

/* The result of an ended attempt and its questions. False with err set when
 * it cannot be read. */
bool line_review(struct line *line, int64_t attempt_id, struct error *err);

/* --- a sitting, shared by its files --------------------------------------- */

/* The question on screen, from 0. */
int sit_position(const struct line *line);
/* Goes to a question and reads it out; a refusal is told. */
void sit_go(struct line *line, int pos);
/* Reads out the question on screen. */
void sit_tell_question(struct line *line);
/* Options or code fields, what is chosen, and the signs. */
void sit_tell_options(struct line *line);
/* "A and C chosen", "2 of 4 codes entered", "no answer". */
const char *sit_answer_words(struct line *line, int pos);
/* "What is now stored. Saved.", or NOT SAVED with the reason. */
void sit_confirm(struct line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Looks after the clock: before each prompt and after each line. */
enum line_step sit_attend(struct line *line);
/* Ctrl-C, and `leave`: asks how to leave. */
enum line_step sit_leave(struct line *line);
enum line_step sit_submit(struct line *line);
/* The machine slept: asks whether that time counts. */
void sit_ask_sleep(struct line *line);
/* Lines that are letters of options, or codes. */
bool sit_answer(struct line *line, struct str text, enum line_step *step_out);
/* Letter shown at `position` ("A" is 0) of the question to the option's id;
 * '\0' when there is none. */
char sit_option_id(const struct line *line, char shown);

extern const struct line_place sit_place;

/* --- reading out ---------------------------------------------------------- */

/* Title, parts and exhibits; with `part` not 0 only that one, counted from 1
 * through parts and exhibits. False when there is none of that number. */
bool tell_case(struct talk *talk, const struct case_text *text, size_t part);
size_t case_part_count(const struct case_text *text);
void tell_stem(struct talk *talk, const struct item *item);
/* `case [N]` and `find WORD` as the places have them; `rest` is what follows
 * the word. */
void tell_case_words(struct talk *talk, const struct item *item,
                     struct str rest);
void tell_find_words(struct talk *talk, const struct item *item,
                     const char *order, struct str rest);
/* Number of times told; where `word` stands in the case and the question. */
int tell_found(struct talk *talk, const struct item *item, const char *order,
               struct str word);
/* "2 h 13 min", and below ten minutes "9 min 30 s". */
const char *tell_duration(struct arena *arena, int64_t ms);
/* Appends "A", "A and C", "A, C and D" for the letters. */
void append_letters(struct strbuf *buf, const char *letters);
/* Appends 0-based positions as "1, 2, 4 to 6". Zero-initialise. */
struct number_run {
    struct strbuf text;
    int first, last; /* of the run not written yet; 0: none */
};
void number_run_add(struct number_run *run, int pos);
/* Valid until number_run_finish(). */
const char *number_run_text(struct number_run *run);
void number_run_finish(struct number_run *run);

/* Appends "I50.23: India, five, zero, point, two, three". */
void spell_append(struct strbuf *buf, struct str word);

#endif
