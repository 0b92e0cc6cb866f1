/* Items: how many options are chosen, and in which order they are shown. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/base/random.h"

static void the_number_to_choose_is_the_number_of_keys(void **state)
{
    struct arena arena = {0};
    struct item item;
    (void)state;

    item = build_choice(&arena, "a|b|c|d", "B");
    assert_int_equal(item_choose_count(&item), 1);
    item = build_choice(&arena, "a|b|c|d", "ACD");
    assert_int_equal(item_choose_count(&item), 3);
    item.any_key = true;
    assert_int_equal(item_choose_count(&item), 1);
    arena_finish(&arena);
}

static void options_are_found_by_their_letter(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b|c", "B");
    (void)state;

    assert_true(str_is(item_option(&item, 'C')->text, "c"));
    assert_null(item_option(&item, 'D'));
    assert_null(item_option(&item, 'a'));
    assert_null(item_option(&item, '\0'));
    arena_finish(&arena);
}

static enum order_reason reason_of(const char *options)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, options, "A");
    enum order_reason reason = item_order_reason(&item);

    arena_finish(&arena);
    return reason;
}

static void numbers_ranges_and_dates_keep_their_order(void **state)
{
    static const char *const ordered[] = {
        "1|2|3|4",
        "40|30|20",
        "0.5|1|1.5",
        "10 %|20 %|30%",
        "10 percent|20 percent",
        "$50|$1,000|$10,000",
        "30 days|60 days|90 days",
        "30 days|6 months|1 year|10 years",
        "1 hour|90 minutes|2 hours",
        "1-10|11-20|21-30",
        "1 to 5 days|6 to 10 days",
        "1 \xE2\x80\x93 5 cm|6 \xE2\x80\x93 10 cm",
        "Less than 15 minutes|15-29 minutes|More than 29 minutes",
        "< 1 cm|1 cm|> 1 cm",
        "\xE2\x89\xA4 2.5 cm|2.6 cm to 5 cm|\xE2\x89\xA5 5.1 cm",
        "5 mm|1 cm",
        "1 cm|1 inch|2 inches",
        "10 kg|20 kg|30 kg",
        "500 mcg|1 mg|1 g|1 kg",
        "30 seconds|1 minute|90 seconds",
        "1st|2nd|3rd|4th",
        "-5|0|5",
        ("\xE2\x88\x92"
         "1 %|+1 %"),
        "less than -2|-2|0",
        "999,999,999 mg|999,999,999 g",
        "October 1|January 1",
        "January 1, 2025|October 1, 2025|January 1, 2026",
        "1 Oct 2025|2 Oct. 2025",
        "10/01/2025|12/31/2025|01/01/2026",
        "2025-10-01|2026-04-01",
        "January|April|July|October",
        "470|469|468",
        "10,000|20,000",
        "30 days.|60 days.",
        "11|19|22|23",
    };
    (void)state;

    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++) {
        if (reason_of(ordered[i]) != ORDER_NUMBERS)
            fail_msg("'%s' is shuffled", ordered[i]);
    }
}

static void codes_words_and_disorder_are_shuffled(void **state)
{
    static const char *const free_ones[] = {
        "99213|99214|99215", /* codes */
        "00100|00102",
        "0450|0510",               /* revenue codes */
        "10030-10040|10050-10060", /* ranges of codes */
        "0042T|0043T",
        "E11.21|E11.22",
        "J1100|J1200",
        "1|3|2",
        "1|1",
        "1|2|none",
        "30 days|30 units",
        "heart|lung|liver",
        "99213-25|99214-25",
        "11403, 12032|11404, 12032",
        "1 unit of J1100|2 units of J1100",
        "13/01/2025|14/01/2025", /* no month 13 */
        "12345678901|12345678902",
        "1 2|3 4",
        "999,999,998 kg|999,999,999 kg", /* more than can be compared */
        "1st quarter|2nd quarter",
    };
    (void)state;

    for (size_t i = 0; i < sizeof free_ones / sizeof *free_ones; i++) {
        if (reason_of(free_ones[i]) != ORDER_FREE)
            fail_msg("'%s' is not shuffled", free_ones[i]);
    }
}

static void the_author_has_the_last_word(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "1|2|3", "A");
    (void)state;

    item.shuffle = SHUFFLE_YES;
    assert_int_equal(item_order_reason(&item), ORDER_FREE);
    item = build_choice(&arena, "heart|lung", "A");
    item.shuffle = SHUFFLE_NO;
    assert_int_equal(item_order_reason(&item), ORDER_ASKED);
    arena_finish(&arena);
}

static void pinned_options_do_not_disturb_an_order(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "1|2|3|Cannot be told", "A");
    (void)state;

    item.options[3].is_pinned = true;
    assert_int_equal(item_order_reason(&item), ORDER_NUMBERS);
    arena_finish(&arena);
}

/* Puts the text into each place a letter may be named in. */
static int count_mentions(const char *text)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "heart|lung|liver|spleen", "B");
    int mentions = 0;

    item.stem = str_from(text);
    mentions += item_order_reason(&item) == ORDER_LETTERS;
    item.stem = STR("Which?");
    item.rationale = str_from(text);
    mentions += item_order_reason(&item) == ORDER_LETTERS;
    item.rationale = STR("");
    item.options[2].why = str_from(text);
    mentions += item_order_reason(&item) == ORDER_LETTERS;
    item.options[2].why = STR("");
    item.options[2].text = str_from(text);
    mentions += item_order_reason(&item) == ORDER_LETTERS;
    arena_finish(&arena);
    return mentions;
}

