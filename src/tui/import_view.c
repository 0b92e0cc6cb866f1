/*
 * What a file would change, in the order in which it matters: what it is, how
 * much of it, the question; then everything one by one, for who scrolls.
 */
#include "import_view.h"

#include <inttypes.h>
#include <string.h>

/* Names that fit, on the page where the file is asked for. */
#define FITS_TOLD 40
/* Ids of each kind of change; the counts stand above. */
#define IDS_TOLD 500

/* --- the name ------------------------------------------------------------- */

void import_path_page(struct page *page, const struct text_edit *typed,
                      const struct path_list *fits)
{
    struct strbuf names = {0};

    page_text(page, STYLE_NORMAL,
              STR("Which file? A question bank, an exam or topics, in YAML. ~ "
                  "is your home folder. Nothing is changed before you say "
                  "yes."));
    page_gap(page);
    page_field(page, STYLE_NORMAL,
               "File: ", (struct str){typed->text, typed->length},
               (int)typed->caret);
    page_gap(page);
    for (size_t i = 0; i < fits->count && i < FITS_TOLD; i++)
        strbuf_printf(&names, "%s%s", i > 0 ? ", " : "", fits->paths[i]);
    if (fits->count > FITS_TOLD)
        strbuf_printf(&names, " and %zu more", fits->count - FITS_TOLD);
    page_text(page, STYLE_DIM, strbuf_str(&names));
    strbuf_finish(&names);
}

/* --- what it is ----------------------------------------------------------- */

static void add_counts(struct page *page, const struct import_counts *counts)
{
    page_printf(page, STYLE_NORMAL,
                "%" PRId64 " questions: %" PRId64 " new, %" PRId64
                " changed, %" PRId64 " unchanged, %" PRId64
                " there again; %" PRId64 " no longer there.",
                counts->items, counts->added, counts->changed,
                counts->unchanged, counts->returned, counts->absent);
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* "proctor/skin 2026.2 (skin.yaml)" */
static void add_name(struct page *page, const struct import_report *report)
{
    const char *file = file_name(report->path);

    if (report->name[0] == '\0')
        page_printf(page, STYLE_HEADING, "%s", file);
    else
        page_printf(page, STYLE_HEADING, "%s%s%s (%s)", report->name,
                    report->version[0] ? " " : "", report->version, file);
}

static void add_contents(struct page *page, const struct import_report *report)
{
    switch (report->kind) {
    case DOCUMENT_BANK:
        if (report->outcome == OUTCOME_WOULD_IMPORT ||
            report->outcome == OUTCOME_IMPORTED)
            add_counts(page, &report->counts);
        break;
    case DOCUMENT_TOPICS:
        page_printf(page, STYLE_NORMAL, "%" PRId64 " topics.", report->topics);
        break;
    case DOCUMENT_EXAM:
        page_text(page, STYLE_NORMAL, STR("The sheet of an exam."));
        break;
    case DOCUMENT_UNKNOWN:
        break;
    }
}

static void add_problem_counts(struct page *page,
                               const struct diagnostics *list)
{
    if (list->errors > 0)
        page_printf(page, STYLE_WRONG, "%zu error%s: nothing of it is loaded.",
                    list->errors, list->errors == 1 ? "" : "s");
    if (list->warnings > 0)
        page_printf(page, STYLE_WARNING, "%zu warning%s, told below.",
                    list->warnings, list->warnings == 1 ? "" : "s");
}

/* --- one by one ----------------------------------------------------------- */

static const char *severity_text(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "error: ";
    case SEVERITY_WARNING:
        return "warning: ";
    case SEVERITY_NOTE:
        break;
    }
    return "note: ";
}

/* "skin.yaml:12:3: "; "skin.yaml: " about the whole file */
static const char *place_text(const struct diagnostic *diagnostic,
                              const char *path, struct arena *arena)
{
    if (diagnostic->line == 0)
        return arena_printf(arena, "%s: ", file_name(path));
    return arena_printf(arena, "%s:%d:%d: ", file_name(path), diagnostic->line,
                        diagnostic->column);
}

static void add_diagnostic(struct page *page,
                           const struct diagnostic *diagnostic,
                           const char *path)
{
    struct arena *arena = &page->arena;
    bool has_item = diagnostic->item.len > 0;
    const char *lead =
        arena_printf(arena, "%s%s", place_text(diagnostic, path, arena),
                     severity_text(diagnostic->severity));

    page_text(
        page,
        diagnostic->severity == SEVERITY_ERROR ? STYLE_WRONG : STYLE_WARNING,
        str_from(arena_printf(arena, "%s" STR_FORMAT "%s" STR_FORMAT "%s", lead,
                              STR_ARG(diagnostic->message),
                              has_item ? " (question " : "",
                              STR_ARG(diagnostic->item), has_item ? ")" : "")));
    if (diagnostic->hint.len > 0)
        page_lead(page, STYLE_NORMAL, "    hint: ", diagnostic->hint);
}

