/*
 * Time as the only module that asks for it. Exam time is boot time: it goes on
 * in suspend and ignores changes of the date.
 */
#ifndef PROCTOR_PLATFORM_CLOCK_H
#define PROCTOR_PLATFORM_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "proctor/base/str.h"

#define CLOCK_BOOT_ID_SIZE 64

/* A reading of all clocks at one moment, in milliseconds. */
struct moment {
    int64_t boot_ms;      /* since the machine started, suspend included */
    int64_t monotonic_ms; /* the same without suspend, where known */
    int64_t utc_ms;       /* since 1970, as people read it */
};

/* The seam for tests: `read` fills a moment, `boot_id` names the boot (never
 * NULL or empty; where the system does not tell, it equals no other). */
struct clock {
    void (*read)(void *context, struct moment *moment_out);
    const char *(*boot_id)(void *context);
    void *context;
};

/* The machine's clocks. In builds with test hooks, and only there, the file
 * named by PROCTOR_TEST_CLOCK replaces them (see tests/README.md). */
const struct clock *clock_system(void);

struct moment clock_now(const struct clock *clock);

/* Minutes east of UTC at `utc_ms` in the user's time zone. */
int clock_zone_minutes(int64_t utc_ms);

#define CLOCK_DATE_SIZE 20
/* "2026-11-23 14:05" at the given offset; terminated. */
void clock_format(int64_t utc_ms, int zone_minutes, char out[CLOCK_DATE_SIZE]);

/* The day "2026-11-23" in days since 1970-01-01. False when there is no such
 * day, or the text is no date. */
#define CLOCK_DAY_LEN 10
bool clock_day(struct str date, int64_t *day_out);

#endif
