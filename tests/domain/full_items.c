/*
 * Items of both kinds and a case with something in every member, some of it
 * chosen to look like the grammar of the canonical form.
 */
#include "full_items.h"

#include "build.h"

static struct exhibit_list build_exhibits(struct arena *arena)
{
    struct exhibit_list list = {ARENA_ARRAY(arena, struct exhibit, 2), 2};
    struct str_list cells = build_list(arena, "Troponin I|2.1|Sodium|138");

    list.items[0] = (struct exhibit){
        .id = STR("labs"),
        .title = STR("Laboratory"),
        .columns = build_list(arena, "Test|Value"),
        .cells = cells.items,
        .row_count = 2,
    };
    list.items[1] =
        (struct exhibit){.id = STR("note"), .text = STR("line one\nline two")};
    return list;
}

struct item build_full_choice(struct arena *arena)
{
    struct item item = build_choice(arena, "first|second|third|none", "AC");
    struct extra *extra = ARENA_NEW(arena, struct extra);

    *extra = (struct extra){STR("x-proof"), STR("{\"line\": 12}")};
    item.options[1].why = STR("because: 5:a\n");
    item.options[3].is_pinned = true;
    item.any_key = true;
    item.difficulty = DIFFICULTY_HARD;
    item.shuffle = SHUFFLE_YES;
    item.needs = 1u << CODE_CPT | 1u << CODE_ICD_10_PCS;
    item.exhibits = build_exhibits(arena);
    item.rationale = STR("Why \xC3\xA9.");
    item.objective = STR("sepsis/sequencing");
    item.author = STR("someone");
    item.references = build_list(arena, "I.C.1.d.4|tabular");
    item.enemies = build_list(arena, "sepsis-1");
    item.tags = build_list(arena, "a|b|c");
    item.was = build_list(arena, "proctor/old-bank/old-id");
    item.exams = build_list(arena, "cpc");
    item.not_exams = build_list(arena, "ccs|cca");
    item.lint_ignore = build_list(arena, "clang");
    item.lint_because = STR("the word is the term");
    item.code_years.years[CODE_ICD_10_CM] = build_list(arena, "FY2026|FY2027");
    item.extras = (struct extra_list){extra, 1};
    return item;
}

struct item build_full_codes(struct arena *arena)
{
    struct code_field fields[2] = {
        build_field(arena, CODE_ICD_10_CM,
                    "I13.0 (Y)|I50.23,I50.33 (N)|E11.22|N18.32",
                    "Z79.4|Z79.84"),
        build_field(arena, CODE_CPT, "11042-59-RT x2", ""),
    };
    struct code_why *why = ARENA_NEW(arena, struct code_why);

    *why = (struct code_why){build_code(CODE_ICD_10_CM, "Z79.4"),
                             STR("insulin is not mentioned")};
    fields[0].first = build_code(CODE_ICD_10_CM, "I13.0");
    build_before(arena, &fields[0], "E11.22", "N18.32");
    fields[0].why = why;
    fields[0].why_count = 1;
    fields[1].id = STR("px");
    fields[1].label = STR("");
    return build_codes(arena, fields, 2);
}

struct case_text build_case(struct arena *arena)
{
    struct text_part *parts = ARENA_ARRAY(arena, struct text_part, 2);

    parts[0] = (struct text_part){STR("Chief complaint"), STR("Chest pain.")};
    parts[1] = (struct text_part){STR(""), STR("")};
    return (struct case_text){
        .id = STR("er-chest-pain"),
        .title = STR("Emergency department record"),
        .parts = parts,
        .part_count = 2,
        .exhibits = build_exhibits(arena),
    };
}
