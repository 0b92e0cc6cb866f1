/* Blueprints: which section takes an item, and how many items each gets. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/base/random.h"
#include "proctor/domain/topic.h"

enum { CM = 1u << CODE_ICD_10_CM, PCS = 1u << CODE_ICD_10_PCS };

static struct exam_section section(struct arena *arena, const char *id,
                                   const char *topics)
{
    return (struct exam_section){
        .id = str_from(id),
        .title = str_from(id),
        .size_kind = SIZE_ITEMS,
        .topics = build_list(arena, topics),
        .points = 1,
    };
}

/* A CPC in small: surgery by topic, cases apart, one list, one of codes. */
static struct exam build_exam(struct arena *arena)
{
    struct exam_section *sections = ARENA_ARRAY(arena, struct exam_section, 6);

    sections[0] = section(arena, "skin", "cpt/surgery/integumentary");
    sections[0].case_rule = EXAM_CASE_NONE;
    sections[1] = section(arena, "surgery", "cpt/surgery");
    sections[1].case_rule = EXAM_CASE_NONE;
    sections[2] = section(arena, "cases", "cpt|icd-10-cm");
    sections[2].case_rule = EXAM_CASE_REQUIRED;
    sections[3] = section(arena, "typed", "icd-10-cm");
    sections[3].kinds = 1u << ITEM_CODES;
    sections[3].case_rule = EXAM_CASE_NONE;
    sections[4] = section(arena, "diagnoses", "icd-10-cm");
    sections[5] = section(arena, "listed", "");
    sections[5].questions = build_list(arena, "p/b/one|p/b/two");
    return (struct exam){
        .id = STR("cpc"),
        .sections = sections,
        .section_count = 6,
        .books = CM,
        .books_stated = true,
    };
}

static void the_section_follows_from_list_case_kind_and_topic(void **state)
{
    static const struct {
        const char *name, *topic;
        enum item_kind kind;
        bool has_case;
        code_set_mask needs;
        const char *section; /* NULL: none */
    } cases[] = {
        {"p/b/x", "cpt/surgery/integumentary", ITEM_SINGLE, false, 0, "skin"},
        {"p/b/x", "cpt/surgery/integumentary/repair", ITEM_SINGLE, false, 0,
         "skin"},
        {"p/b/x", "cpt/surgery/digestive", ITEM_SINGLE, false, 0, "surgery"},
        {"p/b/x", "cpt/surgery/integumentary", ITEM_SINGLE, true, 0, "cases"},
        {"p/b/x", "cpt/medicine", ITEM_SINGLE, false, 0, NULL},
        {"p/b/x", "icd-10-cm/sepsis", ITEM_SINGLE, false, 0, "diagnoses"},
        {"p/b/x", "icd-10-cm/sepsis", ITEM_CODES, false, 0, "typed"},
        {"p/b/x", "icd-10-cm/sepsis", ITEM_SINGLE, true, CM, "cases"},
        {"p/b/x", "icd-10-cm/sepsis", ITEM_SINGLE, false, PCS, NULL},
        {"p/b/x", "icd-10-cm/sepsis", ITEM_SINGLE, false, CM | PCS, NULL},
        {"p/b/one", "cpt/surgery/integumentary", ITEM_SINGLE, true, 0,
         "listed"},
        {"p/b/one", TOPIC_UNSORTED, ITEM_SINGLE, false, 0, "listed"},
        {"p/b/one", "anatomy", ITEM_SINGLE, false, PCS, NULL},
        {"p/b/x", TOPIC_UNSORTED, ITEM_SINGLE, false, 0, NULL},
        {"p/b/x", "icd-10-cmx", ITEM_SINGLE, false, 0, NULL},
    };
    struct arena arena = {0};
    struct exam exam = build_exam(&arena);
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exam_candidate item = {
            .name = str_from(cases[i].name),
            .topic = str_from(cases[i].topic),
            .kind = cases[i].kind,
            .has_case = cases[i].has_case,
            .needs = cases[i].needs,
        };
        int expected =
            cases[i].section
                ? exam_section_index(&exam, str_from(cases[i].section))
                : -1;

        if (exam_section_of(&exam, &item) != expected)
            fail_msg("row %zu: section %d, not %d", i,
                     exam_section_of(&exam, &item), expected);
    }
    arena_finish(&arena);
}

