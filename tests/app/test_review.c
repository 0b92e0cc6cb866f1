/* What an attempt says afterwards. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/doctor.h"
#include "proctor/app/review.h"

static void sit(struct fixture *f, int right, int wrong)
{
    struct session *session = fixture_start(f);

    for (int pos = 0; pos < right + wrong; pos++)
        fixture_answer(session, pos, pos < right);
    if (!session_submit(session, &f->err))
        fail_msg("cannot submit: %s", f->err.message);
    session_close(session);
}

static void filled(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
}

static void the_verdict_never_contradicts_the_marks(void **state)
{
    static const struct {
        int right, wrong;
        const char *headline;
    } cases[] = {
        /* 70 % of 6 is 4.2: five whole questions are needed. */
        {6, 0, "6 of 6, 4.2 needed (70 %): passed."},
        {5, 1, "5 of 6, 4.2 needed (70 %): passed."},
        {4, 2, "4 of 6, 4.2 needed (70 %): not passed."},
        {0, 0, "0 of 6, 4.2 needed (70 %): not passed."},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        struct review review;

        filled(&f);
        sit(&f, cases[i].right, cases[i].wrong);
        assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
        assert_string_equal(review_headline(&review, &f.arena).data,
                            cases[i].headline);
        fixture_close(&f);
    }
}

static void sections_count_their_own(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    filled(&f);
    sit(&f, 3, 2);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_int_equal(review.result.section_count, 2);
    assert_int_equal(review.result.sections[0].asked, 4);
    assert_int_equal(review.result.sections[0].right, 3);
    assert_int_equal(review.result.sections[1].asked, 2);
    assert_int_equal(review.result.sections[1].right, 0);
    assert_int_equal(review.result.sections[1].blank, 1);
    fixture_close(&f);
}

static void filters_choose_wrong_marked_and_blank(void **state)
{
    struct fixture f;
    struct review review;
    struct session *session;
    int counts[REVIEW_FILTER_COUNT] = {0};

    (void)state;
    filled(&f);
    session = fixture_start(&f);
    fixture_answer(session, 0, true);
    fixture_answer(session, 1, false);
    assert_true(session_toggle_mark(session, 0, &f.err));
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    for (size_t i = 0; i < review.count; i++)
        for (int filter = 0; filter < REVIEW_FILTER_COUNT; filter++)
            counts[filter] +=
                review_matches(&review.items[i], (enum review_filter)filter);
    assert_int_equal(counts[REVIEW_ALL], 6);
    assert_int_equal(counts[REVIEW_WRONG], 5);
    assert_int_equal(counts[REVIEW_MARKED], 1);
    assert_int_equal(counts[REVIEW_BLANK], 4);
    fixture_close(&f);
}

/* A sitting of 60 minutes and six questions: 10 minutes each. Question 0 takes
 * 16 minutes, 1 is changed to the key, 2 is a guess, 3 is right at once. */
static void sit_with_a_past(struct fixture *f)
{
    struct session *session = fixture_start(f);

    assert_true(session_visit(session, 0, &f->err));
    fixture_pass(f, 16 * 60000);
    fixture_answer(session, 0, false);
    fixture_answer(session, 1, false);
    fixture_answer(session, 2, false);
    assert_true(session_set_sure(session, 2, 0, &f->err));
    fixture_answer(session, 1, true);
    fixture_answer(session, 3, true);
    fixture_pass(f, 60000);
    assert_true(session_submit(session, &f->err));
    session_close(session);
}

static int count_matching(const struct review *review,
                          enum review_filter filter)
{
    int count = 0;

    for (size_t i = 0; i < review->count; i++)
        count += review_matches(&review->items[i], filter);
    return count;
}

static void the_past_of_each_answer_is_kept(void **state)
{
    struct fixture f;
    struct review review;

    (void)state;
    filled(&f);
    sit_with_a_past(&f);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_true(review_matches(&review.items[0], REVIEW_SLOW));
    assert_int_equal(count_matching(&review, REVIEW_SLOW), 1);
    assert_true(review_matches(&review.items[1], REVIEW_CHANGED));
    assert_int_equal(count_matching(&review, REVIEW_CHANGED), 1);
    assert_true(review_matches(&review.items[2], REVIEW_GUESSED));
    assert_int_equal(count_matching(&review, REVIEW_GUESSED), 1);
    assert_int_equal(count_matching(&review, REVIEW_DISPUTED), 0);
    assert_int_equal(review.retrospect.target_ms, 600000);
    assert_int_equal(review.retrospect.changed, 1);
    assert_int_equal(review.retrospect.wrong_to_right, 1);
    assert_int_equal(review.retrospect.earned, 200);
    assert_int_equal(review.retrospect.first_earned, 100);
    assert_int_equal(review.retrospect.not_reached, 2);
    /* Two questions of four options left blank. */
    assert_int_equal(review.retrospect.chances, 50);
    fixture_close(&f);
}

