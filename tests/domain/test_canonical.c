/* The canonical form: its text, its hashes, and that all comes back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "full_items.h"
#include "proctor/domain/canonical.h"

/* Written out once by hand after docs/canonical-form.md; the hashes are those
 * of sha256sum. Should this test fail, every stored revision has lost its
 * identity: a changed form needs a new version beside version 1. */
static void the_form_of_a_question_is_known_to_the_byte(void **state)
{
    static const char asked[] = "format 15:proctor-asked/1\n"
                                "kind 6:single\n"
                                "stem 14:What is right?\n"
                                "options 2\n"
                                "letter 1:A\n"
                                "text 4:this\n"
                                "key 1:1\n"
                                "letter 1:B\n"
                                "text 7:that\n\xC3\xA9\n";
    static const char rest[] = "format 14:proctor-rest/1\n"
                               "topic 7:anatomy\n"
                               "difficulty 4:easy\n"
                               "shuffle 4:auto\n"
                               "option 1:A\n"
                               "option 1:B\n"
                               "why 4:No.\n"
                               "\n"
                               "tags 2\n"
                               "tag 1:x\n"
                               "tag 0:\n";
    struct arena arena = {0};
    struct canonical canonical = {0};
    struct item item = build_choice(&arena, "this|that\n\xC3\xA9", "A");
    struct str tags[2] = {STR("x"), STR("")};
    char hex[HASH_HEX_SIZE];
    (void)state;

    item.difficulty = DIFFICULTY_EASY;
    item.options[1].why = STR("No.\n");
    item.tags = (struct str_list){tags, 2};
    canonical_item(&canonical, &item, NULL);
    assert_string_equal(strbuf_text(&canonical.asked), asked);
    assert_string_equal(strbuf_text(&canonical.rest), rest);
    hash_hex(&canonical.asked_hash, hex);
    assert_string_equal(hex, "835f53d60f40414b659aa700fa110f6a"
                             "edb8fe3b3d76b41c949a2d039e15fa42");
    hash_hex(&canonical.full_hash, hex);
    assert_string_equal(hex, "b95241f0e3b39b53ec9607fe2d0de3d2"
                             "d5ec31cd088c03e9439e9512584d9509");
    canonical_finish(&canonical);
    arena_finish(&arena);
}

static void the_form_of_typed_codes_is_known_to_the_byte(void **state)
{
    static const char asked[] = "format 15:proctor-asked/1\n"
                                "kind 5:codes\n"
                                "stem 17:Assign the codes.\n"
                                "fields 1\n"
                                "id 2:dx\n"
                                "label 9:Diagnoses\n"
                                "set 9:icd-10-cm\n"
                                "asks_poa 1:1\n"
                                "slots 2\n"
                                "accepted 1\n"
                                "code 5:I13.0\n"
                                "poa 1:Y\n"
                                "accepted 2\n"
                                "code 6:I50.23\n"
                                "code 6:I50.33\n"
                                "has_first 1:1\n"
                                "first 5:I13.0\n"
                                "before 1\n"
                                "earlier 5:I13.0\n"
                                "later 6:I50.23\n"
                                "optional 1\n"
                                "code 5:Z79.4\n";
    struct arena arena = {0};
    struct canonical canonical = {0};
    struct code_field field =
        build_field(&arena, CODE_ICD_10_CM, "I13.0 (Y)|I50.23,I50.33", "Z79.4");
    struct item item;
    (void)state;

    field.first = build_code(CODE_ICD_10_CM, "I13.0");
    build_before(&arena, &field, "I13.0", "I50.23");
    item = build_codes(&arena, &field, 1);
    canonical_item(&canonical, &item, NULL);
    assert_string_equal(strbuf_text(&canonical.asked), asked);
    canonical_finish(&canonical);
    arena_finish(&arena);
}

static void the_form_of_a_case_is_known_to_the_byte(void **state)
{
    static const char text[] = "format 14:proctor-case/1\n"
                               "id 13:er-chest-pain\n"
                               "title 27:Emergency department record\n"
                               "parts 2\n"
                               "heading 15:Chief complaint\n"
                               "text 11:Chest pain.\n"
                               "text 0:\n"
                               "exhibits 2\n"
                               "id 4:labs\n"
                               "title 10:Laboratory\n"
                               "columns 2\n"
                               "column 4:Test\n"
                               "column 5:Value\n"
                               "rows 2\n"
                               "cell 10:Troponin I\n"
                               "cell 3:2.1\n"
                               "cell 6:Sodium\n"
                               "cell 3:138\n"
                               "id 4:note\n"
                               "text 17:line one\nline two\n";
    struct arena arena = {0};
    struct case_text case_text = build_case(&arena);
    struct strbuf buf = {0};
    struct hash hash;
    struct hash expected = hash_of(STR(text));
    (void)state;

    strbuf_adds(&buf, "before");
    hash = canonical_case(&buf, &case_text);
    assert_string_equal(strbuf_text(&buf) + 6, text);
    assert_true(hash_eq(&hash, &expected));
    strbuf_finish(&buf);
    arena_finish(&arena);
}

