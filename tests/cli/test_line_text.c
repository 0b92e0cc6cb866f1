/* Texts as they are told: spelling, runs of numbers, letters, durations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "letters.h"
#include "line_parts.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static void words_are_spelled_so_that_none_sound_alike(void **state)
{
    static const char *const spelled[][2] = {
        {"I50.23", "I50.23: India, five, zero, point, two, three"},
        {"-59", "-59: hyphen, five, nine"},
        {"bd", "bd: Bravo, Delta"},
        {"BD", "BD: Bravo, Delta"},
        {"\xc3\xa9t", "\xc3\xa9t: \xc3\xa9, Tango"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(spelled); i++) {
        struct strbuf text = {0};

        spell_append(&text, str_from(spelled[i][0]));
        assert_string_equal(strbuf_text(&text), spelled[i][1]);
        strbuf_finish(&text);
    }
}

static void numbers_in_a_row_are_told_as_runs(void **state)
{
    static const struct {
        int positions[6];
        int count;
        const char *text;
    } cases[] = {
        {{0}, 0, ""},
        {{0}, 1, "1"},
        {{0, 1}, 2, "1, 2"},
        {{0, 1, 2}, 3, "1 to 3"},
        {{0, 2, 3, 4, 8}, 5, "1, 3 to 5, 9"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct number_run run = {0};

        for (int j = 0; j < cases[i].count; j++)
            number_run_add(&run, cases[i].positions[j]);
        assert_string_equal(number_run_text(&run), cases[i].text);
        number_run_finish(&run);
    }
}

static void letters_are_joined_as_people_say_them(void **state)
{
    static const char *const joined[][2] = {
        {"", ""}, {"A", "A"}, {"AC", "A and C"}, {"ACD", "A, C and D"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(joined); i++) {
        struct strbuf text = {0};

        append_letters(&text, joined[i][0]);
        assert_string_equal(strbuf_text(&text), joined[i][1]);
        strbuf_finish(&text);
    }
}

static void option_ids_are_shown_by_their_place(void **state)
{
    char shown[ITEM_OPTIONS_MAX + 1];

    (void)state;
    letters_shown("CADB", STR("AB"), shown);
    assert_string_equal(shown, "BD");
    letters_shown("CADB", STR(""), shown);
    assert_string_equal(shown, "");
    letters_shown("", STR("A"), shown);
    assert_string_equal(shown, "");
}

static void durations_are_exact_when_little_is_left(void **state)
{
    static const struct {
        int64_t ms;
        const char *text;
    } cases[] = {
        {-5, "0 s"},
        {0, "0 s"},
        {1, "1 s"},
        {59000, "59 s"},
        {60000, "1 min"},
        {61000, "1 min 1 s"},
        {599999, "10 min"},
        {600000, "10 min"},
        {600001, "11 min"},
        {3600000, "1 h"},
        {8000000, "2 h 14 min"},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(tell_duration(&arena, cases[i].ms), cases[i].text);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_spelled_so_that_none_sound_alike),
        cmocka_unit_test(numbers_in_a_row_are_told_as_runs),
        cmocka_unit_test(letters_are_joined_as_people_say_them),
        cmocka_unit_test(option_ids_are_shown_by_their_place),
        cmocka_unit_test(durations_are_exact_when_little_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
