/* Topics files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define START "format: proctor-topics/1\n"

static const struct expected errors[] = {
    {"no topics", START, "topics/empty", 1, 1, "no topics", NULL},
    {"a topic twice",
     START "topics:\n  - {id: a, title: A}\n"
           "  - {id: a, title: B}\n",
     "topics/repeated-id", 4, 10, "'a' stands here twice", NULL},
    {"a topic that moved and is there",
     START "topics:\n  - {id: a, title: A}\nmoved: {a: b}\n",
     "topics/repeated-id", 4, 9, "'a'", NULL},
    {"a topic without a title", START "topics:\n  - {id: a}\n",
     "schema/missing-key", 3, 5, "'title'", NULL},
    {"a bad id", START "topics:\n  - {id: A B, title: A}\n", "value/shape", 3,
     10, "lower-case words", NULL},
    {"a bad target", START "topics:\n  - {id: a, title: A}\nmoved: {b: B}\n",
     "value/shape", 4, 12, "lower-case words", NULL},
    {"an unknown key", START "topic:\n  - {id: a, title: A}\n",
     "schema/unknown-key", 2, 1, "no key 'topic'", "'topics'"},
    {"a bank", "format: proctor-bank/1\n", "schema/format", 1, 1,
     "not proctor-topics/1", NULL},
    {"text", START "topics: many\n", "schema/wrong-kind", 2, 1, "needs a list",
     NULL},
    {"a syntax error",
     START "topics:\n  - {id: a, title: A: B}\n"
           "  - {id: b, title: B}\n",
     "yaml/syntax", 3, 21, NULL, NULL},
};

static void each_mistake_is_placed_and_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        struct reading it;

        reading_topics(&it, str_from(errors[i].text));
        assert_error(&it, &errors[i]);
        reading_finish(&it);
    }
}

static void of_a_topic_twice_the_first_is_shown_too(void **state)
{
    struct reading it;
    (void)state;

    reading_topics(&it, STR(START "topics:\n  - {title: A, id: a}\n"
                                  "  - {id: a, title: B}\n"));
    assert_int_equal(it.list.count, 2);
    assert_int_equal(it.list.items[1].line, 3);
    assert_int_equal(it.list.items[1].column, 20);
    reading_finish(&it);
}

static void topics_and_moves_arrive_in_order(void **state)
{
    struct arena arena = {0};
    struct topic_list topics;
    struct diagnostics list;
    (void)state;

    diagnostics_init(&list, "a");
    assert_true(topics_read(
        STR(START "topics:\n  - {id: a, title: \"A, or so\"}\n"
                  "  - {id: a/b, title: B}\nmoved: {old: a, older: a/b}\n"),
        &arena, &topics, &list));
    assert_int_equal(topics.count, 4);
    assert_string_equal(topics.items[0].title.data, "A, or so");
    assert_int_equal(topics.items[0].moved_to.len, 0);
    assert_string_equal(topics.items[1].id.data, "a/b");
    assert_string_equal(topics.items[3].id.data, "older");
    assert_string_equal(topics.items[3].moved_to.data, "a/b");
    diagnostics_finish(&list);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_placed_and_explained),
        cmocka_unit_test(of_a_topic_twice_the_first_is_shown_too),
        cmocka_unit_test(topics_and_moves_arrive_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
