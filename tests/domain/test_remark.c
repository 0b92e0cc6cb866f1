/* The names of what candidates add to questions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "proctor/domain/remark.h"

static void kinds_are_found_by_their_ids(void **state)
{
    enum remark_kind kind = REMARK_NOTE;
    (void)state;

    for (int i = 0; i < REMARK_KIND_COUNT; i++) {
        const char *id = remark_kind_id((enum remark_kind)i);

        assert_true(remark_kind_from_id(str_from(id), &kind));
        assert_int_equal(kind, i);
    }
    assert_string_equal(remark_kind_id(REMARK_DISPUTE), "dispute");
    assert_false(remark_kind_from_id(STR("praise"), &kind));
}

static void causes_are_found_by_their_ids(void **state)
{
    enum miss_cause cause = CAUSE_KNOWLEDGE;
    (void)state;

    for (int i = 0; i < MISS_CAUSE_COUNT; i++) {
        const char *id = miss_cause_id((enum miss_cause)i);

        assert_true(miss_cause_from_id(str_from(id), &cause));
        assert_int_equal(cause, i);
    }
    assert_string_equal(miss_cause_id(CAUSE_PLACE), "place");
    assert_string_equal(miss_cause_label(CAUSE_PLACE),
                        "wrong place in the book");
    assert_false(miss_cause_from_id(STR(""), &cause));
    assert_false(miss_cause_from_id(STR("tiredness"), &cause));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_found_by_their_ids),
        cmocka_unit_test(causes_are_found_by_their_ids),
    };

    return cmocka_run_group_tests_name("remark", tests, NULL, NULL);
}
