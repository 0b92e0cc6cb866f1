/* YAML that is wrong, odd or hostile: each case of the measurements in
 * docs/bank-format.md, and how the walk goes on behind an error. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* A question whose stem is the text, in line 9. */
#define STEM(text)                                                             \
    QUESTIONS "  - id: q1\n    topic: anatomy\n    stem: " text "\n"           \
              "    options: {A: x, B: y}\n    answer: A\n" PROVED

static const struct expected errors[] = {
    {"an unquoted colon", STEM("see note: it fails"), "yaml/syntax", 9, 19,
     "mapping values are not allowed", "must be quoted, or written as a block"},
    {"a tab as indentation", QUESTIONS "  - id: q1\n\ttopic: anatomy\n",
     "yaml/syntax", 8, 1, "a tab where spaces", "not with tabs"},
    {"a quote that is never closed", STEM("\"Which one?"), "yaml/syntax", 9, 11,
     "never closed", "close it"},
    {"an apostrophe in single quotes", STEM("'the patient's age'"),
     "yaml/syntax", 9, 24, "a key was expected", "quote in the text above"},
    {"an unknown escape", STEM("\"100\\% right\""), "yaml/syntax", 9, 15,
     "unknown escape", "single quotes"},
    {"an at sign", STEM("@home"), "yaml/syntax", 9, 11, "cannot begin with",
     "in quotes"},
    {"a backtick", STEM("`code`"), "yaml/syntax", 9, 11, "cannot begin with",
     "in quotes"},
    {"a list left open", STEM("[a, b"), "yaml/syntax", 10, 12,
     "',' or the closing ']'", NULL},
    {"a line without a key",
     QUESTIONS "  - id: q1\n    topic: anatomy\n    stem is missing its colon\n"
               "    answer: A\n",
     "yaml/syntax", 9, 5, "no 'key: value'", "indented deeper"},
    {"a key too far left", QUESTIONS QUESTION("q1") "   needs: [cpt]\n",
     "yaml/syntax", 14, 4, "an entry of the list was expected", "same column"},
    {"text behind a block's sign", STEM("| text"), "yaml/syntax", 9, 13,
     "did not find expected comment or line break", "the line ends"},
    {"an anchor", STEM("&a text"), "yaml/anchor", 9, 11, "anchors",
     "quote it if it begins with &"},
    {"an alias", STEM("*a"), "yaml/alias", 9, 11, "aliases",
     "quote it if it begins with *"},
    {"an alias to itself", HEADER "x-a: [*b]\nquestions:\n" QUESTION("q"),
     "yaml/alias", 6, 7, "aliases", NULL},
    {"a tag", STEM("!!str 00100"), "yaml/tag", 9, 11, "tags", NULL},
    {"a tag that runs code", STEM("!!python/object:os.system x"), "yaml/tag", 9,
     11, "tags", NULL},
    {"a merge key", HEADER "<<: {title: x}\nquestions:\n" QUESTION("q"),
     "schema/unknown-key", 6, 1, "'<<'", NULL},
    {"a key that is a list", HEADER "? [a, b]\n: c\nquestions:\n" QUESTION("q"),
     "yaml/key", 6, 3, "a key must be text, not a list", NULL},
    {"a second document", QUESTIONS QUESTION("q1") "---\nmore: text\n",
     "yaml/documents", 14, 1, "a second document", "two files"},
    {"an escaped control character", STEM("\"\\e[31m\""), "file/character", 9,
     11, "U+001B", "single quotes"},
    {"an escaped C1 character", STEM("\"\\x9b\""), "file/character", 9, 11,
     "U+009B", NULL},
    {"an escaped direction control", STEM("\"\\u202e\""), "file/character", 9,
     11, "U+202E", NULL},
    {"an escaped NUL", STEM("\"a\\0b\""), "file/character", 9, 11, "U+0000",
     NULL},
    {"a directive", "%YAML 1.1\n" QUESTIONS QUESTION("q1"), "yaml/directive", 1,
     1, "directive", "indent the line"},
    {"a list as the whole file", "format: proctor-bank/1\n- a\n", "yaml/syntax",
     2, 1, "a key was expected here", NULL},
    {"a text as the whole file", "'\nformat: proctor-bank/1\n'\n",
     "schema/no-keys", 1, 1, "must begin with", NULL},
};

static void each_mistake_is_placed_and_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(errors); i++) {
        struct reading it;

        reading_bank(&it, str_from(errors[i].text));
        assert_error(&it, &errors[i]);
        reading_finish(&it);
    }
}

