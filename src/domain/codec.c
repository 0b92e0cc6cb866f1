/*
 * The grammar of canonical forms: `name length:bytes` for a text, `name count`
 * for a list, each ended by a newline. Knows no items; canonical.c says which
 * fields there are. Every byte is looked at once, names but for their few.
 */
#include "codec.h"

#include <string.h>

/* The shortest element of a list: a name of one letter and an empty text. */
#define ELEMENT_BYTES_MIN 5

static bool is_writer(const struct codec *codec)
{
    return codec->out != NULL;
}

static void add_number(struct strbuf *out, size_t number)
{
    char digits[24];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    strbuf_add(out, (struct str){digits + at, sizeof digits - at});
}

static void write_text(struct strbuf *out, const char *name, struct str value)
{
    strbuf_adds(out, name);
    strbuf_addc(out, ' ');
    add_number(out, value.len);
    strbuf_addc(out, ':');
    strbuf_add(out, value);
    strbuf_addc(out, '\n');
}

void codec_refuse(struct codec *codec, const char *name)
{
    if (codec->failed_field)
        return;
    codec->failed_field = name;
    codec->failed_at = codec->at;
    codec->at = codec->text.len;
}

bool codec_end(const struct codec *codec, const char *what, struct error *err)
{
    if (codec->failed_field)
        return error_set(err, ERR_CORRUPT,
                         "%s is damaged: '%s' is missing or wrong at byte %zu",
                         what, codec->failed_field, codec->failed_at);
    if (codec->at < codec->text.len)
        return error_set(err, ERR_CORRUPT,
                         "%s is damaged: unexpected bytes from byte %zu", what,
                         codec->at);
    return true;
}

/* Is a field of that name next? Moves behind "name ". */
static bool take_name(struct codec *codec, const char *name)
{
    struct str rest = {codec->text.data + codec->at,
                       codec->text.len - codec->at};
    size_t len = strlen(name);

    if (!str_starts(rest, name) || rest.len == len || rest.data[len] != ' ')
        return false;
    codec->at += len + 1;
    return true;
}

/* Decimal digits without leading zeros, then `end`. */
static bool take_number(struct codec *codec, char end, size_t *out)
{
    const char *data = codec->text.data;
    size_t start = codec->at;
    size_t number = 0;

    for (; codec->at < codec->text.len; codec->at++) {
        char c = data[codec->at];

        if (c < '0' || c > '9')
            break;
        if (number > codec->text.len) /* no count or length is larger */
            return false;
        number = number * 10 + (size_t)(c - '0');
    }
    if (codec->at == start || codec->at == codec->text.len ||
        data[codec->at] != end || (data[start] == '0' && codec->at - start > 1))
        return false;
    codec->at++;
    *out = number;
    return true;
}

static bool take_bytes(struct codec *codec, struct str *out)
{
    size_t len;
    size_t left;

    if (!take_number(codec, ':', &len))
        return false;
    left = codec->text.len - codec->at;
    if (len >= left || codec->text.data[codec->at + len] != '\n')
        return false;
    *out = (struct str){codec->text.data + codec->at, len};
    codec->at += len + 1;
    return true;
}

void codec_text(struct codec *codec, const char *name, struct str *value)
{
    if (is_writer(codec)) {
        write_text(codec->out, name, *value);
        return;
    }
    *value = STR("");
    if (!take_name(codec, name) || !take_bytes(codec, value))
        codec_refuse(codec, name);
}

void codec_optional(struct codec *codec, const char *name, struct str *value)
{
    if (is_writer(codec)) {
        if (value->len > 0)
            write_text(codec->out, name, *value);
        return;
    }
    *value = STR("");
    if (take_name(codec, name) &&
        (!take_bytes(codec, value) || value->len == 0))
        codec_refuse(codec, name);
}

void codec_flag(struct codec *codec, const char *name, bool *value)
{
    struct str text = *value ? STR("1") : STR("");

    codec_optional(codec, name, &text);
    if (is_writer(codec))
        return;
    *value = text.len > 0;
    if (*value && !str_is(text, "1"))
        codec_refuse(codec, name);
}

void codec_char(struct codec *codec, const char *name, char *value)
{
    char c = *value;
    struct str text = {&c, c != '\0'};

    codec_optional(codec, name, &text);
    if (is_writer(codec))
        return;
    *value = text.len > 0 ? text.data[0] : '\0';
    if (text.len > 1 || (text.len == 1 && *value == '\0'))
        codec_refuse(codec, name);
}

void codec_code(struct codec *codec, const char *name, enum code_set set,
                struct code *code)
{
    struct str text = STR("");

    strbuf_clear(codec->work);
    if (is_writer(codec)) {
        code_format(codec->work, code, set);
        write_text(codec->out, name, strbuf_str(codec->work));
        return;
    }
    codec_text(codec, name, &text);
    if (code_parse(text, set, code) != CODE_OK) {
        codec_refuse(codec, name);
        return;
    }
    /* Only the one way to write a code is canonical. */
    code_format(codec->work, code, set);
    if (!str_eq(text, strbuf_str(codec->work)))
        codec_refuse(codec, name);
}

void codec_count(struct codec *codec, const char *name, size_t *count,
                 size_t max)
{
    if (is_writer(codec)) {
        if (*count == 0)
            return;
        strbuf_adds(codec->out, name);
        strbuf_addc(codec->out, ' ');
        add_number(codec->out, *count);
        strbuf_addc(codec->out, '\n');
        return;
    }
    *count = 0;
    if (!take_name(codec, name))
        return;
    if (!take_number(codec, '\n', count) || *count == 0 || *count > max ||
        *count > (codec->text.len - codec->at) / ELEMENT_BYTES_MIN) {
        *count = 0;
        codec_refuse(codec, name);
    }
}

void *codec_list(struct codec *codec, const char *name, void *items,
                 size_t *count, size_t size, size_t max)
{
    codec_count(codec, name, count, max);
    if (is_writer(codec))
        return items;
    return *count > 0 ? arena_alloc(codec->arena, *count, size) : NULL;
}

void codec_texts(struct codec *codec, const char *list_name, const char *name,
                 struct str_list *list)
{
    list->items = codec_list(codec, list_name, list->items, &list->count,
                             sizeof *list->items, SIZE_MAX);
    for (size_t i = 0; i < list->count; i++)
        codec_text(codec, name, &list->items[i]);
}
