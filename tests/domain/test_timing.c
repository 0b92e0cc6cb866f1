/* Exam time: what counts as used, gaps, limits, pace, and time as text. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/random.h"
#include "proctor/domain/timing.h"

#define MINUTE INT64_C(60000)
#define HOUR (60 * MINUTE)

static const struct clocks start = {1000000, 900000, 1760000000000};

static struct clocks later(int64_t boot, int64_t monotonic, int64_t utc)
{
    return (struct clocks){start.boot_ms + boot, start.monotonic_ms + monotonic,
                           start.utc_ms + utc};
}

static void used_time_follows_the_boot_clock(void **state)
{
    static const struct {
        int64_t boot, monotonic, utc; /* what the clocks moved by */
        int64_t used, asleep, date_set;
    } cases[] = {
        {1500, 1500, 1500, 1500, 0, 0},
        {0, 0, 0, 0, 0, 0},
        {60000, 10000, 60000, 60000, 50000, 0}, /* asleep: counts */
        {3000, 1000, 3000, 3000, 0, 0},         /* 2 s is no sleep */
        {3001, 1000, 3001, 3001, 2001, 0},
        {1000, 1000, 3601000, 1000, 0, 3600000}, /* date set forward */
        {1000, 1000, -3599000, 1000, 0, -3600000},
        {1000, 1000, 3000, 1000, 0, 0},    /* 2 s is drift */
        {-5000, -5000, 5000, 0, 0, 10000}, /* another boot */
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exam_clock clock = {.limit_ms = HOUR, .used_ms = 7};
        struct clocks now =
            later(cases[i].boot, cases[i].monotonic, cases[i].utc);
        struct clock_jump jump;

        exam_clock_start(&clock, &start);
        exam_clock_advance(&clock, &now, &jump);
        assert_int_equal(clock.used_ms, 7 + cases[i].used);
        assert_int_equal(jump.asleep_ms, cases[i].asleep);
        assert_int_equal(jump.date_set_ms, cases[i].date_set);
        assert_memory_equal(&clock.last, &now, sizeof now);
    }
}

static void many_readings_add_up_to_one(void **state)
{
    struct random random = random_seeded(5);
    struct exam_clock clock = {0};
    struct clocks now = start;
    struct clock_jump jump;
    int64_t sum = 0;
    (void)state;

    exam_clock_start(&clock, &start);
    for (int i = 0; i < 1000; i++) {
        int64_t step = (int64_t)random_below(&random, 15000);

        sum += step;
        now = later(sum, sum, sum);
        exam_clock_advance(&clock, &now, &jump);
        assert_int_equal(jump.asleep_ms, 0);
    }
    assert_int_equal(clock.used_ms, sum);
}

static void going_on_after_a_gap_starts_a_new_reading(void **state)
{
    struct exam_clock clock = {.limit_ms = HOUR, .used_ms = 5 * MINUTE};
    struct clocks again = later(20 * MINUTE, 20 * MINUTE, 20 * MINUTE);
    struct clocks now = later(21 * MINUTE, 21 * MINUTE, 21 * MINUTE);
    struct clock_jump jump;
    (void)state;

    exam_clock_start(&clock, &start);
    exam_clock_start(&clock, &again);
    exam_clock_advance(&clock, &now, &jump);
    assert_int_equal(clock.used_ms, 6 * MINUTE);
}

static void time_left_ends_at_nothing(void **state)
{
    struct exam_clock clock = {.limit_ms = HOUR, .used_ms = HOUR - 1};
    (void)state;

    assert_int_equal(exam_clock_left_ms(&clock), 1);
    assert_false(exam_clock_is_over(&clock));
    clock.used_ms = HOUR;
    assert_true(exam_clock_is_over(&clock));
    clock.used_ms = 2 * HOUR;
    assert_int_equal(exam_clock_left_ms(&clock), 0);
    clock.limit_ms = 0;
    assert_true(exam_clock_left_ms(&clock) == INT64_MAX);
    assert_false(exam_clock_is_over(&clock));
}

static void damaged_readings_do_not_overflow(void **state)
{
    struct exam_clock clock = {
        INT64_MAX, INT64_MAX - 1, {INT64_MIN, INT64_MIN, INT64_MIN}};
    struct clocks now = {INT64_MAX, INT64_MIN, INT64_MAX};
    struct clock_jump jump;
    (void)state;

    exam_clock_advance(&clock, &now, &jump);
    assert_true(clock.used_ms == INT64_MAX);
    clock.used_ms = INT64_MIN;
    assert_true(exam_clock_left_ms(&clock) == INT64_MAX);
    assert_true(
        exam_gap(&(struct clocks){INT64_MIN, 0, INT64_MIN}, &now, true).ms ==
        INT64_MAX);
    exam_pace(INT64_MAX, INT64_MAX, INT32_MAX, INT32_MAX);
    exam_pace(INT64_MIN, INT64_MIN, INT32_MIN, INT32_MIN);
}

static void a_gap_is_exact_on_the_same_boot(void **state)
{
    struct clocks now = later(90000, 1000, 5000000);
    struct exam_gap gap = exam_gap(&start, &now, true);
    (void)state;

    assert_int_equal(gap.ms, 90000);
    assert_false(gap.by_wall_clock);
}

static void across_a_reboot_the_date_tells_the_gap(void **state)
{
    struct clocks now = {500, 500, start.utc_ms + 90000};
    struct exam_gap gap = exam_gap(&start, &now, false);
    (void)state;

    assert_int_equal(gap.ms, 90000);
    assert_true(gap.by_wall_clock);
    now.utc_ms = start.utc_ms - 1;
    assert_int_equal(exam_gap(&start, &now, false).ms, 0);
}