static void one_document_may_have_its_marks(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR("---\n" QUESTIONS QUESTION("q1") "...\n"));
    assert_clean(&it);
    reading_finish(&it);
}

static void a_broken_question_does_not_hide_the_next(void **state)
{
    static const char *const broken[] = {
        "    rationale: see note: it fails\n",
        "\trationale: R\n",
        "    rationale: [a\n",
        "    rationale: \"open\n",
        "    rationale\n",
        "    rationale: {a: [b, c}\n",
        "   rationale: R\n",
        "    - x\n",
        "    rationale: \"\\q\"\n",
    };
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    /* A good question, a broken one, and so on; the last has an error of its
     * own that shows that it was read. */
    strbuf_adds(&text, QUESTIONS);
    for (size_t i = 0; i < COUNT_OF(broken); i++) {
        strbuf_printf(&text, QUESTION("good%zu"), i);
        strbuf_printf(&text, QUESTION("broken%zu") "%s", i, broken[i]);
    }
    strbuf_adds(&text, "  - {id: last, topic: anatomy, stem: S, options: {A: "
                       "x, B: y}, answer: Z}\n");
    reading_bank(&it, strbuf_str(&text));
    assert_int_equal(it.list.errors, COUNT_OF(broken) + 1);
    int line = 7 + 14; /* where the first was broken */
    for (size_t i = 0; line < 7 + 15 * (int)COUNT_OF(broken); i++) {
        const struct diagnostic *got = &it.list.items[i];

        assert_string_equal(got->id, "yaml/syntax");
        if (got->severity == SEVERITY_NOTE)
            continue;
        assert_in_range(got->line, line, line + 1);
        line += 15;
    }
    assert_non_null(reading_find(&it, "item/answer-letter"));
    reading_finish(&it);
    strbuf_finish(&text);
}

static void nine_errors_in_ten_thousand_questions_are_all_found(void **state)
{
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, QUESTIONS);
    for (int i = 0; i < 10000; i++)
        strbuf_printf(&text,
                      "  - id: q%d\n    topic: anatomy\n    stem: %s\n"
                      "    options: {A: x, B: y}\n    answer: %s\n" PROVED,
                      i, i % 1111 == 5 && i % 2 ? "a: b" : "S?",
                      i % 1111 == 5 && i % 2 == 0 ? "Z" : "A");
    reading_bank(&it, strbuf_str(&text));
    assert_int_equal(it.list.errors, 9);
    for (size_t i = 0; i < 9; i++)
        assert_int_equal((it.list.items[i].line - 7) / 7, 5 + 1111 * i);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void a_broken_key_does_not_hide_the_rest(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR("format: proctor-bank/1\nbank: a/b\ntitle: a: b\n"
                          "version: x\nlicense: L\nquestions:\n"
                          "  - {id: q}\n"));
    assert_int_equal(it.list.items[0].line, 3);
    assert_string_equal(it.list.items[0].id, "yaml/syntax");
    assert_int_equal(it.list.items[1].line, 4);
    assert_string_equal(it.list.items[1].id, "value/shape");
    assert_int_equal(it.list.items[2].line, 7);
    assert_null(reading_find(&it, "schema/repeated-key"));
    reading_finish(&it);
}

/* Behind an error the next entry is read, whatever key it begins with. */
static void entries_that_begin_with_another_key_are_found(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR(QUESTIONS "  - id: q1\n    stem: A: B\n"
                                    "  - stem: no id\n    answer: A\n"
                                    "  -\n    id: q3\n    topic: anatomy\n"
                                    "    kind: what\n" QUESTION("q4")));
    assert_non_null(reading_find(&it, "yaml/syntax"));
    assert_int_equal(reading_find(&it, "schema/missing-key")->line, 9);
    assert_int_equal(reading_find(&it, "value/choice")->line, 14);
    reading_finish(&it);
}

static void a_case_lost_is_not_missed(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(
        &it, STR(HEADER "cases:\n  - id: er\n    text: a: b\n"
                        "  - id: ok\n    text: T\n"
                        "questions:\n" QUESTION("q") "    case: er\n" QUESTION(
                            "r") "    case: ok\n"));
    assert_int_equal(it.list.errors, 1);
    assert_string_equal(it.list.items[0].id, "yaml/syntax");
    assert_int_equal(it.cases, 1);
    reading_finish(&it);
}