/* 90 minutes for six questions: 15 minutes each, slow from 22.5 on. */
static void slow_is_measured_by_the_own_time(void **state)
{
    struct fixture f;
    struct candidate candidate;
    struct review review;
    struct session *session;

    (void)state;
    filled(&f);
    candidate = *app_candidate(f.app);
    candidate.time_percent = 150;
    assert_true(app_set_candidate(f.app, &candidate, &f.err));
    session = fixture_start(&f);
    assert_true(session_visit(session, 0, &f.err));
    fixture_pass(&f, 16 * 60000);
    fixture_answer(session, 1, true);
    fixture_pass(&f, 23 * 60000);
    fixture_answer(session, 2, true);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_int_equal(review.retrospect.target_ms, 900000);
    assert_false(review_matches(&review.items[0], REVIEW_SLOW));
    assert_true(review_matches(&review.items[1], REVIEW_SLOW));
    fixture_close(&f);
}

static void a_practice_counts_what_was_shown(void **state)
{
    struct fixture f;
    struct review review;
    struct session *session;

    (void)state;
    filled(&f);
    session = fixture_practise(&f);
    fixture_answer(session, 0, true);
    fixture_answer(session, 1, false);
    assert_true(session_visit(session, 2, &f.err));
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_string_equal(review_headline(&review, &f.arena).data,
                        "1 of 3 questions right (6 drawn, 3 not shown).");
    /* What was not shown stays fresh. */
    assert_int_equal(count_matching(&review, REVIEW_ALL), 3);
    assert_int_equal(count_matching(&review, REVIEW_WRONG), 2);
    assert_int_equal(count_matching(&review, REVIEW_BLANK), 1);
    fixture_close(&f);
}

static void an_abandoned_attempt_has_no_verdict(void **state)
{
    struct fixture f;
    struct review review;
    struct session *session;

    (void)state;
    filled(&f);
    session = fixture_start(&f);
    fixture_answer(session, 0, true);
    assert_true(session_abandon(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_int_equal(review.result.verdict, VERDICT_NONE);
    assert_non_null(
        strstr(review_headline(&review, &f.arena).data, "no verdict"));
    fixture_close(&f);
}

static void a_running_attempt_is_not_reviewed(void **state)
{
    struct fixture f;
    struct review review;
    struct session *session;

    (void)state;
    filled(&f);
    session = fixture_start(&f);
    assert_false(review_read(f.app, 1, &f.arena, &review, &f.err));
    assert_int_equal(f.err.code, ERR_INVALID);
    assert_false(review_read(f.app, 99, &f.arena, &review, &f.err));
    assert_int_equal(f.err.code, ERR_NOT_FOUND);
    session_close(session);
    fixture_close(&f);
}

static bool has_remark(const struct str_list *remarks, const char *part)
{
    for (size_t i = 0; i < remarks->count; i++)
        if (strstr(remarks->items[i].data, part))
            return true;
    return false;
}

static void interruption_and_accommodation_are_remarked(void **state)
{
    struct fixture f;
    struct review review;
    struct candidate candidate;
    struct session *session;
    struct str_list remarks;

    (void)state;
    filled(&f);
    candidate = *app_candidate(f.app);
    candidate.time_percent = 125;
    assert_true(app_set_candidate(f.app, &candidate, &f.err));
    session = fixture_start(&f);
    assert_true(session_leave(session, false, &f.err));
    session_close(session);
    session = session_resume(f.app, 1, false, &f.err);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_true(review_read(f.app, 1, &f.arena, &review, &f.err));
    remarks = review_remarks(&review, &f.arena);
    assert_true(has_remark(&remarks, "not exam conditions"));
    assert_true(has_remark(&remarks, "125 %"));
    remarks = review_findings(&review, &f.arena);
    assert_true(has_remark(&remarks, "6 questions without an answer, none"));
    fixture_close(&f);
}

struct findings {
    int good, bad;
};

static void count_finding(void *context, const struct finding *finding)
{
    struct findings *findings = context;

    *(finding->bad ? &findings->bad : &findings->good) += 1;
}

static void the_doctor_finds_nothing_bad_after_a_sitting(void **state)
{
    struct fixture f;
    struct findings findings = {0};

    (void)state;
    filled(&f);
    sit(&f, 4, 1);
    assert_true(doctor_examine(f.app, count_finding, &findings));
    assert_int_equal(findings.bad, 0);
    assert_true(findings.good > 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_verdict_never_contradicts_the_marks),
        cmocka_unit_test(sections_count_their_own),
        cmocka_unit_test(filters_choose_wrong_marked_and_blank),
        cmocka_unit_test(the_past_of_each_answer_is_kept),
        cmocka_unit_test(slow_is_measured_by_the_own_time),
        cmocka_unit_test(a_practice_counts_what_was_shown),
        cmocka_unit_test(an_abandoned_attempt_has_no_verdict),
        cmocka_unit_test(a_running_attempt_is_not_reviewed),
        cmocka_unit_test(interruption_and_accommodation_are_remarked),
        cmocka_unit_test(the_doctor_finds_nothing_bad_after_a_sitting),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
