/*
 * Answers as text: whether a text can be an answer to an item, and how a key
 * stroke or a typed code changes it. The texts come from screens, scripts and
 * files, so nothing is taken for granted. Marks are given in score.c; when an
 * answer was given is known to sitting.c.
 */
#include "proctor/domain/response.h"

#include <string.h>

#include "proctor/base/utf8.h"

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

static bool is_clean(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);

        if (c == UTF8_INVALID || is_control(c))
            return false;
    }
    return true;
}

static bool letters_are_valid(const struct item *item, struct str answer)
{
    char last = '\0';

    if (answer.len > item_choose_count(item))
        return false;
    for (size_t i = 0; i < answer.len; i++) {
        if (answer.data[i] <= last || !item_option(item, answer.data[i]))
            return false;
        last = answer.data[i];
    }
    return true;
}

/* Cuts "id=entries" in two. */
static bool split_line(struct str line, struct str *id_out,
                       struct str *entries_out)
{
    const char *sign = line.len > 0 ? memchr(line.data, '=', line.len) : NULL;
    size_t len;

    if (!sign)
        return false;
    len = (size_t)(sign - line.data);
    *id_out = (struct str){line.data, len};
    *entries_out = (struct str){sign + 1, line.len - len - 1};
    return true;
}

/* The index of the field at or after `from`, or field_count. */
static size_t find_field(const struct item *item, struct str id, size_t from)
{
    while (from < item->field_count && !str_eq(item->fields[from].id, id))
        from++;
    return from;
}

static size_t count_entries(struct str entries)
{
    size_t count = 1;

    for (size_t i = 0; i < entries.len; i++)
        count += entries.data[i] == ';';
    return count;
}

/* Fields in the item's order, each at most once. */
static bool lines_are_valid(const struct item *item, struct str answer)
{
    size_t next = 0;
    struct str line;

    if (answer.len > 0 && answer.data[answer.len - 1] == '\n')
        return false;
    while (str_split(&answer, '\n', &line)) {
        struct str id;
        struct str entries;

        if (!split_line(line, &id, &entries) || !is_clean(entries) ||
            count_entries(entries) > ITEM_CODES_MAX)
            return false;
        next = find_field(item, id, next) + 1;
        if (next > item->field_count)
            return false;
    }
    return true;
}

bool response_is_valid(const struct item *item, struct str answer)
{
    if (answer.len > RESPONSE_TEXT_MAX)
        return false;
    return item->kind == ITEM_CODES ? lines_are_valid(item, answer)
                                    : letters_are_valid(item, answer);
}

void response_entries(const struct item *item, struct str answer, size_t index,
                      struct code_entries *out)
{
    struct str line;
    struct str id;
    struct str entries;
    struct str entry;

    out->count = 0;
    while (str_split(&answer, '\n', &line)) {
        if (!split_line(line, &id, &entries) ||
            !str_eq(id, item->fields[index].id))
            continue;
        while (out->count < ITEM_CODES_MAX && str_split(&entries, ';', &entry))
            out->items[out->count++] = entry;
        break;
    }
    while (out->count > 0 && str_trim(out->items[out->count - 1]).len == 0)
        out->count--;
}

/* As many entries as slots, each with its POA where that is asked for. */
static bool field_is_complete(const struct item *item, struct str answer,
                              size_t index)
{
    const struct code_field *field = &item->fields[index];
    struct code_entries entries;
    size_t filled = 0;

    response_entries(item, answer, index, &entries);
    for (size_t i = 0; i < entries.count; i++) {
        struct code code;

        if (code_parse(entries.items[i], field->set, &code) == CODE_EMPTY)
            continue;
        if (field->asks_poa && code.poa == 0)
            return false;
        filled++;
    }
    return filled >= field->slot_count;
}

bool response_is_complete(const struct item *item, struct str answer)
{
    if (item->kind != ITEM_CODES)
        return answer.len > 0 && answer.len == item_choose_count(item);
    for (size_t i = 0; i < item->field_count; i++) {
        if (!field_is_complete(item, answer, i))
            return false;
    }
    return answer.len > 0;
}

bool response_has(struct str answer, char letter)
{
    return answer.len > 0 && memchr(answer.data, letter, answer.len) != NULL;
}

/* The letters without `letter`, and with it in its place when `with` is set. */
static struct str with_letter(struct str answer, char letter, bool with,
                              struct arena *arena)
{
    char *text = arena_alloc(arena, answer.len + 2, 1);
    size_t len = 0;

    for (size_t i = 0; i < answer.len; i++) {
        char c = answer.data[i];

        if (with && letter < c) {
            text[len++] = letter;
            with = false;
        }
        if (c != letter)
            text[len++] = c;
    }
    if (with)
        text[len++] = letter;
    return (struct str){text, len};
}

bool response_toggle(const struct item *item, struct str answer, char letter,
                     struct arena *arena, struct str *out, struct error *err)
{
    size_t most = item_choose_count(item);

    if (!item_option(item, letter))
        return error_set(err, ERR_INVALID, "this question has no option %c",
                         letter);
    if (most == 1) {
        *out = with_letter(STR(""), letter, true, arena);
        return true;
    }
    if (!response_has(answer, letter) && answer.len >= most)
        return error_set(err, ERR_INVALID,
                         "choose %zu: take one out before you add another",
                         most);
    *out = with_letter(answer, letter, !response_has(answer, letter), arena);
    return true;
}

/* An entry as it may stand in an answer. */
static struct str clean_entry(struct str text, struct arena *arena)
{
    char *clean = arena_alloc(arena, text.len + 1, 1);

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        clean[i] = is_control((unsigned char)c < 0x80 ? (uint32_t)c : 0x100) ||
                           c == ';' || c == '='
                       ? ' '
                       : c;
    }
    return (struct str){clean, text.len};
}

static void append_field(struct strbuf *buf, struct str id,
                         const struct code_entries *entries, size_t count)
{
    if (buf->len > 0)
        strbuf_addc(buf, '\n');
    strbuf_add(buf, id);
    for (size_t i = 0; i < count; i++) {
        strbuf_addc(buf, i == 0 ? '=' : ';');
        strbuf_add(buf, entries->items[i]);
    }
}

/* Puts the entry in its slot; gives the count without empty ones at the end. */
static size_t set_entry(struct code_entries *entries, size_t slot,
                        struct str text)
{
    while (entries->count <= slot)
        entries->items[entries->count++] = STR("");
    entries->items[slot] = text;
    while (entries->count > 0 &&
           str_trim(entries->items[entries->count - 1]).len == 0)
        entries->count--;
    return entries->count;
}

struct str response_with_entry(const struct item *item, struct str answer,
                               size_t index, size_t slot, struct str text,
                               struct arena *arena)
{
    struct strbuf buf = {0};
    struct str result;

    if (slot >= ITEM_CODES_MAX)
        return arena_str(arena, answer);
    for (size_t i = 0; i < item->field_count; i++) {
        struct code_entries entries;
        size_t count;

        response_entries(item, answer, i, &entries);
        count = i == index ? set_entry(&entries, slot, clean_entry(text, arena))
                           : entries.count;
        if (count > 0)
            append_field(&buf, item->fields[i].id, &entries, count);
    }
    result = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return result;
}