static void questions_are_found_behind_a_broken_last_case(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR(HEADER "cases:\n  - id: er\n    text: \"T\n"
                                 "questions:\n  - {id: q, topic: anatomy, "
                                 "stem: S, options: {A: x, B: y}, answer: Z, "
                                 "rationale: R, references: [r]}\n"));
    assert_non_null(reading_find(&it, "yaml/syntax"));
    assert_non_null(reading_find(&it, "item/answer-letter"));
    assert_int_equal(it.list.errors, 2);
    reading_finish(&it);
}

static void too_many_syntax_errors_end_the_walk(void **state)
{
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, QUESTIONS);
    for (int i = 0; i < 1000; i++)
        strbuf_printf(&text, "  - id: q%d\n    stem: a: b\n", i);
    reading_bank(&it, strbuf_str(&text));
    assert_int_equal(it.list.errors, DIAGNOSTICS_SHOWN);
    assert_false(it.ok);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void repeat(struct strbuf *text, const char *part, int count)
{
    for (int i = 0; i < count; i++)
        strbuf_adds(text, part);
}

/* What makes libyaml slow or large, at the size that shows it. */
static void read_hostile(const char *part, int count, const char *id)
{
    struct strbuf text = {0};
    struct reading it;
    clock_t start;

    strbuf_adds(&text, HEADER "x-a: ");
    repeat(&text, part, count);
    start = clock(); /* of this process: other load does not count */
    reading_bank(&it, strbuf_str(&text));
    assert_non_null(reading_find(&it, id));
    assert_false(it.ok);
    /* Each took libyaml alone between 3 and 30 seconds. */
    assert_true((clock() - start) / CLOCKS_PER_SEC < 3);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void hostile_files_are_left_early(void **state)
{
    (void)state;
    read_hostile("[", 100000, "limit/depth");
    read_hostile("{a: ", 100000, "limit/depth");
    read_hostile("- ", 100000, "yaml/syntax");
    read_hostile("\n%TAG !a! tag:x:", 50000, "yaml/directive");
    read_hostile("x", 50000000, "limit/text");
    read_hostile("\n# a comment", 1000000, "limit/text");
    read_hostile("\n---", 1000000, "yaml/documents");
    read_hostile("\nx-b: &b c", 100000, "yaml/anchor");
}

static void billion_laughs_are_none(void **state)
{
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, HEADER "x-a: &a [l, l]\n");
    for (char c = 'b'; c < 'j'; c++)
        strbuf_printf(&text, "x-%c: &%c [*%c, *%c, *%c]\n", c, c, c - 1, c - 1,
                      c - 1);
    strbuf_adds(&text, "questions:\n" QUESTION("q"));
    reading_bank(&it, strbuf_str(&text));
    assert_int_equal(it.list.errors, 9 + 8 * 3);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void a_text_may_have_64_kib_and_no_more(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        struct strbuf text = {0};
        struct reading it;

        strbuf_adds(&text, QUESTIONS "  - id: q\n    topic: anatomy\n"
                                     "    options: {A: x, B: y}\n"
                                     "    answer: A\n" PROVED "    stem: ");
        repeat(&text, "x", (int)BANK_SCALAR_MAX + more);
        strbuf_adds(&text, "\n" QUESTION("r"));
        reading_bank(&it, strbuf_str(&text));
        assert_int_equal(it.list.errors, more);
        assert_int_equal(it.items, 2 - more);
        if (more)
            assert_non_null(reading_find(&it, "limit/text"));
        reading_finish(&it);
        strbuf_finish(&text);
    }
}

static void a_text_of_escapes_may_be_as_long(void **state)
{
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, QUESTIONS "  - id: q\n    topic: anatomy\n"
                                 "    options: {A: x, B: y}\n"
                                 "    answer: A\n" PROVED "    stem: \"");
    repeat(&text, "\\u0041", (int)BANK_SCALAR_MAX);
    strbuf_adds(&text, "\"\n");
    reading_bank(&it, strbuf_str(&text));
    assert_clean(&it);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void sixteen_levels_are_allowed_and_no_more(void **state)
{
    (void)state;
    for (int levels = 15; levels <= 16; levels++) {
        struct strbuf text = {0};
        struct reading it;

        strbuf_adds(&text, HEADER "x-a: "); /* in a map: one level */
        repeat(&text, "[", levels);
        repeat(&text, "]", levels);
        strbuf_adds(&text, "\nquestions:\n" QUESTION("q"));
        reading_bank(&it, strbuf_str(&text));
        assert_int_equal(it.list.errors, levels > 15);
        reading_finish(&it);
        strbuf_finish(&text);
    }
}

