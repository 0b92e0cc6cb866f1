/* Strict UTF-8: no overlong forms, surrogates or values above U+10FFFF. */
#ifndef PROCTOR_BASE_UTF8_H
#define PROCTOR_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/str.h"

#define UTF8_INVALID UINT32_MAX
#define UTF8_REPLACEMENT 0xFFFDu

/*
 * Decodes the character at `*offset` (which must be below text.len) and moves
 * `*offset` behind it. For bytes that are no UTF-8 it gives UTF8_INVALID and
 * moves by the length of the longest invalid prefix, at least 1.
 */
uint32_t utf8_next(struct str text, size_t *offset);

/* Appends the character; a value that is no character appends U+FFFD. */
void utf8_append(struct strbuf *buf, uint32_t c);

/* The offset of the first byte that is not UTF-8, or text.len. */
size_t utf8_valid_prefix(struct str text);

/* Largest n <= limit such that the first n bytes do not cut a character. */
size_t utf8_floor(struct str text, size_t limit);

#endif
