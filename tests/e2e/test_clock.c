/* The time as the candidate sees it: warnings, a hidden clock, sleep, the end.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world.h"

static void time_that_runs_out_ends_and_scores(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    world_pass(world, 31 * 60000);
    world_expect(vth, "30 minutes are left.");
    world_pass(world, 29 * 60000);
    world_key(vth, VTERM_KEY_ENTER); /* meant for the question */
    world_expect(vth, "Time is over.");
    world_enter(vth, "");
    world_expect(vth, "Time ran out: what was chosen by then counts.");
    world_expect(vth, "1 of 5, 3.5 needed");
    vth_close(vth);
}

static void a_code_being_typed_counts_when_time_runs_out(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_text(vth, "nn");
    world_key(vth, VTERM_KEY_TAB);
    vth_text(vth, "E11.22");
    world_expect(vth, "E11.22");
    world_pass(world, 60 * 60000);
    world_expect(vth, "Time is over.");
    world_enter(vth, "");
    world_expect(vth, "1 of 5, 3.5 needed");
    vth_close(vth);
}

static void sleep_of_the_machine_is_told_and_asked_about(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    world_sleep(world, 20 * 60000);
    world_expect(vth, "The machine slept");
    world_key(vth, VTERM_KEY_ESCAPE);
    world_expect(vth, "slept for 0:20:00");
    world_enter(vth, "");
    world_expect(vth, "0:40:00 left");
    world_sleep(world, 20 * 60000);
    world_expect(vth, "The machine slept");
    world_key(vth, VTERM_KEY_DOWN);
    world_enter(vth, "");
    world_expect(vth, "0:40:00 left");
    vth_close(vth);
}

static void a_warning_stays_for_half_a_minute(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    world_pass(world, 30 * 60000);
    world_expect(vth, "30 minutes are left.");
    vth_text(vth, "nm");
    world_expect(vth, "30 minutes are left.");
    vth_text(vth, "t");
    world_expect(vth, "30 minutes are left. 0:30:00 left, far behind pace");
    world_pass(world, 31000);
    world_expect_not(vth, "30 minutes are left.");
    world_expect(vth, "0:30:00 left, far behind pace");
    vth_close(vth);
}

static void a_hidden_clock_comes_back(void **state)
{
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_ctrl(vth, 'w');
    world_expect(vth, "clock hidden");
    world_pass(world, 30 * 60000);
    world_expect(vth, "30 minutes are left. The clock is shown again.");
    world_expect(vth, "0:30:00 left");
    vth_ctrl(vth, 'w');
    world_expect(vth, "clock hidden");
    world_pass(world, 20 * 60000);
    world_expect(vth, "clock hidden");
    world_pass(world, 5 * 60000);
    world_expect(vth, "The clock is shown again: little time is left.");
    world_expect(vth, "0:05:00 left");
    vth_ctrl(vth, 'w');
    world_pass(world, 60000);
    world_expect(vth, "clock hidden");
    vth_close(vth);
}

static void the_clock_can_be_hidden_and_asked_for(void **state)
{
    struct vth *vth = world_sit(*state, &(struct world_run){0});

    vth_ctrl(vth, 'w');
    world_expect(vth, "clock hidden");
    world_expect_not(vth, "1:00:00");
    vth_text(vth, "t");
    world_expect(vth, "1:00:00 left. 0 of 4 answered, 0 marked.");
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(time_that_runs_out_ends_and_scores),
        WORLD_TEST(a_code_being_typed_counts_when_time_runs_out),
        WORLD_TEST(sleep_of_the_machine_is_told_and_asked_about),
        WORLD_TEST(a_warning_stays_for_half_a_minute),
        WORLD_TEST(a_hidden_clock_comes_back),
        WORLD_TEST(the_clock_can_be_hidden_and_asked_for),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
