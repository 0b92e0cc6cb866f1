/* Reading canonical forms that may be damaged or hostile. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "full_items.h"
#include "proctor/base/random.h"
#include "proctor/domain/canonical.h"

static void damaged_texts_are_refused_with_their_place(void **state)
{
    static const struct {
        const char *asked, *word;
    } cases[] = {
        {"", "format"},
        {"format 15:proctor-asked/2\n", "format"},
        {"format 15:proctor-asked/1", "format"},
        {"format 15:proctor-asked/1\n", "kind"},
        {"format 15:proctor-asked/1\nkind 4:none\n", "kind"},
        {"format 15:proctor-asked/1\nkind 6:single\n", "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 5:abc\n", "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 03:abc\n", "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem -1:abc\n", "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem :abc\n", "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\n"
         "stem 18446744073709551615:abc\n",
         "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\n"
         "stem 99999999999999999999999:abc\n",
         "stem"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\nx\n",
         "unexpected bytes"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\noptions 0\n",
         "options"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\noptions 13\n",
         "options"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\n"
         "options 1\nletter 1:M\ntext 0:\n",
         "letter"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\n"
         "options 2\nletter 1:A\ntext 0:\nletter 1:A\ntext 0:\n",
         "letter"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\n"
         "options 1\nletter 1:A\ntext 0:\nkey 1:0\n",
         "key"},
        {"format 15:proctor-asked/1\nkind 6:single\nstem 3:abc\n"
         "options 1\nletter 1:A\ntext 0:\nkey 0:\n",
         "key"},
        {"format 15:proctor-asked/1\nkind 6:single\ncase 3:abc\nstem 3:abc\n",
         "case"},
        {"format 15:proctor-asked/1\nkind 6:single\nexhibits 999999999\n",
         "exhibits"},
        {"format 15:proctor-asked/1\nkind 6:single\nexhibits 1\nid 1:a\n"
         "columns 1\ncolumn 1:c\nrows 1000000000\n",
         "rows"},
        {"format 15:proctor-asked/1\nkind 5:codes\nstem 0:\nfields 1\n"
         "id 2:dx\nset 9:icd-10-cm\nslots 1\naccepted 1\ncode 4:I130\n",
         "code"},
        {"format 15:proctor-asked/1\nkind 5:codes\nstem 0:\nfields 1\n"
         "id 2:dx\nset 9:icd-10-cm\nslots 33\n",
         "slots"},
        {"format 15:proctor-asked/1\nkind 5:codes\nstem 0:\nfields 1\n"
         "id 2:dx\nset 9:icd-10-cm\nslots 1\npoa 1:Y\n",
         "accepted"},
        {"format 15:proctor-asked/1\nkind 5:codes\nstem 0:\nfields 9\n",
         "fields"},
    };
    struct arena arena = {0};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct item item = {.option_count = 77};
        struct error err = {0};

        assert_false(canonical_read_item(&arena, str_from(cases[i].asked),
                                         STR(""), NULL, &item, &err));
        assert_int_equal(err.code, ERR_CORRUPT);
        if (!strstr(err.message, cases[i].word))
            fail_msg("row %zu: '%s'", i, err.message);
        assert_int_equal(item.option_count, 77);
    }
    arena_finish(&arena);
}

static void the_rest_must_be_of_the_same_options(void **state)
{
    struct arena arena = {0};
    struct item two = build_choice(&arena, "a|b", "A");
    struct item three = build_choice(&arena, "a|b|c", "A");
    struct canonical a = {0};
    struct canonical b = {0};
    struct item back;
    struct error err;
    (void)state;

    canonical_item(&a, &two, NULL);
    canonical_item(&b, &three, NULL);
    assert_false(canonical_read_item(&arena, strbuf_str(&a.asked),
                                     strbuf_str(&b.rest), NULL, &back, &err));
    assert_non_null(strstr(err.message, "the rest of a question"));
    canonical_finish(&a);
    canonical_finish(&b);
    arena_finish(&arena);
}

/* Changes a text somewhere: a byte, a piece cut out, a piece doubled. */
static struct str damage(struct arena *arena, struct str text,
                         struct random *random)
{
    size_t at = (size_t)random_below(random, text.len);
    size_t len = 1 + (size_t)random_below(random, 20);
    char *copy = arena_alloc(arena, text.len + 32, 1);

