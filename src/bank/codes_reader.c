/*
 * The answer of a question of typed codes: its fields, the accepted codes of
 * their slots, and what else can be said about codes. Codes are checked by
 * shape only; whether they exist, no file here knows.
 */
#include "bank_parts.h"

#include <assert.h>
#include <string.h>

#include "values.h"

/* A field while it is read: codes wait until their code set is known. */
struct field_draft {
    struct code_field field;
    const struct node *set, *slots, *first, *before, *optional, *poa, *why;
};

#define FIELD(name) offsetof(struct field_draft, name)

static const struct key keys[] = {
    {"field", read_shape, FIELD(field.id), &shape_id, true},
    {"label", read_line, FIELD(field.label), NULL, false},
    {"code_set", read_node, FIELD(set), NULL, true},
    {"slots", read_node, FIELD(slots), NULL, true},
    {"first", read_node, FIELD(first), NULL, false},
    {"before", read_node, FIELD(before), NULL, false},
    {"optional", read_node, FIELD(optional), NULL, false},
    {"poa", read_node, FIELD(poa), NULL, false},
    {"why", read_node, FIELD(why), NULL, false},
};

static const struct schema field_schema = {
    "a field of codes", keys, sizeof keys / sizeof *keys, SCHEMA_NO_EXTRAS};

static void report_code(struct reader *reader, const struct node *value,
                        enum code_set set, enum code_problem problem)
{
    report_error(&reader->report, value->place, "codes/shape",
                 "'" STR_FORMAT "' is no %s code: %s", STR_ARG(value->text),
                 code_set_title(set), code_problem_text(problem));
    if (problem == CODE_LEADING_ZEROS)
        report_hint(&reader->report,
                    "were leading zeros lost? quote codes, as in \"00100\"");
}

/* The code a text holds. False, and reported, when it holds none. */
static bool read_code(struct reader *reader, const struct node *key,
                      const struct node *value, enum code_set set,
                      struct code *out)
{
    struct str text;

    if (!value_text(reader, key, value, &text))
        return false;
    enum code_problem problem = code_parse(text, set, out);

    if (problem != CODE_OK) {
        report_code(reader, value, set, problem);
        return false;
    }
    if (out->poa != 0) {
        report_error(&reader->report, value->place, "codes/poa",
                     "the POA indicator of '" STR_FORMAT "' is out of place",
                     STR_ARG(text));
        report_hint(&reader->report,
                    "give the indicators of all slots: 'poa: [Y, N, ...]'");
        return false;
    }
    return true;
}

static void read_slot(struct reader *reader, const struct node *key,
                      const struct node *entry, enum code_set set,
                      struct code_slot *slot)
{
    if (entry->is_broken)
        return;
    if (entry->kind != NODE_LIST || entry->count == 0 ||
        entry->count > ALTERNATIVES_MAX) {
        report_error(&reader->report, entry->place, "codes/slot",
                     "a slot is a list of 1 to %d accepted codes",
                     ALTERNATIVES_MAX);
        report_hint(&reader->report, "write 'slots: [[I13.0], [I50.23]]': one "
                                     "list inside for each code asked for");
        return;
    }
    slot->accepted = ARENA_ARRAY(reader->arena, struct code, entry->count);
    for (const struct node *code = entry->first; code; code = code->next)
        if (read_code(reader, key, code, set, &slot->accepted[slot->count]))
            slot->count++;
}

static void read_slots(struct reader *reader, const struct node *key,
                       struct code_field *field)
{
    if (!value_is_list(reader, key, ITEM_CODES_MAX))
        return;
    field->slots =
        ARENA_ARRAY(reader->arena, struct code_slot, key->value->count);
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next)
        read_slot(reader, key, entry, field->set,
                  &field->slots[field->slot_count++]);
}

/* The first slot that accepts the code, or -1. */
static int slot_of(const struct code_field *field, const struct code *code)
{
    for (size_t i = 0; i < field->slot_count; i++)
        for (size_t j = 0; j < field->slots[i].count; j++)
            if (code_eq(&field->slots[i].accepted[j], code))
                return (int)i;
    return -1;
}

static bool is_accepted(const struct code_field *field, const struct code *code)
{
    return slot_of(field, code) >= 0;
}

