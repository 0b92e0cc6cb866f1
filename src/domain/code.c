/*
 * Reads, compares and writes codes. The shapes are those of the code sets
 * themselves: CPT 99213, 0001F, 0042T; HCPCS J1100; ICD-10-CM E11.22, QA0.0102;
 * ICD-10-PCS 0DTJ4ZZ. Whether a code exists or is billable is not known here.
 */
#include "proctor/domain/code.h"

#include <string.h>

#include "ids.h"

/* What differs between the sets. */
struct code_rules {
    size_t length_min, length_max;
    bool has_details; /* modifiers and units */
    bool has_poa;
};

static const struct code_rules rules_of[CODE_SET_COUNT] = {
    [CODE_CPT] = {5, 5, true, false},
    [CODE_HCPCS] = {5, 5, true, false},
    [CODE_ICD_10_CM] = {3, 7, false, true},
    [CODE_ICD_10_PCS] = {7, 7, false, false},
};

const char *const code_set_ids[] = {
#define X(NAME, id, title) [CODE_##NAME] = id,
    CODE_SETS(X)
#undef X
        NULL};

static const char *const set_titles[] = {
#define X(NAME, id, title) [CODE_##NAME] = title,
    CODE_SETS(X)
#undef X
};

static const char *const problem_texts[] = {
    [CODE_OK] = "a code",
    [CODE_EMPTY] = "nothing is entered",
    [CODE_SHAPE] = "no code of this set looks like that",
    [CODE_LEADING_ZEROS] =
        "a CPT code has five digits; leading zeros are part of it",
    [CODE_LETTER_O_OR_I] = "ICD-10-PCS has no letters O and I; type 0 and 1",
    [CODE_MODIFIER] = "a modifier is a hyphen and two letters or digits, at "
                      "most four, on CPT and HCPCS codes",
    [CODE_UNITS] = "units are written x2, from 1 to 9999, on CPT and HCPCS "
                   "codes",
    [CODE_POA] = "present on admission is written (Y), (N), (U), (W) or (1), "
                 "on ICD-10-CM codes",
};

