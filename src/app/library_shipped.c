/*
 * The files that come with the program or lie in the data folders: which there
 * are, in which order they are read, and when one is looked at again.
 */
#include "proctor/app/library.h"

#include <stdlib.h>

#include "proctor/platform/file.h"
#include "proctor/platform/paths.h"

/* Topics before the exams and banks that name them. */
static int reading_rank(enum document_kind kind)
{
    switch (kind) {
    case DOCUMENT_TOPICS:
        return 0;
    case DOCUMENT_EXAM:
        return 1;
    case DOCUMENT_BANK:
    case DOCUMENT_UNKNOWN:
        break;
    }
    return 2;
}

#define KIND_PEEK_BYTES 4096

static int rank_of_file(const char *path)
{
    struct file_view view = {0};
    struct str start;
    int rank;

    if (!file_view_open(path, BANK_FILE_MAX, &view, NULL))
        return reading_rank(DOCUMENT_UNKNOWN);
    start = view.bytes;
    if (start.len > KIND_PEEK_BYTES)
        start.len = KIND_PEEK_BYTES;
    rank = reading_rank(document_kind_of(start));
    file_view_close(&view);
    return rank;
}

/* Stable: by rank, else as they came. */
static void order_by_rank(struct arena *arena, struct path_list *list)
{
    const char **sorted = ARENA_ARRAY(arena, const char *, list->count);
    int *ranks = ARENA_ARRAY(arena, int, list->count);
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++)
        ranks[i] = rank_of_file(list->paths[i]);
    for (int rank = 0; rank <= 2; rank++)
        for (size_t i = 0; i < list->count; i++)
            if (ranks[i] == rank)
                sorted[count++] = list->paths[i];
    list->paths = sorted;
}

bool library_files(struct arena *arena, const char *const *paths, size_t count,
                   struct path_list *out, struct error *err)
{
    struct path_list *parts = ARENA_ARRAY(arena, struct path_list, count);
    struct path_list all = {0};
    size_t total = 0;

    for (size_t i = 0; i < count; i++) {
        if (!paths_files(arena, paths[i], ".yaml", &parts[i], err))
            return false;
        total += parts[i].count;
    }
    all.paths = ARENA_ARRAY(arena, const char *, total);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < parts[i].count; j++)
            all.paths[all.count++] = parts[i].paths[j];
    order_by_rank(arena, &all);
    *out = all;
    return true;
}

bool library_topics(const struct path_list *paths, struct strmap *out,
                    struct error *err)
{
    struct arena arena = {0};
    struct path_list shipped = paths_shipped(&arena), files;
    bool ok = true;

    for (int round = 0; ok && round < 2; round++) {
        const struct path_list *from = round == 0 ? &shipped : paths;

        ok = library_files(&arena, from->paths, from->count, &files, err);
        for (size_t i = 0; ok && i < files.count; i++) {
            struct file_view view = {0};
            struct topic_list topics;
            struct diagnostics list;

            if (rank_of_file(files.paths[i]) != 0)
                break; /* topics come first */
            diagnostics_init(&list, files.paths[i]);
            if (file_view_open(files.paths[i], BANK_FILE_MAX, &view, NULL) &&
                topics_read(view.bytes, &arena, &topics, &list))
                for (size_t j = 0; j < topics.count; j++)
                    strmap_set(out, topics.items[j].id, 0);
            file_view_close(&view);
            diagnostics_finish(&list);
        }
    }
    arena_finish(&arena);
    return ok;
}

/* A report is worth hearing when something is wrong or new. */
static bool is_news(const struct import_report *report)
{
    return report->outcome != OUTCOME_CURRENT;
}

struct shipped {
    struct app *app;
    void (*each)(void *context, const struct import_report *report);
    void *context;
};

static void tell(const struct shipped *shipped,
                 const struct import_report *report)
{
    if (shipped->each && is_news(report))
        shipped->each(shipped->context, report);
}

/* Passed over but told: a folder that cannot be listed. */
static void tell_folder(const struct shipped *shipped, const char *path,
                        const struct error *problem)
{
    struct import_report report = {
        .path = path, .outcome = OUTCOME_UNREADABLE, .problem = *problem};

    diagnostics_init(&report.diagnostics, path);
    tell(shipped, &report);
    import_report_finish(&report);
}

/* The fault of the file, which must not keep the others from being loaded. */
static bool is_of_file(const struct import_report *report)
{
    return report->outcome == OUTCOME_UNREADABLE ||
           report->problem.code == ERR_INVALID ||
           report->problem.code == ERR_NOT_FOUND;
}

/* False, with err set, when the store failed. */
static bool load_file(const struct shipped *shipped, const char *path,
                      struct error *err)
{
    static const struct import_options options = {
        .origin = ORIGIN_SHIPPED, .force = true, .allow_absent = true};
    struct import_report report;
    bool ok = library_import(shipped->app, path, &options, &report, err) ||
              is_of_file(&report);

    if (ok)
        tell(shipped, &report);
    import_report_finish(&report);
    return ok;
}

static bool is_known(struct app *app, const char *path)
{
    int64_t size, mtime_ms;

    return !file_stat(path, &size, &mtime_ms) ||
           catalog_shipped_is_known(app_store(app), path, size, mtime_ms);
}

/* Appends to the list in a new piece of the arena. */
static void append_unknown(struct app *app, struct arena *arena,
                           const struct path_list *files, struct path_list *all)
{
    const char **paths =
        ARENA_ARRAY(arena, const char *, all->count + files->count);
    size_t count = 0;

    while (count < all->count) {
        paths[count] = all->paths[count];
        count++;
    }
    for (size_t i = 0; i < files->count; i++)
        if (!is_known(app, files->paths[i]))
            paths[count++] = files->paths[i];
    *all = (struct path_list){paths, count};
}

/* What is worth opening, in the order to read it. */
static struct path_list list_unknown(const struct shipped *shipped,
                                     struct arena *arena)
{
    struct path_list dirs = paths_shipped(arena), all = {0};

    for (size_t i = 0; i < dirs.count; i++) {
        struct path_list files;
        struct error problem;

        if (!paths_files(arena, dirs.paths[i], ".yaml", &files, &problem)) {
            tell_folder(shipped, dirs.paths[i], &problem);
            continue;
        }
        append_unknown(shipped->app, arena, &files, &all);
    }
    order_by_rank(arena, &all);
    return all;
}

bool library_load_shipped(struct app *app,
                          void (*each)(void *context,
                                       const struct import_report *report),
                          void *context, struct error *err)
{
    struct shipped shipped = {app, each, context};
    struct arena arena = {0};
    struct path_list files;
    bool runs, ok = true;

    if (store_is_read_only(app_store(app)))
        return true;
    runs =
        attempt_running(app_store(app), app_candidate(app)->candidate_id) != 0;
    files = list_unknown(&shipped, &arena);
    for (size_t i = 0; ok && i < files.count; i++) {
        if (runs &&
            rank_of_file(files.paths[i]) != reading_rank(DOCUMENT_TOPICS))
            break;
        ok = load_file(&shipped, files.paths[i], err);
    }
    arena_finish(&arena);
    return ok;
}
