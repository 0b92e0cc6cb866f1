/*
 * Scalars in YAML. A text is written plain only when no YAML reader could take
 * it for a number, a truth value or a key; of several lines as a block, which
 * stays readable; and in double quotes whenever there is any doubt.
 */
#include "writer_yaml.h"

#include <string.h>

#include "proctor/base/fold.h"
#include "proctor/base/utf8.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whatever the locale: words[] are of ASCII letters. */
static bool is_word(struct str text, const char *word)
{
    size_t len = strlen(word);

    if (text.len != len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(text.data[i]) != word[i])
            return false;
    return true;
}

/* Words that other YAML readers turn into something else. */
static bool is_reserved(struct str text)
{
    static const char *const words[] = {"y",    "n",   "yes",  "no",
                                        "on",   "off", "true", "false",
                                        "null", "inf", "nan"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return true;
    return false;
}

/* Letters and harmless signs only: no digit, so that every code is quoted. */
static bool is_plain_prose(struct str text, const char *signs)
{
    if (text.len == 0 || !is_letter(text.data[0]) || is_reserved(text) ||
        text.data[text.len - 1] == ' ')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!is_letter(text.data[i]) &&
            (text.data[i] == '\0' || !strchr(signs, text.data[i])))
            return false;
    return true;
}

/* An id may have digits behind its first letter. A code as an id is no harm:
 * ids are of lower case. */
static bool is_plain_id(struct str text)
{
    if (text.len == 0 || text.data[0] < 'a' || text.data[0] > 'z' ||
        is_reserved(text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' &&
            c != '/' && c != '_')
            return false;
    }
    return true;
}

static void add_escape(struct strbuf *out, uint32_t c)
{
    if (c == '"' || c == '\\')
        strbuf_printf(out, "\\%c", (int)c);
    else if (c == '\n')
        strbuf_adds(out, "\\n");
    else if (c == '\t')
        strbuf_adds(out, "\\t");
    else if (c < 0x100)
        strbuf_printf(out, "\\x%02X", (unsigned)c);
    else if (c < 0x10000)
        strbuf_printf(out, "\\u%04X", (unsigned)c);
    else
        strbuf_printf(out, "\\U%08X", (unsigned)c);
}

static bool needs_escape(uint32_t c)
{
    return c == '"' || c == '\\' || c < 0x20 || c == 0xFEFF ||
           fold_is_forbidden(c);
}

void yaml_quoted(struct strbuf *out, struct str text)
{
    strbuf_addc(out, '"');
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);

        if (c != UTF8_INVALID && needs_escape(c))
            add_escape(out, c);
        else
            utf8_append(out, c);
    }
    strbuf_addc(out, '"');
}

void yaml_inline(struct strbuf *out, struct str text)
{
    if (is_plain_id(text) || is_plain_prose(text, " -/().'+"))
        strbuf_add(out, text);
    else
        yaml_quoted(out, text);
}

/* A block keeps lines as they are, but cannot hold everything. One that keeps
 * empty lines at its end would keep the line behind it as well. */
static bool fits_block(struct str text)
{
    bool has_words = false;

    if (memchr(text.data, '\n', text.len) == NULL || str_ends(text, "\n\n"))
        return false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);

        if (c == UTF8_INVALID || c == '\r' || c == 0xFEFF ||
            fold_is_forbidden(c))
            return false;
        has_words = has_words || (c != ' ' && c != '\n' && c != '\t');
    }
    return has_words;
}

static void add_block(struct strbuf *out, int indent, struct str text)
{
    bool starts_blank = strchr(" \t\n", text.data[0]) != NULL;
    struct str line;

    strbuf_printf(out, "|%s%s\n", starts_blank ? "2" : "",
                  str_ends(text, "\n") ? "" : "-");
    while (str_split(&text, '\n', &line)) {
        if (line.len > 0)
            strbuf_printf(out, "%*s", indent + 2, "");
        strbuf_add(out, line);
        strbuf_addc(out, '\n');
    }
}

void yaml_value(struct strbuf *out, int indent, struct str text)
{
    if (fits_block(text)) {
        add_block(out, indent, text);
        return;
    }
    if (is_plain_id(text) || is_plain_prose(text, " -/().,;'+?!"))
        strbuf_add(out, text);
    else
        yaml_quoted(out, text);
    strbuf_addc(out, '\n');
}

void yaml_key(struct strbuf *out, int indent, const char *key)
{
    strbuf_printf(out, "%*s%s:", indent, "", key);
}

void yaml_text(struct strbuf *out, int indent, const char *key, struct str text)
{
    if (text.len == 0)
        return;
    yaml_key(out, indent, key);
    strbuf_addc(out, ' ');
    yaml_value(out, indent, text);
}

void yaml_texts(struct strbuf *out, int indent, const char *key,
                const struct str_list *list)
{
    if (list->count == 0)
        return;
    yaml_key(out, indent, key);
    strbuf_adds(out, " [");
    for (size_t i = 0; i < list->count; i++) {
        strbuf_adds(out, i > 0 ? ", " : "");
        yaml_inline(out, list->items[i]);
    }
    strbuf_adds(out, "]\n");
}

void yaml_code_sets(struct strbuf *out, int indent, const char *key,
                    code_set_mask sets)
{
    const char *separator = "";

    yaml_key(out, indent, key);
    strbuf_adds(out, " [");
    for (int set = 0; set < CODE_SET_COUNT; set++) {
        if (!(sets & (code_set_mask)1 << set))
            continue;
        strbuf_printf(out, "%s%s", separator, code_set_id((enum code_set)set));
        separator = ", ";
    }
    strbuf_adds(out, "]\n");
}

void yaml_code_years(struct strbuf *out, int indent,
                     const struct code_years *years)
{
    bool is_first = true;

    for (int set = 0; set < CODE_SET_COUNT; set++) {
        if (years->years[set].count == 0)
            continue;
        if (is_first)
            strbuf_printf(out, "%*scode_sets:\n", indent, "");
        is_first = false;
        yaml_texts(out, indent + 2, code_set_id((enum code_set)set),
                   &years->years[set]);
    }
}

void yaml_extras(struct strbuf *out, int indent, const struct extra_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct str key = list->items[i].key;

        strbuf_printf(out, "%*s", indent, "");
        strbuf_add(out, key);
        strbuf_adds(out, ": ");
        strbuf_add(out, list->items[i].value); /* JSON is YAML */
        strbuf_addc(out, '\n');
    }
}
