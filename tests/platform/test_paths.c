/* Where things lie, by the environment of the moment. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "proctor/platform/paths.h"
#include "scratch.h"

static struct arena arena;

/* A home in the scratch directory and nothing else. */
static int setup(void **state)
{
    static const char *const names[] = {"PROCTOR_DB", "PROCTOR_DATA",
                                        "XDG_DATA_HOME", "XDG_STATE_HOME",
                                        "XDG_CONFIG_HOME"};

    if (scratch_setup(state) != 0)
        return -1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
    setenv("HOME", *state, 1);
    setenv("XDG_DATA_DIRS", "/no/such/folder", 1);
    return 0;
}

static int teardown(void **state)
{
    arena_finish(&arena);
    return scratch_teardown(state);
}

static bool is_private_dir(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
           (st.st_mode & 0777) == 0700;
}

static void the_database_is_where_it_is_asked_to_be(void **state)
{
    const char *path;
    struct error err = {0};

    setenv("PROCTOR_DB", "/b.db", 1);
    setenv("XDG_DATA_HOME", scratch_path(state, "data"), 1);
    assert_true(paths_database(&arena, "a.db", &path, &err));
    assert_string_equal(path, "a.db");
    assert_true(paths_database(&arena, NULL, &path, &err));
    assert_string_equal(path, "/b.db");
    assert_int_equal(scratch_count(state), 0);
}

static void the_database_is_in_the_data_home(void **state)
{
    const char *path;
    struct error err = {0};

    setenv("XDG_DATA_HOME", scratch_path(state, "data/deep"), 1);
    assert_true(paths_database(&arena, NULL, &path, &err));
    assert_string_equal(path,
                        scratch_path(state, "data/deep/proctor/proctor.db"));
    assert_true(is_private_dir(scratch_path(state, "data")));
    assert_true(is_private_dir(scratch_path(state, "data/deep/proctor")));
    assert_true(paths_database(&arena, NULL, &path, &err));
}

static void without_a_data_home_it_is_below_home(void **state)
{
    static const char *const ignored[] = {NULL, "", "relative/data"};
    struct error err = {0};

    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) {
        const char *path = NULL;

        if (ignored[i])
            setenv("XDG_DATA_HOME", ignored[i], 1);
        assert_true(paths_database(&arena, NULL, &path, &err));
        assert_string_equal(
            path, scratch_path(state, ".local/share/proctor/proctor.db"));
    }
    assert_true(is_private_dir(scratch_path(state, ".local/share/proctor")));
}

static void state_has_its_own_directory(void **state)
{
    const char *path;
    struct error err = {0};

    assert_true(paths_state(&arena, &path, &err));
    assert_string_equal(path, scratch_path(state, ".local/state/proctor"));
    assert_true(is_private_dir(path));
}

static void settings_have_theirs_made_only_to_be_written(void **state)
{
    const char *path;
    struct error err = {0};

    assert_true(paths_config(&arena, false, &path, &err));
    assert_string_equal(path, scratch_path(state, ".config/proctor"));
    assert_int_equal(scratch_count(state), 0);
    assert_true(paths_config(&arena, true, &path, &err));
    assert_true(is_private_dir(path));
    setenv("XDG_CONFIG_HOME", scratch_path(state, "etc"), 1);
    assert_true(paths_config(&arena, true, &path, &err));
    assert_string_equal(path, scratch_path(state, "etc/proctor"));
    assert_true(is_private_dir(path));
}

static void a_link_is_followed_as_far_as_it_leads(void **state)
{
    const char *file = scratch_file(state, "folder/file", "");
    const char *link = scratch_path(state, "link");
    const char *loop = scratch_path(state, "loop");

    assert_int_equal(symlink("folder/file", link), 0);
    assert_string_equal(paths_follow(&arena, link), file);
    assert_string_equal(paths_follow(&arena, file), file);
    assert_int_equal(symlink("loop", loop), 0);
    assert_string_equal(paths_follow(&arena, loop), loop);
}

static void a_link_leads_to_a_file_that_is_still_to_be_made(void **state)
{
    const char *first = scratch_path(state, "first");
    const char *second = scratch_path(state, "second");
    const char *file = scratch_path(state, "file");

    assert_int_equal(symlink("second", first), 0);
    assert_string_equal(paths_follow(&arena, first), second);
    assert_int_equal(symlink(file, second), 0);
    assert_string_equal(paths_follow(&arena, first), file);
}

static void a_directory_that_cannot_be_made_is_named(void **state)
{
    const char *path = "untouched";
    struct error err = {0};

    setenv("XDG_DATA_HOME", scratch_file(state, "file", ""), 1);
    assert_false(paths_database(&arena, NULL, &path, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, "/file': "));
    assert_string_equal(path, "untouched");
}

