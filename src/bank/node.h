/*
 * One unit of a file (the value of a key, a case, a question) as a tree. The
 * tree lets a reader look at keys in its own order; its memory is the arena's
 * and is used again for the next question.
 */
#ifndef PROCTOR_BANK_NODE_H
#define PROCTOR_BANK_NODE_H

#include "proctor/base/arena.h"

#include "yaml_stream.h"

#define NODES_MAX 20000 /* of one unit */

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    bool plain;     /* a text without quotes */
    bool is_broken; /* has an error that is reported already */
    struct place place;
    int end_line, end_column;
    struct str text;    /* NODE_TEXT; terminated, but may hold any byte */
    struct node *first; /* entries of a list, keys of a map */
    struct node *next;
    struct node *value; /* of a key */
    size_t count;
};

/*
 * The tree that begins with `token`, which was read already. NULL when the
 * stream breaks or the unit has too many nodes, which is reported.
 */
struct node *node_build(struct yaml_stream *stream, struct report *report,
                        struct arena *arena, const struct token *token);

/* The same of an entry: as soon as its `id` is known, reports name it. */
struct node *node_build_entry(struct yaml_stream *stream, struct report *report,
                              struct arena *arena, const struct token *token);

/* The key of that name in a map, or NULL. */
const struct node *node_find(const struct node *map, const char *name);

/* Appends the node as JSON; every scalar is a string. */
void node_json(const struct node *node, struct strbuf *out);

/* "a list", "a map", "text": for messages. */
const char *node_kind_name(const struct node *node);

#endif
