/*
 * How a sitting comes to be: a plan stored as an attempt, and a stored attempt
 * read and folded. Going on after an interruption is session_return.c.
 */
#include "proctor/app/session.h"

#include "proctor/base/mem.h"
#include "proctor/base/random.h"
#include "proctor/platform/system.h"
#include "proctor/store/catalog.h"

#include "plan.h"
#include "read_exam.h"
#include "scoring.h"
#include "session_private.h"

/* Reads exam, questions and their contents of a stored attempt. */
static bool load_attempt(struct session *session, const struct attempt_row *row,
                         struct error *err)
{
    struct store *store = app_store(session->app);
    struct exam_row exam;
    size_t count;

    if (!catalog_exam_rev(store, row->exam_rev_id, &session->arena, &exam, err))
        return false;
    session->exam = read_exam_row(&exam, &session->arena, err);
    if (!session->exam ||
        !attempt_slots(store, row->attempt_id, &session->arena, &session->slots,
                       &count, err) ||
        !load_items(store, session->slots, count, &session->arena,
                    &session->items, &session->names, err))
        return false;
    session->attempt_id = row->attempt_id;
    session->mode = row->mode;
    session->count = (int)count;
    session->is_short = row->is_short;
    session->target_ms = row->target_ms;
    session->changed = ARENA_ARRAY(&session->arena, int, count);
    session->is_changed = ARENA_ARRAY(&session->arena, bool, count);
    session->clock.limit_ms = row->limit_ms;
    sitting_init(&session->sitting, session->count, session->exam->navigation);
    session->sitting.gives_feedback = row->gives_feedback;
    session->sitting.gives_hints = row->gives_hints;
    return true;
}

static bool fold_event(void *context, const struct event *event)
{
    struct session *session = context;

    if (!sitting_accepts(&session->sitting, event, NULL, NULL))
        return false;
    sitting_apply(&session->sitting, event);
    return true;
}

struct session *session_open(struct app *app, int64_t attempt_id,
                             struct attempt_row *row_out, struct error *err)
{
    struct session *session = mem_alloc(1, sizeof *session);

    session->app = app;
    if (!attempt_get(app_store(app), attempt_id, &session->arena, row_out,
                     err) ||
        !load_attempt(session, row_out, err) ||
        !attempt_events(app_store(app), attempt_id, fold_event, session, err)) {
        session_close(session);
        return NULL;
    }
    session->clock.used_ms = row_out->stamp.used_ms;
    store_quiet_begin(app_store(app));
    return session;
}

/* The drawn items with the order of their options. */
static struct attempt_slot *plan_slots(const struct session_plan *plan,
                                       struct app *app, struct arena *arena,
                                       struct error *err)
{
    const struct form *form = &plan->form;
    struct attempt_slot *slots =
        ARENA_ARRAY(arena, struct attempt_slot, form->count);
    struct random random = random_of(plan->seed, RANDOM_OPTIONS);
    struct item *items;

    for (size_t i = 0; i < form->count; i++) {
        const struct pool_item *drawn = &plan->pool.items[form->slots[i].item];
        int section = form->slots[i].section;

        slots[i] = (struct attempt_slot){
            .item_id = drawn->item_id,
            .rev_id = drawn->rev_id,
            .section = section,
            .section_id = plan->entry.exam->sections[section].id,
            .topic = drawn->about.topic,
            .case_size = 1,
            .scored = form->slots[i].scored,
        };
    }
    if (!load_items(app_store(app), slots, form->count, arena, &items, NULL,
                    err))
        return NULL;
    for (size_t i = 0; i < form->count; i++)
        item_option_order(&items[i], &random, slots[i].option_order);
    count_cases(slots, items, form->count);
    return slots;
}

static struct attempt_start start_of(const struct session_plan *plan,
                                     struct app *app)
{
    int64_t now = app_utc_ms(app);
    struct attempt_start start = {
        .candidate_id = plan->candidate->candidate_id,
        .exam_rev_id = plan->entry.exam_rev_id,
        .mode = plan->mode,
        .seed = plan->seed,
        .seed_given = plan->seed_given,
        .algorithm = FORM_ALGORITHM,
        .limit_ms = plan->limit_ms,
        .target_ms = plan->target_ms,
        .time_percent = plan->candidate->time_percent,
        .added_minutes = plan->candidate->added_minutes,
        .planned = plan->form.planned,
        .is_short = plan->form.is_short,
        .gives_feedback = plan->gives_feedback,
        .gives_hints = plan->gives_hints,
        .started_utc_ms = now,
        .zone_minutes = clock_zone_minutes(now),
    };

    system_uuid(start.uuid);
    return start;
}

/* The blueprint of a practice is stored with the first attempt on it. */
static bool store_blueprint(struct app *app, const struct session_plan *plan,
                            int64_t *exam_rev_id_out, struct error *err)
{
    return plan->blueprint.len == 0 ||
           catalog_put_exam_rev(app_store(app), plan->entry.exam,
                                plan->blueprint, exam_rev_id_out, err);
}

static bool create_attempt(struct app *app, const struct session_plan *plan,
                           const struct clock_stamp *stamp, int64_t *id_out,
                           struct error *err)
{
    struct arena scratch = {0};
    struct attempt_start start = start_of(plan, app);
    struct attempt_slot *slots = plan_slots(plan, app, &scratch, err);
    bool ok = slots && session_end_practice(app, err) &&
              store_blueprint(app, plan, &start.exam_rev_id, err) &&
              attempt_create(app_store(app), &start, slots, plan->form.count,
                             stamp, id_out, err);

    arena_finish(&scratch);
    return ok;
}

struct session *session_start(struct app *app, const struct session_plan *plan,
                              struct error *err)
{
    struct clock_stamp stamp = {
        0, app_clocks(app), app_clock(app)->boot_id(app_clock(app)->context)};
    struct attempt_row row;
    struct session *session;
    int64_t id;

    if (!plan_check_free(app, err) ||
        !create_attempt(app, plan, &stamp, &id, err))
        return NULL;
    session = session_open(app, id, &row, err);
    if (!session)
        return NULL;
    exam_clock_start(&session->clock, &stamp.clocks);
    session->tried_boot_ms = stamp.clocks.boot_ms;
    return session;
}
