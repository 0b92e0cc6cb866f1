/* What is written of an exam reads back as the same exam. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "proctor/bank/exam_writer.h"
#include "proctor/bank/reader.h"
#include "tree.h"

static struct tree tree;

static bool read_exam(struct str bytes, struct arena *arena, struct exam *out)
{
    struct diagnostics list;
    bool ok;

    diagnostics_init(&list, "exam.yaml");
    ok = exam_read(bytes, NULL, arena, out, &list);
    diagnostics_finish(&list);
    return ok;
}

static void an_exam_is_written_in_one_form(void **state)
{
    static const char text[] =
        "format: proctor-exam/1\n"
        "exam: sample\n"
        "title: \"Sample: 2\"\n"
        "issuer: Night School\n"
        "type: mock\n"
        "status: provisional\n"
        "version: \"2026\"\n"
        "valid:\n"
        "  from: \"2026-01-15\"\n"
        "  until: \"2027-01-14\"\n"
        "aliases: [sample-a, sample-b]\n"
        "minutes: 240\n"
        "items: {scored: [90, 100], pretest: 10}\n"
        "pass:\n"
        "  scaled: {min: 100, max: 400, pass: 300}\n"
        "  assumed_cuts: [65, 70]\n"
        "  verdict_cut: 70\n"
        "order: mixed\n"
        "navigation: forward-only\n"
        "books: [cpt, icd-10-cm]\n"
        "tools: [ebook]\n"
        "warn_minutes: [30, 5]\n"
        "breaks: clock-runs\n"
        "code_sets:\n"
        "  cpt: [\"2026\"]\n"
        "  icd-10-cm: [\"FY2026\"]\n"
        "facts:\n"
        "  minutes:\n"
        "    confidence: A\n"
        "    source: |-\n"
        "      one\n"
        "      two: three\n"
        "  pass:\n"
        "    confidence: M\n"
        "x-term: {\"a\": [\"1\"]}\n"
        "\n"
        "sections:\n"
        "  - id: integumentary\n"
        "    title: \"10,000 series\"\n"
        "    items: 30\n"
        "    topics: [cpt/surgery/integumentary, terminology]\n"
        "    case: none\n"
        "    kinds: [single, codes]\n"
        "    points: 2\n"
        "    confidence: B\n"
        "    source: two schools\n"
        "\n"
        "  - id: share\n"
        "    title: Share\n"
        "    percent: [30, 34]\n"
        "    topics: [anatomy]\n"
        "\n"
        "  - id: cases\n"
        "    title: Cases\n"
        "    cases: 7\n"
        "    topics: [cpt]\n"
        "    case: required\n"
        "\n"
        "  - id: chosen\n"
        "    title: Chosen\n"
        "    questions:\n"
        "      - night-school/outpatient/knee\n"
        "      - proctor/anatomy/lobes-2\n";
    struct arena arena = {0};
    struct strbuf out = {0};
    struct exam exam;
    (void)state;

    assert_true(read_exam(STR(text), &arena, &exam));
    exam_write(&exam, &out);
    assert_string_equal(strbuf_text(&out), text);
    strbuf_finish(&out);
    arena_finish(&arena);
}

static void what_there_is_one_of_is_written_too(void **state)
{
    static const char text[] = "format: proctor-exam/1\n"
                               "exam: sample\n"
                               "title: Sample\n"
                               "type: practice-set\n"
                               "status: live\n"
                               "valid:\n"
                               "  until: \"2027-01-14\"\n"
                               "minutes: 1\n"
                               "order: by-section\n"
                               "navigation: free\n"
                               "facts:\n"
                               "  minutes:\n"
                               "    confidence: A\n"
                               "\n"
                               "sections:\n"
                               "  - id: chosen\n"
                               "    title: Chosen\n"
                               "    questions:\n"
                               "      - night-school/outpatient/knee\n";
    struct arena arena = {0};
    struct strbuf out = {0};
    struct exam exam;
    (void)state;

    assert_true(read_exam(STR(text), &arena, &exam));
    exam_write(&exam, &out);
    assert_string_equal(strbuf_text(&out), text);
    strbuf_finish(&out);
    arena_finish(&arena);
}

static void add_text(struct strbuf *out, struct str text)
{
    strbuf_printf(out, "%zu:" STR_FORMAT "\n", text.len, STR_ARG(text));
}

static void add_texts(struct strbuf *out, const struct str_list *list)
{
    strbuf_printf(out, "%zu\n", list->count);
    for (size_t i = 0; i < list->count; i++)
        add_text(out, list->items[i]);
}

static void add_numbers(struct strbuf *out, const int *numbers, int count)
{
    for (int i = 0; i < count; i++)
        strbuf_printf(out, "%d ", numbers[i]);
    strbuf_addc(out, '\n');
}

static void add_section(struct strbuf *out, const struct exam_section *section)
{
    add_text(out, section->id);
    add_text(out, section->title);
    strbuf_printf(out, "%d %d %d %d %x %d %d\n", (int)section->size_kind,
                  section->size.low, section->size.high,
                  (int)section->case_rule, section->kinds, section->points,
                  section->confidence);
    add_texts(out, &section->topics);
    add_texts(out, &section->questions);
    add_text(out, section->source);
}

static void add_pass(struct strbuf *out, const struct exam_pass *pass)
{
    strbuf_printf(out, "%d %d %d %d %d %d\n", (int)pass->kind, pass->percent,
                  pass->scale_min, pass->scale_max, pass->scale_pass,
                  pass->verdict_cut);
    add_numbers(out, pass->cuts, pass->cut_count);
}

static void add_rules(struct strbuf *out, const struct exam *exam)
{
    strbuf_printf(out, "%d %d %d %d %d\n", (int)exam->type, (int)exam->status,
                  (int)exam->order, (int)exam->navigation, exam->minutes);
    strbuf_printf(out, "%d %d %d %d %x %d\n", exam->scored.low,
                  exam->scored.high, exam->pretest.low, exam->pretest.high,
                  exam->books, exam->books_stated);
    add_pass(out, &exam->pass);
    add_numbers(out, exam->warn_minutes, exam->warn_count);
    add_texts(out, &exam->aliases);
    add_texts(out, &exam->tools);
    for (int set = 0; set < CODE_SET_COUNT; set++)
        add_texts(out, &exam->code_years.years[set]);
}

/* All that the program knows of an exam, as a text that has nothing to do with
 * the writer's. */
