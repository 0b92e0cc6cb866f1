/*
 * Small questions about a blueprint: ids of its enumerations, facts by name,
 * days on which it is valid. Which section takes an item is in
 * exam_sections.c, how many items each section gets in exam_sizes.c.
 */
#include "proctor/domain/exam.h"

#include <stddef.h>

#define X(NAME, id, label) [EXAM_##NAME] = id,
const char *const exam_type_ids[] = {EXAM_TYPES(X) NULL};
#undef X

#define X(NAME, id, label) [EXAM_##NAME] = label,
static const char *const type_labels[] = {EXAM_TYPES(X)};
#undef X

#define X(NAME, id, label) [EXAM_STATUS_##NAME] = id,
const char *const exam_status_ids[] = {EXAM_STATUSES(X) NULL};
#undef X

#define X(NAME, id, label) [EXAM_ORDER_##NAME] = id,
const char *const exam_order_ids[] = {EXAM_ORDERS(X) NULL};
#undef X

#define X(NAME, id, label) [EXAM_NAVIGATION_##NAME] = id,
const char *const exam_navigation_ids[] = {EXAM_NAVIGATIONS(X) NULL};
#undef X

#define X(NAME, id, label) [EXAM_NAVIGATION_##NAME] = label,
static const char *const navigation_labels[] = {EXAM_NAVIGATIONS(X)};
#undef X

#define X(NAME, id, label) [EXAM_CASE_##NAME] = id,
const char *const exam_case_rule_ids[] = {EXAM_CASE_RULES(X) NULL};
#undef X

const char *exam_type_id(enum exam_type value)
{
    return exam_type_ids[value];
}

const char *exam_type_label(enum exam_type value)
{
    return type_labels[value];
}

const char *exam_status_id(enum exam_status value)
{
    return exam_status_ids[value];
}

const char *exam_navigation_label(enum exam_navigation value)
{
    return navigation_labels[value];
}

const struct exam_fact *exam_fact(const struct exam *exam, const char *id)
{
    for (size_t i = 0; i < exam->fact_count; i++) {
        if (str_is(exam->facts[i].id, id))
            return &exam->facts[i];
    }
    return NULL;
}

int exam_section_index(const struct exam *exam, struct str id)
{
    for (size_t i = 0; i < exam->section_count; i++) {
        if (str_eq(exam->sections[i].id, id))
            return (int)i;
    }
    return -1;
}

bool exam_is_valid_on(const struct exam *exam, struct str date)
{
    /* YYYY-MM-DD sorts as text. */
    if (exam->valid_from.len > 0 && str_cmp(date, exam->valid_from) < 0)
        return false;
    return exam->valid_until.len == 0 || str_cmp(date, exam->valid_until) <= 0;
}
