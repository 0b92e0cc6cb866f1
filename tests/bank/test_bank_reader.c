/* A bank as a whole: its header, the order of its parts, ids, callbacks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#define CASES                                                                  \
    "cases:\n"                                                                 \
    "  - {id: er, text: Chest pain.}\n"

static const struct expected errors[] = {
    {"no format", "bank: a/b\n", "schema/format", 0, 0,
     "does not say 'format: proctor-bank/1'", "first lines"},
    {"nothing at all", "", "schema/format", 0, 0, "does not say", NULL},
    {"an exam", "# mine\nformat: proctor-exam/1\nexam: x\n", "schema/format", 2,
     1, "'proctor-exam/1', not proctor-bank/1", NULL},
    {"a newer format", "format: proctor-bank/2\n", "schema/format", 1, 1,
     "this program reads proctor-bank/1", "newer proctor"},
    {"no bank id",
     "format: proctor-bank/1\ntitle: T\nversion: 1\nlicense: "
     "L\nquestions:\n" QUESTION("q"),
     "schema/missing-key", 1, 1, "needs the key 'bank'", NULL},
    {"a bank id without a publisher",
     "format: proctor-bank/1\nbank: mine\ntitle: T\nversion: 1\nlicense: L\n"
     "questions:\n" QUESTION("q"),
     "value/shape", 2, 7, "publisher/name", NULL},
    {"a version of words",
     "format: proctor-bank/1\nbank: a/b\ntitle: T\nversion: first\nlicense: L\n"
     "questions:\n" QUESTION("q"),
     "value/shape", 4, 10, "numbers joined by dots", NULL},
    {"an unknown key", HEADER "licence: L\nquestions:\n" QUESTION("q"),
     "schema/unknown-key", 6, 1, "a bank has no key 'licence'", "'license'"},
    {"a truth value that is none",
     HEADER "contains_cpt: no\nquestions:\n" QUESTION("q"), "value/choice", 6,
     15, "one of false, true", NULL},
    {"CPT without its notice",
     HEADER "contains_cpt: true\nquestions:\n" QUESTION("q"), "bank/no-notice",
     1, 1, "needs a notice", "copyright notice"},
    {"a base without a version",
     HEADER "based_on: a/b\nquestions:\n" QUESTION("q"), "value/shape", 6, 11,
     "publisher/name@version", NULL},
    {"no questions", HEADER, "bank/empty", 1, 1, "no questions", NULL},
    {"an empty list of questions", HEADER "questions: []\n", "bank/empty", 1, 1,
     "no questions", NULL},
    {"a key behind the questions",
     HEADER "questions:\n" QUESTION("q") "notice: N\n", "bank/key-order", 14, 1,
     "'notice' must stand before 'questions'", "the order is"},
    {"a key of one's own behind the cases",
     HEADER CASES "x-mine: 1\nquestions:\n" QUESTION("q"), "bank/key-order", 8,
     1, "'x-mine' must stand before 'cases'", NULL},
    {"cases behind the questions", HEADER "questions:\n" QUESTION("q") CASES,
     "bank/key-order", 14, 1, "'cases' must stand before 'questions'", NULL},
    {"questions twice",
     HEADER "questions:\n" QUESTION("q") "questions:\n" QUESTION("r"),
     "schema/repeated-key", 14, 1, "'questions' stands here twice", NULL},
    {"a question id twice", QUESTIONS QUESTION("q") QUESTION("q"),
     "bank/repeated-id", 14, 9, "'q' is used twice", NULL},
    {"a case id twice",
     HEADER CASES "  - {id: er, text: T}\nquestions:\n" QUESTION("q"),
     "bank/repeated-id", 8, 10, "'er' is used twice", NULL},
    {"a case without a text",
     HEADER "cases:\n  - id: er\nquestions:\n" QUESTION("q"), "case/content", 7,
     5, "needs 'text' or 'parts'", NULL},
    {"a case with both",
     HEADER "cases:\n  - {id: er, text: T, parts: [{text: U}]}\n"
            "questions:\n" QUESTION("q"),
     "case/content", 7, 23, "either 'text' or 'parts'", NULL},
    {"a part with a wrong key",
     HEADER "cases:\n  - {id: er, parts: [{head: H, text: U}]}\n"
            "questions:\n" QUESTION("q"),
     "schema/unknown-key", 7, 23, "'head'", NULL},
    {"questions that are text", HEADER "questions: many\n", "schema/wrong-kind",
     6, 1, "'questions' needs a list", "'- id: ...'"},
    {"an empty title",
     "format: proctor-bank/1\nbank: a/b\ntitle:\nversion: 1\nlicense: L\n"
     "questions:\n" QUESTION("q"),
     "schema/empty", 3, 7, "'title' has an empty value", NULL},
    {"the same key of one's own twice",
     HEADER "x-a: 1\nx-a: 2\nquestions:\n" QUESTION("q"), "schema/repeated-key",
     7, 1, "'x-a'", NULL},
    {"a key of one's own that is no name",
     HEADER "\"x-a: b\": 1\nquestions:\n" QUESTION("q"), "schema/extra-name", 6,
     1, "'x-a: b'", "lower-case letters"},
    {"a key of one's own that is a comment",
     HEADER "\"x-c #d\": 1\nquestions:\n" QUESTION("q"), "schema/extra-name", 6,
     1, "'x-c #d'", NULL},
    {"a key of one's own without a name",
     HEADER "x-: 1\nquestions:\n" QUESTION("q"), "schema/extra-name", 6, 1,
     "'x-'", NULL},
    {"a code set twice",
     HEADER "code_sets: {cpt: 2026, cpt: 2025}\nquestions:\n" QUESTION("q"),
     "schema/repeated-key", 6, 24, "'cpt'", NULL},
};

static const struct expected warnings[] = {
    {"no license",
     "format: proctor-bank/1\nbank: a/b\ntitle: T\nversion: "
     "1\nquestions:\n" QUESTION("q"),
     "bank/no-license", 1, 1, "no license", "CC-BY-4.0"},
    {"a case with a key of one's own",
     HEADER "cases:\n  - {id: er, text: T, x-a: 1}\nquestions:\n" QUESTION("q"),
     "schema/extra-dropped", 7, 23, "'x-a' is not kept in a case", NULL},
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

static void each_doubt_is_a_warning(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(warnings); i++) {
        struct reading it;

        reading_bank(&it, str_from(warnings[i].text));
        assert_warning(&it, &warnings[i]);
        reading_finish(&it);
    }
}

static void the_note_leads_to_the_first_of_two(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR(QUESTIONS QUESTION("q") QUESTION("q")));
    assert_int_equal(it.list.count, 2);
    assert_int_equal(it.list.items[1].severity, SEVERITY_NOTE);
    assert_int_equal(it.list.items[1].line, 7);
    assert_int_equal(it.list.items[1].column, 9);
    reading_finish(&it);
}

static void all_errors_of_a_file_come_in_one_run_in_order(void **state)
{
    static const char *const ids[] = {
        "schema/unknown-key", "file/character", "item/answer-letter",
        "yaml/syntax",        "schema/empty",
    };
    struct reading it;
    (void)state;

    reading_bank(
        &it, STR(HEADER
                 "titel: x\nquestions:\n"
                 "  - id: a\n    topic: anatomy\n    stem: \x01?\n"
                 "    options: {A: x, B: y}\n    answer: Z\n" PROVED
                 "  - id: b\n    stem: a: b\n" QUESTION(
                     "c") "  - id: d\n    topic: anatomy\n    stem:\n"
                          "    options: {A: x, B: y}\n    answer: A\n" PROVED));
    assert_int_equal(it.list.errors, COUNT_OF(ids));
    assert_int_equal(it.list.count, COUNT_OF(ids));
    for (size_t i = 0; i < COUNT_OF(ids); i++)
        assert_string_equal(it.list.items[i].id, ids[i]);
    reading_finish(&it);
}

static bool look_at_header(void *context, const struct bank_header *header)
{
    int *count = context;

    ++*count;
    assert_string_equal(header->name.data, "me/mine");
    assert_string_equal(header->based_on.data, "proctor/x@2026.1");
    assert_string_equal(header->title.data, "Mine");
    assert_string_equal(header->version.data, "2026.10");
    assert_string_equal(header->language.data, "en");
    assert_string_equal(header->license.data, "none");
    assert_int_equal(header->authors.count, 2);
    assert_string_equal(header->authors.items[1].data, "B. C.");
    assert_int_equal(header->code_years.years[CODE_ICD_10_CM].count, 2);
    assert_true(header->contains_cpt);
    assert_string_equal(header->notice.data, "CPT copyright.");
    assert_string_equal(header->topic.data, "anatomy");
    assert_string_equal(header->extras.items[0].value.data, "[\"1\", \"no\"]");
    return true;
}

static void the_header_comes_once_and_first(void **state)
{
    int count = 0;
    struct bank_events events = {.header = look_at_header, .context = &count};
    struct diagnostics list;
    (void)state;

    diagnostics_init(&list, "a");
    assert_true(bank_read(
        STR("# A comment.\nformat: \"proctor-bank/1\" # and one more\n"
            "bank: me/mine\nbased_on: proctor/x@2026.1\ntitle: Mine\n"
            "version: 2026.10\nlicense: none\nauthors: [A, B. C.]\n"
            "code_sets: {icd-10-cm: [FY2026, FY2027]}\ncontains_cpt: true\n"
            "notice: CPT copyright.\ntopic: anatomy\nx-mine: [1, no]\n"
            "questions:\n" QUESTION("a") QUESTION("b")),
        NULL, &events, &list));
    assert_int_equal(count, 1);
    diagnostics_finish(&list);
}

static void a_header_with_an_error_hands_nothing_out(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR(HEADER "contains_cpt: true\n" CASES
                                 "questions:\n" QUESTION("q")));
    assert_int_equal(it.headers + it.cases + it.items, 0);
    reading_finish(&it);
}

static void questions_without_an_error_are_handed_out(void **state)
{
    struct reading it;
    (void)state;

    reading_bank(&it, STR(HEADER CASES "questions:\n" QUESTION(
                          "a") "  - {id: b, topic: anatomy}\n" QUESTION("c")));
    assert_int_equal(it.headers, 1);
    assert_int_equal(it.cases, 1);
    assert_int_equal(it.items, 2);
    assert_false(it.ok);
    reading_finish(&it);
}

/* A callback that says no when its turn comes. */
struct refusal {
    int calls, last; /* the call that answers false */
};

