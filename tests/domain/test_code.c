/* Codes as people type them: normal form, problems, comparison. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/base/random.h"
#include "proctor/domain/code.h"

static void check_format(enum code_set set, const char *typed,
                         const char *normal)
{
    struct strbuf buf = {0};
    struct code code;

    if (code_parse(str_from(typed), set, &code) != CODE_OK)
        fail_msg("'%s' is not read", typed);
    code_format(&buf, &code, set);
    assert_string_equal(strbuf_text(&buf), normal);
    strbuf_finish(&buf);
}

static void a_code_is_read_however_it_is_typed(void **state)
{
    static const struct {
        enum code_set set;
        const char *typed, *normal;
    } cases[] = {
        {CODE_ICD_10_CM, "I10", "I10"},
        {CODE_ICD_10_CM, "e11.22", "E11.22"},
        {CODE_ICD_10_CM, "E1122", "E11.22"},
        {CODE_ICD_10_CM, " e11 .22\t", "E11.22"},
        {CODE_ICD_10_CM, "T36.0X1A", "T36.0X1A"},
        {CODE_ICD_10_CM, "O31.8X10", "O31.8X10"},
        {CODE_ICD_10_CM, "S02.0XX1", "S02.0XX1"},
        {CODE_ICD_10_CM, "X50.0XXA", "X50.0XXA"},
        {CODE_ICD_10_CM, "X50", "X50"},
        {CODE_ICD_10_CM, "C4A.9", "C4A.9"},
        {CODE_ICD_10_CM, "QA0.0102", "QA0.0102"},
        {CODE_ICD_10_CM, "I13.0 (y)", "I13.0 (Y)"},
        {CODE_ICD_10_CM, "I13.0(1)", "I13.0 (1)"},
        {CODE_ICD_10_CM, "I13.0 ( w )", "I13.0 (W)"},
        {CODE_ICD_10_PCS, "0dtj4zz", "0DTJ4ZZ"},
        {CODE_ICD_10_PCS, "XW033E5", "XW033E5"},
        {CODE_CPT, "99213", "99213"},
        {CODE_CPT, "0042t", "0042T"},
        {CODE_CPT, "00100", "00100"},
        {CODE_CPT, "11042-59-rt", "11042-59-RT"},
        {CODE_CPT, "11042 - 59 -RT", "11042-59-RT"},
        {CODE_CPT, "99213 x1", "99213"},
        {CODE_CPT, "15002-LT X 2", "15002-LT x2"},
        {CODE_HCPCS, "j1100 x4", "J1100 x4"},
        {CODE_HCPCS, "J1100x4", "J1100 x4"},
        {CODE_HCPCS, "J1100 \xC3\x97 12", "J1100 x12"},
        {CODE_HCPCS, "J1100*9999", "J1100 x9999"},
        {CODE_HCPCS, "A4253-NU-KS-A1-B2", "A4253-NU-KS-A1-B2"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_format(cases[i].set, cases[i].typed, cases[i].normal);
}

static void what_is_wrong_with_a_code_is_named(void **state)
{
    static const struct {
        enum code_set set;
        const char *typed;
        enum code_problem problem;
    } cases[] = {
        {CODE_CPT, "", CODE_EMPTY},
        {CODE_CPT, "  \t", CODE_EMPTY},
        {CODE_CPT, "100", CODE_LEADING_ZEROS},
        {CODE_CPT, "9921", CODE_LEADING_ZEROS},
        {CODE_CPT, "992134", CODE_SHAPE},
        {CODE_CPT, "J1100", CODE_SHAPE},
        {CODE_CPT, "0042X", CODE_SHAPE},
        {CODE_CPT, "-59", CODE_SHAPE},
        {CODE_CPT, "11042-5", CODE_MODIFIER},
        {CODE_CPT, "11042-590", CODE_MODIFIER},
        {CODE_CPT, "11042-", CODE_MODIFIER},
        {CODE_CPT, "11042 59", CODE_MODIFIER},
        {CODE_CPT, "11042-59 RT", CODE_MODIFIER},
        {CODE_CPT, "11042-11-22-33-44-55", CODE_MODIFIER},
        {CODE_CPT, "11042 (Y)", CODE_POA},
        {CODE_HCPCS, "J1100 x0", CODE_UNITS},
        {CODE_HCPCS, "J1100 x10000", CODE_UNITS},
        {CODE_HCPCS, "J1100 x99999999999999999999", CODE_UNITS},
        {CODE_HCPCS, "J1100 x", CODE_UNITS},
        {CODE_HCPCS, "Z1100", CODE_SHAPE},
        {CODE_HCPCS, "JJ100", CODE_SHAPE},
        {CODE_ICD_10_CM, "E1", CODE_SHAPE},
        {CODE_ICD_10_CM, "EEE", CODE_SHAPE},
        {CODE_ICD_10_CM, "11E", CODE_SHAPE},
        {CODE_ICD_10_CM, "E11.22222", CODE_SHAPE},
        {CODE_ICD_10_CM, "E11,22", CODE_SHAPE},
        {CODE_ICD_10_CM, "I50.23 x2", CODE_UNITS},
        {CODE_ICD_10_CM, "I50.23-59", CODE_MODIFIER},
        {CODE_ICD_10_CM, "I50.23 (Q)", CODE_POA},
        {CODE_ICD_10_CM, "I50.23 (Y", CODE_POA},
        {CODE_ICD_10_CM, "I50.23 ()", CODE_POA},
        {CODE_ICD_10_CM, "I50.23 (", CODE_POA},
        {CODE_ICD_10_CM, "I50.23 (Y) x", CODE_UNITS},
        {CODE_ICD_10_CM, "I50.23 (Y);", CODE_SHAPE},
        {CODE_ICD_10_PCS, "ODTJ4ZZ", CODE_LETTER_O_OR_I},
        {CODE_ICD_10_PCS, "0DTI4ZZ", CODE_LETTER_O_OR_I},
        {CODE_ICD_10_PCS, "0DTJ4Z", CODE_SHAPE},
        {CODE_ICD_10_PCS, "0DTJ4ZZZ", CODE_SHAPE},
        {CODE_ICD_10_PCS, "0DTJ4Z\xC3\x96", CODE_SHAPE},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct code code;
        enum code_problem problem =
            code_parse(str_from(cases[i].typed), cases[i].set, &code);

        if (problem != cases[i].problem)
            fail_msg("'%s': problem %d, not %d", cases[i].typed, (int)problem,
                     (int)cases[i].problem);
        assert_non_null(code_problem_text(problem));
    }
}

static void what_could_be_read_is_kept(void **state)
{
    struct code code;
    (void)state;

    code_parse(STR("11042-59-5"), CODE_CPT, &code);
    assert_string_equal(code.base, "11042");
    assert_int_equal(code.modifier_count, 1);
    assert_int_equal(code.units, 1);
}

static void modifiers_are_equal_in_any_order(void **state)
{
    static const struct {
        const char *a, *b;
        bool is_equal;
    } cases[] = {
        {"11042-59-RT", "11042-RT-59", true},
        {"11042-59-59", "11042-59-RT", false},
        {"11042-RT-59-RT", "11042-59-RT-RT", true},
        {"11042-RT-59-RT", "11042-59-59-RT", false},
        {"11042", "11042-RT", false},
        {"11042 x2", "11042", false},
        {"11042 x2", "11042x2", true},
        {"11042", "11043", false},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct code a;
        struct code b;

        code_parse(str_from(cases[i].a), CODE_CPT, &a);
        code_parse(str_from(cases[i].b), CODE_CPT, &b);
        assert_int_equal(code_eq(&a, &b), cases[i].is_equal);
        assert_int_equal(code_eq(&b, &a), cases[i].is_equal);
    }
}

static void poa_is_not_part_of_being_equal(void **state)
{
    struct code a;
    struct code b;
    (void)state;

    code_parse(STR("I13.0 (Y)"), CODE_ICD_10_CM, &a);
    code_parse(STR("I130 (N)"), CODE_ICD_10_CM, &b);
    assert_true(code_eq(&a, &b));
    assert_true(code_same_base(&a, &b));
}

static void ids_and_sets_map_both_ways(void **state)
{
    enum code_set set;
    (void)state;

    for (int i = 0; i < CODE_SET_COUNT; i++) {
        enum code_set back;

        assert_true(
            code_set_from_id(str_from(code_set_id((enum code_set)i)), &back));
        assert_int_equal(back, i);
        assert_true(strlen(code_set_title((enum code_set)i)) > 0);
    }
    assert_false(code_set_from_id(STR("icd10cm"), &set));
    assert_false(code_set_from_id(STR(""), &set));
}

/* Any bytes: no crash, and what is read as a code is written and read again as
 * the same code. */
