/* Topics as paths. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/domain/topic.h"

static void paths_of_lower_case_words_are_topics(void **state)
{
    static const char *const good[] = {
        "anatomy",      "cpt/surgery/integumentary", "icd-10-cm/guidelines",
        TOPIC_UNSORTED, "1/2/3/4/5/6/7/8",
    };
    (void)state;

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(topic_is_valid(str_from(good[i])));
}

static void anything_else_is_no_topic(void **state)
{
    static const char *const bad[] = {
        "",      "/",
        "a/",    "/a",
        "a//b",  "Anatomy",
        "a b",   "a_b",
        "a.b",   "anatom\xC3\xAD",
        "a/b\n", "1/2/3/4/5/6/7/8/9",
    };
    (void)state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(topic_is_valid(str_from(bad[i])));
}

static void a_topic_has_at_most_128_bytes(void **state)
{
    char text[130];
    (void)state;

    memset(text, 'a', sizeof text);
    assert_true(topic_is_valid((struct str){text, 128}));
    assert_false(topic_is_valid((struct str){text, 129}));
}

static void below_means_the_node_or_under_it(void **state)
{
    static const struct {
        const char *topic, *node;
        bool is_below;
    } cases[] = {
        {"a/b", "a/b", true},   {"a/b/c", "a/b", true}, {"a/b/c", "a", true},
        {"a/bc", "a/b", false}, {"a", "a/b", false},    {"b/a", "a", false},
        {"ab", "a", false},     {"", "a", false},       {"", "", true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(topic_is_below(str_from(cases[i].topic),
                                        str_from(cases[i].node)),
                         cases[i].is_below);
}

static void the_tree_comes_depth_first(void **state)
{
    static const struct {
        const char *topic;
        int depth;
    } tree[] = {
        {"", 0},    {"a", 0},   {"a/b", 1},   {"a/b/c", 2}, {"a/b-c", 1},
        {"a/c", 1}, {"a-b", 0}, {"a-b/c", 1}, {"ab", 0},    {"b", 0},
    };
    (void)state;

    for (int i = 0; i < (int)(sizeof tree / sizeof *tree); i++) {
        assert_int_equal(topic_depth(str_from(tree[i].topic)), tree[i].depth);
        for (int k = 0; k < (int)(sizeof tree / sizeof *tree); k++) {
            int order =
                topic_cmp(str_from(tree[i].topic), str_from(tree[k].topic));

            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_of_lower_case_words_are_topics),
        cmocka_unit_test(anything_else_is_no_topic),
        cmocka_unit_test(a_topic_has_at_most_128_bytes),
        cmocka_unit_test(below_means_the_node_or_under_it),
        cmocka_unit_test(the_tree_comes_depth_first),
    };

    return cmocka_run_group_tests_name("topic", tests, NULL, NULL);
}
