/*
 * Files to database: one reader for check, dry run and import, one transaction
 * per file. Which files are shipped and when they are looked at again is
 * library_shipped.c; the way back to YAML is library_export.c; what became of a
 * file in words is library_report.c.
 */
#include "proctor/app/library.h"

#include <stdio.h>
#include <string.h>

#include "proctor/platform/file.h"

/* A file while it is imported. app is NULL for a check. */
struct import {
    struct app *app;
    const struct import_options *options;
    const struct strmap *topics;
    struct file_view file;
    struct source source;
    struct bank_import *bank; /* NULL without a database */
    struct import_report *report;
    struct error *err; /* the report's problem */
    bool stopped;      /* err says why: not the file's fault */
};

static void report_name(struct import_report *report, struct str name,
                        struct str version)
{
    snprintf(report->name, sizeof report->name, STR_FORMAT, STR_ARG(name));
    snprintf(report->version, sizeof report->version, STR_FORMAT,
             STR_ARG(version));
}

static bool stop(struct import *import)
{
    import->stopped = true;
    return false;
}

/* --- banks --------------------------------------------------------------- */

static struct bank_head head_of(const struct bank_header *header,
                                struct strbuf *authors)
{
    for (size_t i = 0; i < header->authors.count; i++) {
        if (i > 0)
            strbuf_addc(authors, '\n');
        strbuf_add(authors, header->authors.items[i]);
    }
    return (struct bank_head){
        .name = header->name,
        .title = header->title,
        .version = header->version,
        .language = header->language,
        .license = header->license,
        .notice = header->notice,
        .based_on = header->based_on,
        .topic = header->topic,
        .authors = strbuf_str(authors),
        .code_years = header->code_years,
        .contains_cpt = header->contains_cpt,
        .extras = header->extras,
    };
}

static bool on_header(void *context, const struct bank_header *header)
{
    struct import *import = context;
    struct strbuf authors = {0};
    struct bank_head head;
    bool ok = true;

    report_name(import->report, header->name, header->version);
    if (!import->app)
        return true;
    head = head_of(header, &authors);
    import->bank = catalog_import_begin(app_store(import->app), &import->source,
                                        import->err);
    if (!import->bank ||
        !catalog_import_header(import->bank, &head, import->options->force,
                               import->err)) {
        if (import->bank && import->err->code == ERR_INVALID)
            import->report->outcome = OUTCOME_OLDER_REFUSED;
        ok = stop(import);
    }
    strbuf_finish(&authors);
    return ok;
}

/* Nothing to store without a database, nor behind an error: the file is read to
 * its end for what else is wrong in it, and then dropped. */
static bool is_only_read(const struct import *import)
{
    return !import->app || import->report->diagnostics.errors > 0;
}

static bool on_case(void *context, const struct case_text *text)
{
    struct import *import = context;

    return is_only_read(import) ||
           catalog_import_case(import->bank, text, import->err) || stop(import);
}

/* Room doubles at each power of two; the old one goes with the arena. */
static void note_new(struct import_report *report, struct str id)
{
    struct changed_items *changes = &report->changes;
    struct changed_item *items = changes->items;

    if ((changes->count & (changes->count - 1)) == 0) {
        changes->items =
            ARENA_ARRAY(&report->arena, struct changed_item,
                        changes->count > 0 ? changes->count * 2 : 1);
        if (changes->count > 0)
            memcpy(changes->items, items, changes->count * sizeof *items);
    }
    changes->items[changes->count++] =
        (struct changed_item){arena_str(&report->arena, id), ITEM_CHANGE_ADDED};
}

static bool on_item(void *context, const struct item *item)
{
    struct import *import = context;

    import->report->counts.items++;
    if (!import->options)
        note_new(import->report, item->id);
    return is_only_read(import) ||
           catalog_import_item(import->bank, item, import->err) || stop(import);
}

/* Whether a user's bank says nothing that is not loaded already. */
static bool is_nothing_new(struct import *import, bool *same_out)
{
    struct import_counts *counts = &import->report->counts;

    *same_out = false;
    if (import->options->origin != ORIGIN_USER)
        return true;
    if (!catalog_import_is_same(import->bank, same_out, import->err))
        return stop(import);
    if (*same_out)
        *counts = (struct import_counts){.items = counts->items,
                                         .unchanged = counts->items};
    return true;
}

