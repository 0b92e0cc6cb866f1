/* Typed codes: the worked example of docs/scoring.md and each rule alone. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "build.h"
#include "proctor/base/random.h"
#include "proctor/domain/response.h"
#include "proctor/domain/score.h"

/* One letter for each verdict, in the order of ENTRY_VERDICTS. */
static char letter_of(enum entry_verdict verdict)
{
    static const char of[ENTRY_VERDICT_COUNT] = {
        [ENTRY_RIGHT] = 'r',      [ENTRY_HALF_DETAIL] = 'd',
        [ENTRY_HALF_ORDER] = 'o', [ENTRY_NOT_FIRST] = 'f',
        [ENTRY_OPTIONAL] = '-',   [ENTRY_NEAR] = 'n',
        [ENTRY_EXTRA] = 'x',      [ENTRY_REPEATED] = '2',
        [ENTRY_MALFORMED] = '!',
    };

    return of[verdict];
}

/* "250 rorn- missed 1": earned, verdicts, slots missed. */
static void describe(const struct item *item, const char *answer, char *out,
                     size_t size, struct arena *arena)
{
    struct field_feedback *feedback;
    struct score score =
        score_item(item, str_from(answer), 1, arena, &feedback, NULL);
    struct strbuf buf = {0};
    size_t missed = 0;

    for (size_t f = 0; f < item->field_count; f++) {
        for (size_t i = 0; i < feedback[f].entry_count; i++)
            strbuf_addc(&buf, letter_of(feedback[f].entries[i].verdict));
        missed += feedback[f].missed_count;
    }
    snprintf(out, size, "%d %s %zu", score.earned, strbuf_text(&buf), missed);
    strbuf_finish(&buf);
    assert_int_equal(score.possible, score_possible(item, 1));
    assert_in_range(score.earned, 0, score.possible);
}

static struct item build_example(struct arena *arena)
{
    struct code_field fields[2] = {
        build_field(arena, CODE_ICD_10_CM, "I13.0|I50.23|E11.22|N18.32",
                    "Z79.4"),
        build_field(arena, CODE_ICD_10_PCS, "0DTJ4ZZ", ""),
    };

    fields[0].first = build_code(CODE_ICD_10_CM, "I13.0");
    build_before(arena, &fields[0], "E11.22", "N18.32");
    fields[1].id = STR("px");
    return build_codes(arena, fields, 2);
}

static void the_worked_example_earns_two_and_a_half_of_five(void **state)
{
    struct arena arena = {0};
    struct item item = build_example(&arena);
    struct field_feedback *feedback;
    struct score score;
    int partial;
    (void)state;

    score = score_item(&item,
                       STR("dx=i13.0;N18.32;E11.22;Z79.4;I50.33\n"
                           "px=0DTJ4ZZ;0DJD8ZZ"),
                       1, &arena, &feedback, &partial);
    assert_int_equal(score.earned, 250);
    assert_int_equal(score.possible, 500);
    assert_int_equal(partial, 50);
    assert_int_equal(feedback[0].entry_count, 5);
    assert_int_equal(feedback[0].entries[0].verdict, ENTRY_RIGHT);
    assert_int_equal(feedback[0].entries[1].verdict, ENTRY_HALF_ORDER);
    assert_int_equal(feedback[0].entries[2].verdict, ENTRY_RIGHT);
    assert_int_equal(feedback[0].entries[3].verdict, ENTRY_OPTIONAL);
    assert_int_equal(feedback[0].entries[4].verdict, ENTRY_NEAR);
    assert_int_equal(feedback[0].right_halves, 5);
    assert_int_equal(feedback[0].extras, 0);
    assert_int_equal(feedback[0].missed_count, 1);
    assert_ptr_equal(feedback[0].missed[0], &item.fields[0].slots[1]);
    assert_int_equal(feedback[1].entries[0].verdict, ENTRY_RIGHT);
    assert_int_equal(feedback[1].entries[1].verdict, ENTRY_EXTRA);
    assert_int_equal(feedback[1].right_halves, 2);
    assert_int_equal(feedback[1].extras, 1);
    assert_int_equal(feedback[1].missed_count, 0);
    arena_finish(&arena);
}

