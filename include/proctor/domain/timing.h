/*
 * The arithmetic of exam time: what counts as used, what is a gap, how the
 * candidate stands. Milliseconds throughout.
 */
#ifndef PROCTOR_DOMAIN_TIMING_H
#define PROCTOR_DOMAIN_TIMING_H

#include <stdbool.h>
#include <stdint.h>

/* All clocks at one moment; see platform's `struct moment`. */
struct clocks {
    int64_t boot_ms, monotonic_ms, utc_ms;
};

/* What is kept between readings and stored with every event. */
struct exam_clock {
    int64_t limit_ms; /* 0: none */
    int64_t used_ms;
    struct clocks last;
};

/* What a reading showed beside time going on. */
struct clock_jump {
    int64_t asleep_ms;   /* the machine slept: boot against monotonic > 2 s */
    int64_t date_set_ms; /* the date was moved by more than 2 s, +/- */
};

/* Starts or goes on counting from `now`. */
void exam_clock_start(struct exam_clock *clock, const struct clocks *now);

/* Adds the boot time since the last reading (never negative) to used_ms. */
void exam_clock_advance(struct exam_clock *clock, const struct clocks *now,
                        struct clock_jump *jump_out);

/* limit - used, never below 0; INT64_MAX without a limit. */
int64_t exam_clock_left_ms(const struct exam_clock *clock);
bool exam_clock_is_over(const struct exam_clock *clock);

/* The time in which the program did not run. On the same boot by boot time;
 * else by the date, negative counting 0. */
struct exam_gap {
    int64_t ms;
    bool by_wall_clock;
};
struct exam_gap exam_gap(const struct clocks *stored, const struct clocks *now,
                         bool same_boot);

/* The limit with an accommodation: minutes x percent / 100 + added minutes.
 * percent is 100 to 400. 0 minutes stay 0. */
int64_t exam_limit_ms(int minutes, int percent, int added_minutes);

/* Time for `count` of `planned` items, to the minute, rounded up. */
int exam_short_minutes(int minutes, int count, int planned);

/* How the candidate stands (analytics 8): nothing before 10 % of the time. */
enum pace { PACE_UNKNOWN, PACE_ON, PACE_BEHIND, PACE_FAR_BEHIND };
struct pace_state {
    enum pace pace;
    int64_t banked_ms; /* limit * answered / count - used; negative: behind */
};
struct pace_state exam_pace(int64_t limit_ms, int64_t used_ms, int answered,
                            int count);

/* "3:59:07" or, by the minute, "3 h 59 min"; terminated. Rounded up, so that
 * 0:00:00 is shown only when nothing is left. */
#define DURATION_SIZE 32
void duration_clock(int64_t ms, char out[DURATION_SIZE]);
void duration_words(int64_t ms, char out[DURATION_SIZE]);
/* "2 min 10 s", "45 s", "5 min", "1 h 0 min 5 s": time spent, to the nearest
 * second. */
void duration_exact(int64_t ms, char out[DURATION_SIZE]);

#endif
