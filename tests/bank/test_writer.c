/* What is written reads back as the same revisions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "proctor/bank/writer.h"
#include "proctor/base/random.h"
#include "revisions.h"
#include "support.h"

static void a_bank_is_written_in_one_form(void **state)
{
    static const char text[] =
        "format: proctor-bank/1\n"
        "bank: me/mine\n"
        "based_on: \"proctor/x@2026.1\"\n"
        "title: Mine\n"
        "version: \"2026.10\"\n"
        "language: en\n"
        "license: \"CC-BY-4.0\"\n"
        "authors: [\"A, B\", C]\n"
        "code_sets:\n"
        "  cpt: [\"2026\"]\n"
        "  icd-10-cm: [\"FY2026\", \"FY2027\"]\n"
        "contains_cpt: true\n"
        "notice: CPT copyright.\n"
        "topic: anatomy\n"
        "x-mine: {\"a\": [\"1\", \"b\\n\"]}\n"
        "\n"
        "cases:\n"
        "  - id: er\n"
        "    title: Emergency record\n"
        "    parts:\n"
        "      - heading: Complaint\n"
        "        text: |\n"
        "          Chest pain.\n"
        "           kept\n"
        "      - text: |-\n"
        "          More.\n"
        "          And more.\n"
        "    exhibits:\n"
        "      - id: labs\n"
        "        title: Laboratory\n"
        "        table:\n"
        "          columns: [Test, Value]\n"
        "          rows:\n"
        "            - [Troponin I, \"2.1\"]\n"
        "            - [\"\", \"a, b\"]\n"
        "\n"
        "  - id: short\n"
        "    text: Cough.\n"
        "\n"
        "questions:\n"
        "  - id: q1\n"
        "    topic: cpt/surgery\n"
        "    kind: multiple\n"
        "    difficulty: hard\n"
        "    case: er\n"
        "    needs: [cpt, icd-10-cm]\n"
        "    stem: |\n"
        "      Which TWO: these or those?\n"
        "    options:\n"
        "      A: \"00100\"\n"
        "      B: \"No\"\n"
        "      C: \"E11.9; code #2\"\n"
        "    shuffle: \"no\"\n"
        "    pin: [C]\n"
        "    answer: [A, C]\n"
        "    rationale: Because it is so.\n"
        "    why:\n"
        "      B: |\n"
        "        No.\n"
        "\n"
        "        Never.\n"
        "    references: [\"Guidelines, I.C.1\"]\n"
        "    enemies: [twins]\n"
        "    objective: sepsis/sequencing\n"
        "    status: void\n"
        "    was: [a/b/c]\n"
        "    exams: [cpc]\n"
        "    not_exams: [ccs]\n"
        "    tags: [t1, two words]\n"
        "    author: Me\n"
        "    code_sets:\n"
        "      hcpcs: [\"2026\"]\n"
        "    lint:\n"
        "      ignore: [clang]\n"
        "      because: it is a name\n"
        "    x-proof: \"table, line 4\"\n"
        "\n"
        "  - id: q2\n"
        "    stem: Either?\n"
        "    options:\n"
        "      A: yes and no\n"
        "      B: maybe\n"
        "      C: never\n"
        "    answer: {any: [A, B]}\n"
        "\n"
        "  - id: q3\n"
        "    kind: codes\n"
        "    stem: Assign the codes.\n"
        "    answer:\n"
        "      - field: dx\n"
        "        label: Diagnoses, principal first\n"
        "        code_set: icd-10-cm\n"
        "        slots: [[\"I13.0\"], [\"I50.23\", \"I50.33\"]]\n"
        "        first: \"I13.0\"\n"
        "        before: [[\"I13.0\", \"I50.23\"]]\n"
        "        optional: [\"Z79.4\"]\n"
        "        poa: [\"Y\", \"N\"]\n"
        "        why:\n"
        "          \"I10\": Not so.\n"
        "      - field: px\n"
        "        code_set: cpt\n"
        "        slots: [[\"11042-59-RT\"], [\"99213 x2\"]]\n";
    struct revisions revisions;
    (void)state;

    assert_true(revisions_read(&revisions, STR(text)));
    assert_string_equal(strbuf_text(&revisions.written), text);
    revisions_finish(&revisions);
    assert_round_trip("all keys", STR(text));
}

static void codes_are_always_quoted(void **state)
{
    static const char *const codes[] = {"00100", "0E1",  "1E5",    "0016070",
                                        "1.10",  "0x10", "E11.9",  "J1100",
                                        "-59",   "~",    "12:30:1"};
    struct revisions revisions;
    (void)state;

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct strbuf text = {0};
        char quoted[40];

        strbuf_printf(&text,
                      HEADER "topic: a\nquestions:\n  - id: q\n    stem: S\n"
                             "    options: {A: x, B: '%s'}\n    answer: A\n",
                      codes[i]);
        assert_true(revisions_read(&revisions, strbuf_str(&text)));
        snprintf(quoted, sizeof quoted, "B: \"%s\"\n", codes[i]);
        assert_non_null(strstr(strbuf_text(&revisions.written), quoted));
        revisions_finish(&revisions);
        strbuf_finish(&text);
    }
}

static void words_that_yaml_knows_are_quoted(void **state)
{
    static const char *const words[] = {"yes",  "No", "ON", "off",   "true",
                                        "Null", "n",  "Y",  "False", "NaN"};
    struct revisions revisions;
    (void)state;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct strbuf text = {0};
        char quoted[40];

        strbuf_printf(&text,
                      HEADER "topic: a\nquestions:\n  - id: q\n    stem: S\n"
                             "    options: {A: x, B: '%s'}\n    answer: A\n",
                      words[i]);
        assert_true(revisions_read(&revisions, strbuf_str(&text)));
        snprintf(quoted, sizeof quoted, "B: \"%s\"\n", words[i]);
        assert_non_null(strstr(strbuf_text(&revisions.written), quoted));
        revisions_finish(&revisions);
        strbuf_finish(&text);
    }
}

/* Text made of what is hard to write in YAML. */
static struct str random_text(struct random *random, struct arena *arena,
                              bool one_line)
{
    static const char *const parts[] = {
        "a",
        "Word ",
        "\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        ": ",
        " #",
        "#",
        "'",
        "\"",
        "\\",
        "- ",
        "? ",
        "&x",
        "*x",
        "!t",
        "%",
        "@",
        "`",
        "{",
        "}",
        "[",
        "]",
        ",",
        "|",
        ">",
        "---",
        "...",
        "\n---\n",
        "\n...\n",
        "0",
        "1.10",
        "\xC3\xA9",
        "\xE6\xBC\xA2",
        "\xF0\x9F\x98\x80",
        "\xEF\xBB\xBF",
        "\xC2\xA0",
        "~",
        "null",
        "=",
        "<<",
        ":",
        "-",
        "\xE2\x80\x8B",
        ";",
    };
    struct strbuf text = {0};
    uint64_t count = 1 + random_below(random, 8);

    for (uint64_t i = 0; i < count; i++) {
        const char *part =
            parts[random_below(random, sizeof parts / sizeof *parts)];

        if (!one_line || !strchr(part, '\n'))
            strbuf_adds(&text, part);
    }
    if (str_trim(strbuf_str(&text)).len == 0)
        strbuf_adds(&text, "x");
    struct str copy = arena_str(arena, strbuf_str(&text));
    strbuf_finish(&text);
    return copy;
}

