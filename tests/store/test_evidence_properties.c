/*
 * Random sittings, readings, renamed questions and forgotten attempts: the
 * evidence is what a plain reading of the rule gives, and what a rebuild gives.
 */
#include "fixture.h"

#include <string.h>

#include "proctor/base/random.h"
#include "proctor/store/evidence.h"

enum { QUESTIONS = 6, CANDIDATES = 2, ROUNDS = 60, WORLDS = 4 };
enum { MEETINGS_MAX = 2 * ROUNDS * QUESTIONS, ATTEMPTS_MAX = ROUNDS };

/* An exposure as the rule reads it. */
struct meeting {
    int64_t candidate_id, attempt_id, item_id;
    int n, pos;
    int64_t utc_ms;
    bool is_gone; /* its attempt was forgotten */
    bool counts;  /* if it is the first */
    int earned;
};

struct world {
    struct fixture *fixture;
    struct random random;
    int64_t candidates[CANDIDATES];
    /* By number of the question: it, and the one it became. */
    int64_t item_ids[QUESTIONS], roots[QUESTIONS];
    struct meeting meetings[MEETINGS_MAX];
    int meeting_count;
    struct fixture_sitting ended[ATTEMPTS_MAX]; /* ids and forms */
    int ended_count;
    int64_t utc_ms;
    int version;
};

static bool chance(struct world *world, int percent)
{
    return random_below(&world->random, 100) < (uint64_t)percent;
}

static int pick(struct world *world, int count)
{
    return (int)random_below(&world->random, (uint64_t)count);
}

static int64_t root_of(const struct world *world, int64_t item_id)
{
    for (int i = 0; i < QUESTIONS; i++)
        if (world->item_ids[i] == item_id)
            return world->roots[i];
    fail_msg("an item that nobody made");
    return 0;
}

static void add_meeting(struct world *world, struct meeting meeting)
{
    int last = 0;

    for (int i = 0; i < world->meeting_count; i++) {
        const struct meeting *other = &world->meetings[i];

        if (!other->is_gone && other->candidate_id == meeting.candidate_id &&
            root_of(world, other->item_id) == root_of(world, meeting.item_id) &&
            other->n > last)
            last = other->n;
    }
    meeting.n = last + 1;
    assert_true(world->meeting_count < MEETINGS_MAX);
    world->meetings[world->meeting_count++] = meeting;
}

static void act(struct fixture_sitting *sitting, enum event_kind kind, int pos,
                const char *value)
{
    assert_true(fixture_act(sitting, kind, pos, value, NULL));
}

/* One question of a sitting, or not. */
static void do_question(struct world *world, struct fixture_sitting *sitting,
                        int pos)
{
    if (!chance(world, 60))
        return;
    act(sitting, EVENT_VISIT, pos, "");
    if (sitting->sitting.gives_hints && chance(world, 20))
        act(sitting, EVENT_HINT, pos, "1");
    if (chance(world, 80))
        act(sitting, EVENT_ANSWER, pos, chance(world, 50) ? "A" : "B");
}

static void note_meetings(struct world *world,
                          const struct fixture_sitting *sitting)
{
    const struct attempt_start *start = &sitting->form.start;

    for (int pos = 0; pos < sitting->sitting.count; pos++) {
        const struct response *response = &sitting->sitting.responses[pos];
        bool is_right = response->answer && strcmp(response->answer, "A") == 0;

        if (response->visits == 0)
            continue;
        add_meeting(world,
                    (struct meeting){
                        .candidate_id = start->candidate_id,
                        .attempt_id = sitting->attempt_id,
                        .item_id = sitting->form.slots[pos].item_id,
                        .pos = pos,
                        .utc_ms = sitting->event.utc_ms,
                        .counts = start->mode != MODE_REDO &&
                                  response->hints == 0 &&
                                  !(sitting->void_questions & (1u << pos)),
                        .earned = is_right ? 100 : 0,
                    });
    }
}

