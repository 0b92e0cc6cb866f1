/*
 * What `check` and `import` say of each file: what became of it, what changes
 * by name, every diagnostic. As text at once, as JSON at the end.
 */
#include "import_run.h"

#include <inttypes.h>
#include <stdio.h>

#include "listing.h"

/* More changes of a file are counted only, as text. */
#define CHANGES_TOLD 20

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

enum { CHANGE_FILE, CHANGE_BANK, CHANGE_QUESTION, CHANGE_CHANGE };
static const struct column change_columns[] = {
    {"file", NULL, COLUMN_TEXT},
    {"bank", NULL, COLUMN_TEXT},
    {"question", NULL, COLUMN_TEXT},
    {"change", NULL, COLUMN_TEXT},
};

/* --- for JSON ------------------------------------------------------------- */

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

/* A refusal is no change, but what it is about. */
static bool has_changes(const struct import_report *report)
{
    return report->kind == DOCUMENT_BANK &&
           (report->outcome == OUTCOME_IMPORTED ||
            report->outcome == OUTCOME_WOULD_IMPORT ||
            report->outcome == OUTCOME_ABSENT_REFUSED);
}

static void add_changes(struct table *table, const struct import_report *report)
{
    for (size_t i = 0; i < report->changes.count; i++) {
        const struct changed_item *item = &report->changes.items[i];

        table_row(table);
        table_text(table, CHANGE_FILE, str_from(report->path));
        table_text(table, CHANGE_BANK, str_from(report->name));
        table_text(table, CHANGE_QUESTION, item->id);
        table_text(table, CHANGE_CHANGE,
                   str_from(item_change_id(item->change)));
    }
}

/* --- as text -------------------------------------------------------------- */

static void tell_count(int64_t count, const char *one, const char *before)
{
    printf("%s%" PRId64 " %s%s", before, count, one, count == 1 ? "" : "s");
}

static void tell_counts(const struct import_report *report)
{
    const struct import_counts *counts = &report->counts;

    printf(": %" PRId64 " new, %" PRId64 " changed, %" PRId64
           " unchanged, %" PRId64 " absent, %" PRId64 " returned",
           counts->added, counts->changed, counts->unchanged, counts->absent,
           counts->returned);
}

static void tell_changes(struct import_run *run,
                         const struct import_report *report)
{
    const struct changed_items *changes = &report->changes;
    size_t told = changes->count > CHANGES_TOLD ? CHANGES_TOLD : changes->count;

    for (size_t i = 0; i < told; i++)
        printf("  %s: %s\n",
               cli_folded(run->cli, &run->arena, changes->items[i].id.data),
               item_change_label(changes->items[i].change));
    if (changes->count > told)
        printf("  and %zu more\n", changes->count - told);
}

/* "integumentary.yaml: imported; 7 questions: 7 new, ..." */
static void tell_file(struct import_run *run,
                      const struct import_report *report)
{
    printf("%s: %s", cli_folded(run->cli, &run->arena, report->path),
           cli_folded(run->cli, &run->arena, import_report_text(report)));
    if (report->kind == DOCUMENT_TOPICS)
        tell_count(report->topics, "topic", "; ");
    else if (report->counts.items > 0)
        tell_count(report->counts.items, "question", "; ");
    if (has_changes(report))
        tell_counts(report);
    if (report->diagnostics.errors + report->diagnostics.warnings > 0) {
        tell_count((int64_t)report->diagnostics.errors, "error", "; ");
        tell_count((int64_t)report->diagnostics.warnings, "warning", ", ");
    }
    puts("");
    if (has_changes(report))
        tell_changes(run, report);
}

/* --- the run -------------------------------------------------------------- */

void import_run_init(struct import_run *run, const struct cli *cli)
{
    *run = (struct import_run){.cli = cli, .status = EXIT_WELL};
    table_init(&run->files, "check", COLUMNS(file_columns), &run->arena);
    table_init(&run->findings, "check", COLUMNS(finding_columns), &run->arena);
    table_init(&run->changes, "check", COLUMNS(change_columns), &run->arena);
}

void import_run_worsen(struct import_run *run, int status)
{
    if (status > run->status)
        run->status = status;
}

static bool is_refusal(enum import_outcome outcome)
{
    return outcome == OUTCOME_REJECTED || outcome == OUTCOME_ABSENT_REFUSED ||
           outcome == OUTCOME_OLDER_REFUSED;
}

void import_run_report(struct import_run *run,
                       const struct import_report *report)
{
    struct strbuf text = {0};

    if (is_refusal(report->outcome))
        import_run_worsen(run, EXIT_INPUT);
    add_file(&run->files, report);
    add_findings(&run->findings, &report->diagnostics);
    if (has_changes(report))
        add_changes(&run->changes, report);
    if (cli_has(run->cli, OPTION_JSON))
        return;
    diagnostics_print(&report->diagnostics, &text, run->cli->ascii);
    fflush(stdout);
    fputs(strbuf_text(&text), stderr);
    strbuf_finish(&text);
    tell_file(run, report);
}

int import_run_end(struct import_run *run)
{
    if (cli_has(run->cli, OPTION_JSON)) {
        struct json_part parts[] = {{"files", &run->files, false},
                                    {"diagnostics", &run->findings, false},
                                    {"changes", &run->changes, false}};
        struct strbuf out = {0};

        json_document(&out, run->files.name, parts, 3);
        if (!cli_write(run->cli, &out))
            import_run_worsen(run, EXIT_ENVIRONMENT);
        strbuf_finish(&out);
    }
    arena_finish(&run->arena);
    return run->status;
}

/* A file that could not be read or put into the database. */
void import_run_failed(struct import_run *run,
                       const struct import_report *report,
                       const struct error *err)
{
    add_file(&run->files, report);
    import_run_worsen(run, cli_fail(run->cli, err));
}
