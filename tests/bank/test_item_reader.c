/* Questions with options: what authors get wrong, and what comes out right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Lines 7 to 9 of the file. */
#define START                                                                  \
    QUESTIONS "  - id: q1\n"                                                   \
              "    topic: anatomy\n"                                           \
              "    stem: Which one is it?\n"
#define OPTIONS "    options: {A: the first, B: the second, C: the third}\n"

static const struct expected errors[] = {
    {"a letter that is no option", START OPTIONS "    answer: E\n" PROVED,
     "item/answer-letter", 11, 13, "'E' in 'answer' is not among the options",
     NULL},
    {"a small letter", START OPTIONS "    answer: b\n" PROVED,
     "item/answer-letter", 11, 13, "'b'", "as a capital"},
    {"letters in one word", START OPTIONS "    answer: A, C\n" PROVED,
     "item/answer-letter", 11, 13, "'A, C'", "[A, C]"},
    {"a list for one answer", START OPTIONS "    answer: [A]\n" PROVED,
     "item/answer-kind", 11, 13, "no list", "'answer: A'"},
    {"two answers without a kind", START OPTIONS "    answer: [A, C]\n" PROVED,
     "item/answer-kind", 11, 13, "no list", "kind: multiple"},
    {"any with one letter", START OPTIONS "    answer: {any: [A]}\n" PROVED,
     "item/answer-count", 11, 19, "at least two", NULL},
    {"any misspelt", START OPTIONS "    answer: {anny: [A, B]}\n" PROVED,
     "item/answer-kind", 11, 13, "'any'", "{any: [B, C]}"},
    {"multiple with one letter",
     START OPTIONS "    kind: multiple\n    answer: [A]\n" PROVED,
     "item/answer-count", 12, 13, "at least two", NULL},
    {"multiple without a list",
     START OPTIONS "    kind: multiple\n    answer: A\n" PROVED,
     "item/answer-kind", 12, 13, "a list of letters", "[A, C]"},
    {"multiple with a letter twice",
     START OPTIONS "    kind: multiple\n    answer: [A, C, A]\n" PROVED,
     "item/answer-twice", 12, 20, "'A' twice", NULL},
    {"no answer", START OPTIONS PROVED, "schema/missing-key", 7, 5,
     "needs the key 'answer'", NULL},
    {"an empty answer", START OPTIONS "    answer:\n" PROVED, "schema/empty",
     11, 12, "'answer' has an empty value", NULL},
    {"no options", START "    answer: A\n" PROVED, "item/options", 10, 5,
     "no options", "kind: codes"},
    {"options as a list", START "    options: [x, y]\n    answer: A\n" PROVED,
     "schema/wrong-kind", 10, 14, "takes 'name: value' lines", NULL},
    {"one option", START "    options: {A: x}\n    answer: A\n" PROVED,
     "item/options", 10, 5, "at least two options", NULL},
    {"options out of order",
     START "    options: {A: x, C: y, B: z}\n    answer: A\n" PROVED,
     "item/option-order", 10, 21, "'C' stands where 'B'", "A, B, C"},
    {"an answer among options out of order",
     START "    options: {A: x, C: y, D: z}\n    answer: D\n    why: {C: "
           "no}\n" PROVED,
     "item/option-order", 10, 21, "'C' stands where 'B'", NULL},
    {"a required key misspelt",
     QUESTIONS "  - id: q1\n    topic: anatomy\n    stme: S?\n" OPTIONS
               "    answer: A\n" PROVED,
     "schema/unknown-key", 9, 5, "no key 'stme'", "did you mean 'stem'"},
    {"an option twice",
     START "    options: {A: x, A: y, B: z}\n    answer: A\n" PROVED,
     "item/option-order", 10, 21, "'A' stands where 'B'", NULL},
    {"options with small letters",
     START "    options: {a: x, b: y}\n    answer: A\n" PROVED,
     "item/option-letter", 10, 15, "'a' is no option letter", "'A'"},
    {"options with numbers",
     START "    options: {1: x, 2: y}\n    answer: A\n" PROVED,
     "item/option-letter", 10, 15, "'1'", NULL},
    {"two options alike",
     START "    options: {A: x, B: y, C: x}\n    answer: A\n" PROVED,
     "item/same-option", 10, 30, "'A' and 'C'", NULL},
    {"an empty option",
     START "    options: {A: x, B: }\n    answer: A\n" PROVED, "schema/empty",
     10, 24, "'B' has an empty value", NULL},
    {"thirteen options",
     START "    options: {A: a, B: b, C: c, D: d, E: e, F: f, G: g, H: h, "
           "I: i, J: j, K: k, L: l, M: m}\n    answer: A\n" PROVED,
     "limit/entries", 10, 14, "13 entries; 12 are allowed", NULL},
    {"a pin that is no option",
     START OPTIONS "    answer: A\n    pin: [D]\n" PROVED, "item/answer-letter",
     12, 11, "'D' in 'pin'", NULL},
    {"a why that is no option",
     START OPTIONS "    answer: A\n    why: {D: no}\n" PROVED,
     "item/answer-letter", 12, 11, "'D' in 'why'", NULL},
    {"a why twice",
     START OPTIONS "    answer: A\n    why: {B: x, B: y}\n" PROVED,
     "schema/repeated-key", 12, 17, "'B'", NULL},
    {"an unknown key", START OPTIONS "    answer: A\n    rationle: R\n" PROVED,
     "schema/unknown-key", 12, 5, "no key 'rationle'",
     "did you mean 'rationale'"},
    {"a key twice", START OPTIONS "    answer: A\n    answer: B\n" PROVED,
     "schema/repeated-key", 12, 5, "'answer' stands here twice", NULL},
    {"a wrong kind", START OPTIONS "    answer: A\n    kind: multi\n" PROVED,
     "value/choice", 12, 11, "one of single, multiple, codes", NULL},
    {"a wrong difficulty",
     START OPTIONS "    answer: A\n    difficulty: hrad\n" PROVED,
     "value/choice", 12, 17, "one of easy, medium, hard",
     "did you mean 'hard'"},
    {"absent is no status of a file",
     START OPTIONS "    answer: A\n    status: absent\n" PROVED, "value/choice",
     12, 13, "active, retired, void", NULL},
    {"a book that is none",
     START OPTIONS "    answer: A\n    needs: [icd10cm]\n" PROVED,
     "value/choice", 12, 13, "icd-10-cm", "did you mean 'icd-10-cm'"},
    {"a text where a list is due",
     START OPTIONS "    answer: A\n    tags: easy\n" PROVED,
     "schema/wrong-kind", 12, 11, "a list", "[...]"},
    {"a list where a text is due",
     START OPTIONS "    answer: A\n    author: [me]\n" PROVED,
     "schema/wrong-kind", 12, 13, "takes text here, not a list", "quoted"},
    {"a line of several lines",
     START OPTIONS "    answer: A\n    author: |\n      me\n      you\n" PROVED,
     "text/one-line", 12, 13, "one line", NULL},
    {"a case that is not there",
     START OPTIONS "    answer: A\n    case: er\n" PROVED, "item/unknown-case",
     12, 11, "no case 'er'", "'cases'"},
    {"an id with a space",
     QUESTIONS "  - id: q 1\n    topic: anatomy\n    stem: S?\n" OPTIONS
               "    answer: A\n" PROVED,
     "value/shape", 7, 9, "'id' must be", NULL},
    {"a question without an id",
     QUESTIONS "  - topic: anatomy\n    stem: S?\n" OPTIONS
               "    answer: A\n" PROVED,
     "schema/missing-key", 7, 5, "needs the key 'id'", NULL},
    {"a question that is text", QUESTIONS "  - just text\n", "schema/not-a-map",
     7, 5, "a question is made of", NULL},
    {"no topic",
     QUESTIONS "  - id: q1\n    stem: S?\n" OPTIONS "    answer: A\n" PROVED,
     "item/no-topic", 7, 5, "no topic", "default"},
    {"a bad topic",
     QUESTIONS "  - id: q1\n    topic: Skin\n    stem: S?\n" OPTIONS
               "    answer: A\n" PROVED,
     "value/shape", 8, 12, "'topic' must be a topic", NULL},
    {"a was without its bank",
     START OPTIONS "    answer: A\n    was: [old]\n" PROVED, "value/shape", 12,
     11, "publisher/bank/question", NULL},
    {"an exam wanted and not wanted",
     START OPTIONS
     "    answer: A\n    exams: [cpc]\n    not_exams: [cpc]\n" PROVED,
     "item/exams", 7, 5, "'cpc'", NULL},
    {"a year of the wrong kind",
     START OPTIONS "    answer: A\n    code_sets: {icd-10-cm: 2026}\n" PROVED,
     "value/shape", 12, 28, "fiscal year, as in FY2026", NULL},
    {"lint without a reason",
     START OPTIONS "    answer: A\n    lint: {ignore: [clang]}\n" PROVED,
     "schema/missing-key", 12, 11, "'because'", NULL},
    {"an exhibit with two contents",
     START OPTIONS "    answer: A\n    exhibits:\n"
                   "      - {id: e, text: t, table: {columns: [a], rows: "
                   "[[1]]}}\n" PROVED,
     "exhibit/content", 13, 9, "either 'text' or 'table'", NULL},
    {"a row too short",
     START OPTIONS "    answer: A\n    exhibits:\n"
                   "      - {id: e, table: {columns: [a, b], rows: [[1, 2], "
                   "[3]]}}\n" PROVED,
     "exhibit/row", 13, 57, "1 cells; there are 2 columns", NULL},
    {"two exhibits of one id",
     START OPTIONS
     "    answer: A\n    exhibits:\n"
     "      - {id: e, text: t}\n      - {id: e, text: u}\n" PROVED,
     "exhibit/repeated-id", 14, 9, "'e'", NULL},
};

