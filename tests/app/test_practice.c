/* What a practice draws: scopes, the reserve, times, the blueprint it is
 * stored as. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/domain/topic.h"

#define MINUTE INT64_C(60000)

/* A database with 12 questions, 6 of them the reserve of `quick`. */
static void open_prepared(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
    fixture_prepare(f);
}

/* Sits it through with every answer right; gives the number of questions. */
static int practise(struct fixture *f, const struct practice_request *request)
{
    struct session *session = fixture_start_practice(f, request);
    int count = session_sitting(session)->count;

    for (int pos = 0; pos < count; pos++)
        fixture_answer(session, pos, true);
    assert_true(session_submit(session, &f->err));
    session_close(session);
    return count;
}

static struct practice_offer offer_of(struct fixture *f,
                                      const struct practice_request *request)
{
    struct practice_offer offer;

    if (!practice_offer(f->app, request, &f->arena, &offer, &f->err))
        fail_msg("cannot offer: %s", f->err.message);
    return offer;
}

static void expect_refused(struct fixture *f,
                           const struct practice_request *request,
                           enum error_code code, const char *part)
{
    struct session_plan plan;

    assert_false(practice_plan(f->app, request, &f->arena, &plan, &f->err));
    if (f->err.code != code || !strstr(f->err.message, part))
        fail_msg("'%s' is not in %d: %s", part, f->err.code, f->err.message);
}

static bool has_note(const struct str_list *notes, const char *part)
{
    for (size_t i = 0; i < notes->count; i++)
        if (strstr(notes->items[i].data, part))
            return true;
    return false;
}

/* --- the reserve -------------------------------------------------------- */

static void a_mock_after_all_practice_is_still_new(void **state)
{
    struct practice_request request = {
        .scope = PRACTICE_EXAM, .exam = "quick", .questions = 100};
    struct plan_options mock = {.exam = "quick"};
    struct session_plan plan;
    struct fixture f;
    int fresh;

    (void)state;
    open_prepared(&f);
    assert_int_equal(practise(&f, &request), 6);
    assert_true(practice_fresh_mocks(f.app, "quick", &fresh, &f.err));
    assert_int_equal(fresh, 1);
    assert_true(session_plan(f.app, &mock, &f.arena, &plan, &f.err));
    assert_int_equal(plan.form.repeats, 0);
    fixture_close(&f);
}

static bool is_drawn(const struct session_plan *plan, struct str id)
{
    for (size_t i = 0; i < plan->form.count; i++)
        if (str_ends(plan->pool.items[plan->form.slots[i].item].about.name,
                     id.data))
            return true;
    return false;
}

/* It ends when the mock starts, but the form is drawn before. */
static void what_a_running_practice_showed_is_not_in_the_mock(void **state)
{
    struct practice_request request = {.scope = PRACTICE_EXAM, .questions = 6};
    struct plan_options mock = {.exam = "quick"};
    struct session_plan plan;
    struct session *session;
    struct fixture f;
    int fresh;

    (void)state;
    open_prepared(&f);
    session = fixture_start_practice(&f, &request);
    for (int pos = 0; pos < 6; pos++)
        fixture_answer(session, pos, true);
    assert_true(session_leave(session, false, &f.err));
    assert_true(practice_fresh_mocks(f.app, "quick", &fresh, &f.err));
    assert_int_equal(fresh, 1);
    assert_true(session_plan(f.app, &mock, &f.arena, &plan, &f.err));
    for (int pos = 0; pos < 6; pos++)
        assert_false(is_drawn(&plan, session_item(session, pos)->id));
    session_close(session);
    assert_int_equal(plan.form.repeats, 0);
    assert_true(has_note(&plan.notes, "A practice is still running"));
    fixture_close(&f);
}

static void what_was_met_goes_before_the_reserve(void **state)
{
    struct practice_request request = {.scope = PRACTICE_EXAM, .questions = 6};
    struct session_plan again;
    struct fixture f;

    (void)state;
    open_prepared(&f);
    request.questions = 4;
    practise(&f, &request);
    request.questions = 6;
    again = fixture_plan_practice(&f, &request);
    assert_int_equal(again.form.repeats, 4);
    assert_true(has_note(&again.notes, "4 questions you have met before."));
    practise(&f, &request);
    again = fixture_plan_practice(&f, &request);
    assert_int_equal(again.form.count, 6);
    assert_int_equal(again.form.repeats, 6);
    assert_false(has_note(&again.notes, "met before"));
    request.use_reserve = true;
    again = fixture_plan_practice(&f, &request);
    assert_int_equal(again.form.repeats, 0);
    fixture_close(&f);
}

