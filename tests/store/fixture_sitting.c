/* Candidates and sittings for the tests of the store. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"

/* Each form is begun an hour behind the one made before it. */
#define STARTED_UTC_MS INT64_C(1800000000000)
#define HOUR_MS INT64_C(3600000)

int64_t fixture_candidate(struct fixture *fixture, const char *label)
{
    unsigned char uuid[STORE_UUID_SIZE] = {0};
    size_t len = strlen(label);
    int64_t id;

    memcpy(uuid, label, len < sizeof uuid ? len : sizeof uuid);
    if (!candidate_add(fixture->store, label, uuid, &id, &fixture->err))
        fail_msg("%s", fixture->err.message);
    return id;
}

static struct clock_stamp stamp_at(int64_t started_utc_ms, int64_t ms)
{
    return (struct clock_stamp){
        .used_ms = ms,
        .clocks = {ms, ms, started_utc_ms + ms},
        .boot_id = "boot",
    };
}

struct fixture_form fixture_form(struct fixture *fixture, int64_t candidate_id)
{
    static int32_t forms;
    struct pool pool = fixture_pool(fixture, candidate_id);
    struct fixture_form form = {
        .start =
            {
                .candidate_id = candidate_id,
                .exam_rev_id = fixture_put_exam(fixture),
                .mode = MODE_EXAM,
                .seed = UINT64_MAX,
                .algorithm = FORM_ALGORITHM,
                .limit_ms = 3600000,
                .target_ms = 900000,
                .time_percent = 100,
                .planned = (int)pool.count,
                .started_utc_ms = STARTED_UTC_MS + forms * HOUR_MS,
            },
        .slots = ARENA_ARRAY(&fixture->arena, struct attempt_slot, pool.count),
        .count = pool.count,
    };

    forms++;
    memcpy(form.start.uuid, &forms, sizeof forms);
    for (size_t i = 0; i < pool.count; i++)
        form.slots[i] = (struct attempt_slot){
            .item_id = pool.items[i].item_id,
            .rev_id = pool.items[i].rev_id,
            .section_id = STR("one"),
            .topic = pool.items[i].about.topic,
            .case_size = 1,
            .scored = true,
            .option_order = "ABCD",
        };
    return form;
}

bool fixture_try_start(struct store *store, const struct fixture_form *form,
                       struct fixture_sitting *out, struct error *err)
{
    struct clock_stamp stamp = stamp_at(form->start.started_utc_ms, 0);
    struct event first = {.seq = 1,
                          .kind = EVENT_START,
                          .pos = -1,
                          .utc_ms = form->start.started_utc_ms,
                          .value = STR("")};
    int64_t id;

    if (!attempt_create(store, &form->start, form->slots, form->count, &stamp,
                        &id, err))
        return false;
    *out = (struct fixture_sitting){
        .store = store, .attempt_id = id, .form = *form};
    sitting_init(&out->sitting, (int)form->count, EXAM_NAVIGATION_FREE);
    out->sitting.gives_feedback = form->start.gives_feedback;
    out->sitting.gives_hints = form->start.gives_hints;
    sitting_apply(&out->sitting, &first);
    return true;
}

void fixture_start(struct fixture *fixture, int64_t candidate_id,
                   struct fixture_sitting *out)
{
    struct fixture_form form = fixture_form(fixture, candidate_id);

    if (!fixture_try_start(fixture->store, &form, out, &fixture->err))
        fail_msg("%s", fixture->err.message);
}

void fixture_sitting_finish(struct fixture_sitting *sitting)
{
    sitting_finish(&sitting->sitting);
}

static void apply_next(struct fixture_sitting *sitting, enum event_kind kind,
                       int pos, const char *value)
{
    int before = sitting->sitting.current;

    sitting->now_ms += 1000;
    sitting->event = (struct event){
        .seq = sitting->sitting.seq + 1,
        .used_ms = sitting->now_ms,
        .utc_ms = sitting->form.start.started_utc_ms + sitting->now_ms,
        .kind = kind,
        .pos = pos,
        .value = str_from(value),
    };
    sitting->changed_count = 0;
    if (before >= 0)
        sitting->changed[sitting->changed_count++] = before;
    if (pos >= 0)
        sitting->changed[sitting->changed_count++] = pos;
    sitting_apply(&sitting->sitting, &sitting->event);
}

