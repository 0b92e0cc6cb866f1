/*
 * `check`, `import`, `banks`, `export`: what an instructor does with question
 * files.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli.h"
#include "progress.h"
#include "proctor/app/library.h"
#include "proctor/platform/file.h"

/* --- check and import ----------------------------------------------------- */

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
    {"file", "File", COLUMN_TEXT},      {"line", "Line", COLUMN_NUMBER},
    {"column", "Column", COLUMN_NUMBER}, {"severity", "Severity", COLUMN_TEXT},
    {"id", "Id", COLUMN_TEXT},          {"item", "Question", COLUMN_TEXT},
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
               str_from(import_outcome_text(report->outcome)));
    table_number(table, FILE_QUESTIONS, counts->items);
    table_number(table, FILE_ADDED, counts->added);
    table_number(table, FILE_CHANGED, counts->changed);
    table_number(table, FILE_UNCHANGED, counts->unchanged);
    table_number(table, FILE_ABSENT, counts->absent);
    table_number(table, FILE_RETURNED, counts->returned);
    table_number(table, FILE_ERRORS, (int64_t)report->diagnostics.errors);
    table_number(table, FILE_WARNINGS, (int64_t)report->diagnostics.warnings);
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

/* "integumentary.yaml: imported; 7 questions: 7 new, ..." */
static void tell_file(struct run *run, const struct import_report *report)
{
    const struct import_counts *counts = &report->counts;

    printf("%s: %s", cli_folded(run->cli, &run->arena, report->path),
           import_outcome_text(report->outcome));
    if (report->kind == DOCUMENT_TOPICS)
        printf("; %" PRId64 " topics", report->topics);
    else if (counts->items > 0)
        printf("; %" PRId64 " questions", counts->items);
    if (report->outcome == OUTCOME_IMPORTED ||
        report->outcome == OUTCOME_WOULD_IMPORT ||
        report->outcome == OUTCOME_ABSENT_REFUSED)
        if (report->kind == DOCUMENT_BANK)
            printf(": %" PRId64 " new, %" PRId64 " changed, %" PRId64
                   " unchanged, %" PRId64 " absent, %" PRId64 " returned",
                   counts->added, counts->changed, counts->unchanged,
                   counts->absent, counts->returned);
    if (report->diagnostics.errors + report->diagnostics.warnings > 0)
        printf("; %zu errors, %zu warnings", report->diagnostics.errors,
               report->diagnostics.warnings);
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

int command_check(const struct cli *cli)
{
    struct run run;
    struct error err = {0};
    struct strmap *topics = strmap_create();
    struct path_list files;

    run_init(&run, cli);
    if (!library_files(&run.arena, cli->arguments, cli->argument_count, &files,
                       &err) ||
        !library_topics(&files, topics, &err)) {
        run_worsen(&run, cli_fail(cli, &err));
        files.count = 0;
    }
    for (size_t i = 0; i < files.count; i++) {
        struct import_report report;

        if (library_check(files.paths[i],
                          strmap_count(topics) > 0 ? topics : NULL, &report,
                          &err))
            run_report(&run, &report);
        else
            run_worsen(&run, cli_fail(cli, &err));
        import_report_finish(&report);
    }
    strmap_destroy(topics);
    return run_end(&run);
}

static void import_files(struct run *run, struct app *app,
                         const struct path_list *files,
                         const struct import_options *options)
{
    struct error err = {0};

    for (size_t i = 0; i < files->count; i++) {
        struct import_report report;

        if (library_import(app, files->paths[i], options, &report, &err))
            run_report(run, &report);
        else
            run_worsen(run, cli_fail(run->cli, &err));
        progress_end();
        import_report_finish(&report);
    }
}

int command_import(const struct cli *cli)
{
    struct import_options options = {
        .origin = ORIGIN_USER,
        .dry_run = cli_has(cli, OPTION_DRY_RUN),
        .force = cli_has(cli, OPTION_FORCE),
        .allow_absent = cli_has(cli, OPTION_ABSENT),
        .progress = progress_show,
    };
    struct run run;
    struct error err = {0};
    struct path_list files;
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, true, &status);

    if (!app)
        return status;
    run_init(&run, cli);
    if (library_files(&run.arena, cli->arguments, cli->argument_count, &files,
                      &err))
        import_files(&run, app, &files, &options);
    else
        run_worsen(&run, cli_fail(cli, &err));
    app_close(app);
    return run_end(&run);
}

