/*
 * Codes of the code sets as text: their shape, their normal form, and entries
 * such as `11042-59-RT` or `J1100 x4`. Whether a code exists is not known here.
 */
#ifndef PROCTOR_DOMAIN_CODE_H
#define PROCTOR_DOMAIN_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/str.h"

/* Code sets, and the books of an exam. */
#define CODE_SETS(X)                                                           \
    X(CPT, "cpt", "CPT")                                                       \
    X(HCPCS, "hcpcs", "HCPCS Level II")                                        \
    X(ICD_10_CM, "icd-10-cm", "ICD-10-CM")                                     \
    X(ICD_10_PCS, "icd-10-pcs", "ICD-10-PCS")

enum code_set {
#define X(NAME, id, title) CODE_##NAME,
    CODE_SETS(X)
#undef X
        CODE_SET_COUNT
};

/* A set of code sets: bit n is `enum code_set` n. */
typedef uint32_t code_set_mask;

const char *code_set_id(enum code_set set);
const char *code_set_title(enum code_set set);
bool code_set_from_id(struct str id, enum code_set *out);
/* All ids, in the order of the values; NULL behind the last. */
extern const char *const code_set_ids[];

#define CODE_MODIFIERS_MAX 4
#define CODE_UNITS_MAX 9999

/* One entry in normal form: upper case, no dot; modifiers in the order given;
 * units 1 when none are given; poa 0 or one of Y N U W 1. */
struct code {
    char base[8];
    char modifiers[CODE_MODIFIERS_MAX][3];
    int modifier_count;
    int units;
    char poa;
};

enum code_problem {
    CODE_OK,
    CODE_EMPTY,
    CODE_SHAPE,         /* no code of this set looks like that */
    CODE_LEADING_ZEROS, /* "100" where "00100" may be meant */
    CODE_LETTER_O_OR_I, /* an ICD-10-PCS code holds O or I: typed for 0, 1 */
    CODE_MODIFIER,      /* not two letters or digits, or too many */
    CODE_UNITS,         /* not 1 to 9999 */
    CODE_POA,           /* not Y, N, U, W or 1 */
};

/*
 * Reads `CODE[-MOD...][ xUNITS][ (POA)]` with or without dots, in any case,
 * blanks around allowed. Modifiers and units belong to CPT and HCPCS only,
 * POA to ICD-10-CM only. On a problem `*out` holds what could be read.
 */
enum code_problem code_parse(struct str text, enum code_set set,
                             struct code *out);

/* What the problem means for people: lower case, no full stop. */
const char *code_problem_text(enum code_problem problem);

/* The same base, modifiers (in any order) and units; POA is not looked at. */
bool code_eq(const struct code *a, const struct code *b);
bool code_same_base(const struct code *a, const struct code *b);

/* Appends the entry as people write it: ICD-10-CM gets its dot, units and
 * modifiers only when there are any; POA as " (Y)". */
void code_format(struct strbuf *buf, const struct code *code,
                 enum code_set set);

#endif
