/* What an answer costs: one flush, and none that checkpoints. */
#include "fixture.h"

#include <string.h>

#include "proctor/store/remarks.h"
#include "shim.h"

static struct shim shim;

static int setup(void **state)
{
    struct fixture *fixture;
    struct store_options options;

    fixture_setup_folder(state);
    fixture = *state;
    options = (struct store_options){
        .path = fixture->path, .app_version = "1.0", .vfs = SHIM_NAME};
    memset(&shim, 0, sizeof shim);
    shim_install(&shim);
    fixture->store = store_open(&options, &fixture->err);
    return fixture->store ? 0 : -1;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;

    store_close(fixture->store);
    fixture->store = NULL;
    shim_remove(&shim);
    return fixture_teardown(state);
}

static void every_act_of_a_sitting_is_one_flush(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;

    fixture_fill(fixture, 20);
    store_quiet_begin(fixture->store);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    for (int i = 0; i < 400; i++) {
        int64_t syncs = shim.syncs, commits = store_commits(fixture->store);

        assert_true(fixture_act(&sitting, EVENT_VISIT, i % 20, "", NULL));
        assert_true(fixture_act(&sitting, EVENT_ANSWER, i % 20,
                                i % 2 ? "A" : "B", NULL));
        assert_int_equal(shim.syncs - syncs, 2);
        assert_int_equal(store_commits(fixture->store) - commits, 2);
    }
    fixture_sitting_finish(&sitting);
}

static void the_first_act_behind_a_checkpoint_is_one_flush_too(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;

    fixture_fill(fixture, 3);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    for (int i = 0; i < 3; i++) {
        int64_t syncs;

        store_quiet_begin(fixture->store);
        syncs = shim.syncs;
        assert_true(fixture_act(&sitting, EVENT_ANSWER, 0, "A", NULL));
        assert_int_equal(shim.syncs - syncs, 1);
        store_quiet_end(fixture->store);
    }
    fixture_sitting_finish(&sitting);
}

static void the_end_with_all_that_belongs_to_it_is_one_flush(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_sitting sitting;
    int64_t syncs;

    fixture_fill(fixture, 100);
    store_quiet_begin(fixture->store);
    fixture_start(fixture, fixture_candidate(fixture, "ann"), &sitting);
    for (int i = 0; i < 100; i++)
        assert_true(fixture_act(&sitting, EVENT_VISIT, i, "", NULL));
    syncs = shim.syncs;
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    assert_int_equal(shim.syncs - syncs, 1);
    fixture_sitting_finish(&sitting);
}

static void a_note_of_a_review_is_one_flush(void **state)
{
    struct fixture *fixture = *state;
    unsigned char uuid[STORE_UUID_SIZE] = {0};
    struct remark note = {.item_id = 1,
                          .rev_id = 1,
                          .kind = REMARK_NOTE,
                          .text = "a note",
                          .claim = ""};

    fixture_fill(fixture, 1);
    note.candidate_id = fixture_candidate(fixture, "ann");
    store_quiet_begin(fixture->store);
    for (int i = 0; i < 3; i++) {
        int64_t syncs = shim.syncs;

        uuid[0]++;
        note.text = i == 2 ? "" : note.text; /* the last takes it away */
        assert_true(remark_put(fixture->store, &note, uuid, &fixture->err));
        assert_int_equal(shim.syncs - syncs, 1);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_act_of_a_sitting_is_one_flush),
        TEST(the_first_act_behind_a_checkpoint_is_one_flush_too),
        TEST(the_end_with_all_that_belongs_to_it_is_one_flush),
        TEST(a_note_of_a_review_is_one_flush),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