static bool refuse(struct refusal *refusal)
{
    return ++refusal->calls != refusal->last;
}

static bool refuse_header(void *context, const struct bank_header *header)
{
    (void)header;
    return refuse(context);
}

static bool refuse_case(void *context, const struct case_text *text)
{
    (void)text;
    return refuse(context);
}

static bool refuse_item(void *context, const struct item *item)
{
    (void)item;
    return refuse(context);
}

static void a_callback_that_says_no_ends_the_walk(void **state)
{
    (void)state;
    for (int last = 1; last <= 5; last++) {
        struct refusal refusal = {0, last};
        struct bank_events events = {refuse_header, refuse_case, refuse_item,
                                     &refusal};
        struct diagnostics list;

        diagnostics_init(&list, "a");
        bool ok = bank_read(STR(HEADER CASES "questions:\n" QUESTION("a")
                                    QUESTION("b")),
                            NULL, &events, &list);
        assert_int_equal(ok, last == 5); /* there are four calls in all */
        assert_int_equal(refusal.calls, last < 5 ? last : 4);
        assert_int_equal(list.errors, 0);
        diagnostics_finish(&list);
    }
}

static void a_check_needs_no_callbacks(void **state)
{
    struct diagnostics list;
    (void)state;

    diagnostics_init(&list, "a");
    assert_true(bank_read(STR(HEADER CASES "questions:\n" QUESTION(
                              "a") "    case: er\n" QUESTION("b")),
                          NULL, NULL, &list));
    diagnostics_finish(&list);
}