static struct str_list random_lines(struct random *random, struct arena *arena)
{
    struct str_list list = {ARENA_ARRAY(arena, struct str, 2), 2};

    list.items[0] = random_text(random, arena, true);
    list.items[1] = random_text(random, arena, true);
    return list;
}

/* A question with random texts in all places. */
static struct item random_item(struct random *random, struct arena *arena,
                               const struct case_text *text)
{
    struct str none = STR("");
    struct option *options = ARENA_ARRAY(arena, struct option, 3);

    for (int i = 0; i < 3; i++) {
        options[i] = (struct option){
            .letter = (char)('A' + i),
            .text = random_text(random, arena, false),
            .why = random_text(random, arena, false),
            .is_key = i == 1,
            .is_pinned = i == 2,
        };
        /* No two alike. */
        options[i].text.data =
            arena_printf(arena, "%s%d", options[i].text.data, i);
        options[i].text.len++;
    }
    return (struct item){
        .id = STR("q"),
        .topic = STR("a/b"),
        .case_text = text,
        .stem = random_text(random, arena, false),
        .options = options,
        .option_count = 3,
        .rationale = random_text(random, arena, false),
        .objective = random_text(random, arena, true),
        .author = none,
        .references = random_lines(random, arena),
        .tags = random_lines(random, arena),
        .lint_because = none,
    };
}