static void the_example_answered_in_other_ways(void **state)
{
    static const struct {
        const char *answer, *expected;
    } cases[] = {
        {"", "0  5"},
        {"dx=I13.0;I50.23;E11.22;N18.32\npx=0DTJ4ZZ", "500 rrrrr 0"},
        {"dx=I130;i5023;e1122;n1832;z794\npx=0dtj4zz", "500 rrrr-r 0"},
        {"dx=I13.0;E11.22;N18.32;I50.23", "400 rrrr 1"},
        {"dx=I50.23;I13.0;E11.22;N18.32", "300 rfrr 1"},
        {"dx=Z79.4;I13.0;E11.22;N18.32", "200 -frr 2"},
        {"dx=;I13.0;E11.22;N18.32", "300 rrr 2"},
        {"dx=I13.0;N18.32;E11.22;I50.23", "350 rorr 1"},
        {"dx=I13.0;N18.32", "200 rr 3"},
        {"dx=I13.0;I13.0", "100 r2 4"},
        {"dx=I13.0;I50.23;E11.22;N18.32;I10", "300 rrrrx 1"},
        {"dx=I13.0;I50.23;E11.22;N18.32;I10;I11.0;E66.9;J44.9", "0 rrrrxxxx 1"},
        {"dx=I13.0;I50.23;E11.22;N18.32;Z79.4;Z79.4", "300 rrrr-2 1"},
        {"dx=I13.0;what;E11.22", "200 r!r 3"},
        {"px=ODTJ4ZZ", "0 ! 5"},
        {"px=0DTK4ZZ", "0 n 5"},
        {"px=0DTJ4ZZ x2", "50 d 4"},
    };
    struct arena arena = {0};
    struct item item = build_example(&arena);
    char text[64];
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        describe(&item, cases[i].answer, text, sizeof text, &arena);
        if (strcmp(text, cases[i].expected) != 0)
            fail_msg("'%s': '%s', not '%s'", cases[i].answer, text,
                     cases[i].expected);
    }
    arena_finish(&arena);
}

