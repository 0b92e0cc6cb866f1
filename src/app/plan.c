/*
 * The plan of a sitting: which form would be drawn and what the start sheet
 * must say about it. Nothing is stored here. Practices are planned by
 * practice_plan.c.
 */
#include "plan.h"

#include "proctor/base/random.h"
#include "proctor/platform/system.h"
#include "proctor/store/catalog.h"

#include "read_exam.h"
#include "sentences.h"

bool plan_check_free(struct app *app, struct error *err)
{
    return attempt_running(app_store(app), app_candidate(app)->candidate_id) ==
               0 ||
           error_set(err, ERR_BUSY,
                     "an exam is running: resume or end it first");
}

bool plan_read_seed(const char *text, uint64_t *out, struct error *err)
{
    int64_t value;

    if (!text) {
        *out = system_seed() >> 1;
        return true;
    }
    if (!str_to_i64(str_from(text), 0, INT64_MAX, &value))
        return error_set(err, ERR_USAGE,
                         "the seed '%s' is not a whole number from 0 up", text);
    *out = (uint64_t)value;
    return true;
}

static void note_short_sections(struct sentences *notes,
                                const struct exam *exam,
                                const struct form *form)
{
    for (size_t i = 0; i < exam->section_count; i++)
        if (form->section_got[i] < form->section_asked[i])
            sentences_add(notes,
                          "%s: %d of %d question%s; the loaded banks cannot "
                          "fill the rest.",
                          exam->sections[i].title.data, form->section_got[i],
                          form->section_asked[i],
                          plural(form->section_asked[i]));
}

void plan_note_practice(struct app *app, struct sentences *notes)
{
    if (attempt_running_practice(app_store(app),
                                 app_candidate(app)->candidate_id) != 0)
        sentences_add(notes, "A practice is still running: it ends, as it is, "
                             "when this one starts.");
}

/* What the candidate must know before starting, as sentences. */
static struct str_list plan_notes(struct app *app,
                                  const struct session_plan *plan,
                                  struct arena *arena)
{
    const struct exam *exam = plan->entry.exam;
    const struct form *form = &plan->form;
    struct sentences notes = {.arena = arena};

    note_short_sections(&notes, exam, form);
    if (form->is_short)
        sentences_add(&notes, "This is a short form: %zu of %d question%s%s.",
                      form->count, form->planned, plural(form->planned),
                      exam->minutes > 0 ? ", its time cut in proportion" : "");
    if (form->out_of_date > 0)
        sentences_add(&notes,
                      "%d %s not marked as right for the code year of this "
                      "exam.",
                      form->out_of_date,
                      form->out_of_date == 1 ? "question is" : "questions are");
    if (form->repeats > 0)
        sentences_add(&notes, "%d question%s you have met before.",
                      form->repeats, plural(form->repeats));
    plan_note_practice(app, &notes);
    return sentences_list(&notes);
}

static void set_times(struct session_plan *plan)
{
    plan->limit_ms =
        exam_limit_ms(plan->form.limit_minutes, plan->candidate->time_percent,
                      plan->candidate->added_minutes);
    plan->target_ms = plan->limit_ms / (int64_t)plan->form.count;
}

bool session_plan(struct app *app, const struct plan_options *options,
                  struct arena *arena, struct session_plan *out,
                  struct error *err)
{
    struct session_plan plan = {
        .candidate = app_candidate(app),
        .seed_given = options->seed != NULL,
        .blueprint = STR(""),
    };
    int64_t met_by = plan.seed_given ? 0 : plan.candidate->candidate_id;

    if (!plan_check_free(app, err) ||
        !plan_read_seed(options->seed, &plan.seed, err) ||
        !exams_find(app, options->exam, NULL, arena, &plan.entry, err) ||
        !catalog_pool(app_store(app), plan.entry.exam, met_by, arena,
                      &plan.pool, err) ||
        !form_assemble(plan.entry.exam, &plan.pool, plan.seed, arena,
                       &plan.form, err))
        return false;
    exam_entry_supply(&plan.entry, &plan.pool, arena);
    /* A practice set is sat like an exam; it has no pass rule, so no verdict.
     */
    plan.mode =
        plan.entry.exam->type == EXAM_TUTORIAL ? MODE_PRACTICE : MODE_EXAM;
    if (plan.mode == MODE_EXAM)
        set_times(&plan);
    plan.notes = plan_notes(app, &plan, arena);
    *out = plan;
    return true;
}