/* A position in the text of an entry. */
struct cursor {
    struct str text;
    size_t at;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_alnum(char c)
{
    return is_digit(c) || is_letter(c);
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* The character at an offset from the cursor in upper case; 0 at the end. */
static char peek(const struct cursor *cursor, size_t offset)
{
    size_t at = cursor->at + offset;

    return at < cursor->text.len ? upper(cursor->text.data[at]) : '\0';
}

/* The length of a sign of multiplication before units, or 0. */
static size_t times_sign(const struct cursor *cursor)
{
    if (peek(cursor, 0) == 'X' || peek(cursor, 0) == '*')
        return 1;
    return peek(cursor, 0) == '\xc3' && peek(cursor, 1) == '\x97' ? 2 : 0;
}

static bool at_blank(const struct cursor *cursor)
{
    return peek(cursor, 0) == ' ' || peek(cursor, 0) == '\t';
}

static void skip_blanks(struct cursor *cursor)
{
    while (at_blank(cursor))
        cursor->at++;
}

/* "x 4" up to the end or a parenthesis. Not asked inside a code: O31.8X10. */
static bool looks_like_units(struct cursor cursor)
{
    size_t sign;
    size_t start;

    skip_blanks(&cursor);
    sign = times_sign(&cursor);
    if (sign == 0)
        return false;
    cursor.at += sign;
    skip_blanks(&cursor);
    start = cursor.at;
    while (is_digit(peek(&cursor, 0)))
        cursor.at++;
    if (cursor.at == start)
        return false;
    skip_blanks(&cursor);
    return peek(&cursor, 0) == '\0' || peek(&cursor, 0) == '(';
}

static bool shape_cpt(const char *base)
{
    return is_digit(base[0]) && is_digit(base[1]) && is_digit(base[2]) &&
           is_digit(base[3]) &&
           (is_digit(base[4]) || strchr("AFMTU", base[4]) != NULL);
}

static bool shape_hcpcs(const char *base)
{
    return base[0] >= 'A' && base[0] <= 'V' && is_digit(base[1]) &&
           is_digit(base[2]) && is_digit(base[3]) && is_digit(base[4]);
}

/* A letter and two more of which one is a digit: E11, C4A, QA0. */
static bool shape_icd_10_cm(const char *base)
{
    return is_letter(base[0]) && (is_digit(base[1]) || is_digit(base[2]));
}

static enum code_problem check_base(const char *base, size_t len,
                                    enum code_set set)
{
    const struct code_rules *rules = &rules_of[set];

    if (set == CODE_CPT && len > 0 && len < rules->length_min &&
        strspn(base, "0123456789") == len)
        return CODE_LEADING_ZEROS;
    if (len < rules->length_min || len > rules->length_max)
        return CODE_SHAPE;
    switch (set) {
    case CODE_CPT:
        return shape_cpt(base) ? CODE_OK : CODE_SHAPE;
    case CODE_HCPCS:
        return shape_hcpcs(base) ? CODE_OK : CODE_SHAPE;
    case CODE_ICD_10_CM:
        return shape_icd_10_cm(base) ? CODE_OK : CODE_SHAPE;
    case CODE_ICD_10_PCS:
        return strpbrk(base, "OI") ? CODE_LETTER_O_OR_I : CODE_OK;
    case CODE_SET_COUNT:
        break;
    }
    return CODE_SHAPE;
}

/* The code itself, without dots and blanks. A code with modifiers ends after
 * its five characters, so that `J1100x4` is read as well. */
static enum code_problem read_base(struct cursor *cursor, enum code_set set,
                                   struct code *out)
{
    const struct code_rules *rules = &rules_of[set];
    size_t len = 0;

    while (len < rules->length_max) {
        char c = peek(cursor, 0);

        if (at_blank(cursor) && looks_like_units(*cursor))
            break;
        if (is_alnum(c))
            out->base[len++] = c;
        else if (c != '.' && !at_blank(cursor))
            break;
        cursor->at++;
    }
    if (is_alnum(peek(cursor, 0)) &&
        !(rules->has_details && looks_like_units(*cursor)))
        return CODE_SHAPE; /* longer than any code of the set */
    return check_base(out->base, len, set);
}

static enum code_problem read_modifiers(struct cursor *cursor,
                                        enum code_set set, struct code *out)
{
    while (peek(cursor, 0) == '-') {
        char *modifier;

        cursor->at++;
        skip_blanks(cursor);
        if (!rules_of[set].has_details ||
            out->modifier_count == CODE_MODIFIERS_MAX ||
            !is_alnum(peek(cursor, 0)) || !is_alnum(peek(cursor, 1)) ||
            is_alnum(peek(cursor, 2)))
            return CODE_MODIFIER;
        modifier = out->modifiers[out->modifier_count++];
        modifier[0] = peek(cursor, 0);
        modifier[1] = peek(cursor, 1);
        cursor->at += 2;
        skip_blanks(cursor);
    }
    return CODE_OK;
}

static enum code_problem read_units(struct cursor *cursor, enum code_set set,
                                    struct code *out)
{
    int units = 0;

    if (!looks_like_units(*cursor))
        return CODE_OK;
    cursor->at += times_sign(cursor);
    skip_blanks(cursor);
    for (; is_digit(peek(cursor, 0)); cursor->at++) {
        if (units <= CODE_UNITS_MAX)
            units = units * 10 + (peek(cursor, 0) - '0');
    }
    skip_blanks(cursor);
    if (!rules_of[set].has_details || units < 1 || units > CODE_UNITS_MAX)
        return CODE_UNITS;
    out->units = units;
    return CODE_OK;
}

static enum code_problem read_poa(struct cursor *cursor, enum code_set set,
                                  struct code *out)
{
    char poa;

    if (peek(cursor, 0) != '(')
        return CODE_OK;
    cursor->at++;
    skip_blanks(cursor);
    poa = peek(cursor, 0);
    if (!rules_of[set].has_poa || poa == '\0' || !strchr("YNUW1", poa))
        return CODE_POA;
    cursor->at++;
    skip_blanks(cursor);
    if (peek(cursor, 0) != ')')
        return CODE_POA;
    cursor->at++;
    skip_blanks(cursor);
    out->poa = poa;
    return CODE_OK;
}

/* What is left behind all parts is named after what it most resembles. */
static enum code_problem name_rest(const struct cursor *cursor,
                                   enum code_set set)
{
    if (cursor->at == cursor->text.len)
        return CODE_OK;
    if (times_sign(cursor) > 0)
        return CODE_UNITS;
    return rules_of[set].has_details ? CODE_MODIFIER : CODE_SHAPE;
}

enum code_problem code_parse(struct str text, enum code_set set,
                             struct code *out)
{
    struct cursor cursor = {str_trim(text), 0};
    enum code_problem problem;

    *out = (struct code){.units = 1};
    if (cursor.text.len == 0)
        return CODE_EMPTY;
    problem = read_base(&cursor, set, out);
    if (problem != CODE_OK)
        return problem;
    skip_blanks(&cursor);
    problem = read_modifiers(&cursor, set, out);
    if (problem == CODE_OK)
        problem = read_units(&cursor, set, out);
    if (problem == CODE_OK)
        problem = read_poa(&cursor, set, out);
    return problem == CODE_OK ? name_rest(&cursor, set) : problem;
}

const char *code_problem_text(enum code_problem problem)
{
    return problem_texts[problem];
}

const char *code_set_id(enum code_set set)
{
    return code_set_ids[set];
}

const char *code_set_title(enum code_set set)
{
    return set_titles[set];
}

IDS_DEFINE_FROM_ID(code_set_from_id, code_set, code_set_ids)

bool code_same_base(const struct code *a, const struct code *b)
{
    return strcmp(a->base, b->base) == 0;
}

static int count_modifier(const struct code *code, const char *modifier)
{
    int count = 0;

    for (int i = 0; i < code->modifier_count; i++)
        count += strcmp(code->modifiers[i], modifier) == 0;
    return count;
}

bool code_eq(const struct code *a, const struct code *b)
{
    if (!code_same_base(a, b) || a->units != b->units ||
        a->modifier_count != b->modifier_count)
        return false;
    for (int i = 0; i < a->modifier_count; i++) {
        const char *modifier = a->modifiers[i];

        if (count_modifier(a, modifier) != count_modifier(b, modifier))
            return false;
    }
    return true;
}

void code_format(struct strbuf *buf, const struct code *code, enum code_set set)
{
    size_t len = strlen(code->base);
    size_t head = set == CODE_ICD_10_CM && len > 3 ? 3 : len;

    strbuf_add(buf, (struct str){code->base, head});
    if (head < len) {
        strbuf_addc(buf, '.');
        strbuf_adds(buf, code->base + head);
    }
    for (int i = 0; i < code->modifier_count; i++) {
        strbuf_addc(buf, '-');
        strbuf_adds(buf, code->modifiers[i]);
    }
    if (code->units != 1)
        strbuf_printf(buf, " x%d", code->units);
    if (code->poa != 0) {
        strbuf_adds(buf, " (");
        strbuf_addc(buf, code->poa);
        strbuf_addc(buf, ')');
    }
}
