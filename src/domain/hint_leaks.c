/*
 * Finds what would give a key away in texts that authors wrote for the time
 * after the answer: references and reasons name codes and terms. Words are
 * ASCII letters and digits, with dots inside as codes have them; bytes of UTF-8
 * beyond ASCII count as letters.
 */
#include "hint_leaks.h"

#include "item_order.h"

enum {
    CODE_BYTES_MIN = 3,
    TERM_BYTES_MIN = 5,
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_byte(char c)
{
    return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || is_digit(c) ||
           (unsigned char)c >= 0x80;
}

/* A dot between word bytes is part of the word. */
static bool goes_on(struct str text, size_t at)
{
    return is_word_byte(text.data[at]) ||
           (text.data[at] == '.' && at > 0 && at + 1 < text.len &&
            is_word_byte(text.data[at - 1]) && is_word_byte(text.data[at + 1]));
}

static bool next_word(struct str *rest, struct str *out)
{
    size_t start = 0;
    size_t end;

    while (start < rest->len && !is_word_byte(rest->data[start]))
        start++;
    for (end = start; end < rest->len && goes_on(*rest, end);)
        end++;
    *out = (struct str){rest->data + start, end - start};
    rest->data += end;
    rest->len -= end;
    return out->len > 0;
}

/* `word` begins with `start`, dots and case aside. */
static bool begins_with(struct str word, struct str start)
{
    size_t at = 0;

    for (size_t i = 0; i < start.len; i++) {
        if (start.data[i] == '.')
            continue;
        while (at < word.len && word.data[at] == '.')
            at++;
        if (at == word.len ||
            ascii_lower(word.data[at++]) != ascii_lower(start.data[i]))
            return false;
    }
    return true;
}

static bool same_word(struct str a, struct str b)
{
    return begins_with(a, b) && begins_with(b, a);
}

/* Looks like a code or the beginning of one. */
static bool is_code_like(struct str word)
{
    size_t digits = 0;
    size_t dots = 0;

    for (size_t i = 0; i < word.len; i++) {
        digits += is_digit(word.data[i]);
        dots += word.data[i] == '.';
    }
    return digits > 0 && word.len - dots >= CODE_BYTES_MIN;
}

static bool is_term(struct str word)
{
    return word.len >= TERM_BYTES_MIN && !is_code_like(word);
}

typedef bool (*word_test)(struct str word, struct str sought);

static bool has_word(struct str text, struct str sought, word_test matches)
{
    struct str word;

    while (next_word(&text, &word)) {
        if (matches(word, sought))
            return true;
    }
    return false;
}

/* One of the keys, or of the wrong options, has such a word. */
static bool options_have(const struct item *item, bool keys, struct str sought,
                         word_test matches)
{
    for (size_t i = 0; i < item->option_count; i++) {
        if (item->options[i].is_key == keys &&
            has_word(item->options[i].text, sought, matches))
            return true;
    }
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static size_t skip_blanks(struct str text, size_t at)
{
    while (at < text.len && is_blank(text.data[at]))
        at++;
    return at;
}

/* How many bytes of the text say `start`, case aside; 0 when it begins
 * otherwise. Blanks are alike and one or many, since lines are refilled. */
static size_t match_start(struct str text, struct str start)
{
    size_t at = 0;

    for (size_t i = 0; i < start.len;) {
        if (at == text.len)
            return 0;
        if (is_blank(start.data[i]) && is_blank(text.data[at])) {
            i = skip_blanks(start, i);
            at = skip_blanks(text, at);
        } else if (ascii_lower(start.data[i++]) !=
                   ascii_lower(text.data[at++])) {
            return 0;
        }
    }
    return at;
}

/* `part` stands in the text, not within a longer word. */
static bool contains(struct str text, struct str part)
{
    for (size_t at = 0; at < text.len; at++) {
        struct str rest = {text.data + at, text.len - at};
        size_t matched = match_start(rest, part);

        if (matched > 0 && (at == 0 || !is_word_byte(text.data[at - 1])) &&
            (matched == rest.len || !is_word_byte(rest.data[matched])))
            return true;
    }
    return false;
}

/* Without the full stop that ends a sentence. */
static struct str bare(struct str text)
{
    text = str_trim(text);
    if (str_ends(text, "."))
        text.len--;
    return text;
}

static bool has_key_text(const struct item *item, struct str text)
{
    for (size_t i = 0; i < item->option_count; i++) {
        if (item->options[i].is_key &&
            contains(text, bare(item->options[i].text)))
            return true;
    }
    return false;
}

static bool has_key_code(const struct item *item, struct str text)
{
    struct str word;

    while (next_word(&text, &word)) {
        if (is_code_like(word) && options_have(item, true, word, begins_with) &&
            !options_have(item, false, word, begins_with))
            return true;
    }
    return false;
}

static bool slot_has(const struct code_slot *slot, struct str text)
{
    for (size_t i = 0; i < slot->count; i++) {
        if (has_word(text, str_from(slot->accepted[i].base), same_word))
            return true;
    }
    return false;
}

static bool has_asked_code(const struct item *item, struct str text)
{
    for (size_t i = 0; i < item->field_count; i++) {
        for (size_t k = 0; k < item->fields[i].slot_count; k++) {
            if (slot_has(&item->fields[i].slots[k], text))
                return true;
        }
    }
    return false;
}

bool text_names_key(const struct item *item, struct str text)
{
    return has_key_text(item, text) || has_key_code(item, text) ||
           has_asked_code(item, text) || text_names_letter(item, text);
}

bool text_points_at_key(const struct item *item, struct str text)
{
    struct str word;

    while (next_word(&text, &word)) {
        if (is_term(word) && options_have(item, true, word, same_word) &&
            !options_have(item, false, word, same_word) &&
            !has_word(item->stem, word, same_word))
            return true;
    }
    return false;
}
