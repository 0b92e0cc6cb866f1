/* Forms in particular: a known answer, short forms, cases, lists, supply. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "pools.h"

/* One item of a pool written by hand. */
struct row {
    const char *name, *topic, *case_name;
    int case_ord;
    int seen;
    int64_t last_seen_ms;
    uint32_t tag; /* 0: none */
};

static struct pool pool_of(struct arena *arena, const struct row *rows,
                           size_t count)
{
    struct pool pool = {ARENA_ARRAY(arena, struct pool_item, count), count};

    for (size_t i = 0; i < count; i++) {
        uint32_t *tag = ARENA_NEW(arena, uint32_t);

        *tag = rows[i].tag;
        pool.items[i] = (struct pool_item){
            .item_id = (int64_t)i,
            .about = {.name = str_from(rows[i].name),
                      .topic = str_from(rows[i].topic),
                      .has_case = rows[i].case_name != NULL},
            .case_name = str_from(rows[i].case_name),
            .enemies = tag,
            .enemy_count = rows[i].tag != 0,
            .case_ord = rows[i].case_ord,
            .seen = rows[i].seen,
            .last_seen_ms = rows[i].last_seen_ms,
        };
    }
    return pool;
}

#define POOL_OF(arena, rows)                                                   \
    pool_of((arena), (rows), sizeof(rows) / sizeof *(rows))

static struct form assemble(const struct exam *exam, struct pool *pool,
                            uint64_t seed, struct arena *arena)
{
    struct form form;
    struct error err;

    if (!form_assemble(exam, pool, seed, arena, &form, &err))
        fail_msg("%s", err.message);
    form_check(exam, pool, &form);
    return form;
}

/* The form as text: names in order, pretest items in brackets. */
static const char *write_form(struct arena *arena, const struct pool *pool,
                              const struct form *form)
{
    struct strbuf buf = {0};
    const char *text;

    for (size_t i = 0; i < form->count; i++) {
        struct str name = pool->items[form->slots[i].item].about.name;

        if (i > 0)
            strbuf_addc(&buf, ' ');
        strbuf_printf(&buf,
                      form->slots[i].scored ? STR_FORMAT : "(" STR_FORMAT ")",
                      STR_ARG(name));
    }
    text = arena_strdup(arena, strbuf_text(&buf));
    strbuf_finish(&buf);
    return text;
}

/*
 * What FORM_ALGORITHM 1 gives. The expected forms were also worked out by a
 * second program written after docs/assembly.md alone. If this test fails, the
 * forms of every seed ever told to anyone have changed: raise FORM_ALGORITHM.
 */
