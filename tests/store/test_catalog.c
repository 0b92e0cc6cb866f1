/* What stands today: sources, topics, exams, banks with what hides them, the
 * pool, and a bank on its way out. */
#include "fixture.h"

#include <string.h>

static const struct source topics_source = {
    .kind = "topics", .path = "/topics.yaml", .loaded_utc_ms = 1000};

static void a_file_is_known_until_it_or_the_program_changes(void **state)
{
    struct fixture *fixture = *state;
    struct source source = {.kind = "bank",
                            .path = "/b.yaml",
                            .size = 10,
                            .mtime_ms = 20,
                            .loaded_utc_ms = 30};
    struct store_options newer = {.path = fixture->path, .app_version = "1.1"};

    assert_false(catalog_shipped_is_known(fixture->store, "/b.yaml", 10, 20));
    assert_true(catalog_note_source(fixture->store, &source, NULL));
    assert_true(catalog_note_source(fixture->store, &source, NULL));
    assert_true(catalog_shipped_is_known(fixture->store, "/b.yaml", 10, 20));
    assert_false(catalog_shipped_is_known(fixture->store, "/b.yaml", 11, 20));
    assert_false(catalog_shipped_is_known(fixture->store, "/b.yaml", 10, 21));
    assert_false(catalog_shipped_is_known(fixture->store, "/c.yaml", 10, 20));
    store_close(fixture->store);
    fixture->store = store_open(&newer, NULL);
    assert_false(catalog_shipped_is_known(fixture->store, "/b.yaml", 10, 20));
}

static void a_head_is_current_for_its_very_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct source source = {.kind = "exam", .path = "/e.yaml"};
    struct exam exam = fixture_exam();

    source.sha256 = hash_of(STR("one"));
    assert_false(catalog_is_current(fixture->store, &source));
    assert_true(
        catalog_put_exam(fixture->store, &source, &exam, STR("one"), NULL));
    assert_true(catalog_is_current(fixture->store, &source));
    source.origin = ORIGIN_USER;
    assert_false(catalog_is_current(fixture->store, &source));
    source.origin = ORIGIN_SHIPPED;
    source.sha256 = hash_of(STR("two"));
    assert_false(catalog_is_current(fixture->store, &source));
}

static void topics_are_added_retitled_and_moved(void **state)
{
    struct fixture *fixture = *state;
    struct source source = topics_source;
    struct str ids[] = {STR("a"), STR("b")}, titles[] = {STR("A"), STR("")};
    struct str moved[] = {STR(""), STR("")};
    struct strmap *topics = strmap_create();

    source.sha256 = hash_of(STR("one"));
    assert_true(catalog_put_topics(fixture->store, &source, ids, titles, moved,
                                   2, NULL));
    assert_true(catalog_is_current(fixture->store, &source));
    titles[0] = STR("The A");
    assert_true(catalog_put_topics(fixture->store, &source, ids, titles, moved,
                                   1, NULL));
    assert_true(catalog_topics(fixture->store, topics, NULL));
    assert_int_equal(strmap_count(topics), 2);
    assert_string_equal(catalog_topic_title(fixture->store, &fixture->arena,
                                            STR("a")),
                        "The A");
    assert_string_equal(
        catalog_topic_title(fixture->store, &fixture->arena, STR("b")), "b");
    assert_string_equal(
        catalog_topic_title(fixture->store, &fixture->arena, STR("z")), "z");
    strmap_destroy(topics);
}

static void a_topics_file_that_went_back_is_not_current(void **state)
{
    struct fixture *fixture = *state;
    struct source one = topics_source, two = topics_source;

    one.sha256 = hash_of(STR("one"));
    two.sha256 = hash_of(STR("two"));
    assert_true(
        catalog_put_topics(fixture->store, &one, NULL, NULL, NULL, 0, NULL));
    assert_true(
        catalog_put_topics(fixture->store, &two, NULL, NULL, NULL, 0, NULL));
    assert_false(catalog_is_current(fixture->store, &one));
    assert_true(catalog_is_current(fixture->store, &two));
}

static void moved_topics_count_as_where_they_went(void **state)
{
    struct fixture *fixture = *state;
    struct source source = topics_source;
    struct str ids[] = {STR("t"), STR("u"), STR("x"), STR("y")};
    struct str titles[] = {STR(""), STR(""), STR(""), STR("")};
    struct str moved[] = {STR("u"), STR("v"), STR("y"), STR("x")};

    fixture_fill(fixture, 1);
    assert_true(catalog_put_topics(fixture->store, &source, ids, titles, moved,
                                   4, NULL));
    assert_true(str_is(fixture_pool(fixture, 0).items[0].about.topic, "v"));
}