struct progress {
    int calls;
    uint64_t last, of;
};

static void note_progress(void *context, uint64_t done, uint64_t of)
{
    struct progress *progress = context;

    assert_true(done >= progress->last && done <= of);
    progress->calls++;
    progress->last = done;
    progress->of = of;
}

static void progress_goes_from_little_to_all(void **state)
{
    struct progress progress = {0};
    struct bank_options options = {.progress = note_progress,
                                   .progress_context = &progress};
    struct strbuf text = {0};
    struct diagnostics list;
    (void)state;

    strbuf_adds(&text, QUESTIONS);
    for (int i = 0; i < 20000; i++)
        strbuf_printf(&text,
                      "  - id: q%d\n    topic: anatomy\n    stem: S?\n"
                      "    options: {A: x, B: y}\n    answer: A\n" PROVED,
                      i);
    diagnostics_init(&list, "a");
    assert_true(bank_read(strbuf_str(&text), &options, NULL, &list));
    assert_true(progress.calls >= 3);
    assert_int_equal(progress.last, text.len);
    assert_int_equal(progress.of, text.len);
    diagnostics_finish(&list);
    strbuf_finish(&text);
}

static void the_kind_of_a_file_is_told_by_its_format(void **state)
{
    static const struct {
        struct str bytes;
        enum document_kind kind;
    } cases[] = {
        {{"format: proctor-bank/1\n", 23}, DOCUMENT_BANK},
        {{"# x\n\nformat: 'proctor-topics/1' # y\n", 36}, DOCUMENT_TOPICS},
        {{"\xEF\xBB\xBF"
          "format:   proctor-exam/9",
          27},
         DOCUMENT_EXAM},
        {{"exam: x\r\nformat: \"proctor-exam/1\"\r\n", 35}, DOCUMENT_EXAM},
        {{" format: proctor-bank/1\n", 24}, DOCUMENT_UNKNOWN},
        {{"format: proctor\n", 16}, DOCUMENT_UNKNOWN},
        {{"format: '", 9}, DOCUMENT_UNKNOWN},
        {{"format:", 7}, DOCUMENT_UNKNOWN},
        {{"", 0}, DOCUMENT_UNKNOWN},
        {{"\0\xFF\n", 3}, DOCUMENT_UNKNOWN},
    };
    (void)state;

    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(document_kind_of(cases[i].bytes), cases[i].kind);
}