static void a_known_pool_and_seed_give_this_form(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/0", NULL, 0, 0, 0, 3},
        {"p/a/02", "topic/0", NULL, 0, 0, 0, 3},
        {"p/a/03", "topic/0", NULL, 0, 0, 0, 0},
        {"p/a/04", "topic/0", NULL, 0, 1, 500, 0},
        {"p/a/05", "topic/0", NULL, 0, 1, 400, 5},
        {"p/a/06", "topic/0", NULL, 0, 2, 100, 0},
        {"p/a/07", "topic/0", NULL, 0, 1, 400, 0},
        {"p/b/01", "topic/1", "p/b/x", 2, 0, 0, 0},
        {"p/b/02", "topic/1", "p/b/x", 1, 0, 0, 0},
        {"p/b/03", "topic/1", "p/b/y", 0, 0, 0, 5},
        {"p/b/04", "topic/1", "p/b/y", 1, 0, 0, 0},
        {"p/b/05", "topic/1", "p/b/y", 2, 0, 0, 0},
        {"p/b/06", "topic/1", NULL, 0, 3, 900, 0},
        {"p/b/07", "topic/1", "p/b/z", 0, 0, 0, 0},
        {"p/b/08", "topic/1", "p/b/z", 1, 0, 0, 0},
        {"p/b/09", "topic/1", "p/b/z", 2, 0, 0, 0},
        {"p/c/01", "topic/2", NULL, 0, 0, 0, 0},
        {"p/c/02", "topic/2", NULL, 0, 0, 0, 0},
        {"p/c/03", "topic/2", NULL, 0, 0, 0, 0},
    };
    static const int items[3] = {4, 5, 1};
    static const struct {
        uint64_t seed;
        const char *by_section, *mixed;
    } expected[] = {
        {1,
         "p/a/01 p/a/03 p/a/04 (p/a/05) p/a/07 p/b/02 p/b/01 p/b/06 "
         "(p/b/07) p/b/08 p/b/09 p/c/03",
         "p/b/02 p/b/01 p/b/06 p/a/04 p/a/07 (p/a/05) p/a/03 p/a/01 "
         "(p/b/07) p/b/08 p/b/09 p/c/03"},
        {2026,
         "p/a/05 p/a/07 p/a/04 p/a/03 (p/a/02) p/b/07 p/b/08 p/b/09 "
         "p/b/06 (p/b/02) p/b/01 p/c/03",
         "p/c/03 p/b/06 (p/a/02) p/a/05 p/b/07 p/b/08 p/b/09 p/a/07 "
         "p/a/04 (p/b/02) p/b/01 p/a/03"},
        {UINT64_MAX,
         "p/a/07 p/a/02 p/a/03 p/a/05 (p/a/04) p/b/06 p/b/02 p/b/01 "
         "p/b/07 p/b/08 (p/b/09) p/c/03",
         "p/c/03 p/a/03 p/b/07 p/b/08 (p/b/09) (p/a/04) p/a/02 "
         "p/a/07 p/b/06 p/a/05 p/b/02 p/b/01"},
    };
    (void)state;

    assert_int_equal(FORM_ALGORITHM, 1);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        struct arena arena = {0};
        struct exam exam = exam_build(&arena, items, 3);
        struct pool pool = POOL_OF(&arena, rows);
        struct form form;

        exam.pretest = (struct exam_range){2, 2};
        form = assemble(&exam, &pool, expected[i].seed, &arena);
        assert_string_equal(write_form(&arena, &pool, &form),
                            expected[i].by_section);
        exam.order = EXAM_ORDER_MIXED;
        form = assemble(&exam, &pool, expected[i].seed, &arena);
        assert_string_equal(write_form(&arena, &pool, &form),
                            expected[i].mixed);
        arena_finish(&arena);
    }
}

static void a_section_that_cannot_be_filled_comes_short(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/0", NULL, 0, 0, 0, 0},
        {"p/a/02", "topic/0", NULL, 0, 0, 0, 0},
        {"p/b/01", "topic/1", NULL, 0, 0, 0, 0},
    };
    static const int items[2] = {4, 1};
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, items, 2);
    struct pool pool = POOL_OF(&arena, rows);
    struct form form = assemble(&exam, &pool, 1, &arena);
    (void)state;

    assert_int_equal(form.count, 3);
    assert_int_equal(form.planned, 5);
    assert_true(form.is_short);
    assert_int_equal(form.section_got[0], 2);
    assert_int_equal(form.section_asked[0], 4);
    assert_int_equal(form.limit_minutes, 144); /* 240 x 3 / 5 */
    arena_finish(&arena);
}

static void a_short_section_loses_pretest_items_first(void **state)
{
    static const int items = 10;
    struct arena arena = {0};
    struct pool_part part = {.singles = 12};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = pool_build(&arena, &part, 1, 1);
    struct form form;
    (void)state;

    exam.pretest = (struct exam_range){5, 5};
    form = assemble(&exam, &pool, 3, &arena);
    assert_int_equal(form.count, 12);
    assert_int_equal(form.scored, 10);
    assert_int_equal(form.planned, 15);
    arena_finish(&arena);
}

static void enemies_come_short_rather_than_together(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/0", NULL, 0, 0, 0, 1},
        {"p/a/02", "topic/0", NULL, 0, 0, 0, 1},
        {"p/a/03", "topic/0", NULL, 0, 0, 0, 1},
        {"p/a/04", "topic/0", NULL, 0, 0, 0, 0},
    };
    static const int items = 4;
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = POOL_OF(&arena, rows);
    struct form form = assemble(&exam, &pool, 1, &arena);
    (void)state;

    assert_int_equal(form.count, 2);
    arena_finish(&arena);
}

/* All are enemies, half of them of a second tag as well: minutes, if each unit
 * passed by had to look at all others, for each of 51 draws. */
