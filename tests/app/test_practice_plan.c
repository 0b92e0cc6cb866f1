/* The plan of a practice: questions asked again, the blueprint it is
 * stored as. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"

#define MINUTE INT64_C(60000)

/* A database with 12 questions, 6 of them the reserve of `quick`. */
static void open_prepared(struct fixture *f)
{
    fixture_open(f);
    fixture_fill(f);
    fixture_prepare(f);
}

/* --- again -------------------------------------------------------------- */

/* Names of the questions asked, joined by blanks. */
static const char *names_of(struct fixture *f, const struct session_plan *plan)
{
    const char *names = "";

    for (size_t i = 0; i < plan->pool.count; i++)
        names = arena_printf(&f->arena, "%s %s", names,
                             plan->pool.items[i].about.name.data);
    return names;
}

static const char *name_at(struct fixture *f, const struct session *session,
                           int pos)
{
    return arena_printf(&f->arena, " test/quick/%s",
                        session_item(session, pos)->id.data);
}

static void again_takes_what_the_last_answer_says(void **state)
{
    static const enum practice_scope scopes[] = {PRACTICE_MISSED,
                                                 PRACTICE_MARKED, PRACTICE_SLOW,
                                                 PRACTICE_CHANGED,
                                                 PRACTICE_GUESSED};
    const char *wanted[5];
    struct session *session;
    struct fixture f;

    (void)state;
    open_prepared(&f);
    session = fixture_start(&f);
    for (int pos = 0; pos < 6; pos++) {
        fixture_answer(session, pos, pos != 0);
        /* A target of 10 minutes: above 15 is slow. */
        fixture_pass(&f, pos == 2 ? 15 * MINUTE + 1 : MINUTE);
    }
    for (int i = 0; i < 5; i++)
        wanted[i] = name_at(&f, session, i);
    assert_true(session_toggle_mark(session, 1, &f.err));
    assert_true(session_choose(session, 3, 'D', &f.err));
    assert_true(session_set_sure(session, 4, 0, &f.err));
    assert_true(session_submit(session, &f.err));
    session_close(session);
    wanted[0] = arena_printf(&f.arena, "%s%s", wanted[0], wanted[3]);
    for (size_t i = 0; i < 5; i++) {
        struct practice_request request = {.scope = scopes[i]};
        struct session_plan plan = fixture_plan_practice(&f, &request);

        assert_int_equal(plan.mode, MODE_REDO);
        assert_int_equal(plan.form.count, i == 0 ? 2 : 1);
        /* That they are few is told, that they were met goes unsaid. */
        assert_int_equal(plan.notes.count, 1);
        if (i > 0)
            assert_string_equal(names_of(&f, &plan), wanted[i]);
    }
    fixture_close(&f);
}

static void what_was_right_the_second_time_is_missed_no_more(void **state)
{
    struct practice_request request = {.scope = PRACTICE_MISSED};
    struct session *session;
    struct fixture f;

    (void)state;
    open_prepared(&f);
    fixture_sit(&f, 4, 2);
    fixture_pass(&f, MINUTE);
    session = fixture_start_practice(&f, &request);
    assert_int_equal(session_sitting(session)->count, 2);
    assert_int_equal(session_mode(session), MODE_REDO);
    fixture_answer(session, 0, true);
    fixture_answer(session, 1, false);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_int_equal(fixture_plan_practice(&f, &request).form.count, 1);
    fixture_close(&f);
}

static void a_miss_that_was_a_guess_is_one_until_it_is_right(void **state)
{
    struct practice_request request = {.scope = PRACTICE_GUESSED};
    struct review review;
    struct session *session;
    struct session_plan plan;
    struct fixture f;
    int64_t attempt;

    (void)state;
    open_prepared(&f);
    attempt = fixture_sit(&f, 4, 2);
    assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
    assert_true(review_cause(f.app, &review, 4, CAUSE_MISREAD, &f.err));
    assert_true(review_cause(f.app, &review, 5, CAUSE_GUESS, &f.err));
    fixture_pass(&f, MINUTE);
    session = fixture_start_practice(&f, &request);
    assert_int_equal(session_sitting(session)->count, 1);
    assert_true(str_ends(str_from(review.items[5].name),
                         session_item(session, 0)->id.data));
    fixture_answer(session, 0, true);
    assert_true(session_submit(session, &f.err));
    session_close(session);
    assert_false(practice_plan(f.app, &request, &f.arena, &plan, &f.err));
    assert_non_null(strstr(f.err.message, "a guess"));
    fixture_close(&f);
}

static void disputed_questions_are_asked_again(void **state)
{
    struct practice_request request = {.scope = PRACTICE_DISPUTED};
    struct practice_offer offer;
    struct review review;
    struct session_plan plan;
    struct fixture f;
    int64_t attempt;

    (void)state;
    open_prepared(&f);
    attempt = fixture_sit(&f, 5, 1);
    assert_true(review_read(f.app, attempt, &f.arena, &review, &f.err));
    assert_true(review_dispute(f.app, &review, 2, "B", "The book says B.",
                               &f.arena, &f.err));
    plan = fixture_plan_practice(&f, &request);
    assert_int_equal(plan.form.count, 1);
    assert_string_equal(plan.pool.items[0].about.name.data,
                        review.items[2].name);
    assert_string_equal(plan.entry.exam->title.data,
                        "Practice: questions you dispute");
    assert_true(practice_offer(f.app, &request, &f.arena, &offer, &f.err));
    assert_string_equal(offer.title, "Questions you dispute");
    fixture_close(&f);
}

