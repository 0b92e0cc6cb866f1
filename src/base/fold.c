/*
 * The display fold: decodes, drops or replaces what terminals lay out in
 * different ways, and what could command a terminal. Rules version 1, with
 * their reasons: docs/text.md. The data are in fold_tables.c; how folded text
 * is cut into lines is wrap.c's matter. Widths are libc's, which are those
 * ncurses works with.
 */
#include "proctor/base/fold.h"

#include <string.h>
#include <wchar.h>

#include "fold_tables.h"
#include "proctor/base/arena.h"
#include "proctor/base/utf8.h"

#define BYTES(b) (UINT64_C(0x0101010101010101) * (b))

enum {
    MARKS_MAX = 4, /* ncurses keeps so many on a base and loses the rest */

    INDICATOR_A = 0x1F1E6, /* regional indicators, pairs of which are flags */
    INDICATOR_Z = 0x1F1FF,

    /* Names and arithmetic of the Unicode Standard, section 3.12. */
    S_BASE = 0xAC00,
    L_BASE = 0x1100,
    V_BASE = 0x1161,
    T_BASE = 0x11A7,
    L_COUNT = 19,
    V_COUNT = 21,
    T_COUNT = 28,
    S_COUNT = L_COUNT * V_COUNT * T_COUNT,
};

struct folder {
    struct strbuf *out;
    enum fold_mode mode;
    bool ascii;
    uint32_t held; /* waits for a partner to join with; 0 for none */
    int marks;     /* on the last base; MARKS_MAX where none may stand */
};

static bool in_ranges(const struct fold_range *ranges, size_t count, uint32_t c)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && c >= ranges[low].first;
}

static bool is_indicator(uint32_t c)
{
    return c >= INDICATOR_A && c <= INDICATOR_Z;
}

static bool is_between(uint32_t c, uint32_t first, uint32_t count)
{
    return c >= first && c - first < count;
}

static bool is_open_syllable(uint32_t c)
{
    return is_between(c, S_BASE, S_COUNT) && (c - S_BASE) % T_COUNT == 0;
}

static bool may_join(uint32_t c)
{
    return is_indicator(c) || is_between(c, L_BASE, L_COUNT) ||
           is_open_syllable(c);
}

/* The syllable of two parts of Hangul, or 0. */
static uint32_t compose(uint32_t a, uint32_t b)
{
    if (is_between(a, L_BASE, L_COUNT) && is_between(b, V_BASE, V_COUNT))
        return S_BASE + ((a - L_BASE) * V_COUNT + (b - V_BASE)) * T_COUNT;
    if (is_open_syllable(a) && is_between(b, T_BASE + 1, T_COUNT - 1))
        return a + (b - T_BASE);
    return 0;
}

