/*
 * `proctor` and `proctor sit`: the shipped questions first, then the full
 * screen, or the line mode when that is asked for or all there is.
 */
#include "open.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "line.h"
#include "proctor/app/library.h"
#include "proctor/base/str.h"
#include "proctor/platform/env.h"
#include "proctor/tui/tui.h"

static bool wants_lines(const struct cli *cli)
{
    return cli_has(cli, OPTION_PLAIN) || env_terminal_is_dumb() ||
           !env_stdin_is_terminal() || !env_stdout_is_terminal();
}

/* Troubles with shipped files do not keep anyone from practising. */
static void report_shipped(void *context, const struct import_report *report)
{
    const struct cli *cli = context;
    struct strbuf text = {0};

    if (report->outcome == OUTCOME_IMPORTED)
        return;
    diagnostics_print(&report->diagnostics, &text, cli->ascii);
    fputs(strbuf_text(&text), stderr);
    strbuf_finish(&text);
}

static void load_shipped(const struct cli *cli, struct app *app)
{
    struct error err = {0};

    if (!library_load_shipped(app, report_shipped, (void *)(uintptr_t)cli,
                              &err))
        cli_fail(cli, &err);
}

static int run_lines(const struct cli *cli, struct app *app,
                     const struct tui_options *screen)
{
    struct line_options lines = {
        .start = screen->start == TUI_SIT ? LINE_SIT : LINE_HOME,
        .exam = screen->exam,
        .seed = screen->seed,
    };

    load_shipped(cli, app);
    return line_run(cli, app, &lines);
}

static int run(const struct cli *cli, struct app *app,
               const struct tui_options *screen)
{
    struct error err = {0};

    if (wants_lines(cli))
        return run_lines(cli, app, screen);
    if (tui_run(app, screen, &err))
        return EXIT_WELL;
    if (err.code != ERR_USAGE)
        return cli_fail(cli, &err);
    cli_fail(cli, &err);
    return run_lines(cli, app, screen);
}

static int open_with(const struct cli *cli, struct tui_options *screen,
                     bool (*prepare)(const struct cli *cli, struct app *app,
                                     struct error *err))
{
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    screen->accessible = cli_has(cli, OPTION_ACCESSIBLE);
    screen->no_color = env_no_color();
    if (prepare && !prepare(cli, app, &err))
        status = cli_fail(cli, &err);
    else
        status = run(cli, app, screen);
    app_close(app);
    return status;
}

int open_program(const struct cli *cli)
{
    struct tui_options screen = {.start = TUI_HOME};

    return open_with(cli, &screen, NULL);
}

/* Takes over a number option; leaves `*value` when it was not given. */
static bool read_number(const struct cli *cli, enum cli_option option, int low,
                        int high, int *value, struct error *err)
{
    const char *text = cli->values[option];
    int64_t number;

    if (!text)
        return true;
    if (!str_to_i64(str_from(text), low, high, &number))
        return error_set(err, ERR_USAGE,
                         "'%s' is not a whole number from %d to %d", text, low,
                         high);
    *value = (int)number;
    return true;
}

/* The accommodation is the candidate's and stays. */
static bool keep_accommodation(const struct cli *cli, struct app *app,
                               struct error *err)
{
    struct candidate candidate = *app_candidate(app);

    if (!cli_has(cli, OPTION_TIME_PERCENT) &&
        !cli_has(cli, OPTION_ADD_MINUTES))
        return true;
    return read_number(cli, OPTION_TIME_PERCENT, 100, 400,
                       &candidate.time_percent, err) &&
           read_number(cli, OPTION_ADD_MINUTES, 0, 600,
                       &candidate.added_minutes, err) &&
           app_set_candidate(app, &candidate, err);
}

int command_sit(const struct cli *cli)
{
    struct tui_options screen = {
        .start = TUI_SIT,
        .exam = cli->argument_count > 0 ? cli->arguments[0] : NULL,
        .seed = cli->values[OPTION_SEED],
    };

    return open_with(cli, &screen, keep_accommodation);
}
