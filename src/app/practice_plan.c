/*
 * A practice drawn: as many questions as asked for, or as the minutes may need,
 * put into a plan that starts like that of an exam.
 */
#include "practice_private.h"

#include "plan.h"
#include "sentences.h"

#define MINUTE_MS INT64_C(60000)
/* Where no exam says how long a question may take. */
#define PACE_MS (2 * MINUTE_MS)
/* Who works fast shall not run out of questions before the minutes are over. */
#define MINUTES_LEAST_QUESTIONS 10
/* As an exam's file may have. */
#define PACE_MINUTES_MAX (24 * 60)

/* --- how many, how long ------------------------------------------------- */

static int count_wanted(const struct practice *practice)
{
    const struct practice_request *request = practice->request;
    int64_t pace = practice->target_ms > 0 ? practice->target_ms : PACE_MS;
    int64_t count;

    if (request->questions > 0)
        return request->questions;
    if (request->minutes == 0)
        return PRACTICE_QUESTIONS;
    count = (2 * request->minutes * MINUTE_MS + pace - 1) / pace;
    if (count < MINUTES_LEAST_QUESTIONS)
        return MINUTES_LEAST_QUESTIONS;
    return count < PRACTICE_ITEMS_MAX ? (int)count : PRACTICE_ITEMS_MAX;
}

static int divide_up(int64_t value, int64_t by)
{
    return (int)((value + by - 1) / by);
}

/* How long a practice may take. */
struct time_limit {
    int64_t ms;                 /* 0: no limit */
    int minutes;                /* of the blueprint */
    int percent, added_minutes; /* the accommodation in it */
};

/* What is asked for in minutes is meant as it is said. */
static struct time_limit asked_limit(const struct practice_request *request)
{
    return (struct time_limit){request->minutes * MINUTE_MS, request->minutes,
                               100, 0};
}

/* The exam's time for so many questions, with the accommodation; added minutes
 * in proportion. */
static struct time_limit pace_limit(const struct practice *practice,
                                    const struct candidate *candidate,
                                    int count)
{
    int64_t time_ms = practice->target_ms * count;
    int64_t exam_ms = practice->exam->minutes * MINUTE_MS;
    int minutes = divide_up(time_ms, MINUTE_MS);
    struct time_limit limit = {
        .minutes = minutes < PACE_MINUTES_MAX ? minutes : PACE_MINUTES_MAX,
        .percent = candidate->time_percent,
        .added_minutes = divide_up(candidate->added_minutes * time_ms, exam_ms),
    };

    limit.ms = exam_limit_ms(limit.minutes, limit.percent, limit.added_minutes);
    return limit;
}

static struct time_limit limit_of(const struct practice *practice,
                                  const struct candidate *candidate, int count)
{
    struct time_limit asked = asked_limit(practice->request), pace;

    if (!practice->request->at_exam_pace)
        return asked;
    pace = pace_limit(practice, candidate, count);
    return asked.ms > 0 && asked.ms <= pace.ms ? asked : pace;
}

/* Minutes limit the practice, not a question: more are drawn than fit. */
static int64_t target_of(const struct practice *practice,
                         const struct candidate *candidate, int count,
                         const struct time_limit *limit)
{
    if (limit->ms == 0 || practice->target_ms == 0)
        return 0;
    return pace_limit(practice, candidate, count).ms / count;
}

/* The candidate with the accommodation that this practice gives. */
static const struct candidate *candidate_with(const struct candidate *candidate,
                                              const struct time_limit *limit,
                                              struct arena *arena)
{
    struct candidate *copy = ARENA_NEW(arena, struct candidate);

    *copy = *candidate;
    copy->time_percent = limit->percent;
    copy->added_minutes = limit->added_minutes;
    return copy;
}

/* --- what can be asked -------------------------------------------------- */

static bool check_request(const struct practice_request *request,
                          struct error *err)
{
    if (request->questions < 0 || request->questions > PRACTICE_ITEMS_MAX)
        return error_set(err, ERR_USAGE,
                         "%d questions cannot be asked at once: 1 to %d",
                         request->questions, PRACTICE_ITEMS_MAX);
    return (request->minutes >= 0 &&
            request->minutes <= PRACTICE_MINUTES_MAX) ||
           error_set(err, ERR_USAGE, "%d minutes cannot be: 1 to %d",
                     request->minutes, PRACTICE_MINUTES_MAX);
}

static bool check_pace(const struct practice *practice, struct error *err)
{
    return !practice->request->at_exam_pace || practice->target_ms > 0 ||
           error_set(err, ERR_INVALID,
                     practice->exam
                         ? "this exam has no time limit, so there is no pace "
                           "to keep: give a number of minutes"
                         : "there is no exam whose pace to keep: name one, or "
                           "give a number of minutes");
}

/* Why a redo has nothing to ask. */
static const char *const nothing_done[PRACTICE_SCOPE_COUNT] = {
    [PRACTICE_MISSED] = "you missed none the last time you met it",
    [PRACTICE_MARKED] = "you marked none the last time you met it",
    [PRACTICE_SLOW] = "none took you long under a time limit",
    [PRACTICE_CHANGED] = "you changed no answer the last time",
    [PRACTICE_GUESSED] = "you called none unsure, or a guess",
    [PRACTICE_DISPUTED] = "you have no open dispute",
};

