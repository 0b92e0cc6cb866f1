/*
 * Recognises options that stand in an order of their own: "10 %", "11-20
 * minutes", "less than 1 year", "October 1, 2025". Only what is plainly a
 * quantity or a date counts; codes are shuffled like any other text. Used by
 * item_order.c.
 */
#include "item_order.h"

#include <string.h>

enum {
    DIGITS_MAX = 9,
    CODE_DIGITS = 5,
    YEAR_MIN = 1000,
};

enum dimension {
    DIM_NONE,
    DIM_TIME,
    DIM_SHARE,
    DIM_MONEY,
    DIM_LENGTH,
    DIM_MASS,
    DIM_VOLUME,
    DIM_UNITS,
    DIM_DATE,
    DIM_RANK,
};

/* A quantity, or a range of it; compared by `low`, then by `high`. */
struct value {
    enum dimension dimension;
    int64_t low, high;
};

struct unit {
    const char *name; /* an "s" may follow */
    enum dimension dimension;
    int64_t scale;
};

static const struct unit units[] = {
    {"second", DIM_TIME, 1},
    {"minute", DIM_TIME, 60},
    {"hour", DIM_TIME, 3600},
    {"day", DIM_TIME, 86400},
    {"calendar day", DIM_TIME, 86400},
    {"business day", DIM_TIME, 86400},
    {"week", DIM_TIME, 604800},
    {"month", DIM_TIME, 2592000},
    {"year", DIM_TIME, 31536000},
    {"%", DIM_SHARE, 1},
    {"percent", DIM_SHARE, 1},
    {"dollar", DIM_MONEY, 1},
    {"mm", DIM_LENGTH, 10},
    {"cm", DIM_LENGTH, 100},
    {"inch", DIM_LENGTH, 254},
    {"inches", DIM_LENGTH, 254},
    {"mcg", DIM_MASS, 1},
    {"mg", DIM_MASS, 1000},
    {"g", DIM_MASS, 1000000},
    {"kg", DIM_MASS, 1000000000},
    {"ml", DIM_VOLUME, 1},
    {"unit", DIM_UNITS, 1},
    {"st", DIM_RANK, 1},
    {"nd", DIM_RANK, 1},
    {"rd", DIM_RANK, 1},
    {"th", DIM_RANK, 1},
};

/* Words before a quantity: which end of the range they leave open. */
struct bound {
    const char *words;
    bool opens_low, opens_high;
};

static const struct bound bounds[] = {
    {"less than", true, false},
    {"fewer than", true, false},
    {"under", true, false},
    {"up to", true, false},
    {"at most", true, false},
    {"within", true, false},
    {"<", true, false},
    {"\xe2\x89\xa4", true, false}, /* less than or equal */
    {"more than", false, true},
    {"greater than", false, true},
    {"over", false, true},
    {"at least", false, true},
    {">", false, true},
    {"\xe2\x89\xa5", false, true}, /* greater than or equal */
};

/* Between the ends of a range: hyphen, en dash, em dash, word. */
static const char *const range_signs[] = {
    "-",
    "\xe2\x80\x93",
    "\xe2\x80\x94",
    "to",
};

static const char *const months[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
};

static bool is_letter(char c)
{
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char first(struct str text)
{
    return text.len > 0 ? text.data[0] : '\0';
}

static void drop(struct str *rest, size_t count)
{
    rest->data += count;
    rest->len -= count;
}

/* Takes lower-case `words`, written in any case, and the blanks around them
 * off the text. A word is not cut in the middle. */
static bool take(struct str *rest, const char *words)
{
    struct str text = str_trim(*rest);
    size_t len = strlen(words);

    if (text.len < len)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (ascii_lower(text.data[i]) != words[i])
            return false;
    }
    drop(&text, len);
    if (is_letter(words[len - 1]) && is_letter(first(text)))
        return false;
    *rest = str_trim(text);
    return true;
}

