/* People: who there is, what they may be called, who is here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/people.h"

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

/* --- names -------------------------------------------------------------- */

static void names_are_found_without_regard_to_case(void **state)
{
    struct candidate found;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_person(&f, "Ann");
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
    fixture_person(&f, "Ann");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_usage(&f, people_add(f.app, cases[i][0], &id, &f.err),
                     cases[i][1]);
    fixture_person(&f, "J\xc3\xb6rg, \xe6\x9d\xb1");
    fixture_person(
        &f, "012345678901234567890123456789012345678901234567890123456789");
    fixture_close(&f);
}

static void blanks_around_a_name_are_cut(void **state)
{
    struct candidate ann;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_person(&f, "  Ann\t");
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
    fixture_person(&f, "Ann");
    fixture_person(&f, "Ben");
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
    fixture_person(&f, "Ann");
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
    fixture_person(&f, "Ben");
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
    ann = fixture_person(&f, "Ann");
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

static void a_name_given_at_the_start_goes_before_the_last_chosen(void **state)
{
    struct fixture f;
    struct app *app;

    (void)state;
    fixture_open(&f);
    assert_true(people_choose(f.app, fixture_person(&f, "Ann"), &f.err));
    fixture_person(&f, "Ben");
    app = fixture_open_as(&f, "ben");
    assert_non_null(app);
    assert_string_equal(app_candidate(app)->label, "Ben");
    app_close(app);
    assert_null(fixture_open_as(&f, "Bem"));
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
    assert_true(people_choose(f.app, fixture_person(&f, "Ann"), &f.err));
    fixture_person(&f, "Ben");
    app = fixture_open_as(&f, "Ben");
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
    assert_true(people_choose(f.app, fixture_person(&f, "Ann"), &f.err));
    assert_false(session_interruption(f.app, &f.arena, &told, &f.err));
    session = fixture_start(&f);
    assert_non_null(session);
    session_close(session);
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
    reader = fixture_open_as(&f, NULL);
    assert_false(people_need_welcome(reader));
    app_close(reader);
    fixture_person(&f, "Ann");
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
        cmocka_unit_test(the_first_start_welcomes_once),
        cmocka_unit_test(who_is_known_already_is_not_welcomed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
