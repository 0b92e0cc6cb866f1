/*
 * A YAML file as a stream of tokens: texts, lists and maps, nothing else. What
 * a bank may not use (anchors, aliases, tags, several documents, deep nesting,
 * huge texts) is reported here and does not come out. The one user of libyaml
 * is behind this header.
 */
#ifndef PROCTOR_BANK_YAML_STREAM_H
#define PROCTOR_BANK_YAML_STREAM_H

#include "report.h"
#include "source.h"

enum token_kind {
    TOKEN_TEXT,
    TOKEN_LIST,
    TOKEN_MAP,
    TOKEN_CLOSE,  /* of the list or map opened last */
    TOKEN_END,    /* of the document, or of the part restarted */
    TOKEN_BROKEN, /* a syntax error, reported; yaml_stream_restart() may help */
};

struct token {
    enum token_kind kind;
    struct str text; /* TOKEN_TEXT: valid until the next token */
    bool plain;      /* written without quotes */
    bool is_broken;  /* has an error that is reported already */
    struct place place;
    int end_line, end_column; /* just behind it */
};

struct yaml_stream;

struct yaml_stream *yaml_stream_create(struct source *source,
                                       struct report *report);
void yaml_stream_destroy(struct yaml_stream *stream);

enum token_kind yaml_stream_next(struct yaml_stream *stream, struct token *out);

/* Begins anew at `line`, as if the file were just that line up to `end_line`
 * (not included). False when that is of no use: the error was no syntax error,
 * or there were too many of them. */
bool yaml_stream_restart(struct yaml_stream *stream, int line, int end_line);

/* The stream ended before the file did, and no restart will help. */
bool yaml_stream_is_hopeless(const struct yaml_stream *stream);

/* Bytes given to the parser so far. */
size_t yaml_stream_position(const struct yaml_stream *stream);

#endif
