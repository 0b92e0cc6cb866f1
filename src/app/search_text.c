/*
 * Finding words in texts without regard to ASCII capitals, and cutting out what
 * stands around them. Nothing else is normalised: a code is found as it is
 * written.
 */
#include "search_text.h"

#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/utf8.h"

#include "key_words.h"

/* Bytes shown before the word, and read behind the beginning of the excerpt:
 * more than any line of EXCERPT_COLUMNS needs. */
#define BYTES_BEFORE 20
#define BYTES_TAKEN (EXCERPT_COLUMNS * 8)

#define CHARACTERS_MIN 2

/* --- words ---------------------------------------------------------------- */

static size_t count_characters(struct str text)
{
    size_t count = 0;

    for (size_t offset = 0; offset < text.len; count++)
        utf8_next(text, &offset);
    return count;
}

static struct str small_copy(struct str text, struct arena *arena)
{
    char *copy = arena_alloc(arena, text.len + 1, 1);

    for (size_t i = 0; i < text.len; i++)
        copy[i] = ascii_lower(text.data[i]);
    return (struct str){copy, text.len};
}

bool search_words_read(const char *text, struct arena *arena,
                       struct search_words *out, struct error *err)
{
    struct str rest = str_trim(str_from(text)), word;

    out->count = 0;
    if (count_characters(rest) < CHARACTERS_MIN)
        return error_set(err, ERR_USAGE,
                         "a search needs at least %d characters",
                         CHARACTERS_MIN);
    while (str_split(&rest, ' ', &word)) {
        word = str_trim(word);
        if (word.len == 0)
            continue;
        if (out->count == SEARCH_WORDS_MAX)
            return error_set(err, ERR_USAGE, "a search takes at most %d words",
                             SEARCH_WORDS_MAX);
        out->items[out->count++] = small_copy(word, arena);
    }
    return true;
}

/* --- finding -------------------------------------------------------------- */

static bool stands_at(struct str text, size_t offset, struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (ascii_lower(text.data[offset + i]) != word.data[i])
            return false;
    return true;
}

/* Where the word first stands, or text.len. */
static size_t find(struct str text, struct str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++)
        if (stands_at(text, at, word))
            return at;
    return text.len;
}

void search_look(struct search_found *found, struct str text)
{
    size_t first = text.len;

    for (size_t i = 0; i < found->words->count; i++) {
        size_t at = find(text, found->words->items[i]);

        if (at == text.len)
            continue;
        found->which |= 1u << i;
        if (at < first)
            first = at;
    }
    if (first < text.len && found->text.len == 0) {
        found->text = text;
        found->offset = first;
    }
}

static void look_in_exhibits(struct search_found *found,
                             const struct exhibit_list *exhibits)
{
    for (size_t i = 0; i < exhibits->count; i++) {
        const struct exhibit *exhibit = &exhibits->items[i];

        search_look(found, exhibit->title);
        search_look(found, exhibit->text);
        for (size_t j = 0; j < exhibit->columns.count; j++)
            search_look(found, exhibit->columns.items[j]);
        for (size_t j = 0; j < exhibit->columns.count * exhibit->row_count; j++)
            search_look(found, exhibit->cells[j]);
    }
}

static void look_in_case(struct search_found *found,
                         const struct case_text *text)
{
    search_look(found, text->title);
    for (size_t i = 0; i < text->part_count; i++) {
        search_look(found, text->parts[i].heading);
        search_look(found, text->parts[i].text);
    }
    look_in_exhibits(found, &text->exhibits);
}

static void look_in_options(struct search_found *found, const struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++) {
        search_look(found, item->options[i].text);
        search_look(found, item->options[i].why);
    }
}

static void look_in_codes(struct search_found *found, const struct item *item,
                          struct arena *arena)
{
    search_look(found, str_from(key_words(item, arena)));
    for (size_t i = 0; i < item->field_count; i++)
        for (size_t j = 0; j < item->fields[i].why_count; j++)
            search_look(found, item->fields[i].why[j].why);
}

void search_look_in_item(struct search_found *found, const struct item *item,
                         struct arena *arena)
{
    search_look(found, item->stem);
    look_in_options(found, item);
    if (item->kind == ITEM_CODES)
        look_in_codes(found, item, arena);
    if (item->case_text)
        look_in_case(found, item->case_text);
    look_in_exhibits(found, &item->exhibits);
    search_look(found, item->rationale);
    for (size_t i = 0; i < item->references.count; i++)
        search_look(found, item->references.items[i]);
}

bool search_is_found(const struct search_found *found)
{
    return found->which == (1u << found->words->count) - 1;
}

/* --- showing -------------------------------------------------------------- */

/* Where the excerpt begins: a little before the word, behind a blank if there
 * is one. */
static size_t begin_of(const struct search_found *found)
{
    size_t begin = found->offset > BYTES_BEFORE
                       ? utf8_floor(found->text, found->offset - BYTES_BEFORE)
                       : 0;

    for (size_t at = begin; begin > 0 && at <= found->offset; at++)
        if (found->text.data[at - 1] == ' ' || found->text.data[at - 1] == '\n')
            return at;
    return begin;
}

/* As much as fits, up to a blank unless that stands in the first half, where
 * the word may come behind it. */
static struct str cut(struct str line, int columns)
{
    size_t end = 0, blank = 0;

    for (size_t offset = 0; offset < line.len; end = offset) {
        columns -= fold_width(utf8_next(line, &offset));
        if (columns < 0)
            return (struct str){line.data, blank > 0 ? blank : end};
        if (line.data[end] == ' ' && end >= EXCERPT_COLUMNS / 2)
            blank = end;
    }
    return line;
}

const char *search_excerpt(const struct search_found *found,
                           struct arena *arena)
{
    size_t begin = begin_of(found);
    struct str rest = {found->text.data + begin, found->text.len - begin};
    bool is_cut = rest.len > BYTES_TAKEN;
    struct str line, shown;

    if (is_cut)
        rest.len = utf8_floor(rest, BYTES_TAKEN);
    line = fold_line(arena, str_trim(rest));
    shown = cut(line, EXCERPT_COLUMNS);
    return arena_printf(arena, "%s" STR_FORMAT "%s", begin > 0 ? "..." : "",
                        STR_ARG(shown),
                        is_cut || shown.len < line.len ? "..." : "");
}
