/* The way from a result through its questions, and what the candidate adds to
 * them, over a real database. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "answers_screens.h"
#include "fixture.h"
#include "sample.h"
#include "screens.h"
#include "walk.h"

#include "proctor/app/remarks.h"
#include "proctor/platform/env.h"

/* The result of a mock: two right, two wrong, two not reached. */
struct world {
    struct fixture fixture;
    struct walk walk;
    int64_t attempt_id;
};

static void open_result(struct world *world)
{
    struct error err;

    walk_begin(&world->walk, world->fixture.app);
    walk_push(&world->walk,
              result_screen_create(&world->walk.ui, world->attempt_id, &err),
              &err);
}

static void begin(struct world *world)
{
    fixture_open(&world->fixture);
    fixture_fill(&world->fixture);
    world->attempt_id = fixture_sit(&world->fixture, 2, 2);
    open_result(world);
}

static void end(struct world *world)
{
    walk_end(&world->walk);
    fixture_close(&world->fixture);
}

/* Goes to the first of the questions missed, the third. */
static void open_missed(struct world *world)
{
    walk_press(&world->walk, PRESS_DOWN);
    walk_press(&world->walk, PRESS_ENTER);
    walk_expect(&world->walk, "4 of 6 questions: wrong");
    walk_press(&world->walk, PRESS_ENTER);
    walk_expect(&world->walk, "Question 3: 1 of 4, wrong");
}

static void the_result_leads_to_its_questions_and_back(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_expect(&world.walk, "2 of 6, 4.2 needed (70 %): not passed.");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "6 of 6 questions: all");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Question 1: 1 of 6, all");
    walk_expect(&world.walk, "+ your answer, right");
    walk_type(&world.walk, "nn");
    walk_expect(&world.walk, "- your answer, wrong");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_expect(&world.walk, ">    3  [-] Wrong");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_expect(&world.walk, "> Go through the questions");
    end(&world);
}

static void filters_and_sections_narrow_the_list(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_press(&world.walk, PRESS_ENTER);
    walk_press(&world.walk, PRESS_TAB);
    walk_expect(&world.walk, "4 of 6 questions: wrong");
    walk_type(&world.walk, "s");
    walk_expect(&world.walk, "2 of 6 questions: wrong, Part A");
    walk_press(&world.walk, PRESS_TAB);
    walk_expect(&world.walk, "No question: marked, Part A.");
    walk_press(&world.walk, PRESS_ENTER); /* nothing to open */
    walk_expect(&world.walk, "No question: marked, Part A.");
    walk_type(&world.walk, "s"); /* neither has Part B one to show */
    walk_expect(&world.walk, "0 of 6 questions: marked");
    end(&world);
}

static void the_section_shown_is_that_of_the_question(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_press(&world.walk, PRESS_ENTER);
    walk_press(&world.walk, PRESS_END);
    walk_type(&world.walk, "s");
    walk_expect(&world.walk, "2 of 6 questions: all, Part B");
    walk_type(&world.walk, "s");
    walk_expect(&world.walk, "6 of 6 questions: all");
    walk_press(&world.walk, PRESS_HOME);
    walk_type(&world.walk, "ss");
    walk_expect(&world.walk, "2 of 6 questions: all, Part B");
    end(&world);
}

static void a_question_is_opened_by_its_number(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_press(&world.walk, PRESS_ENTER);
    walk_type(&world.walk, "o7");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "There is no question \"7\": 1 to 6.");
    walk_type(&world.walk, "o5");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Question 5: 5 of 6, all");
    walk_expect(&world.walk, "Not reached. Right: ");
    walk_type(&world.walk, "o");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_type(&world.walk, "p");
    walk_expect(&world.walk, "Question 4: 4 of 6, all");
    end(&world);
}

static void a_number_outside_the_filter_shows_all(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    open_missed(&world);
    walk_type(&world.walk, "o1");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Question 1: 1 of 6, all");
    end(&world);
}

static void a_note_stays_with_its_question(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    open_missed(&world);
    walk_type(&world.walk, "w");
    walk_expect(&world.walk, "Note on question 3");
    walk_type(&world.walk, "Read the text above the codes");
    walk_press(&world.walk, PRESS_ENTER);
    walk_press(&world.walk, PRESS_END);
    walk_expect(&world.walk, "Note: Read the text above the codes");
    walk_press(&world.walk, PRESS_ESCAPE); /* its text outlives the screen */
    walk_expect(&world.walk, "[note]");
    walk_end(&world.walk);
    open_result(&world);
    open_missed(&world);
    walk_press(&world.walk, PRESS_END);
    walk_expect(&world.walk, "Note: Read the text above the codes");
    end(&world);
}

