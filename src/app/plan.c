/*
 * The plan of a sitting: which form would be drawn and what the start sheet
 * must say about it. Nothing is stored here.
 */
#include "proctor/app/session.h"

#include "proctor/base/random.h"
#include "proctor/platform/system.h"
#include "proctor/store/catalog.h"

#include "read_exam.h"

static bool read_seed(const char *text, uint64_t *out, struct error *err)
{
    struct str seed = str_from(text);
    int64_t value;

    if (!str_to_i64(seed, 0, INT64_MAX, &value))
        return error_set(err, ERR_USAGE,
                         "the seed '%s' is not a whole number from 0 up", text);
    *out = (uint64_t)value;
    return true;
}

struct note_list {
    struct str *items;
    size_t count;
    struct arena *arena;
};

static void add_note(struct note_list *notes, const char *text)
{
    notes->items[notes->count++] = str_from(text);
}

static void note_short_section(struct note_list *notes,
                               const struct exam_section *section, int asked,
                               int got)
{
    add_note(notes,
             arena_printf(notes->arena,
                          "%s: %d of %d question%s; the loaded banks cannot "
                          "fill the rest.",
                          section->title.data, got, asked,
                          asked == 1 ? "" : "s"));
}

/* What the candidate must know before starting, as sentences. */
static struct str_list plan_notes(const struct session_plan *plan,
                                  struct arena *arena)
{
    const struct exam *exam = plan->entry.exam;
    const struct form *form = &plan->form;
    struct note_list notes = {.items = ARENA_ARRAY(arena, struct str,
                                                   exam->section_count + 4),
                              .arena = arena};

    for (size_t i = 0; i < exam->section_count; i++)
        if (form->section_got[i] < form->section_asked[i])
            note_short_section(&notes, &exam->sections[i],
                               form->section_asked[i], form->section_got[i]);
    if (form->is_short)
        add_note(&notes,
                 arena_printf(
                     arena, "This is a short form: %zu of %d question%s%s.",
                     form->count, form->planned, form->planned == 1 ? "" : "s",
                     exam->minutes > 0 ? ", its time cut in proportion" : ""));
    if (form->out_of_date > 0)
        add_note(&notes,
                 arena_printf(arena,
                              "%d %s not marked as right for the code year of "
                              "this exam.",
                              form->out_of_date,
                              form->out_of_date == 1 ? "question is"
                                                     : "questions are"));
    if (form->repeats > 0)
        add_note(&notes,
                 arena_printf(arena, "%d question%s you have met before.",
                              form->repeats, form->repeats == 1 ? "" : "s"));
    return (struct str_list){notes.items, notes.count};
}

bool session_plan(struct app *app, const struct plan_options *options,
                  struct arena *arena, struct session_plan *out,
                  struct error *err)
{
    struct session_plan plan = {.candidate = app_candidate(app)};
    int64_t met_by = plan.candidate->candidate_id;

    if (attempt_running(app_store(app), plan.candidate->candidate_id) != 0)
        return error_set(err, ERR_BUSY,
                         "an exam is running: resume or end it first");
    plan.seed_given = options->seed != NULL;
    if (!plan.seed_given)
        plan.seed = system_seed() >> 1;
    else if (!read_seed(options->seed, &plan.seed, err))
        return false;
    if (!exams_find(app, options->exam, NULL, arena, &plan.entry, err) ||
        !catalog_pool(app_store(app), plan.entry.exam,
                      plan.seed_given ? 0 : met_by, arena, &plan.pool, err) ||
        !form_assemble(plan.entry.exam, &plan.pool, plan.seed, arena,
                       &plan.form, err))
        return false;
    exam_entry_supply(&plan.entry, &plan.pool, arena);
    plan.limit_ms =
        exam_limit_ms(plan.form.limit_minutes, plan.candidate->time_percent,
                      plan.candidate->added_minutes);
    plan.notes = plan_notes(&plan, arena);
    *out = plan;
    return true;
}
