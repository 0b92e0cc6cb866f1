/*
 * How many items each section of a form gets: exact counts as they are, the
 * rest of the total by largest remainder inside the published ranges. A total
 * that is a range counts with its lower end. Rules: docs/assembly.md.
 */
#include "proctor/domain/exam.h"

#include <assert.h>

/* What one section may claim of a total. */
struct share {
    size_t section;
    int64_t weight;
    int low, high;
    int given;
};

struct shares {
    struct share list[EXAM_SECTIONS_MAX];
    size_t count;
};

static int64_t floor_percent(int percent, int total)
{
    return (int64_t)percent * total / 100;
}

static int64_t ceil_percent(int percent, int total)
{
    return ((int64_t)percent * total + 99) / 100;
}

/* Whole items inside the range of percents; where there is no whole number in
 * it, those around it. */
static struct exam_range percent_range(struct exam_range percent, int total)
{
    int64_t low = ceil_percent(percent.low, total);
    int64_t high = floor_percent(percent.high, total);

    if (low > high) {
        low = floor_percent(percent.low, total);
        high = ceil_percent(percent.high, total);
    }
    return (struct exam_range){(int)low, (int)high};
}

static void add_share(struct shares *shares, size_t section, int64_t weight,
                      struct exam_range range)
{
    shares->list[shares->count++] = (struct share){
        .section = section,
        .weight = weight,
        .low = range.low,
        .high = range.high,
    };
}

/* Ranges that cannot add up to the total give way to it. */
static void relax(struct shares *shares, int total)
{
    int64_t low = 0;
    int64_t high = 0;

    for (size_t i = 0; i < shares->count; i++) {
        low += shares->list[i].low;
        high += shares->list[i].high;
    }
    if (low <= total && total <= high)
        return;
    for (size_t i = 0; i < shares->count; i++) {
        shares->list[i].low = 0;
        shares->list[i].high = total;
    }
}

static int64_t sum_weights(struct shares *shares)
{
    int64_t sum = 0;

    for (size_t i = 0; i < shares->count; i++)
        sum += shares->list[i].weight;
    if (sum > 0)
        return sum;
    for (size_t i = 0; i < shares->count; i++)
        shares->list[i].weight = 1;
    return (int64_t)shares->count;
}

/* The share that is furthest from its due and may still move in the direction
 * of `step`; the earlier of equals. */
static struct share *next_to_move(struct shares *shares, int total,
                                  int64_t weights, int step)
{
    struct share *chosen = NULL;
    int64_t most = 0;

    for (size_t i = 0; i < shares->count; i++) {
        struct share *share = &shares->list[i];
        int64_t lack = share->weight * total - share->given * weights;

        if (step > 0 ? share->given >= share->high : share->given <= share->low)
            continue;
        if (!chosen || lack * step > most) {
            chosen = share;
            most = lack * step;
        }
    }
    return chosen;
}

/* Largest remainder: whole parts first, then one by one to whoever lacks most,
 * or from whoever has most too much after clamping. */
static void apportion(struct shares *shares, int total)
{
    int64_t weights = sum_weights(shares);
    int given = 0;

    relax(shares, total);
    for (size_t i = 0; i < shares->count; i++) {
        struct share *share = &shares->list[i];

        share->given = (int)(share->weight * total / weights);
        if (share->given < share->low)
            share->given = share->low;
        if (share->given > share->high)
            share->given = share->high;
        given += share->given;
    }
    while (given != total && shares->count > 0) {
        int step = given < total ? 1 : -1;

        next_to_move(shares, total, weights, step)->given += step;
        given += step;
    }
}

static void hand_out(const struct shares *shares, int *out)
{
    for (size_t i = 0; i < shares->count; i++)
        out[shares->list[i].section] = shares->list[i].given;
}

static int at_least_0(int64_t value)
{
    return value > 0 ? (int)value : 0;
}

static bool is_exact(const struct exam_section *section)
{
    return section->size_kind == SIZE_CASES ||
           (section->size_kind == SIZE_ITEMS &&
            section->size.low == section->size.high);
}