static void a_tag_that_thousands_share_takes_no_time(void **state)
{
    enum { MANY = 40000 };
    static const int items[2] = {10, 100};
    static const uint32_t tags[2] = {7, 8};
    struct arena arena = {0};
    struct pool_part parts[2] = {{.singles = MANY / 2}, {.singles = MANY / 2}};
    struct exam exam = exam_build(&arena, items, 2);
    struct pool pool = pool_build(&arena, parts, 2, 1);
    struct form form;
    (void)state;

    for (size_t i = 0; i < pool.count; i++) {
        pool.items[i].enemies = tags;
        pool.items[i].enemy_count = 1 + i % 2;
        pool.items[i].seen = 1;
        pool.items[i].last_seen_ms = (int64_t)(1 + i % 5000);
    }
    form = assemble(&exam, &pool, 1, &arena);
    assert_int_equal(form.count, 1);
    assert_int_equal(form.planned, 110);
    arena_finish(&arena);
}

/* Fresh items in both sections are enemies of the only way to fill the other;
 * with repeats there is a full form. */
static void a_full_form_with_repeats_comes_before_a_short_one(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/0", NULL, 0, 0, 0, 1},
        {"p/a/02", "topic/0", NULL, 0, 0, 0, 2},
        {"p/a/03", "topic/0", NULL, 0, 1, 9, 0},
        {"p/a/04", "topic/0", NULL, 0, 1, 9, 0},
        {"p/b/01", "topic/1", NULL, 0, 0, 0, 1},
        {"p/b/02", "topic/1", NULL, 0, 0, 0, 2},
        {"p/b/03", "topic/1", NULL, 0, 1, 9, 3},
        {"p/b/04", "topic/1", NULL, 0, 1, 9, 3},
    };
    static const int items[2] = {2, 3};
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, items, 2);
    struct pool pool = POOL_OF(&arena, rows);
    (void)state;

    for (uint64_t seed = 0; seed < 100; seed++) {
        struct form form = assemble(&exam, &pool, seed, &arena);

        assert_int_equal(form.count, 5);
        assert_int_equal(form.repeats, 3);
    }
    arena_finish(&arena);
}

static void cases_are_counted_where_the_blueprint_counts_them(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/0", "p/a/x", 0, 0, 0, 0},
        {"p/a/02", "topic/0", "p/a/x", 1, 0, 0, 0},
        {"p/a/03", "topic/0", "p/a/x", 2, 0, 0, 0},
        {"p/a/04", "topic/0", "p/a/y", 0, 0, 0, 0},
        {"p/a/05", "topic/0", "p/a/y", 1, 0, 0, 0},
        {"p/a/06", "topic/0", NULL, 0, 0, 0, 0},
    };
    static const int items = 2;
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = POOL_OF(&arena, rows);
    struct section_supply supply;
    struct form form;
    (void)state;

    exam.sections[0].size_kind = SIZE_CASES;
    form = assemble(&exam, &pool, 1, &arena);
    assert_int_equal(form.count, 5);
    assert_int_equal(form.planned, 5);
    assert_int_equal(form.scored, 5);
    assert_false(form.is_short);
    assert_true(pool_supply(&exam, &pool, &supply));
    assert_int_equal(supply.needed_cases, 2);
    assert_int_equal(supply.needed_items, 0);
    assert_int_equal(supply.cases, 2);
    assert_int_equal(supply.items, 5);
    assert_int_equal(supply.fillable, 2);

    exam.sections[0].size = (struct exam_range){4, 4};
    form = assemble(&exam, &pool, 1, &arena);
    assert_int_equal(form.count, 5);
    assert_int_equal(form.planned, 10); /* two more of 2.5 items */
    assert_true(form.is_short);
    assert_false(pool_supply(&exam, &pool, &supply));
    assert_int_equal(supply.fillable, 2);
    arena_finish(&arena);
}

/* All items of a case follow the first that a section takes. */
static void a_case_goes_to_the_section_of_its_first_item(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/1", "p/a/x", 2, 0, 0, 0},
        {"p/a/02", "topic/0", "p/a/x", 1, 0, 0, 0},
        {"p/a/03", "topic/9", "p/a/x", 0, 0, 0, 0},
    };
    static const int items[2] = {3, 3};
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, items, 2);
    struct pool pool = POOL_OF(&arena, rows);
    struct form form = assemble(&exam, &pool, 1, &arena);
    (void)state;

    assert_string_equal(write_form(&arena, &pool, &form),
                        "p/a/03 p/a/02 p/a/01");
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(form.slots[i].section, 0);
    arena_finish(&arena);
}

