/*
 * Words and hints for libyaml's errors. Its messages name what its grammar
 * lacked; authors need to hear what they probably wrote: an unquoted ": ", a
 * tab, a quote that was never closed.
 */
#include "syntax.h"

#include <string.h>

#include "source.h"

enum {
    KEY_LENGTH_MAX = 1024, /* libyaml looks no further for a key's colon */
};

/* The place to look at. libyaml has two: where it noticed (the problem), and
 * where what it was reading began (the context). */
enum look {
    AT_PROBLEM,
    AT_CONTEXT,
    AT_BOTH, /* at the problem, with a note at the context */
};

struct explanation {
    const char *problem; /* a part of libyaml's message */
    enum look look;
    const char *message; /* NULL: libyaml's is clear */
    const char *hint;
};

#define HINT_QUOTE                                                             \
    "text that contains ': ' must be quoted, or written as a block with |"

static const struct explanation explanations[] = {
    {"mapping values are not allowed", AT_PROBLEM, NULL, HINT_QUOTE},
    {"found unexpected end of stream", AT_CONTEXT, "this quote is never closed",
     "close it; inside single quotes write '' for an apostrophe"},
    {"found unexpected document indicator", AT_CONTEXT,
     "this quote is never closed",
     "close it; inside single quotes write '' for an apostrophe"},
    {"could not find expected ':'", AT_CONTEXT, "this line is no 'key: value'",
     "text that goes on over several lines is indented deeper than its key; "
     "after a key comes ': '"},
    {"did not find expected key", AT_PROBLEM,
     "a key was expected here, in line with the keys above",
     "look at the indentation, and for a quote in the text above that ends it "
     "early"},
    {"did not find expected '-' indicator", AT_PROBLEM,
     "an entry of the list was expected here",
     "the entries of a list all start with '- ' in the same column"},
    {"did not find expected ',' or ']'", AT_BOTH,
     "a ',' or the closing ']' is missing",
     "quote entries that contain any of [ ] { } , : #"},
    {"did not find expected ',' or '}'", AT_BOTH,
     "a ',' or the closing '}' is missing",
     "quote entries that contain any of [ ] { } , : #"},
    {"found unknown escape character", AT_PROBLEM, NULL,
     "in double quotes a backslash is special: use single quotes, or \\\\"},
    {"block sequence entries are not allowed", AT_PROBLEM,
     "a list cannot begin here", "start its first '- ' on a line of its own"},
    {"block mapping", AT_PROBLEM, NULL, "look at the indentation"},
    {"while scanning an anchor", AT_PROBLEM, NULL,
     "text that begins with & must be quoted"},
    {"while scanning an alias", AT_PROBLEM, NULL,
     "text that begins with * must be quoted"},
    {"while scanning a tag", AT_PROBLEM, NULL,
     "text that begins with ! must be quoted"},
    {"while scanning a block scalar", AT_PROBLEM, NULL,
     "after | or > the line ends; the text begins on the next, indented"},
    {"tab", AT_PROBLEM, "a tab where spaces are needed",
     "indent with spaces, not with tabs"},
};

static const struct explanation unknown = {"", AT_PROBLEM, NULL, NULL};

static bool contains(const char *text, const char *part)
{
    return text && strstr(text, part);
}

static const struct explanation *explain(const struct syntax_error *error)
{
    size_t count = sizeof explanations / sizeof *explanations;

    for (size_t i = 0; i < count; i++) {
        const char *part = explanations[i].problem;

        if (contains(error->problem, part) || contains(error->context, part))
            return &explanations[i];
    }
    return &unknown;
}

/* Where the author should look: what was opened rather than where it was
 * missed. */
static struct place place_to_look(const struct syntax_error *error)
{
    bool has_context = error->context_place.line > 0;

    return has_context && explain(error)->look == AT_CONTEXT
               ? error->context_place
               : error->problem_place;
}

/* A character that cannot begin a text: which one it is decides the hint. */
static bool report_bad_start(const struct syntax_error *error,
                             struct report *report)
{
    struct place place = error->problem_place;
    struct str line = source_line(report->source, place.line);
    size_t at = source_column_bytes(line, place.column);

    if (!contains(error->problem, "cannot start any token"))
        return false;
    if (at < line.len && line.data[at] == '\t') {
        report_error(report, place, "yaml/syntax",
                     "a tab where spaces are needed");
        report_hint(report, "indent with spaces, not with tabs");
        return true;
    }
    report_error(report, place, "yaml/syntax",
                 "a text cannot begin with this character");
    report_hint(report, "put the text in quotes");
    return true;
}

/* libyaml says of a key too long for it that it has no colon, or that its colon
 * is a stray one. */
static bool report_long_key(const struct syntax_error *error,
                            struct report *report)
{
    struct place place = place_to_look(error);
    struct str line = source_line(report->source, place.line);

    if (line.len <= KEY_LENGTH_MAX ||
        (!contains(error->problem, "expected ':'") &&
         !contains(error->problem, "mapping values")))
        return false;
    report_error(report, place, "yaml/syntax",
                 "a key is longer than %d characters", KEY_LENGTH_MAX);
    report_hint(report, "keys are short names; look for a quote or an "
                        "indentation that was lost");
    return true;
}

/* A quote that was forgotten ends at the next one, many lines later. */
static bool report_late_quote(const struct syntax_error *error,
                              struct report *report)
{
    if (error->quote_place.line == 0)
        return false;
    report_error(report, error->quote_place, "yaml/syntax",
                 "the quote that begins here ends in line %d",
                 error->problem_place.line);
    report_hint(report, "close it where its text ends");
    return true;
}

void syntax_error_report(const struct syntax_error *error,
                         struct report *report)
{
    const struct explanation *explanation = explain(error);
    const char *message = explanation->message;

    if (report_late_quote(error, report) || report_bad_start(error, report) ||
        report_long_key(error, report))
        return;
    if (!message)
        message = error->problem ? error->problem : "this is not YAML";
    report_error(report, place_to_look(error), "yaml/syntax", "%s", message);
    if (explanation->hint)
        report_hint(report, "%s", explanation->hint);
    if (explanation->look == AT_BOTH &&
        error->context_place.line != error->problem_place.line)
        report_note(report, error->context_place, "it began here");
}
