/* Hints: what is told, in which order, and that the key never is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/domain/hint.h"

/* The hints in their order; NULL behind the last. */
static void assert_hints(const struct item *item, const char *option_order,
                         const char *const *expected)
{
    struct arena arena = {0};
    size_t count = 0;

    while (expected[count])
        count++;
    assert_int_equal(hint_count(item), count);
    for (size_t i = 0; i < count; i++) {
        struct str text = hint_text(item, option_order, i + 1, &arena);

        if (!str_is(text, expected[i]))
            fail_msg("hint %zu is '" STR_FORMAT "', not '%s'", i + 1,
                     STR_ARG(text), expected[i]);
    }
    arena_finish(&arena);
}

#define HINTS(...) ((const char *const[]){__VA_ARGS__, NULL})
static const char *const no_hints[] = {NULL};

static void the_place_comes_first_then_wrong_options_one_by_one(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "one|two|three|four", "B");
    (void)state;

    item.references = build_list(&arena, "The book, chapter 3|Another");
    item.options[0].why = STR("It is too few.");
    assert_hints(&item, "ABCD",
                 HINTS("Look it up: The book, chapter 3; Another.",
                       "A is wrong. It is too few.", "C is wrong."));
    assert_hints(&item, "DCBA",
                 HINTS("Look it up: The book, chapter 3; Another.",
                       "D is wrong. It is too few.", "B is wrong."));
    arena_finish(&arena);
}

static void
without_references_the_books_are_told_then_the_objective(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "one|two", "B");
    (void)state;

    assert_hints(&item, "AB", no_hints);
    item.objective = STR("sepsis/present-on-admission");
    assert_hints(&item, "AB", HINTS("Think of sepsis, present on admission."));
    item.needs = 1u << CODE_CPT | 1u << CODE_ICD_10_CM;
    assert_hints(&item, "AB", HINTS("Look it up in CPT and ICD-10-CM."));
    item.references = build_list(&arena, "The book");
    assert_hints(&item, "AB", HINTS("Look it up: The book."));
    arena_finish(&arena);
}

static void of_several_answers_one_wrong_option_stays(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b|c|d|e", "BD");
    struct item all = build_choice(&arena, "a|b|c", "ABC");
    (void)state;

    assert_hints(&item, "ABCDE", HINTS("A is wrong.", "C is wrong."));
    assert_hints(&all, "ABC", no_hints);
    arena_finish(&arena);
}

/* Texts that authors wrote for the time after the answer. */
static void what_names_the_key_is_not_told(void **state)
{
    static const struct {
        const char *options, *text;
        bool is_told;
    } cases[] = {
        {"Femur|Scaphoid|Lunate", "A bone of the leg.", true},
        {"Femur|Scaphoid|Lunate", "The scaphoid lies in the wrist.", false},
        {"Femur|Scaphoid.|Lunate", "Fracture of navicular [scaphoid] bone",
         false},
        {"Femur|Scaphoid|Lunate", "A scaphoidectomy is more.", true},
        {"Femur|Scaphoid|Lunate", "A transscaphoid one is.", true},
        {"I11.9|I11.0|I10", "Look at I11.", true},
        {"I11.9|I11.0|I10", "Then I11.0 is right.", false},
        {"I11.9|I11.0|I10", "Then I110 is right.", false},
        {"I12.9|I13.0|I10", "Look at I13.", false},
        {"99213|99213, 11042-59|99214", "99213 alone is too little.", true},
        {"99213|99213, 11042-59|99214", "There is 11042 as well.", false},
        {"one|two|three", "Option B says more.", false},
        {"8 units|3 units|4 units", "There are 3 units only.", false},
        {"8 units|3 units|4 units", "There are not so many.", true},
        {"8 units|3 units|4 units", "Take 8 units away.", true},
        {"8 units|3 units|4 units", "3 units, then.", false},
        {"99214|99213|99212", "New in FY2026.", true},
        /* Lines are refilled: where one ends says nothing. */
        {"Closed|Open reduction|None", "Then an open\nreduction is meant.",
         false},
        {"Closed|Open\n  reduction|None", "An open reduction is meant.", false},
        {"Closed|Open reduction|None", "The openreduction is no word.", true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct item item = build_choice(&arena, cases[i].options, "B");
        const char *told =
            arena_printf(&arena, "A is wrong. %s", cases[i].text);
        const char *expected = cases[i].is_told ? told : "A is wrong.";
        struct str text;

        item.options[0].why = str_from(cases[i].text);
        text = hint_text(&item, "ABC", 1, &arena);
        if (!str_is(text, expected))
            fail_msg("case %zu: '" STR_FORMAT "'", i, STR_ARG(text));
        arena_finish(&arena);
    }
}

/* A place is told in fewer words, which may lead to one option only. */
static void a_reference_that_points_at_the_key_is_left_out(void **state)
{
    static const struct {
        const char *references, *hint; /* NULL: none */
    } cases[] = {
        {"Body Part Key, Ureter", NULL},
        {"Body Part Key, Ureter|Section 3", "Look it up: Section 3."},
        {"Body Part Key, Kidney", "Look it up: Body Part Key, Kidney."},
        {"Index, Stone", "Look it up: Index, Stone."},
        {"Section of the lower part", "Look it up: Section of the lower "
                                      "part."},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct item item = build_choice(
            &arena, "Kidney, lower part|The ureter and its stone", "B");

        item.stem = STR("Where is the stone?");
        item.references = build_list(&arena, cases[i].references);
        if (cases[i].hint)
            assert_hints(&item, "AB", HINTS(cases[i].hint));
        else
            assert_hints(&item, "AB", no_hints);
        arena_finish(&arena);
    }
}

static void typed_codes_tell_their_categories(void **state)
{
    struct arena arena = {0};
    struct code_field fields[] = {
        build_field(&arena, CODE_ICD_10_CM, "I13.0,I13.2|I10|E11.22", "Z79.4"),
        build_field(&arena, CODE_ICD_10_PCS, "0DTJ4ZZ", ""),
    };
    struct item item;
    (void)state;

    fields[1].id = STR("px");
    fields[1].label = STR("");
    item = build_codes(&arena, fields, 2);
    assert_hints(&item, "",
                 HINTS("One of the codes of \"Diagnoses\" begins with I13.",
                       "One of the codes of \"Diagnoses\" begins with I.",
                       "One of the codes of \"Diagnoses\" begins with E11.",
                       "The code begins with 0DT."));
    item.references = build_list(&arena, "Index, I13.0|Tabular list, E11.-");
    assert_int_equal(hint_count(&item), 5);
    assert_true(str_is(hint_text(&item, "", 1, &arena),
                       "Look it up: Tabular list, E11.-."));
    assert_true(
        str_is(hint_text(&item, "", 5, &arena), "The code begins with 0DT."));
    item.references = build_list(&arena, "Index, I13.2");
    assert_int_equal(hint_count(&item), 4);
    item.references = build_list(&arena, "Table 0DT, 0DTJ4ZZ");
    assert_int_equal(hint_count(&item), 4);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_place_comes_first_then_wrong_options_one_by_one),
        cmocka_unit_test(
            without_references_the_books_are_told_then_the_objective),
        cmocka_unit_test(of_several_answers_one_wrong_option_stays),
        cmocka_unit_test(what_names_the_key_is_not_told),
        cmocka_unit_test(a_reference_that_points_at_the_key_is_left_out),
        cmocka_unit_test(typed_codes_tell_their_categories),
    };

    return cmocka_run_group_tests_name("hint", tests, NULL, NULL);
}