static void random_text_never_breaks_the_reader(void **state)
{
    static const char alphabet[] = "0159AEIJOTXYZx.- (*)\xC3\x97\tRT";
    struct random random = random_seeded(1);
    struct strbuf buf = {0};
    int read = 0;
    (void)state;

    for (int round = 0; round < 200000; round++) {
        char text[14];
        size_t len = (size_t)random_below(&random, sizeof text);
        enum code_set set =
            (enum code_set)random_below(&random, CODE_SET_COUNT);
        struct code code;
        struct code again;

        for (size_t i = 0; i < len; i++)
            text[i] = alphabet[random_below(&random, sizeof alphabet - 1)];
        if (code_parse((struct str){text, len}, set, &code) != CODE_OK)
            continue;
        read++;
        strbuf_clear(&buf);
        code_format(&buf, &code, set);
        assert_int_equal(code_parse(strbuf_str(&buf), set, &again), CODE_OK);
        assert_memory_equal(&code, &again, sizeof code);
    }
    strbuf_finish(&buf);
    assert_true(read > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_read_however_it_is_typed),
        cmocka_unit_test(what_is_wrong_with_a_code_is_named),
        cmocka_unit_test(what_could_be_read_is_kept),
        cmocka_unit_test(modifiers_are_equal_in_any_order),
        cmocka_unit_test(poa_is_not_part_of_being_equal),
        cmocka_unit_test(ids_and_sets_map_both_ways),
        cmocka_unit_test(random_text_never_breaks_the_reader),
    };

    return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