static struct case_text random_case(struct random *random, struct arena *arena)
{
    struct text_part *parts = ARENA_ARRAY(arena, struct text_part, 2);
    struct exhibit *exhibits = ARENA_ARRAY(arena, struct exhibit, 1);

    parts[0] = (struct text_part){random_text(random, arena, true),
                                  random_text(random, arena, false)};
    parts[1] = (struct text_part){STR(""), random_text(random, arena, false)};
    exhibits[0] = (struct exhibit){
        .id = STR("e"),
        .title = random_text(random, arena, true),
        .text = STR(""),
        .columns = random_lines(random, arena),
        .cells = random_lines(random, arena).items,
        .row_count = 1,
    };
    return (struct case_text){
        .id = STR("c"),
        .title = random_text(random, arena, true),
        .parts = parts,
        .part_count = 1 + random_below(random, 2),
        .exhibits = {exhibits, 1},
    };
}

static void texts_of_any_kind_come_back(void **state)
{
    struct random random = random_seeded(2026);
    struct arena arena = {0};
    (void)state;

    for (int i = 0; i < 3000; i++) {
        struct str none = STR("");
        struct bank_header header = {
            .name = STR("a/b"),
            .title = random_text(&random, &arena, true),
            .version = STR("1"),
            .language = STR("en"),
            .license = random_text(&random, &arena, true),
            .notice = random_text(&random, &arena, false),
            .based_on = none,
            .topic = none,
            .authors = random_lines(&random, &arena),
        };
        struct case_text text = random_case(&random, &arena);
        struct item item = random_item(&random, &arena, &text);
        struct bank_writer writer = {0};

        bank_write_header(&writer, &header);
        bank_write_case(&writer, &text);
        bank_write_item(&writer, &item);
        assert_round_trip("random texts", strbuf_str(&writer.out));
        bank_writer_finish(&writer);
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

/* The round trip above would not see a text that the first reading changed:
 * here what was written is compared with what was read. */
struct stem_check {
    struct str wanted;
    int count;
};

static bool check_stem(void *context, const struct item *item)
{
    struct stem_check *check = context;

    assert_true(str_eq(item->stem, check->wanted));
    assert_true(str_eq(item->options[0].text, check->wanted));
    check->count++;
    return true;
}

static void texts_come_back_byte_for_byte(void **state)
{
    struct random random = random_seeded(7);
    struct arena arena = {0};
    (void)state;

    for (int i = 0; i < 3000; i++) {
        struct stem_check check = {random_text(&random, &arena, false), 0};
        struct item item = random_item(&random, &arena, NULL);
        struct bank_header header = {
            .name = STR("a/b"), .title = STR("T"), .version = STR("1")};
        struct bank_events events = {.item = check_stem, .context = &check};
        struct bank_writer writer = {0};
        struct diagnostics list;

        item.stem = item.options[0].text = check.wanted;
        bank_write_header(&writer, &header);
        bank_write_item(&writer, &item);
        diagnostics_init(&list, "a");
        assert_true(bank_read(strbuf_str(&writer.out), NULL, &events, &list));
        assert_int_equal(check.count, 1);
        diagnostics_finish(&list);
        bank_writer_finish(&writer);
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bank_is_written_in_one_form),
        cmocka_unit_test(codes_are_always_quoted),
        cmocka_unit_test(words_that_yaml_knows_are_quoted),
        cmocka_unit_test(texts_of_any_kind_come_back),
        cmocka_unit_test(texts_come_back_byte_for_byte),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