/* Commits what was read, unless it is nothing new, a dry run, or takes too
 * much away. What stays open is dropped by the caller. */
static bool settle_bank(struct import *import)
{
    struct import_counts *counts = &import->report->counts;
    bool is_same;

    if (!catalog_import_finish(import->bank, counts, import->err))
        return stop(import);
    if (!is_nothing_new(import, &is_same))
        return false;
    if (is_same) {
        import->report->outcome = OUTCOME_CURRENT;
        return true;
    }
    if (!catalog_import_changes(import->bank, &import->report->arena,
                                &import->report->changes, import->err))
        return stop(import);
    if (counts->absent * 5 > counts->before && !import->options->allow_absent) {
        import->report->outcome = OUTCOME_ABSENT_REFUSED;
        return false;
    }
    if (import->options->dry_run) {
        import->report->outcome = OUTCOME_WOULD_IMPORT;
        return true;
    }
    if (!catalog_import_commit(import->bank, import->err))
        return stop(import);
    import->bank = NULL;
    import->report->outcome = OUTCOME_IMPORTED;
    return true;
}

static void read_bank(struct import *import)
{
    struct bank_options options = {.topics = import->topics};
    struct bank_events events = {on_header, on_case, on_item, import};

    if (import->options) {
        options.progress = import->options->progress;
        options.progress_context = import->options->progress_context;
    }
    if (!bank_read(import->file.bytes, &options, &events,
                   &import->report->diagnostics))
        return;
    if (import->app)
        settle_bank(import);
    else
        import->report->outcome = OUTCOME_CHECKED;
}

/* --- topics and exams ----------------------------------------------------- */

/* What a file without a transaction of its own comes to. */
static bool may_write(struct import *import)
{
    if (!import->app)
        import->report->outcome = OUTCOME_CHECKED;
    else if (import->options->dry_run)
        import->report->outcome = OUTCOME_WOULD_IMPORT;
    else
        return true;
    return false;
}

static bool put_topics(struct import *import, const struct topic_list *topics,
                       struct arena *arena)
{
    struct str *ids = ARENA_ARRAY(arena, struct str, topics->count);
    struct str *titles = ARENA_ARRAY(arena, struct str, topics->count);
    struct str *moved = ARENA_ARRAY(arena, struct str, topics->count);

    for (size_t i = 0; i < topics->count; i++) {
        ids[i] = topics->items[i].id;
        titles[i] = topics->items[i].title;
        moved[i] = topics->items[i].moved_to;
    }
    return catalog_put_topics(app_store(import->app), &import->source, ids,
                              titles, moved, topics->count, import->err);
}

static void read_topics(struct import *import)
{
    struct arena arena = {0};
    struct topic_list topics;

    report_name(import->report, STR("topics"), STR(""));
    if (topics_read(import->file.bytes, &arena, &topics,
                    &import->report->diagnostics)) {
        import->report->topics = (int64_t)topics.count;
        if (may_write(import)) {
            import->report->outcome = OUTCOME_IMPORTED;
            if (!put_topics(import, &topics, &arena))
                stop(import);
        }
    }
    arena_finish(&arena);
}

static void read_exam_file(struct import *import)
{
    struct arena arena = {0};
    struct exam exam;

    if (exam_read(import->file.bytes, import->topics, &arena, &exam,
                  &import->report->diagnostics)) {
        report_name(import->report, exam.id, exam.version);
        if (may_write(import)) {
            import->report->outcome = OUTCOME_IMPORTED;
            if (!catalog_put_exam(app_store(import->app), &import->source,
                                  &exam, import->file.bytes, import->err))
                stop(import);
        }
    }
    arena_finish(&arena);
}

/* --- one file ------------------------------------------------------------- */

static const char *document_name(enum document_kind kind)
{
    switch (kind) {
    case DOCUMENT_TOPICS:
        return "topics";
    case DOCUMENT_EXAM:
        return "exam";
    case DOCUMENT_BANK:
    case DOCUMENT_UNKNOWN:
        break;
    }
    return "bank";
}

/* An unknown format is read as a bank: its reader says what is missing. */
static void read_document(struct import *import)
{
    switch (import->report->kind) {
    case DOCUMENT_TOPICS:
        read_topics(import);
        return;
    case DOCUMENT_EXAM:
        read_exam_file(import);
        return;
    case DOCUMENT_BANK:
    case DOCUMENT_UNKNOWN:
        read_bank(import);
        return;
    }
}

