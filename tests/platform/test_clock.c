/* The clocks, their replacement in test builds, and dates as people read
 * them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "proctor/platform/clock.h"
#include "scratch.h"

static void the_machine_has_a_clock_that_runs_forward(void **state)
{
    const struct clock *clock = clock_system();
    struct moment before = clock_now(clock);
    struct moment after = clock_now(clock);
    (void)state;

    assert_true(before.boot_ms > 0);
    assert_true(after.boot_ms >= before.boot_ms);
    assert_true(after.monotonic_ms >= before.monotonic_ms);
    assert_true(before.utc_ms > INT64_C(1600000000000));
}

static void the_boot_has_a_lasting_name(void **state)
{
    const struct clock *clock = clock_system();
    char id[CLOCK_BOOT_ID_SIZE];
    (void)state;

    snprintf(id, sizeof id, "%s", clock->boot_id(clock->context));
    assert_true(strlen(id) > 0);
    assert_null(strchr(id, '\n'));
    assert_string_equal(clock->boot_id(clock->context), id);
}

static void write_clock(void *const *state, int64_t boot, int64_t monotonic,
                        int64_t utc, const char id[37])
{
    const int64_t values[] = {boot, monotonic, utc};
    unsigned char bytes[60];

    for (size_t i = 0; i < 24; i++)
        bytes[i] = (unsigned char)((uint64_t)values[i / 8] >> 8 * (i % 8));
    memcpy(bytes + 24, id, 36);
    FILE *file = fopen(scratch_path(state, "clock"), "r+");
    if (!file)
        file = fopen(scratch_path(state, "clock"), "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, sizeof bytes, file), sizeof bytes);
    fclose(file);
}

static void a_file_is_the_clock_in_test_builds_only(void **state)
{
    static const char id[] = "01234567-89ab-cdef-0123-456789abcdef";
    static const char other[] = "fedcba98-89ab-cdef-0123-456789abcdef";

    write_clock(state, 5000, 4000, -3000, id);
    setenv("PROCTOR_TEST_CLOCK", scratch_path(state, "clock"), 1);
    const struct clock *clock = clock_system();
    unsetenv("PROCTOR_TEST_CLOCK");

#ifdef PROCTOR_TEST_HOOKS
    struct moment moment = clock_now(clock);
    assert_int_equal(moment.boot_ms, 5000);
    assert_int_equal(moment.monotonic_ms, 4000);
    assert_true(moment.utc_ms == -3000);
    assert_string_equal(clock->boot_id(clock->context), id);

    write_clock(state, INT64_C(1) << 40, 4001, INT64_C(1795000000000), other);
    moment = clock_now(clock);
    assert_true(moment.boot_ms == INT64_C(1) << 40);
    assert_int_equal(moment.monotonic_ms, 4001);
    assert_true(moment.utc_ms == INT64_C(1795000000000));
    assert_string_equal(clock->boot_id(clock->context), other);
#else
    /* A variable that sets the clock would be a way to cheat. */
    assert_string_not_equal(clock->boot_id(clock->context), id);
    assert_true(clock_now(clock).utc_ms > 0);
    (void)other;
#endif
}

static void dates_are_shown_to_the_minute(void **state)
{
    static const struct {
        int64_t utc_ms;
        int zone_minutes;
        const char *text;
    } cases[] = {
        {0, 0, "1970-01-01 00:00"},
        {-1, 0, "1969-12-31 23:59"},
        {-60000, 0, "1969-12-31 23:59"},
        {INT64_C(1795442759999), 0, "2026-11-23 14:05"},
        {INT64_C(1795442700000), 60, "2026-11-23 15:05"},
        {INT64_C(1795442700000), -300, "2026-11-23 09:05"},
        {INT64_C(1795442700000), 345, "2026-11-23 19:50"},
        {INT64_C(951782400000), 0, "2000-02-29 00:00"},
        {INT64_MAX, 0, "(no date)"},
        {INT64_MIN, 0, "(no date)"},
    };
    char out[CLOCK_DATE_SIZE];
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        clock_format(cases[i].utc_ms, cases[i].zone_minutes, out);
        assert_string_equal(out, cases[i].text);
    }
}

static void the_zone_is_that_of_the_moment(void **state)
{
    static const struct {
        const char *zone;
        int64_t utc_ms;
        int minutes;
    } cases[] = {
        {"UTC0", 0, 0},
        {"EST5EDT,M3.2.0,M11.1.0", INT64_C(1795442700000), -300},
        {"EST5EDT,M3.2.0,M11.1.0", INT64_C(1782000000000), -240},
        {"NPT-5:45", INT64_C(1795442700000), 345},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        setenv("TZ", cases[i].zone, 1);
        assert_int_equal(clock_zone_minutes(cases[i].utc_ms), cases[i].minutes);
    }
    setenv("TZ", "UTC", 1);
}

static void a_date_is_a_day_or_none(void **state)
{
    static const struct {
        const char *date;
        int64_t day; /* -1: there is none */
    } cases[] = {
        {"1970-01-01", 0},
        {"1970-02-01", 31},
        {"2000-02-29", 11016},
        {"2026-11-23", 20780},
        {"2028-02-29", 21243},
        {"2027-02-29", -1},
        {"1900-02-29", -1},
        {"2026-04-31", -1},
        {"2026-13-01", -1},
        {"2026-00-10", -1},
        {"2026-01-00", -1},
        {"2026-1-1", -1},
        {"2026-11-23 14", -1},
        {"2026/11/23", -1},
        {"-026-11-23", -1},
        {"2026-+1-23", -1},
        {"", -1},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t day = -1;

        assert_int_equal(clock_day(str_from(cases[i].date), &day),
                         cases[i].day >= 0);
        assert_int_equal(day, cases[i].day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_machine_has_a_clock_that_runs_forward),
        cmocka_unit_test(the_boot_has_a_lasting_name),
        cmocka_unit_test_setup_teardown(a_file_is_the_clock_in_test_builds_only,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test(dates_are_shown_to_the_minute),
        cmocka_unit_test(the_zone_is_that_of_the_moment),
        cmocka_unit_test(a_date_is_a_day_or_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
