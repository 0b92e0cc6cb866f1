/* How a dispute is written: the answer claimed, then the reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "line_review.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static struct option options[] = {
    {.letter = 'A', .is_key = true},
    {.letter = 'B'},
    {.letter = 'C', .is_key = true},
};
static struct code_slot slots[2];
static struct code_field fields[] = {
    {.id = {"dx", 2}, .slots = slots, .slot_count = 2},
    {.id = {"px", 2}, .slots = slots, .slot_count = 1},
};
/* Shown as C, A, B: the letters a candidate types go by that. */
static const char shown[] = "CAB";

static const struct item single = {
    .kind = ITEM_SINGLE, .options = options, .option_count = 2};
static const struct item multiple = {
    .kind = ITEM_MULTIPLE, .options = options, .option_count = 3};
static const struct item codes = {
    .kind = ITEM_CODES, .fields = fields, .field_count = 2};

struct dispute_case {
    const struct item *item;
    const char *order, *text;
    const char *claim, *reason; /* NULL: refused */
};

static const struct dispute_case cases[] = {
    {&single, "AB", "b the book says so", "B", "the book says so"},
    {&single, "BA", "b the book says so", "A", "the book says so"},
    {&single, "AB", "ab both", NULL, NULL},
    {&single, "AB", "c none such", NULL, NULL},
    {&single, "AB", "b", NULL, NULL},
    {&single, "AB", "", NULL, NULL},
    {&multiple, shown, "ab these two", "AC", "these two"},
    {&multiple, shown, "bc these two", "AB", "these two"},
    {&multiple, shown, "a only this", "C", "only this"},
    {&multiple, shown, "aa twice", NULL, NULL},
    {&multiple, shown, "abc all", NULL, NULL},
    {&codes, "", "I10 alone", "dx=I10", "alone"},
    {&codes, "", "I10,E11.9 both", "dx=I10;E11.9", "both"},
    {&codes, "", "I10,E11.9,0DTJ4ZZ all", "dx=I10;E11.9\npx=0DTJ4ZZ", "all"},
    {&codes, "", "I10,E11.9,0DTJ4ZZ,I11 too many", NULL, NULL},
    {&codes, "", "I10", NULL, NULL},
};

static void check(const struct dispute_case *wanted)
{
    struct arena arena = {0};
    struct str claim, reason;
    struct error err = {0};
    bool ok =
        review_read_dispute(wanted->item, wanted->order, str_from(wanted->text),
                            &arena, &claim, &reason, &err);

    if (ok != (wanted->claim != NULL))
        fail_msg("'%s': %s", wanted->text, ok ? "taken" : err.message);
    if (ok && !str_is(claim, wanted->claim))
        fail_msg("'%s' claims '" STR_FORMAT "'", wanted->text, STR_ARG(claim));
    if (ok && !str_is(reason, wanted->reason))
        fail_msg("'%s': reason '" STR_FORMAT "'", wanted->text,
                 STR_ARG(reason));
    arena_finish(&arena);
}

static void dispute_is_a_claim_as_stored_and_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        check(&cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dispute_is_a_claim_as_stored_and_a_reason),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
