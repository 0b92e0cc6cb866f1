/*
 * Line layout of folded text: paragraphs are refilled, lines that start with a
 * space are kept. Greedy, since a candidate reads and compares; no hyphen is
 * ever added, since a hyphen changes a code. What a character looks like and
 * how wide it is was decided by fold.c.
 */
#include "proctor/base/wrap.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

#define INDICATOR_A 0x1F1E6u
#define INDICATOR_Z 0x1F1FFu
#define MODIFIER_MAX 2

/* How willingly text parts at a place, in rising order. */
enum joint {
    JOINT_FIRM, /* only where nothing else helps */
    JOINT_EDGE, /* between a code and what touches it: (99213-25) */
    JOINT_WEAK, /* where the word is longer than a line: 12/31, x-ray */
    JOINT_FREE,
};

struct layout {
    struct arena *arena;
    struct {
        struct str *items;
        size_t count, capacity;
    } lines;
    struct strbuf line; /* being filled */
    int columns;
    int used;       /* columns of `line` */
    int gap;        /* spaces due before the next piece */
    bool blank_due; /* a blank line was met and text before it */
    bool ascii;
};

static bool is_upper_or_digit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Part of a word for our purposes: letters, digits and all but ASCII. */
static bool is_word_byte(char c)
{
    return is_upper_or_digit(c) || (c >= 'a' && c <= 'z') ||
           (unsigned char)c >= 0x80;
}

/* Moves `*offset` behind a base with its marks, or a flag. */
static int next_cluster(struct str text, size_t *offset)
{
    uint32_t c = utf8_next(text, offset);
    int width = fold_width(c);

    /* After the fold, indicators come in pairs only. */
    if (c >= INDICATOR_A && c <= INDICATOR_Z && *offset < text.len)
        width += fold_width(utf8_next(text, offset));
    while (*offset < text.len) {
        size_t next = *offset;

        if (fold_width(utf8_next(text, &next)) != 0)
            break;
        *offset = next;
    }
    return width;
}

/* The hyphen at `at` ties a modifier of at most two characters to a code. */
static bool is_modifier_hyphen(struct str word, size_t at)
{
    size_t end = at + 1;

    if (word.data[at] != '-' || at == 0 ||
        !is_upper_or_digit(word.data[at - 1]))
        return false;
    while (end < word.len && is_upper_or_digit(word.data[end]))
        end++;
    return end > at + 1 && end - at - 1 <= MODIFIER_MAX &&
           (end == word.len || !is_word_byte(word.data[end]));
}

static bool is_in_code(struct str word, size_t at)
{
    bool is_inner_dot = word.data[at] == '.' && at > 0 && at + 1 < word.len &&
                        is_upper_or_digit(word.data[at - 1]) &&
                        is_upper_or_digit(word.data[at + 1]);

    return is_upper_or_digit(word.data[at]) || is_inner_dot ||
           is_modifier_hyphen(word, at);
}

/* The joint that the separator before the byte at `at` makes, if any. */
static enum joint separator_joint(struct str word, size_t at)
{
    if (at < 2 || !memchr("-/,;", word.data[at - 1], 4) ||
        !is_word_byte(word.data[at - 2]) || !is_word_byte(word.data[at]) ||
        is_modifier_hyphen(word, at - 1))
        return JOINT_FIRM;

    bool in_number = word.data[at - 1] != ';' && word.data[at - 1] != '-' &&
                     is_digit(word.data[at - 2]) && is_digit(word.data[at]);
    bool is_letter_alone = word.data[at - 1] == '-' &&
                           (at < 3 || !is_word_byte(word.data[at - 3]));
    return in_number || is_letter_alone ? JOINT_WEAK : JOINT_FREE;
}

/* The joint before the byte at `at`, which starts a cluster. */
static enum joint joint_at(struct str word, size_t at)
{
    enum joint joint = separator_joint(word, at);

    if (joint == JOINT_FIRM && is_in_code(word, at - 1) != is_in_code(word, at))
        return JOINT_EDGE;
    return joint;
}

/* Where the piece that starts at `start` ends, parting at joints of at least
 * the given kind. */
static size_t piece_end(struct str text, size_t start, enum joint joint)
{
    size_t offset = start;
    int before = 0;

    while (offset < text.len) {
        size_t at = offset;
        int width = next_cluster(text, &offset);
        bool is_between_wide = before == 2 && width == 2;

        if (at > start && (is_between_wide || joint_at(text, at) >= joint))
            return at;
        before = width;
    }
    return text.len;
}

