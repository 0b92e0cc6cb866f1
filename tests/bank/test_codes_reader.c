/* Questions of typed codes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* The answer begins in line 11; its first field's slots stand in line 13. */
#define START                                                                  \
    QUESTIONS "  - id: q1\n"                                                   \
              "    topic: anatomy\n"                                           \
              "    kind: codes\n"                                              \
              "    stem: Assign the codes.\n" PROVED "    answer:\n"
#define DX "      - field: dx\n        code_set: icd-10-cm\n"
#define SLOTS "        slots: [[I13.0], [I50.23, I50.33]]\n"
#define CPT                                                                    \
    "format: proctor-bank/1\nbank: test/small\ntitle: T\nversion: 1\n"         \
    "license: CC0-1.0\ncontains_cpt: true\nnotice: N\nquestions:\n"            \
    "  - id: q1\n    topic: anatomy\n    kind: codes\n    stem: S\n" PROVED    \
    "    answer:\n      - field: px\n        code_set: cpt\n"

static const struct expected errors[] = {
    {"leading zeros lost", CPT "        slots: [[100]]\n", "codes/shape", 18,
     18, "'100'", "leading zeros"},
    {"a CPT number too long", CPT "        slots: [[992134]]\n", "codes/shape",
     18, 18, "'992134'", NULL},
    {"a modifier too long", CPT "        slots: [[99213-255]]\n", "codes/shape",
     18, 18, "modifier", NULL},
    {"units of nothing", CPT "        slots: [[99213 x0]]\n", "codes/shape", 18,
     18, "units", NULL},
    {"no such shape", START DX "        slots: [[99213]]\n", "codes/shape", 16,
     18, "'99213' is no ICD-10-CM code", NULL},
    {"the letter O for a zero",
     START "      - field: px\n        code_set: icd-10-pcs\n"
           "        slots: [[ODTJ4ZZ]]\n",
     "codes/shape", 16, 18, "no letters O and I", NULL},
    {"a slot that is no list", START DX "        slots: [I13.0]\n",
     "codes/slot", 16, 17, "a slot is a list", "[[I13.0], [I50.23]]"},
    {"an empty slot", START DX "        slots: [[]]\n", "codes/slot", 16, 17,
     "a slot is a list", NULL},
    {"slots that are text", START DX "        slots: I13.0\n",
     "schema/wrong-kind", 16, 16, "a list", NULL},
    {"33 slots",
     START DX "        slots: [[I10],[I10],[I10],[I10],[I10],[I10],[I10],"
              "[I10],[I10],[I10],[I10],[I10],[I10],[I10],[I10],[I10],[I10],"
              "[I10],[I10],[I10],[I10],[I10],[I10],[I10],[I10],[I10],[I10],"
              "[I10],[I10],[I10],[I10],[I10],[I10]]\n",
     "limit/entries", 16, 16, "33 entries; 32", NULL},
    {"a first that is in no slot", START DX SLOTS "        first: I10\n",
     "codes/not-in-slots", 17, 16, "'I10' in 'first'", NULL},
    {"a first without the modifier of its slot",
     CPT "        slots: [[99213-25]]\n        first: 99213\n",
     "codes/not-in-slots", 19, 16, "'99213' in 'first'", NULL},
    {"before with an unknown code",
     START DX SLOTS "        before: [[I13.0, I10]]\n", "codes/not-in-slots",
     17, 26, "'I10' in 'before'", NULL},
    {"before with two codes of one slot",
     START DX SLOTS "        before: [[I50.23, I50.33]]\n", "codes/before", 17,
     18, "belong to one slot", NULL},
    {"before that puts a code in front of the first",
     START DX SLOTS "        first: I13.0\n        before: [[I50.23, I13.0]]\n",
     "codes/before", 18, 18, "slot of 'first'", NULL},
    {"before in both ways",
     START DX SLOTS "        before: [[I13.0, I50.23], [I50.33, I13.0]]\n",
     "codes/before", 17, 35, "the other way round", NULL},
    {"before in a circle",
     START DX
     "        slots: [[I10], [E11.9], [N18.32]]\n"
     "        before: [[I10, E11.9], [E11.9, N18.32], [N18.32, I10]]\n",
     "codes/before", 17, 49, "the other way round", NULL},
    {"an optional code that is asked for",
     START DX SLOTS "        optional: [Z79.4, I50.33]\n", "codes/optional", 17,
     27, "'I50.33'", NULL},
    {"a POA indicator too few", START DX SLOTS "        poa: [Y]\n",
     "codes/poa", 17, 14, "1 indicators for 2 slots", NULL},
    {"an unknown POA indicator", START DX SLOTS "        poa: [Y, X]\n",
     "value/choice", 17, 18, "Y, N, U, W, 1", NULL},
    {"POA of a procedure",
     START "      - field: px\n        code_set: icd-10-pcs\n"
           "        slots: [[0DTJ4ZZ]]\n        poa: [Y]\n",
     "codes/poa", 17, 9, "only ICD-10-CM", NULL},
    {"POA inside a code", START DX "        slots: [[I13.0 (Y)]]\n",
     "codes/poa", 16, 18, "out of place", "'poa: [Y, N, ...]'"},
    {"a why of no code", START DX SLOTS "        why: {Z79: x, nonsense: y}\n",
     "codes/shape", 17, 23, "'nonsense'", NULL},
    {"a why twice", START DX SLOTS "        why: {Z79.4: x, z794: y}\n",
     "schema/repeated-key", 17, 25, "'z794'", NULL},
    {"a code set that is none",
     START "      - field: dx\n        code_set: icd-9\n" SLOTS, "value/choice",
     15, 19, "cpt, hcpcs, icd-10-cm, icd-10-pcs", NULL},
    {"two fields of one id", START DX SLOTS DX SLOTS, "codes/repeated-field",
     17, 9, "'dx'", NULL},
    {"an answer with a letter",
     QUESTIONS "  - id: q1\n    topic: anatomy\n    kind: codes\n"
               "    stem: S\n    answer: A\n" PROVED,
     "item/answer-kind", 11, 13, "a list of fields", "'- field: dx'"},
    {"a field that is text", START "      - dx\n", "schema/not-a-map", 14, 9,
     "a field of codes", NULL},
    {"options of a codes question",
     START DX SLOTS "    options: {A: x, B: y}\n", "item/codes-key", 17, 5,
     "no 'options'", NULL},
};

