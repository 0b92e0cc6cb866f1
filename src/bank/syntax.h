/* What YAML's syntax errors mean to the author of a bank. */
#ifndef PROCTOR_BANK_SYNTAX_H
#define PROCTOR_BANK_SYNTAX_H

#include "report.h"

/* As the parser tells it; `context` and `problem` may be NULL. */
struct syntax_error {
    const char *context, *problem;
    struct place context_place, problem_place;
    /* A quoted text of several lines that ended where the error is; else
     * its line is 0. */
    struct place quote_place;
};

void syntax_error_report(const struct syntax_error *error,
                         struct report *report);

#endif
