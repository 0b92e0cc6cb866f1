/* Answers as text: what is possible, what is complete, how they change. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/base/random.h"
#include "proctor/domain/response.h"

/* Two fields: three diagnoses and one procedure. */
static struct item build_two_fields(struct arena *arena)
{
    struct code_field fields[2] = {
        build_field(arena, CODE_ICD_10_CM, "I13.0|I50.23|N18.32", ""),
        build_field(arena, CODE_ICD_10_PCS, "0DTJ4ZZ", ""),
    };

    fields[1].id = STR("px");
    return build_codes(arena, fields, 2);
}

static void letters_of_options_in_order_are_an_answer(void **state)
{
    static const struct {
        const char *keys, *answer;
        bool is_valid, is_complete;
    } cases[] = {
        {"B", "", true, false},      {"B", "A", true, true},
        {"B", "B", true, true},      {"B", "E", false, false},
        {"B", "b", false, false},    {"B", "AB", false, false},
        {"AC", "A", true, false},    {"AC", "AB", true, true},
        {"AC", "CA", false, false},  {"AC", "AA", false, false},
        {"AC", "ABC", false, false}, {"B", "A ", false, false},
    };
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct item item = build_choice(&arena, "a|b|c|d", cases[i].keys);
        struct str answer = str_from(cases[i].answer);

        assert_int_equal(response_is_valid(&item, answer), cases[i].is_valid);
        if (cases[i].is_valid)
            assert_int_equal(response_is_complete(&item, answer),
                             cases[i].is_complete);
    }
    arena_finish(&arena);
}

static void lines_of_fields_in_order_are_an_answer(void **state)
{
    static const struct {
        const char *answer;
        bool is_valid, is_complete;
    } cases[] = {
        {"", true, false},
        {"dx=I13.0", true, false},
        {"dx=I13.0;I50.23;N18.32\npx=0DTJ4ZZ", true, true},
        {"dx=a;b;c;d;e\npx=not a code", true, true},
        {"dx=I13.0;;N18.32\npx=0DTJ4ZZ", true, false},
        {"dx=I13.0;;I50.23;N18.32\npx=0DTJ4ZZ", true, true},
        {"px=0DTJ4ZZ", true, false},
        {"dx=;;;\npx=", true, false},
        {"px=0DTJ4ZZ\ndx=I13.0", false, false},
        {"dx=I13.0\ndx=I13.0", false, false},
        {"dx=I13.0\n", false, false},
        {"dx=I13.0\n\npx=0DTJ4ZZ", false, false},
        {"dy=I13.0", false, false},
        {"I13.0", false, false},
        {"dx=I13.0\t;I50.23", false, false},
        {"dx=I13.0\x7F", false, false},
        {"dx=\xC3", false, false},
        {"dx=\xC2\x80", false, false},
        {"dx=caf\xC3\xA9", true, false},
    };
    struct arena arena = {0};
    struct item item = build_two_fields(&arena);
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str answer = str_from(cases[i].answer);

        if (response_is_valid(&item, answer) != cases[i].is_valid)
            fail_msg("'%s'", cases[i].answer);
        if (cases[i].is_valid)
            assert_int_equal(response_is_complete(&item, answer),
                             cases[i].is_complete);
    }
    arena_finish(&arena);
}

static void an_answer_has_its_limits(void **state)
{
    struct arena arena = {0};
    struct item item = build_two_fields(&arena);
    struct strbuf buf = {0};
    (void)state;

    strbuf_adds(&buf, "dx=");
    for (int i = 0; i < ITEM_CODES_MAX - 1; i++)
        strbuf_addc(&buf, ';');
    assert_true(response_is_valid(&item, strbuf_str(&buf)));
    strbuf_addc(&buf, ';');
    assert_false(response_is_valid(&item, strbuf_str(&buf)));
    strbuf_clear(&buf);
    strbuf_adds(&buf, "dx=");
    while (buf.len < RESPONSE_TEXT_MAX)
        strbuf_addc(&buf, 'x');
    assert_true(response_is_valid(&item, strbuf_str(&buf)));
    strbuf_addc(&buf, 'x');
    assert_false(response_is_valid(&item, strbuf_str(&buf)));
    strbuf_finish(&buf);
    arena_finish(&arena);
}

static void poa_belongs_to_a_complete_answer_where_it_is_asked(void **state)
{
    struct arena arena = {0};
    struct code_field field =
        build_field(&arena, CODE_ICD_10_CM, "I13.0 (Y)|I50.23 (N)", "");
    struct item item = build_codes(&arena, &field, 1);
    (void)state;

    assert_false(response_is_complete(&item, STR("dx=I13.0;I50.23 (N)")));
    assert_true(response_is_complete(&item, STR("dx=I13.0 (Y);I50.23 (N)")));
    arena_finish(&arena);
}

static void a_letter_goes_in_and_out(void **state)
{
    static const struct {
        const char *keys, *answer;
        char letter;
        const char *expected; /* NULL: refused */
    } cases[] = {
        {"B", "", 'A', "A"},       {"B", "A", 'C', "C"},
        {"B", "A", 'A', "A"},      {"B", "A", 'E', NULL},
        {"AC", "", 'C', "C"},      {"AC", "C", 'A', "AC"},
        {"AC", "AC", 'A', "C"},    {"AC", "AC", 'B', NULL},
        {"ABD", "AD", 'C', "ACD"}, {"ABD", "BD", 'A', "ABD"},
        {"AC", "C", 'C', ""},
    };
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct item item = build_choice(&arena, "a|b|c|d", cases[i].keys);
        struct str out = STR("untouched");
        struct error err = {0};
        bool ok = response_toggle(&item, str_from(cases[i].answer),
                                  cases[i].letter, &arena, &out, &err);

        assert_int_equal(ok, cases[i].expected != NULL);
        assert_true(str_is(out, ok ? cases[i].expected : "untouched"));
        if (!ok)
            assert_int_equal(err.code, ERR_INVALID);
    }
    arena_finish(&arena);
}

