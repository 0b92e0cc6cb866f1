/*
 * The top level of a file of any format. Recovery from syntax errors is here:
 * where an entry or key was broken, the walk begins anew at the next line that
 * looks like the start of one. What keys and entries mean is the handler's
 * matter.
 */
#include "document.h"

#include <string.h>

enum {
    PROGRESS_STEP = 1 << 20,   /* bytes */
    FORMAT_WITHIN = 64 * 1024, /* bytes in which `format:` is looked for */
    FORMAT_BYTES_MAX = 40,     /* of what it says; no format is so long */
};

enum walk_result {
    WALK_DONE,
    WALK_BROKEN,  /* a syntax error; the rest may be read yet */
    WALK_STOPPED, /* the handler has had enough */
};

struct walk {
    struct reader *reader;
    const struct document_handler *handler;
    struct yaml_stream *stream;
    struct arena *keep;
    struct arena entry; /* used again for each entry */
    bool keeps_entries;
    bool in_list;
    int dash_column; /* of the list's entries; 0 when it has no lines */
    int unit_line;   /* where the entry or key at hand began */
    int part_line;   /* where the parser began */
    int part_end;    /* the line it may read to, not included */
    int next_key;    /* the first line behind part_line that begins a key */
    uint64_t reported_bytes;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* `name:` in the first column. */
static bool is_key_line(struct str line)
{
    size_t at = 0;

    while (at < line.len && (is_letter(line.data[at]) || line.data[at] == '-' ||
                             line.data[at] == '_'))
        at++;
    if (at == 0 || !is_letter(line.data[0]) || at == line.len ||
        line.data[at] != ':')
        return false;
    return at + 1 == line.len || line.data[at + 1] == ' ';
}

/* `- ` in the column of the list's entries, or `-` alone. */
static bool is_entry_line(struct str line, int dash_column)
{
    size_t indent = (size_t)dash_column - 1;

    if (dash_column == 0 || line.len < indent)
        return false;
    for (size_t i = 0; i < indent; i++)
        if (line.data[i] != ' ')
            return false;
    struct str rest = {line.data + indent, line.len - indent};
    return str_starts(rest, "- ") || str_is(rest, "-");
}

static void tell_progress(struct walk *walk)
{
    uint64_t done = yaml_stream_position(walk->stream);

    if (!walk->handler->progress || done < walk->reported_bytes + PROGRESS_STEP)
        return;
    walk->reported_bytes = done;
    walk->handler->progress(walk->handler->context, done);
}

/* The entries of the list that is open, to its end. */
static enum walk_result walk_entries(struct walk *walk)
{
    struct reader *reader = walk->reader;
    struct token token;

    walk->in_list = true;
    for (;;) {
        if (yaml_stream_next(walk->stream, &token) == TOKEN_CLOSE)
            break;
        if (token.kind == TOKEN_BROKEN)
            return WALK_BROKEN;
        if (!walk->keeps_entries)
            arena_reset(&walk->entry);
        reader->arena = walk->keeps_entries ? walk->keep : &walk->entry;
        walk->unit_line = token.place.line;
        reader->errors_before = reader->report.list->errors;

        struct node *entry = node_build_entry(walk->stream, &reader->report,
                                              reader->arena, &token);
        if (!entry)
            return WALK_BROKEN;
        if (!walk->handler->entry(walk->handler->context, entry))
            return WALK_STOPPED;
        reader->report.item = STR("");
        tell_progress(walk);
    }
    walk->in_list = false;
    return WALK_DONE;
}

/* The value of a key that should hold entries, but does not. */
static enum walk_result skip_value(struct walk *walk, const struct node *key,
                                   const struct token *token, bool is_wrong)
{
    struct report *report = &walk->reader->report;

    if (is_wrong && !token->is_broken && token->kind != TOKEN_BROKEN) {
        report_error(report, key->place, "schema/wrong-kind",
                     "'" STR_FORMAT "' needs a list of entries",
                     STR_ARG(key->text));
        report_hint(report, "each entry begins with '- id: ...'");
        if (walk->handler->lost)
            walk->handler->lost(walk->handler->context);
    }
    arena_reset(&walk->entry);
    return node_build(walk->stream, report, &walk->entry, token) ? WALK_DONE
                                                                 : WALK_BROKEN;
}

static enum walk_result walk_value(struct walk *walk, struct node *key)
{
    const struct document_handler *handler = walk->handler;
    enum key_use use = handler->use(handler->context, key);
    bool is_entries = use == KEY_ENTRIES || use == KEY_ENTRIES_KEPT;
    struct token token;

