/*
 * Exams as the catalogue has them, read from their stored text, with what the
 * loaded banks can fill. Drawing a form is plan.c.
 */
#include "proctor/app/exams.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/app/app.h"
#include "proctor/bank/reader.h"
#include "proctor/store/catalog.h"

#include "read_exam.h"

const struct exam *read_exam_row(const struct exam_row *row,
                                 struct arena *arena, struct error *err)
{
    struct diagnostics list;
    struct exam *exam = ARENA_NEW(arena, struct exam);
    bool ok;

    diagnostics_init(&list, row->exam);
    ok = exam_read(str_from(row->yaml), NULL, arena, exam, &list);
    if (!ok)
        error_set(err, ERR_CORRUPT,
                  "the stored sheet of exam '%s' cannot be read: " STR_FORMAT,
                  row->exam, STR_ARG(list.items[0].message));
    diagnostics_finish(&list);
    return ok ? exam : NULL;
}

bool exams_list(struct app *app, struct arena *arena, struct exam_entries *out,
                struct error *err)
{
    struct exam_rows rows;
    struct exam_entries entries = {0};

    if (!catalog_exams(app_store(app), arena, &rows, err))
        return false;
    entries.items = ARENA_ARRAY(arena, struct exam_entry, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        struct exam_entry *entry = &entries.items[entries.count];

        if (rows.items[i].shadowed)
            continue;
        entry->exam = read_exam_row(&rows.items[i], arena, err);
        if (!entry->exam)
            return false;
        entry->exam_rev_id = rows.items[i].exam_rev_id;
        entry->origin = rows.items[i].origin;
        entry->path = rows.items[i].path;
        entries.count++;
    }
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

static bool no_such_exam(const struct exam_entries *entries, struct str id,
                         struct error *err)
{
    struct str nearest = {0};
    size_t best = 3;

    for (size_t i = 0; i < entries->count; i++) {
        struct str other = entries->items[i].exam->id;
        size_t distance = str_distance(id, other, best);

        if (distance < best) {
            best = distance;
            nearest = other;
        }
    }
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
    struct str name, version = str_from(id);
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
        return no_such_exam(&entries, str_from(id), err);
    *out = *entry;
    return true;
}

void exam_entry_supply(struct exam_entry *entry, struct pool *pool,
                       struct arena *arena)
{
    size_t count = entry->exam->section_count;

    entry->supply = ARENA_ARRAY(arena, struct section_supply, count);
    entry->is_full = pool_supply(entry->exam, pool, entry->supply);
    entry->needed = entry->fillable = 0;
    for (size_t i = 0; i < count; i++) {
        entry->needed += entry->supply[i].needed_items;
        entry->fillable += entry->supply[i].fillable;
    }
}

bool exams_supply(struct app *app, struct exam_entry *entry,
                  struct arena *arena, struct error *err)
{
    struct pool pool;

    if (!catalog_pool(app_store(app), entry->exam,
                      app_candidate(app)->candidate_id, arena, &pool, err))
        return false;
    exam_entry_supply(entry, &pool, arena);
    return true;
}