static void the_cause_of_a_miss_is_one_key(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    open_missed(&world);
    walk_type(&world.walk, "y");
    walk_expect(&world.walk, "Why did you miss question 3?");
    walk_type(&world.walk, "2");
    walk_expect(&world.walk, "Cause: misread the question.");
    walk_type(&world.walk, "o1");
    walk_press(&world.walk, PRESS_ENTER);
    walk_type(&world.walk, "y");
    walk_expect(&world.walk, "You did not miss this question.");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_press(&world.walk, PRESS_END);
    walk_press(&world.walk, PRESS_PAGE_DOWN);
    walk_expect(&world.walk, "Why you missed: 1 misread the question.");
    end(&world);
}

static void a_cause_is_taken_away(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    open_missed(&world);
    walk_type(&world.walk, "y1");
    walk_expect(&world.walk, "Cause: did not know it.");
    walk_type(&world.walk, "y");
    walk_press(&world.walk, PRESS_END);
    walk_press(&world.walk, PRESS_ENTER);
    assert_false(walk_shows(&world.walk, "Cause:"));
    end(&world);
}

static void a_dispute_is_a_claim_and_a_reason(void **state)
{
    struct world world;
    struct disputes disputes;

    (void)state;
    begin(&world);
    open_missed(&world);
    walk_type(&world.walk, "x");
    walk_expect(&world.walk, "Dispute: which answer is right?");
    walk_type(&world.walk, "k");
    walk_expect(&world.walk, "There is no such option here.");
    walk_type(&world.walk, "d");
    walk_expect(&world.walk, "Dispute of question 3");
    walk_type(&world.walk, "Table 7 says so");
    walk_press(&world.walk, PRESS_ENTER);
    walk_press(&world.walk, PRESS_END);
    walk_expect(&world.walk,
                "You dispute the key: D is right. Table 7 says so");
    assert_true(disputes_list(world.fixture.app, &world.fixture.arena,
                              &disputes, &world.fixture.err));
    assert_int_equal(disputes.count, 1);
    assert_string_equal(disputes.items[0].remark.text, "Table 7 says so");
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_expect(&world.walk, "[disputed]");
    end(&world);
}

static void a_dispute_needs_a_claim(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_press(&world.walk, PRESS_ENTER);
    walk_type(&world.walk, "o6"); /* never answered */
    walk_press(&world.walk, PRESS_ENTER);
    walk_type(&world.walk, "x");
    walk_press(&world.walk, PRESS_END);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "First say which answer you think is right.");
    end(&world);
}

/* Remembers the claim in the buffer that `context` is. */
static struct reply remember(void *context, struct ui *ui, const char *claim)
{
    (void)ui;
    strbuf_adds(context, claim);
    return reply_stay();
}

static void open_claim(struct walk *walk, const struct review_item *item,
                       struct strbuf *claim)
{
    walk_begin(walk, NULL);
    walk_push(walk, claim_screen_create(item, STR(""), remember, claim), NULL);
}

static void codes_are_claimed_by_typing(void **state)
{
    struct strbuf claim = {0};
    struct walk walk;

    (void)state;
    open_claim(&walk, &sample_review.items[1], &claim);
    walk_type(&walk, "I13.0");
    walk_press(&walk, PRESS_ENTER);
    walk_type(&walk, "e1");
    walk_press(&walk, PRESS_BACKSPACE);
    walk_press(&walk, PRESS_UP); /* back to it: typed on from what stands */
    walk_type(&walk, "X");
    walk_expect(&walk, "> 1: I13.0X");
    for (int i = 0; i < 6; i++)
        walk_press(&walk, PRESS_DOWN);
    walk_press(&walk, PRESS_ENTER);
    assert_string_equal(strbuf_text(&claim), "dx=I13.0X;e");
    strbuf_finish(&claim);
    walk_end(&walk);
}

static void several_options_are_claimed_together(void **state)
{
    struct review_item item = {.item = &sample_multiple,
                               .slot = {.option_order = "EDCBA"}};
    struct strbuf claim = {0};
    struct walk walk;

    (void)state;
    open_claim(&walk, &item, &claim);
    walk_expect(&walk, "The key is D, E.");
    walk_type(&walk, "ab");
    walk_expect(&walk, "[x] B.");
    walk_type(&walk, "b ");
    walk_expect(&walk, "[x] B.");
    walk_press(&walk, PRESS_END);
    walk_press(&walk, PRESS_ENTER);
    assert_string_equal(strbuf_text(&claim), "DE");
    strbuf_finish(&claim);
    walk_end(&walk);
}

static void the_list_of_a_section_is_opened_from_the_result(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    for (int i = 0; i < 5; i++)
        walk_press(&world.walk, PRESS_DOWN);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "2 of 6 questions: all, Part B");
    end(&world);
}

