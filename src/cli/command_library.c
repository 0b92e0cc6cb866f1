/*
 * `check` and `import`: what an instructor does with question files. What is
 * loaded then is command_banks.c.
 */
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "import_run.h"
#include "progress.h"
#include "proctor/platform/paths.h"

/* --- the files ------------------------------------------------------------ */

static bool is_usable(struct import_run *run, const char *path)
{
    struct path_list files;
    struct error err = {0};

    if (library_files(&run->arena, &path, 1, &files, &err) && files.count > 0)
        return true;
    if (err.code == ERR_NONE)
        error_set(&err, ERR_INVALID,
                  "there is no file with a name ending in .yaml in '%s'", path);
    import_run_worsen(run, cli_fail(run->cli, &err));
    return false;
}

/* What the arguments stand for. One that stands for nothing is told and keeps
 * nobody from the others. */
static struct path_list list_files(struct import_run *run)
{
    const struct cli *cli = run->cli;
    const char **usable =
        ARENA_ARRAY(&run->arena, const char *, cli->argument_count);
    struct path_list files = {0};
    struct error err = {0};
    size_t count = 0;

    for (size_t i = 0; i < cli->argument_count; i++)
        if (is_usable(run, cli->arguments[i]))
            usable[count++] = cli->arguments[i];
    if (!library_files(&run->arena, usable, count, &files, &err))
        import_run_worsen(run, cli_fail(cli, &err));
    return files;
}

/* Those that can be known without a database: shipped, and in the files. */
static void read_topics(struct import_run *run, const struct path_list *files,
                        struct strmap *topics)
{
    struct error err = {0};

    if (!library_topics(files, topics, &err))
        import_run_worsen(run, cli_fail(run->cli, &err));
}

/* --- check ---------------------------------------------------------------- */

/* A bank, exam or list that nobody has yet would be new in all its parts. */
static void suppose_empty(struct import_report *report)
{
    if (report->outcome != OUTCOME_CHECKED)
        return;
    report->outcome = OUTCOME_WOULD_IMPORT;
    report->counts.added = report->counts.items;
}

/* Checks the files; for a dry run as if a database without anything stood
 * behind them. */
static void check_files(struct import_run *run, const struct path_list *files,
                        bool dry_run)
{
    struct strmap *topics = strmap_create();

    read_topics(run, files, topics);
    for (size_t i = 0; i < files->count; i++) {
        struct import_report report;
        struct error err = {0};

        if (library_check(files->paths[i],
                          strmap_count(topics) > 0 ? topics : NULL, &report,
                          &err)) {
            if (dry_run)
                suppose_empty(&report);
            import_run_report(run, &report);
        } else {
            import_run_failed(run, &report, &err);
        }
        import_report_finish(&report);
    }
    strmap_destroy(topics);
}

int command_check(const struct cli *cli)
{
    struct path_list files;
    struct import_run run;

    import_run_init(&run, cli);
    files = list_files(&run);
    check_files(&run, &files, false);
    return import_run_end(&run);
}

/* --- import --------------------------------------------------------------- */

static void import_files(struct import_run *run, struct app *app,
                         const struct path_list *files,
                         const struct import_options *meant)
{
    struct progress_line progress = {0};
    struct import_options options = *meant;

    options.progress = progress_show;
    options.progress_context = &progress;
    for (size_t i = 0; i < files->count; i++) {
        struct import_report report;
        struct error err = {0};
        bool ok = library_import(app, files->paths[i], &options, &report, &err);

        progress_end(&progress);
        if (ok)
            import_run_report(run, &report);
        else
            import_run_failed(run, &report, &err);
        import_report_finish(&report);
    }
}

/* Opens the database, for a dry run as it is. */
static void import_into_database(struct import_run *run,
                                 const struct path_list *files)
{
    const struct cli *cli = run->cli;
    struct strmap *topics = strmap_create();
    struct import_options options = {
        .origin = ORIGIN_USER,
        .dry_run = cli_has(cli, OPTION_DRY_RUN),
        .force = cli_has(cli, OPTION_FORCE),
        .allow_absent = cli_has(cli, OPTION_ABSENT),
        .more_topics = topics,
    };
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, !options.dry_run, &status);

    if (app) {
        if (options.dry_run)
            read_topics(run, files, topics);
        else
            cli_load_shipped(cli, app);
        import_files(run, app, files, &options);
    }
    import_run_worsen(run, status);
    app_close(app);
    strmap_destroy(topics);
}

/* A dry run does not make a database. */
static bool is_there_a_database(struct import_run *run)
{
    const char *path;

    return !paths_database(&run->arena, run->cli->values[OPTION_DB], &path,
                           NULL) ||
           access(path, F_OK) == 0;
}

int command_import(const struct cli *cli)
{
    struct path_list files;
    struct import_run run;

    import_run_init(&run, cli);
    files = list_files(&run);
    if (cli_has(cli, OPTION_DRY_RUN) && !is_there_a_database(&run))
        check_files(&run, &files, true);
    else
        import_into_database(&run, &files);
    return import_run_end(&run);
}
