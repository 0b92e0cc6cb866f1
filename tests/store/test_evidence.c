/* What counts as evidence, how it is read, and that it stays what the record
 * gives whatever happens to the record. */
#include "fixture.h"

#include "proctor/store/evidence.h"

/* A running attempt of that mode over all items of the pool. */
static void start(struct fixture *fixture, int64_t candidate_id,
                  enum attempt_mode mode, struct fixture_sitting *out)
{
    struct fixture_form form = fixture_form(fixture, candidate_id);

    form.start.mode = mode;
    form.start.gives_hints = mode != MODE_EXAM;
    if (!fixture_try_start(fixture->store, &form, out, &fixture->err))
        fail_msg("%s", fixture->err.message);
}

static void answer(struct fixture_sitting *sitting, int pos, const char *value)
{
    assert_true(fixture_act(sitting, EVENT_VISIT, pos, "", NULL));
    assert_true(fixture_act(sitting, EVENT_ANSWER, pos, value, NULL));
}

static void end(struct fixture_sitting *sitting)
{
    assert_true(fixture_end(sitting, SITTING_SUBMITTED, NULL));
    fixture_sitting_finish(sitting);
}

/* An ended attempt whose questions were answered in order: "A-B" leaves the
 * second one unseen. */
static int64_t sit(struct fixture *fixture, int64_t candidate_id,
                   enum attempt_mode mode, const char *answers)
{
    struct fixture_sitting sitting;
    int64_t attempt_id;

    start(fixture, candidate_id, mode, &sitting);
    attempt_id = sitting.attempt_id;
    for (int pos = 0; answers[pos]; pos++)
        if (answers[pos] != '-')
            answer(&sitting, pos, (char[]){answers[pos], '\0'});
    end(&sitting);
    return attempt_id;
}

/* `words`: topics with blanks between them, NULL for all. */
static struct evidence_rows list(struct fixture *fixture, int64_t candidate_id,
                                 const char *words)
{
    struct str items[4], rest = str_from(words);
    struct str_list list = {.items = items};
    const struct str_list *topics = words ? &list : NULL;
    struct evidence_rows rows;

    while (str_split(&rest, ' ', &items[list.count]))
        list.count++;
    if (!evidence_list(fixture->store, candidate_id, topics, &fixture->arena,
                       &rows, &fixture->err))
        fail_msg("%s", fixture->err.message);
    return rows;
}

static void assert_is_what_the_record_gives(struct fixture *fixture)
{
    bool same = false;

    assert_true(evidence_check(fixture->store, &same, &fixture->err));
    assert_true(same);
}

static void a_first_meeting_is_evidence_with_its_marks(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann"), attempt_id;
    struct evidence_rows rows;
    struct evidence_counts counts;

    fixture_fill(fixture, 3);
    attempt_id = sit(fixture, ann, MODE_EXAM, "A-B");
    rows = list(fixture, ann, NULL);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[1].name, "proctor/b/q1");
    assert_int_equal(rows.items[1].attempt_id, attempt_id);
    assert_int_equal(rows.items[1].pos, 0);
    assert_int_equal(rows.items[1].earned, 100);
    assert_int_equal(rows.items[1].possible, 100);
    assert_int_equal(rows.items[1].mode, MODE_EXAM);
    assert_true(str_is(rows.items[1].topic, "t"));
    assert_true(rows.items[1].utc_ms > 0);
    assert_string_equal(rows.items[0].name, "proctor/b/q3");
    assert_int_equal(rows.items[0].earned, 0);
    assert_true(evidence_counts(fixture->store, ann, &counts, &fixture->err));
    assert_int_equal(counts.answers, 2);
    assert_int_equal(counts.counted, 2);
    assert_is_what_the_record_gives(fixture);
}

static void a_second_meeting_adds_nothing(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct evidence_counts counts;
    struct evidence_rows rows;

    fixture_fill(fixture, 2);
    sit(fixture, ann, MODE_EXAM, "B-");
    sit(fixture, ann, MODE_PRACTICE, "AA");
    rows = list(fixture, ann, NULL);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[1].name, "proctor/b/q1");
    assert_int_equal(rows.items[1].earned, 0);
    assert_int_equal(rows.items[0].earned, 100);
    assert_true(evidence_counts(fixture->store, ann, &counts, &fixture->err));
    assert_int_equal(counts.answers, 3);
    assert_int_equal(counts.counted, 2);
    assert_is_what_the_record_gives(fixture);
}

