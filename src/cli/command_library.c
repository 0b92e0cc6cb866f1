/*
 * `check` and `import`: what an instructor does with question files. What is
 * loaded then is command_banks.c.
 */
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "cli.h"
#include "progress.h"
#include "proctor/app/library.h"
#include "proctor/platform/paths.h"

enum {
    FINDING_FILE,
    FINDING_LINE,
    FINDING_COLUMN,
    FINDING_SEVERITY,
    FINDING_ID,
    FINDING_ITEM,
    FINDING_MESSAGE,
    FINDING_HINT,
};
static const struct column finding_columns[] = {
    {"file", "File", COLUMN_TEXT},       {"line", "Line", COLUMN_NUMBER},
    {"column", "Column", COLUMN_NUMBER}, {"severity", "Severity", COLUMN_TEXT},
    {"id", "Id", COLUMN_TEXT},           {"item", "Question", COLUMN_TEXT},
    {"message", "Message", COLUMN_TEXT}, {"hint", "Hint", COLUMN_TEXT},
};

enum {
    FILE_PATH,
    FILE_NAME,
    FILE_VERSION,
    FILE_OUTCOME,
    FILE_QUESTIONS,
    FILE_ADDED,
    FILE_CHANGED,
    FILE_UNCHANGED,
    FILE_ABSENT,
    FILE_RETURNED,
    FILE_ERRORS,
    FILE_WARNINGS,
    FILE_MESSAGE,
};
static const struct column file_columns[] = {
    {"file", "File", COLUMN_TEXT},
    {"name", "Name", COLUMN_TEXT},
    {"version", "Version", COLUMN_TEXT},
    {"outcome", "Outcome", COLUMN_TEXT},
    {"questions", "Questions", COLUMN_NUMBER},
    {"added", "New", COLUMN_NUMBER},
    {"changed", "Changed", COLUMN_NUMBER},
    {"unchanged", "Unchanged", COLUMN_NUMBER},
    {"absent", "Absent", COLUMN_NUMBER},
    {"returned", "Returned", COLUMN_NUMBER},
    {"errors", "Errors", COLUMN_NUMBER},
    {"warnings", "Warnings", COLUMN_NUMBER},
    {"message", "Message", COLUMN_TEXT},
};
#define COLUMNS(columns) (columns), sizeof(columns) / sizeof *(columns)

static const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "error";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_NOTE:
        break;
    }
    return "note";
}

static void add_findings(struct table *table, const struct diagnostics *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct diagnostic *finding = &list->items[i];

        table_row(table);
        table_text(table, FINDING_FILE, list->path);
        if (finding->line > 0) {
            table_number(table, FINDING_LINE, finding->line);
            table_number(table, FINDING_COLUMN, finding->column);
        }
        table_text(table, FINDING_SEVERITY,
                   str_from(severity_name(finding->severity)));
        table_text(table, FINDING_ID, str_from(finding->id));
        if (finding->item.len > 0)
            table_text(table, FINDING_ITEM, finding->item);
        table_text(table, FINDING_MESSAGE, finding->message);
        if (finding->hint.len > 0)
            table_text(table, FINDING_HINT, finding->hint);
    }
}

static void add_file(struct table *table, const struct import_report *report)
{
    const struct import_counts *counts = &report->counts;

    table_row(table);
    table_text(table, FILE_PATH, str_from(report->path));
    table_text(table, FILE_NAME, str_from(report->name));
    table_text(table, FILE_VERSION, str_from(report->version));
    table_text(table, FILE_OUTCOME,
               str_from(import_outcome_id(report->outcome)));
    table_number(table, FILE_QUESTIONS, counts->items);
    table_number(table, FILE_ADDED, counts->added);
    table_number(table, FILE_CHANGED, counts->changed);
    table_number(table, FILE_UNCHANGED, counts->unchanged);
    table_number(table, FILE_ABSENT, counts->absent);
    table_number(table, FILE_RETURNED, counts->returned);
    table_number(table, FILE_ERRORS, (int64_t)report->diagnostics.errors);
    table_number(table, FILE_WARNINGS, (int64_t)report->diagnostics.warnings);
    table_text(table, FILE_MESSAGE, str_from(import_report_text(report)));
}

/* What a run over several files gathers. */
struct run {
    const struct cli *cli;
    struct arena arena;
    struct table files, findings;
    int status;
};

static void run_init(struct run *run, const struct cli *cli)
{
    *run = (struct run){.cli = cli, .status = EXIT_WELL};
    table_init(&run->files, "check", COLUMNS(file_columns), &run->arena);
    table_init(&run->findings, "check", COLUMNS(finding_columns), &run->arena);
}

/* The worst status wins. */
static void run_worsen(struct run *run, int status)
{
    if (status > run->status)
        run->status = status;
}

static void tell_count(int64_t count, const char *one, const char *before)
{
    printf("%s%" PRId64 " %s%s", before, count, one, count == 1 ? "" : "s");
}

