/* Who is removed: gone, in whatever state the disk is, and nobody is taken for
 * them. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/people.h"

static size_t count_people(struct fixture *f)
{
    struct candidate_list list;

    assert_true(people_list(f->app, &f->arena, &list, &f->err));
    return list.count;
}

static void whoever_is_removed_is_followed_by_somebody_else(void **state)
{
    struct fixture f;
    int64_t first, ann, ben;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    first = app_candidate(f.app)->candidate_id;
    ann = fixture_person(&f, "Ann");
    ben = fixture_person(&f, "Ben");
    assert_true(people_choose(f.app, ben, &f.err));
    fixture_sit(&f, 1, 1);
    assert_true(people_remove(f.app, ben, &f.err));
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    assert_int_equal(count_people(&f), 2);
    assert_false(people_remove(f.app, ben, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    /* Whoever gets the id of one who went is not taken for them. */
    fixture_person(&f, "Cleo");
    fixture_reopen(&f);
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    /* Somebody else goes: nothing changes here. */
    assert_true(people_remove(f.app, ann, &f.err));
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    fixture_close(&f);
}

/* The file cannot grow: all is erased, but not written anew. */
static bool remove_without_room(struct fixture *f, int64_t candidate_id)
{
    struct rlimit before, less;
    struct stat status;
    bool removed;

    assert_int_equal(stat(f->database, &status), 0);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    less = before;
    less.rlim_cur = (rlim_t)status.st_size / 4 * 3;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &less), 0);
    removed = people_remove(f->app, candidate_id, &f->err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    return removed;
}

static void who_is_removed_is_gone_also_where_traces_are_left(void **state)
{
    struct fixture f;
    int64_t first, ann;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    first = app_candidate(f.app)->candidate_id;
    ann = fixture_person(&f, "Ann");
    assert_true(people_choose(f.app, ann, &f.err));
    fixture_sit(&f, 1, 1);
    fixture_reopen(&f); /* empties the log */
    assert_false(remove_without_room(&f, ann));
    assert_int_equal(f.err.code, ERR_FULL);
    assert_non_null(strstr(f.err.message, "the candidate is removed, but"));
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    assert_int_equal(count_people(&f), 1);
    /* Whoever gets the id is not taken for them. */
    assert_int_equal(fixture_person(&f, "Ben"), ann);
    fixture_reopen(&f);
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    fixture_close(&f);
}

static void a_removal_that_fails_leaves_all_as_it_was(void **state)
{
    struct candidate_list list;
    struct fixture f;
    struct app *reader;
    int64_t ann;

    (void)state;
    fixture_open(&f);
    ann = fixture_person(&f, "Ann");
    reader = fixture_open_as(&f, "Ann");
    assert_false(people_remove(reader, ann, &f.err));
    assert_int_equal(f.err.code, ERR_READONLY);
    assert_string_equal(app_candidate(reader)->label, "Ann");
    assert_true(people_list(reader, &f.arena, &list, &f.err));
    assert_int_equal(list.count, 2);
    app_close(reader);
    fixture_close(&f);
}

static void after_the_last_one_there_is_a_new_one(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_prepare(&f);
    fixture_sit(&f, 1, 1);
    assert_true(people_welcomed(f.app, &f.err));
    assert_true(
        people_remove(f.app, app_candidate(f.app)->candidate_id, &f.err));
    assert_int_equal(count_people(&f), 1);
    assert_string_equal(app_candidate(f.app)->exam, "");
    assert_true(people_need_welcome(f.app));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_is_removed_is_followed_by_somebody_else),
        cmocka_unit_test(who_is_removed_is_gone_also_where_traces_are_left),
        cmocka_unit_test(a_removal_that_fails_leaves_all_as_it_was),
        cmocka_unit_test(after_the_last_one_there_is_a_new_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
