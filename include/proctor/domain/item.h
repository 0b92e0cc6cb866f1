/*
 * An item: what stands in a bank, in memory. Every text is as its author wrote
 * it; `struct str` members are never NULL, empty when absent. An item and
 * all it points to live in the arena of whoever made it.
 */
#ifndef PROCTOR_DOMAIN_ITEM_H
#define PROCTOR_DOMAIN_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/str.h"
#include "proctor/domain/code.h"

#define ITEM_OPTIONS_MAX 12 /* A to L */
#define ITEM_FIELDS_MAX 8
#define ITEM_CODES_MAX 32 /* slots of one field, and its optional codes */

/* Each list: X(NAME, id as written in files, label for screens). */
#define ITEM_KINDS(X)                                                          \
    X(SINGLE, "single", "one answer")                                          \
    X(MULTIPLE, "multiple", "several answers")                                 \
    X(CODES, "codes", "typed codes")
#define ITEM_STATUSES(X)                                                       \
    X(ACTIVE, "active", "active")                                              \
    X(RETIRED, "retired", "retired")                                           \
    X(VOID, "void", "void")                                                    \
    X(ABSENT, "absent", "absent")
#define DIFFICULTIES(X)                                                        \
    X(UNRATED, "", "not rated")                                                \
    X(EASY, "easy", "easy")                                                    \
    X(MEDIUM, "medium", "medium")                                              \
    X(HARD, "hard", "hard")
#define SHUFFLES(X)                                                            \
    X(AUTO, "auto", "auto")                                                    \
    X(YES, "yes", "yes")                                                       \
    X(NO, "no", "no")

enum item_kind {
#define X(NAME, id, label) ITEM_##NAME,
    ITEM_KINDS(X)
#undef X
        ITEM_KIND_COUNT
};
enum item_status {
#define X(NAME, id, label) ITEM_##NAME,
    ITEM_STATUSES(X)
#undef X
        ITEM_STATUS_COUNT
};
enum difficulty {
#define X(NAME, id, label) DIFFICULTY_##NAME,
    DIFFICULTIES(X)
#undef X
        DIFFICULTY_COUNT
};
enum shuffle {
#define X(NAME, id, label) SHUFFLE_##NAME,
    SHUFFLES(X)
#undef X
        SHUFFLE_COUNT
};

/* The id of a value, and the value of an id (false when unknown). */
const char *item_kind_id(enum item_kind kind);
const char *item_status_id(enum item_status status);
const char *difficulty_id(enum difficulty difficulty);
const char *shuffle_id(enum shuffle shuffle);
bool item_kind_from_id(struct str id, enum item_kind *out);
bool item_status_from_id(struct str id, enum item_status *out);
bool difficulty_from_id(struct str id, enum difficulty *out);
bool shuffle_from_id(struct str id, enum shuffle *out);
/* All ids, in the order of the values; NULL behind the last. */
extern const char *const item_kind_ids[];
extern const char *const difficulty_ids[];
extern const char *const shuffle_ids[];

struct str_list {
    struct str *items;
    size_t count;
};

struct text_part {
    struct str heading; /* may be empty */
    struct str text;
};

/* A text or a table: a table has columns. */
struct exhibit {
    struct str id, title;
    struct str text;
    struct str_list columns;
    struct str *cells; /* row by row, columns.count a row */
    size_t row_count;
};

struct exhibit_list {
    struct exhibit *items;
    size_t count;
};

struct case_text {
    struct str id, title;
    struct text_part *parts;
    size_t part_count;
    struct exhibit_list exhibits;
};

struct option {
    char letter; /* 'A' to 'L', its id inside one revision */
    struct str text;
    struct str why;
    bool is_key;
    bool is_pinned;
};

/* The accepted alternatives of one place, and the POA indicator asked for. */
struct code_slot {
    struct code *accepted;
    size_t count;
    char poa; /* 0 when not asked for */
};

struct code_why {
    struct code code;
    struct str why;
};

/* The first belongs before the second. Entered the other way round, the second
 * earns half. */
struct code_order {
    struct code first, second;
};

struct code_field {
    struct str id, label;
    enum code_set set;
    struct code_slot *slots;
    size_t slot_count;
    struct code first; /* base[0] is 0 when none */
    struct code_order *before;
    size_t before_count;
    struct code *optional;
    size_t optional_count;
    struct code_why *why;
    size_t why_count;
    bool asks_poa;
};

/* The years every code is right for: {icd-10-cm: [FY2026, FY2027]}. */
struct code_years {
    struct str_list years[CODE_SET_COUNT];
};

/* A key that begins with x-: kept and exported, its value as JSON text. */
struct extra {
    struct str key, value;
};

struct extra_list {
    struct extra *items;
    size_t count;
};

struct item {
    struct str id; /* unique in its bank */
    struct str topic;
    enum item_kind kind;
    enum item_status status;
    enum difficulty difficulty;
    enum shuffle shuffle;
    code_set_mask needs;
    const struct case_text *case_text; /* NULL when none */
    struct exhibit_list exhibits;
    struct str stem;
    struct option *options;
    size_t option_count;
    bool any_key; /* {any: [B, C]}: one of the keys is enough */
    struct code_field *fields;
    size_t field_count;
    struct str rationale, objective, author;
    struct str_list references, enemies, tags, was, exams, not_exams;
    struct str_list lint_ignore;
    struct str lint_because;
    struct code_years code_years; /* the item's own, else the bank's count */
    struct extra_list extras;
};

/* How many options are keys. */
size_t item_key_count(const struct item *item);

/* How many options a candidate chooses: 1, or the number of keys. */
size_t item_choose_count(const struct item *item);

/* The option of that letter, or NULL. */
const struct option *item_option(const struct item *item, char letter);

/* Why the options may not be shuffled with `shuffle: auto`. */
enum order_reason {
    ORDER_FREE,
    ORDER_ASKED,   /* shuffle: no */
    ORDER_NUMBERS, /* plain numbers, ranges or dates */
    ORDER_LETTERS, /* a text names an option by its letter */
};
enum order_reason item_order_reason(const struct item *item);

struct random;
/*
 * Writes the letters of the options in the order to show, terminated, into
 * `out`. Pinned options keep their place; the rest are shuffled when
 * item_order_reason() allows it.
 */
void item_option_order(const struct item *item, struct random *random,
                       char out[ITEM_OPTIONS_MAX + 1]);

#endif