/* How the one question of the bank is met first. */
static const struct meeting_case {
    const char *name;
    enum attempt_mode mode;
    bool after_hint, is_pretest, is_void, is_read_before;
    bool counts;
} meeting_cases[] = {
    {.name = "exam", .mode = MODE_EXAM, .counts = true},
    {.name = "practice", .mode = MODE_PRACTICE, .counts = true},
    {.name = "redo", .mode = MODE_REDO},
    {.name = "hint", .mode = MODE_PRACTICE, .after_hint = true},
    {.name = "pretest", .mode = MODE_EXAM, .is_pretest = true, .counts = true},
    {.name = "void", .mode = MODE_EXAM, .is_void = true},
    {.name = "read", .mode = MODE_EXAM, .is_read_before = true},
};

static void meet(struct fixture *fixture, int64_t candidate_id,
                 const struct meeting_case *how)
{
    struct fixture_sitting sitting;
    struct fixture_form form;

    if (how->is_read_before)
        assert_true(attempt_reveal(fixture->store,
                                   sit(fixture, candidate_id, MODE_EXAM, "-"),
                                   &(int){0}, 1, 5, NULL));
    form = fixture_form(fixture, candidate_id);
    form.start.mode = how->mode;
    form.start.gives_hints = how->after_hint;
    form.slots[0].scored = !how->is_pretest;
    assert_true(
        fixture_try_start(fixture->store, &form, &sitting, &fixture->err));
    sitting.void_questions = how->is_void ? 1 : 0;
    if (how->after_hint) {
        assert_true(fixture_act(&sitting, EVENT_VISIT, 0, "", NULL));
        assert_true(fixture_act(&sitting, EVENT_HINT, 0, "1", NULL));
    }
    answer(&sitting, 0, "A");
    end(&sitting);
}

static void only_a_first_meeting_without_help_counts(void **state)
{
    struct fixture *fixture = *state;

    fixture_fill(fixture, 1);
    for (size_t i = 0; i < sizeof meeting_cases / sizeof *meeting_cases; i++) {
        const struct meeting_case *how = &meeting_cases[i];
        int64_t id = fixture_candidate(fixture, how->name);

        meet(fixture, id, how);
        if (list(fixture, id, NULL).count != (how->counts ? 1 : 0))
            fail_msg("%s", how->name);
        /* What did not count at first does not count ever. */
        sit(fixture, id, MODE_EXAM, "A");
        if (list(fixture, id, NULL).count != (how->counts ? 1 : 0))
            fail_msg("%s, once more", how->name);
    }
    assert_is_what_the_record_gives(fixture);
}

static void reading_the_answer_afterwards_takes_nothing_away(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann"), attempt_id;
    static const int both[] = {0, 1};

    fixture_fill(fixture, 2);
    attempt_id = sit(fixture, ann, MODE_EXAM, "A-");
    assert_true(attempt_reveal(fixture->store, attempt_id, both, 2, 9, NULL));
    assert_int_equal(list(fixture, ann, NULL).count, 1);
    sit(fixture, ann, MODE_EXAM, "AA");
    assert_int_equal(list(fixture, ann, NULL).count, 1);
    assert_is_what_the_record_gives(fixture);
}

/* Five questions: two of topic a, one of them on a case, one below it, one of
 * another kind elsewhere, and one that needs a book. */
static void fill_areas(struct fixture *fixture)
{
    static const struct case_text stay = {.id = {"stay", 4}, .title = {"", 0}};
    struct item items[5];
    struct fixture_bank bank = {.name = "p/areas",
                                .cases = &stay,
                                .case_count = 1,
                                .items = items,
                                .item_count = 5};

    for (int i = 0; i < 5; i++) {
        items[i] = fixture_item(
            fixture, arena_printf(&fixture->arena, "q%d", i + 1), "What?");
        items[i].topic = STR("a");
    }
    items[1].case_text = &stay;
    items[2].topic = STR("a/b");
    items[3].topic = STR("c");
    items[3].kind = ITEM_MULTIPLE;
    items[4].needs = 1u << CODE_ICD_10_CM;
    if (!fixture_import(fixture, &bank, NULL))
        fail_msg("%s", fixture->err.message);
}

static const struct evidence_sum *find_sum(const struct evidence_sums *sums,
                                           const char *topic, bool has_case,
                                           code_set_mask needs)
{
    for (size_t i = 0; i < sums->count; i++)
        if (str_is(sums->items[i].topic, topic) &&
            sums->items[i].has_case == has_case &&
            sums->items[i].needs == needs)
            return &sums->items[i];
    fail_msg("there is no sum of %s", topic);
    return NULL;
}

