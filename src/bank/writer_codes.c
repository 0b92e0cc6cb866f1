/*
 * Writes the answer of a question of typed codes. Codes are always quoted: what
 * other programs make of 00100 or 0E1 without quotes is not what was meant.
 */
#include "writer_parts.h"

#include "writer_yaml.h"

static void write_code(struct strbuf *out, const struct code *code,
                       enum code_set set)
{
    struct strbuf text = {0};

    code_format(&text, code, set);
    yaml_quoted(out, strbuf_str(&text));
    strbuf_finish(&text);
}

static void write_slots(struct strbuf *out, const struct code_field *field)
{
    strbuf_printf(out, "%*sslots: [", NESTED + 2, "");
    for (size_t i = 0; i < field->slot_count; i++) {
        const struct code_slot *slot = &field->slots[i];

        strbuf_adds(out, i > 0 ? ", [" : "[");
        for (size_t j = 0; j < slot->count; j++) {
            strbuf_adds(out, j > 0 ? ", " : "");
            write_code(out, &slot->accepted[j], field->set);
        }
        strbuf_addc(out, ']');
    }
    strbuf_adds(out, "]\n");
}

static void write_before(struct strbuf *out, const struct code_field *field)
{
    if (field->before_count == 0)
        return;
    strbuf_printf(out, "%*sbefore: [", NESTED + 2, "");
    for (size_t i = 0; i < field->before_count; i++) {
        strbuf_adds(out, i > 0 ? ", [" : "[");
        write_code(out, &field->before[i].first, field->set);
        strbuf_adds(out, ", ");
        write_code(out, &field->before[i].second, field->set);
        strbuf_addc(out, ']');
    }
    strbuf_adds(out, "]\n");
}

static void write_optional(struct strbuf *out, const struct code_field *field)
{
    if (field->optional_count == 0)
        return;
    strbuf_printf(out, "%*soptional: [", NESTED + 2, "");
    for (size_t i = 0; i < field->optional_count; i++) {
        strbuf_adds(out, i > 0 ? ", " : "");
        write_code(out, &field->optional[i], field->set);
    }
    strbuf_adds(out, "]\n");
}

static void write_poa(struct strbuf *out, const struct code_field *field)
{
    if (!field->asks_poa)
        return;
    strbuf_printf(out, "%*spoa: [", NESTED + 2, "");
    for (size_t i = 0; i < field->slot_count; i++)
        strbuf_printf(out, "%s\"%c\"", i > 0 ? ", " : "", field->slots[i].poa);
    strbuf_adds(out, "]\n");
}

static void write_code_whys(struct strbuf *out, const struct code_field *field)
{
    if (field->why_count > 0)
        strbuf_printf(out, "%*swhy:\n", NESTED + 2, "");
    for (size_t i = 0; i < field->why_count; i++) {
        strbuf_printf(out, "%*s", NESTED + 4, "");
        write_code(out, &field->why[i].code, field->set);
        strbuf_adds(out, ": ");
        yaml_value(out, NESTED + 4, field->why[i].why);
    }
}

static void write_field(struct strbuf *out, const struct code_field *field)
{
    strbuf_printf(out, "%*s- field: ", NESTED, "");
    yaml_inline(out, field->id);
    strbuf_addc(out, '\n');
    yaml_text(out, NESTED + 2, "label", field->label);
    strbuf_printf(out, "%*scode_set: %s\n", NESTED + 2, "",
                  code_set_id(field->set));
    write_slots(out, field);
    if (field->first.base[0] != '\0') {
        strbuf_printf(out, "%*sfirst: ", NESTED + 2, "");
        write_code(out, &field->first, field->set);
        strbuf_addc(out, '\n');
    }
    write_before(out, field);
    write_optional(out, field);
    write_poa(out, field);
    write_code_whys(out, field);
}

void bank_write_fields(struct strbuf *out, const struct item *item)
{
    strbuf_printf(out, "%*sanswer:\n", KEY, "");
    for (size_t i = 0; i < item->field_count; i++)
        write_field(out, &item->fields[i]);
}