static void what_cannot_be_drawn_whole_is_not_drawn(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/0", "p/a/x", 0, 0, 0, 4}, /* enemies in a case */
        {"p/a/02", "topic/0", "p/a/x", 1, 0, 0, 4},
        {"p/a/03", "topic/0", "p/a/y", 0, 0, 0, 0}, /* needs a book */
        {"p/a/04", "topic/0", "p/a/y", 1, 0, 0, 0},
        {"p/a/05", "topic/0", NULL, 0, 0, 0, 0},
    };
    static const int items = 5;
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = POOL_OF(&arena, rows);
    struct section_supply supply;
    struct form form;
    (void)state;

    exam.books_stated = true;
    pool.items[3].about.needs = 1u << CODE_CPT;
    form = assemble(&exam, &pool, 1, &arena);
    assert_string_equal(write_form(&arena, &pool, &form), "p/a/05");
    assert_false(pool_supply(&exam, &pool, &supply));
    assert_int_equal(supply.items, 1);
    assert_int_equal(supply.cases, 0);
    arena_finish(&arena);
}

static void listed_questions_are_drawn_by_their_section_only(void **state)
{
    static const struct row rows[] = {
        {"p/a/01", "topic/1", NULL, 0, 0, 0, 0},
        {"p/a/02", "unsorted", NULL, 0, 0, 0, 0},
        {"p/a/03", "topic/1", NULL, 0, 0, 0, 0},
    };
    static const int items[2] = {0, 3};
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, items, 2);
    struct pool pool = POOL_OF(&arena, rows);
    struct form form;
    (void)state;

    exam.scored = (struct exam_range){0, 0};
    exam.sections[0].size_kind = SIZE_MIX;
    exam.sections[0].questions = build_list(&arena, "p/a/02|p/a/01|p/a/99");
    form = assemble(&exam, &pool, 1, &arena);
    assert_int_equal(form.section_got[0], 2);
    assert_int_equal(form.section_asked[0], 3);
    assert_int_equal(form.section_got[1], 1);
    arena_finish(&arena);
}

/* A quiz asks what it lists: of a case the listed questions, in its order. */
static void of_a_case_only_the_listed_questions_are_drawn(void **state)
{
    static const struct row rows[] = {
        {"p/a/c1", "topic/1", "p/a/k", 0, 0, 0, 0},
        {"p/a/c2", "topic/1", "p/a/k", 3, 0, 0, 5},
        {"p/a/c3", "topic/1", "p/a/k", 2, 0, 0, 5},
        {"p/a/c4", "topic/1", "p/a/k", 1, 0, 0, 0},
        {"p/a/s1", "topic/1", NULL, 0, 0, 0, 0},
    };
    static const int items = 3;
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = POOL_OF(&arena, rows);
    struct section_supply supply;
    (void)state;

    exam.books_stated = true;
    pool.items[0].about.needs = 1u << CODE_CPT; /* not asked: no matter */
    exam.sections[0].questions = build_list(&arena, "p/a/s1|p/a/c2|p/a/c4");
    for (uint64_t seed = 1; seed <= 8; seed++) {
        struct form form;
        const char *text;

        assert_true(form_assemble(&exam, &pool, seed, &arena, &form, NULL));
        text = write_form(&arena, &pool, &form);
        assert_false(form.is_short);
        if (strcmp(text, "p/a/s1 p/a/c4 p/a/c2") != 0)
            assert_string_equal(text, "p/a/c4 p/a/c2 p/a/s1");
    }
    assert_true(pool_supply(&exam, &pool, &supply));
    assert_int_equal(supply.items, 3);
    arena_finish(&arena);
}

static void an_empty_pool_is_an_error_that_names_the_exam(void **state)
{
    static const int items = 5;
    struct arena arena = {0};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = {0};
    struct section_supply supply;
    struct form form = {.count = 77};
    struct error err = {0};
    (void)state;

    assert_false(form_assemble(&exam, &pool, 1, &arena, &form, &err));
    assert_int_equal(err.code, ERR_INVALID);
    assert_non_null(strstr(err.message, "'test'"));
    assert_int_equal(form.count, 77);
    assert_false(pool_supply(&exam, &pool, &supply));
    assert_int_equal(supply.needed_items, 5);
    assert_int_equal(supply.fillable, 0);
    arena_finish(&arena);
}

