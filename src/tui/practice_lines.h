/* The lines that say what to practise, and the request they make. */
#ifndef PROCTOR_TUI_PRACTICE_LINES_H
#define PROCTOR_TUI_PRACTICE_LINES_H

#include "proctor/app/practice.h"

#include "inputs.h"

enum practice_line {
    PRACTICE_LINE_SCOPE,
    PRACTICE_LINE_EXAM,
    PRACTICE_LINE_NAME, /* of the section, topic or bank */
    PRACTICE_LINE_QUESTIONS,
    PRACTICE_LINE_MINUTES,
    PRACTICE_LINE_PACE,
    PRACTICE_LINE_FEEDBACK,
    PRACTICE_LINE_HINTS,
    PRACTICE_LINE_RESERVE,
    PRACTICE_LINE_START,
    PRACTICE_LINES,
};

/* Chosen from lists; texts live in an arena of the caller, NULL for none. */
struct practice_subject {
    enum practice_scope scope;
    const char *exam, *exam_title;
    const char *name, *name_title;
};

/* The scope belongs to an exam, or is named. */
bool practice_scope_has_exam(enum practice_scope scope);
bool practice_scope_has_name(enum practice_scope scope);

/* All lines, filled from the request. */
void practice_lines_init(struct input lines[PRACTICE_LINES],
                         const struct practice_request *request);
/* Shows the subject, and hides what does not go with it. */
void practice_lines_show(struct input lines[PRACTICE_LINES],
                         const struct practice_subject *subject);
/* The request as the lines say. Else false, and `*line_out` is the first line
 * with a problem. */
bool practice_lines_take(struct input lines[PRACTICE_LINES],
                         const struct practice_subject *subject,
                         struct practice_request *out, int *line_out);

#endif
