/* How many questions a topic has: kept beside the banks, and always as they
 * are. */
#include "fixture.h"

#include <string.h>

#include "topic_counts.h"

/* A bank of as many questions as `topics` has words, each on its topic; a
 * topic in capitals is that of a retired question. */
static struct fixture_bank bank_of(struct fixture *fixture, const char *name,
                                   enum origin origin, const char *topics)
{
    struct item *items = ARENA_ARRAY(&fixture->arena, struct item, 16);
    struct str rest = str_from(topics), topic;
    size_t count = 0;

    while (str_split(&rest, ' ', &topic)) {
        struct item *item = &items[count++];

        *item = fixture_item(
            fixture, arena_printf(&fixture->arena, "q%zu", count), "Which?");
        item->topic = STR("t");
        if (topic.data[0] >= 'A' && topic.data[0] <= 'Z')
            item->status = ITEM_RETIRED;
        else
            item->topic = topic;
    }
    return (struct fixture_bank){
        .name = name, .origin = origin, .items = items, .item_count = count};
}

static void import_topics(struct fixture *fixture, const char *name,
                          enum origin origin, const char *topics)
{
    struct fixture_bank bank = bank_of(fixture, name, origin, topics);

    if (!fixture_import(fixture, &bank, NULL))
        fail_msg("%s", fixture->err.message);
}

static void put_topics(struct fixture *fixture)
{
    struct source source = {.kind = "topics", .path = "/topics.yaml"};
    struct str ids[] = {STR("t"), STR("t/u"), STR("v")};
    struct str titles[] = {STR("T"), STR("U"), STR("V")};
    struct str moves[] = {STR(""), STR(""), STR("")};

    assert_true(catalog_put_topics(fixture->store, &source, ids, titles, moves,
                                   3, &fixture->err));
}

/* "t 2, t/u 1" of the topics that have questions; what is kept agrees. */
static void assert_counts(struct fixture *fixture, const char *expected)
{
    struct strbuf text = {0};
    struct topic_rows rows;
    int64_t items = 0;
    bool same = false;

    assert_true(catalog_topic_rows(fixture->store, &fixture->arena, &rows,
                                   &fixture->err));
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.items[i].items > 0)
            strbuf_printf(&text, "%s%s %d", text.len > 0 ? ", " : "",
                          rows.items[i].topic, (int)rows.items[i].items);
        items += rows.items[i].items;
    }
    assert_string_equal(strbuf_text(&text), expected);
    assert_int_equal(catalog_item_count(fixture->store), items);
    assert_true(topic_counts_check(fixture->store, &same, &fixture->err));
    assert_true(same);
    strbuf_finish(&text);
}

static void counts_follow_every_import(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_bank dropped;

    put_topics(fixture);
    assert_counts(fixture, "");
    import_topics(fixture, "p/b", ORIGIN_SHIPPED, "t t t/u R");
    assert_counts(fixture, "t 2, t/u 1");
    import_topics(fixture, "p/c", ORIGIN_SHIPPED, "v t");
    assert_counts(fixture, "t 3, t/u 1, v 1");
    /* Another topic, retired, brought back, absent. */
    import_topics(fixture, "p/b", ORIGIN_SHIPPED, "v R R t");
    assert_counts(fixture, "t 2, v 2");
    import_topics(fixture, "p/b", ORIGIN_SHIPPED, "v");
    assert_counts(fixture, "t 1, v 2");
    import_topics(fixture, "p/b", ORIGIN_SHIPPED, "R");
    assert_counts(fixture, "t 1, v 1");
    dropped = bank_of(fixture, "p/b", ORIGIN_SHIPPED, "t t t t t t");
    dropped.drop = true;
    assert_true(fixture_import(fixture, &dropped, NULL));
    assert_counts(fixture, "t 1, v 1");
}

