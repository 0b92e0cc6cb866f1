/* Chance that is not repeatable, and private files. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "proctor/platform/system.h"

static void seeds_differ(void **state)
{
    (void)state;
    assert_true(system_seed() != system_seed());
}

static void ids_are_random_uuids(void **state)
{
    unsigned char a[16], b[16], seen[16] = {0};
    (void)state;

    for (int i = 0; i < 64; i++) {
        system_uuid(a);
        system_uuid(b);
        assert_memory_not_equal(a, b, 16);
        assert_int_equal(a[6] >> 4, 4);
        assert_int_equal(a[8] >> 6, 2);
        for (int j = 0; j < 16; j++)
            seen[j] |= a[j] ^ b[j];
    }
    for (int j = 0; j < 16; j++)
        assert_true(seen[j] != 0);
}

static void new_files_are_closed_to_others(void **state)
{
    mode_t old = umask(022);
    (void)state;

    system_prepare();
    assert_int_equal(umask(old), 077);
}

static void a_file_size_limit_is_no_signal(void **state)
{
    (void)state;
    system_prepare();
    assert_int_equal(raise(SIGXFSZ), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seeds_differ),
        cmocka_unit_test(ids_are_random_uuids),
        cmocka_unit_test(new_files_are_closed_to_others),
        cmocka_unit_test(a_file_size_limit_is_no_signal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