static void tell_changes(const struct import_report *report)
{
    const struct import_counts *counts = &report->counts;

    if (report->kind != DOCUMENT_BANK ||
        (report->outcome != OUTCOME_IMPORTED &&
         report->outcome != OUTCOME_WOULD_IMPORT &&
         report->outcome != OUTCOME_ABSENT_REFUSED))
        return;
    printf(": %" PRId64 " new, %" PRId64 " changed, %" PRId64
           " unchanged, %" PRId64 " absent, %" PRId64 " returned",
           counts->added, counts->changed, counts->unchanged, counts->absent,
           counts->returned);
}

/* "integumentary.yaml: imported; 7 questions: 7 new, ..." */
static void tell_file(struct run *run, const struct import_report *report)
{
    printf("%s: %s", cli_folded(run->cli, &run->arena, report->path),
           cli_folded(run->cli, &run->arena, import_report_text(report)));
    if (report->kind == DOCUMENT_TOPICS)
        tell_count(report->topics, "topic", "; ");
    else if (report->counts.items > 0)
        tell_count(report->counts.items, "question", "; ");
    tell_changes(report);
    if (report->diagnostics.errors + report->diagnostics.warnings > 0) {
        tell_count((int64_t)report->diagnostics.errors, "error", "; ");
        tell_count((int64_t)report->diagnostics.warnings, "warning", ", ");
    }
    puts("");
}

static bool is_refusal(enum import_outcome outcome)
{
    return outcome == OUTCOME_REJECTED || outcome == OUTCOME_ABSENT_REFUSED ||
           outcome == OUTCOME_OLDER_REFUSED;
}

static void run_report(struct run *run, const struct import_report *report)
{
    struct strbuf text = {0};

    if (is_refusal(report->outcome))
        run_worsen(run, EXIT_INPUT);
    add_file(&run->files, report);
    add_findings(&run->findings, &report->diagnostics);
    if (cli_has(run->cli, OPTION_JSON))
        return;
    diagnostics_print(&report->diagnostics, &text, run->cli->ascii);
    fflush(stdout);
    fputs(strbuf_text(&text), stderr);
    strbuf_finish(&text);
    tell_file(run, report);
}

static int run_end(struct run *run)
{
    if (cli_has(run->cli, OPTION_JSON)) {
        struct json_part parts[] = {{"files", &run->files, false},
                                    {"diagnostics", &run->findings, false}};
        struct strbuf out = {0};

        json_document(&out, run->files.name, parts, 2);
        if (!cli_write(run->cli, &out))
            run_worsen(run, EXIT_ENVIRONMENT);
        strbuf_finish(&out);
    }
    arena_finish(&run->arena);
    return run->status;
}

/* A file that could not be read or put into the database. */
static void run_failed(struct run *run, const struct import_report *report,
                       const struct error *err)
{
    add_file(&run->files, report);
    run_worsen(run, cli_fail(run->cli, err));
}

/* --- the files ------------------------------------------------------------ */

static bool is_usable(struct run *run, const char *path)
{
    struct path_list files;
    struct error err = {0};

    if (library_files(&run->arena, &path, 1, &files, &err) && files.count > 0)
        return true;
    if (err.code == ERR_NONE)
        error_set(&err, ERR_INVALID,
                  "there is no file with a name ending in .yaml in '%s'", path);
    run_worsen(run, cli_fail(run->cli, &err));
    return false;
}

/* What the arguments stand for. One that stands for nothing is told and keeps
 * nobody from the others. */
static struct path_list list_files(struct run *run)
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
        run_worsen(run, cli_fail(cli, &err));
    return files;
}

/* Those that can be known without a database: shipped, and in the files. */
static void read_topics(struct run *run, const struct path_list *files,
                        struct strmap *topics)
{
    struct error err = {0};

    if (!library_topics(files, topics, &err))
        run_worsen(run, cli_fail(run->cli, &err));
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
static void check_files(struct run *run, const struct path_list *files,
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
            run_report(run, &report);
        } else {
            run_failed(run, &report, &err);
        }
        import_report_finish(&report);
    }
    strmap_destroy(topics);
}

int command_check(const struct cli *cli)
{
    struct path_list files;
    struct run run;

    run_init(&run, cli);
    files = list_files(&run);
    check_files(&run, &files, false);
    return run_end(&run);
}

/* --- import --------------------------------------------------------------- */

static void import_files(struct run *run, struct app *app,
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
            run_report(run, &report);
        else
            run_failed(run, &report, &err);
        import_report_finish(&report);
    }
}

/* Opens the database, for a dry run as it is. */
static void import_into_database(struct run *run, const struct path_list *files)
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
    run_worsen(run, status);
    app_close(app);
    strmap_destroy(topics);
}

/* A dry run does not make a database. */
static bool is_there_a_database(struct run *run)
{
    const char *path;

    return !paths_database(&run->arena, run->cli->values[OPTION_DB], &path,
                           NULL) ||
           access(path, F_OK) == 0;
}

int command_import(const struct cli *cli)
{
    struct path_list files;
    struct run run;

    run_init(&run, cli);
    files = list_files(&run);
    if (cli_has(cli, OPTION_DRY_RUN) && !is_there_a_database(&run))
        check_files(&run, &files, true);
    else
        import_into_database(&run, &files);
    return run_end(&run);
}