static struct strbuf describe(const struct exam *exam)
{
    const struct str texts[] = {exam->id,         exam->title,
                                exam->issuer,     exam->version,
                                exam->valid_from, exam->valid_until,
                                exam->breaks};
    struct strbuf out = {0};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        add_text(&out, texts[i]);
    add_rules(&out, exam);
    for (size_t i = 0; i < exam->fact_count; i++) {
        add_text(&out, exam->facts[i].id);
        strbuf_printf(&out, "%d\n", exam->facts[i].confidence);
        add_text(&out, exam->facts[i].source);
    }
    for (size_t i = 0; i < exam->extras.count; i++) {
        add_text(&out, exam->extras.items[i].key);
        add_text(&out, exam->extras.items[i].value);
    }
    for (size_t i = 0; i < exam->section_count; i++)
        add_section(&out, &exam->sections[i]);
    return out;
}

/* Counts the exams; a file with errors is none. */
static void round_trip(const char *name, struct str bytes, void *exams)
{
    struct arena arena = {0};
    struct strbuf written = {0};
    struct strbuf again = {0};
    struct strbuf before, after;
    struct exam exam, back;

    if (!read_exam(bytes, &arena, &exam)) {
        arena_finish(&arena);
        return;
    }
    exam_write(&exam, &written);
    if (!read_exam(strbuf_str(&written), &arena, &back))
        fail_msg("%s is not read back:\n%s", name, strbuf_text(&written));
    exam_write(&back, &again);
    before = describe(&exam);
    after = describe(&back);
    assert_string_equal(strbuf_text(&again), strbuf_text(&written));
    assert_string_equal(strbuf_text(&after), strbuf_text(&before));
    ++*(int *)exams;
    strbuf_finish(&after);
    strbuf_finish(&before);
    strbuf_finish(&again);
    strbuf_finish(&written);
    arena_finish(&arena);
}

/* A quiz is an exam of one section; of its questions one is pretest. */
static void a_quiz_is_written_as_its_one_section(void **state)
{
    static const char text[] = "format: proctor-exam/1\n"
                               "exam: week-3\n"
                               "title: Quiz\n"
                               "books: []\n"
                               "items: {scored: 2, pretest: 1}\n"
                               "questions: [a/b/c, a/b/d, a/b/e]\n";
    static const char expected[] = "format: proctor-exam/1\n"
                                   "exam: week-3\n"
                                   "title: Quiz\n"
                                   "type: practice-set\n"
                                   "status: live\n"
                                   "items: {scored: 2, pretest: 1}\n"
                                   "order: by-section\n"
                                   "navigation: free\n"
                                   "books: []\n"
                                   "\n"
                                   "sections:\n"
                                   "  - id: questions\n"
                                   "    title: Questions\n"
                                   "    items: 2\n"
                                   "    questions:\n"
                                   "      - a/b/c\n"
                                   "      - a/b/d\n"
                                   "      - a/b/e\n";
    struct arena arena = {0};
    struct strbuf out = {0};
    struct exam exam;
    int exams = 0;
    (void)state;

    assert_true(read_exam(STR(text), &arena, &exam));
    exam_write(&exam, &out);
    assert_string_equal(strbuf_text(&out), expected);
    round_trip("quiz", STR(text), &exams);
    assert_int_equal(exams, 1);
    strbuf_finish(&out);
    arena_finish(&arena);
}

static void exams_that_ship_read_back_as_they_are(void **state)
{
    int exams = 0;
    int files;
    (void)state;

    files = tree_each_yaml(&tree, "questions/exams", round_trip, &exams);
    assert_int_equal(exams, files);
    assert_true(exams >= 2);
}

static void exams_of_the_corpus_read_back_as_they_are(void **state)
{
    int exams = 0;
    (void)state;

    tree_each_yaml(&tree, "tests/corpus/exam", round_trip, &exams);
    assert_true(exams >= 2);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_exam_is_written_in_one_form),
        cmocka_unit_test(what_there_is_one_of_is_written_too),
        cmocka_unit_test(a_quiz_is_written_as_its_one_section),
        cmocka_unit_test(exams_that_ship_read_back_as_they_are),
        cmocka_unit_test(exams_of_the_corpus_read_back_as_they_are),
    };

    if (argc != 2)
        return 2;
    tree.root = argv[1];
    return cmocka_run_group_tests_name("exam writer", tests, NULL, NULL);
}