static void add_diagnostics(struct page *page, const struct diagnostics *list,
                            const char *path)
{
    size_t told = 0;

    page_gap(page);
    for (size_t i = 0; i < list->count; i++) {
        add_diagnostic(page, &list->items[i], path);
        told += list->items[i].severity != SEVERITY_NOTE;
    }
    if (told < list->errors + list->warnings)
        page_printf(page, STYLE_NORMAL,
                    "And %zu more: mend these first, or see them all with "
                    "`proctor check`.",
                    list->errors + list->warnings - told);
}

/* "Changed (2): a, b" */
static void add_changes_of(struct page *page,
                           const struct changed_items *changes,
                           enum item_change change)
{
    struct strbuf ids = {0};
    size_t count = 0;

    for (size_t i = 0; i < changes->count; i++)
        if (changes->items[i].change == change && count++ < IDS_TOLD)
            strbuf_printf(&ids, "%s" STR_FORMAT, count > 1 ? ", " : "",
                          STR_ARG(changes->items[i].id));
    if (count > IDS_TOLD)
        strbuf_printf(&ids, " and %zu more", count - IDS_TOLD);
    if (count > 0)
        page_lead(page, STYLE_NORMAL,
                  arena_printf(&page->arena,
                               "%s (%zu): ", item_change_label(change), count),
                  strbuf_str(&ids));
    strbuf_finish(&ids);
}

static void add_changes(struct page *page, const struct changed_items *changes)
{
    page_gap(page);
    for (int i = 0; i < ITEM_CHANGE_COUNT; i++)
        add_changes_of(page, changes, (enum item_change)i);
}

/* --- questions ------------------------------------------------------------ */

static const char *yes_text(enum import_question question)
{
    static const char *const texts[] = {
#define X(NAME, yes) yes,
        IMPORT_QUESTIONS(X)
#undef X
    };

    return texts[question];
}

/* Why it is asked. */
static void add_reason(struct page *page, const struct import_report *report,
                       enum import_question question)
{
    const struct import_counts *counts = &report->counts;

    switch (question) {
    case IMPORT_ASKS_OLDER:
        page_text(page, STYLE_WARNING,
                  STR("What is loaded is newer than this file."));
        break;
    case IMPORT_ASKS_ABSENT:
        page_printf(page, STYLE_WARNING,
                    "More than a fifth of the bank goes: %" PRId64
                    " of %" PRId64 " questions.",
                    counts->absent, counts->before);
        break;
    case IMPORT_ASKS_LOAD:
    case IMPORT_ASKS_NOTHING:
        break;
    }
}

static void add_ways_on(struct page *page)
{
    page_gap(page);
    page_choice(page, STYLE_NORMAL, "", STR("Another file"));
    page_choice(page, STYLE_NORMAL, "", STR("Back to the banks"));
}

/* "proctor/skin: imported." */
static void add_outcome(struct page *page, const struct import_report *report)
{
    page_printf(
        page, report->outcome == OUTCOME_IMPORTED ? STYLE_RIGHT : STYLE_NORMAL,
        "%s: %s.", report->name[0] ? report->name : file_name(report->path),
        import_report_text(report));
    if (report->outcome == OUTCOME_CHECKED)
        page_text(page, STYLE_NORMAL,
                  STR("It was only checked: another proctor is open and "
                      "writes; load it there."));
}

/* A special yes comes before the counts, so that it is in sight with its
 * reason. */
static void add_question(struct page *page, const struct import_report *report,
                         enum import_question question)
{
    add_reason(page, report, question);
    page_gap(page);
    page_choice(page, STYLE_NORMAL, "", STR("No, change nothing"));
    page_choice(page, STYLE_NORMAL, "", str_from(yes_text(question)));
}

void import_preview_page(struct page *page, const struct import_report *report,
                         enum import_question question)
{
    bool is_special =
        question == IMPORT_ASKS_OLDER || question == IMPORT_ASKS_ABSENT;

    add_name(page, report);
    if (is_special) {
        add_question(page, report, question);
        page_gap(page);
    }
    add_contents(page, report);
    add_problem_counts(page, &report->diagnostics);
    if (question == IMPORT_ASKS_NOTHING) {
        add_outcome(page, report);
        add_ways_on(page);
    } else if (!is_special) {
        add_question(page, report, question);
    }
    if (question == IMPORT_ASKS_ABSENT)
        page_text(page, STYLE_NORMAL,
                  STR("What goes is drawn no more. Results stay, and it comes "
                      "back when a file brings it back."));
    add_diagnostics(page, &report->diagnostics, report->path);
    add_changes(page, &report->changes);
}

void import_done_page(struct page *page, const struct import_report *report)
{
    add_outcome(page, report);
    add_name(page, report);
    add_contents(page, report);
    add_ways_on(page);
    add_diagnostics(page, &report->diagnostics, report->path);
    add_changes(page, &report->changes);
}
