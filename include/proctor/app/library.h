/*
 * The library: files to database and back. `check`, `import --dry-run` and
 * `import` are one reader; an import is all or nothing per file.
 */
#ifndef PROCTOR_APP_LIBRARY_H
#define PROCTOR_APP_LIBRARY_H

#include "proctor/app/app.h"
#include "proctor/bank/reader.h"
#include "proctor/platform/paths.h"
#include "proctor/store/catalog.h"

/* X(NAME, id, what it means); ids are never renamed. */
#define IMPORT_OUTCOMES(X)                                                     \
    X(CHECKED, "checked", "no errors")                                         \
    X(REJECTED, "rejected", "has errors, nothing was imported")                \
    X(CURRENT, "current", "is loaded already, nothing to do")                  \
    X(WOULD_IMPORT, "would_import", "would be imported")                       \
    X(IMPORTED, "imported", "imported")                                        \
    X(ABSENT_REFUSED, "absent_refused",                                        \
      "would take more than a fifth of the bank away: use --absent if that "   \
      "is meant")                                                              \
    X(OLDER_REFUSED, "older_refused",                                          \
      "is older than what is loaded: use --force if meant")                    \
    X(UNREADABLE, "unreadable", "cannot be read")

enum import_outcome {
#define X(NAME, id, text) OUTCOME_##NAME,
    IMPORT_OUTCOMES(X)
#undef X
        OUTCOME_COUNT
};
const char *import_outcome_id(enum import_outcome outcome);
const char *import_outcome_text(enum import_outcome outcome);

/* What became of one file. */
struct import_report {
    const char *path;
    enum document_kind kind;
    char name[256]; /* bank, exam id, or topics */
    char version[64];
    enum import_outcome outcome;
    struct error problem;        /* why it was refused, with ERR_NONE: see the
                                  * outcome and the diagnostics */
    struct import_counts counts; /* of a bank */
    int64_t topics;              /* of a topics file */
    /* Of a bank that was or would be imported, or that would take too much
     * away; one checked without a database has all its questions here, as new.
     * The arena is the report's. */
    struct changed_items changes;
    struct arena arena;
    struct diagnostics diagnostics;
};
/* What became of it in words: the problem, or else the outcome. */
const char *import_report_text(const struct import_report *report);
void import_report_finish(struct import_report *report);

struct import_options {
    enum origin origin;
    bool dry_run;      /* beside another proctor: only a check */
    bool force;        /* an older version may replace a newer one */
    bool allow_absent; /* more than a fifth may become absent */
    /* Topics that count as loaded, NULL for none: in a dry run those of
     * library_topics(), which no file of the run will really have loaded. */
    const struct strmap *more_topics;
    void (*progress)(void *context, uint64_t done, uint64_t of);
    void *progress_context;
};

/*
 * Checks one file. `topics` may be NULL: any topic will do. False with err only
 * when the file cannot be read; what is wrong in it stands in the report, which
 * the caller finishes in either case.
 */
bool library_check(const char *path, const struct strmap *topics,
                   struct import_report *report, struct error *err);

/* The topics known without a database: those of the shipped files and of
 * those among `paths` that are topics files. */
bool library_topics(const struct path_list *paths, struct strmap *out,
                    struct error *err);

/*
 * Imports one file of any of the three formats. False with err when it could
 * not be read or the database failed (nothing was changed). A user's bank that
 * says what is loaded already is OUTCOME_CURRENT, also when what is loaded is
 * the shipped bank of that name: an export imports as nothing.
 */
bool library_import(struct app *app, const char *path,
                    const struct import_options *options,
                    struct import_report *report, struct error *err);

/* Files of `paths` in the order to read them: topics, exams, banks. A folder
 * stands for all *.yaml below it. */
bool library_files(struct arena *arena, const char *const *paths, size_t count,
                   struct path_list *out, struct error *err);

/*
 * Loads what is shipped and not yet known by size and time; cheap when nothing
 * changed. Files with problems are passed over; reports of them and of changes
 * go to `each` (may be NULL). False only when the database fails. While an
 * attempt runs only topics are loaded, from a read-only store nothing.
 */
bool library_load_shipped(struct app *app,
                          void (*each)(void *context,
                                       const struct import_report *report),
                          void *context, struct error *err);

/* The question of that name ("publisher/bank/item") as candidates see it, with
 * its options in an order as a form would have it. ERR_NOT_FOUND with the
 * nearest name. Texts live in the arena. */
bool library_question(struct app *app, const char *name, struct arena *arena,
                      struct item *out, char order_out[ITEM_OPTIONS_MAX + 1],
                      struct error *err);

/* Lets candidates see a bank or an exam, or not. ERR_NOT_FOUND with the nearest
 * name; ERR_BUSY while an exam runs. */
bool library_enable_bank(struct app *app, const char *bank, bool enabled,
                         struct error *err);
bool library_enable_exam(struct app *app, const char *exam, bool enabled,
                         struct error *err);

/* The bank as YAML. ERR_NOT_FOUND names the nearest bank. */
bool library_export(struct app *app, const char *bank, struct strbuf *out,
                    struct error *err);

#endif
