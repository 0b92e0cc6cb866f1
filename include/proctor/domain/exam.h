/*
 * An exam: a credential's blueprint as data. What its issuer does not publish
 * is absent here, and stays so. Lives in the arena of whoever read it.
 */
#ifndef PROCTOR_DOMAIN_EXAM_H
#define PROCTOR_DOMAIN_EXAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proctor/base/arena.h"
#include "proctor/base/error.h"
#include "proctor/base/str.h"
#include "proctor/domain/item.h"

#define EXAM_SECTIONS_MAX 64
#define EXAM_ITEMS_MAX 1000
#define EXAM_CUTS_MAX 8
#define EXAM_WARNINGS_MAX 8

#define EXAM_TYPES(X)                                                          \
    X(MOCK, "mock", "mock exam")                                               \
    X(PRACTICE_SET, "practice-set", "practice set")                            \
    X(TUTORIAL, "tutorial", "tutorial") /* how the program works; not kept */
#define EXAM_STATUSES(X)                                                       \
    X(LIVE, "live", "live")                                                    \
    X(RETIRED, "retired", "retired")                                           \
    X(PROVISIONAL, "provisional", "provisional")                               \
    X(LEGACY, "legacy", "legacy")
#define EXAM_ORDERS(X)                                                         \
    X(BY_SECTION, "by-section", "section by section")                          \
    X(MIXED, "mixed", "mixed")
#define EXAM_NAVIGATIONS(X)                                                    \
    X(FREE, "free", "you may skip, return and change answers")                 \
    X(FORWARD_ONLY, "forward-only", "forward only: no return to a question")
#define EXAM_CASE_RULES(X)                                                     \
    X(ANY, "any", "with or without a case")                                    \
    X(NONE, "none", "without a case")                                          \
    X(REQUIRED, "required", "on a case")

enum exam_type {
#define X(NAME, id, label) EXAM_##NAME,
    EXAM_TYPES(X)
#undef X
        EXAM_TYPE_COUNT
};
enum exam_status {
#define X(NAME, id, label) EXAM_STATUS_##NAME,
    EXAM_STATUSES(X)
#undef X
        EXAM_STATUS_COUNT
};
enum exam_order {
#define X(NAME, id, label) EXAM_ORDER_##NAME,
    EXAM_ORDERS(X)
#undef X
        EXAM_ORDER_COUNT
};
enum exam_navigation {
#define X(NAME, id, label) EXAM_NAVIGATION_##NAME,
    EXAM_NAVIGATIONS(X)
#undef X
        EXAM_NAVIGATION_COUNT
};
enum exam_case_rule {
#define X(NAME, id, label) EXAM_CASE_##NAME,
    EXAM_CASE_RULES(X)
#undef X
        EXAM_CASE_COUNT
};

/* All ids, in the order of the values; NULL behind the last. */
extern const char *const exam_type_ids[];
extern const char *const exam_status_ids[];
extern const char *const exam_order_ids[];
extern const char *const exam_navigation_ids[];
extern const char *const exam_case_rule_ids[];

/* Id and label of a value. */
const char *exam_type_id(enum exam_type value);
const char *exam_type_label(enum exam_type value);
const char *exam_status_id(enum exam_status value);
const char *exam_navigation_label(enum exam_navigation value);

/* low == high where one number is known; 0, 0 where none is. */
struct exam_range {
    int low, high;
};

enum pass_kind {
    PASS_NONE,    /* a practice set: no verdict */
    PASS_PERCENT, /* of the possible marks */
    PASS_SCALED,  /* the issuer's own scale; its map is not published */
};

struct exam_pass {
    enum pass_kind kind;
    int percent; /* PASS_PERCENT */
    int scale_min, scale_max, scale_pass;
    int cuts[EXAM_CUTS_MAX]; /* assumed raw percents, ascending */
    int cut_count;
    int verdict_cut; /* the one of the headline */
};

