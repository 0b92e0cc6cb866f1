/*
 * Decoding and encoding by the table of well-formed sequences in the Unicode
 * Standard (table 3-7). Decoding is strict, since what a lenient decoder lets
 * through is how forbidden characters are smuggled in.
 */
#include "proctor/base/utf8.h"

#include <string.h>

#define LAST_CHARACTER 0x10FFFFu
#define ASCII_WORD_MASK UINT64_C(0x8080808080808080)

/* What may follow a lead byte. The limits of the second byte keep out overlong
 * forms, surrogates and values above the last character. */
struct lead {
    unsigned char extra; /* bytes after the lead; 0 for no lead byte */
    unsigned char bits;  /* of the lead byte that belong to the value */
    unsigned char low, high;
};

static struct lead lead_of(unsigned char byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        return (struct lead){0, 0, 0, 0};
    if (byte < 0xE0)
        return (struct lead){1, 0x1F, 0x80, 0xBF};
    if (byte < 0xF0)
        return (struct lead){2, 0x0F, byte == 0xE0 ? 0xA0 : 0x80,
                             byte == 0xED ? 0x9F : 0xBF};
    return (struct lead){3, 0x07, byte == 0xF0 ? 0x90 : 0x80,
                         byte == 0xF4 ? 0x8F : 0xBF};
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool is_surrogate(uint32_t c)
{
    return c >= 0xD800 && c <= 0xDFFF;
}

uint32_t utf8_next(struct str text, size_t *offset)
{
    unsigned char byte = (unsigned char)text.data[(*offset)++];

    if (byte < 0x80)
        return byte;

    struct lead lead = lead_of(byte);
    uint32_t c = byte & lead.bits;

    if (lead.extra == 0)
        return UTF8_INVALID;
    for (int i = 0; i < lead.extra; i++) {
        if (*offset >= text.len)
            return UTF8_INVALID;
        byte = (unsigned char)text.data[*offset];
        if (byte < (i == 0 ? lead.low : 0x80) ||
            byte > (i == 0 ? lead.high : 0xBF))
            return UTF8_INVALID;
        c = c << 6 | (byte & 0x3F);
        ++*offset;
    }
    return c;
}

void utf8_append(struct strbuf *buf, uint32_t c)
{
    char bytes[4];
    size_t len = 0;

    if (c > LAST_CHARACTER || is_surrogate(c))
        c = UTF8_REPLACEMENT;
    if (c < 0x80) {
        strbuf_addc(buf, (char)c);
        return;
    }
    if (c < 0x800) {
        bytes[len++] = (char)(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[len++] = (char)(0xE0 | c >> 12);
        bytes[len++] = (char)(0x80 | (c >> 6 & 0x3F));
    } else {
        bytes[len++] = (char)(0xF0 | c >> 18);
        bytes[len++] = (char)(0x80 | (c >> 12 & 0x3F));
        bytes[len++] = (char)(0x80 | (c >> 6 & 0x3F));
    }
    bytes[len++] = (char)(0x80 | (c & 0x3F));
    strbuf_add(buf, (struct str){bytes, len});
}

size_t utf8_valid_prefix(struct str text)
{
    size_t offset = 0;

    while (offset < text.len) {
        uint64_t word;

        /* Nearly all text is ASCII: eight bytes at a time. */
        while (text.len - offset >= sizeof word) {
            memcpy(&word, text.data + offset, sizeof word);
            if (word & ASCII_WORD_MASK)
                break;
            offset += sizeof word;
        }
        size_t next = offset;
        if (next < text.len && utf8_next(text, &next) == UTF8_INVALID)
            return offset;
        offset = next;
    }
    return offset;
}

size_t utf8_floor(struct str text, size_t limit)
{
    if (limit >= text.len)
        return text.len;

    size_t floor = limit;
    for (int i = 0; i < 3 && floor > 0 && is_continuation(text.data[floor]);
         i++)
        floor--;

    /* Only a character that spans the limit is one to go before. */
    size_t end = floor;
    uint32_t c = utf8_next(text, &end);
    return c != UTF8_INVALID && end > limit ? floor : limit;
}