static void the_supply_tells_what_the_banks_can_give(void **state)
{
    static const int items[3] = {10, 20, 30};
    struct arena arena = {0};
    struct pool_part parts[3] = {{.singles = 15, .seen_percent = 100},
                                 {.singles = 20},
                                 {.singles = 12, .cases = 3, .case_max = 1}};
    struct exam exam = exam_build(&arena, items, 3);
    struct pool pool = pool_build(&arena, parts, 3, 1);
    struct section_supply supply[3];
    (void)state;

    exam.pretest = (struct exam_range){6, 6};
    pool.items[0].seen = 0;
    pool.items[15].out_of_date = true;
    assert_false(pool_supply(&exam, &pool, supply));
    assert_int_equal(supply[0].needed_items, 11);
    assert_int_equal(supply[0].items, 15);
    assert_int_equal(supply[0].fresh, 1);
    assert_int_equal(supply[0].fillable, 11);
    assert_int_equal(supply[1].needed_items, 22);
    assert_int_equal(supply[1].fillable, 20);
    assert_int_equal(supply[1].out_of_date, 1);
    assert_int_equal(supply[2].items, 15);
    assert_int_equal(supply[2].cases, 3);
    assert_int_equal(supply[2].fillable, 15);
    arena_finish(&arena);
}

static void a_form_counts_what_is_out_of_date(void **state)
{
    static const int items = 3;
    struct arena arena = {0};
    struct pool_part part = {.singles = 3};
    struct exam exam = exam_build(&arena, &items, 1);
    struct pool pool = pool_build(&arena, &part, 1, 1);
    (void)state;

    pool.items[1].out_of_date = true;
    assert_int_equal(assemble(&exam, &pool, 1, &arena).out_of_date, 1);
    arena_finish(&arena);
}

/* Names that share long beginnings, end early, or are equal. */
static void a_pool_is_sorted_by_the_bytes_of_its_names(void **state)
{
    static const char *const ends[] = {
        "",          "a",
        "aa",        "aaaaaaaaa",
        "aaaaaaaab", "b",
        "\xC3\xA9",  "z",
        "Z",         "-",
        "0",         "10",
        "9",         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    enum { ENDS = sizeof ends / sizeof *ends };
    struct arena arena = {0};
    struct pool pool = {ARENA_ARRAY(&arena, struct pool_item, ENDS * ENDS * 2),
                        ENDS * ENDS * 2};
    struct pool mixed;
    (void)state;

    for (size_t i = 0; i < pool.count; i++)
        pool.items[i].about.name = str_from(
            arena_printf(&arena, "publisher/%s%s%s", i % 2 == 0 ? "" : "x/",
                         ends[i / 2 / ENDS], ends[i / 2 % ENDS]));
    for (uint64_t seed = 0; seed < 50; seed++) {
        mixed = pool_permuted(&arena, &pool, seed);
        pool_sort(&mixed);
        for (size_t i = 1; i < mixed.count; i++)
            assert_true(str_cmp(mixed.items[i - 1].about.name,
                                mixed.items[i].about.name) <= 0);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_known_pool_and_seed_give_this_form),
        cmocka_unit_test(a_section_that_cannot_be_filled_comes_short),
        cmocka_unit_test(a_short_section_loses_pretest_items_first),
        cmocka_unit_test(enemies_come_short_rather_than_together),
        cmocka_unit_test(a_tag_that_thousands_share_takes_no_time),
        cmocka_unit_test(a_full_form_with_repeats_comes_before_a_short_one),
        cmocka_unit_test(cases_are_counted_where_the_blueprint_counts_them),
        cmocka_unit_test(a_case_goes_to_the_section_of_its_first_item),
        cmocka_unit_test(what_cannot_be_drawn_whole_is_not_drawn),
        cmocka_unit_test(listed_questions_are_drawn_by_their_section_only),
        cmocka_unit_test(of_a_case_only_the_listed_questions_are_drawn),
        cmocka_unit_test(an_empty_pool_is_an_error_that_names_the_exam),
        cmocka_unit_test(the_supply_tells_what_the_banks_can_give),
        cmocka_unit_test(a_form_counts_what_is_out_of_date),
        cmocka_unit_test(a_pool_is_sorted_by_the_bytes_of_its_names),
    };

    return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
