/*
 * The line mode: the whole program as a conversation of lines, for screen
 * readers, braille displays, dumb terminals and scripts. No bars, no boxes, no
 * cursor movement; warnings come before the next prompt.
 */
#ifndef PROCTOR_CLI_LINE_H
#define PROCTOR_CLI_LINE_H

#include "cli.h"
#include "proctor/app/practice.h"
#include "proctor/app/settings.h"

enum line_start {
    LINE_HOME,
    LINE_SIT,
    LINE_REVIEW,
    LINE_PRACTICE,
};

struct line_options {
    enum line_start start;
    const char *exam; /* LINE_SIT; NULL: asks, or goes on with what runs */
    const char *seed;
    int64_t attempt_id;                      /* LINE_REVIEW */
    const struct practice_request *practice; /* LINE_PRACTICE; NULL: asks */
    bool candidate_given; /* LINE_HOME: by an option, so nobody is asked */
    struct settings settings;
};

/*
 * Talks on standard input and output until the candidate leaves or the input
 * ends (then the attempt is left with its clock running). Gives the status.
 */
int line_run(const struct cli *cli, struct app *app,
             const struct line_options *options);

#endif