/* --- banks and export ------------------------------------------------------ */

enum {
    BANK_NAME,
    BANK_VERSION,
    BANK_ORIGIN,
    BANK_STATE,
    BANK_ACTIVE,
    BANK_CASES,
    BANK_RETIRED,
    BANK_ABSENT,
    BANK_LICENSE,
    BANK_TITLE,
    BANK_NOTICE,
    BANK_PATH,
};
static const struct column bank_columns[] = {
    {"bank", "Bank", COLUMN_TEXT},
    {"version", "Version", COLUMN_TEXT},
    {"origin", "Origin", COLUMN_TEXT},
    {"state", "State", COLUMN_TEXT},
    {"questions", "Questions", COLUMN_NUMBER},
    {"cases", "Cases", COLUMN_NUMBER},
    {"retired", "Retired", COLUMN_NUMBER},
    {"absent", "Absent", COLUMN_NUMBER},
    {"license", "License", COLUMN_TEXT},
    {"title", "Title", COLUMN_TEXT},
    {"notice", NULL, COLUMN_TEXT},
    {"path", NULL, COLUMN_TEXT},
};

static const char *bank_state(const struct bank_row *bank)
{
    if (!bank->enabled)
        return "disabled";
    return bank->shadowed ? "hidden by an own copy" : "in use";
}

static void add_bank(struct table *table, const struct bank_row *bank)
{
    table_row(table);
    table_text(table, BANK_NAME, str_from(bank->name));
    table_text(table, BANK_VERSION, str_from(bank->version));
    table_text(table, BANK_ORIGIN, str_from(origin_id(bank->origin)));
    table_text(table, BANK_STATE, str_from(bank_state(bank)));
    table_number(table, BANK_ACTIVE, bank->active);
    table_number(table, BANK_CASES, bank->cases);
    table_number(table, BANK_RETIRED, bank->retired + bank->voided);
    table_number(table, BANK_ABSENT, bank->absent);
    table_text(table, BANK_LICENSE, str_from(bank->license));
    table_text(table, BANK_TITLE, str_from(bank->title));
    table_text(table, BANK_NOTICE, str_from(bank->notice));
    table_text(table, BANK_PATH, str_from(bank->path));
}

/* The notices that banks with CPT numbers must show, each once. */
static void print_notices(const struct cli *cli, const struct bank_rows *banks)
{
    struct arena scratch = {0};

    for (size_t i = 0; i < banks->count; i++) {
        const char *notice = banks->items[i].notice;
        bool said = notice[0] == '\0';

        for (size_t j = 0; !said && j < i; j++)
            said = str_eq(str_from(banks->items[j].notice), str_from(notice));
        if (!said)
            printf("\n%s\n", cli_folded(cli, &scratch, notice));
    }
    arena_finish(&scratch);
}

int command_banks(const struct cli *cli)
{
    struct arena arena = {0};
    struct bank_rows banks;
    struct table table;
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    table_init(&table, "banks", COLUMNS(bank_columns), &arena);
    if (!catalog_banks(app_store(app), &arena, &banks, &err)) {
        status = cli_fail(cli, &err);
    } else {
        for (size_t i = 0; i < banks.count; i++)
            add_bank(&table, &banks.items[i]);
        status = cli_table(cli, &table,
                           "No banks are loaded. `proctor import FILE` loads "
                           "one.");
        if (!cli_has(cli, OPTION_JSON) && !cli_has(cli, OPTION_CSV))
            print_notices(cli, &banks);
    }
    arena_finish(&arena);
    app_close(app);
    return status;
}

int command_export(const struct cli *cli)
{
    const char *path = cli->values[OPTION_OUTPUT];
    struct strbuf out = {0};
    struct error err = {0};
    int status = EXIT_WELL;
    struct app *app = cli_open(cli, false, &status);

    if (!app)
        return status;
    if (!library_export(app, cli->arguments[0], &out, &err) ||
        (path &&
         !file_write(path, strbuf_str(&out), cli_has(cli, OPTION_FORCE), &err)))
        status = cli_fail(cli, &err);
    else if (!path && !cli_write(cli, &out))
        status = EXIT_ENVIRONMENT;
    strbuf_finish(&out);
    app_close(app);
    return status;
}