static const struct unit *take_unit(struct str *rest)
{
    char plural[24];

    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        size_t len = strlen(units[i].name);

        memcpy(plural, units[i].name, len);
        memcpy(plural + len, "s", 2);
        if (take(rest, units[i].name) || take(rest, plural))
            return &units[i];
    }
    return NULL;
}

struct number {
    int64_t thousandths;
    int digits;    /* before the point */
    bool is_plain; /* digits only */
    bool has_leading_zero;
};

/* The digits before the point; "10,000" has five. */
static bool take_whole(struct str *rest, struct number *out)
{
    int64_t value = 0;

    out->has_leading_zero = first(*rest) == '0';
    for (; rest->len > 0; drop(rest, 1)) {
        char c = rest->data[0];

        if (c == ',' && out->digits > 0 && rest->len > 1 &&
            is_digit(rest->data[1])) {
            out->is_plain = false;
            continue;
        }
        if (!is_digit(c))
            break;
        if (++out->digits > DIGITS_MAX)
            return false;
        value = value * 10 + (c - '0');
    }
    out->thousandths = value * 1000;
    return out->digits > 0;
}

static void take_decimals(struct str *rest, struct number *out)
{
    int64_t scale = 100;

    if (rest->len < 2 || first(*rest) != '.' || !is_digit(rest->data[1]))
        return;
    drop(rest, 1);
    out->is_plain = false;
    for (; is_digit(first(*rest)); drop(rest, 1), scale /= 10)
        out->thousandths += scale * (first(*rest) - '0');
}

/* A minus sign or hyphen right before a digit; "+" likewise. */
static bool take_sign(struct str *rest, const char *sign)
{
    size_t len = strlen(sign);

    if (!str_starts(*rest, sign) || rest->len == len ||
        !is_digit(rest->data[len]))
        return false;
    drop(rest, len);
    return true;
}

static bool take_number(struct str *rest, struct number *out)
{
    struct str text = *rest;
    bool is_money = take(&text, "$");
    bool is_negative =
        take_sign(&text, "-") || take_sign(&text, "\xe2\x88\x92");

    if (!is_negative)
        take_sign(&text, "+");

    *out = (struct number){.is_plain = !is_money};
    if (!take_whole(&text, out))
        return false;
    take_decimals(&text, out);
    if (is_letter(first(text)) && out->is_plain && out->digits > 3)
        return false; /* 0042T */
    if (is_negative)
        out->thousandths = -out->thousandths;
    *rest = str_trim(text);
    return true;
}

/* 99213 and 0450 are codes; 10,000 and 0.5 are not. */
static bool is_code(const struct number *number)
{
    return number->is_plain &&
           (number->digits == CODE_DIGITS ||
            (number->digits > 1 && number->has_leading_zero));
}

static bool take_range_sign(struct str *rest)
{
    for (size_t i = 0; i < sizeof range_signs / sizeof range_signs[0]; i++) {
        if (take(rest, range_signs[i]))
            return true;
    }
    return false;
}

static const struct bound *take_bound(struct str *rest)
{
    static const struct bound none = {"", false, false};

    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        if (take(rest, bounds[i].words))
            return &bounds[i];
    }
    return &none;
}

static bool fits(const struct number *number, const struct unit *unit)
{
    int64_t most = INT64_MAX / unit->scale;

    return number->thousandths <= most && number->thousandths >= -most;
}