    yaml_stream_next(walk->stream, &token);
    if (is_entries && token.kind == TOKEN_LIST) {
        walk->keeps_entries = use == KEY_ENTRIES_KEPT;
        walk->dash_column = token.place.column;
        walk->unit_line = token.place.line - 1;
        return walk_entries(walk);
    }
    if (use != KEY_VALUE)
        return skip_value(walk, key, &token, is_entries);
    walk->reader->arena = walk->keep;
    key->value =
        node_build(walk->stream, &walk->reader->report, walk->keep, &token);
    if (!key->value)
        return WALK_BROKEN;
    handler->value(handler->context, key);
    return WALK_DONE;
}

/* Behind the part that was parsed: nothing but its end. */
static enum walk_result walk_end(struct walk *walk)
{
    struct token token;

    return yaml_stream_next(walk->stream, &token) == TOKEN_END ? WALK_DONE
                                                               : WALK_BROKEN;
}

static enum walk_result walk_keys(struct walk *walk)
{
    struct reader *reader = walk->reader;
    enum walk_result result = WALK_DONE;
    struct token token;

    while (result == WALK_DONE) {
        if (yaml_stream_next(walk->stream, &token) == TOKEN_CLOSE)
            return walk_end(walk);
        if (token.kind == TOKEN_BROKEN)
            return WALK_BROKEN;
        walk->unit_line = token.place.line;
        struct node *key =
            node_build(walk->stream, &reader->report, walk->keep, &token);
        if (!key)
            return WALK_BROKEN;
        if (key->kind == NODE_TEXT) {
            result = walk_value(walk, key);
            continue;
        }
        report_error(&reader->report, key->place, "yaml/key",
                     "a key must be text, not %s", node_kind_name(key));
        yaml_stream_next(walk->stream, &token);
        result = skip_value(walk, key, &token, false);
    }
    return result;
}

/* A part of the file: all of it at first; then keys, or entries of the list
 * that was broken. */
static enum walk_result walk_part(struct walk *walk)
{
    struct token token;
    bool in_list = walk->in_list;
    enum token_kind wanted = in_list ? TOKEN_LIST : TOKEN_MAP;
    enum token_kind kind = yaml_stream_next(walk->stream, &token);

    if (kind == TOKEN_BROKEN)
        return WALK_BROKEN;
    if (kind != wanted) {
        report_error(&walk->reader->report, token.place, "schema/no-keys",
                     kind == TOKEN_END ? "the file is empty"
                                       : "the file must begin with "
                                         "'format: ...' and other keys");
        return WALK_STOPPED;
    }
    if (!in_list)
        return walk_keys(walk);
    enum walk_result result = walk_entries(walk);
    return result == WALK_DONE ? walk_end(walk) : result;
}

/* The next line from `line` on that begins a key, or the one behind the last.
 * The answer holds for later calls until it is passed. */
static int next_key_line(struct walk *walk, int line)
{
    struct source *source = &walk->reader->source;

    if (line <= walk->next_key)
        return walk->next_key;
    while (line <= source->line_count &&
           !is_key_line(source_line(source, line)))
        line++;
    return walk->next_key = line;
}

static bool restart(struct walk *walk, int line, bool in_list)
{
    int end = walk->reader->source.line_count + 1;

    walk->in_list = in_list;
    walk->part_line = line;
    walk->part_end = in_list ? next_key_line(walk, line + 1) : end;
    return line < end &&
           yaml_stream_restart(walk->stream, line, walk->part_end);
}

/* Behind a syntax error: the next entry of the list, or the next key. */
static bool recover(struct walk *walk)
{
    struct source *source = &walk->reader->source;
    int line =
        walk->unit_line > walk->part_line ? walk->unit_line : walk->part_line;
    int key_line = next_key_line(walk, line + 1);

    if (walk->handler->lost)
        walk->handler->lost(walk->handler->context);
    for (line++; walk->in_list && line < key_line; line++)
        if (is_entry_line(source_line(source, line), walk->dash_column))
            return restart(walk, line, true);
    return restart(walk, key_line, false);
}

/* The rest of the file behind a part that was read to its end. */
static bool go_on(struct walk *walk)
{
    return walk->part_end <= walk->reader->source.line_count &&
           restart(walk, walk->part_end, false);
}

/* True when the end of the file was reached, be it over gaps. */
static bool walk_file(struct walk *walk)
{
    for (;;) {
        enum walk_result result = walk_part(walk);

        walk->reader->report.item = STR("");
        if (result == WALK_STOPPED)
            return false;
        if (result == WALK_BROKEN && !recover(walk))
            return !yaml_stream_is_hopeless(walk->stream);
        if (result == WALK_DONE && !go_on(walk))
            return true;
    }
}

/* The value of the `format:` line, its own quotes and comment taken off. */
static struct str format_of(struct str bytes, int *line_out)
{
    struct str line;

