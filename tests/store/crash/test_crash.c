/*
 * A power cut at every operation of a journey, with every kind of loss of what
 * was not flushed: the database opens, is sound, and holds what was
 * acknowledged, or one step more, whole. The same with unsafe settings must
 * fail, or the test proves nothing.
 *
 *     test_crash [states per settings]
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journey.h"
#include "replay.h"

enum { STATES = 5000, CONTROL_STATES = 1500 };

/* From the command line; set once, before the tests run. */
static long states_wanted = STATES;

struct tally {
    long states;
    long of[JUDGEMENT_COUNT];
};

/* The cuts at which something waits for a flush. */
static long count_open_cuts(const struct shim *shim, const char *folder)
{
    struct replay *replay = replay_create(shim, folder);
    long count = 0;

    while (replay_step(replay))
        count += replay_waits(replay);
    replay_destroy(replay);
    return count;
}

/* The states of one cut: nothing, all, and parts of what waits. */
static void judge_cut(struct replay *replay, const char *path,
                      const struct journey *journey, long rounds,
                      struct random *random, struct tally *tally)
{
    char shared[FIXTURE_PATH + 64];

    snprintf(shared, sizeof shared, "%s-shm", path);
    for (long i = 0; i < (replay_waits(replay) ? rounds : 1); i++) {
        enum replay_choice choice = i == 0   ? REPLAY_NONE
                                    : i == 1 ? REPLAY_ALL
                                             : REPLAY_SOME;

        unlink(shared); /* memory does not outlive the machine */
        replay_write(replay, choice, random);
        tally->states++;
        tally->of[journey_judge(journey, path,
                                replay_acknowledged(replay) + 1)]++;
    }
}

static void record(struct journey *journey, struct fixture *fixture,
                   enum durability durability, struct shim *shim)
{
    journey_prepare(journey, fixture);
    shim_install(shim);
    shim->recording = true;
    journey->shim = shim;
    journey->vfs = SHIM_NAME;
    journey->durability = durability;
    journey->removes = true;
    journey_rehearse(journey);
}

/* Cuts behind every operation, and as often at each as the count asks. */
static struct tally cut_everywhere(struct fixture *fixture,
                                   enum durability durability, long wanted)
{
    struct shim shim = {0};
    struct journey journey;
    struct tally tally = {0};
    struct random random = random_seeded(1);
    const char *folder = fixture_path(fixture, "cut");
    const char *path = fixture_path(fixture, "cut/proctor.db");
    struct replay *replay;
    long rounds;

    record(&journey, fixture, durability, &shim);
    assert_int_equal(mkdir(folder, 0700), 0);
    rounds = wanted / count_open_cuts(&shim, folder) + 1;
    replay = replay_create(&shim, folder);
    while (replay_step(replay))
        judge_cut(replay, path, &journey, rounds, &random, &tally);
    print_message("# %ld states of %zu operations: %ld refused, %ld damaged, "
                  "%ld lost, %ld half done\n",
                  tally.states, shim.ops.count, tally.of[JUDGED_REFUSED],
                  tally.of[JUDGED_DAMAGED], tally.of[JUDGED_LOST],
                  tally.of[JUDGED_HALF_DONE]);
    replay_destroy(replay);
    shim_remove(&shim);
    return tally;
}

static void no_acknowledged_step_is_lost_in_a_power_cut(void **state)
{
    struct tally tally = cut_everywhere(*state, AS_IT_IS, states_wanted);

    assert_true(tally.states >= states_wanted);
    assert_int_equal(tally.of[JUDGED_RIGHT], tally.states);
}

static void nor_on_a_network_file_system(void **state)
{
    struct tally tally = cut_everywhere(*state, REMOTE, states_wanted);

    assert_true(tally.states >= states_wanted);
    assert_int_equal(tally.of[JUDGED_RIGHT], tally.states);
}

static void a_log_flushed_less_often_would_lose_steps(void **state)
{
    struct tally tally = cut_everywhere(*state, LOG_NORMAL, CONTROL_STATES);

    assert_true(tally.of[JUDGED_LOST] > 0);
}

static void without_flushes_the_database_would_be_destroyed(void **state)
{
    struct tally tally = cut_everywhere(*state, UNSYNCED, CONTROL_STATES);

    assert_true(tally.of[JUDGED_LOST] > 0);
    assert_true(tally.of[JUDGED_DAMAGED] + tally.of[JUDGED_REFUSED] > 0);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup_folder,                \
                                    fixture_teardown)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(no_acknowledged_step_is_lost_in_a_power_cut),
        TEST(nor_on_a_network_file_system),
        TEST(a_log_flushed_less_often_would_lose_steps),
        TEST(without_flushes_the_database_would_be_destroyed),
    };

    if (argc > 1)
        states_wanted = strtol(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
