/*
 * Reads from the responses of an ended attempt where the time went, what
 * changed answers were worth and which chances were not taken. Times are of
 * every question that was displayed; whatever speaks of right or of marks is of
 * the questions that count. Rules: docs/retrospect.md.
 */
#include "proctor/domain/retrospect.h"

#include <stdlib.h>
#include <string.h>

bool response_is_slow(const struct response *response, int64_t target_ms)
{
    return target_ms > 0 && response->time_ms > target_ms * SLOW_PERCENT / 100;
}

bool response_is_changed(const struct response *response)
{
    return response->answer && response->first_answer &&
           strcmp(response->answer, response->first_answer) != 0;
}

static bool is_displayed(const struct retrospect_item *item)
{
    return item->response->visits > 0;
}

static bool is_full(const struct retrospect_item *item, int earned)
{
    int possible = item->scored.score.possible;

    return possible > 0 && earned == possible;
}

static bool is_right(const struct retrospect_item *item)
{
    return is_full(item, item->scored.score.earned);
}

/* Which questions a spread is of. */
enum part { PART_ALL, PART_RIGHT, PART_WRONG };

#define ANY_SECTION (-1)

static bool belongs(const struct retrospect_item *item, int section,
                    enum part part)
{
    if (!is_displayed(item) ||
        (section != ANY_SECTION && item->scored.section != section))
        return false;
    return part == PART_ALL ||
           (item->scored.counts && is_right(item) == (part == PART_RIGHT));
}

static int compare_times(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

/* Quartile 1, 2 or 3 of sorted times: between the two times around the place
 * (count - 1) x quartile / 4 (Hyndman and Fan 1996, definition 7), to the
 * nearest millisecond. */
static int64_t quartile_of(const int64_t *times, int count, int quartile)
{
    int place = (count - 1) * quartile;
    int64_t below = times[place / 4];
    int quarters = place % 4;

    if (quarters == 0)
        return below;
    return below + ((times[place / 4 + 1] - below) * quarters + 2) / 4;
}

/* What an attempt is read with. */
struct reading {
    const struct retrospect_item *items;
    size_t count;
    int64_t *times; /* scratch for all of them */
};

static struct time_spread spread_of(const struct reading *reading, int section,
                                    enum part part)
{
    struct time_spread spread = {0};
    int64_t *times = reading->times;

    for (size_t i = 0; i < reading->count; i++) {
        if (!belongs(&reading->items[i], section, part))
            continue;
        times[spread.count] = reading->items[i].response->time_ms;
        spread.total_ms += times[spread.count++];
    }
    if (spread.count == 0)
        return spread;
    qsort(times, (size_t)spread.count, sizeof *times, compare_times);
    spread.lower_ms = quartile_of(times, spread.count, 1);
    spread.median_ms = quartile_of(times, spread.count, 2);
    spread.upper_ms = quartile_of(times, spread.count, 3);
    return spread;
}

static struct section_time times_of(const struct reading *reading, int section)
{
    return (struct section_time){
        .all = spread_of(reading, section, PART_ALL),
        .right = spread_of(reading, section, PART_RIGHT),
        .wrong = spread_of(reading, section, PART_WRONG),
    };
}

static void add_times(struct retrospect *out, const struct exam *exam,
                      const struct reading *reading, struct arena *arena)
{
    struct section_time whole = times_of(reading, ANY_SECTION);

    out->all = whole.all;
    out->right = whole.right;
    out->wrong = whole.wrong;
    out->section_count = exam->section_count;
    out->sections =
        ARENA_ARRAY(arena, struct section_time, exam->section_count);
    for (size_t i = 0; i < exam->section_count; i++)
        out->sections[i] = times_of(reading, (int)i);
}

/* Puts a position among the slowest; of equal times the earlier stays before
 * the later. */
static void add_slow(struct retrospect *out,
                     const struct retrospect_item *items, int pos)
{
    int64_t time_ms = items[pos].response->time_ms;
    int at = out->slowest_count;

    while (at > 0 && items[out->slowest[at - 1]].response->time_ms < time_ms)
        at--;
    if (at == RETROSPECT_SLOWEST)
        return;
    if (out->slowest_count < RETROSPECT_SLOWEST)
        out->slowest_count++;
    for (int i = out->slowest_count - 1; i > at; i--)
        out->slowest[i] = out->slowest[i - 1];
    out->slowest[at] = pos;
}

static void add_slowest(struct retrospect *out, const struct reading *reading)
{
    for (size_t i = 0; i < reading->count; i++) {
        if (is_displayed(&reading->items[i]))
            add_slow(out, reading->items, (int)i);
    }
}

static void add_last(struct retrospect *out, const struct reading *reading)
{
    for (size_t i = reading->count;
         i-- > 0 && out->last_count < RETROSPECT_LAST;) {
        const struct retrospect_item *item = &reading->items[i];

        if (!is_displayed(item) || !item->scored.counts)
            continue;
        out->last_count++;
        out->last_right += is_right(item);
        out->last_ms += item->response->time_ms;
    }
}

static void add_change(struct retrospect *out,
                       const struct retrospect_item *item)
{
    bool was_right = is_full(item, item->first_earned);

    out->changed++;
    out->wrong_to_right += !was_right && is_right(item);
    out->right_to_wrong += was_right && !is_right(item);
    out->wrong_to_wrong += !was_right && !is_right(item);
}

/* The number of ways to choose so many of n; at most 12 of 12. */
static int64_t ways_to_choose(size_t n, size_t chosen)
{
    int64_t ways = 1;

    for (size_t i = 1; i <= chosen; i++)
        ways = ways * (int64_t)(n - chosen + i) / (int64_t)i;
    return ways;
}

/* What a guess earns on average, to the nearest hundredth of a mark. */
static int chance_of(const struct item *item, int possible)
{
    size_t chosen = item_choose_count(item);
    int64_t right_ways = item->any_key ? (int64_t)item_key_count(item) : 1;
    int64_t ways = ways_to_choose(item->option_count, chosen);

    return (int)((possible * right_ways * 2 + ways) / (2 * ways));
}

static void add_marks(struct retrospect *out,
                      const struct retrospect_item *item)
{
    if (!item->scored.counts)
        return;
    out->not_reached += !item->scored.reached;
    out->earned += item->scored.score.earned;
    out->first_earned += item->first_earned;
    if (response_is_changed(item->response))
        add_change(out, item);
    if (item->scored.blank && item->item->kind != ITEM_CODES) {
        out->blank++;
        out->chances += chance_of(item->item, item->scored.score.possible);
    }
}

void retrospect_of(const struct exam *exam, int64_t target_ms,
                   const struct retrospect_item *items, size_t count,
                   struct arena *arena, struct retrospect *out)
{
    struct reading reading = {
        .items = items,
        .count = count,
        .times = ARENA_ARRAY(arena, int64_t, count),
    };

    *out = (struct retrospect){.target_ms = target_ms};
    add_times(out, exam, &reading, arena);
    add_slowest(out, &reading);
    add_last(out, &reading);
    for (size_t i = 0; i < count; i++)
        add_marks(out, &items[i]);
}
