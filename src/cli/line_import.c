/*
 * Loading a file: first what it would change and what is wrong with it, then,
 * after a yes, the import. Where a bank would lose much, or become older, that
 * is said before the yes.
 */
#include <inttypes.h>

#include "line_parts.h"
#include "proctor/app/library.h"

struct line_import {
    const char *path;
    struct import_options options; /* with what a yes has to allow */
    struct import_report report;   /* of the trial */
    bool can_import, says_yes;
};

/* --- the preview ---------------------------------------------------------- */

static void tell_finding(struct line *line, size_t index)
{
    const struct diagnostics *list = &line->import->report.diagnostics;
    const struct diagnostic *finding = &list->items[index];
    struct strbuf text = {0};

    strbuf_printf(&text, "%s",
                  finding->severity == SEVERITY_ERROR     ? "Error"
                  : finding->severity == SEVERITY_WARNING ? "Warning"
                                                          : "Note");
    if (finding->line > 0)
        strbuf_printf(&text, " in line %d", finding->line);
    if (finding->item.len > 0)
        strbuf_printf(&text, ", question " STR_FORMAT, STR_ARG(finding->item));
    strbuf_printf(&text, ": " STR_FORMAT, STR_ARG(finding->message));
    if (finding->hint.len > 0)
        strbuf_printf(&text, "; " STR_FORMAT, STR_ARG(finding->hint));
    if (!str_ends(strbuf_str(&text), "?"))
        strbuf_addc(&text, '.');
    talk_text(&line->talk, strbuf_str(&text));
    strbuf_finish(&text);
}

static void tell_findings(struct line *line)
{
    const struct diagnostics *list = &line->import->report.diagnostics;
    struct arena *arena = &line->talk.scratch;

    if (list->errors + list->warnings == 0)
        return;
    talk_say(&line->talk, "%s%s%s.",
             list->errors > 0
                 ? count_words(arena, (int64_t)list->errors, "error")
                 : "",
             list->errors > 0 && list->warnings > 0 ? ", " : "",
             list->warnings > 0
                 ? count_words(arena, (int64_t)list->warnings, "warning")
                 : "");
    list_tell(line, list->count, tell_finding);
}

static void tell_change(struct line *line, size_t index)
{
    const struct changed_item *item =
        &line->import->report.changes.items[index];

    talk_say(&line->talk, STR_FORMAT ": %s.", STR_ARG(item->id),
             item_change_label(item->change));
}

static void tell_counts(struct line *line)
{
    const struct import_counts *counts = &line->import->report.counts;

    talk_say(&line->talk,
             "%" PRId64 " new, %" PRId64 " changed, %" PRId64
             " unchanged, %" PRId64 " no longer there, %" PRId64
             " there again.",
             counts->added, counts->changed, counts->unchanged, counts->absent,
             counts->returned);
}

static void tell_report(struct line *line)
{
    const struct line_import *self = line->import;
    const struct import_report *report = &self->report;

    talk_gap(&line->talk);
    talk_say(&line->talk, "%s: %s.", report->path, import_report_text(report));
    if (report->version[0] != '\0')
        talk_say(&line->talk, "It is %s, version %s.", report->name,
                 report->version);
    if (report->kind == DOCUMENT_BANK && self->can_import)
        tell_counts(line);
    if (self->options.force)
        talk_say(&line->talk, "It is older than what is loaded.");
    if (self->options.allow_absent)
        talk_say(&line->talk, "More than a fifth of the bank would be gone.");
    tell_findings(line);
}

/* --- the trial ------------------------------------------------------------ */

static bool try_it(struct line *line, struct error *err)
{
    struct line_import *self = line->import;

    import_report_finish(&self->report);
    return library_import(line->app, self->path, &self->options, &self->report,
                          err);
}

/* What is refused without an option is tried again with it: the yes is asked
 * for just that. */
static bool takes_a_yes(struct line_import *self)
{
    bool *option = NULL;

    if (self->report.outcome == OUTCOME_OLDER_REFUSED)
        option = &self->options.force;
    if (self->report.outcome == OUTCOME_ABSENT_REFUSED)
        option = &self->options.allow_absent;
    if (!option || *option)
        return false;
    return *option = true;
}

static bool try_until_known(struct line *line, struct error *err)
{
    do {
        if (!try_it(line, err))
            return false;
    } while (takes_a_yes(line->import));
    return true;
}

static void import(struct line *line)
{
    struct line_import *self = line->import;
    struct import_report done = {0};
    struct error err;

    self->options.dry_run = false;
    if (library_import(line->app, self->path, &self->options, &done, &err))
        talk_say(&line->talk, "%s: %s.", done.name, import_report_text(&done));
    else
        line_tell_error(line, &err);
    import_report_finish(&done);
}

static enum line_step yes(struct line *line, struct str rest)
{
    (void)rest;
    line->import->says_yes = line->import->can_import;
    if (!line->import->can_import)
        talk_say(&line->talk, "It cannot be loaded: %s.",
                 import_report_text(&line->import->report));
    return line->import->says_yes ? STEP_DONE : STEP_STAY;
}

static enum line_step changes(struct line *line, struct str rest)
{
    (void)rest;
    if (line->import->report.changes.count == 0)
        talk_say(&line->talk, "No question changes.");
    list_tell(line, line->import->report.changes.count, tell_change);
    return STEP_STAY;
}

static enum line_step findings(struct line *line, struct str rest)
{
    (void)rest;
    tell_findings(line);
    return STEP_STAY;
}

static void ask(struct line *line)
{
    tell_report(line);
    talk_say(&line->talk,
             line->import->can_import
                 ? "Nothing is loaded yet. 'yes' loads it, 'no' does not; "
                   "'changes' lists the questions."
                 : "Nothing is loaded. 'no' goes back.");
}

static const struct line_word words[] = {
    {"yes", "", "", "load it, typed in full", "", yes, true},
    {"no", "", "", "leave everything as it is", "", line_back, false},
    {"quit", "", "", "the same as no", "", line_back, false},
    {"changes", "", "", "question by question what would change", "", changes,
     false},
    {"findings", "", "", "errors and warnings again", "", findings, false},
    LINE_WORD_MORE,
};
static const struct line_place place = {
    .about = "Nothing is loaded yet. Words:",
    .words = words,
    .word_count = sizeof words / sizeof *words,
    .prompt = "import> ",
    .enter = ask,
};

/* Asks where a yes would help, or where there is more than a part to tell. */
static void preview(struct line *line)
{
    struct line_import *self = line->import;

    self->can_import = self->report.outcome == OUTCOME_WOULD_IMPORT;
    if (self->can_import || self->report.diagnostics.count > LIST_PART)
        line_converse(line, &place);
    else
        tell_report(line);
    if (self->says_yes)
        import(line);
}

void line_import(struct line *line, struct str path)
{
    struct line_import self = {
        .options = {.origin = ORIGIN_USER, .dry_run = true}};
    struct arena arena = {0};
    struct error err;

    self.path = arena_str(&arena, path).data;
    line->import = &self;
    if (try_until_known(line, &err))
        preview(line);
    else
        line_tell_error(line, &err);
    line->import = NULL;
    import_report_finish(&self.report);
    arena_finish(&arena);
}
