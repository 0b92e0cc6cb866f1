/* Extra time as people write it, and a person in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "line_person.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void extra_time_is_read_as_it_is_written(void **state)
{
    static const struct {
        const char *text;
        int percent, minutes;
    } cases[] = {
        {"150", 150, 0},
        {"150%", 150, 0},
        {"150 %", 150, 0},
        {"150 percent", 150, 0},
        {"30 minutes", 100, 30},
        {"30min", 100, 30},
        {"150 % and 30 minutes", 150, 30},
        {"30 min 150%", 150, 30},
        {"-", 100, 0},
        {"50", 50, 0}, /* refused by who keeps it */
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int percent, minutes;

        if (!person_read_extra(str_from(cases[i].text), &percent, &minutes,
                               NULL) ||
            percent != cases[i].percent || minutes != cases[i].minutes)
            fail_msg("'%s'", cases[i].text);
    }
}

static void other_words_are_no_extra_time(void **state)
{
    static const char *const texts[] = {
        "a lot",   "150 hours", "% 150", "30 minutes please",
        "1000000", "-30",       "and",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        int percent = 1, minutes = 2;
        struct error err = {0};

        if (person_read_extra(str_from(texts[i]), &percent, &minutes, &err))
            fail_msg("'%s' was read", texts[i]);
        assert_int_equal(err.code, ERR_USAGE);
        assert_int_equal(percent, 1);
        assert_int_equal(minutes, 2);
    }
}

static void person_is_told_with_all_that_is_known(void **state)
{
    static const struct {
        struct candidate person;
        const char *text;
    } cases[] = {
        {{.time_percent = 100, .exam = "", .exam_date = ""}, "no exam chosen"},
        {{.time_percent = 150, .exam = "cpc", .exam_date = "2027-05-14"},
         "prepares for cpc, exam date 2027-05-14, extra time 150 % of the "
         "time"},
        {{.time_percent = 120,
          .added_minutes = 30,
          .exam = "cpc",
          .exam_date = ""},
         "prepares for cpc, extra time 120 % of the time and 30 minutes"},
        {{.time_percent = 100,
          .added_minutes = 1,
          .exam = "cpc",
          .exam_date = ""},
         "prepares for cpc, extra time 1 minute"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = {0};

        assert_string_equal(person_words(&cases[i].person, &arena),
                            cases[i].text);
        arena_finish(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(extra_time_is_read_as_it_is_written),
        cmocka_unit_test(other_words_are_no_extra_time),
        cmocka_unit_test(person_is_told_with_all_that_is_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
