/*
 * Small questions about a blueprint: ids of its enumerations, facts by name,
 * days on which it is valid. Which section takes an item is in
 * exam_sections.c, how many items each section gets in exam_sizes.c.
 */
#include "proctor/domain/exam.h"

#include <stddef.h>

#include "proctor/domain/timing.h"

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

/* Items of a full form as far as the blueprint itself says: not where it leaves
 * the number to the banks or counts cases. */
static int planned_items(const struct exam *exam)
{
    const int nothing_available[EXAM_SECTIONS_MAX] = {0};
    int scored[EXAM_SECTIONS_MAX];
    int pretest[EXAM_SECTIONS_MAX];
    int items = 0;

    if (exam->scored.low > 0)
        return exam->scored.low + exam->pretest.low;
    exam_section_sizes(exam, nothing_available, scored, pretest);
    for (size_t i = 0; i < exam->section_count; i++) {
        if (exam->sections[i].size_kind == SIZE_CASES)
            return 0;
        items += scored[i] + pretest[i];
    }
    return items;
}

int64_t exam_target_ms(const struct exam *exam)
{
    int items = planned_items(exam);

    return items > 0 ? exam_limit_ms(exam->minutes, 100, 0) / items : 0;
}

bool exam_is_valid_on(const struct exam *exam, struct str date)
{
    /* YYYY-MM-DD sorts as text. */
    if (exam->valid_from.len > 0 && str_cmp(date, exam->valid_from) < 0)
        return false;
    return exam->valid_until.len == 0 || str_cmp(date, exam->valid_until) <= 0;
}