    if (len > text.len - at)
        len = text.len - at;
    memcpy(copy, text.data, text.len);
    switch (random_below(random, 4)) {
    case 0:
        copy[at] = (char)random_below(random, 256);
        return (struct str){copy, text.len};
    case 1:
        copy[at] = (char)('0' + random_below(random, 10));
        return (struct str){copy, text.len};
    case 2:
        memmove(copy + at, copy + at + len, text.len - at - len);
        return (struct str){copy, text.len - len};
    default:
        memmove(copy + at + len, copy + at, text.len - at);
        return (struct str){copy, text.len + len};
    }
}

/* Whatever is damaged: no crash, and what is still accepted is canonical, so
 * that it is written again as it was read. */
static void damaged_texts_are_refused_or_still_canonical(void **state)
{
    struct random random = random_seeded(31);
    struct arena items = {0};
    struct item originals[2] = {build_full_choice(&items),
                                build_full_codes(&items)};
    int accepted = 0;
    (void)state;

    for (int round = 0; round < 40000; round++) {
        struct arena arena = {0};
        struct canonical first = {0};
        struct canonical again = {0};
        struct str asked;
        struct str rest;
        struct item back;

        canonical_item(&first, &originals[round % 2], NULL);
        asked = strbuf_str(&first.asked);
        rest = strbuf_str(&first.rest);
        if (round % 4 < 2)
            asked = damage(&arena, asked, &random);
        else
            rest = damage(&arena, rest, &random);
        if (canonical_read_item(&arena, asked, rest, NULL, &back, NULL)) {
            accepted++;
            canonical_item(&again, &back, NULL);
            assert_true(str_eq(strbuf_str(&again.asked), asked));
            assert_true(str_eq(strbuf_str(&again.rest), rest));
        }
        canonical_finish(&first);
        canonical_finish(&again);
        arena_finish(&arena);
    }
    arena_finish(&items);
    assert_in_range(accepted, 1000, 39000);
}

static void a_case_is_read_back_or_refused(void **state)
{
    struct random random = random_seeded(32);
    struct arena arena = {0};
    struct case_text case_text = build_case(&arena);
    struct strbuf buf = {0};
    struct strbuf again = {0};
    struct case_text back;
    struct hash hash = canonical_case(&buf, &case_text);
    struct hash hash_again;
    (void)state;

    assert_true(canonical_read_case(&arena, strbuf_str(&buf), &back, NULL));
    assert_true(str_is(back.id, "er-chest-pain"));
    assert_int_equal(back.part_count, 2);
    assert_true(str_is(back.parts[0].heading, "Chief complaint"));
    hash_again = canonical_case(&again, &back);
    assert_true(hash_eq(&hash, &hash_again));
    for (int round = 0; round < 10000; round++) {
        struct arena scratch = {0};
        struct str text = damage(&scratch, strbuf_str(&buf), &random);
        struct error err = {0};

        strbuf_clear(&again);
        if (canonical_read_case(&scratch, text, &back, &err)) {
            canonical_case(&again, &back);
            assert_true(str_eq(strbuf_str(&again), text));
        } else {
            assert_int_equal(err.code, ERR_CORRUPT);
        }
        arena_finish(&scratch);
    }
    strbuf_finish(&again);
    strbuf_finish(&buf);
    arena_finish(&arena);
}

static void a_truncated_text_is_always_refused(void **state)
{
    struct arena arena = {0};
    struct item item = build_full_codes(&arena);
    struct canonical canonical = {0};
    struct item back;
    (void)state;

    canonical_item(&canonical, &item, NULL);
    for (size_t len = 0; len < canonical.rest.len; len++) {
        struct arena scratch = {0};
        char *exact = arena_alloc(&scratch, len + 1, 1);

        memcpy(exact, canonical.rest.data, len);
        if (canonical_read_item(&scratch, strbuf_str(&canonical.asked),
                                (struct str){exact, len}, NULL, &back, NULL))
            assert_int_equal(exact[len - 1], '\n'); /* whole fields only */
        arena_finish(&scratch);
    }
    canonical_finish(&canonical);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_texts_are_refused_with_their_place),
        cmocka_unit_test(the_rest_must_be_of_the_same_options),
        cmocka_unit_test(damaged_texts_are_refused_or_still_canonical),
        cmocka_unit_test(a_case_is_read_back_or_refused),
        cmocka_unit_test(a_truncated_text_is_always_refused),
    };

    return cmocka_run_group_tests_name("canonical read", tests, NULL, NULL);
}