static void each_mistake_is_placed_and_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        struct reading it;

        reading_bank(&it, str_from(errors[i].text));
        assert_error(&it, &errors[i]);
        assert_int_equal(it.items, 0);
        reading_finish(&it);
    }
}

static void pairs_that_are_none_are_each_reported(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it,
                 STR(START DX SLOTS "        before: [I13.0, [I50.23]]\n"));
    assert_int_equal(it.list.errors, 2);
    assert_string_equal(it.list.items[0].id, "codes/before");
    assert_int_equal(it.list.items[0].column, 18);
    assert_int_equal(it.list.items[1].column, 25);
    reading_finish(&it);
}

static void cpt_fields_want_the_notice(void **state)
{
    static const struct expected expected = {
        "CPT field", NULL, "bank/cpt", 7, 5, "1 question", "contains_cpt"};
    struct reading it;
    (void)state;

    reading_bank(&it, STR(START "      - field: px\n        code_set: cpt\n"
                                "        slots: [[99213]]\n"));
    assert_warning(&it, &expected);
    reading_finish(&it);
}

static bool look(void *context, const struct item *item)
{
    int *count = context;
    const struct code_field *dx = &item->fields[0];
    const struct code_field *px = &item->fields[1];

    ++*count;
    assert_int_equal(item->kind, ITEM_CODES);
    assert_int_equal(item->field_count, 2);
    assert_string_equal(dx->id.data, "dx");
    assert_string_equal(dx->label.data, "Diagnoses, principal first");
    assert_int_equal(dx->set, CODE_ICD_10_CM);
    assert_int_equal(dx->slot_count, 2);
    assert_string_equal(dx->slots[0].accepted[0].base, "I130");
    assert_int_equal(dx->slots[1].count, 2);
    assert_string_equal(dx->slots[1].accepted[1].base, "I5033");
    assert_int_equal(dx->slots[0].poa, 'Y');
    assert_int_equal(dx->slots[1].poa, '1');
    assert_true(dx->asks_poa);
    assert_string_equal(dx->first.base, "I130");
    assert_int_equal(dx->before_count, 1);
    assert_string_equal(dx->before[0].second.base, "I5023");
    assert_int_equal(dx->optional_count, 1);
    assert_string_equal(dx->optional[0].base, "Z794");
    assert_int_equal(dx->why_count, 2);
    assert_string_equal(dx->why[1].why.data, "Not documented.");
    assert_int_equal(px->label.len, 0);
    assert_int_equal(px->first.base[0], 0);
    assert_false(px->asks_poa);
    assert_string_equal(px->slots[0].accepted[0].base, "J1100");
    assert_int_equal(px->slots[0].accepted[0].units, 4);
    assert_string_equal(px->slots[1].accepted[0].modifiers[1], "RT");
    return true;
}

static void all_keys_of_a_field_arrive(void **state)
{
    static const char text[] =
        START "      - poa: [Y, 1]\n" /* any order of keys */
              "        first: I13.0\n"
              "        slots: [[I13.0], [I50.23, i50.33]]\n"
              "        before: [[I13.0, I50.23]]\n"
              "        optional: [Z79.4]\n"
              "        why: {Z79.4: Harmless., I10: Not documented.}\n"
              "        field: dx\n"
              "        label: Diagnoses, principal first\n"
              "        code_set: icd-10-cm\n"
              "      - field: px\n"
              "        code_set: hcpcs\n"
              "        slots: [[J1100 x4], [L3000-KX-RT]]\n";
    int count = 0;
    struct bank_events events = {.item = look, .context = &count};
    struct diagnostics list;
    (void)state;

    diagnostics_init(&list, "a");
    assert_true(bank_read(STR(text), NULL, &events, &list));
    assert_int_equal(count, 1);
    assert_int_equal(list.warnings, 0);
    diagnostics_finish(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_placed_and_explained),
        cmocka_unit_test(pairs_that_are_none_are_each_reported),
        cmocka_unit_test(cpt_fields_want_the_notice),
        cmocka_unit_test(all_keys_of_a_field_arrive),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
