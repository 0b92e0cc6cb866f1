/* Ends that nobody asked for: signals, a lost window, a crash. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "world.h"

#include <sys/wait.h>

static void check_answer_is_kept(struct world *world)
{
    struct vth *vth = world_run(world, &(struct world_run){0});

    world_expect(vth, "1 of 4 questions are answered");
    vth_close(vth);
}

static struct vth *sit_and_answer(struct world *world)
{
    struct vth *vth = world_sit(world, &(struct world_run){0});

    vth_text(vth, "b");
    world_expect(vth, "(x) B. beta");
    return vth;
}

static void a_signal_to_end_gives_the_terminal_back(void **state)
{
    static const int numbers[] = {SIGTERM, SIGHUP};

    for (size_t i = 0; i < 2; i++) {
        struct world *world = *state;
        struct vth *vth = sit_and_answer(world);
        int row, col;
        bool visible;

        vth_signal(vth, numbers[i]);
        world_end(vth);
        vth_cursor(vth, &row, &col, &visible);
        assert_true(visible);
        assert_false(vth_altscreen(vth));
        vth_close(vth);
        check_answer_is_kept(world);
        world_close(world);
        world_open(world, world_program);
    }
}

#define KILLS 40

/* Each round changes the answer, waits until it is shown, kills, and looks. */
static void no_answer_shown_is_lost_in_a_loop_of_kills(void **state)
{
    static const char *const shown[] = {"(x) A. alpha", "(x) B. beta",
                                        "(x) C. gamma"};
    struct world *world = *state;
    struct vth *vth = world_sit(world, &(struct world_run){0});
    int status;

    for (int i = 0; i < KILLS; i++) {
        int answer = i % 3;

        vth_text(vth, (char[]){(char)('a' + answer), '\0'});
        world_expect(vth, shown[answer]);
        vth_signal(vth, SIGKILL);
        assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
        vth_close(vth);
        world_pass(world, 1000);
        vth = world_run(world, &(struct world_run){0});
        world_expect(vth, "1 of 4 questions are answered");
        world_enter(vth, "");
        world_expect(vth, shown[answer]);
    }
    vth_close(vth);
}

static void a_lost_window_ends_the_program(void **state)
{
    struct vth *vth = sit_and_answer(*state);
    int status;

    vth_hang_up(vth);
    assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
    assert_true(WIFEXITED(status));
    vth_close(vth);
    check_answer_is_kept(*state);
}

static void an_interrupt_asks(void **state)
{
    struct vth *vth = sit_and_answer(*state);

    vth_signal(vth, SIGINT);
    world_expect(vth, "Leave the exam?");
    vth_signal(vth, SIGINT);
    world_expect(vth, "(x) B. beta");
    vth_close(vth);
}

static void a_stopped_program_goes_on(void **state)
{
    struct world *world = *state;
    struct vth *vth = sit_and_answer(world);

    vth_ctrl(vth, 'z');
    assert_true(vth_wait_stop(vth, WORLD_WAIT_MS));
    assert_false(vth_altscreen(vth));
    world_pass(world, 60000);
    vth_foreground(vth);
    world_expect(vth, "(x) B. beta");
    world_expect(vth, "0:59:00 left");
    assert_true(vth_altscreen(vth));
    vth_close(vth);
}

static void a_crash_gives_the_terminal_back(void **state)
{
    struct vth *vth = sit_and_answer(*state);
    int status, row, col;
    bool visible;

    vth_signal(vth, SIGSEGV);
    assert_true(vth_wait_exit(vth, &status, WORLD_WAIT_MS));
    vth_cursor(vth, &row, &col, &visible);
    assert_true(visible);
    assert_false(vth_altscreen(vth));
    vth_close(vth);
    check_answer_is_kept(*state);
}

static void the_second_window_may_only_read(void **state)
{
    struct world *world = *state;
    struct vth *first = sit_and_answer(world);
    struct vth *second = world_run(world, &(struct world_run){.at_home = true});

    world_expect(second, "Opened for reading only");
    world_expect(second, "An exam is open in another proctor");
    world_expect_not(second, "Next:");
    vth_text(second, "q");
    world_end(second);
    vth_close(second);
    second = world_run(world, &(struct world_run){0});
    world_expect(second, "open in another proctor, go on there");
    world_expect_not(second, "Not now");
    vth_close(second);
    vth_close(first);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_signal_to_end_gives_the_terminal_back),
        WORLD_TEST(no_answer_shown_is_lost_in_a_loop_of_kills),
        WORLD_TEST(a_lost_window_ends_the_program),
        WORLD_TEST(an_interrupt_asks),
        WORLD_TEST(a_stopped_program_goes_on),
        WORLD_TEST(a_crash_gives_the_terminal_back),
        WORLD_TEST(the_second_window_may_only_read),
    };

    world_program = argc > 1 ? argv[1] : "proctor";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
