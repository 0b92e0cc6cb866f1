/* The home of the line mode: what its files share. */
#ifndef PROCTOR_CLI_LINE_HOME_H
#define PROCTOR_CLI_LINE_HOME_H

#include "line_parts.h"
#include "proctor/app/exams.h"
#include "proctor/app/home.h"

struct line_home {
    struct arena arena;
    struct home home;
    struct exam_entries exams;
    bool is_supplied; /* what the banks can fill was counted */
};

/* line_home_tell.c */
void home_tell(struct line *line);
/* For who comes back: what to do next. */
void home_tell_briefly(struct line *line);
void home_tell_exams(struct line *line);
void home_tell_results(struct line *line);

#endif