static void a_text_that_names_a_letter_stops_the_shuffle(void **state)
{
    static const char *const texts[] = {
        "Unlike option B, this one has no edit.",
        "Options A and C are excluded.",
        "See (option 'D').",
        "The answer is B.",
        "The correct answer: C",
        "Both A and B apply.",
        "It is neither C nor D.",
        "B is wrong because of the approach.",
        "The code is right. C is not.",
        "First line\nA: the wrong depth",
        "A and C",
    };
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (count_mentions(texts[i]) != 4)
            fail_msg("'%s' is found %d times of 4", texts[i],
                     count_mentions(texts[i]));
    }
}

static void letters_of_medicine_do_not_stop_the_shuffle(void **state)
{
    static const char *const texts[] = {
        "A 58-year-old man has hepatitis B and C.",
        "A patient with vitamin D deficiency",
        "Medicare Part A and Part B",
        "influenza A is reported",
        "Haemophilus influenzae type B",
        "An A and B scan of the eye",
        "A. fib with a rapid rate, grade C",
        "section 1861(s)(2)(A) of the Act",
        "Factor V Leiden",
        "letters A through V begin HCPCS codes",
        "option E does not exist here",
        "the answer depends on A1C",
    };
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (count_mentions(texts[i]) != 0)
            fail_msg("'%s' is found", texts[i]);
    }
}

static void an_option_of_letters_stops_the_shuffle(void **state)
{
    static const char *const texts[] = {
        "a|b|A and B",     "a|b|Both A and B",
        "a|b|A or B only", "a|b|c|All of A, B and C",
        "x|y|A, B",
    };
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(reason_of(texts[i]), ORDER_LETTERS);
}

static void a_seed_gives_this_order_of_options(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "v|w|x|y|z", "A");
    struct random random = random_of(2026, RANDOM_OPTIONS);
    char first[ITEM_OPTIONS_MAX + 1];
    char second[ITEM_OPTIONS_MAX + 1];
    (void)state;

    item_option_order(&item, &random, first);
    item_option_order(&item, &random, second);
    assert_string_equal(first, "BDEAC");
    assert_string_equal(second, "DEBCA");
    arena_finish(&arena);
}

static void pinned_options_keep_their_place_in_any_shuffle(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "u|v|w|x|y|z", "A");
    int first_places[6] = {0};
    (void)state;

    item.options[1].is_pinned = true;
    item.options[5].is_pinned = true;
    for (uint64_t seed = 0; seed < 1000; seed++) {
        struct random random = random_of(seed, RANDOM_OPTIONS);
        char order[ITEM_OPTIONS_MAX + 1];

        item_option_order(&item, &random, order);
        assert_int_equal(strlen(order), 6);
        assert_int_equal(order[1], 'B');
        assert_int_equal(order[5], 'F');
        for (char letter = 'A'; letter <= 'F'; letter++)
            assert_non_null(strchr(order, letter));
        first_places[order[0] - 'A']++;
    }
    for (int i = 0; i < 6; i++)
        assert_true(i == 1 || i == 5 ? first_places[i] == 0
                                     : first_places[i] > 150);
    arena_finish(&arena);
}

static void an_order_that_means_something_is_kept(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "1|2|3|4", "A");
    struct random random = random_seeded(7);
    char order[ITEM_OPTIONS_MAX + 1];
    (void)state;

    item_option_order(&item, &random, order);
    assert_string_equal(order, "ABCD");
    item = build_codes(&arena, NULL, 0);
    item_option_order(&item, &random, order);
    assert_string_equal(order, "");
    arena_finish(&arena);
}

static void ids_of_enumerations_map_both_ways(void **state)
{
    enum item_kind kind;
    enum item_status status;
    enum difficulty difficulty;
    enum shuffle shuffle;
    (void)state;

    assert_true(item_kind_from_id(STR("codes"), &kind));
    assert_string_equal(item_kind_id(kind), "codes");
    assert_true(item_status_from_id(STR("void"), &status));
    assert_string_equal(item_status_id(status), "void");
    assert_true(difficulty_from_id(STR("hard"), &difficulty));
    assert_string_equal(difficulty_id(difficulty), "hard");
    assert_true(shuffle_from_id(STR("no"), &shuffle));
    assert_string_equal(shuffle_id(shuffle), "no");
    assert_false(item_kind_from_id(STR("Single"), &kind));
    assert_false(shuffle_from_id(STR(""), &shuffle));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_number_to_choose_is_the_number_of_keys),
        cmocka_unit_test(options_are_found_by_their_letter),
        cmocka_unit_test(numbers_ranges_and_dates_keep_their_order),
        cmocka_unit_test(codes_words_and_disorder_are_shuffled),
        cmocka_unit_test(the_author_has_the_last_word),
        cmocka_unit_test(pinned_options_do_not_disturb_an_order),
        cmocka_unit_test(a_text_that_names_a_letter_stops_the_shuffle),
        cmocka_unit_test(letters_of_medicine_do_not_stop_the_shuffle),
        cmocka_unit_test(an_option_of_letters_stops_the_shuffle),
        cmocka_unit_test(a_seed_gives_this_order_of_options),
        cmocka_unit_test(pinned_options_keep_their_place_in_any_shuffle),
        cmocka_unit_test(an_order_that_means_something_is_kept),
        cmocka_unit_test(ids_of_enumerations_map_both_ways),
    };

    return cmocka_run_group_tests_name("item", tests, NULL, NULL);
}
