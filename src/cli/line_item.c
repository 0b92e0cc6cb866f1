/*
 * A question by itself: its options, its key and why it is the key, for who
 * looks at it in a result, a search or a bank.
 */
#include <string.h>

#include "letters.h"
#include "line_parts.h"
#include "proctor/domain/response.h"

void tell_options(struct talk *talk, const struct item *item, const char *order)
{
    for (int i = 0; order[i] != '\0'; i++)
        talk_say(talk, "%c. " STR_FORMAT, 'A' + i,
                 STR_ARG(item_option(item, order[i])->text));
}

/* --- the key -------------------------------------------------------------- */

void append_slot(struct strbuf *buf, const struct code_slot *slot,
                 enum code_set set)
{
    for (size_t i = 0; i < slot->count; i++) {
        struct code code = slot->accepted[i];

        if (code.poa == '\0')
            code.poa = slot->poa;
        strbuf_adds(buf, i > 0 ? ", or " : "");
        code_format(buf, &code, set);
    }
}

void tell_field_key(struct talk *talk, const struct code_field *field)
{
    struct strbuf text = {0};

    strbuf_adds(&text, "Right: ");
    for (size_t i = 0; i < field->slot_count; i++) {
        strbuf_adds(&text, i > 0 ? "; " : "");
        append_slot(&text, &field->slots[i], field->set);
    }
    strbuf_addc(&text, '.');
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

void tell_field_name(struct talk *talk, const struct code_field *field)
{
    talk_say(talk, STR_FORMAT "%s%s.", STR_ARG(field->label),
             field->label.len > 0 ? ": " : "", code_set_title(field->set));
}

void append_key(struct strbuf *buf, const struct item *item, const char *order)
{
    char keys[ITEM_OPTIONS_MAX + 1], shown[ITEM_OPTIONS_MAX + 1];

    letters_of_keys(item, keys);
    letters_shown(order, str_from(keys), shown);
    strbuf_adds(buf, item->any_key ? "Right is any of: " : "Right: ");
    append_letters(buf, shown);
    strbuf_addc(buf, '.');
}

void tell_key(struct talk *talk, const struct item *item, const char *order)
{
    struct strbuf text = {0};

    for (size_t i = 0; i < item->field_count; i++) {
        tell_field_name(talk, &item->fields[i]);
        tell_field_key(talk, &item->fields[i]);
    }
    if (item->kind == ITEM_CODES)
        return;
    append_key(&text, item, order);
    talk_text(talk, strbuf_str(&text));
    strbuf_finish(&text);
}

/* --- answers -------------------------------------------------------------- */

static void append_entries(struct strbuf *buf, const struct item *item,
                           struct str answer)
{
    size_t told = 0;

    for (size_t i = 0; i < item->field_count; i++) {
        struct code_entries entries;

        response_entries(item, answer, i, &entries);
        for (size_t slot = 0; slot < entries.count; slot++) {
            struct str entry = str_trim(entries.items[slot]);

            if (entry.len == 0)
                continue;
            strbuf_adds(buf, told++ > 0 ? ", " : "");
            strbuf_add(buf, entry);
        }
    }
}

void append_answer(struct strbuf *buf, const struct item *item,
                   const char *order, struct str answer)
{
    char shown[ITEM_OPTIONS_MAX + 1];
    size_t before = buf->len;

    if (item->kind == ITEM_CODES) {
        append_entries(buf, item, answer);
    } else {
        letters_shown(order, answer, shown);
        append_letters(buf, shown);
    }
    if (buf->len == before)
        strbuf_adds(buf, "none");
}

/* --- the reasons ---------------------------------------------------------- */

void tell_explanations(struct talk *talk, const struct item *item,
                       const char *order)
{
    if (item->rationale.len > 0) {
        talk_say(talk, "Why:");
        talk_text(talk, item->rationale);
    }
    for (int i = 0; order[i] != '\0'; i++) {
        const struct option *option = item_option(item, order[i]);

        if (option->why.len > 0)
            talk_say(talk, "About %c: " STR_FORMAT, 'A' + i,
                     STR_ARG(option->why));
    }
    for (size_t i = 0; i < item->references.count; i++)
        talk_say(talk, "Reference: " STR_FORMAT,
                 STR_ARG(item->references.items[i]));
}

/* --- all of it ------------------------------------------------------------ */

static void tell_fields(struct talk *talk, const struct item *item)
{
    for (size_t i = 0; i < item->field_count; i++) {
        tell_field_name(talk, &item->fields[i]);
        talk_say(talk, "%zu code%s asked for.", item->fields[i].slot_count,
                 item->fields[i].slot_count == 1 ? "" : "s");
    }
}

void tell_question(struct talk *talk, const struct item *item,
                   const char *order, const char *name, bool with_key)
{
    talk_gap(talk);
    talk_say(talk, "Question %s.", name);
    if (item->case_text)
        talk_say(talk, "Case: " STR_FORMAT "; 'case' reads it.",
                 STR_ARG(item->case_text->title));
    tell_stem(talk, item);
    tell_options(talk, item, order);
    if (item->kind == ITEM_CODES && !with_key)
        tell_fields(talk, item);
    if (!with_key)
        return;
    tell_key(talk, item, order);
    tell_explanations(talk, item, order);
}
