/*
 * What an area's count of answers is worth: interval, estimate, marks lost, and
 * the order in which areas are shown. Which answers count is decided by whoever
 * adds them up. Rules: docs/weak-areas.md.
 */
#include "proctor/domain/area.h"

#include <stdlib.h>

#include "proctor/base/mem.h"

/* Analytics 1.2: the share right of a candidate of whom nothing is known, and
 * how many answers each level of shrinking counts as. */
static const double AREA_PRIOR = 0.65;
static const double CANDIDATE_WEIGHT = 8;
static const double AREA_WEIGHT = 8;

bool area_is_thin(const struct area *area)
{
    return area->asked < AREA_ASKED_MIN;
}

static double shrink(int right, int asked, double to, double weight)
{
    return (weight * to + right) / (weight + asked);
}

void areas_estimate(struct area *areas, size_t count, int all_right,
                    int all_asked)
{
    double level = shrink(all_right, all_asked, AREA_PRIOR, CANDIDATE_WEIGHT);

    for (size_t i = 0; i < count; i++) {
        struct area *area = &areas[i];

        area->interval = wilson_interval(area->right, area->asked);
        area->estimate = shrink(area->right, area->asked, level, AREA_WEIGHT);
        area->lost = area->expected * (1 - area->estimate);
    }
}

/* An area with all that stands below it in the tree. */
struct branch {
    const struct area *top;
    size_t size;
};

static int compare_numbers(double a, double b)
{
    return (a > b) - (a < b);
}

static int compare_branches(const void *a, const void *b)
{
    const struct area *x = ((const struct branch *)a)->top;
    const struct area *y = ((const struct branch *)b)->top;
    int order = area_is_thin(x) - area_is_thin(y);

    if (order == 0)
        order = compare_numbers(y->lost, x->lost);
    if (order == 0)
        order = compare_numbers(x->estimate, y->estimate);
    /* Both are of one array: the earlier goes first. */
    return order != 0 ? order : (x > y) - (x < y);
}

/* Lists the branches that begin at the depth of the first area. */
static size_t find_branches(const struct area *areas, size_t count,
                            struct branch *branches)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        if (areas[i].depth <= areas[0].depth)
            branches[found++].top = &areas[i];
        branches[found - 1].size++;
    }
    return found;
}

/* Puts `areas` in order into `out`, top by top. The depth of the recursion is
 * that of the tree. */
static void order_level(const struct area *areas, size_t count,
                        struct area *out)
{
    struct branch *branches = mem_alloc(count, sizeof *branches);
    size_t found = find_branches(areas, count, branches);

    qsort(branches, found, sizeof *branches, compare_branches);
    for (size_t i = 0; i < found; i++) {
        *out = *branches[i].top;
        order_level(branches[i].top + 1, branches[i].size - 1, out + 1);
        out += branches[i].size;
    }
    free(branches);
}

void areas_order(struct area *areas, size_t count)
{
    struct area *before = mem_alloc(count, sizeof *before);

    for (size_t i = 0; i < count; i++)
        before[i] = areas[i];
    order_level(before, count, areas);
    free(before);
}