static void sit(struct world *world)
{
    struct fixture *fixture = world->fixture;
    struct fixture_sitting *sitting = &world->ended[world->ended_count++];
    struct fixture_form form =
        fixture_form(fixture, world->candidates[pick(world, CANDIDATES)]);

    form.start.mode = (enum attempt_mode)pick(world, MODE_COUNT);
    form.start.gives_hints = form.start.mode != MODE_EXAM;
    for (size_t i = 0; i < form.count; i++)
        form.slots[i].scored = chance(world, 80);
    assert_true(
        fixture_try_start(fixture->store, &form, sitting, &fixture->err));
    for (size_t i = 0; i < form.count; i++)
        if (form.slots[i].scored && chance(world, 10))
            sitting->void_questions |= 1u << i;
    for (int pos = 0; pos < sitting->sitting.count; pos++)
        do_question(world, sitting, pos);
    assert_true(fixture_end(sitting, SITTING_SUBMITTED, NULL));
    note_meetings(world, sitting);
    world->utc_ms = sitting->event.utc_ms;
    fixture_sitting_finish(sitting);
}

static bool was_read(const struct world *world, int64_t attempt_id, int pos)
{
    for (int i = 0; i < world->meeting_count; i++)
        if (world->meetings[i].attempt_id == attempt_id &&
            world->meetings[i].pos == -1 - pos)
            return true;
    return false;
}

/* A reading is a meeting that never counts; its place is told apart from that
 * of a sitting by its sign. */
static void read_answer(struct world *world)
{
    struct fixture_sitting *sitting =
        &world->ended[pick(world, world->ended_count)];
    int pos;

    if (sitting->attempt_id == 0)
        return;
    pos = pick(world, (int)sitting->form.count);
    assert_true(attempt_reveal(world->fixture->store, sitting->attempt_id, &pos,
                               1, ++world->utc_ms, NULL));
    if (!was_read(world, sitting->attempt_id, pos))
        add_meeting(world, (struct meeting){
                               .candidate_id = sitting->form.start.candidate_id,
                               .attempt_id = sitting->attempt_id,
                               .item_id = sitting->form.slots[pos].item_id,
                               .pos = -1 - pos,
                               .utc_ms = world->utc_ms,
                           });
}

static void forget(struct world *world)
{
    struct fixture_sitting *sitting =
        &world->ended[pick(world, world->ended_count)];

    if (sitting->attempt_id == 0)
        return;
    assert_true(attempt_forget(world->fixture->store, sitting->attempt_id,
                               &world->fixture->err));
    for (int i = 0; i < world->meeting_count; i++)
        if (world->meetings[i].attempt_id == sitting->attempt_id)
            world->meetings[i].is_gone = true;
    sitting->attempt_id = 0;
}

/* The bank as it is after `gone` became `kept`. */
static void import_merged(struct world *world, int kept, int gone)
{
    struct fixture *fixture = world->fixture;
    struct item items[QUESTIONS];
    size_t count = 0;
    struct fixture_bank bank = {
        .name = "proctor/b",
        .version = arena_printf(&fixture->arena, "%d", ++world->version),
        .items = items,
    };

    for (int i = 0; i < QUESTIONS; i++) {
        if (i == gone || world->roots[i] != world->item_ids[i])
            continue;
        items[count] = fixture_item(
            fixture, arena_printf(&fixture->arena, "q%d", i + 1), "What?");
        if (i == kept)
            items[count].was = fixture_list(
                fixture,
                arena_printf(&fixture->arena, "proctor/b/q%d", gone + 1),
                (const char *)NULL);
        count++;
    }
    bank.item_count = count;
    assert_true(fixture_import(fixture, &bank, NULL));
}

static void merge(struct world *world)
{
    int kept = pick(world, QUESTIONS), gone = pick(world, QUESTIONS);
    int64_t old = world->roots[gone];

    if (kept == gone || world->roots[kept] != world->item_ids[kept] ||
        old != world->item_ids[gone])
        return;
    import_merged(world, kept, gone);
    for (int i = 0; i < QUESTIONS; i++)
        if (world->roots[i] == old)
            world->roots[i] = world->item_ids[kept];
}