static void too_many_letters_are_refused_by_number(void **state)
{
    struct arena arena = {0};
    struct item item = build_choice(&arena, "a|b|c|d|e", "ACE");
    struct str out;
    struct error err;
    (void)state;

    assert_false(response_toggle(&item, STR("ABC"), 'D', &arena, &out, &err));
    assert_non_null(strstr(err.message, "choose 3"));
    arena_finish(&arena);
}

static void entries_are_put_into_their_slots(void **state)
{
    static const struct {
        const char *answer;
        size_t index, slot;
        const char *text, *expected;
    } cases[] = {
        {"", 0, 0, "I13.0", "dx=I13.0"},
        {"", 0, 2, "N18.32", "dx=;;N18.32"},
        {"", 1, 0, "0DTJ4ZZ", "px=0DTJ4ZZ"},
        {"px=0DTJ4ZZ", 0, 0, "I13.0", "dx=I13.0\npx=0DTJ4ZZ"},
        {"dx=a;b\npx=c", 0, 1, "z", "dx=a;z\npx=c"},
        {"dx=a;b\npx=c", 0, 1, "", "dx=a\npx=c"},
        {"dx=a;b\npx=c", 0, 1, "  ", "dx=a\npx=c"},
        {"dx=a;b\npx=c", 1, 0, "", "dx=a;b"},
        {"dx=a", 0, 0, "", ""},
        {"dx=a;;b", 0, 2, "", "dx=a"},
        {"", 0, 0, "x;y=z\nw\tv\x01", "dx=x y z w v "},
        {"", 0, 0, "caf\xC3\xA9", "dx=caf\xC3\xA9"},
        {"dx=a", 0, ITEM_CODES_MAX, "b", "dx=a"},
    };
    struct arena arena = {0};
    struct item item = build_two_fields(&arena);
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str out = response_with_entry(&item, str_from(cases[i].answer),
                                             cases[i].index, cases[i].slot,
                                             str_from(cases[i].text), &arena);

        if (!str_is(out, cases[i].expected))
            fail_msg("'" STR_FORMAT "' instead of '%s'", STR_ARG(out),
                     cases[i].expected);
        assert_true(response_is_valid(&item, out));
    }
    arena_finish(&arena);
}

static void entries_come_back_as_typed(void **state)
{
    struct arena arena = {0};
    struct item item = build_two_fields(&arena);
    struct code_entries entries;
    (void)state;

    response_entries(&item, STR("dx= i13.0;;x \npx=0DTJ4ZZ;; ;"), 0, &entries);
    assert_int_equal(entries.count, 3);
    assert_true(str_is(entries.items[0], " i13.0"));
    assert_true(str_is(entries.items[1], ""));
    assert_true(str_is(entries.items[2], "x "));
    response_entries(&item, STR("dx=a\npx=0DTJ4ZZ;; ;"), 1, &entries);
    assert_int_equal(entries.count, 1);
    response_entries(&item, STR(""), 1, &entries);
    assert_int_equal(entries.count, 0);
    arena_finish(&arena);
}

/* Any text in any slot, in any order: the answer stays possible and every
 * other entry stays where it is. */
static void random_entries_never_break_an_answer(void **state)
{
    static const char alphabet[] = "aI13.0;=\n \t\xC3\xA9\x01";
    struct random random = random_seeded(3);
    struct arena arena = {0};
    struct item item = build_two_fields(&arena);
    (void)state;

    for (int round = 0; round < 2000; round++) {
        struct str answer = STR("");

        for (int step = 0; step < 6; step++) {
            char text[8];
            size_t len = (size_t)random_below(&random, sizeof text);
            size_t index = (size_t)random_below(&random, 2);
            size_t slot = (size_t)random_below(&random, 4);
            struct code_entries before;
            struct code_entries after;

            for (size_t i = 0; i < len; i++)
                text[i] = alphabet[random_below(&random, 10)];
            response_entries(&item, answer, index, &before);
            answer = response_with_entry(&item, answer, index, slot,
                                         (struct str){text, len}, &arena);
            response_entries(&item, answer, index, &after);
            assert_true(response_is_valid(&item, answer));
            for (size_t i = 0; i < before.count && i < after.count; i++)
                assert_true(i == slot ||
                            str_eq(before.items[i], after.items[i]));
        }
        arena_reset(&arena);
        item = build_two_fields(&arena);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_of_options_in_order_are_an_answer),
        cmocka_unit_test(lines_of_fields_in_order_are_an_answer),
        cmocka_unit_test(an_answer_has_its_limits),
        cmocka_unit_test(poa_belongs_to_a_complete_answer_where_it_is_asked),
        cmocka_unit_test(a_letter_goes_in_and_out),
        cmocka_unit_test(too_many_letters_are_refused_by_number),
        cmocka_unit_test(entries_are_put_into_their_slots),
        cmocka_unit_test(entries_come_back_as_typed),
        cmocka_unit_test(random_entries_never_break_an_answer),
    };

    return cmocka_run_group_tests_name("response", tests, NULL, NULL);
}
