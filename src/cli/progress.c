/*
 * A percentage on stderr while an import reads. It appears only after half a
 * second of work, so that what is quick leaves no trace.
 */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#include "proctor/platform/clock.h"

#define PATIENCE_MS 500

void progress_show(void *context, uint64_t done, uint64_t of)
{
    struct progress_line *progress = context;
    int64_t now_ms = clock_now(clock_system()).monotonic_ms;
    int percent = of > 0 ? (int)(done * 100 / of) : 0;

    if (!progress->is_started) {
        progress->is_started = true;
        progress->started_ms = now_ms;
    }
    if (now_ms - progress->started_ms < PATIENCE_MS ||
        percent == progress->shown_percent || !isatty(STDERR_FILENO))
        return;
    progress->shown_percent = percent;
    fprintf(stderr, "\rreading: %d %%", percent);
}

void progress_end(struct progress_line *progress)
{
    if (progress->shown_percent > 0)
        fputs("\r              \r", stderr);
    *progress = (struct progress_line){0};
}
