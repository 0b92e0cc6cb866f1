/*
 * The line mode from its beginning to its end: which place comes first, and
 * the exit status. Each place is a file named after it; how they hear and
 * answer is line_place.c, line_list.c, line_ask.c and line_talk.c.
 */
#include "line.h"

#include <stdio.h>

#include "line_parts.h"
#include "proctor/app/people.h"
#include "proctor/platform/signals.h"

/* --- errors --------------------------------------------------------------- */

/* A command that is one word is the same word at home. */
static void append_command(struct strbuf *text, struct str command)
{
    struct str word, program = line_first_word(command, &word);
    bool is_word = str_is(program, "proctor") && line_home_has(word);

    strbuf_printf(text, "'" STR_FORMAT "'", STR_ARG(is_word ? word : command));
}

/* Messages of the use cases name commands in backticks, as a shell has them. */
static void append_message(struct strbuf *text, struct str message)
{
    struct str piece;
    bool is_command = false;

    while (str_split(&message, '`', &piece)) {
        if (is_command)
            append_command(text, piece);
        else
            strbuf_add(text, piece);
        is_command = !is_command;
    }
}

void line_tell_error(struct line *line, const struct error *err)
{
    struct strbuf text = {0};

    strbuf_adds(&text, "That cannot be done: ");
    append_message(&text, str_from(err->message));
    if (!str_ends(strbuf_str(&text), "?"))
        strbuf_addc(&text, '.');
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* --- where it begins ------------------------------------------------------ */

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

/* `proctor practice`: what is wished, or what waits, or asks. */
static void start_practice(struct line *line,
                           const struct line_options *options)
{
    struct error err;

    if (!line_practice(line, options->practice, &err))
        line->status = cli_fail(line->cli, &err);
}

static void start_review(struct line *line, const struct line_options *options)
{
    struct error err;

    if (!line_review(line, options->attempt_id, &err))
        line->status = cli_fail(line->cli, &err);
}

/* Only here is it asked who this is, and that somebody introduces themselves:
 * who begins with a command is in no mood for questions, and a script has no
 * answer to them. Where nothing can be written there is no use in them. */
static void start_home(struct line *line, const struct line_options *options)
{
    if (!options->candidate_given && !line_who(line))
        return;
    if (!store_is_read_only(app_store(line->app)) &&
        people_need_welcome(line->app))
        line_welcome(line);
    if (line->talk.end == TALK_GOES_ON)
        line_home(line);
}

static void start(struct line *line, const struct line_options *options)
{
    switch (options->start) {
    case LINE_HOME:
        start_home(line, options);
        break;
    case LINE_SIT:
        line_tell_who(line);
        start_sitting(line, options);
        break;
    case LINE_REVIEW:
        start_review(line, options);
        break;
    case LINE_PRACTICE:
        line_tell_who(line);
        start_practice(line, options);
        break;
    }
}

int line_run(const struct cli *cli, struct app *app,
             const struct line_options *options)
{
    struct line line = {.cli = cli,
                        .app = app,
                        .settings = options->settings,
                        .status = EXIT_WELL};
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
