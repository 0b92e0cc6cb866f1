/* Weak areas: the worked example of docs/weak-areas.md, and the order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/domain/area.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void the_example_of_the_documentation_comes_out(void **state)
{
    struct area areas[] = {
        {.id = STR("radiology"), .asked = 12, .right = 7, .expected = 6},
        {.id = STR("digestive"), .asked = 20, .right = 15, .expected = 8},
        {.id = STR("anesthesia"), .asked = 2, .right = 0, .expected = 4},
        {.id = STR("nervous"), .asked = 0, .right = 0, .expected = 0},
    };
    (void)state;

    areas_estimate(areas, COUNT_OF(areas), 137, 200);
    assert_int_equal(areas[0].interval.low, 32);
    assert_int_equal(areas[0].interval.high, 81);
    assert_float_equal(areas[0].estimate, 0.6235, 0.00005);
    assert_float_equal(areas[0].lost, 2.2592, 0.00005);
    assert_false(area_is_thin(&areas[0]));
    assert_int_equal(areas[1].interval.low, 53);
    assert_int_equal(areas[1].interval.high, 89);
    assert_float_equal(areas[1].estimate, 0.7310, 0.00005);
    assert_float_equal(areas[1].lost, 2.1516, 0.00005);
    assert_float_equal(areas[2].estimate, 0.5469, 0.00005);
    assert_true(area_is_thin(&areas[2]));
    assert_int_equal(areas[3].interval.low, 0);
    assert_int_equal(areas[3].interval.high, 100);
    assert_float_equal(areas[3].estimate, 0.6837, 0.00005);
    assert_float_equal(areas[3].lost, 0, 0);
}

static void who_answered_nothing_is_taken_for_the_prior(void **state)
{
    struct area area = {.expected = 10};
    (void)state;

    areas_estimate(&area, 1, 0, 0);
    assert_float_equal(area.estimate, 0.65, 1e-9);
    assert_float_equal(area.lost, 3.5, 1e-9);
    areas_estimate(NULL, 0, 0, 0);
}

static void six_questions_are_enough(void **state)
{
    struct area five = {.asked = 5};
    struct area six = {.asked = 6};
    (void)state;

    assert_true(area_is_thin(&five));
    assert_false(area_is_thin(&six));
}

/* A row of a table to order: what decides, and the tree. */
static struct area row(const char *id, int depth, int asked, double lost,
                       double estimate)
{
    return (struct area){
        .id = str_from(id),
        .depth = depth,
        .asked = asked,
        .lost = lost,
        .estimate = estimate,
    };
}

static void assert_order(struct area *areas, size_t count, const char *ids)
{
    struct str rest = str_from(ids);

    areas_order(areas, count);
    for (size_t i = 0; i < count; i++) {
        struct str id;

        assert_true(str_split(&rest, ' ', &id));
        if (!str_eq(areas[i].id, id))
            fail_msg("%zu is '" STR_FORMAT "', not '" STR_FORMAT "'", i,
                     STR_ARG(areas[i].id), STR_ARG(id));
    }
}

static void sections_stand_by_marks_lost_and_thin_ones_last(void **state)
{
    struct area areas[] = {
        row("few", 0, 5, 9.0, 0.1),   row("little", 0, 6, 1.0, 0.9),
        row("much", 0, 9, 3.0, 0.5),  row("few-too", 0, 0, 9.5, 0.6),
        row("tie-b", 0, 9, 2.0, 0.7), row("tie-a", 0, 9, 2.0, 0.6),
        row("same", 0, 9, 2.0, 0.7),
    };
    (void)state;

    assert_order(areas, COUNT_OF(areas),
                 "much tie-a tie-b same little few-too few");
    areas_order(NULL, 0);
}

static void a_tree_keeps_its_shape(void **state)
{
    struct area areas[] = {
        row("a", 0, 20, 1.0, 0.8),      row("a/x", 1, 10, 0.2, 0.8),
        row("a/y", 1, 10, 0.8, 0.8),    row("a/y/1", 2, 7, 0.1, 0.8),
        row("a/y/2", 2, 8, 0.7, 0.8),   row("b", 0, 20, 4.0, 0.5),
        row("b/few", 1, 3, 3.0, 0.1),   row("b/more", 1, 17, 1.0, 0.5),
        row("b/same", 1, 17, 1.0, 0.5), row("c", 0, 1, 9.0, 0.2),
        row("c/deep", 3, 1, 9.0, 0.2),  row("c/less", 2, 1, 8.0, 0.2),
    };
    (void)state;

    assert_order(areas, COUNT_OF(areas),
                 "b b/more b/same b/few a a/y a/y/2 a/y/1 a/x c c/deep c/less");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_of_the_documentation_comes_out),
        cmocka_unit_test(who_answered_nothing_is_taken_for_the_prior),
        cmocka_unit_test(six_questions_are_enough),
        cmocka_unit_test(sections_stand_by_marks_lost_and_thin_ones_last),
        cmocka_unit_test(a_tree_keeps_its_shape),
    };

    return cmocka_run_group_tests_name("area", tests, NULL, NULL);
}