    if (bytes.len > FORMAT_WITHIN)
        bytes.len = FORMAT_WITHIN;
    if (str_starts(bytes, "\xEF\xBB\xBF"))
        bytes = (struct str){bytes.data + 3, bytes.len - 3};
    for (*line_out = 1; str_split(&bytes, '\n', &line); ++*line_out) {
        if (!str_starts(line, "format:"))
            continue;
        line = (struct str){line.data + 7, line.len - 7};
        const char *comment = memchr(line.data, '#', line.len);
        if (comment)
            line.len = (size_t)(comment - line.data);
        line = str_trim(line);
        if (line.len > FORMAT_BYTES_MAX)
            line.len = FORMAT_BYTES_MAX;
        if (line.len >= 2 && (line.data[0] == '"' || line.data[0] == '\''))
            line = (struct str){line.data + 1, line.len - 2};
        return line;
    }
    *line_out = 0;
    return STR("");
}

enum document_kind document_kind_of(struct str bytes)
{
    int line;
    struct str format = format_of(bytes, &line);

    if (str_starts(format, "proctor-bank/"))
        return DOCUMENT_BANK;
    if (str_starts(format, "proctor-topics/"))
        return DOCUMENT_TOPICS;
    return str_starts(format, "proctor-exam/") ? DOCUMENT_EXAM
                                               : DOCUMENT_UNKNOWN;
}

/* A file of another format would give an error a line, none of them helpful. */
static bool check_format(struct reader *reader, const char *wanted)
{
    struct report *report = &reader->report;
    struct place place = {0, 1, 1};
    struct str format = format_of(reader->source.bytes, &place.line);
    size_t name_len = (size_t)(strchr(wanted, '/') - wanted) + 1;

    if (str_is(format, wanted))
        return true;
    if (place.line == 0) {
        place.column = 0; /* it is about the whole file */
        report_error(report, place, "schema/format",
                     "the file does not say 'format: %s'", wanted);
        report_hint(report, "it must be one of the first lines, in the first "
                            "column");
    } else if (format.len > name_len &&
               memcmp(format.data, wanted, name_len) == 0) {
        report_error(report, place, "schema/format",
                     "the format is '" STR_FORMAT "'; this program reads %s",
                     STR_ARG(format), wanted);
        report_hint(report, "a newer proctor may read it");
    } else {
        report_error(report, place, "schema/format",
                     "the format is '" STR_FORMAT "', not %s", STR_ARG(format),
                     wanted);
    }
    return false;
}

bool document_walk(struct reader *reader, struct str bytes, struct arena *keep,
                   const struct document_handler *handler)
{
    struct walk walk = {.reader = reader, .handler = handler, .keep = keep};
    bool ok = false;

    if (bytes.len > BANK_FILE_MAX) {
        report_error(&reader->report, (struct place){0, 0, 1}, "limit/file",
                     "the file has more than %u MiB", BANK_FILE_MAX >> 20);
        return false;
    }
    if (source_open(&reader->source, bytes, &reader->report) &&
        check_format(reader, handler->format)) {
        walk.stream = yaml_stream_create(&reader->source, &reader->report);
        walk.part_line = 0;
        walk.part_end = reader->source.line_count + 1;
        ok = walk_file(&walk);
    }
    if (handler->progress)
        handler->progress(handler->context, bytes.len);
    reader->report.item = STR("");
    yaml_stream_destroy(walk.stream);
    arena_finish(&walk.entry);
    return ok;
}
