/* What the candidate is told while answers cannot be stored. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "world.h"

/* A limit on the size of files stands for a disk that is full. */
static void limit_files(struct vth *vth, rlim_t bytes)
{
    struct rlimit limit;

    assert_int_equal(prlimit(vth_pid(vth), RLIMIT_FSIZE, NULL, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(prlimit(vth_pid(vth), RLIMIT_FSIZE, &limit, NULL), 0);
}

static void an_answer_that_cannot_be_stored_says_so(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    limit_files(vth, 0);
    vth_text(vth, "b");
    world_expect(vth, "NOT SAVED");
    world_expect(vth, "(x) B. beta");
    vth_ctrl(vth, 'c');
    vth_key(vth, VTERM_KEY_DOWN, VTERM_MOD_NONE);
    world_enter(vth, "");
    world_expect(vth, "NOT SAVED");
    world_expect(vth, "Leave the exam?");
    world_expect(vth, "The last answers are NOT saved");
    world_expect_not(vth, "Everything you answered is stored");
    world_key(vth, VTERM_KEY_ESCAPE);
    limit_files(vth, RLIM_INFINITY);
    world_pass(world, 6000);
    world_expect_not(vth, "NOT SAVED");
    world_expect(vth, "Saved again.");
    world_expect(vth, "(x) B. beta");
    vth_text(vth, "m");
    world_expect_not(vth, "Saved again.");
    vth_close(vth);
}

static void what_cannot_be_stored_can_be_left(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    limit_files(vth, 0);
    vth_text(vth, "b");
    world_expect(vth, "NOT SAVED");
    vth_ctrl(vth, 'c');
    for (int i = 0; i < 4; i++)
        world_key(vth, VTERM_KEY_DOWN);
    world_expect(vth, "> Leave anyway; what is not saved is lost");
    world_enter(vth, "");
    world_enter(vth, "lose");
    world_expect(vth, "nothing was done");
    world_enter(vth, "");
    world_enter(vth, "lost");
    world_expect(vth, "what was not saved is lost");
    world_expect(vth, "> Next: An exam waits: 0 of 4 answered.");
    limit_files(vth, RLIM_INFINITY);
    vth_close(vth);
}

static void what_was_saved_meanwhile_is_not_lost(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    limit_files(vth, 0);
    vth_text(vth, "b");
    vth_ctrl(vth, 'c');
    for (int i = 0; i < 4; i++)
        world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "Type lost and Enter");
    limit_files(vth, RLIM_INFINITY);
    world_pass(world, 6000);
    world_expect(vth, "Saved again.");
    world_expect_not(vth, "Leave anyway");
    world_expect(vth, "> Back to the exam");
    world_enter(vth, "lost");
    world_expect(vth, "(x) B. beta");
    vth_close(vth);
}

static void an_end_that_cannot_be_stored_can_be_left(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    limit_files(vth, 0);
    world_pass(world, 61 * 60000);
    world_expect(vth, "The end is not stored yet.");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_enter(vth, "lost");
    world_expect(vth, "what was not saved is lost");
    limit_files(vth, RLIM_INFINITY);
    world_enter(vth, "");
    world_expect(vth, "no time is left");
    world_enter(vth, "");
    world_expect(vth, "Time is over.");
    world_enter(vth, "");
    world_expect(vth, "1 of 5, 3.5 needed");
    vth_close(vth);
}

static void an_end_that_cannot_be_stored_waits_for_room(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    limit_files(vth, 0);
    world_pass(world, 61 * 60000);
    world_expect(vth, "The end is not stored yet.");
    world_enter(vth, "");
    world_expect(vth, "Still not stored");
    world_expect(vth, "Leave anyway; what is not saved is lost");
    limit_files(vth, RLIM_INFINITY);
    world_enter(vth, "");
    world_expect(vth, "1 of 5, 3.5 needed");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_answer_that_cannot_be_stored_says_so),
        WORLD_TEST(what_cannot_be_stored_can_be_left),
        WORLD_TEST(what_was_saved_meanwhile_is_not_lost),
        WORLD_TEST(an_end_that_cannot_be_stored_can_be_left),
        WORLD_TEST(an_end_that_cannot_be_stored_waits_for_room),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
