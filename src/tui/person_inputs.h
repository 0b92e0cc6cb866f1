/* The lines about a person: name, exam, date, extra time. Part of the forms of
 * the first start and of one person. */
#ifndef PROCTOR_TUI_PERSON_INPUTS_H
#define PROCTOR_TUI_PERSON_INPUTS_H

#include "proctor/app/people.h"

#include "inputs_screen.h"

enum person_line {
    PERSON_NAME,
    PERSON_EXAM,
    PERSON_DATE,
    PERSON_PERCENT,
    PERSON_MINUTES,
    PERSON_LINES,
};

struct person_inputs {
    struct arena arena;
    struct input *lines; /* the first PERSON_LINES of the inputs, borrowed */
    /* To choose from: ids and what they are called; first "" for none. */
    const char **exam_ids, **exam_names;
    size_t exam_count, exam;
};

/* Fills the lines from the candidate. */
bool person_inputs_init(struct person_inputs *person, struct ui *ui,
                        struct input *lines, const struct candidate *candidate,
                        struct error *err);
void person_inputs_finish(struct person_inputs *person);

/* The list of exams, for PERSON_EXAM. */
struct screen *person_inputs_pick_exam(struct person_inputs *person);

/* What a key did: a line that was left is checked, one with a problem again
 * with every change. */
void person_inputs_check(struct person_inputs *person, struct input_news news);
/* Puts what the lines say into the candidate, but for lines with a problem;
 * texts in the arena. */
void person_inputs_take_well(struct person_inputs *person,
                             struct candidate *candidate);
/* The candidate as all lines say. Else false, and the first
 * line with a problem has the focus. */
bool person_inputs_take(struct person_inputs *person,
                        struct inputs_screen *screen,
                        struct candidate *candidate);
/* What was taken is refused: told at the name, where it is about that, else in
 * the message line. */
void person_inputs_refuse(struct person_inputs *person,
                          struct inputs_screen *screen, struct ui *ui,
                          const struct error *err);

#endif