static void add_line(struct layout *layout, struct str line)
{
    *array_add(&layout->lines) = arena_str(layout->arena, line);
}

static void end_line(struct layout *layout)
{
    if (layout->used > 0)
        add_line(layout, strbuf_str(&layout->line));
    strbuf_clear(&layout->line);
    layout->used = layout->gap = 0;
}

/* Puts a piece not wider than a line on this line or the next. */
static void place(struct layout *layout, struct str piece, int width)
{
    int room = layout->columns - layout->used - width;

    if (room < layout->gap && layout->used > 0) {
        end_line(layout);
    } else {
        /* An indent gives way to the text behind it. */
        int gap = layout->gap < room ? layout->gap : room;

        for (int i = 0; i < gap; i++)
            strbuf_addc(&layout->line, ' ');
        layout->used += gap;
    }
    strbuf_add(&layout->line, piece);
    layout->used += width;
    layout->gap = 0;
}

static void place_clusters(struct layout *layout, struct str text)
{
    struct str too_wide = layout->ascii ? STR("?") : STR("\uFFFD");
    size_t offset = 0;

    while (offset < text.len) {
        size_t start = offset;
        int width = next_cluster(text, &offset);

        if (width > layout->columns)
            place(layout, too_wide, 1);
        else
            place(layout, (struct str){text.data + start, offset - start},
                  width);
    }
}

/* Lays out a word in as large pieces as the line allows. */
static void put_word(struct layout *layout, struct str word, enum joint joint)
{
    size_t start = 0;

    while (start < word.len) {
        size_t end = piece_end(word, start, joint);
        struct str piece = {word.data + start, end - start};
        int width = fold_columns(piece);

        if (width <= layout->columns)
            place(layout, piece, width);
        else if (joint > JOINT_EDGE)
            put_word(layout, piece, joint - 1);
        else
            place_clusters(layout, piece);
        start = end;
    }
}

/* Marks on a space would come to stand at the start of a line. */
static struct str without_leading_marks(struct str word)
{
    size_t offset = 0, next = 0;

    while (offset < word.len && fold_width(utf8_next(word, &next)) == 0)
        offset = next;
    return (struct str){word.data + offset, word.len - offset};
}

/* Lays out the words of a line, with its own spaces where they are kept. */
static void put_words(struct layout *layout, struct str line, bool keep)
{
    size_t offset = 0;

    while (offset < line.len) {
        size_t start = offset;

        while (offset < line.len && line.data[offset] == ' ')
            offset++;
        size_t spaces = offset - start;
        start = offset;
        while (offset < line.len && line.data[offset] != ' ')
            offset++;

        if (!keep)
            layout->gap = layout->used > 0 ? 1 : 0;
        else
            layout->gap = spaces < (size_t)layout->columns ? (int)spaces
                                                           : layout->columns;
        struct str word = {line.data + start, offset - start};
        put_word(layout, without_leading_marks(word), JOINT_FREE);
    }
}

static void put_line(struct layout *layout, struct str line)
{
    bool keep = str_starts(line, " ");

    if (str_trim(line).len == 0) {
        end_line(layout);
        layout->blank_due = layout->lines.count > 0;
        return;
    }
    if (keep)
        end_line(layout);
    if (layout->blank_due)
        add_line(layout, STR(""));
    layout->blank_due = false;
    put_words(layout, line, keep);
    if (keep)
        end_line(layout);
}

struct wrapped wrap_text(struct arena *arena, struct str text, int columns,
                         bool ascii)
{
    struct layout layout = {
        .arena = arena,
        .columns = columns,
        .ascii = ascii,
    };
    struct strbuf folded = {0};
    struct str line;

    assert(columns >= 1);
    fold_append(&folded, text, FOLD_LINES, ascii);
    struct str rest = strbuf_str(&folded);
    while (str_split(&rest, '\n', &line))
        put_line(&layout, line);
    end_line(&layout);

    struct wrapped wrapped = {.count = layout.lines.count};
    wrapped.lines = ARENA_ARRAY(arena, struct str, wrapped.count);
    for (size_t i = 0; i < wrapped.count; i++)
        wrapped.lines[i] = layout.lines.items[i];
    array_free(&layout.lines);
    strbuf_finish(&layout.line);
    strbuf_finish(&folded);
    return wrapped;
}
