/* Questions one by one: in their bank, by name, by topic, those a candidate
 * met; and exams that are switched off. */
#include "fixture.h"

#include <string.h>

static void import_items(struct fixture *fixture, const char *name,
                         enum origin origin, const struct item *items,
                         size_t count)
{
    struct fixture_bank bank = {
        .name = name, .origin = origin, .items = items, .item_count = count};

    if (!fixture_import(fixture, &bank, NULL))
        fail_msg("%s", fixture->err.message);
}

/* --- a bank's questions ----------------------------------------------- */

static struct bank_item_rows items_of(struct fixture *fixture, const char *bank)
{
    struct bank_item_rows rows;

    if (!catalog_bank_items(fixture->store, bank, &fixture->arena, &rows,
                            &fixture->err))
        fail_msg("%s", fixture->err.message);
    return rows;
}

static void a_bank_lists_its_questions_in_file_order(void **state)
{
    static const struct case_text stay = {.id = {"stay", 4}, .title = {"", 0}};
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "z", "First line\nsecond"),
                           fixture_item(fixture, "gone", "Gone?"),
                           fixture_item(fixture, "a", "Which?")};
    struct fixture_bank bank = {.name = "p/b",
                                .cases = &stay,
                                .case_count = 1,
                                .items = items,
                                .item_count = 3};
    struct bank_item_rows rows;

    items[0].case_text = &stay;
    items[2].kind = ITEM_MULTIPLE;
    items[2].status = ITEM_RETIRED;
    items[2].difficulty = DIFFICULTY_HARD;
    items[2].topic = STR("t/u");
    assert_true(fixture_import(fixture, &bank, NULL));
    items[1] = items[2];
    bank.item_count = 2;
    assert_true(fixture_import(fixture, &bank, NULL));

    rows = items_of(fixture, "p/b");
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[0].id, "z");
    assert_string_equal(rows.items[0].stem, "First line");
    assert_true(rows.items[0].has_case);
    assert_int_equal(rows.items[0].kind, ITEM_SINGLE);
    assert_int_equal(rows.items[0].status, ITEM_ACTIVE);
    assert_string_equal(rows.items[1].id, "a");
    assert_string_equal(rows.items[1].topic, "t/u");
    assert_int_equal(rows.items[1].kind, ITEM_MULTIPLE);
    assert_int_equal(rows.items[1].status, ITEM_RETIRED);
    assert_int_equal(rows.items[1].difficulty, DIFFICULTY_HARD);
    assert_false(rows.items[1].has_case);
}

static void questions_of_the_head_that_hides_the_other_are_listed(void **state)
{
    struct fixture *fixture = *state;
    struct item shipped = fixture_item(fixture, "q1", "Shipped?");
    struct item own[] = {fixture_item(fixture, "q1", "Mine?"),
                         fixture_item(fixture, "q2", "Mine too?")};
    struct bank_item_rows rows;

    import_items(fixture, "p/b", ORIGIN_SHIPPED, &shipped, 1);
    assert_string_equal(items_of(fixture, "p/b").items[0].stem, "Shipped?");
    import_items(fixture, "p/b", ORIGIN_USER, own, 2);
    rows = items_of(fixture, "p/b");
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[0].stem, "Mine?");
    assert_false(catalog_bank_items(fixture->store, "p/c", &fixture->arena,
                                    &rows, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(fixture->err.message, "'p/b'"));
}

/* --- by name ---------------------------------------------------------- */

static void assert_found(struct fixture *fixture, const char *name,
                         const char *stem)
{
    struct item item;
    int64_t item_id, rev_id;

    if (!catalog_find_item(fixture->store, name, &item_id, &rev_id,
                           &fixture->err) ||
        !catalog_item(fixture->store, item_id, rev_id, &fixture->arena, &item,
                      NULL, &fixture->err))
        fail_msg("%s", fixture->err.message);
    assert_true(str_is(item.stem, stem));
}

