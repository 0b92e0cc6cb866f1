/*
 * libyaml's events, made into tokens. Events are used rather than its document
 * tree: nothing is expanded, and the depth is ours to bound (this libyaml has
 * no bound, and nesting costs it quadratic time). A new parser over a part of
 * the file is how the walk goes on behind a syntax error; where that part
 * begins is document.c's matter.
 */
#include "yaml_stream.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "proctor/bank/reader.h"
#include "proctor/base/fold.h"
#include "proctor/base/mem.h"
#include "proctor/base/utf8.h"

#include "syntax.h"

enum {
    SYNTAX_ERRORS_MAX = DIAGNOSTICS_SHOWN,
    /* What the parser may read for one event: a text at its limit with every
     * character escaped fits, and a file of one endless text does not. */
    EVENT_BYTES_MAX = 1 << 20,
};

struct yaml_stream {
    struct source *source;
    struct report *report;
    yaml_parser_t parser;
    yaml_event_t event;
    bool has_parser, has_event;
    size_t next, end; /* the bytes still to be given to the parser */
    size_t given;     /* since the last event */
    int lines_before; /* of the part that is parsed */
    int depth;
    bool seen_document;
    bool starved; /* EVENT_BYTES_MAX was reached */
    bool is_broken, is_hopeless;
    int syntax_errors;
    struct place last_place; /* of the last event */
    int last_end_line;
    bool last_is_quoted;
};

/* libyaml's way to ask for bytes. */
static int give_bytes(void *context, unsigned char *buffer, size_t size,
                      size_t *given_out)
{
    struct yaml_stream *stream = context;
    size_t left = stream->end - stream->next;

    if (stream->given > EVENT_BYTES_MAX) {
        stream->starved = true;
        return 0;
    }
    if (size > left)
        size = left;
    if (size > 0)
        memcpy(buffer, stream->source->clean.data + stream->next, size);
    stream->next += size;
    stream->given += size;
    *given_out = size;
    return 1;
}

static void close_event(struct yaml_stream *stream)
{
    if (stream->has_event)
        yaml_event_delete(&stream->event);
    stream->has_event = false;
}

static void close_parser(struct yaml_stream *stream)
{
    close_event(stream);
    if (stream->has_parser)
        yaml_parser_delete(&stream->parser);
    stream->has_parser = false;
}

static void open_parser(struct yaml_stream *stream, int line, int end_line)
{
    close_parser(stream);
    if (!yaml_parser_initialize(&stream->parser))
        mem_exhausted();
    stream->has_parser = true;
    yaml_parser_set_encoding(&stream->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&stream->parser, give_bytes, stream);
    stream->next = source_offset(stream->source, line);
    stream->end = source_offset(stream->source, end_line);
    stream->lines_before = line - 1;
    stream->given = 0;
    stream->depth = 0;
    stream->seen_document = stream->starved = stream->is_broken = false;
}

static struct place place_of(const struct yaml_stream *stream,
                             const yaml_mark_t *start, const yaml_mark_t *end)
{
    bool same_line = end && end->line == start->line;
    size_t length = same_line ? end->column - start->column : 1;

    return (struct place){stream->lines_before + (int)start->line + 1,
                          (int)start->column + 1, length > 0 ? (int)length : 1};
}

/* Breaks the stream off for good. */
static enum token_kind give_up(struct yaml_stream *stream)
{
    stream->is_hopeless = true;
    stream->is_broken = true;
    return TOKEN_BROKEN;
}

static bool is_quoted(const yaml_event_t *event)
{
    return event->type == YAML_SCALAR_EVENT &&
           (event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
            event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE);
}

/* What the parser could not read, for people. */
static void report_syntax(struct yaml_stream *stream)
{
    const yaml_parser_t *parser = &stream->parser;
    struct syntax_error error = {
        .context = parser->context,
        .problem = parser->problem,
        .problem_place = place_of(stream, &parser->problem_mark, NULL),
    };

    if (parser->context)
        error.context_place = place_of(stream, &parser->context_mark, NULL);
    if (stream->last_is_quoted &&
        stream->last_end_line > stream->last_place.line &&
        stream->last_end_line == error.problem_place.line)
        error.quote_place = stream->last_place;
    stream->syntax_errors++;
    syntax_error_report(&error, stream->report);
}

static enum token_kind break_off(struct yaml_stream *stream)
{
    stream->is_broken = true;
    if (stream->starved) {
        report_error(stream->report, stream->last_place, "limit/text",
                     "a text or comment behind this is too long");
        report_hint(stream->report, "a text may have %u bytes",
                    BANK_SCALAR_MAX);
        return give_up(stream);
    }
    if (stream->parser.error == YAML_MEMORY_ERROR)
        mem_exhausted();
    report_syntax(stream);
    if (stream->syntax_errors >= SYNTAX_ERRORS_MAX)
        return give_up(stream);
    return TOKEN_BROKEN;
}

static void refuse_anchor(struct yaml_stream *stream, const void *anchor,
                          struct place place)
{
    if (!anchor)
        return;
    report_error(stream->report, place, "yaml/anchor",
                 "anchors (&name) are not used here");
    report_hint(stream->report,
                "write the text out, or quote it if it begins with &");
}

static void refuse_tag(struct yaml_stream *stream, const void *tag,
                       struct place place)
{
    if (!tag)
        return;
    report_error(stream->report, place, "yaml/tag",
                 "tags (!name) are not used here: every value is text");
    report_hint(stream->report,
                "delete the tag, or quote the text if it begins with !");
}

