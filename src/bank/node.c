/*
 * Builds the tree of one unit from tokens. What the tree means is left to the
 * schema; here only its size is bounded and its keys are texts.
 */
#include "node.h"

struct builder {
    struct yaml_stream *stream;
    struct report *report;
    struct arena *arena;
    int nodes;
    bool names_entry;         /* the outermost map is an entry */
    const struct node *named; /* that map: its `id` goes into reports */
};

static struct node *build(struct builder *builder, const struct token *token);

static struct node *node_of_token(struct builder *builder,
                                  const struct token *token)
{
    struct node *node = ARENA_NEW(builder->arena, struct node);

    node->plain = token->plain;
    node->is_broken = token->is_broken;
    node->place = token->place;
    node->end_line = token->end_line;
    node->end_column = token->end_column;
    node->text = STR("");
    return node;
}

/* Appends to the chain whose last link is `*link`. */
static struct node **append(struct node *parent, struct node **link,
                            struct node *child)
{
    *link = child;
    parent->count++;
    return &child->next;
}

static bool build_entries(struct builder *builder, struct node *list)
{
    struct node **link = &list->first;
    struct token token;

    while (yaml_stream_next(builder->stream, &token) != TOKEN_CLOSE) {
        struct node *entry = build(builder, &token);

        if (!entry)
            return false;
        link = append(list, link, entry);
    }
    return true;
}

static bool build_keys(struct builder *builder, struct node *map)
{
    struct node **link = &map->first;
    struct token token;

    while (yaml_stream_next(builder->stream, &token) != TOKEN_CLOSE) {
        struct node *key = build(builder, &token);

        if (!key)
            return false;
        yaml_stream_next(builder->stream, &token);
        key->value = build(builder, &token);
        if (!key->value)
            return false;
        if (map == builder->named && str_is(key->text, "id") &&
            key->value->kind == NODE_TEXT)
            builder->report->item = key->value->text;
        if (key->kind == NODE_TEXT) {
            link = append(map, link, key);
            continue;
        }
        report_error(builder->report, key->place, "yaml/key",
                     "a key must be text, not %s", node_kind_name(key));
    }
    return true;
}

static struct node *build(struct builder *builder, const struct token *token)
{
    if (token->kind == TOKEN_BROKEN || token->kind == TOKEN_END ||
        token->kind == TOKEN_CLOSE)
        return NULL;
    if (++builder->nodes > NODES_MAX) {
        report_error(builder->report, token->place, "limit/size",
                     "one question or case has more than %d parts", NODES_MAX);
        return NULL;
    }

    struct node *node = node_of_token(builder, token);
    bool ok = true;

    if (token->kind == TOKEN_TEXT) {
        node->text = arena_str(builder->arena, token->text);
    } else if (token->kind == TOKEN_LIST) {
        node->kind = NODE_LIST;
        ok = build_entries(builder, node);
    } else {
        node->kind = NODE_MAP;
        if (builder->names_entry && builder->nodes == 1)
            builder->named = node;
        ok = build_keys(builder, node);
    }
    return ok ? node : NULL;
}

struct node *node_build(struct yaml_stream *stream, struct report *report,
                        struct arena *arena, const struct token *token)
{
    struct builder builder = {
        .stream = stream, .report = report, .arena = arena};

    return build(&builder, token);
}

struct node *node_build_entry(struct yaml_stream *stream, struct report *report,
                              struct arena *arena, const struct token *token)
{
    struct builder builder = {.stream = stream,
                              .report = report,
                              .arena = arena,
                              .names_entry = true};

    return build(&builder, token);
}

const struct node *node_find(const struct node *map, const char *name)
{
    if (map->kind != NODE_MAP)
        return NULL;
    for (const struct node *key = map->first; key; key = key->next)
        if (str_is(key->text, name))
            return key;
    return NULL;
}

static void json_string(struct str text, struct strbuf *out)
{
    strbuf_addc(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (c == '"' || c == '\\')
            strbuf_printf(out, "\\%c", c);
        else if (c == '\n')
            strbuf_adds(out, "\\n");
        else if (c < 0x20)
            strbuf_printf(out, "\\u%04x", c);
        else
            strbuf_addc(out, (char)c);
    }
    strbuf_addc(out, '"');
}

void node_json(const struct node *node, struct strbuf *out)
{
    const char *separator = "";

    if (node->kind == NODE_TEXT) {
        json_string(node->text, out);
        return;
    }
    strbuf_addc(out, node->kind == NODE_LIST ? '[' : '{');
    for (const struct node *child = node->first; child; child = child->next) {
        strbuf_adds(out, separator);
        separator = ", ";
        if (node->kind == NODE_MAP) {
            json_string(child->text, out);
            strbuf_adds(out, ": ");
        }
        node_json(node->kind == NODE_MAP ? child->value : child, out);
    }
    strbuf_addc(out, node->kind == NODE_LIST ? ']' : '}');
}

const char *node_kind_name(const struct node *node)
{
    static const char *const names[] = {
        [NODE_TEXT] = "text", [NODE_LIST] = "a list", [NODE_MAP] = "a map"};

    return names[node->kind];
}