static bool nothing_to_ask(const struct practice *practice, struct error *err)
{
    const char *reason = nothing_done[practice->request->scope];

    if (reason)
        return error_set(err, ERR_INVALID,
                         "there is no question to ask again: %s", reason);
    if (practice->pool.count > 0)
        return error_set(err, ERR_INVALID,
                         "all %zu questions of it are kept back for a mock "
                         "exam; they are asked only where you ask for them too",
                         practice->pool.count);
    return error_set(err, ERR_INVALID,
                     "no loaded question belongs to it: `proctor banks` lists "
                     "what is loaded, `proctor import` loads more");
}

/* --- the plan ----------------------------------------------------------- */

/* Slots for the drawn items; their sections come with the blueprint. */
static struct form form_of(const struct practice *practice, const size_t *drawn,
                           size_t count, struct arena *arena)
{
    struct form form = {
        .slots = ARENA_ARRAY(arena, struct form_slot, count),
        .count = count,
        .scored = (int)count,
        .planned = (int)count,
    };

    for (size_t i = 0; i < count; i++) {
        form.slots[i] = (struct form_slot){.item = drawn[i], .scored = true};
        form.repeats += practice->pool.items[drawn[i]].seen > 0;
        form.out_of_date += practice->pool.items[drawn[i]].out_of_date;
    }
    return form;
}

static void count_sections(struct form *form, const struct exam *exam,
                           struct arena *arena)
{
    form->section_got = ARENA_ARRAY(arena, int, exam->section_count);
    for (size_t i = 0; i < form->count; i++)
        form->section_got[form->slots[i].section]++;
    form->section_asked = form->section_got;
    form->limit_minutes = exam->minutes;
}

/* Drawn questions that the exam would not ask: told, not hidden. */
static int count_other_books(const struct practice *practice,
                             const struct form *form)
{
    int count = 0;

    if (!practice->exam || !practice->exam->books_stated)
        return 0;
    for (size_t i = 0; i < form->count; i++)
        count += (practice->pool.items[form->slots[i].item].about.needs &
                  ~practice->exam->books) != 0;
    return count;
}

static void note_drawn(const struct practice *practice, const struct form *form,
                       int wanted, struct sentences *notes)
{
    int other_books = count_other_books(practice, form);
    /* Minutes ask for no number: so many are drawn that they last. */
    bool is_counted =
        practice->request->questions > 0 || practice->request->minutes == 0;

    if (is_counted && (int)form->count < wanted)
        sentences_add(notes, "There %s %zu question%s to ask, not %d.",
                      form->count == 1 ? "is" : "are", form->count,
                      plural((int64_t)form->count), wanted);
    /* That none is new was said by the offer. */
    if (form->repeats > 0 && form->repeats < (int)form->count)
        sentences_add(notes, "%d question%s you have met before.",
                      form->repeats, plural(form->repeats));
    if (form->out_of_date > 0)
        sentences_add(notes,
                      "%d %s not marked as right for the code year of the "
                      "exam.",
                      form->out_of_date,
                      form->out_of_date == 1 ? "question is" : "questions are");
    if (other_books > 0)
        sentences_add(notes, "%d %s a book that the exam does not allow.",
                      other_books,
                      other_books == 1 ? "question needs" : "questions need");
}

static struct exam_entry entry_of(const struct exam *exam, int count)
{
    return (struct exam_entry){
        .exam = exam,
        .origin = ORIGIN_USER,
        .path = "",
        .enabled = true,
        .needed = count,
        .fillable = count,
        .is_full = true,
    };
}

static bool draw_plan(struct app *app, const struct practice *practice,
                      struct arena *arena, struct session_plan *plan,
                      struct error *err)
{
    struct sentences notes = {.arena = arena};
    int wanted = count_wanted(practice);
    struct time_limit limit;
    size_t *drawn, count;
    const struct exam *exam;

    if (!practice_draw(&practice->pool, practice->reserved, wanted, plan->seed,
                       arena, &drawn, &count, NULL))
        return nothing_to_ask(practice, err);
    plan->pool = practice->pool;
    plan->form = form_of(practice, drawn, count, arena);
    limit = limit_of(practice, plan->candidate, (int)count);
    if (!practice_blueprint(app, practice, limit.minutes, &plan->form, arena,
                            &exam, &plan->blueprint, err))
        return false;
    plan->limit_ms = limit.ms;
    plan->target_ms = target_of(practice, plan->candidate, (int)count, &limit);
    plan->candidate = candidate_with(plan->candidate, &limit, arena);
    plan->entry = entry_of(exam, (int)count);
    count_sections(&plan->form, exam, arena);
    practice_note(app, practice, &notes);
    note_drawn(practice, &plan->form, wanted, &notes);
    plan->notes = sentences_list(&notes);
    return true;
}

bool practice_plan(struct app *app, const struct practice_request *request,
                   struct arena *arena, struct session_plan *out,
                   struct error *err)
{
    /* What was met before counts whether a seed is given or not, so the plan
     * does not say `seed_given`. */
    struct session_plan plan = {
        .candidate = app_candidate(app),
        .mode =
            practice_scope_is_redo(request->scope) ? MODE_REDO : MODE_PRACTICE,
        .gives_feedback = !request->without_feedback,
        .gives_hints = request->hints,
    };
    struct practice practice;

    if (!plan_check_free(app, err) || !check_request(request, err) ||
        !plan_read_seed(request->seed, &plan.seed, err) ||
        !practice_find(app, request, arena, &practice, err) ||
        !check_pace(&practice, err) ||
        !practice_fill(app, arena, &practice, err) ||
        !draw_plan(app, &practice, arena, &plan, err))
        return false;
    *out = plan;
    return true;
}