static struct evidence_sums sums_of(struct fixture *fixture,
                                    int64_t candidate_id)
{
    struct evidence_sums sums;

    if (!evidence_sums(fixture->store, candidate_id, &fixture->arena, &sums,
                       &fixture->err))
        fail_msg("%s", fixture->err.message);
    return sums;
}

static void sums_are_kept_by_what_decides_the_section(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct evidence_sums sums;

    fill_areas(fixture);
    sit(fixture, ann, MODE_EXAM, "AABAB");
    sums = sums_of(fixture, ann);
    assert_int_equal(sums.count, 5);
    assert_int_equal(find_sum(&sums, "a", false, 0)->right, 1);
    assert_int_equal(find_sum(&sums, "a", true, 0)->asked, 1);
    assert_int_equal(find_sum(&sums, "a/b", false, 0)->right, 0);
    assert_int_equal(find_sum(&sums, "c", false, 0)->kind, ITEM_MULTIPLE);
    assert_int_equal(find_sum(&sums, "a", false, 1u << CODE_ICD_10_CM)->asked,
                     1);
    assert_int_equal(sums_of(fixture, ben).count, 0);
}

static void a_topic_is_listed_with_what_is_below_it(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct evidence_rows rows;

    fill_areas(fixture);
    sit(fixture, ann, MODE_EXAM, "AA---");
    sit(fixture, ann, MODE_PRACTICE, "--AAA");
    rows = list(fixture, ann, "a");
    assert_int_equal(rows.count, 4);
    assert_string_equal(rows.items[0].name, "p/areas/q5");
    assert_int_equal(rows.items[0].needs, 1u << CODE_ICD_10_CM);
    assert_int_equal(rows.items[0].mode, MODE_PRACTICE);
    assert_string_equal(rows.items[1].name, "p/areas/q3");
    assert_string_equal(rows.items[2].name, "p/areas/q2");
    assert_true(rows.items[2].has_case);
    assert_string_equal(rows.items[3].name, "p/areas/q1");
    assert_int_equal(list(fixture, ann, "a/b").count, 1);
    assert_int_equal(list(fixture, ann, "b").count, 0);
    /* Each once, in one order, whatever lies below what. */
    assert_int_equal(list(fixture, ann, "a/b a b").count, rows.count);
    assert_int_equal(list(fixture, ann, "").count, 0);
}

static void a_topic_that_was_moved_is_found_where_it_is_now(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct source source = {.kind = "topics", .path = "/topics.yaml"};
    struct str ids[] = {STR("c"), STR("a"), STR("a/c")};
    struct str none[] = {STR(""), STR(""), STR("")};
    struct str moves[] = {STR("a/c"), STR(""), STR("")};
    struct evidence_sums sums;

    fill_areas(fixture);
    sit(fixture, ann, MODE_EXAM, "---A-");
    assert_true(catalog_put_topics(fixture->store, &source, ids, none, moves, 3,
                                   &fixture->err));
    sums = sums_of(fixture, ann);
    assert_int_equal(find_sum(&sums, "a/c", false, 0)->right, 1);
    assert_int_equal(list(fixture, ann, "a").count, 1);
    assert_int_equal(list(fixture, ann, "c").count, 0);
}

/* The bank of fixture_fill() with q1 renamed, and maybe q2 taken for it too. */
static void import_renamed(struct fixture *fixture, bool with_q2)
{
    struct item items[] = {fixture_item(fixture, "new", "What?"),
                           fixture_item(fixture, "q2", "What?")};
    struct fixture_bank bank = {.name = "proctor/b",
                                .version = "2",
                                .items = items,
                                .item_count = with_q2 ? 1 : 2};

    items[0].was =
        with_q2 ? fixture_list(fixture, "proctor/b/q1", "proctor/b/q2",
                               (const char *)NULL)
                : fixture_list(fixture, "proctor/b/q1", (const char *)NULL);
    if (!fixture_import(fixture, &bank, NULL))
        fail_msg("%s", fixture->err.message);
}

static void evidence_follows_a_question_that_was_renamed(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct evidence_rows rows;

    fixture_fill(fixture, 2);
    sit(fixture, ann, MODE_EXAM, "A-");
    import_renamed(fixture, false);
    rows = list(fixture, ann, NULL);
    assert_int_equal(rows.count, 1);
    assert_string_equal(rows.items[0].name, "proctor/b/new");
    assert_int_equal(rows.items[0].earned, 100);
    assert_is_what_the_record_gives(fixture);
    sit(fixture, ann, MODE_EXAM, "BB");
    rows = list(fixture, ann, NULL);
    assert_int_equal(rows.count, 2);
    assert_string_equal(rows.items[0].name, "proctor/b/q2");
    assert_is_what_the_record_gives(fixture);
}