static const char *spelling_of(uint32_t c)
{
    size_t low = 0, high = fold_spelling_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (fold_spellings[middle].c < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < fold_spelling_count && fold_spellings[low].c == c
               ? fold_spellings[low].text
               : NULL;
}

static char letter_of(uint32_t c)
{
    for (size_t i = 0; i < fold_run_count; i++) {
        const struct fold_run *run = &fold_runs[i];

        if (is_between(c, run->first, (uint32_t)strlen(run->letters)) &&
            run->letters[c - run->first] != ' ')
            return run->letters[c - run->first];
    }
    return '?';
}

static void append_ascii(struct strbuf *out, uint32_t c)
{
    const char *spelling = spelling_of(c);

    if (spelling)
        strbuf_adds(out, spelling);
    else if (is_indicator(c))
        strbuf_addc(out, (char)('A' + (c - INDICATOR_A)));
    else if (!in_ranges(fold_marks, fold_marks_count, c) && wcwidth((wchar_t)c))
        strbuf_addc(out, letter_of(c));
}

/* The last step, for characters that are not ASCII. */
static void put(struct folder *folder, uint32_t c)
{
    if (folder->ascii) {
        append_ascii(folder->out, c);
        folder->marks = 0;
        return;
    }

    int width = wcwidth((wchar_t)c);
    if (width == 0) {
        if (folder->marks < MARKS_MAX) {
            folder->marks++;
            utf8_append(folder->out, c);
        }
        return;
    }
    folder->marks = 0;
    utf8_append(folder->out, width == 1 || width == 2 ? c : UTF8_REPLACEMENT);
}

/* A first part that has found no second. */
static void put_held(struct folder *folder)
{
    uint32_t c = folder->held;

    folder->held = 0;
    if (c == 0)
        return;
    if (is_indicator(c)) {
        strbuf_addc(folder->out, (char)('A' + (c - INDICATOR_A)));
        folder->marks = 0;
        return;
    }
    put(folder, is_between(c, L_BASE, L_COUNT) ? UTF8_REPLACEMENT : c);
}

/* True when `c` has become one with the character held. */
static bool join_held(struct folder *folder, uint32_t c)
{
    if (folder->held == 0)
        return false;
    if (is_indicator(folder->held) && is_indicator(c)) {
        put(folder, folder->held);
        put(folder, c);
        folder->held = 0;
        return true;
    }

    uint32_t syllable = compose(folder->held, c);
    if (syllable == 0)
        return false;
    folder->held = syllable;
    if (!may_join(syllable))
        put_held(folder);
    return true;
}

static void fold_other(struct folder *folder, uint32_t c)
{
    if (in_ranges(fold_dropped, fold_dropped_count, c))
        return;
    if (join_held(folder, c))
        return;
    put_held(folder);
    if (may_join(c))
        folder->held = c;
    else if (in_ranges(fold_jamo, fold_jamo_count, c))
        put(folder, UTF8_REPLACEMENT);
    else
        put(folder, c);
}

static void fold_newline(struct folder *folder)
{
    bool stays = folder->mode == FOLD_LINES;

    strbuf_addc(folder->out, stays ? '\n' : ' ');
    folder->marks = stays ? MARKS_MAX : 0;
}

/* C0 and DEL. A CR before LF is the older half of one line end. */
static void fold_control(struct folder *folder, char c, bool before_newline)
{
    if (c == '\r' && before_newline)
        return;
    put_held(folder);
    if (c == '\n') {
        fold_newline(folder);
    } else if (c == '\t') {
        strbuf_adds(folder->out, folder->mode == FOLD_LINES ? "    " : " ");
        folder->marks = 0;
    } else {
        put(folder, UTF8_REPLACEMENT);
    }
}

static bool is_printable_ascii(char c)
{
    return c >= ' ' && c <= '~';
}

/* True when all eight bytes are printable ASCII. */
static bool is_printable_word(uint64_t word)
{
    uint64_t below_space = (word - BYTES(0x20)) & ~word;
    uint64_t not_del = word ^ BYTES(0x7F);
    uint64_t del = (not_del - BYTES(0x01)) & ~not_del;

    return ((word | below_space | del) & BYTES(0x80)) == 0;
}

/* The end of the printable ASCII from `offset` on; nearly all text is that. */
static size_t printable_end(struct str text, size_t offset)
{
    uint64_t word;

    for (; text.len - offset >= sizeof word; offset += sizeof word) {
        memcpy(&word, text.data + offset, sizeof word);
        if (!is_printable_word(word))
            break;
    }
    while (offset < text.len && is_printable_ascii(text.data[offset]))
        offset++;
    return offset;
}

static void fold_text(struct folder *folder, struct str text)
{
    size_t offset = 0;

    while (offset < text.len) {
        size_t end = printable_end(text, offset);

        if (end > offset) {
            put_held(folder);
            strbuf_add(folder->out,
                       (struct str){text.data + offset, end - offset});
            folder->marks = 0;
            offset = end;
            continue;
        }

        uint32_t c = utf8_next(text, &offset);
        if (c < 0x80)
            fold_control(folder, (char)c,
                         offset < text.len && text.data[offset] == '\n');
        else
            fold_other(folder, c == UTF8_INVALID ? UTF8_REPLACEMENT : c);
    }
    put_held(folder);
}

void fold_append(struct strbuf *buf, struct str text, enum fold_mode mode,
                 bool ascii)
{
    struct folder folder = {
        .out = buf,
        .mode = mode,
        .ascii = ascii,
        .marks = MARKS_MAX,
    };

    fold_text(&folder, text);
}

struct str fold_line(struct arena *arena, struct str text)
{
    struct strbuf buf = {0};

    fold_append(&buf, text, FOLD_LINE, false);
    struct str line = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return line;
}

int fold_width(uint32_t c)
{
    if (c < 0x80)
        return 1;

    int width = wcwidth((wchar_t)c);
    return width >= 0 && width <= 2 ? width : 1;
}

int fold_columns(struct str folded)
{
    size_t offset = 0;
    int columns = 0;

    while (offset < folded.len) {
        size_t end = printable_end(folded, offset);

        columns += (int)(end - offset);
        offset = end;
        if (offset < folded.len)
            columns += fold_width(utf8_next(folded, &offset));
    }
    return columns;
}

bool fold_is_forbidden(uint32_t c)
{
    return c > 0x10FFFF || (c & 0xFFFE) == 0xFFFE ||
           in_ranges(fold_forbidden, fold_forbidden_count, c);
}