/* Escapes in double quotes can make what the look at the bytes kept out. */
static bool has_forbidden(struct yaml_stream *stream, struct str text,
                          struct place place)
{
    for (size_t at = 0; at < text.len;) {
        if (text.data[at] >= ' ' && text.data[at] <= '~') { /* nearly all */
            at++;
            continue;
        }
        uint32_t c = utf8_next(text, &at);

        if (c != UTF8_INVALID && !fold_is_forbidden(c))
            continue;
        report_error(stream->report, place, "file/character",
                     "an escape gives U+%04X, which is not allowed",
                     (unsigned)c);
        report_hint(stream->report, "delete the escape; in single quotes a "
                                    "backslash is an ordinary character");
        return true;
    }
    return false;
}

static void text_token(struct yaml_stream *stream, struct token *out)
{
    yaml_scalar_style_t style = stream->event.data.scalar.style;

    out->kind = TOKEN_TEXT;
    out->text = (struct str){(const char *)stream->event.data.scalar.value,
                             stream->event.data.scalar.length};
    out->plain = style == YAML_PLAIN_SCALAR_STYLE;
    refuse_anchor(stream, stream->event.data.scalar.anchor, out->place);
    refuse_tag(stream, stream->event.data.scalar.tag, out->place);
    if (out->text.len > BANK_SCALAR_MAX) {
        report_error(stream->report, out->place, "limit/text",
                     "a text of %zu bytes; %u are allowed", out->text.len,
                     BANK_SCALAR_MAX);
        out->text.len = 0;
        out->is_broken = true;
    }
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
        has_forbidden(stream, out->text, out->place))
        out->is_broken = true;
}

/* An alias stands for a text that is reported and missing. */
static void alias_token(struct yaml_stream *stream, struct token *out)
{
    report_error(stream->report, out->place, "yaml/alias",
                 "aliases (*name) are not used here");
    report_hint(stream->report,
                "write the text out, or quote it if it begins with *");
    out->kind = TOKEN_TEXT;
    out->text = STR("");
    out->is_broken = true;
}

static void open_token(struct yaml_stream *stream, enum token_kind kind,
                       const void *anchor, const void *tag, struct token *out)
{
    out->place.length = 1;
    if (++stream->depth > BANK_DEPTH_MAX) {
        report_error(stream->report, out->place, "limit/depth",
                     "lists and maps are nested more than %d deep",
                     BANK_DEPTH_MAX);
        stream->is_broken = true;
        stream->syntax_errors++;
        out->kind = TOKEN_BROKEN;
        return;
    }
    refuse_anchor(stream, anchor, out->place);
    refuse_tag(stream, tag, out->place);
    out->kind = kind;
}

static void second_document(struct yaml_stream *stream, struct token *out)
{
    report_error(stream->report, out->place, "yaml/documents",
                 "a second document begins here; a file holds one");
    report_hint(stream->report, "delete this line, or make two files");
    out->kind = give_up(stream);
}

/* The token of the event at hand. False for one that means nothing to us. */
static bool token_of_event(struct yaml_stream *stream, struct token *out)
{
    const yaml_event_t *event = &stream->event;

    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return false;
    case YAML_DOCUMENT_START_EVENT:
        if (!stream->seen_document) {
            stream->seen_document = true;
            return false;
        }
        second_document(stream, out);
        return true;
    case YAML_STREAM_END_EVENT:
        out->kind = TOKEN_END;
        return true;
    case YAML_ALIAS_EVENT:
        alias_token(stream, out);
        return true;
    case YAML_SCALAR_EVENT:
        text_token(stream, out);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        open_token(stream, TOKEN_LIST, event->data.sequence_start.anchor,
                   event->data.sequence_start.tag, out);
        return true;
    case YAML_MAPPING_START_EVENT:
        open_token(stream, TOKEN_MAP, event->data.mapping_start.anchor,
                   event->data.mapping_start.tag, out);
        return true;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        stream->depth--;
        out->kind = TOKEN_CLOSE;
        return true;
    }
    return false;
}

enum token_kind yaml_stream_next(struct yaml_stream *stream, struct token *out)
{
    *out = (struct token){.kind = TOKEN_BROKEN, .text = STR("")};
    while (!stream->is_broken) {
        close_event(stream);
        if (!yaml_parser_parse(&stream->parser, &stream->event))
            return break_off(stream);
        stream->has_event = true;
        stream->given = 0;

        const yaml_event_t *event = &stream->event;
        out->place = place_of(stream, &event->start_mark, &event->end_mark);
        out->end_line = stream->lines_before + (int)event->end_mark.line + 1;
        out->end_column = (int)event->end_mark.column + 1;
        stream->last_place = out->place;
        stream->last_end_line = out->end_line;
        stream->last_is_quoted = is_quoted(event);
        if (token_of_event(stream, out))
            return out->kind;
    }
    return TOKEN_BROKEN;
}

struct yaml_stream *yaml_stream_create(struct source *source,
                                       struct report *report)
{
    struct yaml_stream *stream = mem_alloc(1, sizeof *stream);

    stream->source = source;
    stream->report = report;
    open_parser(stream, 1, source->line_count + 1);
    return stream;
}

void yaml_stream_destroy(struct yaml_stream *stream)
{
    if (!stream)
        return;
    close_parser(stream);
    free(stream);
}

bool yaml_stream_restart(struct yaml_stream *stream, int line, int end_line)
{
    if (stream->is_hopeless)
        return false;
    if (stream->syntax_errors >= SYNTAX_ERRORS_MAX) {
        stream->is_hopeless = true;
        return false;
    }
    open_parser(stream, line, end_line);
    return true;
}

bool yaml_stream_is_hopeless(const struct yaml_stream *stream)
{
    return stream->is_hopeless;
}

size_t yaml_stream_position(const struct yaml_stream *stream)
{
    return stream->next;
}