static void books_bind_only_where_they_are_stated(void **state)
{
    struct arena arena = {0};
    struct exam exam = build_exam(&arena);
    struct exam_candidate item = {
        .name = STR("p/b/x"), .topic = STR("icd-10-cm"), .needs = PCS};
    (void)state;

    assert_int_equal(exam_section_of(&exam, &item), -1);
    exam.books_stated = false;
    assert_true(exam_section_of(&exam, &item) >= 0);
    exam.books_stated = true;
    exam.books = 0;
    item.needs = 0;
    assert_true(exam_section_of(&exam, &item) >= 0);
    arena_finish(&arena);
}

static void a_section_without_topics_takes_what_is_left(void **state)
{
    struct arena arena = {0};
    struct exam_section sections[2] = {section(&arena, "any", ""),
                                       section(&arena, "heart", "anatomy")};
    struct exam exam = {.sections = sections, .section_count = 2};
    struct exam_candidate item = {.name = STR("x"), .topic = STR("cpt")};
    struct error err;
    (void)state;

    assert_int_equal(exam_section_of(&exam, &item), 0);
    item.topic = STR("anatomy/heart");
    assert_int_equal(exam_section_of(&exam, &item), 1);
    item.topic = STR(TOPIC_UNSORTED);
    assert_int_equal(exam_section_of(&exam, &item), -1);
    assert_true(exam_check_sections(&exam, NULL, &err));
    arena_finish(&arena);
}

static void a_clear_blueprint_passes(void **state)
{
    struct arena arena = {0};
    struct exam exam = build_exam(&arena);
    struct error err = {0};
    (void)state;

    if (!exam_check_sections(&exam, NULL, &err))
        fail_msg("%s", err.message);
    arena_finish(&arena);
}

static void two_sections_of_one_rule_are_refused_by_name(void **state)
{
    struct arena arena = {0};
    struct exam exam = build_exam(&arena);
    struct error err = {0};
    (void)state;

    exam.sections[4].kinds = 1u << ITEM_CODES | 1u << ITEM_SINGLE;
    exam.sections[4].case_rule = EXAM_CASE_NONE;
    assert_false(exam_check_sections(&exam, NULL, &err));
    assert_int_equal(err.code, ERR_INVALID);
    assert_non_null(strstr(err.message, "'typed'"));
    assert_non_null(strstr(err.message, "'diagnoses'"));
    assert_non_null(strstr(err.message, "'icd-10-cm'"));
    arena_finish(&arena);
}

