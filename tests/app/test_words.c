/* Results and plans in words: what is said, and what is better not said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "proctor/app/review.h"

/* --- results ---------------------------------------------------------------
 */

static void a_scaled_result_needs_no_issuer(void **state)
{
    struct exam exam = {.pass = {.kind = PASS_SCALED, .verdict_cut = 70}};
    struct review review = {.exam = &exam,
                            .result = {.score = {50, 100},
                                       .verdict = VERDICT_NOT_PASSED}};
    struct arena arena = {0};

    (void)state;
    assert_non_null(strstr(review_headline(&review, &arena).data,
                           "The issuer does not publish its cut"));
    exam.issuer = STR("AHIMA");
    assert_non_null(strstr(review_headline(&review, &arena).data,
                           "AHIMA does not publish its cut"));
    arena_finish(&arena);
}

static void a_scaled_result_names_its_assumed_cuts(void **state)
{
    struct exam exam = {.issuer = STR("AHIMA"),
                        .pass = {.kind = PASS_SCALED,
                                 .verdict_cut = 70,
                                 .cuts = {65, 70, 75},
                                 .cut_count = 3}};
    struct review review = {.exam = &exam,
                            .result = {.score = {7100, 9700},
                                       .verdict = VERDICT_PASSED}};
    struct arena arena = {0};

    (void)state;
    assert_string_equal(
        review_headline(&review, &arena).data,
        "71 of 97 (73 %): passed at the assumed cut of 70 %. Assumed cuts: 65 "
        "%: pass; 70 %: pass; 75 %: not passed. AHIMA does not publish its "
        "cut; no scaled score is shown.");
    arena_finish(&arena);
}

static bool remarks_say(const struct review *review, const char *text)
{
    struct arena arena = {0};
    struct str_list remarks = review_remarks(review, &arena);
    bool said = false;

    for (size_t i = 0; i < remarks.count; i++)
        said = said || strstr(remarks.items[i].data, text) != NULL;
    arena_finish(&arena);
    return said;
}

static void remarks_count_in_the_singular_too(void **state)
{
    static const struct item open = {.status = ITEM_ACTIVE},
                             withdrawn = {.status = ITEM_VOID};
    struct review_item items[] = {
        {.item = &open, .slot = {.scored = false}},
        {.item = &withdrawn, .slot = {.scored = true}},
        {.item = &open, .slot = {.scored = true}},
        {.item = &withdrawn, .slot = {.scored = true}},
        {.item = &open, .slot = {.scored = false}},
    };
    struct review review = {
        .attempt = {.time_percent = 100, .is_short = true, .planned = 1},
        .items = items,
        .count = 3};

    (void)state;
    assert_true(remarks_say(&review, "1 question was pretest: it is left"));
    assert_true(remarks_say(&review, "1 question is void: it is left out"));
    assert_true(remarks_say(&review, "of 1 question."));
    review.count = 5;
    review.attempt.planned = 9;
    assert_true(remarks_say(&review, "2 questions were pretest: they are"));
    assert_true(remarks_say(&review, "2 questions are void: they are left"));
    assert_true(remarks_say(&review, "5 of 9 questions."));
}

static void of_a_plain_exam_nothing_is_remarked(void **state)
{
    static const struct item item = {.status = ITEM_ACTIVE};
    struct review_item items[] = {{.item = &item, .slot = {.scored = true}}};
    struct review review = {
        .attempt = {.time_percent = 100, .limit_ms = 60000, .planned = 1},
        .items = items,
        .count = 1};
    struct arena arena = {0};

    (void)state;
    assert_int_equal(review_remarks(&review, &arena).count, 0);
    arena_finish(&arena);
}

static void an_accommodation_without_a_limit_is_not_remarked(void **state)
{
    struct review review = {
        .attempt = {.time_percent = 150, .added_minutes = 1}};

    (void)state;
    assert_false(remarks_say(&review, "accommodation"));
    review.attempt.limit_ms = 60000;
    assert_true(remarks_say(&review, "accommodation"));
}

static void an_accommodation_is_told_by_what_it_is(void **state)
{
    static const struct {
        int percent, minutes;
        const char *text;
    } cases[] = {
        {150, 1, "accommodation: 150 % of the time and 1 minute added. It"},
        {150, 0, "accommodation: 150 % of the time. It counts fully."},
        {100, 20, "accommodation: 20 minutes added. It counts fully."},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct review review = {.attempt = {.limit_ms = 60000,
                                            .time_percent = cases[i].percent,
                                            .added_minutes = cases[i].minutes}};

        assert_true(remarks_say(&review, cases[i].text));
    }
}

/* Every question of it may have been withdrawn. */
static void a_result_of_nothing_has_no_marks(void **state)
{
    struct exam exam = {.pass = {.kind = PASS_PERCENT, .percent = 70}};
    struct review review = {.exam = &exam};
    struct arena arena = {0};

    (void)state;
    assert_string_equal(review_headline(&review, &arena).data,
                        "No question counts: there are no marks.");
    arena_finish(&arena);
}

/* --- plans -----------------------------------------------------------------
 */

/* The notes of a form of `quick` from a bank of `count` questions. */
static bool notes_say(const char *exam, int count, const char *text)
{
    struct plan_options options = {.exam = "quick", .seed = "1"};
    char *bank = fixture_bank(count, "1");
    struct session_plan plan;
    struct fixture f;
    bool said = false;

    fixture_open(&f);
    fixture_import(&f, fixture_file(&f, "topics.yaml", fixture_topics), NULL,
                   NULL);
    fixture_import(&f, fixture_file(&f, "exam.yaml", exam), NULL, NULL);
    fixture_import(&f, fixture_file(&f, "bank.yaml", bank), NULL, NULL);
    if (!session_plan(f.app, &options, &f.arena, &plan, &f.err))
        fail_msg("%s", f.err.message);
    for (size_t i = 0; i < plan.notes.count; i++)
        said = said || strcmp(plan.notes.items[i].data, text) == 0;
    free(bank);
    fixture_close(&f);
    return said;
}

static void a_short_form_is_said_with_and_without_a_limit(void **state)
{
    struct strbuf exam = {0};
    struct str rest = str_from(fixture_exam), row;

    (void)state;
    while (str_split(&rest, '\n', &row))
        if (!str_starts(row, "minutes:") && !str_starts(row, "warn_minutes:"))
            strbuf_printf(&exam, STR_FORMAT "\n", STR_ARG(row));
    assert_true(notes_say(fixture_exam, 3,
                          "This is a short form: 3 of 6 questions, its time "
                          "cut in proportion."));
    assert_true(notes_say(strbuf_text(&exam), 3,
                          "This is a short form: 3 of 6 questions."));
    strbuf_finish(&exam);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scaled_result_needs_no_issuer),
        cmocka_unit_test(a_scaled_result_names_its_assumed_cuts),
        cmocka_unit_test(remarks_count_in_the_singular_too),
        cmocka_unit_test(of_a_plain_exam_nothing_is_remarked),
        cmocka_unit_test(an_accommodation_without_a_limit_is_not_remarked),
        cmocka_unit_test(an_accommodation_is_told_by_what_it_is),
        cmocka_unit_test(a_result_of_nothing_has_no_marks),
        cmocka_unit_test(a_short_form_is_said_with_and_without_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
