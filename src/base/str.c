/*
 * Text that is looked at and text that is built, as bytes: what the bytes mean
 * is utf8.c's matter, how they look on a screen fold.c's. Comparisons and
 * blanks know ASCII only and no locale.
 */
#include "proctor/base/str.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proctor/base/mem.h"

enum {
    FIRST_CAPACITY = 64,
    DISTANCE_MAX = 64, /* bytes; no name to be guessed at is longer */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t min_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* memcmp() without its rule against NULL: a zeroed `struct str` is empty. */
static int bytes_cmp(const char *a, const char *b, size_t len)
{
    return len == 0 ? 0 : memcmp(a, b, len);
}

/* Makes room for `more` bytes and the terminator. */
static void reserve(struct strbuf *buf, size_t more)
{
    if (more < buf->capacity - buf->len)
        return;
    if (more >= SIZE_MAX / 2 - buf->len)
        mem_exhausted();

    size_t capacity = buf->capacity ? buf->capacity : FIRST_CAPACITY;
    while (capacity - buf->len <= more)
        capacity *= 2;
    buf->data = mem_realloc(buf->data, capacity, 1);
    buf->capacity = capacity;
}

struct str str_from(const char *text)
{
    return text ? (struct str){text, strlen(text)} : STR("");
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && bytes_cmp(a.data, b.data, a.len) == 0;
}

bool str_is(struct str a, const char *text)
{
    return str_eq(a, str_from(text));
}

int str_cmp(struct str a, struct str b)
{
    int order = bytes_cmp(a.data, b.data, min_size(a.len, b.len));

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str text, const char *prefix)
{
    size_t len = strlen(prefix);

    return text.len >= len && bytes_cmp(text.data, prefix, len) == 0;
}

bool str_ends(struct str text, const char *suffix)
{
    size_t len = strlen(suffix);

    return text.len >= len &&
           bytes_cmp(text.data + text.len - len, suffix, len) == 0;
}

struct str str_trim(struct str text)
{
    while (text.len > 0 && is_blank(text.data[text.len - 1]))
        text.len--;
    while (text.len > 0 && is_blank(text.data[0])) {
        text.data++;
        text.len--;
    }
    return text;
}

bool str_split(struct str *rest, char separator, struct str *piece_out)
{
    if (rest->len == 0)
        return false;
    const char *end = memchr(rest->data, separator, rest->len);
    size_t len = end ? (size_t)(end - rest->data) : rest->len;
    size_t taken = end ? len + 1 : len;

    *piece_out = (struct str){rest->data, len};
    rest->data += taken;
    rest->len -= taken;
    return true;
}

bool str_to_i64(struct str text, int64_t low, int64_t high, int64_t *out)
{
    bool negative = text.len > 0 && text.data[0] == '-';
    size_t i = negative ? 1 : 0;
    int64_t value = 0; /* counted down: the lowest number has no opposite */

    if (i == text.len)
        return false;
    for (; i < text.len; i++) {
        int digit = text.data[i] - '0';

        if (digit < 0 || digit > 9 || value < (INT64_MIN + digit) / 10)
            return false;
        value = value * 10 - digit;
    }
    if (!negative && value == INT64_MIN)
        return false;
    value = negative ? value : -value;
    if (value < low || value > high)
        return false;
    *out = value;
    return true;
}

/* One row of the optimal string alignment table: the distances between the
 * first `i` bytes of `a` and every beginning of `b`. Gives the least. */
static size_t distance_row(struct str a, struct str b, size_t i,
                           size_t rows[3][DISTANCE_MAX + 1])
{
    const size_t *older = rows[(i + 1) % 3], *old = rows[(i + 2) % 3];
    size_t *row = rows[i % 3];
    size_t least = row[0] = i;

    for (size_t j = 1; j <= b.len; j++) {
        bool same = a.data[i - 1] == b.data[j - 1];
        size_t best = min_size(old[j - 1] + (same ? 0 : 1),
                               min_size(old[j], row[j - 1]) + 1);

        if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
            a.data[i - 2] == b.data[j - 1])
            best = min_size(best, older[j - 2] + 1);
        row[j] = best;
        least = min_size(least, best);
    }
    return least;
}

char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
    size_t rows[3][DISTANCE_MAX + 1];

    if (a.len > DISTANCE_MAX || b.len > DISTANCE_MAX)
        return limit + 1;
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        if (distance_row(a, b, i, rows) > limit)
            return limit + 1;
    }
    return min_size(rows[a.len % 3][b.len], limit + 1);
}

void strbuf_finish(struct strbuf *buf)
{
    if (!buf)
        return;
    free(buf->data);
    *buf = (struct strbuf){0};
}

void strbuf_clear(struct strbuf *buf)
{
    buf->len = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void strbuf_add(struct strbuf *buf, struct str text)
{
    reserve(buf, text.len);
    if (text.len > 0)
        memcpy(buf->data + buf->len, text.data, text.len);
    buf->len += text.len;
    buf->data[buf->len] = '\0';
}

void strbuf_adds(struct strbuf *buf, const char *text)
{
    strbuf_add(buf, str_from(text));
}

void strbuf_addc(struct strbuf *buf, char c)
{
    reserve(buf, 1);
    buf->data[buf->len++] = c;
    buf->data[buf->len] = '\0';
}

void strbuf_printf(struct strbuf *buf, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    strbuf_vprintf(buf, format, args);
    va_end(args);
}

void strbuf_vprintf(struct strbuf *buf, const char *format, va_list args)
{
    va_list again;

    /* Most texts fit at the first try. */
    va_copy(again, args);
    reserve(buf, FIRST_CAPACITY);
    size_t room = buf->capacity - buf->len;
    int wanted = vsnprintf(buf->data + buf->len, room, format, args);

    assert(wanted >= 0); /* only wide characters can fail; none are used */
    size_t len = wanted > 0 ? (size_t)wanted : 0;
    if (len >= room) {
        reserve(buf, len);
        vsnprintf(buf->data + buf->len, len + 1, format, again);
    }
    buf->len += len;
    va_end(again);
}

const char *strbuf_text(const struct strbuf *buf)
{
    return buf->data ? buf->data : "";
}

struct str strbuf_str(const struct strbuf *buf)
{
    return (struct str){strbuf_text(buf), buf->len};
}

char *strbuf_take(struct strbuf *buf)
{
    reserve(buf, 0);
    buf->data[buf->len] = '\0';
    char *text = buf->data;
    *buf = (struct strbuf){0};
    return text;
}