static void an_accommodation_lengthens_the_limit(void **state)
{
    static const struct {
        int minutes, percent, added;
        int64_t expected;
    } cases[] = {
        {240, 100, 0, 240 * MINUTE},
        {240, 150, 0, 360 * MINUTE},
        {240, 100, 30, 270 * MINUTE},
        {135, 125, 0, 168 * MINUTE + 45000},
        {0, 200, 30, 0},
        {1, 101, 0, 60600},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(exam_limit_ms(cases[i].minutes, cases[i].percent,
                                       cases[i].added),
                         cases[i].expected);
}

static void a_short_form_has_its_part_of_the_time(void **state)
{
    static const struct {
        int minutes, count, planned, expected;
    } cases[] = {
        {240, 100, 100, 240}, {240, 50, 100, 120}, {240, 99, 100, 238},
        {240, 1, 100, 3},     {0, 10, 100, 0},     {240, 120, 100, 240},
        {240, 5, 0, 240},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(exam_short_minutes(cases[i].minutes, cases[i].count,
                                            cases[i].planned),
                         cases[i].expected);
}

static void pace_compares_used_time_with_time_due(void **state)
{
    static const struct {
        int64_t limit, used;
        int answered, count;
        enum pace pace;
        int64_t banked;
    } cases[] = {
        {240 * MINUTE, 24 * MINUTE - 1, 0, 100, PACE_UNKNOWN, -24 * MINUTE + 1},
        {240 * MINUTE, 24 * MINUTE, 0, 100, PACE_FAR_BEHIND, -24 * MINUTE},
        {240 * MINUTE, 120 * MINUTE, 50, 100, PACE_ON, 0},
        {240 * MINUTE, 126 * MINUTE, 50, 100, PACE_ON, -6 * MINUTE},
        {240 * MINUTE, 126 * MINUTE + 1, 50, 100, PACE_BEHIND, -6 * MINUTE - 1},
        {240 * MINUTE, 150 * MINUTE, 50, 100, PACE_BEHIND, -30 * MINUTE},
        {240 * MINUTE, 150 * MINUTE + 1, 50, 100, PACE_FAR_BEHIND,
         -30 * MINUTE - 1},
        {240 * MINUTE, 60 * MINUTE, 50, 100, PACE_ON, 60 * MINUTE},
        {0, 60 * MINUTE, 50, 100, PACE_UNKNOWN, 0},
        {240 * MINUTE, 60 * MINUTE, 0, 0, PACE_UNKNOWN, 0},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pace_state pace = exam_pace(cases[i].limit, cases[i].used,
                                           cases[i].answered, cases[i].count);

        assert_int_equal(pace.pace, cases[i].pace);
        assert_int_equal(pace.banked_ms, cases[i].banked);
    }
}

static void durations_are_rounded_up(void **state)
{
    static const struct {
        int64_t ms;
        const char *clock, *words;
    } cases[] = {
        {0, "0:00:00", "0 min"},
        {-5, "0:00:00", "0 min"},
        {1, "0:00:01", "1 min"},
        {1000, "0:00:01", "1 min"},
        {1001, "0:00:02", "1 min"},
        {59 * MINUTE + 1, "0:59:01", "1 h"},
        {HOUR, "1:00:00", "1 h"},
        {3 * HOUR + 59 * MINUTE + 7000, "3:59:07", "4 h"},
        {3 * HOUR + 58 * MINUTE + 7000, "3:58:07", "3 h 59 min"},
        {100 * HOUR, "100:00:00", "100 h"},
        {INT64_MAX, "2562047788015:12:56", "2562047788015 h 13 min"},
    };
    char text[DURATION_SIZE];
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        duration_clock(cases[i].ms, text);
        assert_string_equal(text, cases[i].clock);
        duration_words(cases[i].ms, text);
        assert_string_equal(text, cases[i].words);
    }
}

static void time_spent_is_told_to_the_second(void **state)
{
    static const struct {
        int64_t ms;
        const char *words;
    } cases[] = {
        {-1, "0 s"},
        {499, "0 s"},
        {500, "1 s"},
        {59 * 1000, "59 s"},
        {2 * MINUTE + 10000, "2 min 10 s"},
        {5 * MINUTE, "5 min"},
        {HOUR - 400, "1 h"},
        {HOUR + 5 * MINUTE, "1 h 5 min"},
        {HOUR + 5000, "1 h 0 min 5 s"},
        {INT64_MAX, "2562047788015 h 12 min 56 s"},
    };
    char text[DURATION_SIZE];
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        duration_exact(cases[i].ms, text);
        assert_string_equal(text, cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(used_time_follows_the_boot_clock),
        cmocka_unit_test(many_readings_add_up_to_one),
        cmocka_unit_test(going_on_after_a_gap_starts_a_new_reading),
        cmocka_unit_test(time_left_ends_at_nothing),
        cmocka_unit_test(damaged_readings_do_not_overflow),
        cmocka_unit_test(a_gap_is_exact_on_the_same_boot),
        cmocka_unit_test(across_a_reboot_the_date_tells_the_gap),
        cmocka_unit_test(an_accommodation_lengthens_the_limit),
        cmocka_unit_test(a_short_form_has_its_part_of_the_time),
        cmocka_unit_test(pace_compares_used_time_with_time_due),
        cmocka_unit_test(durations_are_rounded_up),
        cmocka_unit_test(time_spent_is_told_to_the_second),
    };

    return cmocka_run_group_tests_name("timing", tests, NULL, NULL);
}
