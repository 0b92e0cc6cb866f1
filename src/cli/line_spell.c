/*
 * Spelling so that no two characters sound alike: letters by the spelling
 * alphabet of aviation (ICAO Annex 10), digits and signs by their names.
 */
#include <string.h>

#include "line_parts.h"
#include "proctor/base/utf8.h"

static const char *const letters[] = {
    "Alfa",   "Bravo",   "Charlie", "Delta",  "Echo",   "Foxtrot", "Golf",
    "Hotel",  "India",   "Juliett", "Kilo",   "Lima",   "Mike",    "November",
    "Oscar",  "Papa",    "Quebec",  "Romeo",  "Sierra", "Tango",   "Uniform",
    "Victor", "Whiskey", "X-ray",   "Yankee", "Zulu",
};
static const char *const digits[] = {
    "zero", "one", "two",   "three", "four",
    "five", "six", "seven", "eight", "nine",
};
static const struct {
    char sign;
    const char *name;
} signs[] = {
    {'.', "point"},        {'-', "hyphen"},        {',', "comma"},
    {';', "semicolon"},    {':', "colon"},         {'/', "slash"},
    {'(', "open bracket"}, {')', "close bracket"}, {'%', "percent"},
    {'+', "plus"},         {'\'', "apostrophe"},   {'"', "quote"},
    {'#', "number sign"},  {'&', "and"},           {'*', "star"},
    {'=', "equals"},       {'?', "question mark"},
};

static const char *name_of(uint32_t c)
{
    if (c >= 'a' && c <= 'z')
        return letters[c - 'a'];
    if (c >= 'A' && c <= 'Z')
        return letters[c - 'A'];
    if (c >= '0' && c <= '9')
        return digits[c - '0'];
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if ((uint32_t)signs[i].sign == c)
            return signs[i].name;
    return NULL;
}

void spell_append(struct strbuf *buf, struct str word)
{
    strbuf_add(buf, word);
    for (size_t at = 0, first = 1; at < word.len; first = 0) {
        uint32_t c = utf8_next(word, &at);
        const char *name = name_of(c);

        strbuf_adds(buf, first ? ": " : ", ");
        if (name)
            strbuf_adds(buf, name);
        else
            utf8_append(buf, c);
    }
}
