/*
 * The line mode from its beginning to its end: which place comes first, and
 * the exit status. The places are line_home.c, line_sheet.c, line_return.c,
 * line_sit.c and line_review.c; how they talk is line_place.c and line_talk.c.
 */
#include "line.h"

#include <stdio.h>

#include "line_parts.h"
#include "proctor/platform/signals.h"

void line_tell_error(struct line *line, const struct error *err)
{
    bool is_question = str_ends(str_from(err->message), "?");

    talk_say(&line->talk, "That cannot be done: %s%s", err->message,
             is_question ? "" : ".");
}

/* `proctor sit [EXAM]`: the exam that runs goes before any other. */
static void start_sitting(struct line *line, const struct line_options *options)
{
    struct store *store = app_store(line->app);
    struct error err;

    if (attempt_running(store, app_candidate(line->app)->candidate_id) != 0)
        line_return(line);
    else if (!options->exam)
        line_home(line);
    else if (!line_sheet(line, options->exam, options->seed, &err))
        line->status = cli_fail(line->cli, &err);
}

static void start(struct line *line, const struct line_options *options)
{
    struct error err;

    switch (options->start) {
    case LINE_HOME:
        line_home(line);
        return;
    case LINE_SIT:
        start_sitting(line, options);
        return;
    case LINE_REVIEW:
        break;
    }
    if (!line_review(line, options->attempt_id, &err))
        line->status = cli_fail(line->cli, &err);
}

int line_run(const struct cli *cli, struct app *app,
             const struct line_options *options)
{
    struct line line = {.cli = cli, .app = app, .status = EXIT_WELL};
    struct error err;

    if (!signals_start(&err))
        return cli_fail(cli, &err);
    talk_init(&line.talk, cli->ascii);
    start(&line, options);
    talk_finish(&line.talk);
    if (line.talk.end == TALK_HUNG_UP)
        line.status = EXIT_ENVIRONMENT;
    if (line.talk.end == TALK_UNHEARD) {
        error_set(&err, ERR_IO, "cannot write to standard output");
        line.status = cli_fail(cli, &err);
    }
    signals_stop();
    return line.status;
}