/* --- the blueprint ------------------------------------------------------ */

static void the_rows_are_those_of_the_exam_or_topics(void **state)
{
    static const struct {
        struct practice_request request;
        const char *rows;
    } cases[] = {
        {{.scope = PRACTICE_EXAM, .exam = "quick"}, "a:Part A:8 b:Part B:4 "},
        {{.scope = PRACTICE_SECTION, .exam = "quick", .name = "b"},
         "b:Part B:4 "},
        {{.scope = PRACTICE_BANK, .name = "test/quick"},
         "t.a:Topic A:8 t.b:Topic B:4 "},
        {{.scope = PRACTICE_TOPIC, .name = "t"},
         "t.a:Topic A:8 t.b:Topic B:4 "},
        {{.scope = PRACTICE_TOPIC, .name = "t/b"}, "t.b:Topic B:4 "},
    };
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session_plan plan = fixture_plan_practice(&f, &cases[i].request);
        const struct exam *exam = plan.entry.exam;
        const char *rows = "";

        for (size_t s = 0; s < exam->section_count; s++) {
            rows = arena_printf(&f.arena, "%s%s:%s:%zu ", rows,
                                exam->sections[s].id.data,
                                exam->sections[s].title.data,
                                exam->sections[s].questions.count);
            assert_int_equal(plan.form.section_got[s],
                             exam->sections[s].questions.count);
        }
        assert_string_equal(rows, cases[i].rows);
        assert_int_equal(exam->type, EXAM_PRACTICE_SET);
        assert_int_equal(exam->pass.kind, PASS_NONE);
    }
    fixture_close(&f);
}

/* A bank of 200 questions, each of a topic of its own with a long name. */
static void import_many_topics(struct fixture *f)
{
    struct strbuf topics = {0}, bank = {0};

    strbuf_adds(&topics, "format: proctor-topics/1\ntopics:\n");
    strbuf_adds(&bank, "format: proctor-bank/1\nbank: test/many\ntitle: >-\n"
                       "  \"Many: questions\"\nversion: \"1\"\n"
                       "license: CC0\nquestions:\n");
    for (int i = 0; i < 200; i++) {
        strbuf_printf(&topics,
                      "  - {id: many/a-topic-with-a-name-of-more-than-sixty-"
                      "four-characters-number-%03d, title: \"Topic: %d\"}\n",
                      i, i);
        strbuf_printf(&bank,
                      "  - id: question-%03d\n"
                      "    topic: many/a-topic-with-a-name-of-more-than-sixty-"
                      "four-characters-number-%03d\n"
                      "    stem: Which?\n    options: {A: this, B: that}\n"
                      "    answer: A\n",
                      i, i);
    }
    assert_int_equal(fixture_import(f,
                                    fixture_file(f, "many-topics.yaml",
                                                 strbuf_text(&topics)),
                                    NULL, NULL),
                     OUTCOME_IMPORTED);
    assert_int_equal(
        fixture_import(f, fixture_file(f, "many.yaml", strbuf_text(&bank)),
                       NULL, NULL),
        OUTCOME_IMPORTED);
    strbuf_finish(&topics);
    strbuf_finish(&bank);
}

static void two_hundred_questions_of_as_many_topics_can_be_stored(void **state)
{
    struct practice_request request = {
        .scope = PRACTICE_BANK, .name = "test/many", .questions = 200};
    struct session *session;
    const struct exam *exam;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    import_many_topics(&f);
    session = fixture_start_practice(&f, &request);
    exam = session_exam(session);
    assert_int_equal(session_sitting(session)->count, 200);
    assert_int_equal(exam->section_count, EXAM_SECTIONS_MAX);
    assert_string_equal(exam->title.data, "Practice: \"Many: questions\"");
    assert_string_equal(exam->sections[63].title.data, "Other topics");
    assert_int_equal(exam->sections[63].questions.count, 200 - 63);
    session_close(session);
    fixture_close(&f);
}

static void the_questions_come_in_the_order_drawn(void **state)
{
    struct practice_request request = {
        .scope = PRACTICE_BANK, .name = "test/quick", .seed = "7"};
    struct session_plan plan, again;
    struct session *session;
    struct fixture f;

    (void)state;
    fixture_open(&f);
    fixture_fill(&f);
    plan = fixture_plan_practice(&f, &request);
    again = fixture_plan_practice(&f, &request);
    assert_false(plan.seed_given);
    assert_int_equal(plan.seed, 7);
    session = session_start(f.app, &plan, &f.err);
    assert_non_null(session);
    for (size_t i = 0; i < plan.form.count; i++) {
        struct str name = plan.pool.items[plan.form.slots[i].item].about.name;

        assert_int_equal(again.form.slots[i].item, plan.form.slots[i].item);
        assert_true(str_ends(name, session_item(session, (int)i)->id.data));
        assert_int_equal(session_section(session, (int)i),
                         plan.form.slots[i].section);
    }
    session_close(session);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(again_takes_what_the_last_answer_says),
        cmocka_unit_test(what_was_right_the_second_time_is_missed_no_more),
        cmocka_unit_test(a_miss_that_was_a_guess_is_one_until_it_is_right),
        cmocka_unit_test(disputed_questions_are_asked_again),
        cmocka_unit_test(the_rows_are_those_of_the_exam_or_topics),
        cmocka_unit_test(two_hundred_questions_of_as_many_topics_can_be_stored),
        cmocka_unit_test(the_questions_come_in_the_order_drawn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
