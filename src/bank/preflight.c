/*
 * The look at the bytes that comes before any parsing. libyaml stops at the
 * first character it does not take and places it wrongly, and a file of %TAG
 * lines keeps it busy for seconds before its first event; here each such thing
 * is reported where it stands and replaced by something harmless. What the
 * text means is left to the readers.
 */
#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

#include "report.h"

enum {
    SOURCE_STRIDE = 64,   /* lines per entry of the table */
    BAD_PLACES_MAX = 100, /* with more of them it is no text file */
    BYTE_ORDER_MARK = 0xFEFF,
};

#define WORD_ONES UINT64_C(0x0101010101010101)
#define WORD_HIGH UINT64_C(0x8080808080808080)

struct preflight {
    struct source *source;
    struct report *report;
    int line;
    int bad_places;
    size_t invalid_end; /* behind the last bytes that were not UTF-8 */
};

/* A kind of character that a file may not hold. */
struct bad_kind {
    uint32_t first, last;
    const char *name;
    const char *hint;
};

#define HINT_INVISIBLE "delete it: it is invisible and can hide or reorder text"
#define HINT_LINE_ENDS "save the file with LF or CRLF line ends"
#define HINT_BREAK "replace it by a line end or a space"

/* The first row that fits counts. */
static const struct bad_kind bad_kinds[] = {
    {0x0D, 0x0D, "a lone carriage return", HINT_LINE_ENDS},
    {0x00, 0x1F, "a control character", "delete it"},
    {0x85, 0x85, "a line separator that editors do not count", HINT_BREAK},
    {0x7F, 0x7F, "a control character", "delete it"},
    {0x80, 0x9F, "a control character",
     "delete it; the file may have been Windows-1252, save it as UTF-8"},
    {0x2028, 0x2029, "a line separator that editors do not count", HINT_BREAK},
    {0x061C, 0x061C, "a text direction control", HINT_INVISIBLE},
    {0x200E, 0x200F, "a text direction control", HINT_INVISIBLE},
    {0x202A, 0x202E, "a text direction control", HINT_INVISIBLE},
    {0x2066, 0x2069, "a text direction control", HINT_INVISIBLE},
    {0xE0000, 0xE007F, "a tag character", HINT_INVISIBLE},
    {0, 0x10FFFF, "not a character", "delete it"},
};

/* Whether eight bytes hold anything but printable ASCII. It may say yes to a
 * word that is fine (a borrow between bytes), never no to one that is not. */
static bool word_needs_a_look(uint64_t word)
{
    uint64_t del = word ^ (WORD_ONES * 0x7F);
    uint64_t below_space = (word - WORD_ONES * 0x20) & ~word;
    uint64_t is_del = (del - WORD_ONES) & ~del;

    return ((word | below_space | is_del) & WORD_HIGH) != 0;
}

static bool line_needs_a_look(const char *data, size_t len)
{
    uint64_t word;
    size_t at = 0;

    for (; at + sizeof word <= len; at += sizeof word) {
        memcpy(&word, data + at, sizeof word);
        if (word_needs_a_look(word))
            return true;
    }
    for (; at < len; at++) {
        unsigned char byte = (unsigned char)data[at];

        if (byte < 0x20 || byte >= 0x7F)
            return true;
    }
    return false;
}

/* Puts something harmless of the same length into the parser's copy. */
static void patch(struct source *source, size_t offset, const char *instead,
                  size_t len)
{
    if (!source->patched) {
        source->patched = mem_alloc(source->bytes.len, 1);
        memcpy(source->patched, source->bytes.data, source->bytes.len);
        source->clean.data = source->patched;
    }
    memcpy(source->patched + offset, instead, len);
}

static void patch_character(struct source *source, size_t offset, size_t len,
                            uint32_t c)
{
    static const char *const harmless[] = {"?", "\xC2\xBF", "\xEF\xBF\xBD",
                                           "\xF0\x90\x80\x80"};

    if (c == '\r')
        patch(source, offset, " ", 1);
    else if (c != UTF8_INVALID)
        patch(source, offset, harmless[len - 1], len);
    else
        for (size_t i = 0; i < len; i++)
            patch(source, offset + i, harmless[0], 1);
}

static void bad_character(struct preflight *preflight, struct place place,
                          size_t offset, size_t len, uint32_t c)
{
    const struct bad_kind *kind = bad_kinds;
    unsigned char byte = (unsigned char)preflight->source->bytes.data[offset];

    patch_character(preflight->source, offset, len, c);
    if (c == UTF8_INVALID && offset > 0 && offset == preflight->invalid_end) {
        preflight->invalid_end = offset + len; /* one report a run of them */
        return;
    }
    preflight->bad_places++;
    if (c == UTF8_INVALID) {
        preflight->invalid_end = offset + len;
        report_error(preflight->report, place, "file/encoding",
                     "byte 0x%02X is not UTF-8 text", byte);
        report_hint(preflight->report, "save the file as UTF-8; it looks like "
                                       "Latin-1 or Windows-1252");
        return;
    }
    while (c < kind->first || c > kind->last)
        kind++;
    report_error(preflight->report, place, "file/character",
                 "U+%04X is not allowed: %s", (unsigned)c, kind->name);
    report_hint(preflight->report, "%s", kind->hint);
}

