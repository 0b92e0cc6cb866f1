/* Seeded chance: the published numbers, streams, bounds, shuffles. A change of
 * any number here would redraw forms that were handed out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "proctor/base/random.h"

static void the_published_sequence_comes_out(void **state)
{
    static const uint64_t expected[] = {
        UINT64_C(6457827717110365317),  UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423),  UINT64_C(4593380528125082431),
        UINT64_C(16408922859458223821),
    };
    struct random random = random_seeded(1234567);
    (void)state;

    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_true(random_next(&random) == expected[i]);
}

static void streams_of_a_seed_share_no_run(void **state)
{
    enum { RUN = 64 };
    uint64_t values[4][RUN];
    (void)state;

    for (int s = 0; s < 4; s++) {
        struct random random =
            random_of(7, (enum random_stream)(RANDOM_ITEMS + s));

        for (int i = 0; i < RUN; i++)
            values[s][i] = random_next(&random);
    }
    for (int a = 0; a < 4 * RUN; a++)
        for (int b = 0; b < a; b++)
            assert_true(values[a / RUN][a % RUN] != values[b / RUN][b % RUN]);
}

static void streams_stay_what_they_are(void **state)
{
    static const uint64_t expected[] = {
        UINT64_C(8831986922157975740),
        UINT64_C(12318962408763781195),
        UINT64_C(7877985855916423382),
        UINT64_C(7575203468921864296),
    };
    (void)state;

    for (int s = 0; s < 4; s++) {
        struct random random =
            random_of(2026, (enum random_stream)(RANDOM_ITEMS + s));

        assert_true(random_next(&random) == expected[s]);
    }
}

static void draws_stay_below_the_bound_and_reach_all_of_it(void **state)
{
    struct random random = random_seeded(1);
    (void)state;

    for (uint64_t bound = 1; bound <= 40; bound++) {
        uint64_t seen = 0;

        for (int i = 0; i < 2000; i++) {
            uint64_t value = random_below(&random, bound);

            assert_true(value < bound);
            seen |= UINT64_C(1) << value;
        }
        assert_true(seen == (UINT64_C(1) << bound) - 1);
    }
}

/* Three quarters of 2^64: without rejection, the lowest third would come
 * twice as often as each of the others. */
static void a_draw_below_a_large_bound_has_no_bias(void **state)
{
    const uint64_t third = UINT64_C(1) << 62;
    struct random random = random_seeded(2);
    int low = 0;
    (void)state;

    for (int i = 0; i < 30000; i++)
        low += random_below(&random, 3 * third) < third;
    assert_in_range(low, 9700, 10300);
}

static void a_shuffle_is_a_permutation(void **state)
{
    struct random random = random_seeded(3);
    (void)state;

    for (size_t count = 0; count <= 64; count++) {
        uint32_t indexes[64];
        uint64_t seen = 0;

        for (uint32_t i = 0; i < count; i++)
            indexes[i] = i;
        random_shuffle(&random, indexes, count);
        for (size_t i = 0; i < count; i++)
            seen |= UINT64_C(1) << indexes[i];
        assert_true(seen ==
                    (count == 64 ? UINT64_MAX : (UINT64_C(1) << count) - 1));
    }
}

static void every_order_of_three_is_as_frequent(void **state)
{
    struct random random = random_seeded(4);
    int counts[27] = {0};
    (void)state;

    for (int i = 0; i < 60000; i++) {
        uint32_t x[3] = {0, 1, 2};

        random_shuffle(&random, x, 3);
        counts[x[0] * 9 + x[1] * 3 + x[2]]++;
    }
    for (int i = 0; i < 27; i++)
        if (counts[i] > 0)
            assert_in_range(counts[i], 9600, 10400);
}

static void a_shuffle_goes_from_the_top(void **state)
{
    uint32_t indexes[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    static const uint32_t expected[] = {2, 0, 6, 1, 4, 5, 3, 8, 9, 7};
    struct random random = random_seeded(1234567);
    (void)state;

    random_shuffle(&random, indexes, 10);
    assert_memory_equal(indexes, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_sequence_comes_out),
        cmocka_unit_test(streams_of_a_seed_share_no_run),
        cmocka_unit_test(streams_stay_what_they_are),
        cmocka_unit_test(draws_stay_below_the_bound_and_reach_all_of_it),
        cmocka_unit_test(a_draw_below_a_large_bound_has_no_bias),
        cmocka_unit_test(a_shuffle_is_a_permutation),
        cmocka_unit_test(every_order_of_three_is_as_frequent),
        cmocka_unit_test(a_shuffle_goes_from_the_top),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
