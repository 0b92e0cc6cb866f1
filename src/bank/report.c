/*
 * Turns a problem at a place into a diagnostic: words it, cuts the line it is
 * about to a length worth showing, and copies what must outlive the file. What
 * is kept when there are many is diagnostic.c's matter.
 */
#include "report.h"

#include <stdarg.h>

#include "proctor/base/utf8.h"

#include "source.h"

enum {
    LINE_MAX_CHARS = 160, /* a longer line is cut around the place */
    CHARS_BEFORE = 60,
    CHARS_AFTER = 60,
};

enum { COLUMN_RANGE = 1 << 16 };

int64_t place_number(struct place place)
{
    int column = place.column < COLUMN_RANGE ? place.column : COLUMN_RANGE - 1;

    return (int64_t)place.line * COLUMN_RANGE + column;
}

struct place place_of_number(int64_t number)
{
    return (struct place){(int)(number / COLUMN_RANGE),
                          (int)(number % COLUMN_RANGE), 1};
}

static struct str formatted(struct arena *arena, const char *format,
                            va_list args)
{
    struct strbuf buf = {0};

    strbuf_vprintf(&buf, format, args);
    struct str text = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return text;
}

static bool is_long(struct str line)
{
    return source_column_bytes(line, LINE_MAX_CHARS + 1) < line.len;
}

/* The part of a long line around the place, with dots where it was cut. */
static struct str cut_line(struct arena *arena, struct str line,
                           struct diagnostic *diagnostic)
{
    int from = diagnostic->column - CHARS_BEFORE;
    int to = diagnostic->column + CHARS_AFTER;
    size_t start = source_column_bytes(line, from);
    size_t end = source_column_bytes(line, to);
    struct strbuf buf = {0};

    if (start > 0) {
        strbuf_adds(&buf, "...");
        diagnostic->caret_column = CHARS_BEFORE + 3 + 1;
    }
    strbuf_add(&buf, (struct str){line.data + start, end - start});
    if (end < line.len)
        strbuf_adds(&buf, "...");
    if (diagnostic->length > CHARS_AFTER)
        diagnostic->length = CHARS_AFTER;
    struct str text = arena_str(arena, strbuf_str(&buf));
    strbuf_finish(&buf);
    return text;
}

static void fill(struct report *report, struct diagnostic *diagnostic,
                 struct place place)
{
    struct arena *arena = &report->list->arena;

    diagnostic->line = place.line;
    diagnostic->column = place.column;
    diagnostic->length = place.length > 0 ? place.length : 1;
    diagnostic->item = STR("");
    diagnostic->hint = STR("");
    diagnostic->source = STR("");
    diagnostic->caret_column = 0;
    if (report->item.len > 0)
        diagnostic->item = arena_str(arena, report->item);
    if (!report->source || place.line < 1)
        return;

    struct str line = source_line(report->source, place.line);

    diagnostic->caret_column = place.column;
    diagnostic->source = is_long(line) ? cut_line(arena, line, diagnostic)
                                       : arena_str(arena, line);
}

static void add(struct report *report, enum severity severity,
                struct place place, const char *id, const char *format,
                va_list args)
{
    struct diagnostic *diagnostic =
        diagnostics_claim(report->list, severity, place.line, place.column);

    report->kept = diagnostic != NULL;
    if (!diagnostic)
        return;
    diagnostic->id = id;
    diagnostic->message = formatted(&report->list->arena, format, args);
    fill(report, diagnostic, place);
}

void report_error(struct report *report, struct place place, const char *id,
                  const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(report, SEVERITY_ERROR, place, id, format, args);
    va_end(args);
}

void report_warning(struct report *report, struct place place, const char *id,
                    const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add(report, SEVERITY_WARNING, place, id, format, args);
    va_end(args);
}

void report_hint(struct report *report, const char *format, ...)
{
    va_list args;

    if (!report->kept)
        return;
    va_start(args, format);
    diagnostics_last(report->list)->hint =
        formatted(&report->list->arena, format, args);
    va_end(args);
}

void report_note(struct report *report, struct place place, const char *format,
                 ...)
{
    va_list args;

    if (!report->kept)
        return;
    struct diagnostic *note = diagnostics_claim_note(report->list);

    va_start(args, format);
    note->message = formatted(&report->list->arena, format, args);
    va_end(args);
    fill(report, note, place);
}
