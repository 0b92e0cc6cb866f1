/* Names that are typed: the home folder, and what fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "proctor/platform/typed_path.h"
#include "scratch.h"

static struct arena arena;

static int teardown(void **state)
{
    arena_finish(&arena);
    return scratch_teardown(state);
}

static void a_tilde_is_the_home_folder(void **state)
{
    static const struct {
        const char *typed, *path;
    } cases[] = {
        {"~/bank.yaml", "/home/ann/bank.yaml"},
        {"~", "/home/ann"},
        {"~ben/bank.yaml", "~ben/bank.yaml"},
        {"/tmp/~", "/tmp/~"},
        {"", ""},
    };

    (void)state;
    setenv("HOME", "/home/ann", 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(typed_path_expand(&arena, cases[i].typed),
                            cases[i].path);
}

static void what_all_names_have_in_common_is_added(void **state)
{
    struct path_list fits;

    scratch_file(state, "skin-1.yaml", "");
    scratch_file(state, "skin-2.yaml", "");
    scratch_file(state, "other.yaml", "");
    assert_string_equal(typed_path_complete(&arena, scratch_path(state, "s"),
                                            &fits),
                        scratch_path(state, "skin-"));
    assert_int_equal(fits.count, 2);
    assert_string_equal(fits.paths[0], "skin-1.yaml");
    assert_string_equal(fits.paths[1], "skin-2.yaml");
}

static void one_folder_alone_ends_in_a_slash(void **state)
{
    struct path_list fits;

    scratch_file(state, "banks/a.yaml", "");
    assert_string_equal(typed_path_complete(&arena, scratch_path(state, "ba"),
                                            &fits),
                        scratch_path(state, "banks/"));
    setenv("HOME", *state, 1);
    assert_string_equal(typed_path_complete(&arena, "~/ba", &fits), "~/banks/");
    assert_string_equal(typed_path_complete(&arena, "~/banks/", &fits),
                        "~/banks/a.yaml");
}

static void hidden_names_want_their_dot(void **state)
{
    struct path_list fits;

    scratch_file(state, ".hidden", "");
    scratch_file(state, "seen", "");
    typed_path_complete(&arena, scratch_path(state, ""), &fits);
    assert_int_equal(fits.count, 1);
    assert_string_equal(fits.paths[0], "seen");
    assert_string_equal(typed_path_complete(&arena, scratch_path(state, ".h"),
                                            &fits),
                        scratch_path(state, ".hidden"));
}

static void where_nothing_fits_the_text_stays(void **state)
{
    struct path_list fits = {.count = 77};

    assert_string_equal(
        typed_path_complete(&arena, scratch_path(state, "none/x"), &fits),
        scratch_path(state, "none/x"));
    assert_int_equal(fits.count, 0);
}

/* "a\303\266" and "a\303\274" share half a character: it is not added. */
static void no_character_is_cut(void **state)
{
    struct path_list fits;

    scratch_file(state, "a\303\266", "");
    scratch_file(state, "a\303\274", "");
    assert_string_equal(typed_path_complete(&arena, scratch_path(state, "a"),
                                            &fits),
                        scratch_path(state, "a"));
}

#define PATH_TEST(name)                                                        \
    cmocka_unit_test_setup_teardown(name, scratch_setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PATH_TEST(a_tilde_is_the_home_folder),
        PATH_TEST(what_all_names_have_in_common_is_added),
        PATH_TEST(one_folder_alone_ends_in_a_slash),
        PATH_TEST(hidden_names_want_their_dot),
        PATH_TEST(where_nothing_fits_the_text_stays),
        PATH_TEST(no_character_is_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