static void counts_are_of_what_may_be_drawn(void **state)
{
    struct fixture *fixture = *state;

    put_topics(fixture);
    import_topics(fixture, "p/b", ORIGIN_SHIPPED, "t t");
    import_topics(fixture, "p/off", ORIGIN_SHIPPED, "v");
    assert_true(catalog_enable_bank(fixture->store, "p/off", false, NULL));
    assert_counts(fixture, "t 2");
    import_topics(fixture, "p/b", ORIGIN_USER, "t/u");
    assert_counts(fixture, "t/u 1");
    assert_true(catalog_enable_bank(fixture->store, "p/off", true, NULL));
    assert_counts(fixture, "t/u 1, v 1");
    assert_true(catalog_adopt_bank(fixture->store, "p/b", &fixture->err));
    assert_counts(fixture, "t 2, v 1");
}

/* "t 2, v 1" of those that nothing but `first` and `second` draws. */
static void assert_only_of(struct fixture *fixture, const char *first,
                           const char *second, const char *expected)
{
    struct str_list exams = fixture_list(fixture, first, second, NULL);
    struct strbuf text = {0};
    struct only_rows rows;

    assert_true(catalog_items_only_of(fixture->store, &exams, &fixture->arena,
                                      &rows, &fixture->err));
    for (size_t i = 0; i < rows.count; i++) {
        assert_string_equal(rows.items[i].bank, "p/b");
        strbuf_printf(&text, "%s%s %d", i > 0 ? ", " : "", rows.items[i].topic,
                      (int)rows.items[i].items);
    }
    assert_string_equal(strbuf_text(&text), expected);
    strbuf_finish(&text);
}

static void what_some_exams_alone_draw_is_told_apart(void **state)
{
    struct fixture *fixture = *state;
    struct fixture_bank bank =
        bank_of(fixture, "p/b", ORIGIN_USER, "t t t v v v");
    struct item *items = ARENA_ARRAY(&fixture->arena, struct item, 6);

    put_topics(fixture);
    for (size_t i = 0; i < 6; i++)
        items[i] = bank.items[i];
    items[0].exams = items[1].exams = fixture_list(fixture, "one", NULL);
    items[3].exams = fixture_list(fixture, "one", "two", NULL);
    items[4].exams = fixture_list(fixture, "two", NULL);
    items[4].status = ITEM_RETIRED;
    bank.items = items;
    assert_true(fixture_import(fixture, &bank, NULL));
    assert_counts(fixture, "t 3, v 2");
    assert_only_of(fixture, "one", "other", "t 2");
    assert_only_of(fixture, "two", "other", "");
    assert_only_of(fixture, "two", "one", "t 2, v 1");
    assert_true(catalog_enable_bank(fixture->store, "p/b", false, NULL));
    assert_only_of(fixture, "two", "one", "");
}

static void count_bad(void *context, const struct finding *finding)
{
    *(int *)context += finding->bad;
}

static void an_examination_counts_anew_what_is_wrong(void **state)
{
    static const char *const damages[] = {
        "DELETE FROM topic_count WHERE topic = 't'",
        "UPDATE topic_count SET items = 7 WHERE topic = 't/u'",
        "INSERT INTO topic_count SELECT head_id, 'v', '', 1 FROM bank_head",
        "UPDATE topic_count SET exams = 'x' WHERE topic = 't/u'",
    };
    struct fixture *fixture = *state;

    put_topics(fixture);
    import_topics(fixture, "p/b", ORIGIN_SHIPPED, "t t t/u");
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        int bad = 0;
        bool same = true;

        fixture_sql(fixture, damages[i]);
        assert_true(topic_counts_check(fixture->store, &same, &fixture->err));
        assert_false(same);
        assert_false(store_examine(fixture->store, count_bad, &bad, NULL));
        assert_int_equal(bad, 1);
        assert_true(store_examine(fixture->store, count_bad, &bad, NULL));
        assert_counts(fixture, "t 2, t/u 1");
    }
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(counts_follow_every_import),
        TEST(counts_are_of_what_may_be_drawn),
        TEST(what_some_exams_alone_draw_is_told_apart),
        TEST(an_examination_counts_anew_what_is_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