/* What a section's size is measured in. */
enum size_kind {
    SIZE_MIX,     /* absent: the banks' own mix */
    SIZE_ITEMS,   /* a count of items */
    SIZE_PERCENT, /* a percent of the items, or a range of it */
    SIZE_CASES,   /* a count of cases */
};

/* Where a figure comes from: confidence A, B, C or M, 0 when not stated. */
struct exam_fact {
    struct str id; /* "minutes", "pass", ... */
    char confidence;
    struct str source;
};

struct exam_section {
    struct str id, title;
    enum size_kind size_kind;
    struct exam_range size;
    struct str_list topics;
    enum exam_case_rule case_rule;
    uint32_t kinds;            /* bit n: enum item_kind n; 0: any */
    struct str_list questions; /* "publisher/bank/item": just these */
    int points;                /* marks an item is worth; 1 when not stated */
    char confidence;
    struct str source;
};

struct exam {
    struct str id, title, issuer, version;
    enum exam_type type;
    enum exam_status status;
    struct str valid_from, valid_until; /* YYYY-MM-DD or empty */
    struct str_list aliases;
    int minutes; /* 0: no limit */
    struct exam_range scored, pretest;
    struct exam_pass pass;
    enum exam_order order;
    enum exam_navigation navigation;
    code_set_mask books;
    bool books_stated; /* `books:` is there, be it empty */
    struct str_list tools;
    int warn_minutes[EXAM_WARNINGS_MAX]; /* descending */
    int warn_count;
    struct str breaks;
    struct code_years code_years; /* one year a set */
    struct exam_fact *facts;
    size_t fact_count;
    struct exam_section *sections;
    size_t section_count;
    struct extra_list extras;
};

/* Milliseconds a question may take when all get the same: the time by the items
 * of a full form (analytics 8). 0 without a limit. */
int64_t exam_target_ms(const struct exam *exam);

/* The fact of that name, or NULL. */
const struct exam_fact *exam_fact(const struct exam *exam, const char *id);

/* The section of that id, or -1. */
int exam_section_index(const struct exam *exam, struct str id);

/* Valid on that day (YYYY-MM-DD)? An absent end is open. */
bool exam_is_valid_on(const struct exam *exam, struct str date);

/* What an item is to a blueprint. */
struct exam_candidate {
    struct str name; /* publisher/bank/item */
    struct str topic;
    enum item_kind kind;
    bool has_case;
    code_set_mask needs;
};

/*
 * The section an item belongs to, or -1 when none takes it or it needs a book
 * that the exam does not allow. Explicit questions decide first, then the case
 * rule and the kinds must fit, then the longest topic prefix; of two sections
 * with the same prefix the one with `case: required` (or a `kinds` list) that
 * fits goes before one that takes any. A section with neither questions nor
 * topics takes what no other does; `unsorted` belongs to none.
 */
int exam_section_of(const struct exam *exam, const struct exam_candidate *item);

/* Two sections of a blueprint, by index. */
struct exam_section_pair {
    size_t first, second;
};

/* False when two sections would take the same item by the same rule: the
 * blueprint is ambiguous. Gives the two; ERR_INVALID names them and the topic.
 * `pair_out` may be NULL. */
bool exam_check_sections(const struct exam *exam,
                         struct exam_section_pair *pair_out, struct error *err);

/*
 * Items per section for a form: exact counts as they are, percents of the
 * total by midpoints normalised, largest remainder (ties to the earlier
 * section), clamped into their ranges; SIZE_MIX by `available` (items each
 * section could draw). A total that is a range counts with its lower end;
 * ranges that cannot add up to the total give way to it. `pretest_out` spreads
 * the pretest items the same way. Cases sections stay in cases. Arrays of
 * section_count. docs/assembly.md 1.
 */
void exam_section_sizes(const struct exam *exam, const int *available,
                        int *scored_out, int *pretest_out);

#endif