static const struct expected warnings[] = {
    {"no rationale", START OPTIONS "    answer: A\n    references: [r]\n",
     "item/no-rationale", 7, 5, "no rationale", "candidates learn"},
    {"no reference", START OPTIONS "    answer: A\n    rationale: R\n",
     "item/no-reference", 7, 5, "no reference", NULL},
    {"unsorted",
     QUESTIONS "  - id: q1\n    topic: unsorted\n    stem: S?\n" OPTIONS
               "    answer: A\n" PROVED,
     "item/unsorted", 8, 12, "drawn by no exam", NULL},
    {"every option right",
     START OPTIONS "    kind: multiple\n    answer: [A, B, C]\n" PROVED,
     "item/all-right", 12, 13, "nothing to choose", NULL},
    {"a stem cut by a comment",
     QUESTIONS
     "  - id: q1\n    topic: anatomy\n    stem: code #25 applies\n" OPTIONS
     "    answer: A\n" PROVED,
     "text/cut-by-comment", 9, 16, "begins a comment", "quote"},
    {"an option cut by a comment",
     START "    options:\n      A: modifier #25\n      B: none\n"
           "    answer: A\n" PROVED,
     "text/cut-by-comment", 11, 19, "begins a comment", NULL},
    {"a text of several lines cut by a comment",
     QUESTIONS "  - id: q1\n    topic: anatomy\n    stem: the code\n"
               "      number #25 applies\n" OPTIONS "    answer: A\n" PROVED,
     "text/cut-by-comment", 10, 14, "begins a comment", NULL},
    {"options that cite CPT",
     START "    options: {A: \"99213-25, 36415\", B: '99214'}\n"
           "    answer: A\n" PROVED,
     "bank/cpt", 7, 5, "1 question with", "contains_cpt: true"},
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

static void each_doubt_is_a_warning(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(warnings); i++) {
        struct reading it;

        reading_bank(&it, str_from(warnings[i].text));
        assert_warning(&it, &warnings[i]);
        assert_int_equal(it.list.warnings, 1);
        assert_int_equal(it.items, 1);
        reading_finish(&it);
    }
}

