/* People: who there is, what they may be called, who is here, who goes. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/people.h"

static int64_t add(struct fixture *f, const char *name)
{
    int64_t id;

    if (!people_add(f->app, name, &id, &f->err))
        fail_msg("cannot add '%s': %s", name, f->err.message);
    return id;
}

static struct candidate person(struct fixture *f, const char *name)
{
    struct candidate candidate;

    if (!people_find(f->app, name, &f->arena, &candidate, &f->err))
        fail_msg("%s", f->err.message);
    return candidate;
}

static void expect_usage(const struct fixture *f, bool ok, const char *part)
{
    assert_false(ok);
    if (f->err.code != ERR_USAGE || !strstr(f->err.message, part))
        fail_msg("'%s' is not in %d: %s", part, f->err.code, f->err.message);
}

static size_t count_people(struct fixture *f)
{
    struct candidate_list list;

    assert_true(people_list(f->app, &f->arena, &list, &f->err));
    return list.count;
}

/* --- names -------------------------------------------------------------- */

static void names_are_found_without_regard_to_case(void **state)
{
    struct candidate found;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    add(&f, "Ann");
    assert_string_equal(person(&f, "aNN").label, "Ann");
    assert_false(people_find(f.app, "Amn", &f.arena, &found, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_string_equal(f.err.message,
                        "there is no candidate 'Amn'; did you mean 'Ann'?");
    assert_false(people_find(f.app, "Wilhelmina", &f.arena, &found, &f.err));
    assert_non_null(strstr(f.err.message, "`proctor candidates`"));
    fixture_close(&f);
}

static void a_name_that_cannot_be_is_refused(void **state)
{
    static const char *const cases[][2] = {
        {"", "a name is needed"},
        {" \t ", "a name is needed"},
        {"Ann", "already a candidate 'Ann'"},
        {"ANN", "already a candidate 'Ann'"},
        {"B\033[2Jen", "control characters"},
        {" ann ", "already a candidate 'Ann'"},
        {"B\nen", "control characters"},
        {"Ben\xe2\x80\xae", "control characters"},
        {"Ben\xff", "control characters"},
        {"0123456789012345678901234567890123456789012345678901234567890",
         "60 bytes"},
    };
    struct fixture f;
    int64_t id;

    (void)state;
    fixture_open(&f);
    add(&f, "Ann");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_usage(&f, people_add(f.app, cases[i][0], &id, &f.err),
                     cases[i][1]);
    add(&f, "J\xc3\xb6rg, \xe6\x9d\xb1");
    add(&f, "012345678901234567890123456789012345678901234567890123456789");
    fixture_close(&f);
}

static void blanks_around_a_name_are_cut(void **state)
{
    struct candidate ann;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    add(&f, "  Ann\t");
    ann = person(&f, "Ann");
    assert_string_equal(ann.label, "Ann");
    ann.label = " Ann B. ";
    assert_true(people_set(f.app, &ann, &f.err));
    assert_string_equal(person(&f, "Ann B.").label, "Ann B.");
    fixture_close(&f);
}

static void a_login_name_that_cannot_be_is_not_taken(void **state)
{
    static const char *const cases[][2] = {
        {"ann", "ann"},
        {"\033[2J", "Candidate"},
        {"an\xff", "Candidate"},
        {"", "ben"},
        {"0123456789012345678901234567890123456789012345678901234567890",
         "Candidate"},
    };

    (void)state;
    setenv("USER", "ben", 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;

        setenv("LOGNAME", cases[i][0], 1);
        fixture_open(&f);
        assert_string_equal(app_candidate(f.app)->label, cases[i][1]);
        fixture_close(&f);
    }
}

/* --- what is known of someone -------------------------------------------- */

static void what_cannot_be_set_is_named(void **state)
{
    static const struct {
        struct candidate change;
        const char *part;
    } cases[] = {
        {{.exam = "quikc"}, "did you mean 'quick'?"},
        {{.exam_date = "2027-02-29"}, "'2027-02-29' is no date"},
        {{.exam_date = "soon"}, "2027-03-31"},
        {{.time_percent = 99}, "100 to 400"},
        {{.time_percent = 401}, "100 to 400"},
        {{.added_minutes = 1441}, "0 to 1440"},
        {{.added_minutes = -1}, "0 to 1440"},
        {{.label = "Ben"}, "already a candidate 'Ben'"},
        {{.label = ""}, "a name is needed"},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    add(&f, "Ann");
    add(&f, "Ben");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct candidate *change = &cases[i].change;
        struct candidate ann = person(&f, "Ann");

        if (change->label)
            ann.label = change->label;
        if (change->exam)
            ann.exam = change->exam;
        if (change->exam_date)
            ann.exam_date = change->exam_date;
        if (change->time_percent)
            ann.time_percent = change->time_percent;
        if (change->added_minutes)
            ann.added_minutes = change->added_minutes;
        expect_usage(&f, people_set(f.app, &ann, &f.err), cases[i].part);
    }
    fixture_close(&f);
}

static void what_is_set_is_kept(void **state)
{
    struct candidate ann;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    add(&f, "Ann");
    ann = person(&f, "Ann");
    ann.label = "ann";
    ann.exam = "short"; /* an alias of quick */
    ann.exam_date = "2028-02-29";
    ann.time_percent = 400;
    ann.added_minutes = 1440;
    assert_true(people_set(f.app, &ann, &f.err));
    ann = person(&f, "Ann");
    assert_string_equal(ann.label, "ann");
    assert_string_equal(ann.exam, "quick");
    assert_string_equal(ann.exam_date, "2028-02-29");
    assert_int_equal(ann.time_percent, 400);
    assert_int_equal(ann.added_minutes, 1440);
    ann.exam = ann.exam_date = "";
    assert_true(people_set(f.app, &ann, &f.err));
    assert_string_equal(person(&f, "Ann").exam, "");
    fixture_close(&f);
}

static void an_exam_that_is_gone_does_not_stand_in_the_way(void **state)
{
    struct candidate here;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    fixture_prepare(&f);
    assert_true(library_enable_exam(f.app, "quick", false, &f.err));
    here = *app_candidate(f.app);
    here.label = "Ann";
    assert_true(people_set(f.app, &here, &f.err));
    assert_string_equal(app_candidate(f.app)->label, "Ann");
    assert_string_equal(app_candidate(f.app)->exam, "quick");
    add(&f, "Ben");
    here = person(&f, "Ben");
    here.exam = "quick";
    expect_usage(&f, people_set(f.app, &here, &f.err), "is disabled");
    fixture_close(&f);
}

static void dates_are_days_that_exist(void **state)
{
    (void)state;
    assert_true(people_is_date("2028-02-29"));
    assert_false(people_is_date("2027-02-29"));
    assert_false(people_is_date("2027-1-31"));
    assert_false(people_is_date(""));
}

static void days_are_counted_in_the_zone_of_the_user(void **state)
{
    /* 2027-01-15 08:00 UTC; in Honolulu it is the evening before. */
    static const struct {
        const char *zone, *date;
        bool is_there;
        int days;
    } cases[] = {
        {"UTC", "2027-01-16", true, 1},   {"UTC", "2027-01-15", true, 0},
        {"UTC", "2027-01-14", true, -1},  {"UTC", "2028-01-15", true, 365},
        {"HST10", "2027-01-16", true, 2}, {"UTC", "", false, 0},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct candidate candidate = {.exam_date = cases[i].date};
        int days = 0;

        setenv("TZ", cases[i].zone, 1);
        assert_int_equal(people_days_left(f.app, &candidate, &days),
                         cases[i].is_there);
        assert_int_equal(days, cases[i].days);
    }
    setenv("TZ", "UTC", 1);
    fixture_close(&f);
}

/* --- who is here --------------------------------------------------------- */

static void whoever_was_chosen_is_here_again_the_next_time(void **state)
{
    struct fixture f;
    int64_t ann;

    (void)state;
    fixture_open(&f);
    ann = add(&f, "Ann");
    assert_int_not_equal(app_candidate(f.app)->candidate_id, ann);
    assert_true(people_choose(f.app, ann, &f.err));
    assert_string_equal(app_candidate(f.app)->label, "Ann");
    fixture_reopen(&f);
    assert_string_equal(app_candidate(f.app)->label, "Ann");
    assert_false(people_choose(f.app, 77, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_string_equal(app_candidate(f.app)->label, "Ann");
    fixture_close(&f);
}

static struct app *open_as(struct fixture *f, const char *name)
{
    struct app_options options = {.database = f->database,
                                  .read_only = true,
                                  .candidate = name,
                                  .clock = &f->clock};

    return app_open(&options, &f->err);
}

static void a_name_given_at_the_start_goes_before_the_last_chosen(void **state)
{
    struct fixture f;
    struct app *app;

    (void)state;
    fixture_open(&f);
    assert_true(people_choose(f.app, add(&f, "Ann"), &f.err));
    add(&f, "Ben");
    app = open_as(&f, "ben");
    assert_non_null(app);
    assert_string_equal(app_candidate(app)->label, "Ben");
    app_close(app);
    assert_null(open_as(&f, "Bem"));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(f.err.message, "did you mean 'Ben'?"));
    fixture_reopen(&f);
    assert_string_equal(app_candidate(f.app)->label, "Ann");
    fixture_close(&f);
}

static void who_is_here_stays_when_nobody_can_be_chosen(void **state)
{
    struct fixture f;
    struct app *app;

    (void)state;
    fixture_open(&f);
    assert_true(people_choose(f.app, add(&f, "Ann"), &f.err));
    add(&f, "Ben");
    app = open_as(&f, "Ben");
    assert_false(people_choose(app, 77, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    assert_string_equal(app_candidate(app)->label, "Ben");
    app_close(app);
    fixture_close(&f);
}

static void each_has_attempts_of_their_own(void **state)
{
    struct interruption told;
    struct session *session;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    session = fixture_start(&f);
    session_close(session);
    assert_true(people_choose(f.app, add(&f, "Ann"), &f.err));
    assert_false(session_interruption(f.app, &f.arena, &told, &f.err));
    session = fixture_start(&f);
    assert_non_null(session);
    session_close(session);
    fixture_close(&f);
}

/* --- going --------------------------------------------------------------- */

static void whoever_is_removed_is_followed_by_somebody_else(void **state)
{
    struct fixture f;
    int64_t first, ann, ben;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    first = app_candidate(f.app)->candidate_id;
    ann = add(&f, "Ann");
    ben = add(&f, "Ben");
    assert_true(people_choose(f.app, ben, &f.err));
    fixture_sit(&f, 1, 1);
    assert_true(people_remove(f.app, ben, &f.err));
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    assert_int_equal(count_people(&f), 2);
    assert_false(people_remove(f.app, ben, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    /* Whoever gets the id of one who went is not taken for them. */
    add(&f, "Cleo");
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
    ann = add(&f, "Ann");
    assert_true(people_choose(f.app, ann, &f.err));
    fixture_sit(&f, 1, 1);
    fixture_reopen(&f); /* empties the log */
    assert_false(remove_without_room(&f, ann));
    assert_int_equal(f.err.code, ERR_FULL);
    assert_non_null(strstr(f.err.message, "the candidate is removed, but"));
    assert_int_equal(app_candidate(f.app)->candidate_id, first);
    assert_int_equal(count_people(&f), 1);
    /* Whoever gets the id is not taken for them. */
    assert_int_equal(add(&f, "Ben"), ann);
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
    ann = add(&f, "Ann");
    reader = open_as(&f, "Ann");
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

/* --- the first start ----------------------------------------------------- */

static void the_first_start_welcomes_once(void **state)
{
    struct fixture f;

    (void)state;
    fixture_open(&f);
    assert_true(people_need_welcome(f.app));
    assert_true(people_welcomed(f.app, &f.err));
    assert_false(people_need_welcome(f.app));
    fixture_reopen(&f);
    assert_false(people_need_welcome(f.app));
    fixture_close(&f);
}

static void who_is_known_already_is_not_welcomed(void **state)
{
    struct fixture f;
    struct app *reader;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    reader = open_as(&f, NULL);
    assert_false(people_need_welcome(reader));
    app_close(reader);
    add(&f, "Ann");
    assert_false(people_need_welcome(f.app));
    fixture_close(&f);
    fixture_open(&f);
    fixture_fill(&f);
    fixture_sit(&f, 1, 0);
    assert_false(people_need_welcome(f.app));
    fixture_close(&f);
    fixture_open(&f);
    fixture_fill(&f);
    fixture_prepare(&f);
    assert_false(people_need_welcome(f.app));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_without_regard_to_case),
        cmocka_unit_test(a_name_that_cannot_be_is_refused),
        cmocka_unit_test(blanks_around_a_name_are_cut),
        cmocka_unit_test(a_login_name_that_cannot_be_is_not_taken),
        cmocka_unit_test(what_cannot_be_set_is_named),
        cmocka_unit_test(what_is_set_is_kept),
        cmocka_unit_test(an_exam_that_is_gone_does_not_stand_in_the_way),
        cmocka_unit_test(dates_are_days_that_exist),
        cmocka_unit_test(days_are_counted_in_the_zone_of_the_user),
        cmocka_unit_test(whoever_was_chosen_is_here_again_the_next_time),
        cmocka_unit_test(a_name_given_at_the_start_goes_before_the_last_chosen),
        cmocka_unit_test(who_is_here_stays_when_nobody_can_be_chosen),
        cmocka_unit_test(each_has_attempts_of_their_own),
        cmocka_unit_test(whoever_is_removed_is_followed_by_somebody_else),
        cmocka_unit_test(who_is_removed_is_gone_also_where_traces_are_left),
        cmocka_unit_test(a_removal_that_fails_leaves_all_as_it_was),
        cmocka_unit_test(after_the_last_one_there_is_a_new_one),
        cmocka_unit_test(the_first_start_welcomes_once),
        cmocka_unit_test(who_is_known_already_is_not_welcomed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
