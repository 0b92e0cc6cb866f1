/* Which word of a place is meant by what was typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "line_place.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const struct line_word words[] = {
    {.word = "next", .brief = "n"},
    {.word = "open", .brief = "o"},
    {.word = "options", .brief = ""},
    {.word = "mark", .brief = "m"},
    {.word = "marked", .brief = ""},
    {.word = "submit", .brief = "", .in_full = true},
    {.word = "sure", .brief = ""},
};

struct typed {
    const char *text;
    enum line_match match;
    const char *word; /* meant or nearest; NULL for none */
};

static const struct typed cases[] = {
    {"next", MATCH_ONE, "next"},     {"NEXT", MATCH_ONE, "next"},
    {"n", MATCH_ONE, "next"},        {"ne", MATCH_ONE, "next"},
    {"nexts", MATCH_NONE, "next"},   {"nxet", MATCH_NONE, "next"},
    {"mark", MATCH_ONE, "mark"},     {"marke", MATCH_ONE, "marked"},
    {"ma", MATCH_SEVERAL, NULL},     {"op", MATCH_SEVERAL, NULL},
    {"opt", MATCH_ONE, "options"},   {"s", MATCH_ONE, "sure"},
    {"su", MATCH_ONE, "sure"},       {"sub", MATCH_NONE, "submit"},
    {"submi", MATCH_NONE, "submit"}, {"submit", MATCH_ONE, "submit"},
    {"xyzzy", MATCH_NONE, NULL},     {"", MATCH_NONE, NULL},
    {"x", MATCH_NONE, NULL},
};

static bool is_meant(const struct typed *typed, enum line_match match,
                     const struct line_word *word)
{
    if (match != typed->match)
        return false;
    if (match == MATCH_SEVERAL)
        return true;
    return typed->word ? word && str_is(str_from(word->word), typed->word)
                       : !word;
}

static void typed_text_finds_its_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct line_word *word = NULL;
        enum line_match match =
            line_match(words, COUNT_OF(words), str_from(cases[i].text), &word);

        if (!is_meant(&cases[i], match, word))
            fail_msg("'%s' gives %d and '%s'", cases[i].text, (int)match,
                     word ? word->word : "none");
    }
}

static void short_form_is_exact_and_prefix_is_not(void **state)
{
    (void)state;
    assert_non_null(line_exact(words, COUNT_OF(words), STR("m")));
    assert_non_null(line_exact(words, COUNT_OF(words), STR("Mark")));
    assert_null(line_exact(words, COUNT_OF(words), STR("mar")));
    assert_null(line_exact(words, COUNT_OF(words), STR("")));
}

static void first_word_is_cut_off_and_the_rest_trimmed(void **state)
{
    struct str rest, first = line_first_word(STR("code  2 \tI10 "), &rest);

    (void)state;
    assert_true(str_is(first, "code"));
    assert_true(str_is(rest, "2 \tI10"));
    assert_true(str_is(line_first_word(STR("stem"), &rest), "stem"));
    assert_int_equal(rest.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_text_finds_its_word),
        cmocka_unit_test(short_form_is_exact_and_prefix_is_not),
        cmocka_unit_test(first_word_is_cut_off_and_the_rest_trimmed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
