/*
 * The tutorial: an exam that leaves nothing behind, and whose questions are
 * neither practised nor counted. How it ends is session.c's matter.
 */
#include "tutorial.h"

#include "proctor/app/practice.h"

#include "read_exam.h"

/* --- its questions -------------------------------------------------------- */

/* What tutorials are called, in one list: ids and aliases. */
static struct str_list names_of(const struct exam_entries *exams,
                                struct arena *arena)
{
    struct str_list names = {0};
    size_t most = 0;

    for (size_t i = 0; i < exams->count; i++)
        most += 1 + exams->items[i].exam->aliases.count;
    names.items = ARENA_ARRAY(arena, struct str, most);
    for (size_t i = 0; i < exams->count; i++) {
        const struct exam *exam = exams->items[i].exam;

        if (exam->type != EXAM_TUTORIAL)
            continue;
        names.items[names.count++] = exam->id;
        for (size_t j = 0; j < exam->aliases.count; j++)
            names.items[names.count++] = exam->aliases.items[j];
    }
    return names;
}

bool tutorial_questions(struct app *app, struct arena *arena,
                        struct only_rows *out, struct error *err)
{
    struct exam_entries exams;
    struct str_list names;

    if (!exams_list_all(app, arena, &exams, err))
        return false;
    names = names_of(&exams, arena);
    *out = (struct only_rows){0};
    return names.count == 0 ||
           catalog_items_only_of(app_store(app), &names, arena, out, err);
}

bool practice_question_count(struct app *app, int64_t *out, struct error *err)
{
    struct arena scratch = {0};
    struct only_rows rows;
    int64_t count = catalog_item_count(app_store(app));
    bool ok = tutorial_questions(app, &scratch, &rows, err);

    for (size_t i = 0; ok && i < rows.count; i++)
        count -= rows.items[i].items;
    arena_finish(&scratch);
    if (ok)
        *out = count;
    return ok;
}

/* --- sitting it ----------------------------------------------------------- */

bool practice_tutorial(struct app *app, struct arena *arena,
                       struct session_plan *out, struct error *err)
{
    struct exam_entries exams;

    if (!exams_list_all(app, arena, &exams, err))
        return false;
    for (size_t i = 0; i < exams.count; i++) {
        const struct exam_entry *entry = &exams.items[i];
        struct plan_options options = {.exam = entry->exam->id.data};

        if (entry->enabled && entry->exam->type == EXAM_TUTORIAL)
            return session_plan(app, &options, arena, out, err);
    }
    return error_set(err, ERR_NOT_FOUND,
                     "there is no tutorial: the questions that ship with "
                     "proctor are not loaded");
}

/* --- what is left of it --------------------------------------------------- */

static bool is_tutorial(struct store *store, int64_t attempt_id,
                        struct arena *arena)
{
    struct attempt_row attempt;
    struct exam_row row;
    const struct exam *exam = NULL;

    if (attempt_get(store, attempt_id, arena, &attempt, NULL) &&
        catalog_exam_rev(store, attempt.exam_rev_id, arena, &row, NULL))
        exam = read_exam_row(&row, arena, NULL);
    return exam && exam->type == EXAM_TUTORIAL;
}

void tutorials_sweep(struct app *app)
{
    struct arena scratch = {0};
    struct store *store = app_store(app);
    struct candidate_list people = {0};

    if (!store_is_read_only(store))
        candidates_list(store, &scratch, &people, NULL);
    for (size_t i = 0; i < people.count; i++) {
        int64_t id =
            attempt_running_practice(store, people.items[i].candidate_id);

        if (id != 0 && is_tutorial(store, id, &scratch))
            attempt_forget(store, id, NULL);
    }
    arena_finish(&scratch);
}
