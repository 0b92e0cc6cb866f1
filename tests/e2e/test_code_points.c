/* No code point drives the terminal, whatever a bank may hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "vth.h"

#define WAIT_MS 120000

static const char *program;

static void no_code_point_is_a_control_sequence(void **state)
{
    const char *argv[] = {program, NULL};
    const char *env[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8", NULL};
    struct vth *vth = vth_open(&(
        struct vth_options){.argv = argv, .env = env, .rows = 24, .cols = 80});
    int status;

    (void)state;
    assert_true(vth_sync(vth, WAIT_MS));
    assert_string_equal(vth_unknown(vth), "");
    assert_string_equal(vth_title(vth), "");
    assert_int_equal(vth_bells(vth), 0);
    vth_text(vth, "q");
    assert_true(vth_wait_exit(vth, &status, WAIT_MS));
    assert_int_equal(status, 0);
    vth_close(vth);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_code_point_is_a_control_sequence),
    };

    program = argc > 1 ? argv[1] : "show_code_points";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
