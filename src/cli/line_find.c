/*
 * Finding a word in the case and the question: the sentences that hold it,
 * each with the place it stands in. ASCII letters match in either case, any
 * blank matches a line end.
 */
#include <stdio.h>
#include <string.h>

#include "line_parts.h"

struct finder {
    struct talk *talk;
    struct str word;
    const char *where;
    int count;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static char plain(char c)
{
    if (is_blank(c))
        return ' ';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_at(struct str text, size_t at, struct str word)
{
    if (word.len > text.len - at)
        return false;
    for (size_t i = 0; i < word.len; i++)
        if (plain(text.data[at + i]) != plain(word.data[i]))
            return false;
    return true;
}

/* The offset of the word at or behind `from`, or text.len. */
static size_t find_from(struct str text, size_t from, struct str word)
{
    for (size_t at = from; at < text.len; at++)
        if (is_at(text, at, word))
            return at;
    return text.len;
}

/* A sentence or a paragraph ends before the byte at `at`. */
static bool is_boundary(struct str text, size_t at)
{
    char before = text.data[at - 1];

    if (!is_blank(text.data[at]))
        return false;
    if (text.data[at] == '\n' && at + 1 < text.len &&
        is_blank(text.data[at + 1]))
        return true;
    return before == '.' || before == '?' || before == '!';
}

static struct str sentence_at(struct str text, size_t at, size_t *end_out)
{
    size_t start = at, end = at;

    while (start > 0 && !is_boundary(text, start))
        start--;
    while (end < text.len && (end == at || !is_boundary(text, end)))
        end++;
    *end_out = end;
    return str_trim((struct str){text.data + start, end - start});
}

static void look(struct finder *finder, struct str text)
{
    size_t at = find_from(text, 0, finder->word);

    while (at < text.len) {
        size_t end;
        struct str sentence = sentence_at(text, at, &end);

        talk_say(finder->talk, "%s: " STR_FORMAT, finder->where,
                 STR_ARG(sentence));
        finder->count++;
        at = find_from(text, end, finder->word);
    }
}

static void look_in_table(struct finder *finder, const struct exhibit *table)
{
    struct arena *arena = &finder->talk->scratch;
    const char *where = finder->where;
    size_t columns = table->columns.count;

    for (size_t i = 0; i < columns * table->row_count; i++) {
        finder->where =
            arena_printf(arena, "%s, row %zu, " STR_FORMAT, where,
                         i / columns + 1,
                         STR_ARG(table->columns.items[i % columns]));
        look(finder, table->cells[i]);
    }
    finder->where = where;
}

static void look_in_exhibit(struct finder *finder, const char *where,
                            const struct exhibit *exhibit)
{
    finder->where = where;
    look(finder, exhibit->title);
    if (exhibit->columns.count > 0)
        look_in_table(finder, exhibit);
    else
        look(finder, exhibit->text);
}

static void look_in_case(struct finder *finder, const struct case_text *text)
{
    struct arena *arena = &finder->talk->scratch;

    for (size_t i = 0; i < text->part_count; i++) {
        finder->where = arena_printf(arena, "Case part %zu", i + 1);
        look(finder, text->parts[i].heading);
        look(finder, text->parts[i].text);
    }
    for (size_t i = 0; i < text->exhibits.count; i++)
        look_in_exhibit(finder,
                        arena_printf(arena, "Case part %zu",
                                     text->part_count + i + 1),
                        &text->exhibits.items[i]);
}

int tell_found(struct talk *talk, const struct item *item, const char *order,
               struct str word)
{
    struct finder finder = {.talk = talk, .word = word};

    if (item->case_text)
        look_in_case(&finder, item->case_text);
    finder.where = "Question";
    look(&finder, item->stem);
    for (size_t i = 0; i < item->exhibits.count; i++)
        look_in_exhibit(&finder, "Exhibit", &item->exhibits.items[i]);
    for (int i = 0; order[i] != '\0'; i++) {
        const struct option *option = item_option(item, order[i]);

        finder.where = arena_printf(&talk->scratch, "Option %c", 'A' + i);
        if (option)
            look(&finder, option->text);
    }
    return finder.count;
}