static void put_exam(struct fixture *fixture, const char *version,
                     enum origin origin, const char *yaml)
{
    struct source source = {
        .kind = "exam", .origin = origin, .path = "/e.yaml"};
    struct exam exam = fixture_exam();

    exam.version = str_from(version);
    assert_true(catalog_put_exam(fixture->store, &source, &exam, str_from(yaml),
                                 &fixture->err));
}

static void exams_are_listed_newest_first_with_what_hides_them(void **state)
{
    struct fixture *fixture = *state;
    struct exam_rows rows;

    put_exam(fixture, "2026.9", ORIGIN_SHIPPED, "nine");
    put_exam(fixture, "2026.10", ORIGIN_SHIPPED, "ten");
    put_exam(fixture, "2026.9", ORIGIN_USER, "mine");
    assert_true(catalog_exams(fixture->store, &fixture->arena, &rows, NULL));
    assert_int_equal(rows.count, 3);
    assert_string_equal(rows.items[0].yaml, "ten");
    assert_string_equal(rows.items[1].yaml, "mine");
    assert_false(rows.items[1].shadowed);
    assert_string_equal(rows.items[2].yaml, "nine");
    assert_true(rows.items[2].shadowed);
}

static void an_exam_revision_outlives_its_head(void **state)
{
    struct fixture *fixture = *state;
    struct exam_rows rows;
    struct exam_row old;
    int64_t old_id;

    put_exam(fixture, "1", ORIGIN_SHIPPED, "before");
    assert_true(catalog_exams(fixture->store, &fixture->arena, &rows, NULL));
    old_id = rows.items[0].exam_rev_id;
    put_exam(fixture, "1", ORIGIN_SHIPPED, "after");
    assert_true(catalog_exams(fixture->store, &fixture->arena, &rows, NULL));
    assert_int_equal(rows.count, 1);
    assert_string_equal(rows.items[0].yaml, "after");
    assert_true(
        catalog_exam_rev(fixture->store, old_id, &fixture->arena, &old, NULL));
    assert_string_equal(old.yaml, "before");
    assert_false(catalog_exam_rev(fixture->store, 99, &fixture->arena, &old,
                                  &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
}

static void import(struct fixture *fixture, const char *name,
                   enum origin origin, const char *based_on, const char *id)
{
    struct item item = fixture_item(fixture, id, "What?");
    struct fixture_bank bank = {.name = name,
                                .origin = origin,
                                .based_on = based_on,
                                .items = &item,
                                .item_count = 1};

    if (!fixture_import(fixture, &bank, NULL))
        fail_msg("%s", fixture->err.message);
}

static const struct bank_row *find_bank(struct fixture *fixture,
                                        const char *name, enum origin origin)
{
    struct bank_rows rows;

    assert_true(catalog_banks(fixture->store, &fixture->arena, &rows, NULL));
    for (size_t i = 0; i < rows.count; i++)
        if (strcmp(rows.items[i].name, name) == 0 &&
            rows.items[i].origin == origin)
            return &rows.items[i];
    return NULL;
}

static void a_users_bank_hides_the_shipped_one(void **state)
{
    struct fixture *fixture = *state;
    struct pool pool;

    import(fixture, "p/b", ORIGIN_SHIPPED, NULL, "theirs");
    import(fixture, "p/b", ORIGIN_USER, NULL, "mine");
    assert_true(find_bank(fixture, "p/b", ORIGIN_SHIPPED)->shadowed);
    assert_false(find_bank(fixture, "p/b", ORIGIN_USER)->shadowed);
    pool = fixture_pool(fixture, 0);
    assert_int_equal(pool.count, 1);
    assert_true(str_is(pool.items[0].about.name, "p/b/mine"));
    assert_int_equal(catalog_item_count(fixture->store), 1);
}

static void an_edited_copy_hides_its_original_while_enabled(void **state)
{
    struct fixture *fixture = *state;
    struct pool pool;

    import(fixture, "p/b", ORIGIN_SHIPPED, NULL, "theirs");
    import(fixture, "me/b", ORIGIN_USER, "p/b@2026.1", "mine");
    assert_true(find_bank(fixture, "p/b", ORIGIN_SHIPPED)->shadowed);
    pool = fixture_pool(fixture, 0);
    assert_int_equal(pool.count, 1);
    assert_true(str_is(pool.items[0].about.name, "me/b/mine"));

    assert_true(catalog_enable_bank(fixture->store, "me/b", false, NULL));
    assert_false(find_bank(fixture, "p/b", ORIGIN_SHIPPED)->shadowed);
    assert_false(find_bank(fixture, "me/b", ORIGIN_USER)->enabled);
    pool = fixture_pool(fixture, 0);
    assert_int_equal(pool.count, 1);
    assert_true(str_is(pool.items[0].about.name, "p/b/theirs"));
}

static void an_unknown_bank_brings_the_nearest_name(void **state)
{
    struct fixture *fixture = *state;

    import(fixture, "proctor/icd", ORIGIN_SHIPPED, NULL, "q");
    assert_false(catalog_enable_bank(fixture->store, "proctor/idc", false,
                                     &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
    assert_non_null(strstr(fixture->err.message, "'proctor/icd'"));
    assert_false(
        catalog_enable_bank(fixture->store, "nothing", false, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
}

static void an_item_may_ask_for_an_exam_or_refuse_it(void **state)
{
    static const struct {
        const char *exams, *not_exams;
        bool drawn;
    } cases[] = {
        {NULL, NULL, true},      {"quick", NULL, true},
        {"q-alias", NULL, true}, {"other", NULL, false},
        {NULL, "quick", false},  {NULL, "q-alias", false},
        {NULL, "other", true},
    };
    struct fixture *fixture = *state;
    struct exam exam = fixture_exam();
    struct pool pool;

    exam.aliases = fixture_list(fixture, "q-alias", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct item item = fixture_item(fixture, "q", "What?");
        struct fixture_bank bank = {
            .name = "p/b", .items = &item, .item_count = 1};

        item.exams = fixture_list(fixture, "some", cases[i].exams, NULL);
        if (!cases[i].exams)
            item.exams.count = 0;
        item.not_exams =
            fixture_list(fixture, "none", cases[i].not_exams, NULL);
        assert_true(fixture_import(fixture, &bank, NULL));
        assert_true(catalog_pool(fixture->store, &exam, 0, &fixture->arena,
                                 &pool, NULL));
        assert_int_equal(pool.count, cases[i].drawn);
    }
}

static void the_pool_says_what_the_domain_asks(void **state)
{
    struct fixture *fixture = *state;
    struct item items[3] = {fixture_item(fixture, "q1", "One?"),
                            fixture_item(fixture, "q2", "Two?"),
                            fixture_item(fixture, "q3", "Three?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 3};
    struct pool pool;

    items[0].needs = 1u << CODE_CPT | 1u << CODE_ICD_10_CM;
    items[0].enemies = fixture_list(fixture, "x", "y", NULL);
    items[1].enemies = fixture_list(fixture, "y", NULL);
    items[1].objective = STR("y");
    items[2].kind = ITEM_MULTIPLE;
    items[2].status = ITEM_RETIRED;
    assert_true(fixture_import(fixture, &bank, NULL));
    pool = fixture_pool(fixture, 0);
    assert_int_equal(pool.count, 2);
    assert_int_equal(pool.items[0].about.needs, items[0].needs);
    assert_int_equal(pool.items[0].enemy_count, 2);
    assert_true(pool.items[0].enemies[0] < pool.items[0].enemies[1]);
    assert_int_equal(pool.items[1].enemy_count, 1);
    assert_int_equal(pool.items[1].enemies[0], pool.items[0].enemies[1]);
    assert_true(str_is(pool.items[1].about.topic, "t"));
    assert_int_equal(pool.items[1].seen, 0);
}

static void years_of_the_item_go_before_those_of_the_bank(void **state)
{
    struct fixture *fixture = *state;
    struct exam exam = fixture_exam();
    struct item items[2] = {fixture_item(fixture, "old", "One?"),
                            fixture_item(fixture, "plain", "Two?")};
    struct fixture_bank bank = {.name = "p/b", .items = items, .item_count = 2};
    struct pool pool;

    exam.code_years.years[CODE_ICD_10_CM] =
        fixture_list(fixture, "FY2026", NULL);
    items[0].code_years.years[CODE_ICD_10_CM] =
        fixture_list(fixture, "FY2024", "FY2025", NULL);
    items[0].code_years.years[CODE_CPT] = fixture_list(fixture, "2024", NULL);
    assert_true(fixture_import(fixture, &bank, NULL));
    assert_true(
        catalog_pool(fixture->store, &exam, 0, &fixture->arena, &pool, NULL));
    pool_sort(&pool);
    assert_true(pool.items[0].out_of_date);
    assert_false(pool.items[1].out_of_date);

    items[0].code_years.years[CODE_ICD_10_CM] =
        fixture_list(fixture, "FY2025", "FY2026", NULL);
    assert_true(fixture_import(fixture, &bank, NULL));
    assert_true(
        catalog_pool(fixture->store, &exam, 0, &fixture->arena, &pool, NULL));
    pool_sort(&pool);
    assert_false(pool.items[0].out_of_date);
}

/* What a bank sink got, in short. */
struct taken {
    struct strbuf text;
};

static void take_head(void *context, const struct bank_head *head)
{
    struct taken *taken = context;

    strbuf_printf(&taken->text, STR_FORMAT "@" STR_FORMAT " ",
                  STR_ARG(head->name), STR_ARG(head->version));
    for (size_t i = 0; i < head->extras.count; i++)
        strbuf_printf(&taken->text, STR_FORMAT "=" STR_FORMAT " ",
                      STR_ARG(head->extras.items[i].key),
                      STR_ARG(head->extras.items[i].value));
}

static void take_case(void *context, const struct case_text *text)
{
    struct taken *taken = context;

    strbuf_printf(&taken->text, "case " STR_FORMAT " ", STR_ARG(text->id));
}

static void take_item(void *context, const struct item *item)
{
    struct taken *taken = context;

    strbuf_printf(&taken->text, STR_FORMAT ":" STR_FORMAT ":%s%s ",
                  STR_ARG(item->id), STR_ARG(item->stem),
                  item_status_id(item->status), item->case_text ? ":case" : "");
}

static void a_bank_comes_out_in_the_order_of_its_file(void **state)
{
    struct fixture *fixture = *state;
    struct case_text text = {.id = STR("er"), .title = STR("")};
    struct item items[3] = {fixture_item(fixture, "z", "One?"),
                            fixture_item(fixture, "a", "Two?"),
                            fixture_item(fixture, "m", "Three?")};
    struct fixture_bank bank = {.name = "p/b",
                                .version = "7",
                                .cases = &text,
                                .case_count = 1,
                                .items = items,
                                .item_count = 3};
    struct taken taken = {0};
    struct bank_sink sink = {take_head, take_case, take_item, &taken};

    items[1].case_text = &text;
    items[2].status = ITEM_VOID;
    assert_true(fixture_import(fixture, &bank, NULL));
    bank.item_count = 2;
    items[0] = items[1];
    items[1] = fixture_item(fixture, "z", "New?");
    assert_true(fixture_import(fixture, &bank, NULL));
    assert_true(
        catalog_export_bank(fixture->store, "p/b", &sink, &fixture->err));
    assert_string_equal(strbuf_text(&taken.text),
                        "p/b@7 case er a:Two?:active:case z:New?:active ");
    strbuf_finish(&taken.text);
    assert_false(
        catalog_export_bank(fixture->store, "p/c", &sink, &fixture->err));
    assert_non_null(strstr(fixture->err.message, "'p/b'"));
}

static void extras_of_a_bank_are_kept(void **state)
{
    struct fixture *fixture = *state;
    struct source source = {.kind = "bank", .path = "/b.yaml"};
    struct extra extras[] = {{STR("x-b"), STR("[1,2]")},
                             {STR("x-a"), STR("\"t\"")}};
    struct bank_head head = {.name = STR("p/b"),
                             .title = STR("B"),
                             .version = STR("1"),
                             .extras = {extras, 2}};
    struct import_counts counts;
    struct taken taken = {0};
    struct bank_sink sink = {take_head, take_case, take_item, &taken};
    struct bank_import *import_of =
        catalog_import_begin(fixture->store, &source, NULL);

    assert_true(catalog_import_header(import_of, &head, false, NULL));
    assert_true(catalog_import_finish(import_of, &counts, NULL));
    assert_true(catalog_import_commit(import_of, NULL));
    assert_true(catalog_export_bank(fixture->store, "p/b", &sink, NULL));
    assert_string_equal(strbuf_text(&taken.text), "p/b@1 x-b=[1,2] x-a=\"t\" ");
    strbuf_finish(&taken.text);
}

static void an_unknown_question_is_not_found(void **state)
{
    struct fixture *fixture = *state;
    struct item item;

    assert_false(catalog_item(fixture->store, 1, 99, &fixture->arena, &item,
                              NULL, &fixture->err));
    assert_int_equal(fixture->err.code, ERR_NOT_FOUND);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_known_until_it_or_the_program_changes),
        TEST(a_head_is_current_for_its_very_bytes),
        TEST(topics_are_added_retitled_and_moved),
        TEST(a_topics_file_that_went_back_is_not_current),
        TEST(moved_topics_count_as_where_they_went),
        TEST(exams_are_listed_newest_first_with_what_hides_them),
        TEST(an_exam_revision_outlives_its_head),
        TEST(a_users_bank_hides_the_shipped_one),
        TEST(an_edited_copy_hides_its_original_while_enabled),
        TEST(an_unknown_bank_brings_the_nearest_name),
        TEST(an_item_may_ask_for_an_exam_or_refuse_it),
        TEST(the_pool_says_what_the_domain_asks),
        TEST(years_of_the_item_go_before_those_of_the_bank),
        TEST(a_bank_comes_out_in_the_order_of_its_file),
        TEST(extras_of_a_bank_are_kept),
        TEST(an_unknown_question_is_not_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