static bool comes_before(const struct meeting *a, const struct meeting *b)
{
    if (a->n != b->n)
        return a->n < b->n;
    if (a->utc_ms != b->utc_ms)
        return a->utc_ms < b->utc_ms;
    return a->pos < b->pos; /* of one attempt */
}

static const struct meeting *first_meeting(const struct world *world,
                                           int64_t candidate_id, int64_t root)
{
    const struct meeting *first = NULL;

    for (int i = 0; i < world->meeting_count; i++) {
        const struct meeting *meeting = &world->meetings[i];

        if (!meeting->is_gone && meeting->candidate_id == candidate_id &&
            root_of(world, meeting->item_id) == root &&
            (!first || comes_before(meeting, first)))
            first = meeting;
    }
    return first;
}

static const struct evidence_row *find_row(const struct evidence_rows *rows,
                                           int64_t item_id)
{
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].item_id == item_id)
            return &rows->items[i];
    return NULL;
}

static void check_candidate(struct world *world, int64_t candidate_id)
{
    struct fixture *fixture = world->fixture;
    struct evidence_rows rows;
    size_t expected = 0;

    assert_true(evidence_list(fixture->store, candidate_id, NULL,
                              &fixture->arena, &rows, &fixture->err));
    for (int i = 0; i < QUESTIONS; i++) {
        const struct meeting *first;
        const struct evidence_row *row;

        if (world->roots[i] != world->item_ids[i])
            continue;
        first = first_meeting(world, candidate_id, world->roots[i]);
        if (!first || !first->counts)
            continue;
        expected++;
        row = find_row(&rows, world->roots[i]);
        assert_non_null(row);
        assert_int_equal(row->attempt_id, first->attempt_id);
        assert_int_equal(row->pos, first->pos);
        assert_int_equal(row->earned, first->earned);
    }
    assert_int_equal(rows.count, expected);
}

/* As one number: how many rows, and what they say. */
static int64_t print_of(struct fixture *fixture)
{
    return fixture_number(
        fixture, "SELECT sum((candidate_id * 31 + item_id) * 1009 + "
                 "attempt_id * 97 + number * 7 + earned) FROM evidence");
}

static void check(struct world *world)
{
    bool same = false;

    for (int i = 0; i < CANDIDATES; i++)
        check_candidate(world, world->candidates[i]);
    assert_true(
        evidence_check(world->fixture->store, &same, &world->fixture->err));
    assert_true(same);
}

static void make_world(struct world *world, struct fixture *fixture,
                       uint64_t seed)
{
    memset(world, 0, sizeof *world);
    world->fixture = fixture;
    world->random = random_seeded(seed);
    world->candidates[0] = fixture_candidate(fixture, "ann");
    world->candidates[1] = fixture_candidate(fixture, "ben");
    fixture_fill(fixture, QUESTIONS);
    for (int i = 0; i < QUESTIONS; i++) {
        world->item_ids[i] = fixture_number(
            fixture,
            arena_printf(&fixture->arena,
                         "SELECT item_id FROM item WHERE name = 'q%d'", i + 1));
        world->roots[i] = world->item_ids[i];
    }
    world->version = 1;
}

static void live(struct world *world)
{
    for (int round = 0; round < ROUNDS; round++) {
        int what = pick(world, 100);
        int64_t before;

        if (world->ended_count == 0 || what < 60)
            sit(world);
        else if (what < 85)
            read_answer(world);
        else if (what < 95)
            forget(world);
        else
            merge(world);
        check(world);
        before = print_of(world->fixture);
        assert_true(
            evidence_rebuild(world->fixture->store, &world->fixture->err));
        assert_true(before == print_of(world->fixture));
    }
}

static void evidence_is_what_the_rule_gives_whatever_happens(void **state)
{
    static struct world world; /* too large for the stack */

    for (uint64_t seed = 1; seed <= WORLDS; seed++) {
        if (seed > 1) {
            fixture_teardown(state);
            fixture_setup(state);
        }
        make_world(&world, *state, seed);
        live(&world);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            evidence_is_what_the_rule_gives_whatever_happens, fixture_setup,
            fixture_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
