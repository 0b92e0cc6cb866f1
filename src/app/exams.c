/*
 * Exams as the catalogue has them, read from their stored text, and found by
 * their names. What the banks can fill is exam_supply.c, drawing a form plan.c.
 */
#include "proctor/app/exams.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/app/app.h"
#include "proctor/bank/reader.h"
#include "proctor/base/nearest.h"
#include "proctor/store/catalog.h"

#include "read_exam.h"

struct str read_exam_problem(const struct diagnostics *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].severity == SEVERITY_ERROR)
            return list->items[i].message;
    return STR("it has errors");
}

const struct exam *read_exam_row(const struct exam_row *row,
                                 struct arena *arena, struct error *err)
{
    struct diagnostics list;
    struct exam *exam = ARENA_NEW(arena, struct exam);
    bool ok;

    diagnostics_init(&list, row->exam);
    ok = exam_read(str_from(row->yaml), NULL, arena, exam, &list);
    if (!ok) {
        struct str problem = read_exam_problem(&list);

        error_set(err, ERR_CORRUPT,
                  "the stored sheet of exam '%s' cannot be read: " STR_FORMAT,
                  row->exam, STR_ARG(problem));
    }
    diagnostics_finish(&list);
    return ok ? exam : NULL;
}

static void add_row(struct exam_entries *entries, const struct exam_row *row,
                    struct arena *arena)
{
    struct error problem;
    const struct exam *exam = read_exam_row(row, arena, &problem);

    if (exam)
        entries->items[entries->count++] =
            (struct exam_entry){.exam_rev_id = row->exam_rev_id,
                                .exam = exam,
                                .origin = row->origin,
                                .path = row->path,
                                .enabled = row->enabled};
    else
        entries->unreadable[entries->unreadable_count++] =
            (struct exam_unreadable){row->exam,
                                     arena_strdup(arena, problem.message)};
}

bool exams_list_all(struct app *app, struct arena *arena,
                    struct exam_entries *out, struct error *err)
{
    struct exam_rows rows;
    struct exam_entries entries = {0};

    if (!catalog_exams(app_store(app), arena, &rows, err))
        return false;
    entries.items = ARENA_ARRAY(arena, struct exam_entry, rows.count);
    entries.unreadable = ARENA_ARRAY(arena, struct exam_unreadable, rows.count);
    for (size_t i = 0; i < rows.count; i++)
        if (!rows.items[i].shadowed)
            add_row(&entries, &rows.items[i], arena);
    *out = entries;
    return true;
}

bool exams_list(struct app *app, struct arena *arena, struct exam_entries *out,
                struct error *err)
{
    size_t kept = 0;

    if (!exams_list_all(app, arena, out, err))
        return false;
    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].enabled && out->items[i].exam->type != EXAM_TUTORIAL)
            out->items[kept++] = out->items[i];
    out->count = kept;
    return true;
}

/* The exam that somebody means. */
struct wanted_exam {
    struct str id, version; /* version empty: by date, else the newest */
    struct str date;
    bool by_alias;
};

static bool exam_answers_to(const struct exam *exam,
                            const struct wanted_exam *wanted)
{
    if (!wanted->by_alias)
        return str_eq(exam->id, wanted->id);
    for (size_t i = 0; i < exam->aliases.count; i++)
        if (str_eq(exam->aliases.items[i], wanted->id))
            return true;
    return false;
}

/* An alias that is another exam's id means that one. */
static bool is_id(const struct exam_entries *entries, struct str id)
{
    for (size_t i = 0; i < entries->count; i++)
        if (str_eq(entries->items[i].exam->id, id))
            return true;
    for (size_t i = 0; i < entries->unreadable_count; i++)
        if (str_is(id, entries->unreadable[i].id))
            return true;
    return false;
}

static const struct exam_entry *pick(const struct exam_entries *entries,
                                     const struct wanted_exam *wanted)
{
    const struct exam_entry *newest = NULL;

    for (size_t i = 0; i < entries->count; i++) {
        const struct exam_entry *entry = &entries->items[i];

        if (!exam_answers_to(entry->exam, wanted))
            continue;
        if (wanted->version.len > 0) {
            if (str_eq(entry->exam->version, wanted->version))
                return entry;
            continue;
        }
        if (exam_is_valid_on(entry->exam, wanted->date))
            return entry;
        if (!newest)
            newest = entry;
    }
    return newest;
}