/* Reads and writes again; the texts must be the same. */
static void check_round_trip(const struct item *item,
                             const struct case_text *case_text)
{
    struct arena arena = {0};
    struct canonical first = {0};
    struct canonical second = {0};
    struct strbuf case_form = {0};
    struct hash case_hash = {{0}};
    struct item back = {0};
    struct error err;

    if (case_text)
        case_hash = canonical_case(&case_form, case_text);
    canonical_item(&first, item, case_text ? &case_hash : NULL);
    if (!canonical_read_item(&arena, strbuf_str(&first.asked),
                             strbuf_str(&first.rest), case_text, &back, &err))
        fail_msg("%s", err.message);
    assert_ptr_equal(back.case_text, case_text);
    assert_int_equal(back.id.len, 0);
    canonical_item(&second, &back, case_text ? &case_hash : NULL);
    assert_string_equal(strbuf_text(&first.asked), strbuf_text(&second.asked));
    assert_string_equal(strbuf_text(&first.rest), strbuf_text(&second.rest));
    assert_true(hash_eq(&first.full_hash, &second.full_hash));
    canonical_finish(&first);
    canonical_finish(&second);
    strbuf_finish(&case_form);
    arena_finish(&arena);
}

static void what_is_written_is_read_back(void **state)
{
    struct arena arena = {0};
    struct case_text case_text = build_case(&arena);
    struct item items[4] = {
        build_choice(&arena, "a|b", "A"),
        build_full_choice(&arena),
        build_full_codes(&arena),
        build_choice(&arena, "", ""),
    };
    (void)state;

    for (size_t i = 0; i < 4; i++) {
        check_round_trip(&items[i], NULL);
        check_round_trip(&items[i], &case_text);
    }
    arena_finish(&arena);
}

static void every_member_of_a_choice_comes_back(void **state)
{
    struct arena arena = {0};
    struct item item = build_full_choice(&arena);
    struct canonical canonical = {0};
    struct item back;
    (void)state;

    canonical_item(&canonical, &item, NULL);
    assert_true(canonical_read_item(&arena, strbuf_str(&canonical.asked),
                                    strbuf_str(&canonical.rest), NULL, &back,
                                    NULL));
    assert_int_equal(back.kind, ITEM_MULTIPLE);
    assert_int_equal(back.difficulty, DIFFICULTY_HARD);
    assert_int_equal(back.shuffle, SHUFFLE_YES);
    assert_int_equal(back.needs, item.needs);
    assert_int_equal(back.option_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(back.options[i].letter, item.options[i].letter);
        assert_true(str_eq(back.options[i].text, item.options[i].text));
        assert_true(str_eq(back.options[i].why, item.options[i].why));
        assert_int_equal(back.options[i].is_key, item.options[i].is_key);
        assert_int_equal(back.options[i].is_pinned, item.options[i].is_pinned);
    }
    assert_true(back.any_key);
    assert_int_equal(back.exhibits.count, 2);
    assert_int_equal(back.exhibits.items[0].row_count, 2);
    assert_true(str_is(back.exhibits.items[0].cells[3], "138"));
    assert_true(str_is(back.exhibits.items[1].text, "line one\nline two"));
    assert_true(str_eq(back.rationale, item.rationale));
    assert_true(str_eq(back.lint_because, item.lint_because));
    assert_int_equal(back.not_exams.count, 2);
    assert_true(
        str_is(back.code_years.years[CODE_ICD_10_CM].items[1], "FY2027"));
    assert_int_equal(back.code_years.years[CODE_CPT].count, 0);
    assert_true(str_is(back.extras.items[0].value, "{\"line\": 12}"));
    assert_non_null(back.author.data);
    assert_int_equal(back.status, ITEM_ACTIVE);
    canonical_finish(&canonical);
    arena_finish(&arena);
}

static void every_member_of_typed_codes_comes_back(void **state)
{
    struct arena arena = {0};
    struct item item = build_full_codes(&arena);
    struct canonical canonical = {0};
    const struct code_field *field;
    struct item back;
    (void)state;

    canonical_item(&canonical, &item, NULL);
    assert_true(canonical_read_item(&arena, strbuf_str(&canonical.asked),
                                    strbuf_str(&canonical.rest), NULL, &back,
                                    NULL));
    assert_int_equal(back.field_count, 2);
    field = &back.fields[0];
    assert_true(str_is(field->label, "Diagnoses"));
    assert_int_equal(field->set, CODE_ICD_10_CM);
    assert_true(field->asks_poa);
    assert_int_equal(field->slot_count, 4);
    assert_int_equal(field->slots[0].poa, 'Y');
    assert_int_equal(field->slots[1].count, 2);
    assert_string_equal(field->slots[1].accepted[1].base, "I5033");
    assert_string_equal(field->first.base, "I130");
    assert_string_equal(field->before[0].second.base, "N1832");
    assert_int_equal(field->optional_count, 2);
    assert_int_equal(field->why_count, 1);
    assert_true(str_is(field->why[0].why, "insulin is not mentioned"));
    field = &back.fields[1];
    assert_memory_equal(&field->slots[0].accepted[0],
                        &item.fields[1].slots[0].accepted[0],
                        sizeof(struct code));
    assert_int_equal(field->first.base[0], '\0');
    canonical_finish(&canonical);
    arena_finish(&arena);
}

