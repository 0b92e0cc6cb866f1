/* A person while they are asked about themselves. */
#ifndef PROCTOR_CLI_LINE_PERSON_H
#define PROCTOR_CLI_LINE_PERSON_H

#include "line_parts.h"
#include "proctor/app/exams.h"

struct line_person {
    struct arena arena;
    struct candidate candidate;
    struct exam_entries exams;
    bool wants_tutorial; /* at the first start */
};

/* Name, exam, date, extra time; each answer is stored as it comes. */
#define PERSON_QUESTIONS 4
extern const struct line_question person_questions[PERSON_QUESTIONS];

/* Fills `out` and makes it `line->person`; false with err set when the exams
 * cannot be read. person_finish() in either case. */
bool person_begin(struct line *line, const struct candidate *candidate,
                  struct line_person *out, struct error *err);
void person_finish(struct line *line, struct line_person *person);

/* "150 % of the time and 30 minutes", "none" */
const char *person_extra_words(const struct candidate *candidate,
                               struct arena *arena);
/* "prepares for cpc, exam date 2027-05-14, extra time 30 minutes"; "no exam
 * chosen". */
const char *person_words(const struct candidate *candidate,
                         struct arena *arena);

/*
 * Reads "150 %", "30 minutes", both, or "-" for none, into percent and minutes.
 * ERR_USAGE says how it is written; whether it may be is the app's to say.
 */
bool person_read_extra(struct str text, int *percent_out, int *minutes_out,
                       struct error *err);

#endif