/* --- what is loaded already ----------------------------------------------- */

/* The header is all that is asked for. */
static bool on_header_only(void *context, const struct bank_header *header)
{
    report_name(context, header->name, header->version);
    return false;
}

/* Name and version of a file that is not read any further. */
static void name_document(struct import *import)
{
    struct import_report *report = import->report;
    struct bank_options options = {0};
    struct bank_events events = {.header = on_header_only, .context = report};
    struct arena arena = {0};
    struct diagnostics list;
    struct exam exam;

    diagnostics_init(&list, report->path);
    switch (report->kind) {
    case DOCUMENT_TOPICS:
        report_name(report, STR("topics"), STR(""));
        break;
    case DOCUMENT_EXAM:
        if (exam_read(import->file.bytes, NULL, &arena, &exam, &list))
            report_name(report, exam.id, exam.version);
        break;
    case DOCUMENT_BANK:
    case DOCUMENT_UNKNOWN:
        bank_read(import->file.bytes, &options, &events, &list);
        break;
    }
    diagnostics_finish(&list);
    arena_finish(&arena);
}

static bool settle_current(struct import *import)
{
    import->report->outcome = OUTCOME_CURRENT;
    name_document(import);
    return import->options->dry_run ||
           catalog_note_source(app_store(import->app), &import->source,
                               import->err);
}

/* --- entrances ------------------------------------------------------------ */

static bool open_file(struct import *import, const char *path)
{
    struct import_report *report = import->report;

    *report =
        (struct import_report){.path = path, .outcome = OUTCOME_UNREADABLE};
    import->err = &report->problem;
    diagnostics_init(&report->diagnostics, path);
    if (!file_view_open(path, BANK_FILE_MAX, &import->file, import->err))
        return false;
    report->outcome = OUTCOME_REJECTED;
    report->kind = document_kind_of(import->file.bytes);
    import->source = (struct source){
        .kind = document_name(report->kind),
        .origin = import->options ? import->options->origin : ORIGIN_USER,
        .path = path,
        .size = import->file.size,
        .mtime_ms = import->file.mtime_ms,
    };
    return true;
}

/* Hands up what went wrong. */
static bool fail(const struct import *import, struct error *err)
{
    if (err)
        *err = import->report->problem;
    return false;
}

bool library_check(const char *path, const struct strmap *topics,
                   struct import_report *report, struct error *err)
{
    struct import import = {.topics = topics, .report = report};

    if (!open_file(&import, path))
        return fail(&import, err);
    read_document(&import);
    file_view_close(&import.file);
    return true;
}

static bool gather_topics(const struct import *import, struct strmap *topics)
{
    const struct strmap *more = import->options->more_topics;

    for (size_t i = 0; more && i < strmap_count(more); i++)
        strmap_set(topics, strmap_key(more, i), 0);
    return catalog_topics(app_store(import->app), topics, import->err);
}

/* Refusals stand in the report; only the environment's failures are errors. */
static bool was_refused(const struct import *import)
{
    return import->report->outcome == OUTCOME_OLDER_REFUSED;
}

static bool import_opened(struct import *import, struct strmap *topics)
{
    struct store *store = app_store(import->app);

    import->source.sha256 = hash_of(import->file.bytes);
    import->source.loaded_utc_ms = app_utc_ms(import->app);
    if (catalog_is_current(store, &import->source))
        return settle_current(import);
    if (!gather_topics(import, topics))
        return false;
    if (import->options->dry_run && store_is_read_only(store))
        import->app = NULL; /* nothing can be tried out: check only */
    read_document(import);
    catalog_import_drop(import->bank);
    return !import->stopped || was_refused(import);
}

bool library_import(struct app *app, const char *path,
                    const struct import_options *options,
                    struct import_report *report, struct error *err)
{
    struct strmap *topics = strmap_create();
    struct import import = {
        .app = app, .options = options, .topics = topics, .report = report};
    bool ok = open_file(&import, path);

    if (ok && !import_opened(&import, topics)) {
        error_prefix(import.err,
                     "'%s' was not imported, the database is as it was", path);
        ok = false;
    }
    file_view_close(&import.file);
    strmap_destroy(topics);
    return ok || fail(&import, err);
}
