/*
 * Makes the values that tests work on out of short texts. Anything that cannot
 * be made fails the test at once.
 */
#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct str_list build_list(struct arena *arena, const char *texts)
{
    struct str rest = str_from(arena_strdup(arena, texts));
    struct str_list list = {.items =
                                ARENA_ARRAY(arena, struct str, rest.len + 1)};

    while (str_split(&rest, '|', &list.items[list.count]))
        list.count++;
    return list;
}

struct item build_choice(struct arena *arena, const char *options,
                         const char *keys)
{
    struct str_list texts = build_list(arena, options);
    struct item item = {
        .id = STR("item"),
        .topic = STR("anatomy"),
        .kind = strlen(keys) == 1 ? ITEM_SINGLE : ITEM_MULTIPLE,
        .stem = STR("What is right?"),
        .rationale = STR(""),
        .option_count = texts.count,
    };

    item.options = ARENA_ARRAY(arena, struct option, texts.count);
    for (size_t i = 0; i < texts.count; i++) {
        char letter = (char)('A' + i);

        item.options[i] = (struct option){
            .letter = letter,
            .text = texts.items[i],
            .why = STR(""),
            .is_key = strchr(keys, letter) != NULL,
        };
    }
    return item;
}

struct code build_code(enum code_set set, const char *text)
{
    struct code code;

    assert_int_equal(code_parse(str_from(text), set, &code), CODE_OK);
    return code;
}

static struct code_slot build_slot(struct arena *arena, enum code_set set,
                                   struct str alternatives)
{
    struct code_slot slot = {
        .accepted = ARENA_ARRAY(arena, struct code, alternatives.len)};
    struct str text;

    while (str_split(&alternatives, ',', &text)) {
        struct code code;

        assert_int_equal(code_parse(text, set, &code), CODE_OK);
        if (slot.count == 0)
            slot.poa = code.poa;
        code.poa = '\0';
        slot.accepted[slot.count++] = code;
    }
    return slot;
}

struct code_field build_field(struct arena *arena, enum code_set set,
                              const char *slots, const char *optional)
{
    struct str_list slot_texts = build_list(arena, slots);
    struct str_list optional_texts = build_list(arena, optional);
    struct code_field field = {
        .id = STR("dx"),
        .label = STR("Diagnoses"),
        .set = set,
        .slots = ARENA_ARRAY(arena, struct code_slot, slot_texts.count),
        .slot_count = slot_texts.count,
        .optional = ARENA_ARRAY(arena, struct code, optional_texts.count),
        .optional_count = optional_texts.count,
    };

    for (size_t i = 0; i < slot_texts.count; i++) {
        field.slots[i] = build_slot(arena, set, slot_texts.items[i]);
        field.asks_poa = field.asks_poa || field.slots[i].poa != '\0';
    }
    for (size_t i = 0; i < optional_texts.count; i++)
        assert_int_equal(code_parse(optional_texts.items[i], set,
                                    &field.optional[i]),
                         CODE_OK);
    return field;
}

struct item build_codes(struct arena *arena, const struct code_field *fields,
                        size_t count)
{
    struct item item = {
        .id = STR("item"),
        .topic = STR("icd-10-cm"),
        .kind = ITEM_CODES,
        .stem = STR("Assign the codes."),
        .rationale = STR(""),
        .fields = ARENA_ARRAY(arena, struct code_field, count),
        .field_count = count,
    };

    for (size_t i = 0; i < count; i++)
        item.fields[i] = fields[i];
    return item;
}

void build_before(struct arena *arena, struct code_field *field,
                  const char *first, const char *second)
{
    struct code_order *pairs =
        ARENA_ARRAY(arena, struct code_order, field->before_count + 1);

    if (field->before_count > 0)
        memcpy(pairs, field->before, field->before_count * sizeof *pairs);
    pairs[field->before_count++] = (struct code_order){
        build_code(field->set, first), build_code(field->set, second)};
    field->before = pairs;
}