/* A code that one of the slots must accept. */
static bool read_slot_code(struct reader *reader, const struct node *key,
                           const struct node *value,
                           const struct code_field *field, struct code *out)
{
    if (!read_code(reader, key, value, field->set, out))
        return false;
    if (is_accepted(field, out))
        return true;
    report_error(&reader->report, value->place, "codes/not-in-slots",
                 "'" STR_FORMAT "' in '" STR_FORMAT "' is accepted by no slot",
                 STR_ARG(value->text), STR_ARG(key->text));
    return false;
}

static void read_first(struct reader *reader, const struct node *key,
                       struct code_field *field)
{
    struct code code;

    if (read_slot_code(reader, key, key->value, field, &code))
        field->first = code;
}

static_assert(ITEM_CODES_MAX <= 32, "the slots of a field fit one mask");

/* The pairs read so far put slot `to` behind slot `from`. */
static bool leads_to(const struct code_field *field, int from, int to)
{
    uint32_t reached = UINT32_C(1) << from;
    uint32_t before;

    do {
        before = reached;
        for (size_t i = 0; i < field->before_count; i++)
            if (reached >> slot_of(field, &field->before[i].first) & 1)
                reached |= UINT32_C(1)
                           << slot_of(field, &field->before[i].second);
    } while (reached != before);
    return (reached >> to & 1) != 0;
}

/* Why nobody can enter the codes of a pair in its order, or NULL. */
static const char *pair_problem(const struct code_field *field,
                                const struct code_order *order)
{
    int first = slot_of(field, &order->first);
    int second = slot_of(field, &order->second);

    if (first == second)
        return "both codes of the pair belong to one slot";
    if (field->first.base[0] != '\0' && second == slot_of(field, &field->first))
        return "the second code of the pair belongs to the slot of 'first'";
    if (leads_to(field, second, first))
        return "the pairs above put these two the other way round";
    return NULL;
}

static bool read_pair(struct reader *reader, const struct node *key,
                      const struct node *pair, const struct code_field *field,
                      struct code_order *out)
{
    const char *problem;

    if (pair->kind != NODE_LIST || pair->count != 2) {
        report_error(&reader->report, pair->place, "codes/before",
                     "'before' is a list of pairs");
        report_hint(&reader->report, "write 'before: [[E11.22, N18.32]]'");
        return false;
    }
    if (!read_slot_code(reader, key, pair->first, field, &out->first) ||
        !read_slot_code(reader, key, pair->first->next, field, &out->second))
        return false;
    problem = pair_problem(field, out);
    if (problem)
        report_error(&reader->report, pair->place, "codes/before", "%s",
                     problem);
    return problem == NULL;
}

static void read_before(struct reader *reader, const struct node *key,
                        struct code_field *field)
{
    if (!value_is_list(reader, key, ITEM_CODES_MAX))
        return;
    field->before =
        ARENA_ARRAY(reader->arena, struct code_order, key->value->count);
    for (const struct node *pair = key->value->first; pair; pair = pair->next) {
        if (read_pair(reader, key, pair, field,
                      &field->before[field->before_count]))
            field->before_count++;
    }
}

static void read_optional(struct reader *reader, const struct node *key,
                          struct code_field *field)
{
    if (!value_is_list(reader, key, ITEM_CODES_MAX))
        return;
    field->optional =
        ARENA_ARRAY(reader->arena, struct code, key->value->count);
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next) {
        struct code *code = &field->optional[field->optional_count];

        if (!read_code(reader, key, entry, field->set, code))
            continue;
        if (is_accepted(field, code))
            report_error(&reader->report, entry->place, "codes/optional",
                         "'" STR_FORMAT "' is asked for by a slot and cannot "
                         "be optional",
                         STR_ARG(entry->text));
        else
            field->optional_count++;
    }
}

static bool read_poa_entry(struct reader *reader, const struct node *key,
                           const struct node *entry, char *out)
{
    static const char *const indicators[] = {"Y", "N", "U", "W", "1", NULL};
    int index;

    if (!value_choice(reader, key, entry, indicators, &index))
        return false;
    *out = indicators[index][0];
    return true;
}

static void read_poa(struct reader *reader, const struct node *key,
                     struct code_field *field)
{
    size_t index = 0;

