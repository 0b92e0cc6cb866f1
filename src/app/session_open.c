/*
 * How a sitting comes to be: a plan stored as an attempt, or a stored attempt
 * gone on with after an interruption that the candidate is told of.
 */
#include "proctor/app/session.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "proctor/base/mem.h"
#include "proctor/base/random.h"
#include "proctor/platform/system.h"
#include "proctor/store/catalog.h"

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
                    &session->items, NULL, err))
        return false;
    session->attempt_id = row->attempt_id;
    session->count = (int)count;
    session->is_short = row->is_short;
    session->changed = ARENA_ARRAY(&session->arena, int, count);
    session->is_changed = ARENA_ARRAY(&session->arena, bool, count);
    session->clock.limit_ms = row->limit_ms;
    sitting_init(&session->sitting, session->count, session->exam->navigation);
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

/* The stored attempt, folded up to its last event; its clock stands still. */
static struct session *open_attempt(struct app *app, int64_t attempt_id,
                                    struct attempt_row *row_out,
                                    struct error *err)
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
        /* A practice set too: its exam has no pass rule, so no verdict. */
        .mode = MODE_EXAM,
        .seed = plan->seed,
        .seed_given = plan->seed_given,
        .algorithm = FORM_ALGORITHM,
        .limit_ms = plan->limit_ms,
        .time_percent = plan->candidate->time_percent,
        .added_minutes = plan->candidate->added_minutes,
        .planned = plan->form.planned,
        .is_short = plan->form.is_short,
        .started_utc_ms = now,
        .zone_minutes = clock_zone_minutes(now),
    };

    system_uuid(start.uuid);
    return start;
}

struct session *session_start(struct app *app, const struct session_plan *plan,
                              struct error *err)
{
    struct arena scratch = {0};
    struct attempt_start start = start_of(plan, app);
    struct attempt_slot *slots = plan_slots(plan, app, &scratch, err);
    struct clock_stamp stamp = {
        0, app_clocks(app), app_clock(app)->boot_id(app_clock(app)->context)};
    struct attempt_row row;
    struct session *session = NULL;
    int64_t id;

    if (slots && attempt_create(app_store(app), &start, slots, plan->form.count,
                                &stamp, &id, err))
        session = open_attempt(app, id, &row, err);
    arena_finish(&scratch);
    if (!session)
        return NULL;
    exam_clock_start(&session->clock, &stamp.clocks);
    session->tried_boot_ms = stamp.clocks.boot_ms;
    return session;
}

/* --- going on ------------------------------------------------------------ */

static bool is_same_boot(struct app *app, const struct clock_stamp *stamp)
{
    const struct clock *clock = app_clock(app);

    return strcmp(clock->boot_id(clock->context), stamp->boot_id) == 0;
}

static struct exam_gap gap_since(struct app *app,
                                 const struct clock_stamp *stamp)
{
    struct clocks now = app_clocks(app);

    return exam_gap(&stamp->clocks, &now, is_same_boot(app, stamp));
}

bool session_interruption(struct app *app, struct arena *arena,
                          struct interruption *out, struct error *err)
{
    struct interruption told = {0};
    struct attempt_row row;
    struct session *session;
    struct session_counts counts;

    told.attempt_id =
        attempt_running(app_store(app), app_candidate(app)->candidate_id);
    if (told.attempt_id == 0)
        return error_set(err, ERR_NOT_FOUND, "no exam is running");
    session = open_attempt(app, told.attempt_id, &row, err);
    if (!session)
        return false;
    counts = session_count(session);
    told.exam_title = arena_strdup(arena, session->exam->title.data);
    told.saved_utc_ms = row.stamp.clocks.utc_ms;
    told.answered = counts.complete;
    told.count = session->count;
    told.used_ms = row.stamp.used_ms;
    told.limit_ms = row.limit_ms;
    told.gap = gap_since(app, &row.stamp);
    told.left_stopped = session->sitting.left_stopped;
    told.left_if_charged_ms =
        row.limit_ms - row.stamp.used_ms > told.gap.ms
            ? row.limit_ms - row.stamp.used_ms - told.gap.ms
            : 0;
    if (row.limit_ms == 0)
        told.left_if_charged_ms = INT64_MAX;
    session_close(session);
    *out = told;
    return true;
}

/* The gap becomes an event; charged time counts as used. */
static void settle_gap(struct session *session, struct exam_gap gap,
                       bool charge)
{
    char value[48];

    if (charge)
        session->clock.used_ms += gap.ms;
    snprintf(value, sizeof value, "%s %" PRId64 "%s",
             charge ? "charged" : "free", gap.ms,
             gap.by_wall_clock ? " wall" : "");
    session_apply(session, EVENT_GAP, -1, value);
}

static bool is_writable(struct app *app, struct error *err)
{
    struct store *store = app_store(app);

    return !store_is_read_only(store) ||
           error_set(err, ERR_READONLY,
                     "the exam is open in another proctor, go on there: %s",
                     store_holder(store));
}

struct session *session_resume(struct app *app, int64_t attempt_id, bool charge,
                               struct error *err)
{
    struct attempt_row row;
    struct session *session;
    struct clocks now = app_clocks(app);

    if (!is_writable(app, err))
        return NULL;
    session = open_attempt(app, attempt_id, &row, err);
    if (!session)
        return NULL;
    if (session->sitting.state != SITTING_RUNNING) {
        error_set(err, ERR_INVALID, "attempt %" PRId64 " has ended",
                  attempt_id);
        session_close(session);
        return NULL;
    }
    if (session->sitting.left_stopped)
        charge = false;
    exam_clock_start(&session->clock, &now);
    session->tried_boot_ms = now.boot_ms;
    settle_gap(session, gap_since(app, &row.stamp), charge);
    if (exam_clock_is_over(&session->clock))
        session_time_out(session);
    else
        session_flush(session);
    return session;
}
