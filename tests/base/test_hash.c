/* SHA-256 against the examples of FIPS 180-4. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "proctor/base/hash.h"

static void known_texts_have_their_published_hash(void **state)
{
    static const struct {
        const char *text, *hex;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb924"
             "27ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223"
                "b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039"
         "a33ce45964ff2167f6ecedd419db06c1"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hash hash = hash_of(str_from(cases[i].text));
        char hex[HASH_HEX_SIZE];

        hash_hex(&hash, hex);
        assert_string_equal(hex, cases[i].hex);
    }
}

static void two_parts_hash_as_their_concatenation(void **state)
{
    struct hash whole = hash_of(STR("abc"));
    (void)state;

    for (size_t cut = 0; cut <= 3; cut++) {
        struct str a = {"abc", cut}, b = {&"abc"[cut], 3 - cut};
        struct hash parts = hash_of_two(a, b);

        assert_true(hash_eq(&parts, &whole));
    }
    struct hash other = hash_of(STR("abd"));
    assert_false(hash_eq(&whole, &other));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_texts_have_their_published_hash),
        cmocka_unit_test(two_parts_hash_as_their_concatenation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