struct hashes {
    struct hash asked, full;
};

static struct hashes hashes_of(const struct item *item,
                               const struct hash *case_hash)
{
    struct canonical canonical = {0};
    struct hashes hashes;

    canonical_item(&canonical, item, case_hash);
    hashes = (struct hashes){canonical.asked_hash, canonical.full_hash};
    canonical_finish(&canonical);
    return hashes;
}

/* Which member belongs to which hash. */
static void each_member_changes_the_hashes_it_belongs_to(void **state)
{
    enum { NONE, FULL, BOTH };
    struct arena arena = {0};
    struct hash case_hash = {{1}};
    (void)state;

    for (int member = 0; member < 26; member++) {
        struct item item = build_full_choice(&arena);
        struct hashes before = hashes_of(&item, NULL);
        const struct hash *own_case = NULL;
        struct hashes after;
        int expected = FULL;

        switch (member) {
        case 0:
            item.id = STR("other");
            expected = NONE;
            break;
        case 1:
            item.status = ITEM_VOID;
            expected = NONE;
            break;
        case 2:
            item.stem = STR("Other?");
            expected = BOTH;
            break;
        case 3:
            item.options[0].text = STR("o");
            expected = BOTH;
            break;
        case 4:
            item.options[0].is_key = false;
            expected = BOTH;
            break;
        case 5:
            item.any_key = false;
            expected = BOTH;
            break;
        case 6:
            item.kind = ITEM_SINGLE;
            expected = BOTH;
            break;
        case 7:
            item.exhibits.count = 1;
            expected = BOTH;
            break;
        case 8:
            item.option_count = 3;
            expected = BOTH;
            break;
        case 9:
            own_case = &case_hash;
            expected = BOTH;
            break;
        case 10:
            item.topic = STR("other");
            break;
        case 11:
            item.difficulty = DIFFICULTY_EASY;
            break;
        case 12:
            item.shuffle = SHUFFLE_NO;
            break;
        case 13:
            item.needs = 0;
            break;
        case 14:
            item.options[0].why = STR("w");
            break;
        case 15:
            item.options[3].is_pinned = false;
            break;
        case 16:
            item.rationale = STR("");
            break;
        case 17:
            item.objective = STR("");
            break;
        case 18:
            item.author = STR("");
            break;
        case 19:
            item.references.count = 1;
            break;
        case 20:
            item.enemies.count = 0;
            break;
        case 21:
            item.tags.count = 2;
            break;
        case 22:
            item.was.count = 0;
            break;
        case 23:
            item.lint_because = STR("");
            break;
        case 24:
            item.code_years.years[CODE_ICD_10_CM].count = 1;
            break;
        default:
            item.extras.count = 0;
            break;
        }
        after = hashes_of(&item, own_case);
        if (hash_eq(&before.asked, &after.asked) == (expected == BOTH) ||
            hash_eq(&before.full, &after.full) == (expected != NONE))
            fail_msg("member %d", member);
    }
    arena_finish(&arena);
}

/* Moving bytes from one field to the next must not go unnoticed. */
static void no_two_items_share_a_form(void **state)
{
    static const char *const pairs[][2] = {
        {"ab|c", "a|bc"},
        {"a|b\ntext 1:c", "a|b|c"},
        {"a\nkey 1:1|b", "a|b"},
    };
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct item a = build_choice(&arena, pairs[i][0], "B");
        struct item b = build_choice(&arena, pairs[i][1], "B");
        struct hashes one = hashes_of(&a, NULL);
        struct hashes two = hashes_of(&b, NULL);

        assert_false(hash_eq(&one.asked, &two.asked));
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_form_of_a_question_is_known_to_the_byte),
        cmocka_unit_test(the_form_of_typed_codes_is_known_to_the_byte),
        cmocka_unit_test(the_form_of_a_case_is_known_to_the_byte),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(every_member_of_a_choice_comes_back),
        cmocka_unit_test(every_member_of_typed_codes_comes_back),
        cmocka_unit_test(each_member_changes_the_hashes_it_belongs_to),
        cmocka_unit_test(no_two_items_share_a_form),
    };

    return cmocka_run_group_tests_name("canonical", tests, NULL, NULL);
}