static void cr_lf_and_a_byte_order_mark_change_nothing(void **state)
{
    static const char unix_text[] = QUESTIONS QUESTION("a") QUESTION("a");
    struct strbuf text = {0};
    struct reading it;
    (void)state;

    strbuf_adds(&text, "\xEF\xBB\xBF");
    for (const char *c = unix_text; *c; c++)
        if (*c == '\n')
            strbuf_adds(&text, "\r\n");
        else
            strbuf_addc(&text, *c);
    reading_bank(&it, strbuf_str(&text));
    assert_int_equal(it.list.errors, 1);
    assert_int_equal(it.list.items[0].line, 14);
    assert_int_equal(it.list.items[0].column, 9);
    assert_true(str_is(it.list.items[0].source, "  - id: a"));
    reading_finish(&it);
    strbuf_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_mistake_is_placed_and_explained),
        cmocka_unit_test(each_doubt_is_a_warning),
        cmocka_unit_test(the_note_leads_to_the_first_of_two),
        cmocka_unit_test(all_errors_of_a_file_come_in_one_run_in_order),
        cmocka_unit_test(the_header_comes_once_and_first),
        cmocka_unit_test(a_header_with_an_error_hands_nothing_out),
        cmocka_unit_test(questions_without_an_error_are_handed_out),
        cmocka_unit_test(a_callback_that_says_no_ends_the_walk),
        cmocka_unit_test(a_check_needs_no_callbacks),
        cmocka_unit_test(progress_goes_from_little_to_all),
        cmocka_unit_test(the_kind_of_a_file_is_told_by_its_format),
        cmocka_unit_test(cr_lf_and_a_byte_order_mark_change_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