static void rules_that_never_meet_are_no_tie(void **state)
{
    static const struct {
        enum exam_case_rule case_a, case_b;
        uint32_t kinds_a, kinds_b;
        bool is_clear;
    } cases[] = {
        {EXAM_CASE_ANY, EXAM_CASE_ANY, 0, 0, false},
        {EXAM_CASE_NONE, EXAM_CASE_REQUIRED, 0, 0, true},
        {EXAM_CASE_NONE, EXAM_CASE_NONE, 0, 0, false},
        {EXAM_CASE_ANY, EXAM_CASE_REQUIRED, 0, 0, true},
        {EXAM_CASE_ANY, EXAM_CASE_ANY, 1, 2, true},
        {EXAM_CASE_ANY, EXAM_CASE_ANY, 1, 3, false},
        {EXAM_CASE_ANY, EXAM_CASE_ANY, 0, 4, true},
        {EXAM_CASE_REQUIRED, EXAM_CASE_ANY, 0, 4, false},
        {EXAM_CASE_REQUIRED, EXAM_CASE_ANY, 4, 4, true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct exam_section sections[2] = {section(&arena, "a", "cpt|anatomy"),
                                           section(&arena, "b", "hcpcs|cpt")};
        struct exam exam = {.sections = sections, .section_count = 2};

        sections[0].case_rule = cases[i].case_a;
        sections[1].case_rule = cases[i].case_b;
        sections[0].kinds = cases[i].kinds_a;
        sections[1].kinds = cases[i].kinds_b;
        assert_int_equal(exam_check_sections(&exam, NULL, NULL),
                         cases[i].is_clear);
        arena_finish(&arena);
    }
}

static void a_question_in_two_lists_is_refused(void **state)
{
    struct exam_section_pair pair = {0};
    struct arena arena = {0};
    struct exam exam = build_exam(&arena);
    struct error err = {0};
    (void)state;

    exam.sections[4].questions = build_list(&arena, "p/b/three|p/b/two");
    assert_false(exam_check_sections(&exam, &pair, &err));
    assert_non_null(strstr(err.message, "p/b/two"));
    assert_int_equal(pair.first, 4);
    assert_int_equal(pair.second, 5);
    arena_finish(&arena);
}

static void facts_and_days_are_found(void **state)
{
    struct exam_fact facts[] = {{.id = STR("minutes"), .confidence = 'A'},
                                {.id = STR("pass"), .confidence = 'B'}};
    struct exam exam = {.facts = facts,
                        .fact_count = 2,
                        .valid_from = STR("2026-01-15"),
                        .valid_until = STR("2027-01-14")};
    (void)state;

    assert_int_equal(exam_fact(&exam, "pass")->confidence, 'B');
    assert_null(exam_fact(&exam, "order"));
    assert_false(exam_is_valid_on(&exam, STR("2026-01-14")));
    assert_true(exam_is_valid_on(&exam, STR("2026-01-15")));
    assert_true(exam_is_valid_on(&exam, STR("2027-01-14")));
    assert_false(exam_is_valid_on(&exam, STR("2027-01-15")));
    exam.valid_until = STR("");
    assert_true(exam_is_valid_on(&exam, STR("2099-01-01")));
}

/* One section of a table of sizes. */
struct size {
    enum size_kind kind;
    int low, high;
    int available;
};

struct sizes {
    int scored[EXAM_SECTIONS_MAX], pretest[EXAM_SECTIONS_MAX];
};

static struct sizes sizes_of(const struct size *list, size_t count, int scored,
                             int pretest)
{
    struct exam_section sections[EXAM_SECTIONS_MAX] = {{.points = 1}};
    int available[EXAM_SECTIONS_MAX] = {0};
    struct exam exam = {.sections = sections,
                        .section_count = count,
                        .scored = {scored, scored},
                        .pretest = {pretest, pretest}};
    struct sizes sizes;

    for (size_t i = 0; i < count; i++) {
        sections[i].size_kind = list[i].kind;
        sections[i].size = (struct exam_range){list[i].low, list[i].high};
        available[i] = list[i].available;
    }
    exam_section_sizes(&exam, available, sizes.scored, sizes.pretest);
    return sizes;
}

static int sum(const int *numbers, size_t count)
{
    int total = 0;

    for (size_t i = 0; i < count; i++)
        total += numbers[i];
    return total;
}

/* Published outlines, and small ones that show one rule each. */
static void known_outlines_give_known_sizes(void **state)
{
    static const struct {
        const char *what;
        int scored, pretest;
        struct size sections[9];
        int expected[9], expected_pretest[9];
    } cases[] = {
        {"CCS",
         97,
         10,
         {{SIZE_PERCENT, 39, 41, 0},
          {SIZE_PERCENT, 18, 22, 0},
          {SIZE_PERCENT, 9, 11, 0},
          {SIZE_PERCENT, 18, 22, 0},
          {SIZE_PERCENT, 10, 10, 0}},
         {39, 19, 10, 19, 10},
         {4, 2, 1, 2, 1}},
        {"CCA",
         90,
         15,
         {{SIZE_PERCENT, 30, 34, 0},
          {SIZE_PERCENT, 21, 25, 0},
          {SIZE_PERCENT, 13, 17, 0},
          {SIZE_PERCENT, 12, 16, 0},
          {SIZE_PERCENT, 6, 10, 0},
          {SIZE_PERCENT, 6, 10, 0}},
         {29, 21, 13, 13, 7, 7},
         {5, 4, 2, 2, 1, 1}},
        {"CMAS",
         200,
         0,
         {{SIZE_PERCENT, 13, 13, 0},
          {SIZE_PERCENT, 7, 7, 0},
          {SIZE_PERCENT, 10, 10, 0},
          {SIZE_PERCENT, 17, 17, 0},
          {SIZE_PERCENT, 17, 17, 0},
          {SIZE_PERCENT, 17, 17, 0},
          {SIZE_PERCENT, 7, 7, 0},
          {SIZE_PERCENT, 12, 12, 0}},
         {26, 14, 20, 34, 34, 34, 14, 24},
         {0}},
        {"CBCS",
         100,
         25,
         {{SIZE_ITEMS, 15, 15, 0},
          {SIZE_ITEMS, 20, 20, 0},
          {SIZE_ITEMS, 32, 32, 0},
          {SIZE_ITEMS, 33, 33, 0}},
         {15, 20, 32, 33},
         {4, 5, 8, 8}},
        {"CIC",
         40,
         0,
         {{SIZE_ITEMS, 40, 40, 0}, {SIZE_CASES, 7, 7, 0}},
         {40, 7},
         {0, 0}},
        {"mix by what there is",
         10,
         0,
         {{SIZE_MIX, 0, 0, 30}, {SIZE_MIX, 0, 0, 10}, {SIZE_MIX, 0, 0, 0}},
         {8, 2, 0},
         {0}}, /* 7.5 and 2.5: the tie goes to the earlier */
        {"mix takes what is left",
         20,
         4,
         {{SIZE_ITEMS, 5, 5, 0},
          {SIZE_MIX, 0, 0, 100},
          {SIZE_CASES, 3, 3, 9},
          {SIZE_PERCENT, 20, 30, 0}},
         {5, 10, 3, 5},
         {1, 2, 0, 1}},
        {"no total: all there is",
         0,
         0,
         {{SIZE_MIX, 0, 0, 30}, {SIZE_MIX, 0, 0, 12}},
         {30, 12},
         {0}},
        {"percents that do not add up",
         100,
         0,
         {{SIZE_PERCENT, 30, 30, 0}, {SIZE_PERCENT, 30, 30, 0}},
         {50, 50},
         {0}},
        {"thirds",
         100,
         0,
         {{SIZE_PERCENT, 33, 34, 0},
          {SIZE_PERCENT, 33, 34, 0},
          {SIZE_PERCENT, 33, 34, 0}},
         {34, 33, 33},
         {0}},
        {"clamped above",
         100,
         0,
         {{SIZE_PERCENT, 28, 30, 0},
          {SIZE_PERCENT, 28, 30, 0},
          {SIZE_PERCENT, 0, 60, 0}},
         {30, 30, 40},
         {0}},
        {"clamped below",
         10,
         0,
         {{SIZE_PERCENT, 0, 90, 0}, {SIZE_PERCENT, 50, 60, 0}},
         {5, 5},
         {0}},
        {"counts stand against the total",
         10,
         0,
         {{SIZE_ITEMS, 8, 8, 0}, {SIZE_ITEMS, 8, 8, 0}},
         {8, 8},
         {0}},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sizes sizes;
        size_t count = 0;

        while (count < 9 && (cases[i].sections[count].kind != SIZE_MIX ||
                             cases[i].sections[count].available > 0 ||
                             cases[i].expected[count] > 0))
            count++;
        sizes = sizes_of(cases[i].sections, count, cases[i].scored,
                         cases[i].pretest);
        for (size_t s = 0; s < count; s++) {
            if (sizes.scored[s] != cases[i].expected[s] ||
                sizes.pretest[s] != cases[i].expected_pretest[s])
                fail_msg("%s, section %zu: %d and %d", cases[i].what, s,
                         sizes.scored[s], sizes.pretest[s]);
        }
    }
}

/* The range of whole items of a percent range, worked out by trying. */
static bool is_inside(int items, const struct size *size, int total)
{
    bool has_whole = false;

    for (int n = 0; n <= total; n++)
        has_whole = has_whole || (100 * n >= size->low * total &&
                                  100 * n <= size->high * total);
    if (has_whole)
        return 100 * items >= size->low * total &&
               100 * items <= size->high * total;
    return 100 * (items + 1) > size->low * total &&
           100 * (items - 1) < size->high * total;
}

/* Random percent ranges around shares that add up to 100: the total is exact
 * and every section inside its range, for any total. */
static void totals_are_exact_and_sections_in_their_ranges(void **state)
{
    struct random random = random_seeded(11);
    int checked = 0;
    (void)state;

    for (int round = 0; round < 1500; round++) {
        struct size list[8];
        size_t count = 2 + (size_t)random_below(&random, 7);
        int total = 1 + (int)random_below(&random, 300);
        int left = 100;
        int low = 0;
        int high = 0;
        struct sizes sizes;

        for (size_t i = 0; i < count; i++) {
            int share = i + 1 == count
                            ? left
                            : (int)random_below(&random, (uint64_t)left + 1);
            int spread = (int)random_below(&random, 6);

            left -= share;
            list[i] =
                (struct size){SIZE_PERCENT, share > spread ? share - spread : 0,
                              share + spread < 100 ? share + spread : 100, 0};
        }
        for (size_t i = 0; i < count; i++) {
            int least = 0;
            int most = total;

            while (least < total && !is_inside(least, &list[i], total))
                least++;
            while (most > 0 && !is_inside(most, &list[i], total))
                most--;
            low += least;
            high += most;
        }
        sizes = sizes_of(list, count, total, total / 7);
        assert_int_equal(sum(sizes.scored, count), total);
        assert_int_equal(sum(sizes.pretest, count), total / 7);
        if (low > total || high < total)
            continue; /* no whole numbers in all the ranges add up */
        checked++;
        for (size_t i = 0; i < count; i++) {
            if (!is_inside(sizes.scored[i], &list[i], total))
                fail_msg("round %d: %d of %d is not in %d-%d %%", round,
                         sizes.scored[i], total, list[i].low, list[i].high);
        }
    }
    assert_true(checked > 1200);
}

static void a_larger_share_never_gets_less(void **state)
{
    struct random random = random_seeded(12);
    (void)state;

    for (int round = 0; round < 1000; round++) {
        struct size list[6];
        struct sizes sizes;
        int total = (int)random_below(&random, 200);

        for (size_t i = 0; i < 6; i++)
            list[i] =
                (struct size){SIZE_MIX, 0, 0, (int)random_below(&random, 500)};
        sizes = sizes_of(list, 6, total + 1, 0);
        assert_int_equal(sum(sizes.scored, 6), total + 1);
        for (size_t i = 0; i < 6; i++) {
            for (size_t j = 0; j < 6; j++) {
                if (list[i].available > list[j].available)
                    assert_true(sizes.scored[i] >= sizes.scored[j]);
            }
        }
    }
}

static void ids_and_labels_are_those_of_the_lists(void **state)
{
    (void)state;

    assert_string_equal(exam_type_id(EXAM_PRACTICE_SET), "practice-set");
    assert_string_equal(exam_type_label(EXAM_PRACTICE_SET), "practice set");
    assert_string_equal(exam_type_id(EXAM_TUTORIAL), "tutorial");
    assert_string_equal(exam_status_id(EXAM_STATUS_LEGACY), "legacy");
    assert_string_equal(exam_order_ids[EXAM_ORDER_MIXED], "mixed");
    assert_string_equal(exam_navigation_ids[EXAM_NAVIGATION_FORWARD_ONLY],
                        "forward-only");
    assert_non_null(
        strstr(exam_navigation_label(EXAM_NAVIGATION_FORWARD_ONLY), "forward"));
    assert_string_equal(exam_case_rule_ids[EXAM_CASE_REQUIRED], "required");
    assert_null(exam_case_rule_ids[EXAM_CASE_COUNT]);
}

static void the_target_is_the_time_by_the_items_of_a_full_form(void **state)
{
    static const struct {
        int minutes, scored, pretest;
        enum size_kind kind;
        int size;
        int64_t target_ms;
    } cases[] = {
        {240, 100, 0, SIZE_MIX, 0, 144000},
        {240, 97, 10, SIZE_MIX, 0, 134579}, /* 14,400,000 / 107 */
        {0, 100, 0, SIZE_MIX, 0, 0},
        {30, 0, 0, SIZE_ITEMS, 15, 120000},
        {30, 0, 5, SIZE_ITEMS, 10, 120000},
        {30, 0, 0, SIZE_MIX, 0, 0},   /* as many as the banks hold */
        {30, 0, 0, SIZE_CASES, 7, 0}, /* of so many questions each */
        {30, 20, 0, SIZE_CASES, 7, 90000},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct exam_section section = {
            .size_kind = cases[i].kind,
            .size = {cases[i].size, cases[i].size},
        };
        struct exam exam = {
            .minutes = cases[i].minutes,
            .scored = {cases[i].scored, cases[i].scored},
            .pretest = {cases[i].pretest, cases[i].pretest},
            .sections = &section,
            .section_count = 1,
        };

        assert_int_equal(exam_target_ms(&exam), cases[i].target_ms);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_section_follows_from_list_case_kind_and_topic),
        cmocka_unit_test(books_bind_only_where_they_are_stated),
        cmocka_unit_test(a_section_without_topics_takes_what_is_left),
        cmocka_unit_test(a_clear_blueprint_passes),
        cmocka_unit_test(two_sections_of_one_rule_are_refused_by_name),
        cmocka_unit_test(rules_that_never_meet_are_no_tie),
        cmocka_unit_test(a_question_in_two_lists_is_refused),
        cmocka_unit_test(facts_and_days_are_found),
        cmocka_unit_test(known_outlines_give_known_sizes),
        cmocka_unit_test(totals_are_exact_and_sections_in_their_ranges),
        cmocka_unit_test(a_larger_share_never_gets_less),
        cmocka_unit_test(the_target_is_the_time_by_the_items_of_a_full_form),
        cmocka_unit_test(ids_and_labels_are_those_of_the_lists),
    };

    return cmocka_run_group_tests_name("exam", tests, NULL, NULL);
}