static void shipped_folders_come_in_order_and_once(void **state)
{
    char dirs[1024];
    struct path_list list;

    scratch_file(state, "data/proctor/topics.yaml", "");
    scratch_file(state, "site/proctor/topics.yaml", "");
    scratch_file(state, "more/proctor/topics.yaml", "");
    setenv("XDG_DATA_HOME", scratch_path(state, "data"), 1);
    snprintf(dirs, sizeof dirs, "%s:relative:%s/:%s:/no/such:%s",
             scratch_path(state, "site"), scratch_path(state, "site"),
             scratch_path(state, "data"), scratch_path(state, "more"));
    setenv("XDG_DATA_DIRS", dirs, 1);

    list = paths_shipped(&arena);
    assert_true(list.count >= 3); /* the installation's may exist */
    assert_string_equal(list.paths[0], scratch_path(state, "data/proctor"));
    assert_string_equal(list.paths[1], scratch_path(state, "site/proctor"));
    assert_string_equal(list.paths[2], scratch_path(state, "more/proctor"));
}

static void a_given_data_folder_is_the_only_one(void **state)
{
    struct path_list list;

    scratch_file(state, "data/proctor/topics.yaml", "");
    scratch_file(state, "questions/topics.yaml", "");
    setenv("XDG_DATA_HOME", scratch_path(state, "data"), 1);
    setenv("PROCTOR_DATA", scratch_path(state, "questions"), 1);
    list = paths_shipped(&arena);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.paths[0], scratch_path(state, "questions"));

    setenv("PROCTOR_DATA", scratch_path(state, "missing"), 1);
    assert_int_equal(paths_shipped(&arena).count, 0);
}

static void files_are_found_below_and_sorted(void **state)
{
    struct path_list list;
    struct error err = {0};

    scratch_file(state, "z.yaml", "");
    scratch_file(state, "b/c.yaml", "");
    scratch_file(state, "b/a.yaml", "");
    scratch_file(state, "a.yaml", "");
    scratch_file(state, "a.yml", "");
    scratch_file(state, ".hidden.yaml", "");
    scratch_file(state, ".git/x.yaml", "");
    assert_int_equal(symlink("z.yaml", scratch_path(state, "link.yaml")), 0);
    assert_int_equal(symlink(".", scratch_path(state, "loop")), 0);
    assert_int_equal(mkfifo(scratch_path(state, "pipe.yaml"), 0600), 0);

    assert_true(paths_files(&arena, *state, ".yaml", &list, &err));
    assert_int_equal(list.count, 4);
    assert_string_equal(list.paths[0], scratch_path(state, "a.yaml"));
    assert_string_equal(list.paths[1], scratch_path(state, "b/a.yaml"));
    assert_string_equal(list.paths[2], scratch_path(state, "b/c.yaml"));
    assert_string_equal(list.paths[3], scratch_path(state, "z.yaml"));
}

static void eight_levels_are_looked_at(void **state)
{
    struct path_list list;

    scratch_file(state, "2/3/4/5/6/7/8/in.yaml", "");
    scratch_file(state, "2/3/4/5/6/7/8/9/out.yaml", "");
    assert_true(paths_files(&arena, *state, ".yaml", &list, NULL));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.paths[0],
                        scratch_path(state, "2/3/4/5/6/7/8/in.yaml"));
}

static void a_file_is_its_own_list(void **state)
{
    struct path_list list;
    const char *path = scratch_file(state, "bank.txt", "");

    assert_true(paths_files(&arena, path, ".yaml", &list, NULL));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.paths[0], path);
}

static void an_empty_folder_has_no_files_and_a_missing_one_fails(void **state)
{
    struct path_list list = {.count = 77};
    struct error err = {0};

    assert_false(paths_files(&arena, scratch_path(state, "missing"), ".yaml",
                             &list, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    assert_int_equal(list.count, 77);
    assert_true(paths_files(&arena, *state, ".yaml", &list, &err));
    assert_int_equal(list.count, 0);
}

#define PATHS_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PATHS_TEST(the_database_is_where_it_is_asked_to_be),
        PATHS_TEST(the_database_is_in_the_data_home),
        PATHS_TEST(without_a_data_home_it_is_below_home),
        PATHS_TEST(state_has_its_own_directory),
        PATHS_TEST(settings_have_theirs_made_only_to_be_written),
        PATHS_TEST(a_link_is_followed_as_far_as_it_leads),
        PATHS_TEST(a_link_leads_to_a_file_that_is_still_to_be_made),
        PATHS_TEST(a_directory_that_cannot_be_made_is_named),
        PATHS_TEST(shipped_folders_come_in_order_and_once),
        PATHS_TEST(a_given_data_folder_is_the_only_one),
        PATHS_TEST(files_are_found_below_and_sorted),
        PATHS_TEST(eight_levels_are_looked_at),
        PATHS_TEST(a_file_is_its_own_list),
        PATHS_TEST(an_empty_folder_has_no_files_and_a_missing_one_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
