/*
 * Finds texts that name an option by its letter: "option B", "both A and C",
 * "B is wrong because". Such options cannot be shuffled. It leans to finding
 * too much, which costs nothing but the shuffle; single letters that medicine
 * is full of ("hepatitis B", "vitamin D", "Part A") are not taken for options.
 * Used by item_order.c.
 */
#include "item_order.h"

#include <string.h>

#define WORDS_BACK 2

/* One word of a text and what stands before it. */
struct word {
    struct str text;
    struct str gap;
};

/* "option B", "answers A and C", "the answer is D". */
static const char *const nouns[] = {
    "option",      "options",      "answer",     "answers",
    "choice",      "choices",      "distractor", "distractors",
    "alternative", "alternatives", "response",   "responses",
};

/* "both A and B"; and what an option made of letters consists of. */
static const char *const pair_words[] = {"both", "either", "neither"};
static const char *const link_words[] = {"and", "or", "nor"};
static const char *const filler_words[] = {"all",  "of",  "only",
                                           "none", "but", "not"};

/* "B is wrong because", at the start of a sentence. */
static const char *const verbs[] = {"is",  "are", "was", "would",
                                    "and", "or",  "nor"};

#define IN_TABLE(word, table)                                                  \
    is_among((word), (table), sizeof(table) / sizeof(table)[0])

/* In any case; the table is in lower case. */
static bool is_among(struct str word, const char *const *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;

        while (at < word.len && table[i][at] != '\0' &&
               ascii_lower(word.data[at]) == table[i][at])
            at++;
        if (at == word.len && table[i][at] == '\0')
            return true;
    }
    return false;
}

/* Bytes of UTF-8 beyond ASCII count as letters. */
static bool is_word_byte(char c)
{
    return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == '_';
}

static bool next_word(struct str *rest, struct word *out)
{
    size_t gap = 0;
    size_t end;

    while (gap < rest->len && !is_word_byte(rest->data[gap]))
        gap++;
    for (end = gap; end < rest->len && is_word_byte(rest->data[end]);)
        end++;
    out->gap = (struct str){rest->data, gap};
    out->text = (struct str){rest->data + gap, end - gap};
    rest->data += end;
    rest->len -= end;
    return out->text.len > 0;
}

/* Only characters of `allowed`. */
static bool gap_is(struct str gap, const char *allowed)
{
    for (size_t i = 0; i < gap.len; i++) {
        if (!strchr(allowed, gap.data[i]) || gap.data[i] == '\0')
            return false;
    }
    return true;
}

static bool gap_has(struct str gap, const char *sought)
{
    for (size_t i = 0; i < gap.len; i++) {
        if (gap.data[i] != '\0' && strchr(sought, gap.data[i]))
            return true;
    }
    return false;
}

static bool is_option_letter(const struct item *item, struct str word)
{
    return word.len == 1 && item_option(item, word.data[0]) != NULL;
}

/* "option B", "answer: B", "answer is B". */
static bool follows_noun(const struct word *letter,
                         const struct word before[WORDS_BACK])
{
    const struct word *noun = &before[0];

    if (!gap_is(letter->gap, " \t\n:('\""))
        return false;
    if (str_is(noun->text, "is") && gap_is(noun->gap, " \t\n"))
        noun = &before[1];
    return IN_TABLE(noun->text, nouns);
}

/* "both A and B", seen at the second letter. */
static bool ends_pair(const struct item *item, const struct word *letter,
                      const struct word before[WORDS_BACK], struct str third)
{
    return gap_is(letter->gap, " \t\n") &&
           IN_TABLE(before[0].text, link_words) &&
           is_option_letter(item, before[1].text) &&
           IN_TABLE(third, pair_words);
}

/* "B is wrong", "B: the code ...", at the start of a sentence. */
static bool opens_sentence(const struct word *letter, bool is_first,
                           struct str rest)
{
    struct word next;

    if (!is_first && !gap_has(letter->gap, ".!?;\n"))
        return false;
    if (rest.len > 0 && (rest.data[0] == ':' || rest.data[0] == ')'))
        return true;
    return next_word(&rest, &next) && gap_is(next.gap, " \t\n,") &&
           IN_TABLE(next.text, verbs);
}

bool text_names_letter(const struct item *item, struct str text)
{
    struct word before[WORDS_BACK] = {{STR(""), STR("")}, {STR(""), STR("")}};
    struct str third = STR("");
    struct word word;
    bool is_first = true;

    while (next_word(&text, &word)) {
        if (is_option_letter(item, word.text) &&
            (follows_noun(&word, before) ||
             ends_pair(item, &word, before, third) ||
             opens_sentence(&word, is_first, text)))
            return true;
        third = before[1].text;
        before[1] = before[0];
        before[0] = word;
        is_first = false;
    }
    return false;
}

/* An option such as "A and C only": letters and the words between them. */
static bool is_made_of_letters(const struct item *item, struct str text)
{
    struct word word;
    size_t letters = 0;

    while (next_word(&text, &word)) {
        if (is_option_letter(item, word.text))
            letters++;
        else if (!IN_TABLE(word.text, pair_words) &&
                 !IN_TABLE(word.text, link_words) &&
                 !IN_TABLE(word.text, filler_words))
            return false;
    }
    return letters > 0;
}

bool item_names_letter(const struct item *item)
{
    if (text_names_letter(item, item->stem) ||
        text_names_letter(item, item->rationale))
        return true;
    for (size_t i = 0; i < item->option_count; i++) {
        const struct option *option = &item->options[i];

        if (is_made_of_letters(item, option->text) ||
            text_names_letter(item, option->text) ||
            text_names_letter(item, option->why))
            return true;
    }
    return false;
}