/* The versions there are, as "'2026', '2025'"; empty: no such exam. */
static void list_versions(const struct exam_entries *entries,
                          const struct wanted_exam *wanted, struct strbuf *out)
{
    for (size_t i = 0; i < entries->count; i++) {
        struct str version = entries->items[i].exam->version;

        if (exam_answers_to(entries->items[i].exam, wanted))
            strbuf_printf(out, "%s'" STR_FORMAT "'", out->len > 0 ? ", " : "",
                          STR_ARG(version));
    }
}

/* True, with the message, where the exam is there in other versions. */
static bool is_only_version_missing(const struct exam_entries *entries,
                                    const struct wanted_exam *wanted,
                                    struct error *err)
{
    struct strbuf there = {0};
    bool is_there;

    list_versions(entries, wanted, &there);
    is_there = there.len > 0;
    if (is_there)
        error_set(err, ERR_NOT_FOUND,
                  "there is no version '" STR_FORMAT "' of exam '" STR_FORMAT
                  "'; there is %s",
                  STR_ARG(wanted->version), STR_ARG(wanted->id),
                  strbuf_text(&there));
    strbuf_finish(&there);
    return is_there;
}

/* The nearest id or alias of those that candidates see. */
static struct nearest nearest_exam(const struct exam_entries *entries,
                                   struct str id)
{
    struct nearest nearest = nearest_to(id);

    for (size_t i = 0; i < entries->count; i++) {
        const struct exam *exam = entries->items[i].exam;

        if (!entries->items[i].enabled)
            continue;
        nearest_look(&nearest, exam->id);
        for (size_t j = 0; j < exam->aliases.count; j++)
            nearest_look(&nearest, exam->aliases.items[j]);
    }
    return nearest;
}

static bool no_such_exam(const struct exam_entries *entries,
                         const struct wanted_exam *wanted, struct error *err)
{
    struct nearest nearest;

    for (size_t i = 0; i < entries->unreadable_count; i++)
        if (str_is(wanted->id, entries->unreadable[i].id))
            return error_set(err, ERR_CORRUPT, "%s",
                             entries->unreadable[i].reason);
    if (is_only_version_missing(entries, wanted, err))
        return false;
    nearest = nearest_exam(entries, wanted->id);
    return nearest_not_found(&nearest, "exam",
                             "`proctor exams` lists what there is", err);
}

static bool is_enabled(const struct exam_entry *entry, struct error *err)
{
    struct str id = entry->exam->id;

    return entry->enabled ||
           error_set(err, ERR_NOT_FOUND,
                     "the exam '" STR_FORMAT
                     "' is disabled; `proctor exams enable " STR_FORMAT
                     "` brings it back",
                     STR_ARG(id), STR_ARG(id));
}

bool exams_find(struct app *app, const char *id, const char *date,
                struct arena *arena, struct exam_entry *out, struct error *err)
{
    char today[CLOCK_DATE_SIZE];
    struct exam_entries entries;
    const struct exam_entry *entry;
    struct wanted_exam wanted = {.id = STR(""), .version = str_from(id)};
    int64_t now = app_utc_ms(app);

    if (!exams_list_all(app, arena, &entries, err))
        return false;
    if (!date)
        date = app_candidate(app)->exam_date;
    if (date[0] == '\0') {
        clock_format(now, clock_zone_minutes(now), today);
        date = today;
    }
    str_split(&wanted.version, '@', &wanted.id);
    wanted.date = (struct str){date, strnlen(date, CLOCK_DAY_LEN)};
    wanted.by_alias = !is_id(&entries, wanted.id);
    entry = pick(&entries, &wanted);
    if (!entry)
        return no_such_exam(&entries, &wanted, err);
    if (!is_enabled(entry, err))
        return false;
    *out = *entry;
    return true;
}