/* Fields of one rule each: slots, optional codes, answer, result. */
static void details_alternatives_and_duplicates(void **state)
{
    static const struct {
        enum code_set set;
        const char *slots, *optional, *answer, *expected;
    } cases[] = {
        /* modifiers and units */
        {CODE_CPT, "11042-59-RT", "", "11042-RT-59", "100 r 0"},
        {CODE_CPT, "11042-59-RT", "", "11042-59", "50 d 0"},
        {CODE_CPT, "11042-59-RT", "", "11042", "50 d 0"},
        {CODE_CPT, "11042-59-RT", "", "11042-5", "50 d 0"},
        {CODE_HCPCS, "J1100 x4", "", "J1100 x5", "50 d 0"},
        {CODE_HCPCS, "J1100 x4", "", "J1100 x0", "50 d 0"},
        {CODE_HCPCS, "J1100", "", "J1100 x1", "100 r 0"},
        /* present on admission */
        {CODE_ICD_10_CM, "I13.0 (Y)", "", "I13.0 (y)", "100 r 0"},
        {CODE_ICD_10_CM, "I13.0 (Y)", "", "I13.0 (N)", "50 d 0"},
        {CODE_ICD_10_CM, "I13.0 (Y)", "", "I13.0", "50 d 0"},
        {CODE_ICD_10_CM, "I13.0 (Y)", "", "I13.0 (Q)", "50 d 0"},
        {CODE_ICD_10_CM, "I13.0", "", "I13.0 (N)", "100 r 0"},
        /* exact entries first, then those with a wrong detail */
        {CODE_CPT, "11042-RT|11042-LT", "", "11042-LT;11042-RT", "200 rr 0"},
        {CODE_CPT, "11042-RT|11042-LT", "", "11042;11042-RT", "150 dr 0"},
        {CODE_CPT, "11042-RT|11042-LT", "", "11042-RT;11042-RT", "150 rd 0"},
        {CODE_CPT, "11042|11042-59", "", "11042-59;11042-50", "150 rd 0"},
        {CODE_CPT, "11042", "", "11042-59;11042", "0 xr 0"},
        /* alternatives: an entry gives way where another has one slot only */
        {CODE_ICD_10_CM, "I10,I11.9|I10", "", "I10;I11.9", "200 rr 0"},
        {CODE_ICD_10_CM, "I10,I11.9|I10", "", "I11.9;I10", "200 rr 0"},
        {CODE_ICD_10_CM, "I10,I11.9,I15.0|I10,I11.9|I10", "", "I10;I11.9;I15.0",
         "300 rrr 0"},
        {CODE_ICD_10_CM, "I10,I11.9", "", "I10;I11.9", "0 rx 0"},
        /* duplicates */
        {CODE_ICD_10_CM, "I10|I11.9", "", "I10;I10", "100 r2 1"},
        {CODE_ICD_10_CM, "I10|I11.9", "", "I10;i10;I11.9", "100 r2r 0"},
        {CODE_HCPCS, "J1100|J1100", "", "J1100;J1100", "200 rr 0"},
        {CODE_ICD_10_CM, "I10", "", "E66.9;E66.9", "0 22 1"},
        /* optional codes */
        {CODE_ICD_10_CM, "I10", "Z79.4", "Z79.4", "0 - 1"},
        {CODE_ICD_10_CM, "I10", "Z79.4|Z79.84", "I10;Z79.4;Z79.84",
         "100 r-- 0"},
        {CODE_ICD_10_CM, "I10", "Z79.4", "I10;Z79.4 (Y)", "100 r- 0"},
        {CODE_ICD_10_CM, "I10", "I10", "I10", "100 r 0"},
        {CODE_CPT, "11042-RT", "11042-59", "11042-59", "0 - 1"},
        {CODE_CPT, "11042-RT", "11042-59", "11042-50", "50 d 0"},
        {CODE_CPT, "99213", "11042-59", "11042-50;99213", "100 -r 0"},
        /* near */
        {CODE_CPT, "11042", "", "11043", "0 n 1"},
        {CODE_CPT, "11042", "", "11142", "0 x 1"},
        {CODE_HCPCS, "J1100", "", "J1101", "0 n 1"},
        {CODE_ICD_10_CM, "I50.23", "", "I50.33", "0 n 1"},
        {CODE_ICD_10_CM, "I50.23", "", "I50.23;I50.33", "0 rx 0"},
        {CODE_ICD_10_CM, "I50.23|E11.9", "", "I50.33;E11.9", "100 nr 1"},
        {CODE_ICD_10_PCS, "0DTJ4ZZ", "", "0DTJ0ZZ", "0 n 1"},
        /* no codes */
        {CODE_ICD_10_CM, "I10", "", ";; ;I10", "100 r 0"},
        {CODE_ICD_10_CM, "I10|I11.9", "", "none;I10", "100 !r 1"},
        {CODE_ICD_10_CM, "I10", "", "none;I10", "0 !r 0"},
        {CODE_ICD_10_CM, "I10", "", "E66.9 (Q)", "0 ! 1"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct code_field field = build_field(
            &arena, cases[i].set, cases[i].slots, cases[i].optional);
        struct item item = build_codes(&arena, &field, 1);
        char text[64];

        describe(&item, arena_printf(&arena, "dx=%s", cases[i].answer), text,
                 sizeof text, &arena);
        if (strcmp(text, cases[i].expected) != 0)
            fail_msg("%s for %s: '%s', not '%s'", cases[i].answer,
                     cases[i].slots, text, cases[i].expected);
        arena_finish(&arena);
    }
}

static void order_and_first_place(void **state)
{
    static const struct {
        const char *slots, *first, *before, *answer, *expected;
    } cases[] = {
        {"I10|E11.9", "I10", "", "I10;E11.9", "200 rr 0"},
        {"I10|E11.9", "I10", "", "E11.9;I10", "100 rf 0"},
        {"I10,I11.9|E11.9", "I10", "", "E11.9;I11.9", "100 rf 0"},
        {"I10|I10", "I10", "", "I10;I10", "200 rr 0"},
        {"I10|E11.9", "", "E11.9>I10", "I10;E11.9", "150 or 0"},
        {"I10|E11.9", "", "E11.9>I10", "E11.9;I10", "200 rr 0"},
        {"I10|E11.9", "", "E11.9>I10", "I10", "100 r 1"},
        /* the alternative that stands in order is the one that counts */
        {"E11.9|I10,I11.9", "", "E11.9>I10", "I10;E11.9;I11.9", "100 xrr 0"},
        /* entered before and behind: in order once is enough */
        {"E11.9|I10", "", "E11.9>I10", "I10;E11.9;I10", "100 2rr 0"},
        {"E11.9|I10|N18.32", "", "E11.9>I10 I10>N18.32", "N18.32;I10;E11.9",
         "200 oor 0"},
        {"E11.9|I10|N18.32", "", "E11.9>I10 I10>N18.32", "E11.9;I10;N18.32",
         "300 rrr 0"},
        /* a detail is wrong and the order too: one half, not a quarter */
        {"E11.9|I10 (Y)", "", "E11.9>I10", "I10 (N);E11.9", "150 dr 0"},
        /* codes that no slot accepts order nothing */
        {"I10|E11.9", "J44.9", "J44.9>I10", "E11.9;I10", "200 rr 0"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        struct code_field field =
            build_field(&arena, CODE_ICD_10_CM, cases[i].slots, "");
        struct str pairs = str_from(cases[i].before);
        struct str pair;
        struct item item;
        char text[64];

        if (cases[i].first[0] != '\0')
            field.first = build_code(CODE_ICD_10_CM, cases[i].first);
        while (str_split(&pairs, ' ', &pair)) {
            struct str first;

            assert_true(str_split(&pair, '>', &first));
            build_before(&arena, &field,
                         arena_printf(&arena, STR_FORMAT, STR_ARG(first)),
                         arena_printf(&arena, STR_FORMAT, STR_ARG(pair)));
        }
        item = build_codes(&arena, &field, 1);
        describe(&item, arena_printf(&arena, "dx=%s", cases[i].answer), text,
                 sizeof text, &arena);
        if (strcmp(text, cases[i].expected) != 0)
            fail_msg("row %zu, %s: '%s', not '%s'", i, cases[i].answer, text,
                     cases[i].expected);
        arena_finish(&arena);
    }
}

/* Slots that differ in their modifiers only: what is entered for one of them to
 * the letter does not stand for another, whatever the order. */
static void order_among_codes_of_one_base(void **state)
{
    static const struct {
        const char *answer, *expected;
    } cases[] = {
        {"11042-59;11042-LT;11042-RT", "250 ror 0"},
        {"11042-LT;11042-59", "200 rr 1"},
        {"11042-LT;11042-RT;11042-59", "250 orr 0"},
        {"11042-RT;11042-LT;11042-59", "300 rrr 0"},
        /* a wrong detail stands for the earlier slot all the same */
        {"11042-LT;11042-50", "100 od 1"},
        /* but for an optional code, which counts for nothing */
        {"11042-LT;11042-XS", "100 r- 2"},
    };
    struct arena arena = {0};
    struct code_field field =
        build_field(&arena, CODE_CPT, "11042-RT|11042-LT|11042-59", "11042-XS");
    struct item item;
    char text[64];
    (void)state;

    build_before(&arena, &field, "11042-RT", "11042-LT");
    item = build_codes(&arena, &field, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        describe(&item, arena_printf(&arena, "dx=%s", cases[i].answer), text,
                 sizeof text, &arena);
        if (strcmp(text, cases[i].expected) != 0)
            fail_msg("%s: '%s', not '%s'", cases[i].answer, text,
                     cases[i].expected);
    }
    arena_finish(&arena);
}

static void feedback_brings_the_authors_why_and_what_was_wrong(void **state)
{
    struct arena arena = {0};
    struct code_field field = build_field(&arena, CODE_CPT, "11042-RT", "");
    struct code_why why[2] = {
        {build_code(CODE_CPT, "11043-59"), STR("to the muscle, and apart")},
        {build_code(CODE_CPT, "11043"), STR("to the muscle")},
    };
    struct item item;
    struct field_feedback *feedback;
    (void)state;

    field.why = why;
    field.why_count = 2;
    item = build_codes(&arena, &field, 1);
    score_item(&item, STR("dx= 11043 ;11043-59;11043-RT;11042-R;what"), 1,
               &arena, &feedback, NULL);
    assert_true(str_is(feedback->entries[0].typed, "11043"));
    assert_true(str_is(feedback->entries[0].why, "to the muscle"));
    assert_true(str_is(feedback->entries[1].why, "to the muscle, and apart"));
    assert_true(str_is(feedback->entries[2].why, "to the muscle, and apart"));
    assert_true(str_is(feedback->entries[3].why, ""));
    assert_null(feedback->entries[0].problem);
    assert_non_null(strstr(feedback->entries[3].problem, "modifier"));
    assert_non_null(feedback->entries[4].problem);
    arena_finish(&arena);
}

/* The rule for one entry in one slot, written once more for the test. */
struct trial {
    const struct code_field *field;
    struct code codes[6];
    int count;
    int first, earlier, later; /* slots, or -1 */
};

static int value_of(const struct trial *trial, int entry, int slot)
{
    const struct code_slot *it = &trial->field->slots[slot];
    int value = 0;

    for (size_t i = 0; i < it->count; i++) {
        if (code_eq(&trial->codes[entry], &it->accepted[i]))
            value = 2;
        else if (value == 0 &&
                 code_same_base(&trial->codes[entry], &it->accepted[i]))
            value = 1;
    }
    if (value > 0 && slot == trial->first && entry > 0)
        return 0;
    return value;
}

static bool fits(const struct trial *trial, int entry, int slot)
{
    bool is_exact_elsewhere = false;

    for (size_t j = 0; j < trial->field->slot_count; j++) {
        const struct code_slot *it = &trial->field->slots[j];

        for (size_t i = 0; i < it->count; i++) {
            if (!code_eq(&trial->codes[entry], &it->accepted[i]))
                continue;
            if ((int)j == slot)
                return true;
            is_exact_elsewhere = true;
        }
    }
    if (is_exact_elsewhere)
        return false;
    for (size_t i = 0; i < trial->field->slots[slot].count; i++) {
        if (code_same_base(&trial->codes[entry],
                           &trial->field->slots[slot].accepted[i]))
            return true;
    }
    return false;
}

static int worth_of(const struct trial *trial, int entry, int slot)
{
    int value = value_of(trial, entry, slot);
    bool is_behind = false;
    bool is_ahead = false;

    if (value < 2 || slot != trial->later || trial->earlier < 0 ||
        trial->earlier == slot)
        return value;
    for (int i = 0; i < trial->count; i++) {
        if (i != entry && fits(trial, i, trial->earlier)) {
            is_behind = is_behind || i < entry;
            is_ahead = is_ahead || i > entry;
        }
    }
    return is_ahead && !is_behind ? 1 : 2;
}

/* The best of all ways to give entries from `entry` on to free slots. */
static int best_of(const struct trial *trial, int entry, unsigned taken)
{
    int best;

    if (entry == trial->count)
        return 0;
    best = best_of(trial, entry + 1, taken);
    for (int slot = 0; slot < (int)trial->field->slot_count; slot++) {
        int sum;

        if (taken >> slot & 1)
            continue;
        sum = worth_of(trial, entry, slot) +
              best_of(trial, entry + 1, taken | 1u << slot);
        if (sum > best)
            best = sum;
    }
    return best;
}

static struct code random_code(struct random *random)
{
    struct code code = {.units = 1 + (int)random_below(random, 2)};
    size_t kind = (size_t)random_below(random, 4);

    snprintf(code.base, sizeof code.base, "1104%zu", kind);
    return code;
}

static struct item random_item(struct arena *arena, struct random *random,
                               struct trial *trial)
{
    struct code_field field = {
        .id = STR("dx"),
        .set = CODE_CPT,
        .slot_count = 1 + (size_t)random_below(random, 5),
    };
    struct item item;

    field.slots = ARENA_ARRAY(arena, struct code_slot, field.slot_count);
    for (size_t i = 0; i < field.slot_count; i++) {
        struct code_slot *slot = &field.slots[i];

        slot->count = 1 + (size_t)random_below(random, 2);
        slot->accepted = ARENA_ARRAY(arena, struct code, slot->count);
        for (size_t j = 0; j < slot->count; j++)
            slot->accepted[j] = random_code(random);
    }
    item = build_codes(arena, &field, 1);
    trial->field = &item.fields[0];
    trial->first = trial->earlier = trial->later = -1;
    return item;
}

/* The first slot that accepts the code. */
static int slot_of(const struct code_field *field, const struct code *code)
{
    for (size_t i = 0; i < field->slot_count; i++) {
        for (size_t j = 0; j < field->slots[i].count; j++) {
            if (code_eq(code, &field->slots[i].accepted[j]))
                return (int)i;
        }
    }
    return -1;
}

static void matching_earns_the_most_of_all_ways(void **state)
{
    struct random random = random_seeded(21);
    (void)state;

    for (int round = 0; round < 5000; round++) {
        struct arena arena = {0};
        struct trial trial = {0};
        struct item item = random_item(&arena, &random, &trial);
        struct code_field *field = &item.fields[0];
        struct strbuf answer = {0};
        struct field_feedback *feedback;

        if (random_below(&random, 2) == 0) {
            field->first = field->slots[0].accepted[0];
            trial.first = slot_of(field, &field->first);
        }
        if (random_below(&random, 2) == 0) {
            size_t a = (size_t)random_below(&random, field->slot_count);
            size_t b = (size_t)random_below(&random, field->slot_count);

            field->before = ARENA_NEW(&arena, struct code_order);
            field->before[0] = (struct code_order){field->slots[a].accepted[0],
                                                   field->slots[b].accepted[0]};
            field->before_count = 1;
            trial.earlier = slot_of(field, &field->before[0].first);
            trial.later = slot_of(field, &field->before[0].second);
        }
        strbuf_adds(&answer, "dx=");
        trial.count = (int)random_below(&random, 7);
        for (int i = 0; i < trial.count; i++) {
            trial.codes[i] = random_code(&random);
            if (i > 0)
                strbuf_addc(&answer, ';');
            code_format(&answer, &trial.codes[i], CODE_CPT);
        }
        score_item(&item, strbuf_str(&answer), 1, &arena, &feedback, NULL);
        if (feedback->right_halves != best_of(&trial, 0, 0))
            fail_msg("round %d: %d halves, not %d", round,
                     feedback->right_halves, best_of(&trial, 0, 0));
        strbuf_finish(&answer);
        arena_finish(&arena);
    }
}

static void the_largest_field_is_scored(void **state)
{
    struct arena arena = {0};
    struct code_field field = {
        .id = STR("dx"),
        .set = CODE_ICD_10_CM,
        .slots = ARENA_ARRAY(&arena, struct code_slot, ITEM_CODES_MAX),
        .slot_count = ITEM_CODES_MAX,
    };
    struct strbuf answer = {0};
    struct item item;
    (void)state;

    strbuf_adds(&answer, "dx=");
    for (int i = 0; i < ITEM_CODES_MAX; i++) {
        struct code_slot *slot = &field.slots[i];

        slot->count = ITEM_CODES_MAX;
        slot->accepted = ARENA_ARRAY(&arena, struct code, ITEM_CODES_MAX);
        for (int j = 0; j < ITEM_CODES_MAX; j++)
            slot->accepted[j] =
                build_code(CODE_ICD_10_CM, arena_printf(&arena, "E11.%02d", j));
        strbuf_printf(&answer, "%sE11.%02d", i > 0 ? ";" : "",
                      ITEM_CODES_MAX - 1 - i);
    }
    item = build_codes(&arena, &field, 1);
    assert_int_equal(
        score_item(&item, strbuf_str(&answer), 1, &arena, NULL, NULL).earned,
        ITEM_CODES_MAX * 100);
    strbuf_finish(&answer);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_example_earns_two_and_a_half_of_five),
        cmocka_unit_test(the_example_answered_in_other_ways),
        cmocka_unit_test(details_alternatives_and_duplicates),
        cmocka_unit_test(order_and_first_place),
        cmocka_unit_test(order_among_codes_of_one_base),
        cmocka_unit_test(feedback_brings_the_authors_why_and_what_was_wrong),
        cmocka_unit_test(matching_earns_the_most_of_all_ways),
        cmocka_unit_test(the_largest_field_is_scored),
    };

    return cmocka_run_group_tests_name("score codes", tests, NULL, NULL);
}