static void comments_behind_short_values_do_no_harm(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR(QUESTIONS "  - id: q1 # the first\n"
                                    "    topic: anatomy # for now\n"
                                    "    difficulty: easy # really\n"
                                    "    stem: 'One #1?' # quoted\n" OPTIONS
                                    "    answer: B # checked\n" PROVED));
    assert_clean(&it);
    reading_finish(&it);
}

static void an_unknown_topic_gets_the_nearest(void **state)
{
    static const struct expected expected = {
        "unknown topic", QUESTIONS QUESTION("q1"), "value/unknown-topic", 8, 12,
        "'anatomi'",     "did you mean 'anatomy'"};
    static const char text[] =
        QUESTIONS "  - id: q1\n    topic: anatomi\n    stem: S?\n" OPTIONS
                  "    answer: A\n" PROVED;
    struct reading it;
    (void)state;

    reading_bank_topics(&it, STR(text));
    assert_error(&it, &expected);
    reading_finish(&it);
    reading_bank_topics(&it, STR(QUESTIONS QUESTION("q1")));
    assert_clean(&it);
    reading_finish(&it);
}

/* What one question became. */
static struct {
    struct item item;
    int count;
} got;

static bool keep(void *context, const struct item *item)
{
    (void)context;
    got.item = *item;
    got.count++;

    /* Everything is looked at here: it is gone when the call is over. */
    assert_string_equal(item->id.data, "all");
    assert_string_equal(item->topic.data, "cpt/surgery");
    assert_string_equal(item->stem.data, "First line\n\n kept line\n");
    assert_int_equal(item->option_count, 4);
    assert_string_equal(item->options[0].text.data, "00100");
    assert_string_equal(item->options[1].text.data, "No");
    assert_string_equal(item->options[2].text.data, "0E1");
    assert_string_equal(item->options[3].text.data, "1.10");
    assert_true(item->options[2].is_key && !item->options[0].is_key);
    assert_true(item->options[3].is_pinned && !item->options[2].is_pinned);
    assert_string_equal(item->options[1].why.data, "It is not.");
    assert_int_equal(item->options[0].why.len, 0);
    assert_int_equal(item->references.count, 2);
    assert_string_equal(item->references.items[1].data, "I.C.1: b");
    assert_string_equal(item->enemies.items[0].data, "twins");
    assert_string_equal(item->objective.data, "o");
    assert_string_equal(item->was.items[0].data, "a/b/c");
    assert_string_equal(item->exams.items[0].data, "cpc");
    assert_string_equal(item->not_exams.items[0].data, "ccs");
    assert_string_equal(item->tags.items[1].data, "t 2");
    assert_string_equal(item->author.data, "Me");
    assert_string_equal(item->lint_ignore.items[0].data, "clang");
    assert_string_equal(item->lint_because.data, "it is a name");
    assert_string_equal(item->code_years.years[CODE_ICD_10_CM].items[0].data,
                        "FY2026");
    assert_string_equal(item->code_years.years[CODE_CPT].items[0].data, "2026");
    assert_int_equal(item->extras.count, 2);
    assert_string_equal(item->extras.items[0].key.data, "x-proof");
    assert_string_equal(item->extras.items[0].value.data, "\"a \\\"b\\\"\"");
    assert_string_equal(item->extras.items[1].value.data,
                        "{\"k\": [\"1\", \"2\"]}");
    assert_string_equal(item->case_text->id.data, "er");
    assert_string_equal(item->case_text->parts[1].text.data, "It hurts.");
    assert_string_equal(item->exhibits.items[0].cells[3].data, "2.1");
    assert_int_equal(item->exhibits.items[0].cells[2].len, 0);
    return true;
}

