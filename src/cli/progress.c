/*
 * A percentage on stderr while an import reads. It appears only after half a
 * second of work, so that what is quick leaves no trace.
 */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#include "proctor/platform/clock.h"

#define PATIENCE_MS 500

/* One process shows one progress line at a time. */
static int64_t started_ms = -1;
static int shown_percent = -1;

void progress_show(void *context, uint64_t done, uint64_t of)
{
    int64_t now_ms = clock_now(clock_system()).monotonic_ms;
    int percent = of > 0 ? (int)(done * 100 / of) : 0;

    (void)context;
    if (started_ms < 0)
        started_ms = now_ms;
    if (now_ms - started_ms < PATIENCE_MS || percent == shown_percent ||
        !isatty(STDERR_FILENO))
        return;
    shown_percent = percent;
    fprintf(stderr, "\rreading: %d %%", percent);
}

void progress_end(void)
{
    if (shown_percent >= 0)
        fputs("\r              \r", stderr);
    started_ms = -1;
    shown_percent = -1;
}
