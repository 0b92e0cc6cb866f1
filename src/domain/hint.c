/*
 * Hints of practice: which there are for an item, and their words. What of the
 * author's texts would give the key away is found in hint_leaks.c. Rules:
 * docs/practice.md.
 */
#include "proctor/domain/hint.h"

#include <assert.h>
#include <string.h>

#include "hint_leaks.h"

/* The bytes of a code that name its category. */
enum { CATEGORY_BYTES = 3 };

static bool may_be_told(const struct item *item, struct str text)
{
    return text.len > 0 && !text_names_key(item, text) &&
           !text_points_at_key(item, text);
}

static bool tell_references(const struct item *item, struct strbuf *out)
{
    size_t told = 0;

    for (size_t i = 0; i < item->references.count; i++) {
        struct str reference = item->references.items[i];

        if (!may_be_told(item, reference))
            continue;
        strbuf_adds(out, told++ == 0 ? "Look it up: " : "; ");
        strbuf_add(out, reference);
    }
    return told > 0;
}

static bool tell_books(const struct item *item, struct strbuf *out)
{
    size_t told = 0;

    for (int set = 0; set < CODE_SET_COUNT; set++) {
        if ((item->needs >> set & 1) == 0)
            continue;
        strbuf_adds(out, told++ == 0 ? "Look it up in " : " and ");
        strbuf_adds(out, code_set_title((enum code_set)set));
    }
    return told > 0;
}

/* A path of words: "sepsis/present-on-admission". */
static bool tell_objective(const struct item *item, struct strbuf *out)
{
    if (!may_be_told(item, item->objective))
        return false;
    strbuf_adds(out, "Think of ");
    for (size_t i = 0; i < item->objective.len; i++) {
        char c = item->objective.data[i];

        if (c == '/')
            strbuf_adds(out, ", ");
        else
            strbuf_addc(out, c == '-' ? ' ' : c);
    }
    return true;
}

/* False, with nothing added, when the author says nothing that may be told. */
static bool tell_place(const struct item *item, struct strbuf *out)
{
    if (!tell_references(item, out) && !tell_books(item, out) &&
        !tell_objective(item, out))
        return false;
    strbuf_addc(out, '.');
    return true;
}

static bool has_place(const struct item *item)
{
    struct strbuf unused = {0};
    bool is_there = tell_place(item, &unused);

    strbuf_finish(&unused);
    return is_there;
}

/* Wrong options that may be named: all but one. */
static size_t count_wrong(const struct item *item)
{
    size_t wrong = item->option_count - item_key_count(item);

    return wrong > 0 ? wrong - 1 : 0;
}

static size_t count_slots(const struct item *item)
{
    size_t slots = 0;

    for (size_t i = 0; i < item->field_count; i++)
        slots += item->fields[i].slot_count;
    return slots;
}

size_t hint_count(const struct item *item)
{
    return (size_t)has_place(item) +
           (item->kind == ITEM_CODES ? count_slots(item) : count_wrong(item));
}

static char letter_shown(const char *option_order, char letter)
{
    const char *place = strchr(option_order, letter);

    assert(place);
    return (char)('A' + (place - option_order));
}

static void tell_wrong(const struct item *item, const char *option_order,
                       size_t number, struct strbuf *out)
{
    const struct option *option = item->options;

    while (option->is_key || --number > 0)
        option++;
    strbuf_printf(out, "%c is wrong.",
                  letter_shown(option_order, option->letter));
    if (option->why.len == 0 || text_names_key(item, option->why))
        return;
    strbuf_addc(out, ' ');
    strbuf_add(out, option->why);
}

static void tell_category(const struct code_field *field, size_t slot,
                          struct strbuf *out)
{
    const char *base = field->slots[slot].accepted[0].base;
    bool is_whole = strlen(base) <= CATEGORY_BYTES;

    strbuf_adds(out, field->slot_count == 1 ? "The code" : "One of the codes");
    if (field->label.len > 0)
        strbuf_printf(out, " of \"" STR_FORMAT "\"", STR_ARG(field->label));
    strbuf_printf(out, " begins with %.*s.", is_whole ? 1 : CATEGORY_BYTES,
                  base);
}

static void tell_slot(const struct item *item, size_t number,
                      struct strbuf *out)
{
    const struct code_field *field = item->fields;
    size_t slot = number - 1;

    for (; slot >= field->slot_count; field++)
        slot -= field->slot_count;
    tell_category(field, slot, out);
}

struct str hint_text(const struct item *item, const char *option_order,
                     size_t number, struct arena *arena)
{
    struct strbuf buf = {0};
    size_t places = tell_place(item, &buf);
    struct str text;

    assert(number >= 1 && number <= hint_count(item));
    if (number > places) {
        strbuf_clear(&buf);
        if (item->kind == ITEM_CODES)
            tell_slot(item, number - places, &buf);
        else
            tell_wrong(item, option_order, number - places, &buf);
    }
    text = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return text;
}