static void assert_not_found(struct fixture *fixture, const char *name,
                             const char *told)
{
    int64_t item_id, rev_id;

    assert_false(catalog_find_item(fixture->store, name, &item_id, &rev_id,
                                   &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    if (!strstr(fixture->err.message, told))
        fail_msg("'%s' is not told in: %s", told, fixture->err.message);
}

static void a_question_is_found_by_its_name_as_it_stands_today(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "one", "One?"),
                           fixture_item(fixture, "two", "Two?")};

    import_items(fixture, "p/b", ORIGIN_SHIPPED, items, 2);
    assert_found(fixture, "p/b/one", "One?");
    items[0].stem = STR("One, anew?");
    import_items(fixture, "p/b", ORIGIN_SHIPPED, items, 1);
    assert_found(fixture, "p/b/one", "One, anew?");
    assert_not_found(fixture, "p/b/two", "p/b");
    items[0].stem = STR("Mine?");
    import_items(fixture, "p/b", ORIGIN_USER, items, 1);
    assert_found(fixture, "p/b/one", "Mine?");
}

static void a_former_name_finds_what_the_question_became(void **state)
{
    struct fixture *fixture = *state;
    struct item item = fixture_item(fixture, "old", "Old?");

    import_items(fixture, "p/b", ORIGIN_SHIPPED, &item, 1);
    item = fixture_item(fixture, "new", "New?");
    item.was = fixture_list(fixture, "p/b/old", (const char *)NULL);
    import_items(fixture, "p/b", ORIGIN_SHIPPED, &item, 1);
    assert_found(fixture, "p/b/old", "New?");
    assert_found(fixture, "p/b/new", "New?");
}

static void a_question_that_is_not_there_brings_the_nearest(void **state)
{
    struct fixture *fixture = *state;
    struct item items[] = {fixture_item(fixture, "sepsis-1", "One?"),
                           fixture_item(fixture, "fracture", "Two?")};

    import_items(fixture, "proctor/b", ORIGIN_SHIPPED, items, 2);
    assert_not_found(fixture, "proctor/b/sepsis-2", "'sepsis-1'");
    assert_not_found(fixture, "proctor/c/sepsis-1", "'proctor/b'");
    assert_not_found(fixture, "proctor/b/nothing-like-it", "export");
    assert_not_found(fixture, "sepsis", "publisher/bank/question");
    assert_not_found(fixture, "", "publisher/bank/question");
    assert_not_found(fixture, "a/", "publisher/bank/question");
}

/* --- topics ----------------------------------------------------------- */

static void topics_tell_how_many_questions_carry_them(void **state)
{
    struct fixture *fixture = *state;
    struct source source = {.kind = "topics", .path = "/topics.yaml"};
    struct str ids[] = {STR("t/u"), STR("t"), STR("v")};
    struct str titles[] = {STR(""), STR("The top"), STR("Gone")};
    struct str moves[] = {STR(""), STR(""), STR("t/u")};
    struct item items[] = {fixture_item(fixture, "q1", "1?"),
                           fixture_item(fixture, "q2", "2?"),
                           fixture_item(fixture, "q3", "3?"),
                           fixture_item(fixture, "q4", "4?")};
    struct topic_rows rows;

    assert_true(catalog_put_topics(fixture->store, &source, ids, titles, moves,
                                   3, &fixture->err));
    items[1].topic = STR("t/u");
    items[2].topic = STR("v");
    items[3].status = ITEM_RETIRED;
    import_items(fixture, "p/b", ORIGIN_SHIPPED, items, 4);
    import_items(fixture, "p/off", ORIGIN_SHIPPED, items, 4);
    assert_true(catalog_enable_bank(fixture->store, "p/off", false, NULL));
    assert_true(catalog_topic_rows(fixture->store, &fixture->arena, &rows,
                                   &fixture->err));
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[0].topic, "t");
    assert_string_equal(rows.items[0].title, "The top");
    assert_int_equal(rows.items[0].items, 1);
    assert_string_equal(rows.items[1].topic, "t/u");
    assert_string_equal(rows.items[1].title, "t/u");
    assert_int_equal(rows.items[1].items, 2);
}

/* --- met -------------------------------------------------------------- */

static struct met_items met(struct fixture *fixture, int64_t candidate_id,
                            int64_t after, int most)
{
    struct met_items items;

    if (!catalog_met_items(fixture->store, candidate_id, after, most,
                           &fixture->arena, &items, &fixture->err))
        fail_msg("%s", fixture->err.message);
    return items;
}

