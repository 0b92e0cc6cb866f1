/*
 * What a practice is asked about: exam, section, topic or bank by their names,
 * and what the choice is called.
 */
#include "practice_private.h"

#include "proctor/app/exams.h"
#include "proctor/base/nearest.h"
#include "proctor/domain/topic.h"
#include "proctor/store/catalog.h"

/* The exam of the request, else the candidate's; "" when there is neither. */
static const char *wanted_exam(struct app *app,
                               const struct practice_request *request)
{
    return request->exam ? request->exam : app_candidate(app)->exam;
}

static bool find_exam(struct app *app, struct arena *arena,
                      struct practice *practice, struct error *err)
{
    const char *id = wanted_exam(app, practice->request);
    struct exam_entry entry;

    if (id[0] == '\0')
        return error_set(err, ERR_INVALID,
                         "this practice needs an exam: name one, or say which "
                         "one you prepare for");
    if (!exams_find(app, id, NULL, arena, &entry, err))
        return false;
    practice->exam = entry.exam;
    practice->title = entry.exam->title.data;
    return true;
}

bool practice_own_exam(struct app *app, struct arena *arena,
                       struct exam_entry *out, bool *is_there_out,
                       struct error *err)
{
    const char *id = app_candidate(app)->exam;
    struct error problem;

    *is_there_out =
        id[0] != '\0' && exams_find(app, id, NULL, arena, out, &problem);
    return id[0] == '\0' || *is_there_out || problem.code == ERR_NOT_FOUND ||
           problem.code == ERR_CORRUPT ||
           error_set(err, problem.code, "%s", problem.message);
}

/* An exam is not needed here. */
static bool find_any_exam(struct app *app, struct arena *arena,
                          struct practice *practice, struct error *err)
{
    const char *named = practice->request->exam;
    struct exam_entry entry;
    bool is_there = true;
    bool ok = named ? exams_find(app, named, NULL, arena, &entry, err)
                    : practice_own_exam(app, arena, &entry, &is_there, err);

    if (ok && is_there)
        practice->exam = entry.exam;
    return ok;
}

static bool has_name(const struct practice *practice, const char *what,
                     struct error *err)
{
    return practice->request->name ||
           error_set(err, ERR_INVALID, "name the %s to practise", what);
}

static bool find_section(struct app *app, struct arena *arena,
                         struct practice *practice, struct error *err)
{
    const struct exam *exam;
    struct nearest nearest;

    if (!has_name(practice, "section", err) ||
        !find_exam(app, arena, practice, err))
        return false;
    exam = practice->exam;
    nearest = nearest_to(str_from(practice->request->name));
    practice->section = exam_section_index(exam, nearest.text);
    if (practice->section < 0) {
        for (size_t i = 0; i < exam->section_count; i++)
            nearest_look(&nearest, exam->sections[i].id);
        return nearest_not_found(
            &nearest, "section",
            arena_printf(arena, "`proctor exam %s` lists those of that exam",
                         exam->id.data),
            err);
    }
    practice->title = arena_printf(arena, "%s (%s)",
                                   exam->sections[practice->section].title.data,
                                   exam->id.data);
    return true;
}

/* Parents of a topic need not be listed to be one. */
static bool find_topic(struct app *app, struct arena *arena,
                       struct practice *practice, struct error *err)
{
    struct topic_rows rows;
    struct nearest nearest;

    if (!has_name(practice, "topic", err) ||
        !catalog_topic_rows(app_store(app), arena, &rows, err))
        return false;
    nearest = nearest_to(str_from(practice->request->name));
    for (size_t i = 0; i < rows.count; i++) {
        struct str topic = str_from(rows.items[i].topic);

        if (topic_is_below(topic, nearest.text)) {
            practice->title =
                catalog_topic_title(app_store(app), arena, nearest.text);
            return find_any_exam(app, arena, practice, err);
        }
        nearest_look(&nearest, topic);
    }
    return nearest_not_found(
        &nearest, "topic", "`proctor search WORD` finds topics by a word", err);
}

static bool find_bank(struct app *app, struct arena *arena,
                      struct practice *practice, struct error *err)
{
    struct bank_rows rows;
    struct nearest nearest;

    if (!has_name(practice, "bank", err) ||
        !catalog_banks(app_store(app), arena, &rows, err))
        return false;
    nearest = nearest_to(str_from(practice->request->name));
    for (size_t i = 0; i < rows.count; i++) {
        const struct bank_row *bank = &rows.items[i];

        nearest_look(&nearest, str_from(bank->name));
        if (bank->shadowed || !str_is(nearest.text, bank->name))
            continue;
        if (!bank->enabled)
            return error_set(err, ERR_NOT_FOUND,
                             "the bank '%s' is disabled; `proctor banks enable "
                             "%s` brings it back",
                             bank->name, bank->name);
        practice->title = bank->title;
        return find_any_exam(app, arena, practice, err);
    }
    return nearest_not_found(&nearest, "bank",
                             "`proctor banks` lists what there is", err);
}

static bool find_redo(struct app *app, struct arena *arena,
                      struct practice *practice, struct error *err)
{
    practice->title = practice_scope_label(practice->request->scope);
    return find_any_exam(app, arena, practice, err);
}

static bool (*const finders[PRACTICE_SCOPE_COUNT])(struct app *app,
                                                   struct arena *arena,
                                                   struct practice *practice,
                                                   struct error *err) = {
    [PRACTICE_EXAM] = find_exam,    [PRACTICE_SECTION] = find_section,
    [PRACTICE_TOPIC] = find_topic,  [PRACTICE_BANK] = find_bank,
    [PRACTICE_MISSED] = find_redo,  [PRACTICE_MARKED] = find_redo,
    [PRACTICE_SLOW] = find_redo,    [PRACTICE_CHANGED] = find_redo,
    [PRACTICE_GUESSED] = find_redo, [PRACTICE_DISPUTED] = find_redo,
};

bool practice_find(struct app *app, const struct practice_request *request,
                   struct arena *arena, struct practice *out, struct error *err)
{
    struct practice practice = {.request = request, .section = -1};

    if (!finders[request->scope](app, arena, &practice, err))
        return false;
    if (practice.exam)
        practice.target_ms = exam_target_ms(practice.exam);
    *out = practice;
    return true;
}
