/* Text that is looked at (`struct str`) and text that is built
 * (`struct strbuf`). Both hold UTF-8 bytes and may hold any byte. */
#ifndef PROCTOR_BASE_STR_H
#define PROCTOR_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Borrowed bytes. `data` is never NULL through the functions here. */
struct str {
    const char *data;
    size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_FORMAT "%.*s"
#define STR_ARG(s) (int)(s).len, (s).data

/* NULL gives the empty text. */
struct str str_from(const char *text);
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *text);
/* By bytes, as memcmp(); a prefix is smaller. */
int str_cmp(struct str a, struct str b);
bool str_starts(struct str text, const char *prefix);
bool str_ends(struct str text, const char *suffix);
/* A letter A to Z in lower case, every other byte as it is; no locale. */
char ascii_lower(char c);
/* Without ASCII blanks (space, tab, CR, LF) at both ends. */
struct str str_trim(struct str text);
/* Cuts up to the first `separator` off `*rest` (which loses the separator
 * too). False when nothing is left; "a,,b" gives three pieces. */
bool str_split(struct str *rest, char separator, struct str *piece_out);
/* All of the text as a decimal number within [low, high]. */
bool str_to_i64(struct str text, int64_t low, int64_t high, int64_t *out);
/* Edit distance (insert, delete, replace, swap), for "did you mean". Gives
 * `limit` + 1 as soon as it is above `limit`. Texts over 64 bytes: the same. */
size_t str_distance(struct str a, struct str b, size_t limit);

/* Zero-initialise, append, strbuf_finish(). `data` is NULL until something was
 * appended, then always terminated. */
struct strbuf {
    char *data;
    size_t len, capacity;
};

void strbuf_finish(struct strbuf *buf);
void strbuf_clear(struct strbuf *buf);
void strbuf_add(struct strbuf *buf, struct str text);
void strbuf_adds(struct strbuf *buf, const char *text);
void strbuf_addc(struct strbuf *buf, char c);
void strbuf_printf(struct strbuf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_vprintf(struct strbuf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* Never NULL; valid until the next change. */
const char *strbuf_text(const struct strbuf *buf);
struct str strbuf_str(const struct strbuf *buf);
/* Hands the text over (free() it); the buffer is empty afterwards. */
char *strbuf_take(struct strbuf *buf);

#endif
