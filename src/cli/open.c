/*
 * `proctor` and `proctor sit`: the shipped questions first, then the full
 * screen, or the line mode when that is asked for or all there is.
 */
#include "open.h"

#include <stdio.h>
#include <string.h>

#include "line.h"
#include "parse.h"
#include "proctor/app/library.h"
#include "proctor/base/str.h"
#include "proctor/platform/env.h"
#include "proctor/tui/tui.h"

static bool wants_lines(const struct settings *settings)
{
    return settings_is(settings, SETTING_MODE, "lines") ||
           env_terminal_is_dumb() || !env_stdin_is_terminal() ||
           !env_stdout_is_terminal();
}

static void report_shipped(void *context, const struct import_report *report)
{
    const struct cli *cli = *(const struct cli *const *)context;
    struct strbuf text = {0};

    if (report->outcome == OUTCOME_IMPORTED)
        return;
    diagnostics_print(&report->diagnostics, &text, cli->ascii);
    fputs(strbuf_text(&text), stderr);
    strbuf_finish(&text);
    if (report->problem.code != ERR_NONE)
        cli_fail(cli, &report->problem);
}

void cli_load_shipped(const struct cli *cli, struct app *app)
{
    struct error err = {0};

    if (!library_load_shipped(app, report_shipped, &cli, &err))
        cli_fail(cli, &err);
}

static int run_lines(const struct cli *cli, struct app *app,
                     const struct tui_options *screen)
{
    static const enum line_start starts[] = {
        [TUI_HOME] = LINE_HOME,
        [TUI_SIT] = LINE_SIT,
        [TUI_REVIEW] = LINE_REVIEW,
        [TUI_PRACTICE] = LINE_PRACTICE,
    };
    struct line_options lines = {
        .start = starts[screen->start],
        .exam = screen->exam,
        .seed = screen->seed,
        .attempt_id = screen->attempt_id,
        .practice = screen->practice,
        .candidate_given = screen->candidate_given,
        .settings = screen->settings,
    };

    cli_load_shipped(cli, app);
    return line_run(cli, app, &lines);
}

static int run(const struct cli *cli, struct app *app,
               const struct tui_options *screen)
{
    struct error err = {0};
    int status;

    if (wants_lines(&screen->settings))
        return run_lines(cli, app, screen);
    if (tui_run(app, screen, &err))
        return EXIT_WELL;
    status = cli_fail(cli, &err);
    return err.code == ERR_USAGE ? run_lines(cli, app, screen) : status;
}

int open_with(const struct cli *cli, struct tui_options *screen,
              bool (*prepare)(const struct cli *cli, struct app *app,
                              struct error *err))
{
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    cli_settings(cli, &screen->settings);
    screen->candidate_given = cli_has(cli, OPTION_CANDIDATE);
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

#define ACCOMMODATION (BIT(TIME_PERCENT) | BIT(ADD_MINUTES))

/* The accommodation is the candidate's and stays. */
static bool keep_accommodation(const struct cli *cli, struct app *app,
                               struct error *err)
{
    struct candidate candidate = *app_candidate(app);

    return !cli_has_any(cli, ACCOMMODATION) ||
           (cli_accommodation(cli, &candidate, err) &&
            app_set_candidate(app, &candidate, err));
}

/* Whether the attempt is of another exam than the one named, if any is. */
static bool is_other_exam(const struct cli *cli, struct app *app,
                          int64_t attempt_id)
{
    struct arena arena = {0};
    struct attempt_row attempt;
    bool other =
        cli->argument_count > 0 &&
        attempt_get(app_store(app), attempt_id, &arena, &attempt, NULL) &&
        strcmp(attempt.exam, cli->arguments[0]) != 0;

    arena_finish(&arena);
    return other;
}

/* What was asked for beside an exam that runs already, which goes first. */
static void tell_not_used(const struct cli *cli, struct app *app)
{
    int64_t attempt_id =
        attempt_running(app_store(app), app_candidate(app)->candidate_id);
    bool named, seeded = cli_has(cli, OPTION_SEED);
    bool accommodated = cli_has_any(cli, ACCOMMODATION);

    if (attempt_id == 0)
        return;
    named = is_other_exam(cli, app, attempt_id);
    if (!named && !seeded && !accommodated)
        return;
    fputs("proctor: an exam is running and goes on", stderr);
    if (named && seeded)
        fputs("; EXAM and --seed are not used", stderr);
    else if (named || seeded)
        fprintf(stderr, "; %s is not used", named ? "EXAM" : "--seed");
    if (accommodated)
        fputs("; the accommodation counts from the next exam on", stderr);
    fputs("\n", stderr);
}

static bool prepare_sitting(const struct cli *cli, struct app *app,
                            struct error *err)
{
    if (!keep_accommodation(cli, app, err))
        return false;
    tell_not_used(cli, app);
    return true;
}

int command_sit(const struct cli *cli)
{
    struct tui_options screen = {
        .start = TUI_SIT,
        .exam = cli->argument_count > 0 ? cli->arguments[0] : NULL,
        .seed = cli->values[OPTION_SEED],
    };

    return open_with(cli, &screen, prepare_sitting);
}
