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
    struct settings settings;
    int status;
    struct line_list list; /* told last in this place */
    struct line_asking *asking;
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
    struct line_person *person;
    struct line_people *people;
    struct line_practice *practice;
    struct line_history *history;
    struct line_trend *trend;
    struct line_weak *weak;
    struct line_search *search;
    struct line_notes *notes;
    struct line_settings *preferences;
    struct line_library *library;
    struct line_questions *questions;
    struct line_import *import;
};

/* Says an error of a use case in one sentence: "That cannot be done: MESSAGE."
 * A command it names is told as the word that does the same at home. */
void line_tell_error(struct line *line, const struct error *err);

/* --- places --------------------------------------------------------------- */

/* Where the candidate stands, and a word to everything; until they quit. */
void line_home(struct line *line);
/* Whether it is a word there. */
bool line_home_has(struct str word);

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

/* The first start, when nobody has introduced themselves yet. */
void line_welcome(struct line *line);
/* Asks who this is where several people practise. False when nobody says. */
bool line_who(struct line *line);
/* Says whom a command is for where several people practise. */
void line_tell_who(struct line *line);

/* What a practice is to be, and the practice itself. NULL asks for it; else
 * only its start is asked for. False with err set when there is none such. */
bool line_practice(struct line *line, const struct practice_request *request,
                   struct error *err);
/* Goes on with the practice that waits. ERR_NOT_FOUND when none does. */
bool line_practice_resume(struct line *line, struct error *err);

/* The places that a word at home leads to; `rest` is what follows the word.
 * Each false with err set when it cannot be gone to. */
bool line_practice_words(struct line *line, struct str rest, struct error *err);
bool line_tutorial(struct line *line, struct str rest, struct error *err);
bool line_history(struct line *line, struct str rest, struct error *err);
/* Looks at the attempt of that number, when it is among `rows`. False when it
 * was not looked at: why was said. */
bool line_open_attempt(struct line *line, struct str text,
                       const struct attempt_rows *rows);
bool line_trend(struct line *line, struct str rest, struct error *err);
bool line_weak(struct line *line, struct str rest, struct error *err);
bool line_search(struct line *line, struct str rest, struct error *err);
bool line_notes(struct line *line, struct str rest, struct error *err);
bool line_disputes(struct line *line, struct str rest, struct error *err);
bool line_people(struct line *line, struct str rest, struct error *err);
bool line_settings(struct line *line, struct str rest, struct error *err);
bool line_library(struct line *line, struct str rest, struct error *err);

struct bank_row;
bool line_questions(struct line *line, const struct bank_row *bank,
                    struct error *err);
/* A preview of the file, and the import after a yes. */
void line_import(struct line *line, struct str path);
/* Puts one setting into the file, from now on. */
bool line_keep_setting(struct line *line, enum setting setting,
                       const char *value, struct error *err);

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
/* What became of it when it was left; `cause` NULL when by a word. */
void sit_tell_left(struct line *line, const char *cause, bool clock_runs);
/* Ctrl-C, and `leave`: asks how to leave an exam. A practice is just left. */
enum line_step sit_leave(struct line *line);
/* The machine slept: asks whether that time counts. */
void sit_ask_sleep(struct line *line);
/* Lines that are letters of options, or codes. */
bool sit_answer(struct line *line, struct str text, enum line_step *step_out);
/* Letter shown at `position` ("A" is 0) of the question to the option's id;
 * '\0' when there is none. */
char sit_option_id(const struct line *line, char shown);

/* "exam", "practice" or "tutorial". */
const char *sit_noun(const struct line *line);
bool sit_is_exam(const struct line *line);

extern const struct line_place sit_place, sit_practice_place;

/* --- reading out ---------------------------------------------------------- */

/* Title, parts and exhibits; with `part` not 0 only that one, counted from 1
 * through parts and exhibits. False when there is none of that number. */
bool tell_case(struct talk *talk, const struct case_text *text, size_t part);
size_t case_part_count(const struct case_text *text);
/* Its title, and the names of the parts that `case N` reads. */
void tell_case_parts(struct talk *talk, const struct case_text *text);
void tell_stem(struct talk *talk, const struct item *item);
/* `case [N]` and `find WORD` as the places have them; `rest` is what follows
 * the word. */
void tell_case_words(struct talk *talk, const struct item *item,
                     struct str rest);
void tell_find_words(struct talk *talk, const struct item *item,
                     const char *order, struct str rest);
/* Options by position, without saying which is right. */
void tell_options(struct talk *talk, const struct item *item,
                  const char *order);
void tell_key(struct talk *talk, const struct item *item, const char *order);
/* "Right: A and C." */
void append_key(struct strbuf *buf, const struct item *item, const char *order);
/* An answer as it is stored: "A and C", "I10, E11.9", "none". */
void append_answer(struct strbuf *buf, const struct item *item,
                   const char *order, struct str answer);
/* "I50.23, or I50.33" */
void append_slot(struct strbuf *buf, const struct code_slot *slot,
                 enum code_set set);
/* Of one field of typed codes: what it asks for, and its key. */
void tell_field_name(struct talk *talk, const struct code_field *field);
void tell_field_key(struct talk *talk, const struct code_field *field);
/* The rationale, what there is to say on each option, the references. */
void tell_explanations(struct talk *talk, const struct item *item,
                       const char *order);
/* All of a question with its key, by name, for who did not sit it now. */
void tell_question(struct talk *talk, const struct item *item,
                   const char *order, const char *name, bool with_key);
/* Number of times told; where `word` stands in the case and the question. */
int tell_found(struct talk *talk, const struct item *item, const char *order,
               struct str word);
/* "2 h 13 min", and below ten minutes "9 min 30 s". */
const char *tell_duration(struct arena *arena, int64_t ms);
/* "2026-12-23" in the user's time zone. */
const char *day_words(struct arena *arena, int64_t utc_ms);
/* "1 answer", "2 answers" */
const char *count_words(struct arena *arena, int64_t count, const char *one);
/* The first words of a long text, for lists. */
const char *beginning_of(struct arena *arena, const char *text);
/* Whole percents, cut off: 69.9 % is not told as 70. */
int percent_of(int64_t part, int64_t whole);
/* "61 of 100 marks" */
const char *marks_words(struct arena *arena, int earned, int possible);
/* An attempt in one sentence. It is called by its number everywhere. */
void tell_attempt(struct line *line, const struct attempt_row *row);
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
