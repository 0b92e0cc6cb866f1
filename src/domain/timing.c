/*
 * Exam time as arithmetic on readings that others take. Boot time counts: it
 * goes on while the machine sleeps and does not follow the date. What a gap or
 * a jump means for the candidate is decided in app.
 */
#include "proctor/domain/timing.h"

#include <stdio.h>

enum {
    JUMP_MS = 2000, /* clocks drift and readings are not taken at once */
    MINUTE_MS = 60 * 1000,
};

/* Beyond 115 days an exam time is nonsense; the bound keeps the products of
 * exam_pace() inside 64 bits whatever a damaged file says. */
#define PACE_MS_MAX INT64_C(10000000000)
#define PACE_ITEMS_MAX 100000

static int64_t at_least_0(int64_t ms)
{
    return ms > 0 ? ms : 0;
}

static int64_t sum(int64_t a, int64_t b)
{
    int64_t result;

    if (!__builtin_add_overflow(a, b, &result))
        return result;
    return a < 0 ? INT64_MIN : INT64_MAX;
}

/* a - b, held at the ends: readings from files may be anything. */
static int64_t difference(int64_t a, int64_t b)
{
    int64_t result;

    if (!__builtin_sub_overflow(a, b, &result))
        return result;
    return a < b ? INT64_MIN : INT64_MAX;
}

void exam_clock_start(struct exam_clock *clock, const struct clocks *now)
{
    clock->last = *now;
}

void exam_clock_advance(struct exam_clock *clock, const struct clocks *now,
                        struct clock_jump *jump_out)
{
    int64_t boot = difference(now->boot_ms, clock->last.boot_ms);
    int64_t awake = difference(now->monotonic_ms, clock->last.monotonic_ms);
    int64_t date = difference(now->utc_ms, clock->last.utc_ms);
    int64_t asleep = difference(boot, awake);
    int64_t set = difference(date, boot);

    jump_out->asleep_ms = asleep > JUMP_MS ? asleep : 0;
    jump_out->date_set_ms = set > JUMP_MS || set < -JUMP_MS ? set : 0;
    clock->used_ms = sum(clock->used_ms, at_least_0(boot));
    clock->last = *now;
}

int64_t exam_clock_left_ms(const struct exam_clock *clock)
{
    if (clock->limit_ms <= 0)
        return INT64_MAX;
    return at_least_0(difference(clock->limit_ms, clock->used_ms));
}

bool exam_clock_is_over(const struct exam_clock *clock)
{
    return exam_clock_left_ms(clock) == 0;
}

struct exam_gap exam_gap(const struct clocks *stored, const struct clocks *now,
                         bool same_boot)
{
    int64_t ms = same_boot ? difference(now->boot_ms, stored->boot_ms)
                           : difference(now->utc_ms, stored->utc_ms);

    return (struct exam_gap){at_least_0(ms), !same_boot};
}

int64_t exam_limit_ms(int minutes, int percent, int added_minutes)
{
    if (minutes <= 0)
        return 0;
    return (int64_t)minutes * MINUTE_MS / 100 * percent +
           (int64_t)added_minutes * MINUTE_MS;
}

int exam_short_minutes(int minutes, int count, int planned)
{
    if (count >= planned || planned <= 0)
        return minutes;
    return (int)(((int64_t)minutes * count + planned - 1) / planned);
}

static int64_t bounded(int64_t value, int64_t high)
{
    return value < high ? at_least_0(value) : high;
}

/* Used time against the time due for the answers given, in percent. */
static bool is_within(int64_t used_ms, int64_t due_ms_times_count,
                      int64_t count, int percent)
{
    return used_ms * count * 100 <= due_ms_times_count * percent;
}

struct pace_state exam_pace(int64_t limit_ms, int64_t used_ms, int answered,
                            int count)
{
    int64_t limit = bounded(limit_ms, PACE_MS_MAX);
    int64_t used = bounded(used_ms, PACE_MS_MAX);
    int64_t items = bounded(count, PACE_ITEMS_MAX);
    int64_t done = bounded(answered, items);
    struct pace_state state = {PACE_UNKNOWN, 0};

    if (limit == 0 || items == 0)
        return state;
    state.banked_ms = limit * done / items - used;
    if (used * 10 < limit)
        return state;
    state.pace = is_within(used, limit * done, items, 105)   ? PACE_ON
                 : is_within(used, limit * done, items, 125) ? PACE_BEHIND
                                                             : PACE_FAR_BEHIND;
    return state;
}

/* How many units of `unit_ms` have begun. */
static int64_t round_up(int64_t ms, int64_t unit_ms)
{
    ms = at_least_0(ms);
    return ms / unit_ms + (ms % unit_ms != 0);
}

void duration_clock(int64_t ms, char out[DURATION_SIZE])
{
    int64_t seconds = round_up(ms, 1000);

    snprintf(out, DURATION_SIZE, "%lld:%02d:%02d", (long long)(seconds / 3600),
             (int)(seconds / 60 % 60), (int)(seconds % 60));
}

void duration_words(int64_t ms, char out[DURATION_SIZE])
{
    int64_t minutes = round_up(ms, MINUTE_MS);
    long long hours = minutes / 60;
    int rest = (int)(minutes % 60);

    if (hours == 0)
        snprintf(out, DURATION_SIZE, "%d min", rest);
    else if (rest == 0)
        snprintf(out, DURATION_SIZE, "%lld h", hours);
    else
        snprintf(out, DURATION_SIZE, "%lld h %d min", hours, rest);
}

void duration_exact(int64_t ms, char out[DURATION_SIZE])
{
    int64_t spent = at_least_0(ms);
    int64_t seconds = spent / 1000 + (spent % 1000 >= 500);
    long long hours = (long long)(seconds / 3600);
    int minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);

    if (rest == 0 && seconds > 0)
        duration_words(seconds * 1000, out);
    else if (hours > 0)
        snprintf(out, DURATION_SIZE, "%lld h %d min %d s", hours, minutes,
                 rest);
    else if (minutes > 0)
        snprintf(out, DURATION_SIZE, "%d min %d s", minutes, rest);
    else
        snprintf(out, DURATION_SIZE, "%d s", rest);
}