/* "[bound] number [unit] [- number [unit]]" and nothing behind it. */
static bool read_quantity(struct str text, struct value *out)
{
    static const struct unit no_unit = {"", DIM_NONE, 1};
    const struct bound *bound = take_bound(&text);
    const struct unit *low_unit;
    const struct unit *high_unit;
    struct number low;
    struct number high;

    if (!take_number(&text, &low))
        return false;
    low_unit = high_unit = take_unit(&text);
    high = low;
    if (take_range_sign(&text)) {
        if (!take_number(&text, &high))
            return false;
        high_unit = take_unit(&text);
    }
    if (!high_unit)
        high_unit = low_unit ? low_unit : &no_unit;
    if (!low_unit)
        low_unit = high_unit;
    take(&text, ".");
    if (text.len > 0 || low_unit->dimension != high_unit->dimension ||
        (low_unit == &no_unit && (is_code(&low) || is_code(&high))))
        return false;
    if (!fits(&low, low_unit) || !fits(&high, high_unit))
        return false;
    out->dimension = low_unit->dimension;
    out->low = bound->opens_low ? INT64_MIN : low.thousandths * low_unit->scale;
    out->high =
        bound->opens_high ? INT64_MAX : high.thousandths * high_unit->scale;
    return true;
}

/* A full name or its first three letters; 0 when there is none. */
static int take_month(struct str *rest)
{
    for (int i = 0; i < 12; i++) {
        char abbreviation[4] = {months[i][0], months[i][1], months[i][2], '\0'};

        if (take(rest, months[i]) || take(rest, abbreviation))
            return i + 1;
    }
    return 0;
}

struct date_parts {
    int month; /* by name; 0 for none */
    int64_t numbers[3];
    int number_count;
};

/* Names and numbers of a date, whatever stands between them. */
static bool split_date(struct str text, struct date_parts *out)
{
    *out = (struct date_parts){0};
    text = str_trim(text);
    while (text.len > 0) {
        struct number number = {0};
        int month = out->month == 0 ? take_month(&text) : 0;

        if (month > 0)
            out->month = month;
        else if (out->number_count < 3 && is_digit(first(text)) &&
                 take_whole(&text, &number))
            out->numbers[out->number_count++] = number.thousandths / 1000;
        else
            return false;
        if (strchr(",./-", first(text)) && first(text) != '\0')
            drop(&text, 1);
        text = str_trim(text);
    }
    return true;
}

/* October 1, 2025; 1 Oct 2025; October 2025; October 1; 10/01/2025;
 * 2025-10-01. */
static bool read_date(struct str text, struct value *out)
{
    struct date_parts parts;
    int64_t year = 0;
    int64_t month;
    int64_t day = 0;

    if (!split_date(text, &parts))
        return false;
    if (parts.month > 0 && parts.number_count <= 2) {
        month = parts.month;
        for (int i = 0; i < parts.number_count; i++) {
            if (parts.numbers[i] >= YEAR_MIN)
                year = parts.numbers[i];
            else
                day = parts.numbers[i];
        }
    } else if (parts.month == 0 && parts.number_count == 3) {
        bool year_first = parts.numbers[0] >= YEAR_MIN;

        year = parts.numbers[year_first ? 0 : 2];
        month = parts.numbers[year_first ? 1 : 0];
        day = parts.numbers[year_first ? 2 : 1];
    } else {
        return false;
    }
    if (month < 1 || month > 12 || day > 31 || year > 9999)
        return false;
    out->dimension = DIM_DATE;
    out->low = out->high = (year * 100 + month) * 100 + day;
    return true;
}

static int compare(const struct value *a, const struct value *b)
{
    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    return (a->high > b->high) - (a->high < b->high);
}

bool options_are_in_order(const struct item *item)
{
    struct value last = {0};
    int direction = 0; /* 1 rising, -1 falling, 0 not known yet */
    size_t count = 0;

    for (size_t i = 0; i < item->option_count; i++) {
        struct str text = str_trim(item->options[i].text);
        struct value value;
        int step;

        if (item->options[i].is_pinned)
            continue;
        if (!read_quantity(text, &value) && !read_date(text, &value))
            return false;
        if (count++ > 0) {
            step = compare(&value, &last);
            if (step == 0 || step == -direction ||
                value.dimension != last.dimension)
                return false;
            direction = step;
        }
        last = value;
    }
    return count > 1;
}