static void the_offer_says_what_is_kept_back_and_why(void **state)
{
    struct practice_request request = {.scope = PRACTICE_TOPIC, .name = "t/a"};
    struct practice_offer offer;
    struct fixture f;

    (void)state;
    open_prepared(&f);
    offer = offer_of(&f, &request);
    assert_string_equal(offer.title, "Topic A");
    assert_int_equal(offer.supply.fresh, 4);
    assert_int_equal(offer.supply.reserved, 4);
    assert_int_equal(offer.target_ms, 10 * MINUTE);
    assert_int_equal(offer.notes.count, 1);
    assert_string_equal(
        offer.notes.items[0].data,
        "4 questions you never met are kept back so that one fresh mock exam "
        "of quick remains, unless you ask for them too.");
    request.use_reserve = true;
    offer = offer_of(&f, &request);
    assert_int_equal(offer.supply.fresh, 8);
    assert_int_equal(offer.supply.reserved, 0);
    assert_int_equal(offer.notes.count, 0);
    fixture_close(&f);
}

static void a_reserve_that_makes_no_whole_mock_is_not_called_one(void **state)
{
    struct practice_request request = {.scope = PRACTICE_TOPIC, .name = "t/a"};
    struct practice_offer offer;
    struct fixture f;

    (void)state;
    open_prepared(&f);
    fixture_sit(&f, 6, 0);
    fixture_sit(&f, 1, 0);
    offer = offer_of(&f, &request);
    assert_int_equal(offer.supply.fresh, 0);
    assert_true(has_note(&offer.notes, "for your next mock exam of quick"));
    fixture_close(&f);
}

static void without_an_exam_nothing_is_kept_back(void **state)
{
    struct practice_request request = {.scope = PRACTICE_BANK,
                                       .name = "test/quick"};
    struct practice_offer offer;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    offer = offer_of(&f, &request);
    assert_string_equal(offer.title, "Quick");
    assert_int_equal(offer.supply.fresh, 12);
    assert_int_equal(offer.supply.reserved, 0);
    assert_int_equal(offer.target_ms, 0);
    fixture_close(&f);
}

static void a_reserve_that_is_all_there_is_is_explained(void **state)
{
    struct practice_request request = {.scope = PRACTICE_BANK,
                                       .name = "test/few"};
    struct fixture f;

    (void)state;
    open_prepared(&f);
    assert_true(library_enable_bank(f.app, "test/quick", false, &f.err));
    assert_int_equal(
        fixture_import(&f,
                       fixture_file(&f, "few.yaml",
                                    "format: proctor-bank/1\n"
                                    "bank: test/few\ntitle: Few\n"
                                    "version: \"1\"\nlicense: CC0\n"
                                    "questions:\n"
                                    "  - id: one\n    topic: t/a\n"
                                    "    stem: Which?\n"
                                    "    options: {A: this, B: that}\n"
                                    "    answer: A\n"),
                       NULL, NULL),
        OUTCOME_IMPORTED);
    expect_refused(&f, &request, ERR_INVALID, "kept back");
    request.use_reserve = true;
    assert_int_equal(fixture_plan_practice(&f, &request).form.count, 1);
    expect_refused(&f,
                   &(struct practice_request){.scope = PRACTICE_BANK,
                                              .name = "test/quick"},
                   ERR_NOT_FOUND, "disabled");
    fixture_close(&f);
}

/* --- scopes ------------------------------------------------------------- */

static void a_scope_takes_its_own(void **state)
{
    static const struct {
        struct practice_request request;
        size_t count;
        const char *topic, *title, *exam;
    } cases[] = {
        {{.scope = PRACTICE_EXAM, .exam = "short"},
         12,
         "t",
         "Practice: Quick exam",
         "quick"},
        {{.scope = PRACTICE_SECTION, .exam = "quick", .name = "b"},
         4,
         "t/b",
         "Practice: Part B (quick)",
         "quick"},
        {{.scope = PRACTICE_TOPIC, .name = "t/a"},
         8,
         "t/a",
         "Practice: Topic A",
         "practice"},
        {{.scope = PRACTICE_TOPIC, .name = "t"},
         12,
         "t",
         "Practice: t",
         "practice"},
        {{.scope = PRACTICE_BANK, .name = "test/quick"},
         12,
         "t",
         "Practice: Quick",
         "practice"},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session_plan plan = fixture_plan_practice(&f, &cases[i].request);

        assert_int_equal(plan.form.count, cases[i].count);
        assert_string_equal(plan.entry.exam->title.data, cases[i].title);
        assert_string_equal(plan.entry.exam->id.data, cases[i].exam);
        assert_int_equal(plan.mode, MODE_PRACTICE);
        for (size_t k = 0; k < plan.form.count; k++)
            assert_true(topic_is_below(
                plan.pool.items[plan.form.slots[k].item].about.topic,
                str_from(cases[i].topic)));
    }
    fixture_close(&f);
}