static void of_questions_that_became_one_the_first_meeting_stands(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int64_t ben = fixture_candidate(fixture, "ben");
    struct evidence_rows rows;

    fixture_fill(fixture, 2);
    sit(fixture, ann, MODE_EXAM, "-A");
    sit(fixture, ann, MODE_EXAM, "B-");
    sit(fixture, ben, MODE_REDO, "A-"); /* met without evidence */
    sit(fixture, ben, MODE_EXAM, "-A");
    import_renamed(fixture, true);
    rows = list(fixture, ann, NULL);
    assert_int_equal(rows.count, 1);
    assert_string_equal(rows.items[0].name, "proctor/b/new");
    assert_int_equal(rows.items[0].pos, 1);
    assert_int_equal(rows.items[0].earned, 100);
    assert_int_equal(list(fixture, ben, NULL).count, 0);
    assert_is_what_the_record_gives(fixture);
}

static void a_forgotten_attempt_leaves_nothing(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    struct evidence_rows rows;
    int64_t first, second;

    fixture_fill(fixture, 3);
    first = sit(fixture, ann, MODE_PRACTICE, "BB-");
    second = sit(fixture, ann, MODE_EXAM, "-AA");
    assert_true(attempt_forget(fixture->store, first, &fixture->err));
    rows = list(fixture, ann, NULL);
    assert_int_equal(rows.count, 2);
    assert_int_equal(rows.items[1].attempt_id, second);
    assert_int_equal(rows.items[1].pos, 1);
    assert_int_equal(rows.items[1].earned, 100);
    assert_is_what_the_record_gives(fixture);
}

static void what_is_not_from_the_record_is_noticed_and_built_anew(void **state)
{
    static const char *const harms[] = {
        "UPDATE evidence_item SET right = 0, earned = 0 WHERE right = 1",
        "DELETE FROM evidence_item WHERE pos = 0",
        "UPDATE evidence_area SET topic = 'x'",
        "UPDATE evidence_item SET utc_ms = utc_ms + 1",
    };
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");

    fixture_fill(fixture, 2);
    sit(fixture, ann, MODE_EXAM, "AB");
    for (size_t i = 0; i < sizeof harms / sizeof *harms; i++) {
        bool same = true;

        fixture_sql(fixture, harms[i]);
        assert_true(evidence_check(fixture->store, &same, NULL));
        if (same)
            fail_msg("not noticed: %s", harms[i]);
        assert_true(evidence_rebuild(fixture->store, &fixture->err));
        assert_is_what_the_record_gives(fixture);
        assert_int_equal(list(fixture, ann, NULL).count, 2);
    }
}

static void count_bad(void *context, const struct finding *finding)
{
    *(int *)context += finding->bad;
}

static void an_examination_builds_it_anew(void **state)
{
    struct fixture *fixture = *state;
    int64_t ann = fixture_candidate(fixture, "ann");
    int bad = 0;

    fixture_fill(fixture, 2);
    sit(fixture, ann, MODE_EXAM, "AB");
    fixture_sql(fixture, "DELETE FROM evidence_item");
    assert_false(store_examine(fixture->store, count_bad, &bad, NULL));
    assert_int_equal(bad, 1);
    assert_int_equal(list(fixture, ann, NULL).count, 2);
    assert_true(store_examine(fixture->store, count_bad, &bad, NULL));
    assert_int_equal(bad, 1);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_first_meeting_is_evidence_with_its_marks),
        TEST(a_second_meeting_adds_nothing),
        TEST(only_a_first_meeting_without_help_counts),
        TEST(reading_the_answer_afterwards_takes_nothing_away),
        TEST(sums_are_kept_by_what_decides_the_section),
        TEST(a_topic_is_listed_with_what_is_below_it),
        TEST(a_topic_that_was_moved_is_found_where_it_is_now),
        TEST(evidence_follows_a_question_that_was_renamed),
        TEST(of_questions_that_became_one_the_first_meeting_stands),
        TEST(a_forgotten_attempt_leaves_nothing),
        TEST(what_is_not_from_the_record_is_noticed_and_built_anew),
        TEST(an_examination_builds_it_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