/* Exact counts; gives how many items they are together. */
static int size_exact(const struct exam *exam, int *out)
{
    int items = 0;

    for (size_t i = 0; i < exam->section_count; i++) {
        const struct exam_section *section = &exam->sections[i];

        out[i] = is_exact(section) ? section->size.low : 0;
        if (section->size_kind != SIZE_CASES)
            items += out[i];
    }
    return items;
}

/* Percents of the total and ranges of items share what the exact counts leave;
 * where other sections take the banks' own mix, they get just their part. */
static int size_ranged(const struct exam *exam, int total, int left,
                       bool has_mix, int *out)
{
    struct shares shares = {.count = 0};
    int64_t weights = 0;
    int due;

    for (size_t i = 0; i < exam->section_count; i++) {
        const struct exam_section *section = &exam->sections[i];
        bool is_percent = section->size_kind == SIZE_PERCENT;
        int64_t middle = (int64_t)section->size.low + section->size.high;
        int64_t weight = middle * (is_percent ? total : 100);

        if (is_exact(section) || section->size_kind == SIZE_MIX)
            continue;
        add_share(&shares, i, weight,
                  is_percent ? percent_range(section->size, total)
                             : section->size);
        weights += weight;
    }
    if (shares.count == 0)
        return 0;
    due = (int)((weights + 100) / 200);
    if (total > 0 && (!has_mix || due > left))
        due = left;
    apportion(&shares, due);
    hand_out(&shares, out);
    return due;
}

static bool has_mix(const struct exam *exam)
{
    for (size_t i = 0; i < exam->section_count; i++) {
        if (exam->sections[i].size_kind == SIZE_MIX)
            return true;
    }
    return false;
}

/* What a section without a size could fill: its list, or what there is. */
static int mix_weight(const struct exam_section *section, int available)
{
    if (section->questions.count > 0)
        return (int)section->questions.count;
    return at_least_0(available);
}

/* Without a total, `left` is negative and a mix takes all there is. */
static void size_mix(const struct exam *exam, const int *available, int left,
                     int *out)
{
    struct shares shares = {.count = 0};
    int64_t all = 0;

    for (size_t i = 0; i < exam->section_count; i++) {
        int weight = mix_weight(&exam->sections[i], available[i]);

        if (exam->sections[i].size_kind != SIZE_MIX)
            continue;
        add_share(&shares, i, weight, (struct exam_range){0, EXAM_ITEMS_MAX});
        all += weight;
    }
    if (left < 0)
        left = all < EXAM_ITEMS_MAX ? (int)all : EXAM_ITEMS_MAX;
    apportion(&shares, left);
    hand_out(&shares, out);
}

static void size_pretest(const struct exam *exam, const int *scored, int total,
                         int *out)
{
    struct shares shares = {.count = 0};

    for (size_t i = 0; i < exam->section_count; i++) {
        const struct exam_section *section = &exam->sections[i];
        struct exam_range range = {0, total};

        out[i] = 0;
        if (section->size_kind == SIZE_PERCENT)
            range = percent_range(section->size, total);
        if (section->size_kind != SIZE_CASES)
            add_share(&shares, i, scored[i], range);
    }
    apportion(&shares, total);
    hand_out(&shares, out);
}

void exam_section_sizes(const struct exam *exam, const int *available,
                        int *scored_out, int *pretest_out)
{
    int total =
        exam->scored.low < EXAM_ITEMS_MAX ? exam->scored.low : EXAM_ITEMS_MAX;
    int used;

    assert(exam->section_count <= EXAM_SECTIONS_MAX);
    used = size_exact(exam, scored_out);
    used += size_ranged(exam, total, at_least_0((int64_t)total - used),
                        has_mix(exam), scored_out);
    size_mix(exam, available,
             total > 0 ? at_least_0((int64_t)total - used) : -1, scored_out);
    size_pretest(exam, scored_out, exam->pretest.low, pretest_out);
}