static void all_keys_arrive_as_they_were_written(void **state)
{
    static const char text[] =
        HEADER "cases:\n"
               "  - id: er\n"
               "    parts:\n"
               "      - {heading: Complaint, text: Pain.}\n"
               "      - text: It hurts.\n"
               "questions:\n"
               "  - id: all\n"
               "    topic: cpt/surgery\n"
               "    kind: single\n"
               "    difficulty: hard\n"
               "    case: er\n"
               "    needs: [cpt, icd-10-pcs]\n"
               "    stem: |\n"
               "      First line\n"
               "\n"
               "       kept line\n"
               "    exhibits:\n"
               "      - id: labs\n"
               "        table:\n"
               "          columns: [Test, Value]\n"
               "          rows: [[Troponin, 0.1], ['', 2.1]]\n"
               "    options:\n"
               "      A: 00100\n"
               "      B: No\n"
               "      C: 0E1\n"
               "      D: 1.10\n"
               "    shuffle: no\n"
               "    pin: [D]\n"
               "    answer: C\n"
               "    rationale: R\n"
               "    why: {B: It is not.}\n"
               "    references: [a, \"I.C.1: b\"]\n"
               "    enemies: [twins]\n"
               "    objective: o\n"
               "    status: retired\n"
               "    was: [a/b/c]\n"
               "    exams: [cpc]\n"
               "    not_exams: [ccs]\n"
               "    tags: [t1, t 2]\n"
               "    author: Me\n"
               "    code_sets: {icd-10-cm: [FY2026, FY2027], cpt: 2026}\n"
               "    lint: {ignore: [clang], because: it is a name}\n"
               "    x-proof: a \"b\"\n"
               "    x-more: {k: [1, 2]}\n";
    struct bank_events events = {.item = keep};
    struct diagnostics list;
    (void)state;

    got.count = 0;
    diagnostics_init(&list, "a");
    assert_true(bank_read(STR(text), NULL, &events, &list));
    assert_int_equal(got.count, 1);
    assert_int_equal(got.item.kind, ITEM_SINGLE);
    assert_int_equal(got.item.difficulty, DIFFICULTY_HARD);
    assert_int_equal(got.item.shuffle, SHUFFLE_NO);
    assert_int_equal(got.item.status, ITEM_RETIRED);
    assert_int_equal(got.item.needs, 1u << CODE_CPT | 1u << CODE_ICD_10_PCS);
    diagnostics_finish(&list);
}

