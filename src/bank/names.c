/*
 * The shapes of ids, versions and dates, and the guess at what a misspelt name
 * was meant to be. Whether a name exists is for its reader to know.
 */
#include "names.h"

#include "proctor/bank/reader.h"
#include "proctor/platform/clock.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_id_character(char c)
{
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' ||
           c == '.';
}

bool name_is_id(struct str text)
{
    if (text.len == 0 || text.len > NAME_MAX_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!is_id_character(text.data[i]))
            return false;
    return text.data[0] != '-' && text.data[0] != '_' && text.data[0] != '.';
}

/* Ids joined by '/', so many of them. */
static bool is_path_of_ids(struct str text, int wanted)
{
    struct str piece;
    int count = 0;

    if (str_ends(text, "/"))
        return false;
    while (str_split(&text, '/', &piece)) {
        if (!name_is_id(piece))
            return false;
        count++;
    }
    return count == wanted;
}

bool name_is_bank(struct str text)
{
    return is_path_of_ids(text, 2);
}

bool name_is_item(struct str text)
{
    return is_path_of_ids(text, 3);
}

bool name_is_base(struct str text)
{
    struct str bank;

    return str_split(&text, '@', &bank) && name_is_bank(bank) &&
           name_is_version(text);
}

bool name_is_version(struct str text)
{
    bool after_digit = false;

    if (text.len > NAME_MAX_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.data[i]) && (text.data[i] != '.' || !after_digit))
            return false;
        after_digit = is_digit(text.data[i]);
    }
    return after_digit;
}

bool name_is_date(struct str text)
{
    int64_t day;

    return clock_day(text, &day);
}

size_t nearest_limit(struct str text)
{
    return 1 + text.len / 5;
}

const char *nearest_name(struct str text, const char *const *names)
{
    const char *nearest = NULL;
    size_t limit = nearest_limit(text);

    for (; *names; names++) {
        size_t distance = str_distance(text, str_from(*names), limit);

        if (distance > limit || (nearest && distance == limit))
            continue;
        nearest = *names;
        limit = distance;
    }
    return nearest;
}

struct str nearest_key(struct str text, const struct strmap *map)
{
    struct str nearest = STR("");
    size_t limit = nearest_limit(text);

    for (size_t i = 0; i < strmap_count(map); i++) {
        struct str key = strmap_key(map, i);
        size_t distance = str_distance(text, key, limit);

        if (distance > limit || (nearest.len > 0 && distance == limit))
            continue;
        nearest = key;
        limit = distance;
    }
    return nearest;
}