static void look_at_characters(struct preflight *preflight, size_t start,
                               size_t end)
{
    struct str text = {preflight->source->bytes.data, end};
    struct place place = {preflight->line, 1, 1};

    for (size_t at = start; at < end; place.column++) {
        size_t before = at;
        uint32_t c = utf8_next(text, &at);

        if (c == BYTE_ORDER_MARK) {
            report_warning(preflight->report, place, "file/byte-order-mark",
                           "a byte order mark inside the file");
            report_hint(preflight->report, "delete the invisible U+FEFF");
        } else if (c == UTF8_INVALID || c == '\r' || fold_is_forbidden(c)) {
            bad_character(preflight, place, before, at - before, c);
        }
    }
}

static void look_at_line(struct preflight *preflight, size_t start, size_t end)
{
    struct source *source = preflight->source;
    const char *data = source->bytes.data;

    if (end > start && data[end - 1] == '\r' && end < source->bytes.len)
        end--;
    if (end > start && data[start] == '%') {
        preflight->bad_places++;
        patch(source, start, "#", 1);
        report_error(preflight->report, (struct place){preflight->line, 1, 1},
                     "yaml/directive",
                     "a line that begins with '%%' is a YAML directive, which "
                     "is not used here");
        report_hint(preflight->report,
                    "delete it; if it belongs to a text, indent the "
                    "line");
    }
    if (line_needs_a_look(data + start, end - start))
        look_at_characters(preflight, start, end);
}

static void note_line(struct source *source, size_t offset)
{
    if (source->line_count++ % SOURCE_STRIDE != 0)
        return;
    if (source->offset_count == source->offset_capacity)
        source->offsets = mem_grow(source->offsets, &source->offset_capacity,
                                   sizeof *source->offsets);
    source->offsets[source->offset_count++] = (uint32_t)offset;
}

static size_t line_end(struct str bytes, size_t start)
{
    const char *end = memchr(bytes.data + start, '\n', bytes.len - start);

    return end ? (size_t)(end - bytes.data) : bytes.len;
}

static bool is_utf16(struct str bytes)
{
    return str_starts(bytes, "\xFF\xFE") || str_starts(bytes, "\xFE\xFF") ||
           (bytes.len >= 2 && (bytes.data[0] == '\0' || bytes.data[1] == '\0'));
}

/* Lines that end as on a Macintosh of last century: all of it is one line. */
static bool has_only_returns(struct str bytes)
{
    return memchr(bytes.data, '\r', bytes.len) &&
           !memchr(bytes.data, '\n', bytes.len);
}

static bool is_readable(struct str bytes, struct report *report)
{
    struct place file = {0, 0, 1};

    if (is_utf16(bytes)) {
        report_error(report, file, "file/encoding",
                     "the file is UTF-16 or no text at all");
        report_hint(report, "save it as UTF-8");
        return false;
    }
    if (has_only_returns(bytes)) {
        report_error(report, file, "file/character",
                     "the lines end in lone carriage returns");
        report_hint(report, HINT_LINE_ENDS);
        return false;
    }
    return true;
}

bool source_open(struct source *source, struct str bytes, struct report *report)
{
    struct preflight preflight = {.source = source, .report = report};

    *source = (struct source){.bytes = bytes, .clean = bytes, .near_line = 1};
    report->source = source;
    if (!is_readable(bytes, report))
        return false;
    if (str_starts(bytes, "\xEF\xBB\xBF")) {
        source->bytes = (struct str){bytes.data + 3, bytes.len - 3};
        source->clean = source->bytes;
    }
    for (size_t start = 0; start < source->bytes.len;) {
        size_t end = line_end(source->bytes, start);

        note_line(source, start);
        preflight.line = source->line_count;
        look_at_line(&preflight, start, end);
        if (preflight.bad_places > BAD_PLACES_MAX)
            return false;
        start = end + 1;
    }
    return true;
}

void source_close(struct source *source)
{
    free(source->patched);
    free(source->offsets);
    *source = (struct source){0};
}

size_t source_offset(struct source *source, int line)
{
    size_t stride = (size_t)(line - 1) / SOURCE_STRIDE;

    if (line > source->line_count || source->offset_count == 0)
        return source->bytes.len;
    if (line < source->near_line || line - source->near_line > SOURCE_STRIDE) {
        source->near_line = (int)(stride * SOURCE_STRIDE) + 1;
        source->near_offset = source->offsets[stride];
    }
    for (; source->near_line < line; source->near_line++)
        source->near_offset = line_end(source->bytes, source->near_offset) + 1;
    return source->near_offset;
}

struct str source_line(struct source *source, int line)
{
    if (line < 1 || line > source->line_count)
        return STR("");
    size_t start = source_offset(source, line);
    size_t end = line_end(source->bytes, start);

    if (end > start && source->bytes.data[end - 1] == '\r')
        end--;
    return (struct str){source->bytes.data + start, end - start};
}

size_t source_column_bytes(struct str line, int column)
{
    size_t at = 0;

    for (int i = 1; i < column && at < line.len; i++)
        (void)utf8_next(line, &at);
    return at;
}