/* Looks at the questions of that bits, then ends. */
static int64_t look_at(struct fixture *fixture, int64_t candidate_id,
                       unsigned questions)
{
    struct fixture_sitting sitting;

    fixture_start(fixture, candidate_id, &sitting);
    for (int pos = 0; pos < sitting.sitting.count; pos++)
        if (questions & (1u << pos))
            assert_true(fixture_act(&sitting, EVENT_VISIT, pos, "", NULL));
    assert_true(fixture_end(&sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(&sitting);
    return sitting.attempt_id;
}

static void questions_met_come_in_slices(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben"), attempt_id;
    struct met_items items;

    fixture_fill(fixture, 5);
    attempt_id = look_at(fixture, ann, 0xb); /* 1, 2, 4 */
    look_at(fixture, ann, 0x1);
    assert_true(attempt_reveal(fixture->store, attempt_id, &(int){4}, 1, 9,
                               &fixture->err));
    items = met(fixture, ann, 0, 3);
    assert_int_equal(items.count, 3);
    assert_int_equal(items.items[0].item_id, 1);
    assert_int_equal(items.items[1].item_id, 2);
    assert_int_equal(items.items[2].item_id, 4);
    items = met(fixture, ann, 4, 3);
    assert_int_equal(items.count, 1);
    assert_int_equal(items.items[0].item_id, 5);
    assert_int_equal(met(fixture, ann, 5, 3).count, 0);
    assert_int_equal(met(fixture, ben, 0, 3).count, 0);
}

static void a_question_met_comes_with_the_revision_met_last(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct item item = fixture_item(fixture, "q1", "One?");
    struct met_items items;
    struct item read;

    import_items(fixture, "proctor/b", ORIGIN_SHIPPED, &item, 1);
    look_at(fixture, ann, 1);
    item = fixture_item(fixture, "new", "Two?");
    item.was = fixture_list(fixture, "proctor/b/q1", (const char *)NULL);
    import_items(fixture, "proctor/b", ORIGIN_SHIPPED, &item, 1);
    items = met(fixture, ann, 0, 9);
    assert_int_equal(items.count, 1);
    assert_true(catalog_item(fixture->store, items.items[0].item_id,
                             items.items[0].rev_id, &fixture->arena, &read,
                             NULL, &fixture->err));
    assert_true(str_is(read.id, "new"));
    assert_true(str_is(read.stem, "One?"));
    look_at(fixture, ann, 1);
    items = met(fixture, ann, 0, 9);
    assert_int_equal(items.count, 1);
    assert_true(catalog_item(fixture->store, 0, items.items[0].rev_id,
                             &fixture->arena, &read, NULL, &fixture->err));
    assert_true(str_is(read.stem, "Two?"));
}

/* q1 becomes a question with a higher number than all others; q2 is met by
 * both of its names. */
static void slices_pass_no_renamed_question_by(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann"), after = 0;
    struct item items[] = {fixture_item(fixture, "q1", "One?"),
                           fixture_item(fixture, "q2", "Two?"),
                           fixture_item(fixture, "q3", "Three?")};
    static const char *const names[] = {"q3", "p1", "p2"};

    import_items(fixture, "proctor/b", ORIGIN_SHIPPED, items, 3);
    look_at(fixture, ann, 0x7);
    items[0].id = STR("p1");
    items[0].was = fixture_list(fixture, "proctor/b/q1", (const char *)NULL);
    items[1].id = STR("p2");
    items[1].was = fixture_list(fixture, "proctor/b/q2", (const char *)NULL);
    import_items(fixture, "proctor/b", ORIGIN_SHIPPED, items, 3);
    look_at(fixture, ann, 0x2); /* in the order of names: p1, p2, q3 */
    for (size_t i = 0; i < 3; i++) {
        struct met_items items_met = met(fixture, ann, after, 1);
        struct item read;
        const char *name;

        assert_int_equal(items_met.count, 1);
        after = items_met.items[0].item_id;
        assert_true(catalog_item(fixture->store, after,
                                 items_met.items[0].rev_id, &fixture->arena,
                                 &read, &name, &fixture->err));
        assert_string_equal(strrchr(name, '/') + 1, names[i]);
    }
    assert_int_equal(met(fixture, ann, after, 1).count, 0);
}

/* --- the pool without an exam ----------------------------------------- */

static void without_an_exam_everything_may_be_drawn(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct item items[] = {fixture_item(fixture, "q1", "1?"),
                           fixture_item(fixture, "q2", "2?"),
                           fixture_item(fixture, "q3", "3?")};
    struct str year = STR("FY2001");
    struct pool pool;

    items[0].exams = fixture_list(fixture, "another", (const char *)NULL);
    items[1].not_exams = fixture_list(fixture, "quick", (const char *)NULL);
    items[2].code_years.years[CODE_ICD_10_CM] = (struct str_list){&year, 1};
    import_items(fixture, "p/b", ORIGIN_SHIPPED, items, 3);
    assert_int_equal(fixture_pool(fixture, ann).count, 1);
    assert_true(catalog_pool(fixture->store, NULL, ann, &fixture->arena, &pool,
                             &fixture->err));
    assert_int_equal(pool.count, 3);
    for (size_t i = 0; i < pool.count; i++)
        assert_false(pool.items[i].out_of_date);
}

/* --- exams ------------------------------------------------------------ */

static bool is_enabled(struct fixture *fixture)
{
    struct exam_rows rows;

    assert_true(
        catalog_exams(fixture->store, &fixture->arena, &rows, &fixture->err));
    assert_int_equal(rows.count, 1);
    return rows.items[0].enabled;
}

static void an_exam_is_switched_off_and_on(void **state)
{
    struct fixture *fixture = *state;
    struct exam_row row;
    int64_t exam_rev_id = fixture_put_exam(fixture);

    assert_true(is_enabled(fixture));
    for (int i = 0; i < 2; i++)
        assert_true(
            catalog_enable_exam(fixture->store, "quick", false, &fixture->err));
    assert_false(is_enabled(fixture));
    fixture_put_exam(fixture); /* stays off when it is loaded again */
    assert_false(is_enabled(fixture));
    assert_true(catalog_exam_rev(fixture->store, exam_rev_id, &fixture->arena,
                                 &row, &fixture->err));
    assert_false(row.enabled);
    assert_true(
        catalog_enable_exam(fixture->store, "quick", true, &fixture->err));
    assert_true(is_enabled(fixture));
    assert_false(
        catalog_enable_exam(fixture->store, "quik", false, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(fixture->err.message, "'quick'"));
}

static void a_blueprint_without_a_head_is_stored_once(void **state)
{
    struct fixture *fixture = *state;
    struct exam exam = fixture_exam();
    struct exam_rows rows;
    struct exam_row row;
    int64_t first, again, other;

    exam.title = STR("Practice");
    assert_true(catalog_put_exam_rev(fixture->store, &exam, STR("a: 1\n"),
                                     &first, &fixture->err));
    assert_true(catalog_put_exam_rev(fixture->store, &exam, STR("a: 1\n"),
                                     &again, &fixture->err));
    assert_true(catalog_put_exam_rev(fixture->store, &exam, STR("a: 2\n"),
                                     &other, &fixture->err));
    assert_int_equal(first, again);
    assert_int_not_equal(first, other);
    assert_true(
        catalog_exams(fixture->store, &fixture->arena, &rows, &fixture->err));
    assert_int_equal(rows.count, 0);
    assert_true(catalog_exam_rev(fixture->store, first, &fixture->arena, &row,
                                 &fixture->err));
    assert_string_equal(row.yaml, "a: 1\n");
    assert_int_equal(
        fixture_number(fixture, "SELECT count(*) FROM section_rev"), 2);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_bank_lists_its_questions_in_file_order),
        TEST(questions_of_the_head_that_hides_the_other_are_listed),
        TEST(a_question_is_found_by_its_name_as_it_stands_today),
        TEST(a_former_name_finds_what_the_question_became),
        TEST(a_question_that_is_not_there_brings_the_nearest),
        TEST(topics_tell_how_many_questions_carry_them),
        TEST(questions_met_come_in_slices),
        TEST(a_question_met_comes_with_the_revision_met_last),
        TEST(slices_pass_no_renamed_question_by),
        TEST(without_an_exam_everything_may_be_drawn),
        TEST(an_exam_is_switched_off_and_on),
        TEST(a_blueprint_without_a_head_is_stored_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
