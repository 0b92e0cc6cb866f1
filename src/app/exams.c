/*
 * Exams as the catalogue has them, read from their stored text, and found by
 * their names. What the banks can fill is exam_supply.c, drawing a form plan.c.
 */
#include "proctor/app/exams.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/app/app.h"
#include "proctor/bank/reader.h"
#include "proctor/store/catalog.h"

#include "read_exam.h"

/* The message of the first error; warnings may stand before it. */
static struct str first_error(const struct diagnostics *list)
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
        struct str problem = first_error(&list);

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
                                .path = row->path};
    else
        entries->unreadable[entries->unreadable_count++] =
            (struct exam_unreadable){row->exam,
                                     arena_strdup(arena, problem.message)};
}

bool exams_list(struct app *app, struct arena *arena, struct exam_entries *out,
                struct error *err)
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

static bool exam_answers_to(const struct exam *exam, struct str id)
{
    if (str_eq(exam->id, id))
        return true;
    for (size_t i = 0; i < exam->aliases.count; i++)
        if (str_eq(exam->aliases.items[i], id))
            return true;
    return false;
}

/* The entry meant by `id` and `version` (empty: by date, else the newest). */
static const struct exam_entry *pick(const struct exam_entries *entries,
                                     struct str id, struct str version,
                                     struct str date)
{
    const struct exam_entry *newest = NULL;

    for (size_t i = 0; i < entries->count; i++) {
        const struct exam_entry *entry = &entries->items[i];

        if (!exam_answers_to(entry->exam, id))
            continue;
        if (version.len > 0) {
            if (str_eq(entry->exam->version, version))
                return entry;
            continue;
        }
        if (exam_is_valid_on(entry->exam, date))
            return entry;
        if (!newest)
            newest = entry;
    }
    return newest;
}

/* The nearest id or alias, empty when none is near. */
static struct str nearest_name(const struct exam_entries *entries,
                               struct str id)
{
    struct str nearest = {0};
    size_t best = 3;

    for (size_t i = 0; i < entries->count; i++) {
        const struct exam *exam = entries->items[i].exam;

        for (size_t j = 0; j <= exam->aliases.count; j++) {
            struct str other = j == 0 ? exam->id : exam->aliases.items[j - 1];
            size_t distance = str_distance(id, other, best);

            if (distance < best) {
                best = distance;
                nearest = other;
            }
        }
    }
    return nearest;
}

/* The exam is there, in other versions. */
static bool no_such_version(const struct exam_entries *entries, struct str id,
                            struct str version, struct error *err)
{
    struct strbuf there = {0};

    for (size_t i = 0; i < entries->count; i++) {
        struct str other = entries->items[i].exam->version;

        if (!exam_answers_to(entries->items[i].exam, id))
            continue;
        strbuf_printf(&there, "%s'" STR_FORMAT "'", there.len > 0 ? ", " : "",
                      STR_ARG(other));
    }
    error_set(err, ERR_NOT_FOUND,
              "there is no version '" STR_FORMAT "' of exam '" STR_FORMAT
              "'; there is %s",
              STR_ARG(version), STR_ARG(id), strbuf_text(&there));
    strbuf_finish(&there);
    return false;
}

static bool no_such_exam(const struct exam_entries *entries, struct str id,
                         struct str version, struct error *err)
{
    struct str nearest;

    for (size_t i = 0; i < entries->unreadable_count; i++)
        if (str_is(id, entries->unreadable[i].id))
            return error_set(err, ERR_CORRUPT, "%s",
                             entries->unreadable[i].reason);
    if (version.len > 0 && pick(entries, id, STR(""), STR("")))
        return no_such_version(entries, id, version, err);
    nearest = nearest_name(entries, id);
    if (nearest.len > 0)
        return error_set(err, ERR_NOT_FOUND,
                         "there is no exam '" STR_FORMAT
                         "'; did you mean '" STR_FORMAT "'?",
                         STR_ARG(id), STR_ARG(nearest));
    return error_set(err, ERR_NOT_FOUND,
                     "there is no exam '" STR_FORMAT
                     "'; `proctor exams` lists what there is",
                     STR_ARG(id));
}

bool exams_find(struct app *app, const char *id, const char *date,
                struct arena *arena, struct exam_entry *out, struct error *err)
{
    char today[CLOCK_DATE_SIZE];
    struct exam_entries entries;
    const struct exam_entry *entry;
    struct str name = STR(""), version = str_from(id);
    int64_t now = app_utc_ms(app);

    if (!exams_list(app, arena, &entries, err))
        return false;
    if (!date)
        date = app_candidate(app)->exam_date;
    if (date[0] == '\0') {
        clock_format(now, clock_zone_minutes(now), today);
        date = today;
    }
    str_split(&version, '@', &name);
    entry = pick(&entries, name, version,
                 (struct str){date, strnlen(date, strlen("2026-01-01"))});
    if (!entry)
        return no_such_exam(&entries, name, version, err);
    *out = *entry;
    return true;
}