static bool save(struct fixture_sitting *sitting, const struct result_row *row,
                 struct error *err)
{
    struct attempt_commit commit = {
        .events = &sitting->event,
        .event_count = 1,
        .changed = sitting->changed,
        .changed_count = sitting->changed_count,
        .responses = sitting->sitting.responses,
        .stamp = stamp_at(sitting->form.start.started_utc_ms, sitting->now_ms),
        .state = sitting->sitting.state,
        .result = row,
    };

    return attempt_save(sitting->store, sitting->attempt_id, &commit, err);
}

static void score_all(const struct fixture_sitting *sitting,
                      struct scored_item *items)
{
    for (int i = 0; i < sitting->sitting.count; i++) {
        const struct response *response = &sitting->sitting.responses[i];
        const char *answer = response->answer;

        items[i] = (struct scored_item){
            .score = {answer && strcmp(answer, "A") == 0 ? 100 : 0, 100},
            .counts = sitting->form.slots[i].scored &&
                      !(sitting->void_questions & (1u << i)),
            .blank = !answer,
            .reached = response->visits > 0,
        };
    }
}

static bool save_scored(struct fixture_sitting *sitting, struct error *err)
{
    int count = sitting->sitting.count;
    struct scored_item *items =
        mem_alloc((size_t)(count ? count : 1), sizeof *items);
    struct section_result section = {.score = {0, 100 * count}, .asked = count};
    struct result_row row = {.scorer = SCORER_VERSION,
                             .utc_ms = sitting->event.utc_ms,
                             .items = items,
                             .item_count = (size_t)count};
    bool ok;

    score_all(sitting, items);
    for (int i = 0; i < count; i++)
        section.score.earned += items[i].score.earned;
    row.result = (struct result){
        .score = section.score,
        .needed = 70 * count,
        .cut = 70,
        .verdict = VERDICT_NOT_PASSED,
        .asked = count,
        .sections = &section,
        .section_count = 1,
    };
    ok = save(sitting, &row, err);
    free(items);
    return ok;
}

bool fixture_save_again(struct fixture_sitting *sitting, struct error *err)
{
    return sitting->event.kind == EVENT_END ? save_scored(sitting, err)
                                            : save(sitting, NULL, err);
}

bool fixture_act(struct fixture_sitting *sitting, enum event_kind kind, int pos,
                 const char *value, struct error *err)
{
    apply_next(sitting, kind, pos, value);
    return fixture_save_again(sitting, err);
}

bool fixture_end(struct fixture_sitting *sitting, enum sitting_state state,
                 struct error *err)
{
    apply_next(sitting, EVENT_END, -1, sitting_state_id(state));
    return fixture_save_again(sitting, err);
}

static bool fold_event(void *context, const struct event *event)
{
    struct sitting *fold = context;

    if (!sitting_accepts(fold, event, NULL, NULL))
        return false;
    sitting_apply(fold, event);
    return true;
}

void fixture_check_fold(struct fixture *fixture,
                        const struct fixture_sitting *sitting)
{
    struct sitting fold;
    struct response *stored;
    int count = sitting->sitting.count;

    sitting_init(&fold, count, EXAM_NAVIGATION_FREE);
    fold.gives_feedback = sitting->sitting.gives_feedback;
    fold.gives_hints = sitting->sitting.gives_hints;
    assert_true(attempt_events(fixture->store, sitting->attempt_id, fold_event,
                               &fold, &fixture->err));
    assert_true(attempt_responses(fixture->store, sitting->attempt_id, count,
                                  &fixture->arena, &stored, &fixture->err));
    assert_int_equal(fold.seq, sitting->sitting.seq);
    assert_int_equal(fold.state, sitting->sitting.state);
    for (int i = 0; i < count; i++) {
        assert_true(response_eq(&stored[i], &fold.responses[i]));
        assert_true(response_eq(&stored[i], &sitting->sitting.responses[i]));
    }
    sitting_finish(&fold);
}