static void a_long_key_is_called_that(void **state)
{
    static const struct expected expected = {
        "a long key", NULL, "yaml/syntax", 9, 5, "longer than 1024", "quote"};
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, QUESTIONS "  - id: q\n    topic: anatomy\n    ");
    repeat(&text, "k", 1100);
    strbuf_adds(&text, ": v\n");
    reading_bank(&it, strbuf_str(&text));
    assert_error(&it, &expected);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void a_question_of_too_many_parts_is_refused(void **state)
{
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, QUESTIONS "  - id: q\n    x-list: [");
    repeat(&text, "a, ", 30000);
    strbuf_adds(&text, "b]\n" QUESTION("r"));
    reading_bank(&it, strbuf_str(&text));
    assert_int_equal(it.list.errors, 1);
    assert_non_null(reading_find(&it, "limit/size"));
    assert_int_equal(it.items, 1);
    reading_finish(&it);
    strbuf_finish(&text);
}

static void a_file_too_large_is_not_looked_at(void **state)
{
    struct reading it;
    (void)state;

    /* The bytes are not there: looking at them would be noticed. */
    reading_bank(&it, (struct str){NULL, (size_t)BANK_FILE_MAX + 1});
    assert_int_equal(it.list.errors, 1);
    assert_non_null(reading_find(&it, "limit/file"));
    reading_finish(&it);
}

static void every_prefix_of_a_file_is_survived(void **state)
{
    static const char text[] = HEADER
        "code_sets: {icd-10-cm: [FY2026]}\n"
        "cases:\n  - id: er\n    parts:\n      - {heading: H, text: \"T\"}\n"
        "questions:\n" QUESTION(
            "q") "    case: er\n"
                 "  - id: c\n    topic: anatomy\n    kind: codes\n    stem: |\n"
                 "      Text\n    answer:\n      - field: dx\n"
                 "        code_set: icd-10-cm\n        slots: [[I10], "
                 "['E11.9']]\n"
                 "        why: {I10: \"\\x41\"}\n" PROVED;
    (void)state;

    for (size_t len = 0; len < sizeof text; len++) {
        struct reading it;
        /* A copy of just that length, so that a look beyond it is seen. */
        char *prefix = malloc(len + !len);

        memcpy(prefix, text, len);
        reading_bank(&it, (struct str){prefix, len});
        assert_true(it.ok == (it.list.errors == 0));
        reading_finish(&it);
        free(prefix);
    }
}

static void every_byte_may_be_broken(void **state)
{
    static const char text[] =
        HEADER "cases:\n  - {id: er, text: T}\nquestions:\n" QUESTION(
            "q") "    case: er\n";
    static const char bytes[] = "\n\t\"'[{}]:#-&*!|>%@\\\x01\xE9?, ";
    (void)state;

    for (size_t at = 0; at < sizeof text - 1; at++)
        for (size_t i = 0; i < sizeof bytes - 1; i++) {
            char copy[sizeof text];
            struct reading it;

            memcpy(copy, text, sizeof text);
            copy[at] = bytes[i];
            reading_bank(&it, (struct str){copy, sizeof text - 1});
            assert_true(it.ok == (it.list.errors == 0));
            reading_finish(&it);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_placed_and_explained),
        cmocka_unit_test(one_document_may_have_its_marks),
        cmocka_unit_test(a_broken_question_does_not_hide_the_next),
        cmocka_unit_test(nine_errors_in_ten_thousand_questions_are_all_found),
        cmocka_unit_test(a_broken_key_does_not_hide_the_rest),
        cmocka_unit_test(entries_that_begin_with_another_key_are_found),
        cmocka_unit_test(a_case_lost_is_not_missed),
        cmocka_unit_test(questions_are_found_behind_a_broken_last_case),
        cmocka_unit_test(too_many_syntax_errors_end_the_walk),
        cmocka_unit_test(hostile_files_are_left_early),
        cmocka_unit_test(billion_laughs_are_none),
        cmocka_unit_test(a_text_may_have_64_kib_and_no_more),
        cmocka_unit_test(a_text_of_escapes_may_be_as_long),
        cmocka_unit_test(sixteen_levels_are_allowed_and_no_more),
        cmocka_unit_test(a_long_key_is_called_that),
        cmocka_unit_test(a_question_of_too_many_parts_is_refused),
        cmocka_unit_test(a_file_too_large_is_not_looked_at),
        cmocka_unit_test(every_prefix_of_a_file_is_survived),
        cmocka_unit_test(every_byte_may_be_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