    if (field->set != CODE_ICD_10_CM) {
        report_error(&reader->report, key->place, "codes/poa",
                     "only ICD-10-CM codes have a POA indicator");
        return;
    }
    if (!value_is_list(reader, key, ITEM_CODES_MAX))
        return;
    if (key->value->count != field->slot_count) {
        report_error(&reader->report, key->value->place, "codes/poa",
                     "'poa' has %zu indicators for %zu slots",
                     key->value->count, field->slot_count);
        return;
    }
    field->asks_poa = true;
    for (const struct node *entry = key->value->first; entry;
         entry = entry->next)
        read_poa_entry(reader, key, entry, &field->slots[index++].poa);
}

static void read_code_whys(struct reader *reader, const struct node *key,
                           struct code_field *field)
{
    if (!value_is_map(reader, key, CODE_WHY_MAX))
        return;
    field->why = ARENA_ARRAY(reader->arena, struct code_why, key->value->count);
    for (const struct node *code = key->value->first; code; code = code->next) {
        struct code_why *why = &field->why[field->why_count];

        if (!read_code(reader, key, code, field->set, &why->code) ||
            !value_prose(reader, code, code->value, &why->why))
            continue;
        for (size_t i = 0; i < field->why_count; i++)
            if (code_eq(&field->why[i].code, &why->code))
                report_error(&reader->report, code->place,
                             "schema/repeated-key",
                             "'" STR_FORMAT "' stands here twice",
                             STR_ARG(code->text));
        field->why_count++;
    }
}

/* In this order: the later ones look at the slots. */
static void read_codes(struct reader *reader, struct field_draft *draft)
{
    typedef void read_part(struct reader *, const struct node *,
                           struct code_field *);
    const struct {
        const struct node *key;
        read_part *read;
    } parts[] = {
        {draft->slots, read_slots},   {draft->first, read_first},
        {draft->before, read_before}, {draft->optional, read_optional},
        {draft->poa, read_poa},       {draft->why, read_code_whys},
    };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].key)
            parts[i].read(reader, parts[i].key, &draft->field);
}

static void read_field(struct reader *reader, const struct node *entry,
                       struct item *item)
{
    struct field_draft draft = {.field = {.id = STR(""), .label = STR("")}};

    schema_walk(reader, &field_schema, entry, &draft);
    if (draft.set &&
        value_code_set(reader, draft.set, draft.set->value, &draft.field.set))
        read_codes(reader, &draft);
    for (size_t i = 0; i < item->field_count; i++)
        if (str_eq(item->fields[i].id, draft.field.id) &&
            draft.field.id.len > 0)
            report_error(&reader->report, entry->place, "codes/repeated-field",
                         "two fields have the id '" STR_FORMAT "'",
                         STR_ARG(draft.field.id));
    item->fields[item->field_count++] = draft.field;
}

void code_fields_read(struct reader *reader, const struct node *answer,
                      struct item *item)
{
    if (answer->value->kind != NODE_LIST && !answer->value->is_broken) {
        report_error(&reader->report, answer->value->place, "item/answer-kind",
                     "a question of typed codes has a list of fields as its "
                     "answer");
        report_hint(&reader->report, "each begins with '- field: dx'");
        return;
    }
    if (!value_is_list(reader, answer, ITEM_FIELDS_MAX))
        return;
    item->fields =
        ARENA_ARRAY(reader->arena, struct code_field, answer->value->count);
    for (const struct node *entry = answer->value->first; entry;
         entry = entry->next)
        read_field(reader, entry, item);
}

/* "99213-25, 36415" begins with one; "12,000 units" does not. */
static bool begins_with_cpt(struct str text)
{
    struct code code;
    size_t len = 0;

    text = str_trim(text);
    while (len < text.len && strchr(" ,;\n", text.data[len]) == NULL)
        len++;
    return len >= 5 &&
           code_parse((struct str){text.data, len}, CODE_CPT, &code) == CODE_OK;
}

bool item_cites_cpt(const struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++)
        if (begins_with_cpt(item->options[i].text))
            return true;
    for (size_t i = 0; i < item->field_count; i++)
        if (item->fields[i].set == CODE_CPT)
            return true;
    return false;
}