static void sections_go_by_marks_lost(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_expect(&world.walk, "Sections, in their order");
    walk_type(&world.walk, "o");
    walk_expect(&world.walk, "Sections, most marks lost first");
    walk_resize(&world.walk, 40, 12);
    walk_press(&world.walk, PRESS_HOME);
    assert_false(walk_shows(&world.walk, "Sections,"));
    walk_type(&world.walk, "o"); /* they are shown from their heading */
    walk_expect(&world.walk, "Sections, in their order");
    walk_expect(&world.walk, "> Part A");
    end(&world);
}

static void attempts_are_compared(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_type(&world.walk, "v");
    walk_expect(&world.walk, "There is no earlier attempt of 'quick'");
    walk_end(&world.walk);
    fixture_pass(&world.fixture, 86400000);
    world.attempt_id = fixture_sit(&world.fixture, 4, 2);
    open_result(&world);
    walk_type(&world.walk, "v");
    walk_expect(&world.walk, "Before: ");
    walk_expect(&world.walk, "2 of 6 marks, not passed");
    walk_expect(&world.walk, "in both");
    walk_expect(&world.walk, "+2");
    walk_resize(&world.walk, 40, 12);
    walk_press(&world.walk, PRESS_END);
    walk_expect(&world.walk, "2 of 4, then 4 of 4: +2");
    walk_resize(&world.walk, 80, 24);
    walk_press(&world.walk, PRESS_ESCAPE);
    walk_expect(&world.walk, "Go through the questions");
    end(&world);
}

static void missed_questions_are_practised(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    walk_type(&world.walk, "p");
    walk_expect(&world.walk, "questions you missed");
    end(&world);
}

/* The list shows no key; an opened question does. */
static void what_was_opened_counts_as_seen(void **state)
{
    struct world world;
    struct store *store;
    bool was_read;

    (void)state;
    begin(&world);
    store = app_store(world.fixture.app);
    walk_press(&world.walk, PRESS_ENTER);
    assert_true(attempt_was_read(store, world.attempt_id, &was_read,
                                 &world.fixture.err));
    assert_false(was_read);
    walk_press(&world.walk, PRESS_ENTER);
    assert_true(attempt_was_read(store, world.attempt_id, &was_read,
                                 &world.fixture.err));
    assert_true(was_read);
    end(&world);
}

static void what_an_abandoned_attempt_did_not_show_stays_unknown(void **state)
{
    struct world world;
    struct session *session;

    (void)state;
    begin(&world);
    walk_end(&world.walk);
    session = fixture_start(&world.fixture);
    world.attempt_id = session_attempt_id(session);
    fixture_answer(session, 0, true);
    assert_true(session_abandon(session, &world.fixture.err));
    session_close(session);
    open_result(&world);
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "1 of 6 questions: all of those you saw");
    walk_type(&world.walk, "o3");
    walk_press(&world.walk, PRESS_ENTER);
    walk_expect(&world.walk, "Question 3 was not reached in this attempt");
    end(&world);
}

static void every_size_can_be_drawn(void **state)
{
    struct world world;

    (void)state;
    begin(&world);
    for (int step = 0; step < 4; step++) {
        for (int width = 40; width <= 200; width += 9)
            for (int height = 12; height <= 60; height += 8)
                walk_resize(&world.walk, width, height);
        walk_resize(&world.walk, 80, 24);
        if (step < 2)
            walk_press(&world.walk, PRESS_ENTER);
        else
            walk_type(&world.walk, "x");
    }
    end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_result_leads_to_its_questions_and_back),
        cmocka_unit_test(filters_and_sections_narrow_the_list),
        cmocka_unit_test(the_section_shown_is_that_of_the_question),
        cmocka_unit_test(a_question_is_opened_by_its_number),
        cmocka_unit_test(a_number_outside_the_filter_shows_all),
        cmocka_unit_test(a_note_stays_with_its_question),
        cmocka_unit_test(the_cause_of_a_miss_is_one_key),
        cmocka_unit_test(a_cause_is_taken_away),
        cmocka_unit_test(a_dispute_is_a_claim_and_a_reason),
        cmocka_unit_test(a_dispute_needs_a_claim),
        cmocka_unit_test(codes_are_claimed_by_typing),
        cmocka_unit_test(several_options_are_claimed_together),
        cmocka_unit_test(the_list_of_a_section_is_opened_from_the_result),
        cmocka_unit_test(sections_go_by_marks_lost),
        cmocka_unit_test(attempts_are_compared),
        cmocka_unit_test(missed_questions_are_practised),
        cmocka_unit_test(what_was_opened_counts_as_seen),
        cmocka_unit_test(what_an_abandoned_attempt_did_not_show_stays_unknown),
        cmocka_unit_test(every_size_can_be_drawn),
    };

    env_set_locale();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