static void what_is_not_there_is_named_with_the_nearest(void **state)
{
    static const struct {
        struct practice_request request;
        enum error_code code;
        const char *part;
    } cases[] = {
        {{.scope = PRACTICE_EXAM}, ERR_INVALID, "needs an exam"},
        {{.scope = PRACTICE_SECTION, .name = "a"},
         ERR_INVALID,
         "needs an exam"},
        {{.scope = PRACTICE_SECTION, .exam = "quick"},
         ERR_INVALID,
         "name the section"},
        {{.scope = PRACTICE_TOPIC}, ERR_INVALID, "name the topic"},
        {{.scope = PRACTICE_BANK}, ERR_INVALID, "name the bank"},
        {{.scope = PRACTICE_EXAM, .exam = "quikc"},
         ERR_NOT_FOUND,
         "did you mean 'quick'?"},
        {{.scope = PRACTICE_SECTION, .exam = "quick", .name = "aa"},
         ERR_NOT_FOUND,
         "did you mean 'a'?"},
        {{.scope = PRACTICE_SECTION, .exam = "quick", .name = "anatomy"},
         ERR_NOT_FOUND,
         "`proctor exam quick`"},
        {{.scope = PRACTICE_TOPIC, .name = "t/aa"},
         ERR_NOT_FOUND,
         "did you mean 't/a'?"},
        {{.scope = PRACTICE_BANK, .name = "test/quik"},
         ERR_NOT_FOUND,
         "did you mean 'test/quick'?"},
        {{.scope = PRACTICE_BANK, .name = "test/quick", .exam = "zz"},
         ERR_NOT_FOUND,
         "exam 'zz'"},
        {{.scope = PRACTICE_BANK, .name = "test/quick", .questions = 201},
         ERR_USAGE,
         "1 to 200"},
        {{.scope = PRACTICE_BANK, .name = "test/quick", .questions = -1},
         ERR_USAGE,
         "1 to 200"},
        {{.scope = PRACTICE_BANK, .name = "test/quick", .minutes = 601},
         ERR_USAGE,
         "1 to 600"},
        {{.scope = PRACTICE_BANK, .name = "test/quick", .seed = "x"},
         ERR_USAGE,
         "seed 'x'"},
        {{.scope = PRACTICE_BANK, .name = "test/quick", .at_exam_pace = true},
         ERR_INVALID,
         "no exam whose pace"},
        {{.scope = PRACTICE_MISSED}, ERR_INVALID, "you missed none"},
        {{.scope = PRACTICE_DISPUTED}, ERR_INVALID, "no open dispute"},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_refused(&f, &cases[i].request, cases[i].code, cases[i].part);
    fixture_close(&f);
}

static void the_candidates_exam_is_meant_when_none_is_named(void **state)
{
    struct practice_request request = {.scope = PRACTICE_SECTION, .name = "b"};
    struct fixture f;

    (void)state;
    open_prepared(&f);
    assert_string_equal(
        fixture_plan_practice(&f, &request).entry.exam->title.data,
        "Practice: Part B (quick)");
    fixture_close(&f);
}

/* --- beside an exam ----------------------------------------------------- */

static void while_an_exam_runs_there_is_no_practice(void **state)
{
    struct practice_request request = {.scope = PRACTICE_BANK,
                                       .name = "test/quick"};
    struct session *session;
    struct session_plan plan;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    plan = fixture_plan_practice(&f, &request);
    session = fixture_start(&f);
    expect_refused(&f, &request, ERR_BUSY, "an exam is running");
    assert_null(session_start(f.app, &plan, &f.err));
    assert_int_equal(f.err.code, ERR_BUSY);
    session_close(session);
    fixture_close(&f);
}

static void fresh_mocks_are_counted_down(void **state)
{
    struct fixture f;
    int fresh;

    (void)state;
    open_prepared(&f);
    for (int left = 2; left >= 0; left--) {
        assert_true(practice_fresh_mocks(f.app, "quick", &fresh, &f.err));
        assert_int_equal(fresh, left);
        if (left > 0)
            fixture_sit(&f, 6, 0);
    }
    assert_false(practice_fresh_mocks(f.app, "zz", &fresh, &f.err));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mock_after_all_practice_is_still_new),
        cmocka_unit_test(what_a_running_practice_showed_is_not_in_the_mock),
        cmocka_unit_test(what_was_met_goes_before_the_reserve),
        cmocka_unit_test(the_offer_says_what_is_kept_back_and_why),
        cmocka_unit_test(a_reserve_that_makes_no_whole_mock_is_not_called_one),
        cmocka_unit_test(without_an_exam_nothing_is_kept_back),
        cmocka_unit_test(a_reserve_that_is_all_there_is_is_explained),
        cmocka_unit_test(a_scope_takes_its_own),
        cmocka_unit_test(what_is_not_there_is_named_with_the_nearest),
        cmocka_unit_test(the_candidates_exam_is_meant_when_none_is_named),
        cmocka_unit_test(while_an_exam_runs_there_is_no_practice),
        cmocka_unit_test(fresh_mocks_are_counted_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