static bool keep_any(void *context, const struct item *item)
{
    int *count = context;

    assert_int_equal(item->kind, ITEM_SINGLE);
    assert_true(item->any_key);
    assert_true(item->options[1].is_key && item->options[2].is_key);
    assert_false(item->options[0].is_key);
    assert_string_equal(item->topic.data, "anatomy/eye-ear");
    ++*count;
    return true;
}

static void either_key_and_the_banks_topic_are_taken(void **state)
{
    int count = 0;
    struct bank_events events = {.item = keep_any, .context = &count};
    struct diagnostics list;
    (void)state;

    diagnostics_init(&list, "a");
    assert_true(bank_read(STR(HEADER "topic: anatomy/eye-ear\nquestions:\n"
                                     "  - id: q\n    stem: S?\n" OPTIONS
                                     "    answer: {any: [B, C]}\n" PROVED),
                          NULL, &events, &list));
    assert_int_equal(count, 1);
    diagnostics_finish(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_placed_and_explained),
        cmocka_unit_test(each_doubt_is_a_warning),
        cmocka_unit_test(comments_behind_short_values_do_no_harm),
        cmocka_unit_test(an_unknown_topic_gets_the_nearest),
        cmocka_unit_test(all_keys_arrive_as_they_were_written),
        cmocka_unit_test(either_key_and_the_banks_topic_are_taken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
